"""DelegationPage: one delegation – its facts, its thread, who goes, who does what, and why."""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.delegation import Role
from planner.domain.errors import NotFound
from planner.domain.profile import ReportProfile
from planner.papers.profiles import all_profiles
from planner.queries.delegation_page import DelegationFacts, delegation_facts
from planner.queries.thread_picture import ThreadNode
from planner.rules.calendars import WorkCalendar
from planner.store.database import Database
from planner.ui.appearance import Pigment, Type
from planner.ui.components.boxes import Column, Row, scrolled
from planner.ui.components.buttons import Button
from planner.ui.components.cards import EmptyState
from planner.ui.components.labels import Label
from planner.ui.delegation.asking import Asking
from planner.ui.delegation.keeping_dialog import KeepingDialog
from planner.ui.delegation.lists import LEADER_HOLE
from planner.ui.delegation.page_acts import PageActs
from planner.ui.delegation.page_head import PageHead
from planner.ui.delegation.page_lists import PageLists
from planner.ui.delegation.paper_table import PaperTable
from planner.ui.delegation.row_edits import OUTCOMES, RowEdits
from planner.ui.delegation.side_by_side import SideBySide
from planner.ui.delegation.thread_faces import ThreadFaces
from planner.ui.delegation.thread_section import ThreadSection
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.in_view import keep_in_view, show_place
from planner.ui.live_page import LivePage

_WIDEST = 1408


