"""What the picture of the thread shows: nodes column by column, what links them, the holes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID, uuid5

from planner.domain.dossier import Dossier
from planner.domain.follow_up import FollowUp, FollowUpState
from planner.domain.outcome import Recommendation
from planner.domain.stop import Stop, StopKind
from planner.rules.follow_through import standing
from planner.rules.notice import Notice
from planner.rules.thread import Column, Hole, Node, Thread, thread, thread_notices

_ITSELF = "thread.follow_up_without_owner"  # the node is there, but lacks something


@dataclass(frozen=True)
class ThreadNode:
    """A record on the thread, or a hole: what should stand there and does not.

    A hole has a `rule` and the `remedy` that fills it; `record` and `kind` are then those of the
    record beside it. `key` is its own in either case.
    """

    key: UUID
    column: Column
    kind: str
    record: UUID
    name: str
    rule: str = ""
    remedy: str = ""
    number: int | None = None
    day: date | None = None
    state: FollowUpState | None = None
    days_waiting: int = 0

    @property
    def is_hole(self) -> bool:
        return bool(self.rule)


@dataclass(frozen=True)
class ThreadLink:
    """`is_broken` where it leads to a hole or comes from one."""

    start: UUID
    end: UUID
    is_broken: bool = False


@dataclass(frozen=True)
class ThreadPicture:
    nodes: tuple[ThreadNode, ...] = ()
    links: tuple[ThreadLink, ...] = ()

    @cached_property
    def by_key(self) -> Mapping[UUID, ThreadNode]:
        return {node.key: node for node in self.nodes}

    @cached_property
    def onward(self) -> Mapping[UUID, tuple[UUID, ...]]:
        return _neighbours((link.start, link.end) for link in self.links)

    @cached_property
    def back(self) -> Mapping[UUID, tuple[UUID, ...]]:
        return _neighbours((link.end, link.start) for link in self.links)

    @property
    def holes(self) -> tuple[ThreadNode, ...]:
        return tuple(node for node in self.nodes if node.is_hole)

    def column(self, column: Column) -> tuple[ThreadNode, ...]:
        return tuple(node for node in self.nodes if node.column is column)

    def along(self, key: UUID) -> frozenset[UUID]:
        """Everything before and after a node on its own strand."""
        return frozenset(_reached(key, self.onward) | _reached(key, self.back))

    def only_holes(self) -> "ThreadPicture":
        """The holes with the strands they interrupt."""
        shown = frozenset[UUID]().union(*(self.along(hole.key) for hole in self.holes))
        return ThreadPicture(
            tuple(node for node in self.nodes if node.key in shown),
            tuple(link for link in self.links if link.start in shown and link.end in shown),
        )


def thread_picture(dossier: Dossier, today: date) -> ThreadPicture:
    """Before the journey nothing can have been found yet, so nothing of it is missed."""
    drawn = thread(dossier)
    is_reported = today > dossier.delegation.ends_on or bool(dossier.sections)
    missed = {
        (notice.rule, notice.where.key): notice
        for notice in thread_notices(dossier, is_reported=is_reported)
    }
    holes = [hole for hole in drawn.holes if (hole.rule, hole.beside.key) in missed]
    lacking = {
        hole.beside.key: missed[hole.rule, hole.beside.key]
        for hole in holes
        if hole.rule == _ITSELF
    }
    beside = [hole for hole in holes if hole.rule != _ITSELF]
    names = _short_names(dossier, drawn)
    nodes = [
        *_nodes(dossier, drawn, names, lacking, today),
        *(_hole(each, names, missed) for each in beside),
    ]
    links = [ThreadLink(link.start, link.end, link.end in lacking) for link in drawn.links]
    links += [_to_hole(hole) for hole in beside]
    return ThreadPicture(tuple(nodes), tuple(links))


def _nodes(
    dossier: Dossier,
    drawn: Thread,
    names: Mapping[UUID, str],
    lacking: Mapping[UUID, Notice],
    today: date,
) -> Iterable[ThreadNode]:
    progress = defaultdict(list)
    for entry in dossier.progress:
        progress[entry.follow_up_id].append(entry)
    for node in drawn.nodes:
        record = dossier.by_id[node.key]
        notice = lacking.get(node.key)
        waited = 0
        if isinstance(record, FollowUp):
            ends_on = dossier.delegation.ends_on
            waited = standing(record, progress[record.id], today, ends_on).days_waiting
        yield ThreadNode(
            node.key,
            node.column,
            node.kind,
            node.key,
            names.get(node.key, node.name),
            rule=notice.rule if notice else "",
            remedy=notice.remedy if notice else "",
            number=_number(record, node),
            day=record.starts.day if isinstance(record, Stop) else None,
            state=record.state if isinstance(record, FollowUp) else None,
            days_waiting=waited,
        )


def _number(record: object, node: Node) -> int | None:
    is_numbered = node.column is Column.OBJECTIVE or isinstance(record, Recommendation)
    return getattr(record, "number", None) if is_numbered else None


def _short_names(dossier: Dossier, drawn: Thread) -> dict[UUID, str]:
    """A visit goes by its host, where that one is visited only once."""
    stops = [dossier.by_id[node.key] for node in drawn.column(Column.STOP)]
    visits = Counter(stop.host_id for stop in stops)
    hosts = {
        stop.id: dossier.organisation(stop.host_id)
        for stop in stops
        if stop.stop_kind is StopKind.VISIT and visits[stop.host_id] == 1
    }
    return {key: host.name for key, host in hosts.items() if host}


def _hole(
    hole: Hole, names: Mapping[UUID, str], missed: Mapping[tuple[str, UUID], Notice]
) -> ThreadNode:
    beside = hole.beside
    return ThreadNode(
        _key_of(hole),
        hole.column,
        beside.kind,
        beside.key,
        names.get(beside.key, beside.name),
        rule=hole.rule,
        remedy=missed[hole.rule, beside.key].remedy,
    )


def _to_hole(hole: Hole) -> ThreadLink:
    columns = list(Column)
    start, end = hole.beside.key, _key_of(hole)
    if columns.index(hole.column) < columns.index(hole.beside.column):
        start, end = end, start
    return ThreadLink(start, end, is_broken=True)


def _key_of(hole: Hole) -> UUID:
    """The same for the same hole, so that it stays chosen."""
    return uuid5(hole.beside.key, hole.rule)


def _neighbours(pairs: Iterable[tuple[UUID, UUID]]) -> Mapping[UUID, tuple[UUID, ...]]:
    found: defaultdict[UUID, list[UUID]] = defaultdict(list)
    for start, end in pairs:
        found[start].append(end)
    return {key: tuple(keys) for key, keys in found.items()}


def _reached(key: UUID, neighbours: Mapping[UUID, tuple[UUID, ...]]) -> set[UUID]:
    found, waiting = {key}, [key]
    while waiting:
        fresh = [each for each in neighbours.get(waiting.pop(), ()) if each not in found]
        found.update(fresh)
        waiting.extend(fresh)
    return found
