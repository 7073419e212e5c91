"""Looks through what a page shows and can read: as the next person at the phone could, and for what has no room."""

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


# What sticks out at the side, where that makes the page scroll sideways.
STICKING_OUT = """() => {
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= wide) return [];
    const out = [...document.querySelectorAll('body *')].filter((each) => {
        const box = each.getBoundingClientRect();
        return box.width > 0 && (box.right > wide + 1 || box.left < -1) && getComputedStyle(each).clipPath === 'none';
    });
    return ['the page', ...out.map((each) => each.outerHTML.slice(0, 120)).slice(0, 3)];
}"""


def sticking_out(page: Page) -> list[str]:
    """List what makes the page scroll sideways, by its own words."""
    found: list[str] = page.evaluate(STICKING_OUT)
    return found
