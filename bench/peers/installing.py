"""Installs what only these measurements need, from their own lock files."""

import os
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
ENVIRONMENT = {**os.environ, "PATH": f"{HERE.parents[1] / '.venv' / 'bin'}:{os.environ['PATH']}"}
"""Node comes from the virtual environment."""


def install(folder: Path = HERE) -> None:
    """Install what a folder's lock file names, once."""
    done = folder / "node_modules" / ".ok"
    if not done.exists():
        subprocess.run(["npm", "ci", "--ignore-scripts", "--loglevel=error"], cwd=folder, env=ENVIRONMENT, check=True)
        done.touch()
