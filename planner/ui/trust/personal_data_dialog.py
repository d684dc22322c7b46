"""PersonalDataDialog: what is kept of one person, to be exported or erased everywhere."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.domain.errors import PlannerError
from planner.domain.person import Person
from planner.output import write_file
from planner.personal_data import Kept, erase, exported, kept_of
from planner.queries.records import record
from planner.store.database import Database
from planner.ui.appearance import Pigment
from planner.ui.components.boxes import Hairline, Row
from planner.ui.components.buttons import Button
from planner.ui.components.cards import Bar
from planner.ui.components.fields import Field
from planner.ui.components.labels import Label
from planner.ui.components.panels import Dialog
from planner.ui.icons import Icon
from planner.ui.inputs import TextInput
from planner.ui.jobs import Jobs
from planner.ui.latest_job import LatestJob
from planner.words import Words

_MOST_TEXTS = 10


class PersonalDataDialog(Dialog):
    """Erasing asks for the name to be typed: nothing brings the person back."""

    WIDTH = 560
    erased = Signal(UUID)

    def __init__(
        self, database: Database, words: Words, key: UUID, parent: QWidget | None = None
    ) -> None:
        with database.read() as session:
            self._person = record(session, Person, key)
            kept = kept_of(database, session, self._person)
        name = self._person.name
        super().__init__(
            self.tr("Personal data of {name}").format(name=name),
            self.tr("Erase for good"),
            parent,
            safe=self.tr("Close"),
            reason=self.tr(
                "Erasing empties the records of this person, their history and every index, and "
                "deletes portraits. Journeys and promises stay, without the name. It cannot be "
                "undone, nor can anything done before it."
            ),
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._database = database
        self._words = words
        self._working = LatestJob(Jobs(self), self)
        self.bar = Bar()
        self.bar.sentence.setWordWrap(True)
        self.bar.hide()
        self.kept = Label(self._told(kept), wraps=True)
        self.export = Button(self.tr("Export all of it…"), Icon.EXPORT)
        self.name = TextInput()
        typed = self.tr("To erase, &type the name: {name}").format(name=name)
        self._asked = Field(typed, self.name)
        self._line = Hairline()
        self.body.addWidget(self.bar)
        self.body.addWidget(self.kept)
        self.body.addLayout(Row(self.export, None))
        self.body.addWidget(self._line)
        self.body.addWidget(self._asked)
        self.act.setDefault(False)  # Enter after typing must not erase by itself
        self.act.setEnabled(False)
        self._connect()
        self.export.setFocus()

    def _connect(self) -> None:
        self.export.clicked.connect(self._ask_file)
        self.name.textChanged.connect(lambda _: self._tell_acts())
        self._working.made.connect(self._on_erased)
        self._working.refused.connect(self._tell_refusal)
        self._working.finished.connect(self._tell_acts)

    def _told(self, kept: Kept) -> str:
        """Line by line what would go, and what would stay in copies."""
        words = self._words
        parts = [
            words("list.of", whole=words.kind(kind), part=count) for kind, count in kept.records
        ]
        lines = [
            self.tr("Named by: {what}").format(what=words.names(parts))
            if parts
            else self.tr("No other record names this person."),
            self.tr("%n change(s) in the history", "", kept.entries),
        ]
        if kept.backups:
            lines.append(
                self.tr("%n backup(s) hold this too, until they are deleted", "", kept.backups)
            )
        return "\n".join(lines)

    # Acts

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.export.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("JSON files (*.json)"))
        dialog.setDefaultSuffix("json")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        dialog.open()

    def export_to(self, file: Path) -> None:
        try:
            with self._database.read() as session:
                content = exported(session, self._person)
            write_file(file, content)
        except PlannerError as error:
            self._tell_refusal(error)
            return
        self._tell(self._words("person.exported", path=str(file)))

    def _tell_acts(self) -> None:
        self.act.setEnabled(self.name.value() == self._person.name and not self._working.is_busy)

    def _on_erased(self, lines: tuple[str, ...]) -> None:
        """Nothing is left to do here but to read what was done, and what is left to do."""
        for part in (self.export, self._line, self._asked, self.act, self.reason):
            part.hide()
        self.kept.setText("\n".join(lines[1:]))
        self.safe.setFocus()
        self._tell(lines[0])
        self.erased.emit(self._person.id)

    def _tell(self, sentence: str) -> None:
        self.bar.show_message(sentence, Icon.DONE, Pigment.PINE)
        self._fit()

    def _tell_refusal(self, error: PlannerError) -> None:
        self.bar.show_message(self._words.error(error), Icon.MUST, Pigment.CINNABAR)
        self._fit()

    def _fit(self) -> None:
        self._column.activate()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    # Qt's interface

    def accept(self) -> None:
        database, person, words = self._database, self._person, self._words
        self.act.setEnabled(False)
        self.bar.show_message(self.tr("Erasing…"), Icon.INFO, Pigment.INK2)
        self._fit()
        self._working.ask(lambda progress: erase(database, person, words, _MOST_TEXTS))

    def reject(self) -> None:
        """What is being erased is not left half told."""
        if not self._working.is_busy:
            super().reject()
