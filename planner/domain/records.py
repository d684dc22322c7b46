"""Every kind of record, in an order in which each comes after those it refers to."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from uuid import UUID

from planner.domain.agreement import Activity, Agreement
from planner.domain.briefing import Fact, FactChart, Relation, Source
from planner.domain.delegation import Delegation, Member, Objective, WorkShare
from planner.domain.entity import Entity, RefersTo
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
from planner.domain.values import Attachment

RECORDS: tuple[type[Entity], ...] = (
    Organisation,
    OrganisationRelation,
    Person,
    Post,
    InboundVisit,
    Source,
    Fact,
    Relation,
    Delegation,
    Objective,
    WorkShare,
    FactChart,
    Member,
    Stop,
    Seminar,
    Session,
    Talk,
    Finding,
    Question,
    Promise,
    Recommendation,
    Decision,
    Agreement,
    Activity,
    FollowUp,
    Progress,
    Proof,
    Gift,
    Photo,
    CameraClock,
    Section,
    Comment,
    ReportVersion,
    ProgrammeVersion,
    Acceptance,
    MatterChoice,
)

BY_KIND: Mapping[str, type[Entity]] = MappingProxyType({entity.kind: entity for entity in RECORDS})


@cache
def references(entity: type[Entity]) -> Mapping[str, RefersTo]:
    """The fields of a kind that hold ids of other records, and of which kind those are."""
    return MappingProxyType(
        {
            name: mark
            for name, info in entity.model_fields.items()
            for mark in info.metadata
            if isinstance(mark, RefersTo)
        }
    )


@cache
def parts(kind: str) -> tuple[tuple[type[Entity], str], ...]:
    """The kinds whose records belong to one of this kind, each with the field that says so."""
    return tuple(
        (entity, name)
        for entity in RECORDS
        for name, mark in references(entity).items()
        if mark.is_part and mark.kind == kind
    )


def is_under_a_delegation(entity: type[Entity]) -> bool:
    """Whether records of a kind belong to one journey, so that others may forget them."""
    owners = [mark.kind for mark in references(entity).values() if mark.is_part]
    return entity is Delegation or any(
        kind in ("delegation", "seminar", "recommendation", "follow_up", "section")
        for kind in owners
    )


def referred(record: Entity) -> Iterator[tuple[str, UUID]]:
    """The kind and id of every record this one points at."""
    for name, mark in references(type(record)).items():
        value = getattr(record, name)
        for key in value if isinstance(value, tuple) else () if value is None else (value,):
            yield mark.kind, key


def files_of(record: Entity) -> Iterator[str]:
    """The hashes of the files that a record names."""
    if isinstance(record, Photo):
        yield record.content
    for _, value in record:
        for held in value if isinstance(value, tuple) else (value,):
            if isinstance(held, Attachment):
                yield held.content
