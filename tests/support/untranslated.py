"""Reads a page in a language of tests: what was not translated, what is cut off, what does not turn, what is torn."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from playwright.sync_api import Page

from askwell.questionsets import starter
from support.media import of_every_kind
from support.programme import EDITOR, HARBOR
from support.pseudo import PSEUDO
from support.questions import EVERY_KIND, PLACES
from support.showroom import MENDING_TITLE, PULSE_TITLE

# Everything that is seen or heard in the page's own language, with where it stands.
ALL_WORDS = """() => {
  const said = [["title", document.title]];
  const isForeign = (place) => place.closest("[lang]").lang !== document.documentElement.lang;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const place = walker.currentNode.parentElement;
    if (place.closest("script, style, noscript, pre, code, .code, .said") || isForeign(place)) continue;
    said.push([place.className || place.localName, walker.currentNode.data]);
  }
  for (const name of ["aria-label", "title", "placeholder", "alt", "aria-valuetext", "aria-description"]) {
    for (const each of document.querySelectorAll(`[${name}]`)) {
      if (!isForeign(each)) said.push([name, each.getAttribute(name)]);
    }
  }
  return said;
}"""
# Cut off although it is not meant to be: only the title of the bar may end in dots.
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter((each) => {
  const { overflowX, overflowY, clipPath, display } = getComputedStyle(each);
  const isSeen = clipPath === "none" && display !== "inline" && each.checkVisibility({ checkOpacity: true });
  if (!isSeen || each.matches(".page-bar-title, .asking-title")) return false;
  const hides = (overflow) => ["hidden", "clip"].includes(overflow);
  return (hides(overflowX) && each.scrollWidth > each.clientWidth + 1)
    || (hides(overflowY) && each.localName !== "input" && each.scrollHeight > each.clientHeight + 1);
}).map((each) => each.outerHTML.slice(0, 120))"""
# From right to left the bar and codes begin at the right, progress grows from there, and what points along the line
# of reading points to the left.
NOT_TURNED = """() => {
  const wide = document.documentElement.clientWidth;
  const begins = (each) => {
    const range = document.createRange();
    range.selectNodeContents(each);
    const box = each.matches(".code") ? range.getBoundingClientRect() : each.getBoundingClientRect();
    return { each, right: box.right };
  };
  const first = [...document.querySelectorAll(".page-bar > :first-child, .code")].map(begins);
  const stays = first.filter(({ right }) => right < wide * 0.6).map(({ each }) => each);
  const isTurned = (each) => getComputedStyle(each).scale.startsWith("-1");
  const arrows = [...document.querySelectorAll(".icon-turns")].filter((each) => !isTurned(each));
  const bars = [...document.querySelectorAll(".progress")].filter((each) => getComputedStyle(each).direction !== "rtl");
  // As a block it would begin at the side of its own letters.
  const names = [...document.querySelectorAll("bdi")].filter((each) => getComputedStyle(each).display !== "inline");
  const found = [...stays, ...arrows.map((each) => each.parentElement), ...bars, ...names];
  return found.map((each) => each.outerHTML.slice(0, 120));
}"""
# Digits before letters: such a code is torn apart where it does not stand alone. Each code is one for a moment.
TORN = """() => {
  const found = [];
  const place = (node, at, length) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + length);
    return [...range.getClientRects()];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const was = node.data;
    const { index, 0: code } = /(?<![-\\w])[0-9A-Z]{4,5}(-[0-9A-Z]{4,5})+(?![-\\w])/.exec(was) ?? {};
    if (code === undefined) continue;
    const worst = code.split("-").map((group, nth) => group.replace(/./g, nth ? "B" : "7")).join("-");
    node.data = was.replace(code, worst);
    const whole = place(node, index, worst.length);
    const [first] = place(node, index, 1);
    const [later] = place(node, index + worst.indexOf("-") + 1, 1);
    const isTorn = new Set(whole.map(({ top }) => top)).size < whole.length;
    const isTurned = first.top === later.top && first.left > later.left;
    const goesBefore = index > 0 && place(node, 0, 1)[0].left < first.left;
    node.data = was;
    if (isTorn || isTurned || goesBefore) found.push(node.parentElement.outerHTML.slice(0, 120));
  }
  return found;
}"""
# A title that ends in a question mark must not begin with it.
TURNED_MARKS = """(title) => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const end = node.data.indexOf(title) + title.length;
    if (!node.data.includes(title)) continue;
    const range = document.createRange();
    const [letter, mark] = [end - 2, end - 1].map((at) => {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    });
    if (mark.top === letter.top && mark.left < letter.left) found.push(node.parentElement.outerHTML.slice(0, 120));
  }
  return found;
}"""
# The title of the round of the walk.
ASKED = "What is it like?"
# Codes, of which a digit may be somebody's content; hosts, versions, names of files.
CODE = re.compile(r"\b[0-9A-Z]{4,5}(-[0-9A-Z]{4,5})+\b")
NAMED_BY_CHANCE = re.compile(r"\S*\d\S*|copy-\w+\.txt")
WORD = re.compile(r"[A-Za-z]{2,}")


