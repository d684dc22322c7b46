"""A body's name as it stands at one place of a text."""

from dataclasses import dataclass

from planner.exchange.reading.lines import Passage


@dataclass(slots=True)
class Mention:
    """A name as it stands at one place."""

    name: str
    passage: Passage
    start: int
    end: int
    unit: str = ""
    is_clean: bool = False
    prefix: str = ""

    @property
    def full(self) -> str:
        return self.name + self.unit

    @property
    def begins(self) -> int:
        """Its place in the whole text."""
        return self.passage.places[self.start]

    @property
    def ends(self) -> int:
        return self.passage.places[self.end - 1]
