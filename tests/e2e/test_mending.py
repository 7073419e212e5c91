"""An editor brings in a form of another tool: nothing is mended unasked, what was chosen is, and the rest is told."""

from pathlib import Path

from playwright.sync_api import BrowserContext, expect

from support.member import Member
from support.serving import ServerProcess
from support.showroom import TO_MEND


def test_a_form_of_another_tool_is_brought_in_mended_by_choice_and_taken_out_again(
    desk: BrowserContext, server: ServerProcess, tmp_path: Path
) -> None:
    form = tmp_path / "other.xml"
    form.write_text(TO_MEND, encoding="utf-8")
    editor = Member(desk.new_page(), server.url)
    editor.sign_in()
    editor.go_to("Questions")
    editor.open("Import a file")
    editor.page.get_by_label("Drop a file here, or choose one").set_input_files(form)

    editor.sees("2 repairs are offered")
    boxes = editor.page.get_by_role("checkbox")
    assert [box.is_checked() for box in boxes.all()] == [False, False]
    expect(editor.page.get_by_role("button", name="Mend what is chosen")).to_be_disabled()
    editor.page.get_by_role("checkbox", name="day_one").check(force=True)
    editor.page.get_by_role("button", name="Mend 1 thing").click()

    editor.sees("1 repair is offered")
    expect(editor.page.get_by_role("checkbox")).not_to_be_checked()
    editor.page.get_by_text("1 repair was accepted").click()
    editor.sees("Several answers are kept with spaces between them.")
    editor.sees("A group without a node")

    editor.open("Draft as JSON")
    left = editor.saves("Save as an XForm (.xml)", tmp_path).read_text("utf-8")
    assert "<name>day_one</name>" in left
    assert "day one" not in left
