"""What Askwell is compared with: a FastAPI route that does nothing, and one that inserts one row and commits."""

import hashlib
import os
from uuid import UUID, uuid4

from fastapi import FastAPI
from pydantic import BaseModel
from sqlalchemy import Column, LargeBinary, MetaData, String, Table, Uuid, insert

from askwell.database import Database, Db

metadata = MetaData()
row = Table(
    "bare",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("content", LargeBinary, nullable=False),
)


class Item(BaseModel):
    """The same four members that a submission's item has."""

    instance_id: UUID
    rev: int
    sha256: str
    content: str


class Items(BaseModel):
    """A request of the same shape."""

    items: list[Item]


def noop() -> FastAPI:
    """Build an app whose only route parses the same body and answers."""
    app = FastAPI()

    @app.post("/noop")
    def answer(body: Items) -> dict[str, list[str]]:
        return {"results": ["stored" for _ in body.items]}

    return app


def bare() -> FastAPI:
    """Build an app whose only route hashes and inserts each item in one transaction, with durable commits."""
    app = FastAPI()
    app.state.database = Database(os.environ["BENCH_DATABASE_URL"])
    metadata.create_all(app.state.database.engine)

    @app.post("/bare")
    def answer(body: Items, db: Db) -> dict[str, list[str]]:
        rows = []
        for item in body.items:
            content = item.content.encode()
            rows.append({"id": uuid4(), "sha256": hashlib.sha256(content).hexdigest(), "content": content})
        db.execute(insert(row), rows)
        return {"results": ["stored" for _ in body.items]}

    return app
