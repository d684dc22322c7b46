"""Builds the sample's archive from its TOML and its pictures; run it as a script."""

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from planner.domain.briefing import Fact, Relation, ReprintPermission, Source
from planner.domain.delegation import Delegation, Member, Objective, Role, WorkShare
from planner.domain.entity import Entity
from planner.domain.follow_up import FollowUp
from planner.domain.manuscript import ChapterMeaning, Section
from planner.domain.organisation import (
    Organisation,
    OrganisationKind,
    OrganisationRelation,
    OrganisationTie,
)
from planner.domain.outcome import Finding, Promise, Recommendation
from planner.domain.person import Person, Post
from planner.domain.photo import Photo
from planner.domain.seminar import Seminar, Talk
from planner.domain.stop import Stop, StopStatus
from planner.domain.values import Comparison, Quantity, Side
from planner.exchange.bundle import write_bundle
from planner.exchange.pictures import picture_facts

HERE = Path(__file__).parent
NAMESPACE = UUID("5f0c8a52-6a43-4d6e-9f0e-2015081720fe")  # so that each build gives the same ids
KINDS = {"zone": OrganisationKind.PARK, "plant": OrganisationKind.COMPANY}
MEANINGS = {
    "origin": ChapterMeaning.AIM,
    "hosts": ChapterMeaning.HOSTS,
    "account": ChapterMeaning.PROCEEDINGS,
    "conclusions": ChapterMeaning.FINDINGS,
    "appendix": ChapterMeaning.ANNEX,
    "recommendations": ChapterMeaning.RECOMMENDATIONS,
}

CHINA, CONTROL = "中國大陸", "出口管制"

Told = dict[str, Any]


