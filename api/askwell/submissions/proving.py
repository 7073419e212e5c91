"""Proving: what was read out of a restored backup is noted, row by row, and phones are told that it is *safe*.

Never by "everything up to number n": numbers commit out of order, and a copy may lack a row in the middle.

In an anonymous round the note must not tell when an answer came. So a row is noted only if it was settled when the
backup was made: then the whole shuffled group it belongs to was, too, and all of them are noted together. What waited
for its group is in the backup as well, and is noted when it has settled and a later backup is verified.
"""

from collections.abc import Set as AbstractSet

from sqlmodel import Session

from askwell.submissions import proof_queries
from askwell.submissions.proof_queries import Name, Place


def note(db: Session, place: Place, settled_in_backup: AbstractSet[Name]) -> int:
    """Note what was found in a backup, settled, and is here, settled, too; return how many are new."""
    found = proof_queries.settled_and_unproved(db, place.round_id) & settled_in_backup
    proof_queries.note_proved(db, place, found)
    return len(found)
