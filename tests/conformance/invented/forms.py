"""The rows of a form, invented from a seed: types, groups, repeats, rules, choice lists, translations, defaults."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from conformance.invented.expressions import CHOICES, DATES, DAYS, NUMBERS, PATTERNS, TEXTS, Known, Rules

if TYPE_CHECKING:
    from random import Random

Row = dict[str, str]
ASKED = ("text", "integer", "decimal", "date", "select_one", "select_multiple", "rank", "acknowledge", "range", "note")
ONLY_OURS = ("time", "dateTime", "hidden", "geopoint", "barcode")
"""Types that ODK's engine writes in ways of its own, so that only our two engines are compared on them."""

LANGUAGES = ("English (en)", "Español (es)")
TRANSLATED = {"label", "hint", "constraint_message"}
UNSTEADY = {"relevant", "calculation", "choice_filter", "default"}
"""Columns that let an answer come and go without a person."""

LISTS = ("places", "things", "kinds")


@dataclass(slots=True)
class Item:
    """A row to be: a question, or a group or repeat with what is inside it."""

    name: str
    type: str
    repeats: tuple[str, ...]
    children: list[Item] | None = None
    is_steady: bool = True
    """Whether everything around it is always asked."""
    row: Row = field(default_factory=dict)

    @property
    def is_repeat(self) -> bool:
        """Whether what is inside may be there any number of times."""
        return self.type == "repeat"


