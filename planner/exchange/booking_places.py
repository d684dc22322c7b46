"""From where to where a ticket says that a journey goes, and whose clocks it means."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from planner.exchange.airports import CITIES, TRAIN_ZONES, ZONES
from planner.exchange.booking_days import after_clock, before_clock, clocks_in, without_days
from planner.exchange.booking_marks import Booking

FROM = re.compile(
    r"(?:出發|出发|開車|发车|發車|起飛|起飞|啟程|起程|起站|啟站|depart(?:ure|ing|s)?|\bdep\b\.?|\bfrom|origin|"
    r"\bab\b(?=\s*\d))"
    r"(?:地點|地|站|機場|時間|城市| city| airport| station| time)?\s?[:：/]?",
    re.IGNORECASE,
)
TO = re.compile(
    r"(?:抵達|抵达|到達|到达|迄站|到站|訖站|目的地|arriv(?:al|e|ing|es)?|\barr\b\.?|\bto\b|"
    r"destination|\ban\b(?=\s*\d))"
    r"(?:地點|地|站|機場|時間|城市| city| airport| station| time)?\s?[:：/]?",
    re.IGNORECASE,
)
_ARROW = re.compile(r"(?P<one>[^→>]{2,60}?)\s*(?:→|->|=>|(?<= )>(?= ))\s*(?P<other>[^→>]{2,60})")
_CODED = re.compile(
    r"(?P<one>[^()\-–—]{0,30}\([A-Z]{3}\))\s*(?:-|–|—|to|至)\s*(?P<other>[^()\-–—]{0,30}\([A-Z]{3}\))"
)
_DASHED = re.compile(r"(?P<one>[A-Z][A-Za-z.' ]{2,40}?) [-–—] (?P<other>[A-Z][A-Za-z.' ]{2,40})")
_JOINED = re.compile(r"\b(?P<one>[A-Z]{3})(?P<other>[A-Z]{3})\b")
_PAIR = re.compile(
    r"(?P<one>\b[A-Z]{3}\b|[\u4e00-\u9fff]{2,8})\s*(?:→|->|=>|–|—|-|~|至|往|/|\s)\s*"
    r"(?P<other>\b[A-Z]{3}\b|[\u4e00-\u9fff]{2,8})"
)
_CODE = re.compile(r"\b[A-Z]{3}\b")
_CLUTTER = re.compile(
    r"第?\s?[一二三\d]\s?(?:航廈|航站)|\bterminal\s?\w{1,2}\b|\bT\d\b|[(（]?(?:星期|週|周)[一二三四五六日][)）]?|"
    r"【[^】]{0,12}】|[(（][一二三四五六日][)）]|\([\s.]*\)|"
    r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\b(?:time|date|city|airport|station)\b|時間|日期|"
    r"[+＋]1|(?:^|\s)h\s|去程|回程|往程|返程|(?:新|原|變更後)的?(?:航班|班機|班次|車次)|\b(?:dep|arr|ab|an)\b\.?(?=\s*(?:\d|\)|$))",
    re.IGNORECASE,
)
_SERVICE = re.compile(r"\b(?:train|flight|bus|platform|gleis|coach)\b|[,(]|月台|車次|列車", re.I)
_ROUND = " \t:：,，;；/|-–—.。"


def places_of(booking: Booking, lines: Sequence[str]) -> tuple[str, str]:
    """The first way of telling both that fits: arrows, a line for each, labels, words side by side.

    What stands from the number of the journey on is asked before what stands above it.
    """
    below = [line for line in booking.below if line in lines]
    return (
        next(_pairs(booking, below, (_ARROW, _CODED, _JOINED), _are_places), None)
        or next(_pairs(booking, below, (_DASHED,), _are_timed), None)
        or next(_pairs(booking, below[:1], (_PAIR,), _are_timed), None)
        or _a_line_each(booking, below)
        or _labelled(lines)
        or next(_pairs(booking, (*below, *lines), (_PAIR,), _are_places), None)
        or (_after_label(lines, FROM), _after_label(lines, TO))
    )


def zone_of(place: str, service: str, home_zone: str) -> str:
    """By the airport, the city, or the railway; else that of the plan."""
    codes = (ZONES[code] for code in _CODE.findall(place) if code in ZONES)
    cities = (zone for city, zone in CITIES.items() if city in place)
    trains = (zone for words, zone in TRAIN_ZONES if words.match(service))
    return (*codes, *cities, *trains, home_zone)[0]


def tidy(text: str) -> str:
    bare = " ".join(text.strip(_ROUND).split())
    for opening, closing in ("()", "（）"):
        if bare.count(opening) != bare.count(closing):
            bare = bare.strip(opening + closing)
    return bare.strip(_ROUND)[:120]


Fits = Callable[[str, str, str], bool]


def _pairs(
    booking: Booking, lines: Iterable[str], patterns: Sequence[re.Pattern[str]], fits: Fits
) -> Iterator[tuple[str, str]]:
    """Two places in one line, where they fit it."""
    for line in map(booking.without_number, lines):
        bare = _bare(line)
        for pattern in patterns:
            for match in pattern.finditer(bare):
                one, other = tidy(match["one"]), tidy(match["other"])
                if fits(one, other, line):
                    yield one, other


def _a_line_each(booking: Booking, lines: Sequence[str]) -> tuple[str, str] | None:
    """The words before the clock time, on two lines that have one each."""
    told: list[str] = []
    for line in map(booking.without_number, lines):
        if len(list(clocks_in(line))) == 1:
            before = before_clock(line) or _till_service(after_clock(line))
            place = tidy(_unlabelled(_bare(before)))
            if _is_place(place) and place not in told:
                told.append(place)
    return (told[0], told[1]) if len(told) > 1 else None


def _till_service(text: str) -> str:
    """`Uppholm Central Train (Snabbtåg), coach 3` tells the station first."""
    return _SERVICE.split(text, maxsplit=1)[0]


def _labelled(lines: Sequence[str]) -> tuple[str, str] | None:
    told = _after_label(lines, FROM), _after_label(lines, TO)
    return told if all(told) else None


def _after_label(lines: Sequence[str], label: re.Pattern[str]) -> str:
    """What stands behind the label, or on the line below it where nothing does."""
    for at, line in enumerate(lines):
        match = label.search(line)
        if match is None:
            continue
        other = TO if label is FROM else FROM
        rest = line[match.end() :]
        if cut := other.search(rest):
            rest = rest[: cut.start()]
        for told in (rest, lines[at + 1] if at + 1 < len(lines) else ""):
            place = tidy(_bare(label.sub(" ", told)))
            if _is_place(place):
                return place
    return ""


def _bare(line: str) -> str:
    """Without its day and its time."""
    return _CLUTTER.sub(" ", _CLUTTER.sub(" ", without_days(line)))


def _unlabelled(text: str) -> str:
    return TO.sub(" ", FROM.sub(" ", text))


def _is_place(text: str) -> bool:
    return bool(re.search(r"[A-Z]{3}|[A-Za-z]{3,}|[\u4e00-\u9fff]{2}", text))


def _are_places(one: str, other: str, line: str = "") -> bool:
    """Three capitals stand for an airport only where there is one of that code."""
    codes = [text for text in (one, other) if _CODE.fullmatch(text)]
    return _is_place(one) and _is_place(other) and all(code in ZONES for code in codes)


def _are_timed(one: str, other: str, line: str) -> bool:
    """Words with a dash between are places where a time stands among them."""
    return any(clocks_in(line)) and _are_places(one, other)
