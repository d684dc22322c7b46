"""The faces of this machine's fonts, for a person to choose from."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from planner.typesetting.fonts import Face, UnusableFont, faces_in

_ENDINGS = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_BOLD_WEIGHT = 700


@dataclass(frozen=True)
class FaceChoice:
    """What finds a face again; a variable font offers one for each weight its maker named."""

    family: str
    style: str
    path: Path
    index: int = 0
    variations: tuple[tuple[str, float], ...] = ()

    def face(self) -> Face:
        """Raises `UnusableFont` if the file has gone or changed."""
        return Face(self.path, self.index, dict(self.variations))


def font_folders(
    platform: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> list[Path]:
    """Where fonts lie, those of the person first."""
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or "/")
    if platform == "win32":
        local = Path(environment.get("LOCALAPPDATA", home / "AppData/Local"))
        windows = Path(environment.get("WINDIR", "C:/Windows"))
        return [local / "Microsoft/Windows/Fonts", windows / "Fonts"]
    if platform == "darwin":
        return [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    data = Path(environment.get("XDG_DATA_HOME") or home / ".local/share")
    return [
        data / "fonts",
        home / ".fonts",
        *map(Path, ("/usr/local/share/fonts", "/usr/share/fonts")),
    ]


def installed_faces(folders: Iterable[Path]) -> Iterator[FaceChoice]:
    """Every face that can be drawn and embedded; files that are no such fonts are passed over."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in _ENDINGS:
                yield from _choices(path)


def styles_of(chosen: FaceChoice, choices: Iterable[FaceChoice]) -> tuple[Face, ...]:
    """The chosen face, and of its family what comes nearest to bold, italic and bold italic.

    Han faces have no such styles. Raises `UnusableFont` if a file has gone or changed.
    """
    face = chosen.face()
    if face.is_for_han:
        return (face,)
    kin = [each.face() for each in choices if each.family == chosen.family]

    def nearest(weight: float, *, italic: bool) -> Face:
        alike = [each for each in kin if bool(each.italic_angle) is italic]
        return min(alike, key=lambda each: abs(each.weight - weight), default=face)

    bold = max(face.weight, _BOLD_WEIGHT)
    return (
        face,
        nearest(bold, italic=False),
        nearest(face.weight, italic=True),
        nearest(bold, italic=True),
    )


def _choices(path: Path) -> Iterator[FaceChoice]:
    try:
        faces = faces_in(path)
    except UnusableFont:
        return
    for face in faces:
        named = face.named_variations()
        for style, variations in named.items() or {face.style: {}}.items():
            axes = tuple(sorted(variations.items()))
            yield FaceChoice(face.family, style, path, face.index, axes)
