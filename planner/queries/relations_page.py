"""What stands between us and the hosts of one delegation: matters, agreements, gifts, balance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session

from planner.domain.agreement import Activity, Agreement
from planner.domain.dossier import Dossier
from planner.domain.gift import Gift, GiftDirection
from planner.domain.inbound_visit import InboundVisit
from planner.domain.organisation import Organisation
from planner.queries.dossiers import dossier
from planner.queries.earlier import earlier_dossiers
from planner.rules.completeness import visited_hosts
from planner.rules.exchange_balance import Year, balance, last_gifts, limit_exceeded
from planner.rules.follow_through import EarlierMatter, earlier_matters
from planner.rules.transfers import Allowances
from planner.store.repository import Repository


@dataclass(frozen=True)
class MatterLine:
    """An earlier recommendation, by its id."""

    key: UUID
    matter: EarlierMatter
    told: str


@dataclass(frozen=True)
class AgreementLine:
    """`notice_on` is the last day to give notice, where one is agreed."""

    key: UUID
    agreement: Agreement
    parties: tuple[str, ...]
    activities: tuple[Activity, ...]

    @property
    def what(self) -> str:
        return self.agreement.title

    @property
    def notice_on(self) -> date | None:
        held = self.agreement
        if held.expires_on is None or held.notice_days is None:
            return None
        return held.expires_on - timedelta(days=held.notice_days)


@dataclass(frozen=True)
class ActivityLine:
    """One thing done under an agreement."""

    key: UUID
    activity: Activity
    agreement: str

    @property
    def what(self) -> str:
        return self.activity.text


@dataclass(frozen=True)
class InboundLine:
    """One visit of a host to us."""

    key: UUID
    visit: InboundVisit
    host: str

    @property
    def what(self) -> str:
        return self.visit.purpose


@dataclass(frozen=True)
class GiftLine:
    """`other` is who gave it to us, or was given it; `last` what that one was given before.

    `limit` is what it may be worth, where it is worth more.
    """

    key: UUID
    gift: Gift
    other: str
    last: tuple[str, ...]
    limit: Decimal | None = None

    @property
    def what(self) -> str:
        return self.gift.item


@dataclass(frozen=True)
class YearLine:
    """One year with one host."""

    key: tuple[UUID, int]
    host: str
    year: Year
    gifts: tuple[str, ...]


@dataclass(frozen=True)
class RelationsPage:
    matters: tuple[MatterLine, ...]
    agreements: tuple[AgreementLine, ...]
    gifts: tuple[GiftLine, ...]
    inbound: tuple[InboundLine, ...]
    years: tuple[YearLine, ...]
    hosts: tuple[Organisation, ...]

    @property
    def activities(self) -> tuple[ActivityLine, ...]:
        """Of all agreements, the latest first."""
        lines = [
            ActivityLine(each.id, each, line.agreement.title)
            for line in self.agreements
            for each in line.activities
        ]
        return tuple(sorted(lines, key=lambda line: line.activity.on, reverse=True))


def relations_page(
    session: Session, delegation: UUID, today: date, allowances: Allowances | None = None
) -> RelationsPage:
    found = dossier(session, delegation)
    earlier = earlier_dossiers(session, found)
    hosts = visited_hosts(found)
    return RelationsPage(
        tuple(_matters(found, earlier, today)),
        tuple(_agreements(session, found, hosts)),
        tuple(_gifts(found, earlier, allowances or Allowances())),
        tuple(_inbound(session, hosts)),
        tuple(_years((found, *earlier), hosts)),
        hosts,
    )


def _matters(found: Dossier, earlier: Sequence[Dossier], today: date) -> Iterator[MatterLine]:
    for matter in earlier_matters(found, earlier, today):
        last = matter.row.progress[-1].text if matter.row.progress else ""
        yield MatterLine(matter.row.recommendation.id, matter, last)


def _agreements(
    session: Session, found: Dossier, hosts: Sequence[Organisation]
) -> Iterator[AgreementLine]:
    """Those with one of the hosts, and those made on this journey; what ends first comes first."""
    connection, keys = session.connection(), {host.id for host in hosts}
    held = [
        each
        for each in Repository(connection, Agreement).select()
        if each.delegation_id == found.delegation.id or keys.intersection(each.party_ids)
    ]
    wanted = {key for each in held for key in each.party_ids}
    bodies = Repository(connection, Organisation).where(id=list(wanted))
    names = {body.id: body.name for body in bodies}
    done = list(Repository(connection, Activity).where(agreement_id=[each.id for each in held]))
    for each in sorted(held, key=lambda each: (each.expires_on or date.max, each.title)):
        activities = sorted((one for one in done if one.agreement_id == each.id), key=_day)
        parties = tuple(names[key] for key in each.party_ids)
        yield AgreementLine(each.id, each, parties, tuple(activities))


def _day(activity: Activity) -> date:
    return activity.on


def _gifts(
    found: Dossier, earlier: Sequence[Dossier], allowances: Allowances
) -> Iterator[GiftLine]:
    for gift in found.gifts:
        is_given = gift.direction is GiftDirection.GIVEN
        person = gift.received_by_person_id if is_given else gift.given_by_person_id
        stop = found.stop(gift.stop_id)
        body = (gift.received_by_body_id if is_given else gift.given_by_body_id) or (
            stop.host_id if stop else None
        )
        who, host = found.person(person), found.organisation(body)
        other = (who.name if who else "") or (host.name if host else "")
        before = found.delegation.starts_on
        last = last_gifts(earlier, body, before) if body and is_given else ()
        items = tuple(each.item for each in last)
        yield GiftLine(gift.id, gift, other, items, limit_exceeded(gift, allowances))


def _inbound(session: Session, hosts: Sequence[Organisation]) -> Iterator[InboundLine]:
    """Visits of the hosts to us, the latest first."""
    names = {host.id: host.name for host in hosts}
    held = Repository(session.connection(), InboundVisit).where(organisation_id=list(names))
    for visit in sorted(held, key=lambda each: each.starts_on, reverse=True):
        yield InboundLine(visit.id, visit, names[visit.organisation_id])


def _years(dossiers: Sequence[Dossier], hosts: Sequence[Organisation]) -> Iterator[YearLine]:
    for host in hosts:
        for year in reversed(balance(dossiers, host.id)):
            gifts = last_gifts(dossiers, host.id, date(year.year + 1, 1, 1))
            yield YearLine(
                (host.id, year.year),
                host.name,
                year,
                tuple(gift.item for gift in gifts if _year_of(dossiers, gift) == year.year),
            )


def _year_of(dossiers: Sequence[Dossier], gift: Gift) -> int:
    if gift.on:
        return gift.on.year
    return next(
        held.delegation.ends_on.year
        for held in dossiers
        if held.delegation.id == gift.delegation_id
    )
