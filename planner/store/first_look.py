"""A first look into a store: its delegations by a plain read, before the engine is loaded."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from planner.paths import Place
from planner.store.last_edit import read_plainly

MOST = 100
_QUERY = """
SELECT d.id, d.title, d.state, d.starts_on, d.ends_on, d.cities, coalesce(b.name, ''),
       (SELECT count(DISTINCT s.host_id) FROM stop s WHERE s.delegation_id = d.id)
FROM delegation d LEFT JOIN organisation b ON b.id = d.lead_body_id
ORDER BY d.starts_on DESC, d.title, d.id LIMIT ?
"""


@dataclass(frozen=True)
class FirstLine:
    """What the list shows of one delegation; `state` is the stored word."""

    key: UUID
    title: str
    state: str
    starts_on: date
    ends_on: date
    cities: tuple[str, ...]
    lead_body: str
    host_count: int


def first_look(place: Place) -> list[FirstLine]:
    """Delegations, latest first; none where the store cannot be read, which opening it will tell.

    It reads what is there and waits for nobody: the list that follows is the one that counts.
    """
    if not isinstance(place, Path):
        return []  # a server may take its time
    try:
        with closing(read_plainly(place)) as connection:
            return [_line(row) for row in connection.execute(_QUERY, (MOST,))]
    except (sqlite3.Error, ValueError, TypeError):
        return []


def _line(row: tuple[str, str, str, str, str, str, str, int]) -> FirstLine:
    key, title, state, starts_on, ends_on, cities, lead_body, host_count = row
    return FirstLine(
        key=UUID(key),
        title=title,
        state=state,
        starts_on=date.fromisoformat(starts_on),
        ends_on=date.fromisoformat(ends_on),
        cities=tuple(json.loads(cities)),
        lead_body=lead_body,
        host_count=host_count,
    )
