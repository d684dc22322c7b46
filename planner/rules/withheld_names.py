"""Names of withheld people that somebody typed: the public edition would still tell them."""

import re
from collections.abc import Iterator

from planner.domain.dossier import Dossier
from planner.domain.entity import Entity
from planner.domain.person import Person
from planner.domain.values import Disclosure
from planner.rules.disclosure import public_edition
from planner.rules.notice import Notice, Severity, Spot

_LEAST = 2  # a family name alone is that of many


def withheld_name_notices(dossier: Dossier) -> Iterator[Notice]:
    """What points at a record goes with it by itself; a name that was typed does not."""
    withheld = [each for each in dossier.people if each.disclosure is not Disclosure.PUBLIC]
    names = {name: person for person in withheld for name in person.names if len(name) >= _LEAST}
    if not names:
        return
    typed = re.compile("|".join(map(_pattern, sorted(names, key=len, reverse=True))))
    own = {record.id: record for record in dossier.records()}
    for record in public_edition(dossier).dossier.records():
        for field, text in record:
            if isinstance(text, str) and (found := typed.search(text)):
                yield _told(own[record.id], field, names[found[0]], found[0])


def _pattern(name: str) -> str:
    """Latin names as whole words: Li is no part of Lisbon."""
    return rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])" if name.isascii() else re.escape(name)


def _told(record: Entity, field: str, person: Person, name: str) -> Notice:
    """`record` is the dossier's own: its text is longer where internal paragraphs stand in it."""
    found = re.search(_pattern(name), getattr(record, field))
    span = found.span() if found else None
    context = {"written": name}
    return Notice(
        "disclosure.name_typed",
        Severity.SHOULD,
        Spot.of(record, field, span=span),
        context,
        "rewrite",
        people=(person.id,),
    )
