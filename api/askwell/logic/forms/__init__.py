"""Forms: a version document made ready (`Definition`), opened with the answers of one interview (`Form`), and reviewed.

definition = Definition(document)            once per version; nothing in it changes
form = Form(definition, env)                 a first load: defaults and first-load actions apply
form = Form(definition, env, form.values())  the same interview, later
form.set("/data/age", "17")                  the paths whose state is different now
form.get("/data/consent").relevant
"""

from __future__ import annotations

from askwell.logic.forms.choices import Choice
from askwell.logic.forms.definition import Definition, Fault
from askwell.logic.forms.form import Form, NodeState
from askwell.logic.forms.reviewing import Finding, review

__all__ = ["Choice", "Definition", "Fault", "Finding", "Form", "NodeState", "review"]
