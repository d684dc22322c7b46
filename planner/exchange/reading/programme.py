"""Programmes of talks: tables of speaker and title, as lines with tabs or one cell a line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.person_words import POSTS, TITLES, is_given_name

_ROLES = (
    ("speaker", r"(?:主|演)?講(?:者|人|員)|(?:論文)?(?:報告|發表)(?:者|人)|speakers?|presenters?"),
    ("title", r"講題|(?:演講|報告|論文|專題)?(?:題目|議題|主題|題名)|titles?|topics?"),
    ("moderator", r"主持人|主席|引言人|與談人|評論人|chair|moderator|discussant"),
    ("body", r"(?:服務|任職)?(?:單位|機構|機關)|affiliation|organi[sz]ation"),
    ("post", r"職稱|post|position"),
    ("time", r"時間|time"),
    ("number", r"場次|編號|序號|項次|備註|no\.?|session"),
)
_HEADS = tuple((role, re.compile(words, re.IGNORECASE)) for role, words in _ROLES)
_LONGEST_HEAD = 12
TIME = re.compile(
    r"(?:上午|下午)?[0-9]{1,2}[:.]?[0-9]{2}(?:\s?[-–~至]\s?(?:[0-9]{1,2}[:.]?[0-9]{2})?)?"
)
NUMBER = re.compile(
    r"(?:第?[0-9一二三四五六七八九十]{1,3}(?:場次?|節|天)?[.、]?|(?:場次|session)\s?"
    r"[0-9一二三四五六七八九十A-Z]+)$",
    re.IGNORECASE,
)
BREAK = re.compile(
    r"(?:茶敘|茶歇|午餐|午休|午宴|晚宴|休息|開幕|閉幕|報到|合影|致詞|綜合|座談|討論|散會|賦歸|"
    r"(?:coffee|tea|lunch|break|opening|closing|registration|welcome|discussion)\b)",
    re.IGNORECASE,
)
_PERSON = re.compile(
    rf"(?P<name>[{HAN}·]{{2,5}}?|[{HAN}·]{{6,9}}(?={TITLES}$)|(?:(?:Dr|Prof|Mr|Ms|Mrs)\.?\s)?"
    rf"[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+)){{1,3}})\s?(?P<post>{TITLES})?\*?"
)
_AFTER = re.compile(
    r"[壹貳參肆伍陸一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]{1,2}\)|"
    r"(?:[0-9]+年)?[0-9]{1,2}月[0-9]{1,2}日|(?:圖|照片|表|Figure|Photo|Table)\s?[0-9]|[0-9]\.\s"
)
_SPEAKER_WORDS, _TITLE_WORDS = (words for _, words in _ROLES[:2])
_LABELLED = re.compile(
    rf"(?:^|[0-9]{{1,2}}[、.)]\s?|\s)(?:{_SPEAKER_WORDS})\s?[:\t]\s?(?P<speaker>[^:\t，。]{{2,30}}?)"
    rf"[，;\s]?\s?(?:{_TITLE_WORDS})\s?[:\t]\s?(?P<title>[^。]{{4,90}})$",
    re.IGNORECASE,
)
_LONGEST_CELL, _MOST_CELLS, _MOST_LINES_OF_TITLE = 100, 300, 3


@dataclass(frozen=True, slots=True)
class Row:
    """One talk as its row tells it; a title may run over several lines."""

    speaker: Passage
    title: tuple[Passage, ...]
    body: str

    @property
    def name(self) -> re.Match[str] | None:
        return _PERSON.fullmatch(self.speaker.key)

    @property
    def begins(self) -> tuple[int, ...]:
        """Where its cells stand in the text."""
        return tuple(cell.places[0] for cell in (self.speaker, *self.title) if cell.places)

    @property
    def written_title(self) -> str:
        lines = [cell.text for cell in self.title]
        joint = "" if re.search(f"[{HAN}]$", lines[0]) else " "
        return joint.join(lines).strip(" 「」《》,，。")


def programme_rows(passages: Sequence[Passage]) -> Iterator[Row]:
    """Every row of every programme that has a head of its columns or labels in its lines."""
    for index, passage in enumerate(passages):
        if told := _LABELLED.search(passage.key):
            speaker, title = (passage.part(*told.span(name)) for name in ("speaker", "title"))
            yield Row(speaker, (title,), "")
            continue
        columns = [_role(cell.key) for cell in cells_of(passage)]
        if len(columns) > 1 and all(columns) and {"speaker", "title"} <= set(columns):
            yield from _placed(_lines(passages, index + 1), columns)
        elif columns == [_role(passage.key)] and columns[0]:
            yield from _headed(passages, index)


def _headed(passages: Sequence[Passage], index: int) -> Iterator[Row]:
    """Heads one below the other, then the cells of each row."""
    if index and _role(passages[index - 1].key):
        return
    columns = []
    while index < len(passages) and (role := _role(passages[index].key)):
        columns.append(role)
        index += 1
    if {"speaker", "title"} <= set(columns):
        yield from _placed(_flattened(passages[index : index + _MOST_CELLS], columns), columns)


def _role(head: str) -> str:
    head = head.strip()
    if len(head) > _LONGEST_HEAD:
        return ""
    return next((role for role, words in _HEADS if words.fullmatch(head)), "")


def cells_of(passage: Passage) -> list[Passage]:
    return [
        passage.part(*match.span())
        for match in re.finditer("[^\t]+", passage.key)
        if match[0].strip()
    ]


def ends_table(passage: Passage) -> bool:
    return (
        len(passage.key) > _LONGEST_CELL
        or passage.key.endswith("。")
        or bool(_AFTER.match(passage.key))
    )


def _lines(passages: Sequence[Passage], start: int) -> Iterator[list[Passage]]:
    """A row a line, cells between tabs; a line without any goes on with the last cell."""
    row: list[Passage] = []
    for passage in passages[start : start + _MOST_CELLS]:
        cells = cells_of(passage)
        if len(cells) > 1:
            yield row
            row = cells
        elif not row or passage.follows_blank or ends_table(passage):
            break
        else:
            row.append(passage)
    yield row


def _flattened(passages: Sequence[Passage], columns: Sequence[str]) -> Iterator[list[Passage]]:
    """Cells put together to rows: from time to time, else from speaker to speaker."""
    is_timed = "time" in columns
    ends_row = columns[-1] in ("speaker", "moderator") and not is_timed
    row: list[Passage] = []
    for cell in passages:
        if ends_table(cell):
            break
        is_time = bool(TIME.fullmatch(cell.key))
        begins = is_time or (
            not is_timed and not ends_row and _is_person(cell) and any(map(_is_long, row))
        )
        if begins or BREAK.match(cell.key):
            yield row
            row = []
        if not is_time and not BREAK.match(cell.key):
            row.append(cell)
        if ends_row and _is_person(cell) and any(map(_is_long, row)):
            yield row
            row = []
    yield row


def _is_long(cell: Passage) -> bool:
    return len(cell.key) >= 6


def _is_person(cell: Passage) -> bool:
    match = _PERSON.fullmatch(cell.key)
    return bool(match and not BREAK.match(cell.key) and is_given_name(match["name"][1:]))


def _placed(rows: Iterator[list[Passage]], columns: Sequence[str]) -> Iterator[Row]:
    """What stands before the title and behind it is taken from the edges; the rest is the title."""
    told = [role for role in columns if role not in ("time", "number")]
    at = told.index("title")
    for row in rows:
        if any(_role(cell.key) == "title" for cell in row):
            continue  # the head once more, on the next page
        rest = [c for c in row if not (TIME.fullmatch(c.key) or NUMBER.fullmatch(c.key))]
        taken: dict[str, Passage] = {}
        for role in told[:at]:
            if rest and _fits(role, rest[0], len(rest) - 1):
                taken[role] = rest.pop(0)
        for role in reversed(told[at + 1 :]):
            if rest and _fits(role, rest[-1], len(rest) - 1):
                taken[role] = rest.pop()
        if "speaker" not in taken or not 1 <= len(rest) <= _MOST_LINES_OF_TITLE:
            continue
        body = taken["body"].text if "body" in taken else ""
        if sum(len(cell.key) for cell in rest) >= 4:
            yield Row(taken["speaker"], tuple(rest), body)


def _fits(role: str, cell: Passage, others: int) -> bool:
    if role in ("speaker", "moderator"):
        return others >= 1 and _is_person(cell)
    if role == "post":
        return bool(POSTS.fullmatch(cell.key))
    return others >= 1
