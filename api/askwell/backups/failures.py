"""What can go wrong with a backup, each with a sentence for the person at the terminal. None of them tells a secret."""


class NotDone(Exception):
    """The command has changed nothing; its sentence says why, and what to do."""


class Unreadable(NotDone):
    """A backup that is damaged, is none, or cannot be opened with this key."""


class NotEmpty(NotDone):
    """There is data already where the backup should go."""
