"""Keys of backups: age keys (X25519), as the stock tool `age-keygen` makes them, too. No secret is ever printed."""

from collections.abc import Sequence
from pathlib import Path

from pyrage import IdentityError, RecipientError, x25519

from askwell import durable
from askwell.backups.failures import NotDone

Recipients = list[x25519.Recipient]
Identities = list[x25519.Identity]


def recipients(named: Sequence[str]) -> Recipients:
    """Read public keys."""
    return [_recipient(each) for each in named]


def identities(path: Path | None) -> Identities:
    """Read the secret keys in a file: one a line, `#` before remarks."""
    if path is None:
        return []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        found = [x25519.Identity.from_str(line.strip()) for line in lines if line.strip() and line[0] != "#"]
    except (OSError, UnicodeDecodeError, IdentityError) as error:
        raise NotDone(f"{path} is not a file of age keys that can be read.") from error
    if not found:
        raise NotDone(f"There is no key in {path}.")
    return found


def make(path: Path) -> str:
    """Write a new key to a file that only its owner reads; return its public half."""
    identity = x25519.Identity.generate()
    public = str(identity.to_public())
    try:
        with durable.written_whole(path, replace=False) as file:
            file.write(f"# public key: {public}\n{identity}\n".encode())
    except FileExistsError as error:
        raise NotDone(f"{path} is there already. Keys are never overwritten.") from error
    return public


def _recipient(text: str) -> x25519.Recipient:
    try:
        return x25519.Recipient.from_str(text.strip())
    except RecipientError as error:
        raise NotDone("One of the public keys is none: they begin with age1.") from error
