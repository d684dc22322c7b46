"""Buttons: acts, icon acts, choices of one among few, filters."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QEnterEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from planner.ui import icons, paint
from planner.ui.appearance import Height, Pigment, Radius, Type, px, tokens
from planner.ui.components.boxes import Row
from planner.ui.drawing.states import Look
from planner.ui.icons import Icon


def keys_text(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")


def plain(words: str) -> str:
    """The words of an act without its mnemonic; 檔案(&F) is how Chinese menus write theirs."""
    place = words.find("(&")
    if place >= 0 and words[place + 3 : place + 4] == ")":
        words = words[:place] + words[place + 4 :]
    return words.replace("&", "")


def with_keys(words: str, keys: QKeySequence) -> str:
    return words if keys.isEmpty() else f"{words}  {keys_text(keys)}"


class Button(QPushButton):
    """An act in words; one primary a screen."""

    def __init__(
        self,
        words: str,
        icon: Icon | None = None,
        look: Look = Look.PLAIN,
        small: bool = False,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.setProperty("look", look.value)
        self.setProperty("small", small)
        self.setProperty("key_hint", key)
        self.setProperty("icon_name", icon.value if icon else None)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self._resting_words = words
        self._action: QAction | None = None

    @classmethod
    def of(cls, action: QAction, look: Look = Look.PLAIN, small: bool = False) -> "Button":
        """A button that is the face of an action: its words, icon, state and keys."""
        button = cls(plain(action.text()), None, look, small)
        button._action = action
        button._wear()
        if not action.isVisible():  # shown without a parent it would be a window
            button.hide()
        action.changed.connect(button._follow)
        button.clicked.connect(action.trigger)
        return button

    def _follow(self) -> None:
        """A method, so that Qt forgets it with the button."""
        self._wear()
        if self._action is not None:
            self.setVisible(self._action.isVisible())

    def _wear(self) -> None:
        action = self._action
        if action is None:
            return
        self.setText(plain(action.text()))
        self.setProperty("icon_name", action.property("icon_name"))
        self.setEnabled(action.isEnabled())
        self.setToolTip(with_keys(plain(action.toolTip()), action.shortcut()))
        self.updateGeometry()

    def set_busy(self, words: str | None) -> None:
        """Show what is going on, keeping the width; None when it is over."""
        self.setMinimumWidth(self.width() if words else 0)
        self.setMaximumWidth(self.width() if words else 16777215)
        self.setText(words or self._resting_words)
        self.setEnabled(words is None)

    def refuse(self, reason: str) -> None:
        """Disabled with the reason in its tip; enabled again by an empty one."""
        self.setEnabled(not reason)
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)


class IconButton(QToolButton):
    """An act as an icon; its name stands in the tip and for screen readers."""

    def __init__(
        self,
        icon: Icon,
        name: str,
        pigment: Pigment = Pigment.INK,
        keys: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._action: QAction | None = None
        self.setIcon(icons.icon(icon, pigment))
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setToolTip(with_keys(name, QKeySequence(keys)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @classmethod
    def of(cls, action: QAction, icon: Icon) -> "IconButton":
        button = cls(icon, plain(action.text()))
        button._action = action
        button._follow()
        action.changed.connect(button._follow)
        button.clicked.connect(action.trigger)
        return button

    def _follow(self) -> None:
        """A method, so that Qt forgets it with the button."""
        action = self._action
        if action is not None:
            self.setEnabled(action.isEnabled())
            self.setAccessibleName(plain(action.text()))
            self.setToolTip(with_keys(plain(action.text()), action.shortcut()))


class PaintedButton(QAbstractButton):
    """A button that draws itself; focus is a ring within its edge."""

    def __init__(self, words: str, icon: Icon | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.icon_name = icon
        self.hovered = False

    def set_words(self, words: str) -> None:
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
            self.updateGeometry()

    # Qt's interface

    def enterEvent(self, event: QEnterEvent) -> None:
        self.hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered = False
        self.update()


@dataclass(frozen=True)
class Choice:
    """One of few: its key for code, words, and an icon or a count."""

    key: str
    words: str
    icon: Icon | None = None
    count: int | None = None

    @property
    def label(self) -> str:
        return self.words if self.count is None else f"{self.words} {self.count}"


class _Choices(QWidget):
    """Several buttons of which one is chosen; arrows move among them."""

    GAP = 0

    chosen = Signal(str)

    def __init__(self, choices: Sequence[Choice], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, PaintedButton] = {}
        self._layout = Row(spacing=self.GAP)
        self.setLayout(self._layout)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.offer(choices)

    @property
    def key(self) -> str:
        checked = self._group.checkedButton()
        return next((key for key, button in self._buttons.items() if button is checked), "")

    def choose(self, key: str) -> None:
        """As code does it: without the signal."""
        self._buttons[key].setChecked(True)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Replace what can be chosen, keeping the choice where it is still there."""
        before = self.key
        if [choice.key for choice in choices] == list(self._buttons):
            for choice in choices:
                self._buttons[choice.key].set_words(choice.label)
            return
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for place, choice in enumerate(choices):
            button = self._button(choice, place, len(choices))
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, key=choice.key: self.chosen.emit(key))
            self._buttons[choice.key] = button
            self._group.addButton(button)
            self._layout.addWidget(button)
        if self._buttons:
            self.choose(before if before in self._buttons else choices[0].key)

    def _button(self, choice: Choice, place: int, number: int) -> PaintedButton:
        raise NotImplementedError


