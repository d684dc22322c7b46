"""Photos come in once, are placed, described, chosen and ordered; every step can be taken back."""

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from planner.domain.changes import EditName
from planner.domain.errors import NotFound, Refused
from planner.domain.photo import Box, CameraClock, ClockOrigin, Photo, Retouch
from planner.domain.values import Disclosure, LocalTime
from planner.store.database import Database
from planner.usecases.naming import Named
from planner.usecases.photo_files import PictureFile, picture_files, take_up
from planner.usecases.photos import (
    TakenIn,
    caption_photos,
    change_photo,
    choose_figures,
    disclose_photos,
    drop_figures,
    forget_clock,
    order_figures,
    place_photos,
    remove_photos,
    retouch_photo,
    set_clock,
    set_clock_by_anchor,
    take_in_photos,
)
from tests.builders import delegation, key, photo, stop

EDIT = EditName("test")
Keep = Callable[..., None]


def jpeg(colour: str = "teal", size: tuple[int, int] = (64, 48), taken: str = "") -> bytes:
    marks = Image.Exif()
    if taken:
        marks.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = taken
    target = io.BytesIO()
    Image.new("RGB", size, colour).save(target, "JPEG", exif=marks)
    return target.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "camera"
    (made / "deeper").mkdir(parents=True)
    (made / "a.jpg").write_bytes(jpeg("teal"))
    (made / "deeper" / "b.JPG").write_bytes(jpeg("navy"))
    (made / "c.jpg").write_bytes(jpeg("teal"))
    (made / "cut.jpg").write_bytes(jpeg("red", (640, 480))[:900])
    (made / "empty.jpg").write_bytes(b"")
    (made / "text.jpg").write_text("no picture")
    (made / "epoch.jpg").write_bytes(jpeg("gold", taken="1970:01:01 00:00:00"))
    (made / "._a.jpg").write_bytes(b"\0\0")
    (made / "list.txt").write_text("not asked for")
    return made


def taken_in(database: Database, folder: Path) -> TakenIn:
    up = take_up(picture_files([folder]), database.files)
    with database.begin(EDIT) as work:
        return take_in_photos(work, key("delegation"), up.kept)


def read(database: Database, of: Photo) -> Photo:
    with database.begin(EDIT) as work:
        return work.get(Photo, of.id)


def order(database: Database) -> list[str]:
    with database.begin(EDIT) as work:
        found = work.where(Photo, delegation_id=key("delegation"), is_figure=True)
    return [each.caption for each in sorted(found, key=lambda each: each.position)]


def test_bad_files_are_named_and_the_rest_come_in(database: Database, folder: Path) -> None:
    up = take_up(picture_files([folder]), database.files)
    assert [kept.name for kept in up.kept] == ["a.jpg", "c.jpg", "b.JPG"]
    told = {error.context["name"]: error.code for error in up.left_out}
    assert told == {
        "cut.jpg": "picture.damaged",
        "empty.jpg": "picture.not_a_picture",
        "text.jpg": "picture.not_a_picture",
        "epoch.jpg": "picture.absurd_time",
    }


def test_what_only_tells_a_wrong_time_can_be_taken_in_without_it(
    database: Database, folder: Path
) -> None:
    up = take_up(picture_files([folder]), database.files)
    again = take_up(up.mistimed, database.files, with_mistimed=True)
    assert [(kept.name, kept.facts.taken_at) for kept in again.kept] == [("epoch.jpg", None)]
    assert (again.left_out, again.mistimed) == ((), ())


def test_a_file_that_is_gone_is_named(database: Database, tmp_path: Path) -> None:
    up = take_up(picture_files([tmp_path / "gone.jpg"]), database.files)
    assert [error.code for error in up.left_out] == ["picture.cannot_read"]


def test_the_same_picture_comes_in_once(database: Database, keep: Keep, folder: Path) -> None:
    keep(delegation())
    first = taken_in(database, folder)
    assert [each.file_name for each in first.photos] == ["a.jpg", "b.JPG"]
    assert first.known == ("c.jpg",)
    assert not any(each.is_figure for each in first.photos)
    assert taken_in(database, folder).photos == ()


def test_the_files_themselves_are_left_as_they_are(
    database: Database, keep: Keep, folder: Path
) -> None:
    keep(delegation())
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    first, _ = taken_in(database, folder).photos
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert database.files.read(first.content) == before[folder / "a.jpg"]


def test_what_was_cancelled_leaves_nothing_behind(database: Database, folder: Path) -> None:
    class Stop(Exception):
        pass

    def progress(done: int, total: int) -> None:
        if done == 2:
            raise Stop

    already = database.files.put(jpeg("teal"))
    with pytest.raises(Stop):
        take_up(picture_files([folder]), database.files, progress)
    kept = {path.name for path in database.files.folder.glob("??/" + "?" * 64)}
    assert kept == {already}


def test_a_pasted_picture_is_kept_too(database: Database) -> None:
    pasted = PictureFile("pasted.png", lambda: jpeg("gold"))
    (kept,) = take_up([pasted], database.files).kept
    assert (kept.name, kept.is_new) == ("pasted.png", True)


