"""Where ODK's engine may see an interview otherwise: each place under the sentence of docs/xlsform.md that says so.

What an author can write in more than one way is written, in forms that ODK's engine plays, in the way that means the
same to both: `forms` and `expressions` keep the rest for our own two engines. `WRITTEN_OTHERWISE` lists it. What is
left is excused node by node, here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from conformance.invented.engines import Interview, State

WRITTEN_OTHERWISE = {
    "`sum`, `max` and `min` skip blanks; a sum of nothing is 0.": "a sum over answers that are there",
    "A question that is not there equals a blank.": "a text made of what indexed-repeat finds",
    "what is not a number is kept as a blank": "the text of a number that is one",
    "`regex` must match the whole text.": "a pattern from ^ to $",
    "A date is a whole number of local days": "a date moved by whole days",
    "A count that is no number, or is below 0, makes no repeats": "a count from 0",
    "An integer that a rule gives keeps what stands behind the point": "int() around the rule",
    "A trigger acts when its question is answered": "a trigger that neither comes and goes nor is worked out",
    "and sees what comes of the answer": "a value made of what only answers change",
    "overwrites only when its result changes": "a calculation on a question that is readonly",
    "`jr:choice-name` finds its question inside repeats, too": "one that names a question outside repeats",
    "`number('')` is not a number, nor is that of spaces": "the number of a text without spaces around",
    "in every repeat": "a trigger in the same repeat",
    "A default that is worked out": "one that reads nothing, for a question that is always asked",
    "A repeat that is added begins with none of the repeats inside it": "no group between one repeat and the next",
    "An answer stays as it was written": "decimals that end in no .0",
    "`once` waits for what it reads": "once of what reads nothing",
    "A rank keeps": "no default for a rank",
}
"""Words of docs/xlsform.md, and how plain forms are written so that they do not matter."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that one engine sees otherwise after a step; `key` is that of a recording, or `there`."""

    interview: Interview
    after: int
    path: str
    key: str
    ours: Any
    theirs: Any
    node: dict[str, Any] = field(default_factory=dict)
    """The whole node as the other engine sees it."""

    @property
    def line(self) -> str:
        """Tell it in one line, with the seed it comes back from."""
        doing = ["opening", *(" ".join(step) for step in self.interview.steps), "taking it up again"][self.after]
        where = f"seed {self.interview.seed}, step {self.after} ({doing})"
        return f"{where}: {self.path} {self.key}: {self.ours!r} here, {self.theirs!r} there"


EXCUSES: dict[str, Callable[[Difference], bool]] = {
    "What is not translated falls back, text by text": lambda it: it.key == "label" and it.theirs.strip() == "-",
    "A constraint looks only at answers that are there.": lambda it: it.key == "bad" and it.node["v"] == "",
}


def excused(difference: Difference) -> bool:
    """Whether a policy says so. Words around a value may be spaced otherwise, which is no matter of logic."""
    if difference.key == "label" and difference.ours.split() == difference.theirs.split():
        return True
    return any(excuse(difference) for excuse in EXCUSES.values())


def has_taken_repeats_away(before: State, now: State, step: list[str]) -> bool:
    """Whether a smaller count did: ours keeps the answers, so from here on the two are no longer the same interview."""
    gone = before["nodes"].keys() - now["nodes"].keys()
    return any(step[0] != "remove" or not path.startswith(step[1].rpartition("[")[0]) for path in gone)
