// The service worker: keeps the shell of the app for use without a network. It never touches /v1, nor anything that is not a GET.
import { cleanupOutdatedCaches, matchPrecache, precache } from "workbox-precaching";
import { keepPage, keepPageFirst, routeWithoutWorker } from "./routing";

declare const self: ServiceWorkerGlobalScope;

const SHELL = "/index.html";
const DESK = "askwell-desk";
const OPEN_DRAFT = "open-draft";

const manifest = self.__WB_MANIFEST;
keepPageFirst(SHELL);
precache(manifest);
cleanupOutdatedCaches();
routeWithoutWorker(manifest, SHELL);

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || isServers(pathname)) return;
  if (request.mode === "navigate") event.respondWith(page(request, pathname));
  else if (pathname.startsWith("/assets/desk-")) event.respondWith(keptOnFirstUse(request));
  else event.respondWith(kept(request));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([caches.delete(DESK), keepPage(SHELL)]));
});

self.addEventListener("message", (event) => {
  if (event.data === "apply-update") event.waitUntil(takeOver(event.source));
});

// Only Chromium fires this. It wakes the pages that are open; sending is theirs.
self.addEventListener("sync" as "message", (event) => {
  event.waitUntil(self.clients.matchAll({ type: "window" }).then((pages) => {
    for (const page of pages) page.postMessage("wake-outbox");
  }));
});

/** The server's own addresses; the worker is not asked about them. */
function isServers(pathname: string): boolean {
  return pathname.startsWith("/v1/") || pathname === "/healthz" || pathname === "/docs" || pathname === "/openapi.json";
}

/** A page of its own where there is one (the plain page of the quick exit); else the shell. */
async function page(request: Request, pathname: string): Promise<Response> {
  return (await (pathname.endsWith(".html") ? matchPrecache(pathname) : null)) ?? (await matchPrecache(SHELL)) ?? fetch(request);
}

async function kept(request: Request): Promise<Response> {
  return (await matchPrecache(request)) ?? fetch(request);
}

/** The desk is not on every phone: it is kept when someone opens it. Its names hold a hash, so a copy never grows old. */
async function keptOnFirstUse(request: Request): Promise<Response> {
  const cache = await caches.open(DESK);
  const before = await cache.match(request);
  if (before) return before;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

/** Become the worker of all pages, unless an interview is open in one of them. */
async function takeOver(asker: { postMessage(message: string): void } | null): Promise<void> {
  const { held = [] } = await self.navigator.locks.query();
  if (held.some((lock) => lock.name === OPEN_DRAFT)) {
    asker?.postMessage("update-held-back");
    return;
  }
  await self.skipWaiting();
}
