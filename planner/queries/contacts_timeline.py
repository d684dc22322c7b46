"""Everything that ever happened with a person or an organisation, from all delegations."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.engine import Connection
from sqlmodel import Session

from planner.domain.agreement import Agreement
from planner.domain.delegation import Delegation, Member
from planner.domain.entity import Entity
from planner.domain.follow_up import FollowUp
from planner.domain.gift import Gift
from planner.domain.organisation import Organisation
from planner.domain.outcome import Finding, Promise, Question, Recommendation
from planner.domain.person import Person
from planner.domain.photo import Photo
from planner.domain.records import references
from planner.domain.seminar import Seminar, Talk
from planner.domain.stop import Stop, StopStatus
from planner.queries.names import named
from planner.store.repository import Repository
from planner.store.tables import columns_of, link_table, many_valued

EntityT = TypeVar("EntityT", bound=Entity)
Nameable = type[Organisation] | type[Person]


@dataclass(frozen=True)
class Happening:
    """One thing on its day. `names` are those it was with, `count` how many of a kind."""

    key: UUID
    on: date | None
    record: Entity
    delegation_id: UUID | None = None
    delegation: str = ""
    names: tuple[str, ...] = ()
    count: int = 1

    @property
    def kind(self) -> str:
        return self.record.kind


def happenings(session: Session, entity: Nameable, key: UUID) -> list[Happening]:
    """Latest first; before them what is still to be done, though nobody said until when."""
    found = list(_Past(session, entity, key).told())
    return sorted(found, key=_newest, reverse=True)


def _newest(each: Happening) -> date:
    if each.on is not None:
        return each.on
    return date.max if isinstance(each.record, FollowUp) else date.min


class _Past:
    """Records around one person or body: those that name it, then those that hang on these."""

    def __init__(self, session: Session, entity: Nameable, key: UUID) -> None:
        self._session = session
        self._connection: Connection = session.connection()
        self._entity, self._key = entity, key

    def told(self) -> Iterator[Happening]:
        for stop in self._stops:
            if stop.status is not StopStatus.DROPPED:
                met = (*stop.people_met_ids, *stop.escort_ids)
                bodies = [stop.host_id] if stop.host_id else []
                names = self._names(Organisation, bodies) + self._names(Person, met)
                yield self._happened(stop, stop.starts.day, names)
        for talk in self._talks:
            speakers = self._names(Person, talk.speaker_ids)
            yield self._happened(talk, self._day_of_talk(talk), speakers)
        for member in self._naming(Member):
            yield self._happened(member, self._delegations[member.delegation_id].starts_on)
        yield from self._outcomes()
        yield from self._exchanged()

    def _outcomes(self) -> Iterator[Happening]:
        for finding in self._findings:
            grounded = [each.title for each in self._recommended if finding.id in each.finding_ids]
            yield self._happened(finding, self._day_at(finding), grounded)
        for question in self._naming(Question):
            yield self._happened(question, self._day_at(question))
        for promise in self._promises:
            names = self._names(Organisation, promise.by_body_ids)
            names += self._names(Person, promise.by_person_ids)
            yield self._happened(promise, self._day_at(promise), names)
        for follow_up in self._follow_ups:
            day = follow_up.closed_on or follow_up.due_on or follow_up.opened_on
            yield self._happened(follow_up, day, self._owner(follow_up))

    def _exchanged(self) -> Iterator[Happening]:
        for agreement in self._naming(Agreement):
            day = agreement.signed_on or agreement.effective_on
            yield self._happened(agreement, day, self._names(Organisation, agreement.party_ids))
        for gift in self._naming(Gift):
            stop = self._at.get(gift.stop_id) if gift.stop_id else None
            delegation = self._delegations[gift.delegation_id]
            yield self._happened(gift, gift.on or (stop.starts.day if stop else delegation.ends_on))
        by_stop: defaultdict[UUID | None, list[Photo]] = defaultdict(list)
        for photo in self._photos:
            by_stop[photo.stop_id].append(photo)
        for taken in by_stop.values():
            yield self._happened(taken[0], self._day_at(taken[0]), count=len(taken))

    # Records

    @cached_property
    def _stops(self) -> list[Stop]:
        return self._naming(Stop)

    @cached_property
    def _seminars(self) -> dict[UUID, Seminar]:
        at = self._having(Seminar, "stop_id", [stop.id for stop in self._stops])
        return {each.id: each for each in (*self._naming(Seminar), *at)}

    @cached_property
    def _talks(self) -> list[Talk]:
        """Of a person those given; of a body those at its seminars."""
        if self._entity is Person:
            return self._naming(Talk)
        return self._having(Talk, "seminar_id", list(self._seminars))

    @cached_property
    def _findings(self) -> list[Finding]:
        if self._entity is Person:
            return self._naming(Finding)
        return self._having(Finding, "stop_id", [stop.id for stop in self._stops])

    @cached_property
    def _promises(self) -> list[Promise]:
        return self._naming(Promise)

    @cached_property
    def _recommended(self) -> list[Recommendation]:
        """What was seen or promised there led to these."""
        found: set[UUID] = set()
        for kind, grounds in ((Finding, self._findings), (Promise, self._promises)):
            links = link_table(kind.kind).c
            query = select(links.owner_id).where(
                links.target_id.in_([each.id for each in grounds]),
                links.owner_kind == Recommendation.kind,
            )
            found.update(self._connection.execute(query).scalars())
        return self._having(Recommendation, "id", list(found))

    @cached_property
    def _follow_ups(self) -> list[FollowUp]:
        """Theirs, and those of what they promised or showed."""
        promised = self._having(FollowUp, "promise_id", [each.id for each in self._promises])
        led_to = self._having(
            FollowUp, "recommendation_id", [each.id for each in self._recommended]
        )
        told = (*self._naming(FollowUp), *promised, *led_to)
        return list({each.id: each for each in told}.values())

    @cached_property
    def _photos(self) -> list[Photo]:
        if self._entity is Person:
            return self._naming(Photo)
        return self._having(Photo, "stop_id", [stop.id for stop in self._stops])

    @cached_property
    def _at(self) -> dict[UUID, Stop]:
        """The stops that anything here speaks of."""
        known = {stop.id: stop for stop in self._stops}
        told: Iterable[Any] = (
            *self._promises,
            *self._findings,
            *self._naming(Question),
            *self._photos,
            *self._naming(Gift),
            *self._seminars_of_talks.values(),
        )
        missing = {each.stop_id for each in told if each.stop_id} - set(known)
        return known | {stop.id: stop for stop in self._having(Stop, "id", list(missing))}

    @cached_property
    def _seminars_of_talks(self) -> dict[UUID, Seminar]:
        keys = {talk.seminar_id for talk in self._talks} - set(self._seminars)
        found = {each.id: each for each in self._having(Seminar, "id", list(keys))}
        return self._seminars | found

    @cached_property
    def _delegations(self) -> dict[UUID, Delegation]:
        told: Iterable[Any] = (
            *self._stops,
            *self._naming(Member),
            *self._findings,
            *self._naming(Question),
            *self._promises,
            *self._follow_ups,
            *self._naming(Gift),
            *self._naming(Agreement),
            *self._photos,
            *self._seminars_of_talks.values(),
        )
        keys = {each.delegation_id for each in told if each.delegation_id}
        return {each.id: each for each in self._having(Delegation, "id", list(keys))}

    def _naming(self, entity: type[EntityT]) -> list[EntityT]:
        """Records of a kind of which any field holds the id in hand."""
        keys: set[UUID] = set()
        for name, mark in references(entity).items():
            if mark.kind == self._entity.kind:
                keys.update(self._connection.execute(self._asking(entity, name)).scalars())
        return self._having(entity, "id", list(keys))

    def _asking(self, entity: type[Entity], name: str) -> Any:
        if name not in many_valued(entity):
            columns = columns_of(entity)
            return select(columns.id).where(columns[name] == self._key)
        links = link_table(self._entity.kind).c
        return select(links.owner_id).where(
            links.target_id == self._key, links.owner_kind == entity.kind, links.field == name
        )

    def _having(self, entity: type[EntityT], field: str, keys: Sequence[UUID]) -> list[EntityT]:
        if not keys:
            return []
        return list(Repository(self._connection, entity).where(**{field: keys}))

    # What is told of them

    def _happened(
        self, record: Any, on: date | None, names: Iterable[str] = (), count: int = 1
    ) -> Happening:
        delegation_id = getattr(record, "delegation_id", None)
        if isinstance(record, Talk):
            delegation_id = self._seminars_of_talks[record.seminar_id].delegation_id
        delegation = self._delegations.get(delegation_id) if delegation_id else None
        title = delegation.title if delegation else ""
        told = tuple(dict.fromkeys(names))
        return Happening(record.id, on, record, delegation_id, title, told, count)

    def _day_of_talk(self, talk: Talk) -> date:
        seminar = self._seminars_of_talks[talk.seminar_id]
        if talk.starts_at is not None:
            return talk.starts_at.at.date()
        stop = self._at.get(seminar.stop_id) if seminar.stop_id else None
        return stop.starts.day if stop else self._delegations[seminar.delegation_id].starts_on

    def _day_at(self, record: Finding | Promise | Question | Photo) -> date:
        stop = self._at.get(record.stop_id) if record.stop_id else None
        return stop.starts.day if stop else self._delegations[record.delegation_id].ends_on

    def _names(self, entity: Nameable, keys: Iterable[UUID]) -> list[str]:
        """Of everyone but the one in hand."""
        others = [key for key in keys if key != self._key]
        return [line.name for line in named(self._session, entity, others)] if others else []

    def _owner(self, follow_up: FollowUp) -> list[str]:
        owners: Mapping[Nameable, UUID | None] = {
            Person: follow_up.owner_person_id,
            Organisation: follow_up.owner_body_id,
        }
        lines = [line for kind, key in owners.items() if key for line in self._all(kind, key)]
        return lines or ([follow_up.owner_name] if follow_up.owner_name else [])

    def _all(self, entity: Nameable, key: UUID) -> list[str]:
        return [line.name for line in named(self._session, entity, [key])]
