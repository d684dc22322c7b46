"""ToolWork: what each tool of the writing room does, by its name."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from planner.domain.manuscript import Section
from planner.rules.writing import Slip
from planner.ui.report.writing.desk import Desk
from planner.ui.report.writing.in_hand import InHand
from planner.ui.report.writing.record_acts import RecordActs
from planner.ui.report.writing.review_acts import ReviewActs
from planner.ui.report.writing.signs import SIGNS, set_sign
from planner.ui.report.writing.tools import SIGN


class Room(Protocol):
    """What is asked of the room itself."""

    def stored_section(self) -> Section | None: ...

    def on_typed(self) -> None: ...

    def see_page(self) -> None: ...

    def step_part(self, by: int) -> None: ...

    def step_problem(self, by: int) -> None: ...


class ToolWork:
    """Over the part in hand; what makes records stores first what was typed."""

    def __init__(
        self, room: Room, hand: InHand, desk: Desk, records: RecordActs, review: ReviewActs
    ) -> None:
        self._room, self._hand, self._desk = room, hand, desk
        self._records, self._review = records, review
        bar = desk.find_bar
        self._work: Mapping[str, Callable[[], object]] = {
            **{name: partial(set_sign, desk.edit, name) for name in SIGNS},
            "finding": partial(self._mark, "finding"),
            "recommendation": partial(self._mark, "recommendation"),
            "promise": partial(self._mark, "promise"),
            "refer": self._refer,
            "fill": self._fill,
            "comment": self._comment,
            "mend": lambda: self._mend(desk.proofreading.nearest),
            "mend_all": lambda: self._mend(desk.proofreading.slips),
            "find": bar.open,
            "find_next": partial(bar.seek, 1),
            "find_before": partial(bar.seek, -1),
            "see_page": room.see_page,
            "next_problem": partial(room.step_problem, 1),
            "previous_problem": partial(room.step_problem, -1),
            "next_part": partial(room.step_part, 1),
            "previous_part": partial(room.step_part, -1),
        }

    def run(self, name: str) -> None:
        self._work[name]()

    def _refer(self) -> None:
        """As if the sign had been typed behind what is chosen."""
        edit = self._desk.edit
        edit.setFocus()
        cursor = edit.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        edit.setTextCursor(cursor)
        edit.insert_markup(SIGN)

    def _mend(self, found: Sequence[Slip]) -> None:
        if found:
            self._desk.proofreading.put_right(found, self._hand.faces)
            self._room.on_typed()

    def _mark(self, kind: str) -> None:
        """What is chosen, or the paragraph of the cursor, becomes a record tied to its place."""
        edit = self._desk.edit
        cursor = edit.textCursor()
        if not cursor.hasSelection():
            cursor.select(cursor.SelectionType.BlockUnderCursor)
        words = _words(cursor.selectedText())
        at = edit.written.source_at(cursor.selectionEnd())
        if section := self._room.stored_section():
            self._records.mark(section, kind, min(at, len(section.text)), words)

    def _fill(self) -> None:
        self._room.stored_section()
        self._records.fill()

    def _comment(self) -> None:
        quoted = _words(self._desk.edit.textCursor().selectedText())
        self._review.ask_comment(self._room.stored_section(), quoted)


def _words(chosen: str) -> str:
    """Without the ends of lines that Qt puts into what is chosen."""
    return chosen.strip("\u2029\u2028 ")
