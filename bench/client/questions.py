"""The questions of the bench, as many as asked for: as the rows of an XLSForm, and as the rows of a hand-written page.

Five kinds in turn: text, select_one, integer, select_multiple, and a text that is asked only after some answers to the
select_one before it. Every tenth is followed by a calculation over the two integers before it. Groups of ten.
"""

from dataclasses import dataclass
from typing import Any

KINDS = ("text", "select_one", "integer", "select_multiple", "text")
THEMES = (
    "your hours in a normal week",
    "how far ahead you know your shifts",
    "swapping a shift with somebody",
    "breaks on a busy day",
    "pay for the time you stay longer",
    "the tools and machines you work with",
    "learning something new on the job",
    "what happens when you are ill",
    "being heard by whoever leads your team",
    "lifting, standing and other strain",
    "noise, heat and cold where you work",
    "being treated with respect by customers",
)
ASKS = {
    "text": "In your own words: what would make {theme} better?",
    "select_one": "How often is {theme} a problem for you?",
    "integer": "In the last four weeks, on how many days did {theme} keep you busy?",
    "select_multiple": "Who do you talk with about {theme}? Choose all that fit.",
    "follow-up": "You said that {theme} is a problem. What happened the last time?",
}
CHOICES = {
    "how_often": {"never": "Never", "rarely": "Rarely", "some": "Now and then", "often": "Often", "always": "Always"},
    "people": {
        "team": "People in my team",
        "lead": "Whoever leads my team",
        "union": "A steward or somebody of the union",
        "home": "People at home",
        "friends": "Friends who work elsewhere",
        "nobody": "Nobody",
    },
}
LISTS = {"select_one": "how_often", "select_multiple": "people"}
TROUBLE = ("often", "always")


@dataclass(frozen=True)
class Question:
    """One question that a person is asked, or one value that is calculated from two others."""

    name: str
    kind: str
    label: str = ""
    after: str | None = None
    """Asked only when the question with this name was answered with one of `TROUBLE`."""
    sum_of: tuple[str, ...] = ()

    @property
    def choices(self) -> dict[str, str]:
        """Names and labels of its choices."""
        return CHOICES[LISTS[self.kind]]


def parts(count: int) -> list[list[Question]]:
    """Return so many questions in groups of ten, each group with its calculation at the end."""
    asked = [_question(number) for number in range(1, count + 1)]
    groups = [asked[start : start + 10] for start in range(0, count, 10)]
    return [[*group, _sum(number, group)] for number, group in enumerate(groups, 1)]


def draft(count: int) -> dict[str, Any]:
    """Return the same questions as an editor's draft."""
    survey: list[dict[str, str]] = []
    for number, group in enumerate(parts(count), 1):
        survey.append({"type": "begin_group", "name": f"part{number}", "label": f"Part {number}"})
        survey.extend(_row(question) for question in group)
        survey.append({"type": "end_group"})
    choices = [
        {"list_name": one, "name": name, "label": label} for one in CHOICES for name, label in CHOICES[one].items()
    ]
    settings = {"form_id": f"bench{count}", "form_title": "Work week", "default_language": "English (en)"}
    return {"survey": survey, "choices": choices, "settings": settings}


def _question(number: int) -> Question:
    place = (number - 1) % len(KINDS)
    theme = THEMES[(number * 7) % len(THEMES)]
    if place < 4:
        return Question(f"q{number}", KINDS[place], ASKS[KINDS[place]].format(theme=theme))
    return Question(f"q{number}", "text", ASKS["follow-up"].format(theme=theme), after=f"q{number - 3}")


def _sum(number: int, group: list[Question]) -> Question:
    return Question(f"sum{number}", "calculate", sum_of=tuple(one.name for one in group if one.kind == "integer"))


def _row(question: Question) -> dict[str, str]:
    kind = question.kind
    row = {"type": f"{kind} {LISTS[kind]}" if kind in LISTS else kind, "name": question.name}
    if question.label:
        row["label"] = question.label
    if question.after:
        row["relevant"] = " or ".join(f"${{{question.after}}} = '{name}'" for name in TROUBLE)
    if question.sum_of:
        row["calculation"] = " + ".join(f"coalesce(${{{name}}}, 0)" for name in question.sum_of)
    return row
