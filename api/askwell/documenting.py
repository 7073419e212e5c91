"""The OpenAPI document, corrected: failures are `application/problem+json`, what every route shares is written once.

Routes name what is their own: `responses=problems(409, 429)`. Added here: 400 and 422 wherever something is sent, 401
and 403 wherever a member must be signed in, 404 below an organization.
"""

from typing import Any

from fastapi import FastAPI

from askwell.errors import Fault, ProblemBody, problems

_PROBLEM = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemBody"}}}
_METHODS = {"get", "head", "put", "post", "delete", "patch"}


def document_problems(app: FastAPI) -> None:
    """Let the app's OpenAPI document tell the failures as they are."""
    generate = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _corrected(generate())
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's own way to extend the document


def _corrected(document: dict[str, Any]) -> dict[str, Any]:
    for path, operations in document["paths"].items():
        for method in _METHODS & operations.keys():
            _correct(path, operations[method])
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    for model in (ProblemBody, Fault):
        schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas[model.__name__] = {name: value for name, value in schema.items() if name != "$defs"}
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    return document


def _correct(path: str, operation: dict[str, Any]) -> None:
    responses = operation["responses"]
    shared = problems(*_shared(path, operation))
    for status, response in shared.items():
        responses.setdefault(str(status), {"description": response["description"]})
    for status, response in responses.items():
        if status.startswith(("4", "5")) and "text/xml" not in response.get("content", {}):  # OpenRosa's are its own
            response["content"] = _PROBLEM
    if "422" in responses:
        responses["422"]["description"] = problems(422)[422]["description"]


def _shared(path: str, operation: dict[str, Any]) -> list[int]:
    shared = [401, 403] if {"session": []} in operation.get("security", []) else []
    if "requestBody" in operation:
        shared.append(400)
    if "{org_id}" in path:
        shared.append(404)
    return shared
