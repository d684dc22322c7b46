"""The order of talks in a seminar: by session, then by number, those in no session last."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from planner.domain.seminar import Session, Talk
from planner.domain.values import LocalTime

Rows = list[list[Talk]]


def sessions_in_order(sessions: Iterable[Session]) -> list[Session]:
    return sorted(sessions, key=lambda each: (each.position, str(each.id)))


def rows(sessions: Iterable[Session], talks: Iterable[Talk]) -> Rows:
    """The talks of each session by number, last those that stand in none."""
    ordered = sorted(talks, key=lambda each: each.number)
    homes: list[UUID | None] = [each.id for each in sessions_in_order(sessions)]
    return [[talk for talk in ordered if talk.session_id == home] for home in (*homes, None)]


def numbered(held: Rows) -> tuple[Talk, ...]:
    """All of them from one on, as they stand."""
    talks = [talk for row in held for talk in row]
    return tuple(talk.with_(number=number) for number, talk in enumerate(talks, start=1))


def placed(
    sessions: Sequence[Session],
    talks: Sequence[Talk],
    key: UUID,
    session: UUID | None,
    before: UUID | None = None,
    starts_at: LocalTime | None = None,
) -> tuple[Talk, ...]:
    """A talk put into a session, before another one or last; all are numbered anew.

    Without a start it follows the talks before it, and forgets the start it had.
    """
    moved = next(each for each in talks if each.id == key)
    moved = moved.with_(session_id=session, starts_at=starts_at)
    held = rows(sessions, (each for each in talks if each.id != key))
    homes = [each.id for each in sessions_in_order(sessions)]
    row = held[homes.index(session) if session in homes else -1]
    places = [each.id for each in row]
    row.insert(places.index(before) if before in places else len(row), moved)
    return numbered(held)
