"""The logbook: what must outlive a restore. A folder of its own, in no backup, best kept on another disk than the data.

`marks.json`    the epochs of this installation in their order, each with the highest mark that was reached in it
`erased.jsonl`  what was erased, by kind and id and nothing else: a line each, only ever added to

A database that is behind the marks was put back without anybody saying so. What was erased is erased again after each
restore.
"""

import json
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from askwell import durable


class LogbookUnreadable(Exception):
    """A file of the logbook is damaged."""


class Erased(NamedTuple):
    """Something that must not come back."""

    kind: str
    id: UUID


class Logbook:
    """The two files in one folder, which is made when it is first written to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def highest(self) -> int:
        """The highest mark that was ever reached; 0 when nothing is written yet."""
        return max(self._epochs().values(), default=0)

    def is_ahead_of(self, epoch: str, mark: int) -> bool:
        """Return whether this epoch went on after the mark, or was followed by another one."""
        epochs = self._epochs()
        return epoch in epochs and (mark < epochs[epoch] or epoch != list(epochs)[-1])

    def keep(self, epoch: str, mark: int) -> None:
        """Note how far an epoch has come."""
        epochs = self._epochs()
        epochs[epoch] = max(mark, epochs.get(epoch, 0))
        text = json.dumps({"epochs": [{"epoch": name, "mark": reached} for name, reached in epochs.items()]}, indent=1)
        self._make()
        with durable.written_whole(self._marks) as file:
            file.write(text.encode() + b"\n")

    def note_erased(self, kind: str, id_: UUID) -> None:
        """Note that something is erased, before it is: what comes back must be recognized."""
        self._make()
        durable.append_line(self._erasures, json.dumps({"kind": kind, "id": str(id_)}))

    def erased(self) -> list[Erased]:
        """Return everything that was erased. A line that a power cut has cut off was never answered for."""
        if not self._erasures.exists():
            return []
        *lines, _cut_off = self._erasures.read_text(encoding="utf-8").split("\n")
        return [found for line in lines if (found := _erased(line, self._erasures)) is not None]

    @property
    def _marks(self) -> Path:
        return self.folder / "marks.json"

    @property
    def _erasures(self) -> Path:
        return self.folder / "erased.jsonl"

    def _make(self) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def _epochs(self) -> dict[str, int]:
        if not self._marks.exists():
            return {}
        try:
            found = json.loads(self._marks.read_text(encoding="utf-8"))["epochs"]
            return {str(one["epoch"]): int(one["mark"]) for one in found}
        except (ValueError, KeyError, TypeError) as error:
            raise LogbookUnreadable(f"{self._marks} cannot be read. Put a copy of it back.") from error


def _erased(line: str, path: Path) -> Erased | None:
    """Read one line. One that was cut off is followed by a whole one; any other that cannot be read is a fault."""
    if not line.endswith("}"):
        return None
    try:
        found = json.loads(line)
        return Erased(str(found["kind"]), UUID(found["id"]))
    except (ValueError, KeyError, TypeError) as error:
        raise LogbookUnreadable(f"{path} has a line that cannot be read. Put a copy of it back.") from error
