"""What authors run on a file: `askwell check` tells what is wrong with it, `askwell repair` mends what they accept."""

from pathlib import Path
from typing import Annotated, Any

import typer

from askwell.errors import Problem
from askwell.questionsets import checking, exporting, importing, repairing
from askwell.questionsets.faults import errors_of
from askwell.questionsets.media.medium import Medium
from askwell.questionsets.media.reading import read_medium
from askwell.questionsets.media.wanted import wanted
from askwell.questionsets.notes import Note

FormFile = Annotated[Path, typer.Argument(help=".xlsx, .xls, .csv, Markdown, or an XForm (.xml).")]


def check(file: FormFile) -> None:
    """Tell everything that is wrong or unwise in a form; exit with 1 if it cannot be published as it is.

    Pictures, sounds and lists that the form names are looked for in the folder of the file.
    """
    draft, notes = _read(file)
    for note in notes:
        typer.echo(f"left out: {note.where}{f': {note.was}' if note.was else ''}\n    {note.why}")
    media, unreadable = _beside(file, draft)
    for line in unreadable:
        typer.echo(f"error: {line}")
    faults = checking.check(draft, media).faults
    for fault in faults:
        typer.echo(f"{fault.level}: {fault.where}{f': {fault.text}' if fault.text else ''}")
        typer.echo(f"    {fault.message} {fault.remedy}")
    repairs = repairing.offered(draft)
    for repair in repairs:
        typer.echo(f"could be mended: {_told(repair)}\n    {repair.id}")
    wrong = len(errors_of(faults)) + len(unreadable)
    told = [_counted(wrong, "error"), _counted(len(faults) + len(unreadable) - wrong, "warning")]
    if repairs:
        told.append(f"{_counted(len(repairs), 'repair')} offered: askwell repair {file} --to NEW.xlsx")
    typer.echo(", ".join(told))
    raise typer.Exit(1 if wrong else 0)


def repair(
    file: FormFile,
    to: Annotated[Path, typer.Option(help="The workbook to write, .xlsx. The file itself is not touched.")],
    accept: Annotated[
        list[str] | None, typer.Option(help="The name of a repair, from askwell check. Without any, each is asked for.")
    ] = None,
) -> None:
    """Mend in a form what its author accepts, one by one, and write it as a workbook; what was done is printed."""
    draft, notes = _read(file)
    if to.exists():
        typer.echo(f"{to} is there already; nothing was written.", err=True)
        raise typer.Exit(2)
    wanted = accept or [each.id for each in repairing.offered(draft) if typer.confirm(_told(each), default=False)]
    try:
        mended, done = repairing.accept(draft, wanted)
    except Problem as problem:
        typer.echo(f"{problem.sentence} askwell check {file} lists them.", err=True)
        raise typer.Exit(1) from problem
    to.write_bytes(exporting.workbook_of(mended))
    for note in notes:
        typer.echo(f"left out: {note.where}: {note.why}")
    for note in repairing.noted(done):
        typer.echo(f"repaired: {note.where}: {note.was} → {note.becomes}")
    typer.echo(f"{_counted(len(done), 'repair')} done, written to {to}")


def _read(file: Path) -> tuple[dict[str, Any], list[Note]]:
    try:
        return importing.read_with_notes(file.read_bytes(), importing.file_type("", file.name))
    except OSError as error:
        typer.echo(f"{file} could not be read: {error.strerror}.", err=True)
        raise typer.Exit(2) from error
    except Problem as problem:
        typer.echo(f"{file}: {problem.sentence}", err=True)
        raise typer.Exit(1) from problem


def _beside(file: Path, draft: dict[str, Any]) -> tuple[dict[str, Medium], list[str]]:
    """Read the files that a form names from its folder; also tell which of them cannot be used."""
    found: dict[str, Medium] = {}
    unreadable = []
    for name in sorted({each.name for each in wanted(draft)}):
        beside = file.parent / name
        if beside.is_file():
            try:
                found[name] = read_medium(name, beside.read_bytes())[0]
            except (Problem, OSError) as error:
                unreadable.append(f"{name}: {getattr(error, 'sentence', error)}")
    return found, unreadable


def _told(repair: repairing.Repair) -> str:
    return f"{repair.where}: {repair.was} → {repair.becomes or '(taken away)'}. {repair.why}"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
