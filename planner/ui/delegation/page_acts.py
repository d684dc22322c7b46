"""The acts of the page of a delegation: words, keys and icons, for menus and buttons alike."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from planner.ui.actions import page_act
from planner.ui.delegation.row_edits import OUTCOMES
from planner.ui.icons import Icon
from planner.words import Words

_ADD_ICONS: Mapping[str, Icon] = MappingProxyType(
    {
        "finding": Icon.FINDING,
        "promise": Icon.PROMISE,
        "recommendation": Icon.RECOMMENDATION,
    }
)


class PageActs(QObject):
    """Made once for a page; what they do is connected there."""

    def __init__(self, words: Words, page: QWidget) -> None:
        super().__init__(page)
        act, key = partial(page_act, page), QKeySequence.StandardKey
        self.make_paper = act(self.tr("Make papers"), "", Icon.REPORT)
        self.copy = act(self.tr("Copy for the next trip"), "", Icon.COPY)
        self.edit = act(self.tr("Edit delegation"), "Ctrl+E", Icon.PEN)
        self.fill = act(self.tr("Fill the next hole"), "Ctrl+Shift+H", Icon.HOLE)
        self.only_holes = act(self.tr("Only holes"), "Ctrl+H", Icon.FILTER)
        self.only_holes.setCheckable(True)
        self.add_member = act(self.tr("Add member"), "Ctrl+Shift+M", Icon.PERSON_ADD)
        self.add_share = act(self.tr("Add share of work"), "Ctrl+Shift+W", Icon.PLUS)
        self.add_objective = act(self.tr("Add objective"), "Ctrl+Shift+J", Icon.PLUS)
        self.add_outcomes = {
            kind: act(self.tr("Add {kind}").format(kind=words.kind(kind)), "", _ADD_ICONS[kind])
            for kind in OUTCOMES
        }
        self.change = act(self.tr("Change the row"), "F2", Icon.PEN)
        self.finish = act(self.tr("Done, or not done yet"), "Ctrl+D", Icon.DONE)
        self.remove = act(self.tr("Remove the row"), key.Delete, Icon.TRASH)
        self.move_up = act(self.tr("Move up"), "", Icon.UP)
        self.move_down = act(self.tr("Move down"), "", Icon.DOWN)
