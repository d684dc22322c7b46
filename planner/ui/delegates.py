"""How rows and cards are painted; the columns of the model are the plan they follow."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from planner.ui import icons, paint
from planner.ui.appearance import Height, Pigment, Radius, Type, px, tokens, typeface
from planner.ui.icons import Icon
from planner.ui.row_table_model import ChipFace, Role, Section

Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
_PAD = 8


class RowDelegate(QStyledItemDelegate):
    """One cell: icon, words, a second line, a chip at the end. The table paints the grounds."""

    def __init__(
        self, height: int = Height.ROW, lined: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._height, self._lined = height, lined

    # Qt's interface

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = paint.width_of(index.data() or "") + px(2 * _PAD)
        if index.data(Role.ICON):
            width += px(icons.SIZE + 8)
        return QSize(width, px(self._height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        section = index.data(Role.SECTION)
        if section:
            return
        area = option.rect.adjusted(px(_PAD), 0, -px(_PAD), 0)
        area = _draw_icon(painter, area, index)
        if self._lined:
            _draw_hairline(painter, area, option, index)
        chip: ChipFace | None = index.data(Role.CHIP)
        if chip:
            area = _draw_chip(painter, area, chip, bool(index.data()))
        _draw_words(painter, area, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.setFrame(True)
        return editor


def _draw_icon(painter: QPainter, area: QRect, index: Index) -> QRect:
    name: Icon | None = index.data(Role.ICON)
    if not name:
        return area
    side, left = px(icons.SIZE), area.left()
    if _flush(index) is Qt.AlignmentFlag.AlignRight:
        words = paint.width_of(index.data() or "", _type_of(index))
        left = max(left, area.right() + 1 - words - px(6) - side)
    mark = QRect(left, area.top(), side, area.height())
    icons.paint(painter, name, mark, tokens().color(index.data(Role.ICON_PIGMENT)))
    return area.adjusted(side + px(8), 0, 0, 0)


def _flush(index: Index) -> Qt.AlignmentFlag:
    told = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
    return told & Qt.AlignmentFlag.AlignHorizontal_Mask


def _type_of(index: Index) -> Type:
    if index.data(Role.PIGMENT) in (Pigment.INK2, Pigment.INK3):
        return Type.SMALL
    return Type.STRONG if index.data(Role.STRONG) else Type.BASE


def _draw_hairline(
    painter: QPainter, area: QRect, option: QStyleOptionViewItem, index: Index
) -> None:
    """Between rows only: none below the last one of a section."""
    below = index.sibling(index.row() + 1, 0)
    if not below.isValid() or below.data(Role.SECTION):
        return
    cell: QRect = option.rect
    is_first, is_last = _is_outermost(option.widget, index.column())
    left = area.left() if is_first else cell.left()
    right = area.right() + 1 if is_last else cell.right() + 1
    paint.hairline(painter, left, right, cell.bottom())


def _is_outermost(view: QWidget, column: int) -> tuple[bool, bool]:
    """At the left and at the right, wherever a person has put the columns."""
    if not isinstance(view, QTableView):
        return True, True
    header = view.horizontalHeader()
    left = header.sectionPosition(column)
    return left == 0, left + header.sectionSize(column) == header.length()


def _draw_chip(painter: QPainter, area: QRect, chip: ChipFace, at_end: bool) -> QRect:
    width = paint.chip_width(chip.words, chip.icon)
    left = area.right() - width + 1 if at_end else area.left()
    where = QRect(left, area.top(), width, area.height())
    paint.chip(painter, where, chip.words, chip.icon, chip.pigment, chip.outlined)
    return area.adjusted(0, 0, -width - px(8), 0)


def _draw_words(painter: QPainter, area: QRect, option: QStyleOptionViewItem, index: Index) -> None:
    colours = tokens()
    pigment: Pigment = index.data(Role.PIGMENT)
    second: str | None = index.data(Role.SECOND)
    if second is not None and option.state & _State.State_Selected:
        pigment = Pigment.INDIGO
    kind, flush = _type_of(index), _flush(index)
    if not second:
        paint.text(painter, area, index.data() or "", kind, colours.color(pigment), flush)
        return
    line = px(Type.BASE.line)
    top = area.top() + (area.height() - line - px(Type.SMALL.line)) // 2
    first = QRect(area.left(), top, area.width(), line)
    below = QRect(area.left(), top + line, area.width(), px(Type.SMALL.line))
    paint.text(painter, first, index.data() or "", kind, colours.color(pigment), flush)
    paint.text(painter, below, second, Type.SMALL, colours.color(Pigment.INK2), flush)


def paint_section(painter: QPainter, rect: QRect, section: Section) -> None:
    """A heading over rows, standing at the foot of its place, closed by a hairline."""
    colours, height = tokens(), px(Height.NAV)
    line = rect.bottom() - px(2)
    area = QRect(rect.left() + px(_PAD), line - height, rect.width() - 2 * px(_PAD), height)
    left = area.left()
    if section.icon:
        mark = QRect(left, area.top(), px(icons.SIZE), height)
        grey = Pigment.INK2 if section.pigment is Pigment.INK else section.pigment
        icons.paint(painter, section.icon, mark, colours.color(grey))
        left += px(icons.SIZE + 8)
    ink, grey_ink = colours.color(section.pigment), colours.color(Pigment.INK2)
    words = area.adjusted(left - area.left(), 0, 0, 0)
    taken = paint.text(painter, words, section.words, Type.STRONG, ink)
    if section.count is not None:
        beside = words.adjusted(taken + px(8), 0, 0, 0)
        paint.text(painter, beside, f"{section.count:,}", Type.BASE, grey_ink)
    flush = Qt.AlignmentFlag.AlignRight
    paint.text(painter, area, section.note, Type.SMALL, grey_ink, flush)
    paint.hairline(painter, area.left(), area.right() + 1, line)


@dataclass(frozen=True)
class CardFact:
    """One line at the foot of a card: who, when, what proves it."""

    icon: Icon
    words: str
    pigment: Pigment = Pigment.INK2
    icon_pigment: Pigment | None = None


@dataclass(frozen=True)
class CardFace:
    """What a card on a board shows."""

    key: object
    kicker: str
    title: str
    kicker_icon: Icon | None = None
    facts: tuple[CardFact, ...] = ()
    flag: str = ""
    flag_icon: Icon = Icon.PRIORITY

    @property
    def spoken(self) -> str:
        parts = (self.kicker, self.title, *(fact.words for fact in self.facts), self.flag)
        return ", ".join(part for part in parts if part)


CARD_ROLE = int(Qt.ItemDataRole.UserRole) + 20
_INSET = 11
_GAP = 6
_FACT = 19
_TITLE_LINES = 3


class CardDelegate(QStyledItemDelegate):
    """A card on a board: where it comes from, what it is, then who and when."""

    # Qt's interface

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        face: CardFace = index.data(CARD_ROLE)
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
        lines = len(wrapped(face.title, width - px(2 * _INSET)))
        height = px(18 + 20 + 4 + 9) + lines * px(Type.BASE.line - 1) + len(face.facts) * px(_FACT)
        return QSize(width, height - px(8) + px(_GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        face: CardFace = index.data(CARD_ROLE)
        colours = tokens()
        rect = option.rect.adjusted(0, 0, 0, -px(_GAP))
        chosen = bool(option.state & _State.State_Selected)
        over = bool(option.state & _State.State_MouseOver)
        fill = colours.selection if chosen else colours.hover if over else colours.card
        paint.ground(painter, rect, fill, colours.line, Radius.FIELD)
        if option.state & _State.State_HasFocus:
            paint.focus_ring(painter, rect)
        inner = rect.adjusted(px(_INSET), px(8), -px(_INSET), -px(8))
        top = _paint_kicker(painter, inner, face)
        top = _paint_title(painter, QRect(inner.left(), top, inner.width(), 0), face.title)
        for fact in face.facts:
            line = QRect(inner.left(), top, inner.width(), px(_FACT))
            mark = QRect(line.left(), line.top(), px(icons.ROW_SIZE), line.height())
            drawing = colours.color(fact.icon_pigment or fact.pigment)
            icons.paint(painter, fact.icon, mark, drawing, icons.ROW_SIZE)
            words = line.adjusted(px(icons.ROW_SIZE + 5), 0, 0, 0)
            paint.text(painter, words, fact.words, Type.SMALL, colours.color(fact.pigment))
            top += line.height()


def _paint_kicker(painter: QPainter, inner: QRect, face: CardFace) -> int:
    ink = tokens().color(Pigment.INK2)
    line = QRect(inner.left(), inner.top(), inner.width(), px(20))
    words = QRect(line)
    if face.kicker_icon:
        mark = QRect(line.left(), line.top(), px(icons.ROW_SIZE), line.height())
        icons.paint(painter, face.kicker_icon, mark, ink, icons.ROW_SIZE)
        words.adjust(px(icons.ROW_SIZE + 5), 0, 0, 0)
    if face.flag:
        dark, flush = tokens().color(Pigment.INK), Qt.AlignmentFlag.AlignRight
        taken = paint.text(painter, line, face.flag, Type.SMALL, dark, flush)
        left = line.right() - taken - px(icons.CHIP_SIZE + 4)
        mark = QRect(left, line.top(), px(icons.CHIP_SIZE), line.height())
        icons.paint(painter, face.flag_icon, mark, dark, icons.CHIP_SIZE)
        words.setRight(left - px(4))
    paint.text(painter, words, face.kicker, Type.SMALL, ink)
    return line.bottom() + 1


def _paint_title(painter: QPainter, area: QRect, title: str) -> int:
    top, height = area.top(), px(Type.BASE.line - 1)
    for line in wrapped(title, area.width()):
        where = QRect(area.left(), top, area.width(), height)
        paint.text(painter, where, line, Type.BASE)
        top += height
    return top + px(4)


def wrapped(words: str, width: int, kind: Type = Type.BASE, most: int = _TITLE_LINES) -> list[str]:
    """The words broken into lines; what does not fit stays whole in the last, to be cut there."""
    layout = QTextLayout(words, typeface(kind))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        starts.append(line.textStart())
    layout.endLayout()
    if 1 < len(starts) <= most and _leaves_orphan(words, starts[-1]):
        starts[-1] -= 1
    starts = starts[:most] or [0]
    ends = [*starts[1:], len(words)]
    return [words[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _leaves_orphan(words: str, start: int) -> bool:
    """Whether one Han character stands alone in the last line and another can go down to it."""
    alone = words[start:].strip()
    is_single = len(alone) == 1 or (len(alone) == 2 and not _is_han(alone[1]))
    return is_single and _is_han(alone[0]) and all(map(_is_han, words[start - 2 : start]))


def _is_han(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"
