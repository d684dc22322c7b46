"""What stands beside or over a page: breadcrumbs, the side panel, dialogs."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QSizePolicy, QWidget

from planner.ui import paint
from planner.ui.appearance import Dressed, Ground, Height, Pigment, Type, px, tokens
from planner.ui.components.boxes import Column, Hairline, Row, lay_on, scrolled
from planner.ui.components.buttons import Button, IconButton, PaintedButton
from planner.ui.components.labels import Label, Picture
from planner.ui.drawing.states import Look
from planner.ui.icons import CHIP_SIZE, Icon
from planner.ui.spoken import describe


class _Crumb(PaintedButton):
    """One step of the way; cut in the middle of the trail, never at its end."""

    def __init__(self, words: str, last: bool) -> None:
        super().__init__(words)
        self._last = last
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if last:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def _kind(self) -> Type:
        return Type.STRONG if self._last else Type.BASE

    # Qt's interface

    def sizeHint(self) -> QSize:
        limit = 999 if self._last else 140
        width = min(paint.width_of(self.text(), self._kind) + px(4), px(limit))
        return QSize(width, px(Height.SMALL))

    def minimumSizeHint(self) -> QSize:
        least = px(104 if self._last else 40)
        return QSize(min(least, self.sizeHint().width()), px(Height.SMALL))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        plain = Pigment.INK if self._last else Pigment.INK2
        ink = tokens().color(Pigment.INDIGO if self.hovered and not self._last else plain)
        paint.text(painter, self.rect().adjusted(px(2), 0, 0, 0), self.text(), self._kind, ink)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), 4)
        painter.end()


class Breadcrumbs(QWidget):
    """Where one is, and the way back up."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = Row(spacing=6)
        self.setLayout(self._row)
        self.setAccessibleName(self.tr("Where you are"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_trail(self, trail: Sequence[tuple[str, str]]) -> None:
        """Pairs of key and words, from the top; the last is where one is."""
        while (item := self._row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for place, (key, words) in enumerate(trail):
            last = place == len(trail) - 1
            crumb = _Crumb(words, last)
            crumb.setAccessibleDescription(self.accessibleName())
            if place:
                self._row.addWidget(Picture(Icon.FORWARD, Pigment.INK2, CHIP_SIZE))
            if not last:
                crumb.clicked.connect(lambda _=False, key=key: self.asked.emit(key))
            self._row.addWidget(crumb)


class SidePanel(QWidget):
    """Opens at the right for what needs a look before or beside the act."""

    closed = Signal()

    def __init__(self, title: str, icon: Icon | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lay_on(self, Ground.SHEET)
        self.title = Label(title, Type.SECTION)
        self._close = IconButton(Icon.CLOSE, self.tr("Close"))
        heading = Row(spacing=8, margins=(16, 10, 8, 4))
        if icon:
            heading.addWidget(Picture(icon, Pigment.INDIGO))
        heading.addWidget(self.title, 1)
        heading.addWidget(self._close)
        self.body = Column(spacing=8, margins=(16, 4, 16, 16))
        content = QWidget()
        content.setLayout(self.body)
        self.foot = Row(spacing=8, margins=(16, 8, 16, 12))
        column = Column(heading, scrolled(content), self.foot, spacing=0)
        column.setStretch(1, 1)
        self.setLayout(column)
        self.setAccessibleName(title)
        self._close.clicked.connect(self.closed)

    # Qt's interface

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class Dialog(QDialog, Dressed):
    """One question or form: its title is the act; the safe choice left, the act right."""

    WIDTH = 480

    def __init__(
        self,
        title: str,
        act: str,
        parent: QWidget | None = None,
        safe: str = "",
        reason: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        lay_on(self, Ground.SHEET)
        self.heading = Label(title, Type.SECTION, wraps=True)
        self.reason = Label(reason, Type.BASE, Pigment.INK2, wraps=True)
        if not reason:  # shown before it has a parent it would be a window
            self.reason.hide()
        self.body = Column(spacing=12)
        self.safe = Button(safe or self.tr("Cancel"), key=self.tr("Esc"))
        self.act = Button(act, look=Look.PRIMARY)
        self.act.setDefault(True)
        self.foot = Row(self.safe, None, self.act)
        self._column = Column(
            self.heading, self.reason, self.body, 4, Hairline(), self.foot, spacing=12, margins=24
        )
        self.setLayout(self._column)
        self.dress()
        self.safe.clicked.connect(self.reject)
        self.act.clicked.connect(self.accept)

    def dress(self) -> None:
        self.setFixedWidth(px(self.WIDTH))

    # Qt's interface

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes through what is asked and then to the buttons, which were made before it."""
        reached = Qt.FocusPolicy.TabFocus
        buttons = (self.safe, self.act)
        asked = [
            each
            for each in self.findChildren(QWidget)
            # a list that drops down is a child of ours and yet a window
            if each.focusPolicy() & reached and each not in buttons and each.window() is self
        ]
        for before, after in pairwise((*asked[-1:], *buttons)):
            QWidget.setTabOrder(before, after)
        describe(self)
        self._column.activate()
        needed = self._column.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), needed))  # of wrapped words Qt knows too late
        super().showEvent(event)
