"""What the rules have to say of one day or of the whole plan, and the way to each stop."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from planner.domain.dossier import Dossier
from planner.domain.stop import Stop
from planner.rules.notice import Notice
from planner.ui.appearance import Pigment, Type
from planner.ui.components.boxes import Column, Hairline, Row
from planner.ui.components.buttons import Button
from planner.ui.components.cards import EmptyState
from planner.ui.components.labels import Label, Picture, SectionHeading
from planner.ui.components.panels import SidePanel
from planner.ui.drawing.states import Look
from planner.ui.icons import Icon
from planner.ui.itinerary.stop_faces import StopWords
from planner.ui.ripple.ripple_words import RippleWords
from planner.ui.ripple.severities import SEVERITIES


class NoticePanel(SidePanel):
    """Sentences, the gravest first; then those that stand for a reason."""

    stop_asked = Signal(object)  # key
    accept_asked = Signal(object)  # Notice
    withdraw_asked = Signal(object)  # Notice

    def __init__(self, says: StopWords, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._says = says
        self._tells = RippleWords(says, self)
        self._dossier: Dossier | None = None
        self._content = QWidget()
        self.body.addWidget(self._content)
        self.body.addStretch(1)

    def show_notices(
        self,
        title: str,
        notices: Sequence[Notice],
        accepted: Sequence[tuple[Notice, str]],
        dossier: Dossier,
    ) -> None:
        self._dossier = dossier
        self.title.setText(title)
        self.setAccessibleName(title)
        column = Column(spacing=10)
        for notice in notices:
            column.addLayout(self._line(notice))
            column.addWidget(Hairline())
        if not notices:
            column.addWidget(
                EmptyState(
                    self.tr("Nothing to mend"),
                    self.tr("No rule has anything to say here."),
                    Icon.CHECK,
                )
            )
        if accepted:
            column.addWidget(SectionHeading(self.tr("Accepted"), len(accepted), kind=Type.STRONG))
        for notice, reason in accepted:
            column.addLayout(self._accepted_line(notice, reason))
        old, self._content = self._content, QWidget()
        self._content.setLayout(column)
        self.body.replaceWidget(old, self._content)
        self._content.show()
        old.hide()
        old.deleteLater()

    def _line(self, notice: Notice) -> Row:
        icon, pigment = SEVERITIES[notice.severity]
        mark = Picture(icon, pigment, says=self._says.words.value(notice.severity))
        acts = Row(spacing=12)
        if notice.where.kind == Stop.kind:
            go = Button(self.tr("Show the stop"), look=Look.LINK, small=True)
            go.clicked.connect(lambda: self.stop_asked.emit(notice.where.key))
            acts.addWidget(go)
        accept = Button(self.tr("Accept with a reason…"), look=Look.LINK, small=True)
        accept.clicked.connect(lambda: self.accept_asked.emit(notice))
        acts.addWidget(accept)
        acts.addStretch(1)
        detail = self._tells.detail(notice, self._dossier) if self._dossier else ""
        return _beside(mark, self._says.sentence(notice), detail, acts)

    def _accepted_line(self, notice: Notice, reason: str) -> Row:
        mark = Picture(Icon.CHECK, Pigment.INK2, says=self.tr("Accepted"))
        back = Button(self.tr("Take back"), look=Look.LINK, small=True)
        back.clicked.connect(lambda: self.withdraw_asked.emit(notice))
        return _beside(mark, self._says.sentence(notice), reason, Row(back, None))


def _beside(mark: Picture, sentence: str, detail: str, acts: Row) -> Row:
    words = Column(Label(sentence, Type.BASE, wraps=True), spacing=2)
    if detail:
        words.addWidget(Label(detail, Type.SMALL, Pigment.INK2, wraps=True))
    words.addLayout(acts)
    row = Row(mark, words, spacing=8)
    row.setStretch(1, 1)
    row.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    return row
