"""Those who may have spoken, under every form that a talk calls them by."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from planner.exchange.reading.found import FoundTalk
from planner.exchange.reading.lines import HAN, Passage, Text
from planner.exchange.reading.name_judgement import may_begin
from planner.exchange.reading.people import People
from planner.exchange.reading.person_words import (
    COMPOUND_SURNAMES,
    JAPANESE_SURNAMES,
    POST,
    POSTS,
    TITLES,
)
from planner.exchange.reading.scripts import HAN_SIGN

_LABELS_AUTHOR = re.compile(
    r"(?:出國人員?|報告人員?|撰寫人|撰稿人|參加人員?|出席人員?|計畫主持人|研習人員|姓名)"
    r"(?:姓名)?(?:及?職稱)?(?=[:\t ]|$)"
)
_FAMILIES = (
    re.compile(rf"(?P<family>{COMPOUND_SURNAMES})[{HAN}]{{1,2}}"),
    re.compile(rf"(?P<family>{JAPANESE_SURNAMES})[{HAN}ぁ-ヶー]{{1,3}}"),
    re.compile(rf"(?P<family>[{HAN}])[{HAN}]{{2}}"),
    re.compile(rf"(?P<family>[{HAN}]{{2}})[{HAN}]{{2}}"),
)
"""Family names as whole names begin with them; some names may be parted in two ways."""
_PARTICLE = re.compile(r"\b(?:van|von|de|del|della|di|da|dos|der|den|ter|ten|le|la|el|al|bin)\b")
# 相助理 for 研究助理, as prose calls those whom the list has told
_SHORT_POSTS = "副?護理長|助理(?!教授|研究)"
_LABEL = re.compile(r"[^:\t]{2,10}:|[壹貳參一二三]、|摘\s?要|目\s?[次錄]")
_LENGTH_OF_COVER, _LONGEST_OF_COVER, _LENGTH_OF_FAMILY = 60, 60, 2


@dataclass(frozen=True, slots=True)
class Spoken:
    """A speaker where a sentence names one."""

    start: int
    end: int
    name: str


class Speakers:
    """Everyone found, by name, family name, or the post that only one of them holds."""

    def __init__(self, text: Text, passages: Sequence[Passage], people: People) -> None:
        self._text = text
        self._people = people
        self.author = _author(passages, people)
        self._names = _written_forms(text, people)
        if self.author:
            self._names |= dict.fromkeys(("本人", "筆者"), self.author)
        self._pattern = re.compile("|".join(map(re.escape, self._names)) or r"(?!)")
        self._holders = _holders(people)
        self._families = _families(text, people)
        families = "|".join(sorted(self._families, key=len, reverse=True)) or "(?!)"
        self._with_post = re.compile(rf"(?P<family>{families})(?:副?{TITLES}|{_SHORT_POSTS})")
        names = dict.fromkeys(self._names.values())
        self.in_latin = [name for name in names if not HAN_SIGN.search(name)]
        """Names in Latin letters, the longest first."""

    def known(self, written: str) -> str | None:
        """The first of the longest names in some words."""
        return next((name for key, name in self._names.items() if key in written), None)

    def named(self, sentence: str) -> list[Spoken]:
        """Everyone whom a sentence names, in order."""
        named = [
            Spoken(match.start(), match.end(), self._names[match[0]])
            for match in self._pattern.finditer(sentence)
        ]
        akin = [
            Spoken(match.start(), match.end(), self._families[match["family"]])
            for match in self._with_post.finditer(sentence)
            if may_begin(sentence, match.start())
            and not any(spoken.start <= match.start() < spoken.end for spoken in named)
        ]
        return sorted([*named, *akin], key=lambda spoken: spoken.start)

    def by_post(self, sentence: str, before: int) -> list[Spoken]:
        """副署長隨後以「…」為題: who alone in the report has that post."""
        return [
            Spoken(match.start(), match.end(), self._holders[match[0]])
            for match in POST.finditer(sentence, 0, before)
            if match[0] in self._holders
        ]

    def talk(self, passage: Passage, start: int, end: int, name: str, sure: float) -> FoundTalk:
        person = self._people.named(name)
        return FoundTalk(
            name,
            passage.text[start:end].strip(" 「」《》,，。"),
            self._text.span(passage, start, end),
            sure,
            person.side if person else "unknown",
            person.organisation if person else None,
        )


def family_name(name: str) -> str:
    """Yeh of Yeh Pei-Jung, Simmer of Clemens Simmer, van Geuns-Oye of Marie van Geuns-Oye."""
    words = name.split()
    if particle := _PARTICLE.search(name, len(words[0])):
        return name[particle.start() :]
    return words[0] if "-" in words[-1] and len(words) == 2 else words[-1]


def _written_forms(text: Text, people: People) -> dict[str, str]:
    """Whole names first, the longest before others that they hold."""
    whole = [person for person in people.found if not _is_short_form(text.key_of(person.name))]
    names = sorted((person.name for person in whole), key=len, reverse=True)
    forms = {text.key_of(name): name for name in names}
    forms |= _begun_names(forms)
    for name in names:
        if " " in name:  # Simmer after Clemens Simmer
            forms.setdefault(family_name(name), name)
        elif "·" in (key := text.key_of(name)):  # 杜蒙 after 米雅·杜蒙
            forms.setdefault(key.rsplit("·", 1)[1], name)
    for person in whole:
        for title in person.titles:  # 呂局長 after 呂建德局長
            if re.fullmatch(f"[{HAN}]{{3}}", person.name):
                forms.setdefault(text.key_of(person.name[0] + title), person.name)
    return forms


def _begun_names(forms: dict[str, str]) -> dict[str, str]:
    """淳于, taken for a name, where 淳于瑋 alone begins with it."""
    wholes: defaultdict[str, list[str]] = defaultdict(list)
    for key, name in forms.items():
        if len(key) > _LENGTH_OF_FAMILY:
            wholes[key[:_LENGTH_OF_FAMILY]].append(name)
    return {
        family: names[0] for family, names in wholes.items() if family in forms and len(names) == 1
    }


def _is_short_form(name: str) -> bool:
    """翁院長: a family name and a post, whoever else bears both."""
    return bool(POSTS.fullmatch(name, 1))


def _families(text: Text, people: People) -> dict[str, str]:
    """Family names that one person alone has: 東方技正 is 東方啟銘, 野口隊長 is 野口早苗."""
    akin: defaultdict[str, list[str]] = defaultdict(list)
    for person in people.found:
        key = text.key_of(person.name)
        if not _is_short_form(key):
            told = {name["family"] for form in _FAMILIES if (name := form.fullmatch(key))}
            for family in told:
                akin[family].append(person.name)
    return {family: names[0] for family, names in akin.items() if len(names) == 1}


def _holders(people: People) -> dict[str, str]:
    """Posts that one person alone holds."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for person in people.found:
        for title in person.titles:
            holders[title].append(person.name)
    return {title: names[0] for title, names in holders.items() if len(names) == 1}


def _author(passages: Sequence[Passage], people: People) -> str | None:
    """The only traveller that the cover names: whoever tells of 本人 means that one."""
    named: set[str] = set()
    is_open = False
    for passage in passages[:_LENGTH_OF_COVER]:
        if _LABELS_AUTHOR.match(passage.key):
            is_open = True
        elif _LABEL.match(passage.key) or len(passage.key) > _LONGEST_OF_COVER:
            is_open = False
        if is_open:
            named.update(person.name for person in people.found if person.name in passage.key)
    return named.pop() if len(named) == 1 else None
