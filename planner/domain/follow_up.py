"""FollowUp, its progress entries and proof: what was promised to be done, by whom, till when."""

from enum import StrEnum
from typing import ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.domain.dates import Day
from planner.domain.entity import Entity, Fields, Line, Prose, Title
from planner.domain.references import (
    AgreementRef,
    FollowUps,
    OfDelegation,
    OfFollowUp,
    OrganisationRef,
    PersonRef,
    PromiseRef,
    QuestionRef,
    RecommendationRef,
)
from planner.domain.values import Attachment


class FollowUpState(StrEnum):
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    TO_CONFIRM = "to_confirm"
    CLOSED = "closed"


class FollowUpFields(Fields):
    """The owner is a person, a unit, or an outside body that has no account (`owner_name`).

    `clock` is the key of the profile's clock that it ticks off, where it does.
    """

    delegation_id: OfDelegation
    text: Title
    recommendation_id: RecommendationRef = None
    promise_id: PromiseRef = None
    question_id: QuestionRef = None
    agreement_id: AgreementRef = None
    clock: Line = ""
    owner_person_id: PersonRef = None
    owner_body_id: OrganisationRef = None
    owner_name: Line = ""
    opened_on: Day | None = None
    due_on: Day | None = None
    review_every_months: int | None = Field(default=None, ge=1, le=60)
    is_priority: bool = False
    state: FollowUpState = FollowUpState.NOT_STARTED
    waiting_for: Line = ""
    depends_on_ids: FollowUps = ()
    done: Prose = ""
    confirmed_by: Line = ""
    closed_on: Day | None = None

    @model_validator(mode="after")
    def _closed_says_what_was_done(self) -> Self:
        if self.state is not FollowUpState.CLOSED:
            return self
        if not self.done:
            raise PydanticCustomError("follow_up.needs_done", "closed, but what was done?")
        if self.closed_on is None:
            raise PydanticCustomError("follow_up.needs_closing_day", "closed, but when?")
        if self.is_priority and not self.confirmed_by:
            raise PydanticCustomError("follow_up.needs_second_person", "closed by one person only")
        return self

    @property
    def has_owner(self) -> bool:
        return bool(self.owner_person_id or self.owner_body_id or self.owner_name)


class FollowUp(FollowUpFields, Entity):
    kind: ClassVar[str] = "follow_up"


class ProgressFields(Fields):
    follow_up_id: OfFollowUp
    on: Day
    text: Prose
    by: Line = ""


class Progress(ProgressFields, Entity):
    kind: ClassVar[str] = "progress"


class ProofFields(Fields):
    """What shows that it was done: a file or a link."""

    follow_up_id: OfFollowUp
    title: Title
    link: Line = ""
    file: Attachment | None = None
    added_on: Day | None = None

    @model_validator(mode="after")
    def _is_a_file_or_a_link(self) -> Self:
        if not self.link and self.file is None:
            raise PydanticCustomError("proof.empty", "neither a file nor a link")
        return self


class Proof(ProofFields, Entity):
    kind: ClassVar[str] = "proof"
