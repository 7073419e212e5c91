"""Every address that an app answers at, however it was put there."""

from collections.abc import Iterable, Iterator
from typing import Any

from fastapi import FastAPI
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles


def routes_of(app: FastAPI) -> set[str]:
    """Return "METHOD /path" of every route: documented or not, nested, and of every class.

    Only static files are left out. A class that is not known here is returned by its name, so that whoever compares the
    set with a list hears of it.
    """
    return set(_walk([*app.router.routes, *app.router._low_priority_routes]))


def _walk(routes: Iterable[Any], prefix: str = "") -> Iterator[str]:
    for found in routes:
        route = getattr(found, "starlette_route", None) or found
        if hasattr(route, "effective_candidates"):  # a router that was included
            yield from _walk([*route.effective_candidates(), *route.effective_low_priority_routes()], prefix)
        elif isinstance(route, Mount):
            yield from _mounted(route, prefix + route.path)
        else:
            yield from _plain(route, prefix)


def _mounted(mount: Mount, prefix: str) -> Iterator[str]:
    if isinstance(mount.app, StaticFiles):
        return
    yield f"MOUNT {prefix}"
    yield from _walk(mount.routes or [], prefix)


def _plain(route: Any, prefix: str) -> Iterator[str]:
    methods = getattr(route, "methods", None) or {type(route).__name__}
    path = prefix + (getattr(route, "path", None) or "")
    for method in methods - {"HEAD"} or methods:
        yield f"{method} {path}"
