// Keeps one edition of the till whole, so that a reload without a line shows the page. The page itself comes from the net first.
const CACHE = 'till-{{edition}}';
const PAGE = '/till/';
const FILES = {{files}};
const PATIENCE = 4000;

self.addEventListener('install', event => event.waitUntil(keep()));
self.addEventListener('activate', event => event.waitUntil(forgetOlder()));
self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  if (event.request.mode === 'navigate' && url.pathname === PAGE) event.respondWith(netFirst(event.request, PAGE));
  else if (url.pathname === '/assets/boot.js') event.respondWith(netFirst(event.request, url.pathname));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(keptFirst(event.request));
});

async function keep() {
  const cache = await caches.open(CACHE);
  await cache.addAll([PAGE, '/assets/boot.js', ...FILES].map(address => new Request(address, { cache: 'no-cache' })));
  await self.skipWaiting();
}

async function forgetOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith('till-') && name !== CACHE).map(name => caches.delete(name)));
  await self.clients.claim();
}

async function netFirst(request, kept) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    if (answer.ok) return answer;
  } catch (failure) {
    console.warn('from the cache', kept, failure);
  }
  return await caches.match(kept) ?? Response.error();
}

const keptFirst = async request => await caches.match(request.url) ?? fetch(request);
