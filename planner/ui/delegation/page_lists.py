"""PageLists: who goes, who does what, and why, as lists on a delegation's page."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QWidget

from planner.queries.delegation_page import DelegationFacts
from planner.ui.components.row_table import RowTable
from planner.ui.delegation.list_section import ListSection
from planner.ui.delegation.lists import MemberTable, ObjectiveTable, WorkShareTable
from planner.ui.delegation.page_acts import PageActs
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.in_view import keep_in_view


class PageLists(QObject):
    """Three tables and their sections; acts are on the one that has the keyboard."""

    opened = Signal(str, object)  # kind of record, key

    def __init__(self, formats: Formats, acts: PageActs, page: QWidget) -> None:
        super().__init__(page)
        self._acts, self._page = acts, page
        self.members = MemberTable(formats)
        self.shares = WorkShareTable(formats)
        self.objectives = ObjectiveTable(formats)
        self._kinds: Mapping[RowTable, str] = {
            self.members: "member",
            self.shares: "work_share",
            self.objectives: "objective",
        }
        self._build()
        for table, kind in self._kinds.items():
            table.opened.connect(lambda key, kind=kind: self.opened.emit(kind, key))
            table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            table.customContextMenuRequested.connect(
                lambda where, table=table: self._show_menu(table, where)
            )

    def _build(self) -> None:
        acts = self._acts
        self.member_section = ListSection(
            self.tr("Members"),
            acts.add_member,
            self.members,
            (
                self.tr("Nobody goes yet"),
                self.tr("Members stand on the cover, in the list and on the badges."),
                Icon.PEOPLE,
            ),
        )
        self.share_section = ListSection(
            self.tr("Division of work"),
            acts.add_share,
            self.shares,
            (
                self.tr("No work is shared out"),
                self.tr("Say which body does what, and by when."),
                Icon.ORGANISATION,
            ),
        )
        self.objective_section = ListSection(
            self.tr("Objectives"),
            acts.add_objective,
            self.objectives,
            (
                self.tr("No objective yet"),
                self.tr("The report answers to them one by one."),
                Icon.FLAG,
            ),
        )

    def keep_in_view(self, area: QScrollArea) -> None:
        for table in self._kinds:
            keep_in_view(area, table)

    def show_facts(self, facts: DelegationFacts, today: date) -> None:
        self.members.show_members(facts.members, facts.lacks_leader)
        count = len(facts.members)
        told = self.tr("%n, drag to change the precedence", "", count)
        self.member_section.show_count(count, told)
        shares = facts.work_shares
        self.shares.show_shares(shares, today)
        done = sum(each.done_on is not None for each in shares)
        told = self.tr("%n share(s), {done} done", "", len(shares)).format(done=done)
        self.share_section.show_count(len(shares), told)
        count = len(facts.objectives)
        self.objectives.show_objectives(facts.objectives)
        self.objective_section.show_count(count, str(count))

    # What is in hand

    def choose(self, key: object) -> RowTable | None:
        """The table that has it, with it in hand."""
        return next((table for table in self._kinds if table.choose(key)), None)

    @property
    def record_in_hand(self) -> tuple[str, object]:
        """Its kind and key, where the keyboard is in one of the lists."""
        table = self._in_hand
        return (self._kinds[table], table.key) if table is not None else ("", None)

    @property
    def chosen(self) -> tuple[str, list[UUID]]:
        """As `record_in_hand`, of all rows that are chosen."""
        table = self._in_hand
        if table is None:
            return "", []
        return self._kinds[table], [key for key in table.keys if isinstance(key, UUID)]

    def move_chosen(self, step: int) -> None:
        table = self._in_hand
        if isinstance(table, MemberTable | ObjectiveTable):
            table.move_chosen(step)

    @property
    def _in_hand(self) -> RowTable | None:
        focus = QApplication.focusWidget()
        return next((table for table in self._kinds if table is focus), None)

    def _show_menu(self, table: RowTable, where: QPoint) -> None:
        acts = self._acts
        table.setFocus()
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(acts.change)
        is_ordered = table is not self.shares
        menu.addActions([acts.move_up, acts.move_down] if is_ordered else [acts.finish])
        menu.addSeparator()
        menu.addActions([*table.own_acts, acts.remove])
        menu.popup(table.viewport().mapToGlobal(where))
