"""Rows of a table on the clipboard: as text, and as a table for documents and sheets."""

from html import escape

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView


def shown_columns(table: QTableView) -> list[int]:
    """Those that are not hidden, in the order in which they stand."""
    header = table.horizontalHeader()
    order = map(header.logicalIndex, range(header.count()))
    return [column for column in order if not header.isSectionHidden(column)]


def copy_rows(table: QTableView) -> None:
    """The chosen rows under their headings, as they are read aloud, in the columns shown."""
    model, across = table.model(), Qt.Orientation.Horizontal
    columns = shown_columns(table)
    rows = [[str(model.headerData(column, across)) for column in columns]]
    for index in sorted(table.selectionModel().selectedRows(), key=QModelIndex.row):
        cells = (index.siblingAtColumn(column) for column in columns)
        rows.append([cell.data(Qt.ItemDataRole.AccessibleTextRole) or "" for cell in cells])
    carried = QMimeData()
    carried.setText("\n".join("\t".join(row) for row in rows))
    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    carried.setHtml("<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>")
    QGuiApplication.clipboard().setMimeData(carried)


def keep_plain_text() -> None:
    """Leave on the clipboard what Qt keeps by itself, before Python ends.

    Qt deletes what it carries after Python has gone; a thing made here would take the program down.
    """
    clipboard = QGuiApplication.clipboard()
    # what another program has put there is not ours to replace; offscreen there is no other
    if clipboard.ownsClipboard() or QGuiApplication.platformName() == "offscreen":
        clipboard.setText(clipboard.text())
