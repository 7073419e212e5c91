"""Version documents, read and prepared once per process. They never change, so their hash is all a cache must know."""

import json
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any, Generic, TypeVar

Document = dict[str, Any]
Built = TypeVar("Built")


class ByHash(Generic[Built]):
    """Keeps what was built from the versions used most recently."""

    def __init__(self, build: Callable[[bytes], Built], size: int = 64) -> None:
        self._build = build
        self._size = size
        self._kept: OrderedDict[str, Built] = OrderedDict()
        self._lock = Lock()

    def get(self, version_hash: str, read: Callable[[], bytes]) -> Built:
        """Return what belongs to the hash; `read` is called only when it is not here yet."""
        with self._lock:
            if version_hash in self._kept:
                self._kept.move_to_end(version_hash)
                return self._kept[version_hash]
        built = self._build(read())
        with self._lock:
            self._kept[version_hash] = built
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return built


def parse(content: bytes) -> Document:
    """Return a version document as it was published."""
    document: Document = json.loads(content)
    return document
