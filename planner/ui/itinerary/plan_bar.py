"""PlanBar: over the plan, the ways to see it, a line to add stops, zones, parties, more acts."""

from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from planner.queries.itinerary import Itinerary, PlannedStop
from planner.ui.appearance import Pigment, Type
from planner.ui.components.boxes import Row
from planner.ui.components.buttons import IconButton
from planner.ui.components.choices import Choice, SegmentedControl
from planner.ui.components.labels import Label, Picture
from planner.ui.icons import ROW_SIZE, Icon
from planner.ui.itinerary.plan_ways import COLUMNS, LIST, MAP, TABLE
from planner.ui.itinerary.quick_field import QuickField
from planner.ui.itinerary.stop_faces import StopWords


class PlanBar(QWidget):
    def __init__(self, says: StopWords) -> None:
        super().__init__()
        self._says = says
        self.choice = SegmentedControl(
            [
                Choice(COLUMNS, self.tr("Days"), Icon.CALENDAR),
                Choice(LIST, self.tr("List"), Icon.LIST),
                Choice(TABLE, self.tr("Table"), Icon.TABLE),
                Choice(MAP, self.tr("Map"), Icon.MAP),
            ],
            self.tr("Ways to see the plan"),
        )
        self.quick = QuickField(says, self)
        self._zones = Label("", Type.SMALL, Pigment.INK2)
        self._zone_mark = Picture(Icon.GLOBE, Pigment.INK2, ROW_SIZE)
        self._together = Label("", Type.SMALL, Pigment.INK2)
        self._together_mark = Picture(Icon.PEOPLE, Pigment.INK2, ROW_SIZE)
        self.more = IconButton(Icon.MORE, self.tr("More acts"))
        self._acts = QMenu(self)
        self.more.clicked.connect(
            lambda: self._acts.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        )
        row = Row(
            self.choice,
            self.quick,
            8,
            self._zone_mark,
            self._zones,
            self._together_mark,
            self._together,
            self.more,
            margins=(16, 8, 16, 8),
            spacing=12,
        )
        row.setStretch(1, 1)
        self.setLayout(row)

    def offer_more(self, *acts: QAction) -> None:
        """What is done with the plan as a whole."""
        self._acts.addActions(acts)

    def show_plan(self, plan: Itinerary) -> None:
        self._show_zones(plan.stops)
        self._show_parties(plan)

    def _show_zones(self, stops: Iterable[PlannedStop]) -> None:
        """The zones of clock times; nothing where there are none."""
        by_zone = {(each.starts.zone, each.starts.day): each.starts for each in stops}
        told = (self._says.formats.offset(starts) for starts in by_zone.values())
        offsets = list(dict.fromkeys(offset for offset in told if offset))
        self._zones.setText(self.tr(", ").join(offsets))
        for part in (self._zones, self._zone_mark):
            part.setVisible(bool(offsets))

    def _show_parties(self, plan: Itinerary) -> None:
        """Whether they go together."""
        count = len(plan.parties)
        words = self.tr("All together") if count == 1 else self.tr("%n parties", "", count)
        self._together.setText(words)
        for part in (self._together, self._together_mark):
            part.setVisible(bool(count and plan.members))
