"""Invented forms and answers: our two engines see them alike in everything, and as ODK's does but for our policies.

The seeds are always the same, so that a failure is a change's own. `python tests/conformance/invented/run.py --seed N
--count 1` plays one again, and other seeds whenever somebody wants to look further (CONTRIBUTING).
"""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path

from conformance import test_commands as commands
from conformance.invented import comparing, engines, policies
from conformance.invented.keeping import keep

ROOT = Path(__file__).parents[2]
ALWAYS = range(200)


@cache
def interviews(*, wild: bool) -> list[engines.Interview]:
    return [engines.invented(seed, wild=wild) for seed in ALWAYS]


def lines(found: list[policies.Difference]) -> list[str]:
    return [each.line for each in found]


def test_the_phone_and_the_server_see_every_interview_alike() -> None:
    assert lines(comparing.everything_otherwise(ALWAYS)) == []


def test_odks_engine_sees_every_interview_as_we_do_but_for_our_policies() -> None:
    assert lines(comparing.everything_odk_sees_otherwise(ALWAYS)) == []


def test_most_interviews_are_compared_with_odks_engine_to_their_end() -> None:
    played = [(each.steps, engines.on_server(each)) for each in interviews(wild=False)]
    cut = [
        steps
        for steps, states in played
        if any(
            policies.has_taken_repeats_away(before, now, step)
            for before, now, step in zip(states, states[1:], steps, strict=False)
        )
    ]
    assert 0 < len(cut) < len(played) / 10
    assert sum(len(state["nodes"]) for _, states in played for state in states) > 30_000


def test_a_difference_is_told_with_its_seed_and_step() -> None:
    interview = engines.invented(3, wild=True)
    server = engines.on_server(interview)
    phone = copy.deepcopy(server)
    path = next(path for path, node in phone[2]["nodes"].items() if node["rel"])
    phone[2]["nodes"][path]["rel"] = False
    told = lines(list(comparing.between_ours(interview, server, phone)))
    assert len(told) == 1
    assert told[0].startswith(f"seed 3, step 2 ({' '.join(interview.steps[1])}): {path} nodes: ")
    odk = {"states": [{path: {**node} for path, node in state["nodes"].items()} for state in server]}
    assert list(comparing.with_odk(interview, server, odk)) == []
    odk["states"][2][path]["rel"] = False
    assert lines(list(comparing.with_odk(interview, server, odk)))[0].endswith("rel: True here, False there")


def test_the_same_seed_gives_the_same_interview_and_the_seeds_give_all_kinds() -> None:
    first = interviews(wild=False)[:20]
    assert [engines.invented(each.seed, wild=False) for each in first] == first
    for wild in (False, True):
        rows = [row for each in interviews(wild=wild) for row in each.draft["survey"]]
        columns = {column.partition("::")[0] for row in rows for column in row}
        rules = {"relevant", "constraint", "calculation", "choice_filter", "repeat_count", "trigger", "default"}
        assert columns >= rules | {"required", "readonly", "label"}
        assert {row["type"].split(" ")[0] for row in rows} >= {"begin_repeat", "rank", "date", "select_multiple"}
        verbs = {step[0] for each in interviews(wild=wild) for step in each.steps}
        assert verbs == {"set", "add", "remove", "language"}


def test_an_interview_is_kept_as_a_case_that_both_engines_take(tmp_path: Path) -> None:
    interview = next(each for each in interviews(wild=False) if all(step[0] == "set" for step in each.steps))
    case = keep(interview, tmp_path)
    for ask in (commands.server, commands.phone):
        assert ask(case).stdout.splitlines()[-1].endswith(" passed, 0 failed")


def test_every_policy_stands_in_the_documentation() -> None:
    words = " ".join((ROOT / "docs" / "xlsform.md").read_text(encoding="utf-8").split())
    sentences = [*policies.WRITTEN_OTHERWISE, *policies.EXCUSES]
    assert [sentence for sentence in sentences if sentence not in words] == []
