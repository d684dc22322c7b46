"""The contract of a paper: what it is made from, and the function that makes it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from planner.domain.dossier import Dossier
from planner.domain.photo import Photo
from planner.domain.profile import Names, ReportProfile
from planner.rules.disclosure import public_edition
from planner.typesetting.document import Document
from planner.words import Words

API_VERSION = 1

Picture = Callable[[str], Path | bytes]
"""Gives the picture of a content hash."""
Retouched = Callable[[Photo], Path | bytes]
"""Gives a photo as it is to be seen."""


class Edition(StrEnum):
    """Who the paper is for: the public one leaves restricted matter out."""

    INTERNAL = "internal"
    PUBLIC = "public"


@dataclass(frozen=True)
class Commission:
    """What a paper is made from. `member_id` narrows it to one traveller where it can be.

    `earlier` are delegations to the same hosts or of the same people, the latest first;
    `report_pages` is the length of the visit report, for a paper that `tells_report_pages`;
    `reported` the first and last day of the time a table of follow-ups tells of.
    """

    dossier: Dossier
    profile: ReportProfile
    words: Words
    picture: Picture
    edition: Edition = Edition.INTERNAL
    member_id: UUID | None = None
    watermark: str = ""
    earlier: tuple[Dossier, ...] = ()
    report_pages: int | None = None
    reported: tuple[date, date] | None = None
    retouched: Retouched | None = None

    def picture_of(self, photo: Photo) -> Path | bytes:
        """Retouched where something makes it so; else the kept file."""
        return self.retouched(photo) if self.retouched else self.picture(photo.content)


@dataclass(frozen=True)
class Template:
    """One kind of paper. `compose` is pure: the same commission gives the same document."""

    key: str
    title: Names
    compose: Callable[[Commission], Document]
    api_version: int = API_VERSION
    is_for_one_member: bool = False
    tells_report_pages: bool = False

    def document(self, commission: Commission) -> Document:
        """The paper in the edition asked for."""
        if commission.edition is Edition.PUBLIC:
            commission = replace(
                commission,
                dossier=public_edition(commission.dossier).dossier,
                earlier=tuple(public_edition(each).dossier for each in commission.earlier),
            )
        return self.compose(commission)
