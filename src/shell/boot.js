// Starts the program, keeps it up to date, and stops it for good after a crash.
// It knows nothing of projects; everything else happens in the WebAssembly module.

const root = document.documentElement;

// Fetched ahead: after a crash the network may be gone.
const rescue = import(new URL('./rescue.js', document.baseURI).href).catch(() => null);

// ---- Stopping after a crash -------------------------------------------------------------------
// A panicked module goes on answering events with half-changed memory. Nothing it writes may reach
// a disk or another tab, so every writing method throws from then on.

let poisoned = false;

function poison() {
  poisoned = true;
  const refuse = () => {
    throw new DOMException('the program has stopped after an error', 'InvalidStateError');
  };
  const writers = [
    [globalThis.Storage, ['setItem', 'removeItem', 'clear']],
    [globalThis.IDBObjectStore, ['put', 'add', 'delete', 'clear']],
    [globalThis.IDBCursor, ['update', 'delete']],
    [globalThis.IDBFactory, ['deleteDatabase']],
    [globalThis.BroadcastChannel, ['postMessage']],
  ];
  for (const [type, names] of writers) {
    for (const name of type ? names : []) type.prototype[name] = refuse;
  }
}

function element(tag, text, lang) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (lang) made.lang = lang;
  return made;
}

/** Replaces the page: what happened, that nothing is lost, what to do. */
async function distress(name, zh, en, error) {
  if (document.getElementById('distress')) return;
  const panel = document.createElement('main');
  panel.className = 'shell-panel';
  panel.id = 'distress';
  panel.dataset.testid = name;
  panel.setAttribute('role', 'alert');
  const [title, ...lines] = zh;
  const [enTitle, ...enLines] = en;
  panel.append(element('h1', title), ...lines.map((line) => element('p', line)));
  panel.append(element('h2', enTitle, 'en'), ...enLines.map((line) => element('p', line, 'en')));
  const place = element('p', '');
  const details = document.createElement('details');
  const version = document.querySelector('meta[name=version]')?.content ?? '';
  const text = `合拍 Hepai ${version}\n${error?.stack ?? error ?? ''}`;
  details.append(element('summary', '给维护的人 For the maintainers'), element('pre', text));
  panel.append(place, details);
  document.body.replaceChildren(panel);
  delete root.dataset.ready;
  const tools = await rescue;
  if (tools) {
    place.replaceWith(tools.actions());
  } else {
    const link = element('a', '下载全部内容 Download everything');
    link.href = './rescue.html';
    place.append(link);
  }
}

/** Stops everything that writes and shows the way out. Also called by the panic hook. */
function crash(error) {
  if (poisoned) return;
  poison();
  distress('crash', [
    '程序出错已停下',
    '为了不弄坏内容，合拍不再写入。您的内容还在这台电脑里；最后几秒的输入可能没有存上。',
    '请先下载全部内容，再重新打开。',
  ], [
    'The program has stopped after an error',
    'To do no harm, Hepai writes nothing more. Your content is still on this computer; the last few seconds of typing may not have been saved.',
    'Download everything first, then open again.',
  ], error);
}

globalThis.hepaiPoison = crash;

// A stack overflow or a trap does not pass the panic hook.
const isTrap = (error) => error instanceof RangeError
  || error instanceof WebAssembly.RuntimeError
  || error?.name === 'InternalError'; // Firefox: too much recursion
addEventListener('error', (event) => isTrap(event.error) && crash(event.error));
addEventListener('unhandledrejection', (event) => isTrap(event.reason) && crash(event.reason));
addEventListener('hepai-panic', (event) => crash(event.detail));

// ---- Start ------------------------------------------------------------------------------------

/** Another page shows this one inside itself, where clicks may not mean what they seem to. */
const isFramed = globalThis.top !== globalThis.self;

/** Instead of the program: why it does not start here, and a link that opens it by itself. */
function refuseFrame() {
  const panel = document.createElement('main');
  panel.className = 'shell-panel';
  panel.dataset.testid = 'framed';
  const link = element('a', '单独打开合拍 Open Hepai by itself');
  link.href = location.href;
  link.target = '_blank';
  link.rel = 'noopener';
  const place = element('p', '');
  place.append(link);
  panel.append(
    element('h1', '合拍不在别的网页里打开'),
    element('p', '这一页被放进了另一个网页里。为了不让别人借您的手点按钮，合拍在这里不启动，也没有读写任何内容。'),
    element('h2', 'Hepai does not open inside another page', 'en'),
    element('p', 'This page was put inside another one. So that nobody can make you click what you do not see, Hepai does not start here, and has read and written nothing.', 'en'),
    place,
  );
  document.body.replaceChildren(panel);
}

