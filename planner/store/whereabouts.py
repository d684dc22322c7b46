"""Where a store lies: on this machine, in a folder that a service syncs, or on a network share."""

import ctypes
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

_REMOTE = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "glusterfs", "9p", "davfs"),
        *("fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.s3fs", "fuse.glusterfs"),
        "fuse.gvfsd-fuse",
        *("afpfs", "webdav", "ftp", "macfuse", "osxfuse"),  # as macOS calls its own
    )
)
_WINDOWS_REMOTE = 4  # DRIVE_REMOTE
_LINUX = Path("/proc/mounts")
_MAC = ["/sbin/mount"]
_MAC_LINE = re.compile(r".+? on (?P<place>/.*) \((?P<kind>[^,()]+)(, [^()]*)?\)")
_SOON = 2  # seconds
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


@dataclass(frozen=True)
class Mount:
    """Where a file system hangs in the tree, and of which kind it is."""

    point: Path
    kind: str


def whereabouts(store: Path, mounts: Callable[[], Sequence[Mount]] | None = None) -> Whereabouts:
    """Told from the folders above the store and what this machine has mounted; no service is asked.

    `mounts` is for tests.
    """
    share = _share(store, mounts or mounts_here)
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


def _share(store: Path, mounts: Callable[[], Sequence[Mount]]) -> str:
    if is_unc(str(store)):
        return "UNC"
    if sys.platform == "win32":
        drive = store.absolute().anchor
        is_remote = ctypes.windll.kernel32.GetDriveTypeW(drive) == _WINDOWS_REMOTE
        return drive if is_remote else ""
    kind = mounted_as(Path(os.path.realpath(store)), mounts())
    return kind if kind in _REMOTE else ""


def is_unc(written: str) -> bool:
    r"""A path of a Windows share, also a long one (`\\?\UNC\nas\office`); not one of a drive."""
    plain = written.replace("/", "\\")
    if plain.startswith(("\\\\?\\", "\\\\.\\")):
        return plain[4:].upper().startswith("UNC\\")
    return plain.startswith("\\\\")


def mounted_as(path: Path, mounts: Iterable[Mount]) -> str:
    """The kind of file system that the path lies on; empty where the machine does not tell."""
    found, longest = "", -1
    for mount in mounts:
        # of two that are mounted on one place the later counts
        if path.is_relative_to(mount.point) and len(mount.point.parts) >= longest:
            found, longest = mount.kind, len(mount.point.parts)
    return found


def mounts_here() -> list[Mount]:
    """What this machine says to have mounted; nothing where it does not tell."""
    try:
        if sys.platform == "darwin":
            told = subprocess.run(_MAC, capture_output=True, text=True, timeout=_SOON, check=True)
            return mac_mounts(told.stdout)
        return linux_mounts(_LINUX.read_text("utf-8", "surrogateescape"))
    except (OSError, subprocess.SubprocessError):
        return []


def linux_mounts(written: str) -> list[Mount]:
    """As in /proc/mounts: device, place and kind, blanks as octal numbers."""
    lines = (line.split(" ") for line in written.strip().splitlines())
    return [
        Mount(Path(place.replace("\\040", " ").replace("\\011", "\t")), kind)
        for _, place, kind, *_ in lines
    ]


def mac_mounts(written: str) -> list[Mount]:
    """As `mount` prints them: `//lin@nas/office on /Volumes/office (smbfs, nodev, nosuid)`."""
    lines = (_MAC_LINE.fullmatch(line) for line in written.splitlines())
    return [Mount(Path(line["place"]), line["kind"]) for line in lines if line]
