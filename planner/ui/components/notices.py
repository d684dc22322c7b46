"""What happens meanwhile: progress of long work, and a word after an edit."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from planner.ui import paint
from planner.ui.appearance import Radius, Space, Type, px, tokens
from planner.ui.components.boxes import Column, Row
from planner.ui.components.buttons import Button
from planner.ui.components.labels import Label
from planner.ui.drawing.states import Look

_PATIENCE = 300
_TOAST_STAYS = 8000
_SHADOW = 12


class ProgressLine(QWidget):
    """Shown once work takes longer than one waits without wondering."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label()
        self.count = Label("", Type.BASE)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self._cancel = Button(self.tr("Cancel"), look=Look.QUIET, small=True)
        self._cancel.clicked.connect(self.cancelled)
        line = Row(self.words, None, self.count, self._cancel)
        self.setLayout(Column(line, self.bar, spacing=4))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._waiting.timeout.connect(self.show)
        self.hide()

    def start(self, words: str) -> None:
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.tell(0, 0)
        self._waiting.start()

    def tell(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.count.setText(self.tr("{done} / {total}").format(done=f"{done:,}", total=f"{total:,}"))
        self.count.setVisible(total > 0)

    def finish(self) -> None:
        self._waiting.stop()
        self.hide()


class Toast(QWidget):
    """What was done, with a way back; goes by itself, never tells an error."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._home = parent
        self._words = Label()
        self._act = Button("", look=Look.LINK, small=True)
        inner = Row(self._words, self._act, spacing=12, margins=(16, 8, 8, 8))
        self.setLayout(Column(inner, margins=_SHADOW))
        self._act.clicked.connect(self._on_act)
        self._take_back: Callable[[], None] | None = None
        self._stays = QTimer(self, singleShot=True, interval=_TOAST_STAYS)
        self._stays.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def tell(self, done: str, act: str = "", take_back: Callable[[], None] | None = None) -> None:
        """What was done; `act` names the way back where there is one."""
        self._take_back = take_back
        self._words.setText(done)
        self._act.setText(act)
        self._act.setVisible(take_back is not None)
        self.setAccessibleName(done)
        self._place()
        self.show()
        self.raise_()
        self._stays.start()

    def _on_act(self) -> None:
        self.hide()
        if self._take_back:
            self._take_back()

    def _place(self) -> None:
        if layout := self.layout():
            layout.activate()  # the line within still has the size of the words before
        self.adjustSize()
        home = self._home.rect()
        middle = (home.width() - self.width()) // 2
        self.move(QPoint(middle, home.height() - self.height() - px(Space.WIDE)))

    # Qt's interface

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._stays.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._stays.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, margin = QPainter(self), px(_SHADOW)
        area = self.rect().adjusted(margin, margin, -margin, -margin)
        raised(painter, area)
        painter.end()


def raised(painter: QPainter, area: QRect, asked: QRect | None = None) -> None:
    """A card that lies above the page; `asked` is the part of it that is to be painted."""
    bend = px(Radius.CARD)
    inner = area.adjusted(bend, bend, -bend, -bend)
    # the shadow's rings take longer than all the rest, and within the card nobody sees them
    if asked is None or not inner.contains(asked):
        paint.shadow(painter, area, _SHADOW, 0.5 if tokens().dark else 0.2, drop=2)
    edge = tokens().edge if tokens().high_contrast else tokens().line
    paint.ground(painter, area, tokens().card, edge, Radius.CARD)
