"""vCards of version 2.1, 3 and 4 into people and their posts, and into bodies."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import zip_longest
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from planner.domain.entity import Entity
from planner.domain.errors import InvalidInput, Problem, UnreadableFile
from planner.domain.organisation import Organisation, OrganisationKind
from planner.domain.person import Person, Post
from planner.domain.values import Attachment
from planner.exchange.plain_files import decoded
from planner.exchange.portraits import portrait_kept, portrait_of
from planner.exchange.staged import Found, LeftOut, ReadFile
from planner.exchange.vcard_contacts import HAN, LONGEST, contacts_of, one_line
from planner.exchange.vcard_lines import Card, Property, cards
from planner.exchange.vcard_pictures import Elsewhere, picture_within
from planner.exchange.vcard_unread import without_place


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
    left_out += without_place(held)
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
                post = {"person_id": person.id, "organisation_id": body, "title": title[:LONGEST]}
                if note := self._note_on_posts(titles):
                    post["note"] = note
                self._add(Post.checked({"id": key, **post}), frozenset(post))
        self._name_bodies_otherwise()
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
        named = next(
            (bodies for _, bodies in self._posts() if bodies), (one_line(card.first("FN")),)
        )
        self._body(named)
        found = self._found.pop()
        told: dict[str, Any] = {
            "aliases": tuple(one_line(each) for each in self._listed("NICKNAME")),
            "contacts": tuple(contacts_of(card)),
            "notes": card.first("NOTE")[:200_000],
        }
        values = {name: value for name, value in told.items() if value}
        self._add(found.record.with_(**values), found.told | frozenset(values))

    def _person(self) -> Person:
        card = self._card
        named = self._named()
        if not named:
            raise InvalidInput("person", [Problem("", "vcard.no_name", {"line": card.line})])
        latin, aliases = self._other_names(named)
        told: dict[str, Any] = {
            "name": one_line(named),
            "name_simplified": one_line(card.first("X-PLANNER-NAME-SIMPLIFIED")),
            "name_latin": latin,
            "name_native": one_line(card.first("X-PLANNER-NAME-NATIVE")),
            "reading": one_line(self._reading()),
            "aliases": aliases,
            "honorific": one_line(card.first("X-PLANNER-HONORIFIC")) or self._prefix(),
            "contacts": tuple(contacts_of(card)),
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

    def _named(self) -> str:
        """As the card writes it, but for how the person is addressed."""
        written = self._card.first("FN")
        prefix = self._prefix()
        bare = written.removeprefix(prefix).strip() if prefix else written
        return bare or written or self._structured_name()

    def _prefix(self) -> str:
        """`Dr.` of a name that is told in parts."""
        for held in self._card.properties.get("N", ()):
            return one_line([*held.pieces(";"), *[""] * 4][3])
        return ""

    def _other_names(self, named: str) -> tuple[str, tuple[str, ...]]:
        """The name in Latin letters, and all the others."""
        latin = one_line(self._card.first("X-PLANNER-NAME-LATIN"))
        others = [one_line(each) for each in self._listed("NICKNAME")]
        for held in self._card.properties.get("FN", ())[1:]:
            if _field_of(held.text, latin) == "name_latin" and not _is_latin(named):
                latin = one_line(held.text)
            elif held.text != named:
                others.append(one_line(held.text))
        return latin, tuple(others)

    def _portrait(self, named: str) -> Attachment | None:
        """A card is none the worse for a picture that cannot be had."""
        try:
            content = picture_within(self._card.properties.get("PHOTO", ()))
            if content is None:
                return None
            made = portrait_of(content, one_line(named))
        except (Elsewhere, UnreadableFile) as error:
            problem = Problem("", error.code, {**error.context, "name": one_line(named)})
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
            joint = "" if HAN.search(family + given) else " "
            return joint.join(filter(None, (family, given)))
        return ""

    def _is_given_first(self, named: str) -> bool:
        """A Latin name that ends in the family name the card tells apart."""
        for held in self._card.properties.get("N", ()):
            family = held.pieces(";")[0]
            return bool(
                family
                and not HAN.search(named)
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

    def _posts(self) -> Iterator[tuple[list[str], tuple[str, ...]]]:
        """Titles and bodies that stand in one group belong together."""
        groups: dict[str, tuple[list[str], list[tuple[str, ...]]]] = defaultdict(lambda: ([], []))
        for held in self._said_once("TITLE") or self._said_once("ROLE"):
            group = held.group if held.group.startswith("post") else ""
            groups[group][0].append(one_line(held.text))
        for held in self._said_once("ORG"):
            group = held.group if held.group.startswith("post") else ""
            groups[group][1].append(tuple(filter(None, map(one_line, held.pieces(";")))))
        for titles, bodies in groups.values():
            named = [title for title in titles if title]
            for first, body in enumerate(bodies or [()]):
                yield ([] if first else named), body

    def _note_on_posts(self, titles: Collection[str]) -> str:
        """What the post is for, and its titles in other languages."""
        held = (*self._said_once("ROLE"), *self._card.properties.get("TITLE", ()))
        told = dict.fromkeys(one_line(each.text) for each in held)
        once = {*titles, *(one_line(each.text) for each in self._said_once("TITLE"))}
        return one_line("; ".join(each for each in told if each and each not in once))

    def _said_once(self, name: str) -> list[Property]:
        """Without those that say the same in another language, which version 4 marks."""
        held = self._card.properties.get(name, ())
        marks = [each.marks.get("ALTID", "") for each in held]
        return [
            each for at, each in enumerate(held) if not marks[at] or marks[at] not in marks[:at]
        ]

    def _name_bodies_otherwise(self) -> None:
        """The name of a body in another language is another name of it."""
        once = self._said_once("ORG")
        for held in self._card.properties.get("ORG", ()):
            mark = held.marks.get("ALTID", "")
            of = next((each for each in once if mark and each.marks.get("ALTID") == mark), held)
            for name, other in zip_longest(of.pieces(";"), held.pieces(";"), fillvalue=""):
                if one_line(name) != one_line(other):
                    self._name_otherwise(one_line(name), one_line(other))

    def _name_otherwise(self, name: str, other: str) -> None:
        for at, found in enumerate(self._found):
            if isinstance(found.record, Organisation) and found.record.name == name and other:
                field = _field_of(other, found.record.name_latin)
                value = (*found.record.aliases, other) if field == "aliases" else other
                told = found.told | {field}
                self._found[at] = Found(found.record.with_(**{field: value}), told, found.line)

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


def _is_latin(name: str) -> bool:
    return bool(name) and not HAN.search(name)


def _field_of(name: str, latin: str) -> str:
    return "name_latin" if _is_latin(name) and not latin else "aliases"
