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
