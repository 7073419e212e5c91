"""What a server process writes down when it fails in a way that nobody foresaw: where, and nothing of what was sent."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.engine import make_url

from askwell.demonstration.phone import Phone
from support.rounds import ANSWERS, NOON, changed, opened
from support.serving import ServerProcess

CANARY = "the canary sings in the log"

# The database refuses a row, and says so as databases do: with the row.
_SQLITE = """create trigger refuse_all before insert on conflict
begin select raise(abort, 'the row says: the canary sings in the log'); end"""
_POSTGRESQL = """create function refuse() returns trigger language plpgsql as
$$ begin raise exception 'the row says: %', convert_from(new.content, 'utf8'); end $$;
create trigger refuse_all before insert on conflict for each row execute function refuse()"""


@pytest.fixture
def server_of_its_own(database_url: str, tmp_path: Path) -> Iterator[tuple[ServerProcess, Engine]]:
    process = ServerProcess(database_url, tmp_path, ASKWELL_LOG_LEVEL="debug").start()
    url = make_url(database_url)
    is_sqlite = url.get_backend_name() == "sqlite"
    engine = create_engine(url if is_sqlite else url.set(drivername="postgresql+psycopg"))
    yield process, engine
    engine.dispose()
    process.kill()


def test_an_unforeseen_failure_is_logged_without_a_word_of_what_was_sent(
    server_of_its_own: tuple[ServerProcess, Engine], tmp_path: Path
) -> None:
    server, engine = server_of_its_own
    with httpx.Client(base_url=server.url, timeout=30) as client:
        phone = Phone(client)
        phone.join(opened(server))
        first = phone.freeze({**ANSWERS, "/data/why": {"value": CANARY}}, "en", NOON)
        second = changed(first, base="another")
        assert phone.send([first])[0]["stored"]
        with engine.begin() as connection:
            connection.execute(text(_SQLITE if engine.dialect.name == "sqlite" else _POSTGRESQL))
        headers = {"Authorization": f"Bearer {phone.capability}"}
        answer = client.post("/v1/submissions", json={"items": [second]}, headers=headers)
    assert (answer.status_code, answer.json()["code"], answer.json()["stored"]) == (500, "unexpected", False)
    server.stop()
    log = (tmp_path / "server.log").read_text()
    named = {first["instance_id"], first["instance_id"].replace("-", ""), first["sha256"], second["sha256"]}
    assert [word for word in {CANARY, "Traceback", phone.capability, *named} if word in log] == []
    assert "ERROR:askwell:unexpected" in log
    assert "submissions/receiving.py:" in log
