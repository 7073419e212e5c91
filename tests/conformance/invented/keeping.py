"""An invented interview as files that `askwell logic run-cases` and `npm run cases` take: a form, and its states."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from conformance.invented.engines import NOW, on_server

if TYPE_CHECKING:
    from pathlib import Path

    from conformance.invented.engines import Interview


def keep(interview: Interview, folder: Path, states: list[dict[str, Any]] | None = None) -> Path:
    """Write the form as a Markdown table, and a recording of its last state: ODK's if states are given, else ours."""
    folder.mkdir(parents=True, exist_ok=True)
    form = folder / f"invented-{interview.seed}.md"
    form.write_text(_table(interview.draft), encoding="utf-8")
    last = states[-1] if states else on_server(interview)[-2]["nodes"]
    recorded = {path: _in_words_of_a_recording(node) for path, node in last.items() if "/meta" not in path}
    clock = NOW.replace(".000+00:00", "Z")
    recording = {"form": form.name, "clock": clock, "runs": [{"steps": interview.steps, "state": recorded}]}
    path = folder / f"invented-{interview.seed}.json"
    path.write_text(json.dumps(recording, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def _in_words_of_a_recording(node: dict[str, Any]) -> dict[str, Any]:
    is_missing = node["req"] and node["rel"] and not node["v"]
    kept = {key: node[key] for key in ("v", "rel", "req", "ro", "options") if key in node}
    return {**kept, "bad_constraint": node["bad"], "missing": is_missing}


def _table(draft: dict[str, Any]) -> str:
    sheets = {**draft, "settings": [draft["settings"]]}
    return "\n".join(f"| {name} |\n{_rows(rows)}" for name, rows in sheets.items() if rows)


def _rows(rows: list[dict[str, str]]) -> str:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    lines = [columns, *([row.get(column, "") for column in columns] for row in rows)]
    return "".join(f"| | {' | '.join(line)} |\n" for line in lines)
