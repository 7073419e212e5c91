// Lets the browser answer from the caches by itself, where it can (Chromium): the worker need not be started first, which takes a slow
// phone long. Elsewhere, and for everything that is not kept, nothing changes.
import { cacheNames } from "workbox-core";
import { addPlugins, getCacheKeyForURL, type PrecacheEntry } from "workbox-precaching";

declare const self: ServiceWorkerGlobalScope;

/** https://www.w3.org/TR/service-workers/#service-worker-static-router; TypeScript does not know it yet. */
interface Rule {
  condition: { urlPattern: { pathname: string; search: string }; requestMethod: string };
  source: { cacheName: string };
}

interface Routing {
  addRoutes?(rules: Rule[]): Promise<void>;
}

/** A cache for the page under its own address, one for each release: a browser that answers by itself looks up nothing else. */
const PAGES = "askwell-page-";
const PAGE = "/";

/** Say, while this worker is being installed, what needs no worker: the page, and the scripts and styles that carry a hash in their names. */
export function routeWithoutWorker(manifest: readonly (PrecacheEntry | string)[], shell: string): void {
  const kept = manifest.map((entry) => (typeof entry === "string" ? entry : entry.url)).filter((url) => url.startsWith("assets/"));
  self.addEventListener("install", (event) => {
    const rules = [rule(PAGE, pagesOf(shell)), ...kept.map((url) => rule(`/${url}`, cacheNames.precache))];
    // A browser that refuses a rule asks the worker, as ever.
    event.waitUntil((event as Routing).addRoutes?.(rules).catch(() => undefined) ?? Promise.resolve());
  });
}

/** Keep the page where the browser will look for it, before this worker is installed: one that is ended while it takes over is not asked again. */
export function keepPageFirst(shell: string): void {
  addPlugins([{
    cacheDidUpdate: async ({ request, newResponse }) => {
      if (request.url === getCacheKeyForURL(shell)) await (await caches.open(pagesOf(shell))).put(PAGE, newResponse);
    },
  }]);
}

/** See that the page is kept, and forget those of earlier releases. */
export async function keepPage(shell: string): Promise<void> {
  const key = getCacheKeyForURL(shell);
  const page = key && (await caches.match(key));
  if (page) await (await caches.open(pagesOf(shell))).put(PAGE, page);
  for (const name of await caches.keys()) {
    if (name.startsWith(PAGES) && name !== pagesOf(shell)) await caches.delete(name);
  }
}

function pagesOf(shell: string): string {
  return PAGES + (getCacheKeyForURL(shell)?.split("=").at(-1) ?? "");
}

function rule(pathname: string, cacheName: string): Rule {
  return { condition: { urlPattern: { pathname, search: "" }, requestMethod: "get" }, source: { cacheName } };
}
