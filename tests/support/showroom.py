"""An organization with something of everything to look at: what accessibility checks and pictures walk past."""

from random import Random
from typing import Any

import httpx

from askwell.demonstration.answering import invent_answers
from askwell.demonstration.phone import Phone
from support.media import of_every_kind
from support.programme import Programme
from support.questions import EVERY_KIND
from support.rounds import changed, item

NOON = "2026-11-23T12:00:00.000+01:00"
ANSWERED = 48  # with the two odd ones as many as one request may bring
MENDING_TITLE = "From another tool (invented)"
TO_MEND = f"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head>
<h:title>{MENDING_TITLE}</h:title><model><instance><data id="other"><days/><why/><meta/></data></instance>
<bind nodeset="/data/days" type="string"/><bind nodeset="/data/why" relevant="/data/days = ‘day one’"/>
<bind nodeset="/data/days" odd="kept by nobody"/></model></h:head><h:body>
<select ref="/data/days"><label>Which days?</label><item><label>One</label><value>day one</value></item></select>
<group><label>A group without a node</label><input ref="/data/why"><label>Why?</label></input></group>
</h:body></h:html>"""
EVERY_TITLE = "Every kind (invented)"
PULSE_TITLE = "Pulse, last season"


def furnish(programme: Programme, url: str) -> dict[str, str]:
    """Publish the pulse and every kind of question, open rounds, and let invented answers come in; return the ids."""
    sets = f"/v1/organizations/{programme.org_id}/question-sets"
    pulse = programme.desk.publish_pack(programme.org_id, "pulse", "Pulse")
    every = programme.publish(EVERY_KIND, EVERY_TITLE, of_every_kind())
    read = programme.open(pulse["id"], PULSE_TITLE, mode="interview")
    with httpx.Client(base_url=url, timeout=60) as client:
        _answer(client, read)
    asked = programme.open(every, "Every kind")
    cards = programme.open(pulse["id"], "Pulse, by card", mode="cards")
    programme.cards(cards["id"], 10)
    programme.desk.client.post(f"{sets}/imports", content=TO_MEND.encode()).raise_for_status()
    listed = programme.desk.client.get(sets).json()["items"]
    return {
        "set": next(one["id"] for one in listed if one["title"] == "Pulse"),
        "every": next(one["id"] for one in listed if one["title"] == EVERY_TITLE),
        "mending": next(one["id"] for one in listed if one["title"] == MENDING_TITLE),
        "version": pulse["id"],
        "round": read["id"],
        "cards": cards["id"],
        "code": asked["join_code"],
    }


def _answer(client: httpx.Client, opened: dict[str, Any]) -> None:
    phone = Phone(client)
    phone.join(opened["join_code"])
    document, random = phone.version(), Random(7)  # noqa: S311  invented answers, no secret
    items = [phone.freeze(invent_answers(document, random, "en", NOON), "en", NOON) for _ in range(ANSWERED)]
    phone.send([*items, item("half of an answ"), changed(items[0], key_id="another")])
