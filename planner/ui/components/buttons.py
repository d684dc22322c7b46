"""Buttons: acts, icon acts, choices of one among few, filters."""

import sys

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QAction, QEnterEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from planner.ui import icons, paint
from planner.ui.appearance import Height, Pigment, Radius, Type, px, tokens
from planner.ui.drawing.states import Look
from planner.ui.icons import Icon

_IS_MAC = sys.platform == "darwin"


def keys_text(keys: QKeySequence) -> str:
    """As the caps of the keyboard name them, whatever the language; a Mac has signs for some."""
    form = QKeySequence.SequenceFormat
    return keys.toString(form.NativeText if _IS_MAC else form.PortableText).replace("+", " ")


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


class NavButton(PaintedButton):
    """A place to go: icon, words, how much waits there; only the icon where it is narrow."""

    def __init__(self, words: str, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(words, icon, parent)
        self._count = 0
        self.compact = False
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int, says: str = "") -> None:
        """`says` is what is counted, for those who hear it."""
        self._count = count
        self.setAccessibleDescription((says or str(count)) if count else "")
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
                    - paint.text(painter, inner, f"{self._count:,}", Type.BASE, grey, flush)
                )
            paint.text(painter, inner, self.text(), kind, ink)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect())
        painter.end()
