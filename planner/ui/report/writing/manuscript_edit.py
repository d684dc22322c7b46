"""ManuscriptEdit: the text of one section, its references as they will print."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from planner.domain.markup import Reference, escape, references
from planner.ui.appearance import Dressed, Ground, px
from planner.ui.carried import local_paths
from planner.ui.components.boxes import lay_on
from planner.ui.drawing.states import FieldState
from planner.ui.report.writing.highlighter import Highlighter
from planner.ui.report.writing.inks import Kept, line_format, reference_format, words_format
from planner.ui.report.writing.line_signs import go_on, set_sign, shift
from planner.ui.report.writing.lines import SOFT_BREAK, Line, Piece, Written, shown_lines, written

_ASKED = re.compile(r"[@＠](?P<words>[^\s@＠，。、；：「」（）()]{0,20})$")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffc-\uffff]")
_MARGIN = 20
Move = QTextCursor.MoveOperation
Keep = QTextCursor.MoveMode.KeepAnchor


class ManuscriptEdit(QTextEdit, Dressed):
    """Keeps no history of its own: what was stored can be undone like any other edit."""

    typed = Signal()  # the person changed the text
    asked = Signal(str)  # what stands behind an @; empty right behind it
    unasked = Signal()
    moved = Signal()  # the cursor
    left = Signal()  # the focus

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("field_state", FieldState.BARE.value)  # the cursor says where one is
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(self.wordWrapMode().WrapAtWordBoundaryOrAnywhere)
        lay_on(self.viewport(), Ground.SHEET)
        self.highlighter = Highlighter(self.document())
        self._face: Callable[[Reference], str] = lambda reference: reference.source
        self._is_known: Callable[[Reference], bool] = lambda reference: True
        self._written: Written | None = None
        self._serial = 0
        self._is_showing = False
        self._copied = ("", "")
        self._before = 0
        self.key_first: Callable[[QKeyEvent], bool] = lambda event: False
        self.document().contentsChanged.connect(self._on_contents_changed)
        self.cursorPositionChanged.connect(self._on_moved)
        self.dress()

    # What is shown

    def show_markup(
        self,
        markup: str,
        face: Callable[[Reference], str],
        is_known: Callable[[Reference], bool],
        *,
        is_new: bool = False,
    ) -> None:
        """Show a text; the cursor stays where it was unless the text is another one."""
        self._face, self._is_known = face, is_known
        lines = shown_lines(markup, face)
        if not is_new and self._shows(markup):
            return
        at = 0 if is_new else self.written.source_at(self.textCursor().position())
        across = 0 if is_new else self.verticalScrollBar().value()
        self._is_showing = True
        self._fill(lines)
        self._is_showing = False
        self.go_to(at)
        self.verticalScrollBar().setValue(across)

    def _shows(self, markup: str) -> bool:
        """Whether it stands here already; empty lines just begun are no difference."""
        faces = ((each.shown, each.reference) for _, _, each in self.written.places)
        return self.markup.strip() == markup.strip() and all(
            shown == self._face(references(source)[0]) for shown, source in faces if source
        )

    def _fill(self, lines: tuple[Line, ...]) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        cursor.setBlockFormat(line_format())
        cursor.setBlockCharFormat(words_format())
        for number, line in enumerate(lines):
            if number:
                cursor.insertBlock(line_format(), words_format())
            for piece in line:
                self._insert(cursor, piece)
        cursor.endEditBlock()

    def _insert(self, cursor: QTextCursor, piece: Piece) -> None:
        if not piece.reference:
            cursor.insertText(piece.shown, words_format())
            return
        self._serial += 1
        (reference,) = references(piece.reference)
        cursor.insertText(
            piece.shown, reference_format(piece, self._serial, self._is_known(reference))
        )

    # What is written

    @property
    def written(self) -> Written:
        if self._written is None:
            self._written = written(self._lines())
        return self._written

    @property
    def markup(self) -> str:
        return self.written.markup

    def _lines(self) -> tuple[Line, ...]:
        block, found = self.document().begin(), []
        while block.isValid():
            found.append(tuple(_pieces(block)))
            block = block.next()
        return tuple(found)

    @property
    def source_position(self) -> int:
        return self.written.source_at(self.textCursor().position())

    @property
    def selected_markup(self) -> str:
        cursor = self.textCursor()
        ends = (cursor.selectionStart(), cursor.selectionEnd())
        start, end = (self.written.source_at(each) for each in ends)
        return self.markup[start:end]

    def go_to(self, start: int, end: int | None = None) -> None:
        """Put the cursor at a place of the markup, or choose a stretch of it."""
        last = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(self.written.shown_at(start), last))
        if end is not None:
            cursor.setPosition(min(self.written.shown_at(end), last), Keep)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def insert_markup(self, markup: str) -> None:
        """In the place of what is chosen, references as references."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        for number, line in enumerate(shown_lines(markup, self._face)):
            if number:
                cursor.insertBlock(line_format(), words_format())
            for piece in line:
                self._insert(cursor, piece)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(words_format())

    def insert_lines(self, lines: str) -> None:
        """Markup that has lines of its own, below the line of the cursor."""
        cursor = self.textCursor()
        cursor.movePosition(Move.EndOfBlock)
        if cursor.block().text().strip():
            cursor.insertBlock(line_format(), words_format())
        self.setTextCursor(cursor)
        self.insert_markup(lines)

    def answer(self, markup: str) -> None:
        """Put a reference in the place of the `@` and what was typed behind it."""
        cursor = self.textCursor()
        if match := _ASKED.search(self._before_cursor()):
            cursor.movePosition(Move.Left, Keep, len(match[0]))
            self.setTextCursor(cursor)
        self.insert_markup(markup)

    def surround(self, before: str, after: str) -> None:
        """Signs round what is chosen; taken away where they stand there already."""
        chosen = self.selected_markup
        if chosen.startswith(before) and chosen.endswith(after) and len(chosen) > len(before):
            self.insert_markup(chosen[len(before) : len(chosen) - len(after)])
            return
        self.insert_markup(f"{before}{chosen}{after}")
        if not chosen:
            cursor = self.textCursor()
            cursor.movePosition(Move.Left, n=len(after))
            self.setTextCursor(cursor)

    def set_line_sign(self, sign: str) -> None:
        """Begin the chosen lines with a sign, `# ` or `- ` or `> `; without, where they have it."""
        cursor = self.textCursor()
        first, last = (
            self.document().findBlock(each).blockNumber()
            for each in (cursor.selectionStart(), cursor.selectionEnd())
        )
        cursor.beginEditBlock()
        for number in range(first, last + 1):
            set_sign(QTextCursor(self.document().findBlockByNumber(number)), sign)
        cursor.endEditBlock()

    def _before_cursor(self) -> str:
        cursor = self.textCursor()
        return cursor.block().text()[: cursor.positionInBlock()]

    # References are one thing: the cursor never stands in one

    def _around(self, position: int) -> tuple[int, int] | None:
        """The reference that a place is inside of."""
        for at, _, piece in self.written.places:
            if piece.reference and at < position < at + len(piece.shown):
                return at, at + len(piece.shown)
        return None

    def _beside(self, position: int, *, is_before: bool) -> tuple[int, int] | None:
        """The reference that ends, or begins, at a place."""
        for at, _, piece in self.written.places:
            edge = at + len(piece.shown) if is_before else at
            if piece.reference and edge == position:
                return at, at + len(piece.shown)
        return None

    def _on_moved(self) -> None:
        if self._is_showing:
            return
        cursor = self.textCursor()
        position = cursor.position()
        if inside := self._around(position):
            goes_on = position > self._before
            mode = Keep if cursor.hasSelection() else QTextCursor.MoveMode.MoveAnchor
            cursor.setPosition(inside[1] if goes_on else inside[0], mode)
            self._before = cursor.position()
            self.setTextCursor(cursor)
            return
        self._before = position
        if not cursor.hasSelection() and self.currentCharFormat().hasProperty(Kept.SOURCE):
            self.setCurrentCharFormat(words_format())
        self.moved.emit()

    def _on_contents_changed(self) -> None:
        self._written = None
        if not self._is_showing:
            self.typed.emit()
            self._tell_asked()

    def _tell_asked(self) -> None:
        match = _ASKED.search(self._before_cursor())
        if match:
            self.asked.emit(match["words"])
        else:
            self.unasked.emit()

    # Keys

    def _with_cursor(self, act: Callable[[QTextCursor], bool]) -> bool:
        """Let something be done at the cursor, which then stands where that leaves it."""
        cursor = self.textCursor()
        if not act(cursor):
            return False
        self.setTextCursor(cursor)
        return True

    def _remove_reference(self, *, is_before: bool) -> bool:
        cursor = self.textCursor()
        beside = self._beside(cursor.position(), is_before=is_before)
        if cursor.hasSelection() or beside is None:
            return False
        cursor.setPosition(beside[0])
        cursor.setPosition(beside[1], Keep)
        cursor.removeSelectedText()
        return True

    # Qt's interface

    def dress(self) -> None:
        self.document().setDocumentMargin(px(_MARGIN))
        self._is_showing = True
        self._fill(self._lines())
        self._is_showing = False

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the window's; what was typed is stored before they act."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                self.left.emit()
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(
            QKeySequence.StandardKey.Cut
        ):
            self._remember_copied()
        if self._takes(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def _takes(self, event: QKeyEvent) -> bool:
        if self.key_first(event):
            return True
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if is_plain:
                return self._with_cursor(go_on)
            case Qt.Key.Key_Tab if is_plain:
                return self._with_cursor(partial(shift, by=1))
            case Qt.Key.Key_Backtab:
                return self._with_cursor(partial(shift, by=-1))
            case Qt.Key.Key_Backspace:
                return self._remove_reference(is_before=True)
            case Qt.Key.Key_Delete if is_plain:
                return self._remove_reference(is_before=False)
        return False

    def _remember_copied(self) -> None:
        """What is copied here comes back with its references."""
        shown = self.textCursor().selection().toPlainText()
        self._copied = (shown, self.selected_markup)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """A file dropped here is the window's, not its name as text."""
        return not local_paths(source) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if text and text == self._copied[0]:
            self.insert_markup(self._copied[1])
            return
        plain = _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
        # a brace from elsewhere is a brace; signs of lists and tables may be pasted as such
        self.insert_markup("\n\n".join(filter(None, map(_pasted, plain.split("\n")))))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What is composed is not text yet; committed words are typed like any other."""
        super().inputMethodEvent(event)
        if event.commitString():
            self._tell_asked()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.unasked.emit()

    def cursor_line(self) -> QRect:
        """The line of the cursor on the widget."""
        rect = self.cursorRect()
        return rect.translated(self.viewport().pos())


def _pieces(block: QTextBlock) -> Iterator[Piece]:
    """The pieces of a line. A reference whose face was broken is words again."""
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        text, look = fragment.text(), fragment.charFormat()
        source, face = look.stringProperty(Kept.SOURCE), look.stringProperty(Kept.FACE)
        before, found, after = text.partition(face) if source and face else (text, "", "")
        for words in (before, found, after):
            if words is found and found:
                yield Piece(face, source, source)
            elif words:
                yield Piece.of_words(words)
        fragments += 1


def _pasted(line: str) -> str:
    line = line.replace(SOFT_BREAK, " ").rstrip()
    return line if re.match(r"[#|>-]", line) else escape(line)
