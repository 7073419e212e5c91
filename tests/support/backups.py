"""An operator at the terminal: the commands about backups, over the database in use and over an empty one."""

import io
import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyrage
from click.testing import Result
from fastapi import FastAPI
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url
from typer.testing import CliRunner

from askwell import cli
from support.databases import postgresql_database, sqlite_database


@dataclass
class Place:
    """A database and the folders that belong to it: what the environment of a command says."""

    url: str
    data: Path
    logbook: Path

    def run(self, *arguments: str | Path, **environment: str) -> Result:
        """Run a command here."""
        return CliRunner().invoke(cli.app, [str(each) for each in arguments], env=self._environment | environment)

    def run_on_a_full_disk(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a command, in a process of its own, that may write no file of more than 16 KiB."""
        line = ["bash", "-c", 'ulimit -f 16; exec "$0" -m askwell.cli "$@"', sys.executable, *map(str, arguments)]
        environment = {**os.environ, **self._environment, "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(line, env=environment, capture_output=True, text=True, check=False)

    @property
    def _environment(self) -> dict[str, str]:
        return {
            "ASKWELL_DATABASE_URL": self.url,
            "ASKWELL_DATA_DIR": str(self.data),
            "ASKWELL_LOGBOOK_DIR": str(self.logbook),
        }

    def does(self, *arguments: str | Path) -> str:
        """Run a command that must succeed; return what it says."""
        done = self.run(*arguments)
        assert done.exit_code == 0, done.output
        return done.stdout.strip()

    def ask(self, statement: str) -> list[tuple[Any, ...]]:
        """Look into the database."""
        url = make_url(self.url)
        engine = create_engine(url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url)
        try:
            with engine.begin() as connection:
                done = connection.exec_driver_sql(statement)
                return [tuple(row) for row in done] if done.returns_rows else []
        finally:
            engine.dispose()


@dataclass
class Terminal:
    """The operator, their keys, the place that is served, and an empty one."""

    folder: Path
    here: Place
    elsewhere: Place
    public: str = ""
    key: Path = field(init=False)

    def __post_init__(self) -> None:
        self.key = self.folder / "key.txt"
        self.public = self.here.does("make-key", self.key)

    def backup(self, name: str = "a.age", *readers: str) -> Path:
        """Make a backup that the operator's key opens."""
        options = [option for reader in (self.public, *readers) for option in ("--recipient", reader)]
        return Path(self.here.does("backup", "--to", self.folder / name, *options))

    def verify(self, backup: Path) -> Result:
        """Try a backup."""
        return self.here.run("verify-backup", backup, "--key", self.key)

    def restore(self, backup: Path) -> Result:
        """Put a backup into the empty place."""
        return self.elsewhere.run("restore", backup, "--key", self.key)


@contextmanager
def empty_place(kind: str, folder: Path, logbook: Path, server: Callable[[], str]) -> Iterator[Place]:
    """Yield a place without any data; `server` tells where PostgreSQL is."""
    folder.mkdir()
    if kind == "sqlite":
        yield Place(sqlite_database(folder), folder, logbook)
        return
    with postgresql_database(server()) as url:
        yield Place(url, folder, logbook)


def place_of(app: FastAPI, logbook: Path) -> Place:
    """Return the place of the app in this process."""
    url = app.state.database.engine.url.render_as_string(hide_password=False).replace(
        "postgresql+psycopg", "postgresql"
    )
    return Place(url, app.state.settings.data_dir, logbook)


def opened(backup: Path, key: Path) -> dict[str, bytes]:
    """Open a backup as the stock tools do: age, then tar."""
    identity = pyrage.x25519.Identity.from_str(key.read_text().splitlines()[1])
    with tarfile.open(fileobj=io.BytesIO(pyrage.decrypt(backup.read_bytes(), [identity]))) as tar:
        return {entry.name: tar.extractfile(entry).read() for entry in tar}  # type: ignore[union-attr]  # files only


def packed(members: dict[str, bytes], to: Path, **changes: Any) -> Path:
    """Write an archive by hand, unencrypted, with a manifest that was changed."""
    manifest = json.loads(members["manifest.json"]) | changes
    with tarfile.open(to, "w") as tar:
        for name, content in {**members, "manifest.json": json.dumps(manifest).encode()}.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return to
