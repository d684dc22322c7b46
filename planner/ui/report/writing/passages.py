"""Passages: from a letter of a page, a problem or a comment to the place where it is written."""

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from planner.domain.outcome import Finding, Recommendation
from planner.rules.notice import Spot
from planner.ui.report.writing.desk import Desk
from planner.ui.report.writing.in_hand import InHand
from planner.ui.report.writing.letters import Letters, told
from planner.ui.report.writing.outline import OutlineLine
from planner.ui.report.writing.outline_list import OutlineList
from planner.ui.report.writing.preview import Preview


class Passages(QObject):
    """Over the parts of the manuscript, and the records that its paper prints."""

    elsewhere = Signal(object)  # Spot outside the manuscript

    def __init__(
        self, hand: InHand, outline: OutlineList, desk: Desk, preview: Preview, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._hand, self._outline = hand, outline
        self._desk, self._edit, self._preview = desk, desk.edit, preview

    def go_to_spot(self, spot: Spot) -> None:
        """To the place in the text; elsewhere the window goes."""
        if spot.kind != "section" or not self._outline.choose(str(spot.key)):
            self.elsewhere.emit(spot)
            return
        if spot.field == "text" and spot.span is not None:
            self._edit.go_to(*spot.span)
        self._edit.setFocus()

    def go_to_quoted(self, section: UUID, quoted: str) -> None:
        """To words that a comment is about, as far as they still stand."""
        if self._outline.choose(str(section)):
            letters = Letters.of(quoted)
            if letters.text:
                self._desk.go_to_letter(letters, 0)
            self._edit.setFocus()

    def go_to_letter(self, letters: Letters, index: int) -> None:
        """To what shares most with the page round a letter: a part, or a record it prints."""
        found = max(self._printed(), key=lambda each: told(letters, index, each[1]), default=None)
        if found is None or not told(letters, index, found[1]):
            return
        match found[0]:
            case OutlineLine() as line:
                self._outline.choose(line.key)
                self._desk.go_to_letter(letters, index)
                self._edit.setFocus()
            case outcome:
                self.elsewhere.emit(Spot.of(outcome, "text"))

    def _printed(self) -> Iterator[tuple[OutlineLine | Finding | Recommendation, Letters]]:
        """What stands on the pages in words that somebody wrote."""
        dossier = self._hand.dossier
        if dossier is None:
            return
        shown = self._hand.faces.shown
        for line in self._outline.lines:
            if section := self._hand.section_of(line):
                yield line, Letters.of(f"{line.words}\n{shown(section.text)}")
        for finding in dossier.findings:
            yield finding, Letters.of(f"{finding.title}\n{shown(finding.text)}")
        for advice in dossier.recommendations:
            yield advice, Letters.of(f"{advice.title}\n{shown(advice.text)}")

    def show_page(self) -> None:
        """The page shows the paragraph of the cursor."""
        if self._preview.pages.page_count and self._edit.hasFocus():
            place = self._edit.textCursor().position()
            self._preview.show_paragraph(self._edit.toPlainText(), place)
