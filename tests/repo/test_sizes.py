"""No file grows past the point where a reviewer would ask for two."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WALLS = {"api": 400, "migrations/env.py": 400, "bench": 400, "tests": 600, "pwa/src": 250, "pwa/bundling": 250}
EXEMPT = ("client/openapi.ts", "i18n/words.ts", "migrations/versions/")


def _files() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "*.py", "*.ts", "*.tsx"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [name for name in listed.stdout.splitlines() if not any(part in name for part in EXEMPT)]


def _wall(name: str) -> int:
    if ".test." in name:
        return 600
    return next((wall for start, wall in WALLS.items() if name.startswith(start)), 400)


def test_no_source_file_is_longer_than_its_wall() -> None:
    lengths = {name: len((ROOT / name).read_text().splitlines()) for name in _files() if (ROOT / name).exists()}
    assert len(lengths) > 50
    assert {name: length for name, length in lengths.items() if length > _wall(name)} == {}


@pytest.mark.parametrize("name", [name for name in _files() if (ROOT / name).exists()])
def test_every_source_file_says_first_what_it_holds(name: str) -> None:
    text = (ROOT / name).read_text().lstrip()
    first = text.split("\n", 1)[0] if text else ""
    if name.endswith("__init__.py") and not text:
        pytest.fail("an empty __init__.py says nothing")
    assert first.startswith(('"""', "//", "/**", "/*", "#!")), f"{name} starts with: {first!r}"
