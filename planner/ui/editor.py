"""Editor: the only way from a window to a write; undo and redo over the whole store."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import get_ident
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QObject, Signal

from planner.domain.changes import EditName
from planner.domain.errors import PlannerError
from planner.queries.history import change_count, undo_stack
from planner.store.database import Database
from planner.store.news import Committed
from planner.store.unit_of_work import UnitOfWork
from planner.ui.collector import many_rows
from planner.ui.jobs import Job, Jobs

T = TypeVar("T")
_AT_ONCE = 40
"""So many changes are made or undone while one waits; more in a thread."""


@dataclass(frozen=True, slots=True)
class StoredEdit:
    """An edit as the menus name it."""

    number: int
    text: str


class EditStack(QObject):
    """What can be undone and redone, by the numbers that the journal gave.

    Not a `QUndoStack`: the journal is the stack, so there are no commands to keep. (Python's
    search for cycles also frees the commands of such a stack twice, which ends the program.)
    """

    changed = Signal()

    def __init__(
        self,
        take_back: Callable[[int], bool],
        make_again: Callable[[int], bool],
        parent: QObject | None = None,
    ) -> None:
        """The two acts undo and redo an edit in the store; False when the store refused."""
        super().__init__(parent)
        self._take_back = take_back
        self._make_again = make_again
        self._done: list[StoredEdit] = []
        self._undone: list[StoredEdit] = []  # the next to be redone stands last

    def __len__(self) -> int:
        return len(self._done) + len(self._undone)

    def fill(self, done: Sequence[StoredEdit], undone: Sequence[StoredEdit]) -> None:
        self._done, self._undone = list(done), list(undone)
        self.changed.emit()

    def push(self, edit: StoredEdit) -> None:
        self.fill((*self._done, edit), ())

    @property
    def undo_text(self) -> str:
        """What undo would take back; empty when there is nothing."""
        return self._done[-1].text if self._done else ""

    @property
    def redo_text(self) -> str:
        return self._undone[-1].text if self._undone else ""

    def undo(self) -> None:
        _pass_on(self._done, self._undone, self._take_back)
        self.changed.emit()

    def redo(self) -> None:
        _pass_on(self._undone, self._done, self._make_again)
        self.changed.emit()


def _pass_on(edits: list[StoredEdit], others: list[StoredEdit], act: Callable[[int], bool]) -> None:
    """Do it for the last of `edits`; one that the store refuses is forgotten."""
    if edits:
        edit = edits.pop()
        if act(edit.number):
            others.append(edit)


class Editor(QObject):
    """Runs use cases. The stack it shows is the store's own journal, so it outlives closing.

    Each window has one; what another window stores stands on its stack too.
    """

    changed = Signal(object)  # ChangeSet, after each edit, undo and redo, whoever made it
    refused = Signal(object)  # PlannerError
    stored = Signal(object)  # EditName of what a person just did
    _told_elsewhere = Signal(object)  # Committed, of an edit that a job made in its thread

    def __init__(
        self,
        database: Database,
        phrase: Callable[[EditName], str],
        parent: QObject | None = None,
    ) -> None:
        """`phrase` says the name of an edit in the language of the window."""
        super().__init__(parent)
        self.undo_stack = EditStack(self._take_back, self._make_again, self)
        self._database = database
        self._jobs = Jobs(self)
        self._phrase = phrase
        self._is_mine = False
        self._committed: Committed | None = None
        self._is_retold = False
        self._thread = get_ident()
        self.retell()
        self._told_elsewhere.connect(self._on_committed)
        self._stop_observing = database.observe(self._on_told)

    def close(self) -> None:
        """The window goes; the store no longer tells it anything."""
        self._stop_observing()

    def run(self, name: EditName, use_case: Callable[[UnitOfWork], T], count: int = 1) -> T | None:
        """Run a use case as one edit; None when it was refused, which `refused` tells.

        `count` says how many records it changes, where they may be many.
        """
        try:
            return self._store(name, use_case, count)
        except PlannerError as error:
            self.refused.emit(error)
            return None

    def attempt(
        self, name: EditName, use_case: Callable[[UnitOfWork], object], count: int = 1
    ) -> PlannerError | None:
        """Run a use case for a form, which shows a refusal beside its fields; None when done."""
        try:
            self._store(name, use_case, count)
        except PlannerError as error:
            return error
        return None

    def retell(self) -> None:
        """Fill the stack from the journal."""
        with self._database.read() as session:
            stack = undo_stack(session, self._database.own)
        done, undone = (
            [StoredEdit(edit.number, self._phrase(edit.name)) for edit in edits]
            for edits in (stack.done, stack.undone)
        )
        self.undo_stack.fill(done, undone)

    def take_back(self, number: int) -> bool:
        """Undo an edit of any time, where nothing was built upon it; False when refused."""
        is_done = self._take_back(number)
        self.retell()
        return is_done

    def _take_back(self, number: int) -> bool:
        return self._again(number, lambda: self._database.undo(number))

    def _make_again(self, number: int) -> bool:
        return self._again(number, lambda: self._database.redo(number))

    def _store(self, name: EditName, use_case: Callable[[UnitOfWork], T], count: int) -> T:
        def store() -> T:
            with self._database.begin(name) as work:
                return use_case(work)

        self._is_mine, self._committed, self._is_retold = True, None, False
        try:
            result = self._apart(store) if count > _AT_ONCE else store()
        finally:
            self._is_mine = False
        if self._committed is not None:
            if not self._is_retold:  # what others stored meanwhile brought mine along
                self.undo_stack.push(StoredEdit(self._committed.number, self._phrase(name)))
            self.stored.emit(name)
        return result

    def _again(self, number: int, act: Callable[[], Committed]) -> bool:
        with self._database.read() as session:
            is_long = change_count(session, number) > _AT_ONCE
        self._is_mine = True
        try:
            if is_long:
                self._apart(act)
            else:
                act()
        except PlannerError as error:
            self.refused.emit(error)
            return False
        finally:
            self._is_mine = False
        return True

    def _apart(self, act: Callable[[], T]) -> T:
        """In a thread, while the window is drawn as ever; what one types or clicks waits."""
        loop, made, failed = QEventLoop(), list[T](), list[Exception]()

        def work(_: Job) -> T:
            with many_rows():
                return act()

        job = Job(work)
        job.succeeded.connect(lambda each: made.append(each))
        job.failed.connect(lambda error: failed.append(error))
        job.finished.connect(loop.quit)
        self._jobs.start(job)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if failed:
            raise failed[0]
        return made[0]

    def _on_told(self, committed: Committed) -> None:
        """Whichever thread stored it, the window hears of it in its own."""
        if get_ident() == self._thread:
            self._on_committed(committed)
        else:
            self._told_elsewhere.emit(committed)

    def _on_committed(self, committed: Committed) -> None:
        if self._is_mine and not committed.is_foreign:
            self._committed = committed
        else:
            self.retell()
            self._is_retold = True
        self.changed.emit(committed.changes)
