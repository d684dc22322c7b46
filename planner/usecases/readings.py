"""Taking in what was read from a report: matched against the store, one edit taken back whole."""

import re
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from planner.domain.briefing import Fact, Relation, Source
from planner.domain.changes import EditName
from planner.domain.delegation import Delegation, DelegationState, Objective, WorkShare
from planner.domain.entity import Entity
from planner.domain.errors import UnreadableFile
from planner.domain.organisation import Organisation, OrganisationKind
from planner.domain.outcome import Promise, Recommendation
from planner.domain.person import Person, Post
from planner.domain.seminar import Seminar, Talk
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.domain.values import Moment, PartOfDay, Quantity, Side
from planner.exchange.reading.found import (
    FoundDay,
    FoundFact,
    FoundOrganisation,
    FoundPerson,
    FoundSource,
    ReadReport,
)
from planner.rules.identity import same_organisation, same_person
from planner.store.unit_of_work import UnitOfWork
from planner.usecases.briefing import attach_sources

CONFIDENT = 0.7
_SAME = 0.85
_LONGEST_TITLE = 120
_KINDS = (
    (OrganisationKind.UNIVERSITY, re.compile("大學|學院$|大学|University|College")),
    (OrganisationKind.COMPANY, re.compile("公司|集團|集团|Company|Corp|Ltd|Inc|Group")),
    (OrganisationKind.PARK, re.compile("園區|開發區|园区|开发区|Park|Zone")),
    (
        OrganisationKind.GOVERNMENT,
        re.compile("政府|委員會$|[部廳局署處]$|辦公室$|Ministry|Bureau|Agency|Council|Commission"),
    ),
    (OrganisationKind.INSTITUTE, re.compile("院$|所$|中心$|Institute|Academy|Laborator|Cent")),
    (OrganisationKind.ASSOCIATION, re.compile("會$|Association|Society|Foundation|Federation")),
)
_STOP_KINDS = (
    (StopKind.SEMINAR, re.compile("研討會|座談|論壇|工作坊|seminar|symposium|workshop", re.I)),
    (StopKind.VISIT, re.compile("參訪|參觀|拜會|拜訪|訪問|考察|visit|tour|called? on", re.I)),
    (StopKind.FLIGHT, re.compile("搭機|班機|飛抵|飛往|機場|返[臺台國]|flight|flew|airport", re.I)),
    (StopKind.TRAIN, re.compile("高鐵|火車|動車|新幹線|by train", re.I)),
    (StopKind.MEAL, re.compile("晚宴|午宴|餐敘|設宴|dinner|lunch|banquet", re.I)),
)
_BOTH = re.compile("雙方|双方|both|兩[校院]", re.IGNORECASE)


def _stop_kind(text: str, *, is_visit: bool) -> StopKind:
    """A visit where a host is named, else what the words of the account tell."""
    told = (kind for kind, words in _STOP_KINDS if words.search(text))
    return StopKind.VISIT if is_visit else next(told, StopKind.FREE)


def name_of_reading(file: str) -> EditName:
    return EditName("import_reading", {"file": file})


def take_in(work: UnitOfWork, report: ReadReport, file: str, into: UUID | None) -> int:
    """Store the surer findings under a delegation, or under a new one; tells how many are new.

    What the store has already is not stored again. Raises UnreadableFile where a new delegation
    is asked for and the report does not tell its days.
    """
    taker = _Taker(work, report, file)
    taker.delegation = (
        work.get(Delegation, into) if into is not None else taker.add(_delegation(report, file))
    )
    taker.bodies()
    taker.people()
    taker.aims()
    taker.days()
    taker.talks()
    taker.outcomes()
    taker.background()
    return taker.count


def _delegation(report: ReadReport, file: str) -> Delegation:
    if report.period.start is None or report.period.end is None:
        raise UnreadableFile("report_file.no_period", name=file)
    return Delegation.checked(
        {
            "title": _line(report.title or file),
            "starts_on": report.period.start,
            "ends_on": report.period.end,
            "state": DelegationState.FILED,
        }
    )


