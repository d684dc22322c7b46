"""Files of plain text: read within bounds, their encoding found."""

from pathlib import Path

from planner.domain.errors import UnreadableFile

MOST_BYTES = 20 * 2**20
_ENCODINGS = ("utf-8-sig", "cp950", "gb18030")
_MARKS = (b"\xff\xfe", b"\xfe\xff")


def content_of(path: Path, most: int = MOST_BYTES) -> bytes:
    """The whole file, never more than allowed. Raises UnreadableFile."""
    try:
        with path.open("rb") as stream:
            content = stream.read(most + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableFile("import_file.cannot_open", name=path.name, reason=reason) from error
    if len(content) > most:
        raise UnreadableFile("import_file.too_large", name=path.name, most=most // 2**20)
    return content


def decoded(content: bytes, name: str) -> str:
    """The text of the file, in whichever of the encodings of our offices it is."""
    if content.startswith(_MARKS):
        return content.decode("utf-16", errors="replace")
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile("import_file.encoding", name=name)
