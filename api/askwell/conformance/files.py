"""Files of cases: which kind they are, the form beside a recording, and what the phone's engine needs of both."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from askwell.conformance import expressions, recordings
from askwell.conformance.documents import build, full_path, written
from askwell.conformance.outcomes import Outcome, UnreadableCases
from askwell.errors import Problem
from askwell.logic.parsing import ExpressionError, parse
from askwell.questionsets.compiling import compile_draft
from askwell.questionsets.importing import file_type, read_draft

if TYPE_CHECKING:
    from pathlib import Path

_NEITHER = (
    'has neither cases nor runs. Write {"cases": [...]} for expressions, or {"form": ..., "runs": [...]} for a '
    "recording."
)


def read(path: Path) -> dict[str, Any]:
    """Read a file of cases; raises `UnreadableCases`."""
    try:
        material = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        message = f"{path} could not be read: {error.strerror}."
        raise UnreadableCases(message) from error
    except ValueError as error:
        message = f"{path} is no JSON: {error}."
        raise UnreadableCases(message) from error
    if isinstance(material, list):
        material = {"cases": material}
    if not isinstance(material, dict) or not ({"cases", "runs"} & material.keys()):
        message = f"{path} {_NEITHER}"
        raise UnreadableCases(message)
    _insist_on_expressions(material)
    return material


def _insist_on_expressions(material: dict[str, Any]) -> None:
    for number, case in enumerate(material.get("cases", ()), start=1):
        missing = [name for name in ("expr", "kind", "expected") if name not in case]
        if missing:
            message = f"case {number} of the file has no {missing[0]}."
            raise UnreadableCases(message)
    for name, xml in material.get("documents", {}).items():
        try:
            build(xml)
        except ParseError as error:
            message = f"document {name} is no XML: {error}."
            raise UnreadableCases(message) from error


def run(path: Path, form: Path | None = None) -> Outcome:
    """Run the cases of a file with the engine of the server."""
    material = read(path)
    if "cases" in material:
        return expressions.run(material)
    return recordings.run(material, compiled(form or form_beside(path, material)))


def form_beside(path: Path, recording: dict[str, Any]) -> Path:
    """Find the form of a recording: in the same folder, or in one called `forms` next to it."""
    name = recording.get("form") or path.name.removesuffix(".json")
    for folder in (path.parent, path.parent / "forms", path.parent.parent / "forms"):
        found = next(iter(sorted(folder.rglob(name))), None) if folder.is_dir() else None
        if found is not None:
            return found
    message = f"{path} was recorded with {name}, which is not beside it. Put it there, or name it with --form."
    raise UnreadableCases(message)


def compiled(form: Path) -> dict[str, Any]:
    """Compile a form; raises `UnreadableCases` where it cannot be."""
    try:
        draft = read_draft(form.read_bytes(), file_type("", form.name))
    except OSError as error:
        message = f"{form} could not be read: {error.strerror}."
        raise UnreadableCases(message) from error
    except Problem as problem:
        message = f"{form}: {problem.sentence}"
        raise UnreadableCases(message) from problem
    found = compile_draft(draft)
    if not found.document:
        message = f"{form} cannot be compiled: {'; '.join(fault.message for fault in found.faults[:3])}"
        raise UnreadableCases(message)
    return found.document


def prepared(path: Path, form: Path | None = None) -> dict[str, Any]:
    """Give the cases of a file as an engine can take them that reads neither XML nor the text of expressions."""
    material = read(path)
    if "runs" in material:
        return {"recording": material, "version": compiled(form or form_beside(path, material))}
    roots = {name: build(xml) for name, xml in material.get("documents", {}).items()}
    cases = [
        {**case, "now": expressions.now_of(case), "tree": _tree(case), "context": _context(roots, case)}
        for case in material["cases"]
    ]
    return {"documents": {name: written(root) for name, root in roots.items()}, "cases": cases}


def _tree(case: dict[str, Any]) -> Any:
    try:
        return parse(case["expr"])
    except ExpressionError:
        return None


def _context(roots: dict[str, Any], case: dict[str, Any]) -> str:
    """Write the place a case is asked at with a number at every step; as it is where the document has no such place."""
    root = roots.get(case.get("doc") or "")
    node = None if root is None else expressions.place(root, case)
    return str(case.get("context", "/")) if node is None or node is root else full_path(node)
