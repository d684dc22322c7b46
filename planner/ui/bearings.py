"""Bearings: what the frame tells of where one is, as breadcrumbs, keys, acts and title."""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from planner.domain.delegation import Delegation
from planner.domain.profile import ReportProfile
from planner.queries.follow_up_list import open_count
from planner.queries.records import record
from planner.store.database import Database
from planner.ui.areas import Areas
from planner.ui.delegations.delegation_lines import STATE_ICONS
from planner.ui.delegations.standing import standing
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.main_frame import MainFrame
from planner.ui.menus import Menus
from planner.ui.places import CONTACTS, DELEGATION, DELEGATIONS, OUTCOMES, places
from planner.ui.rooms import Room
from planner.ui.spoken import describe
from planner.ui.trail import Trail
from planner.words import Words
from planner.working_days import working_days


class Bearings(QObject):
    """Asks the trail where one is, each time."""

    def __init__(
        self,
        frame: MainFrame,
        areas: Areas,
        menus: Menus,
        trail: Trail[Room],
        database: Database,
        words: Words,
        profiles: Mapping[str, ReportProfile],
        today: Callable[[], date],
    ) -> None:
        super().__init__(frame)
        self._frame, self._areas, self._menus, self._trail = frame, areas, menus, trail
        self._database, self._words = database, words
        self._profiles, self._today = profiles, today
        self._header_acts: tuple[QAction, ...] = ()
        self._totals: dict[Room, str] = {}

    def tell_all(self, title: str) -> None:
        """Of a room that was just entered; `title` is of the delegation in hand there."""
        here = self._trail.here
        mark = "" if here.place == DELEGATION else here.place
        self._frame.show_page(here.place, self.way(title), mark)
        self.tell_acts()
        self._menus.show_acts(self._areas.page(here.place).actions())
        self.tell_keys()
        self.tell_ways()

    def tell_totals(self, place: str, words: str) -> None:
        """A page may tell of itself also while another is in front."""
        room = Room(place, self._trail.here.delegation)
        self._totals[room] = words
        if room == self._trail.here:
            self._frame.show_totals(words)

    def show_totals(self) -> None:
        """As the page told them last; one that is not stale does not tell them again."""
        self._frame.show_totals(self._totals.get(self._trail.here, ""))

    def way(self, title: str) -> list[tuple[str, str]]:
        """The breadcrumbs: 訪團 › 內蒙古… › 報告."""
        here = self._trail.here
        known = {place.key: place for place in places()}
        if here.place != DELEGATION and not known[here.place].of_delegation:
            alone = [(here.place, known[here.place].words)]
            names = self._areas.contacts.trail if here.place == CONTACTS else ()
            return [*alone, *((here.place, name) for name in names)]
        way = [(DELEGATIONS, known[DELEGATIONS].words), (DELEGATION, title)]
        return way if here.place == DELEGATION else [*way, (here.place, known[here.place].words)]

    def tell_title(self) -> None:
        """Pages outside of a delegation name what they show; the others its title."""
        if self._trail.here.place == CONTACTS:
            self._frame.header.trail.show_trail(self.way(""))

    def tell_keys(self) -> None:
        page = self._areas.page(self._trail.here.place)
        self._frame.show_keys(*page.keys)
        describe(page, page.keys)
        describe(self._frame.sidebar)

    def tell_acts(self) -> None:
        """A page may have others in each of its ways; a button that stays is not made anew."""
        place = self._trail.here.place
        acts = self._areas.header_acts(place)
        if acts != self._header_acts:
            self._header_acts = acts
            self._frame.show_acts(*acts)
            self._menus.show_acts(self._areas.page(place).actions())

    def tell_ways(self) -> None:
        """Where one can go from here, and what can be done with what is in hand."""
        in_hand, menus = self._trail.here.delegation is not None, self._menus
        self._frame.back.setEnabled(self._trail.can_go_back)
        self._frame.forward.setEnabled(self._trail.can_go_forward)
        for act in (menus.give_out, menus.save_template, menus.export):
            act.setEnabled(in_hand)
        for place in places():
            menus.ways[place.key].setEnabled(in_hand or not place.of_delegation)

    def show_in_hand(self, key: UUID | None) -> str:
        """Tell the sidebar which delegation is in hand; gives its title."""
        sidebar = self._frame.sidebar
        if key is None:
            sidebar.show_delegation("", "", Icon.DELEGATIONS)
            self._frame.setWindowTitle(self.tr("Delegation Planner"))
            return ""
        with self._database.read() as session:
            delegation = record(session, Delegation, key)
            sidebar.set_count(OUTCOMES, open_count(session, key))
        stands = standing(
            Formats(self._words), delegation, self._profiles, working_days(), self._today()
        )
        sidebar.show_delegation(delegation.title, stands, STATE_ICONS[delegation.state])
        title = self.tr("{title} – Delegation Planner")
        self._frame.setWindowTitle(title.format(title=delegation.title))
        return delegation.title

    def tell_open(self, place: str, count: int) -> None:
        words = self.tr("%n open problem(s)", "", count)
        self._frame.sidebar.set_count(place, count, words)
