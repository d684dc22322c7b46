"""Words on a screen, set by the names of type and pigment."""

from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planner.ui import icons, paint
from planner.ui.appearance import Dressed, Pigment, Type, px, tokens, typeface
from planner.ui.components.boxes import Column, Hairline, Row
from planner.ui.icons import Icon


class Label(QLabel, Dressed):
    """Text that keeps its type and pigment through every change of scheme and size."""

    def __init__(
        self,
        words: str = "",
        kind: Type = Type.BASE,
        pigment: Pigment = Pigment.INK,
        wraps: bool = False,
        elides: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._kind, self._pigment = kind, pigment
        self._elides = elides
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # on whatever ground it stands
        self.dress()

    def set_pigment(self, pigment: Pigment) -> None:
        self._pigment = pigment
        self.dress()

    def dress(self) -> None:
        worn = QPalette()
        worn.setColor(QPalette.ColorRole.WindowText, tokens().color(self._pigment))
        self.setPalette(worn)
        self.setFont(typeface(self._kind))

    # Qt's interface

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(0, hint.height()) if self._elides else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._elides:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        ink = tokens().color(self._pigment)
        taken = paint.text(painter, self.rect(), self.text(), self._kind, ink)
        self.setToolTip("" if taken < self.width() else self.text())
        painter.end()


class Picture(QWidget):
    """One icon; named for screen readers only where it says what no word beside it does."""

    def __init__(
        self,
        name: Icon,
        pigment: Pigment = Pigment.INK2,
        size: int = icons.SIZE,
        says: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._pigment, self._size = name, pigment, size
        self.setAccessibleName(says)
        self.setToolTip(says)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def draw(self, name: Icon, pigment: Pigment | None = None) -> None:
        self._name, self._pigment = name, pigment or self._pigment
        self.update()

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(px(self._size), px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.paint(painter, self._name, self.rect(), tokens().color(self._pigment), self._size)
        painter.end()


class SectionHeading(QWidget):
    """What follows, how many, and at most one act; a hairline may close it."""

    def __init__(
        self,
        words: str,
        count: int | None = None,
        icon: Icon | None = None,
        pigment: Pigment = Pigment.INK,
        note: str = "",
        act: QWidget | None = None,
        kind: Type = Type.SECTION,
        lined: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = Label(words, kind, pigment)
        self.count = Label("" if count is None else f"{count:,}", Type.BASE, Pigment.INK2)
        self.note = Label(note, Type.SMALL, Pigment.INK2)
        row = Row(spacing=8)
        if icon:
            row.addWidget(Picture(icon, pigment))
        for part in (self.title, self.count):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.note)
        if act:
            row.addWidget(act)
        column = Column(row, spacing=6)
        if lined:
            column.addWidget(Hairline())
        self.setLayout(column)

    def set_count(self, count: int | None) -> None:
        self.count.setText("" if count is None else f"{count:,}")


class KeyHints(QWidget):
    """The keys of what has focus, as caps with words, for the status bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_hints(self, hints: tuple[tuple[str, str], ...]) -> None:
        """Pairs of a key and what it does."""
        self._hints = hints
        self.setAccessibleName(self.tr("Keys"))
        spoken = self.tr(", ").join(f"{key} {words}" for key, words in hints)
        self.setAccessibleDescription(spoken)
        self.update()

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left, middle = 0, self.height() // 2
        ink = tokens().color(Pigment.INK2)
        for key, words in self._hints:
            needed = paint.key_width(key) + px(6) + paint.width_of(words, Type.SMALL)
            if left + needed > self.width():
                break
            left += paint.key_cap(painter, left, middle, key) + px(6)
            area = self.rect().adjusted(left, 0, 0, 0)
            left += paint.text(painter, area, words, Type.SMALL, ink) + px(16)
        painter.end()


class WhoElse(Label):
    """Stands beside a record that is open: who else has it open; nothing where nobody has."""

    def __init__(self) -> None:
        super().__init__("", Type.SMALL, Pigment.INDIGO, wraps=True)
        self.record: UUID | None = None
        self.hide()

    @property
    def is_asked(self) -> bool:
        """Whether its record is before one now."""
        beside = self.parentWidget()
        return self.record is not None and beside is not None and beside.isVisible()

    def tell(self, words: str) -> None:
        self.setText(words)
        self.setVisible(bool(words))
