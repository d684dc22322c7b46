"""Programmes below a head of their columns: lines with tabs, or one cell a line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import islice, pairwise, takewhile

from planner.exchange.reading.lines import Passage
from planner.exchange.reading.person_words import POSTS
from planner.exchange.reading.speaker_cells import (
    BREAK,
    NO_TITLE,
    Speaker,
    named_speaker,
    placed_family,
    placed_speaker,
    who_speaks,
)
from planner.exchange.reading.table_rows import MOST_CELLS, cells_of, is_key, is_tail, rows_below
from planner.exchange.reading.talk_words import SPEAKS_OF_TALKS
from planner.exchange.reading.wrapped_cells import joined

_ROLES = (
    (
        "speaker",
        r"(?:主|演)?講(?:者|人|員|師|座)|(?:論文)?(?:[報匯彙]報?告?|發表)(?:者|人)|分享人|(?:論文)?作者|authors?|"
        r"(?:keynote |invited )?speakers?|presenters?|lecturers?",
    ),
    (
        "title",
        r"講題|(?:演講|報告|論文|專題|發表|課程|分享|議題)?(?:題目|議題|主題|題名|名稱)|"
        r"(?:talk |paper )?titles?|topics?|subject",
    ),
    (
        "item",
        r"議程|內容|(?:演講|報告|課程|活動)?內容|活動|項目|課程|agenda|programme?|item|activity|talk",
    ),
    ("moderator", r"主持人|主席|引言人|與談人|評論人|chair|moderator|discussant"),
    (
        "body",
        r"(?:服務|任職|所屬)?(?:單位|機構|機關)|國別|國家|affiliation|organi[sz]ation|institution|"
        r"country",
    ),
    ("post", r"職稱|post|position"),
    ("time", r"時間|(?:預計|演講)?時長|time|日期|date|day"),
    ("remark", r"備註|附註|remarks?|notes?"),
    ("number", r"場次|編號|序號|項次|地點|會場|no\.?|session|venue|room"),
)
_HEADS = tuple((role, re.compile(words, re.IGNORECASE)) for role, words in _ROLES)
_ANY_HEAD = re.compile("|".join(words for _, words in _ROLES))
_LONGEST_HEAD, _LONGEST_HEADS, _LONGEST_LINE_OF_HEADS = 14, 30, 120
_SECOND_OF_HEAD = re.compile(r"\s?[/、及與和(&].*$")
_MOST_LINES_OF_TITLE, _SHORTEST_TITLE = 5, 4


# 專題演講：…, Keynote 1: …
_LEADS_TITLE = re.compile(
    r"^(?:(?:專題|主題|大會|特邀|主旨|綜合|業務)?(?:演講|講座|報告|演說|簡報)|論文(?:發表)?|講題|題目|"
    r"Keynote(?: speech| lecture| address)?|Plenary(?: lecture| talk)?|Invited (?:talk|lecture)|"
    r"Talk|Paper|Presentation)"
    r"(?:\s?[0-9一二三四五六七八九十]{0,2}\s?[:：]\s?|\s(?:[IVX]{1,4}|[一二三四五六七八九十]{1,2}|[0-9]{1,2})\s)",
    re.IGNORECASE,
)


# 一、, (二): what counts the talks of a list
_COUNTS = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])\s?")


@dataclass(frozen=True, slots=True)
class Row:
    """One talk as its row tells it; a title may run over several lines."""

    speaker: Speaker
    title: tuple[Passage, ...]

    @property
    def begins(self) -> tuple[int, ...]:
        """Where its cells stand in the text."""
        cells = (self.speaker.name, *self.title)
        return tuple(cell.places[0] for cell in cells if cell.places)

    @property
    def written_title(self) -> str:
        whole = reduce(joined, self.title).text
        return _LEADS_TITLE.sub("", _COUNTS.sub("", whole)).strip(' 「」《》,，。"“”—–')


@dataclass(frozen=True, slots=True)
class HeadedTable:
    """The talks of a table, and where all of its cells stand."""

    talks: tuple[Row, ...]
    places: frozenset[int]


def headed_tables(passages: Sequence[Passage]) -> Iterator[HeadedTable]:
    """Every programme that has a head of its columns, in one line or one below the other."""
    told: set[int] = set()
    for index, passage in enumerate(passages):
        is_within = passage.places[:1] and passage.places[0] in told
        if is_within or len(passage.key) > _LONGEST_LINE_OF_HEADS:
            continue  # a head within a table is the same once more, on the next page
        heads = cells_of(passage)
        if len(heads) == 1 and _role(passage.key):
            heads = _heads_below(passages, index)
            index += len(heads) - 1
        columns = _columns(heads) or _columns(_heads_without_blanks(passage))
        if columns and _is_of_talks(passages, index, heads):
            rows, places = rows_below(passages[index + 1 : index + 1 + MOST_CELLS], columns)
            told |= places
            yield HeadedTable(tuple(_placed(rows, columns)), places)


def _is_of_talks(passages: Sequence[Passage], index: int, heads: Sequence[Passage]) -> bool:
    """Whether 作者 heads those who speak, and not those who have only written."""
    if not any(_WRITES.fullmatch(head.key) for head in heads):
        return True
    before = passages[max(0, index - _REACH_OF_LEAD) : index]
    return any(SPEAKS_OF_TALKS.search(lead.key) for lead in before)


_WRITES = re.compile("(?:論文)?作者|authors?", re.IGNORECASE)
_REACH_OF_LEAD = 10


def _heads_below(passages: Sequence[Passage], index: int) -> list[Passage]:
    """Heads one below the other, from the uppermost."""
    if index and _role(passages[index - 1].key):
        return []
    return list(takewhile(lambda head: _role(head.key), islice(passages, index, None)))


def _heads_without_blanks(passage: Passage) -> list[Passage]:
    """時間發表人題目, once 時間 發表人 題目: single blanks between Chinese signs are none."""
    found = list(_ANY_HEAD.finditer(passage.key)) if len(passage.key) <= _LONGEST_HEADS else []
    is_whole = "".join(match[0] for match in found) == passage.key
    return [passage.part(*match.span()) for match in found] if is_whole else []


def _columns(heads: Sequence[Passage]) -> list[str]:
    """What the columns hold; nothing where no one speaks in them, or on nothing."""
    columns = [_role(head.key) for head in heads]
    if "title" not in columns:
        columns = ["title" if role == "item" else role for role in columns]
    is_programme = {"speaker", "title"} <= set(columns)
    return columns if is_programme else []


def _role(head: str) -> str:
    """`演講題目`; of `主講人/單位` the first."""
    head = head.strip()
    for written in (head, _SECOND_OF_HEAD.sub("", head)):
        if len(written) <= _LONGEST_HEAD:
            for role, words in _HEADS:
                if words.fullmatch(written):
                    return role
    return ""


def _placed(rows: Sequence[list[Passage]], columns: Sequence[str]) -> Iterator[Row]:
    for cells in rows:
        if any(_role(cell.key) in ("title", "speaker") for cell in cells):
            continue  # the head once more, on the next page
        cells = _with_whole_names(cells, len(columns))
        if pairs := _pairs(cells, columns):
            yield from pairs
        elif is_tail(cells, columns):
            yield from filter(None, [_by_place(cells, columns[-len(cells) :])])
        elif row := _by_place(cells, columns) or _by_content(cells, columns):
            yield row


def _pairs(cells: Sequence[Passage], columns: Sequence[str]) -> list[Row]:
    """One time, one chair, and then speaker and title by turns."""
    tail = columns[-2:]
    rest = [cell for cell in cells if not is_key(cell)]
    if set(tail) != {"speaker", "title"} or len(rest) < _TWO_PAIRS:
        return []
    rest = rest[len(rest) % 2 :]
    speakers = [named_speaker(cell) for cell in rest[tail.index("speaker") :: 2]]
    titles = rest[tail.index("title") :: 2]
    told = [
        Row(speaker, (title,))
        for speaker, title in zip(speakers, titles, strict=True)
        if speaker and len(title.key) >= _SHORTEST_TITLE and not who_speaks(title)
    ]
    return told if len(told) == len(titles) else []


_TWO_PAIRS = 4
# Thanakrit, and below it in the same cell Suwannarat
_ONE_WORD = re.compile(r"[A-Z][a-zà-ÿ’'-]{2,20}")


def _with_whole_names(cells: list[Passage], width: int) -> list[Passage]:
    """In a row with one cell too many, two words one after the other are one name."""
    words = [bool(_ONE_WORD.fullmatch(cell.key)) for cell in cells]
    at = next((at for at, pair in enumerate(pairwise(words)) if all(pair)), None)
    if at is None or len(cells) != width + 1:
        return cells
    return [*cells[:at], joined(cells[at], cells[at + 1]), *cells[at + 2 :]]


def _by_place(cells: Sequence[Passage], columns: Sequence[str]) -> Row | None:
    """A row with a cell for each column."""
    keys = [cell for role, cell in zip(columns, cells, strict=False) if role in _KEYS]
    if len(cells) != len(columns) or not all(map(is_key, keys)):
        return None
    cell = cells[columns.index("speaker")]
    speaker = placed_speaker(cell) or placed_family(cell)
    title = cells[columns.index("title")]
    is_title = len(title.key) >= _SHORTEST_TITLE and not BREAK.match(title.key)
    return Row(speaker, (title,)) if speaker and is_title else None


def _by_content(cells: Sequence[Passage], columns: Sequence[str]) -> Row | None:
    """What stands before the title and behind it is taken from the edges; the rest is the title."""
    told = [role for role in columns if role not in (*_KEYS, "remark")]
    at = told.index("title")
    rest = [cell for cell in cells if not (is_key(cell) or _CHAIRED.match(cell.key))]
    if "remark" in columns:
        rest = _without_remark(rest)
    taken: dict[str, Passage] = {}
    for role in told[:at]:
        is_only = role == told[0] == "speaker" and len(rest) > 1 and placed_speaker(rest[0])
        if is_only or (rest and _fits(role, rest[0], len(rest) - 1)):
            taken[role] = rest.pop(0)
    people = sum(named_speaker(cell) is not None for cell in rest)
    for role in reversed(told[at + 1 :]):
        is_spared = role == "moderator" and people < 2 and "speaker" not in taken
        if rest and not is_spared and _fits(role, rest[-1], len(rest) - 1):
            taken[role] = rest.pop()
    speaker = placed_speaker(taken["speaker"]) if "speaker" in taken else None
    if rest and BREAK.match(rest[0].key):
        return None
    title = [cell for cell in rest if not is_aside(cell)] or rest
    if speaker is None or not 1 <= len(title) <= _MOST_LINES_OF_TITLE:
        return None
    if sum(len(cell.key) for cell in title) < _SHORTEST_TITLE:
        return None
    body = taken["body"].text if "body" in taken else speaker.body
    return Row(Speaker(speaker.name, speaker.post, body), tuple(title))


# 專題演講一, 會員報告: what kind of talk, in a cell of its own
_KIND = re.compile(
    r".{0,4}(?:演講|講座|報告|發表|分享)\s?[0-9一二三四五六七八九十]{0,2}|"
    r"(?:keynote|plenary|invited|contributed)(?: (?:speech|lecture|address|talk))?\s?[0-9]?",
    re.IGNORECASE,
)
_KEYS = ("time", "number")
_CHAIRED = re.compile(r"(?:主持人|主席|Chair(?:man|person)?|Moderator)\s?:", re.IGNORECASE)
_REMARK = re.compile(
    r"視訊|線上|錄影|書面|缺席|代讀|附|原題|online|remote|video|by proxy", re.IGNORECASE
)


def _without_remark(cells: list[Passage]) -> list[Passage]:
    """The cells before the first that only remarks on a talk."""
    remarks = [index for index, cell in enumerate(cells) if index > 1 and _REMARK.match(cell.key)]
    return cells[: remarks[0]] if remarks else cells


_IN_BRACKETS = re.compile(r"\([^()]*\)")
_LAST_BRACKET = re.compile(r"(?<=.)\([^()]*\)?$")


def is_aside(cell: Passage) -> bool:
    """A body or post in a cell of its own beside the name it belongs to, or a break."""
    forms = (_IN_BRACKETS.fullmatch, _KIND.fullmatch, NO_TITLE.search, POSTS.fullmatch, BREAK.match)
    keys = {cell.key, _LAST_BRACKET.sub("", cell.key)}
    return any(form(key) for key in keys for form in forms)


def _fits(role: str, cell: Passage, others: int) -> bool:
    if role in ("speaker", "moderator"):
        return others >= 1 and named_speaker(cell) is not None
    if role == "post":
        return bool(POSTS.fullmatch(cell.key))
    return others >= 1