class Sample:
    """Turns what the TOML tells into records, each with an id made from its key."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.delegation = self.id("delegation", told["delegation"]["key"])
        self._by_name = {each["name"]: each["key"] for each in told["organisation"]}

    def id(self, kind: str, key: object) -> UUID:
        return uuid5(NAMESPACE, f"{kind}/{key}")

    def records(self) -> Iterator[Entity]:
        yield from self._organisations()
        yield from self._people()
        yield from self._briefing()
        yield from self._plan()
        yield from self._seminar()
        yield from self._outcomes()
        yield from self._photos()
        yield from self._manuscript()

    # Hosts, bodies and people

    def body(self, name: str | None) -> UUID | None:
        """An organisation by its key, or by its name where nothing but that is told."""
        if name is None:
            return None
        return self.id("organisation", self._by_name.get(name, name))

    def unit(self, body: str, unit: str) -> UUID:
        return self.id("organisation", f"{self._by_name.get(body, body)}/{unit}")

    def _organisations(self) -> Iterator[Entity]:
        for told in self.told["organisation"]:
            yield from self._organisation(told)
        yield from self._only_named()

    def _organisation(self, told: Told) -> Iterator[Entity]:
        key = self.body(told["key"])
        kind = told["organisation_kind"]
        yield Organisation(
            id=key,
            name=told["name"],
            name_latin=told.get("name_en", ""),
            aliases=tuple(told.get("aliases", ())),
            organisation_kind=KINDS.get(kind) or OrganisationKind(kind),
            parent_id=self.body(told.get("parent")),
            parent_since=told.get("parent_since"),
            city=told.get("city", ""),
            country="TW" if told["side"] == "own" else "CN",
            founded=told.get("founded"),
        )
        for name in self._units(told):
            yield Organisation(
                id=self.unit(told["key"], name),
                name=name,
                organisation_kind=OrganisationKind.UNIT,
                parent_id=key,
                city=told.get("city", ""),
                country="TW" if told["side"] == "own" else "CN",
            )
        ties = {
            OrganisationTie.FORMER_PARENT: [told["former_parent"]]
            if "former_parent" in told
            else [],
            OrganisationTie.CO_FOUNDER: told.get("co_founders", []),
            OrganisationTie.SHAREHOLDER: told.get("shareholders", []),
        }
        for tie, others in ties.items():
            for other in others:
                yield OrganisationRelation(
                    id=self.id("organisation_relation", f"{told['key']}/{tie}/{other}"),
                    organisation_id=key,
                    tie=tie,
                    other_id=self.body(other),
                    since=told.get("founded") if tie is OrganisationTie.FORMER_PARENT else None,
                    until=told.get("parent_since")
                    if tie is OrganisationTie.FORMER_PARENT
                    else None,
                )
        for number, fact in enumerate(told.get("facts", ())):
            page = fact.get("place", "")
            shown = {**fact, "source": fact.get("source", "report-2015"), "as_of": "2015"}
            shown.pop("place", None)
            yield self._fact(f"{told['key']}/{number}", told["name"], shown, key, page)

    def _units(self, told: Told) -> Iterable[str]:
        """The units visited, and those that people of this organisation belong to."""
        of_people = (
            each["unit"]
            for each in self.told["person"]
            if each.get("organisation") == told["key"] and "unit" in each
        )
        return dict.fromkeys((*told.get("units_visited", ()), *of_people))

    def _only_named(self) -> Iterator[Entity]:
        """Parents, founders, shareholders and bodies of which nothing but the name is known."""
        told = self.told["organisation"]
        hosts = [
            name
            for each in told
            for name in (
                each.get("parent"),
                each.get("former_parent"),
                *each.get("co_founders", ()),
                *each.get("shareholders", ()),
            )
            if name
        ]
        own = [(share["body"], share.get("body_en", "")) for share in self.told["work_share"]]
        known = {each["name"] for each in told}
        for name, latin in dict.fromkeys((*((name, "") for name in hosts), *own)):
            if name in known:
                continue
            is_own = (name, latin) in own
            yield Organisation(
                id=self.body(name),
                name=name,
                name_latin=latin,
                organisation_kind=OrganisationKind.GOVERNMENT if is_own else OrganisationKind.OTHER,
                country="TW" if is_own else None,
                founded="1949-11-01" if name == "中國科學院" else None,
            )

    def person(self, key: str) -> UUID:
        return self.id("person", key)

    def _people(self) -> Iterator[Entity]:
        for told in self.told["person"]:
            yield Person(id=self.person(told["key"]), name=told["name"], reading=told["reading"])
            organisation = self.body(told["organisation"])
            if "unit" in told:
                organisation = self.unit(told["organisation"], told["unit"])
            yield Post(
                id=self.id("post", told["key"]),
                person_id=self.person(told["key"]),
                organisation_id=organisation,
                title=told["post"],
            )

    # The plan

    def _plan(self) -> Iterator[Entity]:
        told = self.told["delegation"]
        yield Delegation(
            id=self.delegation,
            title=told["title"],
            title_latin=told["title_en"],
            origin=told["origin"],
            category=told["category"],
            lead_body_id=self.body(told["lead_body"]),
            taking_part_ids=tuple(filter(None, map(self.body, told["taking_part"]))),
            countries=("CN",),
            regions=(told["region"],),
            cities=tuple(told["cities"]),
            starts_on=told["starts_on"],
            ends_on=told["ends_on"],
            state="reporting",
            keywords=tuple(told["keywords"]),
            briefing_source_ids=tuple(
                self.id("source", each["key"]) for each in self.told["source"]
            ),
        )
        for each in self.told["objective"]:
            yield Objective(
                id=self.objective(each["number"]),
                delegation_id=self.delegation,
                number=each["number"],
                title=each["title"],
                text=each["text"],
            )
        for position, each in enumerate(self.told["work_share"]):
            yield WorkShare(
                id=self.id("work_share", each["key"]),
                delegation_id=self.delegation,
                position=position,
                body_id=self.body(each["body"]),
                task=each["task"],
            )
        own = [each for each in self.told["person"] if each["side"] == "own"]
        for precedence, each in enumerate(own, 1):
            yield Member(
                id=self.id("member", each["key"]),
                delegation_id=self.delegation,
                person_id=self.person(each["key"]),
                role=Role.SPEAKER,
                post_title=each["post"],
                body_id=self.body(each["organisation"]),
                unit=each.get("unit", ""),
                precedence=precedence,
            )
        yield from self._stops()

    def objective(self, number: int) -> UUID:
        return self.id("objective", number)

    def stop(self, key: str) -> UUID:
        return self.id("stop", key)

    def _stops(self) -> Iterator[Entity]:
        positions: dict[date, Iterator[int]] = {}
        units = {each["key"]: each.get("units_visited", ()) for each in self.told["organisation"]}
        cities = {each["key"]: each.get("city", "") for each in self.told["organisation"]}
        for told in self.told["stop"]:
            part = f"/{told['part']}" if "part" in told else ""
            escort = told.get("escort")
            host = told.get("host")
            visited = [told["unit"]] if "unit" in told else list(units.get(host, ()))
            yield Stop(
                id=self.stop(told["key"]),
                delegation_id=self.delegation,
                stop_kind=told["kind"],
                title=told["title"],
                starts=f"{told['on']}{part}",
                position=next(positions.setdefault(told["on"], count())),
                from_place=told.get("from", ""),
                place=told.get("to") or cities.get(host, ""),
                host_id=self.body(host),
                unit_ids=tuple(self.unit(host, unit) for unit in visited),
                people_met_ids=tuple(map(self.person, told.get("met", ()))),
                escort_ids=(self.person(escort),) if escort else (),
                status=StopStatus.HELD,
                objective_ids=tuple(map(self.objective, told.get("objectives", ()))),
                seen=told.get("narrative", ""),
            )

    def _seminar(self) -> Iterator[Entity]:
        told = self.told["seminar"]
        seminar = self.id("seminar", told["key"])
        stop = next(each for each in self.told["stop"] if each.get("seminar") == told["key"])
        yield Seminar(
            id=seminar,
            delegation_id=self.delegation,
            stop_id=self.stop(stop["key"]),
            title=told["title"],
            title_latin=told["title_en"],
            edition=told["edition"],
            organiser_ids=tuple(filter(None, map(self.body, told["organisers"]))),
            organisers_alternate=True,
            venue=told["venue"],
            note=told["rhythm"],
        )
        for each in self.told["talk"]:
            yield Talk(
                id=self.talk(each["key"]),
                seminar_id=seminar,
                number=each["number"],
                title=each["title"],
                speaker_ids=(self.person(each["speaker"]),),
                side=each["side"],
            )

    def talk(self, key: str) -> UUID:
        return self.id("talk", key)

    # What came of it

    def _outcomes(self) -> Iterator[Entity]:
        for number, told in enumerate(self.told["finding"], 1):
            said_by = told.get("said_by", ())
            yield Finding(
                id=self.id("finding", told["key"]),
                delegation_id=self.delegation,
                number=number,
                title=told["title"],
                text=self.live(told["text"]),
                stop_id=self.stop(told["stop"]),
                said_by_id=self.person(said_by[0]) if len(said_by) == 1 else None,
                objective_ids=tuple(map(self.objective, told["objectives"])),
            )
        for told in self.told["promise"]:
            bodies = told.get("by_organisations") or [told["by_organisation"]]
            is_mutual = told["direction"] == "both"
            yield Promise(
                id=self.id("promise", told["key"]),
                delegation_id=self.delegation,
                text=told["text"],
                stop_id=self.stop(told["stop"]),
                side=Side.HOST,
                is_mutual=is_mutual,
                by_person_ids=tuple(map(self.person, told.get("by", ()))),
                by_body_ids=tuple(filter(None, map(self.body, bodies))),
                to_body_ids=tuple(filter(None, map(self.body, told["to"]))),
                objective_ids=(self.objective(2),),
            )
        for told in self.told["recommendation"]:
            yield Recommendation(
                id=self.id("recommendation", told["key"]),
                delegation_id=self.delegation,
                number=told["number"],
                title=told["title"],
                text=self.live(told["text"]),
                finding_ids=tuple(self.id("finding", key) for key in told["grounds"]),
                promise_ids=self._promises_behind(told["key"]),
                addressee_id=self.body(told.get("addressee")),
            )
        for told in self.told["follow_up"]:
            of, promise = told.get("recommendation"), told.get("promise")
            yield FollowUp(
                id=self.id("follow_up", told["key"]),
                delegation_id=self.delegation,
                text=told["what"],
                recommendation_id=self.id("recommendation", of) if of else None,
                promise_id=self.id("promise", promise) if promise else None,
                owner_body_id=self.body(told.get("owner")),
            )

    def _promises_behind(self, recommendation: str) -> tuple[UUID, ...]:
        """Both promises of the case are of exchange: the first recommendation rests on them."""
        if recommendation != "exchange-researchers":
            return ()
        return tuple(self.id("promise", each["key"]) for each in self.told["promise"])

    # Background

    def _briefing(self) -> Iterator[Entity]:
        for told in self.told["source"]:
            yield Source(
                id=self.id("source", told["key"]),
                title=told.get("title", ""),
                author=told.get("author", ""),
                author_post=told.get("author_post", ""),
                publisher=told.get("publisher", ""),
                issue=told.get("issue", ""),
                published_on=told.get("published"),
                reprint_permission=ReprintPermission(told["permission"].replace(" ", "_")),
                note=told.get("note", ""),
            )
        for told in self.told["fact"]:
            yield self._fact(told["key"], told["subject"], told)
        yield from self._relations()

    def _fact(
        self, key: str, subject: str, told: Told, body: UUID | None = None, page: str = ""
    ) -> Fact:
        comparison = Comparison.EXACT
        if told.get("at_least") or told.get("more_than"):
            comparison = Comparison.OVER
        value = told.get("value")
        source = told.get("source")
        return Fact(
            id=self.id("fact", key),
            subject=subject,
            organisation_id=body,
            metric=told["metric"],
            quantity=None
            if value is None
            else Quantity(
                number=value,
                upper=told.get("value_to"),
                comparison=comparison,
                unit=told.get("unit", ""),
            ),
            text=told.get("text", ""),
            as_of=told.get("as_of"),
            source_id=self.id("source", source) if source else None,
            page=page,
            doubt=told.get("doubt") or told.get("note", ""),
        )

    def _relations(self) -> Iterator[Entity]:
        for told in self.told.get("use", ()):
            for element in told["elements"]:
                yield self._relation(told["component"], "使用", element, told)
        for told in self.told.get("event", ()):
            yield Fact(
                id=self.id("fact", told["key"]),
                subject=CHINA,
                metric=CONTROL,
                text=told["text"],
                as_of=told["on"],
                source_id=self.id("source", told["source"]),
            )
            for element in told["elements"]:
                yield self._relation(CHINA, CONTROL, element, told, told["on"])
        for told in self.told.get("strategy", ()):
            yield Fact(
                id=self.id("fact", told["key"]),
                subject="稀土",
                metric="因應策略",
                text=told["text"],
                source_id=self.id("source", told["source"]),
            )

    def _relation(
        self, subject: str, verb: str, element: str, told: Told, as_of: date | None = None
    ) -> Relation:
        return Relation(
            id=self.id("relation", f"{subject}/{verb}/{element}"),
            subject=subject,
            verb=verb,
            object=element,
            as_of=as_of,
            source_id=self.id("source", told["source"]),
        )

    # Pictures and text

    def figure(self, number: int) -> UUID:
        return self.id("photo", number)

    def _photos(self) -> Iterator[Entity]:
        for told in self.told["figure"]:
            content = picture_of(told).read_bytes()
            seen = picture_facts(content, told["file"])
            yield Photo(
                id=self.figure(told["number"]),
                delegation_id=self.delegation,
                content=sha256(content).hexdigest(),
                media_type=seen.media_type,
                file_name=told["file"],
                width=seen.width,
                height=seen.height,
                taken_at=seen.taken_at,
                taken_zone=self.told["delegation"]["zone"],
                camera=seen.camera,
                place=seen.place,
                stop_id=self.stop(told["stop"]),
                caption=told["caption"],
                alt_text=told["alt"],
                position=told["number"],
            )

    def live(self, text: str) -> str:
        """Text whose figures are named by number, with references that follow the figures."""
        text = re.sub(
            r"\{figs:(\d+)-(\d+)\}",
            lambda m: f"{{figures:{self.figure(int(m[1]))}..{self.figure(int(m[2]))}}}",
            text,
        )
        return re.sub(r"\{fig:(\d+)\}", lambda m: f"{{figure:{self.figure(int(m[1]))}}}", text)

    def _manuscript(self) -> Iterator[Entity]:
        summary = self.told["delegation"]["summary"]
        yield self._section(
            "summary", {"title": "摘要", "text": summary}, ChapterMeaning.SUMMARY, 0
        )
        for position, chapter in enumerate(self.told["chapter"], 1):
            meaning = MEANINGS[chapter["key"]]
            yield self._section(chapter["key"], chapter, meaning, position)
            for place, part in enumerate(chapter.get("section", ())):
                of_part = MEANINGS.get(part["key"], meaning)
                yield self._section(part["key"], part, of_part, place, chapter["key"])

    def _section(
        self, key: str, told: Told, meaning: ChapterMeaning, position: int, within: str = ""
    ) -> Section:
        return Section(
            id=self.id("section", key),
            delegation_id=self.delegation,
            parent_id=self.id("section", within) if within else None,
            meaning=meaning,
            position=position,
            heading=told["title"],
            text=self.live(told.get("text", "")),
            day=told.get("on"),
            host_id=self.body(told.get("organisation")),
        )


def picture_of(told: Told) -> Path:
    return HERE / "pictures" / str(told["file"])


def build(source: Path, target: Path) -> int:
    """Write the archive; gives how many records it holds."""
    told = tomllib.loads(source.read_text(encoding="utf-8"))
    contents = {}
    for figure in told["figure"]:
        content = picture_of(figure).read_bytes()
        contents[sha256(content).hexdigest()] = content
    records = list(Sample(told).records())
    target.write_bytes(write_bundle(records, contents.__getitem__))
    return len(records)


if __name__ == "__main__":
    written = build(HERE / "rare-earth-2015.toml", HERE / "rare-earth-2015.planner")
    sys.stdout.write(f"{written} records\n")
