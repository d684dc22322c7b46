"""The thread from objective to follow-up as a graph, and the holes in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from planner.domain.dossier import Dossier
from planner.domain.entity import Entity
from planner.domain.outcome import Finding, Promise, Recommendation
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.rules.notice import Notice, Severity, Spot, name_of
from planner.rules.timetable import in_order, stop_name


class Column(StrEnum):
    OBJECTIVE = "objective"
    STOP = "stop"
    OUTCOME = "outcome"
    RECOMMENDATION = "recommendation"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True)
class Node:
    column: Column
    kind: str
    key: UUID
    name: str


@dataclass(frozen=True)
class Link:
    start: UUID
    end: UUID


@dataclass(frozen=True)
class Hole:
    """What should stand in a column beside a node and does not; `rule` says which lack it is."""

    rule: str
    column: Column
    beside: Node


@dataclass(frozen=True)
class Thread:
    """Nodes column by column in the order people expect, what links them, what is missing."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    holes: tuple[Hole, ...]

    def column(self, column: Column) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.column is column)

    def along(self, key: UUID) -> frozenset[UUID]:
        """Everything before and after a node on its own strand."""
        onward, back = self._neighbours
        return frozenset(_reached(key, onward) | _reached(key, back))

    @property
    def _neighbours(self) -> tuple[Mapping[UUID, list[UUID]], Mapping[UUID, list[UUID]]]:
        onward: defaultdict[UUID, list[UUID]] = defaultdict(list)
        back: defaultdict[UUID, list[UUID]] = defaultdict(list)
        for link in self.links:
            onward[link.start].append(link.end)
            back[link.end].append(link.start)
        return onward, back


_SHOWN = frozenset({StopKind.VISIT, StopKind.SEMINAR, StopKind.MEETING})

_GRAVITY = {
    "thread.objective_without_stop": (Severity.SHOULD, "link_stop"),
    "thread.objective_without_finding": (Severity.SHOULD, "add_finding"),
    "thread.stop_without_finding": (Severity.HINT, "add_finding"),
    "thread.recommendation_without_grounds": (Severity.SHOULD, "link_finding"),
    "thread.recommendation_without_follow_up": (Severity.HINT, "add_follow_up"),
    "thread.promise_without_follow_up": (Severity.HINT, "add_follow_up"),
    "thread.follow_up_without_owner": (Severity.SHOULD, "set_owner"),
}

_BEFORE_TRAVEL = frozenset({"thread.objective_without_stop", "thread.follow_up_without_owner"})


def thread(dossier: Dossier) -> Thread:
    stops = in_order(
        stop
        for stop in dossier.stops
        if stop.stop_kind in _SHOWN and stop.status is not StopStatus.DROPPED
    )
    nodes = (
        *_nodes(Column.OBJECTIVE, dossier.objectives),
        *(Node(Column.STOP, stop.kind, stop.id, stop_name(dossier, stop)) for stop in stops),
        *_nodes(Column.OUTCOME, (*dossier.findings, *dossier.promises)),
        *_nodes(Column.RECOMMENDATION, dossier.recommendations),
        *_nodes(Column.FOLLOW_UP, dossier.follow_ups),
    )
    known = {node.key: node for node in nodes}
    pairs = dict.fromkeys(_pairs(dossier, stops))
    links = tuple(Link(a, b) for a, b in pairs if a in known and b in known)
    return Thread(nodes, links, tuple(_holes(dossier, stops, known, links)))


def thread_notices(dossier: Dossier, *, is_reported: bool) -> Iterator[Notice]:
    """One notice a hole; before the journey nothing can have been found yet."""
    for hole in thread(dossier).holes:
        if not is_reported and hole.rule not in _BEFORE_TRAVEL:
            continue
        severity, remedy = _GRAVITY[hole.rule]
        node = hole.beside
        yield Notice(
            hole.rule, severity, Spot(node.kind, node.key, node.name), {"name": node.name}, remedy
        )


