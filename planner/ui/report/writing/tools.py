"""What one does while writing: each act with its key, its name and its icon."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from planner.ui.actions import page_act
from planner.ui.icons import Icon

SIGN = "@"  # typed before what is referred to


@dataclass(frozen=True)
class Tool:
    """`group` parts the bar of buttons; what has none is in the menu alone."""

    name: str
    words: str
    keys: str
    icon: Icon
    group: int = 0


def tools() -> tuple[Tool, ...]:
    """In the language of now."""
    translate = QCoreApplication.translate
    return (
        Tool(
            "numbered", translate("WritingTools", "Numbered item"), "Ctrl+Shift+7", Icon.HEADING, 1
        ),
        Tool("strong", translate("WritingTools", "Strong"), "Ctrl+B", Icon.BOLD, 1),
        Tool("emphasis", translate("WritingTools", "Emphasis"), "Ctrl+I", Icon.PEN, 1),
        Tool(
            "bullet", translate("WritingTools", "Item without number"), "Ctrl+Shift+8", Icon.LIST, 1
        ),
        Tool("table", translate("WritingTools", "Table"), "Ctrl+T", Icon.TABLE, 2),
        Tool("note", translate("WritingTools", "Footnote"), "Ctrl+Alt+F", Icon.SUPERSCRIPT, 2),
        Tool("quote", translate("WritingTools", "Quotation"), "Ctrl+Shift+9", Icon.QUOTE, 2),
        Tool("finding", translate("WritingTools", "Mark as finding"), "Ctrl+J", Icon.FINDING, 3),
        Tool(
            "recommendation",
            translate("WritingTools", "Mark as recommendation"),
            "Ctrl+Shift+J",
            Icon.RECOMMENDATION,
            3,
        ),
        Tool("promise", translate("WritingTools", "Mark as promise"), "Ctrl+M", Icon.PROMISE, 3),
        Tool(
            "internal",
            translate("WritingTools", "Internal paragraph"),
            "Ctrl+Shift+L",
            Icon.LOCK,
            3,
        ),
        Tool(
            "fill", translate("WritingTools", "Fill from the records…"), "Ctrl+U", Icon.REFRESH, 4
        ),
        Tool("comment", translate("WritingTools", "Comment…"), "Ctrl+Alt+M", Icon.COMMENT, 4),
        Tool("refer", translate("WritingTools", "Insert reference"), "", Icon.LINK),
        Tool("mend", translate("WritingTools", "Put the writing right here"), "Ctrl+.", Icon.CHECK),
        Tool(
            "mend_all",
            translate("WritingTools", "Put the writing right in this part"),
            "Ctrl+Shift+.",
            Icon.CHECK,
        ),
        Tool("find", translate("WritingTools", "Find and replace"), "Ctrl+F", Icon.SEARCH),
        Tool("find_next", translate("WritingTools", "Find next"), "F3", Icon.SEARCH),
        Tool("find_before", translate("WritingTools", "Find previous"), "Shift+F3", Icon.SEARCH),
        Tool("see_page", translate("WritingTools", "See the page"), "Ctrl+Return", Icon.REPORT),
        Tool("next_problem", translate("WritingTools", "Next problem"), "F8", Icon.WARNING),
        Tool(
            "previous_problem",
            translate("WritingTools", "Previous problem"),
            "Shift+F8",
            Icon.WARNING,
        ),
        Tool("next_part", translate("WritingTools", "Next part"), "Ctrl+PgDown", Icon.DOWN),
        Tool("previous_part", translate("WritingTools", "Previous part"), "Ctrl+PgUp", Icon.UP),
    )


def make_actions(home: QWidget, run: Callable[[str], None]) -> dict[str, QAction]:
    """An action for each tool; `run` is told its name."""
    made: dict[str, QAction] = {}
    for tool in tools():
        action = page_act(home, tool.words, tool.keys, tool.icon)
        action.triggered.connect(lambda _=False, name=tool.name: run(name))
        made[tool.name] = action
    return made
