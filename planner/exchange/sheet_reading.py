"""Member lists and itineraries as offices keep them in Excel or CSV, into records."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from openpyxl.utils import get_column_letter
from pydantic_core import PydanticCustomError

from planner.domain.dates import parse_day
from planner.domain.delegation import Delegation, Member, Role
from planner.domain.errors import InvalidInput, Problem, UnreadableFile
from planner.domain.organisation import Organisation
from planner.domain.person import Person, Post
from planner.domain.stop import StopKind, StopStatus
from planner.domain.values import ContactKind, Moment, PartOfDay
from planner.exchange.bookings import kind_of, line_of, stop_found
from planner.exchange.sheet_columns import Layout, Subject, layout
from planner.exchange.sheet_grids import Grid, Value, grids
from planner.exchange.staged import Found, LeftOut, ReadFile

_ROLES: Mapping[Role, re.Pattern[str]] = {
    Role.DEPUTY: re.compile("副團長|副領隊|deputy|vice", re.I),
    Role.LEADER: re.compile("團長|領隊|leader|head", re.I),
    Role.SECRETARY: re.compile("秘書|祕書|secretary", re.I),
    Role.SPEAKER: re.compile("發表人|講者|講員|主講|speaker|lecturer", re.I),
    Role.INTERPRETER: re.compile("翻譯|口譯|通譯|interpreter", re.I),
    Role.OBSERVER: re.compile("觀察員|observer", re.I),
    Role.MEMBER: re.compile("團員|成員|隨員|member|delegate", re.I),
}
_KIND_WORDS: Mapping[str, StopKind] = {
    "搭機": StopKind.FLIGHT,
    "火車": StopKind.TRAIN,
    "乘車": StopKind.CAR,
    "搭船": StopKind.BOAT,
    "步行": StopKind.WALK,
    "參訪": StopKind.VISIT,
    "研討會": StopKind.SEMINAR,
    "座談": StopKind.MEETING,
    "餐敘": StopKind.MEAL,
    "典禮": StopKind.CEREMONY,
    "住宿": StopKind.LODGING,
    "自由活動": StopKind.FREE,
    "free time": StopKind.FREE,
} | {kind.value: kind for kind in StopKind}
_STATUS_WORDS: Mapping[str, StopStatus] = {
    "構想": StopStatus.IDEA,
    "已洽詢": StopStatus.ASKED,
    "已確認": StopStatus.CONFIRMED,
    "已辦理": StopStatus.HELD,
    "已取消": StopStatus.DROPPED,
} | {status.value: status for status in StopStatus}
_PARTS = (
    (PartOfDay.MORNING, re.compile(r"上午|早上|清晨|\ba\.?m\.?\b|morning", re.I)),
    (PartOfDay.AFTERNOON, re.compile(r"下午|午後|\bp\.?m\.?\b|afternoon", re.I)),
    (PartOfDay.EVENING, re.compile(r"晚上|晚間|夜間|傍晚|evening|night", re.I)),
)
_CLOCK = re.compile(
    r"(?P<part>上午|早上|下午|午後|中午|晚上|晚間)?\s*(?P<hour>\d{1,2})\s*(?:[:：時点點]\s*(?P<minute>\d{2})?分?)"
    r"(?:[:：](?P<second>\d{2}))?\s*(?P<half>[ap]\.?m\.?)?",
    re.I,
)
_AROUND_DAY = re.compile(
    r"[(（〔][^)）〕]*[)）〕]|第[一二三四五六七八九十\d]+[天日]|\bday\s*\d+\b|"
    r"(?:星期|週|周|禮拜)[一二三四五六日天]|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b\.?,?",
    re.I,
)
_TOTALS = re.compile(r"^(?:合計|總計|小計|共計|total)", re.I)
_HAN_BLANK = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_POINTS = {
    "phone": ContactKind.PHONE,
    "mobile": ContactKind.MOBILE,
    "email": ContactKind.EMAIL,
}
_OF_PERSON = ("name_latin", "name_simplified", "name_native", "reading", "honorific")
_OF_MEMBER = ("unit", "grade", "passport_name", "visa", "diet", "insurance")
_OF_BODY = ("name_simplified", "name_latin", "name_native", "city", "address", "web", "notes")


def read_sheets(
    content: bytes, name: str, delegation: Delegation | None, home_zone: str
) -> ReadFile:
    """What the tables of a file tell. Raises UnreadableFile where none reads as one we know."""
    found: list[Found] = []
    left_out: list[LeftOut] = []
    is_table = False
    for grid in grids(content, name):
        plan = layout(grid)
        if plan is None:
            continue
        is_table = True
        if delegation is None and plan.subject is Subject.ITINERARY:
            raise UnreadableFile("import_file.needs_delegation", name=name)
        reader = _Reader(grid, plan, delegation, home_zone)
        for index in range(plan.first, len(grid.rows)):
            try:
                found += (replace(each, sheet=grid.title) for each in reader.row(index))
            except InvalidInput as error:
                left_out.append(_left_out(error.problems[0], grid, plan, index))
    if not is_table:
        raise UnreadableFile("sheet.no_table", name=name)
    return ReadFile(name, tuple(found), tuple(left_out))


def _left_out(problem: Problem, grid: Grid, plan: Layout, index: int) -> LeftOut:
    """The cell that is wrong by its letter, where one is; else what the field is called."""
    at = plan.columns.get(problem.field.split(".")[0])
    if at is None:
        return LeftOut(grid.line(index), problem, grid.title)
    bare = replace(problem, field="")
    return LeftOut(grid.line(index), bare, grid.title, get_column_letter(at + 1))


class _Reader:
    """Reads the rows of one table in their order; a day holds until the next is named."""

    def __init__(
        self, grid: Grid, plan: Layout, delegation: Delegation | None, home_zone: str
    ) -> None:
        self._grid = grid
        self._plan = plan
        self._delegation = delegation
        self._home_zone = home_zone
        self._day: date | None = None
        self._row: tuple[Value, ...] = ()
        self._line = 0

    def row(self, index: int) -> list[Found]:
        self._row, self._line = self._grid.rows[index], self._grid.line(index)
        told = [cell for cell in self._row if cell is not None]
        if not told or (isinstance(told[0], str) and _TOTALS.match(told[0])):
            return []
        match self._plan.subject:
            case Subject.ITINERARY:
                return list(self._stops(told))
            case Subject.ORGANISATIONS:
                return [self._organisation()]
        return list(self._people())

    # People

    def _people(self) -> Iterator[Found]:
        name = _HAN_BLANK.sub("", self._text("name"))
        if not name:
            raise InvalidInput("member", [Problem("name", "sheet.no_name", {})])
        body = self._body()
        if body is not None:
            yield body
        person = self._person(name)
        yield person
        body_id = body.record.id if body else None
        title = self._text("post_title")
        if title and self._delegation is None:  # else the member holds it, as of that time
            key = uuid5(person.record.id, f"post {title} {body_id}")
            post = {"person_id": person.record.id, "organisation_id": body_id, "title": title}
            yield Found(Post.checked({"id": key, **post}), frozenset(post), self._line)
        if self._delegation is not None and self._plan.subject is Subject.MEMBERS:
            yield self._member(self._delegation, person.record.id, body_id, title)

    def _person(self, name: str) -> Found:
        values: dict[str, Any] = {"name": name}
        values |= {field: text for field in _OF_PERSON if (text := self._text(field))}
        points = [
            {"kind": kind, "value": each.strip()}
            for field, kind in _POINTS.items()
            for each in re.split(r"[;；、\n]", self._text(field))
            if each.strip()
        ]
        if points:
            values["contacts"] = points
        is_own = self._plan.subject is Subject.PEOPLE
        key = (self._key() if is_own else None) or uuid5(NAMESPACE_URL, f"person:{name}")
        return Found(Person.checked({"id": key, **values}), frozenset(values), self._line)

    def _body(self) -> Found | None:
        name = self._text("body")
        if not name:
            return None
        key = uuid5(NAMESPACE_URL, f"body:{name}")
        record = Organisation.checked({"id": key, "name": name})
        return Found(record, frozenset({"name"}), self._line)

    def _member(self, delegation: Delegation, person: UUID, body: UUID | None, title: str) -> Found:
        values: dict[str, Any] = {"person_id": person, "body_id": body, "post_title": title}
        values |= {field: self._text(field) for field in _OF_MEMBER}
        written = self._text("role") or (title if _ROLES[Role.LEADER].search(title) else "")
        values["role"] = next((r for r, words in _ROLES.items() if words.search(written)), None)
        for field in ("passport_expires_on", "visa_expires_on"):
            if self._cell(field) is not None:
                values[field] = self._day_of(field)
        told = {name: value for name, value in values.items() if value not in ("", None)}
        key = self._key() or uuid5(delegation.id, f"member:{person}")
        # the order of the list is the order of the delegation
        precedence = min(self._line - self._grid.line(self._plan.first), 99_999)
        record = Member.checked(
            {"id": key, "delegation_id": delegation.id, "precedence": precedence, **told}
        )
        return Found(record, frozenset(told), self._line)

    def _organisation(self) -> Found:
        name = self._text("name")
        if not name:
            raise InvalidInput("organisation", [Problem("name", "sheet.no_name", {})])
        values: dict[str, Any] = {"name": name}
        values |= {field: text for field in _OF_BODY if (text := self._text(field))}
        key = self._key() or uuid5(NAMESPACE_URL, f"body:{name}")
        return Found(Organisation.checked({"id": key, **values}), frozenset(values), self._line)

    # Days

    def _stops(self, told: Sequence[Value]) -> Iterator[Found]:
        if self._delegation is None:
            return
        if self._cell("day") is not None:
            self._day = self._day_of("day")
        if len(set(told)) == 1 and self._day_in(told[0]):
            return  # a bar over the table that only names the day
        title, place, host = (self._text(each) for each in ("title", "place", "host"))
        if not (title or place or host):
            if lodging := self._text("lodging"):
                yield self._night(self._delegation, lodging)
                return
            raise InvalidInput("stop", [Problem("title", "sheet.no_what", {})])
        if self._day is None:
            raise InvalidInput("stop", [Problem("day", "sheet.day_missing", {})])
        starts, ends = self._span(self._day)
        values: dict[str, Any] = {
            "title": title or host,
            "starts": starts,
            "ends": ends,
            "place": place,
            "narrative": self._text("narrative"),
            "stop_kind": self._kind(title or host or place),
        }
        for field in ("from_place", "service", "booking_reference", "dress"):
            values[field] = self._text(field)
        status = _STATUS_WORDS.get(self._text("status").casefold())
        if status is not None:
            values["status"] = status
        if host:
            key_of_host = uuid5(NAMESPACE_URL, f"body:{line_of(host)}")
            body = Organisation.checked({"id": key_of_host, "name": line_of(host)})
            yield Found(body, frozenset({"name"}), self._line)
            values["host_id"] = body.id
        key = self._key() or f"{starts} {title or host or place}"
        yield stop_found(self._delegation, key, self._line, values)
        if lodging := self._text("lodging"):
            yield self._night(self._delegation, lodging)

    def _night(self, delegation: Delegation, lodging: str) -> Found:
        if self._day is None:
            raise InvalidInput("stop", [Problem("day", "sheet.day_missing", {})])
        starts = Moment(day=self._day, part=PartOfDay.EVENING)
        values = {"stop_kind": StopKind.LODGING, "title": lodging, "starts": starts}
        return stop_found(delegation, f"night {self._day} {lodging}", self._line, values)

    def _kind(self, text: str) -> StopKind:
        written = self._text("stop_kind")
        return _KIND_WORDS.get(written.casefold()) or kind_of(f"{written} {text}")

    def _span(self, day: date) -> tuple[Moment, Moment | None]:
        begins, ends = self._cell("starts"), self._cell("ends")
        if begins is None and ends is None:
            begins, ends = _parted(self._cell("time"))
        start = self._moment(day, begins, "zone")
        if ends is None:
            return start, None
        has_end_day = self._cell("end_day") is not None
        end = self._moment(self._day_of("end_day") if has_end_day else day, ends, "end_zone")
        if not has_end_day and end.clock and start.clock and end.is_before(start):
            end = end.on(date.fromordinal(day.toordinal() + 1))  # past midnight
        return start, end

    def _moment(self, day: date, cell: Value, zone_field: str) -> Moment:
        zone = self._text(zone_field) or self._home_zone
        clock = _clock(cell)
        if clock is not None:
            values: dict[str, Any] = {"day": day, "clock": clock, "zone": zone}
        else:
            text = cell if isinstance(cell, str) else ""
            values = {"day": day, "part": next((p for p, w in _PARTS if w.search(text)), None)}
        try:
            return Moment.model_validate(values)
        except ValueError:
            raise InvalidInput(
                "stop", [Problem(zone_field, "zone.unknown", {"zone": zone})]
            ) from None

    # Cells

    def _cell(self, meaning: str) -> Value:
        column = self._plan.columns.get(meaning)
        return self._row[column] if column is not None and column < len(self._row) else None

    def _text(self, meaning: str) -> str:
        cell = self._cell(meaning)
        if cell is None:
            return ""
        text = cell if isinstance(cell, str) else cell.isoformat()
        return text if meaning in ("narrative", "notes") else line_of(text)

    def _key(self) -> UUID | None:
        try:
            return UUID(self._text("id"))
        except ValueError:
            return None

    def _day_of(self, meaning: str) -> date:
        cell = self._cell(meaning)
        found = self._day_in(cell)
        if found is None:
            raise InvalidInput("stop", [Problem(meaning, "sheet.no_day", {"text": str(cell)})])
        return found

    def _day_in(self, cell: Value) -> date | None:
        """A day in any of the ways it is written; one without a year falls within the period."""
        if isinstance(cell, datetime):
            return cell.date()
        if isinstance(cell, date):
            return cell
        if not isinstance(cell, str):
            return None
        bare = _AROUND_DAY.sub(" ", cell).strip(" ,，:：")
        for part in (bare, *re.split(r"\s|[~～至–]", bare)):
            for year in self._years():
                try:
                    found = parse_day(part, year=year)
                except (PydanticCustomError, ValueError):
                    continue
                if year is None or self._delegation is None or self._delegation.holds(found):
                    return found
        return None

    def _years(self) -> tuple[int | None, ...]:
        of = self._delegation
        return (None,) if of is None else (None, of.starts_on.year, of.ends_on.year)


def _parted(cell: Value) -> tuple[Value, Value]:
    """`09:00-12:00` as two; anything else as a start without an end."""
    if not isinstance(cell, str):
        return cell, None
    clocks = list(_CLOCK.finditer(cell))
    if len(clocks) < 2:
        return cell, None
    return clocks[0][0], clocks[1][0]


def _clock(cell: Value) -> time | None:
    if isinstance(cell, datetime):
        return cell.time()
    if isinstance(cell, time):
        return cell
    match = _CLOCK.search(cell) if isinstance(cell, str) else None
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    is_later = (match["part"] in ("下午", "午後", "晚上", "晚間")) or (
        (match["half"] or "").casefold().startswith("p")
    )
    if is_later and hour < 12:
        hour += 12
    if hour > 23 or minute > 59:
        return None
    return time(hour, minute, int(match["second"] or 0))
