"""Draws the 17 pictures of the sample: no photographs, but with the formats and EXIF of some.

Run `python resources/samples/draw_pictures.py`: the same Pillow and fonts give the same bytes.
"""

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drawing.alloy_plant import hydrogen_alloy_plant
from drawing.exhibition import exhibition_hall
from drawing.grassland import wind_farm
from drawing.laboratories import distillation, laboratory
from drawing.magnet_plant import magnet_plant
from drawing.meetings import briefing, park_meeting, university_meeting
from drawing.mri_maker import mri_maker
from drawing.nano_plant import nano_plant
from drawing.park_model import park_model
from drawing.pilot_plant import pilot_furnaces, pilot_line
from drawing.research_centre import research_centre
from drawing.symposium import symposium_group, symposium_talk
from PIL import Image, TiffImagePlugin, TiffTags
from PIL.ExifTags import GPS, IFD, Base

Place = tuple[float, float]

UNIVERSITIES: Place = (40.8115, 111.6880)
GRASSLAND: Place = (41.1240, 112.5710)
BAOTOU: Place = (40.6480, 109.8610)
PARK: Place = (40.6210, 109.8530)

ROTATED = {
    3: Image.Transpose.ROTATE_180,
    6: Image.Transpose.ROTATE_90,
    8: Image.Transpose.ROTATE_270,
}
SAVING: dict[str, dict[str, Any]] = {
    "jpg": {"format": "JPEG", "quality": 84, "optimize": True, "progressive": True},
    "png": {"format": "PNG", "optimize": True},
    "webp": {"format": "WEBP", "quality": 80, "method": 6},
}


@dataclass(frozen=True)
class Picture:
    """One figure: what draws it, when and where it says it was taken, how it is kept."""

    draw: Callable[[], Image.Image]
    taken: str
    place: Place
    suffix: str = "jpg"
    orientation: int = 1
    mode: str = ""
    camera: str = "Sample A"


PICTURES = (
    Picture(laboratory, "2015:08:17 15:12:08", UNIVERSITIES),
    Picture(distillation, "2015:08:17 15:34:41", UNIVERSITIES, orientation=6),
    Picture(wind_farm, "2015:08:18 10:21:15", GRASSLAND, camera="Sample B"),
    Picture(university_meeting, "2015:08:18 15:05:52", UNIVERSITIES, "png"),
    Picture(exhibition_hall, "2015:08:19 11:18:30", BAOTOU),
    Picture(research_centre, "2015:08:19 14:06:11", BAOTOU, orientation=8),
    Picture(briefing, "2015:08:19 14:33:27", BAOTOU, "webp", camera="Sample C"),
    Picture(pilot_furnaces, "2015:08:19 16:02:44", BAOTOU, camera="Sample B"),
    Picture(pilot_line, "2015:08:19 16:24:09", BAOTOU, mode="L"),
    Picture(symposium_talk, "2015:08:20 09:41:36", BAOTOU, "tif", camera="Sample B"),
    Picture(symposium_group, "2015:08:20 11:52:20", BAOTOU),
    Picture(magnet_plant, "2015:08:21 09:16:55", PARK, mode="CMYK", camera="Sample B"),
    Picture(hydrogen_alloy_plant, "2015:08:21 10:48:13", PARK),
    Picture(nano_plant, "2015:08:21 13:57:02", PARK, "png"),
    Picture(mri_maker, "2015:08:21 15:03:48", PARK, "webp", camera="Sample C"),
    Picture(park_meeting, "2015:08:21 16:11:25", PARK),
    Picture(park_model, "2015:08:21 16:43:37", PARK, orientation=3, camera="Sample B"),
)


def save(number: int, picture: Picture, folder: Path) -> Path:
    image = picture.draw()
    if picture.orientation != 1:
        image = image.transpose(ROTATED[picture.orientation])
    if picture.mode:
        image = image.convert(picture.mode)
    path = folder / f"figure-{number:02}.{picture.suffix}"
    if picture.suffix == "tif":
        path.write_bytes(deflated_tiff(image, exif(picture)))
    else:
        image.save(path, exif=exif(picture), **SAVING[picture.suffix])
    return path


def deflated_tiff(image: Image.Image, tags: Image.Exif) -> bytes:
    """One deflated strip; Pillow's own writer drops EXIF from compressed TIFF."""
    strip = zlib.compress(image.tobytes(), 9)
    directory = TiffImagePlugin.ImageFileDirectory_v2()
    directory.update(dict(tags))
    for block in (IFD.Exif, IFD.GPSInfo):
        directory.tagtype[block] = TiffTags.LONG
        directory[block] = dict(tags.get_ifd(block))
    directory[Base.ImageWidth], directory[Base.ImageLength] = image.size
    directory[Base.BitsPerSample] = (8, 8, 8)
    directory[Base.Compression] = 8
    directory[Base.PhotometricInterpretation] = 2
    directory[Base.StripOffsets] = 0
    directory[Base.SamplesPerPixel] = 3
    directory[Base.RowsPerStrip] = image.height
    directory[Base.StripByteCounts] = len(strip)
    file = io.BytesIO()
    directory.save(file)
    return file.getvalue() + strip


def exif(picture: Picture) -> Image.Exif:
    tags = Image.Exif()
    tags[Base.Make] = "Drawn"
    tags[Base.Model] = picture.camera
    tags[Base.Orientation] = picture.orientation
    tags[Base.ImageDescription] = "Drawn illustration, not a photograph"
    tags.get_ifd(IFD.Exif).update(
        {Base.DateTimeOriginal: picture.taken, Base.OffsetTimeOriginal: "+08:00"}
    )
    north, east = picture.place
    tags.get_ifd(IFD.GPSInfo).update(
        {
            GPS.GPSVersionID: b"\x02\x03\x00\x00",
            GPS.GPSLatitudeRef: "N",
            GPS.GPSLatitude: degrees(north),
            GPS.GPSLongitudeRef: "E",
            GPS.GPSLongitude: degrees(east),
        }
    )
    return tags


def degrees(angle: float) -> tuple[TiffImagePlugin.IFDRational, ...]:
    """Degrees, minutes and seconds, as EXIF wants them."""
    seconds = round(angle * 360000)
    parts = ((seconds // 360000, 1), (seconds // 6000 % 60, 1), (seconds % 6000, 100))
    return tuple(TiffImagePlugin.IFDRational(number, scale) for number, scale in parts)


def main() -> None:
    folder = Path(__file__).with_name("pictures")
    folder.mkdir(exist_ok=True)
    for number, picture in enumerate(PICTURES, 1):
        save(number, picture, folder)


if __name__ == "__main__":
    main()
