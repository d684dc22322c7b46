"""Parts of bodies: a department, an institute or a room is told with the body that it is of."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from planner.exchange.reading.body_forms import told_aliases
from planner.exchange.reading.latin_ends import SEATS
from planner.exchange.reading.lines import HAN, folded
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.person_words import TITLE
from planner.exchange.reading.places import PLACE


@dataclass(slots=True)
class Parts:
    """The host of each part, and the parts that no host or more than one is told for."""

    hosts: dict[str, str] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)


def parts_of(found: Sequence[Mention]) -> Parts:
    """What the whole text tells of parts and hosts."""
    told: dict[str, set[str]] = defaultdict(set)
    alone: set[str] = set()
    counts = Counter(mention.name for mention in found)
    for name, beginning in _by_beginning(counts):
        told[name].add(beginning)
    meant = {alias: name for name, alias in told_aliases(found) if alias.isupper()}
    for name, owner in (*_by_trade(counts), *_by_initials(found, meant)):
        told[name].add(owner)
    for name, owner in _right_behind(found):
        told[name].add(owner)
    led = _led(found)
    for index, mention in enumerate(led):
        before = led[index - 1] if index else None
        behind = led[index + 1] if index + 1 < len(led) else None
        host = _host(mention, before, behind)
        if host is not None and host.name != mention.name:
            told[mention.name].add(meant.get(host.name, host.name))
        elif host is None and _is_nobodys(mention):
            alone.add(mention.name)
    parts = Parts({name: next(iter(hosts)) for name, hosts in told.items() if len(hosts) == 1})
    parts.alone = (alone | told.keys()) - parts.hosts.keys()
    for name in list(parts.hosts):  # a part of a part is one of the whole
        seen = {name}
        while (host_name := parts.hosts[name]) in parts.hosts and host_name not in seen:
            seen.add(host_name)
            parts.hosts[name] = parts.hosts[host_name]
        if parts.hosts[name] == name:
            del parts.hosts[name]
    return parts


def _led(found: Sequence[Mention]) -> list[Mention]:
    return sorted(found, key=lambda mention: mention.begins)


_HOST = re.compile(
    "(?:大學|總會|協會|學會|基金會|稅關|中心|圖書館|紀錄院|記錄院|研究院|大學校|公司|會社|體育會|試驗所|改良場|研究所|博物館|圖書館|醫院|海關|[局署廳]|代表處|辦事處|大使館)$"
)
_UNDER_A_HOST = re.compile(
    f"(?![{HAN}]*(?:附設|附屬)?(?:醫院|銀行|出版社|中學|高中)$)"
    f"[{HAN}]{{2,16}}(?:[處科課組室系部]|學院|研究[所院]|中心|委員會|分所|分公司|分[局署院館校處會部行]|支[署店部所]|檢定所|營業所|事務所|實驗室|警察大?隊)"
)


_BELONGS = re.compile(
    "(?:中心|研究院|研究所|學院|書院|實驗室|圖書館|委員會|博物館|[處組室系部科])$"
)


def _right_behind(found: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """胡佛研究所, where the same text has 史丹佛大學胡佛研究所."""
    parts = {folded(m.name): m.name for m in found if _BELONGS.search(folded(m.name))}
    longest = max(map(len, parts), default=0)
    for mention in found:
        behind = mention.passage.key[mention.end : mention.end + longest]
        for length in range(min(longest, len(behind)), 3, -1):
            name = parts.get(behind[:length])
            if name is not None and name != mention.name and _HOST.search(folded(mention.name)):
                yield name, mention.name
                break


def _spelt_out(initials: str, names: Iterable[str]) -> str:
    """Ministry of Foreign Affairs for MOFA."""
    for name in names:
        words = [word[0].upper() for word in name.split() if word not in ("and", "the", "for")]
        if name.isascii() and "".join(words) == initials:
            return name
    return ""


_LED_BY_INITIALS = re.compile("[A-Z][A-Z0-9&]{1,7}(?= [A-Z])")


def _by_beginning(counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """福建農林大學國際學術交流中心: the name begins with that of its host."""
    by_key = {folded(name): name for name in counts if _HOST.search(folded(name))}
    longest = max(map(len, by_key), default=0)
    for name in counts:
        key = folded(name)
        if initials := _LED_BY_INITIALS.match(key):
            owner = initials[0] if initials[0] in counts else _spelt_out(initials[0], counts)
            if owner:
                yield name, owner
            continue
        for at in range(min(longest, len(key) - 3), 2, -1):
            if (host := by_key.get(key[:at])) is not None:
                if _UNDER_A_HOST.fullmatch(key[at:]):
                    yield name, host
                break


_INITIALS = re.compile("(?<![A-Za-z])[A-Z]{2,8}$")


def _by_initials(found: Sequence[Mention], meant: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """NCAR研究應用實驗室, where the text told before whose initials these are."""
    for mention in found:
        before = mention.passage.key[max(0, mention.start - 9) : mention.start]
        initials = _INITIALS.search(before) if _OF_ONE_BESIDE.search(folded(mention.name)) else None
        if initials is not None and (host := meant.get(initials[0])) is not None:
            yield mention.name, host


_OF_A_TRADE = re.compile(
    rf"(?:{PLACE.pattern})(?P<trade>[{HAN}]{{2,6}}?)(?P<form>分公司|(?:股份)?有限公司)"
)


def _by_trade(counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """基隆港務分公司 of 臺灣港務股份有限公司: no other firm of the text is of that trade."""
    told = [(name, _OF_A_TRADE.fullmatch(folded(name))) for name in counts]
    firms: dict[str, list[str]] = defaultdict(list)
    for name, match in told:
        if match is not None and match["form"] != "分公司":
            firms[match["trade"]].append(name)
    for name, match in told:
        if match is not None and match["form"] == "分公司" and len(firms[match["trade"]]) == 1:
            yield name, firms[match["trade"]][0]


_NOUNS = "Department|Faculty|School|Division|Section|Unit|Bureau|Office|Graduate School|College"
_KINDS = rf"{_NOUNS}|Institute|Cent(?:er|re)|Laboratory"
_IN_ENGLISH = re.compile(
    rf"(?:{_KINDS}) (?:of|for) .+|"
    rf"(?!.*\b(?:National|Federal|State|Royal|\w+(?:ian|ish|ese)|{SEATS})\b)"
    r".+ (?:Department|Division|Section|Unit|Branch|Faculty|Office|Directorate|"
    r"Facility Cent(?:er|re))"
)
_SCIENCES = (
    "Physics|Chemistry|Biology|Mathematics|Statistics|Astronomy|Botany|Zoology|Geology|Geography|"
    "History|Philosophy|Linguistics|Languages|Literature|Psychology|Sociology|Anthropology|Economics|"
    "Architecture|Music|Humanities|Dentistry|Nursing|Engineering|Mechanical|Electrical|Chemical|Civil|"
    "Aeronautics|Astronautics|Forestry|Fisheries|Agronomy|Horticulture|Oceanography|Pharmacy|"
    "Medicine|Business|Commerce|Pharmacy|Computer|Computing|Biochemistry|Microbiology|Genetics|Mechanics|Entomology|Law"
)
_FIELDS = (
    f"{_SCIENCES}|and|&|of|Arts?|Sciences?|Technology|Food|Materials|Applied|Social|Political|Life|Earth|"
    "Atmospheric|Molecular|Medical|Marine|Studies|Modern|East|Asian|Information|Management|Education|"
    "Environmental|Bio|Industrial|Public|Policy|Foreign|Languages|Translation|Health|Veterinary|"
    "Liberal|Fine|Natural|Graduate|Communication|Media|Design|Tourism|Hospitality"
)
_OF_A_SCIENCE = re.compile(
    rf"(?:{_NOUNS}|Institute) of (?=.*\b(?:{_SCIENCES}|Food Science)\b)"
    rf"(?:{_FIELDS})(?: (?:{_FIELDS}))*"
)
_OF_THE_HOUSE = re.compile(
    rf"(?:{_NOUNS}) (?:of|for) (?:International|External|Academic|Student|General|Public|Human|"
    r"Foreign Student) (?:Cooperation|Co-operation|Affairs|Relations|Resources|Exchanges?)"
)
_PART_FIRST = re.compile(r",? (?:of|at|in|within) (?:the )?|, (?:the )?|\s?\(|\t")
_HOST_FIRST = re.compile(r"[’']s? |, (?:the )?|: | [-–] |[^.;]{0,90}\b(?:its|the) ")
_GOES_ON = re.compile(r",? and |, ")


def _host(mention: Mention, before: Mention | None, behind: Mention | None) -> Mention | None:
    """The body beside a part that the words between them make its host."""
    earlier = before if before is not None and before.passage is mention.passage else None
    later = behind if behind is not None and behind.passage is mention.passage else None
    if mention.name.isascii():
        return _host_in_english(mention, earlier, later)
    return _host_in_chinese(mention, earlier, before)


def _host_in_english(
    mention: Mention, earlier: Mention | None, later: Mention | None
) -> Mention | None:
    if not _IN_ENGLISH.fullmatch(mention.name):
        return None
    key = mention.passage.key
    if later is not None and not _IN_ENGLISH.fullmatch(later.name):
        between = key[mention.end : later.start]
        if _PART_FIRST.fullmatch(between) and not _GOES_ON.match(key, later.end):
            return later
    if earlier is None or _IN_ENGLISH.fullmatch(earlier.name) or not _is_common(mention.name):
        return None
    return earlier if _HOST_FIRST.fullmatch(key[earlier.end : mention.start]) else None


def _is_common(name: str) -> bool:
    """What many bodies have: a department of physics, an office of international affairs."""
    is_of_all = _OF_A_SCIENCE.fullmatch(name) or _OF_THE_HOUSE.fullmatch(name)
    return bool(
        is_of_all
        or name.endswith(("Division", "Section", "Unit", "Directorate", "Facility Center"))
    )


_JOINS = re.compile("[之的]|所屬|附設|下設|轄下|內|設有|(?:[^。;]{0,40}?)(?:並|另|內|下|附)設有?")
_OWN = re.compile("(?:附設|設有|下設|轄有|[於在]其|該[校院所局署會館])$")
_LED_BY = re.compile("(?:由|經|蒙|獲|與|及)$")
_INNER = re.compile(
    "(?:研究中心|中心|研究所|學院|實驗室|試驗站|研究站|工作站|科技園|醫院|[處組室系])$"
)
_FREE = re.compile("國立|國家|財團法人|中華民國|行政院|私立")


_IN_BRACKETS = re.compile(r"\([^()]{2,60}\)")
_OF_ONE_BESIDE = re.compile("(?:中心|實驗室|研究所|學院|辦事處|分公司|分行|支店|分署|[處組室系])$")


def _host_in_chinese(
    mention: Mention, earlier: Mention | None, before: Mention | None
) -> Mention | None:
    name, key = folded(mention.name), mention.passage.key
    if earlier is not None and _OF_ONE_BESIDE.search(name):
        between = key[earlier.end + len(earlier.unit) : mention.start]
        if _IN_BRACKETS.fullmatch(between) or (between in ("", ")") and earlier.name.isascii()):
            return earlier
    if not _INNER.search(name) or _FREE.match(name):
        return None
    if earlier is not None:
        end = earlier.end + len(earlier.unit)
        between = key[end : mention.start]
        if _JOINS.fullmatch(between):
            return earlier
        is_led = _LED_BY.search(between) and re.match(TITLE, key[mention.end :])
        if is_led and len(between) <= 24 and not re.search("[。;、]", between):
            return earlier
    if _OWN.search(key[: mention.start]):
        return earlier or (before if before is not None and _is_heading(before) else None)
    return None


def _is_heading(mention: Mention) -> bool:
    """A line that says little more than the name of a body."""
    return len(mention.passage.key) - (mention.end - mention.start) <= 12


_BRANCH = re.compile(f"[{HAN}]{{2,3}}分[署局處校院會行]")


def _is_nobodys(mention: Mention) -> bool:
    """A part whose host is not told is no body by itself."""
    if mention.name.isascii():
        is_of_all = _OF_A_SCIENCE.fullmatch(mention.name) or _OF_THE_HOUSE.fullmatch(mention.name)
        return bool(is_of_all) and not mention.name.startswith("Institute")
    name = folded(mention.name)
    if _BRANCH.fullmatch(name):
        return True
    return bool(
        _INNER.search(name)
        and not _FREE.match(name)
        and _OWN.search(mention.passage.key[: mention.start])
    )
