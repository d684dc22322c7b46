"""LivePage: a page that reads again what has changed, once and while somebody looks at it."""

from typing import ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from planner.domain.changes import ChangeSet
from planner.domain.entity import Entity
from planner.ui.editor import Editor


class LivePage(QWidget):
    """A change makes it stale; what nobody looks at is not read before somebody does."""

    shown_kinds: ClassVar[tuple[type[Entity], ...]] = ()  # none named: any change may concern it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_stale = True

    def follow(self, editor: Editor) -> None:
        """Hear of every edit, here and in other programs."""
        editor.changed.connect(self._on_changed)

    def reload(self) -> None:
        """Read and show all anew; a page does its reading after this."""
        self.is_stale = False

    def refresh(self) -> None:
        """Read what has changed, if anything has."""
        if self.is_stale:
            self.reload()

    def outdate(self) -> None:
        """What is shown is not true any more."""
        self.is_stale = True
        self.refresh_if_seen()

    def refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_changed(self, changes: ChangeSet) -> None:
        kinds = self.shown_kinds
        if changes.touches(*kinds) if kinds else bool(changes):
            self.outdate()

    # Qt's interface

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()
        super().showEvent(event)
