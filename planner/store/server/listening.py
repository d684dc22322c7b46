"""Listening: hears of what others store, and lets them see which record is open here."""

import logging
import threading
import time
from typing import Any
from uuid import UUID

import psycopg

from planner.store.engine import Presence
from planner.store.server.connecting import Connector

logger = logging.getLogger(__name__)

MARK = "planner "
"""What the names of our connections begin with; the record follows."""

_OTHERS = """
SELECT DISTINCT usename::text, substr(application_name, %(start)s) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
  AND application_name LIKE %(like)s ORDER BY 1, 2
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
        self._attended: UUID | None = None
        self.others: tuple[Presence, ...] = ()
        self._thread = threading.Thread(target=self._run, name="planner-listening", daemon=True)
        self._thread.start()

    def has_news(self) -> bool:
        """Whether something was stored since this was last asked."""
        has_news = self._has_news.is_set()
        self._has_news.clear()
        return has_news

    def attend(self, record: UUID | None) -> None:
        self._attended = record

    def close(self) -> None:
        self._is_over.set()
        self._thread.join(timeout=2)

    def _run(self) -> None:
        while not self._is_over.is_set():
            try:
                with self._connector.connect(autocommit=True) as connection:
                    connection.execute("LISTEN planner")
                    self._has_news.set()
                    self._listen(connection)
            except psycopg.Error as error:
                logger.debug("not listening: %s", type(error).__name__)
                self._is_over.wait(_BREATH)

    def _listen(self, connection: psycopg.Connection[Any]) -> None:
        told: UUID | None = None
        looked = 0.0
        while not self._is_over.is_set():
            if time.monotonic() - looked > _LOOK_EVERY:
                looked = time.monotonic()
                self.others = _others(connection)
            if self._attended != told:
                told = self._attended
                name = f"{MARK}{told.hex if told else ''}"
                connection.execute("SELECT set_config('application_name', %s, false)", [name])
            for _ in connection.notifies(timeout=_TURN, stop_after=1):
                self._has_news.set()


def _others(connection: psycopg.Connection[Any]) -> tuple[Presence, ...]:
    """Whose programs have a record open: that is the name of their connection."""
    rows = connection.execute(_OTHERS, {"start": len(MARK) + 1, "like": f"{MARK}_%"})
    return tuple(Presence(who, UUID(record)) for who, record in rows)
