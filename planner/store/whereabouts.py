"""Where a store lies: on this machine, in a folder that a service syncs, or on a network share."""

import ctypes
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

_MOUNTS = Path("/proc/mounts")
_REMOTE = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "glusterfs", "9p", "davfs"),
        *("fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.s3fs", "fuse.glusterfs"),
        "fuse.gvfsd-fuse",
    )
)
_WINDOWS_REMOTE = 4  # DRIVE_REMOTE
_BY_NAME: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Dropbox": ("dropbox",),
        "OneDrive": ("onedrive",),
        "Google Drive": ("google drive", "googledrive", "my drive", "我的雲端硬碟"),
        "Nextcloud": ("nextcloud", "owncloud"),
        "iCloud": ("iclouddrive", "icloud drive", "mobile documents"),
    }
)
"""How the folder is called; services add an account or an office behind it."""
_BY_MARK: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Dropbox": (".dropbox", ".dropbox.cache"),
        "Nextcloud": (".sync_*.db", "._sync_*.db", ".nextcloudsync.log", ".owncloudsync.log"),
        "Google Drive": (".tmp.drivedownload", ".tmp.driveupload"),
        "Syncthing": (".stfolder", ".stignore"),
    }
)
"""What the service leaves in the folder, whatever that is called."""


class Reach(StrEnum):
    """Who else may have the file."""

    HERE = "here"
    SYNCED = "synced"
    SHARED = "shared"


@dataclass(frozen=True)
class Whereabouts:
    """`by` is the service or the kind of share; empty where the store lies on this machine."""

    reach: Reach = Reach.HERE
    by: str = ""

    @property
    def is_reached_by_others(self) -> bool:
        return self.reach is not Reach.HERE


def whereabouts(store: Path, mounts: Path = _MOUNTS) -> Whereabouts:
    """Told from the folders above the store; no service is asked."""
    share = _share(store, mounts)
    if share:
        return Whereabouts(Reach.SHARED, share)
    service = next(_services(store.absolute().parent), "")
    return Whereabouts(Reach.SYNCED, service) if service else Whereabouts()


def _services(folder: Path) -> Iterator[str]:
    for each in (folder, *folder.parents):
        name = each.name.casefold()
        for service, beginnings in _BY_NAME.items():
            if any(
                name == known or name.startswith((f"{known} ", f"{known}-")) for known in beginnings
            ):
                yield service
        for service, marks in _BY_MARK.items():
            # a home folder may hold the mark of a service that syncs another one
            if each != Path.home() and any(_has(each, mark) for mark in marks):
                yield service


def _has(folder: Path, mark: str) -> bool:
    try:
        return next(folder.glob(mark), None) is not None
    except OSError:
        return False


def _share(store: Path, mounts: Path) -> str:
    if str(store).startswith(("\\\\", "//")):
        return "UNC"
    if sys.platform == "win32":
        drive = store.absolute().anchor
        is_remote = ctypes.windll.kernel32.GetDriveTypeW(drive) == _WINDOWS_REMOTE
        return drive if is_remote else ""
    kind = _mounted_as(Path(os.path.realpath(store)), mounts)
    return kind if kind in _REMOTE else ""


def _mounted_as(path: Path, mounts: Path) -> str:
    """The kind of file system that the path lies on; empty where the machine does not tell."""
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ""
    found, longest = "", -1
    for line in lines:
        _device, point, kind, *_ = line.split(" ")
        place = Path(point.replace("\\040", " ").replace("\\011", "\t"))
        # of two that are mounted on one place the later counts
        if path.is_relative_to(place) and len(place.parts) >= longest:
            found, longest = kind, len(place.parts)
    return found
