"""Renditions: photos as they are shown and printed, made once and kept beside the kept files."""

import hashlib
import io
import os
from collections.abc import Callable
from pathlib import Path
from threading import get_ident

from PIL import Image

from planner.domain.errors import StoreUnavailable, UnreadableFile
from planner.domain.photo import Photo, Retouch
from planner.exchange.pictures import THUMB, Picture, as_jpeg, read_picture
from planner.exchange.retouching import UNTOUCHED, clean_copy, retouched


class Renditions:
    """Any thread may ask. What is missing, as after an import of an archive, is made anew."""

    def __init__(self, folder: Path, original: Callable[[str], Path]) -> None:
        """`original` gives where the file of a content hash lies; it may raise."""
        self._folder = folder
        self._original = original

    def keep(self, content: str, picture: Picture) -> None:
        """What is shown of a picture that was just read."""
        self._write(self._path(content, UNTOUCHED, "view"), picture.view)
        self._write(self._path(content, UNTOUCHED, "thumb"), picture.thumb)

    def view(self, content: str, retouch: Retouch = UNTOUCHED) -> Path:
        """Large enough for a window. Raises PlannerError where the kept file is gone or spoilt."""
        return self._made(content, retouch, "view")

    def thumb(self, content: str, retouch: Retouch = UNTOUCHED) -> Path:
        return self._made(content, retouch, "thumb")

    def full(self, photo: Photo) -> Path:
        """For print: the kept file itself where nothing was done to it."""
        if photo.retouch == UNTOUCHED:
            return self._original(photo.content)
        path = self._path(photo.content, photo.retouch, "full")
        if not path.exists():
            self._write(path, self.clean(photo))
        return path

    def clean(self, photo: Photo) -> bytes:
        """For others: retouched, and without place, time or serial number."""
        try:
            return clean_copy(self._original(photo.content).read_bytes(), photo.retouch)
        except MemoryError as error:
            raise UnreadableFile("picture.no_memory", name=photo.file_name) from error
        except (OSError, ValueError, SyntaxError) as error:
            raise UnreadableFile("picture.damaged", name=photo.file_name) from error

    def _made(self, content: str, retouch: Retouch, size: str) -> Path:
        try:
            return self._remade(content, retouch, size)
        except MemoryError as error:
            raise UnreadableFile("picture.no_memory", name=content) from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise UnreadableFile("picture.cannot_read", name=content, reason=reason) from error

    def _remade(self, content: str, retouch: Retouch, size: str) -> Path:
        path = self._path(content, retouch, size)
        if path.exists():
            return path
        if retouch == UNTOUCHED:
            original = self._original(content)
            self.keep(content, read_picture(original.read_bytes(), original.name))
        else:
            plain = self._made(content, UNTOUCHED, "view").read_bytes()
            with Image.open(io.BytesIO(plain)) as picture:
                made = retouched(picture.convert("RGB"), retouch)
            if size == "thumb":
                made.thumbnail((THUMB, THUMB))
            self._write(path, as_jpeg(made))
        return path

    def _path(self, content: str, retouch: Retouch, size: str) -> Path:
        name = f"{content[:40]}-{size}.jpg"
        if retouch != UNTOUCHED:
            done = hashlib.sha256(retouch.model_dump_json().encode()).hexdigest()[:16]
            name = f"{content[:40]}-{done}-{size}.jpg"
        return self._folder / name[:2] / name

    def _write(self, path: Path, data: bytes) -> None:
        """Whole or not at all: others may make the same at once."""
        partial = path.with_name(f"{path.name}.{os.getpid()}.{get_ident()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            partial.write_bytes(data)
            partial.replace(path)
        except OSError as error:
            # the disk is full, or the folder went away
            reason = error.strerror or str(error)
            raise StoreUnavailable("store.cannot_write", path=str(path), reason=reason) from error
