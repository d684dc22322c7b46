"""Makes the acts of windows, pages and lists: words, keys and icon, told in one way."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from planner.ui.icons import Icon

Keys = str | QKeySequence.StandardKey


def window_act(home: QWidget, words: str, keys: Keys = "", icon: Icon | None = None) -> QAction:
    """Whose keys reach as far as the window, once `home` or a menu of it holds the act."""
    act = QAction(words, home)
    act.setShortcut(QKeySequence(keys))
    act.setProperty("icon_name", icon.value if icon else None)
    return act


def page_act(page: QWidget, words: str, keys: Keys = "", icon: Icon | None = None) -> QAction:
    """Whose keys work anywhere on the page, and nowhere beside it."""
    act = window_act(page, words, keys, icon)
    act.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    page.addAction(act)
    return act


def list_act(table: QWidget, words: str, keys: Keys = "", icon: Icon | None = None) -> QAction:
    """Whose keys work while the list itself has focus, so that letters are free elsewhere."""
    act = window_act(table, words, keys, icon)
    act.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    table.addAction(act)
    return act
