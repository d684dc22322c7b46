"""What an article says one thing needs of others: components, elements, and who controls them."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.found import FoundRelation
from planner.exchange.reading.lines import HAN, Passage, Text
from planner.exchange.reading.places import PLACE
from planner.exchange.reading.scripts import HAN_SIGN

_SYMBOLS = (
    "La|Ce|Pr|Nd|Pm|Sm|Eu|Gd|Tb|Dy|Ho|Er|Tm|Yb|Lu|Sc|Y|Li|Be|Mg|Al|Si|Ti|V|Cr|Mn|Fe|Co|Ni|Cu|Zn|Ga|"
    "Ge|As|Se|Sr|Zr|Nb|Mo|Ru|Rh|Pd|Ag|Cd|In|Sn|Sb|Te|Cs|Ba|Hf|Ta|W|Re|Ir|Pt|Au|Pb|Bi|U"
)
_NAMES = (
    "鑭|鈰|鐠|釹|鉕|釤|銪|釓|鋱|鏑|鈥|鉺|銩|鐿|鎦|鑥|鈧|釔|鋰|鈹|鎂|鋁|矽|硅|鈦|釩|鉻|錳|鐵|鈷|鎳|銅|鋅|鎵|"
    "鍺|砷|硒|鍶|鋯|鈮|鉬|釕|銠|鈀|銀|鎘|銦|錫|銻|碲|銫|鋇|鉿|鉭|鎢|錸|銥|鉑|鉛|鉍|石墨"
)
_LATIN_NAMES = (
    "lanthanum|cerium|praseodymium|neodymium|samarium|europium|gadolinium|terbium|dysprosium|"
    "holmium|erbium|thulium|ytterbium|lutetium|scandium|yttrium|lithium|beryllium|magnesium|"
    "titanium|vanadium|manganese|cobalt|nickel|copper|zinc|gallium|germanium|arsenic|selenium|"
    "zirconium|niobium|molybdenum|palladium|silver|indium|tin|antimony|tellurium|hafnium|tantalum|"
    "tungsten|platinum|graphite"
)
_ELEMENT = (
    rf"(?:(?:{_NAMES})(?:元素)?(?:\s?\((?:{_SYMBOLS})\))?(?![{HAN}]{{0,2}}合金)"
    rf"|(?<![A-Za-z])(?:{_SYMBOLS})(?![A-Za-z])|(?i:\b(?:{_LATIN_NAMES})\b)(?:\s\((?:{_SYMBOLS})\))?)"
)
# a blank has one place only in each: two would be tried in every order, list after list
_AND = r"(?:\s?(?:、|/|及|與|和|以及|或|\t)\s?|\s?,\s?(?:and\s)?|\s(?:and|or)\s)"
_ELEMENTS = rf"{_ELEMENT}(?:{_AND}{_ELEMENT}){{0,20}}"
_NOUN = rf"[{HAN}A-Za-z0-9]{{2,20}}?"
_USING = re.compile(
    rf"(?:^|[，。;:])(?P<subject>{_NOUN}(?:[及與和、]{_NOUN})?)(?:\([^)]*\))?"
    rf"(?:都|皆|均|則|也|亦|還|大量|主要|需|須|必須|中|內|所){{0,3}}"
    rf"(?:使用|需要|需用|採用|含有|添加|用到|仰賴|依賴|用)(?:的)?(?:稀土|元素|少量|了|稀土元素|包括|為|是){{0,3}}"
    rf"(?P<objects>{_ELEMENTS})(?=[，。;)]|等|$)"
)
_USED_FOR = re.compile(
    rf"(?:^|[，。;:])(?P<objects>{_ELEMENTS})(?:等元素|等)?(?:則|都|皆|均|主要|可|多|常|被){{0,3}}"
    rf"(?:用於|用在|應用於|使用於|用來製造|用以製造)(?:製造|生產)?(?P<subject>{_NOUN})(?:上|中)?(?=[，。;]|$)"
)
_ROW = re.compile(
    rf"(?P<subject>[{HAN}A-Za-z][{HAN}A-Za-z0-9 、及與和/()]{{1,29}}?)\s?[:\t]\s?"
    rf"(?P<objects>{_ELEMENTS})[。;.]?"
)
_ONLY = re.compile(rf"{_ELEMENTS}[。;.]?")
_CONTROLLED = re.compile(
    rf"(?P<subject>{PLACE.pattern})[^。;]{{0,24}}?(?:對|將|就)(?P<objects>{_ELEMENTS})(?:等)?"
    rf"[^。;]{{0,14}}?(?P<verb>出口管制|出口許可|禁止出口)"
)
_LATIN_USING = re.compile(
    rf"(?:^|[.;,]\s|\b(?:while|and)\s)(?:[Tt]he\s|[Aa]n?\s|[Ee]ach\s)?"
    rf"(?P<subject>[A-Za-z][a-z-]+(?: (?:and )?[a-z-]+){{0,3}}?)\s(?:also\s|all\s|mainly\s)?"
    rf"(?:uses?|needs?|requires?|contains?|relies on|rely on|depends? on)\s(?P<objects>{_ELEMENTS})"
)
_LONGEST = 2_000
_USES = ("使用", "uses")
_NO_SUBJECT = re.compile(
    f"^(?:它|他們|其|這|那|此|本|該|we|they|it|which|that|also|and)\\b|^(?:因此|例如|如|以及|並|而|其中|目前|但|"
    f"圖|表|根據|據)|(?:{_NAMES})$|^(?:{_SYMBOLS})$|元素$|年$|[0-9]$",
    re.IGNORECASE,
)


def relations_of(text: Text, passages: Sequence[Passage]) -> tuple[FoundRelation, ...]:
    """Each pair once, in the order of the text."""
    found: dict[tuple[str, str, str], FoundRelation] = {}
    for before, passage in zip((None, *passages), passages, strict=False):
        if len(passage.key) > _LONGEST:
            continue  # no sentence of an article, and slow to search
        for relation in (*_told(text, passage), *_in_cells(text, before, passage)):
            found.setdefault((relation.subject, relation.verb, relation.object), relation)
    return tuple(sorted(found.values(), key=lambda each: each.where.start))


def _told(text: Text, passage: Passage) -> Iterator[FoundRelation]:
    """Sentences, and lines of a component and its elements."""
    if row := _ROW.fullmatch(passage.key):
        yield from _pairs(text, passage, row, 0.85)
        return
    for pattern in (_USING, _USED_FOR, _LATIN_USING):
        for match in pattern.finditer(passage.key):
            yield from _pairs(text, passage, match, 0.8)
    for match in _CONTROLLED.finditer(passage.key):
        yield from _pairs(text, passage, match, 0.8, match["verb"])


def _pairs(
    text: Text, passage: Passage, match: re.Match[str], sure: float, verb: str = ""
) -> Iterator[FoundRelation]:
    subject = passage.part(*match.span("subject"))
    if _NO_SUBJECT.search(subject.key):
        return
    verb = verb or _USES[not HAN_SIGN.search(subject.key)]
    start = match.start("objects")
    for element in re.finditer(_ELEMENT, match["objects"]):
        span = start + element.start(), start + element.end()
        where = text.span(passage, *span)
        yield FoundRelation(subject.text, verb, passage.text[slice(*span)], where, sure)


def _in_cells(text: Text, before: Passage | None, passage: Passage) -> Iterator[FoundRelation]:
    """A table with one cell a line: the component, then nothing but several elements."""
    if before is None or not _ONLY.fullmatch(passage.key) or _ONLY.fullmatch(before.key):
        return
    elements = list(re.finditer(_ELEMENT, passage.key))
    is_component = 2 <= len(before.key) <= 30 and not re.search("[。:;，]", before.key)
    if len(elements) < 2 or not is_component or _NO_SUBJECT.search(before.key):
        return
    for element in elements:
        where = text.span(passage, *element.span())
        verb = _USES[not HAN_SIGN.search(before.key)]
        written = passage.text[slice(*element.span())]
        yield FoundRelation(before.text, verb, written, where, 0.75)
