"""Keeps what is in hand in view, where tables have their full height and the page scrolls."""

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget

from planner.ui.appearance import Space, px


def keep_in_view(area: QScrollArea, table: QAbstractItemView) -> None:
    """Only while the keyboard is in the table: reading rows anew must not scroll the page."""

    def follow(index: QModelIndex) -> None:
        if table.hasFocus() and index.isValid():
            show_place(area, table.viewport(), table.visualRect(index).center())

    table.selectionModel().currentChanged.connect(lambda now, _before: follow(now))


def show_place(area: QScrollArea, part: QWidget, place: QPoint) -> None:
    """Scroll down or up until a place of a part of the page is seen with what is around it."""
    content = area.widget()
    if content is not None:
        area.ensureVisible(0, part.mapTo(content, place).y(), 0, px(Space.HUGE))
