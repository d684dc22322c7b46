"""One line read as a stop: `8/18 14:00 拜會 內蒙古師範大學 特古斯`, `CI511 TPE-HET 08:25 +1`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from types import MappingProxyType

from planner.domain.dates import parse_day
from planner.domain.stop import StopKind
from planner.domain.values import Moment, PartOfDay


@dataclass(frozen=True)
class Period:
    """The days a line may mean, and the zone its clock times are in."""

    starts_on: date
    ends_on: date
    zone: str

    def year_of(self, month: int, day: int) -> int:
        """The year in which such a day lies within the period; its first where none does."""
        for year in range(self.starts_on.year, self.ends_on.year + 1):
            try:
                if self.starts_on <= date(year, month, day) <= self.ends_on:
                    return year
            except ValueError:
                continue
        return self.starts_on.year


@dataclass(frozen=True)
class QuickStop:
    """What a line says. `host` and `people` are names, not yet records."""

    stop_kind: StopKind
    starts: Moment
    ends: Moment | None = None
    title: str = ""
    host: str = ""
    people: tuple[str, ...] = ()
    from_place: str = ""
    place: str = ""
    service: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing tells it from any other stop of its kind."""
        return not (self.title or self.host or self.from_place or self.place or self.service)


_KINDS: Mapping[str, StopKind] = MappingProxyType(
    {
        word: kind
        for kind, words in {
            StopKind.FLIGHT: "搭機 班機 飛機 飛往 flight fly",
            StopKind.TRAIN: "火車 高鐵 動車 列車 train",
            StopKind.CAR: "乘車 搭車 巴士 專車 car bus drive",
            StopKind.BOAT: "搭船 渡輪 boat ferry",
            StopKind.WALK: "步行 走路 walk",
            StopKind.VISIT: "拜會 參訪 拜訪 參觀 訪問 visit",
            StopKind.SEMINAR: "研討會 論壇 seminar symposium",
            StopKind.MEETING: "座談 會談 會議 洽談 meeting meet",
            StopKind.MEAL: "早餐 午餐 晚餐 午宴 晚宴 餐敘 用餐 breakfast lunch dinner meal",
            StopKind.CEREMONY: "典禮 簽約 簽署 開幕 閉幕 ceremony signing",
            StopKind.LODGING: "住宿 旅館 飯店 入住 lodging hotel stay",
            StopKind.FREE: "自由活動 空檔 休息 free rest",
        }.items()
        for word in words.split()
    }
)
_SPEAKING = frozenset({StopKind.MEAL, StopKind.CEREMONY, StopKind.SEMINAR})
"""Kinds whose word says more than the kind, so that it stays as the title."""
_HOSTED = frozenset({StopKind.VISIT, StopKind.MEETING, StopKind.SEMINAR, StopKind.CEREMONY})

