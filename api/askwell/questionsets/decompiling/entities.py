"""The entities sheet: what a form makes or changes in lists that other forms read."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from askwell.questionsets.compiling.xform import local
from askwell.questionsets.decompiling.parsing import Source
from askwell.questionsets.decompiling.paths import Paths
from askwell.questionsets.decompiling.texts import Cells

_CALCULATED = {"label": "label", "create_if": "@create", "update_if": "@update", "entity_id": "@id"}


def entities_of(source: Source, paths: Paths) -> list[Cells]:
    """Return a row for each entity of a form, with the repeat that it is made in."""
    return [_row(source, paths, entity, at) for entity, at in _found(source, source.root, source.root_path)]


def _found(source: Source, parent: Element, path: str) -> Iterator[tuple[Element, str]]:
    seen: set[str] = set()
    for node in parent:
        name = source.name(node.tag)
        if name in seen:
            continue
        seen.add(name)
        if local(node.tag) == "entity" and local(parent.tag) == "meta":
            yield node, f"{path}/{name}"
        else:
            yield from _found(source, node, f"{path}/{name}")


def _row(source: Source, paths: Paths, entity: Element, at: str) -> Cells:
    row = {"list_name": entity.get("dataset", "")}
    for column, node in _CALCULATED.items():
        row[column] = paths.expression(source.bind(f"{at}/{node}").get("calculate", ""), f"{at}/{node}")
    inside = [path for path in paths.repeats if at.startswith(f"{path}/")]
    name = paths.unique.get(max(inside, key=len)) if inside else None
    if name:
        row["repeat"] = f"${{{name}}}"
    return {name: value for name, value in row.items() if value}
