"""FindBar: finds words in the whole report as they are shown, and puts others in their place."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.domain.markup import Reference
from planner.ui.appearance import Pigment, Type
from planner.ui.components.boxes import Column, Row
from planner.ui.components.buttons import Button, IconButton
from planner.ui.components.fields import TextField
from planner.ui.components.labels import Label
from planner.ui.icons import Icon
from planner.ui.report.writing.manuscript_edit import ManuscriptEdit
from planner.ui.report.writing.seeking import Held, Hit, after, hits, replaced


class Searched(Protocol):
    """The room whose report is searched."""

    def held_parts(self) -> Sequence[Held]: ...

    def held_key(self) -> str: ...

    def face_of(self, reference: Reference) -> str: ...

    def show_part(self, key: str) -> None: ...

    def store_replaced(self, texts: Mapping[str, str], words: str, count: int) -> None: ...


class FindBar(QWidget):
    """Names of references are found, but never written over."""

    closed = Signal()

    def __init__(
        self, edit: ManuscriptEdit, searched: Searched, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._edit, self._searched = edit, searched
        self.wanted = TextField(self.tr("Find"), self.tr("Find"))
        self.other = TextField(self.tr("Replace by"), self.tr("Replace by"))
        self.before = IconButton(Icon.BACK, self.tr("Previous one"), keys="Shift+F3")
        self.next = IconButton(Icon.FORWARD, self.tr("Next one"), keys="F3")
        self.replace = Button(self.tr("Replace"), small=True)
        self.replace_all = Button(self.tr("Replace all"), small=True)
        self.told = Label("", Type.SMALL, Pigment.INK2)
        self._close = IconButton(Icon.CLOSE, self.tr("Close"))
        find = Row(self.wanted, self.told, self.before, self.next, self._close, spacing=6)
        find.setStretch(0, 1)
        put = Row(self.other, self.replace, self.replace_all, spacing=6)
        put.setStretch(0, 1)
        self.setLayout(Column(find, put, margins=(16, 6, 8, 6), spacing=6))
        self.wanted.returnPressed.connect(lambda: self.seek(1))
        self.other.returnPressed.connect(self.replace_one)
        self.wanted.textChanged.connect(lambda _: self._tell_count())
        self.next.clicked.connect(lambda: self.seek(1))
        self.before.clicked.connect(lambda: self.seek(-1))
        self.replace.clicked.connect(self.replace_one)
        self.replace_all.clicked.connect(self.replace_every)
        self._close.clicked.connect(self.closed)
        self.hide()

    def open(self) -> None:
        """With the words that are chosen, ready to be typed over."""
        chosen = self._edit.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self.wanted.setText(chosen)
        self.show()
        self._tell_count()
        self.wanted.setFocus()
        self.wanted.selectAll()

    def seek(self, by: int) -> bool:
        """The next one, in whichever part of the report it is."""
        parts, found = self._found()
        if not found:
            self._tell_count()
            return False
        hit = after(found, self._place(parts, by), by)
        self._searched.show_part(parts[hit.part].key)
        self._edit.go_to(hit.start, hit.end)
        words = self.tr("{at} of {count}")
        self.told.setText(words.format(at=found.index(hit) + 1, count=len(found)))
        return True

    def replace_one(self) -> None:
        """What is chosen, where it is what is wanted; then on to the next."""
        parts, found = self._found()
        start, end = self._chosen
        key = self._searched.held_key()
        for hit in found:
            is_here = parts[hit.part].key == key and (hit.start, hit.end) == (start, end)
            if is_here and hit.is_free:
                self._edit.insert_markup(self.other.text())
                break
        self.seek(1)

    def replace_every(self) -> None:
        """In all parts, as one step that can be taken back."""
        parts, found = self._found()
        free = [hit for hit in found if hit.is_free]
        texts = {
            held.key: replaced(
                held.text, (hit for hit in free if hit.part == index), self.other.text()
            )
            for index, held in enumerate(parts)
            if any(hit.part == index for hit in free)
        }
        if texts:
            self._searched.store_replaced(texts, self.wanted.text(), len(free))
        self.told.setText(self.tr("%n replaced", "", len(free)))

    def _found(self) -> tuple[Sequence[Held], Sequence[Hit]]:
        parts = self._searched.held_parts()
        return parts, hits(parts, self.wanted.text(), self._searched.face_of)

    @property
    def _chosen(self) -> tuple[int, int]:
        cursor, written = self._edit.textCursor(), self._edit.written
        return written.source_at(cursor.selectionStart()), written.source_at(cursor.selectionEnd())

    def _place(self, parts: Sequence[Held], by: int) -> tuple[int, int]:
        """Where to go on from: behind what is chosen, or before it."""
        key, (start, end) = self._searched.held_key(), self._chosen
        keys = [held.key for held in parts]
        if key not in keys:
            return (0, 0)
        return keys.index(key), end if by > 0 else start + 1

    def _tell_count(self) -> None:
        _, found = self._found()
        if not self.wanted.text():
            self.told.setText("")
        elif not found:
            self.told.setText(self.tr("Not found"))
        else:
            count = len({hit.part for hit in found})
            words = self.tr("{count} in %n part(s)", "", count)
            self.told.setText(words.format(count=len(found)))

    # Qt's interface

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
