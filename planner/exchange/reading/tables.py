"""Tables flattened to one cell a line: the division of work, and the members."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.found import FoundWorkShare
from planner.exchange.reading.lines import Passage, Text
from planner.exchange.reading.organisations import Bodies
from planner.exchange.reading.outline import unmarked

_SHARES = re.compile(
    r"(?:分工|工作分配|任務分配|權責|division of (?:work|labou?r)|responsibilities)"
    r"[^。]{0,12}[:：]?$",
    re.I,
)
_HEAD_CELL = re.compile(
    "^(?:單位|部會|機關|機構|項次|編號|分工|分工內容|分工事項|負責事項|任務|"
    "工作內容|工作項目|主辦單位|body|task|organi[sz]ation|responsibility|partner)$",
    re.I,
)
_MOST_ROWS = 60


def work_shares_of(
    text: Text, passages: Sequence[Passage], bodies: Bodies
) -> tuple[FoundWorkShare, ...]:
    for index, passage in enumerate(passages):
        if _SHARES.search(passage.key) and len(passage.key) < 160:
            shares = tuple(_rows(text, passages[index + 1 : index + _MOST_ROWS], bodies))
            if len(shares) >= 2:
                return shares
    return ()


def _rows(text: Text, passages: Sequence[Passage], bodies: Bodies) -> Iterator[FoundWorkShare]:
    """A body in a cell or before a colon, then what it does until the next body."""
    body: Passage | None = None
    tasks: list[Passage] = []
    for passage in passages:
        cell = unmarked(passage)
        if _HEAD_CELL.match(cell.key) or not cell.key:
            continue
        if re.match("[壹貳參肆伍]、|第[一二三四]章", passage.key) or (
            len(cell.key) > 120 and not tasks
        ):
            break
        parted = re.match(r"(?P<body>[^:\t，。]{2,30})[:\t]\s?(?P<task>.+)$", cell.key)
        if parted and _is_body(cell.part(*parted.span("body")), bodies):
            yield from _share(text, body, tasks)
            body, tasks = cell.part(*parted.span("body")), [cell.part(*parted.span("task"))]
        elif _is_body(cell, bodies):
            yield from _share(text, body, tasks)
            body, tasks = cell, []
        elif (
            body is not None
            and len(cell.key) <= 160
            and len(tasks) < 8
            and not (tasks and passage.follows_blank)
        ):
            tasks.append(cell)
        elif tasks:
            break
    yield from _share(text, body, tasks)


def _is_body(cell: Passage, bodies: Bodies) -> bool:
    if len(cell.key) > 40 or not cell.key:
        return False
    names = {cell.text, cell.text.strip("()（）")}
    if names & bodies.names.keys():
        return True
    return any(
        mention.start == 0 and mention.end + len(mention.unit) >= len(cell.key) - 6
        for mention in bodies.mentions
        if mention.passage.places and mention.passage.places[0] == cell.places[0]
    )


def _share(text: Text, body: Passage | None, tasks: Sequence[Passage]) -> Iterator[FoundWorkShare]:
    if body is not None and tasks:
        task = "；".join(cell.text.strip("。；;") for cell in tasks)
        yield FoundWorkShare(body.text, task, text.span(body), 0.85)
