"""Section: the written part of a report, chapter by chapter, with live references in its text."""

from enum import StrEnum
from typing import ClassVar

from planner.domain.dates import Day
from planner.domain.entity import Entity, Fields, Line, Position, Prose, Title, Value
from planner.domain.references import OfDelegation, OrganisationRef, PartOfSection
from planner.domain.values import Disclosure


class ChapterMeaning(StrEnum):
    """What a chapter is for, whatever its writer calls it."""

    SUMMARY = "summary"
    AIM = "aim"
    HOSTS = "hosts"
    PROCEEDINGS = "proceedings"
    FINDINGS = "findings"
    RECOMMENDATIONS = "recommendations"
    ANNEX = "annex"
    OTHER = "other"


class Drafted(Value):
    """A passage that came from the records: of what it tells, and how it was worded then.

    It is told by its wording alone: once the writer has changed it, it is the writer's own.
    """

    key: Title
    text: Prose


class SectionFields(Fields):
    """A chapter (`parent_id` is None) or a part of one.

    A part with a `host_id` describes that organisation, one with a `day` tells of that day.
    `text` is the manuscript markup that `planner.domain.markup` reads.
    """

    delegation_id: OfDelegation
    parent_id: PartOfSection = None
    meaning: ChapterMeaning = ChapterMeaning.OTHER
    position: Position = 0
    heading: Line = ""
    text: Prose = ""
    day: Day | None = None
    host_id: OrganisationRef = None
    disclosure: Disclosure = Disclosure.PUBLIC
    drafted: tuple[Drafted, ...] = ()


class Section(SectionFields, Entity):
    kind: ClassVar[str] = "section"
