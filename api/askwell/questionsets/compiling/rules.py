"""Expressions of an XForm turned into trees; one that cannot be read becomes a fault and the rule stays away."""

from dataclasses import dataclass, field

from askwell.logic.parsing import ExpressionError, parse
from askwell.logic.trees import Tree
from askwell.questionsets.faults import DraftFault
from askwell.questionsets.outline import Item

_COLUMNS = {"calculate": "calculation", "readonly": "read_only"}
RULES = ("relevant", "constraint", "calculate", "required", "readonly")
"""The five rules of a bind, in the order of the version document."""


@dataclass(slots=True)
class Reading:
    """Reads expressions and remembers what went wrong, with the place in the draft."""

    items: dict[str, Item]
    faults: list[DraftFault] = field(default_factory=list)

    def tree(self, text: str, path: str, column: str) -> Tree | None:
        """Read one expression that belongs to the node at `path`."""
        if not text.strip():
            return None
        try:
            return parse(text)
        except ExpressionError as error:
            message, _, remedy = error.message.partition(". ")
            remedy = remedy or "Compare the expression with one that works."
            self.faults.append(self.fault(path, column, f"{message}.", remedy, "broken_expression"))
            return None

    def fault(self, path: str, column: str, message: str, remedy: str, code: str) -> DraftFault:
        """Describe something wrong with the node at `path`, at the place where its author wrote it."""
        item = self.items.get(path)
        return DraftFault(
            level="error",
            sheet="survey",
            row=item.row.number if item else None,
            column=item.row.header(column) if item else column,
            text=item.row.get(column) if item else "",
            message=message,
            remedy=remedy,
            code=code,
        )

    def bind(self, attributes: dict[str, str], path: str) -> dict[str, Tree]:
        """Read the rules of one bind; a rule that says `false()` where that is the default is left out."""
        rules: dict[str, Tree] = {}
        for rule in RULES:
            tree = self.tree(attributes.get(rule, ""), path, _COLUMNS.get(rule, rule))
            if tree is None or (rule in {"required", "readonly"} and tree == ["call", "false", []]):
                continue
            rules[rule] = tree
        return rules
