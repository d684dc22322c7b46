"""The review of a report: comments on it, the versions that were sent, and why one came back."""

from enum import StrEnum
from typing import Annotated, ClassVar, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from planner.domain.dates import Day
from planner.domain.entity import Entity, Fields, Line, Prose, Value
from planner.domain.references import OfDelegation, SectionRef


class CommentFields(Fields):
    """`quoted` are the words it is about, as they stood then."""

    delegation_id: OfDelegation
    section_id: SectionRef = None
    quoted: Line = ""
    text: Annotated[Prose, StringConstraints(min_length=1)]
    written_on: Day
    written_by: Line = ""
    settled_on: Day | None = None
    settled_by: Line = ""


class Comment(CommentFields, Entity):
    kind: ClassVar[str] = "comment"


class ReturnReason(StrEnum):
    """Why a report is returned for correction, as the review form lists it."""

    OFF_PLAN = "off_plan"
    FOREIGN_TEXT_ONLY = "foreign_text_only"
    HOLLOW = "hollow"
    COPIED = "copied"
    SOURCE_NOT_NAMED = "source_not_named"
    WRONG_FILE_FORMAT = "wrong_file_format"
    OTHER = "other"


class KeptSection(Value):
    """A section as it stood when its version was sent."""

    section: UUID
    heading: Line = ""
    text: Prose = ""


class ReportVersionFields(Fields):
    """A version of the text as it was sent; with reasons where it was returned for correction."""

    delegation_id: OfDelegation
    number: int = Field(ge=1, le=9999)
    sent_on: Day
    sent_to: Line = ""
    sent_by: Line = ""
    sections: tuple[KeptSection, ...] = ()
    is_final: bool = False
    returned_on: Day | None = None
    return_reasons: tuple[ReturnReason, ...] = ()
    return_note: Prose = ""

    @model_validator(mode="after")
    def _return_has_a_reason(self) -> Self:
        if self.returned_on is not None and not (self.return_reasons or self.return_note):
            raise PydanticCustomError("version.needs_reason", "returned, but no reason")
        return self


class ReportVersion(ReportVersionFields, Entity):
    kind: ClassVar[str] = "report_version"
