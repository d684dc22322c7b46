"""From an empty store and forty photos to a filed report: by real events, in one evening."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import pypdfium2
from PIL import ExifTags, Image, ImageDraw
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog

from planner.demo import SAMPLE
from planner.domain.delegation import Role
from planner.domain.manuscript import ChapterMeaning
from planner.domain.values import Disclosure
from planner.exchange.bundle import read_bundle, write_bundle
from planner.printing import profile_of
from planner.resources import resource
from planner.rules.check import check
from planner.rules.notice import Notice, parted
from planner.ui.components.buttons import Button
from planner.ui.components.labels import Label
from planner.ui.photos.shelf_list import ALL, FIGURES, TO_CONFIRM
from planner.ui.places import DELEGATION, PHOTOS, REPORT
from planner.ui.report.writing.writing_view import WritingView

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
CAMERAS = ("Lotus 7", "Camellia X", "Orchid 3")
SLOW = "Orchid 3"  # its clock was left eight hours behind
VISITS = (datetime(2015, 8, 17, 15), datetime(2015, 8, 18, 9, 30), datetime(2015, 8, 18, 14, 30))
PLACES = ("參訪內蒙古農業大學食品科學與工程學院", "參訪輝騰錫勒風力發電廠", "參訪內蒙古師範大學")
ABSURD = {
    "year-0.jpg": "0000:01:01 00:00:00",
    "epoch.jpg": "1970:01:01 00:00:00",
    "future.jpg": "2099:08:17 15:00:00",
}
LONG = 60_000
DAY = date(2015, 10, 26)
WRITTEN = "其後，雙方就後續合作交換意見。"
SENTENCE = "訪團參訪稀土產業並與各單位座談交流。"
SECRET = "此段僅供內部參考。"
REASON = "來源未載，已於報告註明。"
FILLED = {"cover.no_leader", "cover.no_system_number", "cover.no_reported_on", "journey.no_budget"}


# Made photos


def picture(number: int) -> Image.Image:
    """No two of them alike."""
    made = Image.new("RGB", (320, 240), (number * 6 % 256, 90, 150))
    pen = ImageDraw.Draw(made)
    for bit in range(6):
        if number >> bit & 1:
            pen.rectangle((bit * 53, 0, bit * 53 + 40, 239), "white")
    return made


def jpeg(number: int, camera: str, told: str) -> bytes:
    marks = Image.Exif()
    marks[ExifTags.Base.Model] = camera
    marks.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = told
    target = io.BytesIO()
    picture(number).save(target, "JPEG", exif=marks)
    return target.getvalue()


def good_photos(folder: Path) -> Iterator[Path]:
    """Forty, of three cameras that were carried to the same visits."""
    for number in range(40):
        camera = CAMERAS[number % 3]
        taken = VISITS[number // 3 % 3] + timedelta(minutes=number)
        told = taken - timedelta(hours=8) if camera == SLOW else taken
        path = folder / f"photo-{number:02d}.jpg"
        path.write_bytes(jpeg(number, camera, f"{told:%Y:%m:%d %H:%M:%S}"))
        yield path


def huge_png() -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    sum_of_it = struct.pack(">I", zlib.crc32(head))
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + sum_of_it


def bad_photos(folder: Path) -> list[Path]:
    contents = {
        "cut-off.jpg": jpeg(41, CAMERAS[0], "2015:08:17 15:00:00")[:900],
        "empty.jpg": b"",
        "letter.jpg": "這是一封信".encode(),
        "huge.png": huge_png(),
        **{name: jpeg(50 + at, CAMERAS[0], told) for at, (name, told) in enumerate(ABSURD.items())},
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in contents]


# Hands


def drop(window, paths: Sequence[Path]) -> None:
    """As a desktop does it: over the window first, then let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    at, none = QPointF(400, 300), Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(at.toPoint(), *held, none)
    QApplication.sendEvent(window.frame, over)
    assert over.isAccepted()
    QApplication.sendEvent(window.frame, QDropEvent(at, *held, none))


def facts_of_the_sample(folder: Path) -> Path:
    """Its records without its photos and without a written word of its report."""
    bundle = read_bundle(resource("samples", SAMPLE))
    left = [record for record in bundle.records if record.kind not in ("photo", "section")]
    path = folder / "facts.planner"
    path.write_bytes(write_bundle(left, bundle.files.__getitem__))
    return path


def with_facts(office, folder: Path):
    window = office.open()
    assert window.is_store_empty
    drop(window, [facts_of_the_sample(folder)])
    office.until(lambda: window.here.place == DELEGATION)
    office.wake(window)
    return window


def with_photos(office, window, paths: Sequence[Path], count: int):
    drop(window, paths)
    assert window.here.place == PHOTOS
    view = window.areas.photos
    view.shelves.choose(ALL)
    office.until(lambda: len(view.grid.plan.lines) == count)
    office.until(lambda: not view.taking_in.is_busy)
    view.grid.setFocus()
    return view


def photos(office, window):
    return office.dossier(window.here.delegation).photos


