"""The rows of an itinerary into stops; a day holds until the next is named."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from planner.domain.delegation import Delegation
from planner.domain.errors import InvalidInput, Problem
from planner.domain.stop import StopKind, StopStatus
from planner.domain.values import Moment, PartOfDay
from planner.exchange.booking_places import zone_of
from planner.exchange.bookings import kind_of, line_of, stop_found
from planner.exchange.sheet_cells import Cells
from planner.exchange.sheet_clocks import clocks_of, part_of, timed
from planner.exchange.sheet_grids import Value
from planner.exchange.sheet_hosts import hosts_of
from planner.exchange.sheet_legs import Leg, leg_of
from planner.exchange.staged import Found

_KIND_WORDS: Mapping[str, StopKind] = MappingProxyType(
    {
        "搭機": StopKind.FLIGHT,
        "火車": StopKind.TRAIN,
        "乘車": StopKind.CAR,
        "搭船": StopKind.BOAT,
        "步行": StopKind.WALK,
        "參訪": StopKind.VISIT,
        "研討會": StopKind.SEMINAR,
        "座談": StopKind.MEETING,
        "餐敘": StopKind.MEAL,
        "典禮": StopKind.CEREMONY,
        "住宿": StopKind.LODGING,
        "自由活動": StopKind.FREE,
        "free time": StopKind.FREE,
    }
    | {kind.value: kind for kind in StopKind}
)
_STATUS_WORDS: Mapping[str, StopStatus] = MappingProxyType(
    {
        "構想": StopStatus.IDEA,
        "已洽詢": StopStatus.ASKED,
        "已確認": StopStatus.CONFIRMED,
        "已辦理": StopStatus.HELD,
        "已取消": StopStatus.DROPPED,
    }
    | {status.value: status for status in StopStatus}
)
_NO_LODGING = frozenset({"無", "x", "n/a", "none", "nil", "機上"})


class DayRows:
    """Reads the rows of one table in their order."""

    def __init__(self, cells: Cells, delegation: Delegation, home_zone: str) -> None:
        self._cells = cells
        self._delegation = delegation
        self._home_zone = home_zone
        over = None if cells.means("day") else cells.day_in(cells.above)
        self._day: date | None = over if over and delegation.holds(over) else None

    def read(self) -> Iterator[Found]:
        """The stops of the row in hand. Raises InvalidInput where it is none."""
        cells = self._cells
        if day := cells.day_in(cells.bar):
            self._day = day  # a bar over the table only names the day
            return
        if cells.is_merged:
            yield self._stop(line_of(cells.bar), "", None, "")
            return
        if cells.has("day"):
            self._day = None  # rows below one that cannot be read are not of the day before
            self._day = cells.day("day")
        lodging = cells.text("lodging")
        if cells.has("title", "place", "host", "received_by"):
            yield from self._stops()
        elif not lodging:
            raise InvalidInput("stop", [Problem("title", "sheet.no_what", {})])
        if lodging and lodging.casefold() not in _NO_LODGING:
            yield self._night(lodging)

    def _stops(self) -> Iterator[Found]:
        """One; or one for each line of its cell that begins with a time."""
        cells = self._cells
        items = list(_items(cells.written("title")))
        if items and not cells.has("time", "starts", "ends"):
            for when, title, note in items:
                yield self._stop(title, cells.text("place"), when, note)
            return
        values: dict[str, Any] = {
            field: cells.text(field)
            for field in ("from_place", "service", "booking_reference", "dress")
        }
        status = _STATUS_WORDS.get(cells.text("status").casefold())
        if status is not None:
            values["status"] = status
        hosts = hosts_of(cells.written("host"), cells.written("received_by"), cells.line)
        yield from hosts.found
        values |= {"host_id": hosts.body_id, "people_met_ids": hosts.people}
        title = cells.text("title") or cells.text("host") or cells.text("received_by")
        leg = None if cells.is_ours else leg_of(title, cells.text("transport"))
        if leg is not None:
            values["service"] = values["service"] or leg.service
            values["from_place"] = values["from_place"] or leg.from_place
            values["stop_kind"] = leg.kind
        place = cells.text("place") or (leg.place if leg else "")
        transport = cells.text("transport") if leg is None else ""
        narrative = "\n".join(filter(None, (cells.text("narrative"), transport)))
        yield self._stop(title, place, None, narrative, leg=leg, **values)

    def _stop(
        self,
        title: str,
        place: str,
        when: Value,
        narrative: str,
        *,
        leg: Leg | None = None,
        **values: Any,
    ) -> Found:
        starts, ends = self._span(when, leg)
        told = {
            "title": title,
            "starts": starts,
            "ends": ends,
            "place": place,
            "narrative": narrative,
            "stop_kind": self._kind(title or place),
            **values,
        }
        key = self._cells.key or f"{starts} {title or place}"
        return stop_found(self._delegation, key, self._cells.line, told)

    def _night(self, lodging: str) -> Found:
        starts = Moment(day=self._held_day, part=PartOfDay.EVENING)
        values = {"stop_kind": StopKind.LODGING, "title": lodging, "starts": starts}
        key = f"night {starts.day} {lodging}"
        return stop_found(self._delegation, key, self._cells.line, values)

    @property
    def _held_day(self) -> date:
        if self._day is None:
            raise InvalidInput("stop", [Problem("day", "sheet.day_missing", {})])
        return self._day

    def _kind(self, text: str) -> StopKind:
        written = self._cells.text("stop_kind")
        return _KIND_WORDS.get(written.casefold()) or kind_of(f"{written} {text}")

    def _span(self, when: Value, leg: Leg | None) -> tuple[Moment, Moment | None]:
        """From when to when; `when` is told where the columns of times do not tell it."""
        day, cells = self._held_day, self._cells
        begins, ends = cells.cell("starts"), cells.cell("ends")
        if begins is None and ends is None:
            begins = when if when is not None else cells.cell("time")
        first = clocks_of(begins)
        last = clocks_of(ends) or first[1:]
        start = self._moment(day, first[:1], begins, "zone", leg.from_place if leg else "")
        if not last and ends is None:
            return start, None
        has_end_day = cells.has("end_day")
        last_day = cells.day("end_day") if has_end_day else day
        end = self._moment(last_day, last[:1], ends, "end_zone", leg.place if leg else "")
        if not has_end_day and end.clock and start.clock and end.is_before(start):
            end = end.on(date.fromordinal(day.toordinal() + 1))  # past midnight
        return start, end

    def _moment(
        self, day: date, clocks: list[Any], cell: Value, zone_field: str, airport: str
    ) -> Moment:
        zone = self._cells.text(zone_field) or zone_of(airport, "", self._home_zone)
        if clocks:
            values: dict[str, Any] = {"day": day, "clock": clocks[0], "zone": zone}
        else:
            values = {"day": day, "part": part_of(cell)}
        try:
            return Moment.model_validate(values)
        except ValueError:
            problem = Problem(zone_field, "zone.unknown", {"zone": zone})
            raise InvalidInput("stop", [problem]) from None


def _items(written: str) -> Iterator[tuple[str | None, str, str]]:
    """When, what and what is noted below, of each line that begins with a time."""
    held: tuple[str | None, str, list[str]] | None = None
    lines = [line.strip() for line in written.splitlines() if line.strip()]
    if not any(map(timed, lines)):
        return
    for line in lines:
        found = timed(line)
        if found is None and held is not None:
            held[2].append(line)
            continue
        if held is not None:
            yield held[0], line_of(held[1]), "\n".join(held[2])
        held = (*found, []) if found else (None, line, [])
    if held is not None:
        yield held[0], line_of(held[1]), "\n".join(held[2])
