// Keeps the hand-written pages for use without a network: the least that a service worker can do.
const NAMES = ["/60.html", "/500.html", "/page.css", "/page.js"];
addEventListener("install", (event) => event.waitUntil(caches.open("page").then((cache) => cache.addAll(NAMES))));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => event.respondWith(caches.match(event.request).then((found) => found ?? fetch(event.request))));
