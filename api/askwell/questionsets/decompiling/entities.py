"""The entities sheet: what a form makes or changes in a list that other forms read."""

from askwell.questionsets.decompiling.parsing import Source, child
from askwell.questionsets.decompiling.paths import Paths
from askwell.questionsets.decompiling.texts import Cells


def entities_of(source: Source, paths: Paths) -> list[Cells]:
    """Return the row of a form's entity; one inside a repeat is not read."""
    entity = child(child(source.root, "meta"), "entity")
    if entity is None:
        return []
    at = f"{source.root_path}/meta/entity"

    def calculated(node: str) -> str:
        return paths.expression(source.bind(f"{at}/{node}").get("calculate", ""), at)

    row = {
        "list_name": entity.get("dataset", ""),
        "label": calculated("label"),
        "create_if": calculated("@create"),
        "update_if": calculated("@update"),
        "entity_id": calculated("@id"),
    }
    return [{name: value for name, value in row.items() if value}]
