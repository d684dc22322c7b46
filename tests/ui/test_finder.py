"""One box finds any record by any character and runs any act by its name."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.queries.search_results import search_by_kind, spans
from planner.store.database import Database
from planner.ui.components.command_palette import CommandPalette, Found
from planner.ui.search.finder import Finder
from planner.ui.target import Target
from planner.words import Words
from tests.builders import delegation, finding, key, organisation, person, stop

pytestmark = pytest.mark.usefixtures("appearance")
WORDS = Words("en")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(900, 700)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


class Page(QWidget):
    """Fills the window, and counts how often it is painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.painted = 0
        self.setGeometry(window.rect())
        self.lower()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1


@pytest.fixture
def acts(window: QWidget) -> list[QAction]:
    undo, export = QAction("&Undo", window), QAction("匯出封存檔(&E)…", window)
    undo.setEnabled(False)
    return [undo, export]


@pytest.fixture
def finder(
    database: Database, window: QWidget, acts: list[QAction], keep: Callable[..., None]
) -> Finder:
    body = organisation("包頭稀土研究院")
    keep(
        body,
        delegation(title="內蒙古稀土產業參訪"),
        person("張三"),
        stop("拜會", place="稀土展館"),
        finding(1, "稀土應用成熟"),
        *(organisation(f"稀土公司{number}") for number in range(9)),
    )
    return Finder(database, WORDS, CommandPalette(window), lambda: acts, window)


@pytest.fixture
def palette(finder: Finder) -> CommandPalette:
    return finder._palette  # noqa: SLF001


def entries(palette: CommandPalette) -> list[Found | str]:
    return palette.entries


def groups(palette: CommandPalette) -> list[str]:
    return [entry for entry in entries(palette) if isinstance(entry, str)]


def found(palette: CommandPalette) -> list[Found]:
    return [entry for entry in entries(palette) if isinstance(entry, Found)]


def test_kinds_stand_in_the_order_of_importance(palette):
    palette.open("稀土")
    kinds = ("delegation", "organisation", "stop", "finding")
    assert groups(palette) == [WORDS.kind(kind).capitalize() for kind in kinds]


def test_no_kind_crowds_out_the_others(palette):
    palette.open("稀土")
    of_bodies = [each for each in found(palette) if each.key.kind == "organisation"]
    assert len(of_bodies) == 6


def test_one_character_finds_and_what_was_asked_for_is_marked(palette):
    palette.open("院")
    (body, *_) = found(palette)
    assert (body.words, body.matches) == ("包頭稀土研究院", ((6, 1),))


def test_a_hit_in_another_script_is_marked_too(palette):
    palette.open("稀土研究")
    in_traditional = found(palette)[0].matches
    palette.open("包头")
    assert found(palette)[0].matches == ((0, 2),)
    assert in_traditional == ((2, 4),)


def test_the_palette_is_as_high_as_what_was_found(palette):
    palette.open("包頭")
    low = palette.height()
    palette.field.setText("稀土")
    many = palette.height()
    palette.field.setText("無此物")
    assert palette.height() < low < many


def test_a_letter_typed_paints_nothing_that_lies_below(palette, window, qtbot):
    page = Page(window)
    palette.open("稀土")
    qtbot.waitUntil(lambda: page.painted > 0)
    QApplication.processEvents()
    page.painted = 0
    palette.field.setText("稀")
    QApplication.processEvents()
    assert page.painted == 0


def test_acts_are_found_by_their_words_without_mnemonics(palette, acts, qtbot):
    palette.open("封存")
    (act, *_) = found(palette)
    assert (act.words, act.key) == ("匯出封存檔…", acts[1])
    with qtbot.waitSignal(acts[1].triggered):
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()


def test_what_cannot_be_done_now_is_not_offered(palette):
    palette.open("undo")
    assert found(palette) == []
    assert palette._nothing.text() == "Nothing found"  # noqa: SLF001


def test_enter_asks_for_the_record(qtbot, palette, finder):
    palette.open("內蒙古")
    with qtbot.waitSignal(finder.target_asked) as asked:
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    (target,) = asked.args
    assert (target.kind, target.key) == ("delegation", delegation().id)


def test_a_record_of_a_delegation_tells_which(palette):
    palette.open("應用成熟")
    (entry,) = (each for each in found(palette) if isinstance(each.key, Target))
    assert (entry.note, entry.key.delegation) == ("內蒙古稀土產業參訪", delegation().id)


def test_nothing_is_sought_while_an_input_method_composes(palette):
    palette.open("")
    before = entries(palette)
    QApplication.sendEvent(palette.field, QInputMethodEvent("ㄒㄧ", []))
    assert entries(palette) == before
    done = QInputMethodEvent("", [])
    done.setCommitString("稀")
    QApplication.sendEvent(palette.field, done)
    assert groups(palette)[0] == "Delegation"


def test_all_words_are_marked_once_and_in_order():
    assert spans("包頭稀土研究院", "研究 包頭") == ((0, 2), (4, 2))
    assert spans("包頭稀土研究院", "稀土 稀土研究") == ((2, 2),)
    assert spans("Ｂaotou", "BAO") == ((0, 3),)
    assert spans("包頭", "") == ()
    assert spans("ﬁnding", "fi") == ((0, 1),)


def test_chief_kinds_are_found_among_many(database, keep, monkeypatch):
    monkeypatch.setattr("planner.queries.search_results._MANY", 3)
    keep(organisation("舊稀土"), *(person(f"稀土人{number}") for number in range(5)))
    with database.read() as session:
        by_kind = search_by_kind(session, "稀土", 2)
    assert len(by_kind["person"]) == 2
    assert [line.title for line in by_kind["organisation"]] == ["舊稀土"]
    assert all(isinstance(line.key, UUID) for held in by_kind.values() for line in held)


def test_the_same_key_stands_once(database, keep):
    keep(person("王立邦"))
    with database.read() as session:
        (line,) = search_by_kind(session, "王立邦", 6)["person"]
    assert line.key == key("王立邦")
