"""The questions of the bench as the others read them: an ODK XForm, and the JSON of SurveyJS."""

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from bench.client.questions import TROUBLE, Question, parts

TITLE = "Work week"
BINDS = {"text": "string", "integer": "int", "select_one": "string", "select_multiple": "string", "calculate": "string"}


def xform(size: int) -> str:
    """Write the questions as an ODK XForm."""
    groups = parts(size)
    instance = "".join(
        f"<part{number}>{''.join(f'<{one.name}/>' for one in group)}</part{number}>"
        for number, group in enumerate(groups, 1)
    )
    paths = {one.name: f"/data/part{number}/{one.name}" for number, group in enumerate(groups, 1) for one in group}
    binds = "".join(_bind(one, paths) for group in groups for one in group)
    body = "".join(
        f'<group ref="/data/part{number}"><label>Part {number}</label>'
        f"{''.join(_control(one, paths) for one in group)}</group>"
        for number, group in enumerate(groups, 1)
    )
    return (
        '<?xml version="1.0"?><h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
        'xmlns:orx="http://openrosa.org/xforms" xmlns:jr="http://openrosa.org/javarosa">'
        f"<h:head><h:title>{TITLE}</h:title><model><instance>"
        f'<data id="bench{size}" version="1">{instance}<meta><instanceID/></meta></data></instance>{binds}'
        '<bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>'
        f"</model></h:head><h:body>{body}</h:body></h:html>"
    )


def survey(size: int) -> dict[str, Any]:
    """Write the questions as SurveyJS reads them: all on one page, as the hand-written page has them."""
    panels = [
        {"type": "panel", "name": f"part{number}", "title": f"Part {number}", "elements": _elements(group)}
        for number, group in enumerate(parts(size), 1)
    ]
    sums = [
        {"name": one.name, "expression": " + ".join(f"iif({{{name}}} empty, 0, {{{name}}})" for name in one.sum_of)}
        for group in parts(size)
        for one in group
        if one.sum_of
    ]
    return {"title": TITLE, "calculatedValues": sums, "pages": [{"name": "all", "elements": panels}]}


def _bind(one: Question, paths: dict[str, str]) -> str:
    rules = ""
    if one.after:
        asked = " or ".join(f"{paths[one.after]} = '{name}'" for name in TROUBLE)
        rules = f" relevant={quoteattr(asked)}"
    if one.sum_of:
        total = " + ".join(f"coalesce({paths[name]}, 0)" for name in one.sum_of)
        rules = f" calculate={quoteattr(total)}"
    return f'<bind nodeset="{paths[one.name]}" type="{BINDS[one.kind]}"{rules}/>'


def _control(one: Question, paths: dict[str, str]) -> str:
    if one.kind == "calculate":
        return ""
    label = f"<label>{escape(one.label)}</label>"
    if one.kind in ("text", "integer"):
        return f'<input ref="{paths[one.name]}">{label}</input>'
    tag = "select1" if one.kind == "select_one" else "select"
    items = "".join(
        f"<item><label>{escape(words)}</label><value>{name}</value></item>" for name, words in one.choices.items()
    )
    return f'<{tag} ref="{paths[one.name]}">{label}{items}</{tag}>'


def _elements(group: list[Question]) -> list[dict[str, Any]]:
    return [_element(one) for one in group if one.kind != "calculate"]


def _element(one: Question) -> dict[str, Any]:
    element: dict[str, Any] = {"name": one.name, "title": one.label}
    if one.after:
        element["visibleIf"] = " or ".join(f"{{{one.after}}} = '{name}'" for name in TROUBLE)
    if one.kind == "text":
        return {"type": "text", "textUpdateMode": "onTyping", **element}
    if one.kind == "integer":
        return {"type": "text", "inputType": "number", "textUpdateMode": "onTyping", **element}
    kind = "radiogroup" if one.kind == "select_one" else "checkbox"
    return {"type": kind, "choices": [{"value": name, "text": words} for name, words in one.choices.items()], **element}