class _Taker:
    """One import while it runs: what was matched or added, by the names the report uses."""

    delegation: Delegation

    def __init__(self, work: UnitOfWork, report: ReadReport, file: str) -> None:
        self._work = work
        self._report = report
        self._file = file
        self._bodies: dict[str, Organisation] = {}
        self._people: dict[str, Person] = {}
        self._stops: dict[tuple[str, UUID | None], Stop] = {}
        self.count = 0

    def add(self, record: Any) -> Any:
        self._work.add(record)
        self.count += 1
        return record

    def bodies(self) -> None:
        stored = list(self._work.where(Organisation))
        source: Source | None = None
        for found in self._report.organisations:
            if found.sure < CONFIDENT:
                continue
            body = _organisation(found)
            known = _best(stored, lambda other, body=body: same_organisation(other, body))
            if known is None:
                known = self.add(body)
                stored.append(known)
            for name in found.names:
                self._bodies[name] = known
            if found.facts and source is None:
                source = self._source()
            if source is not None:
                self._facts(known, found.facts, source)

    def people(self) -> None:
        stored = list(self._work.where(Person))
        for found in self._report.people:
            if found.sure < CONFIDENT:
                continue
            person = Person.checked({"name": _line(found.name)})
            known = _best(stored, lambda other, person=person: same_person(other, person))
            if known is None:
                known = self.add(person)
                stored.append(known)
                self._posts(known, found)
            self._people[found.name] = known

    def aims(self) -> None:
        if self._work.where(Objective, delegation_id=self.delegation.id):
            return
        for number, purpose in enumerate(self._report.purposes, start=1):
            self._under(Objective, number=number, title=_line(purpose.title))
        for position, share in enumerate(self._report.work_shares):
            body = self._bodies.get(share.body)
            task = share.task if body else f"{share.body}: {share.task}"
            self._under(WorkShare, position=position, body_id=body.id if body else None, task=task)

    def days(self) -> None:
        for stop in self._work.where(Stop, delegation_id=self.delegation.id):
            self._stops[stop.starts.day.isoformat(), stop.host_id] = stop
        for day in self._report.days:
            if (
                self.delegation.starts_on.isoformat()
                <= day.date
                <= self.delegation.ends_on.isoformat()
            ):
                self._day(day)

    def talks(self) -> None:
        talks = [talk for talk in self._report.talks if talk.side in (Side.OWN, Side.HOST)]
        if not talks or self._work.where(Seminar, delegation_id=self.delegation.id):
            return
        seminar = self._under(Seminar, title=_line(self._report.title or self._file))
        for number, talk in enumerate(talks, start=1):
            speaker = self._people.get(talk.speaker)
            self.add(
                Talk.checked(
                    {
                        "seminar_id": seminar.id,
                        "number": number,
                        "title": _line(talk.title),
                        "speaker_ids": (speaker.id,) if speaker else (),
                        "side": talk.side,
                    }
                )
            )

    def outcomes(self) -> None:
        told = self._work.where(Recommendation, delegation_id=self.delegation.id)
        known = {advice.text for advice in told}
        number = max((advice.number for advice in told), default=0)
        for found in self._report.recommendations:
            if found.text not in known and found.sure >= CONFIDENT:
                number += 1
                title = _line(re.split("[。；;]|[.] ", found.text)[0])
                self._under(Recommendation, number=number, title=title, text=found.text)
        promised = {
            promise.text for promise in self._work.where(Promise, delegation_id=self.delegation.id)
        }
        for promise in self._report.promises:
            if promise.text not in promised and promise.sure >= CONFIDENT:
                self._promise(promise.text, promise.by)

    def _promise(self, text: str, by: str | None) -> None:
        person, body = self._people.get(by or ""), self._bodies.get(by or "")
        self._under(
            Promise,
            text=text,
            is_mutual=bool(_BOTH.search(by or "")),
            by_person_ids=(person.id,) if person else (),
            by_body_ids=(body.id,) if body else (),
        )

    def _day(self, day: FoundDay) -> None:
        fresh: set[tuple[str, UUID | None]] = set()
        for position, stop in enumerate(day.stops):
            host = self._bodies.get(stop.host or "")
            key = (day.date, host.id if host else None)
            if key in self._stops and key not in fresh:
                continue
            fresh.add(key)
            part = PartOfDay(stop.part) if stop.part else None
            self._stops[key] = self._under(
                Stop,
                stop_kind=_stop_kind(stop.text, is_visit=host is not None),
                title="" if host else _line(re.split("[，。；;,]", stop.text)[0]),
                starts=Moment(day=day.date, part=part),
                position=position,
                host_id=host.id if host else None,
                status=StopStatus.HELD,
                narrative=stop.text,
            )

    def _posts(self, person: Person, found: FoundPerson) -> None:
        body = self._body_of(found.organisation or "")
        for title in found.titles:
            self.add(
                Post.checked(
                    {
                        "person_id": person.id,
                        "organisation_id": body.id if body else None,
                        "title": _line(title),
                        "note": "" if body else _line(found.organisation or ""),
                    }
                )
            )

    def _body_of(self, written: str) -> Organisation | None:
        """The body a unit is part of, where only that is on record."""
        names = [name for name in self._bodies if written.startswith(name)]
        return self._bodies[max(names, key=len)] if names else None

    def _source(self) -> Source:
        title = _line(self._report.title or self._file)
        known = next(iter(self._work.where(Source, title=title)), None)
        return known or self.add(Source.checked({"title": title}))

    def background(self) -> None:
        """What an article tells: itself as the source, and its numbers; two values both stay."""
        for told in self._report.sources:
            source = self._article(told)
            attach_sources(self._work, self.delegation.id, [source.id])
            stored = list(self._work.where(Fact, source_id=source.id))
            known = {(fact.metric, fact.place, fact.quantity, fact.text) for fact in stored}
            for each in self._report.facts:
                fact = _fact(each, _line(each.subject or each.metric), source)
                if (fact.metric, fact.place, fact.quantity, fact.text) not in known:
                    self.add(fact)
            self._relations(source)

    def _relations(self, source: Source) -> None:
        held = self._work.where(Relation, source_id=source.id)
        known = {(each.subject, each.verb, each.object) for each in held}
        for told in self._report.relations:
            said = (_line(told.subject), _line(told.verb), _line(told.object))
            if said not in known and told.sure >= CONFIDENT:
                known.add(said)
                values = dict(zip(("subject", "verb", "object"), said, strict=True))
                self.add(Relation.checked({**values, "source_id": source.id}))

    def _article(self, told: FoundSource) -> Source:
        fields = ("title", "author", "author_post", "publisher", "issue")
        values = {name: _line(getattr(told, name)) for name in fields}
        values["title"] = values["title"] or _line(self._file)
        known = next(iter(self._work.where(Source, title=values["title"])), None)
        return known or self.add(Source.checked(values))

    def _facts(self, body: Organisation, found: Sequence[FoundFact], source: Source) -> None:
        known = {
            (fact.metric, fact.quantity, fact.text)
            for fact in self._work.where(Fact, organisation_id=body.id)
        }
        for each in found:
            fact = _fact(each, _line(body.name), source, organisation_id=body.id)
            if (fact.metric, fact.quantity, fact.text) not in known:
                self.add(fact)

    def _under(self, entity: type[Entity], **values: Any) -> Any:
        return self.add(entity.checked({"delegation_id": self.delegation.id, **values}))


def _fact(found: FoundFact, subject: str, source: Source, **more: Any) -> Fact:
    written = f"{found.value}{found.unit}"
    quantity = Quantity.read(written)
    values = {
        "subject": subject,
        "metric": _line(found.metric),
        "quantity": quantity,
        "text": "" if quantity else _line(written),
        "as_of": found.as_of or None,
        "place": _line(found.place),
        "source_id": source.id,
    }
    return Fact.checked(values | more)


def _organisation(found: FoundOrganisation) -> Organisation:
    kind = next(
        (kind for kind, words in _KINDS if words.search(found.name)), OrganisationKind.OTHER
    )
    return Organisation.checked(
        {
            "name": _line(found.name),
            "aliases": tuple(_line(alias) for alias in found.aliases),
            "organisation_kind": kind,
            "city": _line(found.city or ""),
            "founded": found.founded,
        }
    )


def _best(stored: Sequence[Any], match_of: Any) -> Any:
    """The stored record that is surely the same; None where none or only a likely one is."""
    scored = ((match.score, other) for other in stored if (match := match_of(other)) is not None)
    score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best if score >= _SAME else None


def _line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_TITLE]
