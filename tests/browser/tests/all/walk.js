// One walk through the app, step by step at random: what can be clicked, typed, chosen, pressed, and every way to
// another page, at random moments. Answers with the first step after which the program had stopped or complained.

const walk = globalThis.hepaiWalk ??= begin(arguments[0]);

function begin(seed) {
  const walk = { state: seed >>> 0, steps: [], complaints: [], count: 0, projects: [] };
  const say = console.error;
  console.error = (...words) => {
    walk.complaints.push(words.map((word) => String(word?.stack ?? word)).join(' '));
    say.apply(console, words);
  };
  addEventListener('error', (event) => walk.complaints.push(String(event.error?.stack ?? event.message)));
  // What leaves the page, or fills the disk, is not walked.
  globalThis.print = () => {};
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () { if (!this.download) click.call(this); };
  return walk;
}

function random() {
  walk.state = (walk.state + 0x6D2B79F5) >>> 0;
  let t = walk.state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (bound) => Math.floor(random() * bound);
const pick = (list) => list[below(list.length)];

const place = () => document.querySelector('dialog[open]') ?? document.body;
const seen = (selector) => [...place().querySelectorAll(selector)].filter((one) => one.checkVisibility());
const name = (one) => `${one.tagName.toLowerCase()}${one.dataset.testid ? `#${one.dataset.testid}` : ''}${one.dataset.field ? `.${one.dataset.field}` : ''} ${(one.innerText ?? '').trim().slice(0, 20).replaceAll('\n', ' ')}`;
const projects = () => [...new Set([...Object.keys(localStorage).join(' ').matchAll(/\b[0-9A-HJKMNP-TV-Z]{10}\b/g)].map((found) => found[0]))];
const WORDS = ['甲', '定包装', '2026-03-09', '3月9日', '30', 'x'.repeat(40), '', '张三', '<b>', '100万', '改了一句话'];
const PAGES = ['', '/todo', '/checks', '/brief', '/exchange', '/conflicts', '/bin', '/charter', '/task', '/issue', '/issue/new', '/task/new',
  '/member', '/department', '/settings', '/milestone', '/meeting', '/dependency', '/work_item', '/handoff', '/risk', '/xyz'];

const key = (text, more = {}) => {
  const one = document.activeElement ?? document.body;
  one.dispatchEvent(new KeyboardEvent('keydown', { key: text, bubbles: true, cancelable: true, ...more }));
  return `key ${more.ctrlKey ? 'Ctrl+' : ''}${more.shiftKey ? 'Shift+' : ''}${text} in ${name(one)}`;
};

function click(one) {
  one.focus?.();
  one.click();
  return `click ${name(one)}`;
}

const CLICKED = 'button:not([disabled]), a[href^="#"], summary, tr[data-record] td, [role=option], input[type=checkbox], input[type=radio]';
const TYPED = 'input:not([type]), input[type=text], textarea';

const kinds = [
  [40, () => {
    const all = seen(CLICKED).filter((one) => !one.closest('[data-testid=update]'));
    return all.length ? click(pick(all)) : 'nothing to click';
  }],
  [6, () => {
    const all = seen('.notice button, .strip button, .popover button, .popover input, dialog button, .rows-tools button');
    return all.length ? click(pick(all)) : 'nothing open';
  }],
  [16, () => {
    const all = seen(TYPED);
    if (!all.length) return 'nothing to type into';
    const one = pick(all);
    one.focus();
    const text = random() < 0.3 ? pick(WORDS) : one.value + pick(WORDS);
    one.value = text;
    one.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
    if (random() < 0.3) key('Enter');
    if (random() < 0.2) one.dispatchEvent(new Event('change', { bubbles: true }));
    if (random() < 0.3) one.blur();
    return `type ${JSON.stringify(text.slice(0, 20))} into ${name(one)}`;
  }],
  [8, () => {
    const all = seen('select');
    if (!all.length) return 'nothing to choose';
    const one = pick(all);
    one.focus();
    one.selectedIndex = below(one.options.length);
    one.dispatchEvent(new Event('change', { bubbles: true }));
    return `choose ${one.value} in ${name(one)}`;
  }],
  [12, () => {
    const records = [...document.querySelectorAll('[data-record]')].map((one) => one.dataset.record);
    const project = pick(projects());
    const page = records.length && random() < 0.3 ? `/${pick(records)}` : pick(PAGES);
    const hash = project && random() < 0.92 ? `#/p/${project}${page}` : pick(['#/', '#/new', '#/p/0123456789']);
    location.hash = hash;
    return `go to ${hash}`;
  }],
  [4, () => { history.back(); return 'back'; }],
  [9, () => key(pick(['z', 'z', 'y']), { ctrlKey: true, shiftKey: random() < 0.2 })],
  [5, () => key(pick(['Enter', 'ArrowDown', 'ArrowUp', 'Escape', 'F2', '1', '/', 'Tab']))],
  [1, () => key(pick(['d', 'k']), { ctrlKey: true })],
  [2, () => {
    const data = new DataTransfer();
    data.setData('text/plain', '任务\t开始日期\n甲\t2026-03-09\n乙\t2026-03-10');
    (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    return 'paste a table';
  }],
  [1, () => { document.dispatchEvent(new Event('visibilitychange', { bubbles: true })); return 'look away'; }],
  [1, () => { dispatchEvent(new Event('resize')); dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint')); return 'print'; }],
  [1, () => {
    const all = seen('.grid, main');
    for (const one of all) { one.scrollTop = below(2000); one.dispatchEvent(new Event('scroll')); }
    return 'scroll';
  }],
  [2, () => { document.querySelector('dialog[open]')?.close(); return 'close the panel'; }],
];
const whole = kinds.reduce((sum, [weight]) => sum + weight, 0);

function step() {
  let at = random() * whole;
  for (const [weight, act] of kinds) {
    at -= weight;
    if (at < 0) return act();
  }
  return 'stand still';
}

/** Mostly at once, now and then up to 300 ms. */
function rest() {
  const how = random();
  const ms = how < 0.6 ? 0 : how < 0.9 ? below(20) : how < 0.98 ? below(100) : below(300);
  return new Promise((resolve) => setTimeout(resolve, ms));
}

const stopped = () => document.getElementById('distress')?.innerText;

for (let n = 0; n < arguments[1]; n++) {
  walk.count += 1;
  let told;
  try {
    told = step();
  } catch (error) {
    told = `thrown: ${error?.stack ?? error}`;
    walk.complaints.push(told);
  }
  walk.steps.push(`${walk.count} ${location.hash} ${told}`);
  if (walk.steps.length > 30) walk.steps.shift();
  await rest();
  const end = stopped();
  if (end || walk.complaints.length) {
    return ({ count: walk.count, steps: walk.steps, said: [end ?? '', document.querySelector('#distress pre')?.textContent ?? '', ...walk.complaints] });
  }
}
return ({ count: walk.count });
