"""The left side of the window: search, places, the delegation in hand, what is saved."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.ui import icons, paint
from planner.ui.appearance import Dressed, Ground, Pigment, Radius, Type, px, tokens
from planner.ui.components.boxes import Column, Row, lay_on
from planner.ui.components.buttons import IconButton, NavButton, PaintedButton
from planner.ui.components.fields import SearchOpener
from planner.ui.components.labels import Label, Picture
from planner.ui.delegates import wrapped
from planner.ui.icons import Icon

WIDE = 208
NARROW = 52


@dataclass(frozen=True)
class Place:
    """Where the sidebar leads; those of the delegation in hand stand below it."""

    key: str
    words: str
    icon: Icon
    of_delegation: bool = False


class DelegationButton(PaintedButton):
    """The delegation in hand: its title on two lines, its state below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Icon.PEN, parent)
        self._state = ""
        self.compact = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_delegation(self, title: str, state: str, icon: Icon) -> None:
        self.setText(title)
        self._state, self.icon_name = state, icon
        self.setAccessibleName(title)
        self.setAccessibleDescription(state)
        self.setToolTip(title)
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:
        self.compact = compact
        self.updateGeometry()
        self.update()

    def _lines(self) -> list[str]:
        width = px(WIDE - 16 - 22)
        return wrapped(self.text(), width, Type.STRONG)[:2]

    # Qt's interface

    def sizeHint(self) -> QSize:
        if self.compact:
            return QSize(px(36), px(36))
        lines = len(self._lines())
        return QSize(px(WIDE - 16), px(8 + 18 + 11) + lines * px(19))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, chosen = QPainter(self), tokens(), self.isChecked()
        fill = colours.selection if chosen else colours.hover if self.hovered else colours.card
        edge = None if chosen and not colours.high_contrast else colours.line
        paint.ground(painter, self.rect(), fill, edge, Radius.CARD)
        grey = colours.color(Pigment.INK2)
        if self.compact:
            if self.icon_name:
                icons.paint(painter, self.icon_name, self.rect(), grey)
        else:
            self._paint_words(painter, chosen)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect(), Radius.CARD)
        painter.end()

    def _paint_words(self, painter: QPainter, chosen: bool) -> None:
        colours = tokens()
        ink = colours.color(Pigment.INDIGO if chosen else Pigment.INK)
        grey = colours.color(Pigment.INK2)
        inner = self.rect().adjusted(px(11), px(9), -px(11), -px(9))
        line = inner.adjusted(0, 0, 0, 0)
        line.setHeight(px(19))
        for words in self._lines():
            paint.text(painter, line, words, Type.STRONG, ink)
            line.translate(0, px(19))
        line.setHeight(px(20))
        if self.icon_name:
            mark = line.adjusted(0, 0, 0, 0)
            mark.setWidth(px(icons.ROW_SIZE))
            icons.paint(painter, self.icon_name, mark, grey, icons.ROW_SIZE)
        paint.text(painter, line.adjusted(px(18), 0, 0, 0), self._state, Type.SMALL, grey)


