"""Photos that leave the office tell neither place nor camera, whatever file they leave in."""

import io
import zipfile
from datetime import datetime

import pytest
from PIL import ExifTags, Image

from planner.domain.photo import Box, CameraClock, Retouch
from planner.domain.values import Attachment, Place
from planner.exchange.bundle import write_bundle
from planner.exchange.clean_photos import with_traces_of, without_traces
from planner.exchange.export import Surroundings, Wish, export
from planner.exchange.portraits import portrait_kept, portrait_of
from planner.printing import WRITERS, Order, make_paper
from planner.store.database import Database
from planner.words import Words
from tests.builders import delegation, dossier, key, person, photo

SERIAL = b"SN-0042-SECRET"


def original() -> bytes:
    marks = Image.Exif()
    marks.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (24.0, 0.0, 0.0)})
    marks.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] = SERIAL.decode()
    target = io.BytesIO()
    Image.new("RGB", (400, 300), "teal").save(target, "JPEG", exif=marks)
    return target.getvalue()


def unpacked(content: bytes) -> bytes:
    """All that is in a file, also where it is an archive."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return content + b"".join(archive.read(name) for name in archive.namelist())


def test_an_archive_for_others_holds_photos_as_they_are_seen(database: Database) -> None:
    digest = database.files.put(original())
    crop = Retouch(crop=Box(left=0, top=0, width=0.5, height=1))
    shot = photo(
        "a",
        content=digest,
        camera="SONY #41c2",
        place=Place(latitude=24, longitude=121),
        position_at=datetime(2015, 8, 17),
        retouch=crop,
    )
    clock = CameraClock(delegation_id=key("delegation"), camera="SONY #41c2", correction=60)
    records, content_of = without_traces((delegation(), shot, clock), database.files.read)
    _, cleaned = records
    assert (cleaned.width, cleaned.height) == (200, 300)
    assert (cleaned.caption, cleaned.camera, cleaned.place) == (shot.caption, "", None)
    archive = unpacked(write_bundle(records, content_of))
    assert SERIAL not in archive
    assert b"41c2" not in archive
    assert digest.encode() not in archive


def test_a_portrait_that_came_with_traces_leaves_without_them(database: Database) -> None:
    """As from an archive of another program: those we keep ourselves tell nothing already."""
    ours = portrait_kept(portrait_of(original(), "card.jpg"))
    database.files.put(portrait_of(original(), "card.jpg"))
    foreign = Attachment(
        name="IMG_1.jpg", content=database.files.put(original()), media_type="image/jpeg"
    )
    people = (person("甲", portrait=foreign), person("乙", portrait=ours), person("丙"))
    records, content_of = without_traces(people, database.files.read)
    assert [each.portrait for each in records] == [ours, ours, None]
    archive = unpacked(write_bundle(records, content_of))
    assert SERIAL not in archive
    assert foreign.content.encode() not in archive


def test_one_who_goes_on_working_can_still_take_a_retouch_back(database: Database) -> None:
    digest = database.files.put(original())
    crop = Retouch(crop=Box(left=0, top=0, width=0.5, height=1))
    shot = photo("a", content=digest, camera="SONY #41c2", retouch=crop)
    (cleaned,), content_of = without_traces((shot,), database.files.read, keeps_retouch=True)
    assert (cleaned.retouch, cleaned.width, cleaned.camera) == (crop, 400, "")
    assert SERIAL not in content_of(cleaned.content)


@pytest.mark.parametrize("has_traces", [False, True])
@pytest.mark.parametrize("suffix", [".planner", ".json", ".csv", ".xlsx"])
def test_exports_tell_place_and_camera_only_where_asked(
    database: Database, suffix: str, has_traces: bool
) -> None:
    digest = database.files.put(original())
    place = Place(latitude=24.123456, longitude=121)
    shot = photo("a", content=digest, camera="SONY #41c2", place=place)
    clock = CameraClock(delegation_id=key("delegation"), camera="SONY #41c2", correction=60)
    found = dossier(photos=(shot,), camera_clocks=(clock,))
    wish = Wish(suffix, is_public=False, table="photo", has_traces=has_traces)
    around = Surroundings(Words("en"), datetime(2026, 1, 1), {}, database.files.read)
    content = unpacked(export(found, wish, around))
    assert (b"41c2" in content) is has_traces
    assert (b"24.123456" in content) is has_traces
    assert (SERIAL in content) is (has_traces and suffix == ".planner")


def test_a_cleaned_copy_that_comes_back_takes_nothing_from_the_photo_it_was(
    database: Database,
) -> None:
    crop = Retouch(crop=Box(left=0, top=0, width=0.5, height=1))
    digest = database.files.put(original())
    place = Place(latitude=24, longitude=121)
    known = photo("a", content=digest, camera="SONY #41c2", place=place, retouch=crop)
    for keeps in (False, True):
        (cleaned,), _ = without_traces((known,), database.files.read, keeps_retouch=keeps)
        told = cleaned.with_(caption="圖說")
        assert with_traces_of(told, known) == known.with_(caption="圖說")
    other = known.with_(content="0" * 64)
    assert with_traces_of(other, known) == other


@pytest.mark.parametrize("ending", WRITERS)
def test_no_paper_tells_what_the_camera_wrote(database: Database, ending: str) -> None:
    digest = database.files.put(original())
    assert SERIAL in database.files.read(digest)
    found = dossier(photos=(photo("a", content=digest, width=400, height=300),))
    printed = make_paper(found, Order("visit-report", ending=ending), database.files)
    assert SERIAL not in unpacked(printed.content)


def test_papers_print_a_photo_as_it_was_retouched(database: Database) -> None:
    digest = database.files.put(original())
    turned = photo("a", content=digest, width=400, height=300, retouch=Retouch(quarters=1))
    printed = make_paper(
        dossier(photos=(turned,)), Order("visit-report", ending=".docx"), database.files
    )
    with zipfile.ZipFile(io.BytesIO(printed.content)) as archive:
        pictures = [name for name in archive.namelist() if name.startswith("word/media/")]
        sizes = {Image.open(io.BytesIO(archive.read(name))).size for name in pictures}
    assert (300, 400) in sizes
