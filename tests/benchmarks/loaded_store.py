"""Make the loaded store: an office's ten years, through the same way in as every edit.

python -m tests.benchmarks.loaded_store FILE [--times 5]

`--times 0.01` makes one to try a benchmark on.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from datetime import time as clock
from itertools import islice, product
from pathlib import Path

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation, DelegationState, Member, Objective
from planner.domain.entity import Entity
from planner.domain.follow_up import FollowUp, FollowUpState
from planner.domain.organisation import Organisation, OrganisationKind
from planner.domain.outcome import Recommendation
from planner.domain.person import Person, Post
from planner.domain.seminar import Seminar, Talk
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.domain.values import Moment, Side
from planner.store.database import Database

DELEGATIONS, STOPS, PEOPLE, TALKS, FOLLOW_UPS = 2_000, 20, 100_000, 15, 30
BODIES = 3_000
AT_ONCE = 4_000  # records in one edit
_FAMILIES = "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈"
_GIVEN = "志明淑芬俊傑美玲建宏雅婷家豪怡君冠宇佩珊宗翰欣怡柏翰詩涵承恩子涵品妤宥廷特古斯格日樂"
_CITIES = [
    "臺北",
    "呼和浩特",
    "包頭",
    "北京",
    "上海",
    "大阪",
    "京都",
    "東京",
    "首爾",
    "河內",
    "新加坡",
    "柏林",
    "巴黎",
    "倫敦",
    "波士頓",
]
_FIELDS = ["稀土", "材料", "能源", "資訊", "生技", "農業", "水利", "海洋", "航太", "光電"]
_SORTS = ["大學", "研究院", "協會", "部", "公司", "中心"]


def records(times: float, seed: int = 20150817) -> Iterator[Entity]:
    """Every record, each after those it points at; the same for the same seed."""
    chance = random.Random(seed)
    bodies = [
        Organisation(
            name=f"{city}{subject}{sort}{number}",
            city=city,
            organisation_kind=chance.choice(list(OrganisationKind)),
        )
        for number, (city, subject, sort) in zip(
            range(round(BODIES * times)), _endless(_CITIES, _FIELDS, _SORTS), strict=False
        )
    ]
    yield from bodies
    people = []
    for _ in range(round(PEOPLE * times)):
        given = "".join(chance.sample(_GIVEN, 2))
        person = Person(name=chance.choice(_FAMILIES) + given)
        people.append(person)
        yield person
        if chance.random() < 0.3:
            yield Post(
                person_id=person.id, organisation_id=chance.choice(bodies).id, title="研究員"
            )
    for number in range(round(DELEGATIONS * times)):
        yield from _delegation(chance, number, bodies, people)


def _endless(*parts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    while True:
        yield from product(*parts)


def _delegation(
    chance: random.Random, number: int, bodies: list[Organisation], people: list[Person]
) -> Iterator[Entity]:
    starts = date(2016, 1, 4) + timedelta(days=chance.randrange(3900))
    city, subject = chance.choice(_CITIES), chance.choice(_FIELDS)
    trip = Delegation(
        title=f"{city}{subject}參訪{number}",
        starts_on=starts,
        ends_on=starts + timedelta(days=4),
        state=chance.choice(list(DelegationState)),
        cities=(city,),
        lead_body_id=chance.choice(bodies).id,
    )
    yield trip
    yield Objective(delegation_id=trip.id, number=1, title=f"了解{subject}現況")
    for place in range(5):
        yield Member(delegation_id=trip.id, person_id=chance.choice(people).id, precedence=place)
    for place in range(STOPS):
        day, hour = divmod(place, 4)
        begins = datetime.combine(starts + timedelta(days=day), clock(8 + hour * 3))
        yield Stop(
            delegation_id=trip.id,
            stop_kind=StopKind.VISIT,
            status=StopStatus.CONFIRMED,
            title=f"拜會{place}",
            host_id=chance.choice(bodies).id,
            starts=Moment(day=begins.date(), clock=begins.time(), zone="Asia/Taipei"),
            place=city,
        )
    seminar = Seminar(delegation_id=trip.id, title=f"{subject}研討會")
    yield seminar
    for place in range(TALKS):
        yield Talk(
            seminar_id=seminar.id,
            number=place + 1,
            title=f"{subject}之{place}",
            side=chance.choice(list(Side)),
            speaker_ids=(chance.choice(people).id,),
        )
    advice = Recommendation(delegation_id=trip.id, number=1, title=f"宜持續{subject}合作")
    yield advice
    for place in range(FOLLOW_UPS):
        state = chance.choice(list(FollowUpState))
        yield FollowUp(
            delegation_id=trip.id,
            recommendation_id=advice.id,
            text=f"追蹤{subject}{place}",
            state=state,
            due_on=starts + timedelta(days=chance.randrange(30, 1200)),
            **(
                {"done": "已辦理", "closed_on": starts + timedelta(days=60)}
                if state is FollowUpState.CLOSED
                else {}
            ),
        )


def make(path: Path, times: float = 1) -> int:
    """Make the store where there is none; gives the number of records."""
    count = 0
    with closing(Database(path, who="bench")) as database:
        made = records(times)
        while some := list(islice(made, AT_ONCE)):
            with database.begin(EditName("import")) as work:
                work.add(*some)
            count += len(some)
    return count


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("file", type=Path)
    asked.add_argument("--times", type=float, default=1)
    given = asked.parse_args()
    if given.file.exists():
        sys.exit(f"{given.file} is there already")
    before = time.perf_counter()
    count = make(given.file, given.times)
    print(f"{count:,} records in {time.perf_counter() - before:.0f} s: {given.file}")


if __name__ == "__main__":
    main()
