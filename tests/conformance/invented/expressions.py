"""Rules invented for a question: of the kind that is asked for, from the questions it may read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

NUMBERS, DATES, CHOICES = {"integer", "decimal", "range"}, {"date"}, {"select_one", "select_multiple", "rank"}
TEXTS = ("", "a", "abc", "Jo", "12", "c1", "c2 c3", "a b")
DAYS = ("2026-03-15", "2024-02-29", "1999-12-31", "2026-12-01")
PATTERNS = ("^[a-z]+$", "^[A-Za-z ]{1,3}$", "^[0-9]{2}$", "^.*b.*$", "^[^c]+$")
WIDE_NUMBERS = (
    "{n} div 2",
    "{n} mod {n}",
    "round({n}, 1)",
    "abs({n})",
    "int({n} div 2)",
    "pow({n}, 2)",
    "min(coalesce({n}, 1), 2)",
    "max(coalesce({n}, 1), 2)",
    "if({b}, {n}, {n})",
    "count-selected({t})",
    "string-length({t})",
    "number(normalize-space({t}))",
    "coalesce({n}, 3)",
    "floor({n})",
    "ceiling({n} div 3)",
    "-({n})",
)
WILD_NUMBERS = (*WIDE_NUMBERS, "{n} div {n}", "number({t})", "min({n}, {n})", "max({n}, {n})")
"""Also what ODK's engine sees otherwise, by our policies."""

WIDE_TEXTS = (
    "concat({t}, '-', {t})",
    "if({b}, {t}, {t})",
    "coalesce({t}, 'none')",
    "substr({t}, 1)",
    "substring-before({t}, 'b')",
    "translate({t}, 'abc', 'xy')",
    "normalize-space({t})",
    "string(coalesce({n}, 0))",
    "selected-at({t}, 0)",
    "format-date({d}, '%d/%m/%Y')",
    "join(' ', {t}, {t})",
    "string({b})",
)
WIDE_CONDITIONS = (
    "{b} and {b}",
    "{b} or {b}",
    "not({b})",
    "{n} > {n}",
    "{n} = {n}",
    "{t} = {t}",
    "{t} != {t}",
    "contains({t}, 'a')",
    "starts-with({t}, 'a')",
    "selected({t}, 'c1')",
    "{d} < {d}",
    "boolean-from-string({t})",
    "string-length({t}) >= {n}",
)


@dataclass(frozen=True, slots=True)
class Known:
    """A question, or a repeat, that a rule may read; `repeats` are those around it, outermost first."""

    name: str
    type: str
    repeats: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    is_asked: bool = True
    is_steady: bool = False
    """Whether it changes only when it is answered: it neither comes and goes nor is worked out."""

    @property
    def ref(self) -> str:
        """The reference an author writes."""
        return f"${{{self.name}}}"


@dataclass(slots=True)
class Rules:
    """Invents rules for a question inside `repeats` that may read what is known; `deep` is how far they nest."""

    lot: Random
    known: list[Known]
    repeats: tuple[str, ...] = ()
    deep: int = 2
    wild: bool = False
    makers: dict[str, Callable[[], str]] = field(init=False)

    def __post_init__(self) -> None:
        self.makers = {"b": self.condition, "n": self.number, "t": self.text, "d": self.day}

    def near(self, types: set[str]) -> list[Known]:
        """List the questions that have one value where the rule stands."""
        return [one for one in self.known if one.type in types and self.repeats[: len(one.repeats)] == one.repeats]

    def far(self, types: set[str]) -> list[Known]:
        """List the questions that have any number of values there, for they are repeated on their own."""
        return [one for one in self.known if one.type in types and self.repeats[: len(one.repeats)] != one.repeats]

    def condition(self) -> str:
        """Invent a condition."""
        simple: list[str] = [f"{one.ref} != ''" for one in self.near(NUMBERS | DATES | CHOICES | {"text"})]
        for one in self.near(CHOICES):
            simple += [f"selected({one.ref}, '{choice}')" for choice in one.choices[:2]]
        for one in self.near({"select_one"}):
            simple.append(f"{one.ref} = '{one.choices[0]}'")
        simple += [f"{one.ref} {self.lot.choice(['<', '>=', '=', '!='])} {self.digit()}" for one in self.near(NUMBERS)]
        simple += [f"{one.ref} <= date('{self.lot.choice(DAYS)}')" for one in self.near(DATES)]
        simple += [f"regex({one.ref}, '{self.lot.choice(PATTERNS)}')" for one in self.near({"text"})]
        return self._simple_or_wide(simple or ["true()", "1 = 2"], WIDE_CONDITIONS)

    def number(self) -> str:
        """Invent a number."""
        simple = [self.digit(), *(one.ref for one in self.near(NUMBERS))]
        for one in self.far(NUMBERS):
            simple += [self._alike(f"{name}({one.ref})", name) for name in ("sum", "max", "min")]
            simple.append(f"count-non-empty({one.ref})")
        simple += [f"count({one.ref})" for one in self.far({"repeat"})]
        simple += [f"count-selected({one.ref})" for one in self.near({"select_multiple", "rank"})]
        return self._simple_or_wide(simple, WILD_NUMBERS if self.wild else WIDE_NUMBERS)

    def text(self) -> str:
        """Invent a text."""
        simple = [f"'{self.lot.choice(TEXTS)}'", *(one.ref for one in self.near(CHOICES | {"text"}))]
        named = [one for one in self.near({"select_one"}) if self.wild or not (one.repeats or self.repeats)]
        simple += [f"jr:choice-name({one.ref}, '{one.ref}')" for one in named]
        for one in self.far({"text", *NUMBERS}):
            found = f"indexed-repeat({one.ref}, ${{{one.repeats[0]}}}, {self.digit()})"
            simple += [f"join(', ', {one.ref})", found if self.wild else f"concat({found}, '')"]
        return self._simple_or_wide(simple, WIDE_TEXTS)

    def day(self) -> str:
        """Invent a date."""
        simple = ["today()", f"date('{self.lot.choice(DAYS)}')", *(one.ref for one in self.near(DATES))]
        return self._simple_or_wide(
            simple, ("date({d} + {n})" if self.wild else "date(today() + 3)", "if({b}, {d}, {d})")
        )

    def count(self) -> str:
        """Invent how many repeats there are: few, or what is inside others grows beyond measure."""
        count = self.number()
        return f"if(({count}) > 3, 3, {count if self.wild else f'if(({count}) >= 0, int({count}), 0)'})"

    def digit(self) -> str:
        """Give a number as an author writes it."""
        return self.lot.choice(["0", "1", "2", "3", "7", "2.5"])

    def _alike(self, call: str, name: str) -> str:
        """Write a sum so that nothing that is added up is blank, nor all of it missing."""
        return call if self.wild else f"coalesce({name}({call[len(name) + 1 : -1]}[. != '']), 0)"

    def _simple_or_wide(self, simple: list[str], wide: tuple[str, ...]) -> str:
        if self.deep == 0 or self.lot.random() < 0.45:
            return self.lot.choice(simple)
        self.deep -= 1
        made = self._filled(self.lot.choice(wide))
        self.deep += 1
        return made

    def _filled(self, pattern: str) -> str:
        """Put an invented rule wherever a pattern names a kind of one."""
        return re.sub(r"\{(\w)\}", lambda found: self._operand(self.makers[found[1]]()), pattern)

    def _operand(self, made: str) -> str:
        return f"({made})" if " " in made else made
