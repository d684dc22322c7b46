"""What vCards tell that no record has a place for, so that the loss is said before it happens.

A day of birth is left out on purpose: a visit report needs none, and it is nobody else's matter.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from planner.domain.errors import Problem
from planner.exchange.staged import LeftOut
from planner.exchange.vcard_contacts import CONTACTS
from planner.exchange.vcard_lines import Card

_READ = frozenset(CONTACTS) | {
    *("VERSION", "UID", "FN", "N", "NICKNAME", "NOTE", "PHOTO", "TITLE", "ROLE", "ORG", "LABEL"),
    *("LANG", "KIND", "SORT-STRING", "X-ABSHOWAS", "X-ABLABEL", "X-ABADR"),
}
_OF_PROGRAMS = re.compile(
    r"(?:PRODID|REV|MAILER|SOURCE|PROFILE|CREATED|CLIENTPIDMAP|XML|X-PLANNER-.*|X-PHONETIC-.*|"
    r"X-(?:AB)?UID|X-FILE-AS|X-.*-FILE-AS|X-ABORDER|X-MOZILLA-.*|X-MS-OL-(?:DESIGN|DEFAULT.*)|"
    r"X-(?:CREATED|REVISION|ACCESS|TIMESTAMP).*)$"
)


class CardPart(StrEnum):
    """What cards often tell and no record keeps, much of it on purpose: it is personal."""

    BIRTHDAY = "BDAY"
    ANNIVERSARY = "ANNIVERSARY"
    OTHER_DAY = "X-ABDATE"
    GENDER = "GENDER"
    RELATED = "RELATED"
    RELATED_NAMES = "X-ABRELATEDNAMES"
    ASSISTANT = "AGENT"
    MEMBERS = "MEMBER"
    CATEGORIES = "CATEGORIES"
    PRIVACY = "CLASS"
    LOGO = "LOGO"
    SOUND = "SOUND"
    KEY = "KEY"
    TIME_ZONE = "TZ"
    POSITION = "GEO"


def without_place(held: Sequence[Card]) -> Iterator[LeftOut]:
    """What the cards tell that no record has a place for, at the first that does."""
    unread = [(card.line, sorted(card.properties.keys() - _READ)) for card in held]
    names = sorted({name for _, found in unread for name in found if not _OF_PROGRAMS.match(name)})
    if names:
        line = next(line for line, found in unread if not set(names).isdisjoint(found))
        parts = [CardPart(name) if name in set(CardPart) else name for name in names]
        yield LeftOut(line, Problem("", "vcard.parts_unread", {"parts": parts}))
