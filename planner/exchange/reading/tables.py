"""Tables flattened to one cell a line: the division of work, and the members."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.exchange.reading.agenda import Programme
from planner.exchange.reading.body_ends import ENDS_WHOLE
from planner.exchange.reading.found import FoundWorkShare
from planner.exchange.reading.lines import HAN, Passage, Text
from planner.exchange.reading.marks import unmarked
from planner.exchange.reading.name_judgement import is_name_of_person
from planner.exchange.reading.organisations import Bodies
from planner.exchange.reading.person_words import (
    COMPOUND_SURNAMES,
    JAPANESE_SURNAMES,
    POSTS,
    SURNAMES,
    TITLES,
    is_given_name,
)
from planner.exchange.reading.places import PLACE
from planner.exchange.reading.table_rows import cells_of

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
        mention.begins == cell.places[0]
        and mention.end - mention.start + len(mention.unit) >= len(cell.key) - 6
        for mention in bodies.inside(cell)
    )


def _share(text: Text, body: Passage | None, tasks: Sequence[Passage]) -> Iterator[FoundWorkShare]:
    if body is not None and tasks:
        task = "；".join(cell.text.strip("。；;") for cell in tasks)
        yield FoundWorkShare(body.text, task, text.span(body), 0.85)


_PEOPLE_HEAD = re.compile(
    r"姓名|^(?:講者|主講人|主講者|演講者|演講人|報告人|發表人|與會人員|受訪者|"
    r"接待人員|團員|團長|(?:團|成)[員员]|名單|出席者)$"
    r"|(?:名單|成員|團員|人員)(?:表|如下|如後)?[:：]?$"
)
_SURNAMED = (
    rf"(?:(?:{COMPOUND_SURNAMES})[{HAN}]{{1,2}}|(?:{JAPANESE_SURNAMES})[{HAN}]{{1,3}}"
    rf"|[{''.join(sorted(SURNAMES))}]\s?[{HAN}]{{1,2}})"
)
_NAME_CELL = re.compile(rf"(?:[0-9]{{1,2}}[、.]?\s?)?(?P<name>{_SURNAMED})")
_ENDS_WITH_POST = re.compile(f"{TITLES}$")
_NO_NAME = re.compile(rf"{TITLES}|成員|{PLACE.pattern}")
_ROW = re.compile(
    rf"^(?:[0-9]{{1,2}}[、.\t]?\s?|團長[:\t]?|團員[:\t]?|姓名[職稱]*[:\t]\s?)"
    rf"?(?P<name>{_SURNAMED})[\t:/,，、(]\s?(?P<rest>.{{2,50}})$"
)
_STRANGE_ROW = re.compile(
    rf"^(?:[0-9]{{1,2}}[、.\t]?\s?)?(?P<name>[{HAN}·]{{2,9}})\t(?P<rest>[^。]{{4,50}})$"
)
_LISTED = re.compile(
    r"^(?:[0-9一二三四五六七八九十]{1,2}[、.]\s?|\([0-9一二三四五六七八九十]{1,2}\)\s?)?"
    r"[^:。，]{0,10}(?:代表|成員|團員|學生|學員|人員|師長|名單|組員|同學|參加者|與會者|選手|領隊)"
    r"(?:\([^)]*\))?:(?P<names>.{2,300})$"
)
_LISTED_NAME = re.compile(
    rf"\s?(?P<name>{_SURNAMED}|[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+){{1,3}})(?:等[^、]*)?\s?"
)
_TABLE_REACH = 80


@dataclass(frozen=True, slots=True)
class Cell:
    """A person's name alone in a cell, with what the other cells of the row tell."""

    passage: Passage
    start: int
    end: int
    title: str
    body: str


