"""Reconciling: a phone asks about what it once sent, whether it is here now, and whether it is safe.

The answer is looked up anew each time and never taken from a receipt: a server that was restored from a backup has
given receipts for what it does not hold. Nothing is written, not even that somebody asked.
"""

from collections.abc import Sequence

from sqlmodel import Session

from askwell.rounds import states
from askwell.rounds.joining import UnknownCapability
from askwell.submissions import ids, proof_queries
from askwell.submissions.proof_queries import Asking, Name
from askwell.submissions.schemas import AskedItem, ItemStatus, StatusAnswer


def tell_status(db: Session, capability_hash: str | None, items: Sequence[AskedItem]) -> StatusAnswer:
    """Tell which of these are here and which are safe, for the round of one capability."""
    asking = proof_queries.find_asking(db, capability_hash) if capability_hash else None
    if asking is None:
        raise UnknownCapability
    names = [_kept_as(asking, item) for item in items]
    instances = {instance_id for instance_id, _, _ in names}
    here = proof_queries.here(db, asking.round_id, instances)
    safe = proof_queries.proved_of(db, asking.round_id, instances) & here
    told = [_status(item, here=name in here, safe=name in safe) for item, name in zip(items, names, strict=True)]
    return StatusAnswer(epoch=asking.epoch, backup_seq=asking.verified_backups, items=told)


def _kept_as(asking: Asking, item: AskedItem) -> Name:
    anonymous = states.is_anonymous(asking.mode)
    kept = ids.kept_as(item.instance_id, asking.hash_key) if anonymous else item.instance_id
    return kept, item.rev, item.sha256


def _status(item: AskedItem, *, here: bool, safe: bool) -> ItemStatus:
    have = item.sha256 if here else None
    return ItemStatus(instance_id=item.instance_id, rev=item.rev, have=have, safe=safe)
