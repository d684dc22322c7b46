"""FindBar: finds words in the whole report as they are shown, and puts others in their place."""

from collections.abc import Sequence
from dataclasses import replace
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
from planner.ui.report.writing.seeking import TEXT, Held, Hit, after, hits, replaced


class Searched(Protocol):
    """The report that is searched."""

    def keep(self) -> None: ...

    def held(self) -> Sequence[Held]: ...

    def part_in_hand(self) -> str: ...

    def face_of(self, reference: Reference) -> str: ...

    def show(self, held: Held, start: int, end: int) -> None: ...

    def store(self, changed: Sequence[Held], words: str, count: int) -> None: ...


class FindBar(QWidget):
    """Names of references are found, but never written over."""

    closed = Signal()

    def __init__(self, edit: ManuscriptEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = edit
        self._searched: Searched
        self._outside: Hit | None = None  # what is shown in a heading or a caption
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
        self.wanted.textChanged.connect(self._on_wanted)
        self.next.clicked.connect(lambda: self.seek(1))
        self.before.clicked.connect(lambda: self.seek(-1))
        self.replace.clicked.connect(self.replace_one)
        self.replace_all.clicked.connect(self.replace_every)
        self._close.clicked.connect(self.closed)
        edit.moved.connect(self._on_moved)
        self.hide()

    def search(self, searched: Searched) -> None:
        """What is searched from now on."""
        self._searched = searched

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
        held = parts[hit.index]
        self._searched.show(held, hit.start, hit.end)
        self._outside = hit if held.field != TEXT else None
        words = self.tr("{at} of {count}")
        self.told.setText(words.format(at=found.index(hit) + 1, count=len(found)))
        return True

    def replace_one(self) -> None:
        """What is chosen, where it is what is wanted; then on to the next."""
        parts, found = self._found()
        hit = next((each for each in found if self._is_shown(parts, each)), None)
        if hit is not None and hit.is_free:
            if hit == self._outside:
                self._store(parts, [hit])
                self._outside = replace(hit, end=hit.start + len(self.other.text()))
            else:
                self._edit.insert_markup(self.other.text())
        self.seek(1)

    def replace_every(self) -> None:
        """In all parts, as one step that can be taken back."""
        self._searched.keep()
        parts, found = self._found()
        free = [hit for hit in found if hit.is_free]
        if free:
            self._store(parts, free)
        self.told.setText(self.tr("%n replaced", "", len(free)))

    def _store(self, parts: Sequence[Held], free: Sequence[Hit]) -> None:
        changed = []
        for index, held in enumerate(parts):
            if here := [hit for hit in free if hit.index == index]:
                changed.append(replace(held, text=replaced(held.text, here, self.other.text())))
        self._searched.store(changed, self.wanted.text(), len(free))

    def _found(self) -> tuple[Sequence[Held], Sequence[Hit]]:
        parts = self._searched.held()
        return parts, hits(parts, self.wanted.text(), self._searched.face_of)

    # Where one is

    def _is_here(self, held: Held) -> bool:
        return held.field == TEXT and held.part == self._searched.part_in_hand()

    def _is_shown(self, parts: Sequence[Held], hit: Hit) -> bool:
        if self._outside is not None:
            return hit == self._outside
        return self._is_here(parts[hit.index]) and (hit.start, hit.end) == self._chosen

    @property
    def _chosen(self) -> tuple[int, int]:
        cursor, written = self._edit.textCursor(), self._edit.written
        return written.source_at(cursor.selectionStart()), written.source_at(cursor.selectionEnd())

    def _place(self, parts: Sequence[Held], by: int) -> tuple[int, int]:
        """Where to go on from: behind what is shown, or before it."""
        here = next((at for at, held in enumerate(parts) if self._is_here(held)), 0)
        start, end = self._chosen
        if self._outside is not None:
            here, start, end = self._outside.index, self._outside.start, self._outside.end
        return here, end if by > 0 else start + 1

    def _on_moved(self) -> None:
        """Who goes into the text is no longer where the last one was shown."""
        self._outside = None

    def _on_wanted(self) -> None:
        self._outside = None
        self._tell_count()

    def _tell_count(self) -> None:
        parts, found = self._found()
        if not self.wanted.text():
            self.told.setText("")
        elif not found:
            self.told.setText(self.tr("Not found"))
        else:
            count = len({parts[hit.index].part for hit in found})
            words = self.tr("{count} in %n part(s)", "", count)
            self.told.setText(words.format(count=len(found)))

    # Qt's interface

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
