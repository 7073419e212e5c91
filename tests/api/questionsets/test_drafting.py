"""Drafts are made, read, listed and saved; nobody overwrites what somebody else saved meanwhile."""

from concurrent.futures import ThreadPoolExecutor

from support.people import People

QUESTION = {"type": "text", "name": "day", "label": "How was your day?"}


def test_a_question_set_begins_empty(desk) -> None:
    made = desk.make(title="Autumn")
    assert made["draft"] == {"survey": [], "choices": [], "settings": {"form_title": "Autumn", "form_id": "autumn"}}
    assert (made["draft_rev"], made["questions"], made["latest_version"], made["draft_changed"]) == (1, 0, None, True)


def test_a_question_set_may_begin_with_a_draft(desk) -> None:
    made = desk.make(draft={"survey": [QUESTION], "choices": [], "settings": {"style": "pages"}})
    assert made["draft"]["survey"] == [QUESTION]
    assert made["draft"]["settings"] == {"style": "pages", "form_title": "Two years", "form_id": "two_years"}
    assert made["questions"] == 1


def test_a_draft_keeps_rows_columns_and_their_order(desk) -> None:
    row = {"z_last": "1", "type": "text", "theme": "voice", "name": "a", "label": "A", "my own column": "kept"}
    made = desk.make(draft={"survey": [row, {}, QUESTION], "choices": [], "settings": {}})
    read = desk.client.get(f"{desk.url}/{made['id']}").json()["draft"]["survey"]
    assert [list(each.items()) for each in read] == [list(each.items()) for each in (row, {}, QUESTION)]


def test_saving_replaces_the_draft_and_counts_up(desk) -> None:
    made = desk.make()
    saved = desk.save(made, {"survey": [QUESTION], "choices": [], "settings": {"form_title": "Renamed"}})
    assert saved.status_code == 200
    assert saved.headers["ETag"] == '"2"'
    read = desk.client.get(f"{desk.url}/{made['id']}")
    assert read.headers["ETag"] == '"2"'
    assert (read.json()["title"], read.json()["draft"]["survey"]) == ("Renamed", [QUESTION])


def test_saving_an_older_draft_changes_nothing(desk) -> None:
    made = desk.make()
    desk.save(made, {"survey": [QUESTION], "choices": [], "settings": {}})
    late = desk.save(made, {"survey": [], "choices": [], "settings": {}})
    assert (late.status_code, late.json()["code"]) == (412, "draft_changed")
    assert desk.client.get(f"{desk.url}/{made['id']}").json()["draft"]["survey"] == [QUESTION]


def test_of_two_who_save_at_once_one_is_told(desk) -> None:
    made = desk.make()
    drafts = [{"survey": [{**QUESTION, "name": name}], "choices": [], "settings": {}} for name in "abcd"]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda draft: desk.save(made, draft), drafts))
    assert sorted(answer.status_code for answer in answers) == [200, 412, 412, 412]
    [winner] = [answer.json() for answer in answers if answer.status_code == 200]
    assert desk.client.get(f"{desk.url}/{made['id']}").json()["draft"] == winner["draft"]


def test_saving_needs_to_know_which_draft(desk) -> None:
    made = desk.make()
    blind = desk.client.put(f"{desk.url}/{made['id']}/draft", json=made["draft"])
    assert (blind.status_code, blind.json()["code"]) == (428, "if_match_required")
    wrong = desk.client.put(f"{desk.url}/{made['id']}/draft", json=made["draft"], headers={"If-Match": '"abc"'})
    assert (wrong.status_code, wrong.json()["code"]) == (412, "draft_changed")


def test_what_is_no_draft_is_refused_with_every_fault(desk) -> None:
    body = {"title": " ", "draft": {"survey": [{"type": ["text"]}], "sheet": []}}
    refused = desk.client.post(desk.url, json=body)
    assert refused.status_code == 422
    places = {fault["where"] for fault in refused.json()["faults"]}
    assert places == {"body.title", "body.draft.survey.0.type", "body.draft.sheet"}


def test_lists_are_in_pages_by_title(desk) -> None:
    for title in ("C", "A", "D", "B"):
        desk.make(title=title)
    first = desk.client.get(desk.url, params={"limit": 3}).json()
    assert [each["title"] for each in first["items"]] == ["A", "B", "C"]
    rest = desk.client.get(desk.url, params={"limit": 3, "cursor": first["next"]}).json()
    assert ([each["title"] for each in rest["items"]], rest["next"]) == (["D"], None)


def test_another_organization_sees_nothing(desk, people: People) -> None:
    made = desk.bring()
    version = desk.publish(made).json()
    stranger = people.member(people.organization("Elsewhere (invented)"), "editor")
    for path in ("", "/check", "/preview", "/versions", f"/versions/{version['id']}/document"):
        assert stranger.get(f"{desk.url}/{made['id']}{path}").status_code == 404
    assert stranger.get(desk.url).status_code == 404
    own = stranger.get("/v1/me").json()["memberships"][0]["org_id"]
    theirs = f"/v1/organizations/{own}/question-sets"
    for path in ("", "/check", "/versions", f"/versions/{version['id']}/document"):
        assert stranger.get(f"{theirs}/{made['id']}{path}").status_code == 404
    assert (
        stranger.put(f"{theirs}/{made['id']}/draft", json=made["draft"], headers={"If-Match": "1"}).status_code == 404
    )
    assert stranger.get(theirs, params={"cursor": made["id"]}).json()["items"] == []


def test_leaders_see_no_question_set(desk, people: People, org_id: str) -> None:
    leader = people.member(org_id, "leader")
    assert leader.get(desk.url).status_code == 403
    assert leader.post(desk.url, json={"title": "Mine"}).status_code == 403
