"""Kept files: found by their hash, whole or not there, readable by their owner only."""

import hashlib
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.errors import NotFound, StoreUnavailable
from planner.store.files import FileStore

PHOTO = b"\xff\xd8 a photo"


@pytest.fixture
def files(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "office.planner.files")


def kept(files: FileStore) -> list[Path]:
    return [path for path in files.folder.rglob("*") if path.is_file()]


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=st.binary(max_size=2000))
def test_what_is_put_is_read_back_by_its_hash(files: FileStore, content: bytes) -> None:
    digest = files.put(content)
    assert digest == hashlib.sha256(content).hexdigest()
    assert files.holds(digest)
    assert files.read(digest) == content
    assert files.path(digest).is_relative_to(files.folder)


def test_the_same_content_is_kept_once(files: FileStore) -> None:
    assert files.put(PHOTO) == files.put(PHOTO)
    assert len(kept(files)) == 1


def test_only_the_owner_reads_what_is_kept(files: FileStore) -> None:
    files.put(PHOTO)
    assert [stat.S_IMODE(path.stat().st_mode) for path in kept(files)] == [0o600]
    for folder in (files.folder, kept(files)[0].parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_what_was_never_put_is_not_found(files: FileStore) -> None:
    missing = "0" * 64
    assert not files.holds(missing)
    for ask in (files.path, files.read):
        with pytest.raises(NotFound) as refused:
            ask(missing)
        assert refused.value.code == "file.missing"
    assert list(files.damaged()) == []


def test_a_damaged_file_is_named_and_mended_by_putting_it_again(files: FileStore) -> None:
    digest, whole = files.put(PHOTO), files.put(b"another")
    files.path(digest).write_bytes(PHOTO[:-1])
    assert list(files.damaged()) == [digest]
    files.put(PHOTO)
    assert list(files.damaged()) == []
    assert files.read(digest) == PHOTO
    assert files.read(whole) == b"another"


def test_a_file_that_cannot_be_kept_leaves_nothing_behind(
    files: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        with pytest.raises(StoreUnavailable) as refused:
            files.put(PHOTO)
    assert refused.value.code == "store.cannot_write"
    assert kept(files) == []
    assert files.read(files.put(PHOTO)) == PHOTO


def test_a_place_that_takes_no_files_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnavailable):
        FileStore(tmp_path / "file" / "files").put(PHOTO)
