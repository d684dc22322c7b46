"""Rooms: where in a window one can be, and in which of them a record is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from planner.domain.changes import ChangeSet
from planner.domain.delegation import Delegation
from planner.domain.errors import NotFound
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.queries.delegation_list import delegation_keys
from planner.queries.records import record
from planner.store.database import Database
from planner.ui.areas import Areas
from planner.ui.places import DELEGATION, DELEGATIONS, PLACE_OF
from planner.ui.target import Target
from planner.ui.window_state import WindowState


@dataclass(frozen=True)
class Room:
    """Where one is: a place, and the delegation in hand there."""

    place: str
    delegation: UUID | None = None


def first_room(state: WindowState, database: Database) -> Room:
    """The list, with what was in hand when the window was closed, where it is still there."""
    try:
        key = UUID(state.value("delegation"))
        with database.read() as session:
            return Room(DELEGATIONS, record(session, Delegation, key).id)
    except (ValueError, NotFound):
        return Room(DELEGATIONS)


def room_of(target: Target, here: Room) -> Room | None:
    """None for a record that no place shows."""
    place = PLACE_OF.get(target.kind, DELEGATION if target.delegation else "")
    return Room(place, target.delegation or here.delegation) if place else None


def choose(areas: Areas, target: Target, place: str) -> None:
    """Take the record in hand in the place that is shown."""
    match target.kind:
        case "stop":
            areas.itinerary.choose_stop(target.key)
        case "follow_up":
            areas.outcomes.choose(target.key)
        case kind if place == DELEGATION and kind != "delegation":
            areas.delegation.choose(target.key)
        case "talk" | "session" | "seminar":
            areas.seminar.choose(target.key)
        case "fact" | "source":
            areas.briefing.choose(target.key)
        case "photo":
            areas.photos.choose(target.key)
        case "gift" | "agreement" | "activity" | "inbound_visit":
            areas.relations.choose(target.kind, target.key)
        case "organisation":
            areas.contacts.open(Organisation, target.key)
        case "person":
            areas.contacts.open(Person, target.key)


def gone_rooms(changes: ChangeSet, database: Database) -> Callable[[Room], bool]:
    """Which rooms are no more, their delegation being gone."""
    if changes.is_everything:
        with database.read() as session:
            there = delegation_keys(session)
        return lambda room: room.delegation is not None and room.delegation not in there
    gone = {change.key for change in changes.changes if change.after is None}
    return lambda room: room.delegation in gone
