"""Archives: one delegation into a file, and files into the store, with progress and cancel."""

from itertools import count
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from planner import sealing
from planner.domain.photo import Photo
from planner.exchange.bundle import SUFFIX, Bundle, read_bundle
from planner.exchange.export import file_name, write_archive
from planner.exchange.incoming import SUFFIXES
from planner.exchange.staged import StagedFile, Verdict
from planner.output import write_file
from planner.queries.archived import archived, has_photos
from planner.queries.staging import staged_archive
from planner.store.database import Database
from planner.ui.collector import let_go, many_rows
from planner.ui.components.notices import ProgressLine
from planner.ui.editor import Editor
from planner.ui.jobs import Job, Jobs
from planner.ui.passphrase_dialog import PassphraseDialog
from planner.ui.traces_dialog import TracesDialog
from planner.ui.work_queue import WorkQueue
from planner.usecases.imports import name_of_import, take_in


class Archives(WorkQueue[Path]):
    """Asks for a file, reads or writes it in a thread, and tells how it went."""

    chosen = Signal(list)  # paths to be taken in
    saved = Signal(str)  # path
    clashing = Signal(object)  # StagedFile to be decided on
    imported = Signal(object)  # id of the first delegation that came

    def __init__(
        self,
        database: Database,
        editor: Editor,
        jobs: Jobs,
        progress: ProgressLine,
        home: QWidget,
    ) -> None:
        super().__init__(jobs, progress, home)
        self._database = database
        self._editor = editor
        self._asking: PassphraseDialog | None = None

    @property
    def is_asking(self) -> bool:
        return self._asking is not None

    # Asking

    def ask_import(self) -> None:
        dialog = self._dialog(self.tr("Import"), QFileDialog.AcceptMode.AcceptOpen)
        endings = " ".join(f"*{ending}" for ending in (SUFFIX, sealing.SUFFIX, *SUFFIXES))
        dialog.setNameFilter(
            self.tr("Archives, calendars, contacts, lists ({endings})").format(endings=endings)
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.chosen.emit([Path(name) for name in names]))
        dialog.open()

    def ask_export(self, delegation: UUID | None, title: str) -> None:
        """Of one delegation, or of the whole store."""
        with self._database.read() as session:
            shows_photos = has_photos(session, delegation)
        if not shows_photos:
            self._ask_where(delegation, title, has_traces=False)
            return
        dialog = TracesDialog(self.tr("Export archive"), self._home)
        dialog.answered.connect(
            lambda has_traces: self._ask_where(delegation, title, has_traces=has_traces)
        )
        dialog.open()

    def _ask_where(self, delegation: UUID | None, title: str, *, has_traces: bool) -> None:
        dialog = self._dialog(self.tr("Export archive"), QFileDialog.AcceptMode.AcceptSave)
        plain, encrypted = self.tr("Archives (*.planner)"), self.tr("Encrypted (*.planner.age)")
        dialog.setNameFilters([plain, encrypted])
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(
                f"{SUFFIX}{sealing.SUFFIX if chosen == encrypted else ''}".removeprefix(".")
            )
        )
        dialog.selectFile(file_name(title))
        dialog.fileSelected.connect(
            lambda name: self._write(delegation, Path(name), has_traces=has_traces)
        )
        dialog.open()

    def _write(self, delegation: UUID | None, path: Path, *, has_traces: bool) -> None:
        """By its name: one that ends in .age is encrypted, and a passphrase is asked."""
        if path.suffix.lower() != sealing.SUFFIX:
            self.give_out(delegation, path, has_traces=has_traces)
            return
        asking = PassphraseDialog(path.name, self._home, is_new=True)
        asking.given.connect(
            lambda passphrase: self.give_out(
                delegation, path, has_traces=has_traces, passphrase=passphrase
            )
        )
        asking.open()

    def _dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self._home, title)
        dialog.setAcceptMode(mode)
        dialog.setNameFilter(self.tr("Archives (*.planner)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    # Doing

    def give_out(
        self,
        delegation: UUID | None,
        path: Path,
        *,
        has_traces: bool = False,
        passphrase: str | None = None,
    ) -> None:
        """Write the archive, encrypted where a passphrase is given."""
        database = self._database

        def written(job: Job) -> bytes:
            with database.read() as session:
                held = archived(session, delegation)
            records, removed = list(held.records), held.removed
            del held
            total, done = sum(isinstance(record, Photo) for record in records), count(1)

            def content_of(digest: str) -> bytes:
                job.report(min(next(done), total), total)  # also where it is cancelled
                return database.files.read(digest)

            job.report(0, total)
            content = write_archive(records, content_of, removed, has_traces=has_traces)
            let_go(records)
            return content

        def work(job: Job) -> None:
            with many_rows():
                content = written(job)
            write_file(path, content if passphrase is None else sealing.sealed(content, passphrase))

        job = Job(work)
        job.succeeded.connect(lambda _: self.saved.emit(str(path)))
        self.start(job, self.tr("Writing {file}").format(file=path.name))

    def begin(self, path: Path) -> None:
        """Each archive is an edit of its own; a sealed one is asked its passphrase before."""
        if not sealing.is_sealed(path):
            self._read(path, "")
            return
        self._asking = PassphraseDialog(path.name, self._home)
        self._asking.given.connect(lambda passphrase: self._read(path, passphrase))
        self._asking.finished.connect(self._on_asked)
        self._asking.open()

    def _on_asked(self) -> None:
        self._asking = None
        self.go_on()

    def _read(self, path: Path, passphrase: str) -> None:
        database = self._database

        def lay(job: Job) -> tuple[Bundle, StagedFile]:
            with many_rows(), sealing.plain(path, lambda: passphrase) as opened:
                bundle = read_bundle(opened)
            job.report(1, 1)  # what was cancelled meanwhile is not stored
            with many_rows(), database.read() as session:
                file = staged_archive(session, bundle, path.name)
            if file.brings_anything:
                database.back_up_before_import(job.report)
            return bundle, file

        job = Job(lay)
        job.succeeded.connect(lambda laid: self._store(*laid))
        self.start(job, self.tr("Reading {file}").format(file=path.name))

    def _store(self, bundle: Bundle, file: StagedFile) -> None:
        """At once where nothing clashes; else somebody must be asked."""
        if file.of(Verdict.CLASHING):
            self.clashing.emit(file)
            return
        name = name_of_import(bundle, file.name)
        taken = self._editor.run(name, lambda work: take_in(work, file), len(file.staged))
        if taken is not None and bundle.delegations:
            self.imported.emit(bundle.delegations[0])
