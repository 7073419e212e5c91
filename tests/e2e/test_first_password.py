"""Somebody who was added signs in for the first time: a password of their own comes before everything else."""

from playwright.sync_api import BrowserContext, expect

from askwell.demonstration.desk import Desk
from askwell.demonstration.organizations import InventedMember
from support.member import Member
from support.programme import FIRST_PASSWORD, OPERATOR, PASSWORD, Programme
from support.serving import ServerProcess

ROSA = InventedMember("researcher", "rosa@harbor.example", "Rosa")


def test_a_first_password_is_changed_before_the_desk_opens(
    desk: BrowserContext, programme: Programme, server: ServerProcess
) -> None:
    with Desk.sign_in(server.url, OPERATOR, PASSWORD) as operator:
        operator.add_member(programme.org_id, ROSA, FIRST_PASSWORD)
    rosa = Member(desk.new_page(), server.url)
    rosa.enter(ROSA.email, FIRST_PASSWORD)
    rosa.reads("Choose a password of your own")
    expect(rosa.page.get_by_role("navigation", name="Places at this desk")).to_have_count(0)

    rosa.page.get_by_label("First password").fill(FIRST_PASSWORD)
    rosa.page.get_by_label("New password").fill(FIRST_PASSWORD)
    rosa.button("Change password").click()
    rosa.sees("This is the password you have now. Choose another.")
    rosa.page.get_by_label("New password").fill(PASSWORD)
    rosa.button("Change password").click()

    rosa.go_to("Rounds")
    rosa.reads("Rounds")
