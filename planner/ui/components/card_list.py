"""The cards of one column: known by their keys, dragged by them, walked with arrows."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from planner.ui.appearance import Dressed, Ground, px
from planner.ui.components.boxes import lay_on
from planner.ui.delegates import CARD_ROLE, CardDelegate, CardFace
from planner.ui.dragged_rows import DraggedRows
from planner.ui.row_table_model import Role

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-planner-cards"
_TOP = QModelIndex()


class CardModel(DraggedRows):
    """The cards of one column."""

    MIME = MIME

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[CardFace] = []

    @property
    def cards(self) -> Sequence[CardFace]:
        return self._cards

    def show(self, cards: Sequence[CardFace]) -> None:
        if list(cards) != self._cards:
            self.beginResetModel()
            self._cards = list(cards)
            self.endResetModel()

    # Qt's interface

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        readers: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: card.title,
            Qt.ItemDataRole.AccessibleTextRole: card.spoken,
            Role.KEY: card.key,
            CARD_ROLE: card,
        }
        return readers.get(role)


class CardList(QListView, Dressed):
    moved_on = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(CardDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        lay_on(self.viewport(), Ground.CHROME)

    def dress(self) -> None:
        self.fit()

    def choose(self, row: int) -> None:
        """This one only, whatever keys are held down."""
        index = self.model().index(row, 0)
        only = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, only)
        self.scrollTo(index)

    def fit(self) -> None:
        """As high as its cards, so that what follows stands right below."""
        self.doItemsLayout()
        self.setMaximumHeight(max(self.contentsSize().height(), 1))
        self.updateGeometry()

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(px(180), max(self.contentsSize().height(), 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved_on.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)
