"""Picture files taken up: each read, kept by its hash and scaled once; bad ones named."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from planner.domain.errors import PlannerError, UnreadableFile
from planner.exchange.pictures import PICTURE_ENDINGS, PictureFacts, read_picture
from planner.exchange.renditions import Renditions
from planner.store.files import FileStore

MOST_MEGABYTES = 256
_MEGABYTE = 2**20

Progress = Callable[[int, int], None]


class MistimedPicture(UnreadableFile):
    """A whole picture that says it was taken when nobody can have taken it."""


@dataclass(frozen=True)
class PictureFile:
    """A file by its name, and how to have what is in it; `read` may raise."""

    name: str
    read: Callable[[], bytes]


@dataclass(frozen=True)
class KeptPicture:
    """A picture in the store that is no photo of a delegation yet."""

    name: str
    content: str
    facts: PictureFacts
    fingerprint: str
    is_new: bool


@dataclass(frozen=True)
class TakenUp:
    """`left_out` says of each bad file what is wrong; its sentence names the file.

    `mistimed` are those of them that are whole pictures and only tell a time that cannot be.
    """

    kept: tuple[KeptPicture, ...]
    left_out: tuple[PlannerError, ...]
    mistimed: tuple[PictureFile, ...] = ()


def renditions_of(files: FileStore) -> Renditions:
    return Renditions(files.folder / "renditions", files.path)


def picture_files(paths: Iterable[Path]) -> tuple[PictureFile, ...]:
    """The files named, and all pictures in the folders named, by their paths."""
    found = dict.fromkeys(path for named in paths for path in _within(named))
    return tuple(PictureFile(path.name, partial(_content, path)) for path in found)


def take_up(
    pictures: Sequence[PictureFile],
    files: FileStore,
    progress: Progress = lambda done, total: None,
    *,
    with_mistimed: bool = False,
) -> TakenUp:
    """Read and keep them all. `progress` may raise to cancel: what was kept till then goes.

    Those that tell a time that cannot be are taken without any time if that is asked for.
    """
    renditions = renditions_of(files)
    kept: list[KeptPicture] = []
    left_out: list[PlannerError] = []
    mistimed: list[PictureFile] = []
    try:
        for done, picture in enumerate(pictures):
            progress(done, len(pictures))
            try:
                kept.append(_kept(picture, files, renditions, with_mistimed=with_mistimed))
            except MistimedPicture as error:
                mistimed.append(picture)
                left_out.append(error)
            except UnreadableFile as error:
                left_out.append(error)
        progress(len(pictures), len(pictures))
    except BaseException:
        for made in kept:
            if made.is_new:
                files.discard(made.content)
        raise
    return TakenUp(tuple(kept), tuple(left_out), tuple(mistimed))


def _kept(
    picture: PictureFile, files: FileStore, renditions: Renditions, *, with_mistimed: bool
) -> KeptPicture:
    content = picture.read()
    read = read_picture(content, picture.name)
    if read.facts.is_time_absurd and not with_mistimed:
        raise MistimedPicture("picture.absurd_time", name=picture.name)
    is_new = not files.holds(sha256(content).hexdigest())
    digest = files.put(content)
    renditions.keep(digest, read)
    return KeptPicture(picture.name, digest, read.facts, read.fingerprint, is_new)


def _within(named: Path) -> Iterator[Path]:
    if not named.is_dir():
        yield named
        return
    for path in sorted(named.rglob("*")):
        # cameras and computers leave files of their own beside the photos, with dots before them
        is_ours = path.suffix.lower() in PICTURE_ENDINGS and not path.name.startswith(".")
        # a link may lead anywhere, also out of a folder that came from somebody else
        if is_ours and path.is_file() and not path.is_symlink():
            yield path


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_MEGABYTES * _MEGABYTE:
            raise UnreadableFile("picture.file_too_large", name=path.name, most=MOST_MEGABYTES)
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableFile("picture.cannot_read", name=path.name, reason=reason) from error
