"""Photos of an office's store in a folder that its machines share, by their hash."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from planner.domain.changes import EditName
from planner.domain.errors import Refused, StoreUnavailable
from planner.domain.person import Person
from planner.domain.values import Attachment
from planner.paths import ServerAddress
from planner.store.copying import copy
from planner.store.database import Database
from planner.store.server.roles import Role, grant
from planner.store.server.setting_up import operating, set_up
from tests import builders as b
from tests.office.server import Server

EDIT = EditName("take_in_photo")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    folder.chmod(0o2770)
    return folder


@pytest.fixture
def store(server: Server, folder: Path) -> Iterator[ServerAddress]:
    yield from made(server, folder)


@pytest.fixture(params=["folder", "database"])
def any_store(
    request: pytest.FixtureRequest, server: Server, folder: Path
) -> Iterator[ServerAddress]:
    yield from made(server, folder if request.param == "folder" else None)


def made(server: Server, folder: Path | None) -> Iterator[ServerAddress]:
    name = server.make()
    address = server.address(name)
    set_up(address, photos=folder)
    with operating(address) as operator:
        grant(operator, "photographer", Role.EDITOR, None)
        grant(operator, "archivist", Role.KEEPER, None)
    yield server.address(name, "photographer")
    server.drop(name)


def keep(store: ServerAddress, content: bytes) -> str:
    with closing(Database(store)) as database, database.begin(EDIT) as work:
        digest = work.files.put(content)
        work.add(b.delegation(), b.photo("甲", content=digest))
    return digest


def test_a_photo_lies_in_the_folder_and_every_machine_reads_it(
    store: ServerAddress, folder: Path
) -> None:
    digest = keep(store, b"a picture")
    file = folder / digest[:2] / digest
    assert file.read_bytes() == b"a picture"
    # as the operator made the folder, so that others of the group may read
    assert file.stat().st_mode & 0o777 == 0o660
    assert file.parent.stat().st_mode & 0o777 == 0o770
    database = Database(store)
    assert database.files.read(digest) == b"a picture"
    assert database.verify() == []
    database.close()


def test_verify_tells_a_photo_that_is_damaged_or_gone(store: ServerAddress, folder: Path) -> None:
    digest = keep(store, b"a picture")
    file = folder / digest[:2] / digest
    database = Database(store)
    file.write_bytes(b"another")
    assert [fault.code for fault in database.verify()] == ["verify.file_damaged"]
    file.unlink()
    assert [fault.code for fault in database.verify()] == ["verify.file_missing"]
    database.close()


def test_a_share_that_is_away_is_told_and_not_made_anew(store: ServerAddress, folder: Path) -> None:
    shutil.rmtree(folder)
    with pytest.raises(StoreUnavailable):
        keep(store, b"a picture")
    assert not folder.exists()


def test_where_photos_lie_is_decided_once(
    server: Server, store: ServerAddress, folder: Path, tmp_path: Path
) -> None:
    operator = server.address(store.database)
    set_up(operator)
    set_up(operator, photos=folder)
    keep(store, b"a picture")
    (tmp_path / "other").mkdir()
    for other in ("other", "nowhere"):
        with pytest.raises(Refused):
            set_up(operator, photos=tmp_path / other)


def test_photos_go_along_when_the_store_is_copied(
    server: Server, store: ServerAddress, tmp_path: Path
) -> None:
    digest = keep(store, b"a picture")
    source, target = Database(store), Database(tmp_path / "copy.sqlite")
    assert copy(source, target).files == 1
    assert target.files.read(digest) == b"a picture"
    for each in (source, target):
        each.close()


def test_the_portrait_of_one_who_is_erased_goes_and_no_other_file(
    server: Server, any_store: ServerAddress
) -> None:
    photo = keep(any_store, b"a picture")
    keeper = Database(server.address(any_store.database, "archivist"))
    person = Person(name="特古斯")
    with keeper.begin(EDIT) as work:
        digest = work.files.put(b"a face")
        work.add(person.with_(portrait=Attachment(name="相", content=digest)))
    other = Database(any_store)
    for editor in (other.files, keeper.files):
        editor.discard(photo)
    other.files.discard(digest)
    assert keeper.files.holds(digest)
    keeper.erase_person(person.id, "已刪")
    assert not keeper.files.holds(digest)
    assert keeper.files.holds(photo)
    for each in (keeper, other):
        each.close()
