"""What the clipboard or a drag carries: files of this machine, a picture, or rows by their keys."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QMimeData
from PySide6.QtGui import QImage, QImageWriter


def local_paths(carried: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]


def picture_carried(carried: QMimeData) -> bytes | None:
    """A picture that is no file, as PNG; None where there is none."""
    if not carried.hasImage():
        return None
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(QImage(carried.imageData()))
    return bytes(buffer.data().data())


def carrying(mime: str, keys: Iterable[object]) -> QMimeData:
    """Rows of the program itself; `keys_carried` tells them where they are dropped."""
    carried = QMimeData()
    carried.setData(mime, QByteArray("\n".join(map(str, keys)).encode()))
    return carried


def keys_carried(carried: QMimeData, mime: str) -> list[str]:
    return bytes(carried.data(mime).data()).decode().split("\n")
