"""Brings a database to the newest shape. Migrations only ever add: phones and servers skip releases."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from askwell.database import Database


def newest() -> str:
    """Return the migration that this release brings tables to."""
    return ScriptDirectory(str(_scripts())).get_current_head() or ""


def knows(revision: str) -> bool:
    """Return whether tables of this migration can be brought to the newest: not those of a later release."""
    return revision in {found.revision for found in ScriptDirectory(str(_scripts())).walk_revisions()}


def migrate(database: Database) -> None:
    """Create or upgrade every table. Safe to run again, and by several processes at once."""
    with database.writer.connect() as connection:
        config = Config()
        config.set_main_option("script_location", str(_scripts()).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(4157)")
        command.upgrade(config, "head")
        connection.commit()


def _scripts() -> Path:
    """Find the migrations: inside the installed package, or in the checkout beside it."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_migrations"
    return installed if installed.is_dir() else package.parents[1] / "migrations"