def test_photos_are_placed_and_put_back(database: Database, keep: Keep) -> None:
    shot, visit = photo("a"), stop("研究院")
    keep(delegation(), visit, shot)
    with database.begin(EDIT) as work:
        place_photos(work, {shot.id: visit.id})
    assert read(database, shot).stop_id == visit.id
    with database.begin(EDIT) as work:
        place_photos(work, {shot.id: None})
    assert read(database, shot) == shot


def test_people_shown_may_be_told_by_name(database: Database, keep: Keep) -> None:
    shot = photo("a")
    keep(delegation(), shot)
    with database.begin(EDIT) as work:
        changed = change_photo(work, shot.id, people_ids=[Named("張建國")], alt_text="兩人握手")
    assert len(changed.people_ids) == 1
    assert changed.alt_text == "兩人握手"


def test_captions_disclosure_and_retouch_are_kept(database: Database, keep: Keep) -> None:
    shot = photo("a")
    keep(delegation(), shot)
    retouch = Retouch(quarters=1, blurred=(Box(left=0.1, top=0.1, width=0.2, height=0.2),))
    with database.begin(EDIT) as work:
        caption_photos(work, {shot.id: "參訪"})
        disclose_photos(work, [shot.id], Disclosure.INTERNAL)
        retouch_photo(work, shot.id, retouch)
    found = read(database, shot)
    assert (found.caption, found.disclosure) == ("參訪", Disclosure.INTERNAL)
    assert found.retouch == retouch


def test_numbers_follow_the_order_of_figures(database: Database, keep: Keep) -> None:
    shots = [photo(name, is_figure=False) for name in "abcd"]
    keep(delegation(), *shots)
    with database.begin(EDIT) as work:
        choose_figures(work, [shots[2].id, shots[0].id])
        choose_figures(work, [shots[3].id, shots[0].id])
    assert order(database) == ["c", "a", "d"]
    with database.begin(EDIT) as work:
        order_figures(work, [shots[3].id], shots[2].id, key("delegation"))
    assert order(database) == ["d", "c", "a"]
    with database.begin(EDIT) as work:
        order_figures(work, [shots[3].id, shots[2].id], None, key("delegation"))
    assert order(database) == ["a", "d", "c"]
    with database.begin(EDIT) as work:
        drop_figures(work, [shots[3].id])
    assert order(database) == ["a", "c"]


def test_one_anchor_sets_the_clock_of_its_camera(database: Database, keep: Keep) -> None:
    shot = photo("a", camera="A", taken_at=datetime(2015, 8, 17, 7, 5))
    keep(delegation(), shot)
    told = LocalTime(at=datetime(2015, 8, 17, 14, 5), zone="Asia/Shanghai")
    with database.begin(EDIT) as work:
        clock = set_clock_by_anchor(work, shot.id, told)
        again = set_clock(work, key("delegation"), "A", 60)
    assert (clock.correction, clock.anchor_id, clock.origin) == (
        -3600,
        shot.id,
        ClockOrigin.ANCHOR,
    )
    assert (again.id, again.correction, again.anchor_id) == (clock.id, 60, None)
    with database.begin(EDIT) as work:
        forget_clock(work, key("delegation"), "A")
        assert work.where(CameraClock) == ()
    assert read(database, shot) == shot


def test_a_photo_without_a_time_sets_no_clock(database: Database, keep: Keep) -> None:
    shot = photo("a", camera="A")
    keep(delegation(), shot)
    told = LocalTime(at=datetime(2015, 8, 17, 14, 5), zone="Asia/Shanghai")
    with pytest.raises(Refused), database.begin(EDIT) as work:
        set_clock_by_anchor(work, shot.id, told)


def test_a_clock_forgets_an_anchor_that_is_removed(database: Database, keep: Keep) -> None:
    shot = photo("a", camera="A")
    keep(delegation(), shot)
    with database.begin(EDIT) as work:
        clock = set_clock(work, key("delegation"), "A", 60, anchor_id=shot.id)
        remove_photos(work, [shot.id])
        assert work.get(CameraClock, clock.id).anchor_id is None
        with pytest.raises(NotFound):
            work.get(Photo, shot.id)


def test_an_import_is_one_step_back(database: Database, keep: Keep, folder: Path) -> None:
    keep(delegation())
    committed = []
    database.observe(committed.append)
    photos = taken_in(database, folder).photos
    database.undo(committed[-1].number)
    with database.begin(EDIT) as work:
        assert work.where(Photo) == ()
    database.redo(committed[0].number)
    assert read(database, photos[0]) == photos[0]


def test_no_link_in_a_folder_is_followed(folder: Path, tmp_path: Path) -> None:
    known = picture_files([folder])
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "private.jpg").write_bytes(b"")
    (folder / "link.jpg").symlink_to(elsewhere / "private.jpg")
    (folder / "album").symlink_to(elsewhere)
    assert [each.name for each in picture_files([folder])] == [each.name for each in known]
