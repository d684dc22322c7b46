"""LiveView: the day itself – who speaks now and next, and what is asked and promised, typed in."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.errors import PlannerError
from planner.domain.outcome import Question
from planner.domain.values import Side
from planner.queries.seminar import NoteLine, SeminarPage, TalkLine
from planner.ui.appearance import Pigment, Type, px
from planner.ui.components.boxes import Column, Hairline, Row, scrolled
from planner.ui.components.buttons import Button
from planner.ui.components.cards import Card, Chip, EmptyState
from planner.ui.components.fields import Field
from planner.ui.components.labels import Label, SectionHeading
from planner.ui.components.row_table import RowTable
from planner.ui.icons import Icon
from planner.ui.inputs import ChoiceInput, TextInput
from planner.ui.row_table_model import Column as TableColumn
from planner.ui.row_table_model import RowTableModel
from planner.ui.seminar.faces import SIDES, SeminarFaces

Store = Callable[[UUID, str], PlannerError | None]


class NoteField(Field):
    """One line that is stored with Enter; what is refused stays, with the reason below."""

    def __init__(self, label: str, example: str, faces: SeminarFaces) -> None:
        self.line = TextInput(example=example)
        super().__init__(label, self.line)
        self._faces = faces

    def submit(self, talk: UUID, store: Store) -> None:
        written = self.line.value()
        if not written:
            return
        error = store(talk, written)
        self.set_problem(self._faces.words.error(error) if error else "")
        if error is None:
            self.line.clear()


class LiveView(QWidget):
    """Goes from talk to talk by key; never by itself, for seminars run late."""

    answer_typed = Signal(object, str)  # NoteLine, text
    moved = Signal()

    def __init__(
        self,
        faces: SeminarFaces,
        ask: Store,
        promise: Callable[[UUID, str, Side], PlannerError | None],
    ) -> None:
        super().__init__()
        self._faces = faces
        self._ask, self._promise = ask, promise
        self._talks: Sequence[TalkLine] = ()
        self._key: UUID | None = None
        self._build_talk()
        self._build_notes()
        left = QWidget()
        left.setLayout(Column(self.card, self._next_head, self.following, None, spacing=12))
        right = QWidget()
        side = Row(self.promised, self._promising, spacing=8)
        side.setStretch(0, 1)
        notes = Column(self.asked, side, Hairline(), self._head, self.notes, self.none, None)
        notes.setStretch(4, 1)
        right.setLayout(notes)
        row = Row(scrolled(left), right, spacing=32)
        row.setStretch(0, 5)
        row.setStretch(1, 6)
        self.setLayout(row)
        self._connect()

    def _build_talk(self) -> None:
        self.count = Label("", Type.BASE, Pigment.INK2)
        self.side = Chip("")
        self.when = Label("", Type.BASE, Pigment.INK2)
        self.title = Label("", Type.FIGURE, wraps=True)
        self.latin = Label("", Type.BASE, Pigment.INK2, wraps=True)
        self.speakers = Label("", Type.TITLE, wraps=True)
        self.tongue = Label("", Type.BASE, Pigment.INK2, wraps=True)
        self.back = Button(self.tr("Previous"), Icon.BACK, key=self.tr("PgUp"))
        self.on = Button(self.tr("Next talk"), Icon.FORWARD, key=self.tr("PgDn"))
        self.card = Card()
        self.card.body.addLayout(Row(self.count, self.side, None, self.when, spacing=8))
        self.card.body.addSpacing(px(8))
        for part in (self.title, self.latin, self.speakers, self.tongue):
            self.card.body.addWidget(part)
        self.card.body.addSpacing(px(16))
        self.card.body.addLayout(Row(self.back, None, self.on))
        self._next_head = SectionHeading(self.tr("After this"))
        self.following = Label("", Type.BASE, wraps=True)

    def _build_notes(self) -> None:
        words = self._faces.words
        example = self.tr("Type and press Enter")
        self.asked = NoteField(self.tr("Question"), example, self._faces)
        self.promised = NoteField(self.tr("Promise"), example, self._faces)
        self._by = ChoiceInput((side, words.value(side)) for side in Side)
        self._by.show_value(Side.HOST)
        self._promising = Field(words.field("side"), self._by)
        self._head = SectionHeading(self.tr("Taken down in this talk"), 0)
        columns: list[TableColumn[NoteLine]] = [
            TableColumn(
                self.tr("Said"),
                lambda line: line.note.text,
                icon=lambda line: Icon.PROMISE if line.is_promise else Icon.QUESTION,
                icon_pigment=_pigment,
            ),
            TableColumn(
                self.tr("Answer or side"),
                lambda line: self._second(line),
                width=190,
                pigment=lambda line: Pigment.INK2,
                edit=self._edit_answer,
            ),
        ]
        self.model = RowTableModel(columns, self)
        self.notes = RowTable(self.model, self.tr("Taken down in this talk"))
        self.notes.setObjectName("notes")
        self.none = EmptyState(
            self.tr("Nothing taken down yet"),
            self.tr("Questions and promises typed above stand here at once."),
            Icon.QUESTION,
        )

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.go(-1))
        self.on.clicked.connect(lambda: self.go(1))
        self.asked.line.returnPressed.connect(self._on_asked)
        self.promised.line.returnPressed.connect(self._on_promised)
        self.setFocusProxy(self.asked.line)

    # What is shown

    @property
    def key(self) -> UUID | None:
        return self._key

    def show_page(self, page: SeminarPage, now: datetime | None = None) -> None:
        """The talk in hand stays; at first it is the one that runs by the clock, or the first."""
        self._page, self._talks = page, tuple(page.talks)
        if page.talk(self._key) is None:
            self._key = _running(self._talks, now)
        self._show_talk()

    def choose(self, key: UUID) -> None:
        if key in [line.key for line in self._talks]:
            self._key = key
            self._show_talk()

    def go(self, step: int) -> None:
        keys = [line.key for line in self._talks]
        place = keys.index(self._key) + step if self._key in keys else 0
        if 0 <= place < len(keys):
            self._key = keys[place]
            self._show_talk()
            self.asked.line.setFocus()
            self.moved.emit()

    def _show_talk(self) -> None:
        keys = [line.key for line in self._talks]
        if self._key not in keys:
            return
        place, faces = keys.index(self._key), self._faces
        line = self._talks[place]
        icon, pigment = SIDES[line.talk.side]
        self.count.setText(self.tr("{place} / {count}").format(place=place + 1, count=len(keys)))
        self.side.show_state(faces.side(line.talk.side), icon, pigment)
        self.when.setText(faces.time(line))
        self.title.setText(line.talk.title)
        self.latin.setText(line.talk.title_latin)
        self.latin.setVisible(bool(line.talk.title_latin))
        self.speakers.setText(faces.speakers(line))
        self.speakers.set_pigment(Pigment.INK if line.speakers else Pigment.CINNABAR)
        self.tongue.setText(faces.tongue(line))
        self.tongue.setVisible(bool(faces.tongue(line)))
        self.back.setEnabled(place > 0)
        self.on.setEnabled(place + 1 < len(keys))
        after = self._talks[place + 1 : place + 3]
        self._next_head.setVisible(bool(after))
        self.following.setText("\n".join(self._in_short(each) for each in after))
        self._show_notes()

    def _in_short(self, line: TalkLine) -> str:
        clock = self._faces.span(line.starts, line.ends)
        parts = (clock, line.talk.title, self._faces.speakers(line))
        return "  ".join(part for part in parts if part)

    def _show_notes(self) -> None:
        notes = [note for note in self._page.notes if note.of == self._key]
        self.model.show(notes)
        self._head.set_count(len(notes))
        self.notes.setVisible(bool(notes))
        self.none.setVisible(not notes)

    def _second(self, line: NoteLine) -> str:
        if isinstance(line.note, Question):
            return line.note.answer
        return self._faces.side(line.note.side)

    # What one does

    def _on_asked(self) -> None:
        if self._key:
            self.asked.submit(self._key, self._ask)

    def _on_promised(self) -> None:
        if self._key:
            side = self._by.value()
            self.promised.submit(self._key, lambda talk, text: self._promise(talk, text, side))

    def _edit_answer(self, line: NoteLine, written: str) -> bool:
        if line.is_promise or written == self._second(line):
            return False
        self.answer_typed.emit(line, written)
        return True

    def note(self) -> NoteLine | None:
        """The one in hand."""
        return next((row for row in self.model.rows if row.key == self.notes.key), None)

    @property
    def is_noting(self) -> bool:
        """Whether the keyboard is in the list of what was taken down."""
        return self.notes.hasFocus()


def _pigment(line: NoteLine) -> Pigment:
    if isinstance(line.note, Question):
        return Pigment.INK2
    return SIDES[line.note.side][1]


def _running(talks: Sequence[TalkLine], now: datetime | None) -> UUID | None:
    if not talks:
        return None
    begun = [line for line in talks if now and line.starts and line.starts <= now]
    return (begun[-1] if begun else talks[0]).key
