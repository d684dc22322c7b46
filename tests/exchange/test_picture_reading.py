"""A picture read once tells its zone, its time of position, its body, and what it looks like."""

import io
import struct
import zlib
from datetime import datetime
from typing import Any

import pytest
from PIL import ExifTags, Image, ImageEnhance, ImageOps

from planner.domain.errors import UnreadableFile
from planner.exchange.pictures import (
    THUMB,
    VIEW,
    PictureFacts,
    fingerprint,
    picture_facts,
    read_picture,
)


def scene() -> Image.Image:
    made = Image.radial_gradient("L").resize((800, 600)).convert("RGB")
    made.paste("navy", (0, 400, 500, 600))
    return made


def jpeg(picture: Image.Image, **inner: Any) -> bytes:
    marks = Image.Exif()
    marks[ExifTags.Base.Model] = "R6"
    gps = inner.pop("gps", None)
    marks.get_ifd(ExifTags.IFD.Exif).update(
        {ExifTags.Base[name]: value for name, value in inner.items()}
    )
    if gps:
        marks.get_ifd(ExifTags.IFD.GPSInfo).update(gps)
    target = io.BytesIO()
    picture.save(target, "JPEG", exif=marks)
    return target.getvalue()


def facts(**inner: Any) -> PictureFacts:
    return picture_facts(jpeg(scene(), **inner), "a.jpg")


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("+08:00", 480), ("-07:00", -420), ("+05:45", 345), ("soon", None), ("+99:00", None)],
)
def test_the_zone_that_a_camera_tells_is_read(written: str, minutes: int | None) -> None:
    assert facts(OffsetTimeOriginal=written).utc_offset == minutes


def test_the_time_of_a_position_is_read_in_utc() -> None:
    gps = {29: "2015:08:18", 7: (6.0, 5.0, 9.5)}
    assert facts(gps=gps).position_at == datetime(2015, 8, 18, 6, 5, 9)


@pytest.mark.parametrize(
    "gps",
    [
        {29: "2015:08:18", 7: (99.0, 0.0, 0.0)},
        {29: "soon", 7: (6.0, 0.0, 0.0)},
        {7: (6.0, 0.0, 0.0)},
        {29: "1899:08:18", 7: (6.0, 0.0, 0.0)},
    ],
)
def test_a_time_of_position_that_is_none_is_not_believed(gps: dict[int, object]) -> None:
    assert facts(gps=gps).position_at is None


@pytest.mark.parametrize(
    "written",
    [
        "0000:00:00 00:00:00",
        "1899:01:01 00:00:00",
        "1970:01:01 00:00:00",
        "2099:12:31 23:59:59",
        "2015:13:45 99:00:00",
        "31/12/2015",
    ],
)
def test_an_absurd_time_is_dropped_and_told(written: str) -> None:
    read = facts(DateTimeOriginal=written)
    assert (read.taken_at, read.is_time_absurd) == (None, True)


def test_a_clock_never_set_is_not_absurd() -> None:
    read = facts(DateTimeOriginal="    :  :     :  :  ")
    assert (read.taken_at, read.is_time_absurd) == (None, False)


def test_two_bodies_of_one_model_are_told_apart_without_their_serial_numbers() -> None:
    one, other = (facts(BodySerialNumber=number).camera for number in ("0042", "0043"))
    assert one != other
    assert one.startswith("R6 #")
    assert "0042" not in one


def test_what_is_shown_is_upright_and_small() -> None:
    marks = Image.Exif()
    marks[ExifTags.Base.Orientation] = 6
    target = io.BytesIO()
    Image.new("RGB", (3000, 2000), "teal").save(target, "JPEG", exif=marks)
    read = read_picture(target.getvalue(), "a.jpg")
    assert (read.facts.width, read.facts.height) == (2000, 3000)
    with Image.open(io.BytesIO(read.view)) as view, Image.open(io.BytesIO(read.thumb)) as thumb:
        assert max(view.size) == VIEW
        assert max(thumb.size) == THUMB
        assert thumb.height > thumb.width


def test_transparent_pictures_are_shown_on_white() -> None:
    target = io.BytesIO()
    Image.new("RGBA", (40, 30), (0, 0, 0, 0)).save(target, "PNG")
    read = read_picture(target.getvalue(), "a.png")
    with Image.open(io.BytesIO(read.view)) as view:
        assert view.getpixel((20, 15)) == (255, 255, 255)


def differing(one: Image.Image, other: Image.Image) -> int:
    return (int(fingerprint(one), 16) ^ int(fingerprint(other), 16)).bit_count()


def test_the_same_scene_looks_alike_at_any_size_and_light() -> None:
    assert differing(scene(), scene().resize((200, 150))) <= 4
    assert differing(scene(), ImageEnhance.Brightness(scene()).enhance(0.8)) <= 6
    assert differing(scene(), ImageOps.invert(scene())) > 16


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_picture_cut_off_anywhere_is_named(share: float) -> None:
    noise = Image.effect_noise((600, 400), 80).convert("RGB")
    whole = jpeg(noise)
    with pytest.raises(UnreadableFile) as refused:
        read_picture(whole[: round(len(whole) * share)], "cut.jpg")
    assert refused.value.context["name"] == "cut.jpg"


def test_a_picture_of_four_hundred_million_pixels_is_named_before_it_is_unpacked() -> None:
    head = b"IHDR" + struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    written = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head
    written += struct.pack(">I", zlib.crc32(head)) + struct.pack(">I", 0) + b"IDAT"
    with pytest.raises(UnreadableFile) as refused:
        read_picture(written, "huge.png")
    assert refused.value.code == "picture.too_large"
