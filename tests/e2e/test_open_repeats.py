"""Repeats that people add themselves: one more, one fewer, back again, and nothing of it lost."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, expect

from support.killing import kill_all
from support.programme import Draft, Programme
from support.respondent import Respondent
from support.serving import ServerProcess

JOBS: Draft = {
    "survey": [
        {"type": "text", "name": "before", "label": "How are you today?"},
        {"type": "begin repeat", "name": "job", "label": "Jobs you have had"},
        {"type": "text", "name": "title", "label": "What was this job?", "required": "yes"},
        {"type": "integer", "name": "years", "label": "For how many years?", "default": "1"},
        {"type": "begin repeat", "name": "task", "label": "Tasks"},
        {"type": "text", "name": "what", "label": "What did you do?"},
        {"type": "end repeat", "name": "task"},
        {"type": "end repeat", "name": "job"},
        {"type": "note", "name": "told", "label": "That is ${sum} years in ${many} jobs."},
        {"type": "calculate", "name": "sum", "calculation": "sum(${years})"},
        {"type": "calculate", "name": "many", "calculation": "count(${job})"},
        {"type": "text", "name": "after", "label": "Anything else?"},
    ],
    "choices": [],
    "settings": {"form_id": "jobs", "form_title": "Jobs", "default_language": "English (en)"},
}
SERIES = "Jobs you have had"
KILLS = 8


def arrive(phone: BrowserContext, url: str, code: str) -> Respondent:
    """Stand before the jobs."""
    person = Respondent(phone.new_page())
    person.open_invitation(url, code)
    person.agree()
    person.go_on()
    person.asked(SERIES)
    return person


def tell_job(person: Respondent, title: str, years: int, *, first: bool = False) -> None:
    """Add a job without tasks."""
    person.button("Add" if first else "Add another").click()
    person.write("What was this job?", title)
    person.go_on()
    person.write("For how many years?", str(years))
    person.go_on()
    person.asked("Tasks")
    person.button("None, go on").click()
    person.asked(SERIES)


def listed(person: Respondent) -> list[str]:
    """Read the jobs off the screen."""
    return [" ".join(each.split()) for each in person.page.locator(".repeat-words").all_inner_texts()]


def jobs_in(row: dict[str, str]) -> list[tuple[str, str]]:
    """Find what arrived: titles and years."""
    titles = [name for name in row if name.startswith("job[") and name.endswith("/title") and row[name]]
    return [(row[name], row[name.replace("title", "years")]) for name in titles]


def test_as_many_as_there_are_changed_taken_away_and_brought_back(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(JOBS), mode="interview")
    person = arrive(phone, server.url, opened["join_code"])
    person.sees("Nothing added yet.")
    tell_job(person, "cook", 3, first=True)
    tell_job(person, "driver", 4)
    tell_job(person, "nurse", 5)
    person.saved()
    assert listed(person) == ["cook · 3", "driver · 4", "nurse · 5"]

    person.button("Take away 1 cook · 3").click()
    person.sees("Taken away: cook · 3")
    assert listed(person) == ["driver · 4", "nurse · 5"]
    expect(person.button("Bring it back")).to_be_focused()
    person.page.keyboard.press("Enter")
    person.sees("cook · 3")
    assert listed(person) == ["cook · 3", "driver · 4", "nurse · 5"]
    expect(person.page.get_by_role("heading", name=SERIES)).to_be_focused()

    person.button("Take away 2 driver · 4").click()
    person.page.get_by_role("button", name="2 nurse").first.click()
    person.asked("What was this job?")
    person.sees("Jobs you have had · 2")
    person.write("What was this job?", "night nurse")
    person.saved()
    person.page.reload()
    person.asked("What was this job?")
    person.button("Back").click()
    person.asked(SERIES)
    assert listed(person) == ["cook · 3", "night nurse · 5"]

    person.go_on()
    person.sees("That is 8 years in 2 jobs.")
    person.go_on()
    person.go_on()
    person.asked("Your answers")
    person.finish()
    person.received(seconds=30)
    [row] = programme.rows(opened["id"])
    assert jobs_in(row) == [("cook", "3"), ("night nurse", "5")]
    assert (row["sum"], row["many"]) == ("8", "2")


def test_who_has_none_says_so_and_nothing_is_asked_or_sent(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(JOBS), mode="interview")
    person = arrive(phone, server.url, opened["join_code"])
    person.button("None, go on").click()
    person.sees("That is 0 years in 0 jobs.")
    person.saved()
    person.page.reload()
    person.sees("That is 0 years in 0 jobs.")
    person.button("All questions").click()
    row = person.page.get_by_role("listitem").filter(has_text=SERIES)
    expect(row).to_contain_text("None")
    row.get_by_role("button").click()
    person.asked(SERIES)
    person.sees("Nothing added yet.")
    person.button("Back to all answers").click()
    person.finish()
    person.button("Finish now").click()
    person.received(seconds=30)
    [row_of] = programme.rows(opened["id"])
    assert jobs_in(row_of) == []
    assert row_of["many"] == "0"


def test_repeats_inside_repeats_have_their_own_way_in_and_out(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(JOBS), mode="interview")
    person = arrive(phone, server.url, opened["join_code"])
    tell_job(person, "cook", 3, first=True)
    person.page.get_by_role("button", name="1 cook").first.click()
    person.go_on()
    person.go_on()
    for number, task in enumerate(("soup", "bread")):
        person.asked("Tasks")
        person.button("Add another" if number else "Add").click()
        person.write("What did you do?", task)
        person.go_on()
    person.asked("Tasks")
    person.go_on()
    person.asked(SERIES)
    tell_job(person, "driver", 4)
    person.button("Take away 1 cook · 3").click()
    person.button("Bring it back").click()
    person.saved()
    person.button("All questions").click()
    person.sees("Tasks · 2 · What did you do?")
    person.finish()
    person.button("Finish now").click()
    person.received(seconds=30)
    [row] = programme.rows(opened["id"])
    assert {name: value for name, value in row.items() if name.endswith("/what")} == {
        "job[1]/task[1]/what": "soup",
        "job[1]/task[2]/what": "bread",
    }


def test_another_window_follows_what_is_added_and_taken_away(
    phone: BrowserContext, server: ServerProcess, programme: Programme
) -> None:
    opened = programme.open(programme.publish(JOBS), mode="interview")
    person = arrive(phone, server.url, opened["join_code"])
    tell_job(person, "cook", 3, first=True)
    tell_job(person, "driver", 4)
    person.saved()
    other = Respondent(phone.new_page())
    other.page.goto(person.page.url)
    other.button("Go on here").click()
    other.asked(SERIES)
    other.button("Take away 1 cook · 3").click()
    other.saved()
    expect(person.page.locator(".repeat-words")).to_have_text(["driver · 4"])
    other.button("Bring it back").click()
    expect(person.page.locator(".repeat-words")).to_have_text(["cook · 3", "driver · 4"])


def test_a_killed_browser_leaves_all_of_it_or_nothing(
    lasting_phone: Callable[[], BrowserContext], server: ServerProcess, programme: Programme, tmp_path: Path
) -> None:
    opened = programme.open(programme.publish(JOBS), mode="interview")
    person = arrive(lasting_phone(), server.url, opened["join_code"])
    for number in range(KILLS):
        tell_job(person, f"job {number}", number, first=number == 0)
    person.saved()
    address = person.page.url
    there = [f"job {number} · {number}" for number in range(KILLS)]
    for _ in range(KILLS - 1):
        person.button(f"Take away 1 {there[0]}").click()
        person.saved()
        kill_all(str(tmp_path / "profile"))
        there = there[1:]
        person = Respondent(lasting_phone().new_page())
        person.page.goto(address)
        person.asked(SERIES)
        assert listed(person) == there
