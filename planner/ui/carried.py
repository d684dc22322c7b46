"""What the clipboard or a drag carries: files of this machine, or a picture."""

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
