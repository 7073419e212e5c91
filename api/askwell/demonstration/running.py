"""Starts the server over a demonstration database, fills it once, and shows where to go."""

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx
import segno
import typer

from askwell.admin.migrating import migrate
from askwell.database import Database
from askwell.demonstration.filling import fill
from askwell.demonstration.organizations import FACILITATOR, ORGANIZATIONS
from askwell.identity.creating_admin import create_admin
from askwell.settings import Settings

OPERATOR = "operator@askwell.example"
NOTES = "demonstration.json"


def run(folder: Path, port: int) -> int:
    """Serve the demonstration until interrupted; return the server's exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    port = port if _is_free(port) else _free_port()
    url = f"http://localhost:{port}"
    notes = _notes(folder)
    server = _serve(folder, port, url)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        _wait_until_ready(server, url)
        if "rounds" not in notes:
            typer.echo("Inventing two organizations and their answers, through the real interface…")
            notes["rounds"] = [found.as_dict() for found in fill(url, OPERATOR, notes["password"])]
            (folder / NOTES).write_text(json.dumps(notes, indent=1, ensure_ascii=False))
        _show(notes, url, port)
        return server.wait()
    except KeyboardInterrupt:
        typer.echo("\nStopped. The demonstration's data stays in " + str(folder) + "; delete the folder to start anew.")
        return 0
    finally:
        server.terminate()
        server.wait(20)


def _notes(folder: Path) -> dict[str, Any]:
    """Read what an earlier run wrote, or begin: a half-filled demonstration is thrown away and filled again."""
    path = folder / NOTES
    if path.exists():
        found: dict[str, Any] = json.loads(path.read_text())
        return found
    for left in folder.glob("askwell.db*"):
        left.unlink()
    password = "-".join(secrets.token_hex(2) for _ in range(3))
    settings = Settings(data_dir=folder, database_url="")
    database = Database(settings.database)
    migrate(database)
    with database.write() as db:
        create_admin(db, OPERATOR, "Invented operator", password)
        db.commit()
    database.dispose()
    return {"password": password}


def _serve(folder: Path, port: int, url: str) -> "subprocess.Popen[bytes]":
    environment = {
        **os.environ,
        "ASKWELL_DATA_DIR": str(folder),
        "ASKWELL_DATABASE_URL": "",
        "ASKWELL_PUBLIC_URL": url,
    }
    command = [sys.executable, "-m", "askwell.cli", "serve", "--host", "0.0.0.0", "--port", str(port)]  # noqa: S104  for phones
    return subprocess.Popen(command, env=environment)  # noqa: S603  our own command


def _wait_until_ready(server: "subprocess.Popen[bytes]", url: str) -> None:
    for _ in range(300):
        if server.poll() is not None:
            raise RuntimeError("The server stopped at once; its message is above.")
        try:
            if httpx.get(f"{url}/healthz", timeout=2).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise RuntimeError("The server did not get ready within 30 seconds.")


def _show(notes: dict[str, Any], url: str, port: int) -> None:
    typer.secho("\nAskwell is running. Everything in it is invented.\n", bold=True)
    for organization in ORGANIZATIONS:
        typer.secho(organization.name, bold=True)
        for found in notes["rounds"]:
            if found["organization"] == organization.name and not found["closed"]:
                typer.echo(f"  {found['title']:<20} {url}/#/join/{found['join_code']}")
        typer.echo("")
    typer.secho("The desk", bold=True)
    typer.echo(f"  {url}/#/desk        password for all of them: {notes['password']}")
    people = [member for organization in ORGANIZATIONS for member in organization.members]
    for member in (*people, FACILITATOR):
        typer.echo(f"  {member.email}")
    typer.echo(f"  {OPERATOR}\n")
    address = _address_on_the_network()
    if address:
        pulse = next(found for found in notes["rounds"] if found["mode"] == "open_link" and not found["closed"])
        link = f"http://{address}:{port}/#/join/{pulse['join_code']}"
        typer.echo(
            "For a phone on the same network (over plain http it cannot start offline; localhost and https can):"
        )
        typer.echo(f"  {link}")
        segno.make(link, error="l").terminal(compact=True, border=1)
    typer.echo("Stop with Ctrl-C.")


def _address_on_the_network() -> str | None:
    """Ask the system which of its addresses it would use; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        address: str = probe.getsockname()[0]
        return None if address.startswith("127.") else address


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("0.0.0.0", port))  # noqa: S104  the same address as the server's
        except OSError:
            return False
        return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
