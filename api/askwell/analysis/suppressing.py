"""Suppression: which numbers of a whole may be shown, so that none below k can be read or worked out.

A pure rule, after the practice of statistical offices: a small cell is hidden, and so many of the next smallest with it
that subtraction from the total tells nothing (complementary suppression). Cells of the same size are hidden together:
else which of two was taken would tell what stands in the first, to somebody who knows this rule.

Of few answers (fewer than 4k, 20 where k is 5) it is not told either that nobody, or everybody, answered something: who
is known to be among them would be known to have answered so.
"""

from collections.abc import Collection, Mapping

from askwell.analysis.counting import ANSWERED, NO_ANSWER, UNLISTED

_FEW = 4


def are_few(answers: int, k: int) -> bool:
    """Return whether these are so few that what all or none of them said would tell what each said."""
    return answers < _FEW * k


def hidden_answers(cells: Mapping[str, int], unanswered: int, k: int) -> set[str]:
    """Return which answers to hide, and whether how many gave none, of people whose number everybody knows."""
    whole = {**cells, NO_ANSWER: unanswered}
    hidden = hidden_cells(whole, k)
    if NO_ANSWER not in hidden and not are_few(sum(cells.values()), k):
        return hidden
    return hidden_cells(whole, k, secret_zeros=cells.keys() - {ANSWERED, UNLISTED})


def hidden_cells(cells: Mapping[str, int], k: int, secret_zeros: Collection[str] = ()) -> set[str]:
    """Return the cells to hide of a whole whose total everybody knows; zeros only of those where they are a secret.

    What is hidden must come to so much that each hidden cell could be k or more; when nothing is left that could be
    hidden with it, everything is hidden, zeros too.
    """
    larger = sorted({count for count in cells.values() if count >= k})
    hidden = _below(k, cells, secret_zeros)
    while hidden and not _covers(cells, hidden, k, secret_zeros):
        if not larger:
            return set(cells)
        hidden = _below(larger.pop(0) + 1, cells, secret_zeros)
    return hidden


def _below(bound: int, cells: Mapping[str, int], secret_zeros: Collection[str]) -> set[str]:
    return {name for name, count in cells.items() if 0 < count < bound or (count == 0 and name in secret_zeros)}


def _covers(cells: Mapping[str, int], hidden: set[str], k: int, secret_zeros: Collection[str]) -> bool:
    """Return whether each hidden cell could be k or more: the others at their least, and it below all that is shown."""
    total = sum(cells[name] for name in hidden)
    least = {name: 0 if name in secret_zeros else 1 for name in hidden}
    most = [total - (sum(least.values()) - own) for own in least.values()]
    shown = [count for name, count in cells.items() if name not in hidden and count]
    return len(hidden) >= 2 and min([*most, *(count - 1 for count in shown)]) >= k


def hidden_parts(parts: Mapping[str, int], answered: int, people: int, k: int, *, told: bool) -> set[str]:
    """Return which choices to hide where each of those who answered could choose several.

    Everybody chose at least one. So where all choices are shown, together they tell how many chose a second one; or, if
    it is not told how many answered, how many can have answered at most.
    """
    if told:
        hidden = {name for name, part in parts.items() if not _may_show_part(part, answered, people, k)}
    else:
        hidden = {name for name, part in parts.items() if part < k or people - part < 2 * k}
    more = sum(parts.values()) - (answered if told else people)
    if not hidden and (0 < more < k if told else more < 0):
        return {name for name, part in parts.items() if part == min(parts.values())}
    return hidden


def _may_show_part(part: int, answered: int, people: int, k: int) -> bool:
    if are_few(answered, k) and part in {0, answered}:
        return False
    return all(number == 0 or number >= k for number in (part, answered - part, people - part))
