"""Finds words of the manuscript on the printed pages, and words of a page in the manuscript."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.ui.report.page_view import PageView

_ENOUGH = 14
"""So many letters in a row tell a paragraph from all others."""
_LEAST = 5
_REACH = 6.0  # points round a click


@dataclass(frozen=True)
class Letters:
    """The letters and digits of a text, with the place of each: lines and signs do not matter."""

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Letters":
        found = [(sign.casefold()[0], at) for at, sign in enumerate(text) if sign.isalnum()]
        return cls("".join(sign for sign, _ in found), tuple(at for _, at in found))

    def find(self, other: str) -> int:
        """Where the longest beginning of other letters stands that is telling enough; or -1."""
        for length in (len(other), _ENOUGH, 9, _LEAST):
            if _LEAST <= length <= len(other) and (at := self.text.find(other[:length])) >= 0:
                return at
        return -1


class PageWords:
    """Reads pages when they are asked for; forget them when others are shown."""

    def __init__(self, pages: PageView) -> None:
        self._pages = pages
        self._read: dict[int, Letters] = {}

    def forget(self) -> None:
        self._read.clear()

    def show(self, paragraph: str) -> bool:
        """Mark a paragraph of the manuscript where it is printed."""
        wanted = Letters.of(paragraph).text
        for page in self._from_here():
            letters = self._letters(page)
            if (at := letters.find(wanted)) >= 0:
                last = min(at + len(wanted), len(letters.text)) - 1
                self._mark(page, letters.places[at], letters.places[last])
                return True
        return False

    def at(self, page: int, across: float, up: float) -> str:
        """The letters of a page from a place on it; empty where there are none."""
        text = self._pages.text_page(page)
        try:
            index = text.get_index(across, up, _REACH, _REACH)
        finally:
            text.close()
        if index is None or index < 0:
            return ""
        letters = self._letters(page)
        start = sum(place < index for place in letters.places)
        return letters.text[start : start + 2 * _ENOUGH]

    def _from_here(self) -> Iterator[int]:
        """Pages by their distance from the one that is read."""
        here = max(self._pages.page - 1, 0)
        yield from sorted(range(self._pages.page_count), key=lambda page: abs(page - here))

    def _letters(self, page: int) -> Letters:
        if page not in self._read:
            text = self._pages.text_page(page)
            self._read[page] = Letters.of(text.get_text_range())
            text.close()
        return self._read[page]

    def _mark(self, page: int, first: int, last: int) -> None:
        text = self._pages.text_page(page)
        _, _, _, top = text.get_charbox(first, loose=True)
        _, bottom, _, _ = text.get_charbox(last, loose=True)
        text.close()
        self._pages.show_band(page, top, bottom)
