"""Delegations as cards under their states; a card is dragged to the next one."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from planner.domain.delegation import DelegationState
from planner.ui.components.board import Board, BoardColumn
from planner.ui.delegations.delegation_lines import (
    STATE_ICONS,
    DelegationLooks,
    ListedDelegation,
)
from planner.words import Words

_MOST = 100
"""Cards of one state: more is no board any more, and would keep the window waiting."""


class DelegationBoard(Board):
    opened = Signal(object)  # key
    moved = Signal(list, object)  # keys, DelegationState
    menu_asked = Signal(QPoint)  # on the screen

    def __init__(self, words: Words, looks: DelegationLooks) -> None:
        self._looks = looks
        self.by_state = {
            state: BoardColumn(
                words.value(state), STATE_ICONS[state], words(f"delegations.comes_here.{state}")
            )
            for state in DelegationState
        }
        super().__init__(list(self.by_state.values()))
        for state, column in self.by_state.items():
            column.opened.connect(self.opened)
            column.menu_asked.connect(self.menu_asked)
            column.dropped.connect(
                lambda keys, state=state: self.moved.emit([UUID(key) for key in keys], state)
            )

    def show_rows(self, rows: Sequence[ListedDelegation]) -> None:
        for state, column in self.by_state.items():
            held = [row for row in rows if row.line.state is state]
            column.show_cards([self._looks.card(row) for row in held[:_MOST]], len(held))

    @property
    def in_hand(self) -> QWidget:
        """Where the keyboard goes: to the chosen card, else to the first."""
        filled = [column for column in self.columns if column.model.cards]
        column = next((each for each in filled if each.keys), (filled or self.columns)[0])
        if filled and not column.keys:
            column.choose(column.model.cards[0].key)
        return column.cards
