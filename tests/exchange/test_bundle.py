"""The archive gives back what was put in, and is refused whole when anything in it is wrong."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.domain.entity import Entity
from planner.domain.errors import Refused, UnreadableFile
from planner.domain.organisation import Organisation
from planner.domain.photo import Photo
from planner.domain.records import RECORDS
from planner.domain.stop import Stop
from planner.exchange.bundle import VERSION, Bundle, read_bundle, write_bundle
from planner.queries.dossiers import dossier
from planner.store.database import Database
from planner.usecases.imports import Imported, import_bundle, name_of_import
from planner.words import Words
from tests.strategies import arbitrary, world


def picture(colour: str = "teal") -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(target, "PNG")
    return target.getvalue()


@pytest.fixture
def photo(osaka: Delegation) -> Photo:
    return Photo(
        delegation_id=osaka.id,
        content=sha256(picture()).hexdigest(),
        media_type="image/png",
        file_name="a.png",
        width=40,
        height=30,
    )


@pytest.fixture
def archive(tmp_path: Path, osaka: Delegation, photo: Photo) -> Path:
    path = tmp_path / "osaka.planner"
    path.write_bytes(write_bundle([osaka, photo], lambda digest: picture()))
    return path


def entries(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewritten(path: Path, **changed: Any) -> Path:
    """The archive with some of its JSON entries replaced."""
    held = entries(path)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in held.items():
            stem = name.removesuffix(".json")
            value = changed.get(stem)
            archive.writestr(name, content if value is None else json.dumps(value))
    return path


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_bundle(path)
    for language in ("zh_TW", "en"):
        assert path.name in Words(language).error(refused.value)
    return refused.value.code


def test_an_archive_holds_its_records_and_their_files(
    archive: Path, osaka: Delegation, photo: Photo
) -> None:
    bundle = read_bundle(archive)
    assert set(bundle.records) == {osaka, photo}
    assert bundle.files == {photo.content: picture()}
    assert bundle.delegations == (osaka.id,)


def test_the_same_records_give_the_same_bytes(osaka: Delegation, photo: Photo) -> None:
    first, second = (
        write_bundle(order, lambda digest: picture()) for order in ([osaka, photo], [photo, osaka])
    )
    assert first == second


KEYS = {kind: [record.id] for kind, record in world().items()}


def test_records_are_written_as_json_writes_them_whatever_parts_lines(tmp_path: Path) -> None:
    bodies = [Organisation(name=name, notes="大\u2028阪\n會") for name in ("工業局", "能源局")]
    path = tmp_path / "two.planner"
    path.write_bytes(write_bundle(bodies, lambda digest: b""))
    ordered = sorted(bodies, key=lambda body: str(body.id))
    plain = {"organisation": [body.model_dump(mode="json") for body in ordered]}
    written = json.dumps(plain, ensure_ascii=False, indent=1)
    assert entries(path)["records.json"] == written.encode()


@settings(max_examples=15, deadline=None)
@given(data=st.data())
@pytest.mark.parametrize("entity", RECORDS, ids=lambda entity: entity.kind)
def test_any_record_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, entity: type[Entity], data: st.DataObject
) -> None:
    content = picture()
    digest = sha256(content).hexdigest()
    record = data.draw(arbitrary(entity, KEYS))
    written = json.loads(
        re.sub(r"\b[0-9a-f]{64}\b", digest, json.dumps(record.model_dump(mode="json")))
    )
    record = entity.checked(written)
    path = tmp_path_factory.mktemp("archive") / "one.planner"
    path.write_bytes(write_bundle([record], lambda asked: content))
    assert read_bundle(path).records == (record,)


def test_an_archive_cut_in_half_is_refused(archive: Path) -> None:
    content = archive.read_bytes()
    for part in (len(content) // 2, 10, 0):
        archive.write_bytes(content[:part])
        assert refusal(archive) == "archive.damaged"


def test_an_archive_with_forged_names_is_refused(archive: Path) -> None:
    with zipfile.ZipFile(archive, "a") as held:
        held.writestr("é.json", "")
    archive.write_bytes(archive.read_bytes().replace("é.json".encode(), b"\x9a\x9a.json"))
    assert refusal(archive) == "archive.damaged"


def test_an_archive_of_a_newer_program_is_refused(archive: Path) -> None:
    manifest = {"format": "delegation-planner", "version": VERSION + 1}
    assert refusal(rewritten(archive, manifest=manifest)) == "archive.newer"


@pytest.mark.parametrize(
    "manifest", [{"format": "other", "version": 1}, {"version": 1}, [], {"format": "x"}, "text"]
)
def test_another_zip_file_is_not_ours(archive: Path, manifest: Any) -> None:
    assert refusal(rewritten(archive, manifest=manifest)) == "archive.not_ours"


def test_a_zip_file_without_manifest_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "other.planner"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "hello")
    assert refusal(path) == "archive.not_ours"


def test_a_missing_archive_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.planner") == "archive.cannot_open"


def plain(record: Entity, **changed: Any) -> dict[str, Any]:
    return record.model_dump(mode="json") | changed


def test_a_record_that_breaks_a_rule_is_named_with_its_field(
    archive: Path, osaka: Delegation
) -> None:
    held = {"delegation": [plain(osaka, ends_on="2026-12-01")]}
    assert refusal(rewritten(archive, records=held)) == "archive.bad_record"
    held = {"delegation": [plain(osaka, starts_on="民國0年1月1日")]}
    with pytest.raises(UnreadableFile) as refused:
        read_bundle(rewritten(archive, records=held))
    assert "民國" in Words("zh_TW").error(refused.value)


def test_unknown_kinds_and_twice_used_ids_are_refused(archive: Path, osaka: Delegation) -> None:
    assert refusal(rewritten(archive, records={"spaceship": []})) == "archive.unknown_kind"
    twice = {"delegation": [plain(osaka), plain(osaka)]}
    assert refusal(rewritten(archive, records=twice)) == "archive.no_identity"
    nameless = {"delegation": [{k: v for k, v in plain(osaka).items() if k != "id"}]}
    assert refusal(rewritten(archive, records=nameless)) == "archive.no_identity"


def test_a_photo_that_is_no_photo_is_refused(tmp_path: Path, photo: Photo) -> None:
    text = b"this is a text file with the ending of a picture"
    false = photo.with_(content=sha256(text).hexdigest(), file_name="notes.jpg")
    path = tmp_path / "false.planner"
    path.write_bytes(write_bundle([false], lambda digest: text))
    with pytest.raises(UnreadableFile) as refused:
        read_bundle(path)
    assert refused.value.code == "picture.not_a_picture"
    assert "notes.jpg" in Words("en").error(refused.value)


def test_a_file_whose_content_has_changed_is_refused(archive: Path, photo: Photo) -> None:
    held = entries(archive)
    with zipfile.ZipFile(archive, "w") as changed:
        for name, content in held.items():
            changed.writestr(name, picture("red") if name.startswith("files/") else content)
    assert refusal(archive) == "archive.file_changed"
    with zipfile.ZipFile(archive, "w") as changed:
        for name, content in held.items():
            if not name.startswith("files/"):
                changed.writestr(name, content)
    assert refusal(archive) == "archive.file_missing"


def test_an_entry_larger_than_allowed_is_refused(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.exchange.bundle.MOST_RECORDS_BYTES", 1000)
    path = rewritten(archive, records={"delegation": ["x" * 2_000_000]})
    assert refusal(path) == "archive.too_large"


def taken_in(database: Database, bundle: Bundle) -> Imported:
    with database.begin(name_of_import(bundle, "osaka.planner")) as work:
        return import_bundle(work, bundle)


def test_an_import_is_one_edit_that_is_taken_back_whole(
    database: Database, archive: Path, osaka: Delegation, photo: Photo
) -> None:
    assert taken_in(database, read_bundle(archive)) == Imported(new=2, same=0)
    with database.read() as session:
        assert dossier(session, osaka.id).photos == (photo,)
    assert database.files.read(photo.content) == picture()
    database.undo(1)
    with database.begin(EditName("look")) as work:
        assert work.where(Delegation) == work.where(Photo) == ()


def test_a_second_import_changes_nothing(database: Database, archive: Path) -> None:
    taken_in(database, read_bundle(archive))
    assert taken_in(database, read_bundle(archive)) == Imported(new=0, same=2)


def test_records_that_differ_are_not_overwritten(
    database: Database, archive: Path, osaka: Delegation, keep: Callable[..., None]
) -> None:
    mine = osaka.with_(title="我的標題")
    keep(mine)
    with pytest.raises(Refused) as refused:
        taken_in(database, read_bundle(archive))
    assert refused.value.code == "import.clashing"
    with database.begin(EditName("look")) as work:
        assert work.get(Delegation, osaka.id) == mine
        assert work.where(Photo) == ()


def test_a_record_that_points_nowhere_is_refused(
    database: Database, tmp_path: Path, osaka: Delegation
) -> None:
    stop = Stop.checked({"delegation_id": osaka.id, "stop_kind": "visit", "starts": "2026-12-07"})
    path = tmp_path / "loose.planner"
    path.write_bytes(write_bundle([stop], lambda digest: b""))
    with pytest.raises(Refused) as refused:
        taken_in(database, read_bundle(path))
    assert refused.value.code == "import.dangling"
