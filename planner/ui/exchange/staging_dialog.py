"""A file beside the store before anything is kept: each row with its verdict, taken or not."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.exchange.preview import absence_line, fills_line, place_of, titles_of
from planner.exchange.staged import LeftOut, Staged, StagedFile, Verdict
from planner.ui.actions import list_act
from planner.ui.appearance import Pigment, px
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import Button
from planner.ui.drawing.states import Look
from planner.ui.editor import Editor
from planner.ui.row_table_model import ChipFace, Column
from planner.ui.staged_rows import StagedRowsDialog, turned
from planner.usecases.imports import name_of_file, take_in
from planner.words import Words


@dataclass(frozen=True)
class StagedRow:
    """A record of the file, or a row that could not be taken."""

    key: object
    line: int
    place: str
    kind: str
    title: str
    note: str
    verdict: Verdict | None
    is_taken: bool


class StagingDialog(StagedRowsDialog):
    """A list, calendar, ticket or archive; what clashes is kept or taken field by field."""

    imported = Signal()

    def __init__(self, file: StagedFile, editor: Editor, words: Words, parent: QWidget) -> None:
        title = self.tr("Import {file}").format(file=file.name)
        super().__init__(editor, words, title, self.tr("What the file tells"), parent)
        self._file = file
        self._titles = titles_of(file, words)
        self._dropped: set[UUID] = set()
        self._theirs: set[UUID] = set()
        self._build()
        self._connect()
        self._show()
        self.table.selectRow(0)
        self.table.setFocus()

    def _build(self) -> None:
        self.turn = list_act(self.table, self.tr("Take or leave"), "Space")
        self.take_theirs = list_act(self.table, self.tr("Take the file’s value"), "T")
        acts = (self.turn, self.take_theirs)
        buttons = [Button.of(act, Look.QUIET, small=True) for act in acts]
        self.body.addLayout(Row(*buttons, None))
        self.body.addWidget(self.table, 1)
        self.told.setMinimumHeight(px(40))
        self.body.addWidget(self.told)

    def _columns(self) -> list[Column[StagedRow]]:
        return [
            self._take_column(),
            Column(
                self.tr("Row"),
                lambda row: row.line,
                text=lambda line: str(line or ""),  # what was removed stands on none
                width=52,
                flush=True,
            ),
            Column(self.tr("Kind"), lambda row: row.kind, width=96, pigment=Pigment.INK2),
            Column(self.tr("What"), lambda row: row.title),
            Column(self.tr("Note"), lambda row: row.note, pigment=Pigment.INK2),
            self._verdict_column(self._chip, 96),
        ]

    def _chip(self, row: StagedRow) -> ChipFace:
        if row.verdict is None:
            return ChipFace(self.tr("left out"), None, Pigment.GAMBOGE)
        return self._verdict_chip(row.verdict)

    def _connect(self) -> None:
        self.turn.triggered.connect(self._turn)
        self.take_theirs.triggered.connect(self._turn_theirs)
        self.table.opened.connect(lambda _: self._turn())
        self.table.selectionModel().currentChanged.connect(lambda: self._on_chosen())

    # What is shown

    def _show(self) -> None:
        """What asks for a decision stands first, what is the same last."""
        order = (
            Verdict.CLASHING,
            Verdict.REMOVED,
            Verdict.NEW,
            Verdict.ADDS,
            Verdict.GONE,
            Verdict.SAME,
        )
        rows = [self._left_out(number, left) for number, left in enumerate(self._file.left_out)]
        rows += [self._row(each) for verdict in order for each in self._file.of(verdict)]
        self.model.show(rows)
        taken = sum(row.is_taken for row in rows)
        self.act.refuse("" if taken else self.tr("There is nothing to import."))
        self.reason.setText(self._summary())
        self._on_chosen()

    def _summary(self) -> str:
        counts = {verdict.value: len(self._file.of(verdict)) for verdict in Verdict}
        left_out = len(self._file.left_out)
        return self._words("import.summary", file=self._file.name, left_out=left_out, **counts)

    def _row(self, staged: Staged) -> StagedRow:
        record = staged.kept
        if _waits_for_a_word(staged):
            is_taken = record.id in self._theirs
        else:
            is_taken = staged.verdict is not Verdict.SAME and record.id not in self._dropped
        title, kind = self._titles[record.id], self._words.kind(record.kind)
        note = self._note(staged)
        place = place_of(staged, self._words)
        return StagedRow(record.id, staged.line, place, kind, title, note, staged.verdict, is_taken)

    def _left_out(self, number: int, left: LeftOut) -> StagedRow:
        sentence = self._words.problem(left.problem)
        place = place_of(left, self._words)
        return StagedRow(f"left out {number}", left.line, place, "", "", sentence, None, False)

    def _note(self, staged: Staged) -> str:
        """What clashes: the value that stays first, the other one after it."""
        told = []
        if staged.verdict is Verdict.NEW and (starts := getattr(staged.kept, "starts", None)):
            told.append(self._words.text(starts))
        if staged.absence is not None and staged.is_asked:
            told.append(absence_line(staged.absence, self._words))
        if staged.fills:
            told.append(fills_line(staged, self._words))
        for name in staged.clashes:
            mine, theirs = getattr(staged.stored, name), getattr(staged.taken, name)
            stays, goes = (theirs, mine) if staged.kept.id in self._theirs else (mine, theirs)
            sentence = self.tr("{field}: {stays} stays, not {goes}")
            told.append(
                sentence.format(
                    field=self._words.field(name, staged.kept.kind),
                    stays=self._words.text(stays),
                    goes=self._words.text(goes),
                )
            )
        return "; ".join(told)

    def _on_chosen(self) -> None:
        row = self.row
        told = (row.place, row.note) if row else ()
        self._tell("　".join(part for part in told if part))
        self.turn.setEnabled(row is not None and row.verdict not in (None, Verdict.SAME))
        self.take_theirs.setEnabled(row is not None and row.verdict is Verdict.CLASHING)

    # What one decides

    def _turn(self) -> None:
        waiting = {each.kept.id for each in self._file.staged if _waits_for_a_word(each)}
        chosen = self._chosen(UUID)
        self._dropped = turned(self._dropped, [key for key in chosen if key not in waiting])
        self._theirs = turned(self._theirs, [key for key in chosen if key in waiting])
        self._show()

    def _turn_theirs(self) -> None:
        self._theirs = turned(self._theirs, self._chosen(UUID))
        self._show()

    # Qt's interface

    def accept(self) -> None:
        if self._take(
            name_of_file(self._file.name),
            lambda work: take_in(work, self._file, dropped=self._dropped, theirs=self._theirs),
            len(self._file.staged),
        ):
            self.imported.emit()


def _waits_for_a_word(staged: Staged) -> bool:
    """Removed on one side: it stays as it is here until somebody says otherwise."""
    return staged.absence is not None and staged.verdict is not Verdict.REMOVED
