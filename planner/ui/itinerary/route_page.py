"""RoutePage: the map of the route beside the list of its legs, and places yet to be found."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from planner.queries.itinerary import Itinerary
from planner.resources import resource
from planner.rules.gazetteer import Gazetteer, Guess, guesses, unplaced
from planner.rules.route import RouteLeg, route
from planner.ui.actions import list_act
from planner.ui.appearance import Ground, Pigment, Type, px
from planner.ui.components.boxes import Column as Below
from planner.ui.components.boxes import Hairline, Row, lay_on, scrolled
from planner.ui.components.buttons import Button, IconButton
from planner.ui.components.cards import Bar, EmptyState
from planner.ui.components.drawing_acts import DrawingActs
from planner.ui.components.labels import Label
from planner.ui.components.panels import Dialog
from planner.ui.components.row_table import RowTable
from planner.ui.copying import every_row
from planner.ui.drawing.world import World, read_world
from planner.ui.icons import Icon
from planner.ui.itinerary.route_map import ZOOM_STEP, RouteMap
from planner.ui.itinerary.stop_faces import KIND_ICONS, StopWords
from planner.ui.row_table_model import Column, RowTableModel, Section

_SIDE = 264


class RoutePage(QWidget):
    """Reads the outlines of the world when it is first seen."""

    fill_asked = Signal(object)  # the guesses chosen

    def __init__(self, says: StopWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._says = says
        self._world: World | None = None
        self._gazetteer: Gazetteer | None = None
        self._plan: Itinerary | None = None
        self.map = RouteMap(says.formats)
        self.model = RowTableModel(self._columns(), self)
        self.table = RowTable(self.model, self.tr("Legs of the route"), headed=False)
        self.lacking = Bar("", Icon.PIN, Pigment.GAMBOGE)
        self.nothing = EmptyState(
            self.tr("No places yet"),
            self.tr("Stops with coordinates are drawn here; towns can be filled in by name."),
            Icon.MAP,
        )
        self._make_acts()
        self._lay_out()
        self.map.chosen.connect(self.table.choose)
        self.map.opened.connect(self.table.opened)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)

    def _columns(self) -> list[Column[Any]]:
        return [
            Column(
                self.tr("Leg"),
                lambda leg: leg.name or self._says.words.value(leg.stop_kind),
                icon=lambda leg: KIND_ICONS[leg.stop_kind] if leg.is_planned else Icon.MORE,
                icon_pigment=lambda leg: self.map.pigment_of(leg.day),
                pigment=lambda leg: Pigment.INK if leg.is_planned else Pigment.INK2,
            ),
            Column(
                self.tr("Distance"),
                lambda leg: leg.kilometres,
                lambda far: self.tr("{km} km").format(km=f"{far:,.0f}"),
                width=84,
                flush=True,
                pigment=Pigment.INK2,
            ),
        ]

    def _make_acts(self) -> None:
        """Plus, minus and nought are keys of the map itself."""
        drawn = self.map
        self.open = list_act(drawn, self.tr("Open stop"), "", Icon.PANEL)
        self.nearer = list_act(drawn, self.tr("Zoom in"), "", Icon.ZOOM_IN)
        self.farther = list_act(drawn, self.tr("Zoom out"), "", Icon.ZOOM_OUT)
        self.whole = list_act(drawn, self.tr("Whole route"), "", Icon.ROUTE)
        first = (self.open, self.nearer, self.farther, self.whole)
        self.copies = DrawingActs(drawn, lambda: every_row(self.table), first, self.table.ways_out)
        self.copies.menu_asked.connect(lambda: self.open.setEnabled(self.table.key is not None))
        self.open.triggered.connect(lambda: self.table.opened.emit(self.table.key))
        self.nearer.triggered.connect(lambda: drawn.zoom(ZOOM_STEP))
        self.farther.triggered.connect(lambda: drawn.zoom(1 / ZOOM_STEP))
        self.whole.triggered.connect(drawn.fit)

    def _lay_out(self) -> None:
        self._total = Label("", Type.SMALL, Pigment.INK2)
        acts = Row(self._total, None, spacing=4, margins=(16, 6, 8, 6))
        for act in (self.nearer, self.farther, self.whole):
            acts.addWidget(IconButton.of(act, Icon(act.property("icon_name"))))
        side = QWidget()
        lay_on(side, Ground.SHEET)
        nothing, warning = Below(self.nothing, margins=8), Below(self.lacking, margins=8)
        column = Below(acts, Hairline(), self.table, nothing, None, warning, spacing=0)
        column.setStretch(2, 1)
        side.setLayout(column)
        side.setFixedWidth(px(_SIDE))
        row = Row(self.map, Hairline(Qt.Orientation.Vertical), side, spacing=0)
        row.setStretch(0, 1)
        self.setLayout(row)
        self.lacking.hide()

    # What is shown

    def show_plan(self, plan: Itinerary) -> None:
        self._plan = plan
        if self._world is None:
            self._world = read_world()
        found = route(plan.dossier)
        self.map.show_route(self._world, found, [day.day for day in plan.days])
        self.model.show(list(self._rows(found.legs)))
        self.table.setVisible(bool(found.legs))
        self.nothing.setVisible(not found.legs)
        far = sum(leg.kilometres for leg in found.legs)
        self._total.setText(self.tr("{km} km in all").format(km=f"{far:,.0f}"))
        self._show_lacking()
        self._show_chosen()

    def _rows(self, legs: Sequence[RouteLeg]) -> Iterator[Section | RouteLeg]:
        """By days; of a stop that wants a way to its leg only the leg itself is listed."""
        planned = {leg.key for leg in legs if leg.is_planned}
        listed = [leg for leg in legs if leg.is_planned or leg.key not in planned]
        for day, of_day in groupby(listed, lambda leg: leg.day):
            yield Section(self._says.formats.day_weekday(day))
            yield from of_day

    def _show_lacking(self) -> None:
        count = len(list(unplaced(self._plan.dossier))) if self._plan else 0
        if not count:
            self.lacking.hide()
            return
        act = Button(self.tr("Find"), small=True)
        act.clicked.connect(self.find_places)
        words = self.tr("%n without coordinates", "", count)
        self.lacking.show_message(words, Icon.PIN, Pigment.GAMBOGE, act)

    def _show_chosen(self) -> None:
        key = self.table.key
        self.map.choose(key if isinstance(key, UUID) else None)

    # Places yet to be found

    def find_places(self) -> None:
        """Which towns the places seem to be in, to be looked at before anything is stored."""
        if self._plan is None:
            return
        if self._gazetteer is None:
            self._gazetteer = Gazetteer(resource("map", "places.tsv").read_text("utf-8"))
        dialog = PlacesDialog(guesses(self._plan.dossier, self._gazetteer), self._says, self)
        dialog.accepted.connect(lambda: self.fill_asked.emit(dialog.chosen))
        dialog.open()


class PlacesDialog(Dialog):
    """Each place beside the town found for it."""

    def __init__(self, found: Sequence[Guess], says: StopWords, parent: QWidget) -> None:
        super().__init__(
            self.tr("Fill in coordinates"),
            self.tr("Fill in"),
            parent,
            reason=self.tr("Each place is put where its town or airport is; correct it later."),
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._boxes: list[tuple[QCheckBox, tuple[Guess, ...]]] = []
        alike: dict[tuple[str, str], list[Guess]] = {}
        for guess in found:
            alike.setdefault((guess.unplaced.written, guess.town.name), []).append(guess)
        content, column = QWidget(), Below(spacing=6)
        for (written, name), same in alike.items():
            country = says.words.country(same[0].town.country)
            words = self.tr("{place} → {town} ({country})")
            told = words.format(place=written, town=name, country=country)
            box = QCheckBox(told.replace("&", "&&"))
            box.setChecked(True)
            column.addWidget(box)
            self._boxes.append((box, tuple(same)))
        if not found:
            column.addWidget(Label(self.tr("No town was found for any of them."), wraps=True))
            self.act.setEnabled(False)
        column.addStretch(1)
        content.setLayout(column)
        area = scrolled(content)
        area.setMinimumHeight(px(200))
        self.body.addWidget(area)

    @property
    def chosen(self) -> tuple[Guess, ...]:
        return tuple(each for box, same in self._boxes if box.isChecked() for each in same)
