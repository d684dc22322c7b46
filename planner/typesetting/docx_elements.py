"""Elements of a Word file, their properties in the order that Word insists on."""

from collections.abc import Iterable, Iterator
from itertools import count

from planner.typesetting.elements import Content, Element, Vocabulary

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
make = Vocabulary(NAMESPACES)


def _places(names: str) -> dict[str, int]:
    return {make.name(f"w:{name}"): place for place, name in enumerate(names.split())}


_PARAGRAPH_PLACES = _places(
    "pStyle keepNext keepLines pageBreakBefore widowControl numPr suppressLineNumbers pBdr shd "
    "tabs suppressAutoHyphens kinsoku overflowPunct autoSpaceDE autoSpaceDN snapToGrid spacing "
    "ind contextualSpacing jc textAlignment outlineLvl rPr sectPr"
)
_RUN_PLACES = _places(
    "rStyle rFonts b bCs i iCs noProof webHidden color spacing kern sz szCs vertAlign lang"
)
_PARAGRAPH = make.name("w:p")
_HAIR = 20  # twentieths of a point: what parts two tables


def twips(points: float) -> int:
    """Points in twentieths, as Word measures."""
    return round(points * 20)


def run(text: str, *properties: Content) -> Element:
    """Characters set alike."""
    return make("w:r", _run_properties(properties), make("w:t", text, xml_space="preserve"))


def run_of(content: Element, *properties: Content) -> Element:
    """A mark that is no character."""
    return make("w:r", _run_properties(properties), content)


def paragraph(style: str, content: Iterable[Content] = (), *properties: Content) -> Element:
    """A paragraph in a style, with what departs from it."""
    found = [make("w:pStyle", w_val=style), *properties]
    return make("w:p", paragraph_properties(found), *content)


def paragraph_properties(properties: Iterable[Content]) -> Element:
    """Properties put in order."""
    return _ordered("w:pPr", properties, _PARAGRAPH_PLACES)


def run_properties(properties: Iterable[Content]) -> Element:
    """Properties put in order."""
    return _ordered("w:rPr", properties, _RUN_PLACES)


def field(
    instruction: str, result: Iterable[Element], *, inner: Iterable[Element] = ()
) -> list[Element]:
    """What Word reckons anew when asked, and what it shows until then.

    An `inner` field is reckoned first and is the last word of the instruction.
    """
    code = make("w:instrText", f" {instruction} ", xml_space="preserve")
    return [
        run_of(make("w:fldChar", w_fldCharType="begin")),
        run_of(code),
        *inner,
        run_of(make("w:fldChar", w_fldCharType="separate")),
        *result,
        run_of(make("w:fldChar", w_fldCharType="end")),
    ]


def blank(height: float) -> Element:
    """Empty height."""
    line = max(twips(height), _HAIR)
    return make(
        "w:p",
        paragraph_properties(
            [
                make("w:suppressLineNumbers"),
                make("w:spacing", w_before=0, w_after=0, w_line=line, w_lineRule="exact"),
                run_properties([make("w:sz", w_val=2)]),
            ]
        ),
    )


def set_property(element: Element, given: Element) -> None:
    """Give a paragraph a property in place of the one it may have."""
    properties = element[0]
    for other in properties.findall(given.tag):
        properties.remove(other)
    properties.append(given)
    properties[:] = sorted(properties, key=lambda part: _PARAGRAPH_PLACES[part.tag])


def paragraphs(elements: Iterable[Element]) -> Iterator[Element]:
    """All paragraphs in elements, at every depth."""
    for element in elements:
        yield from element.iter(_PARAGRAPH)


def keep_with_next(elements: Iterable[Element]) -> None:
    """What follows begins on the page where these end."""
    for element in paragraphs(elements):
        set_property(element, make("w:keepNext"))


class Bookmarks:
    """Gives places their names and numbers."""

    def __init__(self) -> None:
        self._ids = count(1)

    def around(self, name: str, *content: Element) -> list[Element]:
        """Content that references find by a name."""
        number = next(self._ids)
        return [
            make("w:bookmarkStart", w_id=number, w_name=name),
            *content,
            make("w:bookmarkEnd", w_id=number),
        ]


def _run_properties(properties: Iterable[Content]) -> Element | None:
    given = [part for part in properties if part is not None]
    return run_properties(given) if given else None


def _ordered(tag: str, properties: Iterable[Content], places: dict[str, int]) -> Element:
    given = [part for part in properties if part is not None and not isinstance(part, str)]
    return make(tag, *sorted(given, key=lambda part: places[part.tag]))
