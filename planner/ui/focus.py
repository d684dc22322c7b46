"""The ring around the control that has the keyboard; painted controls draw theirs within."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTextEdit,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from planner.ui.drawing.states import FieldState, field_state_of

_RINGED = (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTextEdit,
    QToolButton,
)


class FocusRing(QObject):
    """One for the application; follows the focus from control to control."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame: QFocusFrame | None = None
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._frame is not None and isValid(self._frame):
            self._frame.setWidget(None)  # type: ignore[arg-type]
        if now is None or not isinstance(now, _RINGED) or now.window() is None:
            return
        if field_state_of(now) is FieldState.BARE:
            return
        if self._frame is None or not isValid(self._frame):
            self._frame = QFocusFrame(now.window())
        self._frame.setWidget(now)
