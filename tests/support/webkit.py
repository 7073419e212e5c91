"""A phone with WebKit: Debian's WebKitGTK, steered by its own driver through Selenium, on a screen that nobody sees."""

import os
import subprocess
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver import Remote, WebKitGTKOptions
from selenium.webdriver.remote.file_detector import UselessFileDetector
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.service import Service

from support.browsers import webkit
from support.killing import kill_all

BROWSER = Path(__file__).with_name("webkit_browser.py")
PATIENCE = 20
# Finds what a person would tap by its name; the driver has no such search.
FIND = """
  const [selector, name] = arguments;
  const words = (node) => (node?.textContent ?? '').replace(/\\s+/g, ' ').trim();
  const isIt = (node) => node.getClientRects().length > 0 && (node.getAttribute('aria-label') ?? words(node)) === name;
  return [...document.querySelectorAll(selector)].find(isIt) ?? null;
"""
CHOSEN = """
  const chosen = [...document.querySelectorAll('main input:checked')];
  return chosen.some((one) => one.labels[0].textContent.trim() === arguments[0]);
"""
PROMISED = """
  const done = arguments[arguments.length - 1];
  Promise.resolve().then(() => (%s)).then(done, (reason) => done(String(reason)));
"""
READS = "return document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])"
RECEIVED = """
  const isIt = (node) => node.textContent.trim() === 'Received';
  return [...document.querySelectorAll('main *')].some((node) => node.getClientRects().length > 0 && isIt(node));
"""
FIELD = "main input[type=text], main textarea"


@contextmanager
def unseen_screen() -> Iterator[str]:
    """Yield the name of an X display; WebKitGTK cannot do without one."""
    reading, writing = os.pipe()
    line = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    screen = subprocess.Popen(line, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}"
    screen.terminate()
    screen.wait(10)


class WebKitPhone:
    """WebKit with a profile on disk."""

    def __init__(
        self,
        display: str,
        profile: Path,
        *,
        private: bool = False,
        ahead: timedelta = timedelta(),
        room: int | None = None,
    ) -> None:
        self.profile = profile
        options = WebKitGTKOptions()
        options.binary_location = str(BROWSER)
        options.add_argument("--private" if private else f"--profile={profile}")
        options.add_argument(f"--ahead={ahead.total_seconds():.0f}")
        if room is not None:
            options.add_argument(f"--room={room}")
        environment = {**os.environ, "DISPLAY": display, "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1"}
        self.service = Service(webkit(), env=environment)
        self.service.start()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # Selenium warns itself of what it does here
            self.driver = Remote(self.service.service_url, options=options)
        self.driver.file_detector = UselessFileDetector()  # files are on this machine; none is sent to another
        self.is_fresh = True
        self.is_closed = False

    def window(self) -> "WebKitWindow":
        """Open a tab."""
        if not self.is_fresh:
            self.driver.switch_to.new_window("tab")
        self.is_fresh = False
        return WebKitWindow(self.driver, self.driver.current_window_handle)

    def close(self) -> None:
        """Close the browser in good order."""
        if self.is_closed:
            return
        self.is_closed = True
        with suppress(WebDriverException):
            self.driver.quit()
        self.service.stop()

    def kill(self) -> None:
        """End every process of it at once."""
        kill_all(f"--profile={self.profile}")
        self.close()


class WebKitWindow:
    """A tab that WebKit's driver steers."""

    def __init__(self, driver: Remote, handle: str) -> None:
        self.driver = driver
        self.handle = handle

    @property
    def address(self) -> str:
        """Where it is."""
        return str(self._here().current_url)

    def open(self, url: str) -> None:
        """Go to an address."""
        self._here().get(url)

    def reload(self) -> None:
        """Load the page again."""
        self._here().refresh()

    def tap(self, name: str) -> None:
        """Tap the button or the link of this name, once it is there."""
        self._press(lambda: self._find("button, a", name))

    def choose(self, label: str) -> None:
        """Tap a choice."""
        self._press(lambda: self._find("main label", label))
        self.chosen(label)

    def write(self, text: str) -> None:
        """Write into the one text field of the screen."""
        field = self._field()
        field.clear()
        field.send_keys(text)

    def written(self) -> str:
        """Return what is in that field."""
        return str(self._field().get_property("value"))

    def sees(self, words: str, seconds: float = PATIENCE) -> None:
        """Wait until these words are on the screen."""
        self._until(lambda: self._here().execute_script(READS, words), f"“{words}”", seconds)

    def received(self, seconds: float = PATIENCE) -> None:
        """Wait until an interview is called received."""
        self._until(lambda: self._here().execute_script(RECEIVED), "“Received”, by itself,", seconds)

    def chosen(self, label: str, seconds: float = PATIENCE) -> None:
        """Wait until this choice is chosen."""
        self._until(lambda: self._here().execute_script(CHOSEN, label), f"the choice of {label}", seconds)

    def attach(self, path: Path) -> None:
        """Choose a file in the one file field of the screen."""
        field = self._until(
            lambda: self._here().find_element("css selector", "input[type=file]"), "a file field", PATIENCE
        )
        field.send_keys(str(path))

    def run(self, script: str) -> Any:
        """Return what an expression, or its promise, is in the page."""
        return self._here().execute_async_script(PROMISED % script)

    def _here(self) -> Remote:
        if self.driver.current_window_handle != self.handle:
            self.driver.switch_to.window(self.handle)
        return self.driver

    def _find(self, selector: str, name: str) -> WebElement | None:
        found: WebElement | None = self._here().execute_script(FIND, selector, name)
        return found

    def _field(self) -> WebElement:
        return self._until(
            lambda: next(iter(self._here().find_elements("css selector", FIELD)), None), "a text field", PATIENCE
        )

    def _press(self, find: Callable[[], WebElement | None]) -> None:
        """Tap in the middle of the screen, where no bar covers it; if the screen changed meanwhile, look again."""

        def press() -> bool:
            found = find()
            if found is None:
                return False
            self.driver.execute_script("arguments[0].scrollIntoView({ block: 'center' })", found)
            found.click()
            return True

        self._until(press, "what to tap", PATIENCE)

    def _until(self, look: Callable[[], Any], what: str, seconds: float) -> Any:
        wait = WebDriverWait(self.driver, seconds, poll_frequency=0.1, ignored_exceptions=[WebDriverException])
        with suppress(TimeoutException):
            return wait.until(lambda _driver: look())
        raise AssertionError(f"{what} did not come; there is: {self._text()}")

    def _text(self) -> str:
        with suppress(WebDriverException):
            return str(self._here().execute_script("return document.body.innerText"))[:1000]
        return "nothing"
