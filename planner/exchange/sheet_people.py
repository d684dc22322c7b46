"""The rows of a list of people or organisations into records, names and posts told apart."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from planner.domain.delegation import Delegation, Member, Role
from planner.domain.errors import InvalidInput, Problem
from planner.domain.organisation import Organisation
from planner.domain.person import Person, Post
from planner.domain.values import ContactKind
from planner.exchange.bookings import line_of
from planner.exchange.reading.person_words import TITLES
from planner.exchange.sheet_cells import Cells
from planner.exchange.sheet_headings import Subject
from planner.exchange.sheet_hosts import BODY_ENDS, body_found
from planner.exchange.staged import Found

_ROLES: Mapping[Role, re.Pattern[str]] = MappingProxyType(
    {
        Role.DEPUTY: re.compile("副團長|副領隊|deputy|vice", re.I),
        Role.LEADER: re.compile("團長|領隊|leader|head", re.I),
        Role.SECRETARY: re.compile("秘書|祕書|secretary", re.I),
        Role.SPEAKER: re.compile("發表人|講者|講員|主講|speaker|lecturer", re.I),
        Role.INTERPRETER: re.compile("翻譯|口譯|通譯|interpreter", re.I),
        Role.OBSERVER: re.compile("觀察員|observer", re.I),
        Role.MEMBER: re.compile("團員|成員|隨員|member|delegate", re.I),
    }
)
_POINTS = MappingProxyType(
    {
        "phone": ContactKind.PHONE,
        "mobile": ContactKind.MOBILE,
        "email": ContactKind.EMAIL,
        "fax": ContactKind.PHONE,
        "messenger": ContactKind.MESSENGER,
        "address": ContactKind.ADDRESS,
    }
)
_NOTES = MappingProxyType({"fax": "Fax"})  # as cards of other programs have it
_OF_PERSON = ("name_latin", "name_simplified", "name_native", "reading", "honorific")
_OF_MEMBER = ("unit", "grade", "passport_name", "visa", "diet", "insurance")
_OF_BODY = ("name_simplified", "name_latin", "name_native", "city", "address", "web", "notes")
_HAN = "\u4e00-\u9fff"
_HAN_SIGN = re.compile(f"[{_HAN}]")
_HAN_BLANK = re.compile(rf"(?<=[{_HAN}])\s+(?=[{_HAN}])")
_WITH_LATIN = re.compile(
    rf"(?P<han>[{_HAN}][{_HAN}\s·]*)[\s(（/]+(?P<latin>[A-Za-z][A-Za-z.,'’ -]+)[)）]?$"
)
_WITH_POST = re.compile(rf"(?P<name>[{_HAN}]{{2,4}}?)\s*(?P<post>{TITLES})$")
_LATIN = re.compile(r"[A-Za-z][A-Za-z.,'’ -]+")
_BETWEEN_POINTS = re.compile(r"[;；\n]|(?<=\d)、(?=[\d+(])|(?<=[a-z])、(?=\w+@)")
_HEADS = re.compile("團長")
_GUIDES = re.compile("領隊|tour (?:lead|guide|manager)", re.I)
_WITHOUT_ZERO = re.compile(r"9\d{8}")  # a spreadsheet that took the number for a number
_HONORIFICS = re.compile("先生|女士|小姐")
_OF_BODY_AND_POST = re.compile(rf"(?P<body>.{{2,}}?)[\s/／、]*(?P<post>{TITLES})$")


@dataclass(frozen=True)
class _Named:
    """What one cell of names tells."""

    name: str
    latin: str = ""
    post: str = ""
    honorific: str = ""


class PeopleRows:
    """Reads the rows of one table of people."""

    def __init__(self, cells: Cells, delegation: Delegation | None, subject: Subject) -> None:
        self._cells = cells
        self._delegation = delegation
        self._subject = subject
        self._has_head = any(_HEADS.match(role) for role in cells.column("role"))

    def read(self) -> Iterator[Found]:
        """The person of the row in hand. Raises InvalidInput where it has no name."""
        if self._cells.is_merged:
            return  # a text over the whole width is a heading or a note
        named = self._named()
        if not named.name:
            raise InvalidInput("member", [Problem("name", "sheet.no_name", {})])
        body_name, title = self._body_and_post(named.post)
        body = body_found(body_name, self._cells.line) if body_name else None
        if body is not None:
            yield body
        person = self._person(named)
        yield person
        body_id = body.record.id if body else None
        if title and self._delegation is None:  # else the member holds it, as of that time
            key = uuid5(person.record.id, f"post {title} {body_id}")
            post = {"person_id": person.record.id, "organisation_id": body_id, "title": title}
            yield Found(Post.checked({"id": key, **post}), frozenset(post), self._cells.line)
        if self._delegation is not None and self._subject is Subject.MEMBERS:
            yield self._member(self._delegation, person.record.id, body_id, title)

    def _named(self) -> _Named:
        cells = self._cells
        if cells.means("family_name"):
            return self._parted(cells.text("family_name"), cells.text("given_name"))
        has_post = cells.means("post_title", "body_and_post")
        return _named(cells.written("name_and_post") or cells.written("name"), has_post=has_post)

    def _parted(self, family: str, given: str) -> _Named:
        """Two columns hold the name as in the passport where another holds it as it is read."""
        joined = _joined(family, given)
        if not self._cells.means("name"):
            return _Named(joined)
        own = _named(self._cells.text("name"), has_post=True)
        latin = own.latin or ("" if _HAN_SIGN.search(family + given) else f"{family}, {given}")
        return replace(own, name=own.name or joined, latin=latin)

    def _body_and_post(self, post: str) -> tuple[str, str]:
        """The organisation and the title held there, also where one cell holds both."""
        cells = self._cells
        body, title = cells.text("body"), cells.text("post_title") or post
        both = cells.text("body_and_post")
        if not both and not cells.means("body", "unit"):
            both, title = title, ""
            match = _OF_BODY_AND_POST.match(both)
            if match is None or not BODY_ENDS.search(match["body"]):
                return body, both
        if match := _OF_BODY_AND_POST.match(both):
            return match["body"], match["post"]
        return body or both, title

    def _person(self, named: _Named) -> Found:
        cells = self._cells
        told = {field: cells.text(field) for field in _OF_PERSON}
        told["name_latin"] = told["name_latin"] or named.latin
        told["honorific"] = told["honorific"] or named.honorific
        told["notes"] = cells.text("notes")
        values: dict[str, Any] = {"name": named.name}
        values |= {field: text for field, text in told.items() if text}
        points = [
            {"kind": kind, "value": _reached(each), "note": _NOTES.get(field, "")}
            for field, kind in _POINTS.items()
            for each in _BETWEEN_POINTS.split(cells.written(field))
            if each.strip()
        ]
        if points:
            values["contacts"] = points
        is_own = self._subject is Subject.PEOPLE
        key = (cells.key if is_own else None) or uuid5(NAMESPACE_URL, f"person:{named.name}")
        return Found(Person.checked({"id": key, **values}), frozenset(values), cells.line)

    def _member(self, delegation: Delegation, person: UUID, body: UUID | None, title: str) -> Found:
        cells = self._cells
        values: dict[str, Any] = {"person_id": person, "body_id": body, "post_title": title}
        values |= {field: cells.text(field) for field in _OF_MEMBER}
        written = cells.text("role") or (title if _ROLES[Role.LEADER].search(title) else "")
        values["role"] = self._role(written)
        for field in ("passport_expires_on", "visa_expires_on"):
            if cells.has(field):
                values[field] = cells.day(field)
        told = {name: value for name, value in values.items() if value not in ("", None)}
        key = cells.key or uuid5(delegation.id, f"member:{person}")
        # the order of the list is the order of the delegation
        precedence = min(cells.place, 99_999)
        record = Member.checked(
            {"id": key, "delegation_id": delegation.id, "precedence": precedence, **told}
        )
        return Found(record, frozenset(told), cells.line)

    def _role(self, written: str) -> Role | None:
        """Who leads the way is the leader only of a list that names no other."""
        if self._has_head and _GUIDES.search(written) and not _HEADS.search(written):
            return Role.MEMBER
        return next((role for role, words in _ROLES.items() if words.search(written)), None)


def organisation_found(cells: Cells) -> Found:
    """The organisation of the row in hand. Raises InvalidInput where it has no name."""
    name = cells.text("name")
    if not name:
        raise InvalidInput("organisation", [Problem("name", "sheet.no_name", {})])
    values: dict[str, Any] = {"name": name}
    values |= {field: text for field in _OF_BODY if (text := cells.text(field))}
    key = cells.key or uuid5(NAMESPACE_URL, f"body:{name}")
    return Found(Organisation.checked({"id": key, **values}), frozenset(values), cells.line)


def _named(written: str, *, has_post: bool) -> _Named:
    """A name with its Latin spelling below it, or with the post behind it."""
    first, _, second = written.partition("\n")
    if _LATIN.fullmatch(first) and _LATIN.fullmatch(second):
        return _Named(line_of(first), line_of(second))
    if match := _WITH_LATIN.match(written):
        return _Named(_HAN_BLANK.sub("", match["han"].strip()), line_of(match["latin"]))
    is_parted = len(written.split()) > 1
    match = _WITH_POST.match(written) if is_parted or not has_post else None
    if match is None:
        return _Named(_HAN_BLANK.sub("", written))
    if _HONORIFICS.fullmatch(match["post"]):
        return _Named(match["name"], honorific=match["post"])
    return _Named(match["name"], post=match["post"])


def _reached(written: str) -> str:
    plain = unicodedata.normalize("NFKC", written).strip()
    return f"0{plain}" if _WITHOUT_ZERO.fullmatch(plain) else plain


def _joined(family: str, given: str) -> str:
    is_han = bool(_HAN_SIGN.match(family))
    return f"{family}{given}" if is_han else f"{given} {family}".strip()
