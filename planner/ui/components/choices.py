"""Choices: one of few in a row, as ways to look at a thing or as parts of a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from planner.ui import icons, paint
from planner.ui.appearance import Height, Pigment, Radius, Type, px, tokens
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import PaintedButton
from planner.ui.icons import Icon


@dataclass(frozen=True)
class Choice:
    """One of few: its key for code, words, and an icon or a count."""

    key: str
    words: str
    icon: Icon | None = None
    count: int | None = None

    @property
    def label(self) -> str:
        return self.words if self.count is None else f"{self.words} {self.count:,}"


class Brevity(IntEnum):
    """How much of each choice is shown; all of one row agree."""

    WHOLE = 0
    WORDS = 1  # without icons
    SIGNS = 2  # the icon and the count alone; the words alone where there is no icon


class ChoiceButton(PaintedButton):
    """One choice; says how wide it is at each brevity."""

    PADDING = 22

    def __init__(self, choice: Choice) -> None:
        super().__init__(choice.label, choice.icon)
        self._choice = choice
        self.brevity = Brevity.WHOLE
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_choice(self, choice: Choice) -> None:
        self._choice = choice
        self.set_words(choice.label)

    def set_brevity(self, brevity: Brevity) -> None:
        self.brevity = brevity
        self.setToolTip(self.text() if self.shown_at(brevity)[0] != self.text() else "")
        self.updateGeometry()
        self.update()

    def width_at(self, brevity: Brevity) -> int:
        words, icon = self.shown_at(brevity)
        return _width(words, icon, Type.STRONG) + px(self.PADDING)

    def draw(self, painter: QPainter) -> None:
        """The words and the icon, in the ink of what is chosen or not."""
        chosen = self.isChecked()
        ink = tokens().color(Pigment.INDIGO if chosen else Pigment.INK2)
        words, icon = self.shown_at(self.brevity)
        _middle(painter, self.rect(), words, icon, Type.STRONG if chosen else Type.BASE, ink)

    def shown_at(self, brevity: Brevity) -> tuple[str, Icon | None]:
        if brevity is Brevity.WHOLE:
            return self.text(), self.icon_name
        if brevity is Brevity.WORDS:
            return self.text(), None
        if self.icon_name is None:
            return self._choice.words, None
        count = self._choice.count
        return "" if count is None else f"{count:,}", self.icon_name

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(self.width_at(self.brevity), px(Height.BUTTON))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(px(72), self.width_at(Brevity.SIGNS)), self.sizeHint().height())


class _Choices(QWidget):
    """Several buttons of which one is chosen; arrows move among them."""

    GAP = 0

    chosen = Signal(str)

    def __init__(self, choices: Sequence[Choice], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, ChoiceButton] = {}
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
        if [choice.key for choice in choices] == list(self._buttons):
            for choice in choices:
                self._buttons[choice.key].show_choice(choice)
        else:
            self._replace(choices)
        self._be_brief()

    def _replace(self, choices: Sequence[Choice]) -> None:
        before = self.key
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for place, choice in enumerate(choices):
            button = self._button(choice, place, len(choices))
            button.setAccessibleDescription(self.accessibleName())
            button.clicked.connect(lambda _=False, key=choice.key: self.chosen.emit(key))
            self._buttons[choice.key] = button
            self._group.addButton(button)
            self._layout.insertWidget(place, button)
        if self._buttons:
            self.choose(before if before in self._buttons else choices[0].key)

    def _button(self, choice: Choice, place: int, number: int) -> ChoiceButton:
        raise NotImplementedError

    def _be_brief(self) -> None:
        """As much as there is room for."""
        fitting = (each for each in Brevity if self._width_at(each) <= self.width())
        brevity = next(fitting, Brevity.SIGNS)
        for button in self._buttons.values():
            button.set_brevity(brevity)

    @property
    def shortest(self) -> int:
        """How wide it is at its briefest, with no word cut."""
        return self._width_at(Brevity.SIGNS)

    def _width_at(self, brevity: Brevity) -> int:
        gaps = self._layout.spacing() * max(len(self._buttons) - 1, 0)
        return sum(button.width_at(brevity) for button in self._buttons.values()) + gaps

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(self._width_at(Brevity.WHOLE), self._layout.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self._layout.minimumSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._be_brief()


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

    def _button(self, choice: Choice, place: int, number: int) -> ChoiceButton:
        return _Segment(choice, place == 0, place == number - 1, self._small)

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.ground(painter, self.rect(), tokens().card, None, Radius.FIELD)
        painter.end()


class _Segment(ChoiceButton):
    def __init__(self, choice: Choice, first: bool, last: bool, small: bool) -> None:
        super().__init__(choice)
        self._first, self._last, self._small = first, last, small

    # Qt's interface

    def sizeHint(self) -> QSize:
        height = px(Height.SMALL if self._small else Height.BUTTON)
        return QSize(super().sizeHint().width(), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        outer = self.rect().adjusted(
            0 if self._first else -px(12), 0, 0 if self._last else px(12), 0
        )
        with paint.kept(painter):
            painter.setClipRect(self.rect())
            if self.isChecked() or self.hovered:
                fill = colours.selection if self.isChecked() else colours.hover
                paint.ground(painter, outer, fill, None, Radius.FIELD)
            paint.ground(painter, outer, None, colours.edge, Radius.FIELD)
            if not self._last:
                right = self.width() - max(1, px(1))
                painter.fillRect(right, px(1), px(1), self.height() - px(2), colours.line)
        self.draw(painter)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect())
        painter.end()


class FilterTabs(_Choices):
    """What part of a list is shown, with how many are in each."""

    GAP = 8

    def __init__(self, choices: Sequence[Choice], name: str, parent: QWidget | None = None) -> None:
        super().__init__(choices, name, parent)
        self._layout.addStretch(1)

    def _button(self, choice: Choice, place: int, number: int) -> ChoiceButton:
        return _Tab(choice)


class _Tab(ChoiceButton):
    PADDING = 26

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        if self.isChecked():
            edge = colours.edge if colours.high_contrast else None
            paint.ground(painter, self.rect(), colours.selection, edge, Radius.PILL)
        else:
            fill = colours.hover if self.hovered else None
            paint.ground(painter, self.rect(), fill, colours.line, Radius.PILL)
        self.draw(painter)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), Radius.PILL)
        painter.end()


def _width(words: str, icon: Icon | None, kind: Type) -> int:
    gap = px(6) if words and icon else 0
    return (paint.width_of(words, kind) if words else 0) + gap + (px(icons.SIZE) if icon else 0)


def _middle(
    painter: QPainter, rect: QRect, words: str, icon: Icon | None, kind: Type, ink: QColor
) -> None:
    """Words that find no room are cut at their end, which stays within `rect`."""
    room = rect.adjusted(px(6), 0, -px(6), 0)
    left = max(room.left(), rect.left() + (rect.width() - _width(words, icon, kind)) // 2)
    if icon:
        icons.paint(painter, icon, QRect(left, rect.top(), px(icons.SIZE), rect.height()), ink)
        left += px(icons.SIZE + 6)
    area = QRect(left, rect.top(), room.right() - left + 1, rect.height())
    if words:
        paint.text(painter, area, words, kind, ink, Qt.AlignmentFlag.AlignLeft)
