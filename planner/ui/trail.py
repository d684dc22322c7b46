"""Trail: where one is, where one came from, and where one turned back from."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")
_LONGEST = 100


class Trail(Generic[T]):
    """As the back and forward of a browser; a place asked for twice in a row is one."""

    def __init__(self, here: T) -> None:
        self.here = here
        self._behind: list[T] = []
        self._ahead: list[T] = []

    @property
    def can_go_back(self) -> bool:
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._ahead)

    def go(self, there: T) -> None:
        if there == self.here:
            return
        self._behind = [*self._behind, self.here][-_LONGEST:]
        self._ahead = []
        self.here = there

    def back(self) -> T:
        if self._behind:
            self._ahead.append(self.here)
            self.here = self._behind.pop()
        return self.here

    def forward(self) -> T:
        if self._ahead:
            self._behind.append(self.here)
            self.here = self._ahead.pop()
        return self.here

    def forget(self, is_gone: Callable[[T], bool]) -> None:
        """Leave out the places that are no more; where one is stays."""
        self._behind = [place for place in self._behind if not is_gone(place)]
        self._ahead = [place for place in self._ahead if not is_gone(place)]
