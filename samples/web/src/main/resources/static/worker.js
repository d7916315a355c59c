// Where the school cannot be reached a page gives way to the form that keeps drafts on this phone. It holds that form, its
// scripts and its style, and no page about anyone.
const CACHE = 'capture';

self.addEventListener('install', function () { self.skipWaiting(); });
self.addEventListener('activate', function (event) { event.waitUntil(self.clients.claim()); });

/** The school's answer; one of something between here and there that does not reach the school is none. */
async function reached(asked) {
  const answer = await fetch(asked);
  if ([502, 503, 504].includes(answer.status) && !answer.headers.has('Content-Security-Policy')) throw new Error('not reached');
  return answer;
}

async function kept(path) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) || Response.error();
}

self.addEventListener('fetch', function (event) {
  const asked = event.request;
  if (asked.method !== 'GET') return;
  const root = new URL(self.registration.scope).pathname;
  const path = new URL(asked.url).pathname;
  if (asked.mode === 'navigate') {
    event.respondWith(reached(asked).catch(function () { return kept(root + 'offline'); }));
  } else if (['style.css', 'icon.svg', 'drafts.js', 'capture.js'].includes(path.slice(root.length))) {
    event.respondWith(reached(asked).catch(function () { return kept(path); }));
  }
});
