// What the browser offers only to JavaScript: IndexedDB with strict durability, files, channels.
// The one script that the Rust side imports. It stores text under keys and knows nothing of either.
// Failures reach Rust as the error's name, such as "QuotaExceededError".

const NAME = 'hepai';
const VERSION = 1;
const ROWS = 'rows';
const KV = 'kv';

/** How long opening may take before it counts as failed, in milliseconds. */
const OPEN_LIMIT = 10_000;

const nameOf = (error) => error?.name ?? String(error);

/** Whether the browser was told to give nothing: Chromium says so in the words of an error that has no name for it. */
const isDenied = (error) => /denied permission/i.test(error?.message ?? '');

// ---- IndexedDB --------------------------------------------------------------------------------

/** The promise of the open database; none while it is closed. */
let database;

/** Transactions under way that write. */
const writing = new Set();

function connect() {
  return new Promise((resolve, reject) => {
    let request;
    try {
      request = indexedDB.open(NAME, VERSION);
    } catch (error) {
      reject(nameOf(error));
      return;
    }
    let late = false;
    const clock = setTimeout(() => {
      late = true;
      reject('TimeoutError');
    }, OPEN_LIMIT);
    request.onupgradeneeded = () => {
      for (const store of [ROWS, KV]) {
        if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store);
      }
    };
    request.onerror = () => {
      clearTimeout(clock);
      reject(isDenied(request.error) ? 'SecurityError' : nameOf(request.error));
    };
    request.onsuccess = () => {
      clearTimeout(clock);
      const opened = request.result;
      if (late && database) {
        opened.close();
        return;
      }
      // Too late for who asked, in time for who asks next.
      if (late) database = Promise.resolve(opened);
      // Whoever takes the database away may take what is in it: the program looks whether all is still there.
      const closed = () => {
        database = undefined;
        dispatchEvent(new Event('hepai-closed'));
      };
      opened.onversionchange = () => {
        opened.close();
        closed();
      };
      opened.onclose = closed;
      resolve(opened);
    };
  });
}

function open() {
  database ??= connect().catch((error) => {
    database = undefined;
    throw error;
  });
  return database;
}

// It opens while the program is still being compiled; where it does not, whoever asks is told.
open().catch(() => {});

/** Runs `work` in one transaction; resolves with its answer once the transaction is complete. */
async function transact(stores, mode, work) {
  for (let again = true; ; again = false) {
    const opened = await open();
    let transaction;
    try {
      transaction = opened.transaction(stores, mode, { durability: 'strict' });
    } catch (error) {
      // Closed since: by another version of the app, or by the browser.
      if (!again || error?.name !== 'InvalidStateError') throw nameOf(error);
      database = undefined;
      continue;
    }
    return finish(transaction, work);
  }
}

function finish(transaction, work) {
  return new Promise((resolve, reject) => {
    let answer = () => undefined;
    transaction.oncomplete = () => resolve(answer());
    transaction.onabort = () => reject(nameOf(transaction.error ?? 'AbortError'));
    try {
      answer = work(transaction) ?? answer;
    } catch (error) {
      transaction.onabort = () => reject(nameOf(error));
      transaction.abort();
    }
  });
}

/** A transaction that writes, remembered until it is done. */
function write(stores, work) {
  const promise = transact(stores, 'readwrite', work).then(() => undefined);
  writing.add(promise);
  const done = () => writing.delete(promise);
  promise.then(done, done);
  return promise;
}

/** All keys that begin with the prefix. */
function range(prefix) {
  if (prefix === '') return undefined;
  const last = prefix.length - 1;
  const next = prefix.slice(0, last) + String.fromCharCode(prefix.charCodeAt(last) + 1);
  return IDBKeyRange.bound(prefix, next, false, true);
}

function readAll(store, prefix) {
  return transact(store, 'readonly', (transaction) => {
    const from = transaction.objectStore(store);
    const keys = from.getAllKeys(range(prefix));
    const values = from.getAll(range(prefix));
    return () => [keys.result, values.result];
  });
}

/** One by one; what cannot be had is null. Rejects where nothing can. */
async function readEach(store, prefix) {
  const one = (work) => transact(store, 'readonly', (transaction) => {
    const request = work(transaction.objectStore(store));
    return () => request.result;
  });
  const keys = await one((from) => from.getAllKeys(range(prefix)));
  const values = [];
  let failure;
  for (const key of keys) {
    values.push(await one((from) => from.get(key)).catch((error) => {
      failure = error;
      return null;
    }));
  }
  if (failure && values.every((value) => value === null)) throw failure;
  return [keys, values];
}

/** A single entry that the browser cannot read fails all of them when they are asked for at once. */
async function read(store, prefix) {
  await open();
  try {
    return await readAll(store, prefix);
  } catch {
    return readEach(store, prefix);
  }
}

/** Opens the database; rejects where the browser has none to give. */
export async function idb_open() {
  await open();
}

/** How many entries are handed over in one go, so that a large import does not hold up the page. */
const PORTION = 2_000;

/** An entry of each store, under the key of no project, that tells whether somebody emptied it. */
const ALIVE = 'alive';

/** The connections, each with the stores in which it has seen that entry. */
const alive = new WeakMap();

/** Tells, before anything is called written, where what was written before is gone. */
function look(transaction, store) {
  const seen = alive.get(transaction.db) ?? new Set();
  alive.set(transaction.db, seen);
  if (seen.has(store.name)) {
    const request = store.getKey(ALIVE);
    request.onsuccess = () => request.result ?? dispatchEvent(new Event('hepai-closed'));
  }
  store.put('', ALIVE);
  transaction.addEventListener('complete', () => seen.add(store.name));
}