class Inventor:
    """Invents one form. `wild`: also what only our own two engines need to agree about."""

    def __init__(self, lot: Random, *, wild: bool = False) -> None:
        self.lot = lot
        self.wild = wild
        self.is_translated = lot.random() < 0.4
        self.known: list[Known] = []
        self.count = 0
        self.lists = {name: self._choices() for name in LISTS[: lot.randint(1, 3)]}

    def draft(self) -> dict[str, Any]:
        """Invent the rows of the three sheets."""
        items = self._items(self.lot.randint(4, 9), (), 0)
        self._write_rules(items)
        choices = [
            {"list_name": name, **self._translated("label", label), "name": each, "kind": kind, "level": level}
            for name, rows in self.lists.items()
            for each, label, kind, level in rows
        ]
        settings = {"form_title": "Invented", "form_id": "invented", "version": "1"}
        if self.is_translated:
            settings["default_language"] = LANGUAGES[0]
        return {"survey": [row for item in items for row in _rows(item)], "choices": choices, "settings": settings}

    def _choices(self) -> list[tuple[str, str, str, str]]:
        return [
            (f"c{number}", f"Choice {number}", self.lot.choice("ab"), str(self.lot.randint(1, 3)))
            for number in range(1, self.lot.randint(3, 6))
        ]

    def _items(self, many: int, repeats: tuple[str, ...], level: int) -> list[Item]:
        return [self._item(repeats, level) for _ in range(many)]

    def _item(self, repeats: tuple[str, ...], level: int) -> Item:
        self.count += 1
        chance = self.lot.random()
        if level < 3 and chance < 0.12:
            name = f"g{self.count}"
            return Item(name, "group", repeats, self._items(self.lot.randint(1, 3), repeats, level + 1))
        if level < 3 and chance < 0.26 and self._may_repeat(repeats, level):
            name = f"r{self.count}"
            return Item(name, "repeat", repeats, self._items(self.lot.randint(1, 4), (*repeats, name), level + 1))
        kinds = [*ASKED, "calculate", "calculate", "calculate", *(ONLY_OURS if self.wild else ())]
        return Item(f"q{self.count}", self.lot.choice(kinds), repeats)

    def _may_repeat(self, repeats: tuple[str, ...], level: int) -> bool:
        return len(repeats) < 2 and (self.wild or level == len(repeats))

    def _write_rules(self, items: list[Item], *, is_steady: bool = True) -> None:
        """Give rules in an order of its own, so that some read what stands further down; none waits for itself."""
        for item in self.lot.sample(items, len(items)):
            item.is_steady = is_steady
            rules = Rules(self.lot, self.known, item.repeats, wild=self.wild)
            item.row = self._row(item, rules)
            if item.children is not None:
                self._write_rules(item.children, is_steady=is_steady and "relevant" not in item.row)
                if item.is_repeat:
                    self.known.append(Known(item.name, "repeat", (*item.repeats, item.name)))
                continue
            listed = self.lists.get(item.row["type"].rpartition(" ")[2], [])
            kind = item.type if item.type != "calculate" else self._kind_of(item.row["calculation"])
            steady = is_steady and item.row.keys().isdisjoint(UNSTEADY)
            names, is_asked = tuple(row[0] for row in listed), item.type != "calculate"
            self.known.append(Known(item.name, kind, item.repeats, names, is_asked, steady))

    def _kind_of(self, calculation: str) -> str:
        return "text" if "'" in calculation else "integer"

    def _row(self, item: Item, rules: Rules) -> Row:
        row: Row = {"type": item.type, "name": item.name}
        if item.children is not None:
            row["type"] = f"begin_{item.type}"
            row |= self._sometimes(0.4, relevant=rules.condition) | self._translated("label", self._label(rules))
            if item.is_repeat:
                row |= self._sometimes(0.4, repeat_count=rules.count)
            elif self.lot.random() < 0.15:
                row["readonly"] = rules.condition()
            return row
        if item.type in {"select_one", "select_multiple", "rank"}:
            row["type"] = f"{item.type} {self.lot.choice(list(self.lists))}"
            if item.type != "rank":
                row |= self._sometimes(0.4, choice_filter=lambda: self._filter(rules))
        if item.type == "calculate":
            return row | {"calculation": self._calculation(rules)} | self._sometimes(0.2, relevant=rules.condition)
        if item.type == "range":
            row["parameters"] = "start=0 end=10 step=1"
        return row | self._question(item, rules)

    def _question(self, item: Item, rules: Rules) -> Row:
        row = self._translated("label", self._label(rules)) | self._sometimes(0.35, relevant=rules.condition)
        if item.type == "note":
            return row
        row |= self._sometimes(0.3, required=lambda: self.lot.choice(["yes", rules.condition()]))
        row |= self._sometimes(0.15, readonly=lambda: self.lot.choice(["yes", rules.condition()]))
        row |= self._sometimes(0.3, constraint=lambda: self._constraint(item, rules))
        if item.type in {"text", "integer"} and self.lot.random() < 0.3:
            return row | self._filled_in(item, rules, is_steady=item.is_steady and "relevant" not in row)
        if item.type == "acknowledge":
            return row
        return row | self._sometimes(0.2, default=lambda: self._default(item))

    def _filled_in(self, item: Item, rules: Rules, *, is_steady: bool) -> Row:
        """Let a question be filled in by a rule: worked out, set when another changes, or begun with."""
        value = rules.text() if item.type == "text" else rules.number() if self.wild else f"int({rules.number()})"
        triggers = [
            one for one in rules.near({"text", "integer", "select_one", "date"}) if self._may_trigger(one, item)
        ]
        way = self.lot.random()
        if way < 0.4 and triggers:
            return {"trigger": self.lot.choice(triggers).ref, "calculation": self._set_value(item, rules, value)}
        if way < 0.7 or not (self.wild or is_steady):
            return {"calculation": value, **({} if self.wild else {"readonly": "yes"})}
        return {"default": f"coalesce({value}, '')" if self.wild else "concat('1', '2')"}

    def _set_value(self, item: Item, rules: Rules, value: str) -> str:
        if self.wild:
            return value
        steady = Rules(self.lot, [one for one in self.known if one.is_steady], item.repeats, rules.deep)
        return steady.text() if item.type == "text" else f"int({steady.number()})"

    def _may_trigger(self, one: Known, item: Item) -> bool:
        return one.is_asked if self.wild else one.is_steady and one.repeats == item.repeats

    def _calculation(self, rules: Rules) -> str:
        if rules.repeats and self.lot.random() < 0.2:
            return self.lot.choice(["position(..)", "position(..) + 1"])
        made = self.lot.choice([rules.number, rules.number, rules.text, rules.text, rules.day, rules.condition])()
        if self.lot.random() < 0.1:
            return f"once({made})" if self.wild else "once(concat('a', 'b'))"
        return made

    def _constraint(self, item: Item, rules: Rules) -> str:
        if item.type in NUMBERS:
            return f". {self.lot.choice(['<', '>', '<=', '!='])} {rules.number()}"
        if item.type in DATES:
            return f". <= {rules.day()}"
        if item.type in CHOICES:
            return self.lot.choice(["count-selected(.) < 2", "not(selected(., 'c1'))", "string-length(.) > 2"])
        return self.lot.choice([f"regex(., '{self.lot.choice(PATTERNS)}')", "string-length(.) < 3", rules.condition()])

    def _filter(self, rules: Rules) -> str:
        written = ["kind = 'a'", "level < 3", f"level <= {rules.number()}", f"name != {rules.text()}"]
        written += [f"selected({one.ref}, name)" for one in rules.near({"select_multiple", "select_one"})]
        return self.lot.choice([*written, f"kind = 'b' or {rules.condition()}"])

    def _default(self, item: Item) -> str:
        if item.type in NUMBERS:
            return "2.5" if item.type == "decimal" else self.lot.choice(["3", "0"])
        if item.type == "rank" and not self.wild:
            return ""  # ODK's engine adds the choices that a rank leaves out
        if item.type in CHOICES:
            return "c1"
        return {
            "date": self.lot.choice([*DAYS, "today()"] if self.wild else DAYS),
            "text": self.lot.choice(TEXTS[1:4]),
        }.get(item.type, "")

    def _label(self, rules: Rules) -> str:
        shown = rules.near({"text", "integer", "select_one", "date"})
        return f"About {self.lot.choice(shown).ref}?" if shown and self.lot.random() < 0.3 else "What?"

    def _translated(self, column: str, text: str) -> Row:
        if not self.is_translated:
            return {column: text}
        is_missing = self.lot.random() < 0.2 and (self.wild or not text.startswith("Choice"))
        spanish = "" if is_missing else f"¿{text}"
        return {f"{column}::{LANGUAGES[0]}": text, f"{column}::{LANGUAGES[1]}": spanish}

    def _sometimes(self, chance: float, **cells: Any) -> Row:
        return {column: make() for column, make in cells.items()} if self.lot.random() < chance else {}


def _rows(item: Item) -> list[Row]:
    if item.children is None:
        return [item.row]
    inside = [row for child in item.children for row in _rows(child)]
    return [item.row, *inside, {"type": f"end_{item.type}"}]
