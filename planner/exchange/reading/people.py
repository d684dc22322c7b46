"""People: each once, with titles, body and side, from all that was seen of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from planner.exchange.reading.found import FoundPerson
from planner.exchange.reading.han_people import han_people
from planner.exchange.reading.latin_names import HONORIFIC, RANKED
from planner.exchange.reading.latin_people import latin_people
from planner.exchange.reading.lines import HAN, Passage, Text, folded
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.organisations import Bodies
from planner.exchange.reading.person_words import JAPANESE_SURNAMES, POST, is_transliterated
from planner.exchange.reading.scripts import HAN_SIGN
from planner.exchange.reading.sightings import Seen
from planner.exchange.reading.tables import Cell


@dataclass(slots=True)
class People:
    """Everyone named, each once, and what short forms stand for."""

    found: list[FoundPerson] = field(default_factory=list)

    def named(self, written: str) -> FoundPerson | None:
        return next((person for person in self.found if person.name == written), None)


def people_of(
    text: Text, passages: Sequence[Passage], bodies: Bodies, cells: Iterable[Cell] = ()
) -> People:
    by_passage: dict[int, list[Mention]] = defaultdict(list)
    for mention in bodies.mentions:
        by_passage[id(mention.passage)].append(mention)
    for mentions in by_passage.values():
        mentions.sort(key=lambda mention: mention.start)
    seen: list[Seen] = []
    for passage in passages:
        mentions = by_passage[id(passage)]
        seen += han_people(passage, mentions)
        seen += latin_people(passage, mentions)
    for cell in cells:
        name = cell.passage.text[cell.start : cell.end]
        # names of two signs are set apart in tables
        name = re.sub(r"\s", "", name) if HAN_SIGN.search(name) else RANKED.sub("", name, count=1)
        seen.append(Seen(name, cell.title, cell.passage, cell.start, cell.end, cell.body, sure=0.8))
    return People(_joined(text, seen, bodies))


def titles_of(written: str) -> list[str]:
    """`教授兼院長` is two posts."""
    return POST.findall(written) or [written]


def _joined(text: Text, seen: Sequence[Seen], bodies: Bodies) -> list[FoundPerson]:
    """Full names first; short forms then add a title to the one they can mean."""
    found: dict[str, FoundPerson] = {}
    aliases = set(_told_in_chinese(seen))
    for mention in seen:
        if mention.sure <= 0.3 or mention.name in aliases or _is_spelled_again(mention, seen):
            continue
        key = mention.name.casefold()
        person = found.get(key) or _latin_double(found, mention.name)
        where = text.span(mention.passage, mention.start, mention.end)
        if person is None:
            person = found[key] = FoundPerson(mention.name, where, mention.sure)
        elif len(mention.name) > len(person.name):
            person.name = mention.name
        person.sure = min(0.97, max(person.sure, mention.sure) + 0.02)
        _add_titles(person, mention.titles)
        if mention.body and not person.organisation:
            person.organisation = _whole_body(mention.body, bodies)
    _merge_families(found)
    for mention in seen:
        if mention.sure <= 0.3:
            _add_short(found, mention)
    return list(found.values())


_IN_CHINESE = re.compile(rf"\s?\((?P<name>[{HAN}]{{2,5}})\)")


def _told_in_chinese(seen: Sequence[Seen]) -> Iterator[str]:
    """Tran Dang Hoa(陳登和): from here on the Chinese name is the same one's."""
    for mention in seen:
        match = _IN_CHINESE.match(mention.passage.key, mention.end)
        if match and mention.name[-1:].isascii() and " " in mention.name:
            yield match["name"]


_OPENED = re.compile(rf"\s?\((?:{HONORIFIC}\s){{0,2}}$")


def _is_spelled_again(mention: Seen, seen: Sequence[Seen]) -> bool:
    """包樂詩(Lena Bauers): the same name once more, as its own language writes it."""
    opened = _OPENED.search(mention.passage.key[: mention.start])
    if opened is None or not mention.name[:1].isascii():
        return False
    before = opened.string[: opened.start()]
    return any(
        (other.passage is mention.passage and opened.start() - other.end in (0, len(other.titles)))
        or before.endswith((folded(other.name), f"{folded(other.name)}{other.titles}"))
        for other in seen
        if other.sure > 0.3 and HAN_SIGN.search(other.name)
    )


@lru_cache(maxsize=10_000)
def _words(name: str) -> list[str]:
    return name.casefold().split()


def _latin_double(found: dict[str, FoundPerson], name: str) -> FoundPerson | None:
    """`Dr Tanaka` after `Dr Yuko Tanaka` is the same one."""
    if HAN_SIGN.search(name):
        return None
    written = _words(name)
    last = written[-1]
    for person in found.values():
        words = _words(person.name)
        if words == written:
            return person  # once more, after a short form that was seen first
        if words[-1] == last and (len(words) == 1 or " " not in name):
            return person
        if person.name.endswith(f" {name}") or name.endswith(f" {person.name}"):
            return person  # El Idrissi, Van Roosbroeck
        if words[-1] == last and re.match(r"[A-Z]\. ", name) and words[0][0] == name[0].lower():
            return person
        if " " not in name and words[0] == last and re.search(r"^\w+ \w", person.name):
            return person  # names of Chinese and Malays are shortened to the first word
    return None


_JAPANESE_FAMILY = re.compile(JAPANESE_SURNAMES)


def _merge_families(found: dict[str, FoundPerson]) -> None:
    """佐藤部長 said before 佐藤大作 is the same one too."""
    for key, person in list(found.items()):
        whole = _family_of(found, person.name, but=key)
        if whole is not None and whole.name != person.name:
            whole.titles += [title for title in person.titles if title not in whole.titles]
            del found[key]


def _has_part(name: str, part: str) -> bool:
    """科利教授 after 尚·科利: a part between points, or the beginning."""
    return name.startswith(part) or part in folded(name).split("·")


def _family_of(found: dict[str, FoundPerson], name: str, but: str) -> FoundPerson | None:
    """望月教授 after 望月俊宏 is the same one, and 才讓所長 after 才讓東珠 the only such one."""
    is_family = _JAPANESE_FAMILY.fullmatch(name) is not None
    if not is_family and not (len(name) >= 2 and is_transliterated(name)):
        return None
    akin = [who for key, who in found.items() if key != but and _has_part(who.name, name)]
    return akin[0] if akin and (is_family or len(akin) == 1) else None


def _whole_body(body: str, bodies: Bodies) -> str:
    for name in sorted(bodies.names, key=len, reverse=True):
        if body.startswith(name):
            return bodies.whole(name) + body[len(name) :]
    return body


def _add_titles(person: FoundPerson, written: str) -> None:
    for title in written.split("|") if "|" in written or written.isascii() else titles_of(written):
        if title and title not in person.titles:
            person.titles.append(title)


def _add_short(found: dict[str, FoundPerson], mention: Seen) -> None:
    fitting = [person for person in found.values() if person.name.startswith(mention.name)]
    same_title = [person for person in fitting if mention.titles in person.titles]
    if len(same_title or fitting) == 1:
        person = (same_title or fitting)[0]
        person.sure = min(0.97, person.sure + 0.01)
