"""What became of recommendations and promises: late, up for review, carried to the next trip."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from planner.domain.dossier import Dossier
from planner.domain.follow_up import FollowUp, FollowUpState, Progress
from planner.domain.outcome import Decision, Recommendation
from planner.rules.months import months_later
from planner.rules.notice import Notice, Severity, Spot
from planner.rules.similarity import likeness
from planner.rules.thread import stop_of_outcome

RED_AFTER_MONTHS = 6
_SAME_SUBJECT = 0.45


@dataclass(frozen=True)
class Standing:
    """Where one follow-up is on a day."""

    follow_up: FollowUp
    opened_on: date | None
    last_entry: Progress | None
    days_late: int
    days_waiting: int
    is_red: bool
    review_on: date | None

    @property
    def is_open(self) -> bool:
        return self.follow_up.state is not FollowUpState.CLOSED

    @property
    def is_late(self) -> bool:
        return self.days_late > 0


def standings(dossier: Dossier, today: date) -> tuple[Standing, ...]:
    """Each follow-up of a delegation, in its order; those without a day opened on its end."""
    entries: defaultdict[UUID, list[Progress]] = defaultdict(list)
    for entry in dossier.progress:
        entries[entry.follow_up_id].append(entry)
    return tuple(
        standing(follow_up, entries[follow_up.id], today, dossier.delegation.ends_on)
        for follow_up in dossier.follow_ups
    )


def standing(
    follow_up: FollowUp, entries: Sequence[Progress], today: date, opened_at_latest: date
) -> Standing:
    opened = follow_up.opened_on or min((entry.on for entry in entries), default=opened_at_latest)
    last = max(entries, key=lambda entry: entry.on, default=None)
    is_open = follow_up.state is not FollowUpState.CLOSED
    late = (today - follow_up.due_on).days if is_open and follow_up.due_on else 0
    since = last.on if last else opened
    is_waiting = follow_up.state is FollowUpState.WAITING
    review_on = None
    if is_open and follow_up.review_every_months:
        review_on = months_later(since, follow_up.review_every_months)
    return Standing(
        follow_up=follow_up,
        opened_on=opened,
        last_entry=last,
        days_late=max(0, late),
        days_waiting=max(0, (today - since).days) if is_waiting else 0,
        is_red=is_open and (late > 0 or months_later(opened, RED_AFTER_MONTHS) <= today),
        review_on=review_on,
    )


def follow_up_notices(dossier: Dossier, today: date) -> Iterator[Notice]:
    proven = {proof.follow_up_id for proof in dossier.proofs}
    open_ids = {each.id for each in dossier.follow_ups if each.state is not FollowUpState.CLOSED}
    for each in standings(dossier, today):
        follow_up, where = each.follow_up, Spot.of(each.follow_up)
        name = where.name
        if each.is_late:
            yield Notice(
                "follow_up.late",
                Severity.SHOULD,
                where.at("due_on"),
                {"name": name, "days": each.days_late, "due_on": follow_up.due_on},
                "tell_progress",
            )
        elif each.is_red:
            yield Notice(
                "follow_up.open_too_long",
                Severity.SHOULD,
                where.at("state"),
                {"name": name, "opened_on": each.opened_on, "months": RED_AFTER_MONTHS},
                "tell_progress",
            )
        if not each.is_open and follow_up.is_priority and follow_up.id not in proven:
            yield Notice(
                "follow_up.priority_without_proof",
                Severity.MUST,
                where.at("proofs"),
                {"name": name},
                "add_proof",
            )
        waited_for = [key for key in follow_up.depends_on_ids if key in open_ids]
        if not each.is_open and waited_for:
            yield Notice(
                "follow_up.closed_before_others",
                Severity.SHOULD,
                where.at("depends_on_ids"),
                {"name": name, "count": len(waited_for)},
            )


# The adoption table


@dataclass(frozen=True)
class AdoptionRow:
    """One recommendation with its decision, who works on it, and how far that is."""

    recommendation: Recommendation
    decision: Decision | None
    responsible: tuple[str, ...]
    assisting: tuple[str, ...]
    progress: tuple[Progress, ...]
    due_on: date | None
    follow_ups: tuple[Standing, ...]
    delegation_id: UUID
    delegation_title: str

    @property
    def is_settled(self) -> bool:
        return bool(self.follow_ups) and not any(each.is_open for each in self.follow_ups)


def adoption_rows(
    dossier: Dossier, today: date, *, since: date | None = None
) -> tuple[AdoptionRow, ...]:
    """By recommendation, as it stood on a day; `since` keeps progress of the period only."""
    decisions: defaultdict[UUID, list[Decision]] = defaultdict(list)
    for decision in dossier.decisions:
        if decision.decided_on <= today:
            decisions[decision.recommendation_id].append(decision)
    work: defaultdict[UUID | None, list[Standing]] = defaultdict(list)
    for each in standings(dossier, today):
        work[each.follow_up.recommendation_id].append(each)
    return tuple(
        _row(dossier, recommendation, decisions[recommendation.id], work, today, since)
        for recommendation in sorted(dossier.recommendations, key=lambda each: each.number)
    )


def _row(
    dossier: Dossier,
    recommendation: Recommendation,
    decisions: Sequence[Decision],
    work: defaultdict[UUID | None, list[Standing]],
    today: date,
    since: date | None,
) -> AdoptionRow:
    mine = work[recommendation.id]
    keys = {each.follow_up.id for each in mine}
    owners = tuple(
        dict.fromkeys(name for each in mine if (name := owner_name(dossier, each.follow_up)))
    )
    addressee = dossier.organisation(recommendation.addressee_id)
    responsible = (addressee.name,) if addressee else owners[:1]
    return AdoptionRow(
        recommendation=recommendation,
        decision=max(decisions, key=lambda decision: decision.decided_on, default=None),
        responsible=responsible,
        assisting=tuple(name for name in owners if name not in responsible),
        progress=tuple(
            entry
            for entry in sorted(dossier.progress, key=lambda entry: entry.on)
            if entry.follow_up_id in keys
            and entry.on <= today
            and (since is None or entry.on >= since)
        ),
        due_on=min((each.follow_up.due_on for each in mine if each.follow_up.due_on), default=None),
        follow_ups=tuple(mine),
        delegation_id=dossier.delegation.id,
        delegation_title=dossier.delegation.title,
    )


def owner_name(dossier: Dossier, follow_up: FollowUp) -> str:
    """The person, the unit or the outside body that owns it; empty where none does."""
    person = dossier.person(follow_up.owner_person_id)
    body = dossier.organisation(follow_up.owner_body_id)
    return (person.name if person else "") or (body.name if body else "") or follow_up.owner_name


def in_period(dossier: Dossier, since: date, until: date) -> Dossier:
    """As it stood on the last day of a period, with the progress of the period only.

    What was closed later was still open then.
    """
    opened = (
        each for each in dossier.follow_ups if each.opened_on is None or each.opened_on <= until
    )
    return dossier.model_copy(
        update={
            "decisions": tuple(each for each in dossier.decisions if each.decided_on <= until),
            "progress": tuple(each for each in dossier.progress if since <= each.on <= until),
            "follow_ups": tuple(_as_of(each, until) for each in opened),
        }
    )


def _as_of(follow_up: FollowUp, day: date) -> FollowUp:
    if follow_up.closed_on is None or follow_up.closed_on <= day:
        return follow_up
    return follow_up.with_(
        state=FollowUpState.IN_PROGRESS, closed_on=None, done="", confirmed_by=""
    )


# Earlier delegations


@dataclass(frozen=True)
class EarlierMatter:
    """An earlier recommendation as it stands, and why it matters here: shared hosts or subject.

    `is_taken_up` is what a person chose for this report and agenda; None where nobody has yet.
    """

    row: AdoptionRow
    hosts: tuple[UUID, ...]
    likeness: float
    is_taken_up: bool | None = None


def is_same_subject(one: str, other: str) -> bool:
    """Told by the titles of two delegations."""
    return likeness(one, other) >= _SAME_SUBJECT


def earlier_matters(
    dossier: Dossier, earlier: Iterable[Dossier], today: date
) -> tuple[EarlierMatter, ...]:
    """Recommendations of earlier delegations to the same hosts or on the same subject."""
    chosen = {each.recommendation: each.is_taken_up for each in dossier.matter_choices}
    hosts = {stop.host_id for stop in dossier.stops if stop.host_id}
    begun = dossier.delegation.starts_on
    found: list[EarlierMatter] = []
    for past in sorted(earlier, key=lambda past: past.delegation.starts_on):
        if past.delegation.starts_on >= begun or past.delegation.id == dossier.delegation.id:
            continue
        alike = likeness(past.delegation.title, dossier.delegation.title)
        for row in adoption_rows(past, today):
            shared = tuple(key for key in _hosts_of(past, row.recommendation) if key in hosts)
            if shared or is_same_subject(past.delegation.title, dossier.delegation.title):
                choice = chosen.get(row.recommendation.id)
                found.append(EarlierMatter(row, shared, alike, choice))
    return tuple(found)


def matters_taken_up(
    dossier: Dossier, earlier: Iterable[Dossier], today: date
) -> tuple[EarlierMatter, ...]:
    """The table of the next report, and the matters arising of the next visit's agenda.

    What nobody has chosen on goes in: nothing is left out in silence.
    """
    found = earlier_matters(dossier, earlier, today)
    return tuple(each for each in found if each.is_taken_up is not False)


def _hosts_of(dossier: Dossier, recommendation: Recommendation) -> tuple[UUID, ...]:
    """The hosts it grew out of; all of the delegation's where its grounds name no stop."""
    stop_of = stop_of_outcome(dossier)
    grounds = (*recommendation.finding_ids, *recommendation.promise_ids)
    stops = [dossier.stop(stop_of.get(key)) for key in grounds]
    hosts = [stop.host_id for stop in stops if stop and stop.host_id]
    if not hosts:
        hosts = [stop.host_id for stop in dossier.stops if stop.host_id]
    return tuple(dict.fromkeys(hosts))
