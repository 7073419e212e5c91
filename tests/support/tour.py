"""A walk past every screen, of the phone and of the desk. Pictures and accessibility checks stop at each of them.

It goes by addresses and by the shape of a page, not by words, so that it can be walked in any language.
"""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from support.programme import EDITOR, PASSWORD, Programme
from support.questions import PLACED, PLACES, REPEATED, REQUIRED, SCREENS

Visit = Callable[[str, Page], None]

PIN = "ladder seven"
WITH_COLLECT = ("round", "cards-round")
SETTLE_MS = 450  # let what slides and fades be where it will stay


def stand(page: Page, name: str, visit: Visit) -> None:
    """Wait until a screen is whole, and visit it."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SETTLE_MS)
    visit(name, page)


def walk_phone(page: Page, url: str, code: str, visit: Visit) -> None:
    """From the start page through every kind of question to the receipt. The round must ask `EVERY_KIND`."""
    page.goto(f"{url}/#/")
    expect(page.locator(".welcome")).to_be_visible()
    stand(page, "start", visit)
    page.goto(f"{url}/#/scan")
    expect(page.locator("main .notice")).to_be_visible()  # there is no camera
    stand(page, "scan", visit)
    page.goto(f"{url}/#/join/{code}")
    expect(page.locator(".code")).to_be_visible()
    stand(page, "invitation", visit)
    page.locator("main .button-primary").click()
    expect(page.locator(".page-foot .button-primary")).to_be_visible()
    stand(page, "about", visit)
    page.locator(".page-foot .button-primary").click()
    _walk_questions(page, visit)
    stand(page, "review", visit)
    page.locator(".page-foot .button-primary").click()
    expect(page.locator(".standing-pine")).to_be_visible(timeout=30_000)
    stand(page, "receipt", visit)
    for place in ("", "settings"):
        page.goto(f"{url}/#/{place}")
        stand(page, place or "kept", visit)
    _walk_shared_phone(page, url, visit)


def _walk_shared_phone(page: Page, url: str, visit: Visit) -> None:
    """Begin another interview, lock it, ask for its PIN; hand the phone over and take it back; put everything away."""
    page.goto(f"{url}/#/")
    page.locator("#rounds ~ ul a.button").first.click()
    page.locator(".page-foot .button-primary").click()
    expect(page.locator(".asking-ways")).to_be_visible()
    instance_id = page.url.rsplit("/", 1)[-1]
    _walk_carrying(page, url, instance_id, visit)
    page.goto(f"{url}/#/lock/{instance_id}")
    _choose_pin(page, "lock", visit)
    expect(page.locator(".badge .icon").first).to_be_visible()
    stand(page, "kept-locked", visit)
    page.goto(f"{url}/#/lock/{instance_id}")
    expect(page.locator("#pin")).to_be_visible()
    stand(page, "unlock-for-good", visit)
    page.goto(f"{url}/#/answer/{instance_id}")
    page.locator("#pin").fill("not the PIN")
    page.locator("main button[type=submit]").click()
    expect(page.locator(".field-fault")).to_be_visible()
    page.locator("main .button-plain").click()
    stand(page, "unlock", visit)
    page.goto(f"{url}/#/")
    page.locator("#rounds ~ ul button").first.click()
    _choose_pin(page, "hand-over", visit)
    expect(page.locator(".page-foot .button-primary")).to_be_visible()
    stand(page, "handed-over", visit)
    page.locator(".page-bar button").first.click()
    stand(page, "handed-back", visit)
    page.locator(".finished .button-plain").click()
    page.locator(".hand-back .button-plain").click()
    stand(page, "way-back", visit)
    page.locator("#pin").fill(PIN)
    page.locator(".hand-back button[type=submit]").click()
    expect(page.locator("#rounds")).to_be_visible()
    page.locator("main > .stack > section:last-child button").click()
    expect(page.locator(".welcome")).to_be_visible()
    stand(page, "put-away", visit)
    page.goto(f"{url}/plain.html")
    stand(page, "plain", visit)


def _walk_carrying(page: Page, url: str, instance_id: str, visit: Visit) -> None:
    """Put the interview into a file, be asked whether to go on here, take the file in again."""
    page.goto(f"{url}/#/carry")
    expect(page.locator("#passphrase")).to_be_visible()
    stand(page, "carry", visit)
    passphrase = page.locator("#passphrase").input_value()
    with page.expect_download() as coming:
        page.locator("section:first-of-type button[type=submit]").click()
    expect(page.locator("section:first-of-type .notice")).to_be_visible()
    stand(page, "carried-away", visit)
    page.goto(f"{url}/#/answer/{instance_id}")
    expect(page.locator("main .button-primary")).to_be_visible()
    stand(page, "carried", visit)
    page.goto(f"{url}/#/carry")
    page.locator("#carried").set_input_files(coming.value.path())
    page.locator("section:last-of-type button[type=submit]").click()
    expect(page.locator(".field-fault")).to_be_visible()
    stand(page, "carried-wrong-passphrase", visit)
    page.locator("#carried-passphrase").fill(passphrase)
    page.locator("section:last-of-type button[type=submit]").click()
    expect(page.locator("section:last-of-type .notice")).to_be_visible()
    stand(page, "taken-in", visit)


def _choose_pin(page: Page, name: str, visit: Visit) -> None:
    """Choose a PIN, after one that is too short."""
    page.locator("#pin").fill("1")
    page.locator("main button[type=submit]").click()
    expect(page.locator(".field-fault")).to_be_visible()
    stand(page, name, visit)
    for field in ("#pin", "#pin-again"):
        page.locator(field).fill(PIN)
    page.locator("main button[type=submit]").click()


def _walk_questions(page: Page, visit: Visit) -> None:
    for name in SCREENS:
        expect(page.locator(f"#q-data-{name}-label")).to_be_visible()
        stand(page, f"ask-{name}", visit)
        if name == REQUIRED:
            page.locator(".asking-ways button[type=submit]").click()
            expect(page.locator("[id$=-fault]").first).to_be_visible()
            stand(page, f"fault-{name}", visit)
            page.locator("main input").first.fill("38")
        choices = page.locator("main input[type=radio]")
        if choices.count() > 0:
            choices.first.check(force=True)
            stand(page, f"answered-{name}", visit)
        if name in PLACED:
            _walk_places(page, name, visit)
        if name == REPEATED:
            _walk_repeats(page, visit)
        page.locator(".asking-ways button[type=submit]").click()


def _walk_places(page: Page, name: str, visit: Visit) -> None:
    """Type a place; of a way or an area one is too few, and more follow."""
    page.locator(".place-typed summary").click()
    for place in range(PLACED[name]):
        page.locator(f"#q-data-{name}-lat").fill(str(51.5 + place))
        page.locator(f"#q-data-{name}-lon").fill(str(-0.12 - place % 2))
        if PLACED[name] > 1:
            page.locator(".place-typed button").click()
        if place == 0 and PLACED[name] > 1:
            page.locator(".asking-ways button[type=submit]").click()
            expect(page.locator("[id$=-fault]").first).to_be_visible()
            stand(page, f"fault-{name}", visit)
    stand(page, f"answered-{name}", visit)


def _walk_repeats(page: Page, visit: Visit) -> None:
    """Add two, and take one away."""
    for words in PLACES:
        page.locator(".asking-body .button:has(.icon)").last.click()
        expect(page.locator("main input")).to_be_visible()
        stand(page, "ask-repeat", visit)
        page.locator("main input").fill(words)
        page.locator(".asking-ways button[type=submit]").click()
        page.locator("main input").fill("4")
        page.locator(".asking-ways button[type=submit]").click()
        expect(page.locator(".repeat").last).to_contain_text(words)
    stand(page, "repeats", visit)
    page.locator(".repeat .button").first.click()
    expect(page.locator("main .notice")).to_be_visible()
    stand(page, "repeat-gone", visit)
    page.locator("main .notice button").click()
    expect(page.locator(".repeat")).to_have_count(2)


def walk_desk(page: Page, url: str, programme: Programme, ids: dict[str, str], visit: Visit) -> None:
    """Sign in as the editor and stand on every screen of the desk; `ids` name a set, a version, rounds."""
    page.goto(f"{url}/#/desk")
    expect(page.locator("input[type=email]")).to_be_visible()
    stand(page, "sign-in", visit)
    page.locator("input[type=email]").fill(EDITOR.email)
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("button[type=submit]").click()
    expect(page.locator("nav").first).to_be_visible()
    for name, path in desk_screens(ids).items():
        page.goto(f"{url}/#/desk/{path.format(org=f'org/{programme.org_id}', **ids)}")
        expect(page.locator("main h1").first).to_be_visible()
        stand(page, name, visit)
        if name in WITH_COLLECT:
            page.locator("main details > summary").click()
            expect(page.locator("main details p").first).to_be_visible()
            stand(page, f"{name}-collect", visit)


def desk_screens(ids: dict[str, str]) -> dict[str, str]:
    """Return the desk's screens: name → path. A screen whose id is not known is left out."""
    screens = {
        "start": "{org}",
        "you": "you",
        "organizations": "organizations",
        "facts": "{org}/edit",
        "sets": "{org}/question-sets",
        "library": "{org}/question-sets/library",
        "import": "{org}/question-sets/import",
        "set": "{org}/question-sets/{set}",
        "check": "{org}/question-sets/{set}/check",
        "mending": "{org}/question-sets/{mending}/check",
        "draft": "{org}/question-sets/{set}/draft",
        "media": "{org}/question-sets/{every}/media",
        "versions": "{org}/question-sets/{set}/versions",
        "version": "{org}/question-sets/{set}/versions/{version}",
        "rounds": "{org}/rounds",
        "open-round": "{org}/rounds/new",
        "round": "{org}/rounds/{round}",
        "cards-round": "{org}/rounds/{cards}",
        "results": "{org}/rounds/{round}/results",
        "quarantine": "{org}/rounds/{round}/quarantine",
        "conflicts": "{org}/rounds/{round}/conflicts",
    }
    names = ("set", "every", "mending", "version", "round", "cards")
    return {
        screen: path
        for screen, path in screens.items()
        if all(f"{{{name}}}" not in path or name in ids for name in names)
    }
