"""Edits of a seminar: its sessions and talks in their order, and what is said during them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from planner.domain.organisation import Organisation
from planner.domain.outcome import Promise, Question
from planner.domain.person import Person
from planner.domain.seminar import Seminar, Session, Talk
from planner.domain.stop import Stop
from planner.domain.values import LocalTime, Side
from planner.rules.seminar_order import numbered, placed, rows, sessions_in_order
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.attachments import Paper, attached
from planner.usecases.naming import Named, key_of, keys_of
from planner.usecases.records import add_record, change_record, remove_records


def open_seminar(work: UnitOfWork, stop: UUID, title: str) -> Seminar:
    """The seminar that a stop of the plan stands for; its host organises it.

    `title` is what it is called where the stop has no title of its own.
    """
    held = work.get(Stop, stop)
    values = {
        "delegation_id": held.delegation_id,
        "stop_id": stop,
        "title": held.title or title,
        "venue": held.place,
        "organiser_ids": (held.host_id,) if held.host_id else (),
    }
    return add_record(work, Seminar, values)


def change_seminar(work: UnitOfWork, key: UUID, **values: Any) -> Seminar:
    if "organiser_ids" in values:
        values["organiser_ids"] = keys_of(work, Organisation, values["organiser_ids"])
    return change_record(work, Seminar, key, **values)


# Sessions


def add_session(work: UnitOfWork, values: Mapping[str, Any]) -> Session:
    """A new session or break at the end."""
    others = work.where(Session, seminar_id=values["seminar_id"])
    position = max((other.position + 1 for other in others), default=0)
    return add_record(work, Session, {"position": position, **_with_chair(work, values)})


def change_session(work: UnitOfWork, key: UUID, **values: Any) -> Session:
    return change_record(work, Session, key, **_with_chair(work, values))


def place_session(work: UnitOfWork, key: UUID, index: int) -> Session:
    """Give a session the place `index` among the others; its talks go with it."""
    session = work.get(Session, key)
    held = sessions_in_order(work.where(Session, seminar_id=session.seminar_id))
    others = [other for other in held if other.id != key]
    others.insert(index, session)
    for position, other in enumerate(others):
        work.replace(other.with_(position=position))
    _number(work, session.seminar_id)
    return work.get(Session, key)


def remove_session(work: UnitOfWork, key: UUID) -> None:
    """Its talks stay, in no session."""
    seminar = work.get(Session, key).seminar_id
    remove_records(work, Session, [key])
    _number(work, seminar)


# Talks


def add_talk(work: UnitOfWork, values: Mapping[str, Any], papers: Iterable[Paper] = ()) -> Talk:
    """A new talk, last of its session."""
    others = work.where(Talk, seminar_id=values["seminar_id"])
    number = max((other.number + 1 for other in others), default=1)
    talk = add_record(work, Talk, {"number": number, **_with_people(work, values)})
    attach_materials(work, talk.id, papers)
    _number(work, talk.seminar_id)
    return work.get(Talk, talk.id)


def change_talk(work: UnitOfWork, key: UUID, papers: Iterable[Paper] = (), **values: Any) -> Talk:
    """Papers are attached beside what it has; a talk put into another session stands last there."""
    before = work.get(Talk, key)
    talk = change_record(work, Talk, key, **_with_people(work, values))
    attach_materials(work, key, papers)
    if talk.session_id != before.session_id:
        place_talk(work, key, talk.session_id, starts_at=talk.starts_at)
    return work.get(Talk, key)


def place_talk(
    work: UnitOfWork,
    key: UUID,
    session: UUID | None,
    before: UUID | None = None,
    starts_at: LocalTime | None = None,
) -> Talk:
    """Put a talk into a session, before another one or last; all are numbered anew."""
    seminar = work.get(Talk, key).seminar_id
    sessions = work.where(Session, seminar_id=seminar)
    talks = work.where(Talk, seminar_id=seminar)
    for talk in placed(sessions, talks, key, session, before, starts_at):
        work.replace(talk)
    return work.get(Talk, key)


def remove_talks(work: UnitOfWork, keys: Sequence[UUID]) -> None:
    """Those that stay close up; questions and promises forget them."""
    seminars = {work.get(Talk, key).seminar_id for key in keys}
    remove_records(work, Talk, keys)
    for seminar in seminars:
        _number(work, seminar)


def attach_materials(work: UnitOfWork, key: UUID, papers: Iterable[Paper]) -> Talk:
    """Files kept with a talk; one that is there already is not kept twice."""
    talk = work.get(Talk, key)
    held = {(each.name, each.content): each for each in talk.materials}
    for paper in papers:
        made = attached(work, paper)
        held.setdefault((made.name, made.content), made)
    return change_record(work, Talk, key, materials=tuple(held.values()))


# What is said on the day


def note_question(work: UnitOfWork, delegation: UUID, talk: UUID, text: str) -> Question:
    values = {"delegation_id": delegation, "talk_id": talk, "text": text}
    return add_record(work, Question, {**values, "stop_id": _stop_of(work, talk)})


def note_promise(work: UnitOfWork, delegation: UUID, talk: UUID, text: str, side: Side) -> Promise:
    values = {"delegation_id": delegation, "talk_id": talk, "text": text, "side": side}
    return add_record(work, Promise, {**values, "stop_id": _stop_of(work, talk)})


def _stop_of(work: UnitOfWork, talk: UUID) -> UUID | None:
    return work.get(Seminar, work.get(Talk, talk).seminar_id).stop_id


# Order


def _number(work: UnitOfWork, seminar: UUID) -> None:
    sessions = work.where(Session, seminar_id=seminar)
    for talk in numbered(rows(sessions, work.where(Talk, seminar_id=seminar))):
        work.replace(talk)


# Names


def _with_people(work: UnitOfWork, values: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(values)
    if "speaker_ids" in found:
        found["speaker_ids"] = keys_of(work, Person, found["speaker_ids"])
    if isinstance(interpreter := found.get("interpreter_id"), Named):
        found["interpreter_id"] = key_of(work, Person, interpreter)
    return found


def _with_chair(work: UnitOfWork, values: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(values)
    if isinstance(chair := found.get("chair_id"), Named):
        found["chair_id"] = key_of(work, Person, chair)
    return found
