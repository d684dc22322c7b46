"""The filter in force on one list: asked for in a dialog, taken from those kept, taken away."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from planner.domain.errors import InvalidInput
from planner.queries.list_filters import ListFilter
from planner.ui.filters.filter_form import FilterDialog, FilterForm
from planner.ui.filters.saved_filters import SavedFilter, SavedFilters

FilterT = TypeVar("FilterT", bound=ListFilter)


class _Keeper(QObject):
    changed = Signal()


class FilterKeeper(_Keeper, Generic[FilterT]):
    """`form` makes an empty form for the filters of this list."""

    def __init__(
        self,
        kind: str,
        saved: SavedFilters,
        filter_type: type[FilterT],
        form: Callable[[], FilterForm[FilterT]],
        home: QWidget,
    ) -> None:
        super().__init__(home)
        self._kind = kind
        self._saved = saved
        self._type = filter_type
        self._form = form
        self._home = home
        self.name = ""
        self.active: FilterT = filter_type()

    @property
    def told(self) -> str:
        """Its name, or what it asks for; empty where everything is shown."""
        if self.name or not self.active.asks_more:
            return self.name
        form = self._form()
        form.show_filter(self.active)
        told = form.told()
        form.deleteLater()
        return told

    def show(self, wanted: FilterT, name: str = "") -> None:
        self.active, self.name = wanted, name
        self.changed.emit()

    def clear(self) -> None:
        self.show(self._type())

    def take_text(self, text: str) -> None:
        """What was typed into the search field belongs to the filter, without a signal."""
        if text != self.active.text:
            self.active = self.active.with_text(text)

    def ask(self) -> FilterDialog:
        """What is to be shown, beginning with what is shown now."""
        form = self._form()
        form.show_filter(self.active)
        dialog = FilterDialog(self.tr("Filter"), form, self.name, self._home.window())
        dialog.asked.connect(self._on_asked)
        dialog.open()
        form.begin()
        return dialog

    def fill(self, menu: QMenu) -> None:
        """Those kept, and what one does with them."""
        kept = self._saved.of(self._kind)
        group = QActionGroup(menu)
        for each in kept:
            act = menu.addAction(each.name)
            act.setCheckable(True)
            act.setChecked(each.name == self.name)
            act.triggered.connect(lambda _=False, each=each: self.take(each))
            group.addAction(act)
        if kept:
            menu.addSeparator()
        menu.addAction(self.tr("Filter…")).triggered.connect(self.ask)
        everything = menu.addAction(self.tr("Show all"))
        everything.setEnabled(bool(self.name) or self.active != self._type())
        everything.triggered.connect(self.clear)
        if kept:
            forget = menu.addMenu(self.tr("Forget a filter"))
            for each in kept:
                act = forget.addAction(each.name)
                act.triggered.connect(lambda _=False, name=each.name: self.forget(name))

    def take(self, kept: SavedFilter) -> None:
        """One whose file was spoiled shows everything."""
        try:
            wanted = self._type.checked(kept.values)
        except InvalidInput:
            wanted = self._type()
        self.show(wanted, kept.name)

    def forget(self, name: str) -> None:
        self._saved.forget(self._kind, name)
        if name == self.name:
            self.name = ""
            self.changed.emit()

    def _on_asked(self, wanted: Any, name: str) -> None:
        if name:
            values = wanted.model_dump(mode="json", exclude_defaults=True)
            self._saved.keep(self._kind, name, values)
        self.show(wanted, name)
