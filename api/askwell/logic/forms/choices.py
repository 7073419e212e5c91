"""Which choices a question offers just now, and what is left of an answer when some are filtered out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from askwell.logic.functions.nodesets import shuffled
from askwell.logic.values import boolean, nodes, number, string, text_quantity

if TYPE_CHECKING:
    from askwell.logic.forms.instances import Instance
    from askwell.logic.forms.model import Model

Listed: TypeAlias = dict[str, Any]
"""A choice as published: its name, label and columns."""

_SEEDS = 2_147_483_645


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice as it is offered, its label in words."""

    name: str
    label: str
    columns: dict[str, str]


def passing(model: Model, instance: Instance) -> list[Listed]:
    """List the choices that may be chosen now, in the order of their list; a filter that fails lets all pass."""
    if instance.passing is None:
        read = _from_form if "itemset" in instance.entry.rules else _filtered
        instance.passing = read(model, instance)
    return instance.passing


def allowed_names(model: Model, instance: Instance) -> frozenset[str] | None:
    """Name the choices that may be chosen now; nothing where there is no list and any text may be."""
    rules = instance.entry.rules
    if "choice_filter" not in rules and "itemset" not in rules:
        return instance.entry.choice_names
    return frozenset(choice["name"] for choice in passing(model, instance))


def _filtered(model: Model, instance: Instance) -> list[Listed]:
    name = instance.entry.node.get("list", "")
    choices = model.definition.lists.get(name, [])
    listed = model.listed(name)
    if "choice_filter" not in instance.entry.rules or listed is None:
        return choices
    kept: list[Listed] = []
    for choice, item in zip(choices, listed.named["root"][0].children, strict=False):
        passes = model.ask(instance, "choice_filter", item)
        if passes is None:
            return choices
        if boolean(passes):
            kept.append(choice)
    return kept


def remaining(model: Model, instance: Instance) -> str:
    """Give the answer without the choices that are filtered out."""
    rules = instance.entry.rules
    if not instance.raw or not ("choice_filter" in rules or "itemset" in rules):
        return instance.raw
    names = allowed_names(model, instance)
    if names is None:
        return instance.raw
    if instance.entry.type == "select_one":
        return instance.raw if instance.raw in names else ""
    chosen = instance.raw.split()
    kept = [name for name in chosen if name in names]
    return instance.raw if len(kept) == len(chosen) else " ".join(kept)


def offered(model: Model, instance: Instance, language: str) -> list[Choice]:
    """List the choices as they are shown: filtered, labelled, and shuffled where the question asks for it."""
    choices = [
        Choice(choice["name"], _label(model, instance, choice, language), choice.get("columns", {}))
        for choice in passing(model, instance)
    ]
    if instance.entry.node.get("parameters", {}).get("randomize") != "true":
        return choices
    return shuffled(choices, _seed(model, instance))


def _label(model: Model, instance: Instance, choice: Listed, language: str) -> str:
    return model.words(choice.get("label"), instance, choice["name"], language)


def _from_form(model: Model, instance: Instance) -> list[Listed]:
    """Read choices from nodes of the form itself, such as the names given in a repeat; blank ones are left out."""
    itemset = instance.entry.node["itemset"]
    found = nodes(model.ask(instance, "itemset") or "")
    cells = [(string(node.named.get(itemset["value"], [])), node.named.get(itemset["label"], [])) for node in found]
    return [{"name": name, "label": {"und": [string(label)]}} for name, label in cells if name]


def _seed(model: Model, instance: Instance) -> float:
    """Give the seed the question names, or draw one once for this interview."""
    if "seed" in instance.entry.rules:
        value = model.ask(instance, "seed")
        return math.nan if value is None else number(value)
    written = number(text_quantity(instance.entry.node["parameters"].get("seed", "")))
    if not math.isnan(written) and written != 0:
        return written
    if instance.seed is None:
        instance.seed = float(math.floor(model.env.random() * _SEEDS) + 1)
    return instance.seed
