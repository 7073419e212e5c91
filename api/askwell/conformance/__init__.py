"""Runs the product's own engine against cases from outside: expressions with their values, and recorded form states.

Two kinds of JSON file are read. *Expressions*: `{"documents": {id: XML}, "cases": [{"id", "expr", "kind", "expected",
"doc", "context", "tz", "consensus"}]}`. *Recordings*: `{"form", "clock", "preload", "runs": [{"steps", "state",
"repeats"}]}`, with the form beside the file or in a folder `forms` next to its own.
`docs/conformance.md` describes both. The phone's engine runs the same cases with `npm run cases FILE` in `pwa/`.
"""
