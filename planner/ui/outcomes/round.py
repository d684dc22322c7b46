"""Round: what a review asks, parted by kind and counted, as a thread has read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Self
from uuid import UUID

from planner.domain.outcome import Recommendation
from planner.queries.review_round import ReviewItem


@dataclass(frozen=True)
class Round:
    """`waiting` are those that nobody has answered; `places` where each stands among `items`."""

    items: Sequence[ReviewItem]
    recommendations: Sequence[ReviewItem]
    follow_ups: Sequence[ReviewItem]
    waiting: Sequence[int]
    places: Mapping[UUID, int]

    @classmethod
    def of(cls, items: Sequence[ReviewItem], today: date) -> Self:
        recommendations = [item for item in items if item.kind == Recommendation.kind]
        follow_ups = [item for item in items if item.kind != Recommendation.kind]
        in_order = [*recommendations, *follow_ups]
        waiting = [place for place, item in enumerate(in_order) if not item.is_answered(today)]
        places = {item.key: place for place, item in enumerate(in_order)}
        return cls(in_order, recommendations, follow_ups, waiting, places)

    def item(self, key: Any) -> ReviewItem | None:
        place = self.places.get(key)
        return None if place is None else self.items[place]

    def next_waiting(self, after: Any) -> ReviewItem | None:
        """The first behind the one in hand, then from the start; None where all are answered."""
        held = self.places.get(after, -1)
        place = next((each for each in self.waiting if each > held), None)
        place = next(iter(self.waiting), None) if place is None else place
        return None if place is None else self.items[place]
