"""Frames round blocks: boxes, rules and cards."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from planner.typesetting.document import Vertical
from planner.typesetting.pages import (
    Area,
    LineMark,
    Page,
    RectMark,
    TurnedMark,
)
from planner.typesetting.slabs import NoteSlab, Slab, StackSlab, lowered, place_stack, stack_height


@dataclass(slots=True)
class BoxSlab(StackSlab):
    """A stack in a frame."""

    width: float = 0.0
    border: float = 0.5
    shade: str = ""
    padding: float = 6.0
    least_height: float = 0.0

    def draw(self, page: Page, x: float, top: float) -> None:
        stroke = "#000000" if self.border else ""
        page.marks.append(
            RectMark(x, top, self.width, self.height, self.shade, stroke, self.border)
        )
        place_stack(self.slabs, page, x + self.padding, top + self.padding)

    def _with(self, slabs: Sequence[Slab]) -> Self:
        height = stack_height(slabs) + 2 * self.padding
        return replace(self, slabs=slabs, height=height)


@dataclass(slots=True)
class RuleSlab(Slab):
    """A line across the measure."""

    width: float = 0.0
    thickness: float = 0.5
    colour: str = "#000000"

    def draw(self, page: Page, x: float, top: float) -> None:
        middle = top + self.height / 2
        page.marks.append(LineMark(x, middle, x + self.width, middle, self.thickness, self.colour))


@dataclass(slots=True)
class CardSlab(Slab):
    """One row of cards of a fixed size."""

    cards: "Sequence[Card]" = ()
    card_width: float = 0.0
    gap: float = 0.0
    border: float = 0.5
    padding: float = 6.0
    vertical: Vertical = Vertical.MIDDLE

    @property
    def notes(self) -> tuple[NoteSlab, ...]:
        return tuple(note for card in self.cards for slab in card.slabs for note in slab.notes)

    def draw(self, page: Page, x: float, top: float) -> None:
        for index, card in enumerate(self.cards):
            left = x + index * (self.card_width + self.gap)
            area = Area(left, top, left + self.card_width, top + self.height)
            self._draw_card(page, card, area)

    def _draw_card(self, page: Page, card: "Card", area: Area) -> None:
        if self.border or card.shade:
            stroke = "#000000" if self.border else ""
            page.marks.append(
                RectMark(
                    area.left,
                    area.top,
                    self.card_width,
                    self.height,
                    card.shade,
                    stroke,
                    self.border,
                )
            )
        inner = self.height - 2 * self.padding
        top = area.top + self.padding + lowered(card.slabs, inner, self.vertical)
        before = len(page.marks)
        place_stack(card.slabs, page, area.left + self.padding, top)
        if card.turned:
            page.marks[before:] = [TurnedMark(area, page.marks[before:])]


@dataclass(slots=True)
class Card:
    """What stands on one card."""

    slabs: Sequence[Slab]
    turned: bool = False
    shade: str = ""
