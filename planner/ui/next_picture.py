"""Draws what the next start will show first: a window as it begins, on each of the coming days."""

from datetime import date, timedelta

from PySide6.QtCore import QByteArray, QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from planner.ui import paint
from planner.ui.components.row_table import RowTable
from planner.ui.first_picture import Drawn
from planner.ui.main_frame import MainFrame
from planner.ui.main_window import MainWindow

_DAYS = 14


def draw_first(
    window: MainWindow, days: list[date], size: QSize, geometry: QByteArray
) -> Drawn | None:
    """`days` holds the day of the window, which is moved on here; None where no list is seen."""
    frame = window.frame
    frame.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    frame.setWindowState(Qt.WindowState.WindowNoState)
    frame.resize(size)
    for _ in window.beginning():
        pass
    frame.show()
    drawn = _drawn(window, days, geometry)
    window.leave()
    frame.hide()
    frame.deleteLater()
    return drawn


def _drawn(window: MainWindow, days: list[date], geometry: QByteArray) -> Drawn | None:
    frame, table = window.frame, window.areas.delegations.table
    QCoreApplication.sendPostedEvents()  # what is to be laid out is
    if not table.isVisible():
        return None
    whole = _grabbed(frame, table, frame.rect())
    part = _daily(table).translated(table.viewport().mapTo(frame, QPoint()))
    ratio = frame.devicePixelRatioF()
    corner = (round(part.left() * ratio), round(part.top() * ratio))
    parts = {}
    for day in [days[0] + timedelta(number) for number in range(_DAYS)]:
        days[0] = day
        parts[day.isoformat()] = _grabbed(frame, table, part)
    return Drawn(whole, corner, parts, frame.windowTitle(), bytes(geometry.data()))


def _daily(table: RowTable) -> QRect:
    """The column that tells how many days are left, as far as it is seen."""
    heading = QCoreApplication.translate("DelegationLooks", "Report")
    column = [each.heading for each in table.plan].index(heading)
    left, shown = table.columnViewportPosition(column), table.viewport().rect()
    seen = QRect(left, 0, table.columnWidth(column), shown.height()).intersected(shown)
    return seen if seen.isValid() else QRect(0, 0, 1, 1)


def _grabbed(frame: MainFrame, table: RowTable, part: QRect) -> QImage:
    """With the ring that the list will have when the keyboard is there."""
    image = frame.grab(part).toImage()
    painter = QPainter(image)
    painter.translate(table.viewport().mapTo(frame, QPoint()) - part.topLeft())
    paint.focus_ring(painter, table.ring)
    painter.end()
    return image
