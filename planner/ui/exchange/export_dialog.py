"""Which format, which edition, which part: and what the file will hold, before it is written."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.domain.delegation import Delegation
from planner.domain.errors import PlannerError
from planner.domain.records import BY_KIND
from planner.exchange.bundle import SUFFIX as ARCHIVE
from planner.exchange.calendar import SUFFIX as ICS
from planner.exchange.calendar import Share
from planner.exchange.export import (
    JSON,
    SUFFIXES,
    Surroundings,
    Wish,
    contents,
    contents_text,
    export,
    file_name,
)
from planner.exchange.sheets import CSV, XLSX
from planner.exchange.vcards import SUFFIX as VCF
from planner.exchange.vcards import Version
from planner.output import write_file
from planner.queries.dossiers import dossier
from planner.queries.last_changes import last_changes
from planner.store.database import Database
from planner.ui.appearance import Pigment
from planner.ui.components.choices import Choice, SegmentedControl
from planner.ui.components.fields import Field
from planner.ui.components.labels import Label
from planner.ui.components.panels import Dialog
from planner.ui.inputs import CheckInput, ChoiceInput
from planner.words import Words

PUBLIC, INTERNAL = "public", "internal"
_WITH_PHOTOS = (ARCHIVE, JSON, XLSX, CSV)


class ExportDialog(Dialog):
    """Writes the delegation in hand for another program."""

    WIDTH = 560

    saved = Signal(str)  # path
    archive_asked = Signal(object, bool)  # path, whether photos keep what cameras wrote

    def __init__(self, database: Database, words: Words, delegation: UUID, parent: QWidget) -> None:
        super().__init__("", "", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._database, self._words = database, words
        with database.read() as session:
            self._dossier = dossier(session, delegation)
            self._changed_at = last_changes(session)
        self._build()
        for each in (self.format, self.share, self.member, self.table, self.version):
            each.finished.connect(self._show)
        self.edition.chosen.connect(lambda _: self._show())
        self.traces.toggled.connect(lambda _: self._show())
        self._show()

    def _build(self) -> None:
        title = self.tr("Export the delegation")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.act.setText(self.tr("Save as…"))
        self.format = ChoiceInput((suffix, self._named(suffix)) for suffix in SUFFIXES)
        editions = (
            Choice(PUBLIC, self.tr("Public edition")),
            Choice(INTERNAL, self.tr("Internal edition")),
        )
        self.edition = SegmentedControl(editions, self.tr("Edition"))
        self.share = ChoiceInput(self._shares())
        self.member = ChoiceInput(self._members())
        self.table = ChoiceInput(self._tables())
        self.version = ChoiceInput(
            ((Version.THREE, self.tr("3.0 (Outlook, telephones)")), (Version.FOUR, "4.0"))
        )
        self._fields = {
            self.share: Field(self.tr("What the calendar holds"), self.share),
            self.member: Field(self.tr("For whom"), self.member),
            self.table: Field(self.tr("Table"), self.table),
            self.version: Field(self.tr("Version of the cards"), self.version),
        }
        self.edition_field = Field(self.tr("Edition"), self.edition)
        self.body.addWidget(Field(self.tr("Format"), self.format))
        self.body.addWidget(self.edition_field)
        for field in self._fields.values():
            self.body.addWidget(field)
        self.traces = CheckInput(self.tr("With positions and cameras of the photos"))
        self.body.addWidget(self.traces)
        self.told = Label("", pigment=Pigment.INK2, wraps=True)
        self.body.addWidget(self.told)

    def _named(self, suffix: str) -> str:
        names = {
            ARCHIVE: self.tr("Archive with photos (.planner)"),
            ICS: self.tr("Calendar (.ics)"),
            VCF: self.tr("Contacts (.vcf)"),
            ".xlsx": self.tr("Excel workbook (.xlsx)"),
            CSV: self.tr("Table (.csv)"),
            ".json": self.tr("Records for programs (.json)"),
            ".geojson": self.tr("Route for maps (.geojson)"),
            ".kml": self.tr("Route for Google Earth (.kml)"),
            ".xml": self.tr("Seminar programme, frab (.xml)"),
            ".jsonld": self.tr("Linked data, schema.org (.jsonld)"),
        }
        return names[suffix]

    def _shares(self) -> list[tuple[Share, str]]:
        return [
            (Share.ALL, self.tr("Everything")),
            (Share.STOPS, self.tr("The itinerary")),
            (Share.SEMINAR, self.tr("The seminar")),
            (Share.FOLLOW_UPS, self.tr("Follow-ups, as tasks")),
        ]

    def _members(self) -> list[tuple[UUID | None, str]]:
        people = (
            (member.id, person.name)
            for member in self._dossier.members
            if (person := self._dossier.person(member.person_id))
        )
        return [(None, self.tr("Everyone")), *people]

    def _tables(self) -> list[tuple[str, str]]:
        held = {record.kind for record in self._dossier.records()}
        kinds = [kind for kind in BY_KIND if kind in held and kind != Delegation.kind]
        kinds.sort(key=lambda kind: kind not in ("stop", "member", "person"))
        return [(kind, self._words.kind(kind)) for kind in kinds]

    # What is shown

    @property
    def wish(self) -> Wish:
        suffix = self.format.value()
        return Wish(
            suffix,
            self.edition.key == PUBLIC,
            self.share.value(),
            self.member.value() if suffix in (ICS, VCF) else None,
            self.table.value() or "stop",
            self.version.value(),
            self.traces.value(),
        )

    def _show(self) -> None:
        suffix = self.format.value()
        self.edition_field.setVisible(suffix != ARCHIVE)  # an archive is always whole
        self._fields[self.share].setVisible(suffix == ICS)
        self._fields[self.member].setVisible(suffix in (ICS, VCF))
        self._fields[self.table].setVisible(suffix == CSV)
        self._fields[self.version].setVisible(suffix == VCF)
        self.traces.setVisible(suffix in _WITH_PHOTOS and bool(self._dossier.photos))
        held = contents(self._dossier, self.wish)
        if held.counts:
            told = contents_text(held, self._file_name(), self._words)
            self.told.setText("\n".join(told))
        else:
            self.told.setText(self.tr("There is nothing for this format yet."))
        self.act.refuse("" if held.counts else self.tr("Choose another format."))
        self.adjustSize()

    def _file_name(self) -> str:
        return file_name(self._dossier.delegation.title) + str(self.format.value())

    # Qt's interface

    def accept(self) -> None:
        dialog = QFileDialog(self, self.windowTitle())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(str(self.format.value()).removeprefix("."))
        dialog.selectFile(self._file_name())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

    def save(self, path: Path) -> None:
        """Write it; a refusal is told in the dialog, which stays open.

        An archive is left to a thread: it may hold thousands of photos.
        """
        if self.wish.suffix == ARCHIVE:
            super().accept()
            self.archive_asked.emit(path, self.wish.has_traces)
            return
        around = Surroundings(
            self._words, datetime.now(UTC), self._changed_at, self._database.files.read
        )
        try:
            write_file(path, export(self._dossier, self.wish, around))
        except PlannerError as error:
            self.told.set_pigment(Pigment.CINNABAR)
            self.told.setText(self._words.error(error))
            return
        super().accept()
        self.saved.emit(str(path))
