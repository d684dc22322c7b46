"""Elements of an OpenDocument file, and the styles they are given by what they look like."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from planner.typesetting.elements import Content, Element, Vocabulary

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = {
    "office": f"{_OASIS}:office:1.0",
    "style": f"{_OASIS}:style:1.0",
    "text": f"{_OASIS}:text:1.0",
    "table": f"{_OASIS}:table:1.0",
    "draw": f"{_OASIS}:drawing:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "meta": f"{_OASIS}:meta:1.0",
    "number": f"{_OASIS}:datastyle:1.0",
    "config": f"{_OASIS}:config:1.0",
    "manifest": f"{_OASIS}:manifest:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}
VERSION = "1.3"
make = Vocabulary(NAMESPACES)

_SPACES = re.compile(r"^ |(?<= ) +| $|\t")
TABLE = make.name("table:table")
_PARTS = {TABLE, make.name("text:p"), make.name("text:h")}
_FAMILIES = {"text": "T", "paragraph": "P", "table": "Table", "graphic": "Fr"}
_FAMILIES |= {"table-column": "Column", "table-row": "Row", "table-cell": "Cell"}


def points(length: float) -> str:
    """A length as the file states it."""
    return f"{length:.2f}pt"


def characters(text: str) -> list[Content]:
    """Characters whose spaces are all kept."""
    parts: list[Content] = []
    place = 0
    for found in _SPACES.finditer(text):
        parts.append(text[place : found.start()])
        is_tab = found[0] == "\t"
        parts.append(make("text:tab") if is_tab else make("text:s", text_c=len(found[0])))
        place = found.end()
    return [*(part for part in parts if part != ""), text[place:]]


@dataclass(frozen=True, slots=True)
class Look:
    """A style made for what uses it: its parent, its own attributes, its properties by kind."""

    family: str
    parent: str | None = None
    own: tuple[tuple[str, object], ...] = ()
    properties: tuple[tuple[str, tuple[tuple[str, object], ...]], ...] = ()
    tab: tuple[str, str] | None = None  # a stop at the right: its place and the leader before it

    def element(self, name: str) -> Element:
        """The style."""
        properties = [
            make(f"style:{kind}-properties", **dict(values)) for kind, values in self.properties
        ]
        if self.tab is not None:
            _paragraph_properties(properties).append(_tab_stops(*self.tab))
        return make(
            "style:style",
            *properties,
            style_name=name,
            style_family=self.family,
            style_parent_style_name=self.parent,
            **dict(self.own),
        )

    def with_(self, kind: str, **values: object) -> "Look":
        """With properties of a kind added or replaced."""
        kinds = dict(self.properties)
        kinds[kind] = tuple(sorted({**dict(kinds.get(kind, ())), **values}.items()))
        return replace(self, properties=tuple(sorted(kinds.items())))

    def with_own(self, **values: object) -> "Look":
        """With attributes of its own added or replaced."""
        return replace(self, own=tuple(sorted({**dict(self.own), **values}.items())))


class Looks:
    """Names looks; equal looks share a name. Lists of its own forms come with them."""

    def __init__(self, prefix: str = "") -> None:
        self._prefix = prefix
        self._names: dict[Look, str] = {}
        self._looks: dict[str, Look] = {}
        self._lists: dict[bytes, tuple[str, Element]] = {}

    def name(self, look: Look) -> str:
        """The name of a look."""
        if look not in self._names:
            name = f"{self._prefix}{_FAMILIES[look.family]}{len(self._names) + 1}"
            self._names[look] = name
            self._looks[name] = look
        return self._names[look]

    def change(self, element: Element, **values: object) -> None:
        """Give a paragraph or a table properties in addition to those of its style."""
        kind = _kind(element)
        _set_style(element, self.name(self._of(element).with_(kind, **values)))

    def change_cell(self, cell: Element, **values: object) -> None:
        """Give a cell properties in addition to those of its style."""
        attribute = make.name("table:style-name")
        look = self._looks[cell.get(attribute, "")]
        cell.set(attribute, self.name(look.with_("table-cell", **values)))

    def add_tab(self, element: Element, place: float, leader: str = "") -> None:
        """Give a paragraph a stop for words at its right."""
        look = replace(self._of(element), tab=(points(place), leader))
        _set_style(element, self.name(look))

    def begin_page(self, element: Element, master: str, count_from: int | None) -> None:
        """A paragraph or a table begins a page of a setup."""
        look = self._of(element).with_own(style_master_page_name=master)
        if count_from is not None:
            look = look.with_(_kind(element), style_page_number=count_from)
        _set_style(element, self.name(look))

    def list_name(self, levels: Iterable[Element]) -> str:
        """The name of a list of these levels."""
        form = make("text:list-style", *levels)
        key = _canonical(form)
        if key not in self._lists:
            name = f"{self._prefix}L{len(self._lists) + 1}"
            form.set(make.name("style:name"), name)
            self._lists[key] = (name, form)
        return self._lists[key][0]

    def elements(self, *users: Element) -> Iterator[Element]:
        """The styles themselves, those that are used."""
        used = {value for user in users for part in user.iter() for value in part.attrib.values()}
        yield from (look.element(name) for name, look in self._looks.items() if name in used)
        yield from (form for _, form in self._lists.values())

    def _of(self, element: Element) -> Look:
        name = element.get(_style_attribute(element), "Standard")
        return self._looks.get(name) or Look("paragraph", name)


def parts_of(elements: Iterable[Element]) -> Iterator[Element]:
    """All paragraphs, headings and tables in elements, at every depth."""
    for element in elements:
        yield from (part for part in element.iter() if part.tag in _PARTS)


def _paragraph_properties(properties: list[Element]) -> Element:
    for given in properties:
        if given.tag == make.name("style:paragraph-properties"):
            return given
    properties.insert(0, make("style:paragraph-properties"))
    return properties[0]


def _tab_stops(place: str, leader: str) -> Element:
    stop = make(
        "style:tab-stop",
        style_position=place,
        style_type="right",
        style_leader_style="dotted" if leader else None,
        style_leader_text=leader or None,
    )
    return make("style:tab-stops", stop)


def _kind(element: Element) -> str:
    return "table" if element.tag == TABLE else "paragraph"


def _style_attribute(element: Element) -> str:
    return make.name(f"{'table' if element.tag == TABLE else 'text'}:style-name")


def _set_style(element: Element, name: str) -> None:
    element.set(_style_attribute(element), name)


def blank(height: float, looks: Looks) -> Element:
    """Empty height."""
    look = Look("paragraph", "Standard").with_("text", **sized(1.0))
    look = look.with_(
        "paragraph", fo_line_height=points(max(height, 1.0)), text_number_lines="false"
    )
    return make("text:p", text_style_name=looks.name(look))


def sized(size: float) -> dict[str, object]:
    """A size for all scripts."""
    return {"fo_font_size": points(size), "style_font_size_asian": points(size)}


def emboldened() -> dict[str, object]:
    """Bold in all scripts."""
    return {"fo_font_weight": "bold", "style_font_weight_asian": "bold"}


def edge(thickness: float, colour: str = "#000000") -> str:
    """A border."""
    return f"{points(thickness)} solid {colour}" if thickness else "none"


def _canonical(element: Element) -> bytes:
    return etree.tostring(element, method="c14n")
