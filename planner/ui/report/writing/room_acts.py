"""RoomActs: what the acts of the writing room share: means to edit by, and dialogs over it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from planner.ui.components.panels import Dialog
from planner.ui.editor import Editor
from planner.ui.form import Form
from planner.ui.form_dialog import FormDialog
from planner.ui.formats import Formats
from planner.ui.report.writing.in_hand import InHand

TITLE = 40
"""So many letters tell a text in a title or in the name of an edit."""


@dataclass(frozen=True)
class Means:
    editor: Editor
    formats: Formats
    today: Callable[[], date]
    who: str


class RoomActs(QObject):
    """Dialogs stay open until the edit is taken. The window is told by the editor, as always."""

    def __init__(self, means: Means, hand: InHand, home: QWidget) -> None:
        super().__init__(home)
        self._editor, self._formats = means.editor, means.formats
        self._today, self._who = means.today, means.who
        self._words = means.formats.words
        self._hand, self._home = hand, home

    @property
    def _window(self) -> QWidget:
        return self._home.window()

    def _ask(self, title: str, act: str, form: Form, store: Callable[[], bool]) -> None:
        FormDialog(title, act, form, store, self._window).open()
        form.begin()

    def _tell(self, title: str, act: str, reason: str) -> Dialog:
        dialog = Dialog(title, act, self._window, reason=reason)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog
