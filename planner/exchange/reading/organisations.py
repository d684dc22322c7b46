"""Organisations: each with all names it goes by, and where they stand."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from planner.exchange.reading.body_forms import (
    is_same,
    short_forms,
    told_aliases,
    traits,
)
from planner.exchange.reading.former_bodies import former_names
from planner.exchange.reading.han_bodies import cut_to_known, han_names, with_prefixes
from planner.exchange.reading.han_neighbours import han_neighbours
from planner.exchange.reading.known_bodies import ABBREVIATIONS, AGENCIES, SHORT_SCHOOLS, agency_of
from planner.exchange.reading.latin_bodies import latin_names, own_parts
from planner.exchange.reading.latin_contexts import told_by_context
from planner.exchange.reading.latin_forms import forms_in_latin
from planner.exchange.reading.latin_neighbours import neighbours
from planner.exchange.reading.lines import Passage, folded
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.parts_of_bodies import parts_of
from planner.exchange.reading.places import PLACE
from planner.exchange.reading.told_bodies import standing_alone


@dataclass(slots=True)
class Bodies:
    """Every organisation of a text with every name it goes by, and where each stands."""

    names: dict[str, str] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    aliases: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _places: list[int] = field(default_factory=list)

    def whole(self, name: str) -> str:
        """The name under which it is listed."""
        return self.names.get(name, name)

    def inside(self, passage: Passage) -> list[Mention]:
        """Those that stand in a passage or a part of one, in order."""
        if not passage.places:
            return []
        first = bisect_left(self._places, passage.places[0])
        last = bisect_right(self._places, passage.places[-1])
        return [
            mention for mention in self.mentions[first:last] if mention.ends <= passage.places[-1]
        ]

    def put_in_order(self) -> None:
        """Sorted once, so that each passage finds its own without looking at all."""
        self.mentions.sort(key=lambda mention: mention.begins)
        self._places = [mention.begins for mention in self.mentions]


def bodies_of(passages: Sequence[Passage]) -> Bodies:
    """Finds the full names first, then their short forms, and joins them."""
    bodies = Bodies()
    known = standing_alone(passages)
    told = told_by_context(passages)
    found = [
        mention
        for passage in passages
        for mention in (*han_names(passage, known), *latin_names(passage, told))
    ]
    found += neighbours(passages, found)
    found += han_neighbours(found)
    with_prefixes(found)
    clean = Counter(mention.name for mention in found if mention.is_clean)
    for mention in found:
        cut_to_known(mention, clean)
    parts = parts_of(found)
    alone = parts.alone | own_parts(passages)
    found = [mention for mention in found if mention.name not in alone]
    offices = _with_their_offices(found)
    counts = Counter(mention.name for mention in found)
    _join(
        bodies,
        counts,
        [
            *told_aliases(found),
            *former_names(found),
            *forms_in_latin(found, passages),
            *_abbreviated(counts),
            *_city_halls(counts),
            *_units(found, counts),
            *offices,
        ],
    )
    _absorb(bodies, parts.hosts)
    for name, whole in bodies.names.items():
        if name != whole:
            bodies.aliases[whole].append(name)
    bodies.mentions = found
    _find_short_forms(bodies, passages, counts)
    bodies.put_in_order()
    return bodies


def _abbreviated(counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """國貿局 is 經濟部國際貿易局, and 杭州師大 is 杭州師範大學, where both stand."""
    written = {folded(name): name for name in counts}
    shorts = ((whole, written.get(short)) for whole in counts for short in short_forms(whole))
    yield from ((whole, short) for whole, short in shorts if short and short != whole)
    for name in counts:
        if len(name) <= 4 and folded(name) in AGENCIES and folded(name) not in ABBREVIATIONS:
            yield from ((other, name) for other in _akin(name, counts))
        whole = SHORT_SCHOOLS.get(folded(name), "")
        yield from ((other, name) for other in counts if whole and folded(other).endswith(whole))
        of_whom = next((short for short in ABBREVIATIONS if name.startswith(short)), "")
        if of_whom and (whole := ABBREVIATIONS[of_whom] + name[len(of_whom) :]) in counts:
            yield whole, name  # 海委會海巡署
    meant: dict[str, str] = {}
    for key, full in ABBREVIATIONS.items():
        if (short := written.get(key)) is not None:
            if (other := meant.setdefault(full, short)) != short:
                yield other, short  # 北科大 and 臺北科大
            wholes = [name for name in counts if folded(name).endswith(full)]
            exact = [name for name in wholes if folded(name) == full]
            yield from ((name, short) for name in exact or wholes or _akin(short, counts))


def _akin(short: str, counts: Counter[str]) -> Iterator[str]:
    """國科會 of 國家科學委員會: the signs stand in it in order, and no other is like it."""
    key = folded(short)
    pattern = re.compile(".*".join(key))
    akin = [
        name
        for name in counts
        if len(name) >= len(short) + 3 and name[-1] == short[-1] and pattern.fullmatch(folded(name))
    ]
    if len(akin) == 1:
        yield akin[0]


_CITY_HALL = re.compile("[縣市]府$")


def _city_halls(counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """縣府 and 苗縣府 are 苗栗縣政府, where no other government of a county is told."""
    for name in filter(_CITY_HALL.search, counts):
        kind, initial = folded(name)[-2], folded(name)[0]
        seats = [whole for whole in counts if folded(whole).endswith(f"{kind}政府")]
        akin = [whole for whole in seats if len(name) > 2 and initial in folded(whole)[:2]]
        for whole in akin or (seats if len(seats) == 1 else ()):
            yield whole, name
            break
        else:
            longer = next((other for other in counts if other.endswith(name) and other != name), "")
            if longer:
                yield longer, name


_OFFICE = re.compile("(?:[局處署司廳關所]|辦公室)$")
_SEAT_OF_OFFICES = re.compile("(?:政府|部|署)$")


def _units(found: Sequence[Mention], counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """A part that is named alone elsewhere, 其研究所 of an academy, and every office of a body."""
    for mention in found:
        if len(mention.unit) >= 5 and mention.unit in counts:
            yield mention.name, mention.unit
        if mention.unit and _OFFICE.search(folded(mention.unit)):
            yield mention.name, mention.full
    ministries: dict[str | None, list[str]] = defaultdict(list)
    for name in counts:
        ministries[agency_of(folded(name))].append(name)
    for name in counts:
        if (agency := agency_of(folded(name))) is not None:
            at_home = folded(name) == f"臺灣{agency}"  # 臺灣食品藥物管理署, as told abroad
            ministry = next((other for other in ministries[agency] if other != name), "")
            yield (ministry, name) if at_home and ministry else (name, agency)


def _with_their_offices(found: Sequence[Mention]) -> list[tuple[str, str]]:
    """臺中市政府社會局 is one name where no other office of that government is told.

    Gives each such name with that of the seat alone, for the two mean the same.
    """
    units: dict[str, set[str]] = defaultdict(set)
    for mention in found:
        units[mention.name].add(mention.unit)
    joined = []
    for mention in found:
        is_only = len(units[mention.name]) == 1 and _OFFICE.search(folded(mention.unit))
        if is_only and _SEAT_OF_OFFICES.search(folded(mention.name)):
            joined.append((mention.full, mention.name))
            mention.end += len(mention.unit)
            mention.name, mention.unit = mention.full, ""
    return joined


def _join(bodies: Bodies, counts: Counter[str], told: Iterable[tuple[str, str]]) -> None:
    """Gives every name the longest one it is a form of."""
    ordered = sorted(counts, key=len, reverse=True)
    akin: dict[str, list[str]] = defaultdict(list)
    for other in ordered:
        for trait in traits(other):
            akin[trait].append(other)
    spelt: dict[str, str] = {}
    for name in ordered:
        if (twin := spelt.setdefault(folded(name), name)) != name:
            bodies.names[name] = bodies.names[twin]  # 台灣大學 is 臺灣大學
            continue
        pool = {other for trait in traits(name) for other in akin[trait] if len(other) > len(name)}
        same = [other for other in pool if is_same(name, other)]
        whole = min(same, key=lambda other: (-len(other), other)) if same else name
        bodies.names[name] = bodies.names.get(whole, whole)
    for name, alias in told:
        whole = bodies.whole(name)
        if alias in bodies.names and bodies.names[alias] == alias and len(alias) > len(whole):
            whole, alias = alias, whole
        for known, listed in bodies.names.items():
            if listed == alias:
                bodies.names[known] = whole
        bodies.names[alias] = whole


def _absorb(bodies: Bodies, hosts: Mapping[str, str]) -> None:
    """Lists every part under its host, whichever of the two has the longer name."""
    for part, host in hosts.items():
        whole, own = bodies.whole(host), bodies.whole(part)
        is_itself = own == part or (own.isascii() and not part.isascii())
        if not is_itself or whole == own:
            continue
        for known, listed in bodies.names.items():
            if listed == own:
                bodies.names[known] = whole


def _find_short_forms(bodies: Bodies, passages: Sequence[Passage], counts: Counter[str]) -> None:
    """Looks for 工研院, 北科大, 農委會 and the like where the full name stands too."""
    wholes = set(bodies.names.values())
    short_of: dict[str, str] = {}
    doubtful: set[str] = set()
    for whole in wholes:
        for short in short_forms(whole):
            if short in bodies.names or PLACE.fullmatch(short):
                continue
            if short in short_of and short_of[short] != whole:
                doubtful.add(short)
            short_of[short] = whole
    for alias, whole in list(bodies.names.items()):
        if alias != whole and alias not in counts:
            short_of.setdefault(alias, whole)
            doubtful.discard(alias)
    usable = {short: whole for short, whole in short_of.items() if short not in doubtful}
    if not usable:
        return
    pattern = re.compile("|".join(map(re.escape, sorted(usable, key=len, reverse=True))))
    by_passage: dict[int, list[Mention]] = defaultdict(list)
    for mention in bodies.mentions:
        by_passage[id(mention.passage)].append(mention)
    for passage in passages:
        taken = [(mention.start, mention.end) for mention in by_passage[id(passage)]]
        for match in pattern.finditer(passage.key):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            if match[0].isascii() and re.match(
                r"\w", passage.key[match.end() : match.end() + 1] or " "
            ):
                continue
            short, whole = match[0], usable[match[0]]
            bodies.names[short] = whole
            if short not in bodies.aliases[whole]:
                bodies.aliases[whole].append(short)
            bodies.mentions.append(
                Mention(short, passage, match.start(), match.end(), is_clean=True)
            )
