"""What is owed as rows under headings: late, today, this week, waiting for others."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, Qt

from planner.queries.today import Agenda, Group, TodayItem
from planner.rules.deadlines import Urgency
from planner.ui import paint
from planner.ui.appearance import Pigment, px
from planner.ui.components.row_table import RowTable
from planner.ui.icons import Icon
from planner.ui.row_table_model import Column, RowTableModel, Section
from planner.ui.today.today_looks import TodayLooks
from planner.words import Words

_WHO, _DAY, _LEFT = 2, 3, 4
_NARROW_WHO, _WIDE_WHO = 108, 176
_LEAST = {_DAY: 64, _LEFT: 88}
_PAD = 20
_ICONS: Mapping[Urgency, tuple[Icon, Pigment]] = MappingProxyType(
    {
        Urgency.LATE: (Icon.LATE, Pigment.CINNABAR),
        Urgency.TODAY: (Icon.TODAY, Pigment.INK),
        Urgency.THIS_WEEK: (Icon.CALENDAR, Pigment.INK),
        Urgency.WAITING: (Icon.HOURGLASS, Pigment.INK),
    }
)


class OwedTable(RowTable):
    """The looks change with the day: they are asked for anew at each use."""

    def __init__(self, words: Words, looks: Callable[[], TodayLooks]) -> None:
        self._looks = looks
        self._is_roomy = False
        self.owed = RowTableModel(_columns(words, looks))
        super().__init__(self.owed, "", headed=False, grows=True)
        self.owed.setParent(self)
        self.setAccessibleName(self.tr("What is owed"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    @property
    def items(self) -> list[TodayItem]:
        return [row for row in self.owed.rows if isinstance(row, TodayItem)]

    @property
    def item(self) -> TodayItem | None:
        """The one in hand."""
        return next((item for item in self.items if item.key == self.key), None)

    def show_agenda(self, told: Agenda) -> None:
        rows: list[Section | TodayItem] = []
        for group in told.groups:
            if group.items:
                rows += [self._section(group), *group.items]
        self.owed.show(rows)
        self.setVisible(bool(rows))
        self._fit()

    def be_roomy(self, is_roomy: bool) -> None:
        """Whose it is has more room in a wide window."""
        self._is_roomy = is_roomy
        self._fit()

    def _fit(self) -> None:
        """Days and what is left of them stand whole, however late something is."""
        across = self.horizontalHeader()
        across.resizeSection(_WHO, px(_WIDE_WHO if self._is_roomy else _NARROW_WHO))
        for column, read in ((_DAY, self._looks().day), (_LEFT, self._looks().left)):
            widest = max((paint.width_of(read(item)) for item in self.items), default=0)
            across.resizeSection(column, max(px(_LEAST[column]), widest + px(_PAD)))

    def _section(self, group: Group) -> Section:
        icon, pigment = _ICONS[group.urgency]
        words = {
            Urgency.LATE: self.tr("Late"),
            Urgency.TODAY: self.tr("Today"),
            Urgency.THIS_WEEK: self.tr("This week"),
            Urgency.WAITING: self.tr("Waiting for others"),
        }[group.urgency]
        note = ""
        if group.count > len(group.items):
            note = self.tr("The first {count} are shown").format(count=len(group.items))
        elif group.urgency is Urgency.WAITING:
            note = self.tr("Late after 6 months")
        return Section(words, group.count, icon, pigment, note)


def _columns(words: Words, looks: Callable[[], TodayLooks]) -> Sequence[Column[TodayItem]]:
    translate = QCoreApplication.translate
    return [
        Column(
            translate("OwedTable", "What"),
            lambda item: looks().text(item),
            icon=lambda item: looks().icon(item),
            icon_pigment=lambda item: looks().pigment(item),
        ),
        Column(
            translate("OwedTable", "From"),
            lambda item: looks().origin(item),
            width=104 if words.is_chinese else 148,
            pigment=Pigment.INK2,
        ),
        Column(
            translate("OwedTable", "Who"),
            lambda item: looks().owner(item),
            width=_NARROW_WHO,
            pigment=lambda item: looks().owner_pigment(item),
        ),
        Column(
            translate("OwedTable", "Due"),
            lambda item: looks().day(item),
            width=_LEAST[_DAY],
            flush=True,
            pigment=Pigment.INK2,
        ),
        Column(
            translate("OwedTable", "Left"),
            lambda item: looks().left(item),
            width=_LEAST[_LEFT],
            flush=True,
            pigment=lambda item: looks().pigment(item),
        ),
    ]
