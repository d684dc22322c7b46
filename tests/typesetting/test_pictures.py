"""Photos for print: upright, small, without what they tell of the traveller."""

import io
import zlib

import pytest
from PIL import Image, ImageCms
from pillow_heif import from_pillow

from planner.typesetting.pictures import Pictures, PictureUnreadable

TURNED_LEFT = 6  # EXIF: the camera lay on its side
A_BOX = (200.0, 150.0)  # points: 611 × 458 dots


def exif(orientation):
    tags = Image.Exif()
    tags[0x0112] = orientation
    return tags.tobytes()


def shown(printed):
    if printed.is_jpeg:
        return Image.open(io.BytesIO(printed.data))
    mode = {1: "L", 3: "RGB"}[printed.channels]
    return Image.frombytes(mode, (printed.width, printed.height), zlib.decompress(printed.data))


def test_a_large_photo_is_scaled_to_print(photo):
    printed = Pictures().print(photo(4000, 3000), *A_BOX)
    assert (printed.width, printed.height) == (611, 458)
    assert shown(printed).size == (611, 458)


def test_a_small_photo_is_never_enlarged(photo):
    printed = Pictures().print(photo(100, 75), *A_BOX)
    assert (printed.width, printed.height) == (100, 75)


def test_a_photo_fine_enough_goes_in_without_being_coded_again(photo):
    original = photo(640, 480, quality=50)
    printed = Pictures().print(original, *A_BOX)
    assert shown(printed).tobytes() == Image.open(io.BytesIO(original)).tobytes()


def test_where_a_photo_was_taken_does_not_go_along(photo):
    tags = Image.Exif()
    tags[0x8825] = {1: "N", 2: (25.0, 2.0, 0.0)}
    tags[0x010F] = "a camera"
    original = photo(640, 480, exif=tags.tobytes(), comment=b"secret")
    printed = Pictures().print(original, *A_BOX)
    assert b"a camera" in original
    assert b"a camera" not in printed.data
    assert b"secret" not in printed.data
    assert shown(printed).size == (640, 480)


def test_a_photo_that_memory_has_no_room_for_is_told_by_name(photo, tmp_path, monkeypatch):
    def full(*_, **__):
        raise MemoryError

    file = tmp_path / "huge.jpg"
    file.write_bytes(photo(4000, 3000))
    monkeypatch.setattr(Image.Image, "resize", full)
    with pytest.raises(PictureUnreadable) as refused:
        Pictures().print(file, *A_BOX)
    assert refused.value.problem.where == "huge.jpg"


@pytest.mark.parametrize("size", [(640, 480), (2000, 1500)])
def test_photos_are_turned_upright(photo, size):
    turned = photo(*size, exif=exif(TURNED_LEFT))
    pictures = Pictures()
    assert pictures.size(turned) == size[::-1]
    printed = pictures.print(turned, A_BOX[1], A_BOX[0])
    image = shown(printed)
    assert image.size == (printed.width, printed.height)
    assert image.height > image.width
    red, _, _ = image.getpixel((image.width - 5, 5))  # the marked corner is now at the right
    assert red > 200


def test_a_photo_of_a_telephone_is_printed_upright(photo):
    taken = io.BytesIO()
    image = Image.open(io.BytesIO(photo(640, 480)))
    from_pillow(image).save(taken, exif=exif(TURNED_LEFT))
    pictures = Pictures()
    assert pictures.size(taken.getvalue()) == (480, 640)
    printed = pictures.print(taken.getvalue(), A_BOX[1], A_BOX[0])
    image = shown(printed)
    assert image.size == (480, 640)
    red, _, _ = image.getpixel((image.width - 5, 5))
    assert red > 200


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_grey_and_cmyk_photos(photo, mode):
    printed = Pictures().print(photo(mode=mode), *A_BOX)
    assert printed.channels == (1 if mode == "L" else 3)
    assert shown(printed).mode == ("L" if mode == "L" else "RGB")


def test_what_is_transparent_is_printed_on_white(photo):
    printed = Pictures().print(photo(mode="RGBA", format="PNG"), *A_BOX)
    assert printed.channels == 3
    half_dark = shown(printed).getpixel((printed.width - 5, printed.height - 5))
    assert all(120 < value < 160 for value in half_dark)


def test_a_drawing_is_kept_without_loss():
    drawing = Image.new("P", (300, 200))
    drawing.putpalette([255, 255, 255, 12, 34, 56] + [0] * 750)
    drawing.paste(1, (50, 50, 100, 100))
    data = io.BytesIO()
    drawing.save(data, "PNG")
    printed = Pictures().print(data.getvalue(), *A_BOX)
    assert not printed.is_jpeg
    assert shown(printed).getpixel((75, 75)) == (12, 34, 56)


def test_colours_of_another_space_are_brought_to_srgb(photo):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert Pictures().print(photo(640, 480, icc_profile=profile), *A_BOX).is_jpeg


def test_a_print_is_kept_by_content_and_size(photo_file, tmp_path):
    folder = tmp_path / "prints"
    path = photo_file(width=2000, height=1500)
    first = Pictures(folder).print(path, *A_BOX)
    (kept,) = folder.iterdir()
    before = kept.stat().st_mtime_ns
    assert Pictures(folder).print(path, *A_BOX) == first
    assert kept.stat().st_mtime_ns == before
    Pictures(folder).print(path, A_BOX[0] / 2, A_BOX[1] / 2)
    assert len(list(folder.iterdir())) == 2


def test_a_changed_file_is_looked_at_again(photo_file, photo):
    pictures = Pictures()
    path = photo_file(width=400, height=300)
    assert pictures.size(path) == (400, 300)
    path.write_bytes(photo(300, 500))
    assert pictures.size(path) == (300, 500)


@pytest.mark.parametrize(
    ("content", "detail"), [(None, "missing"), (b"no picture", "not a picture")]
)
def test_an_unreadable_photo_is_named(tmp_path, content, detail):
    path = tmp_path / "合影.jpg"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(PictureUnreadable) as told:
        Pictures().size(path)
    assert told.value.problem.where == "合影.jpg"
    assert told.value.problem.detail == detail


def test_a_photo_cut_short_is_named(tmp_path, photo):
    path = tmp_path / "半張.jpg"
    path.write_bytes(photo(900, 700)[:1500])
    with pytest.raises(PictureUnreadable, match="半張"):
        Pictures().print(path, *A_BOX)
