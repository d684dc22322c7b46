"""Pages into content streams, each stretch of content marked for the structure tree."""

from collections.abc import Iterator
from math import cos, radians, sin

from planner.typesetting.brush import Brush
from planner.typesetting.keeping import Meaning, Stretch
from planner.typesetting.pages import (
    Content,
    DrawingMark,
    LineMark,
    LinkArea,
    Mark,
    Node,
    Page,
    PathMark,
    PictureMark,
    RectMark,
    TextMark,
    TurnedMark,
)
from planner.typesetting.pictures import picture_key

_ARTIFACT = "/Artifact BMC"
_PAGINATION = "/Artifact <</Type /Pagination>> BDC"
_BLACK = "#000000"
_ASCENT, _DESCENT = 0.88, 0.12  # of the em box


class PicturesUsed:
    """The pictures of a file, each printed size once, by the name it has in content streams."""

    def __init__(self) -> None:
        self.by_name: dict[str, PictureMark] = {}
        self._names: dict[object, str] = {}

    def name(self, mark: PictureMark) -> str:
        key = (picture_key(mark.picture), round(mark.width), round(mark.height))
        if key not in self._names:
            self._names[key] = f"/Im{len(self._names) + 1}"
            self.by_name[self._names[key]] = mark
        return self._names[key]


