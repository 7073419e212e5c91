"""Earlier releases as they were: the built app, what it left on a phone, its server's database. `keep.py` makes one."""

import json
import lzma
import re
import shutil
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "pwa" / "dist"
SHELF = ROOT / "tests" / "fixtures" / "releases"

# Bytes have no place in JSON; anything else that has none (a key, say) must not be dropped without a word.
READ_ALL = """async () => {
  const plain = (value) => {
    if (value instanceof Uint8Array) return { $bytes: [...value] };
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== "object" || value === null) return value;
    if (Object.getPrototypeOf(value) !== Object.prototype) throw new Error(`JSON cannot hold ${value}`);
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
  };
  const asked = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await asked(indexedDB.open("askwell"));
  const stores = {};
  for (const name of database.objectStoreNames) {
    const store = database.transaction(name).objectStore(name);
    stores[name] = { key: store.keyPath, rows: plain(await asked(store.getAll())) };
  }
  const { version } = database;
  database.close();
  return { version, stores };
}"""

WRITE_ALL = """async ({ version, stores }) => {
  const whole = (value) => {
    if (Array.isArray(value)) return value.map(whole);
    if (typeof value !== "object" || value === null) return value;
    if (value.$bytes) return new Uint8Array(value.$bytes);
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, whole(each)]));
  };
  await new Promise((resolve, reject) => {
    const opening = indexedDB.open("askwell", version);
    opening.onupgradeneeded = () => {
      for (const [name, { key, rows }] of Object.entries(stores)) {
        const store = opening.result.createObjectStore(name, { keyPath: key });
        for (const row of rows) store.put(whole(row));
      }
    };
    opening.onsuccess = () => { opening.result.close(); resolve(); };
    opening.onerror = () => reject(opening.error);
  });
}"""


@dataclass(frozen=True)
class Release:
    """One folder of the shelf."""

    folder: Path

    @property
    def name(self) -> str:
        """The version it was released as."""
        return self.folder.name

    def unpack_app(self, into: Path) -> Path:
        """Put the app's files, as this release served them, into a new folder; return it."""
        place = into / f"app-{self.name}"
        with tarfile.open(self.folder / "app.tar.xz") as archive:
            archive.extractall(place, filter="data")
        return place

    def restore_database(self, into: Path) -> None:
        """Put the database of its server where a server process looks for it."""
        (into / "askwell.db").write_bytes(lzma.decompress((self.folder / "server.db.xz").read_bytes()))

    def phone(self) -> dict[str, Any]:
        """Read what it left on a phone: `version` and `stores` of IndexedDB, the ids of its round and organization."""
        kept: dict[str, Any] = json.loads((self.folder / "phone.json").read_text())
        return kept


def releases(*, with_app: bool = False) -> list[Release]:
    """List the releases on the shelf; of old ones only what they left on phones may still be there."""
    wanted = "app.tar.xz" if with_app else "phone.json"
    return [Release(folder) for folder in sorted(SHELF.iterdir()) if (folder / wanted).is_file()]


def read_phone(page: Page) -> dict[str, Any]:
    """Read every store of the phone."""
    kept: dict[str, Any] = page.evaluate(READ_ALL)
    return kept


def restore_phone(page: Page, kept: dict[str, Any]) -> None:
    """Write every store of a phone that has none yet. The page is of the same origin, and not the app."""
    page.evaluate(WRITE_ALL, {"version": kept["version"], "stores": kept["stores"]})


HASHED = re.compile(r"-([\w-]{8})\.(?:js|css)$")
VERSION = re.compile(r"([`\"'])(\d+\.\d+\.\d+)\1")
NEXT = "99.0.0"


def next_release(app: Path, into: Path) -> Path:
    """Copy a built app as if it had been built from other sources: another version, other names, other hashes."""
    place = into / "app-next"
    shutil.copytree(app, place)
    assets = [path for path in (place / "assets").iterdir() if HASHED.search(path.name)]
    names = {path.name: _renamed(path.name) for path in assets}
    for path in [place / "index.html", place / "sw.js", *assets]:
        path.write_text(_rewritten(path.read_text(), names, is_ours=path.name != "sw.js"))
    for path in assets:
        path.rename(path.with_name(names[path.name]))
    return place


def _renamed(name: str) -> str:
    found = HASHED.search(name)
    assert found is not None, name
    return name.replace(found.group(1), found.group(1)[::-1])


def _rewritten(text: str, names: dict[str, str], *, is_ours: bool) -> str:
    for old, new in names.items():
        text = text.replace(old, new)
    if is_ours:
        return VERSION.sub(rf"\g<1>{NEXT}\g<1>", text)
    # What has no hash in its name stands in the worker's list with a revision: a new one makes the phone fetch it anew.
    return re.sub(r"\b[0-9a-f]{32}\b", lambda found: found.group()[::-1], text)
