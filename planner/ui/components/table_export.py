"""The rows of a table, as they are shown, into a file for Excel and other programs."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QTableView

from planner.exchange.export import file_name
from planner.exchange.sheets import CSV, XLSX, write_csv, write_workbook
from planner.exchange.tables import Cell, Table
from planner.output import CannotWrite, write_file
from planner.ui.appearance import Pigment
from planner.ui.components.choices import Choice, SegmentedControl
from planner.ui.components.fields import Field
from planner.ui.components.labels import Label
from planner.ui.components.panels import Dialog
from planner.ui.copying import shown_columns
from planner.ui.jobs import Job, Jobs
from planner.ui.row_table_model import Role, Section

_WRITERS: Mapping[str, Callable[[Table], bytes]] = MappingProxyType(
    {XLSX: lambda table: write_workbook([table]), CSV: write_csv}
)


class TableExportDialog(Dialog):
    """Asks for the format and the place; what is written is told in the dialog."""

    def __init__(self, table: QTableView) -> None:
        super().__init__("", "", table.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._table = table
        self._jobs = Jobs(self)
        title = self.tr("Export the table “{name}”").format(name=table.accessibleName())
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.act.setText(self.tr("Save as…"))
        formats = (
            Choice(XLSX, self.tr("Excel workbook (.xlsx)")),
            Choice(CSV, self.tr("Table (.csv)")),
        )
        self.format = SegmentedControl(formats, self.tr("Format"))
        self.chosen_only = QCheckBox(self.tr("Only the rows that are chosen"))
        self.told = Label("", pigment=Pigment.INK2, wraps=True)
        for each in (Field(self.tr("Format"), self.format), self.chosen_only, self.told):
            self.body.addWidget(each)
        self.chosen_only.setVisible(len(table.selectionModel().selectedRows()) > 1)
        self.chosen_only.toggled.connect(self._show)
        self._show()

    def _show(self) -> None:
        rows = len(list(rows_of(self._table, self.chosen_only.isChecked())))
        columns = len(shown_columns(self._table))
        told = self.tr("{rows} rows, {columns} columns, as the table shows them.")
        self._tell(told.format(rows=f"{rows:,}", columns=columns))
        self.act.refuse("" if rows else self.tr("There is no row to export."))

    def _tell(self, words: str, pigment: Pigment = Pigment.INK2) -> None:
        self.told.set_pigment(pigment)
        self.told.setText(words)

    def save(self, path: Path) -> None:
        """Read what is shown now, and write it in a thread: a workbook of many rows takes long."""
        told = shown_table(self._table, self.chosen_only.isChecked())
        write = _WRITERS[self.format.key]

        def work(_: Job) -> Path:
            write_file(path, write(told))
            return path

        job = Job(work)
        job.succeeded.connect(self._on_written)
        job.failed.connect(self._on_failed)
        self.act.refuse(self.tr("The file is being written."))
        self._jobs.start(job)

    def _on_written(self, path: Path) -> None:
        self._tell(self.tr("Saved as {path}").format(path=path), Pigment.PINE)
        self.safe.setText(self.tr("Close"))
        self.act.refuse("")

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CannotWrite):
            raise error
        told = self.tr("{path} cannot be written: {reason}. Choose another place.")
        self._tell(told.format(**error.context), Pigment.CINNABAR)
        self.act.refuse("")

    # Qt's interface

    def accept(self) -> None:
        suffix = self.format.key
        dialog = QFileDialog(self, self.windowTitle())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.selectFile(file_name(self._table.accessibleName()) + suffix)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

    def done(self, result: int) -> None:
        self._jobs.close()
        super().done(result)


def shown_table(table: QTableView, chosen_only: bool = False) -> Table:
    """The rows under their headings; where there are sections, each row tells its own first."""
    model, translate = table.model(), QCoreApplication.translate
    rows, columns = list(rows_of(table, chosen_only)), shown_columns(table)
    # row by row: of a long list only some pages are held at once
    grid = [[_cell(model.index(row, column)) for column in columns] for row, _ in rows]
    told: list[tuple[str, list[Cell]]] = []
    if any(section for _, section in rows):
        sections: list[Cell] = [section.words if section else None for _, section in rows]
        told.append((translate("TableExportDialog", "Section"), sections))
    for place, column in enumerate(columns):
        heading = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        told.append((heading, [line[place][0] for line in grid]))
        if any(below := [line[place][1] for line in grid]):
            more = translate("TableExportDialog", "{heading}, second line")
            told.append((more.format(heading=heading), below))
    headings, cells = zip(*told, strict=True)
    return Table("", table.accessibleName(), headings, tuple(zip(*cells, strict=True)))


def rows_of(table: QTableView, chosen_only: bool) -> Iterator[tuple[int, Section | None]]:
    """Each row by its number, with the section that it stands in."""
    model, section = table.model(), None
    chosen = {index.row() for index in table.selectionModel().selectedRows()}
    for row in range(model.rowCount()):
        heading = model.index(row, 0).data(Role.SECTION)
        if heading is not None:
            section = heading
        elif not chosen_only or row in chosen:
            yield row, section


def _cell(index: QModelIndex) -> tuple[Cell, Cell]:
    """What stands in it, and on a second line below."""
    return _value(index), index.data(Role.SECOND) or None


def shown_text(index: QModelIndex) -> str:
    """What stands in a cell, and the words of its chip."""
    chip = index.data(Role.CHIP)
    shown = index.data(Qt.ItemDataRole.DisplayRole) or ""
    told = " ".join(filter(None, (shown, chip.words if chip else "")))
    if told or index.data(Role.SECOND):
        return told
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")  # an icon may tell


def _value(index: QModelIndex) -> Cell:
    """A day and a bare number as such, so that they sort and add up; all else as it is read."""
    value, told = index.data(Qt.ItemDataRole.EditRole), shown_text(index)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    is_number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    return value if is_number and told.replace(",", "") == str(value) else told or None
