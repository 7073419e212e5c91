"""Finds the browser for tests, installing Debian's package when there is none. Run it alone to set a machine up.

Order: the variable CHROMIUM → a browser of the system → apt-get (as root or by sudo -n) → Playwright's own download.
"""

import os
import shutil
import subprocess
import sys

PHONE = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
    "locale": "en-US",
}
DESK = {"viewport": {"width": 1280, "height": 800}, "locale": "en-US"}
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HELP = "No Chromium was found and none could be installed. Install one, or set CHROMIUM=/path/to/chromium."


def find_chromium() -> str | None:
    """Return the path of a Chromium that is already here."""
    given = os.environ.get("CHROMIUM")
    if given:
        return given
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def chromium() -> str:
    """Return the path of a Chromium; install one if need be, and fail loudly if that is not possible."""
    found = find_chromium() or _from_apt() or _from_playwright()
    if found is None:
        raise RuntimeError(HELP)
    return found


def _from_apt() -> str | None:
    if shutil.which("apt-get") is None:
        return None
    rights = [] if os.geteuid() == 0 else ["sudo", "-n"]
    print("Installing Debian's chromium package (once)…", flush=True)  # noqa: T201  a set-up program speaks
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["install", "-q", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"]
    for arguments in (["update", "-q"], install):
        done = subprocess.run([*rights, "apt-get", *arguments], env=environment, capture_output=True, check=False)
        if done.returncode != 0:
            return None
    return find_chromium()


def _from_playwright() -> str | None:
    done = subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=False)
    if done.returncode != 0:
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


if __name__ == "__main__":
    try:
        print(f"  {chromium()}")  # noqa: T201  a set-up program speaks
    except RuntimeError as error:
        sys.exit(str(error))
