"""The signs of the manuscript that tools set: round words, before lines, behind a paragraph."""

from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from planner.ui.report.writing.manuscript_edit import ManuscriptEdit

_ROUND_WORDS = MappingProxyType(
    {"strong": ("**", "**"), "emphasis": ("*", "*"), "note": ("^[", "]")}
)
_BEFORE_LINES = MappingProxyType({"numbered": "# ", "bullet": "- ", "quote": "> "})
_INTERNAL = "{internal:paragraph}"
SIGNS = frozenset({*_ROUND_WORDS, *_BEFORE_LINES, "table", "internal"})
"""The names of the tools that only set signs."""


def set_sign(edit: ManuscriptEdit, name: str) -> None:
    if name in _ROUND_WORDS:
        edit.surround(*_ROUND_WORDS[name])
    elif name in _BEFORE_LINES:
        edit.set_line_sign(_BEFORE_LINES[name])
    elif name == "table":
        heading = QCoreApplication.translate("WritingTools", "Heading")
        edit.insert_lines(f"|+ \n| {heading} | {heading} |\n|---|---|\n|  |  |")
    else:
        _turn_internal(edit)


def _turn_internal(edit: ManuscriptEdit) -> None:
    """Mark the paragraph of the cursor as internal, or take the mark away."""
    block = edit.textCursor().block()
    start = edit.written.source_at(block.position())
    end = edit.written.source_at(block.position() + block.length() - 1)
    held = edit.markup[start:end]
    edit.go_to(start, end)
    edit.insert_markup(held.replace(_INTERNAL, "") if _INTERNAL in held else held + _INTERNAL)
