"""Our own plain columns, which other tools ignore: theme, intent, sensitivity, core, breakdown, probes and so on."""

from typing import Any

from askwell.questionsets.compiling.texts import Languages
from askwell.questionsets.rows import Row

ANSWER_OPTIONS = ("skip", "rather_not_say", "dont_know")
SENSITIVITIES = ("low", "medium", "high")
PROBE_KINDS = ("standard", "tailored", "silent")


def words(text: str) -> list[str]:
    """Split a cell of words at spaces and commas; hyphens count as underscores, `don't know` as `dont_know`."""
    return text.replace("don't", "dont").replace(",", " ").replace("-", "_").lower().split()


def answer_options(text: str) -> list[str] | None:
    """Read which ways of not answering a question offers; an empty cell is None, `none` is none of them."""
    chosen = words(text)
    return [option for option in ANSWER_OPTIONS if option in chosen] if chosen else None


def probe_lines(text: str) -> list[tuple[str, str]]:
    """Read probes, one per line: `kind: text`; a line without a known kind is a standard probe."""
    lines = []
    for line in text.splitlines():
        kind, colon, rest = line.strip().partition(":")
        known = colon and kind.strip().lower() in PROBE_KINDS
        said = rest.strip() if known else line.strip()
        if said:
            lines.append((kind.strip().lower() if known else "standard", said))
    return lines


def extras(row: Row, languages: Languages) -> dict[str, Any]:
    """Read the columns of ours that a row fills, under the names of the version document."""
    found: dict[str, Any] = {
        "answer_options": answer_options(row.get("answer_options")),
        "theme": row.get("theme").split() or None,
        "sensitivity": row.get("sensitivity").lower() or None,
        "intent": row.get("intent") or None,
        "core": row.get("core") or None,
        "breakdown": row.get("breakdown") or None,
        "reversed": row.get("reversed") or None,
        "probes": _probes(row, languages) or None,
    }
    return {key: value for key, value in found.items() if value is not None}


def _probes(row: Row, languages: Languages) -> list[dict[str, Any]]:
    """Put the lines of all languages together; line 2 in Spanish translates line 2 in English."""
    probes: list[dict[str, Any]] = []
    for written, text in row.texts("probe").items():
        code = languages.code(written) if written else languages.default
        for number, (kind, said) in enumerate(probe_lines(text)):
            if number == len(probes):
                probes.append({"kind": kind, "text": {}})
            probes[number]["text"].setdefault(code, said)
    return probes
