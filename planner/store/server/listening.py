"""Listening: hears of what others store, and lets them see which records are open here."""

import logging
import threading
import time
from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

import psycopg

from planner.store.server.connecting import Connector
from planner.store.server.failures import sentence

logger = logging.getLogger(__name__)

# a shared lock on a number that stands for the record: all may see it, and it is gone with the line
_OTHERS = """
SELECT DISTINCT (l.classid::bigint << 32) | l.objid::bigint, a.usename::text
FROM pg_locks AS l JOIN pg_stat_activity AS a USING (pid)
WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.mode = 'ShareLock' AND l.granted
  AND a.datname = current_database() AND l.database = a.datid AND l.pid <> pg_backend_pid()
ORDER BY 1, 2
"""
_LOOK_EVERY = 1.0  # seconds between looks at who else is there
_TURN = 0.2  # seconds between looks at whether there is something to tell or an end
_BREATH = 1.0  # seconds before a lost connection is tried anew


class Listening:
    """A connection of its own, in a thread of its own, that is made anew when it is lost."""

    def __init__(self, connector: Connector) -> None:
        self._connector = connector
        # what was stored before we listened, or while the line was broken, is news too
        self._has_news = threading.Event()
        self._is_over = threading.Event()
        self._attended: frozenset[int] = frozenset()
        self._by_window: dict[int, frozenset[int]] = {}
        self._others: Mapping[int, tuple[str, ...]] = {}
        self._thread = threading.Thread(target=self._run, name="planner-listening", daemon=True)
        self._thread.start()

    def has_news(self) -> bool:
        """Whether something was stored since this was last asked."""
        has_news = self._has_news.is_set()
        self._has_news.clear()
        return has_news

    def attend(self, records: Iterable[UUID], window: int) -> None:
        """Each window of this program tells its own."""
        self._by_window[window] = frozenset(map(_number, records))
        self._attended = frozenset().union(*self._by_window.values())

    def others(self, record: UUID) -> tuple[str, ...]:
        """The accounts that have the record open in another program, by name."""
        return self._others.get(_number(record), ())

    def close(self) -> None:
        self._is_over.set()
        self._thread.join(timeout=2)

    def _run(self) -> None:
        while not self._is_over.is_set():
            try:
                with self._connector.connect(autocommit=True) as connection:
                    connection.execute("LISTEN planner")
                    self._connector.find()
                    self._has_news.set()
                    self._listen(connection)
            except psycopg.Error as error:
                logger.debug("not listening: %s", type(error).__name__)
                self._connector.lose(sentence(error))
                self._is_over.wait(_BREATH)

    def _listen(self, connection: psycopg.Connection[Any]) -> None:
        told: frozenset[int] = frozenset()
        looked = 0.0
        while not self._is_over.is_set():
            if time.monotonic() - looked > _LOOK_EVERY:
                looked = time.monotonic()
                self._others = _others(connection)
            attended = self._attended
            for number in attended - told:
                connection.execute("SELECT pg_try_advisory_lock_shared(%s)", [number])
            for number in told - attended:
                connection.execute("SELECT pg_advisory_unlock_shared(%s)", [number])
            told = attended
            for _ in connection.notifies(timeout=_TURN, stop_after=1):
                self._has_news.set()


def _number(record: UUID) -> int:
    """What stands for a record among the server's locks."""
    return int.from_bytes(record.bytes[8:], signed=True)


def _others(connection: psycopg.Connection[Any]) -> Mapping[int, tuple[str, ...]]:
    rows = connection.execute(_OTHERS).fetchall()
    return {
        number: tuple(who for _, who in named) for number, named in groupby(rows, itemgetter(0))
    }
