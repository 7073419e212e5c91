"""The archive: a tar file whose first member is the manifest, encrypted with age unless somebody asked otherwise.

Nothing of it is ever held in memory or on disk twice: what packs and what encrypts run side by side, a pipe between.
"""

import hashlib
import io
import os
import shutil
import tarfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pyrage
from pydantic import ValidationError

from askwell import durable
from askwell.backups.failures import NotDone, Unreadable
from askwell.backups.keys import Identities, Recipients
from askwell.backups.manifest import NAME, File, Manifest

_OF_AGE = b"age-encryption.org/v1\n"
_MOST_MANIFEST = 1024 * 1024


def describe(path: Path, name: str) -> File:
    """Return how a file will stand in the manifest."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    return File(name=name, bytes=path.stat().st_size, sha256=digest.hexdigest())


def pack(folder: Path, manifest: Manifest, to: Path, recipients: Recipients | None) -> None:
    """Write the archive whole, or not at all; never over another one. Without recipients it is not encrypted."""
    try:
        with durable.written_whole(to, replace=False) as file:
            if recipients is None:
                _write(folder, manifest, file)
                return
            with _read_beside(lambda pipe: _encrypt(pipe, file, recipients)) as inside:
                _write(folder, manifest, inside)
    except FileExistsError as error:
        raise NotDone(f"{to} is there already. Backups are never overwritten.") from error


def unpack(path: Path, folder: Path, identities: Identities) -> Manifest:
    """Read an archive into an empty folder and return its manifest; Unreadable when a single bit is not as it was."""
    found: list[Manifest] = []
    try:
        with path.open("rb") as file, _read_beside(lambda pipe: found.append(_read(pipe, folder))) as inside:
            _open(file, inside, identities)
    except FileNotFoundError as error:
        raise NotDone(f"There is no file {path}.") from error
    return found[0]


def _encrypt(pipe: BinaryIO, to: BinaryIO, recipients: Recipients) -> None:
    try:
        pyrage.encrypt_io(pipe, to, recipients)
    except pyrage.EncryptError as error:  # so it says that nothing more can be written, too
        raise NotDone("The backup could not be written: the disk may be full.") from error


def _open(file: BinaryIO, to: BinaryIO, identities: Identities) -> None:
    is_encrypted = file.read(len(_OF_AGE)) == _OF_AGE
    file.seek(0)
    if not is_encrypted:
        shutil.copyfileobj(file, to)
        return
    if not identities:
        raise Unreadable("This backup is encrypted. Name the file of its key with --key.")
    try:
        pyrage.decrypt_io(file, to, identities)
    except pyrage.DecryptError as error:
        raise Unreadable("This backup cannot be opened: it was made for another key, or is damaged.") from error
    except OSError as error:
        if error.errno is not None:
            raise
        raise Unreadable("This backup is damaged: not all of it is as it was written.") from error


def _write(folder: Path, manifest: Manifest, to: BinaryIO) -> None:
    with tarfile.open(fileobj=to, mode="w|", format=tarfile.PAX_FORMAT) as tar:
        text = manifest.model_dump_json(indent=1).encode() + b"\n"
        tar.addfile(_entry(NAME, len(text)), io.BytesIO(text))
        for each in manifest.files:
            with (folder / each.name).open("rb") as file:
                tar.addfile(_entry(each.name, each.bytes), file)


def _entry(name: str, size: int) -> tarfile.TarInfo:
    """Describe a member: nothing of this machine, its people or its clock."""
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    return entry


def _read(archive: BinaryIO, folder: Path) -> Manifest:
    try:
        with tarfile.open(fileobj=archive, mode="r|") as tar:
            manifest = _manifest(tar)
            for each in manifest.files:
                _take(tar, each, folder)
        while archive.read(io.DEFAULT_BUFFER_SIZE):  # a tar file has an end that nobody reads
            pass
    except (tarfile.TarError, ValidationError) as error:
        raise Unreadable("This is no backup of Askwell, or it is damaged.") from error
    return manifest


def _manifest(tar: tarfile.TarFile) -> Manifest:
    entry, file = _next(tar, NAME)
    if entry.size > _MOST_MANIFEST:
        raise Unreadable("This is no backup of Askwell: its manifest is too large.")
    return Manifest.model_validate_json(file.read())


def _take(tar: tarfile.TarFile, wanted: File, folder: Path) -> None:
    _, file = _next(tar, wanted.name)
    to = folder / wanted.name
    to.parent.mkdir(parents=True, exist_ok=True)
    with to.open("xb") as copy:
        shutil.copyfileobj(file, copy)
    if describe(to, wanted.name) != wanted:
        raise Unreadable(f"This backup is damaged: {wanted.name} is not what its manifest says.")


def _next(tar: tarfile.TarFile, name: str) -> tuple[tarfile.TarInfo, BinaryIO]:
    entry = tar.next()
    file = tar.extractfile(entry) if entry and entry.isreg() and entry.name == name else None
    if entry is None or file is None:
        raise Unreadable(f"This is no backup of Askwell, or it is damaged: {name} is missing.")
    return entry, file  # type: ignore[return-value]  # a buffered reader is a binary file


@contextmanager
def _read_beside(work: Callable[[BinaryIO], object]) -> Iterator[BinaryIO]:
    """Give a file to write that `work` reads, at the same time, in a thread of its own; raise what went wrong first."""
    reading, writing = os.pipe()
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(_with_file, reading, work)
        try:
            with open(writing, "wb") as inside:  # noqa: PTH123  a pipe has no path
                yield inside
        except NotDone:
            raise
        except Exception as error:
            # Whoever reads may have stopped, and that is why nothing could be written any more.
            raise done.exception() or error from None
        done.result()


def _with_file(reading: int, work: Callable[[BinaryIO], object]) -> None:
    with open(reading, "rb") as pipe:
        work(pipe)
