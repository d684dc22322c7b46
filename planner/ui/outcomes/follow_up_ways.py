"""The ways to look at follow-ups, one in front: board, list, timeline, and the round of review."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.domain.follow_up import FollowUpState
from planner.ui.components.board import Board, BoardColumn
from planner.ui.components.boxes import Column
from planner.ui.components.cards import EmptyState
from planner.ui.components.row_table import RowTable
from planner.ui.copying import copy_rows
from planner.ui.formats import Formats
from planner.ui.outcomes.follow_up_lines import STATE_ICONS, FollowUpLooks, list_columns
from planner.ui.outcomes.follow_up_reading import Found
from planner.ui.outcomes.review_page import ReviewPage
from planner.ui.outcomes.timeline import Timeline
from planner.ui.row_table_model import RowTableModel
from planner.ui.sorting import HeadingSort

BOARD, LIST, TIMELINE, REVIEW = "board", "list", "timeline", "review"
MANY = 5000
"""More of them are read in a thread, and only the way that is seen is filled."""
_MOST_CARDS = 30


class _Looks(Protocol):
    def __call__(self) -> FollowUpLooks: ...


class FollowUpWays(QStackedWidget):
    """Shows what was found; tells what is chosen, opened, dropped."""

    opened = Signal(object)  # key
    item_opened = Signal(object)  # ReviewItem
    menu_asked = Signal(QPoint)  # on the screen
    add_asked = Signal()
    sort_changed = Signal()
    moved = Signal(list, object)  # keys, state
    files_dropped = Signal(object, list)  # key, paths

    def __init__(self, formats: Formats, looks: _Looks, empties: Sequence[EmptyState]) -> None:
        """`empties` stand there where there is none at all, and where none is as asked for."""
        super().__init__()
        self._words = formats.words
        self._looks = looks
        self.way = BOARD
        self._build_board()
        self.model = RowTableModel(list_columns(self._words, looks), self)
        self.table = RowTable(self.model, self.tr("Follow-ups"))
        self.table.setObjectName("follow_ups")
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.sort = HeadingSort(self.table, self.model)
        self.timeline = Timeline(self._words, looks)
        self.review = ReviewPage(formats)
        self.tables = {LIST: self.table, TIMELINE: self.timeline, REVIEW: self.review.table}
        self._pages: Mapping[str, QWidget] = MappingProxyType(
            {
                BOARD: self.board,
                LIST: self.table,
                TIMELINE: self.timeline,
                REVIEW: self.review,
            }
        )
        for page in self._pages.values():
            self.addWidget(page)
        self._empties = [QWidget() for _ in empties]
        for held, empty in zip(self._empties, empties, strict=True):
            held.setLayout(Column(empty, None))
            self.addWidget(held)
        self._connect()

    def _build_board(self) -> None:
        self.columns = {
            state: BoardColumn(
                self._words.value(state),
                STATE_ICONS[state][0],
                self._words(f"outcomes.comes_here.{state}"),
                add=self.tr("Add") if state is FollowUpState.NOT_STARTED else "",
                pigment=STATE_ICONS[state][1],
            )
            for state in FollowUpState
        }
        self.board = Board(list(self.columns.values()))

    def _connect(self) -> None:
        self.sort.changed.connect(self.sort_changed)
        self.review.opened.connect(self.item_opened)
        for way, table in self.tables.items():
            if way != REVIEW:
                table.opened.connect(self.opened)
            table.customContextMenuRequested.connect(
                lambda where, table=table: self.menu_asked.emit(table.viewport().mapToGlobal(where))
            )
        for state, column in self.columns.items():
            column.opened.connect(self.opened)
            column.menu_asked.connect(self.menu_asked)
            column.add_asked.connect(self.add_asked)
            column.files_dropped.connect(self.files_dropped)
            column.dropped.connect(lambda keys, state=state: self.moved.emit(keys, state))

    # What is shown

    def show_found(self, found: Found) -> None:
        """Of many only the way that is seen: the others when one turns to them."""
        are_few = len(found.shown) <= MANY
        if are_few or self.way == BOARD:
            self._show_cards(found)
        if are_few:
            self.model.show(found.sorted)
            self.timeline.show_lines(found.shown, found.asked.today)
        elif self.way == LIST:
            self.model.show_paged(found.sorted)
        elif self.way == TIMELINE:
            self.timeline.show_read(found.timed, found.scale)
        if are_few or self.way == REVIEW:
            self.review.show_round(found.round, self._looks())
        self._show_page(found)

    def _show_cards(self, found: Found) -> None:
        looks = self._looks()
        for state, column in self.columns.items():
            held = found.by_state[state]
            column.show_cards([looks.card(line) for line in held[:_MOST_CARDS]], len(held))

    def _show_page(self, found: Found) -> None:
        if found.shown or self.way == REVIEW:
            self.setCurrentWidget(self._pages[self.way])
        else:
            self.setCurrentWidget(self._empties[1 if found.count else 0])

    @property
    def in_front(self) -> RowTable:
        """The table of the way; the list's where the way has none."""
        return self.tables.get(self.way, self.table)

    @property
    def keys(self) -> list[UUID]:
        """Of the cards or rows that are selected."""
        held = self.board.keys if self.way == BOARD else self.in_front.keys
        return [key for key in held if isinstance(key, UUID)]

    def choose(self, key: UUID, everywhere: bool) -> None:
        """Put the mark on one, whichever way one looks."""
        for way, page in self._pages.items():
            if everywhere or way == self.way:
                page.choose(key)  # type: ignore[attr-defined]

    def copy(self) -> None:
        """The rows of the chosen, also where they are cards."""
        if self.in_front is self.table:
            self.table.choose_all(self.keys)
        copy_rows(self.in_front)

    @property
    def first_in_hand(self) -> QWidget:
        """Where the keyboard goes: to the table, or to a card, the chosen one or the first."""
        if self.way != BOARD:
            return self.in_front
        filled = [column for column in self.columns.values() if column.model.cards]
        if not filled:
            return self.board.columns[0].cards
        column = next((each for each in filled if each.keys), filled[0])
        if not column.keys:
            column.choose(column.model.cards[0].key)
        return column.cards
