"""Finds the browsers for tests, installing Debian's packages where there are none. Run it alone to set a machine up.

Order for each: its variable (CHROMIUM, FIREFOX) → a browser of the system → apt-get (as root or by sudo -n); for
Chromium also Playwright's own download. What cannot be had is said, with what to install; nothing is skipped.
"""

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable

PHONE = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
    "locale": "en-US",
}
DESK = {"viewport": {"width": 1280, "height": 800}, "locale": "en-US"}
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FIREFOXES = ("firefox-esr", "firefox")
WEBKIT = ("webkit2gtk-driver", "gir1.2-webkit2-4.1", "python3-gi", "xvfb", "gstreamer1.0-plugins-bad")
# Debian's own Python carries the bindings that our small WebKit browser is made of; a virtual environment does not.
SYSTEM_PYTHON = "/usr/bin/python3"
HAS_WEBKIT = "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1')"


def chromium() -> str:
    """Return the path of a Chromium; install one if need be, and fail loudly if that is not possible."""
    found = _find("CHROMIUM", CHROMIUMS)
    if found is None and _install("chromium", "fonts-dejavu-core"):
        found = _find("CHROMIUM", CHROMIUMS)
    found = found or _from_playwright()
    if found is None:
        raise RuntimeError(
            "No Chromium was found or could be installed. Install one, or set CHROMIUM=/path/to/chromium."
        )
    return found


def firefox() -> str:
    """Return the path of a Firefox, as `chromium` does."""
    found = _find("FIREFOX", FIREFOXES)
    if found is None and _install("firefox-esr"):
        found = _find("FIREFOX", FIREFOXES)
    if found is None:
        raise RuntimeError("No Firefox was found or could be installed. Install one, or set FIREFOX=/path/to/firefox.")
    return found


def webkit() -> str:
    """Return the path of the driver of WebKitGTK; with it come the library and a screen that nobody sees."""
    found = _find_webkit()
    if found is None and _install(*WEBKIT):
        found = _find_webkit()
    if found is None:
        raise RuntimeError(f"No WebKitGTK was found or could be installed. Install the packages: {' '.join(WEBKIT)}")
    return found


def _find(variable: str, names: tuple[str, ...]) -> str | None:
    """Return the path of a browser that is already here."""
    given = os.environ.get(variable)
    if given:
        return given
    return next((path for name in names if (path := shutil.which(name))), None)


def _find_webkit() -> str | None:
    if shutil.which("Xvfb") is None or shutil.which(SYSTEM_PYTHON) is None:
        return None
    if subprocess.run([SYSTEM_PYTHON, "-c", HAS_WEBKIT], capture_output=True, check=False).returncode != 0:
        return None
    return shutil.which("WebKitWebDriver")


def _install(*packages: str) -> bool:
    """Install Debian's packages; return whether that worked."""
    if not _apt("update", "-q"):
        return False
    print(f"Installing {' '.join(packages)} (once)…", flush=True)  # noqa: T201  a set-up program speaks
    return _apt("install", "-q", "-y", "--no-install-recommends", *packages)


@functools.cache
def _apt(*arguments: str) -> bool:
    if shutil.which("apt-get") is None:
        return False
    rights = [] if os.geteuid() == 0 else ["sudo", "-n"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run([*rights, "apt-get", *arguments], env=environment, capture_output=True, check=False)
    return done.returncode == 0


def _from_playwright() -> str | None:
    done = subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=False)
    if done.returncode != 0:
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _fault_of(find: Callable[[], str]) -> str | None:
    """Say which browser there is; return what to do where there is none."""
    try:
        print(f"  {find()}")  # noqa: T201  a set-up program speaks
    except RuntimeError as error:
        return str(error)
    return None


if __name__ == "__main__":
    faults = [fault for find in (chromium, firefox, webkit) if (fault := _fault_of(find))]
    sys.exit("\n".join(faults) or None)
