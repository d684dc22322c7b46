"""Programmes below a head of their columns: lines with tabs, or one cell a line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.exchange.reading.lines import Passage
from planner.exchange.reading.person_words import POSTS
from planner.exchange.reading.scripts import WIDE
from planner.exchange.reading.speaker_cells import BREAK, NO_TITLE, Speaker, named_speaker

_ROLES = (
    (
        "speaker",
        r"(?:主|演)?講(?:者|人|員|師|座)|(?:論文)?(?:報告|發表)(?:者|人)|分享人|"
        r"(?:keynote |invited )?speakers?|presenters?|lecturers?",
    ),
    (
        "title",
        r"講題|(?:演講|報告|論文|專題|發表|課程|分享)?(?:題目|議題|主題|題名|名稱)|"
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
    ("time", r"時間|time|日期|date|day"),
    ("number", r"場次|編號|序號|項次|備註|地點|會場|no\.?|session|venue|room"),
)
_HEADS = tuple((role, re.compile(words, re.IGNORECASE)) for role, words in _ROLES)
_LONGEST_HEAD = 14
_SECOND_OF_HEAD = re.compile(r"\s?[/、及與和(&].*$")
TIME = re.compile(
    r"(?:上午|下午)?[0-9]{1,2}[:.時]?[0-9]{2}分?(?:\s?[-–~至]\s?(?:[0-9]{1,2}[:.時]?[0-9]{2}分?)?)?"
)
_DATE = re.compile(r"(?:[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2}月[0-9]{1,2}日)(?:\s?\([^()]{1,6}\))?")
NUMBER = re.compile(
    r"(?:第?[0-9一二三四五六七八九十]{1,3}(?:場次?|節|天)?[.、]?|(?:場次|session)\s?"
    r"[0-9一二三四五六七八九十A-Z]+)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[壹貳參肆伍陸一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]{1,2}\)|"
    r"(?:[0-9]+年)?[0-9]{1,2}月[0-9]{1,2}日|(?:圖|照片|表|Figure|Photo|Table)\s?[0-9]|[0-9]\.\s"
)
_LONGEST_CELL, _MOST_CELLS, _MOST_LINES_OF_TITLE, _SHORTEST_TITLE = 100, 300, 3, 4


# 專題演講：…, Keynote 1: …
_LEADS_TITLE = re.compile(
    r"^(?:(?:專題|主題|大會|特邀|主旨)?(?:演講|講座|報告|演說)|論文(?:發表)?|講題|題目|"
    r"Keynote(?: speech| lecture| address)?|Plenary(?: lecture| talk)?|Invited (?:talk|lecture)|"
    r"Talk|Paper|Presentation)\s?[0-9一二三四五六七八九十]{0,2}\s?[:：]\s?",
    re.IGNORECASE,
)


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
        whole = self.title[0].text
        for cell in self.title[1:]:
            is_wide = WIDE.match(whole[-1:]) or WIDE.match(cell.text[:1])
            whole += cell.text if is_wide else f" {cell.text}"
        return _LEADS_TITLE.sub("", whole).strip(" 「」《》,，。")


def programme_rows(passages: Sequence[Passage]) -> Iterator[Row]:
    """Every row of every programme that has a head of its columns."""
    for index, passage in enumerate(passages):
        cells = cells_of(passage)
        columns = _columns(cells) if len(cells) > 1 else []
        if columns:
            yield from _placed(_lines(passages, index + 1, columns), columns)
        elif len(cells) == 1 and _role(passage.key):
            yield from _headed(passages, index)


def _headed(passages: Sequence[Passage], index: int) -> Iterator[Row]:
    """Heads one below the other, then the cells of each row."""
    if index and _role(passages[index - 1].key):
        return
    heads = []
    while index < len(passages) and _role(passages[index].key):
        heads.append(passages[index])
        index += 1
    if columns := _columns(heads):
        cells = passages[index : index + _MOST_CELLS]
        yield from _placed(_flattened(cells, columns), columns)


def _columns(heads: Sequence[Passage]) -> list[str]:
    """What the columns hold; nothing where no one speaks in them, or on nothing."""
    columns = [_role(head.key) for head in heads]
    if "title" not in columns:
        columns = ["title" if role == "item" else role for role in columns]
    is_programme = {"speaker", "title"} <= set(columns) and max(map(len, _keys(heads))) < 30
    return columns if is_programme else []


def _keys(cells: Sequence[Passage]) -> list[str]:
    return [cell.key for cell in cells]


def _role(head: str) -> str:
    """`演講題目`; of `主講人/單位` the first."""
    head = head.strip()
    for written in (head, _SECOND_OF_HEAD.sub("", head)):
        if len(written) <= _LONGEST_HEAD:
            for role, words in _HEADS:
                if words.fullmatch(written):
                    return role
    return ""


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
        or bool(_AFTER.match(passage.key) and not _DATE.fullmatch(passage.key))
    )


def _lines(
    passages: Sequence[Passage], start: int, columns: Sequence[str]
) -> Iterator[list[Passage]]:
    """A row a line, cells between tabs; a line that begins no row goes on with the one before."""
    row: list[Passage] = []
    is_keyed = columns[0] in ("time", "number")
    for passage in passages[start : start + _MOST_CELLS]:
        cells = cells_of(passage)
        is_row = len(cells) > 1 and len(passage.key) <= len(columns) * _LONGEST_CELL
        if not is_row and (not row or passage.follows_blank or ends_table(passage)):
            break
        if is_row and (len(cells) == len(columns) or not is_keyed or _is_key(cells[0])):
            yield row
            row = cells
        elif not is_row and _is_key(passage):
            yield row
            row = [passage]
        else:
            row = [*row, *cells]
    yield row


def _is_key(cell: Passage) -> bool:
    """What the first cell of a row holds: a time, a day, a number."""
    return any(form.fullmatch(cell.key) for form in (TIME, _DATE, NUMBER))


def _flattened(passages: Sequence[Passage], columns: Sequence[str]) -> Iterator[list[Passage]]:
    """Cells put together to rows: by the blank lines between, else from time to time or speaker."""
    cells = list(_until_end(passages))
    if _is_ruled(cells, len(columns)):
        for start in range(0, len(cells), len(columns)):
            yield cells[start : start + len(columns)]
        return
    is_timed = "time" in columns
    ends_row = columns[-1] in ("speaker", "moderator") and not is_timed
    row: list[Passage] = []
    for cell in cells:
        is_time = bool(TIME.fullmatch(cell.key) or _DATE.fullmatch(cell.key))
        begins = is_time or (
            not is_timed and not ends_row and named_speaker(cell) and any(map(_is_long, row))
        )
        if begins or BREAK.match(cell.key):
            yield row
            row = []
        if not is_time and not BREAK.match(cell.key):
            row.append(cell)
        if ends_row and named_speaker(cell) and any(map(_is_long, row)):
            yield row
            row = []
    yield row


def _until_end(passages: Sequence[Passage]) -> Iterator[Passage]:
    for cell in passages:
        if ends_table(cell):
            return
        yield cell


def _is_ruled(cells: Sequence[Passage], width: int) -> bool:
    """Whether a blank line stands before each row and nowhere else, as Word's tables are read."""
    begins = [index for index, cell in enumerate(cells) if cell.follows_blank]
    return len(begins) > 1 and begins == list(range(0, len(cells), width))


