"""People as vCards, version 3 (RFC 2426) or 4 (RFC 6350), many in a file."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from uuid import UUID

from planner.domain.dossier import Dossier
from planner.domain.organisation import Organisation
from planner.domain.person import Person, Post
from planner.domain.values import ContactKind, ContactPoint
from planner.exchange.content_lines import escaped, folded
from planner.exchange.vcard_pictures import picture_line

Content = Callable[[str], bytes]
SUFFIX = ".vcf"
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]{2,4}")
_DOUBLE_SURNAMES = re.compile(
    "歐陽|欧阳|司馬|司马|諸葛|诸葛|上官|司徒|東方|东方|夏侯|皇甫|尉遲|公孫|慕容|令狐|張簡|范姜"
)
_TYPES = {ContactKind.PHONE: "WORK,VOICE", ContactKind.MOBILE: "CELL", ContactKind.EMAIL: "WORK"}
_NAMES = {
    ContactKind.PHONE: "TEL",
    ContactKind.MOBILE: "TEL",
    ContactKind.EMAIL: "EMAIL",
    ContactKind.ADDRESS: "ADR",
    ContactKind.WEB: "URL",
    ContactKind.MESSENGER: "IMPP",
}


class Version(StrEnum):
    """3.0 is what Outlook and telephones read; 4.0 is the standard of today."""

    THREE = "3.0"
    FOUR = "4.0"


def write_vcards(
    dossier: Dossier,
    version: Version = Version.THREE,
    people: Iterable[UUID] | None = None,
    content_of: Content | None = None,
) -> bytes:
    """A card for each person of the dossier, or for those asked for.

    `content_of` gives the portraits by their hashes; without it cards have none.
    """
    wanted = None if people is None else frozenset(people)
    cards = (
        _card(dossier, person, version, content_of)
        for person in dossier.people
        if wanted is None or person.id in wanted
    )
    return "".join(folded(line) for card in cards for line in card).encode()


def family_and_given(person: Person) -> tuple[str, str]:
    """The two parts of a name; all of it as the given one where they cannot be told apart."""
    name = person.name
    if _HAN.fullmatch(name) and person.is_family_first:
        length = 2 if _DOUBLE_SURNAMES.match(name) and len(name) > 2 else 1
        return name[:length], name[length:]
    words = name.split()
    if len(words) < 2 or not name.isprintable():
        return "", name
    if person.is_family_first:
        return words[0], " ".join(words[1:])
    return words[-1], " ".join(words[:-1])


def _card(
    dossier: Dossier, person: Person, version: Version, content_of: Content | None
) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield f"VERSION:{version}"
    yield f"UID:urn:uuid:{person.id}"
    yield f"FN:{escaped(person.name)}"
    yield from _name(person, version)
    yield from _other_names(person)
    yield from _posts(dossier, person)
    for point in person.contacts:
        yield _contact(point)
    if version is Version.FOUR:
        yield from (f"LANG:{language}" for language in person.languages)
    elif person.languages:
        yield f"X-PLANNER-LANGUAGES:{_joined(person.languages)}"
    if person.honorific:
        yield f"X-PLANNER-HONORIFIC:{escaped(person.honorific)}"
    if person.notes:
        yield f"NOTE:{escaped(person.notes)}"
    if person.portrait and content_of:
        content = content_of(person.portrait.content)
        yield picture_line(content, as_uri=version is Version.FOUR)
    yield "END:VCARD"


def _name(person: Person, version: Version) -> Iterator[str]:
    family, given = family_and_given(person)
    sort = ""
    if person.reading and version is Version.FOUR:
        sort = f';SORT-AS="{_in_parameter(person.reading)}"'
    yield f"N{sort}:{escaped(family)};{escaped(given)};;;"
    if not person.is_family_first:
        yield "X-PLANNER-FAMILY-FIRST:no"
    if not person.reading:
        return
    if version is Version.THREE:
        yield f"SORT-STRING:{escaped(person.reading)}"
    # telephones show and sort by these
    first, _, rest = person.reading.partition(" ")
    yield f"X-PHONETIC-LAST-NAME:{escaped(first)}"
    if rest:
        yield f"X-PHONETIC-FIRST-NAME:{escaped(rest)}"


def _other_names(person: Person) -> Iterator[str]:
    written = {
        "SIMPLIFIED": person.name_simplified,
        "LATIN": person.name_latin,
        "NATIVE": person.name_native,
    }
    for script, name in written.items():
        if name:
            yield f"X-PLANNER-NAME-{script}:{escaped(name)}"
    if person.aliases:
        yield f"NICKNAME:{_joined(person.aliases)}"


def _posts(dossier: Dossier, person: Person) -> Iterator[str]:
    """The posts held now; the first without a group, since most programs read only that one."""
    held = [post for post in dossier.posts if post.person_id == person.id and not post.until]
    for number, post in enumerate(held):
        group = f"post{number}." if number else ""
        bodies = _bodies(dossier, post)
        if bodies:
            yield f"{group}ORG:{';'.join(escaped(body.name) for body in bodies)}"
        yield f"{group}TITLE:{escaped(post.title)}"


def _bodies(dossier: Dossier, post: Post) -> Sequence[Organisation]:
    """The body and, where the post is in a unit of it, that unit."""
    body = dossier.organisation(post.organisation_id)
    if body is None:
        return ()
    parent = dossier.organisation(body.parent_id)
    return (parent, body) if parent else (body,)


def _contact(point: ContactPoint) -> str:
    name, types = _NAMES[point.kind], _TYPES.get(point.kind, "")
    marks = f";TYPE={types}" if types else ""
    if point.note:
        marks += f';X-PLANNER-NOTE="{_in_parameter(point.note)}"'
    if point.kind is ContactKind.ADDRESS:
        return f"ADR{marks}:;;{escaped(point.value)};;;;"
    return f"{name}{marks}:{escaped(point.value)}"


def _joined(values: Iterable[str]) -> str:
    return ",".join(escaped(value) for value in values)


def _in_parameter(text: str) -> str:
    """Carets for what a quoted parameter cannot hold (RFC 6868)."""
    return text.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
