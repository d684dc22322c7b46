"""Forms of one name: without legal form or place, short, told by the text itself."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from planner.exchange.reading.body_ends import ENDS_AS_OFFICE
from planner.exchange.reading.body_judgement import is_name
from planner.exchange.reading.dictionary import words_of
from planner.exchange.reading.known_bodies import MINISTRIES, SCHOOLS
from planner.exchange.reading.lines import HAN, folded
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.places import COUNTRIES, PLACE

_KNOWN_ALONE = SCHOOLS | frozenset(words_of("firms"))
_KINDS = ("公司", "大學", "研究院", "研究所", "中心", "委員會", "學院", "園區", "區")
_FIRM_IN_BRACKETS = re.compile(r"\((?:集團|股份)\)$")
_MINISTRY = re.compile("|".join(sorted(MINISTRIES.split("|"), key=len, reverse=True)))
_SHORT = re.compile(
    rf"\((?:以下)?(?:簡稱|下稱|稱|又稱|原名|舊稱|舊名|現稱|前身為|英文簡稱|縮寫為?|即)"
    rf"[為:]?\s?[「『]?(?P<name>[{HAN}A-Za-z0-9·&]{{2,24}})[」』]?(?:，[^)]*)?\)"
)
_SHORT_PLAIN = re.compile(
    rf"[，。:]?(?:以下)?(?:簡稱|下稱|原名|舊名|舊稱|又稱|現名)(?:為)"
    rf"?[「『:]?(?P<name>[{HAN}A-Za-z0-9·&]{{2,24}}(?:\([{HAN}A-Za-z]{{1,12}}\)[{HAN}]{{0,12}})?)[」』，。;)]"
)
_ACRONYM = re.compile(
    r"\s?\((?:hereafter\s|the\s)?[“「\"]?(?P<name>(?=[^)]*[A-Z][^)]*[A-Z])[A-Z][A-Za-z0-9&-]{1,11}|"
    r"[A-Z][a-z]+[A-Z][a-z]*)[”」\"]?\)"
)


_FOREIGN = re.compile(
    rf"(?<=[{HAN}])?\s?\((?:英文(?:名稱|名)?[為:]?\s?|原文:?)?(?P<names>[A-ZÀ-Ö][^(){HAN}]{{2,80}}(?:，(?:以下)?[簡下]?稱(?:為)?[^()]{{2,16}})?)\)"
)

_MIXED = re.compile(rf"\((?P<name>[A-Z]{{2,5}}[{HAN}]{{2,4}})\)")
_TRANSLATED = re.compile(rf"\s?\((?P<name>[{HAN}·]{{4,24}})(?:，[^)]{{2,12}})?\)")


def _foreign_names(written: str) -> Iterator[str]:
    """`Nationaal Archief，以下簡稱NA`: the name in the language of the place, and a short one."""
    for part in re.split("，|;|, (?=[A-Z]{2,}$)", written):
        name = (
            re.sub("^(?:以下)?[簡下]?稱為?", "", part.strip()).strip("「」 ").removeprefix("The ")
        )
        if len(name) >= 2 and not re.search("[0-9]{3}", name):
            yield name


_LATIN_FIRM = re.compile(
    rf"(?:{COUNTRIES})?"
    r"(?P<written>(?P<core>[A-Za-z][A-Za-z0-9& -]+)(?:總公司|子公司|母公司|公司|集團))"
)


def told_aliases(found: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Pairs that the text itself declares: 以下簡稱, 原名, (ITRI)."""
    for mention in found:
        if firm := _LATIN_FIRM.fullmatch(folded(mention.name)):
            yield from ((mention.name, firm[part]) for part in ("written", "core"))
        end = mention.end + len(mention.unit)
        tail = mention.passage.key[end : end + 120]
        if mixed := _MIXED.match(tail):
            yield mention.name, mixed["name"]
            continue
        match = _SHORT.match(tail) or _SHORT_PLAIN.match(tail)
        if not mention.name.isascii() and (foreign := _FOREIGN.match(tail)):
            yield from ((mention.name, name) for name in _foreign_names(foreign["names"]))
            continue
        if mention.name.isascii() and (translated := _TRANSLATED.match(tail)):
            at = slice(end + translated.start("name"), end + translated.end("name"))
            yield mention.name, mention.passage.text[at]
            continue
        if match is None and (acronym := _ACRONYM.match(tail)):
            if not mention.unit:
                yield mention.name, acronym["name"]
            continue
        if match is not None:
            start = end + match.start("name")
            written = mention.passage.text[start : start + len(match["name"])]
            for short in written.split("或"):  # 以下簡稱成大醫院或本院
                if short == written or not _OURSELVES.match(short):
                    yield mention.name, short


