"""What one export leaves for the next: settings, drawings and fonts that have not changed."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from planner.typesetting.breaking import Line
from planner.typesetting.fonts import Face

T = TypeVar("T")


class Generations(Generic[T]):
    """Values by key; those that one whole export does not ask for are forgotten."""

    def __init__(self) -> None:
        self._old: dict[object, T] = {}
        self._new: dict[object, T] = {}

    def find(self, key: object) -> T | None:
        value = self._new.get(key)
        if value is None and (value := self._old.get(key)) is not None:
            self._new[key] = value
        return value

    def keep(self, key: object, value: T) -> None:
        self._new[key] = value

    def turn(self) -> None:
        """A new export begins."""
        self._old, self._new = self._new, {}


@dataclass(frozen=True, slots=True)
class Setting:
    """The lines of one paragraph and the footnotes called in them, as (line, number)."""

    lines: tuple[Line, ...]
    notes: tuple[tuple[int, int], ...] = ()


class Meaning(NamedTuple):
    """What a piece of a line is besides its characters; ink and tags read it from the span."""

    language: str = ""  # where it is not the document's
    colour: str = ""
    key: str = ""  # the place in the document it leads to
    url: str = ""
    note: int = 0  # it is the mark of this footnote
    says: str = ""  # what a link says of itself

    @property
    def leads_somewhere(self) -> bool:
        return bool(self.key or self.url)


class FontUse(NamedTuple):
    """Characters of a face, and the name and codes that a file has given them."""

    face: Face
    resource: str
    characters: str
    codes: str


class Stretch(NamedTuple):
    """Neighbouring pieces of one meaning, drawn from the place of the first."""

    meaning: Meaning | None
    line: int
    x: float
    rise: float
    operators: str
    extents: tuple[tuple[int, float, float], ...]  # line, left, right


@dataclass(frozen=True, slots=True)
class Drawing:
    """How lines are drawn, and what that takes for granted of the file's fonts."""

    first: Line
    stretches: tuple[Stretch, ...]
    fonts: tuple[FontUse, ...]


@dataclass
class ExportCache:
    """For whoever exports a document again and again; one export at a time may use it."""

    settings: Generations[Setting] = field(default_factory=Generations)
    drawings: Generations[Drawing] = field(default_factory=Generations)
    streams: Generations[bytes] = field(default_factory=Generations)
    fonts: Generations[bytes] = field(default_factory=Generations)

    def turn(self) -> None:
        """A new export begins."""
        self.settings.turn()
        self.drawings.turn()
        self.streams.turn()
        self.fonts.turn()


@contextmanager
def no_collection() -> Iterator[None]:
    """Without Python's search for cycles: an export makes much and drops little until its end."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
