"""Where two engines see an invented interview otherwise, told so that it can be looked into."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from askwell.conformance.recordings import same
from conformance.invented import engines, policies
from conformance.invented.policies import Difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from conformance.invented.engines import Interview, State


def everything_otherwise(seeds: Iterable[int]) -> list[Difference]:
    """Play the interviews of these seeds in both of our engines, and list what they see otherwise."""
    interviews = [engines.invented(seed, wild=True) for seed in seeds]
    played = zip(interviews, engines.on_phone(interviews), strict=True)
    return [
        each for interview, phone in played for each in between_ours(interview, engines.on_server(interview), phone)
    ]


def everything_odk_sees_otherwise(seeds: Iterable[int]) -> list[Difference]:
    """Play the interviews of these seeds in ours and in ODK's engine, and list what they see otherwise."""
    engines.install()
    interviews = [engines.invented(seed, wild=False) for seed in seeds]
    played = zip(interviews, engines.in_odk(interviews), strict=True)
    return [each for interview, odk in played for each in with_odk(interview, engines.on_server(interview), odk)]


def between_ours(interview: Interview, server: list[State], phone: list[State]) -> Iterator[Difference]:
    """Yield what our two engines see otherwise after the first step where they do: there must be nothing."""
    for after, (one, other) in enumerate(zip(json.loads(json.dumps(server)), phone, strict=True)):
        found = [
            Difference(interview, after, str(path), what, here.get(path), there.get(path))
            for what in one
            for here, there in [(_by_path(one[what]), _by_path(other[what]))]
            for path in here | there
            if here.get(path) != there.get(path)
        ]
        if found:
            yield from found
            return


def with_odk(interview: Interview, server: list[State], odk: dict[str, Any]) -> Iterator[Difference]:
    """Yield what ODK's engine sees otherwise after the first step where it does, but for what our policies say."""
    for after, (one, other) in enumerate(zip(server, odk["states"], strict=False)):
        if after and policies.has_taken_repeats_away(server[after - 1], one, interview.steps[after - 1]):
            return
        found = [each for each in _nodes(interview, after, one["nodes"], other) if not policies.excused(each)]
        if found:
            yield from found
            return
    if "failure" in odk:
        yield Difference(interview, len(odk["states"]), "", "failure", "", odk["failure"])


def _nodes(interview: Interview, after: int, ours: State, theirs: State) -> Iterator[Difference]:
    """Compare node by node; of one that is not relevant, only that it is not."""
    for path in dict.fromkeys([*ours, *(each for each in theirs if "/meta" not in each)]):
        here, there = ours.get(path), theirs.get(path)
        if here is None or there is None:
            yield Difference(interview, after, path, "there", here is not None, there is not None)
            continue
        for key in here.keys() & there.keys():
            is_seen = here["rel"] or there["rel"] or key == "rel"
            if is_seen and not _is_same(here[key], there[key]):
                yield Difference(interview, after, path, key, here[key], there[key], there)


def _is_same(ours: Any, theirs: Any) -> bool:
    """Compare word by word, numbers as numbers: ODK's engine writes some of them otherwise."""
    if not isinstance(ours, str) or not isinstance(theirs, str):
        return bool(ours == theirs)
    mine, other = ours.split(), theirs.split()
    return len(mine) == len(other) and all(same(*pair) for pair in zip(mine, other, strict=True))


def _by_path(part: Any) -> dict[str, Any]:
    return part if isinstance(part, dict) else dict.fromkeys(part, True)
