"""planner photos: a folder comes in as one edit, bad files are named, sure places are accepted."""

import io
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import ExifTags, Image

from planner.cli import main
from planner.domain.changes import EditName
from planner.domain.photo import Photo
from planner.store.database import Database
from tests.builders import delegation, stop

VISIT = stop("研究院", "2015-08-17T14:00[Asia/Taipei]", ends="2015-08-17T16:00[Asia/Taipei]")


def jpeg(taken: datetime) -> bytes:
    marks = Image.Exif()
    marks[ExifTags.Base.Model] = "Drawn A"
    written = taken.strftime("%Y:%m:%d %H:%M:%S")
    marks.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = written
    target = io.BytesIO()
    Image.new("RGB", (64, 48), (taken.hour * 10, 90, 120)).save(target, "JPEG", exif=marks)
    return target.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "camera"
    made.mkdir()
    (made / "visit.jpg").write_bytes(jpeg(datetime(2015, 8, 17, 14, 30)))
    (made / "night.jpg").write_bytes(jpeg(datetime(2015, 8, 17, 3)))
    (made / "text.jpg").write_text("no picture")
    return made


@pytest.fixture
def run(store_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    database = Database(store_path, who="")
    with database.begin(EditName("add")) as work:
        work.add(delegation(), VISIT)
    database.close()

    def _run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(["--store", str(store_path), "--language", "en", "photos", *arguments])
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    return _run


def stored(path: Path) -> dict[str, Photo]:
    database = Database(path, who="")
    with database.begin(EditName("read")) as work:
        found = {photo.file_name: photo for photo in work.where(Photo)}
    database.close()
    return found


def test_a_folder_comes_in_and_bad_files_are_named(
    run: Any, folder: Path, store_path: Path
) -> None:
    status, out, err = run("內蒙古", str(folder))
    assert status == 0
    assert "2 photos came in." in out
    assert "(1 sure)" in out
    assert "1 photo waits" in out
    assert "Drawn A" in out
    assert "text.jpg" in err
    assert stored(store_path)["visit.jpg"].stop_id is None


def test_sure_places_are_accepted_where_asked_for(run: Any, folder: Path, store_path: Path) -> None:
    _, out, _ = run("內蒙古", str(folder), "--place")
    assert "1 photo was placed" in out
    found = stored(store_path)
    assert (found["visit.jpg"].stop_id, found["night.jpg"].stop_id) == (VISIT.id, None)


def test_what_is_there_already_is_told(run: Any, folder: Path) -> None:
    run("內蒙古", str(folder))
    _, out, err = run("內蒙古", str(folder))
    assert "0 photos came in." in out
    assert "visit.jpg" in err


def test_an_unknown_delegation_is_refused(run: Any, folder: Path) -> None:
    status, _, err = run("無此訪團", str(folder))
    assert status == 1
    assert "無此訪團" in err
