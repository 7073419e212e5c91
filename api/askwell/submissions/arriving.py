"""Arriving: are the bytes of an item those the phone sent, and what do they say? Nothing is stored here."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from askwell.rounds import states
from askwell.submissions import ids
from askwell.submissions.quarantine import Problem
from askwell.submissions.queries import Key, Place
from askwell.submissions.receipts import refused
from askwell.submissions.schemas import MOST_BYTES, ItemResult, SubmissionItem
from askwell.submissions.understanding import Expected, Form, Understood, understand


class Arrival(NamedTuple):
    """An item that arrived whole: under which key it will be kept, and sent, and the bytes."""

    key: Key
    sent: Key
    sha256: str
    content: bytes
    understood: Understood


def weigh(
    form: Form, place: Place, items: Sequence[SubmissionItem | None], now: datetime, hold: Problem | None = None
) -> Iterator[Arrival | ItemResult]:
    """Yield, for each item in order, its arrival, or the result that sends it back. What is on hold is not read yet."""
    taken = 0
    for item in items:
        whole = _whole(item)
        if item is None or isinstance(whole, ItemResult):
            yield whole if isinstance(whole, ItemResult) else refused(None, "garbled")
            continue
        if taken + len(whole) > MOST_BYTES:
            yield refused(item, "too_large" if len(whole) > MOST_BYTES else "later", item.sha256)
            continue
        taken += len(whole)
        understood = Understood(hold) if hold else _understand(form, place, item, now)
        yield Arrival(_key(place, item), (item.instance_id, item.rev), item.sha256, whole, understood)


def _key(place: Place, item: SubmissionItem) -> Key:
    if states.is_anonymous(place.mode):
        return ids.kept_as(item.instance_id, place.hash_key), item.rev
    return item.instance_id, item.rev


def _whole(item: SubmissionItem | None) -> bytes | ItemResult:
    """Return the bytes of an item, when they are the ones that its hash names."""
    if item is None:
        return refused(None, "garbled")
    try:
        content = item.content.encode()
    except UnicodeEncodeError:  # half a character: it has no bytes
        return refused(item, "garbled")
    sha256 = hashlib.sha256(content).hexdigest()
    return content if sha256 == item.sha256 else refused(item, "garbled", sha256)


def _understand(form: Form, place: Place, item: SubmissionItem, now: datetime) -> Understood:
    anonymous = states.is_anonymous(place.mode)
    expected = Expected(item.instance_id, item.rev, place.round_id, place.version_hash, anonymous, now)
    return understand(form, expected, item.content)
