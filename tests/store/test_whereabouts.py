"""Where a store lies is told from the folders above it."""

from pathlib import Path

import pytest

from planner.store.whereabouts import Reach, Whereabouts, whereabouts

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
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS.format(tmp=tmp_path).strip())
    found = whereabouts(tmp_path / place, mounts)
    assert found == (Whereabouts(Reach.SHARED, kind) if kind else Whereabouts())


def test_a_path_of_windows_shares_is_a_share() -> None:
    assert whereabouts(Path(r"\\nas\office\planner.sqlite")).reach is Reach.SHARED


def test_a_machine_that_does_not_tell_its_mounts_has_none(tmp_path: Path) -> None:
    assert whereabouts(tmp_path / "planner.sqlite", tmp_path / "away") == Whereabouts()