class DelegationPage(LivePage):
    """Shows the delegation it is told to; reloads itself while it is seen."""

    stop_asked = Signal(object)  # key
    follow_up_asked = Signal(object)  # key
    edit_asked = Signal(object)  # key of the delegation
    copied = Signal(object)  # key of the new delegation
    paper_asked = Signal(str)  # kind of paper
    totals_changed = Signal(str)

    def __init__(
        self,
        database: Database,
        editor: Editor,
        formats: Formats,
        today: Callable[[], date],
        profiles: Mapping[str, ReportProfile] | None = None,
        calendar: WorkCalendar | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._editor = editor
        self._formats = formats
        self._words = formats.words
        self._today = today
        self._profiles = all_profiles() if profiles is None else profiles
        self._calendar = calendar or WorkCalendar()
        self._key: UUID | None = None
        self._facts: DelegationFacts | None = None
        self._edits = RowEdits(editor, self._words)
        self._asking = Asking(database, editor, formats, today, self)
        self.acts = PageActs(self._words, self)
        self._build()
        self._lay_out()
        self._connect()

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What the status line says of the keyboard here."""
        return (
            ("← →", self.tr("Along the thread")),
            ("↑ ↓", self.tr("In the column")),
            ("Enter", self.tr("Open")),
            ("N", self.tr("Fill the hole")),
            ("Alt ↑ ↓", self.tr("Change the order")),
        )

    # Making

    def _build(self) -> None:
        self.head = PageHead(self._formats)
        self._faces = ThreadFaces(self._formats)
        self.thread_section = ThreadSection(self._faces, list(self.acts.add_outcomes.values()))
        self.lists = lists = PageLists(self._formats, self.acts, self)
        self.members, self.shares = lists.members, lists.shares
        self.objectives = lists.objectives
        self.no_thread = EmptyState(
            self.tr("No thread yet"),
            self.tr("It begins with an objective; stops, findings and follow-ups tie on to it."),
            Icon.ROUTE,
            [Button.of(self.acts.add_objective, small=True)],
        )
        self.papers = PaperTable(self._words)
        self.origin = Label("", wraps=True)
        self.budget = Label("", wraps=True)

    def _lay_out(self) -> None:
        notes = QWidget()
        notes.setLayout(
            Column(
                Label(self._words.field("origin", "delegation"), Type.SECTION),
                self.origin,
                8,
                Label(self._words.field("budget_note", "delegation"), Type.SECTION),
                self.budget,
                None,
                spacing=6,
                margins=(8, 0),
            )
        )
        content = QWidget()
        content.setLayout(
            Column(
                self.head,
                self.thread_section,
                Row(self.no_thread, margins=(8, 0)),
                SideBySide(self.lists.member_section, self.lists.share_section),
                SideBySide(self.lists.objective_section, notes),
                SideBySide(self._paper_section(), QWidget()),
                None,
                spacing=16,
                margins=(16, 16, 16, 24),
            )
        )
        self.area = scrolled(content, widest=_WIDEST)
        self.setLayout(Column(self.area, spacing=0))
        self.setFocusProxy(self.thread_section.view)

    def _paper_section(self) -> QWidget:
        section = QWidget()
        head = Row(Label(self.tr("Documents"), Type.SECTION), None, margins=(8, 0))
        section.setLayout(Column(head, self.papers, None, spacing=4))
        return section

    def _connect(self) -> None:
        self.follow(self._editor)
        section = self.thread_section
        section.opened.connect(self._on_node_opened)
        section.fill_asked.connect(self.ask_fill)
        section.chosen.connect(self._on_node_chosen)
        section.only_holes.toggled.connect(self.acts.only_holes.setChecked)
        self.acts.only_holes.toggled.connect(section.only_holes.setChecked)
        self.acts.fill.triggered.connect(section.ask_fill)
        self.acts.make_paper.triggered.connect(lambda: self.paper_asked.emit("visit-report"))
        self.acts.copy.triggered.connect(self.ask_copy)
        self._asking.copied.connect(self.copied)
        self.acts.edit.triggered.connect(lambda: self.edit_asked.emit(self._key))
        self.acts.add_member.triggered.connect(lambda: self.ask_member(None))
        self.acts.add_share.triggered.connect(lambda: self.ask_share(None))
        self.acts.add_objective.triggered.connect(lambda: self.ask_objective(None))
        for kind, act in self.acts.add_outcomes.items():
            act.triggered.connect(lambda _=False, kind=kind: self.ask_outcome(kind))
        self.acts.change.triggered.connect(self._change_chosen)
        self.acts.finish.triggered.connect(self._finish_chosen)
        self.acts.remove.triggered.connect(self._remove_chosen)
        self.acts.move_up.triggered.connect(lambda: self.lists.move_chosen(-1))
        self.acts.move_down.triggered.connect(lambda: self.lists.move_chosen(1))
        self.members.model_of_members.placed.connect(self.place_member)
        self.objectives.model_of_objectives.placed.connect(self.place_objective)
        self.papers.opened.connect(lambda key: self.paper_asked.emit(str(key)))
        keep_in_view(self.area, section.table)
        keep_in_view(self.area, self.papers)
        self.lists.keep_in_view(self.area)
        self.lists.opened.connect(self._ask)

    # What is shown

    def choose(self, key: UUID) -> None:
        """Bring a record of the page in hand."""
        if self.thread_section.choose(key):
            return
        if (table := self.lists.choose(key)) is not None:
            table.setFocus()
            self.area.ensureWidgetVisible(table)

    def show_delegation(self, key: UUID | None) -> None:
        if key != self._key:
            self._key, self.is_stale = key, True
        self.refresh_if_seen()

    def reload(self) -> None:
        super().reload()
        self._facts = self._read()
        self.area.setVisible(self._facts is not None)
        if self._facts is None:
            return
        facts = self._facts
        self.head.show_facts(facts, self._today())
        has_thread = bool(facts.thread.nodes)
        self.thread_section.setVisible(has_thread)
        self.no_thread.setVisible(not has_thread)
        self.thread_section.show_picture(facts.thread)
        self.lists.show_facts(facts, self._today())
        self._show_note(self.origin, facts.origin)
        self._show_note(self.budget, facts.budget_note)
        self._tell_node(self.thread_section.view.current)

    def _read(self) -> DelegationFacts | None:
        if self._key is None:
            return None
        try:
            with self._database.read() as session:
                return delegation_facts(
                    session, self._key, self._today(), self._profiles, self._calendar
                )
        except NotFound:
            return None  # removed meanwhile; the window goes elsewhere

    def _show_note(self, label: Label, text: str) -> None:
        label.setText(text or self.tr("Not filled in"))
        label.set_pigment(Pigment.INK if text else Pigment.INK3)

    def _tell_node(self, node: ThreadNode | None) -> None:
        if node is not None:
            self.totals_changed.emit(self._faces.told(node))
        elif self._facts is not None:
            holes = len(self._facts.thread.holes)
            self.totals_changed.emit(self.tr("%n hole(s) in the thread", "", holes))

    # Asking

    def _ask(self, kind: str, key: object) -> None:
        """For a change of a row."""
        match kind:
            case "member" if key is not None:
                self.ask_member(key)
            case "work_share" if key is not None:
                self.ask_share(key)
            case "objective" if key is not None:
                self.ask_objective(key)

    def ask_member(self, key: object) -> None:
        if self._key is not None:
            member = key if isinstance(key, UUID) else None
            role = Role.LEADER if key == LEADER_HOLE else Role.MEMBER
            self._asking.member(self._key, member, role)

    def ask_share(self, key: object) -> None:
        if self._key is not None:
            self._asking.work_share(self._key, key if isinstance(key, UUID) else None)

    def ask_objective(self, key: object) -> None:
        if self._key is not None:
            self._asking.objective(self._key, key if isinstance(key, UUID) else None)

    def ask_outcome(self, kind: str) -> None:
        """A new finding, promise or recommendation."""
        if self._key is not None:
            self._asking.outcome(self._key, OUTCOMES[kind], None)

    def ask_copy(self) -> None:
        if self._facts is not None:
            self._asking.copy(self._facts.key, self._facts.title)

    def ask_copy_of(self, key: UUID, title: str, starts_on: date) -> KeepingDialog:
        """Of any delegation, also where another page shows it."""
        return self._asking.copy(key, title, starts_on)

    def ask_fill(self, hole: ThreadNode) -> None:
        if self._key is not None and self._facts is not None:
            self._asking.fill(self._key, hole, self._facts.thread)

    # Edits of rows

    def place_member(self, key: UUID, index: int) -> None:
        if self._facts is not None:
            self._edits.place_member(self._facts, key, index)
            self.members.choose(key)

    def place_objective(self, key: UUID, index: int) -> None:
        if self._facts is not None:
            self._edits.place_objective(self._facts, key, index)
            self.objectives.choose(key)

    def _change_chosen(self) -> None:
        node = self.thread_section.node_in_hand
        if node is not None and not node.is_hole:
            self._on_node_opened(node)
        elif node is None:
            self._ask(*self.lists.record_in_hand)

    def _finish_chosen(self) -> None:
        key = self.shares.key
        if self._facts is not None and isinstance(key, UUID):
            self._edits.finish_share(self._facts, key, self._today())

    def _remove_chosen(self) -> None:
        node = self.thread_section.node_in_hand
        kind, keys = (node.kind, [node.record]) if node else self.lists.chosen
        if self._facts is not None and keys and not (node and node.is_hole):
            self._edits.remove(self._facts, kind, keys)

    # What happened

    def _on_node_chosen(self, node: ThreadNode | None) -> None:
        self._tell_node(node)
        view = self.thread_section.view
        if node is not None and view.hasFocus():
            show_place(self.area, view, view.place_of(node.key))

    def _on_node_opened(self, node: ThreadNode) -> None:
        if node.kind == "stop":
            self.stop_asked.emit(node.record)
        elif node.kind == "follow_up":
            self.follow_up_asked.emit(node.record)
        elif node.kind == "objective":
            self.ask_objective(node.record)
        elif self._key is not None:
            self._asking.outcome(self._key, OUTCOMES[node.kind], node.record)
