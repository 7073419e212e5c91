"""Files that are there whole or not at all, also after a power cut."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO, cast


@contextmanager
def written_whole(path: Path, *, replace: bool = True) -> Iterator[BinaryIO]:
    """Give a file to write, readable for its owner alone, which takes its name once everything is on disk.

    If the block fails nothing has happened. With `replace=False` a file that is there already is left as it is, and
    FileExistsError is raised.
    """
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        try:
            yield cast("BinaryIO", file)
            file.flush()
            os.fsync(file.fileno())
            take_name(Path(file.name), path, replace=replace)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def take_name(written: Path, path: Path, *, replace: bool = True) -> None:
    """Give a file that is on disk its name, for good."""
    if replace:
        written.replace(path)
    else:
        path.hardlink_to(written)
        written.unlink()
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to disk. Not every system can open a folder; there is nothing to do there."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def append_line(path: Path, line: str) -> None:
    """Add a line to a file that only grows, and return when it is on disk. What was cut off before ends on its own."""
    is_new = not path.exists()
    with path.open("a+b") as file:
        file.write((b"\n" if _is_cut_off(file) else b"") + line.encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    if is_new:
        sync_folder(path.parent)


def _is_cut_off(file: BinaryIO) -> bool:
    """Return whether the last line has no end: a power cut came in between."""
    if file.seek(0, os.SEEK_END) == 0:
        return False
    file.seek(-1, os.SEEK_END)
    return file.read(1) != b"\n"
