"""What one does with the parts of the outline: add, change, move and remove them."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from planner.domain.changes import EditName
from planner.domain.manuscript import ChapterMeaning, Section
from planner.ui.actions import window_act
from planner.ui.icons import Icon
from planner.ui.report.writing.forms import SectionForm
from planner.ui.report.writing.in_hand import InHand
from planner.ui.report.writing.outline_list import OutlineList
from planner.ui.report.writing.room_acts import Means, RoomActs
from planner.usecases import writing


class PartActs(RoomActs):
    def __init__(self, means: Means, hand: InHand, home: QWidget) -> None:
        super().__init__(means, hand, home)
        self.by_name = self._actions()

    def suit_part(self) -> None:
        """A chapter nobody has written can only be added to."""
        is_written = self._hand.line is not None and self._hand.line.section is not None
        for name in ("change", "remove", "up", "down"):
            self.by_name[name].setEnabled(is_written)

    def _actions(self) -> dict[str, QAction]:
        def made(words: str, keys: str, icon: Icon, act: Callable[[], None]) -> QAction:
            action = window_act(self._home, words, keys, icon)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False: act())
            return action

        return {
            "add": made(self.tr("Add part below…"), "Insert", Icon.PLUS, self.ask_part),
            "chapter": made(self.tr("Add chapter…"), "Shift+Insert", Icon.PLUS, self.ask_chapter),
            "change": made(self.tr("Change part…"), "F2", Icon.PEN, self.ask_change),
            "up": made(self.tr("Move up"), "Alt+Up", Icon.UP, lambda: self._move(-1)),
            "down": made(self.tr("Move down"), "Alt+Down", Icon.DOWN, lambda: self._move(1)),
            "remove": made(self.tr("Remove part"), "Delete", Icon.CLOSE, self.remove_part),
        }

    def add_to(self, outline: OutlineList) -> None:
        outline.addActions(list(self.by_name.values()))
        outline.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        outline.customContextMenuRequested.connect(lambda where: self._show_menu(outline, where))

    def _show_menu(self, outline: OutlineList, where: QPoint) -> None:
        menu = QMenu(outline)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(self.by_name.values()))
        menu.popup(outline.viewport().mapToGlobal(where))

    def ask_part(self) -> None:
        """A part under the chapter in hand; beside it where that is itself a part."""
        section = self._hand.section
        if section is not None:
            self._ask_new(section.parent_id or section.id)

    def ask_chapter(self) -> None:
        self._ask_new(None)

    def _ask_new(self, parent: UUID | None) -> None:
        dossier = self._hand.dossier
        if dossier is None:
            return
        form = SectionForm(self._formats, dossier)
        blank = Section(delegation_id=dossier.delegation.id, meaning=ChapterMeaning.OTHER)
        form.show_values(dict(blank))

        def store() -> bool:
            values = {"delegation_id": dossier.delegation.id, "parent_id": parent, **form.values()}
            name = EditName("add_section", {"what": values["heading"]})
            return bool(
                form.submit(self._editor, name, lambda work: writing.add_section(work, values))
            )

        title = self.tr("Add part") if parent else self.tr("Add chapter")
        self._ask(title, self.tr("Add"), form, store)

    def ask_change(self) -> None:
        section, dossier = self._hand.section, self._hand.dossier
        if section is None or dossier is None:
            return
        form = SectionForm(self._formats, dossier)
        form.show_values(dict(section))

        def store() -> bool:
            values = form.changed_values()
            return bool(
                form.submit(
                    self._editor,
                    self._named("change_section", section),
                    lambda work: writing.change_section(work, section.id, **values),
                )
            )

        self._ask(self.tr("Change part"), self.tr("Change"), form, store)

    def _move(self, by: int) -> None:
        if (section := self._hand.section) is not None:
            name = self._named("move_section", section)
            self._editor.run(name, lambda work: writing.move_section(work, section.id, by))

    def remove_part(self) -> None:
        if (section := self._hand.section) is not None:
            name = self._named("remove_section", section)
            self._editor.run(name, lambda work: writing.remove_section(work, section.id))

    def _named(self, code: str, section: Section) -> EditName:
        return EditName(code, {"what": self._hand.name(section)})
