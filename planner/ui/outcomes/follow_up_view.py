"""FollowUpView: what is to be done, as a board by state and as a list by due day."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.domain.changes import ChangeSet, EditName
from planner.domain.errors import PlannerError
from planner.domain.follow_up import FollowUp, FollowUpState, Progress, Proof
from planner.domain.organisation import Organisation
from planner.domain.outcome import Recommendation
from planner.queries.choices import choices
from planner.queries.follow_up_list import FollowUpLine, follow_up_lines
from planner.queries.records import record
from planner.store.database import Database
from planner.store.unit_of_work import UnitOfWork
from planner.ui.components.board import Board, BoardColumn
from planner.ui.components.boxes import Column, Row
from planner.ui.components.buttons import Choice, FilterTabs, SegmentedControl
from planner.ui.components.cards import EmptyState
from planner.ui.components.row_table import RowTable
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.outcomes.follow_up_dialogs import ClosingDialog, FollowUpDialog
from planner.ui.outcomes.follow_up_lines import STATE_ICONS, FollowUpLooks
from planner.ui.row_table_model import Column as TableColumn
from planner.ui.row_table_model import Role, RowTableModel
from planner.usecases.follow_ups import change_follow_up, close_follow_up, open_follow_up
from planner.usecases.records import remove_records

_MOST_BODIES = 500


class FollowUpView(QWidget):
    """Shows the follow-ups of the delegation in hand, or of all."""

    counted = Signal(int)  # open ones of the delegation in hand
    totals_changed = Signal(str)

    def __init__(
        self,
        database: Database,
        editor: Editor,
        formats: Formats,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._editor = editor
        self._formats = formats
        self._words = formats.words
        self._today = today
        self._delegation: UUID | None = None
        self._lines: dict[UUID, FollowUpLine] = {}
        self._is_stale = True
        self._build()
        self._connect()

    def _build(self) -> None:
        self.way = SegmentedControl(
            [
                Choice("board", self.tr("Board"), Icon.BOARD),
                Choice("list", self.tr("List"), Icon.LIST),
            ],
            self.tr("Way to look at follow-ups"),
        )
        self.tabs = FilterTabs(self._filters({}), self.tr("Which follow-ups"))
        self.add = self._action(self.tr("Add follow-up"), "Ctrl+Shift+N", Icon.PLUS)
        self.change = self._action(self.tr("Change follow-up"), "", Icon.PEN)
        self.remove = self._action(
            self.tr("Remove follow-up"), QKeySequence(QKeySequence.StandardKey.Delete), Icon.TRASH
        )
        self.columns = {
            state: BoardColumn(
                self._words.value(state),
                STATE_ICONS[state][0],
                self.tr("Cards dropped here become: {state}").format(
                    state=self._words.value(state)
                ),
                pigment=STATE_ICONS[state][1],
            )
            for state in FollowUpState
        }
        self.board = Board(list(self.columns.values()))
        self.model = RowTableModel([], self)
        self.table = self._table()
        self.empty = EmptyState(
            self.tr("No follow-ups here"),
            self.tr("Recommendations and promises become follow-ups with owner and due day."),
            Icon.OUTCOMES,
        )
        self._shown = QStackedWidget()
        self._shown.addWidget(self.board)
        self._shown.addWidget(self.table)
        head = Row(self.way, 8, self.tabs, None, spacing=8)
        column = Column(head, self.empty, self._shown, spacing=12, margins=(24, 10, 24, 12))
        column.setStretch(2, 1)
        self.setLayout(column)

    def _table(self) -> RowTable:
        looks = self._looks
        columns: list[TableColumn[FollowUpLine]] = [
            TableColumn(
                self._words.field("text", "follow_up"),
                lambda line: line.text,
                icon=lambda line: STATE_ICONS[line.state][0],
                icon_pigment=lambda line: STATE_ICONS[line.state][1],
            ),
            TableColumn(self.tr("State"), lambda line: line.state, self._words.value, width=120),
            TableColumn(self.tr("From"), lambda line: looks().origin(line), width=160),
            TableColumn(
                self.tr("Owner"),
                lambda line: looks().owner(line),
                width=200,
                pigment=lambda line: looks().owner_pigment(line),
            ),
            TableColumn(
                self.tr("Due"),
                lambda line: looks().due(line),
                width=150,
                flush=True,
                pigment=lambda line: looks().due_pigment(line),
            ),
        ]
        self.model = RowTableModel(columns, self)
        return RowTable(self.model, self.tr("Follow-ups"))

    def _action(self, words: str, keys: str | QKeySequence, icon: Icon) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(keys))
        action.setProperty("icon_name", icon.value)
        self.addAction(action)
        return action

    def _connect(self) -> None:
        self.way.chosen.connect(self._on_way_chosen)
        self.tabs.chosen.connect(lambda _: self.reload())
        self.add.triggered.connect(self.ask_new)
        self.change.triggered.connect(self._on_change_asked)
        self.remove.triggered.connect(self.remove_chosen)
        self.table.opened.connect(self.ask_change)
        for state, column in self.columns.items():
            column.opened.connect(self.ask_change)
            column.dropped.connect(
                lambda keys, state=state: self.set_state([UUID(key) for key in keys], state)
            )
        self._editor.changed.connect(self._on_changed)

    # What is shown

    def show_delegation(self, key: UUID | None) -> None:
        self._delegation = key
        self._is_stale = True
        if self.isVisible():
            self.reload()

    def reload(self) -> None:
        self._is_stale = False
        with self._database.read() as session:
            everywhere = self.tabs.key == "all" or self._delegation is None
            lines = follow_up_lines(session, None if everywhere else self._delegation)
        today = self._today()
        self.tabs.offer(self._filters(_counts(lines, today)))
        shown = [line for line in lines if _passes(line, self.tabs.key, today)]
        self._lines = {line.key: line for line in shown}
        looks = self._looks()
        for state, column in self.columns.items():
            column.show_cards([looks.card(line) for line in shown if line.state is state])
        self.model.show(shown)
        self.empty.setVisible(not shown)
        self._shown.setVisible(bool(shown))
        self.totals_changed.emit(self.tr("%n follow-up(s)", "", len(shown)))
        self.counted.emit(sum(line.is_open for line in lines))

    @property
    def chosen(self) -> list[UUID]:
        """The keys of the cards or rows that are selected."""
        if self._shown.currentWidget() is self.table:
            return [key for key in self.table.keys if isinstance(key, UUID)]
        return [
            index.data(Role.KEY)
            for column in self.columns.values()
            for index in column.cards.selectionModel().selectedIndexes()
        ]

    def _looks(self) -> FollowUpLooks:
        return FollowUpLooks(self._formats, self._today())

    def _filters(self, counts: dict[str, int]) -> list[Choice]:
        words = {
            "here": self.tr("This delegation"),
            "overdue": self.tr("Overdue"),
            "no_owner": self.tr("No owner"),
            "all": self.tr("All delegations"),
        }
        return [Choice(key, label, count=counts.get(key)) for key, label in words.items()]

    # What one does

    def ask_new(self) -> None:
        if self._delegation is not None:
            self._ask(None, self._open_new)

    def ask_change(self, key: UUID) -> None:
        with self._database.read() as session:
            follow_up = record(session, FollowUp, key)
        self._ask(follow_up, lambda values: self._change(follow_up, values))

    def set_state(self, keys: list[UUID], state: FollowUpState) -> None:
        """Closing asks first; everything else is one edit."""
        lines = [self._lines[key] for key in keys if key in self._lines]
        moved = [line for line in lines if line.state is not state]
        if not moved:
            return
        if state is FollowUpState.CLOSED:
            self._ask_closing(moved)
            return

        def use_case(work: UnitOfWork) -> None:
            for line in moved:
                change_follow_up(work, line.key, state=state, closed_on=None, confirmed_by="")

        self._editor.run(self._name("follow_up_state", moved[0], state=state), use_case)

    def remove_chosen(self) -> None:
        lines = [self._lines[key] for key in self.chosen if key in self._lines]
        if lines:
            keys = [line.key for line in lines]
            self._editor.run(
                self._name("remove_follow_up", lines[0]),
                lambda work: remove_records(work, FollowUp, keys),
            )

    def _ask(
        self,
        follow_up: FollowUp | None,
        submit: Callable[[dict[str, Any]], PlannerError | None],
    ) -> None:
        with self._database.read() as session:
            found = choices(session, Organisation, most=_MOST_BODIES)
        dialog = FollowUpDialog(
            self._words,
            submit,
            {choice.name: choice.key for choice in found},
            self._formats.dated,
            follow_up,
            self,
        )
        dialog.open()

    def _ask_closing(self, lines: list[FollowUpLine]) -> None:
        def submit(values: dict[str, Any]) -> PlannerError | None:
            def use_case(work: UnitOfWork) -> None:
                for line in lines:
                    close_follow_up(work, line.key, on=self._today(), **values)

            return self._editor.attempt(self._name("close_follow_up", lines[0]), use_case)

        is_priority = any(line.is_priority for line in lines)
        ClosingDialog(self._words, submit, is_priority, self).open()

    def _open_new(self, values: dict[str, Any]) -> PlannerError | None:
        told = {"delegation_id": self._delegation, **values}
        name = EditName("add_follow_up", {"what": values["text"]})
        return self._editor.attempt(name, lambda work: open_follow_up(work, told, self._today()))

    def _change(self, follow_up: FollowUp, values: dict[str, Any]) -> PlannerError | None:
        if values["owner_body_id"] or values["owner_name"]:
            values = {**values, "owner_person_id": None}
        name = EditName("change_follow_up", {"what": values["text"]})
        return self._editor.attempt(
            name, lambda work: change_follow_up(work, follow_up.id, **values)
        )

    def _name(self, code: str, line: FollowUpLine, **values: FollowUpState) -> EditName:
        told = {name: self._words.value(value) for name, value in values.items()}
        return EditName(code, {"what": line.text, **told})

    def _on_change_asked(self) -> None:
        if self.chosen:
            self.ask_change(self.chosen[0])

    def _on_way_chosen(self, way: str) -> None:
        self._shown.setCurrentWidget(self.table if way == "list" else self.board)

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(FollowUp, Progress, Proof, Recommendation, Organisation):
            self._is_stale = True
            if self.isVisible():
                self.reload()

    # Qt's interface

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - ord("1")
        if 0 <= place < len(FollowUpState):
            self.set_state(self.chosen, list(FollowUpState)[place])
        else:
            super().keyPressEvent(event)


def _passes(line: FollowUpLine, chosen: str, today: date) -> bool:
    match chosen:
        case "overdue":
            return line.is_overdue(today)
        case "no_owner":
            return line.is_open and not line.owner
    return True


def _counts(lines: list[FollowUpLine], today: date) -> dict[str, int]:
    return {
        key: sum(_passes(line, key, today) for line in lines) for key in ("overdue", "no_owner")
    }
