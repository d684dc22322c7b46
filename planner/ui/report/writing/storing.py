"""Storing: what was typed into the part in hand becomes an edit of its section, or a new one."""

from PySide6.QtCore import QObject, Signal

from planner.domain.changes import EditName
from planner.domain.errors import StoreUnavailable
from planner.store.unit_of_work import UnitOfWork
from planner.ui.editor import Editor
from planner.ui.report.writing.in_hand import InHand
from planner.ui.report.writing.manuscript_edit import ManuscriptEdit
from planner.ui.report.writing.outline import OutlineLine
from planner.usecases.writing import add_section, store_text


class Storing(QObject):
    begun = Signal()  # a chapter nobody had written became a section
    refused = Signal(object)  # PlannerError

    def __init__(self, hand: InHand, editor: Editor, edit: ManuscriptEdit, parent: QObject) -> None:
        super().__init__(parent)
        self._hand, self._editor, self._edit = hand, editor, edit

    def store(self) -> bool:
        """One pause, one edit; False where the store is away, and the text waits for it."""
        line, text = self._hand.line, self._edit.markup.strip()
        if line is None or self._hand.delegation is None or self._is_stored(line, text):
            return True
        key = line.section

        def use_case(work: UnitOfWork) -> None:
            if key is not None:
                store_text(work, key, text)
            else:
                self._begin(work, line, text)

        error = self._editor.attempt(EditName("write_section", {"what": line.heading}), use_case)
        if error is not None:
            self.refused.emit(error)
        elif key is None:
            self.begun.emit()
        return not isinstance(error, StoreUnavailable)

    def _is_stored(self, line: OutlineLine, text: str) -> bool:
        if line.section is None:
            return not text
        section = self._hand.section
        return section is not None and section.text == text

    def _begin(self, work: UnitOfWork, line: OutlineLine, text: str) -> None:
        values = {
            "delegation_id": self._hand.delegation,
            "meaning": line.meaning,
            "heading": line.heading,
            "text": text,
        }
        add_section(work, values, line.index)
