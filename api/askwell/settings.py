"""Every environment variable the service reads. Each is described in docs/operating.md; a test compares the two."""

from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What an operator may set, as `ASKWELL_<NAME>` in the environment."""

    model_config = SettingsConfigDict(env_prefix="ASKWELL_", extra="ignore")

    data_dir: Path = Field(
        Path("var"), description="Folder for the SQLite database and everything else that must last."
    )
    logbook_dir: Path | None = Field(
        None,
        description="Folder for what must not go back with a restore: marks and erasures; "
        "empty means `logbook` in the data folder.",
    )
    backup_recipients: str = Field(
        "", description="Public age keys (age1…) to which backups are encrypted, with commas between."
    )
    database_url: str = Field("", description="SQLAlchemy URL; empty means SQLite in the data folder.")
    public_url: str = Field(
        "http://localhost:8000",
        description="The address people open, without a slash at the end: links and QR codes use it.",
    )
    pwa_dir: Path | None = Field(
        None, description="Folder of the built app; empty means the one that came with the package."
    )
    trusted_proxies: str = Field(
        "",
        description="Addresses of the proxies in front, with commas between: their X-Forwarded-For tells the client's.",
    )
    session_hours: int = Field(12, ge=1, le=720, description="Hours without use after which a member is signed out.")
    sign_in_attempts: int = Field(
        10, ge=1, description="Failed sign-ins allowed per address of a member in 15 minutes."
    )
    sign_in_attempts_nearby: int = Field(
        100, ge=1, description="Failed sign-ins allowed per network neighbourhood in 15 minutes, whatever the address."
    )
    join_attempts: int = Field(
        60,
        ge=1,
        description="Wrong codes of open links and interviews allowed per network neighbourhood in 15 minutes.",
    )
    submissions_per_minute: int = Field(
        600,
        ge=1,
        description="Submissions accepted in a minute from a phone, or from all of an anonymous round; more wait.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "warning", description="debug, info, warning or error. Addresses and paths are never logged."
    )

    @property
    def database(self) -> str:
        """The database URL in force."""
        return self.database_url or f"sqlite:///{self.data_dir.resolve() / 'askwell.db'}"

    @property
    def logbook(self) -> Path:
        """The folder of the logbook in force."""
        return self.logbook_dir or self.data_dir / "logbook"

    @property
    def secure(self) -> bool:
        """Whether people reach the service over https; decides the cookie's name and HSTS."""
        return self.public_url.startswith("https://")
