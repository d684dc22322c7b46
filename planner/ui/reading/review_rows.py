"""The findings of a report as rows: under their kinds, with what the store says of each."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from planner.exchange.reading.review import DOUBTS, Item, ItemKey
from planner.exchange.staged import Verdict
from planner.queries.reading_review import Standing
from planner.ui.icons import Icon
from planner.ui.row_table_model import Section
from planner.words import Words

_PARTS: Mapping[str, tuple[str, Icon]] = MappingProxyType(
    {
        "organisations": ("organisation", Icon.ORGANISATION),
        "people": ("person", Icon.PERSON),
        "purposes": ("objective", Icon.FLAG),
        "work_shares": ("work_share", Icon.LIST),
        "stops": ("stop", Icon.STOP),
        "talks": ("talk", Icon.SEMINAR),
        "recommendations": ("recommendation", Icon.RECOMMENDATION),
        "promises": ("promise", Icon.PROMISE),
        "facts": ("fact", Icon.TABLE),
        "relations": ("relation", Icon.RELATIONS),
    }
)
_FRESH = Standing(Verdict.NEW)


@dataclass(frozen=True)
class ReviewRow:
    """A finding, what is to become of it, and how it stands to the store."""

    item: Item
    is_taken: bool
    standing: Standing

    @property
    def key(self) -> ItemKey:
        return self.item.key

    @property
    def is_doubt(self) -> bool:
        """What the report says against itself, which can be looked at only."""
        return self.key.part == DOUBTS


def review_rows(
    items: Sequence[Item],
    taken: Collection[ItemKey],
    standings: Mapping[ItemKey, Standing],
    words: Words,
) -> Iterator[ReviewRow | Section]:
    for part, (kind, icon) in _PARTS.items():
        held = [
            ReviewRow(item, item.key in taken, standings.get(item.key, _FRESH))
            for item in items
            if item.key.part == part
        ]
        if held:
            name = words.kind(kind)
            yield Section(name[:1].upper() + name[1:], len(held), icon)
            yield from held


def doubt_rows(doubts: Sequence[Item], words: Words) -> Iterator[ReviewRow | Section]:
    """What contradicts itself, under a heading of its own."""
    if doubts:
        yield Section(words(f"reading_part.{DOUBTS}"), len(doubts), Icon.WARNING)
    for doubt in doubts:
        kind = words(f"reading_problem.{doubt.detail}")
        yield ReviewRow(replace(doubt, detail=kind), False, _FRESH)