_OURSELVES = re.compile("[本該貴我]")
_PARENT = re.compile("(?:科學院|研究院|分院|大學|研究所|委員會|公司|公團|公社|集團|法人|署|局)$")
_BRANCH = re.compile(rf"\((?:{PLACE.pattern})\)")
_FORMS = re.compile(
    r"股份有限公司|有限責任公司|有限公司|集團公司|\(集團\)|公司|集團|株式會社|\(株\)|(?:公益|一般)?(?:財團|社團)法人|"
    r"(?:獨立|地方獨立)?行政法人|國立研究開發法人|國立大學法人|學校法人|醫療法人|社會福祉法人|國立|私立|\(|\)"
)


_OF_A_MISSION = re.compile("(?<!^駐)臺北|經濟文化|中華民國|經貿")
"""駐韓國台北代表部 is 駐韓國代表部."""


@lru_cache(maxsize=10_000)
def _core(name: str) -> str:
    """What people say of it: without legal form and without the place it begins with."""
    core = _FORMS.sub("", folded(name))
    return _OF_A_MISSION.sub("", core) if core.startswith("駐") else core


@lru_cache(maxsize=10_000)
def _bare(name: str) -> str:
    core = _core(name)
    while (place := PLACE.match(core)) and len(core) - place.end() >= 2:
        core = core[place.end() :]
    return core


def _even(name: str) -> str:
    """高中 and 高級中學 are one word."""
    return folded(name).replace("高級中學", "高中")


def traits(name: str) -> tuple[str, ...]:
    """What two names of one body have in common, one of these at least."""
    name = _even(name)
    if name.isascii():
        words = name.replace(",", "").split()
        return (f"core {_core(name)}", *words[:1], *words[-1:])
    return f"core {_core(name)}", f"kind {_kind(name)}"


def is_same(short: str, long: str) -> bool:
    """Whether one is the other without place, form or a few signs."""
    short, long = _even(short), _even(long)
    if short == long:
        return True
    if short in _OF_THIS_COUNTRY and not long.startswith(("中華民國", "臺灣", "國立")):
        return False  # 愛沙尼亞國家圖書館 is not 國家圖書館
    one, other = _core(short), _core(long)
    if one == other:
        return True
    if bool(_BRANCH.search(short)) != bool(_BRANCH.search(long)):
        return False  # 北陸科技(越南) is not 北陸科技
    if short.isascii():
        return long.endswith(f" {short}") or long.startswith(
            (f"{short} of ", f"{short}, ", f"{short} in ", f"{short} for ")
        )
    kind = (_kind(short), _kind(long))
    if kind[0] != kind[1]:
        return False
    if len(one) >= 4 and other.endswith(one):
        head = other[: len(other) - len(one)]
        is_part = one[-2:] in ("驗所", "究所", "中心", "公室", "學院", "醫院", "分院", "分校")
        part_of = is_part and (_MINISTRY.search(head) or _PARENT.search(head))
        part_of = part_of or _MINISTRY.fullmatch(head[-len(head) :])
        return (
            bool(PLACE.fullmatch(head.removesuffix("立")) or part_of)
            or head in ("內", "市")
            or head.endswith(("附屬", "附設"))
            or (kind[0] == "公司" and len(head) <= 5 and bool(PLACE.match(head)))
            or (kind[0] == "公司" and len(one) >= 7)
        )
    if (
        kind[0] == "公司"
        and 3 <= len(_bare(short)) < len(_bare(long))
        and _bare(long).startswith(_bare(short))
    ):
        return True
    if short.endswith("公司") and len(short) == 4 and _bare(long).startswith(short[:2]):
        return kind[1] == "公司" and len(_bare(long)) >= 4
    return kind[0] == "公司" and len(_bare(short)) >= 5 and _bare(short) == _bare(long)


_OF_THIS_COUNTRY = ("國家圖書館", "國家檔案館", "國家太空中心", "國史館")


