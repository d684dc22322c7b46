"""VersionsDialog: keeps the programme under a name; tells what changed since, and for whom."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.change_messages import SUFFIX, Draft, drafts, message_file
from planner.domain.changes import EditName
from planner.domain.dossier import Dossier
from planner.domain.errors import PlannerError
from planner.domain.programme_version import ProgrammeVersion
from planner.output import write_file
from planner.queries.dossiers import dossier
from planner.queries.programme_versions import programme_of
from planner.store.database import Database
from planner.ui.appearance import Pigment, px
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import Button
from planner.ui.components.fields import TextArea, TextField
from planner.ui.components.labels import Label
from planner.ui.components.panels import Dialog
from planner.ui.components.row_table import RowTable
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.row_table_model import Column, RowTableModel
from planner.usecases.programme_versions import keep_version

_LINES = 8
_VERSIONS_HEIGHT, _DRAFTS_HEIGHT = 116, 190


@dataclass(frozen=True)
class _VersionRow:
    key: UUID
    version: ProgrammeVersion


@dataclass(frozen=True)
class _DraftRow:
    key: UUID
    draft: Draft


class VersionsDialog(Dialog):
    WIDTH = 680

    saved = Signal(str)  # folder
    refused = Signal(object)  # PlannerError

    def __init__(
        self,
        database: Database,
        editor: Editor,
        formats: Formats,
        delegation: UUID,
        today: Callable[[], date],
        parent: QWidget,
    ) -> None:
        super().__init__(
            self.tr("Versions of the programme"),
            self.tr("Close"),
            parent,
            reason=self.tr(
                "Keep the programme as you send it out: later it tells what changed, and for whom."
            ),
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.safe.hide()
        self.act.setDefault(False)
        self.act.setAutoDefault(False)
        self._database = database
        self._editor = editor
        self._formats = formats
        self._delegation = delegation
        self._today = today
        self._now: Dossier | None = None
        self._build()
        self._connect()
        self.reload()
        self.name.setFocus()

    def _build(self) -> None:
        self.name = TextField(self.tr("Keep as"), self.tr("The programme as it is sent out"))
        self.keep = Button(self.tr("Keep"), Icon.PLUS)
        keeping = Row(self.name, self.keep)
        keeping.setStretch(0, 1)
        words, dated = self._formats.words, self._formats.dated
        versions: list[Column[_VersionRow]] = [
            Column(self.tr("Name"), lambda row: row.version.name, icon=lambda row: Icon.HISTORY),
            Column(self.tr("Day"), lambda row: row.version.taken_on, dated, width=120),
            Column(self.tr("By"), lambda row: row.version.taken_by, width=140),
        ]
        told: list[Column[_DraftRow]] = [
            Column(self.tr("Who"), lambda row: row.draft.to.name, icon=lambda row: Icon.PERSON),
            Column(self.tr("Part"), lambda row: row.draft.to.part, words.value, width=110),
            Column(self.tr("Address"), lambda row: row.draft.address, width=220),
        ]
        self._versions, self._drafts = RowTableModel(versions, self), RowTableModel(told, self)
        self.versions = RowTable(self._versions, self.tr("Kept versions"))
        self.drafts = RowTable(self._drafts, self.tr("Who is to be told"))
        self.nothing = Label(
            self.tr("Nothing has changed since this version."), pigment=Pigment.INK2
        )
        self.message = TextArea(self.tr("Message"), "", _LINES)
        self.message.setReadOnly(True)
        self.versions.setFixedHeight(px(_VERSIONS_HEIGHT))
        self.drafts.setFixedHeight(px(_DRAFTS_HEIGHT))
        self.copy = Button(self.tr("Copy the message"), Icon.COPY)
        self.save = Button(self.tr("Save the drafts…"), Icon.MAIL)
        self.body.addLayout(keeping)
        for part in (self.versions, self.nothing, self.drafts, self.message):
            self.body.addWidget(part)
        self.body.addLayout(Row(None, self.copy, self.save))

    def _connect(self) -> None:
        self.keep.clicked.connect(self._keep)
        self.name.returnPressed.connect(self._keep)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._ask_folder)
        self.versions.selectionModel().currentChanged.connect(lambda: self._show_changes())
        self.drafts.selectionModel().currentChanged.connect(lambda: self._show_message())

    # What is shown

    def reload(self) -> None:
        with self._database.read() as session:
            self._now = dossier(session, self._delegation)
        held = sorted(self._now.programme_versions, key=lambda each: each.taken_on, reverse=True)
        self._versions.show([_VersionRow(each.id, each) for each in held])
        self.versions.setVisible(bool(held))
        if held:
            self.versions.choose(held[0].id)
        self._show_changes()

    @property
    def _version(self) -> ProgrammeVersion | None:
        rows: list[_VersionRow] = list(self._versions.rows)
        return next((row.version for row in rows if row.key == self.versions.key), None)

    def _show_changes(self) -> None:
        version = self._version
        found: tuple[Draft, ...] = ()
        if version is not None and self._now is not None:
            try:
                before = programme_of(version, self._database.files)
                found = drafts(before, self._now, self._formats.words)
            except PlannerError as error:
                self.refused.emit(error)
        self._drafts.show([_DraftRow(draft.to.where.key, draft) for draft in found])
        self.nothing.setVisible(version is not None and not found)
        for part in (self.drafts, self.message, self.copy, self.save):
            part.setVisible(bool(found))
        if found:
            self.drafts.choose(found[0].to.where.key)
        self._show_message()

    @property
    def _found(self) -> list[Draft]:
        return [row.draft for row in self._drafts.rows]

    def _show_message(self) -> None:
        key = self.drafts.key
        text = next((each.text for each in self._found if each.to.where.key == key), "")
        self.message.setPlainText(text)

    # What one does

    def _keep(self) -> None:
        name, now = self.name.text().strip(), self._now
        if not name or now is None:
            self.name.setFocus()
            return
        kept = self._editor.run(
            EditName("keep_version", {"what": name}),
            lambda work: keep_version(work, now, name, self._today(), self._database.who),
        )
        if kept is not None:
            self.name.clear()
            self.reload()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.message.toPlainText())

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for the drafts"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda path: self.save_drafts(Path(path)))
        dialog.open()

    def save_drafts(self, folder: Path) -> None:
        """One file each, numbered in the order shown."""
        try:
            for number, draft in enumerate(self._found, 1):
                write_file(folder / f"{number:02}{SUFFIX}", message_file(draft))
        except PlannerError as error:
            self.refused.emit(error)
        else:
            self.saved.emit(str(folder))
