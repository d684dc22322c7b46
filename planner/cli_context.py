"""What every command of the command line is told, and which delegation it is asked about."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import click

from planner import paths
from planner.domain.errors import NotFound, Refused, StoreUnavailable
from planner.passwords import kept_password
from planner.paths import Place
from planner.words import Words

T = TypeVar("T")


@dataclass
class Context:
    """What every command is told: which store, in which language, what day it is.

    Made before the options are read, so that also a refusal speaks the language asked for.
    """

    words: Words
    today: date
    store: Place = field(default_factory=paths.store_place)
    asked_language: str | None = None
    takes_over: bool = False
    """The store is written here though another machine says to have it open."""

    @property
    def file(self) -> Path:
        """The store's file, for what is done to files only."""
        if not isinstance(self.store, Path):
            raise Refused("office.on_server", address=str(self.store))
        return self.store

    @contextmanager
    def opened(self, place: Place) -> Iterator[Any]:
        """A store that a command names itself."""
        # imported here and below: --help and --version must answer at once, and these cost half
        # a second
        from planner.store.database import Database

        database = self.let_in(place, lambda password: Database(place, password=password))
        try:
            yield database
        finally:
            database.close()

    @contextmanager
    def database(self) -> Iterator[Any]:
        from planner.store.holding import HeldElsewhere, Manner

        manner = Manner.TAKING_OVER if self.takes_over else Manner.USUAL
        try:
            database = self._opened(manner)
        except HeldElsewhere as error:
            click.echo(self.words.error(error), err=True)
            database = self._opened(Manner.TO_READ)
        try:
            yield database
        finally:
            database.close()

    def _opened(self, manner: Any) -> Any:
        from planner.store.database import Database

        return self.let_in(
            self.store, lambda password: Database(self.store, manner=manner, password=password)
        )

    def let_in(self, place: Place, enter: Callable[[str | None], T]) -> T:
        """Enter with the password that the keyring has; where that fails a person is asked."""
        try:
            return enter(kept_password(place))
        except StoreUnavailable as error:
            if error.code != "office.password" or not sys.stdin.isatty():
                raise
        return enter(
            click.prompt(
                self.words("office.password_for", place=str(place)), hide_input=True, err=True
            )
        )

    def passphrase(self, *, is_new: bool = False) -> str:
        """What PLANNER_PASSPHRASE says, for programs; else a person is asked, a new one twice."""
        known = os.environ.get("PLANNER_PASSPHRASE")
        if known:
            return known
        asked: str = click.prompt(
            self.words("sealing.ask"), hide_input=True, confirmation_prompt=is_new, err=True
        )
        return asked


def dossier_named(database: Any, named: str) -> Any:
    """The one delegation that is meant. Raises NotFound where none or several are."""
    # imported here: it brings the store's engine, which --help needs not wait for
    from planner.queries.dossiers import delegation_keys, dossier

    with database.read() as session:
        found = delegation_keys(session, named)
        if not found:
            raise NotFound("named.none", named=named)
        if len(found) > 1:
            raise NotFound("named.several", named=named, titles=[title for _, title in found])
        key: UUID = found[0][0]
        return dossier(session, key)
