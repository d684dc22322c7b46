"""Who receives the delegation, as one cell tells it: a body, people with their posts, or both."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from planner.domain.organisation import Organisation
from planner.domain.person import Person, Post
from planner.exchange.bookings import line_of
from planner.exchange.reading.person_words import LATIN_POST, TITLES
from planner.exchange.staged import Found

_HAN = "\u4e00-\u9fff"
_MOST_IN_A_CELL = 30
_BETWEEN = re.compile(r"[、;；\n]")
_POST_THEN_NAME = re.compile(
    rf"(?:(?P<body>[{_HAN}]{{2,20}})\s+)?(?P<office>[{_HAN}]{{1,20}}[長員任師授事官理裁席監])\s+(?P<name>\S.{{0,80}})"
)
_SURNAME_AND_POST = re.compile(rf"[{_HAN}]{{1,2}}(?P<post>{TITLES})")
_NAME_AND_POST = re.compile(rf"(?P<name>[{_HAN}]{{2,4}}?)\s?(?P<post>{TITLES})")
_BODY_OF_OFFICE = re.compile(rf"(?P<body>[{_HAN}]{{2,}}?)(?P<post>{TITLES})")
_HONORIFIC = re.compile(
    r"(?:mr|mrs|ms|miss|dr|prof)\b\.?|professor\b|(?<=\s)先生|(?<=\s)女士", re.I
)
BODY_ENDS = re.compile("[部局署院所校會社處司廳室系學心廠館團行府庫隊]$")


@dataclass(frozen=True)
class _Met:
    """One person of the hosts; `body` where the cell names it before the post."""

    name: str
    post: str = ""
    honorific: str = ""
    body: str = ""


@dataclass(frozen=True)
class Hosts:
    """The records that a row tells of its hosts, and which of them its stop names."""

    found: tuple[Found, ...]
    body_id: UUID | None
    people: tuple[UUID, ...]


def hosts_of(host: str, received_by: str, line: int) -> Hosts:
    """What the columns of hosts, and of those who receive, tell in one row."""
    bodies: list[str] = []
    people: list[_Met] = []
    for written, is_of_people in ((host, False), (received_by, True)):
        parts = map(line_of, _BETWEEN.split(written, maxsplit=_MOST_IN_A_CELL))
        for part in filter(None, parts):
            met = _met(part, is_of_people=is_of_people)
            if met is None:
                bodies.append(part)
            else:
                people.append(met)
    bodies += [met.body for met in people if met.body]
    body = body_found(bodies[0], line) if bodies else None
    body_id = body.record.id if body else None
    told = [list(_person(met, body_id, line)) for met in people]
    records = [*([body] if body else []), *(each for pair in told for each in pair)]
    return Hosts(tuple(records), body_id, tuple(pair[0].record.id for pair in told))


def _met(written: str, *, is_of_people: bool) -> _Met | None:
    """None where a body is told."""
    if match := _POST_THEN_NAME.fullmatch(written):
        honorific, name = _without_honorific(match["name"])
        if match["body"]:
            return _Met(name, match["office"], honorific, match["body"])
        office = _BODY_OF_OFFICE.fullmatch(match["office"])
        if office and BODY_ENDS.search(office["body"]):
            return _Met(name, office["post"], honorific, office["body"])
        return _Met(name, match["office"], honorific)
    post = LATIN_POST.match(written)
    rest = written[post.end() :].lstrip(" ,") if post else written
    honorific, name = _without_honorific(rest)
    if honorific or (post and re.match("[A-Z]", name)):
        return _Met(name, post[0] if post else "", honorific)
    if not is_of_people:
        return None
    if match := _SURNAME_AND_POST.fullmatch(written):
        return _Met(written)  # of one called by the surname alone no more is known
    if match := _NAME_AND_POST.fullmatch(written):
        return _Met(match["name"], match["post"])
    return None if BODY_ENDS.search(written) else _Met(written)


def _without_honorific(written: str) -> tuple[str, str]:
    match = _HONORIFIC.match(written)
    return (match[0], written[match.end() :].strip()) if match else ("", written)


def body_found(name: str, line: int) -> Found:
    """The organisation that a cell names, always by the same id."""
    record = Organisation.checked({"id": uuid5(NAMESPACE_URL, f"body:{name}"), "name": name})
    return Found(record, frozenset({"name"}), line)


def _person(met: _Met, body_id: UUID | None, line: int) -> Iterator[Found]:
    values: dict[str, Any] = {"name": met.name}
    if met.honorific:
        values["honorific"] = met.honorific
    key = uuid5(NAMESPACE_URL, f"person:{met.name}")
    yield Found(Person.checked({"id": key, **values}), frozenset(values), line)
    if met.post:
        post = {"person_id": key, "organisation_id": body_id, "title": met.post}
        held = Post.checked({"id": uuid5(key, f"post {met.post} {body_id}"), **post})
        yield Found(held, frozenset(post), line)
