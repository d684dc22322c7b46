"""Where the stops of a day stand along the time axis; what has no clock time gets none."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import time
from enum import Enum
from itertools import pairwise
from types import MappingProxyType
from uuid import UUID

from planner.domain.stop import StopKind
from planner.domain.values import PartOfDay
from planner.queries.itinerary import PlannedStop

QUARTER = 15
_DAY = 24 * 60
_PARTS = MappingProxyType(
    {
        PartOfDay.MORNING: (8, 12),
        PartOfDay.AFTERNOON: (12, 18),
        PartOfDay.EVENING: (18, 22),
    }
)
_SAME_START = 24  # nearer than this at their top, two blocks stand side by side
_NO_WHISKER = 10


@dataclass(frozen=True)
class Axis:
    """Minutes of the day as lengths; it begins at a whole hour."""

    hour: float
    first_hour: int

    @property
    def length(self) -> int:
        return self.at(_DAY)

    def at(self, minutes: int) -> int:
        return round((minutes - self.first_hour * 60) * self.hour / 60)

    def of(self, clock: time) -> int:
        return self.at(clock.hour * 60 + clock.minute)

    def clock_at(self, y: float) -> time:
        """The quarter nearest to a place on the axis."""
        minutes = self.first_hour * 60 + y * 60 / self.hour
        quarter = round(minutes / QUARTER) * QUARTER
        quarter = min(max(quarter, 0), _DAY - QUARTER)
        return time(quarter // 60, quarter % 60)

    def part_at(self, y: float) -> PartOfDay:
        for part, (_, until) in _PARTS.items():
            if y < self.at(until * 60):
                return part
        return PartOfDay.EVENING

    def part(self, part: PartOfDay) -> tuple[int, int]:
        begin, until = _PARTS[part]
        return self.at(begin * 60), self.at(until * 60)


class Known(Enum):
    """What is known of a stop's time."""

    CLOCK = "clock"
    PART = "part"
    FIRST = "first"  # only the day, and nothing stands before it
    ORDER = "order"  # only that it follows another


@dataclass(frozen=True)
class Block:
    """`lane` of `lanes` stand side by side; `inset` ones overlap like cards.

    `whisker` is how far below it may be. `is_open` means that no end is known, `is_continued`
    that it began the day before.
    """

    key: UUID
    known: Known
    top: int
    height: int
    lane: int = 0
    lanes: int = 1
    inset: int = 0
    whisker: int = 0
    is_open: bool = False
    is_continued: bool = False

    @property
    def bottom(self) -> int:
        return self.top + self.height


Measure = Callable[[PlannedStop], int]


def blocks(
    stops: Sequence[PlannedStop],
    axis: Axis,
    measure: Measure,
    *,
    gap: int,
    least: int,
    continued: Iterable[PlannedStop] = (),
) -> list[Block]:
    """Timed stops where the clock says, the others in turn below what goes before them.

    `measure` tells how high a stop must be for its words, `least` how high any is. `continued`
    began the day before and last into this one.
    """
    shown = [stop for stop in stops if stop.stop_kind is not StopKind.LODGING]
    fixed = {stop.key: _timed(stop, axis, measure, least) for stop in shown if stop.starts.clock}
    rests = [_rest(stop, axis, least) for stop in continued if stop.ends and stop.ends.clock]
    taken = [*rests, *fixed.values()]
    flowing: list[Block] = []
    cursor = max(axis.at(_PARTS[PartOfDay.MORNING][0] * 60), 0)
    for stop in shown:
        if stop.key in fixed:
            cursor = max(cursor, fixed[stop.key].bottom + gap)
            continue
        part = stop.starts.part
        if part is not None:
            cursor = max(cursor, axis.part(part)[0])
        height = measure(stop)
        top = _free(cursor, height, taken, gap)
        known = Known.PART if part else Known.ORDER if stop is not shown[0] else Known.FIRST
        flowing.append(Block(stop.key, known, top, height))
        cursor = top + height + gap
    parts = {stop.key: stop.starts.part for stop in shown}
    whiskered = [_whiskered(block, parts[block.key], axis, [*taken, *flowing]) for block in flowing]
    return [*rests, *_side_by_side(fixed.values()), *whiskered]


def _timed(stop: PlannedStop, axis: Axis, measure: Measure, least: int) -> Block:
    assert stop.starts.clock is not None
    top = axis.of(stop.starts.clock)
    if stop.ends is None or stop.ends.clock is None:
        return Block(stop.key, Known.CLOCK, top, max(measure(stop), least), is_open=True)
    ends = axis.length if stop.ends.day > stop.starts.day else axis.of(stop.ends.clock)
    return Block(stop.key, Known.CLOCK, top, max(ends - top, least))


def _rest(stop: PlannedStop, axis: Axis, least: int) -> Block:
    assert stop.ends is not None
    assert stop.ends.clock is not None
    height = max(axis.of(stop.ends.clock), least)
    return Block(stop.key, Known.CLOCK, 0, height, is_continued=True)


def _free(cursor: int, height: int, taken: Iterable[Block], gap: int) -> int:
    """The first place from the cursor on where nothing with a clock time stands."""
    for block in sorted(taken, key=lambda block: block.top):
        if block.bottom + gap > cursor and block.top < cursor + height + gap:
            cursor = block.bottom + gap
    return cursor


def _whiskered(block: Block, part: PartOfDay | None, axis: Axis, others: list[Block]) -> Block:
    """It may be at any time until its part ends, or what follows it begins."""
    until = axis.part(part or PartOfDay.EVENING)[1]
    below = [other.top for other in others if other.top >= block.bottom]
    length = min([until, *below]) - block.bottom
    return replace(block, whisker=length if length > _NO_WHISKER else 0)


def _side_by_side(timed: Iterable[Block]) -> list[Block]:
    """Blocks that overlap: like cards where their tops can be read, else each in a lane."""
    placed: list[Block] = []
    cluster: list[Block] = []
    for block in sorted(timed, key=lambda block: (block.top, -block.height)):
        if cluster and block.top >= max(other.bottom for other in cluster):
            placed += _spread(cluster)
            cluster = []
        cluster.append(block)
    return placed + _spread(cluster)


def _spread(cluster: list[Block]) -> list[Block]:
    lanes: list[Block] = []
    numbers: list[int] = []
    for block in cluster:
        number = next((n for n, last in enumerate(lanes) if last.bottom <= block.top), len(lanes))
        lanes[number : number + 1] = [block]
        numbers.append(number)
    tops = sorted(block.top for block in cluster)
    too_near = any(below - above < _SAME_START for above, below in pairwise(tops))
    if too_near:
        return [
            replace(block, lane=number, lanes=len(lanes))
            for block, number in zip(cluster, numbers, strict=True)
        ]
    return [replace(block, inset=number) for block, number in zip(cluster, numbers, strict=True)]