/** Writes all entries or none, in one transaction. */
function put(name, keys, values) {
  return write(name, (transaction) => {
    const store = transaction.objectStore(name);
    look(transaction, store);
    const portion = (from) => {
      const to = Math.min(from + PORTION, keys.length);
      let request;
      for (let at = from; at < to; at++) request = store.put(values[at], keys[at]);
      if (to < keys.length) request.onsuccess = () => portion(to);
    };
    portion(0);
  });
}

function remove(name, keys) {
  return write(name, (transaction) => {
    const store = transaction.objectStore(name);
    keys.forEach((key) => store.delete(key));
  });
}

/** Writes all rows or none; resolves once they are on the disk. */
export function idb_put_rows(keys, values) {
  return put(ROWS, keys, values);
}

/** `[keys, values]` of the rows whose keys begin with the prefix, by key. */
export function idb_rows(prefix) {
  return read(ROWS, prefix);
}

export function idb_delete_rows(keys) {
  return remove(ROWS, keys);
}

/** Writes all small entries or none; resolves once they are on the disk. */
export function idb_put_facts(keys, values) {
  return put(KV, keys, values);
}

export function idb_delete_facts(keys) {
  return remove(KV, keys);
}

/** `[keys, values]` of the small entries whose keys begin with the prefix, by key. */
export function idb_kv(prefix) {
  return read(KV, prefix);
}

/** How many keys of a store begin with the prefix. */
export function idb_count(name, prefix) {
  return transact(name, 'readonly', (transaction) => {
    const request = transaction.objectStore(name).count(range(prefix));
    return () => request.result;
  });
}

/** What stands between the prefix and the next slash, of all keys of a store, without repeats. */
export function idb_folders(name, prefix) {
  return transact(name, 'readonly', (transaction) => {
    const names = [];
    const request = transaction.objectStore(name).openKeyCursor(range(prefix));
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return;
      const end = cursor.key.indexOf('/', prefix.length);
      if (end < 0) {
        cursor.continue();
        return;
      }
      names.push(cursor.key.slice(prefix.length, end));
      // '0' comes right after '/': on to the next folder.
      cursor.continue(`${cursor.key.slice(0, end)}0`);
    };
    return () => names;
  });
}

/** Removes rows and small entries whose keys begin with the prefix; never all of them. */
export async function idb_delete_prefix(prefix) {
  if (prefix === '') throw 'DataError';
  await write([ROWS, KV], (transaction) => {
    for (const store of [ROWS, KV]) transaction.objectStore(store).delete(range(prefix));
  });
}

/** Resolves when nothing is being written, also by what is started meanwhile. */
async function settled() {
  do {
    await new Promise((resolve) => setTimeout(resolve));
    await Promise.allSettled([...writing]);
  } while (writing.size > 0);
}

// Before the page is loaded anew, boot.js asks what it should wait for.
globalThis.addEventListener?.('hepai-save', (event) => event.detail?.wait?.(settled()));

// ---- Where the browser stores nothing -----------------------------------------------------------

/** A Storage for as long as the page lives. */
export function memory_storage() {
  const texts = new Map();
  return {
    get length() { return texts.size; },
    key: (at) => [...texts.keys()][at] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => { texts.set(key, text); },
    removeItem: (key) => { texts.delete(key); },
  };
}

// ---- After a panic ----------------------------------------------------------------------------

/** Nothing is written from here on; boot.js shows the way out. */
export function poison(text) {
  globalThis.hepaiPoison?.(text);
}

/** For the panic hook; the text is for the maintainers. */
export function panic_hook(text) {
  console.error(text);
  poison(text);
}

// ---- Storage that the browser promises to keep ------------------------------------------------

export async function persist() {
  try {
    return Boolean(await navigator.storage.persist());
  } catch {
    return false;
  }
}

export async function persisted() {
  try {
    return Boolean(await navigator.storage.persisted());
  } catch {
    return false;
  }
}

// ---- Files ------------------------------------------------------------------------------------

/** Offers text or bytes to the person as a file of this name. */
export function download(name, content, type = 'application/octet-stream') {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the blob only after the person has chosen a place.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Offers a picture to the person as a PNG of this name: drawn from an SVG, twice as fine where that is not too much. */
export async function save_picture(name, svg, width, height) {
  try {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    await image.decode();
    const fine = width * height * 4 <= 130e6 ? 2 : 1;
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width * fine, height * fine];
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    const picture = await new Promise((done) => canvas.toBlob(done, 'image/png'));
    if (picture) download(name, picture, 'image/png');
    return Boolean(picture);
  } catch {
    return false;
  }
}

/** Copies a table as text and as markup, so that it can be pasted into a sheet or a letter. */
export async function copy_table(text, markup) {
  try {
    const part = (content, type) => new Blob([content], { type });
    const parts = { 'text/plain': part(text, 'text/plain'), 'text/html': part(markup, 'text/html') };
    await navigator.clipboard.write([new ClipboardItem(parts)]);
    return true;
  } catch {
    return false;
  }
}

/** The file's bytes. */
export async function read_file(file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw nameOf(error);
  }
}

// ---- Other tabs -------------------------------------------------------------------------------

let channel;

/** Calls back with each text that another tab posts; false where tabs cannot talk. */
export function channel_open(name, callback) {
  channel?.close();
  try {
    channel = new BroadcastChannel(name);
  } catch {
    channel = undefined;
    return false;
  }
  channel.onmessage = (event) => callback(event.data);
  return true;
}

/** Tells the other tabs; false where they cannot be told. */
export function channel_post(text) {
  try {
    channel.postMessage(text);
    return true;
  } catch {
    return false;
  }
}
