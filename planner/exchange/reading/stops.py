"""The stops of a day: where what is told of one host ends and of the next begins."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from planner.exchange.reading.found import FoundStop
from planner.exchange.reading.lines import Passage, Text
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.organisations import Bodies

_PARTS = (
    ("morning", re.compile(r"上午|早上|早晨|清晨|一早|\bmorning\b|\bAM\b", re.I)),
    ("afternoon", re.compile(r"下午|午後|中午|\bafternoon\b|\bPM\b|\bnoon\b", re.I)),
    ("evening", re.compile(r"晚間|晚上|傍晚|當晚|夜間|\bevening\b|\bnight\b", re.I)),
)
_NEW_STOP = re.compile(
    r"(?<=，)(?=(?:再|續|接著|隨後|其後|之後)(?:轉往|轉赴|前往|赴|往|返|回|至|參訪|參觀|拜會))|"
    r"(?<=[。;!])(?=(?:[^，。]{0,6})?(?:上午|下午|晚間|晚上|傍晚|中午|午後|早上|"
    r"清晨|隨後|隨即|接著|接續|其後|之後|續往|續赴|再(?:前往|赴|轉)|轉往|轉赴|離開|"
    r"結束[^，。]{0,16}後|最後|午餐後|餐後))"
    r"|(?<=[.!]\s)(?=(?:In the (?:morning|afternoon|evening)|After (?:lunch|dinner)|"
    r"Then|Afterwards|Later|The group then|Next,|From there))"
)
_VISIT = re.compile(
    r"參訪|拜會|訪問|參觀|拜訪|前往|赴|抵達|造訪|考察|來到|走訪|觀摩|"
    r"於[^，。]{0,20}舉行|在[^，。]{0,20}舉行|出席|參加|visit|met (?:with|at)|"
    r"toured|received|hosted|travell?ed|went to|drove|flew|arriv|call(?:ed)? on|"
    r"meeting (?:with|at)|tour of",
    re.I,
)
_CITED = r"(?P<first>(?:\([^()]{0,16}\))?)"
_AND = re.compile(rf"{_CITED}(?:[、,，及與和暨\s]|以及|並|and|the|as well as)+")
_AND_THEN = re.compile(
    r"(?P<first>(?:[^。]*，)?)(?P<told>(?:並|及|最後|接著)?(?:於|在|前往|轉往|赴|參訪|參觀|拜會))"
)
_MEETING = re.compile("[^，。]{0,14}(?:座談|會談|晤談|會晤|參觀|參訪|交流|餐敘|簡報|討論)")
_TOGETHER = re.compile("(?:共同|聯合|合作|合辦|主辦|舉辦|合組|簽|之間|間|的|之|代表|人員|等)")
_NEAR = 16  # signs between the word of visiting and the first host


def stops_in(text: Text, passage: Passage, bodies: Bodies) -> list[FoundStop]:
    """What a passage tells, a stop for each host and each part of the day."""
    cuts = [(match.start(), match.start()) for match in _NEW_STOP.finditer(passage.key)]
    size = len(passage.key)
    edges = [(0, 0), *sorted({*cuts, *_other_hosts(passage, bodies)}), (size, size)]
    stops: list[FoundStop] = []
    for (_, start), (end, _) in pairwise(edges):
        piece = passage.part(start, end)
        if len(piece.key) < 2:
            continue
        host = _host(piece, bodies)
        part = next((name for name, pattern in _PARTS if pattern.search(piece.key[:30])), None)
        if stops and (host is None or host == stops[-1].host) and part is None:
            joined = stops[-1]
            stops[-1] = replace(joined, text=f"{joined.text}{piece.text}")
            continue
        stops.append(FoundStop(part, host, piece.text, text.span(piece), 0.8 if host else 0.6))
    return stops


def parts_carried(stops: Sequence[FoundStop]) -> list[FoundStop]:
    """A part of the day holds until another is named."""
    part: str | None = None
    carried = []
    for stop in stops:
        part = stop.part or part
        carried.append(replace(stop, part=part))
    return carried


def _other_hosts(passage: Passage, bodies: Bodies) -> Iterator[tuple[int, int]]:
    """Where what is told of one host ends and of the next begins: 參訪A及B，並於C座談."""
    is_visited = False
    for one, other in pairwise(bodies.inside(passage)):
        start, end = _spot(one, passage)
        then, behind = _spot(other, passage)
        between = passage.key[end:then]
        is_visited = is_visited or _is_goal(passage.key[:start])
        if not is_visited or bodies.whole(one.name) == bodies.whole(other.name):
            continue
        joint, later = _AND.fullmatch(between), _AND_THEN.fullmatch(between)
        if joint and not _TOGETHER.match(passage.key, behind):
            yield end + len(joint["first"]), then
        elif later and later["first"] and _MEETING.match(passage.key, behind):
            yield end + len(later["first"]), end + len(later["first"])
        is_visited = bool(joint or later)


def _spot(body: Mention, passage: Passage) -> tuple[int, int]:
    """From where to where it stands in a passage that may be a part of its own."""
    return bisect_left(passage.places, body.begins), bisect_right(passage.places, body.ends)


def _is_goal(ahead: str) -> bool:
    """Whether what comes now is visited: the last word of visiting stands near, and of nobody."""
    near = ahead[-_NEAR:]
    words = list(_VISIT.finditer(near))
    return bool(words) and not re.search("[由與和自。;，]", near[words[-1].end() :])


def _host(piece: Passage, bodies: Bodies) -> str | None:
    """The first body behind a word of visiting; else the first named in a heading."""
    mentions = bodies.inside(piece)
    if not mentions:
        return None
    base = piece.places[0]
    for match in _VISIT.finditer(piece.key):
        place = piece.places[min(match.start(), len(piece.places) - 1)]
        for mention in mentions:
            at = mention.passage.places[mention.start]
            if 0 <= at - place <= 40 and not _is_only_from(piece, at - base):
                return bodies.whole(mention.name)
    begins = mentions[0].begins - base <= 6 and not re.match("由|與|和", piece.key)
    return bodies.whole(mentions[0].name) if begins or len(piece.key) <= 60 else None


def _is_only_from(piece: Passage, at: int) -> bool:
    return bool(re.search("(?:離開|自)$", piece.key[max(0, at - 3) : at]))
