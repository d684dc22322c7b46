"""Differences shown word by word: what was is struck through, what came stands on a tint."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QTextBrowser, QWidget

from planner.rules.revision import Stretch
from planner.ui.appearance import Dressed, Pigment, Type, px, tokens, typeface
from planner.ui.components.panels import Dialog

_PAD = 10
_CONTEXT = 40
"""Characters of what stayed that are shown round a change."""


class DifferenceText(QTextBrowser, Dressed):
    """Several texts under their headings; each change also has a sign, not its colour alone."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: Sequence[tuple[str, Sequence[Stretch]]] = ()
        self.setAccessibleName(name)
        self.setMinimumHeight(px(240))
        self.document().setDocumentMargin(px(_PAD))

    def show_texts(self, texts: Iterable[tuple[str, Sequence[Stretch]]]) -> None:
        self._texts = tuple(texts)
        self.dress()

    def dress(self) -> None:
        self.clear()
        cursor = self.textCursor()
        for heading, stretches in self._texts:
            if heading:
                cursor.insertText(f"{heading}\n", _look(bold=True))
            for at, stretch in enumerate(stretches):
                if stretch.is_old:
                    cursor.insertText(f"[−{stretch.text}]", _look(Pigment.CINNABAR, struck=True))
                elif stretch.is_new:
                    cursor.insertText(f"[+{stretch.text}]", _look(Pigment.PINE))
                else:
                    last = at == len(stretches) - 1
                    cursor.insertText(_shortened(stretch.text, at == 0, last), _look())
            cursor.insertText("\n\n", _look())
        self.moveCursor(cursor.MoveOperation.Start)


class DifferenceDialog(Dialog):
    """Something to read, and nothing to decide."""

    WIDTH = 680

    def __init__(
        self,
        title: str,
        texts: Iterable[tuple[str, Sequence[Stretch]]],
        parent: QWidget,
        close: str,
        reason: str = "",
    ) -> None:
        super().__init__(title, close, parent, reason=reason)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.safe.hide()
        shown = DifferenceText(title)
        shown.setMinimumHeight(px(360))
        shown.show_texts(texts)
        self.body.addWidget(shown)


def _look(
    pigment: Pigment | None = None, *, bold: bool = False, struck: bool = False
) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(typeface(Type.STRONG if bold else Type.BASE))
    made.setForeground(tokens().color(pigment or Pigment.INK))
    made.setBackground(tokens().tint(pigment) if pigment else QColor(0, 0, 0, 0))
    made.setFontStrikeOut(struck)
    return made


def _shortened(text: str, is_first: bool, is_last: bool) -> str:
    """What stayed, as far as it tells where a change stands; all of it where nothing changed."""
    if len(text) <= 2 * _CONTEXT or (is_first and is_last):
        return text
    head = "" if is_first else text[:_CONTEXT]
    tail = "" if is_last else text[-_CONTEXT:]
    return f"{head} … {tail}"
