"""The markup of manuscripts: paragraphs, lists, tables, notes and live references in plain text.

    A blank line parts paragraphs; a line end within one begins a new line.
    # first level        numbered item, ## the level below; - and -- for items without number
    > a quoted passage
    |+ caption {label:costs}
    | head | head |      a table; the row of dashes ends its head
    |------|------|
    | cell | cell |
    *emphasis*  **strong**  ^{superscript}  _{subscript}  ^[footnote]  [words](https://…)
    {figure:ID} {figures:ID..ID} {table:talks} {host:ID} {person:ID} {source:ID} …

A backslash takes the meaning from the sign after it. Nothing is ever wrong: what fits no form is
text, and a reference that leads nowhere is still a reference, for the checks to report.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID


class Mark(StrEnum):
    """How words stand out; the value is the sign that opens them."""

    STRONG = "**"
    EMPHASIS = "*"
    SUPERSCRIPT = "^{"
    SUBSCRIPT = "_{"

    @property
    def closing(self) -> str:
        return "}" if self.endswith("{") else self.value


RECORD_KINDS = MappingProxyType(
    {
        "figure": "photo",
        "figures": "photo",
        "host": "organisation",
        "person": "person",
        "talk": "talk",
        "stop": "stop",
        "section": "section",
        "finding": "finding",
        "recommendation": "recommendation",
        "fact": "fact",
        "source": "source",
    }
)
"""The kind of record that each kind of reference leads to; `table` leads to a name instead."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where it stands in the text."""

    start: int
    end: int


_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters, escapes taken away."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A new line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that stand out."""

    mark: Mark
    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote."""

    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address."""

    content: "Inlines"
    url: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A live reference. `until` is set where a range was written."""

    kind: str
    target: str
    until: str = ""
    span: Span = field(default=_NOWHERE, compare=False)

    @property
    def keys(self) -> tuple[UUID, ...]:
        """The ids it names; none where it names none, or one that cannot be read."""
        written = (self.target, self.until) if self.until else (self.target,)
        try:
            return tuple(UUID(text.strip()) for text in written)
        except ValueError:
            return ()

    @property
    def record_kind(self) -> str:
        """The kind of record it leads to; empty for tables and for kinds that do not exist."""
        return RECORD_KINDS.get(self.kind, "")

    @property
    def source(self) -> str:
        """As it is written."""
        return f"{{{self.kind}:{self.target}{'..' if self.until else ''}{self.until}}}"


Inline = Text | Break | Marked | Note | Link | Reference
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    content: Inlines
    is_quote: bool = False
    span: Span = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, at a level from 1."""

    content: Inlines
    level: int = 1
    is_numbered: bool = True


@dataclass(frozen=True, slots=True)
class Items:
    """A list, its levels not yet nested."""

    items: tuple[Item, ...]
    span: Span = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; `label` is what `{table:label}` refers to."""

    rows: tuple[tuple[Inlines, ...], ...]
    head: tuple[tuple[Inlines, ...], ...] = ()
    caption: Inlines = ()
    label: str = ""
    span: Span = field(default=_NOWHERE, compare=False)


Block = Paragraph | Items | Table


# Reading blocks

_BLANK = " \t\u3000"
_ITEM = re.compile(r"(?P<sign>#{1,6}|-{1,6})[ \t\u3000]+(?=\S)")
_QUOTE = re.compile(r">[ \t\u3000]+(?=\S)")
_DASHES = re.compile(r"\|(?:[ \t]*:?-+:?[ \t]*\|)+")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the blanks round it, and the kind of block it belongs to."""

    kind: str
    start: int
    end: int


def parse(text: str) -> tuple[Block, ...]:
    """Read a manuscript. Every text is one."""
    blocks: list[Block] = []
    group: list[_Line] = []
    for line in (*_lines(text), _Line("", len(text), len(text))):
        if group and line.kind != group[0].kind:
            blocks.append(_block(text, group))
            group = []
        if line.kind:
            group.append(line)
    return tuple(blocks)


