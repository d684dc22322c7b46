"""Reads manuscript markup: every text is a manuscript, and what fits no form is text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from planner.domain.markup_tree import (
    Block,
    Break,
    Inline,
    Inlines,
    Item,
    Items,
    Link,
    Mark,
    Marked,
    Note,
    Paragraph,
    Reference,
    Span,
    Table,
    Text,
)

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


# What stands in a line

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
