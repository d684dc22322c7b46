"""What an English paper would print in Chinese for want of a name in Latin letters."""

import re
from collections.abc import Iterator

from planner.domain.dossier import Dossier
from planner.domain.entity import Entity
from planner.rules.manuscript import HAN
from planner.rules.notice import Notice, Severity, Spot, name_of

_HAN = re.compile(f"[{HAN}]")
_OWN_FIELDS = ("name_latin", "title_latin")


def translation_notices(dossier: Dossier) -> Iterator[Notice]:
    """Each record of the delegation once; a reading will do for a person."""
    for record in _named(dossier):
        field = next((each for each in _OWN_FIELDS if hasattr(record, each)), "")
        lacks = field and not getattr(record, field) and not getattr(record, "reading", "")
        name = name_of(record)
        if lacks and _HAN.search(name):
            spot = Spot.of(record, field)
            yield Notice("translation.missing", Severity.HINT, spot, {"name": name}, "fill_in")


def _named(dossier: Dossier) -> Iterator[Entity]:
    yield dossier.delegation
    yield from dossier.seminars
    yield from dossier.talks
    yield from dossier.organisations
    yield from dossier.people