def _lines(text: str) -> Iterator[_Line]:
    for match in re.finditer(r"[^\n]*(?:\n|$)", text):
        start, end = _stripped(text, match.start(), match.end())
        yield _Line(_kind(text[start:end]), start, end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _BLANK:
        start += 1
    while start < end and text[end - 1] in _BLANK + "\n":
        end -= 1
    return start, end


def _kind(line: str) -> str:
    if line.startswith("|") and line not in ("|", "|+"):
        return "table"
    if _ITEM.match(line):
        return "items"
    if _QUOTE.match(line):
        return "quote"
    return "paragraph" if line else ""


def _block(text: str, lines: list[_Line]) -> Block:
    span = Span(lines[0].start, lines[-1].end)
    match lines[0].kind:
        case "items":
            return Items(tuple(_item(text, line) for line in lines), span)
        case "table":
            return _table(text, lines, span)
        case "quote":
            return Paragraph(_quote(text, lines), is_quote=True, span=span)
    return Paragraph(_inlines(text, span.start, span.end), span=span)


def _item(text: str, line: _Line) -> Item:
    match = _ITEM.match(text, line.start, line.end)
    assert match is not None
    content = _inlines(text, match.end(), line.end)
    return Item(content, len(match["sign"]), match["sign"][0] == "#")


def _quote(text: str, lines: list[_Line]) -> Inlines:
    content: list[Inline] = []
    for line in lines:
        match = _QUOTE.match(text, line.start, line.end)
        assert match is not None
        content += [*([Break()] if content else []), *_inlines(text, match.end(), line.end)]
    return tuple(content)


def _table(text: str, lines: list[_Line], span: Span) -> Table:
    caption: Inlines = ()
    head: tuple[tuple[Inlines, ...], ...] = ()
    rows: list[tuple[Inlines, ...]] = []
    for index, line in enumerate(lines):
        if index == 0 and text.startswith("|+", line.start):
            caption = _inlines(text, *_stripped(text, line.start + 2, line.end))
        elif not head and rows and _DASHES.fullmatch(text, line.start, line.end):
            head, rows = tuple(rows), []
        else:
            rows.append(tuple(_cells(text, line)))
    label = ""
    match caption:
        case (*before, Reference(kind="label", target=target, until="")) if target.strip():
            caption, label = _trimmed(before), target.strip()
    return Table(tuple(rows), head, caption, label, span)


def _trimmed(content: list[Inline]) -> Inlines:
    """Without blanks at the end, where the label stood."""
    match content:
        case [*before, Text(text=text)]:
            last = text.rstrip(_BLANK)
            return (*before, Text(last)) if last else tuple(before)
    return tuple(content)


def _cells(text: str, line: _Line) -> Iterator[Inlines]:
    start = line.start + 1
    position = start
    while position < line.end:
        if text[position] == "\\":
            position += 1
        elif text[position] == "|":
            yield _inlines(text, *_stripped(text, start, position))
            start = position + 1
        position += 1
    if start < line.end:
        yield _inlines(text, *_stripped(text, start, line.end))


# Reading what stands in a line

_DEPTH = 12  # deeper signs are text: no person nests so far, and trees stay walkable
_TOKEN = re.compile(
    r"""(?P<escape>\\[!-/:-@\[-`{-~])
    |(?P<reference>\{(?P<kind>[a-z]+):(?P<target>[^{}\n]*)\})
    |(?P<line>[ \t\u3000]*\n[ \t\u3000]*)
    |(?P<open>\^\[|[\^_]\{|\[)
    |(?P<star>\*\*?)
    |(?P<link>\]\((?P<url>(?:https?://|mailto:)[^\s()\\|]+)\))
    |(?P<close>[\]}])""",
    re.VERBOSE,
)


@dataclass(slots=True)
class _Frame:
    """What has been read since a sign that may turn out to open something."""

    sign: str
    content: list[Inline] = field(default_factory=list)

    def write(self, text: str) -> None:
        """Add characters, to the text before them if there is one."""
        last = self.content[-1] if self.content else None
        if isinstance(last, Text):
            self.content[-1] = Text(last.text + text)
        elif text:
            self.content.append(Text(text))

    def add(self, content: list[Inline]) -> None:
        for part in content:
            if isinstance(part, Text):
                self.write(part.text)
            else:
                self.content.append(part)


class _Reader:
    """Reads inline content in one pass; a sign that is never closed becomes text again."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end
        self._frames = [_Frame("")]

    def read(self) -> Inlines:
        position = self._start
        for match in _TOKEN.finditer(self._text, self._start, self._end):
            if match.start() < position:
                continue
            self._top.write(self._text[position : match.start()])
            self._token(match)
            position = match.end()
        self._top.write(self._text[position : self._end])
        while len(self._frames) > 1:
            self._give_up()
        return tuple(self._top.content)

    @property
    def _top(self) -> _Frame:
        return self._frames[-1]

    def _token(self, match: re.Match[str]) -> None:
        written = match[0]
        match match.lastgroup:
            case "escape":
                self._top.write(written[1])
            case "reference":
                self._top.content.append(_reference(match))
            case "line":
                self._top.content.append(Break())
            case "open":
                self._open(written)
            case "star":
                self._star(match)
            case "link":
                self._close_link(match)
            case _:
                self._bracket(written)

    def _open(self, sign: str) -> None:
        if len(self._frames) > _DEPTH:
            self._top.write(sign)
        else:
            self._frames.append(_Frame(sign))

    def _star(self, match: re.Match[str]) -> None:
        before = self._text[match.start() - 1 : match.start()]
        after = self._text[match.end() : min(match.end() + 1, self._end)]
        if any(frame.sign == match[0] for frame in self._frames) and not before.isspace():
            self._close(match[0], (match[0],))
        elif after and not after.isspace():
            self._open(match[0])
        else:
            self._top.write(match[0])

    def _bracket(self, written: str) -> None:
        if written == "}":
            self._close(written, ("^{", "_{"))
            return
        opened = next((frame.sign for frame in reversed(self._frames) if "[" in frame.sign), "")
        if opened != "[":
            self._close(written, ("^[",))
            return
        while self._top.sign != "[":  # brackets without an address are just brackets
            self._give_up()
        self._give_up()
        self._top.write(written)

    def _close(self, written: str, signs: tuple[str, ...]) -> None:
        """Close the innermost frame that one of the signs opened; what it holds open is text."""
        if not any(frame.sign in signs for frame in self._frames):
            self._top.write(written)
            return
        while self._top.sign not in signs:
            self._give_up()
        if not self._top.content:
            self._give_up()
            self._top.write(written)
            return
        frame = self._frames.pop()
        content = tuple(frame.content)
        node = Note(content) if frame.sign == "^[" else Marked(Mark(frame.sign), content)
        self._top.content.append(node)

    def _close_link(self, match: re.Match[str]) -> None:
        while self._top.sign not in ("[", "^[", ""):
            self._give_up()
        if self._top.sign == "[" and self._top.content:
            frame = self._frames.pop()
            self._top.content.append(Link(tuple(frame.content), match["url"]))
            return
        self._close("]", ("^[",))
        self._top.write(match[0][1:])

    def _give_up(self) -> None:
        frame = self._frames.pop()
        self._top.write(frame.sign)
        self._top.add(frame.content)


def _reference(match: re.Match[str]) -> Reference:
    target, dots, until = match["target"].partition("..")
    if dots and not until:
        target, until = match["target"], ""
    return Reference(match["kind"], target, until, Span(match.start(), match.end()))


def _inlines(text: str, start: int, end: int) -> Inlines:
    return _Reader(text, start, end).read()


# Writing

_SIGNS = re.compile(r"[\\*{}\[\]^|]|_\Z")
_LINE_START = re.compile(r"(?m)^(?=#|-|>)")


def escape(text: str) -> str:
    """Plain characters as markup that reads as just these characters."""
    return _LINE_START.sub(r"\\", _SIGNS.sub(r"\\\g<0>", text))


def write(blocks: tuple[Block, ...]) -> str:
    """The markup of blocks, in one settled form: reading it gives the same blocks."""
    return "\n\n".join(_written_block(block) for block in blocks)


def _written_block(block: Block) -> str:
    match block:
        case Items(items=items):
            return "\n".join(
                f"{('#' if item.is_numbered else '-') * item.level} {_written(item.content)}"
                for item in items
            )
        case Table():
            return "\n".join(_written_table(block))
        case Paragraph(content=content, is_quote=True):
            return "\n".join(f"> {line}" for line in _written(content).split("\n"))
    return _LINE_START.sub(r"\\", _written(block.content))


def _written_table(table: Table) -> Iterator[str]:
    if table.caption or table.label:
        label = f" {{label:{table.label}}}" if table.label else ""
        yield f"|+ {_written(table.caption)}{label}"
    yield from map(_written_row, table.head)
    if table.head:
        yield "|" + "---|" * max(len(row) for row in table.head)
    yield from map(_written_row, table.rows)


def _written_row(cells: tuple[Inlines, ...]) -> str:
    return "".join(f"| {_written(cell)} " for cell in cells) + "|"


def _written(content: Inlines) -> str:
    return "".join(_written_inline(part) for part in content)


def _written_inline(part: Inline) -> str:
    match part:
        case Text(text=text):
            return _SIGNS.sub(r"\\\g<0>", text)
        case Break():
            return "\n"
        case Reference():
            return part.source
        case Marked(mark=mark, content=content):
            return f"{mark}{_written(content)}{mark.closing}"
        case Note(content=content):
            return f"^[{_written(content)}]"
    return f"[{_written(part.content)}]({part.url})"


# Asking and changing


def inlines_of(block: Block) -> Iterator[Inlines]:
    """The content of a block, in reading order."""
    match block:
        case Paragraph(content=content):
            yield content
        case Items(items=items):
            yield from (item.content for item in items)
        case Table(caption=caption, head=head, rows=rows):
            yield caption
            for row in (*head, *rows):
                yield from row


def references(text: str) -> tuple[Reference, ...]:
    """All references of a manuscript, in reading order, with their places."""
    return tuple(found for block in parse(text) for found in references_of(block))


def references_of(block: Block) -> Iterator[Reference]:
    for content in inlines_of(block):
        yield from _references(content)


def _references(content: Inlines) -> Iterator[Reference]:
    for part in content:
        if isinstance(part, Reference):
            yield part
        elif isinstance(part, Marked | Note | Link):
            yield from _references(part.content)


def with_references(text: str, change: Callable[[Reference], str | None]) -> str:
    """The manuscript with references rewritten, all else left as it was typed.

    `change` gives the new markup of a reference, or None to keep it.
    """
    pieces: list[str] = []
    position = 0
    for reference in references(text):
        written = change(reference)
        if written is None:
            continue
        pieces += [text[position : reference.span.start], written]
        position = reference.span.end
    return "".join(pieces) + text[position:]


def plain(text: str) -> str:
    """The words alone, paragraph by paragraph: for counting, searching and comparing."""
    return "\n".join(
        "".join(_plain(content)) for block in parse(text) for content in inlines_of(block)
    )


def _plain(content: Inlines) -> Iterator[str]:
    for part in content:
        match part:
            case Text(text=text):
                yield text
            case Break():
                yield "\n"
            case Marked(content=inner) | Link(content=inner):
                yield from _plain(inner)
