"""Paths of an XForm turned back into `${name}`, wherever pyxform would write exactly that path for the name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from askwell.questionsets.compiling.xform import local
from askwell.questionsets.decompiling.parsing import Source

_STEP = r"[\w.-]+(?::[\w.-]+)?"
_TOKEN = re.compile(
    rf"(?P<text>\"[^\"]*\"|'[^']*')"
    rf"|(?P<before> ?)(?P<path>(?P<saved>instance\('__last-saved'\))?(?P<current>current\(\)/)?"
    rf"(?:(?:/{_STEP})+|(?:\.\./)+{_STEP}(?:/{_STEP})*))(?P<after> ?)(?![\w/\[(:*])"
)
_RULES = {"relevant", "constraint", "calculate", "required", "readonly"}
_BEFORE_A_PATH = re.compile(r"[\w.)\]*/:]$")


@dataclass(slots=True)
class Paths:
    """All nodes of the primary instance, those that repeat, and the names that only one of them has."""

    root: str
    known: list[str] = field(default_factory=list)
    repeats: frozenset[str] = frozenset()
    unique: dict[str, str] = field(default_factory=dict)
    are_spaced: bool = True
    """Whether every path has a space on both sides, as pyxform puts them around what was a name."""

    @classmethod
    def of(cls, source: Source) -> "Paths":
        """Collect the paths of a form."""
        root = source.root_path
        paths = cls(root, repeats=frozenset(source.repeats))
        paths._collect(source, source.root, root)
        named: dict[str, list[str]] = {}
        for path in (*paths.known, f"{root}/meta/instanceID", f"{root}/meta/instanceName"):
            named.setdefault(path.rpartition("/")[2], []).append(path)
        said = [text for bind in source.binds.values() for key, text in bind.attrib.items() if local(key) in _RULES]
        paths.are_spaced = all(match["before"] and match["after"] for text in said for match in _paths_in(text))
        paths.unique = {found[0]: name for name, found in named.items() if len(found) == 1}
        return paths

    def _collect(self, source: Source, parent: object, path: str) -> None:
        seen: set[str] = set()
        for node in parent:  # type: ignore[attr-defined]  # an Element, which is iterable
            name = source.name(node.tag)
            if name in seen or local(node.tag) == "meta":
                continue
            seen.add(name)
            self.known.append(f"{path}/{name}")
            self._collect(source, node, f"{path}/{name}")

    def reference(self, path: str, context: str) -> str | None:
        """Return `${name}` for a node that only this name leads to; None when it has to stay a path."""
        written, current = path.removeprefix("current()/"), path.startswith("current()/")
        target = self.resolve(written, context)
        name = self.unique.get(target)
        if name is None or self._written(target, context) != written:
            return None
        return None if current and written.startswith("/") else f"${{{name}}}"

    def resolve(self, path: str, context: str) -> str:
        """Follow a path from a node."""
        if path.startswith("/"):
            return path
        at = context
        while path.startswith("../"):
            at, path = at.rpartition("/")[0], path[3:]
        return f"{at}/{path}"

    def _written(self, target: str, context: str) -> str:
        """Tell what pyxform writes for a name: from inside a repeat around both, the way; else the whole path."""
        above, beside = _ancestors(context), set(_ancestors(target))
        shared = [path for path in above if path in beside]
        if not any(path in self.repeats for path in shared):
            return target
        nearest = shared[0]
        return "../" * (above.index(nearest) + 1) + target[len(nearest) + 1 :]

    def expression(self, text: str, context: str, *, in_list: bool = False) -> str:
        """Write an expression with names for paths; `in_list`, the way to a question begins with `current()`."""
        return _TOKEN.sub(lambda match: self._replaced(match, text, context, in_list=in_list), text).strip()

    def _replaced(self, match: re.Match[str], text: str, context: str, *, in_list: bool) -> str:
        if match["text"] is not None or _BEFORE_A_PATH.search(text[: match.start("path")][-1:]):
            return match.group()
        if match["saved"]:
            name = self.unique.get(match["path"][len(match["saved"]) :])
            found = f"${{last-saved#{name}}}" if name else None
        elif in_list and match["path"].startswith("../"):
            found = None
        else:
            found = self.reference(match["path"], context)
        if found is None:
            return match.group()
        if self.are_spaced:
            return found
        # The space was the author's where it is all there is between two words.
        before = text[: match.start("path")].removesuffix(" ") if match["before"] else ""
        after = text[match.end("path") :].removeprefix(" ") if match["after"] else ""
        left = "" if before == "" or before[-1] in " (,[" else match["before"]
        right = "" if after == "" or after[0] in " ),]" else match["after"]
        return f"{left}{found}{right}"


def _paths_in(text: str) -> Iterator[re.Match[str]]:
    return (match for match in _TOKEN.finditer(text) if match["path"])


def _ancestors(path: str) -> list[str]:
    """List what is above a path, the nearest first; the root is not one that could repeat."""
    steps = path.split("/")
    return ["/".join(steps[:end]) for end in range(len(steps) - 1, 2, -1)]
