// The merge job, the same for every engine: open the base, take five replies, save to bytes.
// Base: one change per record with eight cells, each with its time. Reply: the whole base and one
// person's edits. Measured twice: from bytes to bytes, where an engine may leave values unread; and
// with every value read once, as a screen does that shows the project.

import * as automerge from '@automerge/automerge/slim';
import startLoro, { LoroDoc, LoroMap } from 'loro-crdt/web';
import * as yjs from 'yjs';

/** A copy that keeps each commit as a change of its own, with its time. */
function loroCopy(base) {
  const doc = base ? LoroDoc.fromSnapshot(base) : new LoroDoc();
  doc.setRecordTimestamp(true);
  doc.setChangeMergeInterval(0);
  return doc;
}

/** Values are registers everywhere, never collaborative texts: the cheapest form each engine has. */
const engines = {
  loro: {
    prepare: () => startLoro(new URL('./loro.wasm', import.meta.url)),
    base({ records }) {
      const doc = loroCopy();
      const root = doc.getMap('records');
      for (const [id, fields] of records) {
        const map = root.setContainer(id, new LoroMap());
        for (const [key, value] of Object.entries(fields)) map.set(key, value);
        doc.commit();
      }
      return doc.export({ mode: 'snapshot' });
    },
    reply(base, edits) {
      const doc = loroCopy(base);
      const root = doc.getMap('records');
      for (const [id, key, value] of edits) {
        root.get(id).set(key, value);
        doc.commit();
      }
      return doc.export({ mode: 'snapshot' });
    },
    merge(base, replies) {
      const doc = loroCopy(base);
      for (const reply of replies) doc.import(reply);
      const bytes = doc.export({ mode: 'snapshot' });
      return { bytes, read: () => doc.getMap('records').toJSON(), free: () => doc.free() };
    },
  },
  yjs: {
    prepare() {},
    base({ records }) {
      const doc = new yjs.Doc();
      const root = doc.getMap('records');
      for (const [id, fields] of records) {
        doc.transact(() => root.set(id, new yjs.Map(Object.entries(fields))));
      }
      return yjs.encodeStateAsUpdate(doc);
    },
    reply(base, edits) {
      const doc = new yjs.Doc();
      yjs.applyUpdate(doc, base);
      const root = doc.getMap('records');
      for (const [id, key, value] of edits) root.get(id).set(key, value);
      return yjs.encodeStateAsUpdate(doc);
    },
    merge(base, replies) {
      const doc = new yjs.Doc();
      yjs.applyUpdate(doc, base);
      for (const reply of replies) yjs.applyUpdate(doc, reply);
      const bytes = yjs.encodeStateAsUpdate(doc);
      return { bytes, read: () => doc.getMap('records').toJSON(), free: () => doc.destroy() };
    },
  },
  automerge: {
    prepare: () => automerge.initializeWasm(new Request(new URL('./automerge.wasm', import.meta.url))),
    base({ records }) {
      let doc = automerge.from({ records: {} });
      for (const [id, fields] of records) {
        doc = automerge.change(doc, (draft) => { draft.records[id] = plain(fields); });
      }
      return automerge.save(doc);
    },
    reply(base, edits) {
      let doc = automerge.load(base);
      for (const [id, key, value] of edits) {
        doc = automerge.change(doc, (draft) => { draft.records[id][key] = scalar(value); });
      }
      return automerge.save(doc);
    },
    merge(base, replies) {
      let doc = automerge.load(base);
      for (const reply of replies) doc = automerge.merge(doc, automerge.load(reply));
      const bytes = automerge.save(doc);
      return { bytes, read: () => automerge.toJS(doc).records, free: () => automerge.free(doc) };
    },
  },
};

const scalar = (value) => (typeof value === 'string' ? new automerge.ImmutableString(value) : value);
const plain = (fields) => Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, scalar(value)]));

async function ours() {
  const module = await import(new URL('./ours.js', import.meta.url).href);
  await module.default();
  const fetched = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
  const base = await fetched('./base.json');
  const replies = await Promise.all([0, 1, 2, 3, 4].map((person) => fetched(`./reply-${person}.json`)));
  return {
    base,
    replies,
    merge() {
      const copy = module.Copy.open(base, 7);
      replies.forEach((reply, at) => copy.take(reply, `batch${at}`));
      const bytes = copy.save(false);
      return { bytes, copy, read: () => copy.read(), free: () => copy.free() };
    },
    /** Where the time goes, in milliseconds: opening, taking five, saving without and with `current`. */
    parts() {
      const times = [performance.now()];
      const lap = () => times.push(performance.now());
      const copy = module.Copy.open(base, 7);
      lap();
      replies.forEach((reply, at) => copy.take(reply, `batch${at}`));
      lap();
      copy.save(false);
      lap();
      copy.save(true);
      lap();
      copy.free();
      return times.slice(1).map((time, at) => time - times[at]);
    },
  };
}

async function zipped(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

function timed(work) {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

/** What must be true of the merged records, so that no engine is fast by doing nothing. */
function check(name, records, job) {
  const count = Object.keys(records).length;
  if (count !== job.records.length) throw new Error(`${name} holds ${count} records`);
  const written = new Map();
  for (const [id, key, value] of job.replies.flat()) {
    const place = `${id} ${key}`;
    written.set(place, [...(written.get(place) ?? []), value]);
  }
  for (const [place, values] of written) {
    const [id, key] = place.split(' ');
    const held = records[id][key];
    if (!values.includes(typeof held === 'object' ? String(held.val ?? held) : held)) {
      throw new Error(`${name} lost ${place}: ${JSON.stringify(held)}`);
    }
  }
}

const breath = () => new Promise((resolve) => setTimeout(resolve, 20));

globalThis.bench = async (rounds) => {
  const job = await (await fetch('./job.json')).json();
  const mine = await ours();
  const runs = { ours: () => mine.merge() };
  const edits = job.replies.flat().length;
  for (const [name, engine] of Object.entries(engines)) {
    await engine.prepare();
    const base = engine.base(job);
    const replies = job.replies.map((one) => engine.reply(base, one));
    runs[name] = () => engine.merge(base, replies);
  }
  const none = () => Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  const [times, timesRead] = [none(), none()];
  const sizes = {};
  // Engines take turns, so that a slow moment of the machine hits all of them.
  for (let round = -1; round < rounds; round++) {
    for (const [name, run] of Object.entries(runs)) {
      await breath();
      const [time, result] = timed(run);
      const [reading, records] = timed(() => result.read());
      if (round >= 0) {
        times[name].push(time);
        timesRead[name].push(time + reading);
      } else {
        sizes[name] = { bytes: result.bytes.length, zipped: await zipped(result.bytes) };
        if (!result.copy) check(name, records, job);
        else if (result.copy.changes() !== job.records.length + edits) throw new Error('ours lost changes');
        else if (records !== job.records.length * 8) throw new Error(`ours shows ${records} values`);
      }
      result.free();
    }
  }
  const parts = Array.from({ length: rounds }, () => mine.parts());
  return { times, timesRead, sizes, parts };
};
document.documentElement.dataset.ready = '';
