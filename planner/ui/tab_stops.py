"""Where Tab stops in a window, in the order Qt keeps for it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_chain(window: QWidget) -> Iterator[QWidget]:
    """Every widget of a window once, in the order Qt keeps for Tab."""
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        yield widget
        widget = widget.nextInFocusChain()


def is_tab_stop(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return takes and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def first_control(part: QWidget) -> QWidget | None:
    """Where Tab would arrive first; what had focus there before is better."""
    remembered = part.focusWidget()
    if remembered and remembered.isVisible() and part.isAncestorOf(remembered):
        return remembered
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if part.isAncestorOf(widget) and takes and widget.isVisible() and widget.isEnabled():
            return widget
        widget = widget.nextInFocusChain()
    return None
