"""Where in a confirmation a flight, a train or a night begins, and its reference."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planner.domain.stop import StopKind
from planner.exchange.airports import AIRLINES, ZONES
from planner.exchange.booking_days import clocks_in, joined_columns
from planner.exchange.booking_tables import rows_in

LONGEST = 40_000  # characters; reports are longer, and are read by another reader
_REACH = 14  # lines after the one that begins a booking
_ABOVE = 5
_LABELLED_FLIGHT = re.compile(
    r"(?:航班|班機|班次|flight)(?:\s?(?:號碼|編號|号|no\.?|number))?(?:\s?/?\s?flight(?: no\.?)?)?"
    r"\s*[:：]?\s*(?P<line>[A-Z][A-Z0-9]|\d[A-Z])\s?-?(?P<number>\d{1,4})\b",
    re.IGNORECASE,
)
_ANY_FLIGHT = re.compile(rf"\b(?P<line>{'|'.join(sorted(AIRLINES))})\s?-?(?P<number>\d{{2,4}})\b")
_LIKE_A_FLIGHT = re.compile(r"\b(?P<line>[A-Z]{2}|[A-Z]\d|\d[A-Z])\s?-?(?P<number>\d{2,4})\b")
_FIRST_ON_ITS_LINE = re.compile(r"\W*(?:\d{1,2}[. ]+)?")
NAMED_TRAINS = (
    "ICE|IC|EC|RJX?|NJ|TGV|KTX|SRT|Eurostar|Thalys|Hayabusa|Nozomi|Hikari|Kodama|Sakura|Mizuho|"
    "Tsubame|Komachi|Yamabiko|Hakutaka|Kagayaki|Thunderbird|Haruka"
)
_TRAINS = (
    re.compile(
        r"(?:車次|车次|列車|train)(?:\s?(?:號碼|no\.?|number))?(?:\s?/?\s?train(?: no\.?)?)?"
        r"\s*[:：]?\s*(?P<number>(?:[A-Z][a-z]{2,12} )?[A-Z]{0,2}\d{1,4})\b",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<number>(?:{NAMED_TRAINS}) ?\d{{1,4}})\b"),
    re.compile(r"(?<![A-Z0-9])(?P<number>[GDCZTKYS]\d{1,4}) ?次"),
    re.compile(
        r"(?P<number>(?:太魯閣|普悠瑪|自強|莒光|のぞみ|ひかり|こだま|はやぶさ|さくら)[號号]?"
        r" ?\d{1,4}) ?[次號号]?"
    ),
)
STAY = re.compile(r"入住(?:日期|時間|时间|日)?|住宿日期|check-?\s?in\b|arrival date", re.IGNORECASE)
LEAVING = re.compile(
    r"(?:退房|離店|离店)(?:日期|時間|时间|日)?|check-?\s?out\b|departure date|^departure\s*:",
    re.I | re.M,
)
_ARRIVAL = re.compile(r"^arrival\s*:", re.IGNORECASE)
_OF_HOTELS = re.compile(r"\bhotel\b|\brooms?\b|\bnights?\b|property|飯店|酒店|旅館", re.IGNORECASE)
_REFERENCE = re.compile(
    r"(?i:訂位|訂房|電腦|訂票|預訂|預約|訂單|確認|取票|订单|订票|预订|确认|auftrag|buchung|"
    r"booking|order(?= (?:number|no\b|id\b|ref))|confirmation|reservation|pnr|record)"
    r"(?i:\s?(?:電腦)?(?:代號|代碼|編號|號碼|序號|号码?|编号|s?nummer|"
    r"reference|number|code|no\.?|id|locator))?"
    r"(?i:[\s/a-z.]*?)"
    r"(?:[:#]{1,2}\s*(?P<code>[A-Z0-9-]{5,14})|\s(?P<bare>(?=[A-Z]*\d)[A-Z0-9]{5,14}))\b"
)
NOT_THE_TIME = re.compile(
    r"登機|報到|開櫃|關櫃|列印|開票|付款|截止|boarding|check-in (?:counter|closes|opens)|issued?\b|"
    r"printed|paid|deadline|baggage|行李|duration|飛行時間|行車時間|歷時|"
    r"期限|退票|改期|免費取消|refund|cancellation|before",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Booking:
    """One flight, train or night: the lines above the one it begins on, and those from there.

    `number` is that of the line it begins on.
    """

    kind: StopKind
    number: int
    above: Sequence[str]
    below: Sequence[str]
    service: str = ""

    def without_number(self, line: str) -> str:
        """The number of a flight may look like a clock time."""
        parts = map(re.escape, self.service.split())
        return re.sub(r"\s?-?".join(parts), " ", line) if self.service else line

    @property
    def lines(self) -> Sequence[str]:
        return (*self.above, *self.below)


def is_booking(text: str) -> bool:
    """Whether a text reads as a ticket or confirmation: short, with a reference and a journey."""
    if len(text) > LONGEST or not reference_in([unicodedata.normalize("NFKC", text)]):
        return False
    return any(True for _ in bookings_in(plain_lines(text)))


def reference_in(lines: Sequence[str]) -> str:
    """The code that the first of the lines gives that gives one."""
    matches = filter(None, map(_REFERENCE.search, lines))
    return next((match["code"] or match["bare"] for match in matches), "")


def plain_lines(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text)
    lines = [" ".join(line.split()) for line in re.split(r"\r\n|[\n\r\f]", plain)]
    return joined_columns(lines)


def bookings_in(lines: Sequence[str]) -> Iterator[Booking]:
    rows = {row.number: row for row in rows_in(lines)}
    for number, row in rows.items():
        yield Booking(row.kind, number, (), (row.line,), row.service)
    lines = ["" if at in rows else line for at, line in enumerate(lines, 1)]
    marked = list(_journeys(lines)) or list(_arrivals(lines))
    over = 0
    for place, (at, kind, service) in enumerate(marked):
        after = marked[place + 1][0] if place + 1 < len(marked) else len(lines)
        first, last = max(over, at - _ABOVE), min(after, at + _REACH)
        yield Booking(kind, at + 1, lines[first:at], lines[at:last], service)
        timed = (n for n in range(last - 1, at - 1, -1) if any(clocks_in(lines[n])))
        over = next(timed, at) + 1


def _journeys(lines: Sequence[str]) -> Iterator[tuple[int, StopKind, str]]:
    """The lines that journeys and nights begin on, each once."""
    stayed = -_REACH
    for at, line in enumerate(lines):
        if flight := _flight(line):
            yield at, StopKind.FLIGHT, f"{flight['line'].upper()} {flight['number']}"
        elif train := next(filter(None, (words.search(line) for words in _TRAINS)), None):
            yield at, StopKind.TRAIN, train["number"]
        elif STAY.search(line) and at - stayed > 3 and not NOT_THE_TIME.search(line):
            stayed = at
            yield at, StopKind.LODGING, ""


def _flight(line: str) -> re.Match[str] | None:
    """A number behind its label, first on the line, or on a line with two airports."""
    if labelled := _LABELLED_FLIGHT.search(line):
        return labelled
    is_route = len({code for code in re.findall(r"\b[A-Z]{3}\b", line) if code in ZONES}) > 1
    for match in _ANY_FLIGHT.finditer(line):
        if is_route or _FIRST_ON_ITS_LINE.fullmatch(line[: match.start()]):
            return match
    # of an airline that is not known, between two airports that are
    return _LIKE_A_FLIGHT.search(line) if is_route and any(clocks_in(line)) else None


def _arrivals(lines: Sequence[str]) -> Iterator[tuple[int, StopKind, str]]:
    """Of hotels that only say arrival and departure, as journeys do."""
    if any(map(_OF_HOTELS.search, lines)):
        for at, line in enumerate(lines):
            if _ARRIVAL.match(line):
                yield at, StopKind.LODGING, ""
