"""A sound delegation of 30 stops, 12 members in two parties, 3 zones and 18 talks."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from planner.domain.briefing import Fact
from planner.domain.delegation import Delegation, Member, Objective, Role
from planner.domain.dossier import Dossier, field_of
from planner.domain.entity import Entity
from planner.domain.follow_up import FollowUp
from planner.domain.manuscript import ChapterMeaning, Section
from planner.domain.organisation import Organisation
from planner.domain.outcome import Finding, Recommendation
from planner.domain.person import Person
from planner.domain.photo import Photo
from planner.domain.profile import ReportProfile, load_profile
from planner.domain.seminar import Seminar, Session, Talk
from planner.domain.stop import Stop, StopStatus
from planner.domain.values import (
    ContactKind,
    ContactPoint,
    LocalTime,
    Place,
    Quantity,
    Side,
)
from planner.resources import resource
from tests.builders import key

TODAY = date(2026, 2, 10)
ZONES = {"T": "Asia/Taipei", "S": "Asia/Shanghai", "J": "Asia/Tokyo"}
CITIES = {"T": (25.05, 121.52), "S": (40.65, 109.84), "J": (35.68, 139.76)}
OWN = ("科技合作委員會", "臺北應用大學")
HOSTS = (
    "昆崙材料研究院",
    "昆崙大學",
    "青山師範大學",
    "青山科技發展局",
    "白雲磁材有限公司",
    "長河磁材研究院",
    "長河機電有限公司",
    "關東工科大學",
    "關東循環材料公司",
    "關東產業協會",
)
OURS = ("王大同", "李文山", "林秀雲", "陳明哲", "黃雅琪", "吳建中")
OURS_TOO = ("周美玲", "蔡志遠", "許家豪", "鄭惠文", "謝東霖", "郭子維")
THEIRS = ("馬遠征", "高振華", "孫曉東", "朱立平", "何廣文", "羅永清")
THEIRS_TOO = ("梁國棟", "宋建民", "唐學文", "韓春雨", "馮志遠", "彭克勤")
DELEGATION = key("delegation")


@cache
def central_profile() -> ReportProfile:
    return load_profile(resource("profiles", "tw_central.toml"))


@cache
def sound() -> Dossier:
    """Nothing is wrong with it: every rule must be silent."""
    kept: dict[str, list[Entity]] = {}
    for record in _records():
        kept.setdefault(field_of(type(record)), []).append(record)
    (delegation,) = kept.pop("delegation")
    return Dossier.model_validate({"delegation": delegation, **kept})


def changed(dossier: Dossier, *records: Entity, without: tuple[Entity, ...] = ()) -> Dossier:
    """The dossier with records put in place of those of the same id, or added."""
    values: dict[str, Any] = {name: getattr(dossier, name) for name in Dossier.model_fields}
    for record in records:
        field = field_of(type(record))
        if isinstance(record, Delegation):
            values[field] = record
            continue
        held = {each.id: each for each in values[field]} | {record.id: record}
        values[field] = tuple(held.values())
    gone = {record.id for record in without}
    for field, held in values.items():
        if isinstance(held, tuple):
            values[field] = tuple(each for each in held if each.id not in gone)
    return Dossier(**values)


def stop_of(number: int) -> Stop:
    return next(stop for stop in sound().stops if stop.id == key(f"made stop {number}"))


def section_of(heading: str) -> Section:
    return next(section for section in sound().sections if section.heading == heading)


def _records() -> Iterator[Entity]:
    yield Delegation(
        id=DELEGATION,
        title="永磁材料及循環利用考察",
        lead_body_id=key(OWN[0]),
        taking_part_ids=(key(OWN[1]),),
        countries=("CN", "JP"),
        starts_on=date(2026, 3, 2),
        ends_on=date(2026, 3, 7),
        reported_on=date(2026, 5, 4),
        system_number="C11500123",
        keywords=("永磁材料", "循環利用"),
        subject_class="科學技術",
    )
    for name in OWN:
        yield Organisation(id=key(name), name=name, country="TW")
    for index, name in enumerate(HOSTS):
        country = "JP" if name.startswith("關東") else "CN"
        contact = ContactPoint(kind=ContactKind.EMAIL, value=f"host{index}@example.org")
        yield Organisation(id=key(name), name=name, country=country, contacts=(contact,))
        yield Fact(
            id=key(f"fact {name}"),
            subject=name,
            organisation_id=key(name),
            metric="研究人員",
            quantity=Quantity(number=200 + index, unit="人"),
            as_of="2025",
        )
    for name in (*OURS, *OURS_TOO, *THEIRS, *THEIRS_TOO):
        yield Person(id=key(name), name=name)
    yield from _members()
    yield from _outcomes()
    yield from _stops()
    yield from _seminar()
    yield from _report()


def _members() -> Iterator[Member]:
    for index, name in enumerate((*OURS, *OURS_TOO)):
        yield Member(
            id=key(f"member {name}"),
            delegation_id=DELEGATION,
            person_id=key(name),
            role=Role.LEADER if index == 0 else Role.MEMBER,
            post_title="研究員",
            body_id=key(OWN[index % 2]),
            precedence=index,
            passport_expires_on=date(2030, 1, 1),
            visa="已核發",
        )


def party(letter: str) -> tuple[Any, ...]:
    return tuple(key(f"member {name}") for name in (OURS if letter == "A" else OURS_TOO))


def _stops() -> Iterator[Stop]:
    """Day, kind, from, to, party, host, zone of start and end."""
    rows = (
        (2, "flight", "08:00", "11:30", "", "", "TS"),
        (2, "meal", "13:00", "14:00", "", "", "SS"),
        (2, "visit", "15:00", "17:00", "", HOSTS[0], "SS"),
        (2, "meal", "18:30", "20:00", "", "", "SS"),
        (2, "lodging", "20:30", "4 08:00", "", "", "SS"),
        (3, "visit", "09:00", "11:30", "A", HOSTS[1], "SS"),
        (3, "visit", "09:00", "11:30", "B", HOSTS[2], "SS"),
        (3, "meal", "12:00", "13:00", "", "", "SS"),
        (3, "meeting", "14:00", "16:00", "A", HOSTS[3], "SS"),
        (3, "visit", "afternoon", "", "B", HOSTS[4], "SS"),
        (3, "meal", "18:30", "20:00", "", "", "SS"),
        (4, "seminar", "09:00", "17:30", "", HOSTS[5], "SS"),
        (4, "meal", "12:00", "13:00", "", HOSTS[5], "SS"),
        (4, "train", "18:30", "20:00", "", "", "SS"),
        (4, "meal", "20:30", "21:30", "", "", "SS"),
        (4, "lodging", "22:00", "5 08:00", "", "", "SS"),
        (5, "visit", "09:00", "10:30", "", HOSTS[6], "SS"),
        (5, "meal", "11:00", "12:00", "", "", "SS"),
        (5, "flight", "15:30", "19:30", "", "", "SJ"),
        (5, "meal", "21:00", "22:00", "", "", "JJ"),
        (5, "lodging", "22:30", "7 08:00", "", "", "JJ"),
        (6, "visit", "10:00", "12:00", "A", HOSTS[7], "JJ"),
        (6, "visit", "10:00", "12:00", "B", HOSTS[8], "JJ"),
        (6, "meal", "12:30", "13:30", "", "", "JJ"),
        (6, "meeting", "14:30", "16:00", "", HOSTS[9], "JJ"),
        (6, "free", "16:00", "18:00", "", "", "JJ"),
        (6, "meal", "18:30", "20:30", "", "", "JJ"),
        (7, "car", "08:30", "09:30", "", "", "JJ"),
        (7, "flight", "13:00", "16:00", "", "", "JT"),
        (7, "car", "17:30", "18:30", "", "", "TT"),
    )
    for number, (day, kind, starts, ends, who, host, zones) in enumerate(rows, start=1):
        yield Stop(
            id=key(f"made stop {number}"),
            delegation_id=DELEGATION,
            stop_kind=kind,
            title=f"第{number}站",
            starts=_moment(f"{day} {starts}", zones[0]),
            ends=_moment(ends if " " in ends else f"{day} {ends}", zones[1]) if ends else None,
            position=number,
            from_position=_place(zones[0]),
            place_position=_place(zones[1]),
            host_id=key(host) if host else None,
            is_for_all=not who,
            member_ids=party(who) if who else (),
            status=StopStatus.CONFIRMED,
            people_met_ids=(key(THEIRS[HOSTS.index(host) % 6]),) if host else (),
            objective_ids=(key("objective 1"), key("objective 2")) if host else (),
        )


def _moment(written: str, zone: str) -> str:
    day, at = written.split()
    if ":" not in at:
        return f"2026-03-{int(day):02d}/{at}"
    return f"2026-03-{int(day):02d}T{at}[{ZONES[zone]}]"


def _place(zone: str) -> Place:
    latitude, longitude = CITIES[zone]
    return Place(latitude=latitude, longitude=longitude)


def _seminar() -> Iterator[Entity]:
    seminar = Seminar(
        id=key("made seminar"),
        delegation_id=DELEGATION,
        stop_id=key("made stop 12"),
        title="永磁材料研討會",
        venue="長河磁材研究院",
    )
    yield seminar
    speakers = (*OURS, *THEIRS, *THEIRS_TOO)
    for number, (at, room) in enumerate((("09:30", "甲"), ("13:30", "甲"), ("13:30", "乙"))):
        session = Session(
            id=key(f"made session {number}"),
            seminar_id=seminar.id,
            position=number,
            title=f"第{number + 1}場",
            room=f"{room}會議室",
            starts_at=LocalTime.model_validate(f"2026-03-04T{at}[Asia/Shanghai]"),
            minutes=120,
        )
        yield session
        for place in range(6):
            talk = number * 6 + place
            yield Talk(
                id=key(f"made talk {talk + 1}"),
                seminar_id=seminar.id,
                session_id=session.id,
                number=talk + 1,
                title=f"論文題目第{talk + 1}篇",
                speaker_ids=(key(speakers[talk]),),
                interpreter_id=key(OURS_TOO[number]),
                side=Side.OWN if talk < 6 else Side.HOST,
                minutes=20,
            )


def _outcomes() -> Iterator[Entity]:
    for number, title in enumerate(("瞭解永磁材料之研發現況", "瞭解廢料循環之作法"), start=1):
        yield Objective(
            id=key(f"objective {number}"), delegation_id=DELEGATION, number=number, title=title
        )
    for number, host in enumerate(HOSTS, start=1):
        stops = {HOSTS[5]: 12, HOSTS[6]: 17, HOSTS[7]: 22, HOSTS[8]: 23, HOSTS[9]: 25}
        stop = stops.get(host) or {0: 3, 1: 6, 2: 7, 3: 9, 4: 10}[HOSTS.index(host)]
        yield Finding(
            id=key(f"made finding {number}"),
            delegation_id=DELEGATION,
            number=number,
            title=f"所見第{number}項",
            stop_id=key(f"made stop {stop}"),
        )
    yield Recommendation(
        id=key("made recommendation"),
        delegation_id=DELEGATION,
        number=1,
        title="定期交換研究人員",
        text="建議每年各派一人互訪。",
        finding_ids=(key("made finding 1"),),
        addressee_id=key(OWN[0]),
    )
    yield FollowUp(
        id=key("made follow-up"),
        delegation_id=DELEGATION,
        text="擬定互訪計畫",
        recommendation_id=key("made recommendation"),
        owner_body_id=key(OWN[0]),
        opened_on=date(2026, 2, 1),
        due_on=date(2026, 9, 30),
    )


def _report() -> Iterator[Entity]:
    for number in range(1, 7):
        yield Photo(
            id=key(f"made photo {number}"),
            delegation_id=DELEGATION,
            content=f"{number:064x}",
            media_type="image/jpeg",
            file_name=f"{number}.jpg",
            width=1600,
            height=1200,
            caption=f"參訪情形之{number}",
            alt_text="一群人站在設備前聽取說明",
            position=number,
        )
    texts = (
        (ChapterMeaning.SUMMARY, "摘要", "本次考察以永磁材料之研發及循環利用為題，" * 13, None),
        (
            ChapterMeaning.AIM,
            "目的",
            "為瞭解永磁材料之研發現況及廢料循環之作法，爰辦理本次考察。",
            None,
        ),
        (ChapterMeaning.FINDINGS, "心得及建議", "各單位均重視由研究到應用之銜接，值得參考。", None),
        *_account(),
    )
    for position, (meaning, heading, text, day) in enumerate(texts):
        yield Section(
            id=key(f"made section {heading}"),
            delegation_id=DELEGATION,
            meaning=meaning,
            position=position,
            heading=heading,
            text=text,
            day=day,
        )


def _account() -> Iterator[tuple[ChapterMeaning, str, str, date]]:
    weekdays = "一二三四五六"
    visits = ((0,), (1, 2, 3, 4), (5,), (6,), (7, 8, 9), ())
    for index, hosts in enumerate(visits):
        names = "、".join(HOSTS[host] for host in hosts) or "返程並整理資料"
        met = "".join(f"，由{THEIRS[host % 6]}教授接待" for host in hosts[:1])
        figure = f"（{{figure:{key(f'made photo {index + 1}')}}}）"
        day = date(2026, 3, 2 + index)
        heading = f"第{index + 1}天（3月{day.day}日，星期{weekdays[index]}）"
        text = f"本日行程為{names}{met}{figure}。雙方就研究題目交換意見。"
        yield ChapterMeaning.PROCEEDINGS, heading, text, day
