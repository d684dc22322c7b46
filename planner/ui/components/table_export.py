"""The rows of a table, as they are shown, into a file for Excel and other programs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QTableView

from planner.exchange.export import file_name
from planner.exchange.sheets import CSV, XLSX, write_csv, write_workbook
from planner.exchange.tables import Cell, Table
from planner.output import CannotWrite, write_file
from planner.ui.appearance import Pigment
from planner.ui.components.choices import Choice, SegmentedControl
from planner.ui.components.fields import Field
from planner.ui.components.labels import Label
from planner.ui.components.notices import ProgressLine
from planner.ui.components.panels import Dialog
from planner.ui.copying import shown_columns
from planner.ui.jobs import Job, Jobs
from planner.ui.read_in_turns import ReadInTurns
from planner.ui.row_table_model import Role, RowTableModel, Section

_WRITERS: Mapping[str, Callable[[Table], bytes]] = MappingProxyType(
    {XLSX: lambda table: write_workbook([table]), CSV: write_csv}
)


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row as it stands: its section, and each cell with the line below."""

    section: str | None
    cells: tuple[tuple[Cell, Cell], ...]


class TableExportDialog(Dialog):
    """Asks for the format and the place; what is written is told in the dialog."""

    def __init__(self, table: QTableView) -> None:
        super().__init__("", "", table.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._table = table
        self._path = Path()
        self._jobs = Jobs(self)
        self.reading = ReadInTurns(self)
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
        self.progress = ProgressLine()
        of_format = Field(self.tr("Format"), self.format)
        for each in (of_format, self.chosen_only, self.progress, self.told):
            self.body.addWidget(each)
        self.chosen_only.setVisible(len(table.selectionModel().selectedRows()) > 1)
        self.chosen_only.toggled.connect(self._show)
        self.reading.progressed.connect(self._on_read)
        self.reading.finished.connect(self._write)
        self.progress.cancelled.connect(self.reject)
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
        """Of what is shown now; long tables take long to read and to write."""
        self._path = path
        self.act.refuse(self.tr("The file is being written."))
        self.progress.start(self.tr("Writing the table"))
        self.reading.begin(_rows_shown(self._table, self.chosen_only.isChecked()))

    def _on_read(self, count: int) -> None:
        self.progress.tell(count, self._table.model().rowCount())

    def _write(self, rows: list[ShownRow]) -> None:
        path, write = self._path, _WRITERS[self.format.key]
        name, headings = self._table.accessibleName(), shown_headings(self._table)
        section, second = self.tr("Section"), self.tr("{heading}, second line")

        def work(_: Job) -> Path:
            write_file(path, write(told_table(name, headings, rows, section, second)))
            return path

        job = Job(work)
        job.succeeded.connect(self._on_written)
        job.failed.connect(self._on_failed)
        job.finished.connect(self.progress.finish)
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
        self.reading.stop()
        self._jobs.close()
        super().done(result)


def shown_headings(table: QTableView) -> tuple[str, ...]:
    model, across = table.model(), Qt.Orientation.Horizontal
    return tuple(str(model.headerData(each, across) or "") for each in shown_columns(table))


def _rows_shown(table: QTableView, chosen_only: bool) -> Iterator[ShownRow]:
    # row by row: of a long list only some pages are held at once
    model, columns = table.model(), shown_columns(table)
    for row, section in rows_of(table, chosen_only):
        cells = tuple(_cell(model.index(row, column)) for column in columns)
        yield ShownRow(section.words if section else None, cells)


def told_table(
    name: str, headings: Sequence[str], rows: Sequence[ShownRow], section: str, second: str
) -> Table:
    """The rows under their headings; where there are sections, each row tells its own first."""
    told: list[tuple[str, list[Cell]]] = []
    if any(row.section for row in rows):
        told.append((section, [row.section for row in rows]))
    for place, heading in enumerate(headings):
        told.append((heading, [row.cells[place][0] for row in rows]))
        if any(below := [row.cells[place][1] for row in rows]):
            told.append((second.format(heading=heading), below))
    all_headings, cells = zip(*told, strict=True)
    return Table("", name, all_headings, tuple(zip(*cells, strict=True)))


def rows_of(table: QTableView, chosen_only: bool) -> Iterator[tuple[int, Section | None]]:
    """Each row by its number, with the section that it stands in."""
    model, section = table.model(), None
    assert isinstance(model, RowTableModel)
    chosen = {index.row() for index in table.selectionModel().selectedRows()}
    sections = set(model.section_places)  # no row is read for this: of a long list few are held
    for row in range(model.rowCount()):
        if row in sections:
            section = model.index(row, 0).data(Role.SECTION)
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
