"""Papers that are kept with a record: read whole from a file, put into the store."""

from dataclasses import dataclass
from mimetypes import guess_type
from pathlib import Path

from planner.domain.errors import PlannerError
from planner.domain.values import Attachment
from planner.store.unit_of_work import UnitOfWork

MOST_MEGABYTES = 128  # as much as an archive carries
_MEGABYTE = 2**20


class UnreadablePaper(PlannerError):
    """A file that was to be kept with a record cannot be read."""


@dataclass(frozen=True)
class Paper:
    """A file as it was read."""

    name: str
    content: bytes


def paper_at(path: Path) -> Paper:
    """Raises UnreadablePaper."""
    try:
        size = path.stat().st_size
        if size > MOST_MEGABYTES * _MEGABYTE:
            raise UnreadablePaper(
                "attachment.too_large",
                path=path.name,
                size=size // _MEGABYTE,
                most=MOST_MEGABYTES,
            )
        return Paper(path.name, path.read_bytes())
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadablePaper("attachment.cannot_read", path=str(path), reason=reason) from error


def attached(work: UnitOfWork, paper: Paper) -> Attachment:
    """How a record names the paper, whose content is in the store from now on."""
    return Attachment(
        name=paper.name,
        content=work.files.put(paper.content),
        media_type=guess_type(paper.name)[0] or "",
    )
