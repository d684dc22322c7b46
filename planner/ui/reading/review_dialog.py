"""An earlier report under review: its text left, what was found in it right, one import."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from planner.domain.briefing import ReprintPermission, Source
from planner.domain.delegation import Delegation
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.exchange.reading.apart import ReadText
from planner.exchange.reading.found import FoundSource
from planner.exchange.reading.review import (
    DOUBTS,
    JOINABLE,
    SURE,
    ItemKey,
    decided,
    doubts,
    items,
    joined,
    mended,
)
from planner.queries.delegation_list import delegation_keys, delegation_lines
from planner.queries.names import NameLine, name_lines
from planner.queries.reading_review import Standing, standings
from planner.queries.records import record
from planner.store.database import Database
from planner.ui.actions import list_act
from planner.ui.appearance import Pigment, px
from planner.ui.components.boxes import Column as Stack
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import Button
from planner.ui.components.fields import Field
from planner.ui.drawing.states import Look
from planner.ui.editor import Editor
from planner.ui.inputs import ChoiceInput
from planner.ui.names_input import NamesInput
from planner.ui.reading.join_dialog import JoinDialog
from planner.ui.reading.review_rows import ReviewRow, doubt_rows, review_rows
from planner.ui.reading.source_text import SourceText
from planner.ui.row_table_model import ChipFace, Column
from planner.ui.staged_rows import StagedRowsDialog, turned
from planner.usecases.readings import name_of_reading, take_in
from planner.words import Words

NEW = "new"


class ReviewDialog(StagedRowsDialog):
    """Each finding is accepted, mended, joined with one of the store, or dropped."""

    LEAST = QSize(760, 480)
    SHARE_OF_WINDOW = 0.92

    imported = Signal(object)  # id of the delegation it went into

    def __init__(
        self,
        database: Database,
        editor: Editor,
        words: Words,
        read: ReadText,
        into: UUID | None,
        parent: QWidget,
    ) -> None:
        title = self.tr("Read an earlier report")
        super().__init__(editor, words, title, self.tr("What was found"), parent)
        self._database = database
        self._name, self._report = read.name, read.report
        self._items = items(self._report)
        self._taken = {item.key for item in self._items if item.sure >= SURE}
        self._standings: Mapping[ItemKey, Standing] = {}
        self._build(read.text, into)
        self._connect()
        self._compare()
        self._choose_first()

    # Building

    def _build(self, text: str, into: UUID | None) -> None:
        self.reason.setText(self._told_of_all())
        self.into = ChoiceInput(self._targets())
        self.into.show_value(into if into is not None and self._may_be_of(into) else NEW)
        self.into.setAccessibleName(self.tr("Take into"))
        self.text = SourceText(text, self.tr("The text as read"))
        self._make_acts()
        acts = (self.turn, self.mend, self.join)
        buttons = [Button.of(act, Look.QUIET, small=True) for act in acts]
        right = QWidget()
        right.setLayout(Stack(Row(*buttons, None), self.table, spacing=8, margins=(12, 0, 0, 0)))
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.text)
        self.split.addWidget(right)
        self.split.setSizes([px(430), px(690)])
        self.body.addWidget(Field(self.tr("Take into"), self.into))
        self.body.addWidget(self.split, 1)
        self.foot.insertWidget(1, self.told, 1)

    def _targets(self) -> list[tuple[object, str]]:
        with self._database.read() as session:
            lines = delegation_lines(session)
        return [(NEW, self.tr("A new delegation")), *((line.key, line.title) for line in lines)]

    def _may_be_of(self, delegation: UUID) -> bool:
        """Whether the report tells of the delegation's days, or of no days at all."""
        start, end = self._report.period.start, self._report.period.end
        if start is None or end is None:
            return True
        with self._database.read() as session:
            of = record(session, Delegation, delegation)
        return start <= of.ends_on.isoformat() and of.starts_on.isoformat() <= end

    def _told_of_all(self) -> str:
        """Which file it is, what contradicts itself there, and what is missing."""
        told = [self._name]
        if self._report.title:
            told.append(self._report.title)
        if count := len(self._report.problems):
            told.append(self.tr("contradictions: {count}").format(count=count))
        if self._report.sources:  # an article has none of the parts of a report
            told += map(self._told_of_article, self._report.sources)
        elif self._report.missing:
            missing = [self._words(f"reading_missing.{name}") for name in self._report.missing]
            listed = self._words.names(missing)
            told.append(self.tr("missing: {what}").format(what=listed))
        return " · ".join(told)

    def _told_of_article(self, source: FoundSource) -> str:
        """By whom, where it stood, and that nobody asked yet whether it may be printed again."""
        said = (source.author, source.author_post, source.publisher, source.issue)
        who = self._words.names(said)
        permission = self._words.field("reprint_permission", Source.kind)
        asked = self._words.value(ReprintPermission.NOT_ASKED)
        return self.tr("background article: {who}; {permission}: {asked}").format(
            who=who, permission=permission, asked=asked
        )

    def _columns(self) -> list[Column[ReviewRow]]:
        return [
            self._take_column(),
            Column(
                self.tr("Finding"),
                lambda row: row.item.title,
                edit=self._on_mended,
                pigment=lambda row: Pigment.INK if row.is_taken or row.is_doubt else Pigment.INK3,
            ),
            Column(self.tr("More"), lambda row: row.item.detail, pigment=Pigment.INK2, width=140),
            Column(
                self.tr("In the store"),
                lambda row: row.standing.stored,
                width=110,
                pigment=Pigment.INK2,
            ),
            self._verdict_column(self._chip, 80),
            Column(
                self.tr("Sure"),
                lambda row: row.item.sure,
                text=lambda sure: f"{sure:.0%}",
                width=56,
                flush=True,
                pigment=lambda row: Pigment.INK2 if row.item.sure >= SURE else Pigment.CINNABAR,
            ),
        ]

    def _chip(self, row: ReviewRow) -> ChipFace:
        if row.is_doubt:
            return ChipFace(self.tr("check"), None, Pigment.GAMBOGE)
        return self._verdict_chip(row.standing.verdict)

    def _make_acts(self) -> None:
        self.turn = list_act(self.table, self.tr("Accept or drop"), "Space")
        self.mend = list_act(self.table, self.tr("Mend"), "F2")
        self.join = list_act(self.table, self.tr("Join with…"), "J")
        self.drop = list_act(self.table, self.tr("Drop"), "Del")

    def _connect(self) -> None:
        self.turn.triggered.connect(self._turn)
        self.mend.triggered.connect(self._mend)
        self.join.triggered.connect(self._ask_join)
        self.drop.triggered.connect(self._drop)
        self.table.opened.connect(lambda _: self._mend())
        self.into.finished.connect(self._compare)
        self.text.pointed.connect(self._on_pointed)
        self.table.selectionModel().currentChanged.connect(lambda: self._on_chosen())

    # What is shown

    def _compare(self) -> None:
        """How everything stands to the store, and to the delegation it shall go into."""
        with self._database.read() as session:
            self._standings = standings(session, self._report, self._target())
        self._items = items(self._report)
        self._show()

    def _target(self) -> UUID | None:
        chosen = self.into.value()
        return chosen if isinstance(chosen, UUID) else None

    def _show(self) -> None:
        rows = [
            *doubt_rows(doubts(self._report), self._words),
            *review_rows(self._items, self._taken, self._standings, self._words),
        ]
        key = self.table.key
        self.model.show(rows)
        if key is not None:
            self.table.choose(key)
        self.act.refuse("" if self._taken else self.tr("Accept at least one finding first."))
        self._on_chosen()

    def _choose_first(self) -> None:
        if self._items:
            self.table.choose(min(self._items, key=lambda item: item.where.start).key)
        self.table.setFocus()

    def _on_chosen(self) -> None:
        row = self.row
        for act in (self.turn, self.mend, self.drop):
            act.setEnabled(row is not None and not row.is_doubt)
        self.join.setEnabled(row is not None and row.key.part in JOINABLE)
        if row is not None:
            self.text.mark(row.item.where)
        self._tell(self._told_of(row))

    def _told_of(self, row: ReviewRow | None) -> str:
        """A contradiction in full, which its row may cut short; else how much will be stored."""
        if row is not None and row.is_doubt:
            return self.tr("{doubt}: {what}").format(doubt=row.item.detail, what=row.item.title)
        told = self.tr("{taken} of {all} will be imported.")
        return told.format(taken=len(self._taken), all=len(self._items))

    def _on_pointed(self, place: int) -> None:
        """The finding under the cursor; the narrowest where several are."""
        under = [item for item in self._items if item.where.start <= place <= item.where.end]
        if under:
            self.table.choose(min(under, key=lambda item: item.where.end - item.where.start).key)

    # What one decides

    def _turn(self) -> None:
        self._taken = turned(self._taken, self._decidable())
        self._show()

    def _decidable(self) -> list[ItemKey]:
        return [key for key in self._chosen(ItemKey) if key.part != DOUBTS]

    def _drop(self) -> None:
        self._taken -= set(self._decidable())
        self._show()

    def _mend(self) -> None:
        if self.row is not None and not self.row.is_doubt:
            self.table.edit(self.model.index(self.model.row_of(self.row.key), 1))

    def _on_mended(self, row: ReviewRow, value: object) -> bool:
        title = " ".join(str(value).split())
        if not title or title == row.item.title or row.is_doubt:
            return False
        self._report = mended(self._report, row.key, title)
        self._taken.add(row.key)
        self._compare()
        return True

    def _ask_join(self) -> None:
        row = self.row
        if row is None or row.key.part not in JOINABLE:
            return
        entity = Organisation if row.key.part == "organisations" else Person

        def lookup(containing: str) -> list[NameLine]:
            with self._database.read() as session:
                return name_lines(session, entity, containing)

        dialog = JoinDialog(row.item.title, NamesInput(lookup, is_single=True), self)
        dialog.chosen.connect(lambda name: self._join(row.key, name))
        dialog.open()

    def _join(self, key: ItemKey, name: str) -> None:
        self._report = joined(self._report, key, name)
        self._taken.add(key)
        self._compare()

    # Qt's interface

    def accept(self) -> None:
        report, into = decided(self._report, self._taken), self._target()
        before = self._delegations()
        name = name_of_reading(self._name)
        count = len(self._taken)
        if not self._take(name, lambda work: take_in(work, report, self._name, into), count):
            return
        made = self._delegations() - before
        if into is not None or made:
            self.imported.emit(into or made.pop())

    def _delegations(self) -> set[UUID]:
        with self._database.read() as session:
            return delegation_keys(session)
