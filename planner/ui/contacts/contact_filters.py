"""By what contacts are narrowed beside the name: marks, the delegation in hand, kept filters."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from planner.queries.contacts_list import Mark, Marks
from planner.queries.list_filters import OrganisationFilter, PersonFilter
from planner.store.database import Database
from planner.ui.contacts.filter_forms import OrganisationFilterForm, PersonFilterForm
from planner.ui.contacts.known_names import ORGANISATIONS, PEOPLE
from planner.ui.contacts.passing import HERE, Passing
from planner.ui.filters.filter_keeper import FilterKeeper
from planner.ui.filters.saved_filters import SavedFilters
from planner.words import Words


class ContactFilters(QObject):
    """A mark for both kinds, and a filter for each."""

    changed = Signal()  # a filter, kept or asked for
    marked = Signal()  # a mark

    def __init__(
        self, database: Database, words: Words, saved: SavedFilters, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._home = parent
        self._passing = Passing(database)
        self.keepers: dict[str, FilterKeeper[Any]] = {
            PEOPLE: FilterKeeper(
                PEOPLE, saved, PersonFilter, lambda: PersonFilterForm(words), parent
            ),
            ORGANISATIONS: FilterKeeper(
                ORGANISATIONS,
                saved,
                OrganisationFilter,
                lambda: OrganisationFilterForm(words),
                parent,
            ),
        }
        for keeper in self.keepers.values():
            keeper.changed.connect(self._on_changed)
        self._by_mark = QActionGroup(self)
        for key, label in self._labels().items():
            act = QAction(label, self)
            act.setCheckable(True)
            act.setChecked(key == "")
            act.setData(key)
            self._by_mark.addAction(act)
        self._by_mark.triggered.connect(lambda act: self.filter_by(act.data()))

    @property
    def marks(self) -> Marks:
        return self._passing.marks

    def show_marks(self, marks: Marks) -> None:
        self._passing.marks = marks
        self.forget()

    def show_delegation(self, key: UUID | None) -> None:
        self._passing.delegation = key
        self.forget()

    def forget(self) -> None:
        """Who passes may have changed."""
        self._passing.forget()

    def among(self, kind: str) -> Collection[UUID] | None:
        """Those that pass; None where everybody does."""
        return self._passing.among(self.keepers[kind].active)

    def filter_by(self, key: str) -> None:
        """A mark, or those of the delegation in hand; all where it is empty."""
        self._passing.mark = key
        self.forget()
        for act in self._by_mark.actions():
            act.setChecked(act.data() == key)
        self.marked.emit()

    def popup(self, kind: str, where: QPoint) -> QMenu:
        """What asks for care, then the filters that are kept."""
        menu = QMenu(self.tr("Show"), self._home)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if kind == ORGANISATIONS:
            menu.addActions(self._by_mark.actions())
            menu.addSeparator()
        self.keepers[kind].fill(menu)
        menu.popup(where)
        return menu

    def _on_changed(self) -> None:
        self.forget()
        self.changed.emit()

    def _labels(self) -> dict[str, str]:
        return {
            "": self.tr("All"),
            HERE: self.tr("Of this delegation"),
            Mark.TWO_VALUES: self.tr("With two values"),
            Mark.DOUBTFUL: self.tr("With doubtful facts"),
            Mark.MISSING: self.tr("Without a profile"),
            Mark.WAITING: self.tr("Waited for"),
        }
