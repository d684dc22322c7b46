"""A dialog around a form: open until what was filled in is taken."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.ui.components.panels import Dialog
from planner.ui.form import Form


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
        self.body.addWidget(form)

    # Qt's interface

    def accept(self) -> None:
        if self._store():
            super().accept()
