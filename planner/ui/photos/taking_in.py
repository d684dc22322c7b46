"""Taking photos in: folders, files and pasted pictures, read in a thread; bad ones are named."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.domain.changes import EditName
from planner.exchange.pictures import PICTURE_ENDINGS
from planner.store.database import Database
from planner.store.unit_of_work import UnitOfWork
from planner.ui.carried import local_paths, picture_carried
from planner.ui.components.notices import ProgressLine
from planner.ui.editor import Editor
from planner.ui.jobs import Job, Jobs
from planner.ui.photos.long_edits import LongEdits
from planner.ui.work_queue import WorkQueue
from planner.usecases.photo_files import PictureFile, TakenUp, picture_files, take_up
from planner.usecases.photos import TakenIn, take_in_photos

PASTED = "pasted.png"


@dataclass(frozen=True)
class _Batch:
    """Pictures that come in as one edit; which they are is asked in the thread."""

    delegation: UUID
    pictures: Callable[[], Sequence[PictureFile]]
    with_mistimed: bool = False


class TakingIn(WorkQueue[_Batch]):
    """One batch after the other; each becomes one edit. `told` says what did not come in."""

    taken_in = Signal(object)  # TakenIn
    told = Signal(list, list)  # PlannerErrors, names of files that were there already

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
        self._edits = LongEdits(database, editor, jobs, self)
        self._mistimed: _Batch | None = None

    # Asking

    def ask_files(self, delegation: UUID) -> None:
        endings = " ".join(f"*{ending}" for ending in PICTURE_ENDINGS)
        dialog = self._dialog(self.tr("Add photos"), delegation)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(self.tr("Pictures ({endings})").format(endings=endings))
        dialog.open()

    def ask_folder(self, delegation: UUID) -> None:
        dialog = self._dialog(self.tr("Add a folder of photos"), delegation)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.open()

    def _dialog(self, title: str, delegation: UUID) -> QFileDialog:
        dialog = QFileDialog(self._home, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(
            lambda names: self.take_files(delegation, [Path(name) for name in names])
        )
        return dialog

    # Doing

    @property
    def has_mistimed(self) -> bool:
        """Whether the last batch held pictures that only tell a time that cannot be."""
        return self._mistimed is not None

    def take_mistimed(self) -> None:
        """Take these in all the same, without any time."""
        if self._mistimed is not None:
            self.take_in([self._mistimed])

    def take_files(self, delegation: UUID, paths: Sequence[Path]) -> None:
        """The folders among them are looked through in the thread: a card may be slow."""
        self.take_in([_Batch(delegation, lambda: picture_files(paths))])

    def take_carried(self, delegation: UUID, carried: QMimeData) -> bool:
        """Files or a picture from the clipboard; False where there is neither."""
        if paths := local_paths(carried):
            self.take_files(delegation, paths)
            return True
        content = picture_carried(carried)
        if content is None:
            return False
        self.take_in([_Batch(delegation, lambda: (PictureFile(PASTED, lambda: content),))])
        return True

    def begin(self, item: _Batch) -> None:
        files = self._database.files
        self._mistimed = None
        job = Job(
            lambda job: take_up(
                item.pictures(), files, job.report, with_mistimed=item.with_mistimed
            )
        )
        job.succeeded.connect(lambda up: self._store(item.delegation, up))
        self.start(job, self.tr("Reading photos"))

    def _store(self, delegation: UUID, up: TakenUp) -> None:
        if up.mistimed:
            self._mistimed = _Batch(delegation, lambda: up.mistimed, with_mistimed=True)
        if not up.kept:
            self.told.emit(list(up.left_out), [])
            return
        name = EditName("take_in_photos", {"count": str(len(up.kept))})
        if len(up.kept) == 1:
            name = EditName("take_in_photo", {"what": up.kept[0].name})

        def use_case(work: UnitOfWork) -> TakenIn:
            return take_in_photos(work, delegation, up.kept)

        self._edits.run(name, use_case, len(up.kept), lambda taken: self._on_stored(up, taken))

    def _on_stored(self, up: TakenUp, taken: TakenIn) -> None:
        self.taken_in.emit(taken)
        if up.left_out or taken.known:
            self.told.emit(list(up.left_out), list(taken.known))


def takes(paths: Sequence[Path]) -> bool:
    """Whether there are photos to be had from any of them."""
    return any(path.suffix.lower() in PICTURE_ENDINGS or path.is_dir() for path in paths)
