"""Edits of follow-ups: opening them, telling how they go, proving and closing them."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from planner.domain.errors import InvalidInput, Problem, Refused
from planner.domain.follow_up import FollowUp, FollowUpState, Progress, Proof
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.attachments import Paper, attached
from planner.usecases.naming import Named
from planner.usecases.records import add_record, change_record


def open_follow_up(work: UnitOfWork, values: dict[str, Any], today: date) -> FollowUp:
    return add_record(work, FollowUp, {"opened_on": today, **values})


def change_follow_up(work: UnitOfWork, key: UUID, **values: Any) -> FollowUp:
    """Refused where it would have to wait for itself."""
    follow_up = change_record(work, FollowUp, key, **values)
    if key in _all_before(work, follow_up):
        raise Refused("follow_up.waits_for_itself", text=follow_up.text)
    return follow_up


def _all_before(work: UnitOfWork, follow_up: FollowUp) -> set[UUID]:
    """Everything it depends on, through others too."""
    found: set[UUID] = set()
    waiting = list(follow_up.depends_on_ids)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += work.get(FollowUp, key).depends_on_ids
    return found


def set_states(work: UnitOfWork, keys: Iterable[UUID], state: FollowUpState) -> None:
    """To any state but closed; what was closed is open again and forgets who confirmed it."""
    for key in keys:
        change_record(work, FollowUp, key, state=state, closed_on=None, confirmed_by="")


def change_follow_ups(work: UnitOfWork, keys: Iterable[UUID], values: dict[str, Any]) -> None:
    """The same values for several; what was closed and gets a state is open again."""
    for key in keys:
        change_record(work, FollowUp, key, **_opened_again(values))


def _opened_again(values: dict[str, Any]) -> dict[str, Any]:
    return {**values, "closed_on": None, "confirmed_by": ""} if "state" in values else values


def owner_values(work: UnitOfWork, named: Named | None) -> dict[str, Any]:
    """The three fields of an owner: a body, a person, or a name that has no account here."""
    values: dict[str, Any] = {"owner_body_id": None, "owner_person_id": None, "owner_name": ""}
    if named is None:
        return values
    if named.key is not None and work.find(Person, named.key):
        return {**values, "owner_person_id": named.key}
    if named.key is not None:
        return {**values, "owner_body_id": named.key}
    bodies = work.where(Organisation, name=named.name)
    if len(bodies) == 1:
        return {**values, "owner_body_id": bodies[0].id}
    return {**values, "owner_name": named.name}


def note_progress(work: UnitOfWork, key: UUID, on: date, text: str, by: str = "") -> Progress:
    """A dated entry; what had not begun has now."""
    follow_up = work.get(FollowUp, key)
    if follow_up.state is FollowUpState.NOT_STARTED:
        work.replace(follow_up.with_(state=FollowUpState.IN_PROGRESS))
    return add_record(work, Progress, {"follow_up_id": key, "on": on, "text": text, "by": by})


def attach_proof(
    work: UnitOfWork, key: UUID, on: date, title: str, link: str = "", paper: Paper | None = None
) -> Proof:
    """A link or a file; without a title it is called as the file or the link is."""
    if paper is None and not link:
        raise InvalidInput(Proof.kind, [Problem("link", "proof.empty")])
    return add_record(
        work,
        Proof,
        {
            "follow_up_id": key,
            "title": title or (paper.name if paper else link),
            "link": link,
            "file": attached(work, paper) if paper else None,
            "added_on": on,
        },
    )


def close_follow_up(
    work: UnitOfWork, key: UUID, *, done: str, on: date, confirmed_by: str = ""
) -> FollowUp:
    """Closing says what was done; a priority item also needs proof and a second person."""
    follow_up = work.get(FollowUp, key)
    if follow_up.is_priority and not work.where(Proof, follow_up_id=key):
        raise Refused("follow_up.needs_proof", text=follow_up.text)
    return change_record(
        work,
        FollowUp,
        key,
        state=FollowUpState.CLOSED,
        done=done,
        closed_on=on,
        confirmed_by=confirmed_by,
    )


def reopen_follow_up(work: UnitOfWork, key: UUID) -> FollowUp:
    return change_record(
        work, FollowUp, key, state=FollowUpState.IN_PROGRESS, closed_on=None, confirmed_by=""
    )
