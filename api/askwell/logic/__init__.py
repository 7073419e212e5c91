"""Form logic: from the text of an expression to a tree, from trees and answers to the state of a form.

`parsing` turns an author's text into a tree; nothing else ever reads the text. `evaluating` gives a tree its value.
`form` holds a version and the answers of one interview: what is relevant, required, readonly, valid, and what it says.
`reviewing` asks the same questions of a finished submission and lists what differs; it never refuses anything.
The TypeScript twin in `pwa/src/logic` gives the same answers: both run the cases in `tests/conformance`.

Everything here is pure. Time, randomness and ids come from the caller's `Env`, so a replay gives what the phone saw.
Answers are strings and a blank is `''`; five kinds of blank are told apart by `states`, never by their value.
A fault in one rule disables that rule and is listed in `faults`; it never stops the form.
The contract between compiler and engines is `docs/version-format.md`.
"""
