"""The app in the languages of tests, built once for a run: `vite build --mode pseudo`. See docs/translating.md."""

import os
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page

PWA = Path(__file__).parents[2] / "pwa"
PSEUDO = ("en-XA", "ar-XB")


def build_pseudo(folder: Path) -> Path:
    """Build the app with `en-XA` and `ar-XB` into a folder; return it."""
    node = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{node}{os.pathsep}{os.environ['PATH']}"}
    line = ["npx", "vite", "build", "--mode", "pseudo", "--outDir", str(folder), "--emptyOutDir", "--logLevel", "warn"]
    subprocess.run(line, cwd=PWA, env=environment, check=True, stdout=subprocess.DEVNULL)
    return folder


def speak(page: Page, url: str, code: str) -> None:
    """Choose a language in the settings, as people do."""
    page.goto(f"{url}/#/settings")
    page.locator(f"input[name=language][value={code}]").check(force=True)
    page.locator(f"html[lang={code}]").wait_for(state="attached")
