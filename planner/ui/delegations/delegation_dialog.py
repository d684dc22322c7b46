"""The dialog in which a delegation is planned or changed."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.profile import ReportProfile
from planner.store.database import Database
from planner.ui.appearance import Pigment
from planner.ui.components.buttons import Button
from planner.ui.components.cards import Bar
from planner.ui.components.panels import Dialog
from planner.ui.delegations.delegation_form import DelegationForm
from planner.ui.editor import Editor
from planner.ui.form_dialog import long_form
from planner.ui.icons import Icon
from planner.words import Words


class DelegationDialog(Dialog):
    """Closes when the delegation is stored; what was typed is handed out where it is not."""

    WIDTH = 640

    stored = Signal(object)  # key
    put_aside = Signal(object, dict)  # key or None, what was typed and not stored

    def __init__(
        self,
        database: Database,
        editor: Editor,
        words: Words,
        profiles: Mapping[str, ReportProfile],
        key: UUID | None = None,
        parent: QWidget | None = None,
        first_values: Mapping[str, Any] = MappingProxyType({}),
    ) -> None:
        """`first_values` are those a new one begins with."""
        super().__init__(
            title=self.tr("New delegation") if key is None else self.tr("Edit delegation"),
            act=self.tr("Create") if key is None else self.tr("Save"),
            parent=parent,
        )
        self._editor = editor
        self._key = key
        self._first_values = first_values
        self.form = DelegationForm(database, words, profiles)
        self._kept = Bar(
            self.tr("This is what you typed before and did not save."),
            Icon.HISTORY,
            Pigment.INDIGO,
            self._discard_button(),
        )
        self._kept.hide()
        self.body.addWidget(self._kept)
        self.body.addWidget(long_form(self.form), 1)
        self._show_stored()
        self.form.input("title").setFocus()

    def _discard_button(self) -> Button:
        discard = Button(self.tr("Discard"), small=True)
        discard.clicked.connect(self._discard)
        return discard

    def _show_stored(self) -> None:
        if self._key is not None:
            self.form.show_delegation(self._key)
        else:
            self.form.show_values(self._first_values)

    def restore(self, typed: Mapping[str, Any]) -> None:
        """Take up what was put aside."""
        for name, value in typed.items():
            self.form.input(name).show_value(value)
        self._kept.show()

    def _discard(self) -> None:
        self._kept.hide()
        self._show_stored()

    # Qt's interface

    def accept(self) -> None:
        delegation = self.form.store(self._editor, self._key)
        if delegation is not None:
            self.put_aside.emit(self._key, {})
            self.stored.emit(delegation.id)
            super().accept()

    def reject(self) -> None:
        self.put_aside.emit(self._key, self.form.changed_values())
        super().reject()
