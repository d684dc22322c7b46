"""What one does with photos: each act is one edit with a name."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.domain.changes import EditName
from planner.domain.errors import InvalidInput, PlannerError
from planner.domain.photo import ClockOrigin, Retouch
from planner.domain.values import Disclosure
from planner.exchange.renditions import Renditions
from planner.output import write_file
from planner.papers.captions import caption
from planner.papers.naming import Naming
from planner.papers.profiles import profile_of
from planner.paths import profiles_path
from planner.queries.photos import PhotoLine, PhotoPage
from planner.rules.camera_clock import CameraState
from planner.store.database import Database
from planner.ui.editor import Editor
from planner.ui.form import Form
from planner.ui.form_dialog import FormDialog
from planner.ui.inputs import ChoiceInput
from planner.ui.jobs import Job, Jobs
from planner.ui.photos.clock_dialogs import AnchorForm
from planner.ui.photos.faces import PhotoFaces
from planner.ui.photos.long_edits import LongEdits
from planner.ui.photos.retouch_dialog import RetouchDialog
from planner.usecases.photos import (
    caption_photos,
    choose_figures,
    disclose_photos,
    drop_figures,
    forget_clock,
    order_figures,
    place_photos,
    remove_photos,
    retouch_photo,
    set_clock,
    set_clock_by_anchor,
)
from planner.words import Words


class PhotoActs(QObject):
    saved = Signal(str)  # path

    def __init__(
        self,
        database: Database,
        editor: Editor,
        jobs: Jobs,
        faces: PhotoFaces,
        renditions: Renditions,
        home: QWidget,
    ) -> None:
        super().__init__(home)
        self._editor = editor
        self._jobs = jobs
        self._faces = faces
        self._words = faces.words
        self._renditions = renditions
        self._home = home
        self._edits = LongEdits(database, editor, jobs, self)

    # Places

    def accept(self, page: PhotoPage, lines: Sequence[PhotoLine]) -> None:
        """What is proposed for these holds."""
        proposed = [line for line in lines if line.is_proposed]
        self._place(page, {line.key: line.stop_id for line in proposed}, lines=proposed)

    def accept_sure(self, page: PhotoPage) -> None:
        self.accept(page, [line for line in page.lines if line.is_sure])

    def place(self, page: PhotoPage, lines: Sequence[PhotoLine], stop: UUID | None) -> None:
        self._place(page, {line.key: stop for line in lines}, lines=lines)

    def ask_place(self, page: PhotoPage, lines: Sequence[PhotoLine]) -> FormDialog:
        """A stop is chosen by its first letters or by arrows."""
        form = Form(self._words, "photo")
        offered = [
            (shelf.key, " ".join((self._when(page, shelf.key), self._faces.stop(page, shelf.key))))
            for shelf in page.shelves
        ]
        form.add(form.field("stop_id", ChoiceInput(offered), self.tr("Stop")))
        form.show_values({"stop_id": lines[0].stop_id})

        def store() -> bool:
            self.place(page, lines, form.values()["stop_id"])
            return True

        return self._ask(self.tr("Place photos"), self.tr("Place"), form, store)

    def _place(
        self, page: PhotoPage, stops: Mapping[UUID, UUID | None], lines: Sequence[PhotoLine]
    ) -> None:
        if not stops:
            return
        target = next(iter(stops.values()))
        name = EditName("place_photos", {"count": str(len(stops))})
        if target is None:
            name = EditName("unplace_photos", {"count": str(len(stops))})
        elif len(stops) == 1:
            to = self._faces.stop(page, target)
            name = EditName("place_photo", {"what": self._faces.name(lines[0]), "to": to})
        self._edits.run(name, lambda work: place_photos(work, stops), len(stops))

    def _when(self, page: PhotoPage, key: UUID) -> str:
        stop = page.found.stop(key)
        if stop is None:
            return ""
        day = self._faces.formats.day(stop.starts.day)
        return f"{day} {self._words.time_of(stop.starts)}".strip()

    # What is said of them

    def draft_captions(self, page: PhotoPage, lines: Sequence[PhotoLine]) -> None:
        """In the language of the report; a caption that somebody wrote stays as it is."""
        naming = Naming(page.found, Words(self._language(page)))
        drafted = {
            line.key: told
            for line in lines
            if not line.photo.caption
            and (told := caption(line.photo.with_(stop_id=line.stop_id), naming))
        }
        if drafted:
            name = EditName("caption_photos", {"count": str(len(drafted))})
            self._edits.run(name, lambda work: caption_photos(work, drafted), len(drafted))

    def turn_disclosure(self, lines: Sequence[PhotoLine]) -> None:
        """Internal, or public again where all are internal."""
        are_internal = all(line.photo.disclosure is Disclosure.INTERNAL for line in lines)
        wanted = Disclosure.PUBLIC if are_internal else Disclosure.INTERNAL
        keys = [line.key for line in lines]
        values = {"count": str(len(keys)), "state": self._words.value(wanted)}
        edit = EditName("disclose_photos", values)
        self._edits.run(edit, lambda work: disclose_photos(work, keys, wanted), len(keys))

    def ask_retouch(self, line: PhotoLine) -> RetouchDialog | None:
        try:
            view = self._renditions.view(line.photo.content)
        except PlannerError as error:
            self._editor.refused.emit(error)
            return None
        dialog = RetouchDialog(line.photo, view, self._jobs, self._home)
        dialog.taken.connect(lambda retouch: self._retouch(line, retouch))
        dialog.open()
        dialog.canvas.setFocus()
        return dialog

    def _retouch(self, line: PhotoLine, retouch: Retouch) -> None:
        if retouch != line.photo.retouch:
            edit = EditName("retouch_photo", {"what": self._faces.name(line)})
            self._editor.run(edit, lambda work: retouch_photo(work, line.key, retouch))

    def remove(self, lines: Sequence[PhotoLine]) -> None:
        keys = [line.key for line in lines]
        edit = EditName("remove_photos", {"count": str(len(keys))})
        self._edits.run(edit, lambda work: remove_photos(work, keys), len(keys))

    # Figures

    def turn_figures(self, lines: Sequence[PhotoLine]) -> None:
        """Into the report, or out of it where all are in."""
        keys = [line.key for line in lines]
        count = {"count": str(len(keys))}
        if all(line.number for line in lines):
            edit = EditName("drop_figures", count)
            self._edits.run(edit, lambda work: drop_figures(work, keys), len(keys))
        else:
            edit = EditName("choose_figures", count)
            self._edits.run(edit, lambda work: choose_figures(work, keys), len(keys))

    def order(self, page: PhotoPage, keys: Sequence[UUID], before: UUID | None) -> None:
        delegation = page.found.delegation.id
        self._edits.run(
            EditName("order_figures"),
            lambda work: order_figures(work, keys, before, delegation),
            len(page.figures),
        )

    def shift(self, page: PhotoPage, lines: Sequence[PhotoLine], step: int) -> None:
        """One place earlier or later."""
        order = [line.key for line in page.figures]
        moving = [line.key for line in lines if line.number]
        if not moving:
            return
        staying = [key for key in order if key not in moving]
        place = sum(key in staying for key in order[: order.index(moving[0])]) + step
        place = min(max(place, 0), len(staying))
        self.order(page, moving, staying[place] if place < len(staying) else None)

    # Clocks

    def ask_anchor(self, page: PhotoPage, line: PhotoLine) -> FormDialog:
        form = AnchorForm(self._faces, page, line)
        edit = EditName("mend_clock", {"camera": self._faces.camera(line.photo.camera)})

        def store() -> bool:
            try:
                told = form.told()
            except InvalidInput as error:
                form.show_error(error)
                return False
            made = form.submit(
                self._editor, edit, lambda work: (set_clock_by_anchor(work, line.key, told),)
            )
            return made is not None

        reason = self.tr(
            "When was “{file}” really taken? All photos of “{camera}” follow; the files stay."
        )
        camera = self._faces.camera(line.photo.camera)
        told = reason.format(file=line.photo.file_name, camera=camera)
        return self._ask(self.tr("Mend the clock"), self.tr("Mend"), form, store, told)

    def mend(self, page: PhotoPage, state: CameraState) -> None:
        """By what the positions of the camera's photos propose."""
        proposed, delegation = state.proposed, page.found.delegation.id
        if proposed is not None:
            edit = EditName("mend_clock", {"camera": self._faces.camera(state.camera)})
            origin = ClockOrigin.POSITION
            self._editor.run(
                edit,
                lambda work: set_clock(work, delegation, state.camera, proposed, origin=origin),
            )

    def forget(self, page: PhotoPage, state: CameraState) -> None:
        delegation = page.found.delegation.id
        edit = EditName("forget_clock", {"camera": self._faces.camera(state.camera)})
        self._editor.run(edit, lambda work: forget_clock(work, delegation, state.camera))

    # For others

    def ask_give_out(self, lines: Sequence[PhotoLine]) -> None:
        dialog = QFileDialog(self._home, self.tr("Export photos to a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.give_out(lines, Path(names[0])))
        dialog.open()

    def give_out(self, lines: Sequence[PhotoLine], folder: Path) -> None:
        """As they are seen, without positions and serial numbers."""
        job = Job(lambda job: self._write(lines, folder, job))
        job.succeeded.connect(lambda _: self.saved.emit(str(folder)))
        job.failed.connect(self._on_failed)
        self._jobs.start(job)

    def _write(self, lines: Sequence[PhotoLine], folder: Path, job: Job) -> None:
        for done, line in enumerate(lines):
            job.report(done, len(lines))
            name = Path(line.photo.file_name).stem
            number = f"{line.number:02d}-" if line.number else ""
            path = _free(folder / f"{number}{name}.jpg")
            write_file(path, self._renditions.clean(line.photo))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self._editor.refused.emit(error)

    # Asking

    def _ask(
        self, title: str, act: str, form: Form, store: Callable[[], bool], reason: str = ""
    ) -> FormDialog:
        dialog = FormDialog(title, act, form, store, self._home, reason)
        dialog.open()
        form.begin()
        return dialog

    def _language(self, page: PhotoPage) -> str:
        """That of the report; ours where its profile is gone."""
        try:
            return profile_of(page.found.delegation.profile, profiles_path()).language
        except PlannerError:
            return self._words.language


def _free(path: Path) -> Path:
    """The path, or the same with a number where a file lies there."""
    tries = (path.with_stem(f"{path.stem}-{number}") for number in range(2, 10_000))
    return path if not path.exists() else next(each for each in tries if not each.exists())
