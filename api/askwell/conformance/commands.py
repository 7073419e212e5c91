"""`askwell logic`: cases from outside, run by the product's own engine."""

import json
from pathlib import Path
from typing import Annotated

import typer

from askwell.conformance import files
from askwell.conformance.outcomes import UnreadableCases

app = typer.Typer(no_args_is_help=True, help="Run cases from outside with the form logic of this product.")

CASES = Annotated[Path, typer.Argument(help="A file of expressions, or a recording of a form's states.")]
FORM = Annotated[Path | None, typer.Option(help="The form of a recording, if it is not beside the file.")]


@app.command()
def run_cases(file: CASES, form: FORM = None) -> None:
    """Print each disagreement and a closing line; exit with 1 if there is any, with 2 if the file holds no cases."""
    try:
        outcome = files.run(file, form)
    except UnreadableCases as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    for disagreement in outcome.disagreements:
        typer.echo(disagreement.line)
    if outcome.skipped:
        typer.echo(f"Not asked: {outcome.skipped}, since {outcome.why_skipped}.")
    skipped = f", {outcome.skipped} skipped" if outcome.skipped else ""
    typer.echo(f"{outcome.passed} passed, {len(outcome.disagreements)} failed{skipped}")
    raise typer.Exit(1 if outcome.disagreements else 0)


@app.command()
def prepare_cases(file: CASES, form: FORM = None) -> None:
    """Print the cases with every expression parsed and every form compiled: what the phone's engine takes."""
    try:
        typer.echo(json.dumps(files.prepared(file, form), ensure_ascii=False))
    except UnreadableCases as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
