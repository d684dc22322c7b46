"""What came of earlier delegations, and what is still open between us and a host."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from planner.domain.delegation import Member
from planner.domain.dossier import Dossier
from planner.domain.follow_up import FollowUp, FollowUpState
from planner.domain.gift import GiftDirection
from planner.domain.outcome import Promise, Verdict
from planner.domain.stop import Stop
from planner.papers.live_tables import decided, owner_of
from planner.papers.naming import Naming
from planner.papers.pieces import BAND, capital, filled, lines, list_table
from planner.papers.programme import planned, with_post
from planner.papers.prose import label_of
from planner.papers.template import Commission
from planner.rules.follow_through import AdoptionRow, EarlierMatter, Standing, matters_taken_up
from planner.rules.months import months_later
from planner.typesetting.document import Cell, Inlines, Table

_Cells = Sequence[Cell | Inlines | None]
_DONE_WITH = frozenset({Verdict.NOT_ADOPTED, Verdict.ON_FILE})
_TRIPS_WITHIN = 24  # months


def last_entry(dossiers: Iterable[Dossier]) -> date | None:
    """The day of the latest thing that is told of recommendations and follow-ups."""
    days = [
        day
        for each in dossiers
        for day in (
            *(entry.on for entry in each.progress),
            *(decision.decided_on for decision in each.decisions),
            *(follow_up.closed_on for follow_up in each.follow_ups if follow_up.closed_on),
        )
    ]
    return max(days, default=None)


def _namings(commission: Commission) -> dict[UUID, Naming]:
    """Names as each earlier delegation knows them, the earliest first."""
    return {
        each.delegation.id: Naming(each, commission.words) for each in reversed(commission.earlier)
    }


# The table of a report


def adoption_table(commission: Commission) -> Table | None:
    """What became of recommendations that earlier delegations made on the same hosts or subject."""
    words, dossier = commission.words, commission.dossier
    delegation = dossier.delegation
    day = delegation.reported_on or last_entry(commission.earlier) or delegation.ends_on
    found = matters_taken_up(dossier, commission.earlier, day)
    if not found:
        return None
    heads = (
        words.kind("recommendation"),
        words.kind("decision"),
        words("paper.progress"),
        words.field("state"),
        words("paper.day"),
    )
    return list_table(
        heads,
        _adoption(found, _namings(commission)),
        shares=(3.2, 1.7, 4.5, 2, 2.7),
        caption=words("paper.table.earlier", day=day),
        label=label_of("table", "earlier"),
    )


def _adoption(found: Sequence[EarlierMatter], namings: dict[UUID, Naming]) -> Iterator[_Cells]:
    for key, naming in namings.items():
        rows = [each.row for each in found if each.row.delegation_id == key]
        if rows:
            title = naming.run(naming.dated_title, bold=True)
            yield (Cell(title, across=5, shade=BAND), None, None, None, None)
        for row in rows:
            yield from _row(row, naming)


def _row(row: AdoptionRow, naming: Naming) -> Iterator[_Cells]:
    words, decision = naming.words, row.decision
    told = words("paper.numbered", number=row.recommendation.number, title=row.recommendation.title)
    down = max(len(row.follow_ups), 1)
    head = (
        Cell(naming.run(told), down=down),
        Cell(decided(decision, naming), down=down),
    )
    if not row.follow_ups:
        is_over = decision is not None and decision.verdict in _DONE_WITH
        missing = "" if is_over else filled("", words)
        yield (*head, missing, missing, words.text(decision.decided_on) if decision else missing)
    for index, standing in enumerate(row.follow_ups):
        yield (*(head if index == 0 else (None, None)), *_standing(standing, row, naming))


def _standing(standing: Standing, row: AdoptionRow, naming: Naming) -> tuple[Inlines, ...]:
    words, follow_up = naming.words, standing.follow_up
    told = [
        naming.run(words("paper.dated", day=entry.on, text=entry.text))
        for entry in row.progress
        if entry.follow_up_id == follow_up.id
    ]
    if follow_up.done:
        told.append(naming.run(follow_up.done))
    last = follow_up.closed_on or (standing.last_entry.on if standing.last_entry else None)
    return (
        lines((naming.run(follow_up.text), *told)),
        words.value(follow_up.state),
        filled(words.text(last), words),
    )


# What is open


@dataclass(frozen=True)
class Matter:
    """Something open with hosts: what it came of and when, and who works on it."""

    text: str
    origin: str
    on: date
    hosts: frozenset[UUID]
    tasks: tuple[FollowUp, ...]
    naming: Naming


def open_promises(naming: Naming) -> Iterator[Matter]:
    """Promises of one delegation that nobody has kept yet."""
    words, dossier = naming.words, naming.dossier
    for promise in dossier.promises:
        tasks = [each for each in dossier.follow_ups if each.promise_id == promise.id]
        left = _open(tasks)
        if left or not tasks:
            stop = dossier.stop(promise.stop_id)
            side = words("paper.mutual") if promise.is_mutual else words.value(promise.side)
            yield Matter(
                promise.text,
                words("paper.with_detail", text=words.kind("promise"), detail=side),
                stop.starts.day if stop else dossier.delegation.starts_on,
                _hosts_of(promise, stop),
                left,
                naming,
            )


def _hosts_of(promise: Promise, stop: Stop | None) -> frozenset[UUID]:
    at = (stop.host_id,) if stop and stop.host_id else ()
    return frozenset((*at, *promise.by_body_ids, *promise.to_body_ids))


def _open(tasks: Iterable[FollowUp]) -> tuple[FollowUp, ...]:
    return tuple(each for each in tasks if each.state is not FollowUpState.CLOSED)


def matters_arising(commission: Commission) -> tuple[Matter, ...]:
    """What earlier delegations left open with the hosts of this one, the oldest first."""
    dossier, words = commission.dossier, commission.words
    namings = _namings(commission)
    hosts = {stop.host_id for stop in dossier.stops if stop.host_id}
    hosts |= {each.id for each in dossier.organisations if each.parent_id in hosts}
    found = [
        matter
        for naming in namings.values()
        for matter in open_promises(naming)
        if matter.hosts & hosts
    ]
    for each in matters_taken_up(dossier, commission.earlier, dossier.delegation.starts_on):
        row, naming = each.row, namings[each.row.delegation_id]
        is_over = row.decision is not None and row.decision.verdict in _DONE_WITH
        if not (is_over or row.is_settled):
            found.append(
                Matter(
                    row.recommendation.title,
                    words.kind("recommendation"),
                    naming.dossier.delegation.starts_on,
                    frozenset(each.hosts),
                    _open(standing.follow_up for standing in row.follow_ups),
                    naming,
                )
            )
    return tuple(sorted(found, key=lambda matter: matter.on))


def matter_table(matters: Sequence[Matter], naming: Naming, *, tells_hosts: bool) -> Table:
    """Open matters with what they came of; of each earlier one the month too."""
    words = naming.words

    def row(matter: Matter) -> _Cells:
        told = matter.naming
        is_earlier = told.dossier is not naming.dossier
        since = (words.month(matter.on),) if is_earlier else ()
        owners = [owner_of(each, told) for each in matter.tasks]
        hosts = words.names(naming.body(key) for key in matter.hosts)
        return (
            naming.known(hosts),
            naming.run(matter.text),
            lines((capital(matter.origin), *since)),
            filled(lines(naming.run(each.text) for each in matter.tasks), words),
            filled(lines(filled(told.known(owner), words) for owner in owners), words),
        )

    heads = (
        words.field("host_id"),
        words("paper.open_matter"),
        words("paper.origin"),
        words.kind("follow_up"),
        words("paper.responsible"),
    )
    shares = (3 if tells_hosts else 0, 4, 3, 4, 2.4)
    return list_table(heads, map(row, matters), shares=shares)


# What was before


@dataclass(frozen=True)
class Visit:
    """One stop of an earlier delegation at a host."""

    stop: Stop
    naming: Naming

    @property
    def met(self) -> Inlines:
        told = self.naming
        people = (with_post(key, self.stop, told) for key in self.stop.people_met_ids)
        return told.known(told.words.names(people))

    @property
    def gifts(self) -> Inlines:
        """What we gave then, and what we were given."""
        words = self.naming.words
        told = []
        for direction in GiftDirection:
            items = words.names(
                self.naming.gift(gift)
                for gift in self.naming.dossier.gifts
                if gift.stop_id == self.stop.id and gift.direction is direction
            )
            if items:
                told.append(self.naming.run(words(f"paper.gift_{direction}", items=items)))
        return lines(told)


def earlier_visits(hosts: frozenset[UUID], commission: Commission) -> tuple[Visit, ...]:
    """Where earlier delegations met these hosts, the latest first."""
    found = (
        Visit(stop, naming)
        for naming in _namings(commission).values()
        for stop in planned(naming)
        if hosts.intersection((stop.host_id, *stop.unit_ids))
    )
    return tuple(sorted(found, key=lambda visit: visit.stop.starts.day, reverse=True))


def trips_of(member: Member, commission: Commission) -> Inlines:
    """When, where and why a member travelled in the last two years, the latest first."""
    starts_on = commission.dossier.delegation.starts_on
    namings = _namings(commission)
    told = []
    for past in commission.earlier:
        went = member.person_id and any(each.person_id == member.person_id for each in past.members)
        if went and months_later(past.delegation.ends_on, _TRIPS_WITHIN) >= starts_on:
            told.append(namings[past.delegation.id].trip)
    return lines(told)
