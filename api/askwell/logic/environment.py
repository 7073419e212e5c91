"""What an expression may ask of the world: the clock, chance, other instances, and where in the form it stands."""

from __future__ import annotations

import random as chance
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from askwell.logic.dates import Moment, read_temporal
from askwell.logic.nodes import Node

LabelOf: TypeAlias = Callable[[Node, str, str], str]


class EvaluationError(ValueError):
    """A rule that cannot be worked out; the form goes on without it and lists it as a fault."""


def _no_label(_origin: Node, _path: str, value: str) -> str:
    return value


def _no_text(_name: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Env:
    """What a form cannot know by itself. Give every field and the same answers give the same form again.

    `now` is ISO 8601 with its offset; times without an offset are read with that of `now`.
    The form fills in the fields after `language` itself.
    """

    now: str = "1970-01-01T00:00:00+00:00"
    random: Callable[[], float] = chance.random
    uuid: Callable[[], str] = lambda: str(uuid.uuid4())
    language: str = ""
    instance: Callable[[str], Node | None] = lambda _: None
    choice_label: LabelOf = _no_label
    itext: Callable[[str], str] = _no_text

    @property
    def moment(self) -> Moment:
        """The clock of the phone."""
        moment = read_temporal(self.now)
        if not isinstance(moment, Moment):
            message = f"The clock has to be an ISO 8601 time with its offset, not {self.now!r}."
            raise TypeError(message)
        return moment


class Context:
    """Where an expression is asked: at which node, as which candidate of how many, in which form and world."""

    __slots__ = ("env", "node", "origin", "position", "root", "size")

    def __init__(self, node: Node, root: Node, env: Env, origin: Node | None = None) -> None:
        self.node = node
        self.root = root
        self.env = env
        self.origin = node if origin is None else origin
        self.position = 1
        self.size = 1

    @property
    def offset(self) -> int:
        """Minutes by which the phone's clock is ahead of UTC; times that name no offset are read with it."""
        return self.env.moment.offset

    def candidate(self, node: Node, position: int, size: int) -> Context:
        """Ask the same of a node that a predicate is trying out."""
        inner = Context(node, self.root, self.env, self.origin)
        inner.position = position
        inner.size = size
        return inner
