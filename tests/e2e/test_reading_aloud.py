"""A question is read aloud where the phone has a voice of its own for the language, and nowhere else."""

import pytest
from playwright.sync_api import BrowserContext, expect

from support.programme import Programme
from support.questions import SHIFTS
from support.respondent import Respondent
from support.serving import ServerProcess

# A phone's voices stand in for the real ones: a headless browser has none.
VOICES = """(voices) => {
    const spoken = (window.spoken = []);
    const speech = Object.assign(new EventTarget(), {
        getVoices: () => voices,
        speak: (utterance) => spoken.push(utterance.text),
        cancel: () => spoken.push('(quiet)'),
    });
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""


def begun(phone: BrowserContext, server: ServerProcess, programme: Programme, voices: str) -> Respondent:
    phone.add_init_script(f"({VOICES})({voices})")
    opened = programme.open(programme.publish(SHIFTS))
    person = Respondent(phone.new_page())
    person.open_invitation(server.url, opened["join_code"])
    person.agree()
    person.asked("Can you swap shifts?")
    return person


def test_the_question_and_its_choices_are_heard_and_going_on_is_quiet(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    person = begun(phone, server, programme, "[{ lang: 'en-GB', localService: true }]")
    person.button("Read aloud").click()
    assert person.page.evaluate("spoken.slice(-3)") == ["Can you swap shifts?", "Yes", "No"]
    person.choose("Yes")
    person.go_on()
    person.asked("How many weeks ahead do you know your hours?")
    assert person.page.evaluate("spoken.at(-1)") == "(quiet)"


@pytest.mark.parametrize(
    "voices", ["[]", "[{ lang: 'es-MX', localService: true }]", "[{ lang: 'en', localService: false }]"]
)
def test_without_a_voice_of_its_own_nothing_is_offered(
    voices: str, phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    person = begun(phone, server, programme, voices)
    person.page.wait_for_load_state("networkidle")
    expect(person.button("Read aloud")).to_have_count(0)
