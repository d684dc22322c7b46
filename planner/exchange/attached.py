"""The archive within a report: a PDF that carries the delegation it was made from."""

from pathlib import Path

import pikepdf

from planner.domain.errors import UnreadableFile


def archive_within(path: Path, suffix: str) -> bytes:
    """The archive that a PDF carries. Raises UnreadableFile where it carries none."""
    try:
        with pikepdf.open(path) as pdf:
            for name, file in pdf.attachments.items():
                if name.lower().endswith(suffix):
                    return file.get_file().read_bytes()
    except pikepdf.PdfError as error:
        raise UnreadableFile("archive.damaged", name=path.name) from error
    raise UnreadableFile("archive.not_within", name=path.name)


def carries_archive(path: Path, suffix: str) -> bool:
    """Whether a file is a PDF of ours with its records in it; a broken one is left to readers."""
    if path.suffix.lower() != ".pdf":
        return False
    try:
        with pikepdf.open(path) as pdf:
            return any(name.lower().endswith(suffix) for name in pdf.attachments)
    except (pikepdf.PdfError, OSError):
        return False
