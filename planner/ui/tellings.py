"""Tellings: what a window says of what happened, in its toast and in a bar over the page."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from planner.domain.changes import EditName
from planner.domain.errors import PlannerError
from planner.ui.appearance import Pigment
from planner.ui.components.buttons import Button
from planner.ui.drawing.states import Look
from planner.ui.editor import Editor
from planner.ui.icons import Icon
from planner.ui.main_frame import MainFrame
from planner.words import Words

_LONGEST_NAME = 48
_AS_ONE_TYPES = frozenset({"write_section"})
"""Edits that are made at every pause; telling each would stand in the way of the next word."""


def phrase(words: Words, name: EditName) -> str:
    return words(f"edit.{name.code}", **name.values)


class Tellings(QObject):
    """One sentence at a time; the last stands until it is answered or something else happens."""

    merge_asked = Signal(object)  # path of a copy
    today_asked = Signal()

    def __init__(self, frame: MainFrame, words: Words, editor: Editor) -> None:
        super().__init__(frame)
        self._frame, self._words, self._editor = frame, words, editor
        editor.undo_stack.changed.connect(self._name_undo)
        editor.refused.connect(self.refusal)
        editor.stored.connect(self._stored)
        self._name_undo()

    def refusal(self, error: PlannerError) -> None:
        """In a bar over the page; a dialog that is open tells its own beside the field."""
        if QApplication.activeModalWidget() is None:
            sentence = self._words.error(error)
            self._frame.tell(sentence, Icon.MUST, Pigment.CINNABAR, self._button())

    def hint(self, sentence: str) -> None:
        self._frame.tell(sentence, Icon.INFO, Pigment.INK2, self._button())

    def saved(self, path: str) -> None:
        self._frame.withdraw()
        self._frame.tell_done(self.tr("Saved as {path}").format(path=Path(path).name))

    def same(self, copy: Path) -> None:
        """A copy that was to be merged."""
        sentence = self.tr("“{file}” holds nothing that the store has not; it was set aside.")
        self._frame.tell_done(sentence.format(file=copy.name))

    def copies(self, copies: Sequence[Path]) -> None:
        """Two machines changed the store, and a service kept both; the first is merged first."""
        merge = self._button(self.tr("Merge…"))
        merge.clicked.connect(lambda: self.merge_asked.emit(copies[0]))
        sentence = self.tr("A syncing service laid “{file}” beside the store: both were changed.")
        told = sentence.format(file=copies[0].name)
        self._frame.tell(told, Icon.MERGE, Pigment.CINNABAR, merge)

    def digest(self, sentence: str) -> None:
        """What is owed today, with the way there."""
        show = self._button(self.tr("Show Today"))
        show.clicked.connect(self.today_asked)
        self._frame.tell(sentence, Icon.CLOCK, Pigment.INDIGO, show)

    def _button(self, words: str = "") -> Button:
        """Any of them takes the sentence away."""
        button = Button(words or self.tr("Dismiss"), look=Look.QUIET, small=True)
        button.clicked.connect(self._frame.withdraw)
        return button

    def _stored(self, name: EditName) -> None:
        self._frame.withdraw()
        if name.code in _AS_ONE_TYPES:
            return
        done = phrase(self._words, name)
        self._frame.tell_done(done[:1].upper() + done[1:], self._editor.undo_stack.undo)

    def _name_undo(self) -> None:
        stack, frame = self._editor.undo_stack, self._frame
        undo = self.tr("&Undo: {what}") if stack.undo_text else self.tr("&Undo")
        redo = self.tr("&Redo: {what}") if stack.redo_text else self.tr("&Redo")
        frame.undo.setText(undo.format(what=_short(stack.undo_text)))
        frame.redo.setText(redo.format(what=_short(stack.redo_text)))
        frame.undo.setEnabled(bool(stack.undo_text))
        frame.redo.setEnabled(bool(stack.redo_text))


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
