"""Photos are taken in, placed, described, retouched and put in order, with mouse and keys."""

import io
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PIL import ExifTags, Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from planner.domain.photo import Box, CameraClock, Photo, Retouch
from planner.domain.stop import StopKind
from planner.domain.values import Disclosure
from planner.store.database import Database
from planner.store.repository import Repository
from planner.ui.appearance import Appearance, px
from planner.ui.components.buttons import Button
from planner.ui.components.labels import Label
from planner.ui.components.panels import Dialog
from planner.ui.components.sidebar import NARROW
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.ui.jobs import Jobs
from planner.ui.photos.bars import ActBar
from planner.ui.photos.clock_dialogs import AnchorForm
from planner.ui.photos.photo_cells import MIME
from planner.ui.photos.photos_view import PhotosView
from planner.ui.photos.retouch_canvas import nudged
from planner.ui.photos.shelf_list import ALL, FIGURES, TO_CONFIRM, TRAY
from planner.ui.photos.shown_pictures import ShownPictures
from planner.usecases.photo_files import renditions_of
from planner.words import Words
from tests.builders import delegation, key, organisation, photo, stop

pytestmark = pytest.mark.usefixtures("appearance")
WORDS = Words("zh_TW")
TRIP = key("delegation")
HOST = organisation("包頭稀土研究院")
VISIT = stop(
    "參訪",
    "2015-08-17T14:00[Asia/Shanghai]",
    ends="2015-08-17T16:00[Asia/Shanghai]",
    host_id=HOST.id,
)
DINNER = stop(
    "晚宴",
    "2015-08-17T18:00[Asia/Shanghai]",
    ends="2015-08-17T20:00[Asia/Shanghai]",
    stop_kind=StopKind.MEAL,
)


def shot(name: str, hour: int, minute: int = 0, **values: Any) -> Photo:
    taken = datetime(2015, 8, 17, hour, minute)
    given = {"taken_at": taken, "is_figure": False, "camera": "A"}
    return photo(name, **{**given, **values}).with_(caption="", file_name=f"{name}.jpg")


@pytest.fixture
def jobs(qtbot: QtBot) -> Any:
    made = Jobs()
    yield made
    assert made.close()


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: WORDS(f"edit.{name.code}", **name.values))


@pytest.fixture
def bare(qtbot: QtBot, database: Database, editor: Editor, jobs: Jobs) -> PhotosView:
    view = PhotosView(database, editor, jobs, Formats(WORDS))
    view.resize(1072, 700)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    return view


@pytest.fixture
def view(qtbot: QtBot, bare: PhotosView, keep: Callable[..., None]) -> PhotosView:
    keep(HOST, delegation(), VISIT, DINNER)
    keep(shot("visit", 14, 30), shot("dinner", 18, 30), shot("night", 3))
    with qtbot.waitSignal(bare.read):
        bare.show_delegation(TRIP)
    return bare


def stored(database: Database, name: str) -> Photo:
    with database.read() as session:
        found = Repository(session.connection(), Photo).find(key(f"photo {name}"))
    assert found is not None
    return found


def clocks(database: Database) -> list[CameraClock]:
    with database.read() as session:
        return list(Repository(session.connection(), CameraClock).select())


def names(view: PhotosView) -> list[str]:
    return [line.photo.file_name.removesuffix(".jpg") for line in view.grid.plan.lines]


def press(qtbot: QtBot, view: PhotosView, keys: Any, modifier: Any = None) -> None:
    """A key in the grid; the edit that follows is read again."""
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    with qtbot.waitSignal(view.read):
        qtbot.keyClick(view.grid, keys, modifier or Qt.KeyboardModifier.NoModifier)


def jpeg(colour: str, taken: str = "") -> bytes:
    marks = Image.Exif()
    if taken:
        marks.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = taken
    target = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(target, "JPEG", exif=marks)
    return target.getvalue()


