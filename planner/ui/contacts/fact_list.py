"""The facts of an organisation: those that contradict each other together, the rest in rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.queries.contacts_page import FactLine
from planner.ui import icons, paint
from planner.ui.appearance import Dressed, Pigment, Radius, Type, px, tokens
from planner.ui.components.boxes import Column
from planner.ui.components.buttons import Button
from planner.ui.components.labels import Label
from planner.ui.components.row_table import RowTable
from planner.ui.contacts.faces import ContactFaces
from planner.ui.icons import Icon
from planner.ui.row_table_model import Column as TableColumn
from planner.ui.row_table_model import RowTableModel

_PLACES = (148, 108, 64)
_OUT = 8
_LINE = 27
_ROW = 32
_SENTENCE = 38
_ROOM_FOR_SENTENCE = 190

FOUNDED = "founded"

Places = Callable[[], Sequence[int]]
"""How wide the columns of metric, value and day are now; a narrow page makes them narrower."""


class _Heads(QWidget, Dressed):
    """The headings, over conflicts and rows alike."""

    def __init__(self, words: Sequence[str], places: Places) -> None:
        super().__init__()
        self._words, self._places = tuple(words), places
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def dress(self) -> None:
        self.updateGeometry()

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(px(400), px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, ink = QPainter(self), tokens().color(Pigment.INK2)
        inner = self.rect().adjusted(px(_OUT), 0, -px(_OUT), 0)
        for area, words in zip(_cells(inner, self._places()), self._words, strict=True):
            paint.text(painter, area, words, Type.SMALL, ink)
        paint.hairline(painter, inner.left(), inner.right(), self.height() - 1)
        painter.end()


def _cells(line: QRect, widths: Sequence[int]) -> list[QRect]:
    """The four places of one line: metric, value, day, source."""
    found, left = [], line.left()
    for width in widths:
        found.append(QRect(left, line.top(), width - px(_OUT), line.height()))
        left += width
    return [*found, QRect(left, line.top(), line.right() - left + 1, line.height())]


class ConflictCard(QWidget, Dressed):
    """Values that cannot all be true, where each is from, and the two ways out."""

    noted = Signal(object)  # the facts
    chosen = Signal(object)

    def __init__(self, faces: ContactFaces, lines: Sequence[FactLine], places: Places) -> None:
        super().__init__()
        self._faces, self.lines, self._places = faces, tuple(lines), places
        self._note = next((line.fact.doubt for line in lines if line.fact.doubt), "")
        sentence = self._note or self.tr("Two values: the report gives both with their sources.")
        self.sentence = Label(sentence, Type.SMALL, Pigment.INK2, wraps=True)
        self.note = Button(self.tr("Keep both"))
        self.choose = Button(self.tr("Choose one"))
        self.note.setToolTip(self.tr("Both stay, with a word on why"))
        self.choose.setToolTip(self.tr("One stays, with the reason; this can be undone"))
        for part in (self.sentence, self.note, self.choose):
            part.setParent(self)
        self.note.clicked.connect(lambda: self.noted.emit(self.lines))
        self.choose.clicked.connect(lambda: self.chosen.emit(self.lines))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleName(self.lines[0].fact.metric)
        told = (
            f"{self._faces.value(line.fact)} {self._faces.partly(line.fact.as_of)} "
            f"{self._faces.origin(line)}"
            for line in self.lines
        )
        self.setAccessibleDescription("\n".join(told))

    def dress(self) -> None:
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        """The acts at the right of the foot, the sentence before them or, if it must, above."""
        right, middle = self.width() - px(_OUT), self.height() - px(26)
        for button in (self.choose, self.note):
            size = button.sizeHint()
            button.setGeometry(
                right - size.width(), middle - size.height() // 2, size.width(), size.height()
            )
            right -= size.width() + px(8)
        if self._is_narrow(self.width()):
            right, middle = self.width() - px(_OUT), middle - px(_SENTENCE)
        self.sentence.setGeometry(px(_OUT), middle - px(18), right - px(_OUT + 4), px(36))

    def _is_narrow(self, width: int) -> bool:
        buttons = self.choose.sizeHint().width() + self.note.sizeHint().width()
        return width - buttons < px(_ROOM_FOR_SENTENCE)

    # Qt's interface

    def sizeHint(self) -> QSize:
        return QSize(px(400), self.heightForWidth(px(400)))

    def heightForWidth(self, width: int) -> int:
        more = px(_SENTENCE) if self._is_narrow(width) else 0
        return px(_LINE) * len(self.lines) + px(56) + more

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setFixedHeight(self.heightForWidth(self.width()))
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        warning = colours.color(Pigment.GAMBOGE)
        tint = colours.tint(Pigment.GAMBOGE)
        edge = tint.lighter(150) if colours.dark else tint.darker(125)
        paint.ground(painter, self.rect(), tint, edge, Radius.FIELD)
        inner = self.rect().adjusted(px(_OUT), px(7), -px(_OUT), 0)
        for place, line in enumerate(self.lines):
            row = QRect(inner.left(), inner.top() + place * px(_LINE), inner.width(), px(_LINE))
            metric, value, day, source = _cells(row, self._places())
            if place == 0:
                mark = QRect(metric.left(), metric.top(), px(icons.SIZE), metric.height())
                icons.paint(painter, Icon.TWO_VALUES, mark, warning)
                words = metric.adjusted(px(22), 0, 0, 0)
                paint.text(painter, words, line.fact.metric, Type.STRONG, warning)
            grey = colours.color(Pigment.INK2)
            paint.text(painter, value, self._faces.value(line.fact))
            paint.text(painter, day, self._faces.partly(line.fact.as_of), Type.SMALL, grey)
            paint.text(painter, source, self._faces.origin(line), Type.SMALL, grey)
        painter.end()


@dataclass(frozen=True)
class _Row:
    """A line of the table; the day of founding stands among the facts."""

    key: object
    metric: str
    value: str
    day: str
    source: str
    is_hole: bool = False


class FactList(QWidget):
    """Conflicts first; Enter changes a fact."""

    opened = Signal(object)  # key of a fact, or FOUNDED
    noted = Signal(object)
    chosen = Signal(object)

    def __init__(self, faces: ContactFaces) -> None:
        super().__init__()
        self._faces = faces
        words = faces.words
        heads = (
            words.field("metric"),
            self.tr("Value"),
            self.tr("Year"),
            self.tr("Source"),
        )
        self.cards: list[ConflictCard] = []
        self._conflicts = Column(spacing=6, margins=0)
        self.model = RowTableModel(self._columns(heads), self)
        self.table = RowTable(self.model, self.tr("Facts"), height=_ROW, headed=False, grows=True)
        self._heads = _Heads(heads, self._widths)
        column = Column(self._heads, self._conflicts, self.table, spacing=0)
        self.setLayout(column)
        self.table.opened.connect(self.opened)

    def _columns(self, heads: Sequence[str]) -> list[TableColumn[_Row]]:
        red, grey = Pigment.CINNABAR, Pigment.INK2
        return [
            TableColumn(heads[0], lambda row: row.metric, width=_PLACES[0], pigment=grey),
            TableColumn(
                heads[1],
                lambda row: row.value,
                width=_PLACES[1],
                icon=lambda row: Icon.HOLE if row.is_hole else None,
                pigment=lambda row: red if row.is_hole else Pigment.INK,
            ),
            TableColumn(heads[2], lambda row: row.day, width=_PLACES[2], pigment=grey),
            TableColumn(
                heads[3],
                lambda row: row.source,
                pigment=lambda row: Pigment.INDIGO if row.is_hole else grey,
            ),
        ]

    def _widths(self) -> list[int]:
        return [self.table.columnWidth(column) for column in range(len(_PLACES))]

    def show_facts(self, lines: Sequence[FactLine], founded: str | None) -> None:
        for card in self.cards:
            self._conflicts.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        together = [line for line in lines if line.conflict is not None]
        for _, group in groupby(together, key=lambda line: line.conflict):
            card = ConflictCard(self._faces, list(group), self._widths)
            card.noted.connect(self.noted)
            card.chosen.connect(self.chosen)
            self.cards.append(card)
            self._conflicts.addWidget(card)
        self._conflicts.set_margins((0, 6 if self.cards else 0))
        self.model.show([*map(self._row, _alone(lines)), self._founded(founded)])

    def _row(self, line: FactLine) -> _Row:
        fact = line.fact
        day, value = self._faces.partly(fact.as_of), self._faces.value(fact)
        source = self._faces.origin(line)
        if fact.doubt:
            source = self.tr("Doubtful: {why}").format(why=fact.doubt)
        return _Row(line.key, fact.metric, value, day, source)

    def _founded(self, founded: str | None) -> _Row:
        words = self._faces.words.field(FOUNDED)
        if founded:
            return _Row(FOUNDED, words, self._faces.founding(founded), "", "")
        return _Row(FOUNDED, words, self.tr("Unknown"), "", self.tr("Fill in"), is_hole=True)


def _alone(lines: Sequence[FactLine]) -> list[FactLine]:
    return [line for line in lines if line.conflict is None]
