"""What people, bodies, stops and sources are called in the language of a paper."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from planner.domain.briefing import Fact, Source
from planner.domain.delegation import Delegation, Member
from planner.domain.dossier import Dossier
from planner.domain.gift import Gift
from planner.domain.organisation import Organisation, OrganisationKind
from planner.domain.person import Person, Post
from planner.domain.stop import Stop
from planner.papers.pieces import lines
from planner.rules.timetable import stop_name
from planner.sentences import Language
from planner.typesetting.document import Inlines, Run
from planner.words import Words

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")


@dataclass(frozen=True)
class Naming:
    """Names of a dossier's records. Latin names stand first where the paper is English."""

    dossier: Dossier
    words: Words

    def run(self, text: str, *, bold: bool = False) -> Run:
        """Words of a record, marked with their language where it is not the paper's."""
        language = ""
        if not self.words.is_chinese and _HAN.search(text):
            language = "zh-TW"
        return Run(text, bold=bold, language=language)

    def known(self, text: str) -> Inlines:
        """The same, and nothing at all where there are no words, so that a gap can show."""
        return self.run(text) if text else ""

    # Titles

    def title(self, delegation: Delegation) -> str:
        return self._either(delegation.title, delegation.title_latin)

    @property
    def dated_title(self) -> str:
        """The delegation with its days."""
        delegation = self.dossier.delegation
        period = self.words.period(delegation.starts_on, delegation.ends_on)
        return self.words("paper.with_detail", text=self.title(delegation), detail=period)

    @property
    def trip(self) -> Run:
        """When, where and why: a line of what somebody travelled."""
        delegation = self.dossier.delegation
        period = self.words.period(delegation.starts_on, delegation.ends_on)
        told = (period, self.countries, self.title(delegation))
        return self.run(self.words("paper.citation_joint").join(part for part in told if part))

    def _either(self, name: str, latin: str) -> str:
        return name if self.words.is_chinese or not latin else latin

    # Organisations and people

    def organisation(self, found: Organisation | None) -> str:
        return "" if found is None else self._either(found.name, found.name_latin)

    def body(self, key: UUID | None) -> str:
        return self.organisation(self.dossier.organisation(key))

    def bodies(self, keys: Iterable[UUID | None]) -> str:
        return self.words.names(self.body(key) for key in keys)

    def person(self, key: UUID | None) -> str:
        found = self.dossier.person(key)
        return "" if found is None else self._either(found.name, self.latin(found))

    def latin(self, found: Person) -> str:
        """The name in Latin letters; only an English paper makes do with the reading."""
        return found.name_latin or ("" if self.words.is_chinese else found.reading)

    def people(self, keys: Iterable[UUID | None]) -> str:
        return self.words.names(self.person(key) for key in keys)

    def in_full(self, found: Person | None) -> str:
        """Both names where there are both: 張添晉（Chang Tien-Chin）."""
        if found is None:
            return ""
        latin = self.latin(found)
        if not latin or latin == found.name:
            return found.name
        first, second = (found.name, latin) if self.words.is_chinese else (latin, found.name)
        return self.words("paper.both_names", first=first, second=second)

    def stacked(self, found: Person | None) -> Inlines:
        """Both names, one under the other, as a cell of a table holds them."""
        if found is None:
            return ""
        names = dict.fromkeys(name for name in (found.name, self.latin(found)) if name)
        order = names if self.words.is_chinese else reversed(names)
        return lines(self.run(name) for name in order)

    def post_at(self, key: UUID | None, day: date) -> Post | None:
        """The post held on a day; the latest known where no dates say."""
        written = day.isoformat()
        held = [post for post in self.dossier.posts if post.person_id == key]
        then = [
            post
            for post in held
            if (not post.since or post.since <= written)
            and (not post.until or post.until >= written[: len(post.until)])
        ]
        return next(iter(then or held), None)

    def titled(self, key: UUID) -> str:
        """The name with the post held when the person was met, or when the journey began."""
        stops = self.dossier.stops
        met = (stop for stop in stops if key in (*stop.people_met_ids, *stop.escort_ids))
        first = next(met, None)
        day = first.starts.day if first else self.dossier.delegation.starts_on
        member, post = self.member_of(key), self.post_at(key, day)
        title = member.post_title if member else post.title if post else ""
        if not title:
            return self.person(key)
        return self.words("paper.person_with_post", name=self.person(key), post=title)

    def value(self, fact: Fact) -> str:
        """What a fact says."""
        return self.words.quantity(fact.quantity) if fact.quantity else fact.text

    def member_of(self, key: UUID | None) -> Member | None:
        return next((each for each in self.dossier.members if each.person_id == key), None)

    def affiliation(self, key: UUID | None, day: date) -> str:
        """Body, unit and title of a person on a day, in one line."""
        return self._joined(*self.posting(key, day))

    def posting(self, key: UUID | None, day: date) -> tuple[str, str]:
        """The body, and unit and title in it: as a member, or by the post then held."""
        member = self.member_of(key)
        if member is not None and (member.post_title or member.body_id):
            return self.body(member.body_id), self.post(member)
        post = self.post_at(key, day)
        if post is None:
            return "", ""
        found = self.dossier.organisation(post.organisation_id)
        return self._joined(*self.with_parents(found)), post.title

    def with_parents(self, found: Organisation | None) -> tuple[str, ...]:
        """A unit behind the body it belongs to; other organisations alone."""
        if found is None:
            return ()
        is_unit = found.organisation_kind is OrganisationKind.UNIT and found.parent_id is not None
        above = self.body(found.parent_id) if is_unit else ""
        return tuple(name for name in (above, self.organisation(found)) if name)

    def _joined(self, *parts: str) -> str:
        held = [part for part in parts if part]
        if self.words.is_chinese:
            return "".join(held)
        return ", ".join(reversed(held))

    def post(self, member: Member) -> str:
        """Unit and title without the body."""
        return self._joined(member.unit, member.post_title)

    def grouped(self) -> tuple[tuple[UUID | None, tuple[Member, ...]], ...]:
        """Members by body: the lead body first, then those taking part, then any other."""
        delegation = self.dossier.delegation
        order = (delegation.lead_body_id, *delegation.taking_part_ids)
        keys = dict.fromkeys([*order, *(member.body_id for member in self.dossier.members)])
        groups = (
            (key, tuple(each for each in self.dossier.members if each.body_id == key))
            for key in keys
        )
        return tuple((key, members) for key, members in groups if members)

    # Places

    @property
    def countries(self) -> str:
        """Countries and regions; a region that begins with its country says it for both."""
        delegation = self.dossier.delegation
        regions = list(delegation.regions)
        alone = []
        for code in delegation.countries:
            chinese = Words(Language.CHINESE).country(code)
            name = self.words.country(code)
            within = [region for region in regions if region.startswith(chinese)]
            regions = [
                name + region.removeprefix(chinese) if region in within else region
                for region in regions
            ]
            alone += [] if within else [name]
        return self.words.names((*alone, *regions))

    # Stops, facts, sources

    def stop(self, stop: Stop) -> str:
        return stop_name(self.dossier, stop) or self.words.value(stop.stop_kind)

    def host_of(self, stop: Stop) -> str:
        """The host with the units visited."""
        host = self.body(stop.host_id)
        units = self.bodies(key for key in stop.unit_ids if key != stop.host_id)
        return self._joined(host, units)

    def gift(self, gift: Gift) -> str:
        """The thing, and how many where it is more than one."""
        if gift.quantity == 1:
            return gift.item
        return self.words("paper.several", item=gift.item, count=gift.quantity)

    def day_and_stop(self, key: UUID | None) -> str:
        """8月18日參訪內蒙古師範大學."""
        stop = self.dossier.stop(key)
        if stop is None:
            return ""
        day = self.words.day(stop.starts.day, year=False)
        return self.words("paper.day_and_stop", day=day, stop=self.stop(stop))

    def source(self, source: Source) -> str:
        """A citation in full."""
        published = self.words.partial_date(source.published_on) if source.published_on else ""
        title = self.words("paper.cited_title", title=source.title) if source.title else ""
        parts = (source.author, title, source.publisher, source.issue, published, source.address)
        return self.words("paper.citation_joint").join(part for part in parts if part)

    def short_source(self, source: Source) -> str:
        """Enough to know it by: the title, or author and issue where it has none."""
        return source.title or self.words("paper.citation_joint").join(
            part for part in (source.author, source.publisher, source.issue) if part
        )
