"""A rule that calls a function nobody knows is left out: author and interviewer are told, and the rest works."""

from playwright.sync_api import BrowserContext, expect

from support.programme import Draft, Programme
from support.respondent import Respondent
from support.serving import ServerProcess

SHIFTS: Draft = {
    "survey": [
        {
            "type": "integer",
            "name": "hours",
            "label::English (en)": "How many hours?",
            "label::Español (es)": "¿Horas?",
        },
        {
            "type": "text",
            "name": "why",
            "label::English (en)": "Why so many?",
            "label::Español (es)": "¿Por qué?",
            "relevant": "${hours} > 40",
        },
        {
            "type": "text",
            "name": "pay",
            "label::English (en)": "Is overtime paid?",
            "label::Español (es)": "¿Se pagan?",
            "relevant": "phone-call-duration(${hours}) > 1",
        },
        {"type": "calculate", "name": "score", "calculation": "weigh-up(${hours})"},
    ],
    "choices": [],
    "settings": {"form_id": "shifts", "form_title": "Shifts", "default_language": "English (en)"},
}
RULE = "A rule of this question cannot be used here."
WORK = "Something is not worked out in these questions."


def test_the_interviewer_is_told_where_a_rule_is_left_out_and_everything_else_works(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(SHIFTS), mode="interview")
    person = Respondent(phone.new_page())
    person.arrive(server.url, opened["join_code"])
    person.asked("How many hours?")
    person.sees(f"{WORK} All of them can be asked; tell whoever wrote them: weigh-up().")
    expect(person.page.get_by_text(RULE)).to_have_count(0)
    person.write("How many hours?", "38")
    person.go_on()
    person.asked("Is overtime paid?")
    person.sees(f"{RULE} Ask it as if there were none, and tell whoever wrote the questions: phone-call-duration().")
    expect(person.page.get_by_text(WORK)).to_have_count(0)
    person.write("Is overtime paid?", "now and then")
    person.go_on()
    person.finish()
    person.received(seconds=30)
    [row] = programme.rows(opened["id"])
    assert (row["hours"], row["pay"]) == ("38", "now and then")


def test_respondents_are_not_troubled_with_it(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(SHIFTS))
    person = Respondent(phone.new_page())
    person.arrive(server.url, opened["join_code"])
    person.write("How many hours?", "38")
    expect(person.page.get_by_text(WORK)).to_have_count(0)
    person.go_on()
    person.asked("Is overtime paid?")
    expect(person.page.get_by_text(RULE)).to_have_count(0)
