"""The OpenAPI document and the typed client are those of the code; `make client` writes both anew."""

import json
import os
import subprocess
import sys
from pathlib import Path

from askwell.app import create_app
from askwell.settings import Settings

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "openapi.json"


def test_the_openapi_document_is_fresh(tmp_path: Path) -> None:
    document = create_app(Settings(data_dir=tmp_path)).openapi()
    assert json.loads(DOCUMENT.read_text()) == json.loads(json.dumps(document)), "run `make client`"


def test_the_typed_client_is_fresh(tmp_path: Path) -> None:
    fresh = tmp_path / "openapi.ts"
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(
        ["npx", "openapi-typescript", str(DOCUMENT), "-o", str(fresh)],
        cwd=ROOT / "pwa",
        env={**os.environ, "PATH": path},
        check=True,
        capture_output=True,
    )
    assert fresh.read_text() == (ROOT / "pwa" / "src" / "client" / "openapi.ts").read_text(), "run `make client`"


def test_every_input_has_an_example_and_every_operation_a_summary() -> None:
    document = json.loads(DOCUMENT.read_text())
    operations = [
        (path, method, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if method in {"get", "post", "put", "patch", "delete"}
    ]
    assert len(operations) > 30
    assert [(path, method) for path, method, operation in operations if not operation.get("summary")] == []
    bodies = {
        reference.rsplit("/", 1)[1]
        for _, _, operation in operations
        if (reference := _body_reference(operation)) is not None
    }
    schemas = document["components"]["schemas"]
    without = [name for name in sorted(bodies) if "example" not in json.dumps(schemas[name])]
    assert without == []


def _body_reference(operation: dict[str, dict[str, dict[str, dict[str, dict[str, str]]]]]) -> str | None:
    content = operation.get("requestBody", {}).get("content", {})
    return content.get("application/json", {}).get("schema", {}).get("$ref")


def test_routes_below_an_organization_are_the_only_ones_that_name_one(tmp_path: Path) -> None:
    document = create_app(Settings(data_dir=tmp_path)).openapi()
    paths = [path for path in document["paths"] if "org" in path]
    assert paths
    assert [path for path in paths if not path.startswith("/v1/organizations")] == []
