"""Areas: makes each area of the window when one first goes there, and hears what it asks for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from planner.store.database import Database
from planner.ui.actions import page_act
from planner.ui.agreements.relations_view import RelationsView
from planner.ui.briefing.briefing_view import BriefingView
from planner.ui.components.row_table import RowTable
from planner.ui.contacts.contacts_view import ContactsView
from planner.ui.delegation.delegation_page import DelegationPage
from planner.ui.delegations.delegation_list_view import DelegationListView
from planner.ui.editor import Editor
from planner.ui.filters.saved_filters import SavedFilters
from planner.ui.formats import Formats
from planner.ui.icons import Icon
from planner.ui.itinerary.itinerary_view import ItineraryView
from planner.ui.jobs import Jobs
from planner.ui.outcomes.follow_up_view import FollowUpView
from planner.ui.photos.photos_view import PhotosView
from planner.ui.places import (
    BRIEFING,
    CONTACTS,
    DELEGATION,
    DELEGATIONS,
    ITINERARY,
    MENDED,
    OUTCOMES,
    PHOTOS,
    RELATIONS,
    REPORT,
    SEMINAR,
    TODAY,
)
from planner.ui.report.report_view import ReportView
from planner.ui.report.writing.writing_view import WritingView
from planner.ui.seminar.seminar_view import SeminarView
from planner.ui.target import Target
from planner.ui.today.today_view import TodayView
from planner.ui.window_state import WindowState
from planner.working_days import working_days

ViewT = TypeVar("ViewT", bound=QWidget)
FOLLOW_UP_TABLE = "follow-up-table"
PROGRAMME = "itinerary"
_RECKONED = ("itinerary", "seminar", "relations", "report")


@dataclass(frozen=True)
class Means:
    """What areas are given to work with."""

    database: Database
    editor: Editor
    jobs: Jobs
    formats: Formats
    state: WindowState
    today: Callable[[], date]
    first_values: Callable[[], Mapping[str, Any]]  # of a new delegation


class Areas(QObject):
    """All signals of areas come out here, in the words of the window."""

    made = Signal(str, QWidget)  # place, page
    target_asked = Signal(object)  # Target
    place_asked = Signal(str)
    form_asked = Signal(object)  # key of a delegation that is to be changed
    paper_asked = Signal(str)  # kind of paper
    personal_data_asked = Signal(object)  # key of a person
    versions_asked = Signal()  # of the programme in hand
    totals_changed = Signal(str, str)  # place, words
    keys_changed = Signal()
    title_changed = Signal()  # of what a page shows: the breadcrumbs end with it
    waiting_changed = Signal(str, int)  # place, how many things wait there
    saved = Signal(str)  # path
    refused = Signal(object)  # PlannerError

    def __init__(self, means: Means, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._means = means
        self._pages: dict[str, QWidget] = {}
        self._saved_filters = SavedFilters(means.state.folder / "filters.json")

    def page(self, place: str) -> Any:
        """The page at a place, made now where nobody was there before."""
        return getattr(self, place)

    def is_made(self, place: str) -> bool:
        return place in self._pages

    @cached_property
    def today(self) -> TodayView:
        means = self._means
        view = TodayView(
            means.database, means.editor, means.formats, means.today, calendar=working_days()
        )
        view.follow_up_asked.connect(lambda key, of: self._ask("follow_up", key, of))
        view.delegation_asked.connect(lambda key: self._ask("delegation", key, key))
        view.report_asked.connect(lambda key: self._ask("report", key, key))
        view.counted.connect(lambda count: self.waiting_changed.emit(TODAY, count))
        view.saved.connect(self.saved)
        view.refused.connect(self.refused)
        return self._added(TODAY, view)

    @cached_property
    def delegations(self) -> DelegationListView:
        means = self._means
        view = DelegationListView(
            means.database,
            means.editor,
            means.formats.words,
            means.today,
            self._saved_filters,
            first_values=means.first_values,
        )
        view.opened.connect(lambda key: self._ask("delegation", key, key))
        view.copy_asked.connect(lambda *told: self.delegation.ask_copy_of(*told))
        return self._added(DELEGATIONS, view)

    @cached_property
    def contacts(self) -> ContactsView:
        means = self._means
        view = ContactsView(
            means.database, means.editor, means.formats, means.today, self._saved_filters
        )
        view.went.connect(self._ask)
        view.title_changed.connect(lambda _: self.title_changed.emit())
        view.personal_data_asked.connect(self.personal_data_asked)
        return self._added(CONTACTS, view)

    @cached_property
    def delegation(self) -> DelegationPage:
        means = self._means
        view = DelegationPage(
            means.database, means.editor, means.formats, means.today, calendar=working_days()
        )
        view.stop_asked.connect(lambda key: self._ask("stop", key))
        view.follow_up_asked.connect(lambda key: self._ask("follow_up", key))
        view.edit_asked.connect(self.form_asked)
        view.copied.connect(lambda key: self._ask("delegation", key, key))
        view.paper_asked.connect(self.paper_asked)
        return self._added(DELEGATION, view)

    @cached_property
    def itinerary(self) -> ItineraryView:
        means = self._means
        view = ItineraryView(means.database, means.editor, means.formats.words, means.today)
        view.keys_changed.connect(self.keys_changed)
        programme = page_act(view, self.tr("Make the programme"), "", Icon.PRINT)
        programme.triggered.connect(lambda: self.paper_asked.emit(PROGRAMME))
        versions = page_act(view, self.tr("Versions of the programme…"), "", Icon.HISTORY)
        versions.triggered.connect(self.versions_asked)
        view.bar.offer_more(programme, versions)
        return self._added(ITINERARY, view)

    @cached_property
    def seminar(self) -> SeminarView:
        means = self._means
        view = SeminarView(means.database, means.editor, means.formats, means.today)
        view.keys_changed.connect(self.keys_changed)
        view.itinerary_asked.connect(lambda: self.place_asked.emit(ITINERARY))
        return self._added(SEMINAR, view)

    @cached_property
    def briefing(self) -> BriefingView:
        means = self._means
        view = BriefingView(means.database, means.editor, means.formats)
        view.keys_changed.connect(self.keys_changed)
        return self._added(BRIEFING, view)

    @cached_property
    def outcomes(self) -> FollowUpView:
        means = self._means
        view = FollowUpView(
            means.database,
            means.jobs,
            means.editor,
            means.formats,
            means.today,
            self._saved_filters,
            calendar=working_days(),
        )
        view.table_asked.connect(lambda: self.paper_asked.emit(FOLLOW_UP_TABLE))
        return self._added(OUTCOMES, view)

    @cached_property
    def photos(self) -> PhotosView:
        means = self._means
        view = PhotosView(means.database, means.editor, means.jobs, means.formats)
        view.keys_changed.connect(self.keys_changed)
        view.refused.connect(self.refused)
        view.saved.connect(self.saved)
        return self._added(PHOTOS, view)

    @cached_property
    def relations(self) -> RelationsView:
        means = self._means
        view = RelationsView(means.database, means.editor, means.formats, means.today)
        view.keys_changed.connect(self.keys_changed)
        return self._added(RELATIONS, view)

    @cached_property
    def report(self) -> ReportView:
        means = self._means
        view = ReportView(
            means.database,
            means.editor,
            means.jobs,
            means.formats,
            means.state,
            means.today,
            lambda spot: spot.kind in MENDED,
        )
        room = WritingView(
            means.database,
            means.editor,
            means.jobs,
            means.formats,
            means.today,
            lambda spot: spot.kind in MENDED,
        )
        for part in (view, room):
            part.refused.connect(self.refused)
            part.spot_asked.connect(lambda spot: self._ask(spot.kind, spot.key))
        room.totals_changed.connect(lambda words: self.totals_changed.emit(REPORT, words))
        view.saved.connect(self.saved)
        view.take_in(room)
        # only now: whoever hears it asks for this very page, which is not kept yet
        view.keys_changed.connect(self.keys_changed)
        means.state.follow("report", view.split)
        return self._added(REPORT, view)

    def header_acts(self, place: str) -> tuple[QAction, ...]:
        """At most two; the last is the primary."""
        match place:
            case "today":
                return (self.today.export,)
            case "delegation":
                delegation = self.delegation.acts
                return (delegation.make_paper, delegation.edit)
            case "itinerary":
                return (self.itinerary.check, self.itinerary.add)
            case "outcomes":
                acts = self.outcomes.menu_acts
                return (acts.follow_up_table, acts.add)
            case "report":
                return self.report.header_acts
        return (self.page(place).add,)

    def reckon_anew(self) -> None:
        """What the rules say, by the allowances that are now in force."""
        for place in _RECKONED:
            if self.is_made(place):
                self.page(place).reload()

    def _added(self, place: str, view: ViewT) -> ViewT:
        self._pages[place] = view
        for table in view.findChildren(RowTable):
            if table.objectName():
                name = f"{place}/{table.objectName()}"
                self._means.state.follow(name, table)
        view.totals_changed.connect(  # type: ignore[attr-defined]
            lambda words: self.totals_changed.emit(place, words)
        )
        self.made.emit(place, view)
        return view

    def _ask(self, kind: str, key: UUID, delegation: UUID | None = None) -> None:
        self.target_asked.emit(Target(kind, key, "", delegation))
