"""Entries of a list of talks: a title and who speaks on one line, parted by any sign."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.latin_names import FULL, HONORIFIC, is_full_name
from planner.exchange.reading.lines import Passage
from planner.exchange.reading.marks import unmarked
from planner.exchange.reading.name_judgement import is_name_of_person
from planner.exchange.reading.person_words import TITLES
from planner.exchange.reading.programme import Row, is_aside
from planner.exchange.reading.speaker_cells import (
    BREAK,
    DASH,
    HAN_NAME,
    LATIN_NAME,
    NO_TITLE,
    Speaker,
    surely_speaks,
    who_speaks,
)
from planner.exchange.reading.table_rows import TIME, is_key
from planner.exchange.reading.talk_words import SPEAKS_OF_TALKS

MODERATED = re.compile(r"主持|引言|與談|chair|moderat", re.IGNORECASE)
SHORTEST_TITLE = 5
_LONGEST_TITLE, _LONGEST_LEAD, _LONGEST_ENTRY, _LONGEST_ASIDE, _LONGEST_KIND = 120, 400, 200, 80, 14
_LONGEST_HEADING = 100
_MARK = re.compile(
    r"(?:\([0-9一二三四五六七八九十]{1,2}\)|[0-9]{1,2}[.、)](?![0-9])|[0-9]{1,2}-[0-9]{1,2}(?=\s|[一-鿿])|"
    r"[①-⑳]|[-•·*▪◆]|[A-Z][0-9]?[.)])\s?"
)
# S1-1, O2.3: the number of a talk in its session
_CODE = re.compile(r"[A-Z]{1,3}[0-9]{0,2}[-.][0-9]{1,2}[:.)]?\s")
_SIGN = re.compile(
    rf"(?<=」)\s?(?:-{{1,2}}\s?|by\s)?|{DASH}|\t|\s?/\s?|:\s?|\s?\(|,?\s[Bb]y\s|-(?=[A-Z]{{3}})|(?P<comma>[,，]\s?)"
)
_NAME_FIRST = re.compile(
    rf"(?:(?:{HONORIFIC}\s){{0,3}}(?P<latin>{FULL})|(?P<han>{HAN_NAME})(?:{TITLES})?)"
    rf"(?:、{HAN_NAME})*(?:\s?\([^()]{{2,60}}\))?\s?(?P<sign>[,:，\t]|(?<=\))\s?)\s?(?P<title>\S.{{4,}})$"
)
_QUOTED_IN_WHOLE = re.compile(
    r"[「《〈][^「」《》〈〉]*(?:[「《〈][^「」《》〈〉]*[」》〉][^「」《》〈〉]*)*[」》〉]\W*"
)
# sentences, a label of a form, a talk to come
_NO_ENTRY = re.compile(
    r"。|[a-z]{2}\.\s[A-Z]|^(?:姓名|服務|出國|派赴|報告|單位|職稱)[^:]{0,6}:|"
    r"(?:^|\s)(?:Presenters?|Speakers?|Lecturers?|主?講者|主講人?|報告人)$"
)
_CLOCK = re.compile("[0-9]{1,2}[:.][0-9]{2}")
TO_COME = re.compile(r"待[定聘邀]|準備中|\bTB[ACD]\b")
_BY = re.compile(rf",?\s[Bb]y\s(?:{HONORIFIC}\s){{0,3}}{LATIN_NAME}$")
_HANDED_IN = re.compile("記者|通訊員|供稿|攝影|撰文|提供")
_DISCUSSED = re.compile(
    r"(?:討論|問答|答問|提問|回應|答覆|Q&A|[Dd]iscussion)[與及和]?"
    r"(?:回應|答覆|回答|時間|內容|摘要|紀要|紀錄|情形|重點|如下|如後)*[:。]?$"
)


def listed_rows(passages: Sequence[Passage]) -> Iterator[Row]:
    """Entries below words that speak of talks, whatever chairs, breaks and times lie between."""
    is_open = False
    for index, passage in enumerate(passages):
        code = _CODE.match(passage.key)
        mark = code or _MARK.match(passage.key)
        item = passage.part(mark.end()) if mark else passage
        may_be = code or is_open or (mark and _has_neighbour(passages, index))
        row = _row(item) if may_be else None
        dashed = _dashed(item) if is_open and row is None else None
        if dashed or (row and (mark or _is_told(row, item))):
            yield from filter(None, (dashed or row,))
        elif mark and _OPENS_BELOW.fullmatch(item.key):
            is_open = True
        elif mark is None and not (is_open and _is_aside(passage)):
            is_lead = len(passage.key) <= _LONGEST_LEAD
            is_open = is_lead and _opens(passage)
            is_open = is_open and not _DISCUSSED.search(passage.key)


# 卓以寧- 海圖的語言, below words that speak of talks
_DASHED = re.compile(rf"(?P<who>{HAN_NAME}|{FULL})(?:{DASH})(?P<title>\S[^。;]*)")


def _dashed(item: Passage) -> Row | None:
    """A bare name, a dash and a title, which fill the line."""
    told = _DASHED.fullmatch(item.key)
    if told is None or len(item.key) > _LONGEST_ENTRY or MODERATED.search(item.key):
        return None
    title = item.part(*told.span("title"))
    speaker = surely_speaks(item.part(*told.span("who")))
    is_title = _is_title(title) and not BREAK.match(title.key)
    return Row(speaker, (_unquoted(title),)) if speaker and is_title else None


def _has_neighbour(passages: Sequence[Passage], index: int) -> bool:
    """Numbered items side by side, each a full name and a title in capitals."""
    around = (index - 1, index, index + 1)
    alike = [0 <= at < len(passages) and bool(_NAMED.match(passages[at].key)) for at in around]
    return alike[1] and (alike[0] or alike[2])


_NAMED = re.compile(rf"[0-9]{{1,2}}\.\s(?:{HONORIFIC}\s)?{FULL}(?:\s?\([^()]+\))?: [A-Z][^.;]+$")


def _opens(lead: Passage) -> bool:
    """Words that speak of talks, at the end of a paragraph or anywhere in a heading."""
    words = lead.key if len(lead.key) <= _LONGEST_HEADING else lead.key[-_LONGEST_ASIDE:]
    return bool(SPEAKS_OF_TALKS.search(words) or _OF_SPEAKERS.search(words))


# • 14:00 學術座談, and the talks as items of their own below
_OPENS_BELOW = re.compile(
    r"(?:[0-9]{1,2}:[0-9]{2}\s?)?[^，。:;]{0,16}(?:座談會?|研討會|講座|演講|論壇|發表會?|工作坊|專題報告)(?:\([^()]*\))?:?"
)
_OF_SPEAKERS = re.compile(r"(?:主?講者|主講人?|講師|講員|發表人)[^。:]{0,6}:$")


def _row(item: Passage) -> Row | None:
    is_short = len(item.key) <= _LONGEST_ENTRY and not _CLOCK.match(item.key)
    return entry_of(item) if is_short and not MODERATED.search(item.key) else None


def _is_told(row: Row, item: Passage) -> bool:
    """A speaker with what he or she is, where no number tells that an entry begins."""
    if _HANDED_IN.search(row.speaker.post + row.speaker.body):
        return False
    return bool(row.speaker.post or row.speaker.body) or bool(_BY.search(item.key))


def _is_aside(passage: Passage) -> bool:
    """What lies between the entries of one list."""
    if len(passage.key) > _LONGEST_ASIDE or passage.key.endswith("。"):
        return False
    is_between = BREAK.search(passage.key) or MODERATED.search(passage.key)
    return bool(is_between) or is_key(passage) or bool(TIME.match(passage.key)) or is_aside(passage)


def entry_of(cell: Passage) -> Row | None:
    """`Coaching pathways - Kate Brannigan, Hobart` or `Kate Brannigan: Coaching pathways`."""
    if row := _name_first(cell):
        return row
    signs = list(_SIGN.finditer(cell.key))
    for tell in (surely_speaks, who_speaks):
        for sign in signs:
            before, after = cell.part(0, sign.start()), cell.part(sign.end())
            is_quoted = bool(_QUOTED_IN_WHOLE.fullmatch(after.key))
            leads = sign[0].strip() == ":" or (is_quoted and not after.key.startswith("〈"))
            if leads and _is_title(after) and (speaker := tell(before)):
                return Row(speaker, (_unquoted(after),))
            is_dashed = set(sign[0].strip()) == {"-"} and _is_title(after)
            if is_dashed and (speaker := tell(before)) and (speaker.post or speaker.body):
                return Row(speaker, (_unquoted(after),))
            is_parted = tell is surely_speaks or not sign["comma"]
            if is_parted and _is_title(before) and (speaker := tell(_unbracketed(after))):
                return Row(speaker, (_unquoted(before),))
    return None


def _is_title(cell: Passage) -> bool:
    is_long = SHORTEST_TITLE <= len(cell.key) <= _LONGEST_TITLE
    is_plain = "\t" not in cell.key and not (_NO_ENTRY.search(cell.key) or TO_COME.search(cell.key))
    is_plain = is_plain and cell.key.count("(") <= cell.key.count(")")
    is_kind = len(cell.key) <= _LONGEST_KIND and is_aside(unmarked(cell))
    return is_long and is_plain and not is_kind and not NO_TITLE.search(cell.key)


def _unbracketed(cell: Passage) -> Passage:
    open_brackets = cell.key.count("(") < cell.key.count(")")
    return cell.part(0, len(cell.key) - 1) if open_brackets and cell.key.endswith(")") else cell


def _name_first(cell: Passage) -> Row | None:
    match = _NAME_FIRST.match(cell.key)
    if match is None:
        return None
    group = "han" if match["han"] else "latin"
    name = cell.part(*match.span(group))
    title = _unquoted(cell.part(*match.span("title")))
    is_quoted = match["title"][0] in "「《〈"
    if is_quoted and not _QUOTED_IN_WHOLE.fullmatch(match["title"]):
        return None  # 〈…〉，臺北:允晨，1997: a book
    is_latin = group == "latin"
    is_known = is_quoted or (is_full_name if is_latin else is_name_of_person)(name.key)
    is_title = is_quoted or (
        not NO_TITLE.search(title.key) and (match["sign"] != "," or "(" in cell.key)
    )
    speaker = who_speaks(cell.part(0, match.start("sign"))) or Speaker(name)
    return Row(speaker, (title,)) if is_known and is_title else None


def _unquoted(title: Passage) -> Passage:
    start = 1 if title.key[:1] in "「《〈" else 0
    end = len(title.key.rstrip("」》〉。;.")) if start else len(title.key.rstrip("。;"))
    return title.part(start, end)
