"""Finds words of the manuscript on the printed pages, and the letters of a page at a click."""

from collections.abc import Iterator

from planner.ui.components.page_view import PageView
from planner.ui.report.writing.letters import Letters, Shared, shared

_CERTAIN = 40
"""So many letters in a row are never found a second time on another page."""
_REACH = 6.0  # points round a click


class PageWords:
    """Reads pages when they are asked for; forget them when others are shown."""

    def __init__(self, pages: PageView) -> None:
        self._pages = pages
        self._read: dict[int, Letters] = {}

    def forget(self) -> None:
        self._read.clear()

    def show(self, text: str, place: int) -> bool:
        """Mark the paragraph of a text that holds a place, where it is printed."""
        letters = Letters.of(text)
        index = letters.near(place, text.count("\n", 0, place))
        if index < 0:
            return False
        # at the place itself something may stand that prints otherwise
        starts = dict.fromkeys((index, letters.line_at(index).start))
        found = next(filter(None, (self._found(letters, each) for each in starts)), None)
        if found is None:
            return False
        page, stretch = found
        line, shift = letters.line_at(index), stretch.other - stretch.start
        last = len(self.letters(page).text) - 1
        self._mark(page, max(line.start + shift, 0), min(line.stop - 1 + shift, last))
        return True

    def at(self, page: int, across: float, up: float) -> int:
        """Which letter of a page stands at a place of it; -1 where there is none."""
        text = self._pages.text_page(page)
        try:
            index = text.get_index(across, up, _REACH, _REACH)
        finally:
            text.close()
        return -1 if index is None or index < 0 else self.letters(page).index_of(index)

    def letters(self, page: int) -> Letters:
        if page not in self._read:
            text = self._pages.text_page(page)
            self._read[page] = Letters.of(text.get_text_range())
            text.close()
        return self._read[page]

    def _found(self, letters: Letters, index: int) -> tuple[int, Shared] | None:
        """The page that shares the longest stretch, the nearest of several."""
        best: tuple[int, Shared] | None = None
        for page in self._from_here():
            stretch = shared(letters, index, self.letters(page))
            if stretch is None or not letters.tells(index, stretch.start, stretch.length):
                continue
            if best is None or stretch.length > best[1].length:
                best = page, stretch
            if stretch.length >= _CERTAIN:
                break
        return best

    def _from_here(self) -> Iterator[int]:
        """Pages by their distance from the one that is read."""
        here = max(self._pages.page - 1, 0)
        yield from sorted(range(self._pages.page_count), key=lambda page: abs(page - here))

    def _mark(self, page: int, first: int, last: int) -> None:
        places = self.letters(page).places
        text = self._pages.text_page(page)
        boxes = [text.get_charbox(places[each], loose=True) for each in (first, last)]
        text.close()
        self._pages.show_band(
            page, max(top for _, _, _, top in boxes), min(bottom for _, bottom, _, _ in boxes)
        )
