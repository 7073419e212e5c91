"""A real server process, as an operator would run it: `askwell serve` on a free port of the loopback."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
from fastapi import FastAPI


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def command(app: FastAPI, *arguments: str) -> str:
    """Run an `askwell` command over the app's database, as an operator would; return what it says."""
    url = app.state.database.engine.url.render_as_string(hide_password=False)
    environment = {**os.environ, "ASKWELL_DATABASE_URL": url, "ASKWELL_DATA_DIR": str(app.state.settings.data_dir)}
    line = [sys.executable, "-m", "askwell.cli", *arguments]
    return subprocess.run(line, env=environment, capture_output=True, text=True, check=True).stdout


class ServerProcess:
    """`askwell serve` over one database; may be stopped, killed and started again on the same port."""

    def __init__(self, database_url: str, folder: Path, port: int | None = None, **environment: str) -> None:
        self.port = port or free_port()
        self.url = f"http://localhost:{self.port}"
        self.folder = folder
        self.environment = {
            **os.environ,
            "ASKWELL_DATABASE_URL": database_url,
            "ASKWELL_DATA_DIR": str(folder),
            "ASKWELL_PUBLIC_URL": self.url,
            **environment,
        }
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> "ServerProcess":
        """Start, and wait until it answers."""
        command = [sys.executable, "-m", "askwell.cli", "serve", "--port", str(self.port)]
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            try:
                if httpx.get(f"{self.url}/healthz", timeout=2).status_code == 200:
                    return self
            except httpx.TransportError:
                time.sleep(0.05)
        raise RuntimeError(f"the server did not start:\n{(self.folder / 'server.log').read_text()[-3000:]}")

    def hand_out(self, app: Path) -> None:
        """Start again with another app."""
        self.stop()
        self.environment["ASKWELL_PWA_DIR"] = str(app)
        self.start()

    def stop(self) -> None:
        """Stop in good order."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End at once, as a power cut would."""
        self._end(signal.SIGKILL)

    def command(self, *arguments: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
        """Run another `askwell` command over the same database."""
        return subprocess.run(
            [sys.executable, "-m", "askwell.cli", *arguments],
            env=self.environment,
            input=text,
            capture_output=True,
            text=True,
            check=False,
        )

    def _end(self, how: signal.Signals) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(30)
        self.process = None
