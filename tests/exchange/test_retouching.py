"""A retouched picture is another; the kept file stays, and what is given out tells nothing."""

import io
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from planner.domain.errors import UnreadableFile
from planner.domain.photo import Box, Retouch
from planner.exchange.pictures import THUMB
from planner.exchange.renditions import Renditions
from planner.exchange.retouching import clean_copy, retouched
from tests.builders import photo


def halves() -> Image.Image:
    """Red at the left, blue at the right."""
    made = Image.new("RGB", (400, 200), "red")
    made.paste("blue", (200, 0, 400, 200))
    return made


def stripes() -> Image.Image:
    made = Image.new("RGB", (400, 200), "white")
    for left in range(0, 400, 8):
        made.paste("black", (left, 0, left + 4, 200))
    return made


def jpeg(picture: Image.Image, **exif: object) -> bytes:
    marks = Image.Exif()
    marks[ExifTags.Base.Orientation] = exif.get("orientation", 1)
    marks.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (24.0, 0.0, 0.0)})
    marks.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] = "SN-0042"
    target = io.BytesIO()
    picture.save(target, "JPEG", exif=marks, quality=95)
    return target.getvalue()


def test_nothing_done_leaves_the_picture() -> None:
    assert retouched(halves(), Retouch()).tobytes() == halves().tobytes()


def test_a_quarter_turns_to_the_right() -> None:
    made = retouched(halves(), Retouch(quarters=1))
    assert made.size == (200, 400)
    assert made.getpixel((100, 10)) == (255, 0, 0)


def test_cropping_leaves_the_part() -> None:
    crop = Box(left=0.5, top=0.5, width=0.5, height=0.5)
    made = retouched(halves(), Retouch(crop=crop))
    assert made.size == (200, 100)
    assert made.getpixel((5, 5)) == (0, 0, 255)


def test_straightening_leaves_no_empty_corner() -> None:
    made = retouched(Image.new("RGB", (400, 300), "white"), Retouch(degrees=7))
    corners = [(0, 0), (made.width - 1, 0), (0, made.height - 1), (made.width - 1, made.height - 1)]
    assert {made.getpixel(corner) for corner in corners} == {(255, 255, 255)}
    assert 0.7 < made.width / 400 < 1


def test_a_blurred_part_can_not_be_read_and_the_rest_can() -> None:
    part = Box(left=0.25, top=0.25, width=0.5, height=0.5)
    made = retouched(stripes(), Retouch(blurred=(part,))).convert("L")
    inside = [made.getpixel((left, 100)) for left in range(120, 280)]
    outside = [made.getpixel((left, 20)) for left in range(120, 280)]
    assert max(inside) - min(inside) < 30
    assert max(outside) - min(outside) == 255


def test_a_copy_for_others_tells_neither_place_nor_serial_number() -> None:
    original = jpeg(halves(), orientation=6)
    assert b"SN-0042" in original
    copy = clean_copy(original)
    with Image.open(io.BytesIO(copy)) as picture:
        assert dict(picture.getexif()) == {}
        assert picture.size == (200, 400)
    assert b"SN-0042" not in copy


@pytest.fixture
def original(tmp_path: Path) -> Path:
    path = tmp_path / "original"
    path.write_bytes(jpeg(halves()))
    return path


def renditions(original: Path) -> Renditions:
    return Renditions(original.parent / "renditions", lambda content: original)


def test_a_photo_prints_from_its_kept_file_until_it_is_retouched(original: Path) -> None:
    plain = photo("a")
    turned = plain.with_(retouch=Retouch(quarters=1))
    assert renditions(original).full(plain) == original
    with Image.open(renditions(original).full(turned)) as picture:
        assert picture.size == (200, 400)
    assert original.read_bytes() == jpeg(halves())


def test_thumbs_are_made_once_and_follow_the_retouch(original: Path) -> None:
    shown = renditions(original)
    turned = Retouch(quarters=1)
    with Image.open(shown.thumb("f" * 64, turned)) as picture:
        assert picture.size == (160, THUMB)
    with Image.open(shown.thumb("f" * 64)) as picture:
        assert picture.size == (THUMB, 160)
    original.unlink()
    assert shown.thumb("f" * 64, turned).exists()


def test_a_spoilt_file_is_named(original: Path) -> None:
    original.write_bytes(b"spoilt")
    with pytest.raises(UnreadableFile):
        renditions(original).view("f" * 64)
    with pytest.raises(UnreadableFile):
        renditions(original).clean(photo("a"))


def test_a_picture_straightened_in_bands_is_the_one_turned_at_once() -> None:
    picture = Image.effect_noise((200, 150), 90).convert("RGB")
    made = retouched(picture, Retouch(degrees=7.5))
    whole = picture.rotate(-7.5, Image.Resampling.BICUBIC)
    left, top = (200 - made.width) // 2, (150 - made.height) // 2
    expected = whole.crop((left, top, left + made.width, top + made.height))
    assert made.tobytes() == expected.tobytes()
