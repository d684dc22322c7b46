"""HelpText: Markdown set as one would set a book, in the faces and inks of the window."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from planner.ui.appearance import Dressed, Ground, Pigment, Type, px, tokens, typeface
from planner.ui.components.boxes import lay_on
from planner.ui.drawing.states import FieldState

_LINE = 22  # more than forms have: it is read, not looked up
_KINDS = {1: Type.TITLE, 2: Type.STRONG}
_ABOVE = {1: 0, 2: 14}
_BELOW = {1: 10, 2: 2}
_AFTER_TEXT = 7
_AFTER_ITEM = 3


class HelpText(QTextBrowser, Dressed):
    """Tab goes from link to link and then on; a link asks for a page by its key."""

    page_asked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._markdown = ""
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("field_state", FieldState.BARE.value)
        self.setOpenLinks(False)
        lay_on(self, Ground.SHEET)
        lay_on(self.viewport(), Ground.SHEET)
        self.anchorClicked.connect(self._on_clicked)
        self.dress()

    def show_markdown(self, markdown: str) -> None:
        self._markdown = markdown
        self.dress()
        self.verticalScrollBar().setValue(0)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def dress(self) -> None:
        document = self.document()
        document.setDefaultFont(typeface(Type.BASE))
        document.setDocumentMargin(px(16))
        document.setIndentWidth(px(18))
        document.setMarkdown(self._markdown)
        block = document.begin()
        while block.isValid():
            _set_block(block)
            block = block.next()

    def _on_clicked(self, link: QUrl) -> None:
        self.page_asked.emit(link.toString())


def _set_block(block: QTextBlock) -> None:
    """Space and weight of one paragraph, heading or item; then its words."""
    cursor = QTextCursor(block)
    given, level = block.blockFormat(), block.blockFormat().headingLevel()
    is_item = block.textList() is not None
    shape = QTextBlockFormat()
    shape.setTopMargin(px(_ABOVE.get(level, 0)))
    shape.setBottomMargin(px(_BELOW.get(level, _AFTER_ITEM if is_item else _AFTER_TEXT)))
    shape.setLineHeight(px(_LINE), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    shape.setIndent(given.indent())
    cursor.mergeBlockFormat(shape)
    for place in _pieces(block):
        start, length, words = place
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_worn(words, _KINDS.get(level)))


def _pieces(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Runs of words that look alike, collected before any is changed."""
    iterator, pieces = block.begin(), list[tuple[int, int, QTextCharFormat]]()
    while not iterator.atEnd():
        piece = iterator.fragment()
        pieces.append((piece.position(), piece.length(), piece.charFormat()))
        iterator += 1
    return pieces


def _worn(words: QTextCharFormat, kind: Type | None) -> QTextCharFormat:
    """A key stands on its cap's ground, a link in indigo, a heading in its type."""
    worn, colours = QTextCharFormat(words), tokens()
    worn.clearProperty(QTextFormat.Property.FontSizeAdjustment)  # Markdown's own, of headings
    if kind is not None:
        worn.setFont(typeface(kind))
        worn.setForeground(colours.color(Pigment.INK))
    elif words.isAnchor():
        worn.setForeground(colours.color(Pigment.INDIGO))
        worn.setFontUnderline(True)
    elif words.fontFixedPitch():
        worn.setFont(typeface(Type.SMALL))
        worn.setForeground(colours.color(Pigment.INK2))
        worn.setBackground(colours.tint(Pigment.INK2))
    elif words.fontItalic():  # Chinese has none: what stands in menus is said in bold
        font = QFont(typeface(Type.BASE))
        font.setWeight(QFont.Weight.Bold)
        font.setItalic(False)
        worn.setFont(font)
    return worn