def test_the_models_keep_the_contract_of_qt(view: PhotosView) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(view.grid.plan, mode)
    view.shelves.choose(TRAY)
    view.shelves.choose(ALL)
    assert names(view) == ["night", "visit", "dinner"]


def test_an_empty_page_says_what_comes_here(bare: PhotosView, qtbot: QtBot, keep: Any) -> None:
    keep(delegation())
    with qtbot.waitSignal(bare.read):
        bare.show_delegation(TRIP)
    assert not bare.grid.isVisible()
    assert not bare.panel.isVisible()
    assert bare.add.isEnabled()


def test_nothing_is_shown_any_more_once_the_window_goes(
    bare: PhotosView, qtbot: QtBot, keep: Any, jobs: Jobs
) -> None:
    keep(delegation(), shot("visit", 14))
    read: list[bool] = []
    bare.read.connect(lambda: read.append(True))
    bare.show_delegation(TRIP)
    bare.close_photos()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert read == []
    assert bare.grid.plan.lines == ()


def test_without_a_delegation_nothing_can_be_added(bare: PhotosView) -> None:
    bare.show_delegation(None)
    assert not bare.add.isEnabled()
    assert not bare.menu_acts.paste.isEnabled()


def test_with_large_text_the_room_of_photos_fits_a_small_screen(
    qtbot: QtBot, view: PhotosView, appearance: Appearance
) -> None:
    appearance.choose(text_size=1.5)
    room = 1280 - px(NARROW)
    view.resize(room, 700)
    qtbot.waitUntil(lambda: view.minimumSizeHint().width() <= room)
    buttons = view.findChild(ActBar).findChildren(Button)
    assert all(each.width() >= each.minimumSizeHint().width() for each in buttons)


def test_shelves_part_what_waits_from_what_is_proposed(view: PhotosView) -> None:
    view.shelves.choose(TRAY)
    assert names(view) == ["night"]
    view.shelves.choose(TO_CONFIRM)
    assert names(view) == ["visit", "dinner"]
    view.shelves.choose(VISIT.id)
    assert names(view) == ["visit"]


def test_one_key_after_the_other_accepts_all(
    view: PhotosView, qtbot: QtBot, database: Database, editor: Editor
) -> None:
    view.shelves.choose(TO_CONFIRM)
    press(qtbot, view, Qt.Key.Key_A)
    press(qtbot, view, Qt.Key.Key_A)
    assert stored(database, "visit").stop_id == VISIT.id
    assert stored(database, "dinner").stop_id == DINNER.id
    assert names(view) == []
    with qtbot.waitSignal(view.read):
        editor.undo_stack.undo()
    assert stored(database, "dinner").stop_id is None


def test_another_key_moves_a_photo_elsewhere(
    view: PhotosView, qtbot: QtBot, database: Database
) -> None:
    page = view.grid.plan.page
    assert page is not None
    view.shelves.choose(TRAY)
    dialog = view.acts.ask_place(page, view.grid.lines)
    dialog.form.input("stop_id").show_value(DINNER.id)
    with qtbot.waitSignal(view.read):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert stored(database, "night").stop_id == DINNER.id
    view.shelves.choose(DINNER.id)
    view.grid.choose(key("photo night"))
    press(qtbot, view, Qt.Key.Key_Backspace)
    assert stored(database, "night").stop_id is None


def test_photos_dropped_on_a_stop_stand_there(
    view: PhotosView, qtbot: QtBot, database: Database
) -> None:
    with qtbot.waitSignal(view.read):
        view.shelves.dropped.emit([key("photo night")], VISIT.id)
    assert stored(database, "night").stop_id == VISIT.id
    with qtbot.waitSignal(view.read):
        view.shelves.dropped.emit([key("photo night")], FIGURES)
    assert stored(database, "night").is_figure


