"""The same person, the same organisation? A score and the reason, over scripts and short names."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import combinations

import opencc

from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.rules.pinyin import spellings
from planner.rules.similarity import folded, likeness

Named = Organisation | Person

_BRACKETED = re.compile(r"[（(〔\[][^）)〕\]]*[）)〕\]]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_FORMS = (
    "股份有限公司",
    "有限責任公司",
    "有限公司",
    "集團公司",
    "公司",
    "集團",
    "財團法人",
    "社團法人",
    "國立",
    "私立",
)
_ENOUGH = 0.7
_ALIKE = 0.75
_NAMES = 20_000


class Reason(StrEnum):
    """Why two records may be the same, the surest first."""

    SAME_NAME = "same_name"
    SAME_IN_OTHER_SCRIPT = "same_in_other_script"
    ALIAS = "alias"
    SAME_WITHOUT_FORM = "same_without_form"
    SHORT_NAME = "short_name"
    SAME_READING = "same_reading"
    NAME_ORDER = "name_order"
    ALIKE = "alike"


@dataclass(frozen=True)
class Match:
    score: float
    reason: Reason


def same_person(one: Person, other: Person) -> Match | None:
    """Whether two people may be one; None where nothing speaks for it."""
    return _best(_person_matches(one, other))


def same_organisation(one: Organisation, other: Organisation) -> Match | None:
    """Whether two bodies may be one. A unit and the body it is part of are not."""
    if one.id in (other.parent_id, other.id) or other.id == one.parent_id:
        return None
    if one.country and other.country and one.country != other.country:
        return None
    return _best(_organisation_matches(one, other))


def doubles(records: Sequence[Named]) -> Iterator[tuple[Named, Named, Match]]:
    """Pairs that may be the same, the surest first.

    Only records that share a piece of some name are compared, so thousands stay quick.
    """
    found = []
    for one, other in _near(records):
        match: Match | None = None
        if isinstance(one, Person) and isinstance(other, Person):
            match = same_person(one, other)
        elif isinstance(one, Organisation) and isinstance(other, Organisation):
            match = same_organisation(one, other)
        if match is not None and match.score >= _ENOUGH:
            found.append((one, other, match))
    yield from sorted(found, key=lambda pair: -pair[2].score)


@lru_cache(_NAMES)
def traditional(name: str) -> str:
    """Folded, and in Traditional characters whatever it was written in."""
    return folded(_converter().convert(folded(name)))


@lru_cache(_NAMES)
def without_form(name: str) -> str:
    """Without brackets, legal forms and the like: what people say of it."""
    bare = traditional(_BRACKETED.sub("", name))
    for form in _FORMS:
        bare = bare.replace(traditional(form), "")
    return bare or traditional(name)


@lru_cache(_NAMES)
def readings(name: str) -> frozenset[str]:
    """Syllables without tones, run together, in any order of family and given name.

    Of Han characters both pinyin and Wade-Giles: hosts write one, Taiwan mostly the other.
    """
    return frozenset(
        "".join((*syllables[cut:], *syllables[:cut]))
        for syllables in _syllables(name)
        for cut in range(len(syllables))
    )


@lru_cache(_NAMES)
def _syllables(name: str) -> tuple[tuple[str, ...], ...]:
    if not _HAN.search(name):
        bare = unicodedata.normalize("NFD", name.casefold())
        return (tuple(re.findall("[a-z]+", re.sub(r"['’\-\u0300-\u036f]", "", bare))),)
    return spellings(_simplifier().convert(name))


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2tw")


@cache
def _simplifier() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def _best(matches: Iterable[Match]) -> Match | None:
    return max(matches, key=lambda match: match.score, default=None)


def _person_matches(one: Person, other: Person) -> Iterator[Match]:
    yield from _name_matches(one, other)
    for name in one.names:
        for another in other.names:
            yield from _reading_matches(name, another)


def _name_matches(one: Named, other: Named) -> Iterator[Match]:
    if folded(one.name) == folded(other.name):
        yield Match(1.0, Reason.SAME_NAME)
    elif traditional(one.name) == traditional(other.name):
        yield Match(0.97, Reason.SAME_IN_OTHER_SCRIPT)
    elif {traditional(name) for name in one.names} & {traditional(name) for name in other.names}:
        yield Match(0.95, Reason.ALIAS)


def _reading_matches(name: str, another: str) -> Iterator[Match]:
    """Han against Latin letters, or the given name before the family name."""
    has_han = [bool(_HAN.search(written)) for written in (name, another)]
    if all(has_han) or folded(name) == folded(another):
        return
    one, other = ({"".join(each) for each in _syllables(written)} for written in (name, another))
    if one & other - {""}:
        yield Match(0.85, Reason.SAME_READING)
    elif (readings(name) & readings(another)) - {""}:
        yield Match(0.8, Reason.NAME_ORDER)


def _organisation_matches(one: Organisation, other: Organisation) -> Iterator[Match]:
    yield from _name_matches(one, other)
    closeness = _closeness(one, other)
    for name in one.names:
        for another in other.names:
            for match in _bare_matches(name, another):
                yield Match(match.score + closeness, match.reason)


def _bare_matches(name: str, another: str) -> Iterator[Match]:
    one, other = sorted((without_form(name), without_form(another)), key=len)
    if len(one) < 2:
        return
    if one == other:
        yield Match(0.93, Reason.SAME_WITHOUT_FORM)
    elif len(one) >= 4 and other.endswith(one):
        # the longer one says the place as well: 內蒙古包鋼稀土磁性材料, 包鋼稀土磁性材料
        yield Match(0.8, Reason.SHORT_NAME)
    elif _is_abbreviation(one, other):
        yield Match(0.72, Reason.SHORT_NAME)
    elif (alike := likeness(one, other)) >= _ALIKE:
        yield Match(min(alike, 0.9), Reason.ALIKE)


def _is_abbreviation(short: str, long: str) -> bool:
    """工研院 of 工業技術研究院: its letters in their order, from the first to the last."""
    if not 2 <= len(short) <= 5 or len(long) < len(short) + 2:
        return False
    if short[0] != long[0] or short[-1] != long[-1]:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


def _closeness(one: Organisation, other: Organisation) -> float:
    """What their cities add to a likeness of names."""
    if not one.city or not other.city:
        return 0.0
    return 0.05 if traditional(one.city) == traditional(other.city) else -0.2


def _near(records: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    """Pairs that share two letters in a row, or a syllable row; common pieces are passed over."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, record in enumerate(records):
        for piece in _pieces(record):
            holders[piece].append(index)
    few = max(8, len(records) // 20)
    pairs = {
        pair
        for indexes in holders.values()
        if len(indexes) <= few
        for pair in combinations(indexes, 2)
    }
    for one, other in sorted(pairs):
        yield records[one], records[other]


def _pieces(record: Named) -> set[str]:
    pieces: set[str] = set()
    for name in record.names:
        whole = traditional(name)
        pieces.add(whole)
        if isinstance(record, Person):
            pieces |= readings(name)
        else:
            bare = without_form(name)
            pieces.update(bare[start : start + 3] for start in range(max(1, len(bare) - 2)))
            pieces.add(f"{bare[:1]}…{bare[-1:]}")
    return pieces
