"""How much processor time Today takes for 2,000 delegations, and the page of one to be drawn.

python tests/benchmarks/today.py
"""

import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtWidgets import QApplication
from sqlalchemy import create_engine, insert

from planner.domain.delegation import Delegation, DelegationState, WorkShare
from planner.domain.entity import Entity
from planner.domain.follow_up import FollowUp, FollowUpState, Progress
from planner.domain.organisation import Organisation
from planner.domain.outcome import Recommendation
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.papers.profiles import shipped_profiles
from planner.queries.today import agenda
from planner.rules.calendars import WorkCalendar
from planner.store.database import Database
from planner.store.tables import table_of
from planner.ui.appearance import Appearance
from planner.ui.delegation.delegation_page import DelegationPage
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.words import Words

TODAY = date(2026, 11, 21)
DELEGATIONS, STOPS, FOLLOW_UPS = 2000, 20, 30
OPEN = (FollowUpState.NOT_STARTED, FollowUpState.IN_PROGRESS, FollowUpState.WAITING)
ROUNDS = 15


def main() -> None:
    with TemporaryDirectory() as folder:
        database = loaded_store(Path(folder, "loaded.sqlite"))
        profiles, calendar = shipped_profiles(), WorkCalendar()

        def dashboard() -> None:
            with database.read() as session:
                agenda(session, TODAY, profiles, calendar)

        told("Today over 2,000 delegations and 60,000 follow-ups", dashboard)
        app = QApplication([])
        Appearance(app)
        words = Words("zh_TW")
        editor = Editor(database, lambda name: name.code)
        page = DelegationPage(database, editor, Formats(words), lambda: TODAY, profiles)
        page.resize(1080, 800)
        page.show()
        with database.read() as session:
            table = table_of(Delegation.kind)
            key = session.connection().execute(table.select().limit(1)).one().id
        page.show_delegation(key)

        def opened() -> None:
            page.reload()
            page.grab()

        told("the page of a delegation, read and drawn", opened)
        page.deleteLater()
        database.close()


def told(what: str, act: Callable[[], None]) -> None:
    act()
    times = []
    for _ in range(ROUNDS):
        before = time.process_time()
        act()
        times.append((time.process_time() - before) * 1000)
    print(f"{what}: median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms")


def loaded_store(path: Path) -> Database:
    """Filled past the journal, which would take minutes."""
    Database(path, who="").close()
    chance = random.Random(1)
    bodies = [Organisation(name=f"機關{number}") for number in range(500)]
    records: dict[type[Entity], list[Entity]] = {Organisation: list(bodies)}
    for number in range(DELEGATIONS):
        for record in journey(number, bodies, chance):
            records.setdefault(type(record), []).append(record)
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        for entity, held in records.items():
            connection.execute(insert(table_of(entity.kind)), [dict(record) for record in held])
    engine.dispose()
    return Database(path, who="")


def journey(number: int, bodies: list[Organisation], chance: random.Random) -> Iterator[Entity]:
    start = TODAY + timedelta(days=chance.randint(-3600, 200))
    end = start + timedelta(days=chance.randint(2, 9))
    is_filed = end < TODAY - timedelta(days=200) and chance.random() < 0.9
    is_back = end < TODAY
    state = DelegationState.REPORTING if is_back else DelegationState.DRAFT
    delegation = Delegation(
        title=f"訪團 {number}",
        starts_on=start,
        ends_on=end,
        countries=("CN",),
        lead_body_id=chance.choice(bodies).id,
        state=DelegationState.FILED if is_filed else state,
        reported_on=end + timedelta(days=60) if is_filed else None,
    )
    yield delegation
    of = {"delegation_id": delegation.id}
    for place in range(STOPS):
        status = StopStatus.HELD if is_back else StopStatus.ASKED
        host = chance.choice(bodies).id
        values = {"stop_kind": StopKind.VISIT, "host_id": host, "status": status}
        yield Stop(title=f"參訪 {place}", starts={"day": start}, **values, **of)
    advice = [Recommendation(number=place, title=f"建議 {place}", **of) for place in range(1, 6)]
    yield from advice
    yield WorkShare(task="籌備", due_on=end + timedelta(days=14), **of)
    for place in range(FOLLOW_UPS):
        is_closed = chance.random() < 0.8
        follow_up = FollowUp(
            text=f"追蹤事項 {place}",
            recommendation_id=chance.choice(advice).id,
            owner_body_id=chance.choice(bodies).id,
            opened_on=end,
            due_on=end + timedelta(days=chance.randint(10, 2000)),
            state=FollowUpState.CLOSED if is_closed else chance.choice(OPEN),
            done="辦畢" if is_closed else "",
            closed_on=end if is_closed else None,
            **of,
        )
        yield follow_up
        yield Progress(follow_up_id=follow_up.id, on=end + timedelta(days=20), text="進度")


if __name__ == "__main__":
    main()
