"""Where each contact stands by each heading of its table: read in a thread, then at hand."""

from array import array
from collections.abc import Collection, Mapping, Sequence
from typing import Any, overload
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from planner.queries.contacts_index import NameIndex
from planner.queries.contacts_list import Marks
from planner.queries.contacts_rows import contact_rows
from planner.store.database import Database
from planner.ui.collector import many_rows
from planner.ui.contacts.known_names import AT_ONCE, KINDS
from planner.ui.jobs import Jobs
from planner.ui.latest_job import LatestJob, Progress
from planner.ui.row_table_model import Column
from planner.ui.sorting import Ranking, sort_value

_PIECE = 1000


class Arranged(Sequence[UUID]):
    """Keys in another order, which is only looked at where it is seen."""

    def __init__(
        self, keys: Sequence[UUID], places: Mapping[UUID, int], order: "array[int]"
    ) -> None:
        self._keys, self._places, self._order = keys, places, order

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, place: int) -> UUID: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[UUID]: ...

    def __getitem__(self, place: int | slice) -> UUID | Sequence[UUID]:
        if isinstance(place, slice):
            return [self._keys[each] for each in self._order[place]]
        return self._keys[self._order[place]]

    def index(self, key: UUID, start: int = 0, stop: int | None = None) -> int:
        place = self._places.get(key, len(self._keys))
        return self._order.index(place, start, len(self) if stop is None else stop)


class Orders:
    """Of all that an index holds; a value, made in whichever thread."""

    def __init__(self, index: NameIndex, columns: Sequence[Sequence[Any]]) -> None:
        """`columns` hold what each has there, in the order of the index."""
        self.index = index
        self._keys = index.keys
        self._places = {key: place for place, key in enumerate(self._keys)}
        self._rankings = [Ranking(values) for values in columns]

    def all(self, column: int, is_turned: bool) -> Sequence[UUID]:
        return Arranged(self._keys, self._places, self._rankings[column].places(is_turned))

    def some(self, keys: Collection[UUID], column: int, is_turned: bool) -> Sequence[UUID]:
        """What is not known yet comes last."""
        places = {self._places[key] for key in keys if key in self._places}
        order = self._rankings[column].places(is_turned)
        known = [self._keys[place] for place in order if place in places]
        return [*known, *(key for key in keys if key not in self._places)]


class ContactOrders(QObject):
    """By kind. After an edit those that were read before serve until they are read again."""

    came = Signal(str)  # kind

    def __init__(
        self,
        database: Database,
        columns: Mapping[str, Sequence[Column[Any]]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._columns = columns
        self._known: dict[str, Orders] = {}
        self._stale: set[str] = set()
        self._asked: tuple[str, NameIndex] | None = None
        self._reader = LatestJob(Jobs(self), self)
        self._reader.made.connect(self._on_read)

    def of(self, kind: str) -> Orders | None:
        return self._known.get(kind)

    def forget(self) -> None:
        """Something has changed that may stand in a row."""
        self._stale = set(self._known)
        self._asked = None

    def need(self, kind: str, index: NameIndex, marks: Marks) -> None:
        """Few are here at once; of many `came` tells."""
        orders = self._known.get(kind)
        if orders is not None and orders.index is index and kind not in self._stale:
            return
        if len(index) <= AT_ONCE:
            self._take(kind, self._read(kind, index, marks, lambda *_: None))
        elif self._asked != (kind, index):
            self._asked = kind, index
            self._reader.ask(lambda progress: self._read_many(kind, index, marks, progress))

    def _read_many(
        self, kind: str, index: NameIndex, marks: Marks, progress: Progress
    ) -> tuple[str, Orders]:
        with many_rows():
            return kind, self._read(kind, index, marks, progress)

    def _read(self, kind: str, index: NameIndex, marks: Marks, progress: Progress) -> Orders:
        readers = [sort_value(column) for column in self._columns[kind]]
        held: list[list[Any]] = [[] for _ in readers]
        keys = index.keys
        with self._database.read() as session:
            for begin in range(0, len(keys), _PIECE):
                progress(begin, len(keys))
                piece = keys[begin : begin + _PIECE]
                rows = {row.key: row for row in contact_rows(session, KINDS[kind], piece, marks)}
                for values, read in zip(held, readers, strict=True):
                    values += [read(rows[key]) if key in rows else None for key in piece]
        return Orders(index, held)

    def _on_read(self, made: tuple[str, Orders]) -> None:
        kind, orders = made
        self._asked = None
        self._take(kind, orders)
        self.came.emit(kind)

    def _take(self, kind: str, orders: Orders) -> None:
        self._known[kind] = orders
        self._stale.discard(kind)
