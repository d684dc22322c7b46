"""Edits of the written report: its parts and their text, drafts, marks, comments and versions."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from planner.domain.errors import Refused
from planner.domain.manuscript import Drafted, Section
from planner.domain.outcome import Finding, Promise, Recommendation
from planner.domain.photo import Photo
from planner.domain.review import Comment, KeptSection, ReportVersion, ReturnReason
from planner.rules.drafting import filled
from planner.rules.manuscript import reading_order
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.outcomes import add_recommendation
from planner.usecases.records import add_record, change_record, remove_records

OUTCOMES: Mapping[str, type[Finding] | type[Promise] | type[Recommendation]] = {
    entity.kind: entity for entity in (Finding, Promise, Recommendation)
}

# Parts


def add_section(work: UnitOfWork, values: Mapping[str, Any], index: int | None = None) -> Section:
    """A new chapter or part, at a place among its like, else behind them."""
    section = Section.checked(dict(values))
    others = _siblings(work, section.delegation_id, section.parent_id)
    index = len(others) if index is None else index
    section = section.with_(position=index)
    work.add(section)
    _number(work, (*others[:index], section, *others[index:]))
    return section


def change_section(work: UnitOfWork, key: UUID, **values: Any) -> Section:
    return change_record(work, Section, key, **values)


def store_text(work: UnitOfWork, key: UUID, text: str) -> Section:
    """What was typed since the last pause."""
    return change_record(work, Section, key, text=text)


@dataclass(frozen=True)
class Reworded:
    """Other words in a field of a record that the report prints."""

    kind: type[Section] | type[Photo]
    key: UUID
    field: str
    words: str


def reword(work: UnitOfWork, changes: Iterable[Reworded]) -> None:
    """As when words are replaced in the whole report, its headings and captions included."""
    for change in changes:
        change_record(work, change.kind, change.key, **{change.field: change.words})


def move_section(work: UnitOfWork, key: UUID, by: int) -> Section:
    """Up or down among its like."""
    section = work.get(Section, key)
    others = [
        other
        for other in _siblings(work, section.delegation_id, section.parent_id)
        if other.id != key
    ]
    place = sum((other.position, other.id) < (section.position, key) for other in others) + by
    others.insert(max(place, 0), section)
    _number(work, others)
    return work.get(Section, key)


def remove_section(work: UnitOfWork, key: UUID) -> None:
    """With its parts; comments on it stay with the report."""
    remove_records(work, Section, [key])


def _siblings(work: UnitOfWork, delegation: UUID, parent: UUID | None) -> list[Section]:
    sections = work.where(Section, delegation_id=delegation)
    like = (section for section in sections if section.parent_id == parent)
    return sorted(like, key=lambda section: (section.position, section.id))


def _number(work: UnitOfWork, sections: Iterable[Section]) -> None:
    for position, section in enumerate(sections):
        if section.position != position:
            work.replace(section.with_(position=position))


# Drafts


def fill_section(
    work: UnitOfWork, key: UUID, fresh: Sequence[Drafted], keys: Collection[str]
) -> Section:
    """Take these passages in from the records."""
    section = filled(work.get(Section, key), fresh, keys)
    work.replace(section)
    return section


# Marks


def mark_outcome(
    work: UnitOfWork, key: UUID, kind: str, at: int, values: Mapping[str, Any]
) -> Finding | Promise | Recommendation:
    """What the text says becomes a record; the mark that ties both stands at a place of it."""
    section = work.get(Section, key)
    given = {"delegation_id": section.delegation_id, **values}
    made: Finding | Promise | Recommendation
    if kind == Recommendation.kind:
        made = add_recommendation(work, given)
    elif kind == Finding.kind:
        others = work.where(Finding, delegation_id=section.delegation_id)
        number = max((other.number + 1 for other in others), default=1)
        made = add_record(work, Finding, {"number": number, **given})
    else:
        made = add_record(work, Promise, given)
    text = f"{section.text[:at]}{{outcome:{made.id}}}{section.text[at:]}"
    work.replace(section.with_(text=text))
    return made


# Review


def add_comment(work: UnitOfWork, values: Mapping[str, Any]) -> Comment:
    return add_record(work, Comment, dict(values))


def settle_comment(work: UnitOfWork, key: UUID, on: date | None, by: str = "") -> Comment:
    """Say that it is dealt with; without a day it is open again."""
    return change_record(work, Comment, key, settled_on=on, settled_by=by if on else "")


def remove_comment(work: UnitOfWork, key: UUID) -> None:
    remove_records(work, Comment, [key])


def send_version(
    work: UnitOfWork, delegation: UUID, on: date, *, to: str = "", by: str = "", final: bool = False
) -> ReportVersion:
    """Keep the text as it is sent, to tell later what has changed since."""
    sections = work.where(Section, delegation_id=delegation)
    if not any(section.text.strip() for section in sections):
        raise Refused("nothing_written")
    others = work.where(ReportVersion, delegation_id=delegation)
    kept = tuple(
        KeptSection(section=each.id, heading=each.heading, text=each.text)
        for each, _ in reading_order(sections)
    )
    values = {
        "delegation_id": delegation,
        "number": max((other.number + 1 for other in others), default=1),
        "sent_on": on,
        "sent_to": to,
        "sent_by": by,
        "sections": kept,
        "is_final": final,
    }
    return add_record(work, ReportVersion, values)


def return_version(
    work: UnitOfWork, key: UUID, on: date, reasons: Iterable[ReturnReason], note: str = ""
) -> ReportVersion:
    """It came back for correction, and why."""
    return change_record(
        work,
        ReportVersion,
        key,
        returned_on=on,
        return_reasons=tuple(reasons),
        return_note=note,
        is_final=False,
    )
