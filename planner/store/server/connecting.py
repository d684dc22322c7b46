"""Connections to the office's server: with which settings they are made, and tried again."""

import time
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit

import psycopg
from sqlalchemy import Engine, create_engine

from planner.domain.errors import StoreUnavailable
from planner.paths import ServerAddress

T = TypeVar("T")
_BREATH = 0.2  # seconds between two tries to reach a server that is away
_AWAY = "office.away"
_DEFAULTS = {
    "connect_timeout": "5",  # seconds
    # a server that went without a word is missed within ten seconds
    "keepalives_idle": "5",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "tcp_user_timeout": "10000",  # milliseconds
}
# and the server misses us as soon: what a machine held that was switched off is let go
_SERVER_SIDE = (
    "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3 "
    "-c idle_in_transaction_session_timeout=60000"
)


class Connector:
    """Makes connections to one address. It alone knows the password, and tells it to nobody."""

    def __init__(self, address: ServerAddress, password: str | None, patience: float) -> None:
        if address.has_password:
            raise StoreUnavailable("office.password_in_address", path=str(address))
        self.address = address
        self._password = password
        self._patience = patience
        # what the address itself says goes before
        said = parse_qs(urlsplit(address.url).query)
        self._settings: dict[str, Any] = {
            name: value for name, value in _DEFAULTS.items() if name not in said
        }
        self._lost: tuple[float, str] | None = None  # since when, and what was said

    def connect(self, options: str = "", **settings: Any) -> psycopg.Connection[Any]:
        milliseconds = round(self._patience * 1000)
        asked = f"-c TimeZone=UTC -c lock_timeout={milliseconds} {_SERVER_SIDE} {options}"
        if self._password is not None:
            settings["password"] = self._password
        # libpq sees to TLS: the address may say sslmode, else it is used where the server offers it
        return psycopg.connect(self.address.url, options=asked, **self._settings, **settings)

    def engine(self, *, is_read_only: bool) -> Engine:
        """An engine whose pool asks each connection whether it still stands."""
        options = "-c default_transaction_read_only=on" if is_read_only else ""
        return create_engine(
            "postgresql+psycopg://",
            creator=lambda: self.connect(options),
            isolation_level="REPEATABLE READ" if is_read_only else "READ COMMITTED",
            pool_pre_ping=True,
            pool_size=2,
            max_overflow=8,
        )

    @property
    def is_lost(self) -> bool:
        """Whether the server is away, by whoever tries all the time."""
        return self._lost is not None

    def lose(self, reason: str) -> None:
        if self._lost is None:
            self._lost = (time.monotonic(), reason)

    def find(self) -> None:
        self._lost = None

    def patiently(self, act: Callable[[], T]) -> T:
        """Do it, again and again while the server is away, for as long as we have patience.

        Of a server that is away for longer already nobody waits for an answer.
        """
        since, reason = self._lost or (time.monotonic(), "")
        end = since + self._patience
        if time.monotonic() > end:
            raise StoreUnavailable(_AWAY, path=str(self.address), reason=reason)
        while True:
            try:
                return act()
            except StoreUnavailable as error:
                if error.code != _AWAY or time.monotonic() > end:
                    raise
            time.sleep(_BREATH)
