"""What the lists are narrowed by: plain values that can be kept, and the rule of who passes."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Self
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlmodel import Session

from planner.domain.dates import Day
from planner.domain.delegation import Category, DelegationState
from planner.domain.entity import Fields
from planner.domain.follow_up import FollowUpState
from planner.domain.organisation import Organisation, OrganisationKind
from planner.domain.person import Person, Post
from planner.queries.contacts_list import Mark
from planner.queries.delegation_list import DelegationLine
from planner.queries.follow_up_list import FollowUpLine
from planner.store.tables import columns_of

_SOON = timedelta(days=30)


class ReportDue(StrEnum):
    OWED = "owed"
    SOON = "soon"
    LATE = "late"


class Due(StrEnum):
    LATE = "late"
    SOON = "soon"
    NONE = "none"


class Origin(StrEnum):
    RECOMMENDATION = "recommendation"
    PROMISE = "promise"
    QUESTION = "question"
    AGREEMENT = "agreement"


class ListFilter(Fields):
    """Everything passes where nothing is said; `text` is what the search field holds."""

    text: str = ""

    def with_text(self, text: str) -> Self:
        return self.model_copy(update={"text": text})

    @property
    def asks_more(self) -> bool:
        """Than the search field shows."""
        return self.with_text("") != type(self)()


class DelegationFilter(ListFilter):
    states: tuple[DelegationState, ...] = ()
    category: Category | None = None
    body: str = ""
    city: str = ""
    since: Day | None = None
    until: Day | None = None
    report: ReportDue | None = None

    def passes(self, line: DelegationLine, report_on: date | None, today: date) -> bool:
        """Of those that are on the way in the days asked for; the text is searched elsewhere."""
        return (
            (not self.states or line.state in self.states)
            and self.category in (None, line.category)
            and _holds(line.lead_body, self.body)
            and _holds(" ".join(line.cities), self.city)
            and (self.since is None or line.ends_on >= self.since)
            and (self.until is None or line.starts_on <= self.until)
            and (self.report is None or _REPORTS[self.report](report_on, today))
        )


class FollowUpFilter(ListFilter):
    states: tuple[FollowUpState, ...] = ()
    owner: str = ""
    due: Due | None = None
    origin: Origin | None = None
    is_priority: bool = False
    is_without_owner: bool = False
    is_everywhere: bool = False

    def passes(self, line: FollowUpLine, today: date) -> bool:
        return (
            (not self.states or line.state in self.states)
            and _holds(line.owner, self.owner)
            and (self.due is None or _DUES[self.due](line, today))
            and self.origin in (None, line.origin)
            and (line.is_priority or not self.is_priority)
            and not (self.is_without_owner and line.owner)
            and _holds(f"{line.text} {line.origin_text} {line.waiting_for}", self.text)
        )


class OrganisationFilter(ListFilter):
    organisation_kind: OrganisationKind | None = None
    city: str = ""
    mark: Mark | None = None
    is_here: bool = False


class PersonFilter(ListFilter):
    body: str = ""
    title: str = ""
    is_reachable: bool = False


def organisations_passing(session: Session, wanted: OrganisationFilter) -> set[UUID]:
    """By kind and city; marks and the delegation in hand are known to the list itself."""
    of = columns_of(Organisation)
    query = select(of.id)
    if wanted.organisation_kind is not None:
        query = query.where(of.organisation_kind == wanted.organisation_kind)
    if wanted.city:
        query = query.where(_contains(of.city, wanted.city))
    return set(session.connection().execute(query).scalars())


def people_passing(session: Session, wanted: PersonFilter) -> set[UUID]:
    """By a post they hold or held, and whether a way to reach them is known."""
    person, post, body = columns_of(Person), columns_of(Post), columns_of(Organisation)
    query = select(person.id).distinct()
    if wanted.body or wanted.title:
        query = (
            query.join(post.id.table, post.person_id == person.id)
            .join(body.id.table, body.id == post.organisation_id, isouter=True)
            .where(_contains(body.name, wanted.body) if wanted.body else post.id.is_not(None))
            .where(_contains(post.title, wanted.title))
        )
    if wanted.is_reachable:
        query = query.where(person.contacts != ())
    return set(session.connection().execute(query).scalars())


def _contains(column: ColumnElement[str], words: str) -> ColumnElement[bool]:
    return column.contains(words, autoescape=True)


def _holds(text: str, words: str) -> bool:
    return words.casefold() in text.casefold()


def _is_due_soon(line: FollowUpLine, today: date) -> bool:
    return line.is_open and line.due_on is not None and today <= line.due_on <= today + _SOON


_REPORTS: Mapping[ReportDue, Callable[[date | None, date], bool]] = MappingProxyType(
    {
        ReportDue.OWED: lambda on, today: on is not None,
        ReportDue.SOON: lambda on, today: on is not None and today <= on <= today + _SOON,
        ReportDue.LATE: lambda on, today: on is not None and on < today,
    }
)
_DUES: Mapping[Due, Callable[[FollowUpLine, date], bool]] = MappingProxyType(
    {
        Due.LATE: FollowUpLine.is_red,
        Due.SOON: _is_due_soon,
        Due.NONE: lambda line, today: line.is_open and line.due_on is None,
    }
)
