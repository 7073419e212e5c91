"""An open form's insides: its instances, the lists its rules may ask for, its texts, and the asking itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from askwell.logic.environment import Context, Env, EvaluationError
from askwell.logic.evaluating import compile_tree
from askwell.logic.forms.definition import Definition, Fault
from askwell.logic.forms.instances import Instance, grow
from askwell.logic.nodes import Node, document, rows
from askwell.logic.values import Value, string

if TYPE_CHECKING:
    from askwell.logic.paths import Evaluator


class Model:
    """The instances of one interview, and the world their rules see."""

    def __init__(self, definition: Definition, env: Env) -> None:
        self.definition = definition
        self.top = document()
        self.root = grow(definition.root, self.top)
        self.by_path: dict[str, Instance] = {}
        self.by_entry: list[list[Instance]] = [[] for _ in definition.ranked]
        for instance in self.root.family():
            self.index(instance)
        self._lists: dict[str, Node | None] = {}
        self.env = env
        self.use(env)

    def use(self, env: Env) -> None:
        """See another world from now on: another time, another language."""
        self.env = replace(env, instance=self.listed, choice_label=self.label_at, itext=lambda _: "")
        self._lists = {}

    def index(self, instance: Instance) -> None:
        """Make an instance findable."""
        self.by_path[instance.place] = instance
        self.by_entry[instance.entry.rank].append(instance)

    def at(self, path: str) -> Instance:
        """Find an instance; raises `KeyError` for a path the version does not have."""
        return self.by_path[path]

    def ask(self, instance: Instance, rule: str, node: Node | None = None) -> Value | None:
        """Give the result of a rule; nothing if there is none, or if it fails, which is noted as a fault."""
        evaluator = instance.entry.rules.get(rule)
        if evaluator is None:
            return None
        return self.evaluate(instance, rule, evaluator, node)

    def evaluate(self, instance: Instance, rule: str, evaluator: Evaluator, node: Node | None = None) -> Value | None:
        """Ask a rule at an instance, or at a node that it is trying out."""
        try:
            value = evaluator(Context(node or instance, self.top, self.env, instance))
        except (ValueError, ArithmeticError, RecursionError) as error:  # an EvaluationError is a ValueError
            instance.faults[rule] = Fault(instance.place, rule, str(error))
            return None
        if instance.faults:
            instance.faults.pop(rule, None)
        return value

    def listed(self, name: str) -> Node | None:
        """Give a choice list or another secondary instance as nodes."""
        if name not in self._lists:
            self._lists[name] = self._list(name)
        return self._lists[name]

    def _list(self, name: str) -> Node | None:
        if name in self.definition.rows:
            return rows(self.definition.rows[name])
        choices = self.definition.lists.get(name)
        if choices is None:
            return None
        shown = [
            {"label": self.words(choice.get("label"), self.root), **choice.get("columns", {})} for choice in choices
        ]
        return rows([{**cells, "name": choice["name"]} for cells, choice in zip(shown, choices, strict=True)])

    def label_at(self, origin: Node, path: str, name: str) -> str:
        """Give the label of a choice of the question at a path, absolute or relative to the one that asks."""
        entry = self.definition.entries.get(_absolute(origin, path.strip()))
        listed = self.definition.lists.get(entry.node.get("list", ""), []) if entry else []
        choice = next((each for each in listed if each["name"] == name), None)
        return "" if choice is None else self.words(choice.get("label"), origin, name)

    def words(self, text: dict[str, Any] | None, node: Node, missing: str = "", language: str = "") -> str:
        """Write a text in a language, its values filled in; what is not translated falls back, text by text."""
        if not text:
            return missing
        pieces = text.get(language or self.env.language) or text.get(self.definition.default_language)
        pieces = pieces or next(iter(text.values()))
        return "".join(piece if isinstance(piece, str) else self._shown(piece["out"], node) for piece in pieces)

    def _shown(self, tree: list[Any], node: Node) -> str:
        try:
            return string(compile_tree(tree)(Context(node, self.top, self.env)))
        except EvaluationError:
            return ""


def _absolute(origin: Node, path: str) -> str:
    """Resolve `../a` against the node that asks, without positions."""
    if path.startswith("/"):
        return path
    node: Node | None = origin
    names = path.split("/")
    while names and names[0] in {".", ".."}:
        if names.pop(0) == ".." and node is not None:
            node = node.parent
    base = node.entry.path if isinstance(node, Instance) else ""
    return "/".join([base, *names])
