"""Files under a passphrase, in the age format: any `age` tool opens them, in ten years as well."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from planner.domain.errors import PlannerError

SUFFIX = ".age"
SHORTEST = 10
"""Letters of a passphrase; a shorter one could be guessed."""

MOST_BYTES = 2**30  # it is held in memory, twice
_MAGIC = b"age-encryption.org/v1\n"
_WRONG = "Decryption failed"  # what pyrage says when no key fits; all else is a changed file


class Unsealable(PlannerError):
    """The passphrase does not fit, or the file is not what was sealed."""


def is_sealed(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        # whoever opens it in earnest tells why it cannot be
        return False


def sealed(content: bytes, passphrase: str) -> bytes:
    """The content, to be read and unchanged only by who knows the passphrase."""
    # imported here and below: a start or a command that seals nothing needs not wait for it
    from pyrage import passphrase as age

    if len(passphrase) < SHORTEST:
        raise Unsealable("sealing.short", least=SHORTEST)
    if len(content) > MOST_BYTES:
        raise Unsealable("sealing.too_large")
    found: bytes = age.encrypt(content, passphrase)
    return found


def unsealed(content: bytes, passphrase: str, name: str) -> bytes:
    """What was sealed in the file of that name. Raises Unsealable.

    Nothing of a changed file is given out.
    """
    from pyrage import DecryptError
    from pyrage import passphrase as age

    try:
        found: bytes = age.decrypt(content, passphrase)
    except DecryptError as error:
        is_wrong = str(error) == _WRONG
        code = "sealing.wrong" if is_wrong else "sealing.changed"
        raise Unsealable(code, name=name) from error
    return found


@contextmanager
def plain(path: Path, ask: Callable[[], str]) -> Iterator[Path]:
    """The file itself where it is not sealed; else what is in it, for as long as it is read.

    `ask` gives the passphrase. Raises Unsealable.
    """
    if not is_sealed(path):
        yield path
        return
    if path.stat().st_size > MOST_BYTES:
        raise Unsealable("sealing.file_too_large", name=path.name)
    content = unsealed(path.read_bytes(), ask(), path.name)
    with TemporaryDirectory() as folder:
        opened = Path(folder) / path.name.removesuffix(SUFFIX)
        opened.touch(0o600)
        opened.write_bytes(content)
        yield opened
