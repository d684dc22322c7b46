"""Between us and one host over the years: visits, talks, promises, agreements, gifts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from planner.domain.dossier import Dossier
from planner.domain.follow_up import FollowUpState
from planner.domain.gift import Gift, GiftDirection, GiftHandling
from planner.domain.stop import Stop, StopStatus
from planner.domain.values import Side
from planner.rules.notice import Notice, Severity, Spot
from planner.rules.thread import stop_of_outcome
from planner.rules.transfers import Allowances


class Event(StrEnum):
    VISIT = "visit"
    INBOUND = "inbound"
    TALK = "talk"
    PROMISE = "promise"
    AGREEMENT = "agreement"
    GIFT = "gift"


@dataclass(frozen=True)
class Entry:
    """One thing between us and a host, on its day."""

    on: date
    event: Event
    where: Spot
    side: Side | None
    delegation_id: UUID | None


@dataclass(frozen=True)
class Year:
    """What one year held, and the promises of either side that are still open.

    `visits` are ours to the host, `inbound` those of the host to us.
    """

    year: int
    visits: int
    inbound: int
    own_talks: int
    host_talks: int
    owed_by_us: int
    owed_by_host: int


def timeline(dossiers: Iterable[Dossier], host_id: UUID) -> tuple[Entry, ...]:
    """All that delegations had to do with a host, by day."""
    held = tuple(dossiers)
    received = {
        visit.id: Entry(visit.starts_on, Event.INBOUND, Spot.of(visit), Side.HOST, None)
        for dossier in held
        for visit in dossier.inbound_visits
        if visit.organisation_id == host_id
    }
    found = [entry for dossier in held for entry in _entries(dossier, host_id)]
    found += received.values()
    return tuple(sorted(found, key=lambda entry: (entry.on, entry.event, entry.where.name)))


def balance(dossiers: Iterable[Dossier], host_id: UUID) -> tuple[Year, ...]:
    held = tuple(dossiers)
    entries = timeline(held, host_id)
    settled = {key for dossier in held for key in _settled_promises(dossier)}

    def count(year: int, event: Event, side: Side | None = None) -> int:
        return sum(
            entry.on.year == year
            and entry.event is event
            and (side is None or entry.side is side)
            and (event is not Event.PROMISE or entry.where.key not in settled)
            for entry in entries
        )

    return tuple(
        Year(
            year,
            count(year, Event.VISIT),
            count(year, Event.INBOUND),
            count(year, Event.TALK, Side.OWN),
            count(year, Event.TALK, Side.HOST),
            count(year, Event.PROMISE, Side.OWN),
            count(year, Event.PROMISE, Side.HOST),
        )
        for year in sorted({entry.on.year for entry in entries})
    )


def last_gifts(dossiers: Iterable[Dossier], host_id: UUID, before: date) -> tuple[Gift, ...]:
    """What was given to a host or its people the last time, so that nobody gives it again."""
    given = [
        (day, gift)
        for dossier in dossiers
        for gift in dossier.gifts
        if gift.direction is GiftDirection.GIVEN and _is_for(dossier, gift, host_id)
        if (day := gift.on or dossier.delegation.ends_on) < before
    ]
    last = max((day for day, _ in given), default=None)
    return tuple(gift for day, gift in given if day == last)


def gift_notices(dossier: Dossier, allowances: Allowances) -> Iterator[Notice]:
    """Gifts whose handling nobody noted, and those worth more than one may keep or give."""
    for gift in dossier.gifts:
        is_given = gift.direction is GiftDirection.GIVEN
        context: dict[str, Any] = {"item": gift.item}
        if not is_given and gift.handling is None:
            spot = Spot.of(gift, "handling")
            yield Notice("gift.no_handling", Severity.SHOULD, spot, context, "fill_in")
        limit = limit_exceeded(gift, allowances)
        if limit is None or not (is_given or gift.handling is GiftHandling.KEPT):
            continue
        context |= {"value": gift.value, "limit": limit, "currency": gift.currency}
        if is_given:
            spot = Spot.of(gift, "value")
            yield Notice("gift.too_dear", Severity.SHOULD, spot, context, "correct")
        else:
            spot = Spot.of(gift, "handling")
            yield Notice("gift.over_threshold", Severity.MUST, spot, context, "correct")


def limit_exceeded(gift: Gift, allowances: Allowances) -> Decimal | None:
    """What such a gift may be worth, where it is worth more."""
    is_given = gift.direction is GiftDirection.GIVEN
    limits = allowances.given_gift_limits if is_given else allowances.gift_limits
    limit = limits.get(gift.currency)
    return limit if limit is not None and (gift.value or 0) > limit else None


def _entries(dossier: Dossier, host_id: UUID) -> Iterator[Entry]:
    delegation_id = dossier.delegation.id
    stops = {stop.id: stop for stop in dossier.stops if _is_at(stop, host_id)}
    for stop in stops.values():
        day = stop.starts.day
        yield Entry(day, Event.VISIT, Spot.of(stop), None, delegation_id)
    day_of = {
        seminar.id: stops[seminar.stop_id].starts.day
        for seminar in dossier.seminars
        if seminar.stop_id in stops
    }
    for talk in dossier.talks:
        if talk.seminar_id in day_of:
            day = day_of[talk.seminar_id]
            yield Entry(day, Event.TALK, Spot.of(talk), talk.side, delegation_id)
    stop_of = stop_of_outcome(dossier)
    for promise in dossier.promises:
        heard_at = stops.get(stop_of.get(promise.id, promise.id))
        if heard_at or host_id in (*promise.by_body_ids, *promise.to_body_ids):
            day = heard_at.starts.day if heard_at else dossier.delegation.ends_on
            yield Entry(day, Event.PROMISE, Spot.of(promise), promise.side, delegation_id)
    for agreement in dossier.agreements:
        if host_id in agreement.party_ids:
            day = agreement.signed_on or dossier.delegation.ends_on
            yield Entry(day, Event.AGREEMENT, Spot.of(agreement), None, delegation_id)
    for gift in dossier.gifts:
        if _is_for(dossier, gift, host_id) or gift.given_by_body_id == host_id:
            side = Side.OWN if gift.direction is GiftDirection.GIVEN else Side.HOST
            day = gift.on or dossier.delegation.ends_on
            yield Entry(day, Event.GIFT, Spot.of(gift), side, delegation_id)


def _is_at(stop: Stop, host_id: UUID) -> bool:
    return stop.host_id == host_id and stop.status is not StopStatus.DROPPED


def _is_for(dossier: Dossier, gift: Gift, host_id: UUID) -> bool:
    stop = dossier.stop(gift.stop_id)
    return gift.received_by_body_id == host_id or (stop is not None and stop.host_id == host_id)


def _settled_promises(dossier: Dossier) -> Iterator[UUID]:
    for follow_up in dossier.follow_ups:
        if follow_up.promise_id and follow_up.state is FollowUpState.CLOSED:
            yield follow_up.promise_id
