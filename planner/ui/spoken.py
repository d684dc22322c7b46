"""What a screen reader is told beyond names: the keys of a view, and where a control stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QPlainTextEdit, QTextEdit, QWidget

_TEXTS = (QPlainTextEdit, QTextEdit)


def describe(page: QWidget, keys: tuple[tuple[str, str], ...] = ()) -> None:
    """Describe what has neither a description of its own nor a tip that would serve as one."""
    told = ", ".join(f"{key} {deed}" for key, deed in keys)
    for each in page.findChildren(QWidget):
        is_reached = each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisibleTo(page)
        if is_reached and not _is_described(each):
            is_view = isinstance(each, QAbstractScrollArea) and not isinstance(each, _TEXTS)
            each.setAccessibleDescription(told if is_view and told else _surroundings(each))


def _is_described(control: QWidget) -> bool:
    return bool(control.accessibleDescription() or control.toolTip())


def _surroundings(control: QWidget) -> str:
    """The name of what it stands in, from the nearest outwards."""
    around = control.parentWidget()
    while around is not None:
        name = around.accessibleName() or (around.windowTitle() if around.isWindow() else "")
        if name and name != control.accessibleName():
            return name
        around = around.parentWidget()
    return ""