_PARTS: Mapping[str, PartOfDay] = MappingProxyType(
    {
        word: part
        for part, words in {
            PartOfDay.MORNING: "上午 早上 morning",
            PartOfDay.AFTERNOON: "下午 中午 afternoon",
            PartOfDay.EVENING: "晚上 晚間 傍晚 evening",
        }.items()
        for word in words.split()
    }
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

_DAY = re.compile(
    r"(?:民國|西元)?[0-9]{1,4}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,2})?(?![0-9:])"
    r"|(?:[0-9〇零一二三四五六七八九十百]{1,6}年)?[0-9一二三四五六七八九十]{1,3}月"
    r"[0-9一二三四五六七八九十廿卅]{1,3}[日號]"
)
_ENGLISH_DAY = re.compile(rf"(\d{{1,2}})\s+({'|'.join(_MONTHS)})[a-z]*\.?\b", re.IGNORECASE)
_CLOCK = r"([01]?[0-9]|2[0-3])(?:[:：]([0-5][0-9])|[點時](半|[0-5]?[0-9]分?)?)"
_TIMES = re.compile(
    rf"({'|'.join(_PARTS)})?\s*(?<![0-9]){_CLOCK}(?:\s*[-–~～至到]\s*{_CLOCK})?"
    r"(?:\s*\+([1-9])(?![0-9]))?",
    re.IGNORECASE,
)
_PART = re.compile("|".join(_PARTS), re.IGNORECASE)
_LATER = re.compile(r"(?<!\S)\+([1-9])(?!\S)")
_WAY = re.compile(r"(\S+?)\s*(?:→|->|⇒)\s*(\S+)|\b([A-Z]{3})\s*[-–]\s*([A-Z]{3})\b")
_SERVICE = re.compile(r"\b(?:[A-Z]{2}|[A-Z][0-9]|[0-9][A-Z])\s?[0-9]{2,4}\b|\b[GDCKTZ][0-9]{1,4}\b")
_TRAIN = re.compile(r"[GDCKTZ][0-9]{1,4}")
_QUOTED = re.compile(r"[\"“「]([^\"”」]+)[\"”」]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SPACES = re.compile(r"\s+")


class Unreadable(ValueError):
    """It names a day or a time that is none."""


def read_line(line: str, period: Period, day: date) -> QuickStop:
    """What a person meant; `day` is where the stop goes if the line names none."""
    rest = _Rest(_SPACES.sub(" ", line.replace("，", ",").strip()))
    found_day = _read_day(rest, period) or day
    way, service = rest.take(_WAY), rest.take(_SERVICE)
    starts, ends = _read_times(rest, found_day, period.zone)
    kind, word = _read_kind(rest, has_way=way is not None, service=service)
    stop = QuickStop(kind, starts, ends, service=service[0] if service else "")
    if way is not None:
        stop = replace(stop, from_place=way[1] or way[3], place=way[2] or way[4])
    return _with_names(stop, word, rest.names())


def read_day(written: str, period: Period) -> date:
    """A day alone, with or without its weekday: 8/18, 104/8/18, 18 Aug, 8/18 週二."""
    day = _read_day(_Rest(written.strip()), period)
    if day is None:
        raise Unreadable(written)
    return day


def read_times(written: str, day: date, zone: str) -> tuple[Moment, Moment | None]:
    """A time alone: 14:00, 14:00-15:30, 下午; nothing says that only the day is known."""
    rest = _Rest(written.strip())
    times = _read_times(rest, day, zone)
    if rest.line:
        raise Unreadable(written)
    return times


class _Rest:
    """What of the line is still to be read."""

    def __init__(self, line: str) -> None:
        self.line = line

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.search(self.line)
        if match is not None:
            self.line = f"{self.line[: match.start()]} {self.line[match.end() :]}".strip()
        return match

    def names(self) -> list[str]:
        """In quotes whole; parted by commas; by spaces where they are Chinese."""
        quoted = _QUOTED.findall(self.line)
        bare = _QUOTED.sub(" ", self.line).strip(" ,、")
        if "," in bare or "、" in bare:
            parted = re.split(r"[,、]", bare)
        elif _HAN.search(bare):
            parted = bare.split(" ")
        else:
            parted = [bare]
        return [name.strip() for name in (*quoted, *parted) if name.strip()]


def _read_day(rest: _Rest, period: Period) -> date | None:
    if match := rest.take(_ENGLISH_DAY):
        month, number = _MONTHS.index(match[2][:3].lower()) + 1, int(match[1])
        written = f"{period.year_of(month, number)}-{month}-{number}"
    elif match := rest.take(_DAY):
        written = match[0]
    else:
        return None
    year = period.starts_on.year
    try:
        bare = parse_day(written, year=year)
        # a day without year is the one within the period
        return parse_day(written, year=period.year_of(bare.month, bare.day))
    except ValueError as error:
        raise Unreadable(written) from error


def _read_times(rest: _Rest, day: date, zone: str) -> tuple[Moment, Moment | None]:
    match = rest.take(_TIMES)
    if match is None:
        alone = rest.take(_PART)
        return Moment(day=day, part=_PARTS[alone[0].lower()] if alone else None), None
    part = _PARTS[match[1].lower()] if match[1] else None
    start = _clock(match[2], match[3], match[4], part)
    starts = Moment(day=day, clock=start, zone=zone)
    later = match[8] or (found[1] if (found := rest.take(_LATER)) else None)
    if match[5] is None:
        # +1 without an end says that it lasts until that day
        return starts, Moment(day=day + timedelta(days=int(later))) if later else None
    end = _clock(match[5], match[6], match[7], part)
    days = int(later) if later else int(end < start)
    return starts, Moment(day=day + timedelta(days=days), clock=end, zone=zone)


def _clock(hours: str, minutes: str | None, spoken: str | None, part: PartOfDay | None) -> time:
    hour = int(hours)
    if part in (PartOfDay.AFTERNOON, PartOfDay.EVENING) and hour < 12:
        hour += 12
    if spoken == "半":
        return time(hour, 30)
    return time(hour, int(minutes or (spoken or "0").rstrip("分")))


def _read_kind(
    rest: _Rest, *, has_way: bool, service: re.Match[str] | None
) -> tuple[StopKind, str]:
    """The kind, and the word that said so."""
    words = sorted(_KINDS, key=len, reverse=True)
    for first in (True, False):
        for word in words:
            # Latin words stand alone; Chinese ones may be joined to what follows
            before = "^" if first else r"(?<![^\s])"
            after = r"\b" if word.isascii() else ""
            if match := rest.take(re.compile(before + word + after, re.IGNORECASE)):
                return _KINDS[word], match[0]
    if service is not None:
        is_train = _TRAIN.fullmatch(service[0]) is not None
        return (StopKind.TRAIN if is_train else StopKind.FLIGHT), ""
    return (StopKind.CAR if has_way else StopKind.VISIT), ""


def _with_names(stop: QuickStop, word: str, names: list[str]) -> QuickStop:
    kind = stop.stop_kind
    if kind.is_leg:
        place = stop.place or (names[0] if names else "")
        return replace(stop, place=place)
    if kind in _HOSTED and names:
        title = word if kind in _SPEAKING else ""
        return replace(stop, title=title, host=names[0], people=tuple(names[1:]))
    place = names[0] if names else ""
    if kind is StopKind.LODGING:
        return replace(stop, place=place)
    title = word if kind in _SPEAKING or not names else ""
    if kind is StopKind.FREE:
        return replace(stop, title=" ".join(names) or word)
    return replace(stop, title=title, place=place, people=tuple(names[1:]))
