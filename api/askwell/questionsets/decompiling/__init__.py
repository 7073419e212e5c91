"""From an XForm back to the rows of a draft, whatever tool wrote it.

`parsing` refuses what is hostile and takes the XForm apart; `paths` turns paths into `${name}`; `texts`, `types`,
`choices`, `actions`, `questions` and `settings` write the sheets. `losses` converts the rows again and compares: what
the XForm says and the rows do not is told to the author, and never dropped silently.
"""

from typing import Any

from askwell.questionsets.decompiling.actions import Actions
from askwell.questionsets.decompiling.choices import Lists
from askwell.questionsets.decompiling.entities import entities_of
from askwell.questionsets.decompiling.parsing import read_source
from askwell.questionsets.decompiling.paths import Paths
from askwell.questionsets.decompiling.questions import Questions
from askwell.questionsets.decompiling.settings import audit_row, settings_of, tags_of
from askwell.questionsets.decompiling.texts import Texts

__all__ = ["decompile"]


def decompile(data: bytes) -> dict[str, Any]:
    """Turn an XForm into a draft; raises UnreadableFile or FileTooLarge."""
    source = read_source(data)
    paths = Paths.of(source)
    texts = Texts.of(source, paths)
    lists = Lists.of(source, paths, texts)
    survey = Questions(source, paths, texts, lists, Actions.of(source, paths)).rows()
    draft: dict[str, Any] = {
        "survey": [*audit_row(source), *survey],
        "choices": lists.rows,
        "settings": settings_of(source, paths, texts, lists),
    }
    others = {"entities": entities_of(source, paths), "osm": tags_of(source), "external_choices": lists.outside}
    return {**draft, **{name: rows for name, rows in others.items() if rows}}
