"""RelationsView: earlier matters, agreements, gifts and visits with the hosts of a delegation."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.allowances import allowances
from planner.domain.agreement import Activity, Agreement
from planner.domain.entity import Entity
from planner.domain.gift import Gift
from planner.domain.inbound_visit import InboundVisit
from planner.queries.relations_page import RelationsPage, relations_page
from planner.store.database import Database
from planner.ui.actions import page_act
from planner.ui.agreements.acts import RelationActs
from planner.ui.agreements.blanks import (
    ACTIVITIES,
    AGREEMENTS,
    GIFTS,
    ICONS,
    INBOUND,
    MATTERS,
    YEARS,
    RelationBlanks,
)
from planner.ui.agreements.tables import RelationTables
from planner.ui.components.boxes import Column, Row
from planner.ui.components.buttons import Button
from planner.ui.components.choices import Choice, SegmentedControl
from planner.ui.components.row_table import RowTable
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.live_page import LivePage
from planner.ui.row_table_model import Column as TableColumn
from planner.ui.row_table_model import RowTableModel

_ENTITIES: Mapping[str, type[Entity]] = MappingProxyType(
    {AGREEMENTS: Agreement, ACTIVITIES: Activity, GIFTS: Gift, INBOUND: InboundVisit}
)
LineT = TypeVar("LineT")


class RelationsView(LivePage):
    totals_changed = Signal(str)
    keys_changed = Signal()

    def __init__(
        self,
        database: Database,
        editor: Editor,
        formats: Formats,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._today = today
        self._delegation: UUID | None = None
        self._page: RelationsPage | None = None
        self.acts = RelationActs(database, editor, formats, today, self)
        self.tables: dict[str, RowTable] = {}
        self._models: dict[str, RowTableModel] = {}
        self._pages: dict[str, QStackedWidget] = {}
        self._make_actions()
        self._build(formats)
        self._connect(editor)
        self._show_part(MATTERS)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What the status line says of the keyboard here."""
        if self.part.key == MATTERS:
            return (
                ("A", self.tr("Take up")),
                ("X", self.tr("Leave out")),
                ("U", self.tr("Leave open")),
            )
        return (("Enter", self.tr("Change")), ("Del", self.tr("Remove")))

    # Parts

    def _make_actions(self) -> None:
        self.add = page_act(self, self.tr("Add"), QKeySequence.StandardKey.New, Icon.PLUS)
        self.take_up = page_act(self, self.tr("Take up in report and agenda"), "A", Icon.CHECK)
        self.leave_out = page_act(self, self.tr("Leave out of both"), "X", Icon.CLOSE)
        self.leave_open = page_act(self, self.tr("Leave it open"), "U", Icon.UNDO)
        self.change = page_act(self, self.tr("Change"), "F2", Icon.PEN)
        self.add_activity = page_act(self, self.tr("Add activity"), "", Icon.PLUS)
        self.remove = page_act(self, self.tr("Remove"), QKeySequence.StandardKey.Delete, Icon.TRASH)

    def _build(self, formats: Formats) -> None:
        self._names = {
            MATTERS: self.tr("Earlier matters"),
            AGREEMENTS: self.tr("Agreements"),
            ACTIVITIES: self.tr("Activities"),
            GIFTS: self.tr("Gifts"),
            INBOUND: self.tr("Visits to us"),
            YEARS: self.tr("Year by year"),
        }
        self._blanks = RelationBlanks()
        self.part = SegmentedControl(
            [Choice(key, name, ICONS[key]) for key, name in self._names.items()],
            self.tr("Which part of the relations"),
        )
        self._shown = QStackedWidget()
        columns = RelationTables(formats)
        self._add_part(MATTERS, columns.matters())
        self._add_part(AGREEMENTS, columns.agreements())
        self._add_part(ACTIVITIES, columns.activities())
        self._add_part(GIFTS, columns.gifts())
        self._add_part(INBOUND, columns.inbound())
        self._add_part(YEARS, columns.years())
        column = Column(Row(self.part, None), self._shown, spacing=12, margins=(24, 10, 24, 12))
        column.setStretch(1, 1)
        self.setLayout(column)

    def _add_part(self, key: str, columns: Sequence[TableColumn[Any]]) -> None:
        model = RowTableModel(columns, self)
        table = RowTable(model, self._names[key])
        table.setObjectName(key)
        empty = self._blanks.page(key, [] if key == MATTERS else [Button.of(self.add)])
        waiting = QWidget()
        waiting.setLayout(Column(empty, None))
        page = QStackedWidget()
        page.addWidget(table)
        page.addWidget(waiting)
        self._models[key], self.tables[key], self._pages[key] = model, table, page
        self._shown.addWidget(page)

    def _connect(self, editor: Editor) -> None:
        self.part.chosen.connect(self._show_part)
        for table in self.tables.values():
            table.opened.connect(lambda _: self.change.trigger())
        self.add.triggered.connect(self._ask_new)
        self.change.triggered.connect(self._ask_change)
        self.add_activity.triggered.connect(self._ask_activity)
        self.remove.triggered.connect(self._remove)
        for act, choice in ((self.take_up, True), (self.leave_out, False), (self.leave_open, None)):
            act.triggered.connect(lambda _=False, choice=choice: self._choose(choice))
        self.follow(editor)

    # What is shown

    def show_delegation(self, key: UUID | None) -> None:
        if key != self._delegation:
            self._delegation, self.is_stale = key, True
        self.refresh_if_seen()

    def choose(self, kind: str, key: UUID) -> None:
        """Show a record of one of the parts."""
        part = next(part for part, entity in _ENTITIES.items() if entity.kind == kind)
        self._show_part(part)
        self.refresh()
        self.tables[part].choose(key)

    def reload(self) -> None:
        super().reload()
        if self._delegation is None:
            return
        with self._database.read() as session:
            page = relations_page(session, self._delegation, self._today(), allowances())
        self._page = page
        rows: dict[str, Sequence[Any]] = {
            MATTERS: page.matters,
            AGREEMENTS: page.agreements,
            ACTIVITIES: page.activities,
            GIFTS: page.gifts,
            INBOUND: page.inbound,
            YEARS: page.years,
        }
        for key, lines in rows.items():
            self._models[key].show(lines)
            self._pages[key].setCurrentIndex(0 if lines else 1)
        self._suit_acts()
        self._tell_totals()

    def _show_part(self, key: str) -> None:
        self.part.choose(key)
        self._shown.setCurrentWidget(self._pages[key])
        self.setFocusProxy(self.tables[key])
        self._suit_acts()
        self._tell_totals()
        self.keys_changed.emit()

    def _suit_acts(self) -> None:
        key = self.part.key
        for act in (self.take_up, self.leave_out, self.leave_open):
            act.setEnabled(key == MATTERS)
        has_agreement = bool(self._page and self._page.agreements)
        self.add.setEnabled(key != MATTERS and (key != ACTIVITIES or has_agreement))
        self.add.setText(
            {
                MATTERS: self.tr("Add"),
                AGREEMENTS: self.tr("Add agreement"),
                ACTIVITIES: self.tr("Add activity"),
                GIFTS: self.tr("Add gift"),
                INBOUND: self.tr("Add a visit to us"),
                YEARS: self.tr("Add a visit to us"),
            }[key]
        )
        for act in (self.change, self.remove):
            act.setEnabled(key in _ENTITIES)
        self.add_activity.setEnabled(key == AGREEMENTS)

    def _tell_totals(self) -> None:
        key = self.part.key
        count = len(self._models[key].rows)
        if key == MATTERS and self._page:
            still = sum(line.matter.is_taken_up is None for line in self._page.matters)
            words = self.tr("%n earlier matter(s), {open} undecided", "", count)
            self.totals_changed.emit(words.format(open=still))
        else:
            self.totals_changed.emit(self.tr("%n line(s)", "", count))

    # What one does

    def _chosen(self, part: str, lines: Sequence[LineT]) -> list[LineT]:
        keys = self.tables[part].keys if self.part.key == part else []
        return [line for line in lines if line.key in keys]  # type: ignore[attr-defined]

    def _choose(self, is_taken_up: bool | None) -> None:
        if self._page and self._delegation:
            lines = self._chosen(MATTERS, self._page.matters)
            self.acts.choose(self._delegation, lines, is_taken_up)

    def _ask_new(self) -> None:
        if self._page is None or self._delegation is None:
            return
        match self.part.key:
            case "agreements":
                self.acts.ask_agreement(self._delegation, self._page.hosts)
            case "activities":
                self.acts.ask_activity(self._page.agreements)
            case "gifts":
                self.acts.ask_gift(self._delegation)
            case "inbound" | "years":
                self.acts.ask_inbound(next(iter(self._page.hosts), None))

    def _ask_change(self) -> None:
        if self._page is None or self._delegation is None:
            return
        for signed in self._chosen(AGREEMENTS, self._page.agreements)[:1]:
            self.acts.ask_agreement(self._delegation, self._page.hosts, signed)
        for done in self._chosen(ACTIVITIES, self._page.activities)[:1]:
            self.acts.ask_activity(self._page.agreements, line=done)
        for given in self._chosen(GIFTS, self._page.gifts)[:1]:
            self.acts.ask_gift(self._delegation, given)
        for came in self._chosen(INBOUND, self._page.inbound)[:1]:
            self.acts.ask_inbound(None, came)

    def _ask_activity(self) -> None:
        agreements = self._page.agreements if self._page else ()
        for line in self._chosen(AGREEMENTS, agreements)[:1]:
            self.acts.ask_activity(agreements, line.key)

    def _remove(self) -> None:
        entity, part = _ENTITIES.get(self.part.key), self.part.key
        if entity is not None:
            for line in self._chosen(part, self._models[part].rows)[:1]:
                self.acts.remove(entity, line.key, line.what)
