"""An open form's insides: its instances, the lists its rules may ask for, its texts, and the asking itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from askwell.logic.environment import Context, Env, EvaluationError
from askwell.logic.evaluating import compile_tree
from askwell.logic.forms.definition import Definition, Entry, Fault
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
        self.by_entry: list[list[Instance]] = []
        self.set_aside: dict[tuple[Instance, Entry], list[Instance]] = {}
        """Repeats that a smaller count has taken away: they come back with a larger one."""
        self.unbegun: set[Instance] = set()
        """Those of them that were never there: nobody has answered in them, and they begin when they come."""
        self.is_taken_up = False
        """Whether its repeats were made for answers that were kept."""
        self.index()
        self._lists: dict[str, Node | None] = {}
        self.env = env
        self.use(env)

    def use(self, env: Env) -> None:
        """See another world from now on: another time, another language."""
        self.env = replace(env, instance=self.listed, choice_label=self.label_at, itext=self.itext)
        self._lists = {}

    def index(self) -> None:
        """Make every instance findable again, after some have come or gone; `by_path` is in the order of the form."""
        self.root.number("", 1)
        self.by_path = {}
        self.by_entry = [[] for _ in self.definition.ranked]
        for instance in self.root.family():
            self.by_path[instance.place] = instance
            self.by_entry[instance.entry.rank].append(instance)

    def series(self, path: str) -> tuple[Instance, Entry]:
        """Find where the repeats of a path such as `/data/trip[2]/leg` stand, and their entry; raises `KeyError`."""
        base, _, name = path.rpartition("/")
        parent = self.at(base)
        entry = next((child for child in parent.entry.children if child.is_repeat and child.name == name), None)
        if entry is None:
            raise KeyError(path)
        return parent, entry

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
        is_translated = len(self.definition.document.get("languages", ())) > 1
        return rows(
            [
                {
                    "label": self.words(choice.get("label"), self.root),
                    **({"itextId": f"{name}-{place}"} if is_translated else {}),
                    **choice.get("columns", {}),
                    "name": choice["name"],
                }
                for place, choice in enumerate(choices)
            ]
        )

    def itext(self, name: str) -> str:
        """Give the text of an id: `list-0` is the label of a choice, `/data/q:hint` the hint of a question."""
        path, _, kind = name.partition(":")
        if path in self.definition.entries:
            return self.words(self.definition.entries[path].node.get(kind), self.root)
        listed, _, place = name.rpartition("-")
        choices = self.definition.lists.get(listed, [])
        if not place.isdecimal() or int(place) >= len(choices):
            return ""
        return self.words(choices[int(place)].get("label"), self.root)

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
