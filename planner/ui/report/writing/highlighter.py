"""Signs of the markup drawn faintly, marked words as they will stand, hints underlined."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from planner.ui.appearance import Pigment, tokens

_LINE_SIGN = re.compile(r"^(#{1,6}|-{1,6}|>)(?=[ \t\u3000]+\S)|^\|\+|\|")
_STRONG = re.compile(r"(\*\*)(?=\S)(.+?)(?<=\S)(\*\*)")
_EMPHASIS = re.compile(r"(?<![*\\])(\*)(?=[^\s*])([^*]+?)(?<=\S)(\*)(?!\*)")
_RAISED = re.compile(r"(\^\{|_\{)([^{}]+)(\})")
_NOTE = re.compile(r"(\^\[)([^\]]+)(\])")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_DASHES = re.compile(r"\|(?:[ \t]*:?-+:?[ \t]*\|)+$")

Change = Callable[[QTextCharFormat], None]
Hints = Mapping[int, Sequence[tuple[int, int, Pigment]]]
"""By line: where from, how long, in which pigment."""


class Highlighter(QSyntaxHighlighter):
    """Draws over the document and changes nothing in it."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._hints: Hints = {}

    def show_hints(self, hints: Hints) -> None:
        if hints == self._hints:
            return
        lines = {*hints, *self._hints}
        self._hints = hints
        for number in lines:
            block = self.document().findBlockByNumber(number)
            if block.isValid():
                self.rehighlightBlock(block)

    # Qt's interface

    def highlightBlock(self, text: str) -> None:
        for match in _LINE_SIGN.finditer(text):
            if match.start() == 0 or text.startswith("|"):
                self._paint(*match.span(), _faint)
        if _DASHES.match(text):
            self._paint(0, len(text), _faint)
        for pattern, change in _MARKED:
            for match in pattern.finditer(text):
                self._paint(*match.span(1), _faint)
                self._paint(*match.span(2), change)
                self._paint(*match.span(3), _faint)
        for match in _ESCAPE.finditer(text):
            self._paint(*match.span(), _faint)
        self._draw_hints()

    def _draw_hints(self) -> None:
        for start, length, pigment in self._hints.get(self.currentBlock().blockNumber(), ()):
            self._paint(start, start + length, partial(_wave, pigment=pigment))

    def _paint(self, start: int, end: int, change: Change) -> None:
        """Over whatever is drawn there already."""
        for position in range(start, end):
            made = QTextCharFormat(self.format(position))
            change(made)
            self.setFormat(position, 1, made)


def _faint(made: QTextCharFormat) -> None:
    made.setForeground(tokens().color(Pigment.INK3))


def _second(made: QTextCharFormat) -> None:
    made.setForeground(tokens().color(Pigment.INK2))


def _bold(made: QTextCharFormat) -> None:
    made.setFontWeight(QFont.Weight.Bold)


def _underlined(made: QTextCharFormat) -> None:
    """Chinese has no italics: a line below, as papers print it."""
    made.setFontUnderline(True)


def _raised(made: QTextCharFormat) -> None:
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)


def _wave(made: QTextCharFormat, pigment: Pigment) -> None:
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    made.setUnderlineColor(tokens().color(pigment))


_MARKED: tuple[tuple[re.Pattern[str], Change], ...] = (
    (_STRONG, _bold),
    (_EMPHASIS, _underlined),
    (_RAISED, _raised),
    (_NOTE, _second),
)
