"""What is asked of the plan, worked out before it is done: a stop moved, a day elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from planner.domain.changes import EditName
from planner.domain.entity import Entity
from planner.domain.stop import Stop
from planner.domain.values import Moment
from planner.queries.itinerary import Itinerary, PlannedStop
from planner.rules import moves
from planner.ui.itinerary.moving import Move, Stretch
from planner.ui.itinerary.stop_faces import StopWords
from planner.ui.ripple.proposal import Proposal


class DayDeed(Enum):
    """What can be done with a whole day."""

    MOVE = "move"
    MOVE_REST = "move_rest"  # with all days after it
    SWAP = "swap"
    COPY = "copy"
    CLOCKS = "clocks"
    STRETCH = "stretch"


@dataclass(frozen=True)
class DayWish:
    """A deed on a day: `to` another one, or by an `amount` of days or minutes."""

    deed: DayDeed
    day: date
    to: date | None = None
    amount: int = 0


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

    def of_day(self, plan: Itinerary, wish: DayWish) -> Proposal:
        dossier, day, to, amount = plan.dossier, wish.day, wish.to or wish.day, wish.amount
        match wish.deed:
            case DayDeed.MOVE:
                records = moves.shift_day(dossier, day, (to - day).days)
                return self._to_day("shift_day", records, day, to)
            case DayDeed.SWAP:
                return self._to_day("swap_days", moves.swap_days(dossier, day, to), day, to)
            case DayDeed.COPY:
                return self._to_day("copy_day", moves.copy_day(dossier, day, to), day, to)
            case DayDeed.CLOCKS:
                records = moves.shift_clocks(dossier, day, amount)
                return self._by_minutes("shift_clocks", records, day, amount)
            case DayDeed.STRETCH:
                records = moves.stretch_day(dossier, day, amount)
                return self._by_minutes("stretch_day", records, day, amount)
            case DayDeed.MOVE_REST:
                return self._rest(plan, day, amount)

    def _rest(self, plan: Itinerary, day: date, days: int) -> Proposal:
        """A day and all after it; the journey ends so much later."""
        records = moves.shift_from(plan.dossier, day, days)
        code = "shift_days_later" if days > 0 else "shift_days_earlier"
        ends_on = plan.ends_on + timedelta(days=days)
        before, after = (
            self._span(day, plan.ends_on),
            self._span(day + timedelta(days=days), ends_on),
        )
        what = self._says.formats.day_weekday(day)
        return Proposal(EditName(code, {"day": self._day(day)}), records, what, before, after)

    def _span(self, first: date, last: date) -> str:
        return f"{self._day(first)}–{self._day(last)}"

    def _to_day(self, code: str, records: tuple[Entity, ...], day: date, to: date) -> Proposal:
        return self._of_day(code, records, day, {"to": self._day(to)}, self._day(to))

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
