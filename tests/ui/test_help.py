"""Every place explains itself in both languages, a key away; what the help says is so."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.app import Desk
from planner.settings import LANGUAGES
from planner.store.database import Database
from planner.ui.help.help_panel import HelpPanel
from planner.ui.help_pages import ORDER, found, help_pages
from planner.ui.jobs import Jobs
from planner.ui.main_window import MainWindow
from planner.ui.places import DELEGATION, ITINERARY, OUTCOMES, places
from planner.ui.preferences import Preferences
from tests.builders import delegation

pytestmark = pytest.mark.usefixtures("appearance")
_LINK = re.compile(r"\]\(([^)]+)\)")
_KEYS = re.compile(r"`((?:Ctrl|Shift|Alt) [^`]+|F\d+)`")
_SYMBOLS = {"←": "Left", "→": "Right", "↑": "Up", "↓": "Down", "−": "-"}
_OF_QT = {"Shift+F10", "Ctrl+C", "Alt+Up", "Alt+Down", "Alt+Left", "Alt+Right"}


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, store_path: Path, tmp_path: Path, keep
) -> Iterator[MainWindow]:
    keep(delegation())
    preferences = Preferences(qapp, tmp_path / "settings.json", tmp_path)
    preferences.change(language="en", scheme="light")
    desk = Desk(
        qapp,
        Database(store_path),
        preferences,
        Jobs(),
        tmp_path / "window.ini",
        lambda: date(2015, 10, 26),
    )
    window = desk.open_window()
    with qtbot.waitActive(window.frame):
        window.frame.activateWindow()
    window.open_first_delegation()
    yield window
    desk.close()
    desk.deleteLater()
    qtbot.waitUntil(lambda: desk.jobs.is_idle)


def panel_of(window: MainWindow) -> HelpPanel:
    panel = window.frame.panel
    assert isinstance(panel, HelpPanel)
    return panel


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_has_a_page(language):
    known = {page.key for page in help_pages(language)}
    assert {place.key for place in places()} | {DELEGATION} <= known


def test_both_languages_have_the_same_pages_in_the_same_order():
    chinese, english = (help_pages(language) for language in LANGUAGES)
    assert [page.key for page in chinese] == [page.key for page in english] == list(ORDER)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_page_and_every_page_says_something(language):
    pages = help_pages(language)
    known = {page.key for page in pages}
    for page in pages:
        assert page.markdown.startswith("# "), page.key
        assert set(_LINK.findall(page.markdown)) <= known, page.key
        assert len(page.lines) >= 4, page.key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_the_help_names_does_something(window, language):
    acts = list(window.menus.actions)
    for place in (*(each.key for each in places()), DELEGATION):
        acts += window.areas.page(place).actions()
    window.areas.report.write.setChecked(True)
    acts += window.areas.report.actions()
    bound = {keys.toString() for act in acts for keys in act.shortcuts()} | _OF_QT
    for page in help_pages(language):
        for named in _KEYS.findall(page.markdown):
            keys = "+".join(_SYMBOLS.get(part, part) for part in named.split())
            assert QKeySequence(keys).toString() in bound, f"{page.key}: {named}"


def test_what_is_searched_may_be_in_another_script():
    hits = list(found(help_pages("zh_TW"), "建议 期限"))
    assert "outcomes" in {hit.page.key for hit in hits}
    for hit in hits:
        assert all(0 <= start < len(hit.excerpt) for start, _ in hit.matches)
    assert list(found(help_pages("zh_TW"), "沒有這種字句")) == []
    assert list(found(help_pages("zh_TW"), "  ")) == []


def test_a_title_that_says_it_comes_first():
    first, *_ = found(help_pages("en"), "seminar")
    assert first.page.key == "seminar"


def test_f1_opens_the_page_of_the_place_in_front(qtbot, window):
    for place in (ITINERARY, OUTCOMES):
        window.go_to_place(place)
        qtbot.keyClick(window.frame, Qt.Key.Key_F1)
        assert panel_of(window).key == place
    panel_of(window).back.click()
    assert panel_of(window).key == ITINERARY


def test_links_are_followed_and_esc_closes(qtbot, window):
    qtbot.keyClick(window.frame, Qt.Key.Key_F1)
    panel = panel_of(window)
    qtbot.waitUntil(panel.text.hasFocus)
    qtbot.keyClick(panel.text, Qt.Key.Key_Tab)
    qtbot.keyClick(panel.text, Qt.Key.Key_Return)
    assert panel.key == "thread"
    qtbot.keyClick(panel.text, Qt.Key.Key_Escape)
    assert window.frame.panel is None


def test_the_field_finds_a_page_by_the_keyboard(qtbot, window):
    window.menus.help_pages.trigger()
    panel = panel_of(window)
    assert panel.key == ""
    panel.search.setFocus()
    qtbot.keyClicks(panel.search, "merged")
    assert "People, organisations" in panel.text.toPlainText()
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.key == "contacts"
    panel.search.setText("no such words")
    assert panel.text.toPlainText().startswith("Nothing found")


def test_the_palette_finds_help_too(window):
    window.frame.search.trigger()
    window.finder.answer("hole")
    window.finder.help_asked.emit("thread")
    assert panel_of(window).key == "thread"


def test_a_panel_is_as_wide_as_one_left_it(window):
    window.dialogs.show_help("keys")
    width = window.frame.panel.width()
    window.frame.split.setSizes([2000, 300])
    left = window.frame.panel.width()
    assert left != width
    window.frame.close_panel()
    window.dialogs.show_help("keys")
    assert window.frame.panel.width() == left
    assert window.frame.kept_widths["help"] == left
