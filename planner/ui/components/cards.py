"""Cards, chips, bars and empty places: grounds that carry a message."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.ui import icons, paint
from planner.ui.appearance import Dressed, Height, Pigment, Radius, Type, px, tokens, typeface
from planner.ui.components.boxes import Column, Row
from planner.ui.components.labels import Label, Picture
from planner.ui.icons import Icon


class Card(QWidget):
    """A white field with a hairline; fill its `body`."""

    def __init__(
        self,
        title: str = "",
        note: str = "",
        corner: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = Label(title, Type.STRONG)
        self.note = Label(note, Type.SMALL, Pigment.INK2)
        self.body = Column(spacing=4, margins=(16, 16))
        if title:
            heading = Row(self.title, None, self.note)
            if corner:
                heading.addWidget(corner)
            self.body.addLayout(heading)
        self.setLayout(self.body)
        self.setAccessibleName(title)

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.ground(painter, self.rect(), tokens().card, tokens().line, Radius.CARD)
        painter.end()


class Chip(QWidget):
    """A state as icon and word on its tint."""

    removed = Signal()

    def __init__(
        self,
        words: str,
        icon: Icon | None = None,
        pigment: Pigment = Pigment.INK2,
        outlined: bool = False,
        removable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._removable = removable
        self.show_state(words, icon, pigment, outlined)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if removable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setToolTip(self.tr("Remove with Delete"))

    def show_state(
        self,
        words: str,
        icon: Icon | None = None,
        pigment: Pigment = Pigment.INK2,
        outlined: bool = False,
    ) -> None:
        self._words, self._icon, self._pigment, self._outlined = words, icon, pigment, outlined
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def _cross(self) -> QRect:
        return QRect(self.width() - px(18), 0, px(16), self.height())

    # Qt's interface

    def sizeHint(self) -> QSize:
        cross = px(14) if self._removable else 0
        return QSize(paint.chip_width(self._words, self._icon) + cross, px(paint.CHIP_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        cross = px(14) if self._removable else 0
        paint.chip(
            painter, self.rect(), self._words, self._icon, self._pigment, self._outlined, cross
        )
        if self._removable:
            ink = colours.color(self._pigment)
            icons.paint(painter, Icon.CLOSE, self._cross(), ink, 10)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), Radius.CHIP)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._removable and self._cross().contains(event.position().toPoint()):
            self.removed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class Bar(QWidget, Dressed):
    """One sentence over a page, and one act."""

    def __init__(
        self,
        sentence: str = "",
        icon: Icon = Icon.INFO,
        pigment: Pigment = Pigment.INK2,
        act: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pigment = pigment
        self._picture = Picture(icon, pigment)
        self.sentence = Label(sentence, Type.BASE, _on_tint(pigment))
        self._row = Row(self._picture, self.sentence, margins=(12, 4, 8, 4))
        self._row.setStretch(1, 1)  # a sentence that wraps wants all the room there is
        self._act: QWidget | None = None
        self.setLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.dress()
        if act:
            self._take(act)

    def dress(self) -> None:
        self.setMinimumHeight(px(Height.BAR))

    def show_message(
        self, sentence: str, icon: Icon, pigment: Pigment, act: QWidget | None = None
    ) -> None:
        self._pigment = pigment
        self._picture.draw(icon, pigment)
        self.sentence.setText(sentence)
        self.sentence.set_pigment(_on_tint(pigment))
        self._take(act)
        self.setVisible(True)
        self.update()

    def _take(self, act: QWidget | None) -> None:
        if self._act:
            self._row.removeWidget(self._act)
            self._act.deleteLater()
        self._act = act
        if act:
            self._row.addWidget(act)

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        edge = colours.line if colours.high_contrast else None
        paint.ground(painter, self.rect(), colours.tint(self._pigment), edge, Radius.FIELD)
        painter.end()


def _on_tint(pigment: Pigment) -> Pigment:
    return Pigment.INK if pigment in (Pigment.INK2, Pigment.INDIGO) else pigment


class EmptyState(QWidget):
    """A place that waits: what is missing, why, and what to do."""

    def __init__(
        self,
        title: str,
        reason: str = "",
        icon: Icon = Icon.HOLE,
        acts: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = Label(title)
        self.reason = Label(reason, Type.SMALL, Pigment.INK2, wraps=True)
        if not reason:  # shown before it has a parent it would be a window
            self.reason.hide()
        words = Column(self.title, self.reason, spacing=0)
        row = Row(Picture(icon, Pigment.INK2, 20), words, spacing=12, margins=(16, 12))
        row.setStretch(1, 1)
        for act in acts:
            row.addWidget(act)
        self.setLayout(row)
        self.setAccessibleName(title)
        self.setAccessibleDescription(reason)

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.ground(painter, self.rect(), None, tokens().edge, Radius.CARD, dashed=True)
        painter.end()


@dataclass(frozen=True)
class Milestone:
    """One line of a card of dates."""

    icon: Icon
    day: str
    words: str
    note: str = ""
    pigment: Pigment = Pigment.INK2
    note_pigment: Pigment = Pigment.INK2


class Milestones(QWidget):
    """Days one below the other, joined by a line, each with its state."""

    _LINE = 28

    def __init__(self, milestones: Sequence[Milestone] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._milestones: tuple[Milestone, ...] = ()
        self.show_milestones(milestones)

    def show_milestones(self, milestones: Sequence[Milestone]) -> None:
        self._milestones = tuple(milestones)
        lines = (f"{each.day} {each.words} {each.note}".strip() for each in milestones)
        self.setAccessibleName("\n".join(lines))
        self.updateGeometry()
        self.update()

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(px(260), px(self._LINE) * len(self._milestones))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, height = QPainter(self), tokens(), px(self._LINE)
        middle, half = px(icons.SIZE) // 2, px(icons.SIZE) // 2 + px(2)
        for place, each in enumerate(self._milestones):
            line = QRect(0, place * height, self.width(), height)
            if place:
                top = line.top() - height // 2 + half
                painter.fillRect(middle, top, px(1), height - 2 * half, colours.line)
            mark = QRect(0, line.top(), px(icons.SIZE), height)
            icons.paint(painter, each.icon, mark, colours.color(each.pigment))
            paint.text(painter, line.adjusted(px(24), 0, 0, 0), each.day)
            words = line.adjusted(px(96), 0, 0, 0)
            grey, flush = colours.color(each.note_pigment), Qt.AlignmentFlag.AlignRight
            needed = paint.width_of(each.words) + px(8) + paint.width_of(each.note, Type.SMALL)
            # what is owed comes before a remark on it; lateness is none
            if needed <= words.width() or each.note_pigment is not Pigment.INK2:
                taken = paint.text(painter, words, each.note, Type.SMALL, grey, flush)
                words.adjust(0, 0, -taken - px(8), 0)
            paint.text(painter, words, each.words)
        painter.end()


class Figure(QWidget, Dressed):
    """A large number with its unit, and what it is counted to."""

    def __init__(
        self, number: str, unit: str, note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.number = Label(number, Type.FIGURE)
        self.unit = Label(unit, Type.BASE)
        self.note = Label(note, Type.BASE, Pigment.INK2)
        row = Row(spacing=8)
        for part in (self.number, self.unit):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        row.addWidget(self.note, 0, Qt.AlignmentFlag.AlignBottom)
        self.setLayout(row)
        self.dress()

    def dress(self) -> None:
        """Set the smaller words on the line the number stands on."""
        for part in (self.unit, self.note):
            part.dress()
            drop = QFontMetrics(typeface(Type.FIGURE)).descent() - part.fontMetrics().descent()
            part.setContentsMargins(0, 0, 0, drop)

    def show_figure(self, number: str, unit: str, note: str = "") -> None:
        self.number.setText(number)
        self.unit.setText(unit)
        self.note.setText(note)
