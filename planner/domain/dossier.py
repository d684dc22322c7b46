"""Dossier: a delegation with all that is under it, as one snapshot."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any
from uuid import UUID

from planner.domain.agreement import Activity, Agreement
from planner.domain.briefing import Fact, FactChart, Relation, Source
from planner.domain.delegation import Delegation, Member, Objective, WorkShare
from planner.domain.entity import Entity, Value
from planner.domain.follow_up import FollowUp, Progress, Proof
from planner.domain.gift import Gift
from planner.domain.inbound_visit import InboundVisit
from planner.domain.judgement import Acceptance, MatterChoice
from planner.domain.manuscript import Section
from planner.domain.organisation import Organisation, OrganisationRelation
from planner.domain.outcome import Decision, Finding, Promise, Question, Recommendation
from planner.domain.person import Person, Post
from planner.domain.photo import CameraClock, Photo
from planner.domain.programme_version import ProgrammeVersion
from planner.domain.review import Comment, ReportVersion
from planner.domain.seminar import Seminar, Session, Talk
from planner.domain.stop import Stop


class Dossier(Value):
    """Everything that papers, checks and the archive need to know about one delegation.

    Rows stand in the order people expect: stops by day and position, members by precedence,
    talks by number, photos by position. `by_id` finds any record of it.
    """

    delegation: Delegation
    objectives: tuple[Objective, ...] = ()
    work_shares: tuple[WorkShare, ...] = ()
    members: tuple[Member, ...] = ()
    stops: tuple[Stop, ...] = ()
    seminars: tuple[Seminar, ...] = ()
    sessions: tuple[Session, ...] = ()
    talks: tuple[Talk, ...] = ()
    findings: tuple[Finding, ...] = ()
    questions: tuple[Question, ...] = ()
    promises: tuple[Promise, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    decisions: tuple[Decision, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    progress: tuple[Progress, ...] = ()
    proofs: tuple[Proof, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    activities: tuple[Activity, ...] = ()
    gifts: tuple[Gift, ...] = ()
    photos: tuple[Photo, ...] = ()
    camera_clocks: tuple[CameraClock, ...] = ()
    sections: tuple[Section, ...] = ()
    comments: tuple[Comment, ...] = ()
    report_versions: tuple[ReportVersion, ...] = ()
    programme_versions: tuple[ProgrammeVersion, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    matter_choices: tuple[MatterChoice, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    organisation_relations: tuple[OrganisationRelation, ...] = ()
    people: tuple[Person, ...] = ()
    posts: tuple[Post, ...] = ()
    inbound_visits: tuple[InboundVisit, ...] = ()
    sources: tuple[Source, ...] = ()
    facts: tuple[Fact, ...] = ()
    fact_charts: tuple[FactChart, ...] = ()
    relations: tuple[Relation, ...] = ()

    def records(self) -> Iterator[Entity]:
        """Every record in it, the delegation first."""
        yield self.delegation
        for name in type(self).model_fields:
            held = getattr(self, name)
            if isinstance(held, tuple):
                yield from held

    @cached_property
    def accepted(self) -> Mapping[str, str]:
        """The reasons of notices that stand, by their fingerprints."""
        return {each.notice: each.reason for each in self.acceptances}

    @cached_property
    def by_id(self) -> Mapping[UUID, Any]:
        return {record.id: record for record in self.records()}

    def organisation(self, key: UUID | None) -> Organisation | None:
        found = None if key is None else self.by_id.get(key)
        return found if isinstance(found, Organisation) else None

    def person(self, key: UUID | None) -> Person | None:
        found = None if key is None else self.by_id.get(key)
        return found if isinstance(found, Person) else None

    def stop(self, key: UUID | None) -> Stop | None:
        found = None if key is None else self.by_id.get(key)
        return found if isinstance(found, Stop) else None


def field_of(entity: type[Entity]) -> str:
    """The name of the dossier's field that holds records of a kind."""
    return _FIELDS[entity.kind]


_FIELDS: dict[str, str] = {
    info.annotation.__args__[0].kind: name  # type: ignore[union-attr]
    for name, info in Dossier.model_fields.items()
    if name != "delegation"
} | {Delegation.kind: "delegation"}
