#!/usr/bin/python3
"""A small browser of WebKitGTK that its driver can steer. Runs with Debian's own Python, which has the bindings.

WebKit's own MiniBrowser is in private mode whenever it is steered; this one can also keep its profile.
`--profile=FOLDER` lasts; `--private` forgets.
"""

import sys
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402  the versions are chosen first

SIZE = (412, 839)
# The driver asks for this name and any version that is not older.
NAME = "MiniBrowser"


def _manager(arguments: list[str]) -> Any:
    if "--private" in arguments:
        return WebKit2.WebsiteDataManager.new_ephemeral()
    folder = next(one.removeprefix("--profile=") for one in arguments if one.startswith("--profile="))
    return WebKit2.WebsiteDataManager(base_data_directory=f"{folder}/data", base_cache_directory=f"{folder}/cache")


def _view(context: Any) -> Any:
    """Make a view in a window of its own: every one of them is seen, as tabs are when people turn to them."""
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
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
    context = WebKit2.WebContext(website_data_manager=_manager(sys.argv))
    context.set_automation_allowed(True)
    context.connect("automation-started", _steered)
    Gtk.main()


if __name__ == "__main__":
    main()
