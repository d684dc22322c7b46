"""The window leads from area to area, tells what was done and refused, and remembers."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QGraphicsView
from pytestqt.qtbot import QtBot

from planner.app import Desk
from planner.domain.changes import EditName
from planner.domain.delegation import DelegationState
from planner.domain.errors import Refused
from planner.domain.person import Person
from planner.exchange.bundle import read_bundle
from planner.store.database import Database
from planner.ui.components.buttons import Button, plain
from planner.ui.components.command_palette import Found
from planner.ui.help.about_dialog import AboutDialog
from planner.ui.help.shortcut_sheet import ShortcutSheet
from planner.ui.jobs import Jobs
from planner.ui.main_window import MainWindow
from planner.ui.places import (
    CONTACTS,
    DELEGATION,
    DELEGATIONS,
    ITINERARY,
    OUTCOMES,
    RELATIONS,
    REPORT,
    SEMINAR,
    TODAY,
    places,
)
from planner.ui.preferences import Preferences
from planner.ui.report.writing.preview import Preview
from planner.ui.report.writing.writing_view import WritingView
from planner.ui.rooms import Room
from planner.ui.settings.settings_panel import SettingsPanel
from planner.ui.target import Target
from planner.ui.trust.personal_data_dialog import PersonalDataDialog
from planner.ui.trust.retention_dialog import RetentionDialog
from planner.usecases.delegations import change_delegation, remove_delegations
from tests.builders import delegation, key, organisation, person, stop
from tests.ui.test_follow_up_view import follow_up

pytestmark = pytest.mark.usefixtures("appearance")
KEY = delegation().id
TODAY_DAY = date(2015, 10, 26)


@pytest.fixture
def preferences(qapp: QApplication, tmp_path: Path) -> Iterator[Preferences]:
    preferences = Preferences(qapp, tmp_path / "settings.json", tmp_path)
    preferences.change(language="en", scheme="light")
    yield preferences
    preferences.change(language="en", text_scale=1.0, high_contrast=False, scheme="light")
    preferences.deleteLater()


@pytest.fixture
def desk(
    qtbot: QtBot,
    qapp: QApplication,
    store_path: Path,
    preferences: Preferences,
    keep: Callable[..., None],
    database: Database,
    tmp_path: Path,
) -> Iterator[Desk]:
    host = organisation("農業大學")
    keep(
        host,
        person("曹申"),
        delegation(),
        delegation("other", title="福建參訪"),
        stop("拜會", host_id=host.id),
        follow_up("查證產量"),
    )
    desk = Desk(
        qapp,
        Database(store_path),
        preferences,
        Jobs(),
        tmp_path / "window.ini",
        lambda: TODAY_DAY,
    )
    desk.open_window()
    yield desk
    desk.close()
    desk.deleteLater()
    qtbot.waitUntil(lambda: desk.jobs.is_idle)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> MainWindow:
    window = desk.window
    with qtbot.waitActive(window.frame):
        window.frame.activateWindow()
    return window


def rename(window: MainWindow, title: str) -> None:
    name = EditName("change_delegation", {"title": title})
    window.editor.run(name, lambda work: change_delegation(work, KEY, title=title))


# Ways


def test_it_begins_with_the_list_and_nothing_in_hand(window):
    assert window.here == Room(DELEGATIONS)
    assert not window.frame.sidebar.delegation.isVisible()
    assert not window.menus.ways[REPORT].isEnabled()
    assert not window.menus.give_out.isEnabled()


def test_an_opened_delegation_is_in_hand_everywhere(window):
    window.open_delegation(KEY)
    assert window.here == Room(DELEGATION, KEY)
    assert window.frame.sidebar.delegation.text() == "內蒙古稀土產業參訪"
    assert window.frame.windowTitle() == "內蒙古稀土產業參訪 – Delegation Planner"
    for place in places():
        window.go_to_place(place.key)
        assert window.here == Room(place.key, KEY)
        assert window.frame.pages.currentWidget() is window.areas.page(place.key)


def test_back_and_forward_go_over_places_and_delegations(window):
    other = key("other")
    window.open_delegation(KEY)
    window.go_to_place(OUTCOMES)
    window.open_delegation(other)
    frame = window.frame
    frame.back.trigger()
    assert window.here == Room(OUTCOMES, KEY)
    frame.back.trigger()
    frame.forward.trigger()
    assert window.here == Room(OUTCOMES, KEY)
    frame.forward.trigger()
    assert window.here == Room(DELEGATION, other)
    assert not frame.forward.isEnabled()
    for _ in range(3):
        frame.back.trigger()
    assert window.here == Room(DELEGATIONS)
    assert not frame.back.isEnabled()


def test_keys_lead_to_the_places(qtbot, window):
    window.open_delegation(KEY)
    for number, place in enumerate(places(), 1):
        key_of_it = getattr(Qt.Key, f"Key_{number % 10}")
        qtbot.keyClick(window.frame, key_of_it, Qt.KeyboardModifier.ControlModifier)
        assert window.here.place == place.key


def test_breadcrumbs_lead_back_up(window):
    window.open_delegation(KEY)
    window.go_to_place(OUTCOMES)
    window.frame.trail_asked.emit(DELEGATION)
    assert window.here == Room(DELEGATION, KEY)


@pytest.mark.parametrize(
    ("target", "place"),
    [
        (Target("delegation", KEY, "", KEY), DELEGATION),
        (Target("stop", key("stop 拜會"), "", KEY), ITINERARY),
        (Target("follow_up", key("查證產量"), "", KEY), OUTCOMES),
        (Target("organisation", key("農業大學")), CONTACTS),
        (Target("person", key("曹申")), CONTACTS),
        (Target("section", key("none"), "", KEY), REPORT),
        (Target("gift", key("none"), "", KEY), RELATIONS),
    ],
)
def test_a_record_is_shown_where_its_kind_is(window, target, place):
    window.go_to_target(target)
    assert window.here.place == place
    if target.delegation:
        assert window.here.delegation == KEY


def test_a_follow_up_that_was_sought_is_chosen(window):
    window.go_to_target(Target("follow_up", key("查證產量"), "", KEY))
    assert window.areas.outcomes.chosen_keys == [key("查證產量")]


def test_what_no_place_shows_is_looked_for_in_the_list(window):
    window.go_to_target(Target("post", key("none"), "教授"))
    assert window.here.place == DELEGATIONS
    assert window.areas.delegations.search.text() == "教授"


def test_a_paper_is_asked_for_from_elsewhere(window):
    window.open_delegation(KEY)
    window.go_to_place(OUTCOMES)
    window.areas.outcomes.menu_acts.follow_up_table.trigger()
    assert window.here.place == REPORT
    assert window.areas.report.bar.order.kind == "follow-up-table"


def test_a_removed_delegation_is_nowhere_left(window):
    window.open_delegation(KEY)
    window.go_to_place(OUTCOMES)
    window.editor.run(
        EditName("remove_delegation", {"title": ""}),
        lambda work: remove_delegations(work, [KEY]),
    )
    assert window.here == Room(DELEGATIONS)
    assert not window.frame.sidebar.delegation.isVisible()
    window.frame.back.trigger()
    assert window.here.delegation != KEY
    window.editor.undo_stack.undo()
    window.open_delegation(KEY)
    assert window.frame.sidebar.delegation.text() == "內蒙古稀土產業參訪"


# What was done


def test_an_edit_is_told_named_and_taken_back(window):
    window.open_delegation(KEY)
    rename(window, "新名稱")
    assert window.frame.sidebar.delegation.text() == "新名稱"
    assert "新名稱" in window.frame.toast.accessibleName()
    assert window.frame.sidebar.saved.text().startswith("Saved ")
    assert "新名稱" in window.frame.undo.text()
    window.frame.undo.trigger()
    assert window.frame.sidebar.delegation.text() == "內蒙古稀土產業參訪"
    assert "新名稱" in window.frame.redo.text()
    window.frame.redo.trigger()
    assert window.frame.sidebar.delegation.text() == "新名稱"


def test_the_toast_takes_back(window):
    window.open_delegation(KEY)
    rename(window, "新名稱")
    act = next(each for each in window.frame.toast.findChildren(Button) if each.isVisible())
    act.click()
    assert window.frame.sidebar.delegation.text() == "內蒙古稀土產業參訪"


def test_a_long_name_is_cut_in_the_menu(window):
    rename(window, "很長的名稱" * 15)
    assert window.frame.undo.text().endswith("…")
    assert len(window.frame.undo.text()) < 70


def test_a_refusal_stands_over_the_page_until_it_is_dismissed(window):
    def refuse(work: object) -> None:
        raise Refused("several_named", kind="person", name="曹申", count=2)

    window.editor.run(EditName("add"), refuse)
    assert window.frame.bar.isVisible()
    assert "曹申" in window.frame.bar.sentence.text()
    dismiss = next(each for each in window.frame.bar.findChildren(Button) if each.isVisible())
    dismiss.click()
    assert not window.frame.bar.isVisible()


def test_a_refusal_goes_with_the_next_edit(window):
    window.areas.refused.emit(Refused("several_named", kind="person", name="曹申", count=2))
    rename(window, "新名稱")
    assert not window.frame.bar.isVisible()


def test_the_sidebar_counts_what_is_open(window):
    window.open_delegation(KEY)
    counted = window.frame.sidebar._buttons[OUTCOMES].accessibleDescription  # noqa: SLF001
    assert counted() == "1"
    window.go_to_place(OUTCOMES)
    window.areas.outcomes.menu_acts.remove.trigger()
    assert counted() == ""


# Menus and help


def test_every_menu_and_act_has_a_mnemonic_of_its_own(window):
    titles = [act.text() for act in window.frame.menuBar().actions()]
    mnemonics = [title[title.index("&") + 1].lower() for title in titles]
    assert len(set(mnemonics)) == len(titles)


def test_no_two_acts_of_the_window_have_the_same_keys(window):
    window.open_delegation(KEY)
    for place in (*(each.key for each in places()), DELEGATION):
        window.go_to_place(place)
        acts = [*window.menus.actions, *window.areas.page(place).actions()]
        keys = [act.shortcut().toString() for act in dict.fromkeys(acts) if act.shortcut()]
        keys = [each for each in keys if each]
        assert sorted(set(keys)) == sorted(keys), place


def test_the_acts_of_the_page_stand_in_the_menu_and_in_the_palette(window):
    window.open_delegation(KEY)
    window.go_to_place(OUTCOMES)
    assert window.areas.outcomes.menu_acts.add in window.menus.actions
    window.go_to_place(REPORT)
    assert window.areas.outcomes.menu_acts.add not in window.menus.actions
    window.frame.palette_box.open("next problem")
    found = window.frame.palette_box.entries
    acts = [each for each in found if isinstance(each, Found) and isinstance(each.key, QAction)]
    words = [each.words for each in acts]
    assert words == ["Next problem"]


def test_the_shortcut_sheet_names_every_key(window):
    window.open_delegation(KEY)
    window.go_to_place(OUTCOMES)
    window.menus.shortcuts.trigger()
    (sheet,) = window.frame.findChildren(ShortcutSheet)
    lines = [row for row in sheet.model.rows if hasattr(row, "keys")]
    told = {line.words for line in lines}
    acts: list[QAction] = [*window.menus.actions, *window.areas.outcomes.actions()]
    for act in acts:
        if not act.shortcut().isEmpty():
            assert plain(act.text()) in told
    sheet.act.click()


def test_what_a_page_counts_is_told_when_one_comes_back_and_of_no_other(window):
    window.open_delegation(KEY)
    told = window.frame.status.totals
    counted = told.text()
    assert counted
    window.go_to_place("today")
    window.areas.delegation.totals_changed.emit("2 holes")
    assert told.text() not in (counted, "2 holes")
    window.open_delegation(KEY)
    assert told.text() == "2 holes"


def test_about_names_version_fonts_and_libraries(window):
    window.menus.about.trigger()
    (about,) = window.frame.findChildren(AboutDialog)
    rows = {row.key: row for row in about.model.rows}
    assert rows["Noto Sans TC, Noto Sans SC"].licence == "OFL-1.1"
    libraries = [row for row in about.model.rows if getattr(row, "version", "")]
    assert {"Python", "Qt", "pydantic", "pydantic_core"} <= rows.keys(), "what they stand on too"
    assert len({row.key for row in libraries}) == len(libraries)
    assert all(row.licence for row in libraries)
    about.act.click()


# Settings


def test_settings_are_felt_at_once_and_kept(qtbot, window, preferences, tmp_path):
    window.menus.settings.trigger()
    panel = window.frame.findChild(SettingsPanel)
    panel.scheme.chosen.emit("dark")
    panel.larger.click()
    panel.contrast.click()
    settings = preferences.settings
    assert (settings.scheme, settings.text_scale, settings.high_contrast) == ("dark", 1.1, True)
    assert panel.text_size.text() == "110%"
    assert "dark" in (tmp_path / "settings.json").read_text()
    panel.usual.click()
    assert preferences.settings.text_scale == 1.0
    window.menus.close_panel.trigger()
    assert not panel.isVisible()


def test_settings_say_for_whom_one_travels_as_the_welcome_asked(window, preferences):
    window.menus.settings.trigger()
    panel = window.frame.findChild(SettingsPanel)
    panel.agency.setText("國立臺北科技大學")
    panel.agency.editingFinished.emit()
    panel.profile.setCurrentIndex(panel.profile.findText("Blank"))
    panel.profile.activated.emit(panel.profile.currentIndex())
    panel.notices.click()
    settings = preferences.settings
    assert (settings.agency, settings.profile) == ("國立臺北科技大學", "blank")
    assert not settings.desktop_notices
    preferences.change(agency="蒙藏委員會", profile="tw_central")
    assert panel.agency.text() == "蒙藏委員會"
    assert panel.profile.value() == "tw_central"


def test_the_panel_needs_no_more_than_its_width(window):
    window.dialogs.show_settings()
    panel = window.frame.findChild(SettingsPanel)
    widest = max(each.minimumSizeHint().width() for each in (panel.language, panel.scheme))
    assert widest <= 300 - 2 * 16


def test_menus_change_settings_and_follow_them(window, preferences):
    acts = {plain(act.text()): act for act in window.frame.findChildren(QAction)}
    acts["Dark"].trigger()
    assert preferences.settings.scheme == "dark"
    acts["Larger text"].trigger()
    assert preferences.settings.text_scale == 1.1
    acts["Usual text size"].trigger()
    acts["High contrast"].trigger()
    assert preferences.settings.high_contrast
    preferences.change(scheme="light")
    assert acts["Light"].isChecked()


def test_a_new_language_makes_the_window_anew_where_one_was(qtbot, desk, window, preferences):
    window.open_delegation(KEY)
    window.go_to_place(OUTCOMES)
    size = window.frame.size()
    preferences.change(language="zh_TW")
    qtbot.waitUntil(lambda: desk.window is not window)
    again = desk.window
    assert again.here == Room(OUTCOMES, KEY)
    assert again.frame.size() == size
    assert again.frame.menuBar().actions()[0].text() == "檔案(&F)"
    assert len(desk.windows) == 1


# Windows


def test_two_windows_show_the_same_store(qtbot, desk, window):
    window.open_delegation(KEY)
    window.menus.new_window.trigger()
    second = desk.windows[1]
    assert second.here == Room(DELEGATION, KEY)
    rename(second, "新名稱")
    assert window.frame.sidebar.delegation.text() == "新名稱"
    assert not window.frame.toast.isVisible()
    window.frame.undo.trigger()
    assert second.frame.sidebar.delegation.text() == "內蒙古稀土產業參訪"
    second.frame.close()
    assert desk.windows == [window]
    rename(window, "又一名稱")


def test_what_was_in_hand_is_in_hand_again(qtbot, desk, window):
    window.open_delegation(KEY)
    window.frame.close()
    assert desk.windows == []
    assert desk.open_window().here == Room(DELEGATIONS, KEY)


def test_what_was_in_hand_and_is_gone_is_forgotten(desk, window, database):
    window.open_delegation(KEY)
    window.frame.close()
    with database.begin(EditName("remove")) as work:
        remove_delegations(work, [KEY])
    assert desk.open_window().here == Room(DELEGATIONS)


def test_quitting_closes_every_window(qtbot, desk, window):
    desk.open_window()
    window.menus.quit.trigger()
    assert desk.windows == []


# Files


def test_an_archive_goes_out_and_comes_in_again(qtbot, desk, window, tmp_path):
    window.open_delegation(KEY)
    path = tmp_path / "out.planner"
    window.menus.give_out.trigger()
    asking = window.frame.findChild(QFileDialog)
    with qtbot.waitSignal(window.archives.saved):
        asking.fileSelected.emit(str(path))
    asking.close()
    assert read_bundle(path).delegations == (KEY,)
    window.editor.run(
        EditName("remove_delegation", {"title": ""}),
        lambda work: remove_delegations(work, [KEY]),
    )
    window.menus.take_in.trigger()
    asking = next(each for each in window.frame.findChildren(QFileDialog) if each.isVisible())
    with qtbot.waitSignal(window.archives.imported):
        asking.filesSelected.emit([str(path)])
    asking.close()
    assert window.here == Room(DELEGATION, KEY)
    assert "out.planner" in window.frame.undo.text()


def test_archives_are_dropped_on_the_window_and_other_files_are_not(qtbot, window, tmp_path):
    broken = tmp_path / "broken.planner"
    broken.write_bytes(b"no archive")
    assert not drag(window, tmp_path / "notes.exe").isAccepted()
    assert drag(window, broken).isAccepted()
    with qtbot.waitSignal(window.archives.refused):
        drop(window, broken)
    assert window.frame.bar.isVisible()
    assert "broken.planner" in window.frame.bar.sentence.text()


def carried(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def drag(window: MainWindow, path: Path) -> QDragEnterEvent:
    data = carried(path)
    event = QDragEnterEvent(
        QPointF(9, 9).toPoint(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.setAccepted(False)
    window.frame.dragEnterEvent(event)
    return event


def drop(window: MainWindow, path: Path) -> None:
    data = carried(path)
    window.frame.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_the_status_line_tells_the_keys_of_the_page(window):
    window.open_delegation(KEY)
    window.go_to_place(OUTCOMES)
    hints = window.frame.status.hints._hints  # noqa: SLF001
    assert ("1–5", "State") in hints
    window.go_to_place(TODAY)
    assert window.frame.status.hints._hints == window.areas.today.keys  # noqa: SLF001


def test_f6_goes_from_part_to_part(qtbot, window):
    window.open_delegation(KEY)
    window.go_to_place(OUTCOMES)
    seen = set()
    for _ in range(3):
        qtbot.keyClick(window.frame.focusWidget(), Qt.Key.Key_F6)
        focus = window.frame.focusWidget()
        seen |= {
            place for place, part in enumerate(window.frame.regions) if part.isAncestorOf(focus)
        }
    assert seen == {0, 1, 2}


def test_closing_keeps_nothing_that_listens(qtbot, desk, window):
    second = desk.open_window()
    second.frame.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    rename(window, "新名稱")
    assert window.frame.sidebar.saved.text().startswith("Saved")


# Several windows


def test_a_further_window_has_the_widths_of_the_one_in_front(window, desk):
    header = window.areas.delegations.table.horizontalHeader()
    header.resizeSection(3, 211)
    further = desk.open_window()
    assert further.areas.delegations.table.horizontalHeader().sectionSize(3) == 211


def test_a_window_in_another_language_keeps_its_widths(qtbot, window, desk, preferences):
    window.areas.delegations.table.horizontalHeader().resizeSection(3, 187)
    window.dialogs.show_settings()
    preferences.change(language="zh_TW")
    qtbot.waitUntil(lambda: desk.window.words.language == "zh_TW")
    table = desk.window.areas.delegations.table
    assert table.horizontalHeader().sectionSize(3) == 187


def test_what_is_changed_in_one_window_is_seen_in_the_other(qtbot, window, desk):
    other = desk.open_window()
    other.go(Room(DELEGATIONS))
    window.open_delegation(KEY)
    rename(window, "改過的名稱")
    titles = [row.line.title for row in other.areas.delegations.model.rows]
    assert "改過的名稱" in titles
    other.frame.undo.trigger()
    assert window.frame.sidebar.delegation.text() == "內蒙古稀土產業參訪"
    other.frame.close()
    assert desk.windows == [window]
    rename(window, "又改了")
    assert window.frame.sidebar.delegation.text() == "又改了"


def test_a_dropped_archive_is_remembered_and_taken_in_again(qtbot, window, tmp_path):
    window.open_delegation(KEY)
    window.archives.give_out(KEY, tmp_path / "out.planner")
    qtbot.waitUntil(lambda: bool(window.files.recent.paths), timeout=20_000)
    assert [act.text() for act in window.menus.recent.actions()][:1] == ["out.planner"]
    with qtbot.waitSignal(window.archives.imported, timeout=20_000):
        window.menus.recent.actions()[0].trigger()
    window.menus.recent.actions()[-1].trigger()
    assert window.files.recent.paths == []
    assert not window.menus.recent.menuAction().isEnabled()


def test_the_header_of_the_report_holds_two_acts_in_each_of_its_ways(qtbot, window):
    window.go_to_place(REPORT)
    report = window.areas.report

    def stand(*acts) -> bool:
        shown = [each for each in window.frame.header.findChildren(Button) if each.isVisible()]
        return [each.text() for each in shown] == [act.text() for act in acts]

    qtbot.waitUntil(lambda: stand(report.write, report.exports.pdf))
    report.write.trigger()
    qtbot.waitUntil(lambda: stand(report.final, report.exports.pdf))
    find = report.findChild(WritingView).actions_by_name["find"]
    assert find in report.actions()
    assert find in window.menus.actions
    report.findChild(Preview).alone.click()
    qtbot.waitUntil(lambda: stand(report.write, report.exports.pdf))
    assert find not in window.menus.actions


def test_the_sidebar_counts_what_the_report_lacks(qtbot, window):
    window.open_delegation(KEY)
    report = window.frame.sidebar.button(REPORT)

    def told() -> int:
        counted = re.match(r"(\d+) open problem", report.accessibleDescription())
        return int(counted[1]) if counted else 0

    qtbot.waitUntil(lambda: told() > 0, timeout=20_000)
    first = told()
    window.editor.run(
        EditName("change_delegation", {"title": ""}),
        lambda work: change_delegation(work, KEY, state=DelegationState.CANCELLED),
    )
    qtbot.waitUntil(lambda: told() == 0, timeout=20_000)
    window.editor.undo_stack.undo()
    qtbot.waitUntil(lambda: told() == first, timeout=20_000)
    window.open_delegation(delegation("other").id)
    assert told() == 0


def test_what_is_read_while_the_last_window_closes_is_told_to_nobody(desk, qtbot):
    desk.tell_digest()
    desk.window.frame.close()
    qtbot.waitUntil(lambda: desk.jobs.is_idle)
    assert desk.windows == []


def test_the_page_of_a_person_and_the_file_menu_lead_to_personal_data(window):
    contacts = window.areas.contacts
    window.go_to_place(CONTACTS)
    contacts.open(Person, key("曹申"))
    assert contacts.personal_data in contacts.person.acts.actions()
    contacts.personal_data.trigger()
    assert window.frame.findChild(PersonalDataDialog).windowTitle().endswith("曹申")
    window.menus.retention.trigger()
    assert window.frame.findChild(RetentionDialog).isVisible()


@pytest.mark.parametrize("place", [DELEGATION, ITINERARY, SEMINAR])
def test_a_report_may_be_dropped_on_any_drawing(window, tmp_path, place):
    window.open_delegation(KEY)
    window.go_to_place(place)
    views = window.frame.findChildren(QGraphicsView)
    data = carried(tmp_path / "report.docx")
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    assert views
    for view in views:
        entering, moving = (kind(QPoint(9, 9), *rest) for kind in (QDragEnterEvent, QDragMoveEvent))
        QApplication.sendEvent(view.viewport(), entering)
        moving.setAccepted(entering.isAccepted())
        QApplication.sendEvent(view.viewport(), moving)
        QApplication.sendEvent(view.viewport(), QDragLeaveEvent())
        assert moving.isAccepted(), type(view).__name__
