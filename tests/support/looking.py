"""Looks through everything a page of this address can read on the phone, as the next person at it could."""

from playwright.sync_api import Page

EVERYTHING = """async () => {
    const found = [];
    for (const { name } of await indexedDB.databases()) {
        const database = await new Promise((opened) => {
            const request = indexedDB.open(name);
            request.onsuccess = () => opened(request.result);
        });
        for (const store of database.objectStoreNames) {
            found.push(JSON.stringify(await new Promise((read) => {
                const request = database.transaction(store).objectStore(store).getAll();
                request.onsuccess = () => read(request.result);
            })));
        }
        database.close();
    }
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) found.push(request.url, await (await cache.match(request)).text());
    }
    found.push(JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }));
    found.push(document.title, location.href, JSON.stringify(history.state), document.documentElement.outerHTML);
    return found.join(String.fromCharCode(10));
}"""


def everything_readable(page: Page) -> str:
    """Return all that is in the databases, caches, storages and the page itself, as one text."""
    return str(page.evaluate(EVERYTHING))
