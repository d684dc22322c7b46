"""One line of a text, free of blanks that mean nothing."""

from dataclasses import dataclass

from planner.exchange.reading.scripts import WIDE


@dataclass(frozen=True, slots=True)
class Line:
    """One line without blanks that mean nothing.

    `key` is `text` folded sign for sign: half-width, Traditional, one dash, one kind of quotes.
    `places` has the place in the whole text for each sign.
    """

    number: int
    text: str
    key: str
    places: tuple[int, ...]
    indent: int
    is_furniture: bool = False
    follows_blank: bool = False

    @property
    def width(self) -> int:
        """In columns of a typewriter: wide signs count twice."""
        return len(self.text) + len(WIDE.findall(self.text)) + self.indent
