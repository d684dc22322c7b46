"""100,000 people: from a key to the painted rows, and the longest gap of the event loop.

python tests/benchmarks/people.py
"""

import os
import random
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import create_engine, insert

from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.store.database import Database
from planner.store.tables import table_of
from planner.ui.appearance import Appearance
from planner.ui.contacts.contacts_view import ContactsView
from planner.ui.contacts.known_names import PEOPLE
from planner.ui.editor import Editor
from planner.ui.filters.saved_filters import SavedFilters
from planner.ui.formats import Formats
from planner.words import Words

PERSONS, BODIES = 100_000, 3000
FAMILY = "王李張劉陳楊趙黃周吳徐孫胡朱高林何郭馬羅曾單歐謝許鄭宋唐韓馮鄧曹彭潘袁"
GIVEN = "偉芳娜敏靜麗強磊軍洋勇艷傑娟濤明超秀霞平剛桂英志宏建義立邦添晉奕雅婷淑惠怡君家豪"
TYPED = ("王", "zhanghong", "李建", "cm", "陳志宏", "yang", "曾")


class Gaps(QObject):
    """How long the event loop did not come round."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def begin(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()


class Paints(QObject):
    """When a widget was last painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.at = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.at = time.perf_counter()
        return False


def main() -> None:
    with TemporaryDirectory() as folder:
        database = loaded_store(Path(folder, "people.sqlite"))
        app = QApplication([])
        Appearance(app)
        view = made_view(database, Path(folder, "filters.json"))
        gaps = Gaps()
        view.resize(1072, 700)
        view.show()
        wait(0.5)
        gaps.begin()
        begin = time.perf_counter()
        view.list.kinds.choose(PEOPLE)
        view.list.kinds.chosen.emit(PEOPLE)
        wait_until(lambda: view.list.is_ready)
        print(f"names read in {time.perf_counter() - begin:.2f} s")
        wait(1.0)
        print(f"longest gap while they were read: {gaps.longest * 1000:.0f} ms")
        told("from a key to the rows", typed(view, app))
        told("from an arrow to the page", walked(view, app))
        database.close()


def made_view(database: Database, filters: Path) -> ContactsView:
    editor = Editor(database, lambda name: name.code)
    formats = Formats(Words("zh_TW"))
    return ContactsView(
        database, editor, formats, lambda: date(2026, 11, 22), SavedFilters(filters)
    )


def typed(view: ContactsView, app: QApplication) -> list[float]:
    table_of_rows = view.list.table.viewport()
    field, paints, taken = view.list.search, Paints(table_of_rows), []
    field.setFocus()
    for words in TYPED * 3:
        field.clear()
        wait(0.05)
        for letter in words:
            begin = time.perf_counter()
            field.insert(letter)
            table_of_rows.update()  # also where the rows stay the same
            while paints.at < begin and table_of_rows.isVisible():
                app.processEvents()
            taken.append(max(paints.at, begin) - begin)
            wait(0.02)
    field.clear()
    return taken


def walked(view: ContactsView, app: QApplication) -> list[float]:
    table, taken = view.list.table, []
    paints = Paints(table.viewport())
    table.setFocus()
    for _ in range(60):
        begin = time.perf_counter()
        QTest.keyClick(table, Qt.Key.Key_Down)
        while paints.at < begin:
            app.processEvents()
        taken.append(paints.at - begin)
        wait(0.02)
    return taken


def told(what: str, taken: list[float]) -> None:
    taken = sorted(taken)
    median, p95 = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
    print(
        f"{what}: median {median * 1000:.1f} ms, p95 {p95 * 1000:.1f} ms, "
        f"longest {taken[-1] * 1000:.1f} ms"
    )


def wait(seconds: float) -> None:
    QTest.qWait(int(seconds * 1000))


def wait_until(is_so: Callable[[], bool]) -> None:
    while not is_so():
        QTest.qWait(1)


def loaded_store(path: Path) -> Database:
    """Filled past the journal, which would take minutes."""
    Database(path, who="").close()
    chance = random.Random(2)
    empty_person, empty_post = Person(name="人"), {"since": None, "until": None, "note": ""}
    bodies = [Organisation(name=f"{chance.choice(FAMILY)}{at}研究所") for at in range(BODIES)]
    people = [
        {
            **dict(empty_person),
            "id": uuid4(),
            "name": chance.choice(FAMILY) + "".join(chance.choices(GIVEN, k=2)),
        }
        for _ in range(PERSONS)
    ]
    posts = [
        {
            **empty_post,
            "id": uuid4(),
            "person_id": person["id"],
            "organisation_id": chance.choice(bodies).id,
            "title": chance.choice(["教授", "主任", "研究員"]),
        }
        for person in people
    ]
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.execute(insert(table_of("organisation")), [dict(body) for body in bodies])
        for begin in range(0, PERSONS, 10_000):
            connection.execute(insert(table_of("person")), people[begin : begin + 10_000])
            connection.execute(insert(table_of("post")), posts[begin : begin + 10_000])
    engine.dispose()
    return Database(path, who="")


if __name__ == "__main__":
    main()
