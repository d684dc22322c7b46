"""TablePreview: a table of the window on pages, in the columns and the order it is shown in."""

from collections.abc import Iterator

from PySide6.QtCore import QLocale, QModelIndex, Qt
from PySide6.QtWidgets import QCheckBox, QTableView

from planner.domain.errors import PlannerError
from planner.papers.listing import ListColumn, Listing, ListRow
from planner.printing import print_list
from planner.sentences import Language
from planner.ui.components.print_preview import PrintPreview
from planner.ui.components.table_export import rows_of, shown_text
from planner.ui.copying import shown_columns
from planner.ui.jobs import Jobs
from planner.ui.latest_job import LatestJob
from planner.ui.read_in_turns import ReadInTurns
from planner.ui.row_table_model import Role, Section
from planner.words import Words

_ALIGNED, _ALIGNMENT = Qt.AlignmentFlag, Qt.ItemDataRole.TextAlignmentRole


class TablePreview(PrintPreview):
    """Reads the rows a few at a time, and has them set in a thread."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table.accessibleName(), table.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._table = table
        self._reading = ReadInTurns(self)
        self._reading.progressed.connect(self._on_read)
        self._reading.finished.connect(self._set)
        self._jobs = Jobs(self)
        self._setter = LatestJob(self._jobs, self)
        self._setter.progressed.connect(self.progress.tell)
        self._setter.made.connect(self.show_pages)
        self._setter.refused.connect(self._on_refused)
        self._setter.finished.connect(self.progress.finish)
        self.chosen_only = QCheckBox(self.tr("Only the rows that are chosen"))
        self.bar.insertWidget(0, self.chosen_only)
        self.chosen_only.setVisible(len(table.selectionModel().selectedRows()) > 1)
        self.chosen_only.toggled.connect(self.read)
        self.read()

    def read(self) -> None:
        self.act.refuse(self.tr("The pages are being set."))
        self.progress.start(self.tr("Setting the pages"))
        self._reading.begin(_listed(self._table, self.chosen_only.isChecked()))

    def _on_read(self, count: int) -> None:
        self.progress.tell(count, self._table.model().rowCount())

    def _set(self, rows: list[ListRow]) -> None:
        if not rows:
            self.progress.finish()
            self.act.refuse(self.tr("There is no row to print."))
            return
        listing = Listing(self._table.accessibleName(), _columns(self._table), tuple(rows))
        words = _words()
        self._setter.ask(lambda progress: print_list(listing, words, progress))

    def _on_refused(self, error: PlannerError) -> None:
        self.act.refuse(_words().error(error))

    # Qt's interface

    def done(self, result: int) -> None:
        self._reading.stop()
        self._jobs.close()
        super().done(result)


def _words() -> Words:
    """Those of the window."""
    is_chinese = QLocale().language() is QLocale.Language.Chinese
    return Words(Language.CHINESE if is_chinese else Language.ENGLISH)


def _columns(table: QTableView) -> tuple[ListColumn, ...]:
    model, header, across = table.model(), table.horizontalHeader(), Qt.Orientation.Horizontal
    return tuple(
        ListColumn(
            str(model.headerData(column, across) or ""),
            header.sectionSize(column),
            bool(_ALIGNED(model.headerData(column, across, _ALIGNMENT)) & _ALIGNED.AlignRight),
        )
        for column in shown_columns(table)
    )


def _listed(table: QTableView, chosen_only: bool) -> Iterator[ListRow]:
    """Each row, and before the first of a section its name."""
    model, columns = table.model(), shown_columns(table)
    before: Section | None = None
    for row, section in rows_of(table, chosen_only):
        if section is not None and section is not before:
            yield ListRow(((section.words,),), is_section=True)
        before = section
        yield ListRow(tuple(_lines(model.index(row, column)) for column in columns))


def _lines(index: QModelIndex) -> tuple[str, ...]:
    return tuple(filter(None, (shown_text(index), index.data(Role.SECOND))))
