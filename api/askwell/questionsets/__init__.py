"""Question sets: what an organization asks, as a draft that editors change and as versions that nobody can.

A draft is XLSForm rows, `{"survey": [row, …], "choices": [row, …], "settings": {…}}`, with the columns a workbook has
and a few plain ones of ours. `importing` reads it from a file, `starter` from the library, `drafting` keeps it.
`checking` reports everything wrong with it at once, each fault with its place and a remedy.
`publishing` freezes it: pyxform turns the rows into an XForm, `compiling` turns that into the version document of
`docs/version-format.md`, whose hash is the version's name. A version is inserted once and never updated or deleted,
so a phone may keep it for years; publishing the same draft again returns the version that is already there.
A version document comes from `compiling.compile_draft(draft)`, which needs no database.
"""
