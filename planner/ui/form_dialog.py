"""A dialog around a form: open until what was filled in is taken."""

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from planner.ui.appearance import Pigment, px
from planner.ui.components.boxes import scrolled
from planner.ui.components.cards import Bar
from planner.ui.components.panels import Dialog
from planner.ui.form import Form
from planner.ui.icons import Icon

_TALLEST = 520
_AROUND = 200  # what a dialog has above and below its form, and the screen about it
_RING = 3


def long_form(form: Form) -> QScrollArea:
    """The form with its focus rings, no higher than a screen has room for; the rest is scrolled."""
    form.setContentsMargins(*[px(_RING)] * 4)
    area = scrolled(form)
    area.setMinimumHeight(min(form.sizeHint().height() + px(4), _tallest(form)))
    return area


def _tallest(form: Form) -> int:
    return min(px(_TALLEST), form.screen().availableGeometry().height() - px(_AROUND))


class FormDialog(Dialog):
    """Its title and its button say the act; what is wrong stands beside the fields."""

    keeps_typed: ClassVar[bool] = False  # what was not saved is there when it is opened again

    def __init__(
        self,
        title: str,
        act: str,
        form: Form,
        store: Callable[[], bool],
        parent: QWidget | None = None,
        reason: str = "",
    ) -> None:
        """`store` says whether the form was taken."""
        super().__init__(title, act, parent, reason=reason)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = form
        self._store = store
        self._begun: dict[str, Any] | None = None
        self._warned_of: dict[str, Any] | None = None
        self.warning = Bar()
        self.warning.sentence.setWordWrap(True)
        self.warning.hide()
        is_long = form.sizeHint().height() > _tallest(form)
        self.body.addWidget(long_form(form) if is_long else form)
        self.body.addWidget(self.warning)

    # Qt's interface

    def accept(self) -> None:
        if self._store():
            super().accept()

    def reject(self) -> None:
        """What was typed goes only if that was said twice."""
        typed = self.form.values()
        if self.keeps_typed or self._begun in (None, typed) or self._warned_of == typed:
            super().reject()
            return
        self._warned_of = typed
        sentence = self.tr("Nothing of this is saved yet. Esc once more leaves without it.")
        self.warning.show_message(sentence, Icon.WARNING, Pigment.GAMBOGE)
        self.safe.setAccessibleDescription(sentence)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._begun is None:
            self._begun = self.form.values()
