"""ChosenActs: what the acts of the page do with the chosen follow-ups, or the item in hand."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject

from planner.domain.follow_up import FollowUpState
from planner.queries.follow_up_list import FollowUpLine
from planner.queries.review_round import ReviewItem
from planner.ui.outcomes.follow_up_actions import FollowUpActions
from planner.ui.outcomes.follow_up_acts import FollowUpActs
from planner.ui.outcomes.follow_up_ways import REVIEW, FollowUpWays
from planner.ui.outcomes.review_acts import ReviewActs


class ChosenActs(QObject):
    """In the round of review a key answers; everywhere else it changes what is chosen."""

    def __init__(
        self, ways: FollowUpWays, acts: FollowUpActs, review_acts: ReviewActs, on: FollowUpActions
    ) -> None:
        super().__init__(ways)
        self._ways, self._acts, self._review_acts = ways, acts, review_acts
        self.lines: Mapping[UUID, FollowUpLine] = {}  # all that can be chosen
        self._connect(on)

    def _connect(self, on: FollowUpActions) -> None:
        acts, ways = self._acts, self._ways
        on.change.triggered.connect(self._change)
        for number, (state, act) in enumerate(on.states.items(), 1):
            act.triggered.connect(
                lambda _=False, state=state, number=number: self._set_state(state, number)
            )
        on.as_it_was.triggered.connect(lambda: self._answer(None))
        on.set_owner.triggered.connect(lambda: self._with_all(acts.ask_owner))
        on.set_due.triggered.connect(lambda: self._with_all(acts.ask_due))
        on.set_priority.triggered.connect(lambda: self._with_all(acts.set_priority))
        on.tell.triggered.connect(self._tell)
        on.prove.triggered.connect(lambda: self._with_one(acts.ask_proof))
        on.remove.triggered.connect(lambda: self._with_all(acts.remove))
        on.copy.triggered.connect(ways.copy)
        ways.opened.connect(self.open)
        ways.item_opened.connect(self._open_item)
        ways.moved.connect(self._move)
        ways.files_dropped.connect(self._take_files)

    @property
    def chosen(self) -> list[FollowUpLine]:
        if self._ways.way == REVIEW:
            return [item.follow_up for item in self._ways.review.chosen if item.follow_up]
        return [self.lines[key] for key in self._ways.keys if key in self.lines]

    def open(self, key: UUID) -> None:
        self._acts.ask_change(key, self.lines[key].owner)

    def _with_one(self, act: Callable[[FollowUpLine], object]) -> None:
        for line in self.chosen[:1]:
            act(line)

    def _with_all(self, act: Callable[[Sequence[FollowUpLine]], object]) -> None:
        if chosen := self.chosen:
            act(chosen)

    def _change(self) -> None:
        """One in its form; several in what they are to have in common."""
        chosen = self.chosen
        if self._ways.way == REVIEW and not chosen:
            self._tell()
        elif len(chosen) > 1:
            self._acts.ask_several(chosen)
        else:
            self._with_one(lambda line: self.open(line.key))

    def _set_state(self, state: FollowUpState, number: int) -> None:
        if self._ways.way == REVIEW:
            self._answer(number)
        else:
            self._with_all(lambda lines: self._acts.set_state(lines, state))

    def _answer(self, number: int | None) -> None:
        """Of the item in hand; the next one that nobody has answered comes in hand."""
        review = self._ways.review
        item = review.in_hand
        if self._ways.way != REVIEW or item is None:
            return
        answer = None if number is None else review.answer_at(number)
        if self._review_acts.answer(item, answer) is None:
            review.choose_next()

    def _tell(self) -> None:
        item = self._ways.review.in_hand
        if self._ways.way == REVIEW and item is not None and item.follow_up is None:
            self._review_acts.ask_decision(item)
        else:
            self._with_one(self._acts.ask_progress)

    def _open_item(self, item: ReviewItem) -> None:
        if item.follow_up is None:
            self._review_acts.ask_decision(item)
        else:
            self._acts.ask_change(item.key, item.owner)

    def _move(self, keys: Sequence[str], state: FollowUpState) -> None:
        lines = [self.lines[UUID(key)] for key in keys if UUID(key) in self.lines]
        self._acts.set_state(lines, state)

    def _take_files(self, key: UUID, paths: Sequence[Path]) -> None:
        self._acts.ask_proof(self.lines[key], paths[0])
