"""HistoryDialog: who changed what when, with one edit or one value taken back."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QSplitter, QWidget

from planner.domain.changes import EditName
from planner.domain.records import BY_KIND
from planner.queries.history import EditLine, ValueLine, edit_lines, value_lines
from planner.queries.letters import speaks_of
from planner.store.database import Database
from planner.ui.appearance import Pigment, px
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import Button
from planner.ui.components.fields import SearchField
from planner.ui.components.panels import Dialog
from planner.ui.components.row_table import RowTable
from planner.ui.editor import Editor
from planner.ui.formats import Formats, opening
from planner.ui.icons import Icon
from planner.ui.row_table_model import Column, RowTableModel
from planner.usecases.records import take_back_value
from planner.words import Words

_HEIGHT = 440


class HistoryDialog(Dialog):
    """All edits of the store, or those of one delegation; beside them what the chosen one did.

    What was imported while a delegation was in hand need not be of it, so all can be asked for.
    """

    WIDTH = 1080

    def __init__(
        self,
        database: Database,
        editor: Editor,
        words: Words,
        parent: QWidget | None = None,
        about: UUID | None = None,
        title: str = "",
    ) -> None:
        """`about` is the record whose edits are shown, `title` its name."""
        super().__init__(
            self.tr("History of {title}").format(title=title) if title else self.tr("History"),
            self.tr("Close"),
            parent,
            reason=self.tr("Choose an edit to see what it changed, and take back what you wish."),
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._database = database
        self._editor = editor
        self._words = words
        self._about = about
        self._lines: list[EditLine] = []
        self.safe.hide()
        self.wanted = SearchField(self.tr("Find in the history"))
        self.whole = QCheckBox(self.tr("&All edits of the store"))
        self.whole.setAccessibleDescription(
            self.tr("Shows edits of other delegations and contacts.")
        )
        if about is None:
            self.whole.hide()
        self._edits = RowTableModel(self._edit_columns(), self)
        self._values = RowTableModel(self._value_columns(), self)
        self.edits = RowTable(self._edits, self.tr("Edits"))
        self.values = RowTable(self._values, self.tr("What changed"))
        self.take_back = Button(self.tr("Take back this edit"), Icon.UNDO)
        self.take_back_value = Button(self.tr("Take back this value"), Icon.UNDO)
        self.body.addLayout(Row(self.wanted, self.whole))
        self.body.addWidget(self._side_by_side())
        self.body.addLayout(Row(self.take_back, self.take_back_value, None))
        self._connect()
        self._show_edits()
        self.edits.setFocus()

    def _side_by_side(self) -> QSplitter:
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        for table in (self.edits, self.values):
            table.setFixedHeight(px(_HEIGHT))
            both.addWidget(table)
        both.setSizes([px(380), px(640)])  # what was changed has more columns
        return both

    def _connect(self) -> None:
        self.wanted.textChanged.connect(lambda _: self._show_wanted())
        self.whole.toggled.connect(lambda _: self._show_edits())
        self.edits.selectionModel().currentRowChanged.connect(lambda *_: self._show_values())
        self.values.selectionModel().currentRowChanged.connect(lambda *_: self._tell_acts())
        self.take_back.clicked.connect(self._take_back_edit)
        self.take_back_value.clicked.connect(self._take_back_value)
        self._editor.changed.connect(self._show_edits)

    # Columns

    def _edit_columns(self) -> list[Column[EditLine]]:
        return [
            Column(self.tr("When"), lambda line: line.at, self._moment, width=136),
            Column(
                self.tr("What was done"),
                self._phrase,
                icon=_icon,
                pigment=lambda line: Pigment.INK if line.can_be_taken_back else Pigment.INK2,
            ),
            Column(self.tr("Who"), lambda line: line.who, width=72, pigment=Pigment.INK2),
        ]

    def _value_columns(self) -> list[Column[ValueLine]]:
        words = self._words
        return [
            Column(
                self.tr("Record"),
                lambda line: f"{opening(words.kind(line.kind))} {line.title}",
                width=150,
            ),
            Column(self.tr("Field"), lambda line: words.field(line.field, line.kind), width=124),
            Column(self.tr("Before"), lambda line: self._told(line.before), pigment=Pigment.INK2),
            Column(self.tr("After"), lambda line: self._told(line.after)),
        ]

    def _moment(self, at: Any) -> str:
        here = at.astimezone()
        return f"{Formats(self._words).dated(here.date())} {here:%H:%M}"

    def _phrase(self, line: EditLine) -> str:
        phrase = self._words(f"edit.{line.name.code}", **line.name.values)
        if line.is_undo:
            return self.tr("Undone: {what}").format(what=phrase)
        if line.is_redo:
            return self.tr("Done again: {what}").format(what=phrase)
        return phrase

    def _told(self, value: Any) -> str:
        """A value in words; a record that is pointed at goes by its name."""
        if isinstance(value, UUID):
            return self.tr("another record")
        return self._words.text(value).replace("\n", " ")

    # Showing

    def _show_edits(self, _changes: object = None) -> None:
        about = None if self.whole.isChecked() else self._about
        with self._database.read() as session:
            self._lines = edit_lines(session, record=about, own=self._database.own)
        self._show_wanted()

    def _show_wanted(self) -> None:
        typed = self.wanted.text()
        self._edits.show(
            [line for line in self._lines if speaks_of(self._phrase(line) + line.who, typed)]
        )
        if not self.edits.currentIndex().isValid() and self._edits.rowCount():
            self.edits.setCurrentIndex(self._edits.index(0, 0))
        self._show_values()

    def _show_values(self) -> None:
        number = self.edits.key
        shown: list[ValueLine] = []
        if isinstance(number, int):
            with self._database.read() as session:
                shown = value_lines(session, number)
        self._values.show(shown)
        self._tell_acts()

    def _tell_acts(self) -> None:
        line, value = self._chosen(), self._chosen_value()
        self.take_back.setEnabled(line is not None and line.can_be_taken_back)
        self.take_back_value.setEnabled(value is not None and value.is_changed)

    def _chosen(self) -> EditLine | None:
        return next((line for line in self._lines if line.key == self.edits.key), None)

    def _chosen_value(self) -> ValueLine | None:
        rows: list[ValueLine] = list(self._values.rows)
        return next((line for line in rows if line.key == self.values.key), None)

    # Acts

    def _take_back_edit(self) -> None:
        line = self._chosen()
        if line is not None:
            self._editor.take_back(line.key)

    def _take_back_value(self) -> None:
        line = self._chosen_value()
        if line is None:
            return
        name = EditName(
            "take_back_value",
            {"field": self._words.field(line.field, line.kind), "what": line.title},
        )
        entity = BY_KIND[line.kind]
        self._editor.run(
            name,
            lambda work: take_back_value(work, entity, line.record, line.field, line.image),
        )


def _icon(line: EditLine) -> Icon | None:
    if line.is_undo:
        return Icon.UNDO
    return Icon.REDO if line.is_redo else None
