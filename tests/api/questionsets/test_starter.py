"""The starter library: organizations copy from it, and the copy remembers where it came from."""


def test_the_library_says_that_its_wording_is_unvalidated(desk) -> None:
    library = desk.client.get("/v1/starter/packs").json()
    assert library["wording"] == "unvalidated"
    pulse = next(each for each in library["items"] if each["key"] == "pulse")
    assert (pulse["kind"], pulse["questions"], pulse["minutes"]) == ("pack", 11, 3)
    assert set(pulse["name"]) == {"en", "es"}


def test_there_are_sixteen_themes(desk) -> None:
    themes = desk.client.get("/v1/starter/themes").json()
    assert len(themes) == 16
    kinds = {each["key"]: each["kind"] for each in desk.client.get("/v1/starter/packs").json()["items"]}
    assert {theme["key"]: "theme" for theme in themes}.items() <= kinds.items()


def test_a_copied_pack_can_be_published_as_it_is(desk) -> None:
    made = desk.make(title="Our pulse", pack="pulse")
    assert (made["copied_from"], made["draft"]["settings"]["form_title"]) == ("pulse", "Our pulse")
    version = desk.publish(made)
    assert version.status_code == 201, version.text
    assert (version.json()["title"], version.json()["questions"]) == ("Our pulse", 11)


def test_a_copy_is_the_organizations_own(desk) -> None:
    first, second = desk.make(pack="pulse"), desk.make(pack="pulse")
    desk.save(first, {**first["draft"], "survey": first["draft"]["survey"][:3]})
    assert desk.client.get(f"{desk.url}/{second['id']}").json()["draft"] == second["draft"]


def test_what_the_library_does_not_have_is_not_found(desk) -> None:
    refused = desk.client.post(desk.url, json={"title": "X", "pack": "../themes"})
    assert (refused.status_code, refused.json()["code"]) == (404, "unknown_pack")
    both = desk.client.post(desk.url, json={"title": "X", "pack": "pulse", "draft": {"survey": []}})
    assert both.status_code == 422


def test_the_library_is_for_members(portal) -> None:
    assert portal.client().get("/v1/starter/packs").status_code == 401
