"""What is asked of the plan, worked out before it is done: a stop moved, a day elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from planner.domain.changes import EditName
from planner.domain.entity import Entity
from planner.domain.stop import Stop
from planner.domain.values import Moment
from planner.queries.itinerary import Itinerary, PlannedStop
from planner.rules import moves
from planner.ui.itinerary.moving import Move, Stretch
from planner.ui.itinerary.stop_faces import StopWords


@dataclass(frozen=True)
class Proposal:
    """Records that would stand in place of others, under the name of the edit.

    `what` and the times say it in short; `wanted` is when one stop would start, where it is one.
    """

    name: EditName
    records: tuple[Entity, ...]
    what: str
    before: str
    after: str
    stop: UUID | None = None
    wanted: Moment | None = None

    @property
    def is_of_one(self) -> bool:
        return self.stop is not None

    def leaves_period(self, plan: Itinerary) -> bool:
        """Whether a stop would come to stand on a day that the journey does not have."""
        stays = {record.id: record for record in plan.dossier.stops}
        starts_on, ends_on = plan.starts_on, plan.ends_on
        for record in self.records:
            if record.id == plan.key:
                ends_on = getattr(record, "ends_on", ends_on)
        return any(
            not starts_on <= record.starts.day <= ends_on
            for record in self.records
            if isinstance(record, Stop)
            and (record.id not in stays or stays[record.id].starts.day != record.starts.day)
        )


class Proposals:
    """Says what would be done in the words of undo."""

    def __init__(self, says: StopWords) -> None:
        self._says = says

    # One stop

    def move(self, plan: Itinerary, stop: PlannedStop, move: Move) -> Proposal:
        what, starts = self._says.name(stop), move.starts
        records = moves.place_stop(
            plan.dossier, stop.key, starts, move.before, keeps_place=move.keeps_place
        )
        name = EditName("order_stop", {"what": what})
        if starts != stop.starts:
            day, time = self._says.formats.day(starts.day), self._says.formats.time(starts)
            name = EditName("move_stop", {"what": what, "to": f"{day} {time}".rstrip()})
        return self._of_stop(stop, records, name, starts)

    def stretch(self, plan: Itinerary, stop: PlannedStop, stretch: Stretch) -> Proposal:
        records = moves.stretch_stop(plan.dossier, stop.key, stretch.ends)
        to = self._says.formats.time(stop.starts, stretch.ends)
        name = EditName("stretch_stop", {"what": self._says.name(stop), "to": to})
        return self._of_stop(stop, records, name, None)

    def _of_stop(
        self,
        stop: PlannedStop,
        records: tuple[Entity, ...],
        name: EditName,
        wanted: Moment | None,
    ) -> Proposal:
        changed = next(each for each in records if each.id == stop.key)
        assert isinstance(changed, Stop)
        return Proposal(
            name,
            records,
            self._says.name(stop),
            self._says.moment(stop.starts, stop.ends),
            self._says.moment(changed.starts, changed.ends),
            stop.key,
            wanted,
        )

    # Days

    def shift_day(self, plan: Itinerary, day: date, to: date) -> Proposal:
        records = moves.shift_day(plan.dossier, day, (to - day).days)
        return self._of_day("shift_day", records, day, {"to": self._day(to)}, self._day(to))

    def shift_from(self, plan: Itinerary, day: date, days: int) -> Proposal:
        """A day more or less before this one; the journey ends so much later."""
        records = moves.shift_from(plan.dossier, day, days)
        ends_on = getattr(records[0], "ends_on", plan.ends_on)
        code = "shift_days_later" if days > 0 else "shift_days_earlier"
        after = f"{self._day(day)}–{self._day(ends_on)}"
        return self._of_day(code, records, day, {}, after)

    def swap_days(self, plan: Itinerary, day: date, other: date) -> Proposal:
        records = moves.swap_days(plan.dossier, day, other)
        to = self._day(other)
        return self._of_day("swap_days", records, day, {"to": to}, to)

    def shift_clocks(self, plan: Itinerary, day: date, minutes: int) -> Proposal:
        records = moves.shift_clocks(plan.dossier, day, minutes)
        return self._by_minutes("shift_clocks", records, day, minutes)

    def stretch_day(self, plan: Itinerary, day: date, minutes: int) -> Proposal:
        records = moves.stretch_day(plan.dossier, day, minutes)
        return self._by_minutes("stretch_day", records, day, minutes)

    def copy_day(self, plan: Itinerary, day: date, to: date) -> Proposal:
        records = moves.copy_day(plan.dossier, day, to)
        return self._of_day("copy_day", records, day, {"to": self._day(to)}, self._day(to))

    def _by_minutes(
        self, code: str, records: tuple[Entity, ...], day: date, minutes: int
    ) -> Proposal:
        signed = f"{minutes:+d}".replace("-", "−")
        return self._of_day(code, records, day, {"minutes": signed}, self._says.minutes(signed))

    def _of_day(
        self,
        code: str,
        records: tuple[Entity, ...],
        day: date,
        named: Mapping[str, str],
        after: str,
    ) -> Proposal:
        before = self._day(day)
        what = self._says.formats.day_weekday(day)
        return Proposal(EditName(code, {"day": before, **named}), records, what, before, after)

    def _day(self, day: date) -> str:
        return self._says.formats.day(day)
