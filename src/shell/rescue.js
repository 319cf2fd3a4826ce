// Downloads everything the browser has stored for this address, raw, as one JSON file.
// It reads and never writes; it knows nothing of what the bytes mean.

/** Resolves with a request's result. */
const result = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
  request.onblocked = () => reject(new Error('blocked'));
});

/** Bytes as base64, everything else as it is. */
function plain(value) {
  const bytes = value instanceof ArrayBuffer ? new Uint8Array(value)
    : ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : null;
  if (!bytes) return value;
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return { base64: btoa(text) };
}

function readLocalStorage() {
  const rows = [];
  for (let at = 0; at < localStorage.length; at++) {
    const key = localStorage.key(at);
    rows.push([key, localStorage.getItem(key)]);
  }
  return rows;
}

/** How long the browser may take to answer, in milliseconds: what else there is must not wait for it for ever. */
const PATIENCE = 10_000;

const inTime = (promise) => Promise.race([promise, new Promise((_, reject) => {
  setTimeout(() => reject(new Error('no answer')), PATIENCE);
})]);

/** All of a store; where the browser cannot give it at once, whatever it can give, one by one. */
async function readStore(database, store, problems) {
  const from = () => database.transaction(store).objectStore(store);
  const keys = await inTime(result(from().getAllKeys()));
  try {
    const values = await inTime(result(from().getAll()));
    if (values.length === keys.length) return keys.map((key, at) => [plain(key), plain(values[at])]);
  } catch {
    // One row that cannot be read fails all of them.
  }
  const rows = [];
  for (const key of keys) {
    try {
      rows.push([plain(key), plain(await inTime(result(from().get(key))))]);
    } catch (error) {
      problems.push(`${store} ${key}: ${error?.name ?? error}`);
    }
  }
  return rows;
}

async function readDatabase(name, problems) {
  const request = indexedDB.open(name);
  // A database that is not there must not come into being by being looked for.
  request.onupgradeneeded = () => request.transaction.abort();
  const database = await inTime(result(request));
  try {
    const stores = {};
    for (const store of database.objectStoreNames) stores[store] = await readStore(database, store, problems);
    return stores;
  } finally {
    database.close();
  }
}

async function databaseNames() {
  const known = indexedDB.databases ? await inTime(indexedDB.databases()) : [{ name: 'hepai' }];
  return known.map((database) => database.name);
}

/** All that is stored; what could not be read is listed under `problems`. */
export async function collect() {
  const problems = [];
  const attempt = async (what, work, otherwise) => {
    try {
      return await work();
    } catch (error) {
      problems.push(`${what}: ${error?.name ?? ''} ${error?.message ?? error}`);
      return otherwise;
    }
  };
  const localStorageRows = await attempt('localStorage', readLocalStorage, []);
  const databases = {};
  for (const name of await attempt('indexedDB', databaseNames, [])) {
    databases[name] = await attempt(`indexedDB ${name}`, () => readDatabase(name, problems), null);
  }
  return {
    readme: '合拍 Hepai：浏览器里存着的全部内容，原样。Everything the browser has stored, as it is.',
    address: location.origin + location.pathname,
    at: new Date().toISOString(),
    problems,
    localStorage: localStorageRows,
    indexedDB: databases,
  };
}

/** Downloads the text as a file of this name. */
export function save(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Collects and downloads; answers with what was found. */
export async function rescue() {
  const all = await collect();
  const stamp = all.at.slice(0, 19).replaceAll(/[T:]/g, '-');
  save(`合拍-全部内容-${stamp}.json`, JSON.stringify(all));
  return all;
}

/** The two actions of every page of distress, and a line that says what happened. */
export function actions() {
  const box = document.createElement('div');
  const row = document.createElement('div');
  row.className = 'shell-actions';
  const say = document.createElement('p');
  say.setAttribute('role', 'status');
  const button = (id, text, act) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.dataset.testid = id;
    made.textContent = text;
    made.addEventListener('click', act);
    row.append(made);
  };
  button('rescue-download', '下载全部内容 Download everything', async () => {
    say.textContent = '正在读取… Reading…';
    try {
      const all = await rescue();
      const rows = Object.values(all.indexedDB).flatMap((stores) => Object.values(stores ?? {})).flat().length;
      say.textContent = `已下载：${all.localStorage.length} + ${rows} 条。Downloaded: ${all.localStorage.length} + ${rows} entries.`
        + (all.problems.length ? ` 没有读到 Not read: ${all.problems.join('; ')}` : '');
    } catch (error) {
      say.textContent = `没有下载成。Not downloaded. ${error}`;
    }
  });
  button('rescue-reopen', '重新打开 Open again', () => {
    const page = new URL('./', import.meta.url);
    if (location.pathname === page.pathname) location.reload();
    else location.assign(page);
  });
  box.append(row, say);
  return box;
}

// Inside another page a click may not mean what it seems to; by itself the page works.
if (globalThis.top === globalThis.self) document.getElementById('rescue')?.append(actions());
