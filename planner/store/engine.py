"""StoreEngine: what differs between a store in a file and one on a server; all else is the same."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol
from uuid import UUID

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from planner.store.backup import Progress
from planner.store.files import FileStore


class StoreEngine(Protocol):
    """Opens connections, explains failures, and does what each kind of store does its own way."""

    account: str
    """Whom the journal names."""

    undoes_only_own: bool
    """Whether several people share it, so that each takes back only what they did."""

    reader: Engine
    """For queries: each session sees one unmoving state of the store."""

    @property
    def files(self) -> FileStore:
        """Contents of photos and papers."""

    def explained(self) -> AbstractContextManager[None]:
        """Turn the world's failures into StoreUnavailable."""

    def writing(self) -> AbstractContextManager[Connection]:
        """One transaction that writes; nobody else writes meanwhile."""

    def verifying(self) -> AbstractContextManager[Connection]:
        """A connection to look over everything; others may go on."""

    def has_news(self) -> bool:
        """Whether others may have stored something since this was last asked."""

    def prepare_erasing(self, connection: Connection) -> None:
        """What is overwritten in this transaction must not stay anywhere."""

    def squeeze(self) -> None:
        """Let go of room that nothing stands in any more."""

    def restore(self, copy: Path, progress: Progress) -> Path | None:
        """Become what a copy is; gives the copy made before."""

    @property
    def is_away(self) -> bool:
        """Whether it is known to be out of reach for now."""

    def attend(self, records: Iterable[UUID], window: int) -> None:
        """Let others see which records a window of this program has open."""

    def others(self, record: UUID) -> tuple[str, ...]:
        """Who has the record open in another program."""

    def stay(self) -> None:
        """Let other machines see that this one still has it. Raises HeldElsewhere."""

    def close(self) -> None: ...
