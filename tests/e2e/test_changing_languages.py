"""The language changes in the middle of an interview, the app's or the questions': nothing that was said is lost."""

import time

from playwright.sync_api import BrowserContext, Page, Route, expect

from support.programme import Draft, Programme
from support.serving import ServerProcess

WHY = "الوردية الليلية 2"
SHIFTS = ("Can you swap shifts?", "¿Puede cambiar turnos?", "هل يمكنك تبديل المناوبات؟")
GETS_IN_THE_WAY = ("What gets in the way?", "¿Qué lo impide?", "ما الذي يعيق ذلك؟")


def row(words: tuple[str, ...], **more: str) -> dict[str, str]:
    """Return a row with its label in English, Spanish and Arabic."""
    labels = ("label::English (en)", "label::Español (es)", "label::العربية (ar)")
    return {**more, **dict(zip(labels, words, strict=False))}


ASKED_IN_THREE: Draft = {
    "survey": [
        row(SHIFTS, type="select_one yes_no", name="swap"),
        row(GETS_IN_THE_WAY, type="text", name="why"),
    ],
    "choices": [
        row(("Yes", "Sí", "نعم"), list_name="yes_no", name="yes"),
        row(("No", "No", "لا"), list_name="yes_no", name="no"),
    ],
    "settings": {"form_id": "three", "form_title": "Shifts", "default_language": "English (en)"},
}
ASKED_IN_ENGLISH: Draft = {
    "survey": [
        row(SHIFTS[:1], type="select_one yes_no", name="swap"),
        row(GETS_IN_THE_WAY[:1], type="text", name="why"),
    ],
    "choices": [row(("Yes",), list_name="yes_no", name="yes"), row(("No",), list_name="yes_no", name="no")],
    "settings": {"form_id": "one", "form_title": "Shifts", "default_language": "English (en)"},
}


def begin(phone: BrowserContext, url: str, code: str) -> Page:
    """Open an invitation, begin, and come to the second question."""
    page = phone.new_page()
    page.goto(f"{url}/#/join/{code}")
    page.locator("main .button-primary").click()
    page.locator(".page-foot .button-primary").click()
    page.get_by_role("radio", name="No").check()
    page.get_by_role("button", name="Next").click()
    return page


def asks(page: Page, words: str, way: str) -> None:
    """Wait until a question is asked in these words, which run this way, and what stands around it turns with it."""
    heading = page.get_by_role("heading", name=words, exact=True)
    expect(heading).to_have_css("direction", way)
    leave, narrow = page.locator(".page-bar button").first.bounding_box(), page.viewport_size
    assert leave is not None
    assert narrow is not None
    assert ("ltr" if leave["x"] < narrow["width"] / 2 else "rtl") == way
    turned = page.locator(".asking-ways .icon-turns").last.evaluate("each => getComputedStyle(each).scale")
    assert turned.startswith("-1") == (way == "rtl")


def speaks(page: Page, language: str, words: str) -> None:
    """Wait until the app speaks a language: so says the page, and so says the way onward."""
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    expect(page.locator(".asking-ways .button").last).to_have_text(words)


