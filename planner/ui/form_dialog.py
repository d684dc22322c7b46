"""A dialog around a form: open until what was filled in is taken."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from planner.ui.appearance import px
from planner.ui.components.boxes import scrolled
from planner.ui.components.panels import Dialog
from planner.ui.form import Form

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
        is_long = form.sizeHint().height() > _tallest(form)
        self.body.addWidget(long_form(form) if is_long else form)

    # Qt's interface

    def accept(self) -> None:
        if self._store():
            super().accept()
