"""A dialog around a form that hands out what was typed and not stored, and takes it up again."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.ui.appearance import Pigment
from planner.ui.components.buttons import Button
from planner.ui.components.cards import Bar
from planner.ui.form import Form
from planner.ui.form_dialog import FormDialog
from planner.ui.icons import Icon


class KeepingDialog(FormDialog):
    WIDTH = 560
    keeps_typed = True

    put_aside = Signal(dict)  # what was typed and not stored

    def __init__(
        self,
        title: str,
        act: str,
        form: Form,
        store: Callable[[], bool],
        parent: QWidget | None = None,
        reason: str = "",
    ) -> None:
        super().__init__(title, act, form, store, parent, reason)
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
        self.body.insertWidget(0, self._kept)

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
        super().accept()
        if self.result() == self.DialogCode.Accepted:
            self.put_aside.emit({})

    def reject(self) -> None:
        self.put_aside.emit(self.form.changed_values())
        super().reject()
