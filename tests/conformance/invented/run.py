"""Invent interviews and play them: `python tests/conformance/invented/run.py --seed 7 --count 200`.

Prints where the engines see them otherwise, and exits with 1 if they do anywhere. Without `--odk` our two engines are
compared, on forms of every kind; with it ours with ODK's own, on forms that mean the same to both but for our policies.
`--save FOLDER` keeps what disagrees as cases.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
sys.path[:0] = [str(ROOT / "tests")]

from conformance.invented import comparing, engines  # noqa: E402  after the path is set
from conformance.invented.keeping import keep  # noqa: E402  after the path is set


def main() -> int:
    """Play, print, and keep what disagrees."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    asked.add_argument("--seed", type=int, default=0, help="the first seed")
    asked.add_argument("--count", type=int, default=100, help="how many interviews")
    asked.add_argument("--odk", action="store_true", help="compare with ODK's engine instead of the phone's")
    asked.add_argument("--save", type=Path, help="a folder for what disagrees, as cases that both engines take")
    wanted = asked.parse_args()
    seeds = range(wanted.seed, wanted.seed + wanted.count)
    found = comparing.everything_odk_sees_otherwise(seeds) if wanted.odk else comparing.everything_otherwise(seeds)
    for difference in found:
        sys.stdout.write(f"{difference.line}\n")
    if wanted.save:
        kept = {each.interview.seed: each.interview for each in found}
        for interview in kept.values():
            states = engines.in_odk([interview])[0]["states"] if wanted.odk else None
            sys.stdout.write(f"kept as {keep(interview, wanted.save, states)}\n")
    sys.stdout.write(f"{len(seeds)} interviews, {len({each.interview.seed for each in found})} seen otherwise\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
