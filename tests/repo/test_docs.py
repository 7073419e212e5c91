"""Documentation is held to the code: settings, tables and folders, problem codes, commands."""

import re
import runpy
from pathlib import Path

import askwell
from askwell import cli
from askwell.errors import Problem
from askwell.settings import Settings
from askwell.tables import metadata

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def test_every_setting_is_documented_and_no_other() -> None:
    documented = set(re.findall(r"`ASKWELL_([A-Z_]+)`", (DOCS / "operating.md").read_text()))
    assert documented == {name.upper() for name in Settings.model_fields}


def test_every_table_and_top_level_folder_has_a_glossary_entry() -> None:
    glossary = (DOCS / "glossary.md").read_text()
    folders = {path.name for path in (ROOT / "api" / "askwell").iterdir() if (path / "__init__.py").exists()}
    folders |= {path.name for path in (ROOT / "pwa" / "src").iterdir() if path.is_dir()}
    missing = sorted(name for name in folders | set(metadata.tables) if f"`{name}`" not in glossary)
    assert missing == []


def test_every_problem_code_is_documented() -> None:
    source = "\n".join(path.read_text() for path in Path(askwell.__file__).parent.rglob("*.py"))
    codes = set(re.findall(r'\bcode(?:: str)? ?= ?"([a-z_0-9]+)"', source))
    codes |= {kind.code for kind in _children(Problem)}
    documented = set(re.findall(r"^\| `([a-z_0-9]+)`", (DOCS / "api.md").read_text(), re.MULTILINE))
    assert sorted(codes - documented) == []


def _children(kind: type[Problem]) -> list[type[Problem]]:
    return [kind, *(found for child in kind.__subclasses__() for found in _children(child))]


def test_every_make_target_is_in_contributing() -> None:
    targets = re.findall(r"^([a-z0-9]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE)
    contributing = (ROOT / "CONTRIBUTING.md").read_text()
    assert {"demo", "test", "check", "serve", "e2e", "bench", "clean"} <= set(targets)
    assert [target for target in targets if f"`make {target}`" not in contributing] == []


def test_every_command_is_in_the_operating_guide_and_no_other() -> None:
    commands = {found.name or found.callback.__name__.replace("_", "-") for found in cli.app.registered_commands}
    commands |= {str(group.name) for group in cli.app.registered_groups}
    documented = set(re.findall(r"^\| `askwell ([a-z-]+)", (DOCS / "operating.md").read_text(), re.MULTILINE))
    assert commands == documented


def test_the_tables_of_xlsform_are_those_of_the_code() -> None:
    page = (DOCS / "xlsform.md").read_text(encoding="utf-8")
    assert page.count("written by make docs") == 2
    rewritten = runpy.run_path(str(DOCS / "tables" / "write.py"))["rewritten"]
    assert rewritten(page) == page, "run `make docs`"


def test_relative_links_lead_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS.rglob("*.md")]:
        for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text()):
            if "://" not in link and not link.startswith("mailto:"):
                assert (page.parent / link).exists(), f"{page.relative_to(ROOT)}: {link}"
