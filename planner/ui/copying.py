"""Rows and drawings on the clipboard: as text and as a table for sheets, and as a picture."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView, QWidget

Rows = Iterable[Sequence[str]]


def shown_columns(table: QTableView) -> list[int]:
    """Those that are not hidden, in the order in which they stand."""
    header = table.horizontalHeader()
    order = map(header.logicalIndex, range(header.count()))
    return [column for column in order if not header.isSectionHidden(column)]


def copy_rows(table: QTableView) -> None:
    """The chosen rows under their headings, as they are read aloud, in the columns shown."""
    copy_cells(chosen_rows(table))


def chosen_rows(table: QTableView) -> list[list[str]]:
    chosen = table.selectionModel().selectedRows()
    return _told(table, sorted(chosen, key=QModelIndex.row))


def every_row(table: QTableView) -> list[list[str]]:
    """Those between headings of sections too, under them."""
    model = table.model()
    return _told(table, [model.index(row, 0) for row in range(model.rowCount())])


def _told(table: QTableView, indexes: Iterable[QModelIndex]) -> list[list[str]]:
    model, across = table.model(), Qt.Orientation.Horizontal
    columns = shown_columns(table)
    rows = [[str(model.headerData(column, across)) for column in columns]]
    rows += [[_spoken(index.siblingAtColumn(each)) for each in columns] for index in indexes]
    return rows


def _spoken(cell: QModelIndex) -> str:
    return cell.data(Qt.ItemDataRole.AccessibleTextRole) or cell.data() or ""


def copy_cells(rows: Rows) -> None:
    """As text with tabs, and as a table."""
    told = list(rows)
    carried = QMimeData()
    carried.setText("\n".join("\t".join(row) for row in told))
    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in told)
    carried.setHtml("<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>")
    QGuiApplication.clipboard().setMimeData(carried)


def copy_picture(drawn: QWidget) -> None:
    """As it is seen, but for the ring of the keyboard."""
    had_focus = drawn.hasFocus()
    drawn.clearFocus()
    QGuiApplication.clipboard().setPixmap(drawn.grab())
    if had_focus:
        drawn.setFocus()


def keep_plain_text() -> None:
    """Leave on the clipboard what Qt keeps by itself, before Python ends.

    Qt deletes what it carries after Python has gone; a thing made here would take the program down.
    """
    clipboard = QGuiApplication.clipboard()
    # what another program has put there is not ours to replace; offscreen there is no other
    if clipboard.ownsClipboard() or QGuiApplication.platformName() == "offscreen":
        clipboard.setText(clipboard.text())
