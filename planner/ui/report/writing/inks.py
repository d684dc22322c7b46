"""How words, references and signs look in the editor."""

from enum import IntEnum

from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextFormat

from planner.domain.markup import INTERNAL, OUTCOME, references
from planner.ui.appearance import Pigment, Type, px, tokens, typeface
from planner.ui.report.writing.lines import Piece

_PRINTED_UNDER_A_NUMBER = ("figure", "figures", "table", "section", "finding", "recommendation")


class Kept(IntEnum):
    """What a stretch of the document knows of the reference it shows."""

    SOURCE = QTextFormat.Property.UserProperty + 1
    FACE = QTextFormat.Property.UserProperty + 2
    NUMBER = QTextFormat.Property.UserProperty + 3  # so that two of the same never run together


def words_format() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(typeface(Type.EDITOR))
    made.setForeground(tokens().color(Pigment.INK))
    return made


def line_format() -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLineHeight(px(Type.EDITOR.line), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    made.setBottomMargin(px(8))
    return made


def reference_format(piece: Piece, number: int, is_known: bool) -> QTextCharFormat:
    """A chip where a number will print, a dotted line where a name will."""
    made, colours = words_format(), tokens()
    made.setProperty(Kept.SOURCE, piece.reference)
    made.setProperty(Kept.FACE, piece.shown)
    made.setProperty(Kept.NUMBER, number)
    kind = next((each.kind for each in references(piece.reference)), "")
    if not is_known:
        _tint(made, Pigment.CINNABAR)
    elif kind == OUTCOME:
        _tint(made, Pigment.PINE)
    elif kind == INTERNAL:
        _tint(made, Pigment.GAMBOGE)
    elif kind in _PRINTED_UNDER_A_NUMBER:
        made.setForeground(colours.color(Pigment.INDIGO))
        made.setBackground(QColor(colours.selection))
    else:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        made.setUnderlineColor(colours.color(Pigment.INDIGO))
    return made


def _tint(made: QTextCharFormat, pigment: Pigment) -> None:
    made.setForeground(tokens().color(pigment))
    made.setBackground(tokens().tint(pigment))
