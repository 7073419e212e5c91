"""Submissions: what phones sent, received exactly once, and never refused for what it says.

A phone freezes the bytes of a finished interview, and sends them as often as it must. `receiving` stores them before
anything else is asked, and the answer leaves after the commit. The same bytes again get a receipt again; other bytes
under the same id are both kept. `understanding` reads an interview: what cannot be understood stays in quarantine until
a person, or a later release (`reviewing`), has looked at it. The server's own evaluation is reported beside the answers
and changes none of them.

In anonymous rounds nothing is kept that could order or time the answers, and the desk sees only *settled* ones: rows
that `settling` wrote again as part of a shuffled group of at least k people.

A phone asks later what became of its bytes (`reconciling`): are they here, and are they *safe*, which is what `proving`
has noted of them.
"""
