"""The installation's row: made once, however many ask for it at once."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import text

from askwell.identity.installing import installation_of
from support.portal import Portal


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
