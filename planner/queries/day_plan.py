"""What the day plan of one delegation shows: its days, each with its stops in order."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session

from planner.domain.delegation import Delegation
from planner.domain.errors import NotFound
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.domain.values import Moment
from planner.rules.timetable import in_order
from planner.store.repository import Repository
from planner.store.tables import columns_of


@dataclass(frozen=True)
class StopLine:
    """`host` and `people` are names as they are printed."""

    key: UUID
    stop_kind: StopKind
    status: StopStatus
    starts: Moment
    ends: Moment | None
    title: str
    host: str
    people: tuple[str, ...]
    from_place: str
    place: str
    note: str

    @property
    def name(self) -> str:
        """What it is called in the plan: the host for a visit, else what it says of itself."""
        if self.stop_kind.is_leg and self.from_place:
            return f"{self.from_place} → {self.place}"
        return self.title or self.host or self.place


@dataclass(frozen=True)
class Day:
    """`is_outside` marks a day with stops that the delegation's period does not hold."""

    day: date
    stops: tuple[StopLine, ...]
    is_outside: bool


@dataclass(frozen=True)
class DayPlan:
    key: UUID
    title: str
    starts_on: date
    ends_on: date
    days: tuple[Day, ...]


def day_plan(session: Session, key: UUID) -> DayPlan:
    """Every day of the period, empty ones too. Raises NotFound."""
    connection = session.connection()
    delegation = Repository(connection, Delegation).find(key)
    if delegation is None:
        raise NotFound("not_found", kind=Delegation.kind, key=str(key))
    stops = in_order(Repository(connection, Stop).where(delegation_id=key))
    names = _names(session, stops)
    period = [
        delegation.starts_on + timedelta(days=number) for number in range(delegation.day_count)
    ]
    days = sorted({*period, *(stop.starts.day for stop in stops)})
    return DayPlan(
        key,
        delegation.title,
        delegation.starts_on,
        delegation.ends_on,
        tuple(
            Day(
                day,
                tuple(_line(stop, names) for stop in stops if stop.starts.day == day),
                not delegation.holds(day),
            )
            for day in days
        ),
    )


def _names(session: Session, stops: tuple[Stop, ...]) -> dict[UUID, str]:
    """The names of all hosts and people of these stops, in two questions."""
    people = {key for stop in stops for key in (*stop.people_met_ids, *stop.escort_ids)}
    hosts = {stop.host_id for stop in stops if stop.host_id}
    found: dict[UUID, str] = {}
    for entity, keys in ((Organisation, hosts), (Person, people)):
        columns = columns_of(entity)
        query = select(columns.id, columns.name).where(columns.id.in_(keys))
        found.update((row.id, row.name) for row in session.connection().execute(query))
    return found


def _line(stop: Stop, names: dict[UUID, str]) -> StopLine:
    people = (*stop.people_met_ids, *stop.escort_ids)
    return StopLine(
        key=stop.id,
        stop_kind=stop.stop_kind,
        status=stop.status,
        starts=stop.starts,
        ends=stop.ends,
        title=stop.title,
        host=names.get(stop.host_id, "") if stop.host_id else "",
        people=tuple(names[key] for key in dict.fromkeys(people) if key in names),
        from_place=stop.from_place,
        place=stop.place,
        note=stop.seen or stop.narrative,
    )
