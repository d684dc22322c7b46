"""The panel of one day: what the rules have to say about it, and the way to each stop."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from planner.domain.stop import Stop
from planner.rules.notice import Notice
from planner.ui.appearance import Type
from planner.ui.components.boxes import Column, Hairline, Row
from planner.ui.components.buttons import Button
from planner.ui.components.cards import EmptyState
from planner.ui.components.labels import Label, Picture
from planner.ui.components.panels import SidePanel
from planner.ui.drawing.states import Look
from planner.ui.icons import Icon
from planner.ui.itinerary.severities import SEVERITIES
from planner.ui.itinerary.stop_faces import StopWords


class NoticePanel(SidePanel):
    """Sentences, the gravest first."""

    stop_asked = Signal(object)  # key

    def __init__(self, says: StopWords, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._says = says
        self._content = QWidget()
        self.body.addWidget(self._content)
        self.body.addStretch(1)

    def show_notices(self, title: str, notices: Sequence[Notice]) -> None:
        self.title.setText(title)
        self.setAccessibleName(title)
        self._content.hide()
        self._content.deleteLater()
        self._content = QWidget()
        column = Column(spacing=10)
        for notice in notices:
            column.addLayout(self._line(notice))
            column.addWidget(Hairline())
        if not notices:
            column.addWidget(
                EmptyState(
                    self.tr("Nothing to mend"),
                    self.tr("No rule has anything to say about this day."),
                    Icon.CHECK,
                )
            )
        self._content.setLayout(column)
        self.body.insertWidget(0, self._content)

    def _line(self, notice: Notice) -> Row:
        icon, pigment = SEVERITIES[notice.severity]
        mark = Picture(icon, pigment, says=self._says.words.value(notice.severity))
        words = Column(Label(self._says.sentence(notice), Type.BASE, wraps=True), spacing=2)
        if notice.where.kind == Stop.kind:
            go = Button(self.tr("Show the stop"), look=Look.LINK, small=True)
            go.clicked.connect(lambda: self.stop_asked.emit(notice.where.key))
            words.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        row = Row(mark, words, spacing=8)
        row.setStretch(1, 1)
        row.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        return row
