"""What the server answers about an item: results, and the receipts in them.

A receipt is made from what is stored and from nothing else, so it names the same bytes for ever. Its words may change
with what is known of them: in an anonymous round `late` is forgotten when a group settles, and what a later release
understands is in quarantine no more.
"""

from askwell.submissions.queries import Key, Stored
from askwell.submissions.schemas import ItemResult, Quality, Receipt, Status, SubmissionItem


def refused(item: SubmissionItem | None, status: Status, sha256: str | None = None) -> ItemResult:
    """Say that an item was not stored, and why."""
    if item is None:
        return ItemResult(instance_id=None, rev=None, sha256=None, status=status, stored=False)
    return ItemResult(instance_id=item.instance_id, rev=item.rev, sha256=sha256, status=status, stored=False)


def later(key: Key, sha256: str) -> ItemResult:
    """Say that an item could not be stored now and should come again."""
    return ItemResult(instance_id=key[0], rev=key[1], sha256=sha256, status="later", stored=False)


def kept(epoch: str, key: Key, stored: Stored, *, first: bool) -> ItemResult:
    """Say that exactly these bytes are stored, since now or since before."""
    quality = _quality(stored)
    receipt = Receipt(
        instance_id=key[0],
        rev=key[1],
        sha256=stored.sha256,
        epoch=epoch,
        status="received" if quality == "ok" else quality,
        quality=quality,
        seq=stored.seq,
        received_on=stored.received_on,
    )
    return ItemResult(
        instance_id=key[0],
        rev=key[1],
        sha256=stored.sha256,
        status=receipt.status if first else "already_received",
        stored=True,
        detail=stored.problem,
        receipt=receipt,
    )


def conflicting(epoch: str, key: Key, sha256: str) -> ItemResult:
    """Say that these bytes are stored beside others with the same id."""
    receipt = Receipt(instance_id=key[0], rev=key[1], sha256=sha256, epoch=epoch, status="conflict", quality="conflict")
    return ItemResult(instance_id=key[0], rev=key[1], sha256=sha256, status="conflict", stored=True, receipt=receipt)


def _quality(stored: Stored) -> Quality:
    if stored.problem is not None:
        return "quarantined"
    return "late" if stored.late else "ok"
