/*
 * Opens the phone pages where there is no network: the page and the files it was drawn with, as they last came.
 * Answers of the server are never kept here; what a worker filled in lies in the phone's database.
 */
const CACHE = 'anxin-phone';
const PAGE = '/m';
const PATIENCE_MS = 4_000;
/** Its document asks the first question already, which would be wrong for every other address. */
const FIRST_QUESTION = /^\/m\/new\/?$/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** The page tells what it has loaded so far, also from before this worker was there. */
self.addEventListener('message', (event) => event.waitUntil(keepAll(event.data)));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(openPage(request));
  else if (isFile(pathname)) event.respondWith(openFile(request));
});

const isFile = (pathname) => pathname.startsWith('/assets/') || pathname === '/favicon.svg';

async function keepAll(paths) {
  if (!Array.isArray(paths)) return;
  const cache = await caches.open(CACHE);
  for (const path of [PAGE, ...paths.filter(isFile)]) {
    if (await cache.match(path)) continue;
    const answer = await fetch(path).catch(() => undefined);
    if (answer && answer.ok) await cache.put(path, answer);
  }
}

/** From the network, so that an update is seen at once; from the phone when the line is dead or as good as dead. */
async function openPage(request) {
  const kept = await caches.match(PAGE);
  const fresh = fetch(request).then(async (answer) => {
    if (answer.ok && !FIRST_QUESTION.test(new URL(request.url).pathname))
      await keepPage(answer.clone(), kept);
    return answer;
  });
  if (!kept) return fresh;
  const patience = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  return Promise.race([fresh.catch(() => kept), patience]);
}

/** A new page names new files; those of the old one are of no use any more. */
async function keepPage(answer, kept) {
  const isNew = kept && (await kept.clone().text()) !== (await answer.clone().text());
  if (isNew) await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  await cache.put(PAGE, answer);
}

/** File names carry a hash of their content, so a kept one is the right one. */
async function openFile(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) {
    const copy = fresh.clone();
    await (await caches.open(CACHE)).put(request, copy);
  }
  return fresh;
}