class PageInk:
    """Draws one page. What is drawn for an element is added to its kids."""

    def __init__(self, page: Page, brush: Brush, pictures: PicturesUsed) -> None:
        self.pictures: set[str] = set()
        self._page = page
        self._height = page.setup.height
        self._brush = brush
        self._pictures = pictures
        self._code: list[str] = []
        self._mcid = 0
        self._fill = self._stroke = _BLACK
        self._owner: Node | str | None = None  # of the content that is being drawn
        self._is_inside = False  # of a drawing, whose parts are not marked one by one

    def stream(self) -> str:
        """The content stream of the page."""
        for mark in self._page.marks:
            self._mark(mark)
        self._end()
        return "\n".join(self._code)

    @property
    def content_count(self) -> int:
        """How many stretches of content were marked."""
        return self._mcid

    def _mark(self, mark: Mark) -> None:
        match mark:
            case TextMark():
                self._text(mark)
            case PictureMark():
                self._begin(mark.node or _ARTIFACT)
                self._picture(mark)
            case DrawingMark(node=node, marks=marks):
                self._begin(node or _ARTIFACT)
                self._is_inside = True
                for inner in marks:
                    self._mark(inner)
                self._is_inside = False
            case TurnedMark():
                self._turned(mark)
            case _:
                self._begin(_ARTIFACT)
                self._shape(mark)

    # marked content

    def _begin(self, owner: Node | str) -> None:
        """What follows belongs to an element, or is an artifact of the kind given."""
        if self._is_inside or owner is self._owner:
            return
        self._end()
        self._owner = owner
        if isinstance(owner, str):
            self._code.append(owner)
            return
        self._code.append(f"/{owner.tag} <</MCID {self._mcid}>> BDC")
        owner.kids.append(Content(self._page.index, self._mcid))
        self._mcid += 1

    def _end(self) -> None:
        if self._owner is not None:
            self._code.append("EMC")
            self._owner = None

    # text

    def _text(self, mark: TextMark) -> None:
        stretches = self._brush.stretches(mark.lines, mark.leading, mark.node is not None)
        if mark.node is None or (len(stretches) == 1 and _is_plain(stretches[0], mark.node)):
            self._begin(mark.node or (_PAGINATION if mark.is_pagination else _ARTIFACT))
            for stretch in stretches:
                self._show(mark, stretch)
            return
        for stretch in stretches:
            owner = _owner_of(mark.node, stretch.meaning)
            self._begin(owner)
            self._show(mark, stretch)
            if stretch.meaning is not None and stretch.meaning.leads_somewhere:
                owner.kids.extend(self._link_areas(mark, stretch, stretch.meaning))

    def _show(self, mark: TextMark, stretch: Stretch) -> None:
        meaning = stretch.meaning
        self._colour((meaning and meaning.colour) or mark.colour)
        x = mark.x + stretch.x
        y = self._height - mark.baseline(stretch.line) + stretch.rise
        self._code.append(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm\n{stretch.operators}\nET")

    def _link_areas(self, mark: TextMark, stretch: Stretch, meaning: Meaning) -> Iterator[LinkArea]:
        for line, left, right in stretch.extents:
            baseline = mark.baseline(line)
            yield LinkArea(
                self._page.index,
                mark.x + left,
                baseline - _ASCENT * mark.size,
                mark.x + right,
                baseline + _DESCENT * mark.size,
                meaning.key,
                meaning.url,
                meaning.says,
            )

    # pictures and shapes

    def _picture(self, mark: PictureMark) -> None:
        name = self._pictures.name(mark)
        self.pictures.add(name)
        bottom = self._height - mark.top - mark.height
        self._code.append(
            f"q {mark.width:.2f} 0 0 {mark.height:.2f} {mark.left:.2f} {bottom:.2f} cm {name} Do Q"
        )

    def _turned(self, mark: TurnedMark) -> None:
        x = (mark.area.left + mark.area.right) / 2
        y = self._height - (mark.area.top + mark.area.bottom) / 2
        c, s = cos(radians(mark.angle)), sin(radians(mark.angle))
        dx, dy = x - c * x + s * y, y - s * x - c * y
        self._end()
        self._code.append(f"q {c:.5f} {s:.5f} {-s:.5f} {c:.5f} {dx:.3f} {dy:.3f} cm")
        for inner in mark.marks:
            self._mark(inner)
        self._end()
        self._code.append("Q")
        # Q brings back the colours from before
        self._fill = self._stroke = ""

    def _shape(self, mark: Mark) -> None:
        match mark:
            case LineMark():
                self._line(mark)
            case RectMark():
                self._rect(mark)
            case PathMark():
                self._path(mark)

    def _line(self, mark: LineMark) -> None:
        self._stroked(mark.colour)
        top, bottom = self._height - mark.top, self._height - mark.bottom
        path = f"{mark.left:.2f} {top:.2f} m {mark.right:.2f} {bottom:.2f} l S"
        if mark.dots:
            # round caps on dashes without length are dots
            path = f"1 J [0 {mark.dots:.2f}] 0 d {path} [] 0 d 0 J"
        self._code.append(f"{mark.thickness:.2f} w {path}")

    def _rect(self, mark: RectMark) -> None:
        bottom = self._height - mark.top - mark.height
        box = f"{mark.left:.2f} {bottom:.2f} {mark.width:.2f} {mark.height:.2f} re"
        if mark.fill:
            self._filled(mark.fill)
        if mark.stroke:
            self._stroked(mark.stroke)
            self._code.append(f"{mark.thickness:.2f} w")
        painted = {(True, True): "B", (True, False): "f", (False, True): "S"}
        operator = painted.get((bool(mark.fill), bool(mark.stroke)))
        if operator is not None:
            self._code.append(f"{box} {operator}")

    def _path(self, mark: PathMark) -> None:
        self._stroked(mark.colour)
        (x, y), *rest = mark.points
        path = [f"{x:.2f} {self._height - y:.2f} m"]
        path += [f"{x:.2f} {self._height - y:.2f} l" for x, y in rest]
        dash = " ".join(f"{length:g}" for length in mark.dash)
        self._code.append(f"{mark.thickness:.2f} w [{dash}] 0 d {' '.join(path)} S [] 0 d")

    # colour

    def _colour(self, colour: str) -> None:
        """For letters, which may be stroked as well as filled."""
        self._filled(colour)
        self._stroked(colour)

    def _filled(self, colour: str) -> None:
        if colour != self._fill:
            self._fill = colour
            self._code.append(f"{_rgb(colour)} rg")

    def _stroked(self, colour: str) -> None:
        if colour != self._stroke:
            self._stroke = colour
            self._code.append(f"{_rgb(colour)} RG")


def _is_plain(stretch: Stretch, node: Node) -> bool:
    """Whether a stretch says nothing of itself that its element does not say."""
    meaning = stretch.meaning
    return meaning is None or not (
        meaning.leads_somewhere or meaning.language not in ("", node.language)
    )


def _owner_of(node: Node, meaning: Meaning | None) -> Node:
    """The element of a stretch: a link, or a span, so that each is read in its turn."""
    if meaning is not None and meaning.leads_somewhere:
        owner = (node.child("Reference") if meaning.note else node).child("Link")
    else:
        owner = node.child("Span")
    if meaning is not None and meaning.language != node.language:
        owner.language = meaning.language
    return owner


def _rgb(colour: str) -> str:
    values = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return " ".join(f"{value:.3g}" for value in values)
