"""BackupsDialog: the copies of the store, what each would change, one made, one taken back."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from planner import sealing
from planner.domain.errors import PlannerError
from planner.domain.records import RECORDS
from planner.health import fault_text
from planner.output import write_file
from planner.store.backup import (
    Copy,
    Difference,
    Progress,
    back_up,
    copies,
    differences,
    folder_of,
)
from planner.store.database import Database
from planner.store.verify import Fault
from planner.ui.appearance import Pigment, px
from planner.ui.collector import many_rows
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import Button
from planner.ui.components.cards import Bar
from planner.ui.components.labels import Label
from planner.ui.components.notices import ProgressLine
from planner.ui.components.panels import Dialog
from planner.ui.components.row_table import RowTable
from planner.ui.icons import Icon
from planner.ui.jobs import Jobs
from planner.ui.latest_job import LatestJob
from planner.ui.passphrase_dialog import PassphraseDialog
from planner.ui.row_table_model import Column, RowTableModel
from planner.ui.trust.store_work import Act, StoreWork
from planner.words import Words

_HEIGHT = 280
_MOST_KINDS = 6


@dataclass(frozen=True)
class CopyLine:
    """A copy, as the list shows it."""

    copy: Copy

    @property
    def key(self) -> Path:
        return self.copy.path


class BackupsDialog(Dialog):
    """Taking a copy back is one act, and what was there before is copied first.

    It stands over all windows: none may edit a store that is being exchanged.
    """

    WIDTH = 720

    def __init__(
        self, database: Database, jobs: Jobs, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Backups"),
            self.tr("Restore this backup"),
            parent,
            safe=self.tr("Close"),
            reason=self.tr(
                "The store is copied once a day and before every act that exchanges it. "
                "Restoring copies what is there now first, so it can be taken back as well."
            ),
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._database = database
        self._words = words
        self._comparing = LatestJob(jobs, self)
        self.progress = ProgressLine()
        self._working = StoreWork(jobs, self.progress, self)
        self._model = RowTableModel(self._columns(), self)
        self.copies = RowTable(self._model, self.tr("Backups"))
        self.copies.setFixedHeight(px(_HEIGHT))
        self.differing = Label("", pigment=Pigment.INK2, wraps=True)
        self.bar = Bar()
        self.bar.hide()
        self.make = Button(self.tr("Back up now"), Icon.PLUS)
        self.verify = Button(self.tr("Verify the store"), Icon.CHECK)
        self.seal = Button(self.tr("Encrypted copy…"), Icon.LOCK)
        self.other = Button(self.tr("Restore another file…"))
        for part in (self.bar, self.copies, self.differing, self.progress):
            self.body.addWidget(part)
        self.body.addLayout(Row(self.make, self.seal, self.verify, None, self.other))
        self.act.setDefault(False)  # Enter in the list must not exchange the store
        self._connect()
        self._show_copies()
        self.copies.setFocus()

    def _connect(self) -> None:
        self.copies.selectionModel().currentRowChanged.connect(lambda *_: self._compare())
        self.make.clicked.connect(self._make)
        self.seal.clicked.connect(self._ask_sealed)
        self.verify.clicked.connect(self._verify)
        self.other.clicked.connect(self._ask_other)
        self._comparing.made.connect(self._show_differences)
        self._comparing.refused.connect(self._show_incomparable)
        self._working.refused.connect(self._tell_refusal)
        self._working.finished.connect(lambda: self._set_busy(False))

    def _columns(self) -> list[Column[CopyLine]]:
        return [
            Column(self.tr("Made"), self._made),
            Column(self.tr("Why"), self._reason, width=160, pigment=Pigment.INK2),
            Column(
                self.tr("Size"),
                lambda line: line.copy.size,
                lambda size: QLocale().formattedDataSize(size, 1),
                width=96,
                flush=True,
                pigment=Pigment.INK2,
            ),
        ]

    def _made(self, line: CopyLine) -> str:
        here = line.copy.made_at.astimezone()
        return f"{self._words.day(here.date(), weekday=True)} {here:%H:%M}"

    def _reason(self, line: CopyLine) -> str:
        known = f"backup.reason.{line.copy.cause}"
        return self._words(known) if known in self._words else line.copy.reason

    # Showing

    def _show_copies(self) -> None:
        lines = [CopyLine(copy) for copy in copies(folder_of(self._database.path))]
        self._model.show(lines)
        if lines and not self.copies.currentIndex().isValid():
            self.copies.setCurrentIndex(self._model.index(0, 0))
        self._compare()

    def _compare(self) -> None:
        copy = self.copies.key
        self.act.setEnabled(isinstance(copy, Path))
        if not isinstance(copy, Path):
            self.differing.setText(self.tr("There is no backup yet."))
            return
        self.differing.setText(self.tr("Comparing with the store…"))
        store, kinds = self._database.path, [entity.kind for entity in RECORDS]
        self._comparing.ask(lambda progress: differences(store, copy, kinds, progress))

    def _show_differences(self, found: list[Difference]) -> None:
        if not found:
            self.differing.setText(self.tr("The store is as this backup has it."))
            return
        told = [self._difference(each) for each in found[:_MOST_KINDS]]
        if len(found) > _MOST_KINDS:
            told.append(self.tr("and more"))
        self.differing.setText(
            self.tr("Restoring would change: {what}.").format(what=self._words.names(told))
        )

    def _difference(self, each: Difference) -> str:
        return self._words(
            "backup.difference",
            kind=self._words.kind(each.kind),
            back=each.in_copy,
            gone=each.in_store,
            changed=each.changed,
        )

    def _show_incomparable(self, error: PlannerError) -> None:
        self.differing.setText(self._words.error(error))

    # Acts

    def _make(self) -> None:
        store = self._database.path

        def make(progress: Progress) -> Callable[[], None]:
            back_up(store, reason="manual", progress=progress)
            return lambda: self._tell(self.tr("A backup was made and checked."))

        self._work(Act(self.tr("Backing up…"), make))

    def _ask_sealed(self) -> None:
        """A copy to be carried out of the office, on a stick or by mail."""
        dialog = QFileDialog(self, self.tr("Encrypted copy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Encrypted stores (*.sqlite.age)"))
        dialog.setDefaultSuffix(f"sqlite{sealing.SUFFIX}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self._ask_passphrase(Path(name), is_new=True))
        dialog.open()

    def _ask_passphrase(self, file: Path, *, is_new: bool) -> None:
        asking = PassphraseDialog(file.name, self, is_new=is_new)
        act = self._seal if is_new else self._restore
        asking.given.connect(lambda passphrase: act(file, passphrase))
        asking.open()

    def _seal(self, target: Path, passphrase: str) -> None:
        store = self._database.path

        def make(progress: Progress) -> Callable[[], None]:
            with TemporaryDirectory() as folder:
                made = back_up(store, reason="manual", folder=Path(folder), progress=progress)
                write_file(target, sealing.sealed(made.read_bytes(), passphrase))
            return lambda: self._tell(self.tr("An encrypted copy was made."))

        self._work(Act(self.tr("Backing up…"), make))

    def _verify(self) -> None:
        def make(_: Progress) -> Callable[[], None]:
            with many_rows():
                faults = self._database.verify()
            return lambda: self._tell_faults(faults)

        self._work(Act(self.tr("Verifying…"), make))

    def _repair(self) -> None:
        def make(_: Progress) -> Callable[[], None]:
            with many_rows():
                self._database.make_anew()
                faults = self._database.verify()
            return lambda: self._tell_faults(faults)

        self._work(Act(self.tr("Making anew what follows from the records…"), make, True))

    def _work(self, act: Act) -> None:
        self._comparing.cancel()  # it begins anew afterwards
        self.bar.hide()
        self._working.take_in([act])
        self._set_busy(True)

    def _set_busy(self, is_busy: bool) -> None:
        for part in (self.make, self.seal, self.verify, self.other, self.copies):
            part.setEnabled(not is_busy)
        self.act.setEnabled(not is_busy)
        self.safe.setEnabled(not self._working.is_exclusive)
        if not is_busy:
            self._show_copies()
            self.copies.setFocus()

    def _ask_other(self) -> None:
        dialog = QFileDialog(self, self.tr("Restore another file"))
        dialog.setNameFilter(
            ";;".join((self.tr("Stores (*.sqlite *.age *.damaged)"), self.tr("All files (*)")))
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self._restore_other(Path(name)))
        dialog.open()

    def _restore_other(self, copy: Path) -> None:
        if sealing.is_sealed(copy):
            self._ask_passphrase(copy, is_new=False)
        else:
            self._restore(copy)

    def _restore(self, copy: Path, passphrase: str = "") -> None:
        def make(progress: Progress) -> Callable[[], None]:
            with sealing.plain(copy, lambda: passphrase) as opened:
                before = self._database.restore(opened, progress)
            return lambda: self._tell_restored(before)

        self._work(Act(self.tr("Restoring…"), make, is_exclusive=True))

    def _tell_restored(self, before: Path | None) -> None:
        if before is None:
            self._tell(self.tr("The store is what this backup was."))
        else:
            self._tell(self.tr("The store is what this backup was; the state before was copied."))

    def _tell(self, sentence: str) -> None:
        self.bar.show_message(sentence, Icon.DONE, Pigment.PINE)

    def _tell_faults(self, faults: list[Fault]) -> None:
        if not faults:
            self._tell(self._words("verify.sound"))
            return
        first = fault_text(faults[0], self._words)
        count = self._words("verify.count", count=len(faults))
        repair = None
        if any(fault.can_be_rebuilt for fault in faults):
            repair = Button(self.tr("Make anew"), small=True)
            repair.clicked.connect(self._repair)
        self.bar.show_message(f"{count} {first}", Icon.MUST, Pigment.CINNABAR, repair)

    def _tell_refusal(self, error: PlannerError) -> None:
        self.bar.show_message(self._words.error(error), Icon.MUST, Pigment.CINNABAR)

    # Qt's interface

    def accept(self) -> None:
        copy = self.copies.key
        if isinstance(copy, Path):
            self._restore(copy)

    def reject(self) -> None:
        """A store that is being exchanged is not left alone; cancelling puts it back."""
        if not self._working.is_exclusive:
            self._working.cancel()
            super().reject()