async function start() {
  const wasm = document.querySelector('link[rel=preload][type="application/wasm"]');
  const name = wasm?.href.replace(/_bg\.wasm$/, '.js');
  const script = [...document.querySelectorAll('link[rel=modulepreload]')].find((link) => link.href === name);
  if (!script || !wasm.integrity) throw new Error('the page does not name its program');
  const program = await import(script.href);
  const bytes = fetch(wasm.href, { integrity: wasm.integrity, credentials: 'same-origin' });
  await program.default({ module_or_path: bytes });
  document.getElementById('start')?.remove();
  document.getElementById('no-wasm')?.remove();
}

if (isFramed) {
  refuseFrame();
} else if (typeof WebAssembly !== 'object') {
  document.getElementById('start')?.remove();
  document.getElementById('no-wasm')?.removeAttribute('hidden');
} else {
  start().catch((error) => {
    console.error(error);
    if (isTrap(error)) crash(error);
    if (poisoned || root.dataset.ready !== undefined) return;
    distress('start-failed', [
      '合拍没有打开',
      '程序文件没有全部取到，或者取到的不完整。您填过的内容没有丢，还在这台电脑里。',
      '请联网后重新打开；一直不行，请联系把合拍放上网的人。',
    ], [
      'Hepai did not open',
      'Its files did not all arrive, or not whole. Nothing you filled in is lost; it is still on this computer.',
      'Open again while online; if that does not help, ask whoever put Hepai on the web.',
    ], error);
  });
}

// ---- Files opened with the installed program ---------------------------------------------------
// They wait here until the program asks for them.

if (!isFramed) globalThis.launchQueue?.setConsumer(async ({ files }) => {
  const opened = await Promise.all(files.map((handle) => handle.getFile()));
  globalThis.hepaiLaunched = [...(globalThis.hepaiLaunched ?? []), ...opened];
  dispatchEvent(new CustomEvent('hepai-files'));
});

// ---- Offline and new versions -----------------------------------------------------------------
// A new version waits until a person accepts it; then every tab saves and loads itself anew.

let leaving = false;

/** Lets the program finish its writing, for at most 3 s, and loads the page anew. */
async function leave() {
  if (leaving || poisoned) return;
  leaving = true;
  const waits = [];
  dispatchEvent(new CustomEvent('hepai-save', { detail: { wait: (promise) => waits.push(promise) } }));
  await Promise.race([Promise.allSettled(waits), new Promise((resolve) => setTimeout(resolve, 3000))]);
  location.reload();
}

function watch(registration) {
  const offer = () => {
    // Without an active one this is the first installation, not an update.
    if (!registration.waiting || !registration.active) return;
    root.dataset.update = 'ready';
    dispatchEvent(new CustomEvent('hepai-update'));
  };
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
  offer();
  addEventListener('hepai-update-accept', () => {
    const next = registration.waiting;
    if (!next) return leave();
    // A page that was loaded past the service worker hears no controllerchange.
    next.addEventListener('statechange', () => next.state === 'activated' && leave());
    next.postMessage('skip-waiting');
  });
  // Offline, or a host that is away: the next look will tell.
  const look = () => registration.update().catch(() => {});
  addEventListener('focus', look);
  look();
}

if (navigator.serviceWorker && !isFramed) {
  const register = () => navigator.serviceWorker
    .register(new URL('./sw.js', document.baseURI).href, { updateViaCache: 'none' });
  const unavailable = (error) => {
    root.dataset.offline = 'unavailable';
    console.warn('not available offline:', error);
  };
  let controlled = Boolean(navigator.serviceWorker.controller);
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    const isThere = Boolean(navigator.serviceWorker.controller);
    // Where the worker is gone, the site's data were cleared: what this page still holds may be all that is left, and
    // loading anew would drop it.
    if (!isThere) register().catch(unavailable);
    else if (controlled) leave();
    controlled = isThere;
  });
  register().then(watch).catch(unavailable);
}
