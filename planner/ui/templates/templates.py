"""Templates: asks where one is kept or found, and for the title and first day of the new one."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from planner import paths
from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.domain.errors import PlannerError
from planner.exchange.bundle import SUFFIX, Bundle, read_bundle, write_bundle
from planner.output import write_file
from planner.queries.dossiers import dossier
from planner.store.database import Database
from planner.ui.editor import Editor
from planner.ui.form import Form
from planner.ui.form_dialog import FormDialog
from planner.ui.formats import Formats
from planner.ui.inputs import DayInput, TextInput
from planner.usecases.copying import next_years_title, plan_from_template, template


class NewForm(Form):
    def __init__(self, formats: Formats) -> None:
        super().__init__(formats.words, Delegation.kind)
        self.add(self.field("title", TextInput()))
        self.add(self.field("starts_on", DayInput(formats)))


class Templates(QObject):
    saved = Signal(str)  # path
    planned = Signal(object)  # id of the new delegation
    refused = Signal(object)  # PlannerError

    def __init__(self, database: Database, editor: Editor, formats: Formats, home: QWidget) -> None:
        super().__init__(home)
        self._database = database
        self._editor = editor
        self._formats = formats
        self._home = home

    def ask_save(self, delegation: UUID) -> None:
        dialog = self._dialog(self.tr("Save as template"), QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.fileSelected.connect(lambda name: self.save(delegation, Path(name)))
        dialog.open()

    def ask_new(self) -> None:
        dialog = self._dialog(self.tr("New from template"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.begin(Path(name)))
        dialog.open()

    def save(self, delegation: UUID, path: Path) -> None:
        with self._database.read() as session:
            records = template(dossier(session, delegation))
        try:
            write_file(path, write_bundle(records, self._database.files.read))
        except PlannerError as error:
            self.refused.emit(error)
        else:
            self.saved.emit(str(path))

    def begin(self, path: Path) -> FormDialog | None:
        """Ask for the title and the first day; None where the file cannot be read."""
        try:
            bundle = read_bundle(path)
        except PlannerError as error:
            self.refused.emit(error)
            return None
        form = NewForm(self._formats)
        held = next((each for each in bundle.records if isinstance(each, Delegation)), None)
        form.show_values({"title": next_years_title(held.title) if held else ""})
        dialog = FormDialog(
            self.tr("New from template"),
            self.tr("Add"),
            form,
            lambda: self._plan(form, bundle),
            self._home.window(),
            reason=path.stem,
        )
        dialog.open()
        form.begin()
        return dialog

    def _plan(self, form: NewForm, bundle: Bundle) -> bool:
        values = form.values()
        made = form.submit(
            self._editor,
            EditName("plan_from_template", {"title": values["title"]}),
            lambda work: plan_from_template(work, bundle.records, values),
        )
        if made is not None:
            self.planned.emit(made.id)
        return made is not None

    def _dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        """In a folder of templates, made when somebody first looks for one."""
        folder = paths.templates_path()
        folder.mkdir(parents=True, exist_ok=True)
        dialog = QFileDialog(self._home, title, str(folder))
        dialog.setAcceptMode(mode)
        dialog.setNameFilter(self.tr("Templates (*.planner)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog
