"""Editor: the only way from a window to a write; undo and redo over the whole store."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from planner.domain.changes import EditName
from planner.domain.errors import PlannerError
from planner.queries.history import undo_stack
from planner.store.database import Committed, Database
from planner.store.unit_of_work import UnitOfWork

T = TypeVar("T")


class Editor(QObject):
    """Runs use cases. The stack it shows is the store's own journal, so it outlives closing.

    Each window has one; what another window stores stands on its stack too.
    """

    changed = Signal(object)  # ChangeSet, after each edit, undo and redo, whoever made it
    refused = Signal(object)  # PlannerError
    stored = Signal(object)  # EditName of what a person just did

    def __init__(
        self,
        database: Database,
        phrase: Callable[[EditName], str],
        parent: QObject | None = None,
    ) -> None:
        """`phrase` says the name of an edit in the language of the window."""
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._database = database
        self._phrase = phrase
        self._is_mine = False
        self._committed: Committed | None = None
        self.retell()
        self._stop_observing = database.observe(self._on_committed)

    def close(self) -> None:
        """The window goes; the store no longer tells it anything."""
        self._stop_observing()

    def run(self, name: EditName, use_case: Callable[[UnitOfWork], T]) -> T | None:
        """Run a use case as one edit; None when it was refused, which `refused` tells."""
        try:
            return self._store(name, use_case)
        except PlannerError as error:
            self.refused.emit(error)
            return None

    def attempt(
        self, name: EditName, use_case: Callable[[UnitOfWork], object]
    ) -> PlannerError | None:
        """Run a use case for a form, which shows a refusal beside its fields; None when done."""
        try:
            self._store(name, use_case)
        except PlannerError as error:
            return error
        return None

    def retell(self) -> None:
        """Fill the stack from the journal."""
        with self._database.read() as session:
            stack = undo_stack(session)
        self.undo_stack.clear()
        edits = (*stack.done, *reversed(stack.undone))
        for edit in edits:
            self.undo_stack.push(_StoredEdit(self, edit.number, self._phrase(edit.name)))
        # moving the mark must not undo in the store what is undone there already
        for index in range(len(edits) - 1, len(stack.done) - 1, -1):
            command = self.undo_stack.command(index)
            if isinstance(command, _StoredEdit):
                command.skip_next()
        self.undo_stack.setIndex(len(stack.done))

    def take_back(self, number: int) -> bool:
        return self._again(lambda: self._database.undo(number))

    def make_again(self, number: int) -> bool:
        return self._again(lambda: self._database.redo(number))

    def _store(self, name: EditName, use_case: Callable[[UnitOfWork], T]) -> T:
        self._is_mine, self._committed = True, None
        try:
            with self._database.begin(name) as work:
                result = use_case(work)
        finally:
            self._is_mine = False
        if self._committed is not None:
            self.undo_stack.push(_StoredEdit(self, self._committed.number, self._phrase(name)))
            self.stored.emit(name)
        return result

    def _again(self, act: Callable[[], Committed]) -> bool:
        self._is_mine = True
        try:
            act()
        except PlannerError as error:
            self.refused.emit(error)
            return False
        finally:
            self._is_mine = False
        return True

    def _on_committed(self, committed: Committed) -> None:
        self._committed = committed
        if not self._is_mine:
            self.retell()
        self.changed.emit(committed.changes)


class _StoredEdit(QUndoCommand):
    """An edit that is stored already, so Qt's first redo has nothing to do."""

    def __init__(self, editor: Editor, number: int, text: str) -> None:
        super().__init__(text)
        self._editor = editor
        self._number = number
        self._skips = True

    def skip_next(self) -> None:
        self._skips = True

    def redo(self) -> None:
        if self._is_due() and not self._editor.make_again(self._number):
            self.setObsolete(True)

    def undo(self) -> None:
        if self._is_due() and not self._editor.take_back(self._number):
            self.setObsolete(True)

    def _is_due(self) -> bool:
        is_due, self._skips = not self._skips, False
        return is_due