def roster_of(passages: Sequence[Passage], bodies: Bodies, programme: Programme) -> Iterator[Cell]:
    """Names in a table of people: below its head, one a cell or one a row."""
    for talk in (*programme.headed, *programme.others):
        speaker = talk.speaker
        if speaker.is_name:
            yield Cell(speaker.name, 0, len(speaker.name.key), speaker.post, speaker.body)
    reach = 0
    for index, passage in enumerate(passages):
        if _PEOPLE_HEAD.search(passage.key) and len(passage.key) <= 40:
            reach = index + _TABLE_REACH
        row = _ROW.match(passage.key)
        is_row = row and is_name_of_person(row["name"])
        if row and is_row and _tells_post(row["rest"], bodies):
            post = POSTS.search(row["rest"])
            body = _body_in(passage, bodies)
            yield Cell(passage, *row.span("name"), post[0] if post else "", body)
            continue
        if placed := _in_a_later_cell(passage):
            post = POSTS.search(passage.key)
            yield Cell(
                placed, 0, len(placed.key), post[0] if post else "", _body_in(passage, bodies)
            )
            continue
        strange = _STRANGE_ROW.match(passage.key)
        is_person = strange and not row and is_name_of_person(strange["name"])
        if strange and is_person and _body_after(passage, strange.end("name"), bodies):
            post = _ENDS_WITH_POST.search(strange["rest"])
            if post and not POSTS.search(strange["name"]):
                body = _body_in(passage, bodies)
                yield Cell(passage, *strange.span("name"), post[0], body)
                continue
        if listed := _LISTED.match(passage.key):
            yield from _listed(passage, *listed.span("names"))
        if index >= reach or len(passage.key) > 60 or passage.key.endswith("。"):
            continue
        cell = _NAME_CELL.fullmatch(passage.key)
        if cell and is_name_of_person(cell["name"]):
            title, body = _beside(passages, index, bodies)
            yield Cell(passage, *cell.span("name"), title, body)


def _listed(passage: Passage, start: int, end: int) -> Iterator[Cell]:
    """`學生代表:王昱婷、陳冠宇`: names alone behind a label."""
    for part in re.finditer("[^、，,;。]+", passage.key[start:end]):
        name = _LISTED_NAME.fullmatch(part[0])
        if name and is_given_name(name["name"][1:]) and not POSTS.search(name["name"]):
            first = start + part.start() + name.start("name")
            yield Cell(passage, first, first + len(name["name"]), "", "")


def _tells_post(rest: str, bodies: Bodies) -> bool:
    return bool(POSTS.search(rest)) or any(name in rest for name in bodies.names)


def _in_a_later_cell(passage: Passage) -> Passage | None:
    """The name in a row that begins with the body or the post: `body, post, name`."""
    cells = cells_of(passage) if "\t" in passage.key and len(passage.key) <= _LONGEST_ROW else []
    cells = [unmarked(cells[0]), *cells[1:]] if cells else []
    names = [cell for cell in cells[1:] if _NAME_CELL.fullmatch(cell.key)]
    names = [cell for cell in names if is_name_of_person(cell.key) and len(cell.key) <= 4]
    is_row = any(_ENDS_WITH_POST.search(cell.key) or ENDS_WHOLE.search(cell.key) for cell in cells)
    return names[0] if len(names) == 1 and is_row else None


_LONGEST_ROW = 80


def _body_after(passage: Passage, end: int, bodies: Bodies) -> bool:
    """A body in the row, but none in the cell of the name."""
    starts = [mention.start for mention in bodies.inside(passage) if mention.passage is passage]
    return bool(starts) and min(starts) >= end


def _body_in(passage: Passage, bodies: Bodies) -> str:
    found = bodies.inside(passage)
    return found[0].full if found else ""


def _beside(passages: Sequence[Passage], index: int, bodies: Bodies) -> tuple[str, str]:
    """The post and body in the next cells, as far as the next name."""
    title = body = ""
    for passage in passages[index + 1 : index + 4]:
        if _NAME_CELL.fullmatch(passage.key) and not POSTS.fullmatch(passage.key):
            break
        if not title and POSTS.fullmatch(passage.key):
            title = passage.text
        body = body or _body_in(passage, bodies)
    return title, body
