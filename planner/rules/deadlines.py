"""What is due when: the clocks of a profile, shares of work, follow-ups, agreements."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from planner.domain.delegation import Delegation, DelegationState
from planner.domain.dossier import Dossier
from planner.domain.follow_up import FollowUpState
from planner.domain.gift import GiftDirection
from planner.domain.profile import Anchor, Clock, ReportProfile
from planner.domain.stop import StopStatus
from planner.rules.calendars import WorkCalendar
from planner.rules.follow_through import standings
from planner.rules.months import months_later
from planner.rules.notice import Notice, Severity, Spot
from planner.rules.transfers import Allowances

REPORT_FILED = "report_filed"
_WEEK = timedelta(days=7)


class Urgency(StrEnum):
    LATE = "late"
    TODAY = "today"
    THIS_WEEK = "this_week"
    LATER = "later"
    WAITING = "waiting"
    DONE = "done"


@dataclass(frozen=True)
class Due:
    """Something owed by a day. `clock` is the profile's, where it is one of those.

    `is_done` is None where no record can tell.
    """

    where: Spot
    on: date
    urgency: Urgency
    days_left: int
    clock: Clock | None = None
    is_done: bool | None = None

    def title_in(self, language: str) -> str:
        return self.clock.title.in_(language) if self.clock else self.where.name


class Travelled(Protocol):
    """As much of a delegation as its clocks ask for."""

    @property
    def state(self) -> DelegationState: ...
    @property
    def countries(self) -> tuple[str, ...]: ...
    @property
    def starts_on(self) -> date: ...
    @property
    def ends_on(self) -> date: ...
    @property
    def reported_on(self) -> date | None: ...


def clock_days(
    delegation: Travelled, profile: ReportProfile, calendar: WorkCalendar, until: date
) -> Iterator[tuple[Clock, date]]:
    """The days of the clocks that run for a delegation; those that repeat up to `until`."""
    if delegation.state is DelegationState.CANCELLED:
        return
    anchors = {
        Anchor.DEPARTURE: delegation.starts_on,
        Anchor.RETURN: delegation.ends_on,
        Anchor.FILED: delegation.reported_on,
    }
    for clock in profile.clocks:
        anchor = anchors[clock.anchor]
        if anchor is None or not _runs_for(clock, delegation):
            continue
        day = _counted(clock, anchor, calendar, 1)
        yield clock, day
        round_number = 2
        while clock.repeats and anchor < day < until:
            day = _counted(clock, anchor, calendar, round_number)
            round_number += 1
            yield clock, day


def report_day(
    delegation: Travelled, profile: ReportProfile, calendar: WorkCalendar
) -> date | None:
    """By when the report is to be filed; None where the profile sets no day."""
    days = clock_days(delegation, profile, calendar, delegation.ends_on)
    return next((day for clock, day in days if clock.key == REPORT_FILED), None)


def dues(
    dossier: Dossier,
    profile: ReportProfile,
    today: date,
    calendar: WorkCalendar,
    allowances: Allowances | None = None,
) -> tuple[Due, ...]:
    """All that a delegation owes, by day."""
    found = (
        *_clocks(dossier, profile, today, calendar, allowances or Allowances()),
        *_work_shares(dossier, today),
        *_follow_ups(dossier, today),
        *_agreements(dossier, today),
    )
    return tuple(sorted(found, key=lambda due: (due.on, due.where.name)))


def late_report(
    delegation: Delegation, profile: ReportProfile, today: date, calendar: WorkCalendar
) -> Iterator[Notice]:
    if delegation.state is DelegationState.FILED:
        return
    for clock, day in clock_days(delegation, profile, calendar, today):
        if clock.key == REPORT_FILED and day < today:
            context = {"due_on": day, "days": (today - day).days}
            spot = Spot.of(delegation, "state")
            yield Notice("report.late", Severity.MUST, spot, context)


def urgency(on: date, today: date, *, is_waiting: bool = False) -> Urgency:
    """By the day it is due; what waits for others only while it is not late."""
    if on < today:
        return Urgency.LATE
    if is_waiting:
        return Urgency.WAITING
    if on == today:
        return Urgency.TODAY
    return Urgency.THIS_WEEK if on < today + _WEEK else Urgency.LATER


def _runs_for(clock: Clock, delegation: Travelled) -> bool:
    return not clock.countries or not set(clock.countries).isdisjoint(delegation.countries)


def _counted(clock: Clock, anchor: date, calendar: WorkCalendar, rounds: int) -> date:
    if clock.months is not None:
        return months_later(anchor, clock.months * rounds)
    if clock.working_days is not None:
        return calendar.working_days_later(anchor, clock.working_days * rounds)
    return anchor + timedelta(days=(clock.days or 0) * rounds)


# Whether it was done, as far as records tell


def _clocks(
    dossier: Dossier,
    profile: ReportProfile,
    today: date,
    calendar: WorkCalendar,
    allowances: Allowances,
) -> Iterator[Due]:
    where = Spot.of(dossier.delegation)
    ticked = {each.clock for each in dossier.follow_ups if each.state is FollowUpState.CLOSED}
    rounds: dict[str, date] = {}
    for clock, day in clock_days(dossier.delegation, profile, calendar, today):
        is_done: bool | None
        if clock.repeats:
            is_done = _was_reviewed(dossier, rounds.get(clock.key, date.min), day)
            rounds[clock.key] = day
        else:
            told = _DONE.get(clock.key)
            is_done = told(dossier, allowances) if told else None
            if is_done is None and clock.key in ticked:
                is_done = True
        state = Urgency.DONE if is_done else urgency(day, today)
        yield Due(where, day, state, (day - today).days, clock, is_done)


def _was_reviewed(dossier: Dossier, since: date, until: date) -> bool:
    """Whether each recommendation had a decision or progress told in the round, or is settled."""
    settled = {
        each.recommendation_id
        for each in dossier.follow_ups
        if each.state is FollowUpState.CLOSED and each.closed_on and each.closed_on <= until
    }
    decided = {
        each.recommendation_id for each in dossier.decisions if since < each.decided_on <= until
    }
    about = {follow_up.id: follow_up.recommendation_id for follow_up in dossier.follow_ups}
    moved = {about.get(each.follow_up_id) for each in dossier.progress if since < each.on <= until}
    return all(each.id in settled | decided | moved for each in dossier.recommendations)


def _hosts_were_asked(dossier: Dossier, _: Allowances) -> bool:
    return all(
        stop.status is not StopStatus.IDEA for stop in dossier.stops if stop.host_id is not None
    )


def _gifts_were_reported(dossier: Dossier, _: Allowances) -> bool:
    return all(
        gift.reported_on is not None
        for gift in dossier.gifts
        if gift.direction is GiftDirection.RECEIVED
    )


def _passports_are_valid(dossier: Dossier, allowances: Allowances) -> bool | None:
    expiries = [member.passport_expires_on for member in dossier.members]
    wanted = months_later(dossier.delegation.ends_on, allowances.passport_months)
    if not expiries or None in expiries:
        return None
    return all(expiry >= wanted for expiry in expiries if expiry)


def _is_filed(dossier: Dossier, _: Allowances) -> bool:
    return dossier.delegation.state is DelegationState.FILED


_DONE: Mapping[str, Callable[[Dossier, Allowances], bool | None]] = MappingProxyType(
    {
        REPORT_FILED: _is_filed,
        "hosts_notified": _hosts_were_asked,
        "gift_reported": _gifts_were_reported,
        "passport_valid": _passports_are_valid,
    }
)
"""By the key of the clock; people tick others off by a closed follow-up that names the clock."""


# Other things owed


def _work_shares(dossier: Dossier, today: date) -> Iterator[Due]:
    for share in dossier.work_shares:
        if share.due_on is None:
            continue
        body = dossier.organisation(share.body_id)
        where = Spot.of(share, "due_on", name=body.name if body else share.task)
        is_done = share.done_on is not None
        state = Urgency.DONE if is_done else urgency(share.due_on, today)
        yield Due(where, share.due_on, state, (share.due_on - today).days, is_done=is_done)


def _follow_ups(dossier: Dossier, today: date) -> Iterator[Due]:
    for standing in standings(dossier, today):
        follow_up = standing.follow_up
        days = [day for day in (follow_up.due_on, standing.review_on) if day]
        if not standing.is_open or not days:
            continue
        on = min(days)
        is_waiting = follow_up.state is FollowUpState.WAITING
        state = urgency(on, today, is_waiting=is_waiting)
        yield Due(Spot.of(follow_up, "due_on"), on, state, (on - today).days, is_done=False)


def _agreements(dossier: Dossier, today: date) -> Iterator[Due]:
    """The last day to give notice, or the expiry where none is agreed."""
    for agreement in dossier.agreements:
        if agreement.expires_on is None or agreement.expires_on < today:
            continue
        on = agreement.expires_on - timedelta(days=agreement.notice_days or 0)
        where = Spot.of(agreement, "expires_on")
        yield Due(where, on, urgency(on, today), (on - today).days)
