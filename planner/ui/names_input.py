"""Names on forms: people and organisations completed as one types, new ones taken as they are."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView

from planner.queries.names import NameLine
from planner.ui.components.fields import TextField
from planner.usecases.naming import Named

Lookup = Callable[[str], Sequence[NameLine]]
_SEPARATOR = re.compile(r"[、;；]")
_CHOSEN = Qt.ItemDataRole.UserRole


class SeveralInput(TextField):
    """Short texts in a row: 呼和浩特市、包頭市."""

    finished = Signal()

    def __init__(self, name: str = "", example: str = "") -> None:
        super().__init__(name, example)
        self.editingFinished.connect(self.finished)

    def show_value(self, value: Iterable[str]) -> None:
        self.setText(self.joint.join(value))
        self.setCursorPosition(0)

    def value(self) -> Any:
        parts = (part.strip() for part in _SEPARATOR.split(self.text()))
        return tuple(dict.fromkeys(part for part in parts if part))

    @property
    def joint(self) -> str:
        return self.tr("; ")


class NamesInput(SeveralInput):
    """Names in a row, each completed from the store. A name nobody bears is a new one."""

    def __init__(
        self, lookup: Lookup, name: str = "", example: str = "", is_single: bool = False
    ) -> None:
        super().__init__(name, example)
        self._lookup = lookup
        self._is_single = is_single
        self._known: dict[str, UUID] = {}
        self._found = QStandardItemModel(self)
        self._completer = QCompleter(self._found, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._completer.setWidget(self)
        # the stubs know nothing of signals with several signatures
        self._completer.activated[QModelIndex].connect(self._on_chosen)  # type: ignore[index]
        self.textEdited.connect(self._on_edited)

    def show_value(self, value: Any) -> None:
        """Records by name, as `Named`; one or none where it takes one only."""
        shown = [each for each in (value if isinstance(value, tuple) else (value,)) if each]
        self._known = {each.name: each.key for each in shown if each.key}
        super().show_value(each.name for each in shown)

    def value(self) -> Any:
        if self._is_single:
            written = self.text().strip()
            return Named(written, self._known.get(written)) if written else None
        return tuple(Named(written, self._known.get(written)) for written in super().value())

    def _fragment(self) -> tuple[int, int]:
        """From where to where the name goes that is being typed."""
        if self._is_single:
            return 0, len(self.text())
        here = self.cursorPosition()
        starts = [match.end() for match in _SEPARATOR.finditer(self.text(), 0, here)]
        return (starts[-1] if starts else 0), here

    def _on_edited(self) -> None:
        start, end = self._fragment()
        wanted = self.text()[start:end].strip()
        lines = self._lookup(wanted) if wanted else ()
        self._found.clear()
        for line in lines:
            item = QStandardItem(f"{line.name}  {line.note}" if line.note else line.name)
            item.setData((line.name, line.key), _CHOSEN)
            self._found.appendRow(item)
        if wanted and all(line.name != wanted for line in lines):
            item = QStandardItem(self.tr("Add “{name}”").format(name=wanted))
            item.setData((wanted, None), _CHOSEN)
            self._found.appendRow(item)
        if lines:
            self._completer.complete()
        else:
            self._popup.hide()

    def _on_chosen(self, index: QModelIndex) -> None:
        name, key = index.data(_CHOSEN)
        if key is not None:
            self._known[name] = key
        start, end = self._fragment()
        lead = " " if start and self.joint.endswith(" ") else ""
        self.setText(self.text()[:start] + lead + name + self.text()[end:])
        self.setCursorPosition(start + len(lead) + len(name))

    # Qt's interface

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is completed, and only then says that the field is done."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self._popup.isVisible():
            event.ignore()
            return
        super().keyPressEvent(event)
