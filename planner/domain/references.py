"""Typed references between records: which kind an id stands for, and what is part of what."""

from typing import Annotated
from uuid import UUID

from planner.domain.entity import RefersTo

# A record that is part of another goes when that one goes.
OfDelegation = Annotated[UUID, RefersTo("delegation", is_part=True)]
OfOrganisation = Annotated[UUID, RefersTo("organisation", is_part=True)]
OfPerson = Annotated[UUID, RefersTo("person", is_part=True)]
OfSeminar = Annotated[UUID, RefersTo("seminar", is_part=True)]
OfRecommendation = Annotated[UUID, RefersTo("recommendation", is_part=True)]
OfFollowUp = Annotated[UUID, RefersTo("follow_up", is_part=True)]
OfAgreement = Annotated[UUID, RefersTo("agreement", is_part=True)]
ProfileOf = Annotated[UUID | None, RefersTo("organisation", is_part=True)]
PartOfSection = Annotated[UUID | None, RefersTo("section", is_part=True)]

DelegationRef = Annotated[UUID | None, RefersTo("delegation")]
OrganisationRef = Annotated[UUID | None, RefersTo("organisation")]
PersonRef = Annotated[UUID | None, RefersTo("person")]
StopRef = Annotated[UUID | None, RefersTo("stop")]
SessionRef = Annotated[UUID | None, RefersTo("session")]
TalkRef = Annotated[UUID | None, RefersTo("talk")]
RecommendationRef = Annotated[UUID | None, RefersTo("recommendation")]
PromiseRef = Annotated[UUID | None, RefersTo("promise")]
QuestionRef = Annotated[UUID | None, RefersTo("question")]
AgreementRef = Annotated[UUID | None, RefersTo("agreement")]
SectionRef = Annotated[UUID | None, RefersTo("section")]
SourceRef = Annotated[UUID | None, RefersTo("source")]
PhotoRef = Annotated[UUID | None, RefersTo("photo")]

Organisations = Annotated[tuple[UUID, ...], RefersTo("organisation")]
People = Annotated[tuple[UUID, ...], RefersTo("person")]
Members = Annotated[tuple[UUID, ...], RefersTo("member")]
Objectives = Annotated[tuple[UUID, ...], RefersTo("objective")]
Findings = Annotated[tuple[UUID, ...], RefersTo("finding")]
Promises = Annotated[tuple[UUID, ...], RefersTo("promise")]
FollowUps = Annotated[tuple[UUID, ...], RefersTo("follow_up")]
Facts = Annotated[tuple[UUID, ...], RefersTo("fact")]
Sources = Annotated[tuple[UUID, ...], RefersTo("source")]
