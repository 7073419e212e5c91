"""Lock files name no registry: a project can be built from any mirror, and its hashes still hold."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["run.txt", "build.txt", "dev.txt"])
def test_python_locks_have_hashes_and_no_address(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text()
    assert "://" not in text
    packages = re.findall(r"^[a-z0-9][\w.\-\[\],]*==", text, re.MULTILINE)
    assert len(packages) >= 5
    assert text.count("--hash=sha256:") >= len(packages)


@pytest.mark.parametrize(
    ("folder", "least"), [("pwa", 100), ("bench/peers", 100), ("bench/logic", 10), ("tests/conformance/odk", 30)]
)
def test_the_node_locks_have_hashes_and_no_address(folder: str, least: int) -> None:
    lock = json.loads((ROOT / folder / "package-lock.json").read_text())
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert len(packages) > least
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if "integrity" not in entry and not entry.get("inBundle")] == []


def test_no_file_of_ours_names_a_registry() -> None:
    hosts = re.compile(r"registry\.npmjs|pypi\.org/simple|files\.pythonhosted")
    for pattern in ("Makefile", "Dockerfile", "*.toml", "*.md", "docs/**/*.md", ".ci/*", "pwa/*.json", "pwa/.npmrc"):
        for path in ROOT.glob(pattern):
            assert not hosts.search(path.read_text()), path
