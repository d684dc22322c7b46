"""Laid-out pages: marks in their places, and the tree that says what each of them is.

Places are points from the left and top edge of the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from planner.typesetting.breaking import Line
from planner.typesetting.document import PageSetup


class Content(NamedTuple):
    """A stretch of marked content on a page."""

    page: int
    mcid: int


class LinkArea(NamedTuple):
    """A place on a page that leads to a key of this document, or to an address."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    key: str
    url: str
    says: str


class Area(NamedTuple):
    """A rectangle on a page."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True, eq=False)
class Node:
    """An element of the structure tree; drawing adds its contents to `kids`."""

    tag: str
    kids: "list[Node | Content | LinkArea]" = field(default_factory=list)
    alt: str = ""
    language: str = ""
    area: Area | None = None
    attributes: dict[str, str | int] = field(default_factory=dict)

    def child(self, tag: str) -> "Node":
        """A new element at the end of this one."""
        node = Node(tag)
        self.kids.append(node)
        return node


@dataclass(slots=True)
class TextMark:
    """Lines of one paragraph, one `leading` apart; without a node no part of the reading."""

    node: Node | None
    x: float
    top: float
    leading: float
    size: float
    colour: str
    lines: Sequence[Line]
    is_counted: bool = False  # by the line numbers of a draft
    is_pagination: bool = False

    def baseline(self, index: int) -> float:
        """Where a line stands: its em box, 0.88 of it above, in the middle of the leading."""
        return self.top + (index + 0.5) * self.leading + 0.38 * self.size

    def move(self, down: float) -> None:
        self.top += down


@dataclass(slots=True)
class LineMark:
    """A straight stroke: a ruling, a rule, an axis; dots for a leader."""

    left: float
    top: float
    right: float
    bottom: float
    thickness: float = 0.5
    colour: str = "#000000"
    dots: float = 0.0  # from dot to dot; 0 draws it whole

    def move(self, down: float) -> None:
        self.top += down
        self.bottom += down


@dataclass(slots=True)
class RectMark:
    """A box: filled, stroked or both."""

    left: float
    top: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    thickness: float = 0.5

    def move(self, down: float) -> None:
        self.top += down


@dataclass(slots=True)
class PathMark:
    """A broken line through points, as in a line chart."""

    points: list[tuple[float, float]]
    thickness: float
    colour: str
    dash: tuple[float, ...] = ()

    def move(self, down: float) -> None:
        self.points = [(x, y + down) for x, y in self.points]


@dataclass(slots=True)
class PictureMark:
    """A picture in its place; without a node it is decoration."""

    node: Node | None
    left: float
    top: float
    width: float
    height: float
    picture: Path | bytes

    def move(self, down: float) -> None:
        self.top += down
        _move_area(self.node, down)


@dataclass(slots=True)
class DrawingMark:
    """Marks that make one picture together, as a chart does."""

    node: Node | None
    marks: "list[Mark]"

    def move(self, down: float) -> None:
        for mark in self.marks:
            mark.move(down)
        _move_area(self.node, down)


@dataclass(slots=True)
class TurnedMark:
    """Marks turned about the middle of an area, by degrees against the clock."""

    area: Area
    marks: "list[Mark]"
    angle: float = 180.0

    def move(self, down: float) -> None:
        left, top, right, bottom = self.area
        self.area = Area(left, top + down, right, bottom + down)
        for mark in self.marks:
            mark.move(down)


@dataclass(slots=True)
class LateMark:
    """A page number at the right end of a leader, known when all pages are made."""

    node: Node
    key: str
    left: float  # where the leader may begin
    right: float
    top: float
    style: str

    def move(self, down: float) -> None:
        self.top += down


Mark = TextMark | LineMark | RectMark | PathMark | PictureMark | DrawingMark | TurnedMark | LateMark


def _move_area(node: Node | None, down: float) -> None:
    if node is not None and node.area is not None:
        left, top, right, bottom = node.area
        node.area = Area(left, top + down, right, bottom + down)


@dataclass(slots=True)
class Anchor:
    """A place that links and bookmarks lead to."""

    key: str
    top: float

    def move(self, down: float) -> None:
        self.top += down


@dataclass(slots=True, eq=False)
class Page:
    """One page: its setup, its marks in reading order, the anchors on it, its number."""

    index: int
    setup: PageSetup
    count: int = 1
    run: int = 0  # pages of one run are counted together
    marks: list[Mark] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    chapter: str = ""
    label: str = ""

    @property
    def measure(self) -> float:
        """The width of the type area."""
        margins = self.setup.margins
        return self.setup.width - margins.left - margins.right


@dataclass(frozen=True)
class Bookmark:
    """An entry of the outline beside the pages."""

    level: int
    title: str
    key: str


@dataclass(frozen=True)
class Layout:
    """A document on its pages."""

    pages: tuple[Page, ...]
    root: Node
    bookmarks: tuple[Bookmark, ...]
