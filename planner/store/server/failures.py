"""What PostgreSQL's failures mean to the person before the screen."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy import exc

from planner.domain.errors import Refused, StoreUnavailable
from planner.paths import ServerAddress

_CODES: tuple[tuple[tuple[type[psycopg.Error], ...], str], ...] = (
    (
        (psycopg.errors.InvalidPassword, psycopg.errors.InvalidAuthorizationSpecification),
        "office.password",
    ),
    ((psycopg.errors.InvalidCatalogName, psycopg.errors.UndefinedTable), "office.not_set_up"),
    ((psycopg.errors.LockNotAvailable,), "store.locked"),
    ((psycopg.errors.DiskFull,), "store.disk_full"),
    ((psycopg.errors.ReadOnlySqlTransaction,), "store.read_only"),
    ((psycopg.errors.DataCorrupted, psycopg.errors.IndexCorrupted), "store.damaged"),
    ((psycopg.OperationalError, psycopg.InterfaceError), "office.away"),
)
# while it connects, the server's own code is not handed on: its sentence is all there is
_SIGNS: tuple[tuple[str, str], ...] = (
    ("password authentication failed", "office.password"),
    ("no password supplied", "office.password"),
    ("valid client certificate", "office.password"),
    ("no pg_hba.conf entry", "office.not_let_in"),
    ("permission denied for database", "office.not_let_in"),
    ("SSL was required", "office.no_tls"),
    ("certificate", "office.certificate"),
)
_NO_DATABASE = 'database "'


@contextmanager
def explained(address: ServerAddress) -> Iterator[None]:
    """Turn the world's failures into StoreUnavailable; our own faults stay what they are."""
    try:
        yield
    except (exc.DBAPIError, psycopg.Error) as error:
        failure = error.orig if isinstance(error, exc.DBAPIError) else error
        if isinstance(failure, psycopg.errors.InsufficientPrivilege):
            raise Refused("office.forbidden", reason=sentence(failure)) from error
        code = code_of(failure)
        if code is None:
            raise
        reason = sentence(failure)
        raise StoreUnavailable(code, path=str(address), reason=reason) from error


def code_of(failure: BaseException | None) -> str | None:
    """The sentence for a failure; None for a fault of ours."""
    if isinstance(failure, psycopg.OperationalError) and failure.sqlstate is None:
        told = str(failure)
        for sign, code in _SIGNS:
            if sign in told:
                return code
        if _NO_DATABASE in told and "does not exist" in told:
            return "office.not_set_up"
    return next((code for kinds, code in _CODES if isinstance(failure, kinds)), None)


def sentence(failure: BaseException | None) -> str:
    """What the server said, in one line."""
    return str(failure).strip().partition("\n")[0]