class Sidebar(QWidget, Dressed):
    """Says where one goes; knows nothing of what is there."""

    place_asked = Signal(str)
    search_asked = Signal()
    delegation_asked = Signal()
    switch_asked = Signal()
    settings_asked = Signal()

    def __init__(self, places: tuple[Place, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lay_on(self, Ground.CHROME)
        self.setAccessibleName(self.tr("Places"))
        self.search = SearchOpener(self.tr("Search or run"), "Ctrl K")
        self.delegation = DelegationButton()
        self.switch = IconButton(
            Icon.UNFOLD, self.tr("Choose another delegation"), Pigment.INK2, "Ctrl+O"
        )
        self.settings = IconButton(Icon.SETTINGS, self.tr("Settings"), Pigment.INK2, "Ctrl+,")
        self.saved = Label("", Type.SMALL, Pigment.INK2)
        self._saved_mark = Picture(Icon.CHECK, Pigment.INK2, icons.ROW_SIZE)
        self._in_hand = Label(self.tr("Delegation in hand"), Type.SMALL, Pigment.INK2)
        self.others = Label("", Type.SMALL, Pigment.INDIGO, wraps=True)
        self._buttons = {place.key: NavButton(place.words, place.icon) for place in places}
        self._places = places
        self._foot = Row(
            self._saved_mark, self.saved, None, self.settings, spacing=6, margins=(8, 0, 0, 0)
        )
        self._heading = Row(self._in_hand, None, self.switch, margins=(8, 0, 0, 0))
        self._lay_out()
        self._connect()
        self.set_compact(False)

    def _lay_out(self) -> None:
        column = Column(self.search, 10, spacing=2, margins=(8, 4, 8, 8))
        for place in self._places:
            if not place.of_delegation:
                column.addWidget(self._buttons[place.key])
        column.addSpacing(px(8))
        column.addLayout(self._heading)
        column.addSpacing(px(2))
        column.addWidget(self.delegation)
        column.addLayout(Row(self.others, margins=(8, 2, 8, 4)))
        self.others.hide()
        column.addSpacing(px(4))
        for place in self._places:
            if place.of_delegation:
                column.addWidget(self._buttons[place.key])
        column.addStretch(1)
        column.addLayout(self._foot)
        self.setLayout(column)

    def _connect(self) -> None:
        self.search.clicked.connect(self.search_asked)
        self.delegation.clicked.connect(self._on_delegation_clicked)
        self.switch.clicked.connect(self.switch_asked)
        self.settings.clicked.connect(self.settings_asked)
        for key, button in self._buttons.items():
            button.clicked.connect(lambda _=False, key=key: self._on_place_clicked(key))

    def button(self, key: str) -> NavButton:
        return self._buttons[key]

    def choose(self, key: str) -> None:
        """Mark where one is; "" marks the page of the delegation in hand."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)
        self.delegation.setChecked(key == "")

    def set_count(self, key: str, count: int, says: str = "") -> None:
        self._buttons[key].set_count(count, says)

    def show_delegation(self, title: str, state: str, icon: Icon) -> None:
        """Without a title none is in hand, and its places are out of reach."""
        self.delegation.show_delegation(title, state, icon)
        self.delegation.setVisible(bool(title))
        for place in self._places:
            if place.of_delegation:
                self._buttons[place.key].setVisible(bool(title))

    def show_others(self, words: str) -> None:
        """Who else has the delegation in hand open; nothing where nobody has."""
        self.others.setText(words)
        self.others.setVisible(bool(words) and not self._compact)

    def show_saved(
        self, words: str, icon: Icon = Icon.CHECK, pigment: Pigment = Pigment.INK2
    ) -> None:
        self.saved.setText(words)
        self.saved.set_pigment(pigment)
        self._saved_mark.draw(icon, pigment)
        self._saved_mark.setToolTip(words)

    def dress(self) -> None:
        self.setFixedWidth(px(NARROW if self._compact else WIDE))

    def set_compact(self, compact: bool) -> None:
        """Icons only, where the window is narrow."""
        self._compact = compact
        self.dress()
        self.search.set_compact(compact)
        self.delegation.set_compact(compact)
        for button in self._buttons.values():
            button.set_compact(compact)
        for part in (self._in_hand, self.saved, self._saved_mark):
            part.setVisible(not compact)
        self.others.setVisible(bool(self.others.text()) and not compact)
        for row in (self._heading, self._foot):
            row.set_margins((0, 0, 4, 0) if compact else (8, 0, 0, 0))

    def _on_place_clicked(self, key: str) -> None:
        self.choose(key)
        self.place_asked.emit(key)

    def _on_delegation_clicked(self) -> None:
        self.choose("")
        self.delegation_asked.emit()