def shelf(office, view, key, count: int) -> None:
    """All photos of a shelf are in hand."""
    office.until(lambda: view.shelves.choose(key) and len(view.grid.plan.lines) == count)
    view.grid.setFocus()
    office.press(Qt.Key.Key_A, CONTROL)
    office.until(lambda: len(view.grid.lines) == count)


def saved_as(office, window, path: Path) -> Path:
    """Where to? What prints wrongly is named first, where anything does."""

    def asked() -> QFileDialog | None:
        return window.frame.findChild(QFileDialog)

    if asked() is None:
        office.asking(window)
        office.press(Qt.Key.Key_Return)
    where = asked()
    where.fileSelected.emit(str(path))
    where.close()
    office.until(lambda: path in window.files.recent.paths, LONG)
    office.until(lambda: asked() is None)
    office.wake(window)
    window.areas.report.setFocus()
    return path


def test_from_an_empty_store_to_the_report_in_three_files(new_office, tmp_path):
    office, window = new_office, with_facts(new_office, tmp_path)
    view = with_photos(office, window, list(good_photos(tmp_path)), 40)
    placed(office, window, view)
    captioned(office, window, view)
    written(office, window)
    checked(office, window)
    exported(office, window, tmp_path)


def test_bad_photos_are_named_and_the_rest_come_in(new_office, tmp_path):
    office, window = new_office, with_facts(new_office, tmp_path)
    bad = bad_photos(tmp_path)
    good = list(good_photos(tmp_path))[:3]
    view = with_photos(office, window, [*bad, *good], 3)
    office.until(lambda: view.report.isVisible())
    assert str(len(bad)) in view.report.sentence.text()
    office.click(view.report.findChild(Button))
    asking = office.asking(window)
    told = "\n".join(label.text() for label in asking.findChildren(Label))
    assert [path.name for path in bad if path.name not in told] == []
    # whose date nobody can have taken it at comes in without it, if it is wanted
    office.click(asking.act)
    office.until(lambda: len(photos(office, window)) == 3 + len(ABSURD))
    undated = [photo for photo in photos(office, window) if photo.taken_at is None]
    assert {photo.file_name for photo in undated} == set(ABSURD)


