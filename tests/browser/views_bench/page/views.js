// The charts of others with the plan that the app gets: as many tasks in twelve stages, two thirds of them linked to the
// one before. And the app's own schedule, as a module of its own.

const DAY = 24 * 60 * 60 * 1000;
const painted = () => new Promise((resolve) => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => resolve(performance.now());
  channel.port2.postMessage(0);
}));

/** The days of a task, as the plan of the app has them. */
function days(at) {
  const day = (offset) => {
    const number = (at * 7 + offset) % 336;
    return new Date(2026, Math.floor(number / 28), (number % 28) + 1);
  };
  const [first, last] = [day(0), day(5)];
  return first <= last ? [first, last] : [last, first];
}

const title = (at) => `完成第 ${at + 1} 项工作的准备与检查`;

/** Begins with an empty page; answers with where the chart comes. */
function afresh() {
  globalThis.gantt?.clearAll?.();
  const old = document.getElementById('place');
  const place = document.createElement('div');
  place.id = 'place';
  old.replaceWith(place);
  return place;
}

const charts = {
  'dhtmlx-gantt': (count) => {
    const { gantt } = globalThis;
    afresh();
    gantt.config.date_format = '%Y-%m-%d';
    gantt.config.smart_rendering = true;
    const data = [], links = [];
    for (let at = 0; at < count; at++) {
      const [start_date, end] = days(at);
      data.push({ id: at + 1, text: title(at), start_date, end_date: new Date(+end + DAY), progress: (at % 101) / 100 });
      if (at > 0 && at % 3 !== 0) links.push({ id: at, source: at, target: at + 1, type: '0' });
    }
    gantt.init('place');
    gantt.parse({ data, links });
    return (y) => gantt.scrollTo(null, y);
  },
  'frappe-gantt': (count) => {
    const place = afresh();
    const tasks = [];
    for (let at = 0; at < count; at++) {
      const [start, end] = days(at);
      const dependencies = at > 0 && at % 3 !== 0 ? `t${at - 1}` : '';
      tasks.push({ id: `t${at}`, name: title(at), start, end, progress: at % 101, dependencies });
    }
    new globalThis.Gantt(place, tasks, { view_mode: 'Week' });
    return null;
  },
};

let scrolled = null;

/** Draws a chart anew; answers with the milliseconds until it is painted. */
globalThis.draw = async (name, count) => {
  await painted();
  const start = performance.now();
  scrolled = charts[name](count);
  return await painted() - start;
};

/** Scrolls the last chart so many pixels a frame; answers with the milliseconds of each frame. */
globalThis.scroll = async (step, frames) => {
  const times = [];
  let last = await painted();
  for (let at = 1; at <= frames; at++) {
    scrolled(at * step);
    const now = await painted();
    times.push(now - last);
    last = now;
  }
  scrolled(0);
  return times;
};

/** The app's own schedule of so many tasks: read and passed for the first time, after a date has moved, after a title
 * has; then what the overview says of it. */
globalThis.schedules = async (count, rounds) => {
  const module = await import(new URL('./ours.js', import.meta.url).href);
  await module.default();
  const timed = (work) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const all = { first: [], overview: [], dated: [], named: [] };
  for (let round = 0; round < rounds; round++) {
    const plan = module.PlanBench.of(count);
    all.first.push(timed(() => plan.schedule()));
    plan.overview();
    plan.move_date(round);
    all.dated.push(timed(() => plan.schedule()));
    all.overview.push(timed(() => plan.overview()));
    plan.rename(round);
    all.named.push(timed(() => plan.schedule()));
    plan.free();
  }
  return all;
};
document.documentElement.dataset.ready = '';
