"""The commands for people with cases of their own: both engines are asked, and each disagreement is told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conformance.external import DATA

ROOT = Path(__file__).parents[2]
NESTED = "onaio__onadata__nested_repeats.xlsx"
EXPRESSIONS = {
    "documents": {"d": '<a xmlns="urn:x"><b at="1">7</b><b>2</b></a>'},
    "cases": [
        {"id": 1, "expr": "sum(/a/b)", "kind": "number", "expected": 9, "doc": "d", "context": "/", "tz": "GMT"},
        {"id": 2, "expr": "../b", "kind": "nodeset", "expected": ["/a[1]/b[1]", "/a[1]/b[2]"], "doc": "d"}
        | {"context": "/a[1]/b[2]"},
        {"id": 3, "expr": "concat('a', ", "kind": "error", "expected": None, "doc": None},
        {"id": 4, "expr": "1 div 0 = 2", "kind": "boolean", "expected": True, "consensus": False},
        {"id": 5, "expr": "format-date(today(), '%Y')", "kind": "string", "expected": "2026", "tz": "America/Phoenix"},
        {"id": 6, "expr": "uuid()", "kind": "string-length", "expected": 36},
        {"id": 7, "expr": "1 + 1", "kind": "number", "expected": 3},
        {"id": 8, "expr": "/a/b/@at", "kind": "string", "expected": "1", "doc": "d"},
        {"id": 9, "expr": "number('')", "kind": "number", "expected": "NaN"},
        {"id": 10, "expr": ".", "kind": "string", "expected": "", "doc": "d", "context": "/a[1]/none[1]"},
    ],
}
FORM = """| survey |
| | type | name | label | calculation |
| | integer | n | How many? | |
| | calculate | twice | | ${n} * 2 |
"""
RECORDING: dict[str, Any] = {
    "form": "twice.md",
    "clock": "2026-03-15T10:20:30Z",
    "runs": [
        {
            "steps": [["set", "/data/n", "4"]],
            "state": {
                "/data/n": {"v": "4", "rel": True, "req": False, "ro": False},
                "/data/twice": {"v": "9", "rel": True, "req": False, "ro": False},
                "/data/gone": {"v": "", "rel": True, "req": False, "ro": False},
            },
        }
    ],
}


def askwell(*words: str | Path) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "askwell.cli", *map(str, words)]
    return subprocess.run(line, capture_output=True, text=True, check=False)


def phone(*words: str | Path) -> subprocess.CompletedProcess[str]:
    line = ["npm", "run", "--silent", "cases", *map(str, words)]
    return subprocess.run(line, capture_output=True, text=True, check=False, cwd=ROOT / "pwa")


def server(*words: str | Path) -> subprocess.CompletedProcess[str]:
    file, *form = words
    return askwell("logic", "run-cases", file, *(["--form", *form] if form else []))


ENGINES = pytest.mark.parametrize("ask", [server, phone], ids=["server", "phone"])


def written(folder: Path, name: str, content: Any) -> Path:
    file = folder / name
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return file


@ENGINES
def test_expressions_are_asked_and_the_one_that_disagrees_is_told(ask: Any, tmp_path: Path) -> None:
    told = ask(written(tmp_path, "cases.json", EXPRESSIONS))
    lines = told.stdout.splitlines()
    assert lines[0].startswith("case 7: 1 + 1 should be 3 and is 2")
    assert "case 10: the place /a[1]/none[1] should be" in lines[1]
    assert lines[2:] == ["Not asked: 1, since public engines disagree about them.", "7 passed, 2 failed, 1 skipped"]
    assert told.returncode == 1


@ENGINES
@pytest.mark.parametrize("where", ["beside", "forms", "named"])
def test_a_recording_finds_its_form_and_every_state_counts(ask: Any, where: str, tmp_path: Path) -> None:
    folder = tmp_path / "forms" if where == "forms" else tmp_path if where == "beside" else tmp_path / "elsewhere"
    folder.mkdir(exist_ok=True)
    form = written(folder, "twice.md", FORM)
    recording = written(tmp_path, "twice.json", RECORDING)
    told = ask(recording, form) if where == "named" else ask(recording)
    assert told.stdout.splitlines()[-1] == "1 passed, 2 failed"
    assert [line.split(" should")[0] for line in told.stdout.splitlines()[:-1]] == [
        "run 1: /data/twice v",
        "run 1: /data/gone there",
    ]


@ENGINES
def test_a_recording_that_says_more_words_is_another_one(ask: Any, tmp_path: Path) -> None:
    written(tmp_path, "twice.md", FORM)
    (run,) = RECORDING["runs"]
    state = {"/data/n": {"v": "4 5", "rel": True, "req": False, "ro": False}}
    told = ask(written(tmp_path, "twice.json", {**RECORDING, "runs": [{**run, "state": state}]}))
    assert told.stdout.splitlines()[-1] == "0 passed, 1 failed"


@ENGINES
@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "is no JSON"),
        ({"tests": []}, "has neither cases nor runs"),
        ({"form": "gone.xlsx", "runs": []}, "gone.xlsx, which is not beside it"),
        ({"form": "cases.json", "runs": []}, "could not be read as a question set"),
        (
            {"documents": {"d": "<a>"}, "cases": [{"expr": "1", "kind": "number", "expected": 1}]},
            "document d is no XML",
        ),
        ({"cases": [{"expr": "1"}]}, "case 1 of the file has no kind"),
    ],
)
def test_what_holds_no_cases_is_refused_with_the_reason(ask: Any, content: Any, words: str, tmp_path: Path) -> None:
    told = ask(written(tmp_path, "cases.json", content))
    assert words in told.stderr
    assert told.returncode == 2


@ENGINES
@pytest.mark.slow
@pytest.mark.skipif(not DATA.exists(), reason=f"the external cases are not at {DATA}")
@pytest.mark.parametrize(
    ("file", "closing"),
    [("expr_cases.json", "1943 passed, 0 failed, 504 skipped"), (f"vectors/{NESTED}.json", "33 passed, 0 failed")],
)
def test_the_external_cases_pass_in_both_engines(ask: Any, file: str, closing: str) -> None:
    assert ask(DATA / file).stdout.splitlines()[-1] == closing


def test_check_tells_an_author_where_what_and_how(tmp_path: Path) -> None:
    good = askwell("check", written(tmp_path, "good.md", FORM))
    assert (good.stdout.splitlines()[-1].split(",")[0], good.returncode) == ("0 errors", 0)
    bad = askwell("check", written(tmp_path, "bad.md", FORM.replace("${n} *", "${m} *")))
    assert bad.returncode == 1
    assert "error: survey, row 3, column calculation: ${m} * 2" in bad.stdout
    assert "No question is called “m”." in bad.stdout
    assert bad.stdout.splitlines()[-1].startswith("1 error, ")


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [(None, 2, "could not be read"), ("no table at all", 1, "could not be read as a question set")],
)
def test_check_says_what_is_no_form(content: str | None, code: int, words: str, tmp_path: Path) -> None:
    file = tmp_path / "form.md"
    if content is not None:
        file.write_text(content)
    told = askwell("check", file)
    assert (told.returncode, words in told.stderr) == (code, True)
