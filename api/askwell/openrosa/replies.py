"""Replies: OpenRosa's own documents, and every failure as one of them, which is what such a client shows to people."""

from collections.abc import Callable, Coroutine, Iterable
from typing import Any
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, tostring

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException

from askwell.errors import Later, Problem, TooLarge
from askwell.handlers import problem_of_store
from askwell.openrosa.doors import KeyNeeded, NoSuchDoor
from askwell.openrosa.forms import HandedOut
from askwell.questionsets.media.queries import Kept
from askwell.submissions.schemas import ItemResult

XML_TYPE = "text/xml"
CHALLENGE = 'Basic realm="Askwell", charset="UTF-8"'


class TooLargeAlone(TooLarge):
    """One submission is larger than any may be."""

    sentence = "This submission is larger than this server takes. Nothing was stored; it stays on the phone."


class OtherContent(Problem):
    """Another content came under an id that is taken; it was stored as well."""

    status = 409
    code = "different_answers"
    sentence = "Other answers came under the same id before. Both are kept; tell whoever runs this round."


class OpenRosaRoute(APIRoute):
    """A route whose failures are OpenRosa's documents, too."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler, with its failures answered."""
        handle = super().get_route_handler()

        async def answer(request: Request) -> Response:
            try:
                return await handle(request)
            except Problem as problem:
                return failure(problem)
            except OperationalError as error:
                known = problem_of_store(error)
                if known is None:
                    raise
                return failure(known)
            except RequestValidationError:
                return failure(NoSuchDoor())
            except HTTPException as error:
                if error.status_code != 413:
                    raise
                return failure(TooLargeAlone())

        return answer


def document(namespace: str, name: str, fill: Callable[[Element], None], status: int = 200) -> Response:
    """Answer with a document of one of OpenRosa's kinds."""
    root = Element(name, {"xmlns": namespace})
    fill(root)
    headers = {"Content-Language": "en"}
    return Response(tostring(root, encoding="utf-8", xml_declaration=True), status, headers, media_type=XML_TYPE)


def form_list(title: str, form: HandedOut | None, address: str, *, has_media: bool) -> Response:
    """Answer with the list of forms: this one, or none."""

    def fill(root: Element) -> None:
        if form is not None:
            entry = SubElement(root, "xform")
            _add(entry, "formID", form.name.form_id)
            _add(entry, "name", title)
            _add(entry, "version", form.name.version)
            _add(entry, "hash", f"md5:{form.md5}")
            _add(entry, "downloadUrl", f"{address}/form.xml")
            if has_media:
                _add(entry, "manifestUrl", f"{address}/manifest")

    return document("http://openrosa.org/xforms/xformsList", "xforms", fill)


def manifest(media: Iterable[Kept], address: str) -> Response:
    """Answer with the files that belong to the form."""

    def fill(root: Element) -> None:
        for each in media:
            entry = SubElement(root, "mediaFile")
            _add(entry, "filename", each.name)
            _add(entry, "hash", f"md5:{each.md5}")
            _add(entry, "downloadUrl", f"{address}/media/{quote(each.name)}")

    return document("http://openrosa.org/xforms/xformsManifest", "manifest", fill)


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def message(status: int, nature: str, text: str) -> Response:
    """Answer with a sentence for people."""

    def fill(root: Element) -> None:
        SubElement(root, "message", {"nature": nature}).text = text

    return document("http://openrosa.org/http/response", "OpenRosaResponse", fill, status)


def failure(problem: Problem) -> Response:
    """Answer a failure, with what a client needs to come again."""
    answer = message(problem.status, problem.code, problem.sentence)
    answer.headers.update(problem.headers())
    if isinstance(problem, KeyNeeded):
        answer.headers["WWW-Authenticate"] = CHALLENGE
    return answer


def of(result: ItemResult) -> Response:
    """Say what became of a submission: 201 received, 202 stored and set aside, 409 both kept; all else is a failure."""
    if result.status == "conflict":
        return failure(OtherContent())
    if result.status == "too_large":
        return failure(TooLargeAlone())
    if not result.stored:
        return failure(Later(retry_after_s=2))
    if result.detail == "parts_missing":
        return message(202, "submit_pending", "Stored. The rest of it is still to come.")
    if result.detail is not None:
        return message(202, "submit_pending", "Stored, and set aside for a person to look at.")
    return message(201, "submit_success", "Received.")
