"""What a change would break, mend and touch, before it is made."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from planner.domain.dossier import Dossier
from planner.domain.entity import Entity
from planner.domain.seminar import Talk
from planner.domain.stop import Stop, StopStatus
from planner.domain.values import Moment
from planner.rules.connections import in_turn
from planner.rules.differences import Affected, Part, affected, stop_spot
from planner.rules.moves import applied, move_stop
from planner.rules.notice import Notice, Severity, Spot, by_severity
from planner.rules.plan import plan_notices
from planner.rules.schedule import clashes
from planner.rules.seminar_times import slots_of_talks, venue_clocks
from planner.rules.timetable import Timetable, minutes_between
from planner.rules.transfers import Allowances, start_place

_UNPROMISED = frozenset({StopStatus.IDEA, StopStatus.DROPPED})
_ON_STAGE = frozenset({Part.SPEAKER, Part.INTERPRETER, Part.CHAIR})
_STEP = 15
_FARTHEST = 8 * 60 // _STEP


@dataclass(frozen=True)
class GapChange:
    """The time between two stops before and after; None where they did not or do not follow."""

    earlier: Spot
    later: Spot
    before: int | None
    after: int | None
    is_way_known: bool


@dataclass(frozen=True)
class Shift:
    """A talk that nobody moved and that comes at another time, or into another room.

    None where its time is not or no longer known; `before` and `after` by the venue's clocks.
    """

    where: Spot
    before: datetime | None
    after: datetime | None
    room: str


@dataclass(frozen=True)
class Ripple:
    changed: tuple[Entity, ...]
    breaks: tuple[Notice, ...]
    mends: tuple[Notice, ...]
    gaps: tuple[GapChange, ...]
    shifts: tuple[Shift, ...]
    to_tell: tuple[Affected, ...]

    @property
    def is_quiet(self) -> bool:
        """Whether it touches nothing but ideas: nobody was promised anything that changes."""
        stops = (each for each in self.changed if isinstance(each, Stop))
        are_ideas = all(stop.status in _UNPROMISED for stop in stops)
        is_on_stage = any(each.part in _ON_STAGE for each in self.to_tell)
        return are_ideas and not (is_on_stage or self.breaks or self.gaps)


def ripple(
    dossier: Dossier, records: Sequence[Entity], allowances: Allowances | None = None
) -> Ripple:
    """What comes of putting these records in place of those that stand."""
    allowances = allowances or Allowances()
    after = applied(dossier, records)
    was, will = _notices(dossier, allowances), _notices(after, allowances)
    return Ripple(
        changed=tuple(each for each in records if dossier.by_id.get(each.id) != each),
        breaks=by_severity(
            notice for mark, notice in will.items() if _is_worse(notice, was.get(mark))
        ),
        mends=by_severity(notice for mark, notice in was.items() if mark not in will),
        gaps=tuple(_gap_changes(Timetable(dossier), Timetable(after))),
        shifts=tuple(_shifts(dossier, after, records)),
        to_tell=affected(dossier, after),
    )


def _notices(dossier: Dossier, allowances: Allowances) -> dict[str, Notice]:
    timetable = Timetable(dossier)
    found = (*clashes(timetable), *plan_notices(timetable, allowances))
    return {notice.fingerprint: notice for notice in found}


def nearest_free(
    dossier: Dossier, key: UUID, wanted: Moment, allowances: Allowances | None = None
) -> Moment | None:
    """The time nearest to the one wanted at which nothing must be mended; none on that day."""
    allowances = allowances or Allowances()
    if wanted.clock is None:
        return None
    around = _days_around(dossier, wanted.day)
    standing = _notices(around, allowances)
    for distance in range(_FARTHEST):
        for minutes in dict.fromkeys((distance * _STEP, -distance * _STEP)):
            at = wanted.later(minutes)
            if at.day != wanted.day:
                continue
            moved = applied(around, move_stop(around, key, at))
            found = _notices(moved, allowances)
            fresh = (found[mark] for mark in found.keys() - standing.keys())
            if not any(notice.severity is Severity.MUST for notice in fresh):
                return at
    return None


def _gap_changes(old: Timetable, new: Timetable) -> Iterator[GapChange]:
    was, will = _gaps(old), _gaps(new)
    for pair in dict.fromkeys((*will, *was)):
        before, after = was.get(pair), will.get(pair)
        if before == after:
            continue
        stops = [(new.by_stop.get(key) or old.by_stop[key]).stop for key in pair]
        places = (stops[0].place_position, start_place(stops[1]))
        yield GapChange(
            stop_spot(new.dossier, stops[0]),
            stop_spot(new.dossier, stops[1]),
            before,
            after,
            None not in places,
        )


def _gaps(timetable: Timetable) -> Mapping[tuple[UUID, UUID], int]:
    return {
        (earlier.stop.id, later.stop.id): minutes_between(earlier.end, later.start)
        for party in timetable.parties
        for slots in party.by_day.values()
        for earlier, later in in_turn(slots)
    }


def _shifts(before: Dossier, after: Dossier, records: Sequence[Entity]) -> Iterator[Shift]:
    moved = {each.id for each in records if _is_moved(before, each)}
    was, will = slots_of_talks(before), slots_of_talks(after)
    for talk in after.talks:
        old, new = was.get(talk.id), will.get(talk.id)
        if talk.id in moved or old == new:
            continue
        yield Shift(
            Spot.of(talk, "starts_at"),
            old and old[0].astimezone(venue_clocks(before, talk)),
            new and new[0].astimezone(venue_clocks(after, talk)),
            new[1] if new else "",
        )


def _is_moved(before: Dossier, record: Entity) -> bool:
    """Whether it was put elsewhere itself, not only numbered anew."""
    was = before.by_id.get(record.id)
    return not isinstance(record, Talk) or (record.session_id, record.starts_at) != (
        (was.session_id, was.starts_at) if was else None
    )


def _is_worse(notice: Notice, before: Notice | None) -> bool:
    return before is None or (notice.minutes or 0) > (before.minutes or 0)


def _days_around(dossier: Dossier, day: date) -> Dossier:
    """Only what can clash with that day, so that many times can be tried."""
    near = timedelta(days=1)
    values = {name: getattr(dossier, name) for name in Dossier.model_fields}
    values["stops"] = tuple(
        stop
        for stop in dossier.stops
        if stop.starts.day - near <= day <= (stop.ends or stop.starts).day + near
    )
    held = {stop.id for stop in values["stops"]}
    seminars = {each.id for each in dossier.seminars if each.stop_id in held}
    for name in ("sessions", "talks"):
        values[name] = tuple(each for each in values[name] if each.seminar_id in seminars)
    return Dossier(**values)
