"""Invented interviews, played in our engine for the server, in ours for the phone, and in ODK's own."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from askwell.logic.environment import Env
from askwell.logic.forms import Definition, Form
from askwell.questionsets.compiling import compile_draft
from conformance.invented.answering import Step, steps, take
from conformance.invented.forms import Inventor

ROOT = Path(__file__).parents[3]
ODK = Path(__file__).parents[1] / "odk"
NOW = "2026-03-15T10:20:30.000+00:00"
UUID = "00000000-0000-4000-8000-000000000000"
NODE = {**os.environ, "PATH": f"{ROOT / '.venv' / 'bin'}:{os.environ['PATH']}", "TZ": "UTC"}
PATIENCE = 240

State = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Interview:
    """A form, and what somebody does with it."""

    seed: int
    draft: dict[str, Any]
    document: dict[str, Any]
    xform: str
    steps: list[Step]


def invented(seed: int, *, wild: bool) -> Interview:
    """Invent an interview; the same one for the same seed."""
    lot = Random(f"{'wild' if wild else 'plain'} {seed}")  # noqa: S311 - nothing here is a secret
    draft = Inventor(lot, wild=wild).draft()
    compiled = compile_draft(draft)
    if not compiled.ok:
        message = f"seed {seed}: {[(fault.message, fault.text) for fault in compiled.faults if fault.level == 'error']}"
        raise ValueError(message)
    form = opened(compiled.document)
    return Interview(seed, draft, compiled.document, compiled.xform, steps(form, lot, wild=wild))


def opened(document: dict[str, Any], saved: dict[str, str] | None = None) -> Form:
    """Open a form as every engine here does: the clock stands still, and chance is no chance."""
    env = Env(now=NOW, random=lambda: 0.5, uuid=lambda: UUID, language=document["default_language"])
    return Form(Definition(document), env, saved)


def on_server(interview: Interview) -> list[State]:
    """Play it in Python; gives what everything is before the first step, after each, and once it is taken up again."""
    form = opened(interview.document)
    played = [told(form, set()), *(told(form, take(form, step)) for step in interview.steps)]
    return [*played, told(opened(interview.document, form.values()), set())]


def told(form: Form, changed: set[str]) -> State:
    """Tell everything that a form is."""
    return {
        "nodes": {path: node(form, path) for path in form.paths[1:]},
        "values": form.values(),
        "faults": sorted({f"{fault.path} {fault.rule}" for fault in form.faults}),
        "changed": sorted(changed),
    }


def node(form: Form, path: str) -> State:
    """Tell what one node is, in the words of a recording."""
    found, published = form.get(path), form.node(path)
    state: State = {"v": found.value, "rel": found.relevant, "req": found.required, "ro": found.readonly}
    state |= {"bad": not found.constraint_ok, "label": form.text(path)}
    if published.get("list") in form.definition.lists or "itemset" in published:
        state["options"] = [choice.name for choice in form.choices(path)]
    return state


def on_phone(interviews: list[Interview]) -> list[list[State]]:
    """Play them in TypeScript."""
    given = [{"version": each.document, "steps": each.steps} for each in interviews]
    played: list[list[State]] = json.loads(_played(["node", str(ROOT / "pwa" / "cases" / "play.mjs")], given))
    return played


def in_odk(interviews: list[Interview]) -> list[dict[str, Any]]:
    """Play them in ODK's engine, which has to be installed (`install`)."""
    given = [{"name": str(each.seed), "xform": each.xform, "steps": each.steps} for each in interviews]
    return [json.loads(line) for line in _played(["node", str(ODK / "play.mjs")], given).splitlines()]


def _played(command: list[str], given: Any) -> str:
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "given.json", Path(folder) / "played.json"
        source.write_text(json.dumps(given), encoding="utf-8")
        subprocess.run([*command, str(source), str(target)], env=NODE, check=True, timeout=PATIENCE)
        return target.read_text(encoding="utf-8")


def install() -> None:
    """Install ODK's engine once, from its own lock file."""
    done = ODK / "node_modules" / ".ok"
    if not done.exists():
        subprocess.run(["npm", "ci", "--ignore-scripts", "--loglevel=error"], cwd=ODK, env=NODE, check=True)
        done.touch()
