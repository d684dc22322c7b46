"""RetentionDialog: persons whom nothing has needed for years, to be erased or kept with reason."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.domain.errors import PlannerError
from planner.personal_data import due
from planner.queries.personal import KeptPerson
from planner.store.database import Database
from planner.ui.appearance import Pigment, px
from planner.ui.components.boxes import Row
from planner.ui.components.fields import Field
from planner.ui.components.labels import Label
from planner.ui.components.panels import Dialog
from planner.ui.components.row_table import RowTable
from planner.ui.inputs import ChoiceInput
from planner.ui.jobs import Jobs
from planner.ui.latest_job import LatestJob
from planner.ui.row_table_model import Column, RowTableModel
from planner.ui.trust.personal_data_dialog import PersonalDataDialog
from planner.words import Words

_HEIGHT = 320
_YEARS = (2, 5, 10, 15, 20)
_USUAL = 10


class RetentionDialog(Dialog):
    """The list is read in a thread; each person is looked at before anything goes."""

    WIDTH = 560

    def __init__(
        self,
        database: Database,
        words: Words,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("Personal data falling due"),
            self.tr("Personal data…"),
            parent,
            safe=self.tr("Close"),
            reason=self.tr(
                "A person is needed until the last day of any journey or visit that names them, "
                "and by whoever last changed their record."
            ),
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._database = database
        self._words = words
        self._today = today
        self._reading = LatestJob(Jobs(self), self)
        self.years = ChoiceInput([(each, self.tr("%n years", "", each)) for each in _YEARS])
        self.years.show_value(_USUAL)
        self._model = RowTableModel(self._columns(), self)
        self.persons = RowTable(self._model, self.tr("Persons"))
        self.persons.setFixedHeight(px(_HEIGHT))
        self.count = Label("", pigment=Pigment.INK2, wraps=True)
        self.body.addLayout(Row(Field(self.tr("Needed by nothing &for"), self.years), None))
        self.body.addWidget(self.persons)
        self.body.addWidget(self.count)
        self._connect()
        self._read()
        self.persons.setFocus()

    def _connect(self) -> None:
        self.years.finished.connect(self._read)
        self.persons.opened.connect(lambda _: self.accept())
        self._reading.made.connect(self._show)
        self._reading.refused.connect(self._tell_refusal)

    def _columns(self) -> list[Column[KeptPerson]]:
        return [
            Column(self.tr("Name"), lambda kept: kept.name),
            Column(
                self.tr("Last needed"),
                lambda kept: kept.last_needed,
                self._words.day,
                width=176,
                pigment=Pigment.INK2,
            ),
        ]

    def _read(self) -> None:
        today, years = self._today(), self.years.value()
        self.count.setText(self.tr("Reading…"))
        self._reading.ask(lambda progress: self._due(today, years))

    def _due(self, today: date, years: int) -> list[KeptPerson]:
        with self._database.read() as session:
            return due(session, today, years)

    def _show(self, persons: list[KeptPerson]) -> None:
        self._model.show(persons)
        if persons and not self.persons.currentIndex().isValid():
            self.persons.setCurrentIndex(self._model.index(0, 0))
        self.act.setEnabled(bool(persons))
        years = self.years.value()
        self.count.setText(self._words("person.due", count=len(persons), years=years))

    def _tell_refusal(self, error: PlannerError) -> None:
        self.count.setText(self._words.error(error))

    # Qt's interface

    def accept(self) -> None:
        key = self.persons.key
        if isinstance(key, UUID):
            dialog = PersonalDataDialog(self._database, self._words, key, self)
            dialog.erased.connect(lambda _: self._read())
            dialog.open()
