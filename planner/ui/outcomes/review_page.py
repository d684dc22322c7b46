"""The review round on one screen: each open item is asked for its state, one key an answer."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.domain.follow_up import FollowUpState
from planner.domain.outcome import Recommendation, Verdict
from planner.queries.review_round import ReviewItem
from planner.ui.appearance import Pigment, Type
from planner.ui.components.boxes import Column as Below
from planner.ui.components.boxes import Row
from planner.ui.components.cards import EmptyState
from planner.ui.components.labels import KeyHints, Label
from planner.ui.components.row_table import RowTable
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.outcomes.follow_up_lines import STATE_ICONS, FollowUpLooks
from planner.ui.outcomes.round import Round
from planner.ui.row_table_model import ChipFace, Column, RowTableModel, Section


class ReviewPage(QWidget):
    """Shows the items of the round; what is answered is told by signals."""

    opened = Signal(object)  # ReviewItem

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._words = formats.words
        self._today = date.min
        self._looks = FollowUpLooks(formats, self._today)
        self._round = Round.of((), self._today)
        self.model = RowTableModel(self._columns(), self)
        self.table = RowTable(self.model, self.tr("Review round"))
        self.table.setObjectName("review")
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.progress = Label("", Type.BASE, Pigment.INK2)
        self.answers = KeyHints()
        self.none = EmptyState(
            self.tr("Nothing to review"),
            self.tr("Every recommendation is settled and every follow-up closed."),
            Icon.DONE,
        )
        self._lay_out()
        self.setFocusProxy(self.table)
        self.table.opened.connect(lambda _: self._open())
        self.table.selectionModel().currentChanged.connect(lambda: self._tell_answers())

    def _lay_out(self) -> None:
        empty = QWidget()
        empty.setLayout(Below(self.none, None))
        self._shown = QStackedWidget()
        self._shown.addWidget(self.table)
        self._shown.addWidget(empty)
        head = Row(Label(self.tr("Review round"), Type.SECTION), self.progress, 8, self.answers)
        head.setStretch(3, 1)
        column = Below(head, self._shown, spacing=8)
        column.setStretch(1, 1)
        self.setLayout(column)

    def _columns(self) -> Sequence[Column[ReviewItem]]:
        return [
            Column(self.tr("Item"), self._text, icon=self._icon, icon_pigment=self._icon_pigment),
            Column(
                self.tr("Owner"),
                lambda item: item.owner or self._words("outcomes.no_owner"),
                width=150,
                pigment=lambda item: Pigment.INK2 if item.owner else Pigment.CINNABAR,
            ),
            Column(self.tr("State"), self._stands, width=124),
            Column(
                self.tr("Latest progress"),
                lambda item: item.told_on and f"{self._looks.day(item.told_on)} {item.told}",
                width=220,
                pigment=Pigment.INK2,
            ),
            Column(self.tr("Answer"), lambda item: None, width=96, chip=self._answer),
        ]

    # What is shown

    def show_round(self, asked: Round, looks: FollowUpLooks) -> None:
        self._round, self._looks, self._today = asked, looks, looks.today
        rows: list[object] = []
        for words, icon, held in (
            (self.tr("Recommendations"), Icon.RECOMMENDATION, asked.recommendations),
            (self.tr("Follow-ups"), Icon.OUTCOMES, asked.follow_ups),
        ):
            if held:
                rows += [Section(words, len(held), icon), *held]
        chosen = self.table.key
        self.model.show(rows)
        self._shown.setCurrentIndex(0 if rows else 1)
        if not self.table.choose(chosen):
            self.begin()
        count = len(asked.items)
        answered = count - len(asked.waiting)
        self.progress.setText(
            self.tr("{answered}/{count} answered").format(answered=answered, count=count)
        )
        self._tell_answers()

    @property
    def in_hand(self) -> ReviewItem | None:
        return self._round.item(self.table.key)

    @property
    def chosen(self) -> list[ReviewItem]:
        return [item for key in self.table.keys if (item := self._round.item(key))]

    def choose(self, key: UUID) -> bool:
        return self.table.choose(key)

    def begin(self) -> None:
        """With the first that nobody has answered, or the first."""
        first = self._round.next_waiting(None) or next(iter(self._round.items), None)
        if first is not None:
            self.table.choose(first.key)

    def choose_next(self) -> None:
        """The first after the one in hand that nobody has answered; else it stays."""
        following = self._round.next_waiting(self.table.key)
        if following is not None:
            self.table.choose(following.key)

    def answer_at(self, number: int) -> Verdict | FollowUpState | None:
        """What the key 1 to 5 means for the item in hand."""
        item = self.in_hand
        if item is None:
            return None
        if item.kind == Recommendation.kind:
            return tuple(Verdict)[number - 1]
        return tuple(FollowUpState)[number - 1]

    def _open(self) -> None:
        if self.in_hand is not None:
            self.opened.emit(self.in_hand)

    def _tell_answers(self) -> None:
        """The keys and what they mean for the item in hand."""
        answers = [(number, self.answer_at(number)) for number in range(1, 6)]
        hints = [(str(number), self._words.value(each)) for number, each in answers if each]
        as_it_was = [("0", self.tr("As it was"))] if hints else []
        self.answers.show_hints((*hints, *as_it_was))

    # Looks

    def _text(self, item: ReviewItem) -> str:
        return f"{item.number} {item.text}" if item.number else item.text

    def _icon(self, item: ReviewItem) -> Icon:
        if isinstance(item.stands, FollowUpState):
            return STATE_ICONS[item.stands][0]
        return Icon.RECOMMENDATION

    def _icon_pigment(self, item: ReviewItem) -> Pigment:
        closed = item.stands is FollowUpState.CLOSED
        return Pigment.PINE if closed else Pigment.INK2

    def _stands(self, item: ReviewItem) -> str:
        if item.stands is None:
            return self._words("review_round.undecided")
        return self._words.value(item.stands)

    def _answer(self, item: ReviewItem) -> ChipFace | None:
        if not item.is_answered(self._today):
            return ChipFace(self.tr("To answer"), Icon.HOLE, Pigment.CINNABAR, outlined=True)
        return ChipFace(self.tr("Answered"), Icon.DONE, Pigment.PINE)
