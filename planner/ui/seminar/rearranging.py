"""Rearranging: talks and sessions are moved; of what concerns others it is told first."""

from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.allowances import allowances
from planner.queries.dossiers import plan_dossier
from planner.queries.seminar import SeminarPage
from planner.rules.ripple import ripple
from planner.store.database import Database
from planner.ui.appearance import px
from planner.ui.ripple.plan_words import PlanWords
from planner.ui.ripple.ripple_panel import RipplePanel
from planner.ui.seminar.acts import SeminarActs
from planner.ui.seminar.placing import Placing, stepped
from planner.words import Words

_PANEL = 300


class Rearranging(QObject):
    """Of the page it was turned to; `panel` tells what would follow, and waits for a decision."""

    moved = Signal(object)  # key of what stands elsewhere now
    decided = Signal(bool)  # what was asked is no more; whether the keyboard was in the panel

    def __init__(self, database: Database, acts: SeminarActs, words: Words, home: QWidget) -> None:
        super().__init__(home)
        self._database, self._acts, self._home = database, acts, home
        self._delegation: UUID | None = None
        self._page: SeminarPage | None = None
        self._asked: tuple[UUID, Placing] | None = None
        self.panel = RipplePanel(PlanWords(words, home))
        self.panel.setFixedWidth(px(_PANEL))
        self.panel.hide()
        self.panel.applied.connect(lambda *_: self._on_applied())
        self.panel.closed.connect(self.forget)

    def turn_to(self, delegation: UUID | None, page: SeminarPage | None) -> None:
        """What was asked of a programme that is no more is forgotten."""
        if self._asked is not None:
            self.forget()
        self._delegation, self._page = delegation, page

    def place(self, key: UUID, placing: Placing) -> None:
        """What concerns nobody is done at once; of the rest it is told first what it would do."""
        line = self._page.talk(key) if self._page else None
        if self._page is None or line is None or self._delegation is None:
            return
        with self._database.read() as session:
            dossier = plan_dossier(session, self._delegation)
        proposal = self._acts.propose(self._page, dossier, line, placing)
        told = ripple(dossier, proposal.records, allowances())
        if told.is_quiet:
            self._carry_out(key, placing)
            return
        self._asked = (key, placing)
        self.panel.propose(dossier, proposal, told, None)
        self.panel.show()
        self.panel.apply.setFocus()

    def step(self, key: UUID, step: int) -> None:
        """A talk by five minutes or one place; a session by one place."""
        if self._page is None:
            return
        if self._page.talk(key):
            if placing := stepped(self._page, key, step):
                self.place(key, placing)
            return
        held = [each for each in self._page.sessions if each.session]
        at = next((at for at, line in enumerate(held) if line.key == key), None)
        if at is not None and 0 <= at + step < len(held):
            self._acts.place_session(held[at], at + step)
            self.moved.emit(key)

    def forget(self) -> None:
        panel = self.panel
        focused = self._home.focusWidget()
        had_focus = focused is not None and panel.isAncestorOf(focused)
        self._asked = None
        panel.forget()
        panel.hide()
        self.decided.emit(had_focus)

    def _on_applied(self) -> None:
        if self._asked is not None:
            self._carry_out(*self._asked)

    def _carry_out(self, key: UUID, placing: Placing) -> None:
        self.forget()
        line = self._page.talk(key) if self._page else None
        if self._page and line:
            self._acts.place_talk(self._page, line, placing)
            self.moved.emit(key)
