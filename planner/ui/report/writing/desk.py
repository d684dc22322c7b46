"""Desk: where one part is written, with its tools above and the problems of the report below."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QWidget

from planner.domain.manuscript import Drafted, Section
from planner.rules.drafting import draft_changes, drafted_spans
from planner.ui.appearance import Ground, Type, px
from planner.ui.components.boxes import Column, Hairline, Row, Surface
from planner.ui.components.labels import Label
from planner.ui.report.writing.find_bar import FindBar
from planner.ui.report.writing.letters import Letters, shared
from planner.ui.report.writing.manuscript_edit import ManuscriptEdit
from planner.ui.report.writing.margin import Margin
from planner.ui.report.writing.proofreading import Proofreading
from planner.ui.report.writing.tool_bar import ToolBar


class Desk(QSplitter):
    def __init__(self, actions: Mapping[str, QAction], problems: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._number = ""
        self.edit = ManuscriptEdit(self.tr("Manuscript"))
        self.proofreading = Proofreading(self.edit)
        self.margin = Margin(self.edit, self.tr("Numbers and drafts"))
        self.heading = Label("", Type.SECTION, wraps=True)
        self.heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.find_bar = FindBar(self.edit)
        self.find_bar.closed.connect(self._close_find)
        text = Row(self.margin, self.edit, spacing=0)
        text.setStretch(1, 1)
        heading = Row(self.heading, margins=(72, 16, 24, 8))
        self.bar = ToolBar(actions)
        top = Surface(Ground.SHEET)
        column = Column(self.bar, Hairline(), self.find_bar, heading, text, spacing=0)
        column.setStretch(4, 1)
        top.setLayout(column)
        self.addWidget(top)
        self.addWidget(problems)
        self.setStretchFactor(0, 1)
        self.setChildrenCollapsible(False)
        self.setSizes([px(440), px(220)])

    def show_heading(self, number: str, heading: str) -> None:
        self._number = number
        self.heading.setText(f"{number}{heading}")

    def choose_in_heading(self, start: int, end: int) -> None:
        """Words of the heading itself, whatever number stands before it."""
        self.heading.setSelection(len(self._number) + start, end - start)

    def show_drafted(self, section: Section | None, fresh: Sequence[Drafted]) -> None:
        """Mark what came from the records, and of it what they tell otherwise now."""
        if section is None:
            self.margin.show_drafted(())
            return
        stale = {change.key for change in draft_changes(section, fresh)}
        lines = {key: self._line_at(start) for key, start, _ in drafted_spans(section)}
        told = [number for key, number in lines.items() if key in stale]
        self.margin.show_drafted(set(lines.values()), set(told))

    def _line_at(self, source: int) -> int:
        place = self.edit.written.shown_at(source)
        return self.edit.document().findBlock(place).blockNumber()

    def go_to_letter(self, letters: Letters, index: int) -> None:
        """To a letter of a page or of a comment, as far as what is round it still stands."""
        held = Letters.of(self.edit.toPlainText())
        if (found := shared(letters, index, held)) is not None:
            cursor = self.edit.textCursor()
            cursor.setPosition(held.places[found.other + index - found.start])
            self.edit.setTextCursor(cursor)

    def _close_find(self) -> None:
        self.find_bar.hide()
        self.edit.setFocus()
