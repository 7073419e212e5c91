"""Rounds: a published version opened to people.

A round fixes at its opening what must never change afterwards: the version, the mode and k. The mode decides the word
people read: an open link and drawn cards are *anonymous*; interviews are *confidential*, because a co-worker sat
opposite.

A phone gets in with a code (the round's, or a card's that works once) and registers the SHA-256 of a secret it has made
itself. From then on that secret, its *capability*, is all it needs. Joining again with the same capability gives the
same answer, so a lost answer costs nothing. Which card earned which capability is in
no column, and `mixing` takes it out of what the database keeps beside the columns.

A closed round takes no new phones. It never refuses answers: they come in late, and are kept.
"""
