"""What is asked of the follow-ups and what is found: read, counted and sorted, also in a thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from uuid import UUID

from planner.domain.follow_up import FollowUpState
from planner.domain.values import Side
from planner.queries.follow_up_list import FollowUpLine, follow_up_lines
from planner.queries.list_filters import FollowUpFilter
from planner.queries.review_round import review_items
from planner.store.database import Database
from planner.ui.outcomes.round import Round
from planner.ui.outcomes.time_scale import TimeScale
from planner.ui.paged_rows import ReadRows
from planner.ui.sorting import Order

HERE, OVERDUE, NO_OWNER, THEIRS, ALL = "here", "overdue", "no_owner", "theirs", "all"
"""The tabs: which follow-ups are asked for."""

Passes = Callable[[FollowUpLine, date], bool]
_PASSES: Mapping[str, Passes] = MappingProxyType(
    {
        HERE: lambda line, today: True,
        OVERDUE: lambda line, today: line.is_red(today),
        NO_OWNER: lambda line, today: line.is_open and not line.owner,
        THEIRS: lambda line, today: line.side is Side.HOST,
        ALL: lambda line, today: True,
    }
)


@dataclass(frozen=True)
class Asked:
    """What is to be shown: a scope, and what passes in it."""

    scope: UUID | None
    tab: str
    wanted: FollowUpFilter
    today: date
    with_round: bool = False


@dataclass(frozen=True)
class Found:
    """`count` is how many there are in the scope, `shown` those that pass."""

    asked: Asked
    count: int
    by_tab: Mapping[str, int]
    shown: Sequence[FollowUpLine]
    lines: Mapping[UUID, FollowUpLine]
    by_state: Mapping[FollowUpState, Sequence[FollowUpLine]]
    still_open: int
    sorted: ReadRows
    timed: ReadRows
    scale: TimeScale
    round: Round

    def answers(self, asked: Asked) -> bool:
        """Also where the round was read and is not asked for."""
        has_round = self.asked.with_round or not asked.with_round
        return has_round and replace(asked, with_round=self.asked.with_round) == self.asked

    def sorted_anew(self, order: Order) -> "Found":
        """The same in the order of another heading; nothing is read for it."""
        return replace(self, sorted=ReadRows(order(self.shown)))


def read_follow_ups(database: Database, asked: Asked, order: Order) -> Found:
    """Also called in a thread: it counts and sorts what the window only shows."""
    with database.read() as session:
        lines = follow_up_lines(session, asked.scope)
        items = review_items(session, asked.scope, asked.today) if asked.with_round else []
    today, passes = asked.today, _PASSES[asked.tab]
    counted = (OVERDUE, NO_OWNER, THEIRS, ALL if asked.scope is None else HERE)
    by_tab = {key: sum(_PASSES[key](line, today) for line in lines) for key in counted}
    shown = [line for line in lines if passes(line, today) and asked.wanted.passes(line, today)]
    by_state = {state: [each for each in shown if each.state is state] for state in FollowUpState}
    return Found(
        asked,
        len(lines),
        by_tab,
        shown,
        {line.key: line for line in shown},
        by_state,
        sum(line.is_open for line in shown),
        ReadRows(order(shown)),
        ReadRows(shown),
        TimeScale.of(shown, today),
        Round.of(items, today),
    )
