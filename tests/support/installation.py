"""A stopped installation to begin stories with copies of: setting one up takes longer than most stories."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from askwell.demonstration.desk import Desk
from support.databases import sqlite_database
from support.programme import EDITOR, PASSWORD, Programme, programme_on
from support.serving import ServerProcess


@dataclass(frozen=True)
class Installation:
    """The folder of a server that was stopped, and its organization."""

    folder: Path
    org_id: str

    @classmethod
    def in_folder(cls, folder: Path) -> "Installation":
        """Set up an organization with an editor, as people would; the server is stopped afterwards."""
        server = ServerProcess(sqlite_database(folder), folder).start()
        with programme_on(server) as programme:
            org_id = programme.org_id
        server.stop()
        return cls(folder, org_id)

    @contextmanager
    def server_in(self, folder: Path, **environment: str) -> Iterator[ServerProcess]:
        """Serve a copy from this folder."""
        for kept in self.folder.glob("askwell.db*"):
            shutil.copy(kept, folder)
        server = ServerProcess(sqlite_database(folder), folder, **environment).start()
        yield server
        server.stop()

    @contextmanager
    def programme_on(self, server: ServerProcess) -> Iterator[Programme]:
        """Sign in as the editor."""
        with Desk.sign_in(server.url, EDITOR.email, PASSWORD) as desk:
            yield Programme(desk, self.org_id)
