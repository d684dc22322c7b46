"""BriefingView: the background of the delegation in hand, with where each piece comes from."""

from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from planner.domain.briefing import Fact, FactChart, Relation, ReprintPermission, Source
from planner.domain.delegation import Delegation
from planner.domain.errors import NotFound
from planner.domain.organisation import Organisation
from planner.queries.briefing import Briefing, FactLine, briefing
from planner.store.database import Database
from planner.ui.actions import page_act
from planner.ui.briefing.acts import BriefingActs
from planner.ui.briefing.chart_page import ChartPage
from planner.ui.briefing.faces import BriefingFaces
from planner.ui.briefing.pages import FactPage, MatrixPage, SourcePage
from planner.ui.components.boxes import Column, Row
from planner.ui.components.buttons import Button
from planner.ui.components.choices import Choice, SegmentedControl
from planner.ui.copying import copy_rows
from planner.ui.drawing.states import Look
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.live_page import LivePage

FACTS, RELATIONS, SOURCES, CHARTS = "facts", "relations", "sources", "charts"
_SHOWN = (Delegation, Source, Fact, FactChart, Relation, Organisation)
_NOTHING = Briefing((), (), ())


class BriefingView(LivePage):
    """Reads the background, shows it in the way chosen, and runs the edits that are asked for."""

    totals_changed = Signal(str)
    keys_changed = Signal()
    shown_kinds = _SHOWN

    def __init__(
        self,
        database: Database,
        editor: Editor,
        formats: Formats,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._words = formats.words
        self._faces = BriefingFaces(formats.words)
        self._delegation: UUID | None = None
        self._found = _NOTHING
        self.acts = BriefingActs(database, editor, self._faces, self)
        self._make_actions()
        self._build()
        self._connect(editor)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What the status line says of the keyboard here."""
        if self.way.key == RELATIONS:
            return (
                ("↑ ↓ ← →", self.tr("Move")),
                (self.tr("Space"), self.tr("Mark or unmark")),
                ("Ctrl N", self.tr("Add relation")),
            )
        common = (("↑ ↓", self.tr("Move")), ("Enter", self.tr("Open")))
        if self.way.key == SOURCES:
            return (*common, ("1–4", self.tr("Permission")), ("A", self.tr("List or take off")))
        if self.way.key == CHARTS:
            return (*common, ("F2", self.tr("Change")), ("Del", self.tr("Remove")))
        add, draw = ("Ctrl N", self.tr("Add fact")), ("G", self.tr("Draw a chart"))
        return (*common, add, draw, ("Del", self.tr("Remove")))

    # Parts

    def _make_actions(self) -> None:
        keys = QKeySequence.StandardKey
        self.add = page_act(self, self.tr("Add fact"), keys.New, Icon.PLUS)
        self.add_source = page_act(self, self.tr("Add source"), "Ctrl+Shift+N", Icon.BRIEFING)
        self.attach = page_act(self, self.tr("Attach source"), "Ctrl+Shift+A", Icon.LINK)
        self.change = page_act(self, self.tr("Change"), "F2", Icon.PEN)
        self.list_it = page_act(
            self, self.tr("List for this delegation, or take off"), "A", Icon.LINK
        )
        self.draw = page_act(self, self.tr("Draw a chart of the chosen facts"), "G", Icon.BOARD)
        self.copy = page_act(self, self.tr("Copy as text and table"), keys.Copy, Icon.COPY)
        self.remove = page_act(self, self.tr("Remove"), keys.Delete, Icon.TRASH)
        self.permissions = {
            state: page_act(
                self,
                self.tr("Reprint: {state}").format(state=self._words.value(state)),
                str(number),
                self._faces.permission(state).icon or Icon.CHECK,
            )
            for number, state in enumerate(ReprintPermission, 1)
        }

    def _build(self) -> None:
        self.way = SegmentedControl(
            [
                Choice(FACTS, self.tr("Facts"), Icon.LIST),
                Choice(RELATIONS, self.tr("Relations"), Icon.TABLE),
                Choice(SOURCES, self.tr("Sources"), Icon.BRIEFING),
                Choice(CHARTS, self.tr("Charts"), Icon.BOARD),
            ],
            self.tr("Way to look at the background"),
        )
        self.facts = FactPage(self._faces, [Button.of(self.add)])
        self.matrix = MatrixPage(self._faces, [Button.of(self.add)])
        self.sources = SourcePage(self._faces, [Button.of(self.attach), Button.of(self.add_source)])
        show_facts = Button(self.tr("To the facts"), Icon.LIST)
        show_facts.clicked.connect(lambda: self.show_way(FACTS))
        self.charts = ChartPage(self._faces, [show_facts])
        self._parts = {
            FACTS: self.facts,
            RELATIONS: self.matrix,
            SOURCES: self.sources,
            CHARTS: self.charts,
        }
        self._tables = {
            FACTS: self.facts.table,
            SOURCES: self.sources.table,
            CHARTS: self.charts.table,
        }
        self._shown = QStackedWidget()
        for part in self._parts.values():
            self._shown.addWidget(part)
        acts = [Button.of(act, Look.QUIET) for act in (self.attach, self.add_source)]
        column = Column(
            Row(self.way, None, *acts), self._shown, spacing=12, margins=(24, 10, 24, 12)
        )
        column.setStretch(1, 1)
        self.setLayout(column)
        self.setFocusProxy(self.facts)

    def _connect(self, editor: Editor) -> None:
        self.way.chosen.connect(self._show_way)
        for table in self._tables.values():
            table.opened.connect(lambda _: self._on_change())
            table.customContextMenuRequested.connect(
                lambda where, table=table: self._show_menu(table.viewport().mapToGlobal(where))
            )
        self.matrix.marked.connect(self._on_marked)
        self.matrix.unmarked.connect(self.acts.unmark)
        self.add.triggered.connect(self._on_add)
        self.add_source.triggered.connect(self._on_add_source)
        self.attach.triggered.connect(self._on_attach)
        self.change.triggered.connect(self._on_change)
        self.list_it.triggered.connect(self._on_list)
        self.draw.triggered.connect(self._on_draw)
        self.copy.triggered.connect(self._on_copy)
        self.remove.triggered.connect(self._on_remove)
        for state, act in self.permissions.items():
            act.triggered.connect(lambda _=False, state=state: self._on_permission(state))
        self.follow(editor)

    # What is shown

    def show_delegation(self, key: UUID | None) -> None:
        self._delegation = key
        self.outdate()

    def show_way(self, way: str) -> None:
        self.way.choose(way)
        self._show_way(way)
        self._parts[way].setFocus()

    def choose(self, key: UUID) -> None:
        """Put the mark on a fact or a source."""
        self.reload()
        if self.facts.choose(key):
            self.show_way(FACTS)
        elif self.sources.table.choose(key):
            self.show_way(SOURCES)

    def reload(self) -> None:
        super().reload()
        self._found = self._read()
        for part in (self.facts, self.matrix, self.sources, self.charts):
            part.show_briefing(self._found)
        for act in (self.add, self.add_source, self.attach):
            act.setEnabled(self._delegation is not None)
        twice = len({line.conflict for line in self._found.facts if line.conflict is not None})
        words = self.tr("%n fact(s), {twice} with two values", "", len(self._found.facts))
        self.totals_changed.emit(words.format(twice=twice))

    def _read(self) -> Briefing:
        if self._delegation is None:
            return _NOTHING
        try:
            with self._database.read() as session:
                return briefing(session, self._delegation)
        except NotFound:  # removed by another edit; the window goes elsewhere next
            return _NOTHING

    def _show_way(self, way: str) -> None:
        self._shown.setCurrentWidget(self._parts[way])
        self.setFocusProxy(self._parts[way])
        words = self.tr("Add relation") if way == RELATIONS else self.tr("Add fact")
        self.add.setText(words)
        self.keys_changed.emit()

    # What one does

    def _on_add(self) -> None:
        if self._delegation is None:
            return
        if self.way.key == RELATIONS:
            verb = self.matrix.verbs.key
            self.acts.ask_relation(self._delegation, self.matrix.relations, verb)
            return
        line = next(iter(self.facts.chosen), None)
        source = line.fact.source_id if line else next(iter(self._found.attached), None)
        self.acts.ask_fact(self._delegation, source=source)

    def _on_add_source(self) -> None:
        if self._delegation is not None:
            self.acts.ask_source(self._delegation)

    def _on_attach(self) -> None:
        if self._delegation is None:
            return
        if self.acts.ask_attach(self._delegation, self._found) is None:
            self.acts.ask_source(self._delegation)

    def _on_change(self) -> None:
        if self._delegation is None:
            return
        if self.way.key == SOURCES and self.sources.chosen:
            self.acts.ask_source(self._delegation, self.sources.chosen[0].source)
        elif self.way.key == CHARTS and self.charts.chosen:
            self.acts.ask_chart(self._delegation, chart=self.charts.chosen[0].chart)
        elif self.way.key == FACTS and self.facts.chosen:
            self.acts.ask_fact(self._delegation, self.facts.chosen[0])

    def _on_draw(self) -> None:
        """A chart of the facts that are chosen; it is shown once it is there."""
        if self.way.key == FACTS and self.facts.chosen and self._delegation is not None:
            dialog = self.acts.ask_chart(self._delegation, self.facts.chosen)
            dialog.accepted.connect(lambda: self.show_way(CHARTS))

    def _on_remove(self) -> None:
        """Facts go; a source is only taken off the list."""
        if self.way.key == FACTS and (facts := self._chosen_facts()):
            self.acts.remove_facts(facts)
        elif self.way.key == CHARTS and self.charts.chosen:
            self.acts.remove_charts(self.charts.chosen)
        elif self.way.key == SOURCES:
            self._list([line.key for line in self.sources.chosen if line.is_attached])

    def _on_list(self) -> None:
        self._list([line.key for line in self.sources.chosen])

    def _list(self, keys: list[UUID]) -> None:
        for line in self._found.sources:
            if line.key in keys and self._delegation is not None:
                self.acts.attach(self._delegation, line)

    def _on_permission(self, state: ReprintPermission) -> None:
        if self.way.key == SOURCES and self.sources.chosen:
            self.acts.set_permission(self.sources.chosen, state)

    def _on_marked(self, subject: str, verb: str, thing: str, source: UUID | None) -> None:
        if self._delegation is not None and source is not None:
            self.acts.mark(self._delegation, subject, verb, thing, source)

    def _on_copy(self) -> None:
        if table := self._tables.get(self.way.key):
            copy_rows(table)

    def _chosen_facts(self) -> list[FactLine]:
        return self.facts.chosen

    def _show_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.change)
        if self.way.key == SOURCES:
            menu.addActions([self.list_it, *self.permissions.values()])
        elif self.way.key == FACTS:
            menu.addActions([self.add, self.draw])
        menu.addSeparator()
        table = self._tables[self.way.key]
        menu.addActions([self.copy, *table.ways_out, table.columns_act, self.remove])
        menu.popup(where)
