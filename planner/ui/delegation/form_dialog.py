"""A dialog around a form: open until what was filled in is taken, and nothing typed is lost."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from planner.ui.appearance import Pigment
from planner.ui.components.buttons import Button
from planner.ui.components.cards import Bar
from planner.ui.components.panels import Dialog
from planner.ui.form import Form
from planner.ui.icons import Icon


class FormDialog(Dialog):
    WIDTH = 560

    put_aside = Signal(dict)  # what was typed and not stored

    def __init__(
        self,
        title: str,
        act: str,
        form: Form,
        store: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        """`store` says whether the form was taken."""
        super().__init__(title, act, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = form
        self._store = store
        self._stored = form.values()
        discard = Button(self.tr("Discard"), small=True)
        discard.clicked.connect(self._discard)
        self._kept = Bar(
            self.tr("This is what you typed before and did not save."),
            Icon.HISTORY,
            Pigment.INDIGO,
            discard,
        )
        self._kept.hide()
        self.body.addWidget(self._kept)
        self.body.addWidget(form)

    def restore(self, typed: Mapping[str, Any]) -> None:
        """Take up what was put aside."""
        if typed:
            for name, value in typed.items():
                self.form.input(name).show_value(value)
            self._kept.show()

    def _discard(self) -> None:
        self._kept.hide()
        self.form.show_values(self._stored)

    # Qt's interface

    def accept(self) -> None:
        if self._store():
            self.put_aside.emit({})
            super().accept()

    def reject(self) -> None:
        self.put_aside.emit(self.form.changed_values())
        super().reject()
