"""How the findings of a report stand to the store: new, the same, or clashing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import Session

from planner.domain.briefing import Fact, Relation
from planner.domain.delegation import Objective, WorkShare
from planner.domain.entity import Entity
from planner.domain.organisation import Organisation
from planner.domain.outcome import Promise, Recommendation
from planner.domain.person import Person
from planner.domain.seminar import Seminar, Talk
from planner.domain.stop import Stop
from planner.domain.values import Quantity
from planner.exchange.reading.found import ReadReport
from planner.exchange.reading.review import ItemKey
from planner.exchange.staged import Verdict
from planner.rules.identity import same_organisation, same_person
from planner.store.repository import Repository

_SAME = 0.85


@dataclass(frozen=True)
class Standing:
    """A verdict, and the record of the store that it is about."""

    verdict: Verdict
    stored: str = ""


def standings(
    session: Session, report: ReadReport, into: UUID | None
) -> Mapping[ItemKey, Standing]:
    """Only for findings that are not new."""
    reviewed = _Reviewed(session, report, into)
    return {**reviewed.named(), **reviewed.stops(), **reviewed.told(), **reviewed.facts()}


class _Reviewed:
    def __init__(self, session: Session, report: ReadReport, into: UUID | None) -> None:
        self._connection = session.connection()
        self._report = report
        self._into = into

    def named(self) -> dict[ItemKey, Standing]:
        """Bodies and people, under whatever name the store knows them."""
        found: dict[ItemKey, Standing] = {}
        bodies, people = self._all(Organisation), self._all(Person)
        for place, each in enumerate(self._report.organisations):
            body = Organisation(name=_line(each.name), aliases=tuple(map(_line, each.aliases)))
            if known := _best(bodies, lambda other, body=body: same_organisation(other, body)):
                clashes = _differ(known.city, each.city) or _differ(known.founded, each.founded)
                verdict = Verdict.CLASHING if clashes else Verdict.SAME
                found[ItemKey("organisations", place)] = Standing(verdict, known.name)
        for place, one in enumerate(self._report.people):
            person = Person(name=_line(one.name))
            if known := _best(people, lambda other, person=person: same_person(other, person)):
                found[ItemKey("people", place)] = Standing(Verdict.SAME, known.name)
        return found

    def stops(self) -> dict[ItemKey, Standing]:
        names = {body.id: body.names for body in self._all(Organisation)}
        held: dict[tuple[str, str], str] = {}
        for stop in self._under(Stop):
            for name in names.get(stop.host_id, ()):
                held[stop.starts.day.isoformat(), name] = stop.title or name
        return {
            ItemKey("stops", place, within): Standing(Verdict.SAME, held[day.date, stop.host])
            for place, day in enumerate(self._report.days)
            for within, stop in enumerate(day.stops)
            if stop.host and (day.date, stop.host) in held
        }

    def told(self) -> dict[ItemKey, Standing]:
        """Texts that the delegation has word for word."""
        seminars = [seminar.id for seminar in self._under(Seminar)]
        talks = Repository(self._connection, Talk).where(seminar_id=seminars) if seminars else ()
        known = {
            "recommendations": {each.text for each in self._under(Recommendation)},
            "promises": {each.text for each in self._under(Promise)},
            "purposes": {each.title for each in self._under(Objective)},
            "work_shares": {each.task for each in self._under(WorkShare)},
            "talks": {talk.title for talk in talks},
        }
        relations = {(each.subject, each.verb, each.object) for each in self._all(Relation)}
        marked = {
            ItemKey("relations", place): Standing(Verdict.SAME, each.subject)
            for place, each in enumerate(self._report.relations)
            if (each.subject, each.verb, each.object) in relations
        }
        return marked | {
            ItemKey(part, place): Standing(Verdict.SAME)
            for part, texts in known.items()
            for place, each in enumerate(getattr(self._report, part))
            if getattr(each, "text", getattr(each, "title", getattr(each, "task", ""))) in texts
        }

    def facts(self) -> dict[ItemKey, Standing]:
        """The same number, or another one for the same metric, place and day."""
        stored: dict[tuple[str, str, str, str], list[Fact]] = {}
        for fact in self._all(Fact):
            key = (fact.subject, fact.metric, fact.place, str(fact.as_of or ""))
            stored.setdefault(key, []).append(fact)
        found = {}
        for place, each in enumerate(self._report.facts):
            told = (_line(each.subject or each.metric), _line(each.metric))
            known = stored.get((*told, " ".join(each.place.split()), each.as_of), ())
            written = f"{each.value}{each.unit}"
            if known:
                quantity = Quantity.read(written)
                is_same = any(
                    fact.quantity == quantity if quantity else fact.text == written
                    for fact in known
                )
                verdict = Verdict.SAME if is_same else Verdict.CLASHING
                found[ItemKey("facts", place)] = Standing(verdict, _value(known[0]))
        return found

    def _all(self, entity: type[Any]) -> list[Any]:
        return list(Repository(self._connection, entity).where())

    def _under(self, entity: type[Entity]) -> list[Any]:
        if self._into is None:
            return []
        return list(Repository(self._connection, entity).where(delegation_id=self._into))


def _best(stored: Sequence[Any], match_of: Any) -> Any:
    scored = ((match.score, other) for other in stored if (match := match_of(other)) is not None)
    score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best if score >= _SAME else None


def _differ(mine: str | None, theirs: str | None) -> bool:
    """Both say something, and neither says less of the same."""
    if not mine or not theirs:
        return False
    return not (mine.startswith(theirs) or theirs.startswith(mine))


def _value(fact: Fact) -> str:
    if fact.quantity is None:
        return fact.text
    return f"{fact.quantity.number.normalize():,f} {fact.quantity.unit}".strip()


def _line(text: str) -> str:
    return " ".join(text.split())[:120] or "?"
