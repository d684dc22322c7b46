"""The tree of a manuscript: its blocks and what stands in their lines."""

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
        "titled": "person",
        "talk": "talk",
        "stop": "stop",
        "section": "section",
        "finding": "finding",
        "recommendation": "recommendation",
        "fact": "fact",
        "chart": "fact_chart",
        "cited": "fact",
        "source": "source",
    }
)
"""The kind of record that each kind of reference leads to; `table` leads to a name instead.

`titled` is a person with the post held then, `cited` a fact with its source.
"""

OUTCOME, INTERNAL = MARKS = ("outcome", "internal")
"""References that print nothing: this is where an outcome stands; this is not for the public."""


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
    def is_mark(self) -> bool:
        return self.kind in MARKS

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