def test_figures_are_chosen_and_ordered_and_numbers_follow(view: PhotosView, qtbot: QtBot) -> None:
    qtbot.keyClick(view.grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, view, Qt.Key.Key_F)
    view.shelves.choose(FIGURES)
    assert names(view) == ["night", "visit", "dinner"]
    view.grid.choose(key("photo dinner"))
    press(qtbot, view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert names(view) == ["night", "dinner", "visit"]
    press(qtbot, view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert names(view) == ["night", "visit", "dinner"]
    drop(qtbot, view, "night", "dinner")
    assert names(view) == ["visit", "night", "dinner"]
    assert [line.number for line in view.grid.plan.lines] == [1, 2, 3]


def drop(qtbot: QtBot, view: PhotosView, name: str, before: str) -> None:
    carried = QMimeData()
    carried.setData(MIME, str(key(f"photo {name}")).encode())
    rect = view.grid.visualRect(view.grid.plan.index(names(view).index(before)))
    where = QPointF(rect.left() + 4, rect.center().y())
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(where, Qt.DropAction.MoveAction, carried, left, plain)
    with qtbot.waitSignal(view.read):
        view.grid.dropEvent(event)


def test_a_caption_is_drafted_but_never_over_what_was_written(
    view: PhotosView, qtbot: QtBot, database: Database
) -> None:
    view.grid.choose(key("photo visit"))
    press(qtbot, view, Qt.Key.Key_C)
    assert stored(database, "visit").caption == "參訪包頭稀土研究院"
    form = view.panel.form
    form.input("caption").show_value("實驗室")
    with qtbot.waitSignal(view.read):
        form.left.emit("caption")
    qtbot.keyClick(view.grid, Qt.Key.Key_C)
    assert stored(database, "visit").caption == "實驗室"


def test_what_is_said_of_a_photo_is_stored_as_one_leaves_the_field(
    view: PhotosView, qtbot: QtBot, database: Database, editor: Editor
) -> None:
    view.grid.choose(key("photo visit"))
    form = view.panel.form
    form.input("alt_text").show_value("兩人\n握手")
    with qtbot.waitSignal(view.read):
        form.left.emit("alt_text")
    assert stored(database, "visit").alt_text == "兩人 握手"
    assert "alt" in editor.undo_stack.undo_text or "替代" in editor.undo_stack.undo_text
    press(qtbot, view, Qt.Key.Key_I)
    assert stored(database, "visit").disclosure is Disclosure.INTERNAL


def test_one_anchor_mends_the_clock_and_moves_its_photos(
    view: PhotosView, qtbot: QtBot, database: Database
) -> None:
    view.grid.choose(key("photo night"))
    page, line = view.grid.plan.page, view.grid.line
    assert page is not None
    assert line is not None
    dialog = view.acts.ask_anchor(page, line)
    assert isinstance(dialog.form, AnchorForm)
    stops = dialog.form.input("stop")
    stops.show_value(VISIT.id)
    stops.finished.emit()
    with qtbot.waitSignal(view.read):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    (clock,) = clocks(database)
    assert clock.correction == 11 * 3600 - 8 * 3600
    view.shelves.choose(VISIT.id)
    assert names(view) == ["night"]
    assert stored(database, "night").taken_at == datetime(2015, 8, 17, 3, 0)


def test_a_time_that_is_none_stays_in_its_field(view: PhotosView, database: Database) -> None:
    page, line = view.grid.plan.page, view.grid.line
    assert page is not None
    assert line is not None
    dialog = view.acts.ask_anchor(page, line)
    dialog.form.input("clock").show_value("午後")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.form.problem("clock")
    assert clocks(database) == []
    dialog.reject()


def test_positions_propose_a_clock_that_is_taken_and_forgotten(
    view: PhotosView, qtbot: QtBot, database: Database, keep: Any
) -> None:
    with qtbot.waitSignal(view.read):
        keep(
            *(
                shot(f"gps{number}", 1, number, camera="B").with_(
                    position_at=datetime(2015, 8, 17, 6, number)
                )
                for number in range(4)
            )
        )
    dialog = view.work.show_cameras()
    assert dialog is not None
    dialog.table.choose("B")
    with qtbot.waitSignal(view.read):
        dialog.mend.click()
    assert [clock.correction for clock in clocks(database)] == [5 * 3600]
    with qtbot.waitSignal(view.read):
        dialog.forget.click()
    assert clocks(database) == []
    dialog.reject()


def test_bad_files_are_named_and_the_rest_come_in(
    view: PhotosView, qtbot: QtBot, database: Database, tmp_path: Path
) -> None:
    (tmp_path / "a.jpg").write_bytes(jpeg("teal"))
    (tmp_path / "text.jpg").write_text("no picture")
    (tmp_path / "empty.jpg").write_bytes(b"")
    told: list[Any] = []
    view.taking_in.told.connect(lambda errors, known: told.append((errors, known)))
    with qtbot.waitSignal(view.read):
        view.taking_in.take_files(TRIP, [tmp_path])
    assert "a" in names(view)
    ((errors, known),) = told
    assert sorted(error.context["name"] for error in errors) == ["empty.jpg", "text.jpg"]
    assert known == []
    assert view.report.isVisible()
    with qtbot.waitSignal(view.taking_in.told):
        view.taking_in.take_files(TRIP, [tmp_path / "a.jpg"])
    assert told[-1][1] == ["a.jpg"]


def test_what_tells_a_wrong_time_is_left_out_until_it_is_wanted_without(
    view: PhotosView, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "2099.jpg").write_bytes(jpeg("teal", taken="2099:01:01 00:00:00"))
    with qtbot.waitSignal(view.taking_in.told):
        view.taking_in.take_files(TRIP, [tmp_path])
    assert "2099" not in names(view)
    view.report.findChild(Button).click()
    (dialog,) = (each for each in view.findChildren(Dialog) if each.isVisible())
    assert "2099.jpg" in " ".join(label.text() for label in dialog.findChildren(Label))
    with qtbot.waitSignal(view.read):
        dialog.act.click()
    assert "2099" in names(view)
    assert not view.taking_in.has_mistimed


def test_a_picture_is_pasted(view: PhotosView, qtbot: QtBot) -> None:
    carried = QMimeData()
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    carried.setImageData(image)
    with qtbot.waitSignal(view.read):
        assert view.taking_in.take_carried(TRIP, carried)
    assert "pasted.png" in [line.photo.file_name for line in view.grid.plan.lines]
    assert not view.taking_in.take_carried(TRIP, QMimeData())


def test_files_dropped_on_the_page_come_in(view: PhotosView, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "dropped.jpg").write_bytes(jpeg("olive"))
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, carried, left, plain)
    with qtbot.waitSignal(view.read):
        view.dropEvent(event)
    assert "dropped" in names(view)


def test_a_batch_that_is_cancelled_leaves_nothing(
    view: PhotosView, qtbot: QtBot, tmp_path: Path, database: Database
) -> None:
    for number in range(30):
        (tmp_path / f"{number}.jpg").write_bytes(jpeg(f"#{number:02d}4466"))
    view.taking_in.take_files(TRIP, [tmp_path])
    view.taking_in.cancel()
    qtbot.waitUntil(lambda: not view.taking_in.is_busy)
    assert len(names(view)) == 3
    assert list(database.files.folder.glob("??/" + "?" * 64)) == []


def test_many_are_placed_in_a_thread_and_the_window_hears_of_it(
    view: PhotosView, qtbot: QtBot, database: Database, keep: Any, editor: Editor
) -> None:
    with qtbot.waitSignal(view.read):
        keep(*(shot(f"more{number}", 14, number) for number in range(40)))
    with qtbot.waitSignal(editor.stored), qtbot.waitSignal(view.read):
        view.menu_acts.accept_sure.trigger()
    assert stored(database, "more7").stop_id == VISIT.id
    assert editor.undo_stack.undo_text


def test_spare_photos_of_a_scene_are_hidden(view: PhotosView, qtbot: QtBot, keep: Any) -> None:
    looks = "00ff00ff00ff00ff"
    with qtbot.waitSignal(view.read):
        keep(*(shot(name, 15, 1).with_(fingerprint=looks) for name in ("x", "y")))
    assert {"x", "y"} <= set(names(view))
    view.menu_acts.stack.trigger()
    assert len({"x", "y"} & set(names(view))) == 1


def test_retouching_is_drawn_by_keys_and_taken(
    view: PhotosView, qtbot: QtBot, database: Database, tmp_path: Path
) -> None:
    (tmp_path / "a.jpg").write_bytes(jpeg("teal"))
    with qtbot.waitSignal(view.read):
        view.taking_in.take_files(TRIP, [tmp_path])
    line = next(line for line in view.grid.plan.lines if line.photo.file_name == "a.jpg")
    dialog = view.acts.ask_retouch(line)
    assert dialog is not None
    dialog.tool.choose("blur")
    qtbot.keyClick(dialog.canvas, Qt.Key.Key_Left)
    qtbot.keyClick(dialog.canvas, Qt.Key.Key_Return)
    assert len(dialog.retouch.blurred) == 1
    dialog.right.click()
    dialog.slant.setValue(20)
    dialog.tool.choose("crop")
    dialog.canvas.drawn.emit(Box(left=0.1, top=0.1, width=0.5, height=0.5))
    dialog.left.click()
    with qtbot.waitSignal(view.read):
        dialog.accept()
    with database.read() as session:
        found = Repository(session.connection(), Photo).find(line.key)
    assert found is not None
    assert (found.retouch.quarters, found.retouch.degrees) == (0, 2.0)
    assert found.retouch.crop is not None
    dialog = view.acts.ask_retouch(line)
    assert dialog is not None
    dialog.reset.click()
    assert dialog.retouch == Retouch()
    dialog.reject()


def test_a_photo_whose_file_is_gone_is_told(view: PhotosView, qtbot: QtBot, editor: Editor) -> None:
    with qtbot.waitSignal(editor.refused):
        assert view.grid.line is not None
        assert view.acts.ask_retouch(view.grid.line) is None


def told_of(view: PhotosView, qtbot: QtBot, file: Path) -> list[str]:
    """The sentences about files that did not come in."""
    with qtbot.waitSignal(view.taking_in.told) as told:
        view.taking_in.take_files(TRIP, [file])
    return [WORDS.error(error) for error in told.args[0]]


def test_a_picture_that_memory_has_no_room_for_is_told_and_the_next_comes_in(
    view: PhotosView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "huge.jpg"
    file.write_bytes(jpeg("teal"))

    def full(*_: object, **__: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(Image.Image, "thumbnail", full)
        (sentence,) = told_of(view, qtbot, file)
    assert sentence == WORDS("error.picture.no_memory", name="huge.jpg")
    with qtbot.waitSignal(view.read):
        view.taking_in.take_files(TRIP, [file])
    assert "huge.jpg" in {line.photo.file_name for line in view.grid.plan.lines}


def test_a_picture_of_too_many_pixels_is_told_before_it_is_unpacked(
    view: PhotosView, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "wide.png"
    Image.new("1", (10_000, 8_001)).save(file)
    (sentence,) = told_of(view, qtbot, file)
    assert sentence == WORDS("error.picture.too_large", name="wide.png", most=80)


@pytest.mark.parametrize("gone", ["", "renditions"])
def test_pictures_whose_folder_went_away_are_shown_empty(
    view: PhotosView, qtbot: QtBot, tmp_path: Path, database: Database, gone: str
) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(jpeg("teal"))
    with qtbot.waitSignal(view.read):
        view.taking_in.take_files(TRIP, [file])
    shutil.rmtree(database.files.folder / gone)
    (database.files.folder / gone).write_text("no folder")  # nor can one be made there
    shown = ShownPictures(renditions_of(database.files).view, Jobs(), 10)
    (line,) = (each for each in view.grid.plan.lines if each.photo.file_name == "a.jpg")
    with qtbot.waitSignal(shown.arrived):
        assert shown.picture(line.photo) is None
    assert shown.picture(line.photo).isNull()


def test_a_frame_stays_within_the_picture() -> None:
    corner = Box(left=0, top=0, width=0.2, height=0.2)
    assert nudged(corner, (-1, -1), 0.05, stretches=False) == corner
    assert nudged(corner, (-1, 0), 0.5, stretches=True).width == pytest.approx(0.02)
    assert nudged(corner, (1, 0), 5, stretches=True).width == 1


def test_photos_are_given_out_without_anything_beside_the_picture(
    view: PhotosView, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "in" / "a.jpg").write_bytes(jpeg("teal"))
    with qtbot.waitSignal(view.read):
        view.taking_in.take_files(TRIP, [tmp_path / "in"])
    lines = [line for line in view.grid.plan.lines if line.photo.file_name == "a.jpg"]
    for _ in range(2):
        with qtbot.waitSignal(view.saved):
            view.acts.give_out(lines, tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a-2.jpg", "a.jpg"]


def test_photos_are_removed_and_come_back(view: PhotosView, qtbot: QtBot, editor: Editor) -> None:
    view.grid.choose(key("photo night"))
    press(qtbot, view, Qt.Key.Key_Delete)
    assert names(view) == ["visit", "dinner"]
    with qtbot.waitSignal(view.read):
        editor.undo_stack.undo()
    assert names(view) == ["night", "visit", "dinner"]


def test_the_menu_offers_what_the_keys_do(view: PhotosView) -> None:
    view.grid.menu_asked.emit(QPoint(10, 10))
    (menu,) = [menu for menu in view.findChildren(QMenu) if menu.isVisible()]
    assert view.menu_acts.place in menu.actions()
    menu.close()


def test_every_act_can_be_reached_by_a_key(view: PhotosView) -> None:
    lacking = [act.text() for act in view.actions() if act.shortcut().isEmpty()]
    assert lacking == []
    spoken = view.grid.plan.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "visit.jpg" in spoken
    assert "參訪" in spoken


def test_a_photo_that_is_looked_for_comes_into_hand(view: PhotosView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.read):
        view.choose(key("photo dinner"))
    line = view.grid.line
    assert line is not None
    assert isinstance(line.key, UUID)
    assert line.photo.file_name == "dinner.jpg"


def test_where_no_photo_is_yet_its_acts_stand_once(
    bare: PhotosView, qtbot: QtBot, keep: Callable[..., None]
) -> None:
    keep(HOST, delegation(), VISIT)
    with qtbot.waitSignal(bare.read):
        bare.show_delegation(TRIP)
    assert not bare.head.isVisible()
    shown = [each.text() for each in bare.findChildren(Button) if each.isVisible()]
    assert shown == [bare.menu_acts.add_folder.text(), bare.menu_acts.add.text()]
    with qtbot.waitSignal(bare.read):
        keep(shot("visit", 14, 30))
    assert bare.head.isVisible()


def test_sure_places_are_accepted_only_where_there_are_any(view: PhotosView, qtbot: QtBot) -> None:
    assert view.menu_acts.accept_sure.isEnabled()
    with qtbot.waitSignal(view.read):
        view.menu_acts.accept_sure.trigger()
    assert not any(line.is_sure for line in view.grid.plan.lines)
    assert not view.menu_acts.accept_sure.isEnabled()


def test_panels_grow_with_the_text_and_leave_room_for_a_photo(
    view: PhotosView, qtbot: QtBot, appearance: Appearance
) -> None:
    usual = view.panel.width()
    appearance.choose(text_size=2.0)
    view.resize(1400, 800)
    qtbot.waitUntil(lambda: view.panel.width() > usual)
    assert view.grid.viewport().width() >= view.grid.gridSize().width()
    assert view.panel.geometry().right() <= view.width()
