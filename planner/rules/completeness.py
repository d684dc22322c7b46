"""What the records of a report still lack: cover, roster, talks, recommendations, hosts."""

import re
from collections.abc import Iterator
from uuid import UUID

from planner.domain.delegation import Role
from planner.domain.dossier import Dossier
from planner.domain.manuscript import ChapterMeaning
from planner.domain.organisation import Organisation
from planner.domain.profile import CoverItem, ReportProfile
from planner.domain.stop import StopKind, StopStatus
from planner.rules.manuscript import Manuscript, Passage
from planner.rules.notice import Notice, Severity, Spot
from planner.rules.similarity import folded
from planner.rules.thread import objectives_behind

_VISITS = frozenset({StopKind.VISIT, StopKind.SEMINAR, StopKind.MEETING})


def record_notices(dossier: Dossier, profile: ReportProfile) -> Iterator[Notice]:
    yield from _cover(dossier, profile)
    yield from _roster(dossier)
    yield from _talks(dossier)
    yield from _sheet(dossier, profile)
    yield from _recommendations(dossier, profile)


def host_notices(dossier: Dossier, manuscript: Manuscript) -> Iterator[Notice]:
    """Hosts visited but not described or told of, and hosts described but not visited."""
    visited = visited_hosts(dossier)
    with_facts = {fact.organisation_id for fact in dossier.facts}
    profiles = manuscript.of(ChapterMeaning.HOSTS)
    account = manuscript.of(ChapterMeaning.PROCEEDINGS)
    for host in visited:
        context = {"name": host.name}
        if host.id not in with_facts and not _is_named(host, profiles):
            yield Notice("host.not_described", Severity.SHOULD, Spot.of(host), context, "describe")
        if account and not _is_named(host, account):
            yield Notice("host.not_in_account", Severity.SHOULD, Spot.of(host), context, "write")
    known = {host.id for host in visited} | _kin(dossier, visited)
    for passage in profiles:
        described = _headed(dossier, passage)
        if described is not None and described.id not in known:
            yield Notice(
                "host.not_visited",
                Severity.SHOULD,
                passage.spot(0, 0, "heading"),
                {"name": described.name, "section": passage.name},
            )


def visited_hosts(dossier: Dossier) -> tuple[Organisation, ...]:
    """Whom the delegation calls on, in the order of the visits."""
    keys = dict.fromkeys(
        stop.host_id
        for stop in dossier.stops
        if stop.stop_kind in _VISITS and stop.status is not StopStatus.DROPPED
    )
    return tuple(host for key in keys if (host := dossier.organisation(key)))


def _cover(dossier: Dossier, profile: ReportProfile) -> Iterator[Notice]:
    """What the lines of the profile's cover have nothing to print for."""
    delegation = dossier.delegation
    held = {
        CoverItem.BODIES: ("lead_body", delegation.lead_body_id, Severity.MUST),
        CoverItem.COUNTRIES: (
            "countries",
            delegation.countries or delegation.regions,
            Severity.MUST,
        ),
        CoverItem.REPORT_DATE: ("reported_on", delegation.reported_on, Severity.SHOULD),
        CoverItem.SYSTEM_NUMBER: ("system_number", delegation.system_number, Severity.SHOULD),
    }
    for line in profile.cover.lines:
        name, value, severity = held.get(line.item, ("", True, Severity.HINT))
        if not value:
            field = f"{name}_id" if line.item is CoverItem.BODIES else name
            yield Notice(f"cover.no_{name}", severity, Spot.of(delegation, field), {}, "fill_in")
    if delegation.category not in profile.categories:
        spot = Spot.of(delegation, "category")
        context = {"category": delegation.category.value, "profile": profile.key}
        yield Notice("cover.category_unknown", Severity.MUST, spot, context, "correct")
    number, shape = delegation.system_number, profile.system_number
    if number and shape and not re.fullmatch(shape, number):
        yield Notice(
            "cover.system_number_shape",
            Severity.MUST,
            Spot.of(delegation, "system_number"),
            {"number": number},
            "correct",
        )


