"""The panel beside the plan: one stop, changed field by field, or a new one until it is added."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.changes import EditName
from planner.domain.stop import Stop, StopKind
from planner.domain.values import Moment
from planner.queries.itinerary import Itinerary
from planner.store.database import Database
from planner.ui.components.buttons import Button
from planner.ui.components.panels import SidePanel
from planner.ui.drawing.states import Look
from planner.ui.editor import Editor
from planner.ui.itinerary.stop_faces import StopWords
from planner.ui.itinerary.stop_form import WHEN, StopForm
from planner.usecases.arranging import add_named_stop, change_named_stop


class StopPanel(SidePanel):
    """What cannot be stored stays in its field, also while one looks at other stops."""

    added = Signal(object)  # key

    def __init__(
        self, database: Database, editor: Editor, says: StopWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Stop"), parent=parent)
        self._editor = editor
        self._says = says
        self._plan: Itinerary | None = None
        self._key: UUID | None = None
        self._is_new = False
        self._typed: dict[UUID, dict[str, Any]] = {}
        self.form = StopForm(database, says)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self._cancel = Button(self.tr("Cancel"), key=self.tr("Esc"))
        self.add = Button(self.tr("Add"), look=Look.PRIMARY)
        for part in (self._cancel, self.add):
            self.foot.addWidget(part)
        self.foot.insertStretch(1, 1)
        self._cancel.clicked.connect(self.closed)
        self.add.clicked.connect(self._add)
        self.form.left.connect(self._on_left)

    @property
    def key(self) -> UUID | None:
        """Of the stop shown; None while a new one is filled in."""
        return self._key

    @property
    def is_new(self) -> bool:
        return self._is_new

    def show_stop(self, plan: Itinerary, key: UUID) -> None:
        self._keep_typed()
        self._plan, self._key, self._is_new = plan, key, False
        self.form.prepare(plan)
        self.form.show_stop(key)
        stop = plan.stop(key)
        self.title.setText(self._says.name(stop) if stop else "")
        for name, value in self._typed.pop(key, {}).items():
            self.form.input(name).show_value(value)
        self._show_foot()

    def show_new(
        self, plan: Itinerary, starts: Moment, kind: StopKind, ends: Moment | None = None
    ) -> None:
        self._keep_typed()
        self._plan, self._key, self._is_new = plan, None, True
        self.title.setText(self.tr("New stop"))
        self.form.prepare(plan)
        self.form.show_new(kind, starts, ends)
        self._show_foot()
        self.form.input("title").setFocus()

    def _show_foot(self) -> None:
        self._cancel.setVisible(self._is_new)
        self.add.setVisible(self._is_new)

    def refresh(self, plan: Itinerary) -> None:
        """The stop shown has changed, or is gone."""
        if self._is_new:
            self._plan = plan
            return
        if self._key is None or plan.stop(self._key) is None:
            self._key = None
            self.closed.emit()
        elif not self.form.changed_values():
            self.show_stop(plan, self._key)

    def _keep_typed(self) -> None:
        """Only what was refused is still unstored."""
        if self._key is not None and (typed := self.form.changed_values()):
            typed.pop(WHEN, None)
            self._typed[self._key] = typed

    def _on_left(self, name: str) -> None:
        """Done with a field: it is stored, as one edit with its name."""
        if self._is_new or self._key is None:
            return
        changed = self.form.changed_values()
        if name not in changed:
            self.form.settle(name)
            return
        key, values = self._key, self.form.as_fields({name: changed[name]})
        edit = EditName("change_stop_field", self._named(self.form.label(name)))
        stored = self.form.submit(
            self._editor, edit, lambda work: change_named_stop(work, key, **values)
        )
        if stored is not None:
            self.form.settle(name)

    def _named(self, field: str) -> Mapping[str, str]:
        return {"what": self.title.text(), "field": field}

    def _add(self) -> None:
        if self._plan is None:
            return
        values = self.form.as_fields(self.form.values())
        values["delegation_id"] = self._plan.key
        title, kind = values["title"], self._says.words.value(values["stop_kind"])
        edit = EditName("add_stop", {"what": title or kind})
        stop: Stop | None = self.form.submit(
            self._editor, edit, lambda work: add_named_stop(work, values)
        )
        if stop is not None:
            self._is_new = False
            self.added.emit(stop.id)
