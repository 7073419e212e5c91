"""Which kind of database there is, and whether it can be worked with: it must be there, and of this release."""

from types import ModuleType

from sqlalchemy.engine import make_url

from askwell.admin import migrating
from askwell.backups import postgresql, queries, sqlite
from askwell.backups.failures import NotDone
from askwell.backups.manifest import Kind
from askwell.database import Database


def kind_of(url: str) -> Kind:
    """Return the kind of the database at an address."""
    return "postgresql" if make_url(url).get_backend_name() == "postgresql" else "sqlite"


def module_of(kind: Kind) -> ModuleType:
    """Return what copies, tries and puts back a database of this kind."""
    return postgresql if kind == "postgresql" else sqlite


def open_running(url: str) -> Database:
    """Open the database in use, without changing its tables: a backup is made before an upgrade, not after."""
    if kind_of(url) == "sqlite" and not sqlite.path_of(url).exists():
        raise NotDone(f"There is no database at {sqlite.path_of(url)}.")
    database = Database(url)
    with database.engine.connect() as connection:
        revision = queries.revision(connection)
    if revision != migrating.newest():
        database.dispose()
        raise NotDone(
            "The tables of this database are not those of this release. "
            "Use the release that it is served with, or run `askwell migrate` first."
        )
    return database
