"""What stays on a phone and what leaves it: a begun interview can be discarded, on purpose only."""

from playwright.sync_api import BrowserContext, expect

from support.programme import Programme
from support.questions import SHIFTS
from support.respondent import Respondent
from support.serving import ServerProcess


def test_a_begun_interview_is_discarded_only_on_purpose(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, opened["join_code"])
    person.agree()
    person.choose("No")
    person.saved()
    person.button("Leave. Your answers stay on this phone").click()

    person.button("Discard").click()
    person.button("Keep them").click()
    expect(person.page.get_by_role("link", name="Go on")).to_be_visible()
    person.button("Discard").click()
    person.button("Discard for good").click()
    expect(person.page.get_by_role("link", name="Go on")).to_have_count(0)
    assert programme.rows(opened["id"]) == []


FIELD_LIST = {
    "survey": [
        {"type": "begin_group", "name": "week", "label": "", "appearance": "field-list"},
        {"type": "integer", "name": "days", "label": "How many days?", "required": "1 = 1", "answer_options": "skip"},
        {"type": "text", "name": "why", "label": "Why?"},
        {"type": "end_group"},
    ],
    "choices": [],
    "settings": {},
}


def test_a_required_question_among_others_can_be_skipped_where_its_author_offers_that(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(FIELD_LIST), mode="interview")
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, opened["join_code"])
    person.agree()
    person.asked("Shifts")
    person.go_on()
    person.sees("One of the grey buttons is fine, too.")
    person.button("Skip").click()
    person.go_on()
    person.finish()
    person.received(seconds=30)
    assert [row["days"] for row in programme.rows(opened["id"])] == [".skipped"]
