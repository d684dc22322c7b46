"""The signs that lines begin with: items go on, go deeper, end; in tables one goes cell by cell."""

import re

from PySide6.QtGui import QTextCursor

from planner.ui.report.writing.inks import line_format, words_format

_ITEM = re.compile(r"^(?P<sign>#{1,6}|-{1,6})[ \t\u3000]+(?P<rest>.*)$", re.DOTALL)
_SIGN = re.compile(r"(?:#{1,6}|-{1,6}|>)[ \t\u3000]*")
_DEEPEST = 6
Move = QTextCursor.MoveOperation
Keep = QTextCursor.MoveMode.KeepAnchor


def set_sign(cursor: QTextCursor, sign: str, *, replaces: bool = False) -> None:
    """Give the line of a cursor another sign, or take an equal one away."""
    block = cursor.block()
    match = _SIGN.match(block.text())
    held = match[0] if match else ""
    edit = QTextCursor(block)
    edit.setPosition(block.position())
    edit.setPosition(block.position() + len(held), Keep)
    wanted = "" if held.strip() == sign.strip() and not replaces else sign
    edit.insertText(wanted, words_format())


def go_on(cursor: QTextCursor) -> bool:
    """An item goes on to the next one; an empty one ends the list."""
    match = _ITEM.match(cursor.block().text().rstrip() + " ")
    if match is None or cursor.hasSelection():
        return False
    if not match["rest"].strip():
        set_sign(cursor, "")
        return True
    if cursor.positionInBlock() <= len(match["sign"]):
        return False
    cursor.insertBlock(line_format(), words_format())
    cursor.insertText(match["sign"] + " ", words_format())
    return True


def shift(cursor: QTextCursor, by: int) -> bool:
    """An item one level deeper or higher; in a table the next cell."""
    text = cursor.block().text()
    if match := _ITEM.match(text + " "):
        sign = match["sign"]
        if 1 <= len(sign) + by <= _DEEPEST:
            set_sign(cursor, sign[0] * (len(sign) + by) + " ", replaces=True)
        return True
    return text.startswith("|") and _next_cell(cursor, by)


def _next_cell(cursor: QTextCursor, by: int) -> bool:
    text, place = cursor.block().text(), cursor.positionInBlock()
    bars = [index for index, sign in enumerate(text) if sign == "|"][:-1]
    wanted = [bar for bar in bars if (bar >= place if by > 0 else bar + 2 < place)]
    if wanted:
        bar = wanted[0] if by > 0 else wanted[-1]
        cursor.setPosition(cursor.block().position() + min(bar + 2, len(text)))
    elif not cursor.movePosition(Move.NextBlock if by > 0 else Move.PreviousBlock):
        return False
    else:
        cursor.movePosition(Move.EndOfBlock if by < 0 else Move.NextWord)
    return True
