"""Promises: sentences that say what somebody will do, and who."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.figures import is_caption
from planner.exchange.reading.found import FoundPromise
from planner.exchange.reading.lines import Passage, Text
from planner.exchange.reading.organisations import Bodies
from planner.exchange.reading.people import People

_WILLING = (
    "願意|意願|樂意|樂於|承諾|允諾|答應|同意(?!書)|應允|約定|達成[^。，]{0,12}共識|"
    "表達[^。，]{0,16}(?:意願|期待|興趣)"
)
_WILL_DO = (
    "(?:後續|未來|日後)將|"
    "將(?:持續|進一步|儘速|於|與|邀請|安排|提供|派|寄|協助|共同|積極|再)|"
    "可(?:望|提供|協助)[^。]{0,12}(?:合作|樣品|資料)"
)
_WILL_MEET = (
    "期盼[^。]{0,20}(?:來訪|合作|交流)|歡迎[^。]{0,20}(?:來訪|前來|赴|到)|"
    "邀請[^。]{0,24}(?:來臺|訪臺|回訪|再訪|參加|赴)|回訪"
)
_IN_ENGLISH = (
    r"\b(?:agreed to|promised|willing(?:ness)? to|undertook to|offered to|ready to|pledged|"
    r"will (?:send|provide|host|visit|invite|share|follow|supply|prepare|draft|forward|arrange)|"
    r"committed (?:itself |himself |herself )?to|"
    r"expressed (?:interest|readiness|willingness)|"
    r"invited (?:us|the (?:delegation|group|team))|"
    r"looks? forward to (?:hosting|receiving|visiting))"
)
_PROMISE = re.compile("|".join((_WILLING, _WILL_DO, _WILL_MEET, _IN_ENGLISH)), re.IGNORECASE)
_WEAK_PROMISE = re.compile("未來將|將(?:於|與|持續|再|共同)|約定|同意")
_FUTURE_PARTY = re.compile(
    "雙方|對方|該院|該校|該所|該公司|該中心|院方|校方|所方|廠方|陸方|我方|本團|"
    "本會|院長|主任|所長|校長|教授|兩院|兩校|兩岸|表示|表達"
)
_BY = re.compile(
    r"雙方|兩岸雙方|兩校|兩院|三方|對方|該(?:院|校|所|公司|中心|單位|會|園區)|院方|"
    r"校方|所方|廠方|陸方|我方|本團|both (?:sides|parties|institutes)|"
    r"the (?:institute|university|company|host|ministry|hosts)",
    re.I,
)


def promises_of(
    text: Text, passages: Sequence[Passage], bodies: Bodies, people: People
) -> tuple[FoundPromise, ...]:
    """Sentences that say what somebody will do; offered, never stored unasked."""
    found = []
    for passage in passages:
        for start, end in _sentences(passage.key):
            sentence = passage.key[start:end]
            match = _PROMISE.search(sentence)
            if match is None or is_caption(sentence) or len(sentence) < 8:
                continue
            weak = bool(_WEAK_PROMISE.match(match[0]))
            if weak and not _FUTURE_PARTY.search(sentence):
                continue
            piece = passage.part(start, end)
            by = _promiser(piece, match.start(), bodies, people)
            found.append(FoundPromise(piece.text, by, text.span(piece), 0.6 if weak else 0.8))
    return tuple(found)


def _sentences(key: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in re.finditer(r"[。;!](?![」』])|\.\s(?=[A-Z])", key):
        yield start, match.end()
        start = match.end()
    if start < len(key):
        yield start, len(key)


def _promiser(piece: Passage, before: int, bodies: Bodies, people: People) -> str | None:
    head = piece.key[:before]
    if match := _BY.search(piece.key):
        return piece.text[match.start() : match.end()]
    named = [
        (head.rfind(person.name), person.name) for person in people.found if person.name in head
    ]
    if named:
        return max(named)[1]
    mentions = bodies.inside(piece)
    return bodies.whole(mentions[0].name) if mentions else None
