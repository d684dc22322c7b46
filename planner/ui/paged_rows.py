"""Rows read as they come into view: all keys at once, the rest by pages."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, overload

PAGE = 100
_PAGES_KEPT = 50


class PagedRows(Sequence[Any]):
    """A list of any length that asks for a page of rows when one of them is looked at."""

    def __init__(
        self, keys: Sequence[Any], fetch: Callable[[Sequence[Any]], Sequence[Any]]
    ) -> None:
        """`fetch` gives the rows of the keys it is asked for, in their order."""
        self._keys = keys
        self._fetch = fetch
        self._pages: OrderedDict[int, Sequence[Any]] = OrderedDict()

    def place_of(self, key: Any) -> int:
        """-1 where the key is not among them."""
        try:
            return self._keys.index(key)
        except ValueError:
            return -1

    def _page(self, number: int) -> Sequence[Any]:
        page = self._pages.get(number)
        if page is None:
            page = self._fetch(self._keys[number * PAGE : (number + 1) * PAGE])
            self._pages[number] = page
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return page

    # Sequence

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, place: int) -> Any: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Any]: ...

    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        return self._page(place // PAGE)[place % PAGE]


class ReadRows(PagedRows):
    """Rows that a thread has read, with their places: to show them takes the window no time."""

    def __init__(self, rows: Sequence[Any]) -> None:
        places = {row.key: place for place, row in enumerate(rows)}
        super().__init__(list(places), lambda keys: [rows[places[key]] for key in keys])
        self._places = places

    def place_of(self, key: Any) -> int:
        return self._places.get(key, -1)
