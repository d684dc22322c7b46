"""A list on a delegation's page: heading with count and act, the table or why it is empty."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from planner.ui.appearance import Pigment, Type
from planner.ui.components.boxes import Column, Row
from planner.ui.components.buttons import Button
from planner.ui.components.cards import EmptyState
from planner.ui.components.labels import Label
from planner.ui.components.row_table import RowTable
from planner.ui.drawing.states import Look
from planner.ui.icons import Icon


class ListSection(QWidget):
    def __init__(
        self,
        title: str,
        add: QAction,
        table: RowTable,
        empty: tuple[str, str, Icon],
        parent: QWidget | None = None,
    ) -> None:
        """`empty` says what is missing, why it matters, under which icon."""
        super().__init__(parent)
        self.table = table
        self.note = Label("", Type.SMALL, Pigment.INK2)
        self.add = Button.of(add, Look.LINK, small=True)
        missing, reason, icon = empty
        self.empty = EmptyState(missing, reason, icon, [Button.of(add, small=True)])
        head = Row(
            Label(title, Type.SECTION),
            self.note,
            None,
            self.add,
            spacing=8,
            margins=(8, 0),
        )
        self.setLayout(Column(head, table, Row(self.empty, margins=(8, 0)), None, spacing=4))

    def show_count(self, count: int, note: str) -> None:
        self.note.setText(note if count else "")
        self.add.setVisible(count > 0)
        self.table.setVisible(count > 0)
        self.empty.setVisible(count == 0)
