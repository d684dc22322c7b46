"""Follow-ups on a time axis: a row each, with a bar from when it began until it is due or done."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.domain.follow_up import FollowUpState
from planner.domain.years import roc_year
from planner.queries.follow_up_list import FollowUpLine
from planner.ui import paint
from planner.ui.appearance import Pigment, Radius, Type, px, tokens
from planner.ui.components.row_table import RowTable
from planner.ui.outcomes.follow_up_lines import STATE_ICONS, FollowUpLooks
from planner.ui.outcomes.time_scale import TimeScale
from planner.ui.paged_rows import ReadRows
from planner.ui.row_table_model import Column, RowTableModel
from planner.words import Words

Index = QModelIndex | QPersistentModelIndex
_TIME = 2
_BAR = 14
_APART = 52
_PAD = 8


class Timeline(RowTable):
    """The same rows as the list: keys, choice and reading aloud are those of a table."""

    def __init__(self, words: Words, looks: Callable[[], FollowUpLooks]) -> None:
        self.model_of_lines = RowTableModel(self._columns(words, looks))
        super().__init__(self.model_of_lines, "")
        self.setAccessibleName(self.tr("Follow-ups on a time axis"))
        self.setObjectName("timeline")
        self.model_of_lines.setParent(self)
        self.scale = TimeScale.of((), date.min.replace(year=2))
        self._bars = _BarDelegate(self, looks)
        self.setItemDelegateForColumn(_TIME, self._bars)
        self._axis = _Axis(self, words)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def show_lines(self, lines: Sequence[FollowUpLine], today: date) -> None:
        self.scale = TimeScale.of(lines, today)
        self.model_of_lines.show(lines)
        self._update_axis()

    def show_read(self, lines: ReadRows, scale: TimeScale) -> None:
        """What a thread has read, with the days it measured."""
        self.scale = scale
        self.model_of_lines.show_paged(lines)
        self._update_axis()

    def _update_axis(self) -> None:
        self._axis.update()
        self.viewport().update()

    def _columns(
        self, words: Words, looks: Callable[[], FollowUpLooks]
    ) -> Sequence[Column[FollowUpLine]]:
        return [
            Column(
                words.field("text", "follow_up"),
                lambda line: line.text,
                width=300,
                icon=lambda line: STATE_ICONS[line.state][0],
                icon_pigment=lambda line: STATE_ICONS[line.state][1],
            ),
            Column(
                QCoreApplication.translate("Timeline", "Owner"),
                lambda line: looks().owner(line),
                width=130,
                pigment=lambda line: looks().owner_pigment(line),
            ),
            Column("", lambda line: looks().due(line)),
        ]


class _BarDelegate(QStyledItemDelegate):
    """Done is filled, what is late goes on hatched from the due day until today."""

    def __init__(self, timeline: Timeline, looks: Callable[[], FollowUpLooks]) -> None:
        super().__init__(timeline)
        self._timeline = timeline
        self._looks = looks

    # Qt's interface

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: FollowUpLine = self._timeline.model_of_lines.rows[index.row()]
        area: QRect = option.rect
        scale, colours = self._timeline.scale, tokens()
        for tick in scale.ticks(area.width(), px(_APART)):
            at = area.left() + scale.place(tick, area.width())
            painter.fillRect(at, area.top(), max(1, px(1)), area.height(), colours.line)
        if index.row() + 1 < self._timeline.model_of_lines.rowCount():
            paint.hairline(painter, area.left(), area.right(), area.bottom())
        right = self._paint_bar(painter, area, line)
        at = area.left() + scale.place(scale.today, area.width())
        ink = colours.color(Pigment.INDIGO)
        painter.fillRect(at, area.top(), max(1, px(2)), area.height(), ink)
        self._paint_words(painter, area, right, line)

    def _paint_bar(self, painter: QPainter, area: QRect, line: FollowUpLine) -> int:
        """Gives where it ends."""
        scale, colours = self._timeline.scale, tokens()
        due, done = line.due_on, line.closed_on
        end = done or due or scale.today
        begin = min(line.opened_on or end, end)
        bar = self._between(area, begin, end)
        pigment = Pigment.PINE if line.state is FollowUpState.CLOSED else Pigment.AZURITE
        is_open_ended = done is None and due is None
        paint.ground(
            painter,
            bar,
            colours.tint(pigment),
            colours.color(pigment),
            Radius.CHIP,
            dashed=is_open_ended or line.state is FollowUpState.WAITING,
        )
        if not line.is_overdue(scale.today) or due is None:
            return bar.right()
        late = self._between(area, due, scale.today)
        paint.ground(painter, late, None, colours.color(Pigment.CINNABAR), Radius.CHIP)
        hatched = QBrush(colours.color(Pigment.CINNABAR), Qt.BrushStyle.BDiagPattern)
        painter.fillRect(late.adjusted(px(2), px(2), -px(2), -px(2)), hatched)
        return late.right()

    def _between(self, area: QRect, first: date, last: date) -> QRect:
        scale = self._timeline.scale
        left = area.left() + scale.place(first, area.width())
        right = area.left() + scale.place(last, area.width())
        top = area.top() + (area.height() - px(_BAR)) // 2
        return QRect(left, top, max(right - left, px(6)), px(_BAR))

    def _paint_words(self, painter: QPainter, area: QRect, right: int, line: FollowUpLine) -> None:
        """When it is due, behind the bar or, where there is no room, before it."""
        looks = self._looks()
        words, colour = looks.due(line), tokens().color(looks.due_pigment(line))
        width = paint.width_of(words, Type.SMALL)
        beside = QRect(right + px(_PAD), area.top(), width + 1, area.height())
        if beside.right() > area.right():
            beside.moveRight(self._left_of(area, line) - px(_PAD))
        if beside.left() >= area.left():
            paint.text(painter, beside, words, Type.SMALL, colour)

    def _left_of(self, area: QRect, line: FollowUpLine) -> int:
        days = [day for day in (line.opened_on, line.due_on, line.closed_on) if day]
        first = min(days, default=self._timeline.scale.today)
        return area.left() + self._timeline.scale.place(first, area.width())


class _Axis(QWidget):
    """Names of months over the bars; it lies on the head of their column."""

    def __init__(self, timeline: Timeline, words: Words) -> None:
        super().__init__(timeline.horizontalHeader().viewport())
        self._timeline = timeline
        self._words = words
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for signal in (self._header.sectionResized, self._header.sectionMoved):
            signal.connect(lambda *_: self._fit())
        self._header.viewport().installEventFilter(self)

    @property
    def _header(self) -> QHeaderView:
        """Asked for anew: what Qt made may get the address of one that went, and its wrapper."""
        return self._timeline.horizontalHeader()

    def _fit(self) -> None:
        column = self._header
        self.setVisible(not column.isSectionHidden(_TIME))
        self.setGeometry(
            column.sectionViewportPosition(_TIME), 0, column.sectionSize(_TIME), column.height()
        )

    def _name(self, day: date) -> str:
        if day.month > 1:
            month = self._words(f"date.short.month.m{day.month}")
            return self._words("date.timeline.month", month=month)
        return self._words("date.timeline.year", year=roc_year(day), western=day.year)

    # Qt's interface

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, scale = QPainter(self), self._timeline.scale
        ink = tokens().color(Pigment.INK2)
        for tick in scale.ticks(self.width(), px(_APART)):
            at = scale.place(tick, self.width())
            where = QRect(at + px(4), 0, px(_APART), self.height())
            paint.text(painter, where, self._name(tick), Type.SMALL, ink)
        painter.end()
