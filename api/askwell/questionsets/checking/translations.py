"""Checks of languages: texts that one language has and another lacks, and names that do not say their code."""

from collections.abc import Iterator

from askwell.questionsets.checking.form import Form, Place
from askwell.questionsets.faults import DraftFault
from askwell.questionsets.languages import distinct, names_a_code
from askwell.questionsets.rows import TRANSLATABLE, Row, languages_written

_SHOWN = TRANSLATABLE - {"probe"}


def check_translations(form: Form) -> Iterator[DraftFault]:
    """Report gaps, text by text: where one stands open, people read the default language."""
    written = [language for language in languages_written(form.draft) if language]
    chosen = form.settings.get("default_language")
    yield from _codes(form, written)
    if chosen and written and chosen not in written:
        message = f"The default language {chosen} is in no column, so {written[0]} is used."
        remedy = f"Write one of them exactly as in the columns, for example {written[0]}."
        yield Place(form.settings, "default_language").warning("unknown_language", message, remedy)
    default = chosen if chosen in written else (written[0] if written else "")
    for row in [*form.survey, *form.choices]:
        yield from _gaps(row, written, default)


def _codes(form: Form, written: list[str]) -> Iterator[DraftFault]:
    languages = distinct(written)
    for row in (*form.survey[:1], *form.choices[:1]):
        for column, language in row.cells:
            if column in _SHOWN and language in written and not names_a_code(language):
                written.remove(language)
                code = languages[" ".join(language.split())].code
                guess = code if not code.startswith("x-") else "en"
                message = f"The language “{language}” does not say its code; {code} is used."
                remedy = f"Write {language} ({guess}) in the heads of all its columns."
                yield Place(Row(row.sheet, 1, row.cells, row.headers), column, language).warning(
                    "language_without_code", message, remedy
                )


def _gaps(row: Row, languages: list[str], default: str) -> Iterator[DraftFault]:
    for column in sorted({column for column, _language in row.cells if column in _SHOWN}):
        texts = row.texts(column)
        if "" in texts and any(language in texts for language in languages):
            message = f"This row has a {column} without a language beside one for {', '.join(filter(None, texts))}."
            remedy = f"Move it to the column {column}::{default}."
            yield Place(row, column).warning("text_without_language", message, remedy)
            continue
        missing = [language for language in languages if language not in texts]
        if "" in texts or not missing:
            continue
        for language in missing:
            shown = default if default in texts else next(iter(texts))
            message = f"There is no {column} in {language}; people will read it in {shown}."
            yield Place(row, column, language).warning("translation_missing", message, "Write the translation here.")