def placed(office, window, view) -> None:
    # one anchor mends the clock of the slow camera
    anchor = next(line for line in view.grid.plan.lines if line.photo.file_name == "photo-02.jpg")
    view.choose(anchor.key)
    office.until(lambda: view.grid.line is not None and view.grid.line.key == anchor.key)
    office.press(Qt.Key.Key_T)
    form = office.asking(window).form
    form.input("clock").setFocus()
    form.input("clock").selectAll()
    office.type("15:02")
    office.press(Qt.Key.Key_Return)
    office.back(window)
    # every photo is at its visit by now, by a proposal; two keys let them all stand
    office.until(lambda: len({line.stop_id for line in view.grid.plan.lines}) == 3)
    shelf(office, view, TO_CONFIRM, 40)
    office.press(Qt.Key.Key_A)
    office.until(lambda: all(photo.stop_id for photo in photos(office, window)))
    found = office.dossier(window.here.delegation)
    for photo in found.photos:
        number = int(photo.file_name[6:8])
        stop = found.stop(photo.stop_id)
        assert stop.title == PLACES[number // 3 % 3], photo.file_name


def captioned(office, window, view) -> None:
    shelf(office, view, ALL, 40)
    office.press(Qt.Key.Key_C)
    office.until(lambda: all(photo.caption for photo in photos(office, window)))
    # three become figures, told for those who cannot see them
    choose_first(office, view, 3)
    office.press(Qt.Key.Key_F)
    office.until(lambda: sum(photo.is_figure for photo in photos(office, window)) == 3)
    shelf(office, view, FIGURES, 3)
    for row in range(3):
        office.click(view.grid.viewport(), cell(view, row))
        view.panel.form.input("alt_text").setFocus()
        office.type(SENTENCE)
        view.grid.setFocus()
        office.until(lambda told=row + 1: sum(map(is_told, photos(office, window))) == told)
    # and the first is not for the public
    choose_first(office, view, 1)
    office.press(Qt.Key.Key_I)
    office.until(lambda: len(internal(office, window)) == 1)


def is_told(photo) -> bool:
    return photo.alt_text == SENTENCE


def cell(view, row: int):
    return view.grid.visualRect(view.grid.plan.index(row, 0)).center()


def internal(office, window):
    return [photo for photo in photos(office, window) if photo.disclosure is Disclosure.INTERNAL]


def choose_first(office, view, count: int) -> None:
    view.grid.scrollToTop()
    office.click(view.grid.viewport(), cell(view, 0))
    for _ in range(count - 1):
        office.press(Qt.Key.Key_Right, SHIFT)
    office.until(lambda: len(view.grid.lines) == count)


def written(office, window) -> None:
    office.go(window, REPORT)
    office.press(Qt.Key.Key_W, CONTROL | SHIFT)
    room = window.areas.report.findChild(WritingView)
    office.until(room.isVisible)
    for meaning in (ChapterMeaning.HOSTS, ChapterMeaning.FINDINGS, ChapterMeaning.PROCEEDINGS):
        enter(room, meaning)
        office.press(Qt.Key.Key_U, CONTROL)
        office.until(lambda: bool(room.section and room.section.text), LONG)
    room.edit.setFocus()
    room.edit.moveCursor(QTextCursor.MoveOperation.End)
    office.press(Qt.Key.Key_Return)
    office.type(WRITTEN)
    office.press(Qt.Key.Key_Return)
    office.type(SECRET)
    office.press(Qt.Key.Key_L, CONTROL | SHIFT)
    office.until(lambda: WRITTEN in room.section.text and SECRET in room.section.text)
    # what was drafted before stands as it was, and the mark is on the last paragraph alone
    assert room.section.meaning is ChapterMeaning.PROCEEDINGS
    drafted, _, last = room.section.text.partition(WRITTEN)
    assert "{figures:" in drafted
    assert last.strip() == SECRET + "{internal:paragraph}"
    for meaning in (ChapterMeaning.SUMMARY, ChapterMeaning.AIM):
        enter(room, meaning)
        office.type(SENTENCE * 12)
        office.until(lambda: room.section is not None and SENTENCE in room.section.text)


def enter(room, meaning: ChapterMeaning) -> None:
    line = next(each for each in room.outline.lines if each.meaning is meaning)
    room.outline.choose(line.key)
    room.edit.setFocus()


def checked(office, window) -> None:
    """What lacks is filled in where it is kept; what cannot be known stands with a reason."""
    name_leader(office, window)
    fill_cover(office, window)
    office.go(window, REPORT)
    room = window.areas.report.findChild(WritingView)
    office.until(room.isVisible)
    office.until(lambda: not FILLED & {each.rule for each in waiting(room)}, LONG)
    while left := waiting(room):
        let_stand(office, window, room)
        office.until(lambda left=left: waiting(room) != left)
    office.until(room.problems.nothing.isVisible)
    # the checks find the same from the store, as the command line tells them
    found = office.dossier(window.here.delegation)
    left, accepted = parted(check(found, profile_of(found, None), DAY), found.accepted)
    assert list(left) == []
    assert {reason for _, reason in accepted} == {REASON}


def name_leader(office, window) -> None:
    office.click(window.frame.sidebar.delegation)
    office.until(lambda: window.here.place == DELEGATION)
    page = window.areas.delegation
    (first, *_) = office.dossier(window.here.delegation).members
    office.until(lambda: page.members.choose(first.id))
    page.members.setFocus()
    office.press(Qt.Key.Key_Return)
    form = office.asking(window).form
    form.input("role").setFocus()
    office.press(Qt.Key.Key_L)
    form.input("post_title").setFocus()
    office.press(Qt.Key.Key_Return)
    office.back(window)
    assert office.dossier(window.here.delegation).members[0].role is Role.LEADER


def fill_cover(office, window) -> None:
    window.areas.delegation.setFocus()
    office.press(Qt.Key.Key_E, CONTROL)
    form = office.asking(window).form
    told = {"system_number": "C10400001", "reported_on": "104/10/26", "budget_note": "由各機關支應"}
    for field, words in told.items():
        form.input(field).setFocus()
        office.type(words)
    form.input("system_number").setFocus()
    office.press(Qt.Key.Key_Return)
    office.back(window)


def waiting(room) -> list[Notice]:
    """What neither was mended nor stands with a reason, as the list shows it."""
    return [line.notice for line in room.problems.list.lines]


def let_stand(office, window, room) -> None:
    """F8 goes to the next problem; A lets it stand, for a reason that is written down."""
    room.edit.setFocus()
    office.press(Qt.Key.Key_F8)
    office.press(Qt.Key.Key_A)
    asking = office.asking(window)
    asking.form.input("reason").setFocus()
    office.type(REASON)
    office.click(asking.act)
    office.back(window)


def exported(office, window, folder: Path) -> None:
    view = window.areas.report
    office.press(Qt.Key.Key_A, CONTROL | ALT)
    pdf = saved_as(office, window, folder / "報告.pdf")
    # it carries all it was made from
    (key,) = read_bundle(pdf).delegations
    assert key == window.here.delegation
    office.press(Qt.Key.Key_E, CONTROL | SHIFT)
    docx = saved_as(office, window, folder / "報告.docx")
    office.press(Qt.Key.Key_W, CONTROL | SHIFT)
    office.click(public_choice(view))
    office.printed(window)
    office.press(Qt.Key.Key_E, CONTROL)
    public = saved_as(office, window, folder / "公開.pdf")
    assert SECRET in words_of(pdf)
    assert WRITTEN in words_of(pdf)
    assert SECRET not in words_of(public)
    assert WRITTEN in words_of(public)
    with zipfile.ZipFile(docx) as file:
        assert WRITTEN in file.read("word/document.xml").decode()


def public_choice(view):
    buttons = view.bar.edition.findChildren(QAbstractButton)
    return next(button for button in buttons if button.text() == "Public")


def words_of(path: Path) -> str:
    file = pypdfium2.PdfDocument(path)
    try:
        pages = [page.get_textpage().get_text_range() for page in file]
    finally:
        file.close()
    return "".join("".join(pages).split())
