"""Installs what only these measurements need, from their own lock file."""

import os
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
ENVIRONMENT = {**os.environ, "PATH": f"{HERE.parents[1] / '.venv' / 'bin'}:{os.environ['PATH']}"}
"""Node comes from the virtual environment."""


def install() -> None:
    """Install once."""
    done = HERE / "node_modules" / ".ok"
    if not done.exists():
        subprocess.run(["npm", "ci", "--ignore-scripts", "--loglevel=error"], cwd=HERE, env=ENVIRONMENT, check=True)
        done.touch()