def in_languages_of_tests() -> dict[str, Any]:
    """Return every kind of question in the languages of tests, too: an interview speaks that of its questions."""

    def more(row: dict[str, str]) -> dict[str, str]:
        words = {name: text for name, text in row.items() if name.endswith("English (en)")}
        own = {
            name.replace("English (en)", f"{code} ({code})"): text for name, text in words.items() for code in PSEUDO
        }
        return {**row, **own}

    return {**EVERY_KIND, **{sheet: [more(row) for row in EVERY_KIND[sheet]] for sheet in ("survey", "choices")}}


def content() -> set[str]:
    """Return what editors and members wrote: it is not the interface's to translate."""
    rows = [*EVERY_KIND["survey"], *EVERY_KIND["choices"]]
    labels = {text for row in rows for name, text in row.items() if name.startswith(("label", "hint"))}
    names = {
        HARBOR.name,
        HARBOR.sector,
        EDITOR.name,
        EDITOR.email,
        PULSE_TITLE,
        MENDING_TITLE,
        *("survey", "choices", "name", "relevant"),  # sheets and columns, as XLSForm spells them
        *EVERY_KIND["settings"].values(),
        "Every kind",
        *PLACES,
        *of_every_kind(),
        *("image/png", "audio/wav", "kB"),
        ASKED,
        "English (Pseudo-Accents)",  # as browsers call it
        "English",
        "Español",
        *PSEUDO,
        "not_json",
        "Pulse, by card",
    }
    months = {date(2026, month, 1).strftime("%B") for month in range(1, 13)}  # they come from the browser
    return labels | names | months


def library_words() -> set[str]:
    """Return what stands in the starter library, and so in the sets that are made from it."""
    shelf = [one.model_dump() for one in (*starter.listed(), *starter.themes())]
    return set(_texts([shelf, starter.draft_of("pulse")]))


def _texts(content: Any) -> Iterator[str]:
    """Yield every text in lists and dictionaries."""
    if isinstance(content, str):
        yield content
    for one in content.values() if isinstance(content, dict) else content if isinstance(content, list) else ():
        yield from _texts(one)


def untranslated(page: Page, known: set[str]) -> list[str]:
    """List the words that are in Latin letters and nobody's content."""
    found = []
    for place, text in page.evaluate(ALL_WORDS):
        left = CODE.sub("", text)
        for one in sorted(known, key=len, reverse=True):
            left = left.replace(one, "")
        if WORD.search(NAMED_BY_CHANCE.sub("", left)):
            found.append(f"{place}: {text.strip()}")
    return found


def cut_off(page: Page) -> list[str]:
    """List what is cut off at its own edges."""
    found: list[str] = page.evaluate(CUT_OFF)
    return found


def not_turned(page: Page) -> list[str]:
    """List what still begins at the left or points to the right."""
    found: list[str] = page.evaluate(NOT_TURNED)
    return found


def torn(page: Page) -> list[str]:
    """List the codes and titles of which a part changes places among letters that run from right to left."""
    codes: list[str] = page.evaluate(TORN)
    titles: list[str] = page.evaluate(TURNED_MARKS, ASKED)
    return codes + titles