class SegmentedControl(_Choices):
    """Ways to look at the same thing."""

    def __init__(
        self,
        choices: Sequence[Choice],
        name: str,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._small = small
        super().__init__(choices, name, parent)

    def _button(self, choice: Choice, place: int, number: int) -> PaintedButton:
        return _Segment(choice, place == 0, place == number - 1, self._small)

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.ground(painter, self.rect(), tokens().card, None, Radius.FIELD)
        painter.end()


class _Segment(PaintedButton):
    def __init__(self, choice: Choice, first: bool, last: bool, small: bool) -> None:
        super().__init__(choice.label, choice.icon)
        self._first, self._last, self._small = first, last, small

    # Qt's interface

    def sizeHint(self) -> QSize:
        icon = px(icons.SIZE + 6) if self.icon_name else 0
        width = paint.width_of(self.text(), Type.STRONG) + icon + px(22)
        return QSize(width, px(Height.SMALL if self._small else Height.BUTTON))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        chosen = self.isChecked()
        outer = self.rect().adjusted(
            0 if self._first else -px(12), 0, 0 if self._last else px(12), 0
        )
        with paint.kept(painter):
            painter.setClipRect(self.rect())
            if chosen or self.hovered:
                fill = colours.selection if chosen else colours.hover
                paint.ground(painter, outer, fill, None, Radius.FIELD)
            paint.ground(painter, outer, None, colours.edge, Radius.FIELD)
            if not self._last:
                right = self.width() - max(1, px(1))
                painter.fillRect(right, px(1), px(1), self.height() - px(2), colours.line)
        ink = colours.color(Pigment.INDIGO if chosen else Pigment.INK2)
        kind = Type.STRONG if chosen else Type.BASE
        _middle(painter, self.rect(), self.text(), self.icon_name, kind, ink)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect())
        painter.end()


def _middle(
    painter: QPainter, rect: QRect, words: str, icon: Icon | None, kind: Type, ink: QColor
) -> None:
    width = paint.width_of(words, kind) + (px(icons.SIZE + 6) if icon else 0)
    if icon and width > rect.width():  # no room: the icon alone says more than an ellipsis
        icons.paint(painter, icon, rect, ink)
        return
    left = rect.left() + (rect.width() - width) // 2
    if icon:
        where = QRect(left, rect.top(), px(icons.SIZE), rect.height())
        icons.paint(painter, icon, where, ink)
        left += px(icons.SIZE + 6)
    area = QRect(left, rect.top(), rect.right() - left + 1, rect.height())
    paint.text(painter, area, words, kind, ink)


class FilterTabs(_Choices):
    """What part of a list is shown, with how many are in each."""

    GAP = 8

    def _button(self, choice: Choice, place: int, number: int) -> PaintedButton:
        return _Tab(choice.label, choice.icon)


class _Tab(PaintedButton):
    # Qt's interface

    def sizeHint(self) -> QSize:
        icon = px(icons.SIZE + 6) if self.icon_name else 0
        width = paint.width_of(self.text(), Type.STRONG) + icon + px(26)
        return QSize(width, px(Height.BUTTON))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, chosen = QPainter(self), tokens(), self.isChecked()
        if chosen:
            edge = colours.edge if colours.high_contrast else None
            paint.ground(painter, self.rect(), colours.selection, edge, Radius.PILL)
        else:
            fill = colours.hover if self.hovered else None
            paint.ground(painter, self.rect(), fill, colours.line, Radius.PILL)
        ink = colours.color(Pigment.INDIGO if chosen else Pigment.INK2)
        kind = Type.STRONG if chosen else Type.BASE
        _middle(painter, self.rect(), self.text(), self.icon_name, kind, ink)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), Radius.PILL)
        painter.end()


class NavButton(PaintedButton):
    """A place to go: icon, words, how much waits there; only the icon where it is narrow."""

    def __init__(self, words: str, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(words, icon, parent)
        self._count = 0
        self.compact = False
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleDescription(str(count) if count else "")
        self.update()

    def set_compact(self, compact: bool) -> None:
        self.compact = compact
        self.setToolTip(self.text() if compact else "")
        self.updateGeometry()

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(px(36 if self.compact else 160), px(Height.NAV))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, chosen = QPainter(self), tokens(), self.isChecked()
        if chosen or self.hovered:
            edge = colours.edge if colours.high_contrast and chosen else None
            fill = colours.selection if chosen else colours.sunk
            paint.ground(painter, self.rect(), fill, edge, Radius.FIELD)
        ink = colours.color(Pigment.INDIGO if chosen else Pigment.INK)
        drawing = colours.color(Pigment.INDIGO if chosen else Pigment.INK2)
        size = px(icons.SIZE)
        left = (self.width() - size) // 2 if self.compact else px(9)
        if self.icon_name:
            icons.paint(painter, self.icon_name, QRect(left, 0, size, self.height()), drawing)
        if not self.compact:
            kind = Type.STRONG if chosen else Type.BASE
            inner = self.rect().adjusted(px(34), 0, -px(8), 0)
            if self._count:
                grey = colours.color(Pigment.INDIGO if chosen else Pigment.INK3)
                flush = Qt.AlignmentFlag.AlignRight
                inner.setRight(
                    inner.right()
                    - paint.text(painter, inner, str(self._count), Type.BASE, grey, flush)
                )
            paint.text(painter, inner, self.text(), kind, ink)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect())
        painter.end()