def _is_long(cell: Passage) -> bool:
    return len(cell.key) >= 6


def _placed(rows: Iterator[list[Passage]], columns: Sequence[str]) -> Iterator[Row]:
    for cells in rows:
        if any(_role(cell.key) in ("title", "speaker") for cell in cells):
            continue  # the head once more, on the next page
        if row := _by_place(cells, columns) or _by_content(cells, columns):
            yield row


def _by_place(cells: Sequence[Passage], columns: Sequence[str]) -> Row | None:
    """A row with a cell for each column."""
    if len(cells) != len(columns):
        return None
    speaker = named_speaker(cells[columns.index("speaker")])
    title = cells[columns.index("title")]
    is_title = len(title.key) >= _SHORTEST_TITLE and not BREAK.match(title.key)
    return Row(speaker, (title,)) if speaker and is_title else None


def _by_content(cells: Sequence[Passage], columns: Sequence[str]) -> Row | None:
    """What stands before the title and behind it is taken from the edges; the rest is the title."""
    told = [role for role in columns if role not in ("time", "number")]
    at = told.index("title")
    rest = [cell for cell in cells if not _is_key(cell)]
    taken: dict[str, Passage] = {}
    for role in told[:at]:
        if rest and _fits(role, rest[0], len(rest) - 1):
            taken[role] = rest.pop(0)
    for role in reversed(told[at + 1 :]):
        if rest and _fits(role, rest[-1], len(rest) - 1):
            taken[role] = rest.pop()
    speaker = named_speaker(taken["speaker"]) if "speaker" in taken else None
    title = [cell for cell in rest if not is_aside(cell)] or rest
    if speaker is None or not 1 <= len(title) <= _MOST_LINES_OF_TITLE:
        return None
    if sum(len(cell.key) for cell in title) < _SHORTEST_TITLE:
        return None
    body = taken["body"].text if "body" in taken else speaker.body
    return Row(Speaker(speaker.name, speaker.post, body), tuple(title))


_IN_BRACKETS = re.compile(r"\([^()]*\)")


def is_aside(cell: Passage) -> bool:
    """A body or post in a cell of its own beside the name it belongs to, or a break."""
    forms = (_IN_BRACKETS.fullmatch, NO_TITLE.search, POSTS.fullmatch, BREAK.match)
    return any(form(cell.key) for form in forms)


def _fits(role: str, cell: Passage, others: int) -> bool:
    if role in ("speaker", "moderator"):
        return others >= 1 and named_speaker(cell) is not None
    if role == "post":
        return bool(POSTS.fullmatch(cell.key))
    return others >= 1
