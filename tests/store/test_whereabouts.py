"""Where a store lies is told from the folders above it."""

import ctypes
import sys
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from planner.store.whereabouts import (
    Reach,
    Whereabouts,
    is_unc,
    linux_mounts,
    mac_mounts,
    mounted_as,
    whereabouts,
)

MOUNTS = """
/dev/sda1 / ext4 rw 0 0
nas:/office {tmp}/share nfs4 rw 0 0
//nas/old {tmp}/old\\040share cifs rw 0 0
lin@host: {tmp}/share/home fuse.sshfs rw 0 0
tmpfs {tmp}/share/here tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Bureau)/訪團", "Dropbox"),
        ("OneDrive - 經濟部", "OneDrive"),
        ("OneDrive/文件", "OneDrive"),
        ("CloudStorage/GoogleDrive-lin@example.org/My Drive", "Google Drive"),
        ("我的雲端硬碟", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
    ],
)
def test_a_synced_folder_is_known_by_its_name(tmp_path: Path, folder: str, service: str) -> None:
    found = whereabouts(tmp_path / folder / "planner.sqlite")
    assert found == Whereabouts(Reach.SYNCED, service)


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".stfolder", "Syncthing"),
        (".dropbox.cache", "Dropbox"),
        (".sync_4a1b.db", "Nextcloud"),
        (".tmp.drivedownload", "Google Drive"),
    ],
)
def test_a_synced_folder_is_known_by_what_the_service_leaves_in_it(
    tmp_path: Path, mark: str, service: str
) -> None:
    (tmp_path / "office" / "2015").mkdir(parents=True)
    (tmp_path / "office" / mark).touch()
    found = whereabouts(tmp_path / "office" / "2015" / "planner.sqlite")
    assert found == Whereabouts(Reach.SYNCED, service)


@pytest.mark.parametrize("folder", ["office", "Dropboxes", "onedriver"])
def test_any_other_folder_is_here(tmp_path: Path, folder: str) -> None:
    assert whereabouts(tmp_path / folder / "planner.sqlite") == Whereabouts()
    assert not whereabouts(tmp_path / folder / "planner.sqlite").is_reached_by_others


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("share/planner.sqlite", "nfs4"),
        ("old share/2015/planner.sqlite", "cifs"),
        ("share/home/planner.sqlite", "fuse.sshfs"),
        ("share/here/planner.sqlite", ""),
        ("planner.sqlite", ""),
    ],
)
def test_a_share_is_known_by_how_it_is_mounted(tmp_path: Path, place: str, kind: str) -> None:
    mounts = partial(linux_mounts, MOUNTS.format(tmp=tmp_path))
    found = whereabouts(tmp_path / place, mounts)
    assert found == (Whereabouts(Reach.SHARED, kind) if kind else Whereabouts())


MAC = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
//lin@nas._smb._tcp.local/office on /Volumes/office (smbfs, nodev, nosuid, mounted by lin)
afp_0TQ9pL on /Volumes/old share (afpfs, nodev, nosuid, mounted by lin)
nas:/export/office on /Volumes/訪團 (nfs, nodev, nosuid, mounted by lin)
https://dav.example.org/office/ on /Volumes/dav on (2) (webdav, nodev, noexec, mounted by lin)
/dev/disk4s1 on /Volumes/STICK (exfat, local, nodev, nosuid, noowners)
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/Volumes/office/2015/planner.sqlite", "smbfs"),
        ("/Volumes/old share/planner.sqlite", "afpfs"),
        ("/Volumes/訪團/planner.sqlite", "nfs"),
        ("/Volumes/dav on (2)/planner.sqlite", "webdav"),
    ],
)
def test_a_share_of_macos_is_known(place: str, kind: str) -> None:
    assert mounted_as(Path(place), mac_mounts(MAC)) == kind
    assert whereabouts(Path(place), partial(mac_mounts, MAC)) == Whereabouts(Reach.SHARED, kind)


@pytest.mark.parametrize(
    "place", ["/Users/lin/planner.sqlite", "/Volumes/STICK/planner.sqlite", "/Volumes/offices/a"]
)
def test_disks_and_sticks_of_macos_are_here(place: str) -> None:
    assert whereabouts(Path(place), partial(mac_mounts, MAC)) == Whereabouts()


@pytest.mark.parametrize(
    "written",
    [
        r"\\nas\office\planner.sqlite",
        r"\\nas.example.org@SSL\DavWWWRoot\planner.sqlite",
        r"\\?\UNC\nas\office\planner.sqlite",
        "//nas/office/planner.sqlite",
    ],
)
def test_a_path_of_windows_shares_is_a_share(written: str) -> None:
    assert is_unc(written)
    assert whereabouts(Path(written)).reach is Reach.SHARED


@pytest.mark.parametrize(
    "written", [r"C:\Users\lin\planner.sqlite", r"\\?\C:\Users\lin\planner.sqlite", r"\\.\C:\x"]
)
def test_a_long_path_of_a_drive_is_no_share(written: str) -> None:
    assert not is_unc(written)


@pytest.mark.parametrize(("drive", "reach"), [(3, Reach.HERE), (4, Reach.SHARED)])
def test_windows_is_asked_whether_a_drive_is_a_mapped_one(
    monkeypatch: pytest.MonkeyPatch, drive: int, reach: Reach
) -> None:
    asked = SimpleNamespace(kernel32=SimpleNamespace(GetDriveTypeW=lambda _root: drive))
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", asked, raising=False)
    assert whereabouts(Path("Z:/office/planner.sqlite")).reach is reach


def test_a_machine_that_does_not_tell_its_mounts_has_none(tmp_path: Path) -> None:
    assert whereabouts(tmp_path / "planner.sqlite", list) == Whereabouts()
