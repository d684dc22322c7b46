"""Lines of vCards of version 2.1, 3 and 4: cards, their properties, escapes and marks.

`vobject` was tried: it cuts the data of a version 4 picture at its first semicolon, and gives a
whole file up at one bad line.
"""

import quopri
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planner.domain.errors import UnreadableFile
from planner.exchange.content_lines import unescaped

MOST_CARDS = 20_000
_NAME = re.compile(
    r'(?:(?P<group>[\w-]+)\.)?(?P<name>[\w-]+)(?P<marks>(?:;[^":;=]+(?:=(?:"[^"]*"|[^":;])*)?)*):'
)
_MARK = re.compile(r';(?P<name>[^"=;:]+)(?:=(?P<value>(?:"[^"]*"|[^";:])*))?')
_CARET = {"^n": "\n", "^'": '"', "^^": "^"}


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a card; the value as written, its escapes unread."""

    name: str
    group: str
    marks: Mapping[str, str]
    value: str

    @property
    def text(self) -> str:
        return unescaped(self.value).strip()

    def pieces(self, sign: str) -> list[str]:
        return [unescaped(piece).strip() for piece in _split(self.value, sign)]


@dataclass(frozen=True, slots=True)
class Card:
    """The properties of one card by name, and the line where it begins."""

    line: int
    properties: Mapping[str, Sequence[Property]]

    def first(self, name: str) -> str:
        held = self.properties.get(name, ())
        return held[0].text if held else ""


def cards(text: str, name: str) -> Iterator[Card]:
    """Those that are whole. Raises UnreadableFile where there are too many."""
    line_of: int | None = None
    held: dict[str, list[Property]] = {}
    count = 0
    for number, line in _lines(text):
        folded = line.strip().upper()
        if folded == "BEGIN:VCARD":
            line_of, held = number, defaultdict(list)
            count += 1
            if count > MOST_CARDS:
                raise UnreadableFile("vcard.too_many", name=name, most=MOST_CARDS)
        elif folded == "END:VCARD" and line_of is not None:
            yield Card(line_of, held)
            line_of = None
        elif line_of is not None and (read := _property(line)):
            held[read.name].append(read)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Whole lines with the number at which each begins: folded ones and broken quotes joined."""
    begun, pieces = 0, [""]
    is_quoted = False
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if is_quoted:
            pieces[-1] = pieces[-1][:-1]
            pieces.append(line)
        elif line[:1] in (" ", "\t"):
            pieces.append(line[1:])
        else:
            yield begun, "".join(pieces)
            begun, pieces = number, [line]
        head = pieces[0].split(":", 1)[0].upper()
        is_quoted = line.endswith("=") and "QUOTED-PRINTABLE" in head
    yield begun, "".join(pieces)


def _property(line: str) -> Property | None:
    match = _NAME.match(line)
    if match is None:
        return None
    marks: dict[str, str] = {}
    for mark in _MARK.finditer(match["marks"]):
        # version 2.1 writes a bare TEL;CELL
        name, value = (mark["name"], mark["value"]) if mark["value"] else ("TYPE", mark["name"])
        name, value = name.strip().upper(), _of_parameter(value)
        marks[name] = f"{marks[name]},{value}" if name in marks else value
    value = line[match.end() :]
    if "QUOTED-PRINTABLE" in (*marks.get("ENCODING", "").upper().split(","), marks.get("TYPE")):
        value = _shown(quopri.decodestring(value.encode()), marks.get("CHARSET", ""))
    return Property(match["name"].upper(), (match["group"] or "").lower(), marks, value)


def _shown(content: bytes, charset: str) -> str:
    """In the charset that the line names; one that nobody knows is taken for UTF-8."""
    try:
        text = content.decode(charset or "utf-8", errors="replace")
    except (LookupError, ValueError):
        text = content.decode(errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _of_parameter(written: str) -> str:
    bare = written.replace('"', "")
    return re.sub(r"\^[n'^]", lambda match: _CARET[match[0]], bare)


def _split(value: str, sign: str) -> list[str]:
    """At each sign that no backslash stands before."""
    return re.findall(rf"(?:^|(?<=[{sign}]))(?:[^\\{sign}]|\\.)*", value, re.DOTALL)
