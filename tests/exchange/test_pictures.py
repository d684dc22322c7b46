"""A picture tells its size as seen, its time and place; what is no picture is named."""

import io
from datetime import datetime

import pytest
from PIL import ExifTags, Image
from pillow_heif import from_pillow

from planner.domain.errors import UnreadableFile
from planner.exchange.pictures import opened, picture_facts, read_picture, upright


def picture(kind: str = "JPEG", size: tuple[int, int] = (40, 30), **exif: object) -> bytes:
    target = io.BytesIO()
    made = Image.new("RGB", size, "teal")
    marks = Image.Exif()
    marks[ExifTags.Base.Make] = exif.get("make", "Drawn")
    marks[ExifTags.Base.Model] = "A\x00"
    if "orientation" in exif:
        marks[ExifTags.Base.Orientation] = exif["orientation"]
    if "taken" in exif:
        marks.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = exif["taken"]
    if "position" in exif:
        marks.get_ifd(ExifTags.IFD.GPSInfo).update(exif["position"])
    made.save(target, kind, exif=marks)
    return target.getvalue()


def heic(orientation: int = 1) -> bytes:
    marks = Image.Exif()
    marks[ExifTags.Base.Make] = "A"
    marks[ExifTags.Base.Model] = "telephone"
    marks[ExifTags.Base.Orientation] = orientation
    marks.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2015:08:18 14:05:09"
    target = io.BytesIO()
    from_pillow(Image.new("RGB", (40, 30), "teal")).save(target, exif=marks.tobytes())
    return target.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_formats_are_told_apart_by_content(kind: str) -> None:
    facts = picture_facts(picture(kind), "a.bin")
    assert facts.media_type == f"image/{kind.lower()}"
    assert (facts.width, facts.height) == (40, 30)
    assert facts.camera == "Drawn A"


@pytest.mark.parametrize(("orientation", "size"), [(1, (40, 30)), (3, (40, 30)), (6, (30, 40))])
def test_the_size_is_that_of_the_upright_picture(orientation: int, size: tuple[int, int]) -> None:
    facts = picture_facts(picture(orientation=orientation), "a.jpg")
    assert (facts.width, facts.height) == size


@pytest.mark.parametrize(("orientation", "size"), [(1, (40, 30)), (6, (30, 40))])
def test_photos_of_telephones_are_read(orientation: int, size: tuple[int, int]) -> None:
    facts = picture_facts(heic(orientation), "IMG_0001.HEIC")
    assert facts.media_type == "image/heic"
    assert (facts.width, facts.height) == size
    assert facts.taken_at == datetime(2015, 8, 18, 14, 5, 9)
    assert facts.camera == "A telephone"


def test_a_photo_of_a_telephone_that_is_cut_off_is_named() -> None:
    whole = heic()
    with pytest.raises(UnreadableFile, match=r"IMG_0001"):
        picture_facts(whole[: len(whole) // 2], "IMG_0001.HEIC")


def test_time_and_place_are_read() -> None:
    position = {1: "S", 2: (40.0, 30.0, 36.0), 3: "E", 4: (111.0, 45.0, 0.0)}
    facts = picture_facts(picture(taken="2015:08:18 14:05:09", position=position), "a.jpg")
    assert facts.taken_at == datetime(2015, 8, 18, 14, 5, 9)
    assert facts.place is not None
    assert (facts.place.latitude, facts.place.longitude) == (-40.51, 111.75)


@pytest.mark.parametrize("taken", ["0000:00:00 00:00:00", "    :  :     :  :  ", "soon"])
def test_a_clock_that_was_never_set_tells_no_time(taken: str) -> None:
    assert picture_facts(picture(taken=taken), "a.jpg").taken_at is None


def test_a_position_that_is_none_tells_no_place() -> None:
    nowhere = {1: "N", 2: (400.0, 0.0, 0.0), 3: "E", 4: (10.0, 0.0, 0.0)}
    assert picture_facts(picture(position=nowhere), "a.jpg").place is None
    assert picture_facts(picture(position={1: "N"}), "a.jpg").place is None


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "picture.not_a_picture"),
        (b"plain text", "picture.not_a_picture"),
        (picture()[:300], "picture.damaged"),
        (picture("PNG")[:-30], "picture.damaged"),
    ],
)
def test_what_is_no_whole_picture_is_named(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        picture_facts(content, "photo.jpg")
    assert (refused.value.code, refused.value.context["name"]) == (code, "photo.jpg")


def test_a_picture_too_large_is_refused_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("planner.exchange.pictures.MOST_PIXELS", 1000)
    with pytest.raises(UnreadableFile) as refused:
        picture_facts(picture(), "photo.jpg")
    assert refused.value.code == "picture.too_large"
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    with pytest.raises(UnreadableFile) as refused:
        picture_facts(picture(), "photo.jpg")
    assert refused.value.code == "picture.too_large"


@pytest.mark.parametrize("mode", ["I;16", "I;16B", "I"])
def test_grey_of_sixteen_bits_is_shown_as_grey(mode: str) -> None:
    target = io.BytesIO()
    Image.new(mode, (4, 4), 0x8000).save(target, "TIFF")
    with opened(target.getvalue(), "scan.tif") as found:
        assert upright(found).getpixel((0, 0)) == (0x80, 0x80, 0x80)


@pytest.mark.parametrize("kind", ["WEBP", "TIFF"])
def test_of_several_pictures_in_one_file_the_first_is_taken(kind: str) -> None:
    target = io.BytesIO()
    other = Image.new("RGB", (40, 30), "red")
    Image.new("RGB", (40, 30), "teal").save(target, kind, save_all=True, append_images=[other])
    with opened(target.getvalue(), "several") as found:
        assert upright(found).getpixel((0, 0))[0] < 0x20


def test_a_print_of_four_inks_is_read() -> None:
    target = io.BytesIO()
    Image.new("CMYK", (40, 30)).save(target, "JPEG")
    assert read_picture(target.getvalue(), "print.jpg").facts.width == 40


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_is_written_beside_a_picture_may_be_large(kind: str) -> None:
    marks = Image.Exif()
    marks[ExifTags.Base.ImageDescription] = "x" * 20_000_000
    target = io.BytesIO()
    Image.new("RGB", (40, 30)).save(target, kind, exif=marks)
    read = read_picture(target.getvalue(), "large")
    assert len(read.view) < 10_000
