"""Asking a finished submission's questions again and listing what differs. It reports; it never refuses or corrects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from askwell.logic.forms.choices import allowed_names
from askwell.logic.forms.model import Model
from askwell.logic.forms.repeating import restore
from askwell.logic.forms.settling import Settling

if TYPE_CHECKING:
    from askwell.logic.environment import Env
    from askwell.logic.forms.definition import Definition, Entry
    from askwell.logic.forms.instances import Instance

Answer: TypeAlias = Mapping[str, str]
"""`{"value": text}`, or `{"missing": state}` with one of the five states of `docs/version-format.md`."""

Kind: TypeAlias = Literal[
    "unknown_question",
    "given_but_not_relevant",
    "relevant_but_not_asked",
    "required_missing",
    "constraint_failed",
    "calculation_differs",
    "not_a_choice",
]

_UNREPEATABLE = frozenset({"random", "uuid", "once", "now", "randomize"})
_GIVEN_INSTEAD = frozenset({"rather_not_say", "dont_know"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference between a submission and what the version's rules make of it; it never quotes an answer."""

    path: str
    kind: Kind


def review(definition: Definition, answers: Mapping[str, Answer], env: Env) -> list[Finding]:
    """List what differs, in the order of the form; `env.now` is the phone's clock, with its offset.

    A calculation is compared only where the submission brings its result, and only if it gives the same twice.
    """
    model = _replay(definition, answers, env)
    questions = {path: each for path, each in model.by_path.items() if not each.entry.is_group}
    findings = [Finding(path, "unknown_question") for path in answers if path not in questions]
    for path, instance in questions.items():
        findings += [Finding(path, kind) for kind in _differences(model, instance, answers.get(path))]
    return findings


def _replay(definition: Definition, answers: Mapping[str, Answer], env: Env) -> Model:
    """Put the answers in, and work out everything else as the phone did."""
    model = Model(definition, env)
    restore(model, answers)
    for path, answer in answers.items():
        instance = model.by_path.get(path)
        if instance is not None:
            instance.raw = instance.result = answer.get("value", "")
            instance.is_restored = instance.entry.type != "calculate" or not _is_repeatable(instance.entry)
    for instance in model.by_path.values():
        if instance.place not in answers:
            instance.raw = ""
    Settling(model).everything()
    return model


def _is_repeatable(entry: Entry) -> bool:
    return _UNREPEATABLE.isdisjoint(entry.uses.get("calculate", ()))


def _differences(model: Model, instance: Instance, answer: Answer | None) -> Iterator[Kind]:
    given, missing = (answer or {}).get("value", ""), (answer or {}).get("missing", "")
    if not instance.relevant:
        if given or missing not in {"", "not_asked"}:
            yield "given_but_not_relevant"
        return
    if missing == "not_asked":
        yield "relevant_but_not_asked"
    elif instance.required and not given and missing not in _GIVEN_INSTEAD:
        yield "required_missing"
    if not instance.constraint_ok:
        yield "constraint_failed"
    if given and not _is_among_choices(model, instance, given):
        yield "not_a_choice"
    if answer is not None and instance.entry.type == "calculate" and instance.raw != given:
        yield "calculation_differs"


def _is_among_choices(model: Model, instance: Instance, given: str) -> bool:
    names = allowed_names(model, instance)
    if names is None:
        return True
    return given in names if instance.entry.type == "select_one" else names.issuperset(given.split())
