"""The acts on follow-ups with their words, keys and icons, for keys, menus and buttons alike."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from planner.domain.follow_up import FollowUpState
from planner.ui.icons import Icon
from planner.ui.outcomes.follow_up_lines import STATE_ICONS
from planner.words import Words


class FollowUpActions(QObject):
    """Made once for a page; what they do is connected there."""

    def __init__(self, words: Words, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        keys = QKeySequence.StandardKey
        self.add = self._act(self.tr("Add follow-up"), keys.New, Icon.PLUS)
        self.follow_up_table = self._act(self.tr("Follow-up table"), "", Icon.TABLE)
        self.change = self._act(self.tr("Change follow-up"), "F2", Icon.PEN)
        self.states = {
            state: self._act(
                self.tr("Set to: {state}").format(state=words.value(state)),
                str(number),
                STATE_ICONS[state][0],
            )
            for number, state in enumerate(FollowUpState, 1)
        }
        self.as_it_was = self._act(self.tr("Review: as it was"), "0", Icon.CHECK)
        self.set_owner = self._act(self.tr("Change the owner"), "O", Icon.PERSON)
        self.set_due = self._act(self.tr("Change the due day"), "D", Icon.CALENDAR)
        self.set_priority = self._act(self.tr("Priority or not"), "I", Icon.PRIORITY)
        self.tell = self._act(self.tr("Tell progress"), "N", Icon.COMMENT)
        self.prove = self._act(self.tr("Attach proof"), "P", Icon.PROOF)
        self.review = self._act(self.tr("Review round"), "Ctrl+Shift+R", Icon.CALENDAR)
        self.copy = self._act(self.tr("Copy as text and table"), keys.Copy, Icon.COPY)
        self.remove = self._act(self.tr("Remove follow-up"), keys.Delete, Icon.TRASH)

    def _act(self, words: str, keys: str | QKeySequence.StandardKey, icon: Icon) -> QAction:
        act = QAction(words, self._page)
        act.setShortcut(QKeySequence(keys))
        act.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        act.setProperty("icon_name", icon.value)
        self._page.addAction(act)
        return act

    def menu(self, columns: QAction) -> QMenu:
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.change, self.set_owner, self.set_due, self.set_priority])
        menu.addSeparator()
        menu.addActions(list(self.states.values()))
        menu.addSeparator()
        menu.addActions([self.tell, self.prove, self.copy, columns])
        menu.addSeparator()
        menu.addAction(self.remove)
        return menu
