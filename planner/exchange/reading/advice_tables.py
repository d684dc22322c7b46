"""Recommendations kept as a table: number, what is advised, who is to do it, until when."""

import re
from collections.abc import Sequence

from planner.exchange.reading.lines import Passage
from planner.exchange.reading.table_rows import cells_of, is_key, rows_below

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
_FURTHEST_HEAD, _SHORTEST_ADVICE = 4, 4


def advice_in_table(body: Sequence[Passage]) -> list[Passage]:
    """The cells that advise; none where the passages begin with no such table."""
    for index in range(min(_FURTHEST_HEAD, len(body))):
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
    return []


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
