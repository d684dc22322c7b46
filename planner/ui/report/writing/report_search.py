"""ReportSearch: what of the report is searched, how a place of it is shown and written over."""

from collections.abc import Iterator, Sequence
from typing import Protocol
from uuid import UUID

from planner.domain.changes import EditName
from planner.domain.markup import Reference
from planner.rules.figures import figures
from planner.ui.editor import Editor
from planner.ui.report.writing.desk import Desk
from planner.ui.report.writing.in_hand import InHand
from planner.ui.report.writing.outline import OutlineLine
from planner.ui.report.writing.outline_list import OutlineList
from planner.ui.report.writing.preview import Preview
from planner.ui.report.writing.seeking import CAPTION, HEADING, Held
from planner.usecases.writing import Reworded, reword


class Room(Protocol):
    """What is asked of the room itself."""

    def keep(self) -> None: ...

    def reload(self) -> None: ...


class ReportSearch:
    """Headings and text part after part, and the captions of the figures behind them."""

    def __init__(
        self,
        room: Room,
        hand: InHand,
        editor: Editor,
        outline: OutlineList,
        desk: Desk,
        preview: Preview,
    ) -> None:
        self._room, self._hand, self._editor = room, hand, editor
        self._outline, self._desk, self._preview = outline, desk, preview

    def keep(self) -> None:
        self._room.keep()

    def held(self) -> Sequence[Held]:
        """In the order of the outline, with what is just being typed."""
        return [*(held for line in self._outline.lines for held in self._of(line)), *self._shown()]

    def _of(self, line: OutlineLine) -> Iterator[Held]:
        section = self._hand.section_of(line)
        is_own = section is not None and section.heading == line.heading
        yield Held(line.key, line.heading, HEADING, line.section, is_own)
        is_here = line.key == self.part_in_hand()
        written = section.text if section else ""
        yield Held(line.key, self._desk.edit.markup if is_here else written, record=line.section)

    def _shown(self) -> Iterator[Held]:
        for photo in figures(self._hand.dossier) if self._hand.dossier else ():
            yield Held(CAPTION, photo.caption, CAPTION, photo.id)

    def part_in_hand(self) -> str:
        return self._hand.line.key if self._hand.line else ""

    def face_of(self, reference: Reference) -> str:
        return self._hand.faces(reference)

    def show(self, held: Held, start: int, end: int) -> None:
        """In the text or its heading; a caption on the page that it is printed on."""
        if held.field == CAPTION:
            self._preview.show_paragraph(held.text, start)
            return
        if held.part != self.part_in_hand():
            self._outline.choose(held.part)
        if held.field == HEADING:
            self._desk.choose_in_heading(start, end)
        else:
            self._desk.edit.go_to(start, end)

    def store(self, changed: Sequence[Held], words: str, count: int) -> None:
        """As one step that can be taken back."""
        self._room.keep()
        new = [Reworded(each.kind, key, each.field, each.text) for each, key in _stored(changed)]
        name = EditName("replace_words", {"what": words, "count": str(count)})
        self._editor.run(name, lambda work: reword(work, new))
        self._room.reload()


def _stored(changed: Sequence[Held]) -> Iterator[tuple[Held, UUID]]:
    for held in changed:
        if held.record is not None:
            yield held, held.record
