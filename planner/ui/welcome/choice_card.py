"""ChoiceCard: one of few choices that need a sentence each."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.ui import icons, paint
from planner.ui.appearance import Pigment, Radius, Space, Type, px, tokens, typeface
from planner.ui.components.buttons import PaintedButton
from planner.ui.icons import Icon

_TITLE = 22
_INDENT = 36


class ChoiceCard(PaintedButton):
    """An icon, a title and a sentence below it; a tick at the right where it is chosen."""

    def __init__(self, title: str, note: str, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(title, icon, parent)
        self._note = note
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleDescription(note)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _note_area(self, width: int) -> QRect:
        """Where the sentence stands in a card of that width."""
        room = width - px(_INDENT) - px(Space.WIDE) - px(Space.SMALL)
        flags = Qt.TextFlag.TextWordWrap
        return QFontMetrics(typeface(Type.SMALL)).boundingRect(
            QRect(px(_INDENT), px(Space.MEDIUM + _TITLE), room, 9999), flags, self._note
        )

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(px(320), self.heightForWidth(px(320)))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._note_area(width).bottom() + px(Space.MEDIUM)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, chosen = QPainter(self), tokens(), self.isChecked()
        fill = colours.selection if chosen else colours.hover if self.hovered else colours.card
        edge = colours.color(Pigment.INDIGO) if chosen else colours.edge
        paint.ground(painter, self.rect(), fill, edge, Radius.FIELD)
        pigment = Pigment.INDIGO if chosen else Pigment.INK2
        line = QRect(0, px(Space.MEDIUM), self.width(), px(_TITLE))
        if self.icon_name:
            mark = QRect(px(Space.MEDIUM), line.top(), px(icons.SIZE), line.height())
            icons.paint(painter, self.icon_name, mark, colours.color(pigment))
        if chosen:
            tick = QRect(self.width() - px(28), line.top(), px(icons.SIZE), line.height())
            icons.paint(painter, Icon.CHECK, tick, colours.color(pigment))
        title = line.adjusted(px(_INDENT), 0, -px(Space.WIDE), 0)
        paint.text(painter, title, self.text(), Type.STRONG)
        painter.setFont(typeface(Type.SMALL))
        painter.setPen(colours.color(Pigment.INK2))
        painter.drawText(
            self._note_area(self.width()), int(Qt.TextFlag.TextWordWrap.value), self._note
        )
        if self.hasFocus():
            paint.focus_ring(painter, self.rect())
        painter.end()
