"""OfferList: what may stand at the `@`, below the cursor; the keys stay with the manuscript."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.ui import icons, paint
from planner.ui.appearance import Ground, Pigment, Radius, Type, px, tokens
from planner.ui.components.boxes import lay_on
from planner.ui.report.writing.faces import Offer

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_OFFER = int(Qt.ItemDataRole.UserRole) + 1
_OPENS_GROUP = int(Qt.ItemDataRole.UserRole) + 2
_TAKES = "Enter"
_WIDTH, _ROW, _HEADING, _ROWS = 360, 30, 22, 9


class _OfferModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offers: tuple[Offer, ...] = ()

    def show(self, offers: Sequence[Offer]) -> None:
        self.beginResetModel()
        self.offers = tuple(offers)
        self.endResetModel()

    # Qt's interface

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        offer, row = self.offers[index.row()], index.row()
        if role == _OFFER:
            return offer
        if role == _OPENS_GROUP:
            return row == 0 or self.offers[row - 1].group != offer.group
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{offer.group} {offer.title} {offer.note}".strip()
        return None


class _OfferDelegate(QStyledItemDelegate):
    # Qt's interface

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(_WIDTH - 16), px(_ROW + (_HEADING if index.data(_OPENS_GROUP) else 0)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer: Offer = index.data(_OFFER)
        colours, rect = tokens(), QRect(option.rect)
        if index.data(_OPENS_GROUP):
            heading = QRect(rect.left() + px(10), rect.top(), rect.width(), px(_HEADING))
            paint.text(painter, heading, offer.group, Type.SMALL, colours.color(Pigment.INK2))
            rect.setTop(rect.top() + px(_HEADING))
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            paint.ground(painter, rect, colours.selection, None, Radius.FIELD)
        pigment = Pigment.INDIGO if is_chosen else Pigment.INK2
        mark = QRect(rect.left() + px(8), rect.top(), px(icons.SIZE), rect.height())
        icons.paint(painter, offer.icon, mark, colours.color(pigment))
        words = rect.adjusted(px(32), 0, -px(8), 0)
        if is_chosen:
            width = paint.key_width(_TAKES)
            paint.key_cap(painter, words.right() - width, rect.center().y(), _TAKES)
            words.setRight(words.right() - width - px(8))
        kind = Type.STRONG if is_chosen else Type.BASE
        ink = colours.color(Pigment.INDIGO if is_chosen else Pigment.INK)
        taken = paint.text(painter, words, offer.title, kind, ink)
        note = words.adjusted(taken + px(10), 0, 0, 0)
        paint.text(painter, note, offer.note, Type.BASE, colours.color(Pigment.INK2))


class OfferList(QFrame):
    """A child of the editor's window, never a window itself, so that focus stays."""

    chosen = Signal(object)  # Offer

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = _OfferModel(self)
        self.list = QListView(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_OfferDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(name)
        self.setAccessibleName(name)
        lay_on(self.list.viewport(), Ground.CARD)
        self.list.clicked.connect(lambda _: self.choose())
        self.hide()

    @property
    def offers(self) -> tuple[Offer, ...]:
        return self._model.offers

    @property
    def current(self) -> Offer | None:
        row = self.list.currentIndex().row()
        return self.offers[row] if 0 <= row < len(self.offers) else None

    def show_at(self, below: QRect, within: QRect, offers: Sequence[Offer]) -> None:
        """Below a line of the parent, or above it where there is no room within its desk."""
        if not offers:
            self.hide()
            return
        self._model.show(offers)
        self.list.setCurrentIndex(self._model.index(0))
        wanted = sum(
            self.list.itemDelegate()
            .sizeHint(QStyleOptionViewItem(), self._model.index(row))
            .height()
            for row in range(min(len(offers), _ROWS))
        )
        size = QSize(px(_WIDTH), wanted + px(16))
        left = max(min(below.left(), within.right() - size.width() - px(4)), within.left() + px(4))
        top = below.bottom() + px(4)
        if top + size.height() > within.bottom():
            top = max(below.top() - size.height() - px(4), 0)
        self.setGeometry(QRect(QPoint(left, top), size))
        self.list.setGeometry(self.rect().adjusted(px(8), px(8), -px(8), -px(8)))
        self.raise_()
        self.show()

    def step(self, by: int) -> None:
        row = (self.list.currentIndex().row() + by) % max(len(self.offers), 1)
        self.list.setCurrentIndex(self._model.index(row))

    def choose(self) -> None:
        if (offer := self.current) is not None:
            self.hide()
            self.chosen.emit(offer)

    def takes_key(self, event: QKeyEvent) -> bool:
        """While something is offered, arrows and Enter choose it."""
        if not self.isVisible():
            return False
        match event.key():
            case Qt.Key.Key_Down:
                self.step(1)
            case Qt.Key.Key_Up:
                self.step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
                self.choose()
            case Qt.Key.Key_Escape:
                self.hide()
            case _:
                return False
        return True

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        paint.ground(painter, self.rect(), colours.card, colours.edge, Radius.CARD)
        painter.end()
