"""The story that would end us: answers given while the network is cut, in each of the ways in which it can be."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import BrowserContext

from support.programme import Programme
from support.questions import SHIFTS
from support.relay import Relay
from support.respondent import Respondent
from support.serving import ServerProcess

GIVEN = {"swap": "no", "why": "Nobody picks up the phone.", "weeks": "1", "else": ".rather_not_say"}

Cut = Callable[[], "Iterator[None]"]


@contextmanager
def browser_offline(phone: BrowserContext, _server: ServerProcess, _relay: Relay) -> Iterator[None]:
    """The phone knows that it has no network."""
    phone.set_offline(True)
    yield
    phone.set_offline(False)


@contextmanager
def server_stopped(_phone: BrowserContext, server: ServerProcess, _relay: Relay) -> Iterator[None]:
    """The network is there, the server is not: the browser still believes it is online."""
    server.stop()
    yield
    server.start()


@contextmanager
def nobody_answers(_phone: BrowserContext, _server: ServerProcess, relay: Relay) -> Iterator[None]:
    """Connections are accepted, requests go in, and nothing ever comes back."""
    relay.turn("silent")
    yield
    relay.turn("pass")


@contextmanager
def captive_portal(_phone: BrowserContext, _server: ServerProcess, relay: Relay) -> Iterator[None]:
    """Everything is answered with 200 and somebody's welcome page."""
    relay.turn("portal")
    yield
    relay.turn("pass")


@pytest.mark.parametrize("cut", [browser_offline, server_stopped, nobody_answers, captive_portal])
def test_an_interview_finished_without_a_network_arrives_once(
    cut: Callable[..., "contextmanager[None]"],
    phone: BrowserContext,
    server: ServerProcess,
    relay: Relay,
    programme: Programme,
) -> None:
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    person = Respondent(phone.new_page())
    person.open_invitation(relay.url, opened["join_code"])
    person.agree()
    person.asked("Can you swap shifts?")
    person.ready_for_offline()
    person.choose("No")
    person.saved()

    with cut(phone, server, relay):
        person.page.reload()
        person.asked("Can you swap shifts?")
        person.go_on()
        person.asked("What gets in the way?")
        person.write("What gets in the way?", GIVEN["why"])
        person.saved()
        person.go_on()
        person.asked("How many weeks ahead do you know your hours?")
        person.write("How many weeks ahead", GIVEN["weeks"])
        person.go_on()
        person.asked("Anything else?")
        person.button("I’d rather not say").click()
        person.go_on()
        person.asked("Your answers")
        person.finish()
        person.sees("Thank you")
        person.page.wait_for_timeout(3000)
        assert person.page.get_by_text("Received", exact=True).count() == 0

    person.received(seconds=60)
    rows = programme.rows(opened["id"])
    assert [{name: row[name] for name in GIVEN} for row in rows] == [GIVEN]


def test_a_screen_that_has_not_arrived_says_that_the_answers_are_safe(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    phone.route("**/assets/ReceiptScreen-*", lambda route: route.abort())
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, opened["join_code"])
    person.agree()
    person.choose("Yes")
    person.saved()
    person.button("All questions").click()
    person.finish()
    person.button("Finish now").click()
    person.sees("A part of the app has not arrived yet")
    person.sees("Your answers are safe.")
    phone.unroute_all()
    person.button("Try again").click()
    # The reload may have cut a sending off: nobody else tries before its lease of 45 s is over.
    person.received(seconds=90)
    assert len(programme.rows(opened["id"])) == 1
