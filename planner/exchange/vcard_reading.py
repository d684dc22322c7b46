"""vCards of version 2.1, 3 and 4 into people and their posts, and into bodies."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from planner.domain.entity import Entity
from planner.domain.errors import InvalidInput, Problem, UnreadableFile
from planner.domain.organisation import Organisation, OrganisationKind
from planner.domain.person import Person, Post
from planner.domain.values import Attachment, ContactKind
from planner.exchange.plain_files import decoded
from planner.exchange.portraits import portrait_kept, portrait_of
from planner.exchange.staged import Found, LeftOut, ReadFile
from planner.exchange.vcard_lines import Card, Property, cards
from planner.exchange.vcard_pictures import Elsewhere, picture_within

_LONGEST = 300
_CONTACTS = {
    "TEL": ContactKind.PHONE,
    "EMAIL": ContactKind.EMAIL,
    "ADR": ContactKind.ADDRESS,
    "URL": ContactKind.WEB,
    "IMPP": ContactKind.MESSENGER,
    "X-WECHAT": ContactKind.MESSENGER,
    "X-LINE": ContactKind.MESSENGER,
}
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def read_vcards(content: bytes, name: str) -> ReadFile:
    """Every card of a file. Raises UnreadableFile where there is none."""
    found: list[Found] = []
    left_out: list[LeftOut] = []
    contents: dict[str, bytes] = {}
    held = list(cards(decoded(content, name), name))
    if not held:
        raise UnreadableFile("vcard.none", name=name)
    for card in held:
        reader = _Reader(card)
        try:
            found += reader.read()
        except InvalidInput as error:
            left_out.append(LeftOut(card.line, error.problems[0]))
        left_out += reader.left_out
        contents |= reader.contents
    return ReadFile(name, tuple(found), tuple(left_out), contents)


class _Reader:
    """The records that one card tells of."""

    def __init__(self, card: Card) -> None:
        self.left_out: list[LeftOut] = []
        self.contents: dict[str, bytes] = {}
        self._card = card
        self._found: list[Found] = []

    def read(self) -> list[Found]:
        if self._is_of_a_body():
            self._read_body()
            return self._found
        person = self._person()
        for titles, bodies in self._posts():
            body = self._body(bodies)
            for title in titles:
                key = uuid5(person.id, f"post {title} {bodies}")
                post = {"person_id": person.id, "organisation_id": body, "title": title[:_LONGEST]}
                self._add(Post.checked({"id": key, **post}), frozenset(post))
        return self._found

    def _is_of_a_body(self) -> bool:
        """A card that says so, as vCard 4 and Apple do, or that names nobody but a body."""
        card = self._card
        if "org" in card.first("KIND").casefold() or card.first("X-ABSHOWAS") == "COMPANY":
            return True
        written = [name for _, bodies in self._posts() for name in bodies]
        return not self._structured_name() and card.first("FN") in written

    def _read_body(self) -> None:
        """Its contacts and notes stand with the innermost unit that the card names."""
        card = self._card
        named = next((bodies for _, bodies in self._posts() if bodies), (_line(card.first("FN")),))
        self._body(named)
        found = self._found.pop()
        told: dict[str, Any] = {
            "aliases": tuple(_line(each) for each in self._listed("NICKNAME")),
            "contacts": tuple(self._contacts()),
            "notes": card.first("NOTE")[:200_000],
        }
        values = {name: value for name, value in told.items() if value}
        self._add(found.record.with_(**values), found.told | frozenset(values))

    def _person(self) -> Person:
        card = self._card
        named = card.first("FN") or self._structured_name()
        if not named:
            raise InvalidInput("person", [Problem("", "vcard.no_name", {"line": card.line})])
        told: dict[str, Any] = {
            "name": _line(named),
            "name_simplified": _line(card.first("X-PLANNER-NAME-SIMPLIFIED")),
            "name_latin": _line(card.first("X-PLANNER-NAME-LATIN")),
            "name_native": _line(card.first("X-PLANNER-NAME-NATIVE")),
            "reading": _line(self._reading()),
            "aliases": tuple(_line(each) for each in self._listed("NICKNAME")),
            "honorific": _line(card.first("X-PLANNER-HONORIFIC")),
            "contacts": tuple(self._contacts()),
            "languages": self._languages(),
            "notes": card.first("NOTE")[:200_000],
            "portrait": self._portrait(named),
        }
        if card.first("X-PLANNER-FAMILY-FIRST") == "no" or self._is_given_first(named):
            told["is_family_first"] = False
        values = {name: value for name, value in told.items() if value not in ("", (), None)}
        person = Person.checked({"id": self._key(named), **values})
        self._add(person, frozenset(values))
        return person

    def _portrait(self, named: str) -> Attachment | None:
        """A card is none the worse for a picture that cannot be had."""
        try:
            content = picture_within(self._card.properties.get("PHOTO", ()))
            if content is None:
                return None
            made = portrait_of(content, _line(named))
        except (Elsewhere, UnreadableFile) as error:
            problem = Problem("", error.code, {**error.context, "name": _line(named)})
            self.left_out.append(LeftOut(self._card.line, problem))
            return None
        kept = portrait_kept(made)
        self.contents[kept.content] = made
        return kept

    def _key(self, named: str) -> UUID:
        """Ours by its own id; another program's always by the same one."""
        written = self._card.first("UID")
        try:
            return UUID(written.removeprefix("urn:uuid:"))
        except ValueError:
            mail = self._card.first("EMAIL")
            return uuid5(NAMESPACE_URL, f"vcard:{written or f'{named} {mail}'}")

    def _structured_name(self) -> str:
        for held in self._card.properties.get("N", ()):
            family, given, *_ = [*held.pieces(";"), "", ""]
            joint = "" if _HAN.search(family + given) else " "
            return joint.join(filter(None, (family, given)))
        return ""

    def _is_given_first(self, named: str) -> bool:
        """A Latin name that ends in the family name the card tells apart."""
        for held in self._card.properties.get("N", ()):
            family = held.pieces(";")[0]
            return bool(
                family
                and not _HAN.search(named)
                and named != family
                and named.endswith(family)
                and not named.startswith(family)
            )
        return False

    def _reading(self) -> str:
        card = self._card
        parts = (card.first(f"X-PHONETIC-{each}-NAME") for each in ("LAST", "FIRST"))
        if spoken := " ".join(filter(None, parts)):
            return spoken
        for held in card.properties.get("N", ()):
            if sort := held.marks.get("SORT-AS", ""):
                return " ".join(piece.strip() for piece in sort.split(",") if piece.strip())
        return card.first("SORT-STRING")

    def _listed(self, name: str) -> list[str]:
        held = self._card.properties.get(name, ())
        return [piece for each in held for piece in each.pieces(",") if piece]

    def _languages(self) -> tuple[str, ...]:
        written = [*self._listed("LANG"), *self._listed("X-PLANNER-LANGUAGES")]
        return tuple(tag for tag in written if re.fullmatch(r"[a-z]{2,3}([-_]\w{2,8})*", tag))

    def _contacts(self) -> Iterator[dict[str, Any]]:
        for name, kind in _CONTACTS.items():
            for held in self._card.properties.get(name, ()):
                value = _line(self._value_of(held, kind))
                types = held.marks.get("TYPE", "").casefold()
                if kind is ContactKind.PHONE and re.search("cell|mobile", types):
                    kind_here = ContactKind.MOBILE
                else:
                    kind_here = kind
                if value:
                    note = _line(held.marks.get("X-PLANNER-NOTE", "")) or self._label_of(held)
                    yield {"kind": kind_here, "value": value, "note": note}

    def _label_of(self, held: Property) -> str:
        """What its owner calls it: Apple's label of the same group, or a type that is no usual one.

        Apple writes the labels of its own choice in signs: `_$!<HomePage>!$_`.
        """
        labels = self._card.properties.get("X-ABLABEL", ())
        called = next((each.text for each in labels if held.group and each.group == held.group), "")
        if called.startswith("_$!<"):
            called = ""
        types = held.marks.get("TYPE", "").split(",")
        own = (each[2:] for each in types if each[:2].casefold() == "x-")
        fax = ("Fax" for each in types if each.casefold() == "fax")
        return _line(called or next(own, "") or next(fax, ""))

    def _value_of(self, held: Property, kind: ContactKind) -> str:
        if kind is ContactKind.ADDRESS:
            pieces = [*held.pieces(";"), *([""] * 7)][:7]
            box, more, street, city, region, code, country = pieces
            if not _HAN.search(street + city):
                return ", ".join(filter(None, (box, more, street, city, region, code, country)))
            return "".join(filter(None, (code, country, region, city, street, more, box)))
        text = held.text
        return text.removeprefix("tel:") if kind is ContactKind.PHONE else text

    def _posts(self) -> Iterator[tuple[list[str], tuple[str, ...]]]:
        """Titles and bodies that stand in one group belong together."""
        groups: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
        for held in self._card.properties.get("TITLE", ()):
            group = held.group if held.group.startswith("post") else ""
            groups[group][0].append(_line(held.text))
        for held in self._card.properties.get("ORG", ()):
            group = held.group if held.group.startswith("post") else ""
            groups[group][1].extend(filter(None, map(_line, held.pieces(";"))))
        for titles, bodies in groups.values():
            yield [title for title in titles if title], tuple(bodies)

    def _body(self, names: tuple[str, ...]) -> UUID | None:
        """The innermost of the bodies, each a unit of the one before."""
        parent: UUID | None = None
        for depth, name in enumerate(names):
            key = uuid5(NAMESPACE_URL, f"body:{'/'.join(names[: depth + 1])}")
            values: dict[str, Any] = {"name": name, "parent_id": parent}
            if parent is not None:
                values["organisation_kind"] = OrganisationKind.UNIT
            told = frozenset({"name"} if parent is None else {"name", "parent_id"})
            self._add(Organisation.checked({"id": key, **values}), told)
            parent = key
        return parent

    def _add(self, record: Entity, told: frozenset[str]) -> None:
        self._found.append(Found(record, told, self._card.line))


def _line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