def stop_of_outcome(dossier: Dossier) -> Mapping[UUID, UUID]:
    """At which stop each finding and promise arose; that of its seminar for one from a talk."""
    stop_of_seminar = {seminar.id: seminar.stop_id for seminar in dossier.seminars}
    stop_of_talk = {talk.id: stop_of_seminar.get(talk.seminar_id) for talk in dossier.talks}
    found: dict[UUID, UUID] = {}
    outcomes: tuple[Finding | Promise, ...] = (*dossier.findings, *dossier.promises)
    for outcome in outcomes:
        stop_id = outcome.stop_id
        if stop_id is None and outcome.talk_id is not None:
            stop_id = stop_of_talk.get(outcome.talk_id)
        if stop_id is not None:
            found[outcome.id] = stop_id
    return found


def _nodes(column: Column, records: Iterable[Entity]) -> Iterator[Node]:
    for record in records:
        yield Node(column, record.kind, record.id, name_of(record))


def _pairs(dossier: Dossier, stops: Iterable[Stop]) -> Iterator[tuple[UUID, UUID]]:
    for stop in stops:
        for objective_id in stop.objective_ids:
            yield objective_id, stop.id
    for outcome_id, stop_id in stop_of_outcome(dossier).items():
        yield stop_id, outcome_id
    for recommendation in dossier.recommendations:
        for ground_id in (*recommendation.finding_ids, *recommendation.promise_ids):
            yield ground_id, recommendation.id
    for follow_up in dossier.follow_ups:
        for origin in (follow_up.recommendation_id, follow_up.promise_id):
            if origin is not None:
                yield origin, follow_up.id


def _holes(
    dossier: Dossier,
    stops: Iterable[Stop],
    known: Mapping[UUID, Node],
    links: Iterable[Link],
) -> Iterator[Hole]:
    starts = {link.start for link in links}
    ends = {link.end for link in links}
    served = {key for stop in stops for key in stop.objective_ids}
    answered = _answered(dossier, stops)

    def hole(rule: str, column: Column, record: Entity) -> Hole:
        return Hole(f"thread.{rule}", column, known[record.id])

    for objective in dossier.objectives:
        if objective.id not in served:
            yield hole("objective_without_stop", Column.STOP, objective)
        if objective.id not in answered:
            yield hole("objective_without_finding", Column.OUTCOME, objective)
    for stop in stops:
        if stop.id not in starts:
            yield hole("stop_without_finding", Column.OUTCOME, stop)
    for recommendation in dossier.recommendations:
        if recommendation.id not in ends:
            yield hole("recommendation_without_grounds", Column.OUTCOME, recommendation)
        if recommendation.id not in starts:
            yield hole("recommendation_without_follow_up", Column.FOLLOW_UP, recommendation)
    for promise in dossier.promises:
        if promise.id not in starts:
            yield hole("promise_without_follow_up", Column.FOLLOW_UP, promise)
    for follow_up in dossier.follow_ups:
        if not follow_up.has_owner:
            yield hole("follow_up_without_owner", Column.FOLLOW_UP, follow_up)


def objectives_behind(dossier: Dossier, recommendation: Recommendation) -> set[UUID]:
    """The objectives that its grounds answer."""
    grounds = {*recommendation.finding_ids, *recommendation.promise_ids}
    outcomes: tuple[Finding | Promise, ...] = (*dossier.findings, *dossier.promises)
    return _answered_by(dossier, dossier.stops, (each for each in outcomes if each.id in grounds))


def _answered(dossier: Dossier, stops: Iterable[Stop]) -> set[UUID]:
    return _answered_by(dossier, stops, (*dossier.findings, *dossier.promises))


def _answered_by(
    dossier: Dossier, stops: Iterable[Stop], outcomes: Iterable[Finding | Promise]
) -> set[UUID]:
    """Objectives that an outcome names, or that the stop serves where the outcome names none."""
    serves = {stop.id: stop.objective_ids for stop in stops}
    stop_of = stop_of_outcome(dossier)
    return {
        key
        for outcome in outcomes
        for key in outcome.objective_ids or serves.get(stop_of.get(outcome.id, outcome.id), ())
    }


def _reached(key: UUID, neighbours: Mapping[UUID, list[UUID]]) -> set[UUID]:
    found, waiting = {key}, [key]
    while waiting:
        fresh = [each for each in neighbours.get(waiting.pop(), ()) if each not in found]
        found.update(fresh)
        waiting.extend(fresh)
    return found