def test_from_english_to_spanish_to_arabic_answers_place_and_half_a_sentence_stay(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(ASKED_IN_THREE), mode="interview")
    page = begin(phone, server.url, opened["join_code"])
    page.get_by_role("textbox", name=GETS_IN_THE_WAY[0]).fill(WHY)
    for language, words, way, spoken, onward in (
        ("es", GETS_IN_THE_WAY[1], "ltr", "es", "Siguiente"),
        ("ar", GETS_IN_THE_WAY[2], "rtl", "es", "Siguiente"),  # the app does not speak Arabic, and stays as it is
    ):
        page.get_by_role("combobox").select_option(language)
        asks(page, words, way)
        expect(page.get_by_role("textbox", name=words)).to_have_value(WHY)
        speaks(page, spoken, onward)
    expect(page.get_by_text("Guardado en este teléfono", exact=True)).to_be_visible()
    page.reload()
    asks(page, GETS_IN_THE_WAY[2], "rtl")
    expect(page.get_by_role("textbox", name=GETS_IN_THE_WAY[2])).to_have_value(WHY)
    page.locator(".asking-ways .button").first.click()
    asks(page, SHIFTS[2], "rtl")
    expect(page.get_by_role("radio", name="لا", exact=True)).to_be_checked()
    page.get_by_role("combobox").select_option("en")
    asks(page, SHIFTS[0], "ltr")
    expect(page.get_by_role("radio", name="No", exact=True)).to_be_checked()
    speaks(page, "en", "Next")
    page.get_by_role("combobox").select_option("ar")
    asks(page, SHIFTS[2], "rtl")
    for _ in range(2):
        page.locator(".asking-ways button[type=submit]").click()
    expect(page.locator(".review-answer")).to_have_text(["لا", WHY])
    page.locator(".page-foot .button-primary").click()
    expect(page.locator(".standing-pine")).to_be_visible()
    [kept] = programme.rows(opened["id"])
    assert (kept["swap"], kept["why"]) == ("no", WHY)


def test_in_the_settings_the_app_changes_its_language_and_the_interview_goes_on_where_it_was(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(ASKED_IN_THREE))
    page = begin(phone, server.url, opened["join_code"])
    page.get_by_role("textbox", name=GETS_IN_THE_WAY[0]).fill(WHY)
    page.locator(".page-bar button").first.click()
    page.get_by_role("link", name="Settings").click()
    page.locator("input[name=language][value=es]").check(force=True)
    expect(page.get_by_role("heading", name="Ajustes")).to_be_visible()
    page.goto(f"{server.url}/#/")
    page.get_by_role("link", name="Seguir").click()
    asks(page, GETS_IN_THE_WAY[0], "ltr")
    expect(page.get_by_role("textbox", name=GETS_IN_THE_WAY[0])).to_have_value(WHY)
    page.locator(".asking-ways .button").first.click()
    expect(page.get_by_role("radio", name="No", exact=True)).to_be_checked()


def test_where_the_questions_have_one_language_only_the_words_around_them_change(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(ASKED_IN_ENGLISH))
    page = begin(phone, server.url, opened["join_code"])
    field = page.get_by_role("textbox", name=GETS_IN_THE_WAY[0])
    field.fill(WHY)
    speaks(page, "en", "Next")
    page.get_by_role("combobox").select_option("es")
    speaks(page, "es", "Siguiente")
    asks(page, GETS_IN_THE_WAY[0], "ltr")
    expect(page.locator(".asking-words")).to_have_attribute("lang", "en")
    expect(field).to_have_value(WHY)
    page.locator(".asking-ways .button").first.click()
    expect(page.get_by_role("radio", name="No", exact=True)).to_be_checked()


def test_the_page_names_a_language_only_when_its_words_have_come(phone: BrowserContext, server: ServerProcess) -> None:
    def late(route: Route) -> None:
        time.sleep(0.4)  # a slow network
        route.continue_()

    page = phone.new_page()
    page.route("**/assets/*", late)
    page.goto(f"{server.url}/#/settings")
    page.locator("html").evaluate("""page => {
        window.turned = [];
        const tell = () => window.turned.push([page.lang, document.querySelector("h1").textContent]);
        new MutationObserver(() => requestAnimationFrame(tell)).observe(page, { attributeFilter: ["lang"] });
    }""")
    page.locator("input[name=language][value=es]").check(force=True)
    expect(page.get_by_role("heading", name="Ajustes")).to_be_visible()
    page.locator("html[lang=es]").wait_for(state="attached")
    page.wait_for_function("() => window.turned.length > 0")
    assert page.evaluate("() => window.turned") == [["es", "Ajustes"]]
