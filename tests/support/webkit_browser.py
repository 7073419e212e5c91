#!/usr/bin/python3
"""A small browser of WebKitGTK that its driver can steer. Runs with Debian's own Python, which has the bindings.

WebKit's own MiniBrowser is in private mode whenever it is steered; this one can also keep its profile.
`--profile=FOLDER` lasts; `--private` forgets. `--ahead=SECONDS` is how wrong the clock of pages is, `--room=BYTES` how
much an address may keep.
"""

import os
import sys
from pathlib import Path
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402  the versions are chosen first

SIZE = (412, 839)
# The driver asks for this name and any version that is not older.
NAME = "MiniBrowser"
WRONG_CLOCK = """
  const ahead = %s * 1000;
  const now = Date.now;
  globalThis.Date = class extends Date {
    constructor(...given) {
      if (given.length === 0) super(now() + ahead);
      else super(...given);
    }
    static now() {
      return now() + ahead;
    }
  };
"""


def _told(name: str) -> str | None:
    """Return what was given as `--name=`."""
    start = f"--{name}="
    return next((one.removeprefix(start) for one in sys.argv if one.startswith(start)), None)


def _manager() -> Any:
    folder, room = _told("profile"), _told("room")
    if folder is None:
        return WebKit2.WebsiteDataManager.new_ephemeral()
    more = {}
    if room is not None:
        Path(folder).mkdir(parents=True, exist_ok=True)
        disk = os.statvfs(folder)
        more["origin_storage_ratio"] = int(room) / (disk.f_blocks * disk.f_frsize)
    return WebKit2.WebsiteDataManager(
        base_data_directory=f"{folder}/data", base_cache_directory=f"{folder}/cache", **more
    )


def _scripts() -> Any:
    scripts = WebKit2.UserContentManager()
    ahead = int(_told("ahead") or 0)
    if ahead:
        where, when = WebKit2.UserContentInjectedFrames.ALL_FRAMES, WebKit2.UserScriptInjectionTime.START
        scripts.add_script(WebKit2.UserScript.new(WRONG_CLOCK % ahead, where, when, None, None))
    return scripts


def _view(context: Any) -> Any:
    """Make a view in a window of its own: every one of them is seen, as tabs are when people turn to them."""
    view = WebKit2.WebView(web_context=context, user_content_manager=_scripts(), is_controlled_by_automation=True)
    window = Gtk.Window()
    window.set_default_size(*SIZE)
    window.add(view)
    window.show_all()
    return view


def _steered(context: Any, session: Any) -> None:
    told = WebKit2.ApplicationInfo()
    told.set_name(NAME)
    told.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(told)
    session.connect("create-web-view", lambda _session: _view(context))


def main() -> None:
    """Wait for the driver, and do what it says."""
    context = WebKit2.WebContext(website_data_manager=_manager())
    context.set_automation_allowed(True)
    context.connect("automation-started", _steered)
    Gtk.main()


if __name__ == "__main__":
    main()
