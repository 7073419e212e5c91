"""The installation's row: made once, however many ask for it at once."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import text

from askwell.identity.installing import installation_of
from support.people import People
from support.portal import Portal
from support.rounds import ANSWERS, NOON, open_round
from support.serving import command


def test_of_many_who_ask_at_once_one_makes_it(portal: Portal) -> None:
    database = portal.app.state.database
    with ThreadPoolExecutor(10) as pool:
        epochs = {made.store_epoch for made in pool.map(installation_of, [database] * 20)}
    assert len(epochs) == 1
    with database.engine.connect() as connection:
        assert connection.execute(text("select store_epoch from installation")).scalars().all() == list(epochs)


def test_another_copy_of_the_data_has_another_epoch_and_other_keys(portal: Portal) -> None:
    database = portal.app.state.database
    first = installation_of(database)
    with database.writer.begin() as connection:
        connection.execute(text("delete from installation"))
    second = installation_of(database)
    assert first.store_epoch != second.store_epoch
    assert first.hash_key != second.hash_key


def test_after_a_restore_a_new_epoch_is_begun_and_every_phone_is_known_still(people: People) -> None:
    survey = open_round(people)
    phone = survey.phone()
    before = phone.client.get("/v1/hello").json()["epoch"]
    frozen = phone.freeze(ANSWERS, "en", NOON)
    phone.send([frozen])
    hash_key = installation_of(people.portal.app.state.database).hash_key
    said = command(people.portal.app, "new-epoch")
    epoch = phone.client.get("/v1/hello").json()["epoch"]
    assert said == f"This copy of the data is called {epoch} now.\n"
    assert epoch != before
    assert installation_of(people.portal.app.state.database).hash_key == hash_key
    (again,) = phone.send([frozen])
    assert (again["status"], again["receipt"]["epoch"]) == ("already_received", epoch)