def _sheet(dossier: Dossier, profile: ReportProfile) -> Iterator[Notice]:
    """What the register asks for beside the report, where the report goes into one."""
    if not any(line.item is CoverItem.SYSTEM_NUMBER for line in profile.cover.lines):
        return
    for name in ("keywords", "subject_class"):
        if not getattr(dossier.delegation, name):
            spot = Spot.of(dossier.delegation, name)
            yield Notice(f"sheet.no_{name}", Severity.HINT, spot, {}, "fill_in")


def _roster(dossier: Dossier) -> Iterator[Notice]:
    delegation = dossier.delegation
    if not dossier.members:
        yield Notice(
            "cover.no_roster", Severity.MUST, Spot.of(delegation, "members"), {}, "add_member"
        )
        return
    leaders = [member for member in dossier.members if member.role is Role.LEADER]
    if not leaders:
        yield Notice(
            "cover.no_leader", Severity.MUST, Spot.of(delegation, "members"), {}, "set_leader"
        )
    for member in dossier.members:
        person = dossier.person(member.person_id)
        name = person.name if person else ""
        where = Spot.of(member, name=name)
        if person is None:
            spot = where.at("person_id")
            context = {"post": member.post_title}
            yield Notice("member.no_person", Severity.MUST, spot, context, "fill_in")
        if not member.post_title:
            spot = where.at("post_title")
            yield Notice("member.no_post", Severity.MUST, spot, {"name": name}, "fill_in")
        if member.body_id is None:
            spot = where.at("body_id")
            yield Notice("member.no_body", Severity.MUST, spot, {"name": name}, "fill_in")


def _talks(dossier: Dossier) -> Iterator[Notice]:
    for talk in dossier.talks:
        if not talk.speaker_ids:
            yield Notice(
                "talk.no_speaker",
                Severity.MUST,
                Spot.of(talk, "speaker_ids"),
                {"title": talk.title, "number": talk.number},
                "fill_in",
            )


def _recommendations(dossier: Dossier, profile: ReportProfile) -> Iterator[Notice]:
    """Where so many are asked for, they are also to match the plan."""
    must_match = profile.limits.min_recommendations > 0 and bool(dossier.objectives)
    for each in dossier.recommendations:
        context = {"number": each.number, "title": each.title}
        if each.addressee_id is None:
            spot = Spot.of(each, "addressee_id")
            yield Notice(
                "recommendation.no_addressee", Severity.SHOULD, spot, context, "set_addressee"
            )
        if not each.text:
            spot = Spot.of(each, "text")
            yield Notice("recommendation.no_text", Severity.SHOULD, spot, context, "write")
        if must_match and not objectives_behind(dossier, each):
            spot = Spot.of(each, "finding_ids")
            yield Notice("recommendation.off_plan", Severity.SHOULD, spot, context, "link_finding")


def _is_named(host: Organisation, passages: tuple[Passage, ...]) -> bool:
    return any(
        passage.section.host_id == host.id
        or any(host.id in reference.keys for reference in passage.references)
        or any(name in passage.section.heading or name in passage.masked for name in host.names)
        for passage in passages
    )


def _kin(dossier: Dossier, hosts: tuple[Organisation, ...]) -> set[UUID]:
    """Units visited, and bodies that a host belongs to or is tied to."""
    found = {key for stop in dossier.stops for key in stop.unit_ids}
    found |= {host.parent_id for host in hosts if host.parent_id}
    found |= {tie.other_id for tie in dossier.organisation_relations if tie.other_id}
    delegation = dossier.delegation
    own = (delegation.lead_body_id, *delegation.taking_part_ids)
    return found | {key for key in own if key}


def _headed(dossier: Dossier, passage: Passage) -> Organisation | None:
    """The organisation a section is about, as it says or its heading tells."""
    if passage.section.host_id:
        return dossier.organisation(passage.section.host_id)
    heading = folded(passage.section.heading)
    return next(
        (body for body in dossier.organisations if heading in map(folded, body.names)), None
    )
