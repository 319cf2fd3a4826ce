// Keeps exactly one build for use without a network. `cargo xtask build` fills in what it holds.

const FILES = /* FILES */ [];
const BUILD = /* BUILD */ '';
const SCOPE = self.registration.scope;

// Copies of the app under other paths of the same host share one storage of caches.
const OWN = `hepai ${SCOPE} `;
const CACHE = OWN + BUILD;

/** All files of the build, each checked; a half-finished upload installs nothing. */
async function install() {
  const cache = await caches.open(CACHE);
  try {
    await cache.addAll(FILES.map(([file, integrity]) =>
      new Request(new URL(file, SCOPE), { integrity, cache: 'no-cache' })));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function tidy() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OWN) && name !== CACHE).map((name) => caches.delete(name)));
}

async function answer(request) {
  const url = new URL(request.url);
  url.search = '';
  url.hash = '';
  if (url.href === SCOPE) url.pathname += 'index.html';
  const cache = await caches.open(CACHE);
  const found = await cache.match(url, { ignoreVary: true });
  if (!found) return fetch(request);
  // A host that redirects index.html leaves a mark that browsers refuse for a page.
  return found.redirected ? new Response(found.body, { status: found.status, headers: found.headers }) : found;
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(tidy()));
self.addEventListener('message', (event) => {
  if (event.data === 'skip-waiting') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET' || !event.request.url.startsWith(SCOPE)) return;
  event.respondWith(answer(event.request));
});
