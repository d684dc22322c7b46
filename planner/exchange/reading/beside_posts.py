"""People told by a post that stands right before or behind their names."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.name_judgement import (
    FIELD,
    FULL_NAME,
    LOOKS_JAPANESE,
    begins_whole,
    is_bare_name,
    is_name,
    is_name_of_person,
    is_surnamed,
    may_begin,
)
from planner.exchange.reading.person_words import (
    COMPOUND_SURNAMES,
    JAPANESE_SURNAMES,
    KIND_OF_PEOPLE,
    LIKELY_JAPANESE,
    POSTS,
    SURE_SURNAMES,
    SURNAMES,
    TITLE,
    TITLES,
    is_transliterated,
)
from planner.exchange.reading.places import PLACE
from planner.exchange.reading.sightings import Seen, body_of, is_taken

NAME_TITLE = re.compile(rf"{FULL_NAME}\s?(?P<titles>(?:{FIELD.pattern})?{TITLES})")
_ANY_NAME_TITLE = re.compile(
    rf"(?P<name>[{HAN}]{{2,9}}?(?:·[{HAN}]{{2,6}}?)?)\s?(?P<titles>{TITLES})(?!級)"
)
_TITLE_NAME = re.compile(
    rf"(?P<titles>{TITLES})\)?\s?(?P<name>(?:{JAPANESE_SURNAMES})(?:[{HAN}](?![引即並表介說親率帶陪接等及與和])[{HAN}]|[{HAN}ぁ-ヶー]{{1,3}}?)|"
    rf"(?:{COMPOUND_SURNAMES})[{HAN}]{{1,2}}|"
    rf"[{HAN}]{{2,5}}?(?:·[{HAN}]{{2,6}})?)(?=$|[，。、;:)(「」!?\s]|等|及|與|和(?!(?:[、，。;)及與]|說明|表示|介紹|陪同|接待|主持|率|指出|強調|致詞|等))|"
    rf"先生|女士|博士|親自|會見|接見|會面|座談|會談|交流|合影|接機|引導|負責|示範|展示|講解|受邀|訪|公布|宣布|於|曾|一同|作東|率|設宴|款宴|到|迎|應|強調|認為|協助|隨|並|主|頒|贈|簽|提|當選|完成|同志|報告|引導|視訊|上任|就任|到任|補充|座談|餐敘|合影|會談|回應|答|總結|希望|來(?=[接訪迎參])|允(?=[諾於予將以為派提協])|"
    rf"承諾|安排|導|逐|解說|指|陪同|接待|致|主持|介紹|說明|表示|代表|簡報|簡介|餐敘|晤談|茶敘|談|講|稱|詢問|答覆|進行|帶領|"
    rf"以|就|發表|擔任|出席|前來|則|為|在|也|指出|分別|共|一行|所|的|寫道|勉勵|外[，、還])"
)
_FAMILY_ALONE = re.compile(COMPOUND_SURNAMES)
_JAPANESE_AND_MORE = re.compile(rf"(?:{JAPANESE_SURNAMES})[{HAN}]{{2}}[均皆亦都也共氏]")
"""外間明美均出席: the last sign belongs to the verb."""
_LIKELY_JAPANESE = re.compile(LIKELY_JAPANESE)
ANY_SURNAME = f"[{''.join(sorted(SURNAMES))}]"


def people_beside_posts(
    passage: Passage, key: str, taken: list[tuple[int, int]], mentions: Sequence[Mention]
) -> Iterator[Seen]:
    for pattern, sure in ((NAME_TITLE, 0.9), (_ANY_NAME_TITLE, 0.75), (_TITLE_NAME, 0.8)):
        for match in pattern.finditer(key):
            start, end = _trimmed(pattern, key, match, mentions)
            first = min(start, match.start("titles"))
            if is_taken(taken, first, match.end()):
                continue
            if not _is_person(pattern, key, match, (start, end), mentions):
                continue
            taken.append((first, _end_of_own(key, match)))
            body = body_of(passage, key, start, match, mentions)
            written = passage.text[start:end].replace(" ", "")
            is_short = _FAMILY_ALONE.fullmatch(written)
            yield Seen(
                written, match["titles"], passage, start, end, body, 0.3 if is_short else sure
            )


def _end_of_own(key: str, match: re.Match[str]) -> int:
    """岩井雅夫教授及技術員長橋貴子: the second post is that of the next one."""
    posts, joined, _ = match["titles"].partition("及")
    is_anothers = joined and begins_whole(key, match.end("titles"))
    return match.start("titles") + len(posts) if is_anothers else match.end()


def _trimmed(
    pattern: re.Pattern[str], key: str, match: re.Match[str], mentions: Sequence[Mention]
) -> tuple[int, int]:
    """Where the name begins and ends, without the words that lead to it or go on from it."""
    start, end = match.span("name")
    if pattern is _ANY_NAME_TITLE:
        start = _name_begin(key, start, end, mentions)
    if pattern is _TITLE_NAME and _JAPANESE_AND_MORE.fullmatch(key, start, end):
        end -= 1
    if pattern is not NAME_TITLE:
        return start, end
    if _begins_with_lead(key, start, end) or _is_behind_time(key, start, end):
        start += 1
    if key[start - 1 : start + 1] in ("主任", "主席", "首席", "出席", "列席"):
        start += 1
    if _is_of_four(key, start, end):
        start -= 1
    if key[end : end + 1] == "和" and key[end + 1 : end + 2] in ("及", "與", "、"):
        end += 1  # 處長施克和及前處長
    if end - start > 2 and key[end - 1] == "為" and _LEADS_GROUP.search(match["titles"]):
        end -= 1  # 以副廳長程萍為團長
    return start, end


def _is_person(
    pattern: re.Pattern[str],
    key: str,
    match: re.Match[str],
    span: tuple[int, int],
    mentions: Sequence[Mention],
) -> bool:
    name, titles = key[span[0] : span[1]], match["titles"]
    if pattern is not _TITLE_NAME and _is_anothers(key, name, match):
        return False
    if name[-1:] == "有" and name[0] not in SURE_SURNAMES:
        return False  # 儲能各有所長
    if (
        name[-1:] in ("", "及", "與", "暨", "以", "率", "偕")
        or POSTS.fullmatch(name + titles)
        or POSTS.fullmatch(name[-2:] + titles)
    ):
        return False  # 政務次長
    if len(name) < 4 and (POSTS.fullmatch(name[-1:] + titles) or _OF_A_POST.search(name)):
        return False  # 魯總工程師: the post begins before
    is_kind = KIND_OF_PEOPLE.fullmatch(titles) is not None
    if is_kind and not (len(name) >= 3 and is_surnamed(name) and name[-1] != "之"):
        return False
    if titles.endswith("將") and _BEHIND_A_POST.search(key[: span[0]][-8:]):
        return False  # 次長吳志中將前往
    if OF_A_PLACE.match(titles) and _is_within_a_place(key, match.start("titles")):
        return False
    if pattern is NAME_TITLE and not _is_before_its_post(key, match, name, span[0], mentions):
        return False
    if pattern is _ANY_NAME_TITLE and not _is_bare_name(key, span[0], name, match.start("titles")):
        return False
    if pattern is _TITLE_NAME and not _is_behind_its_post(key, match, name, mentions):
        return False
    is_given = len(name) == 4 and pattern is NAME_TITLE and not is_surnamed(name)
    if not is_name(name[1:] if is_given else name) or FIELD.search(name):
        return False
    if pattern is _TITLE_NAME and _LIKELY_JAPANESE.fullmatch(name):
        return True
    return is_given or is_surnamed(name) or _may_lack_surname(name, titles)


def _is_anothers(key: str, name: str, match: re.Match[str]) -> bool:
    """`國重主任胡瑞忠`: what is short or no name before a post that a whole name follows."""
    is_whole = len(name) >= 3 and is_surnamed(name) and is_name_of_person(name)
    return not is_whole and begins_whole(key, match.end("titles"))


def _is_within_a_place(key: str, at: int) -> bool:
    """`抵達福|州長樂`: what looks like a post goes on with the name of a place."""
    return any(
        match.start() < at < match.end()
        for start in range(max(0, at - 3), at)
        if (match := PLACE.match(key, start))
    )


def _is_before_its_post(
    key: str, match: re.Match[str], name: str, start: int, mentions: Sequence[Mention]
) -> bool:
    """`伊賀市長岡本榮`: a short word before a post that the name of its holder follows."""
    is_sure = len(name) == 3 and name[1] not in SURE_SURNAMES and is_bare_name(name)
    return (
        len(name) >= 4
        or may_begin(key, start)
        or _is_plain(name, match["titles"])
        or (is_sure and name[0] in SURE_SURNAMES)
    )


def _is_behind_its_post(
    key: str, match: re.Match[str], name: str, mentions: Sequence[Mention]
) -> bool:
    """Behind a post that no name before it claims: 杜校長本次 has its name already."""
    if is_surnamed(name) or is_transliterated(name) or LOOKS_JAPANESE.fullmatch(name):
        return True
    claimed = _SURNAME_BEFORE.search(key[: match.start()])
    return not claimed and _follows_body(match.start(), mentions, key)


_SURNAME_BEFORE = re.compile(rf"(?:^|[^{HAN}]|[由與和及經請]){ANY_SURNAME}$")


def _is_of_four(key: str, start: int, end: int) -> bool:
    """本江昭夫: one more sign between a lead and what looked like the surname."""
    if end - start != 3 or start < 2 or not re.match(f"[{HAN}]", key[start - 1]):
        return False
    if key[start - 1] in "的之":
        return False
    before = key[start - 2]
    leads = before in "由與及、，。;:(\0" and not re.match(f"[{_SMALL}]", key[start - 1])
    return leads and not may_begin(key, start)


def _begins_with_lead(key: str, start: int, end: int) -> bool:
    """和 and 向 are surnames only where nothing stands before that they could join."""
    if key[start] == "向" and end - start == 3 and re.match(f"[{HAN}]", key[start - 1 : start]):
        return key[start - 1] not in "及與由和長"
    is_joining = key[start] in "和" and bool(re.match(f"[{HAN}\0]", key[start - 1 : start]))
    return is_joining and key[start - 1] not in "及與由" and end - start > 2


def _is_behind_time(key: str, start: int, end: int) -> bool:
    """討論時青井博士: behind other signs 時 ends a word, and begins no name."""
    is_behind = re.match(f"[{HAN}]", key[start - 1 : start]) and not _BEHIND_A_POST.search(
        key[:start][-8:]
    )
    return (
        key[start] == "時" and end - start > 2 and bool(is_behind) and key[start - 1] not in _JOINS
    )


def _may_lack_surname(name: str, titles: str) -> bool:
    """Only an office vouches for a name without a surname; a degree or trade does not."""
    if titles in ("博士", "先生", "女士"):
        return len(name) >= 3
    return bool(_OFFICE_HELD.search(titles))


_NAME_LEAD = re.compile(
    rf"由|與|及|和|邀請|陪同|拜會|會晤|接待|該校|該院|該所|研究所|學院|學系|{TITLE}"
)


_BEGINS_BEHIND = re.compile(
    rf"(?:\0|由|與|及|和|、|，|。|;|:|「|\(|\s|^|的|該校|該院|該所|該系|學院|學系|"
    rf"研究所|系|所|處|室|組|課|科|中心|邀請|陪同|拜會|會晤|接待|經|請|兼|{TITLE})"
    rf"(?P<name>[{HAN}·]{{2,14}})$"
)


def _name_begin(key: str, start: int, end: int, mentions: Sequence[Mention]) -> int:
    """A name without surname begins behind the body or the word that leads to it."""
    base = max(0, end - 24)
    match = _BEGINS_BEHIND.search(key[base:end])
    if match is None:
        return start
    leads = list(_NAME_LEAD.finditer(match["name"]))
    return base + match.start("name") + (leads[-1].end() if leads else 0)


def _is_bare_name(key: str, start: int, name: str, titles_at: int) -> bool:
    """Mongolian and Tibetan names have no surname: the word before must lead to a person."""
    behind = None if is_surnamed(name) else _TITLE_NAME.match(key, titles_at)
    if behind and is_surnamed(behind["name"]):
        return False  # 校園省長呂祖善
    if is_surnamed(name) and len(name) in (2, 3):
        return may_begin(key, start)
    if is_transliterated(name):
        return 2 <= len(name) <= 9
    leads = _LEADS_TO_BARE.search(key[max(0, start - 12) : start])
    return leads is not None and 2 <= len(name) <= 7


_LEADS_TO_BARE = re.compile(
    rf"(?:{TITLE}|\0|由|與|及|和|、|學院|學系|研究所|系|所|處|室|組|中心|邀請|陪同|拜會|會晤|接待|"
    "該校|該院|該所)$"
)


def _follows_body(start: int, mentions: Sequence[Mention], key: str) -> bool:
    return key[:start].endswith("\0") or bool(
        re.search("(?:該校|該院|該所|該公司|學院|研究所|中心)$", key[:start])
    )


_JOINS = "由與和及請邀"
_SMALL = "就則並即亦皆均仍常曾也是在請邀與和及由為向經至與以會同另再該副前現"
_OF_A_POST = re.compile("(?:資深|高級|首席|[總副])$")
_LEADS_GROUP = re.compile("團長|領隊|首席代表")
OF_A_PLACE = re.compile("[市縣町村區州省鄉鎮]長|知事|議長")
_BEHIND_A_POST = re.compile(f"(?:{TITLE})$")
_OFFICE_HELD = re.compile(
    "(?:長|主任|教授|研究員|工程師|經理|博士後|秘書|專門委員|技正|視察|大使)$"
)
_NOT_PLAIN = re.compile(
    "[省市縣區委會駐產業務處一二兩三四五六七八九十多數幾位名個各系所處室組科部院司局館廠課站區業性型用品等前後內外中上下]"
)


def _is_plain(name: str, titles: str) -> bool:
    """Three signs with a surname before an office are a name, whatever stands before them."""
    return len(name) == 3 and bool(_OFFICE_HELD.search(titles)) and not _NOT_PLAIN.search(name[1:])
