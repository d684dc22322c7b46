"""Agreement: what was signed, between whom, until when, and what was done under it."""

from enum import StrEnum
from typing import ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.domain.dates import Day
from planner.domain.entity import Entity, Fields, Line, Prose, Title
from planner.domain.references import DelegationRef, OfAgreement, Organisations, People, StopRef


class AgreementKind(StrEnum):
    MEMORANDUM = "memorandum"
    LETTER_OF_INTENT = "letter_of_intent"
    EXCHANGE = "exchange"
    COOPERATION = "cooperation"
    OTHER = "other"


class AgreementFields(Fields):
    agreement_kind: AgreementKind
    title: Title
    delegation_id: DelegationRef = None
    party_ids: Organisations = ()
    level: Line = ""
    signatory_ids: People = ()
    signed_on: Day | None = None
    effective_on: Day | None = None
    expires_on: Day | None = None
    notice_days: int | None = Field(default=None, ge=0, le=3660)
    filed_with: Line = ""
    filing_number: Line = ""
    filed_on: Day | None = None
    note: Prose = ""

    @model_validator(mode="after")
    def _expires_after_effect(self) -> Self:
        start = self.effective_on or self.signed_on
        if start and self.expires_on and self.expires_on < start:
            raise PydanticCustomError(
                "agreement.expires_before_effect",
                "expires on {expires_on}, before {start}",
                {"start": start, "expires_on": self.expires_on},
            )
        return self


class Agreement(AgreementFields, Entity):
    kind: ClassVar[str] = "agreement"


class ActivityFields(Fields):
    """Something done under an agreement."""

    agreement_id: OfAgreement
    on: Day
    text: Title
    delegation_id: DelegationRef = None
    stop_id: StopRef = None


class Activity(ActivityFields, Entity):
    kind: ClassVar[str] = "activity"
