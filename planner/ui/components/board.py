"""A board: columns of cards that are dragged from one state to the next."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.ui import paint
from planner.ui.appearance import Pigment, Radius, Type, px, tokens
from planner.ui.carried import keys_carried
from planner.ui.components.boxes import Column, Row
from planner.ui.components.buttons import Button
from planner.ui.components.card_list import MIME, CardList, CardModel
from planner.ui.components.labels import Label, Picture
from planner.ui.delegates import CardFace
from planner.ui.drawing.states import Look
from planner.ui.formats import grouped
from planner.ui.icons import Icon
from planner.ui.row_table_model import Role


class BoardColumn(QWidget):
    """One state, its cards, and where cards are dropped to reach it."""

    opened = Signal(object)  # key
    dropped = Signal(list)  # keys as text
    files_dropped = Signal(object, list)  # key of the card they fell on, paths
    menu_asked = Signal(QPoint)  # on the screen
    add_asked = Signal()
    moved_on = Signal(int)  # -1 or 1: the arrow keys that leave the column

    def __init__(
        self,
        words: str,
        icon: Icon,
        empty: str,
        add: str = "",
        pigment: Pigment = Pigment.INK2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._target = False
        self.model = CardModel(self)
        self.cards = CardList(self)
        self.cards.setModel(self.model)
        self.cards.setAccessibleName(words)
        self._count = Label("0", Type.BASE, Pigment.INK2)
        self._empty = Label(empty, Type.SMALL, Pigment.INK3, wraps=True)
        self._empty.setContentsMargins(px(8), 0, px(8), 0)
        self._more = Label("", Type.SMALL, Pigment.INK3, wraps=True)
        self._more.setContentsMargins(px(8), 0, px(8), 0)
        self._more.hide()
        heading = Row(
            Picture(icon, pigment),
            Label(words, Type.STRONG, elides=True),
            self._count,
            None,
            margins=(7, 0),
        )
        column = Column(
            heading, self._empty, self.cards, self._more, spacing=9, margins=(6, 9, 6, 6)
        )
        column.setStretchFactor(self.cards, 1)
        if add:
            button = Button(add, Icon.PLUS, Look.QUIET, small=True)
            button.clicked.connect(self.add_asked)
            column.addWidget(button)
        column.addStretch()
        self.setLayout(column)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(px(112))
        self.cards.activated.connect(lambda index: self.opened.emit(index.data(Role.KEY)))
        self.cards.moved_on.connect(self.moved_on)
        self.cards.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.cards.customContextMenuRequested.connect(
            lambda where: self.menu_asked.emit(self.cards.viewport().mapToGlobal(where))
        )

    @property
    def keys(self) -> list[Any]:
        """Of the chosen cards, from the top."""
        chosen = sorted(self.cards.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return [index.data(Role.KEY) for index in chosen]

    def choose(self, key: object) -> bool:
        """Put the keyboard's mark on a card; False where it is not here."""
        row = next((at for at, card in enumerate(self.model.cards) if card.key == key), -1)
        if row >= 0:
            self.cards.choose(row)
        return row >= 0

    def show_cards(self, cards: Sequence[CardFace], count: int | None = None) -> None:
        """`count` where there are more of them than cards."""
        self.model.show(cards)
        self._count.setText(f"{len(cards) if count is None else count:,}")
        left = max((count or 0) - len(cards), 0)
        more = self.tr("%n more: search, filter or take the list", "", left)
        self._more.setText(grouped(more, left))
        self._more.setVisible(left > 0)
        self._empty.setVisible(not cards)
        self.cards.setVisible(bool(cards))
        self.cards.fit()

    def _be_target(self, target: bool) -> None:
        self._target = target
        self.update()

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        edge = colours.color(Pigment.INDIGO) if self._target else None
        if colours.high_contrast and edge is None:
            edge = colours.edge  # type: ignore[assignment]
        paint.ground(painter, self.rect(), colours.chrome, edge, Radius.CARD)
        painter.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self._be_target(True)
        elif _paths(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        on_card = self._card_at(event).isValid()
        event.setAccepted(event.mimeData().hasFormat(MIME) or (on_card and bool(_paths(event))))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._be_target(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._be_target(False)
        event.acceptProposedAction()
        if event.mimeData().hasFormat(MIME):
            self.dropped.emit(keys_carried(event.mimeData(), MIME))
        elif (card := self._card_at(event)).isValid():
            self.files_dropped.emit(card.data(Role.KEY), _paths(event))

    def _card_at(self, event: QDropEvent) -> QModelIndex:
        place = self.cards.viewport().mapFrom(self, event.position().toPoint())
        return self.cards.indexAt(place)


def _paths(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


class Board(QWidget):
    """Columns side by side; arrows go from one to the next."""

    def __init__(self, columns: Sequence[BoardColumn], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.setLayout(Row(*columns, spacing=12))
        for place, column in enumerate(columns):
            column.moved_on.connect(lambda step, place=place: self._go(place, step))
            column.cards.clicked.connect(lambda _, place=place: self._only(place))

    def _go(self, place: int, step: int) -> None:
        """To the nearest column that way which has a card."""
        there = place + step
        while 0 <= there < len(self.columns):
            cards = self.columns[there].cards
            if cards.model().rowCount():
                row = min(
                    self.columns[place].cards.currentIndex().row(), cards.model().rowCount() - 1
                )
                cards.choose(max(row, 0))
                cards.setFocus(Qt.FocusReason.OtherFocusReason)
                self._only(there)
                return
            there += step

    @property
    def keys(self) -> list[Any]:
        """Of the chosen cards; they stand in one column."""
        return [key for column in self.columns for key in column.keys]

    def choose(self, key: object) -> bool:
        for place, column in enumerate(self.columns):
            if column.choose(key):
                self._only(place)
                return True
        return False

    def _only(self, chosen: int) -> None:
        for place, column in enumerate(self.columns):
            if place != chosen:
                column.cards.clearSelection()
                column.cards.setCurrentIndex(QModelIndex())