@lru_cache(maxsize=10_000)
def _kind(name: str) -> str:
    firm = _FIRM_IN_BRACKETS.sub("公司", name.replace("集團", "公司"))
    return next((kind for kind in _KINDS if firm.endswith(kind)), name[-1:])


_OF_A_COUNTRY = re.compile(
    rf"(?:(?!中國|臺灣)(?:{COUNTRIES})|[{HAN}]{{2,3}}[省縣市道府](?=[{HAN}]{{2,4}}[市區町村]))"
)
_OF_CHINESE = re.compile("中國|臺灣")


def without_country(whole: str) -> Iterator[str]:
    """大川市役所 of 福岡縣大川市役所: who is in that country names it without."""
    name = folded(whole)
    place = _OF_CHINESE.match(name)
    if place is None:
        place = PLACE.match(name)
    if place is None or name[place.end() :] not in _KNOWN_ALONE:
        place = _OF_A_COUNTRY.match(name)
    if place is not None and len(name) - place.end() >= 4 and is_name(name[place.end() :]):
        yield whole[place.end() :]


_OFFICE_OF_A_SEAT = re.compile("[市縣]政府.{2,8}[局處]$")
_TAIL = re.compile(
    f"(?:大學|[局署部會])(?P<name>[{HAN}]{{3,12}}(?:研究所|研究中心|實驗室|試驗所|改良場))$"
)


_PARK = re.compile(f"[{HAN}]{{2,8}}(?:園區|開發區|高新區|示範區|實驗區)")


def short_forms(whole: str) -> Iterator[str]:
    name = folded(whole)
    core = re.sub("^(?:國立|私立|財團法人|社團法人)", "", name)
    place = PLACE.match(core)
    if _OFFICE_OF_A_SEAT.search(name):
        yield name.replace("政府", "", 1)  # 宜蘭縣消防局
    if place and place[0][-1] in "市縣" and len(place[0]) >= 3 and ENDS_AS_OFFICE.search(core):
        yield place[0][:-1] + core[place.end() :]  # 橫濱消防局
    if core.endswith("科技大學"):
        yield f"{core[:-4]}科大"
    if core.endswith("大學") and len(core) >= 4:
        stem = core[:-2]
        if len(stem) == 2:  # 蘭大 and 川大
            yield f"{stem[0]}大"
            yield f"{stem[1]}大"
        if place and place.end() < len(stem):
            rest = stem[place.end() :]
            initial = {
                "師範": "師",
                "農業": "農",
                "工業": "工",
                "科技": "科",
                "科學技術": "科",
                "醫學": "醫",
                "交通": "交",
                "民族": "民",
                "財經": "財",
            }.get(rest, rest[:1])
            head = re.sub("[市省]|自治區", "", place[0])
            yield f"{head}{initial}大"
            yield f"{rest}大學" if len(rest) >= 3 else f"{head}{rest}大學"
            if head.startswith("臺"):
                yield f"{head[-1]}{initial}大"
                yield f"{head[0]}{initial}大"
            if rest == "農業":
                yield f"{head}農大"
    if core.endswith("委員會") and len(core) >= 5:
        stem = re.sub("^行政院", "", core)[:-3]
        if 1 < len(stem) <= 4:
            yield f"{stem[:2]}會" if stem[:2] == "蒙藏" else f"{stem[0]}委會"
            yield f"{stem}委員會"
    if (tail := _TAIL.search(core)) and not PLACE.match(tail["name"]):
        yield tail["name"]
    if place and _PARK.fullmatch(core, place.end()):
        yield core[place.end() :]  # 稀土產業園區
    if core == "工業技術研究院":
        yield "工研院"
    if core.endswith("研究院") and place and place.end() < len(core) - 3:
        yield core[place.end() :] if len(core) - place.end() >= 5 else core
    if re.search("公司|集團", name):
        bare = _bare(name)
        if len(bare) >= 4:
            yield bare
            yield f"{bare[:2]}公司"
            yield f"{bare[:3]}公司"
        if len(bare) >= 5:
            for cut in (3, 4):
                if bare[cut : cut + 2] not in ("材料", "有限"):
                    yield bare[:cut]
            for word in ("醫療", "科技", "電子", "生技", "材料", "能源", "磁材", "電機"):
                if word in bare[3:]:
                    yield bare[:2] + word
