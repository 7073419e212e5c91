"""Exports over HTTP. Only `export_rows` opens them, and only settled answers are in them."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import StreamingResponse

from askwell.clock import Now
from askwell.database import database_of
from askwell.identity.standing import Standing, require
from askwell.interop import csv_export, xlsx_export
from askwell.interop.columns import Wish
from askwell.rounds.models import Round
from askwell.rounds.routes import PREFIX
from askwell.submissions.settling import round_to_read

router = APIRouter(tags=["results"])

ExportRows = Annotated[Standing, Depends(require("export_rows"))]
Values = Annotated[Literal["codes", "labels"], Query(description="What was sent, or the labels of the choices.")]
Language = Annotated[str | None, Query(max_length=35, description="Of the labels; the version's own when absent.")]


def _file(media_type: str) -> dict[int | str, dict[str, Any]]:
    return {200: {"content": {media_type: {"schema": {"type": "string", "format": "binary"}}}}}


@router.get(PREFIX + "/{round_id}/export.csv", response_class=StreamingResponse, responses=_file(csv_export.MEDIA_TYPE))
def export_csv(
    request: Request,
    standing: ExportRows,
    round_id: UUID,
    now: Now,
    values: Values = "codes",
    language: Language = None,
) -> StreamingResponse:
    """Return the answers as CSV, one row per interview."""
    database = database_of(request)
    round_ = round_to_read(database, standing.org_id, round_id, now)
    content = csv_export.write(database, round_, Wish(values, language))
    return _attachment(content, round_, "csv", csv_export.MEDIA_TYPE)


@router.get(
    PREFIX + "/{round_id}/export.xlsx", response_class=StreamingResponse, responses=_file(xlsx_export.MEDIA_TYPE)
)
def export_xlsx(
    request: Request,
    standing: ExportRows,
    round_id: UUID,
    now: Now,
    values: Values = "codes",
    language: Language = None,
) -> StreamingResponse:
    """Return the answers as an Excel workbook, one row per interview."""
    database = database_of(request)
    round_ = round_to_read(database, standing.org_id, round_id, now)
    content = xlsx_export.write(database, round_, Wish(values, language))
    return _attachment(content, round_, "xlsx", xlsx_export.MEDIA_TYPE)


def _attachment(content: Iterator[bytes], round_: Round, ending: str, media_type: str) -> StreamingResponse:
    """Return a file to save, named after the round; the plain name is for readers that do not know RFC 6266."""
    full = quote(f"{round_.title}.{ending}", safe="")
    disposition = f"attachment; filename=\"answers.{ending}\"; filename*=UTF-8''{full}"
    return StreamingResponse(content, media_type=media_type, headers={"Content-Disposition": disposition})
