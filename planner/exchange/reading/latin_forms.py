"""Other names of one body in Latin letters: in its own language, without legal form, letters."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from planner.exchange.reading.dictionary import lines_of
from planner.exchange.reading.latin_ends import BAD, COUNTRIES, FOREIGN_NOUN
from planner.exchange.reading.latin_names import LETTER, UPPER
from planner.exchange.reading.lines import Passage
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.person_words import LATIN_POST
from planner.exchange.reading.places import towns

_IN_ITS_LANGUAGE = re.compile(
    rf"\s?\((?P<name>(?:{FOREIGN_NOUN})[^(),;]{{0,70}}|[{UPPER}][{LETTER}]{{7,40}})"
    r"(?:, (?P<short>[A-Z][A-Za-z]{1,9}))?\)"
)
_LEGAL_FORM = re.compile(
    r"(?: (?:Airlines|Airways|Corporation|Company|Group|Holdings|Inc|Ltd|Limited|GmbH|AG|Co))+\.?$"
)
_LETTERS_BEHIND = re.compile(r"\s?\((?:the )?(?P<short>[A-Z]{3,8})\)")
_WELL_KNOWN = {" ".join(words): short for short, *words in lines_of("initials")}
_OF_THE_STATES = re.compile(r"(?:U\.S\.|US|United States) (?=\S+ \S)")


def forms_in_latin(
    found: Sequence[Mention], passages: Sequence[Passage]
) -> Iterator[tuple[str, str]]:
    """Pairs of a name and another of the same body."""
    latin = [mention for mention in found if re.match(f"[{UPPER}]", mention.name)]
    for mention in latin:
        yield from _in_its_language(mention)
    yield from _by_the_letters_of_the_one_before(latin)
    counts = Counter(mention.name for mention in latin)
    for name in counts:
        short = _LEGAL_FORM.sub("", name)
        if short != name and short in counts:
            yield name, short
        bare = _OF_THE_STATES.sub("", name, count=1)
        if bare != name and not BAD.search(bare):
            yield name, bare
    yield from _by_well_known_letters(counts, passages)


def _by_well_known_letters(
    names: Iterable[str], passages: Sequence[Passage]
) -> Iterator[tuple[str, str]]:
    """KEK is the High Energy Accelerator Research Organization, where the text has both."""
    wholes: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if short := _WELL_KNOWN.get(name):
            wholes[short].append(name)
    for short, told in wholes.items():
        written = re.compile(rf"(?<![{LETTER}-]){re.escape(short)}(?![{LETTER}-])")
        if len(told) == 1 and any(written.search(passage.key) for passage in passages):
            yield told[0], short


def _in_its_language(mention: Mention) -> Iterator[tuple[str, str]]:
    """`Labour Inspectorate (Tööinspektsioon)`, `Ministry of Health (Ministerio de Salud, MSP)`."""
    behind = _IN_ITS_LANGUAGE.match(mention.passage.key, mention.end + len(mention.unit))
    if behind is None:
        return
    name = behind["name"]
    if name not in towns() and name not in COUNTRIES and not LATIN_POST.search(name):
        yield mention.name, name
        if behind["short"]:
            yield mention.name, behind["short"]


def _by_the_letters_of_the_one_before(latin: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """`Occupational Safety and Health Administration, Ministry of Labor (OSHA)`."""
    ordered = sorted(latin, key=lambda mention: mention.begins)
    for earlier, mention in pairwise(ordered):
        behind = _LETTERS_BEHIND.match(mention.passage.key, mention.end)
        if behind is None or earlier.passage is not mention.passage:
            continue
        first = "".join(word[0] for word in earlier.name.split() if word[0].isupper())
        if first == behind["short"] and mention.passage.key[earlier.end : mention.start] == ", ":
            yield earlier.name, behind["short"]
