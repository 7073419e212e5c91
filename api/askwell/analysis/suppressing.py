"""Suppression: which numbers of a whole may be shown, so that none below k can be read or worked out.

A pure rule, after the practice of statistical offices: a small cell is hidden, and as many of the next smallest with it
as it takes so that subtraction from the total tells nothing (complementary suppression).
"""

from collections.abc import Mapping


def hidden_cells(cells: Mapping[str, int], k: int) -> set[str]:
    """Return the cells to hide of a whole whose total everybody knows. Zeros may be shown, and tell only what is.

    What is hidden must come to so much that each hidden cell could be k or more; when nothing is left that could be
    hidden with it, everything is hidden, zeros too.
    """
    hidden = {name for name, count in cells.items() if 0 < count < k}
    shown = sorted((count, name) for name, count in cells.items() if count >= k)
    while hidden and not _covers(cells, hidden, k):
        if not shown:
            return set(cells)
        hidden.add(shown.pop(0)[1])
    return hidden


def _covers(cells: Mapping[str, int], hidden: set[str], k: int) -> bool:
    """Return whether none of the hidden cells is known to be small: the others may be as little as one each."""
    total = sum(cells[name] for name in hidden)
    return len(hidden) >= 2 and total - (len(hidden) - 1) >= k


def may_show_part(part: int, whole: int, k: int) -> bool:
    """Return whether a part may be shown beside its whole: neither it nor what is left of it is a small group."""
    return not 0 < part < k and not 0 < whole - part < k
