"""The acts on follow-ups with their words, keys and icons, for keys, menus and buttons alike."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from planner.domain.follow_up import FollowUpState
from planner.ui.actions import page_act
from planner.ui.icons import Icon
from planner.ui.outcomes.follow_up_lines import STATE_ICONS
from planner.words import Words


class FollowUpActions(QObject):
    """Made once for a page; what they do is connected there."""

    def __init__(self, words: Words, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        act, keys = partial(page_act, page), QKeySequence.StandardKey
        self.add = act(self.tr("Add follow-up"), keys.New, Icon.PLUS)
        self.follow_up_table = act(self.tr("Follow-up table"), "", Icon.TABLE)
        self.change = act(self.tr("Change follow-up"), "F2", Icon.PEN)
        self.states = {
            state: act(
                self.tr("Set to: {state}").format(state=words.value(state)),
                str(number),
                STATE_ICONS[state][0],
            )
            for number, state in enumerate(FollowUpState, 1)
        }
        self.as_it_was = act(self.tr("Review: as it was"), "0", Icon.CHECK)
        self.set_owner = act(self.tr("Change the owner"), "O", Icon.PERSON)
        self.set_due = act(self.tr("Change the due day"), "D", Icon.CALENDAR)
        self.set_priority = act(self.tr("Priority or not"), "I", Icon.PRIORITY)
        self.tell = act(self.tr("Tell progress"), "N", Icon.COMMENT)
        self.prove = act(self.tr("Attach proof"), "P", Icon.PROOF)
        self.review = act(self.tr("Review round"), "Ctrl+Shift+R", Icon.CALENDAR)
        self.copy = act(self.tr("Copy as text and table"), keys.Copy, Icon.COPY)
        self.remove = act(self.tr("Remove follow-up"), keys.Delete, Icon.TRASH)

    def menu(self, of_table: Sequence[QAction]) -> QMenu:
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.change, self.set_owner, self.set_due, self.set_priority])
        menu.addSeparator()
        menu.addActions(list(self.states.values()))
        menu.addSeparator()
        menu.addActions([self.tell, self.prove, self.copy, *of_table])
        menu.addSeparator()
        menu.addAction(self.remove)
        return menu
