"""Where the nodes of a thread stand: columns side by side, each node level with its neighbours."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType
from uuid import UUID

from planner.queries.thread_picture import ThreadNode, ThreadPicture
from planner.rules.thread import Column

Measure = Callable[[ThreadNode, float], int]
"""How many lines the words of a node take in a width."""

_SHARES: Mapping[Column, float] = MappingProxyType(
    {
        Column.OBJECTIVE: 156,
        Column.STOP: 200,
        Column.OUTCOME: 200,
        Column.RECOMMENDATION: 158,
        Column.FOLLOW_UP: 178,
    }
)
_MOST_LINES: Mapping[Column, int] = MappingProxyType(
    {
        Column.OBJECTIVE: 3,
        Column.STOP: 1,
        Column.OUTCOME: 1,
        Column.RECOMMENDATION: 3,
        Column.FOLLOW_UP: 2,
    }
)
_BY_NEIGHBOURS = frozenset({Column.OUTCOME, Column.FOLLOW_UP})
_FEW = 8
_MANY = 14


@dataclass(frozen=True)
class Sizes:
    """In pixels of the screen. Columns with many nodes are set closer."""

    line: float
    pad: float
    gap: float
    column_gap: float

    def height(self, lines: int) -> float:
        return lines * self.line + 2 * self.pad

    @property
    def closer(self) -> "Sizes":
        return Sizes(self.line, self.pad * 2 / 3, self.gap / 2, self.column_gap)


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    width: float
    height: float
    lines: int = 1

    @property
    def middle(self) -> float:
        return self.top + self.height / 2

    @property
    def right(self) -> float:
        return self.left + self.width


@dataclass(frozen=True)
class ThreadLayout:
    """`columns` say from where to where each goes; `order` how its nodes follow one another."""

    boxes: Mapping[UUID, Box]
    columns: Mapping[Column, tuple[float, float]]
    order: Mapping[Column, tuple[UUID, ...]]
    height: float


def lay_out(picture: ThreadPicture, width: float, sizes: Sizes, measure: Measure) -> ThreadLayout:
    nodes = _ordered(picture)
    if max(map(len, nodes.values())) > _MANY:
        sizes = sizes.closer
    columns = _columns(width, sizes)
    full = {
        column: _lines(held, columns[column], measure, _MOST_LINES[column])
        for column, held in nodes.items()
    }
    height = max(
        _total(lines if len(lines) <= _FEW else [1] * len(lines), sizes) for lines in full.values()
    )
    fitted = {column: _fitted(lines, height, sizes) for column, lines in full.items()}
    boxes: dict[UUID, Box] = {}
    for column in _from_longest(nodes):
        wanted = [_wanted(node, picture, boxes, height / 2) for node in nodes[column]]
        heights = [sizes.height(lines) for lines in fitted[column]]
        left, right = columns[column]
        tops = settled(wanted, heights, sizes.gap, height)
        for node, top, lines in zip(nodes[column], tops, fitted[column], strict=True):
            boxes[node.key] = Box(left, top, right - left, sizes.height(lines), lines)
    order = {column: tuple(node.key for node in held) for column, held in nodes.items()}
    return ThreadLayout(boxes, columns, order, height)


def settled(
    wanted: Sequence[float], heights: Sequence[float], gap: float, room: float
) -> list[float]:
    """Tops as near as can be to the wanted middles, in order and without overlap."""
    if not wanted:
        return []
    steps = [0.0, *accumulate(height + gap for height in heights[:-1])]
    free = [
        middle - height / 2 - step
        for middle, height, step in zip(wanted, heights, steps, strict=True)
    ]
    most = max(room - steps[-1] - heights[-1], 0)
    pulled = [min(max(place, 0), most) for place in _rising(free)]
    return [place + step for place, step in zip(pulled, steps, strict=True)]


def _rising(values: Sequence[float]) -> list[float]:
    """The nearest row that never falls: neighbours that would fall share their mean."""
    pools: list[tuple[float, int]] = []
    for value in values:
        total, count = value, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before, number = pools.pop()
            total, count = total + before, count + number
        pools.append((total, count))
    return [total / count for total, count in pools for _ in range(count)]


def _ordered(picture: ThreadPicture) -> dict[Column, list[ThreadNode]]:
    """Each column in its own order; outcomes and follow-ups beside what they come from."""
    places: dict[UUID, float] = {}
    found: dict[Column, list[ThreadNode]] = {}
    for column in Column:
        nodes = list(picture.column(column))
        if column in _BY_NEIGHBOURS:
            nodes.sort(key=lambda node: _rank(node, picture, places))
        found[column] = nodes
        for number, node in enumerate(nodes):
            places[node.key] = (number + 0.5) / len(nodes)
    return found


def _rank(node: ThreadNode, picture: ThreadPicture, places: Mapping[UUID, float]) -> float:
    known = [places[key] for key in picture.back.get(node.key, ()) if key in places]
    return sum(known) / len(known) if known else 1.0


def _columns(width: float, sizes: Sizes) -> dict[Column, tuple[float, float]]:
    room = width - sizes.column_gap * (len(Column) - 1)
    whole = sum(_SHARES.values())
    found: dict[Column, tuple[float, float]] = {}
    left = 0.0
    for column in Column:
        right = left + room * _SHARES[column] / whole
        found[column] = (left, right)
        left = right + sizes.column_gap
    return found


def _lines(
    nodes: Sequence[ThreadNode], column: tuple[float, float], measure: Measure, most: int
) -> list[int]:
    left, right = column
    return [1 if node.is_hole else min(measure(node, right - left), most) for node in nodes]


def _fitted(lines: Sequence[int], room: float, sizes: Sizes) -> list[int]:
    """Fewer lines where the column would else be too long."""
    for most in (3, 2):
        tried = [min(each, most) for each in lines]
        if _total(tried, sizes) <= room:
            return tried
    return [1] * len(lines)


def _total(lines: Sequence[int], sizes: Sizes) -> float:
    return sum(map(sizes.height, lines)) + sizes.gap * max(len(lines) - 1, 0)


def _from_longest(nodes: Mapping[Column, Sequence[ThreadNode]]) -> list[Column]:
    columns = list(Column)
    longest = max(range(len(columns)), key=lambda place: len(nodes[columns[place]]))
    return sorted(columns, key=lambda column: abs(columns.index(column) - longest))


def _wanted(
    node: ThreadNode, picture: ThreadPicture, boxes: Mapping[UUID, Box], middle: float
) -> float:
    """Level with what it is linked to, as far as that stands already."""
    around = (*picture.back.get(node.key, ()), *picture.onward.get(node.key, ()))
    known = [boxes[key].middle for key in around if key in boxes]
    return sum(known) / len(known) if known else middle
