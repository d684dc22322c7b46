"""The host dossier: for each host what one should know and ask before the door opens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from planner.domain.agreement import Activity, Agreement
from planner.domain.organisation import Organisation
from planner.domain.profile import Names
from planner.domain.stop import Stop
from planner.papers.earlier import (
    Matter,
    Visit,
    earlier_visits,
    matter_table,
    matters_arising,
    open_promises,
)
from planner.papers.fact_charts import charts_of
from planner.papers.form import form, masthead, part
from planner.papers.host_profile import profile_table
from planner.papers.naming import Naming
from planner.papers.pieces import Field, filled, gap, label_table, lines, list_table
from planner.papers.programme import planned
from planner.papers.prose import Prose
from planner.papers.template import Commission, Template
from planner.rules.completeness import visited_hosts
from planner.typesetting.document import (
    Block,
    Document,
    Heading,
    Inlines,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
)


def compose(commission: Commission) -> Document:
    naming = Naming(commission.dossier, commission.words)
    title = HOST_DOSSIER.title.in_(commission.words.language)
    return form(commission, title, tuple(_blocks(commission, title, naming)), body_size=10.5)


def _blocks(commission: Commission, title: str, naming: Naming) -> Iterator[Block]:
    hosts = visited_hosts(naming.dossier)
    arising = matters_arising(commission)
    yield from masthead(title, naming)
    if not hosts:
        yield Paragraph(gap(naming.words), "centre")
    for index, host in enumerate(hosts):
        if index:
            yield PageBreak()
        yield from _Host(host, naming, commission, arising).blocks()


@dataclass(frozen=True)
class _Host:
    """One host and all that the dossier knows of it."""

    host: Organisation
    naming: Naming
    commission: Commission
    arising: tuple[Matter, ...]

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        return tuple(stop for stop in planned(self.naming) if stop.host_id == self.host.id)

    @cached_property
    def keys(self) -> frozenset[UUID]:
        """The host and its units."""
        units = (
            each.id for each in self.naming.dossier.organisations if each.parent_id == self.host.id
        )
        return frozenset((self.host.id, *units))

    def blocks(self) -> Iterator[Block]:
        words, naming = self.naming.words, self.naming
        name = naming.run(naming.organisation(self.host))
        yield Heading(2, name, numbered=False, in_contents=False, style="host-name")
        yield self._address()
        yield from self._part("paper.host.people", self._people())
        profile = profile_table(self.host.id, naming, has_caption=False)
        yield from self._part("paper.host.profile", (*profile, *charts_of(self.host.id, naming)))
        yield from self._part("paper.host.aims", self._aims())
        yield from self._part("paper.host.questions", self._questions())
        yield from self._part("paper.host.points", self._points())
        yield from self._part("paper.host.agreements", self._agreements())
        yield from self._part("paper.host.earlier", self._earlier())
        yield from self._part("paper.host.open", self._open(), words("paper.host.nothing_open"))

    def _part(self, code: str, blocks: Sequence[Block], otherwise: str = "") -> Iterator[Block]:
        if blocks or otherwise:
            yield part(self.naming.words(code))
            yield from blocks or (Paragraph(otherwise, "plain"),)

    def _address(self) -> Block:
        words, naming, host = self.naming.words, self.naming, self.host
        others = (name for name in host.names if name != naming.organisation(host))
        visits = (
            naming.run(
                words(
                    "paper.host.visit",
                    when=words.moment(stop.starts, weekday=True),
                    what=naming.stop(stop),
                )
            )
            for stop in self.stops
        )
        contacts = (
            words("paper.contact", kind=words.value(point.kind), value=point.value)
            for point in host.contacts
        )
        return label_table(
            (
                Field(words("paper.host.visits"), lines(visits)),
                Field(words.field("aliases"), words.names(others) or words("paper.none")),
                Field(words.field("city"), naming.known(host.city)),
                Field(words.field("address"), naming.known(host.address)),
                Field(words.field("contacts"), lines(contacts)),
            ),
            words,
        )

    def _people(self) -> Sequence[Block]:
        """Those to be met here, and others known to hold a post here."""
        words, naming, dossier = self.naming.words, self.naming, self.naming.dossier
        met = [key for stop in self.stops for key in stop.people_met_ids]
        known = [post.person_id for post in dossier.posts if post.organisation_id in self.keys]
        rows: list[Sequence[Inlines]] = []
        for key in dict.fromkeys((*met, *known)):
            day = self.stops[0].starts.day
            person = dossier.person(key)
            rows.append(
                (
                    naming.stacked(person),
                    filled(naming.affiliation(key, day), words),
                    words("paper.host.to_be_met") if key in met else "",
                    naming.run(person.notes) if person and person.notes else "",
                )
            )
        if not rows:
            return ()
        heads = ("paper.person", "paper.affiliation", "paper.host.meeting", "paper.host.notes")
        shares = (2.6, 4, 1.8, 3 if any(row[3] for row in rows) else 0)
        return (list_table([words(code) for code in heads], rows, shares=shares),)

    def _aims(self) -> Sequence[Block]:
        keys = dict.fromkeys(key for stop in self.stops for key in stop.objective_ids)
        by_id = self.naming.dossier.by_id
        return self._list([by_id[key].title for key in keys if key in by_id])

    def _questions(self) -> Sequence[Block]:
        """Those prepared, and those that were put here or before and never answered."""
        prepared = [question for stop in self.stops for question in stop.questions]
        stops = {stop.id for stop in self.stops}
        stops |= {visit.stop.id for visit in earlier_visits(self.keys, self.commission)}
        asked = [
            question.text
            for dossier in (self.naming.dossier, *self.commission.earlier)
            for question in dossier.questions
            if question.stop_id in stops and not question.answer
        ]
        return self._list(list(dict.fromkeys((*prepared, *asked))))

    def _points(self) -> Sequence[Block]:
        prose = Prose(self.naming, ())
        return [block for stop in self.stops for block in prose.blocks(stop.talking_points)]

    @cached_property
    def agreements(self) -> tuple[Agreement, ...]:
        """Those with this host, as this delegation or else the latest one knew them."""
        known = {
            each.id: each
            for dossier in (*reversed(self.commission.earlier), self.naming.dossier)
            for each in dossier.agreements
        }
        return tuple(each for each in known.values() if self.keys.intersection(each.party_ids))

    def _agreements(self) -> Sequence[Block]:
        return self._list([self._agreement(each) for each in self.agreements])

    def _earlier(self) -> Sequence[Block]:
        """Earlier visits, and what was done under the agreements, the latest first."""
        words = self.naming.words
        told = [*map(_visited, earlier_visits(self.keys, self.commission))]
        told += [(each.on, self.naming.run(each.text), "", "") for each in self._activities()]
        if not told:
            return ()
        told.sort(key=lambda row: row[0], reverse=True)
        heads = ("paper.day", "paper.host.exchange", "paper.host.people", "paper.host.gifts")
        met, gifts = (3.4 if any(row[2] for row in told) else 0), any(row[3] for row in told)
        table = list_table(
            [words(code) for code in heads],
            [(words.day(day), *cells) for day, *cells in told],
            shares=(2.2, 5, met, 3 if gifts else 0),
        )
        return (table,)

    def _activities(self) -> Sequence[Activity]:
        ids = {each.id for each in self.agreements}
        known = {
            each.id: each
            for dossier in (*self.commission.earlier, self.naming.dossier)
            for each in dossier.activities
        }
        return [each for each in known.values() if each.agreement_id in ids]

    def _agreement(self, agreement: Agreement) -> str:
        words = self.naming.words
        signed = words("paper.host.signed", day=agreement.signed_on) if agreement.signed_on else ""
        until = words("paper.host.until", day=agreement.expires_on) if agreement.expires_on else ""
        kind = words.value(agreement.agreement_kind)
        named = words("paper.with_detail", text=agreement.title, detail=kind)
        return words("paper.origin_joint").join(part for part in (named, signed, until) if part)

    def _open(self) -> Sequence[Block]:
        """What either side still owes the other, from this visit and those before it."""
        matters = [
            matter
            for matter in (*self.arising, *open_promises(self.naming))
            if matter.hosts & self.keys
        ]
        return (matter_table(matters, self.naming, tells_hosts=False),) if matters else ()

    def _list(self, texts: Sequence[str]) -> Sequence[Block]:
        if not texts:
            return ()
        items = tuple(ListItem(self.naming.run(text)) for text in texts)
        return (ListBlock(items),)


def _visited(visit: Visit) -> tuple[date, Inlines, Inlines, Inlines]:
    naming = visit.naming
    titles = (naming.stop(visit.stop), naming.title(naming.dossier.delegation))
    return visit.stop.starts.day, lines(map(naming.run, titles)), visit.met, visit.gifts


HOST_DOSSIER = Template("host-dossier", Names(zh_TW="受訪單位資料", en="Host dossier"), compose)
