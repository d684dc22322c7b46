"""Recommendations kept as a table: number, what is advised, who is to do it, until when."""

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import takewhile

from planner.exchange.reading.lines import Passage
from planner.exchange.reading.table_rows import cells_of, is_key, rows_below
from planner.exchange.reading.wrapped_cells import joined

_ROLES = (
    ("number", r"編號|項次|序號|次序|no\.?|nr\.?|number|#|item"),
    (
        "advice",
        r"(?:具體|改善|政策)?建議(?:事項|內容|項目|措施|意見|作法)?|(?:推動|改善)(?:措施|作法)|"
        r"recommendations?|(?:suggested |proposed )?actions?|suggestions?|proposals?",
    ),
    (
        "beside",
        r"(?:主\(協\)辦|主辦|協辦|權責|負責|辦理|執行)(?:單位|機關|期程|時程|情形|年度)?|期程|時程|期限|說明|備註|"
        r"優先(?:順序|性)?|預期效益|類別|面向|單位|"
        r"(?:responsib(?:le|ility)|implementing|competent|lead|action) ?.{0,12}|"
        r"(?:by )?wh(?:o|om|en)|by|unit|body|agency|office|owner|(?:(?:target|due) )?date|"
        r"time(?:line|frame| ?scale)?|"
        r"(?:time ?)?limit|terms?|period|schedule|year|deadline|priority|status|costs?|budget|"
        r"category|remarks?|notes?",
    ),
)
_HEADS = tuple((role, re.compile(words, re.IGNORECASE)) for role, words in _ROLES)
# No. Recommendation Responsible body Term, in one line without tabs
_HEADS_IN_ONE = re.compile(
    rf"(?:{_ROLES[0][1]})\s(?:{_ROLES[1][1]})(?:\s(?:{_ROLES[2][1]})){{1,3}}"
    r"(?=\s[A-Z]{0,2}1[.)]?\s|$)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<!\S)[A-Z]{0,2}([0-9]{1,2})[.)]?\s(?=\S)")
_TERM_LAST = re.compile(
    r"\s(?:(?:short|medium|long|near|mid)(?:[- ]term)?|immediate|ongoing|[短中長]期|20[0-9]{2})$",
    re.IGNORECASE,
)
_SHORTEST_ADVICE, _MOST_LINES = 4, 100


def advice_in_table(body: Sequence[Passage]) -> list[Passage]:
    """The cells that advise; none where the passages hold no such table."""
    for index in range(len(body)):
        heads = cells_of(body[index])
        end = index + 1
        if len(heads) == 1:
            while end < len(body) and _role(body[end].key):
                end += 1
            heads = list(body[index:end])
        columns = [_role(head.key) for head in heads]
        if len(columns) > 1 and all(columns) and columns.count("advice") == 1:
            rows, _ = rows_below(body[end:], columns)
            return [advice for row in rows if (advice := _advice(row, columns))]
        if heads_in_one := _HEADS_IN_ONE.match(body[index].key):
            first = body[index].part(heads_in_one.end())
            after = body[index + 1 : index + _MOST_LINES]
            below = takewhile(lambda line: not line.follows_blank, after)
            return list(_counted(reduce(joined, below, first)))
    return []


def _counted(rows: Passage) -> Iterator[Passage]:
    """From number to number, as far as they count up, where the cells of rows run together."""
    starts: list[re.Match[str]] = []
    for number in _NUMBER.finditer(rows.key):
        if int(number[1]) == len(starts) + 1:
            starts.append(number)
    for order, number in enumerate(starts):
        end = starts[order + 1].start() if order + 1 < len(starts) else len(rows.key)
        yield _without_term(rows.part(number.end(), end))


def _without_term(row: Passage) -> Passage:
    term = _TERM_LAST.search(row.key)
    return row.part(0, term.start()) if term else row


def heads_advice(before: str, head: str, below: str) -> bool:
    """Whether a line between two others is the head of the column of what is advised."""
    return _role(head) == "advice" and (_role(before) == "number" or _role(below) == "beside")


def _role(head: str) -> str:
    return next((role for role, words in _HEADS if words.fullmatch(head.strip())), "")


def _advice(row: Sequence[Passage], columns: Sequence[str]) -> Passage | None:
    """The cell below its head; in a row with cells more or less, the longest."""
    cells = [cell for cell in row if not is_key(cell)]
    if any(_role(cell.key) == "advice" for cell in cells):
        return None  # the head once more, on the next page
    is_whole = len(row) == len(columns) and (columns[0] != "number" or is_key(row[0]))
    told = row[columns.index("advice")] if is_whole else max(cells, key=_length, default=None)
    return told if told and len(told.key) >= _SHORTEST_ADVICE else None


def _length(cell: Passage) -> int:
    return len(cell.key)
