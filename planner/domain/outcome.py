"""What came of the visit: findings, questions, promises, recommendations and decisions."""

from enum import StrEnum
from typing import ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.domain.dates import Day
from planner.domain.entity import Entity, Fields, Line, Prose, Title
from planner.domain.references import (
    Findings,
    Objectives,
    OfDelegation,
    OfRecommendation,
    OrganisationRef,
    Organisations,
    People,
    PersonRef,
    Promises,
    StopRef,
    TalkRef,
)
from planner.domain.values import Disclosure, Side


class FindingFields(Fields):
    """What was seen or said, and where."""

    delegation_id: OfDelegation
    number: int = Field(default=1, ge=1, le=9999)
    title: Title
    text: Prose = ""
    stop_id: StopRef = None
    talk_id: TalkRef = None
    said_by_id: PersonRef = None
    objective_ids: Objectives = ()
    disclosure: Disclosure = Disclosure.PUBLIC


class Finding(FindingFields, Entity):
    kind: ClassVar[str] = "finding"


class QuestionFields(Fields):
    """A question put during a visit or after a talk, with its answer where there was one."""

    delegation_id: OfDelegation
    stop_id: StopRef = None
    talk_id: TalkRef = None
    text: Prose
    asked_by_id: PersonRef = None
    answer: Prose = ""
    answered_by_id: PersonRef = None


class Question(QuestionFields, Entity):
    kind: ClassVar[str] = "question"


class PromiseFields(Fields):
    """Who promised what to whom."""

    delegation_id: OfDelegation
    text: Prose
    stop_id: StopRef = None
    talk_id: TalkRef = None
    side: Side = Side.HOST
    is_mutual: bool = False
    by_person_ids: People = ()
    by_body_ids: Organisations = ()
    to_person_ids: People = ()
    to_body_ids: Organisations = ()
    objective_ids: Objectives = ()
    due_on: Day | None = None
    disclosure: Disclosure = Disclosure.PUBLIC


class Promise(PromiseFields, Entity):
    kind: ClassVar[str] = "promise"


class Horizon(StrEnum):
    AT_ONCE = "at_once"
    MEDIUM_TERM = "medium_term"
    LONG_TERM = "long_term"


class RecommendationFields(Fields):
    delegation_id: OfDelegation
    number: int = Field(ge=1, le=999)
    title: Title
    text: Prose = ""
    finding_ids: Findings = ()
    promise_ids: Promises = ()
    addressee_id: OrganisationRef = None
    horizon: Horizon | None = None
    disclosure: Disclosure = Disclosure.PUBLIC


class Recommendation(RecommendationFields, Entity):
    kind: ClassVar[str] = "recommendation"


class Verdict(StrEnum):
    ADOPTED = "adopted"
    PARTLY_ADOPTED = "partly_adopted"
    UNDER_STUDY = "under_study"
    NOT_ADOPTED = "not_adopted"
    ON_FILE = "on_file"


class DecisionFields(Fields):
    """One entry of a recommendation's dated history; the last one stands."""

    recommendation_id: OfRecommendation
    decided_on: Day
    verdict: Verdict
    reason: Prose = ""
    decided_by: Line = ""

    @model_validator(mode="after")
    def _refusal_has_a_reason(self) -> Self:
        if self.verdict is Verdict.NOT_ADOPTED and not self.reason:
            raise PydanticCustomError("decision.needs_reason", "not adopted, but no reason")
        return self


class Decision(DecisionFields, Entity):
    kind: ClassVar[str] = "decision"
