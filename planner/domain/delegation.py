"""Delegation, Objective, WorkShare, Member: who goes, why, and who does what."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from planner.domain.dates import Day
from planner.domain.entity import Entity, Fields, Line, Position, Prose, Title
from planner.domain.references import (
    OfDelegation,
    OrganisationRef,
    Organisations,
    PersonRef,
    Sources,
)
from planner.domain.values import CountryCode


class Category(StrEnum):
    """出國類別 of the central rules (annexes of 2018-06-20)."""

    STUDY_TOUR = "考察"
    FURTHER_STUDY = "進修"
    RESEARCH = "研究"
    INTERNSHIP = "實習"
    INSPECTION = "視察"
    VISIT = "訪問"
    CONFERENCE = "開會"
    NEGOTIATION = "談判"
    OTHER = "其他"


class DelegationState(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"
    TRAVELLING = "travelling"
    REPORTING = "reporting"
    FILED = "filed"
    CANCELLED = "cancelled"


SystemNumber = Annotated[str, StringConstraints(pattern=r"^(C\d{8}|C\d{3}A[A-Z]\d{3})?$")]
"""`C` + ROC year + five digits (central) or `C` + year + `A` + letter + three digits (local)."""


class DelegationFields(Fields):
    title: Title
    title_latin: Line = ""
    origin: Prose = ""
    category: Category = Category.STUDY_TOUR
    profile: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+$")] = "tw_central"
    lead_body_id: OrganisationRef = None
    taking_part_ids: Organisations = ()
    countries: tuple[CountryCode, ...] = ()
    regions: tuple[Title, ...] = ()
    cities: tuple[Title, ...] = ()
    starts_on: Day
    ends_on: Day
    state: DelegationState = DelegationState.DRAFT
    system_number: SystemNumber = ""
    reported_on: Day | None = None
    budget_note: Prose = ""
    keywords: tuple[Title, ...] = ()
    subject_class: Line = ""
    briefing_source_ids: Sources = ()

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.ends_on < self.starts_on:
            raise PydanticCustomError(
                "delegation.ends_before_start",
                "ends on {ends_on}, before it starts on {starts_on}",
                {"starts_on": self.starts_on, "ends_on": self.ends_on},
            )
        return self

    @property
    def day_count(self) -> int:
        return (self.ends_on - self.starts_on).days + 1

    def holds(self, day: date) -> bool:
        """Whether the day is one of the delegation's."""
        return self.starts_on <= day <= self.ends_on


class Delegation(DelegationFields, Entity):
    kind: ClassVar[str] = "delegation"


class ObjectiveFields(Fields):
    delegation_id: OfDelegation
    number: int = Field(ge=1, le=999)
    title: Title
    text: Prose = ""


class Objective(ObjectiveFields, Entity):
    kind: ClassVar[str] = "objective"


class WorkShareFields(Fields):
    """One line of the division of work."""

    delegation_id: OfDelegation
    position: Position = 0
    body_id: OrganisationRef = None
    task: Prose
    due_on: Day | None = None
    done_on: Day | None = None


class WorkShare(WorkShareFields, Entity):
    kind: ClassVar[str] = "work_share"


class Role(StrEnum):
    LEADER = "leader"
    DEPUTY = "deputy"
    SECRETARY = "secretary"
    MEMBER = "member"
    SPEAKER = "speaker"
    INTERPRETER = "interpreter"
    OBSERVER = "observer"


class MemberFields(Fields):
    """A person's part in one delegation, with the post held at that time."""

    delegation_id: OfDelegation
    person_id: PersonRef = None
    role: Role = Role.MEMBER
    post_title: Line = ""
    body_id: OrganisationRef = None
    unit: Line = ""
    grade: Line = ""
    precedence: Position = 0
    is_contact: bool = False
    passport_name: Line = ""
    passport_expires_on: Day | None = None
    visa: Line = ""
    visa_expires_on: Day | None = None
    diet: Line = ""
    insurance: Line = ""


class Member(MemberFields, Entity):
    kind: ClassVar[str] = "member"
