"""Every drawing keeps the rules of the set, and wears the pigment it is given."""

import re
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from planner.resources import resource
from planner.ui import icons
from planner.ui.appearance import Pigment, Scheme
from planner.ui.icons import Icon

SVG = "{http://www.w3.org/2000/svg}"
WANTED = {
    "today",
    "delegations",
    "people",
    "organisation",
    "route",
    "seminar",
    "outcomes",
    "report",
    "briefing",
    "search",
    "back",
    "forward",
    "undo",
    "redo",
    "plus",
    "close",
    "check",
    "filter",
    "flight",
    "train",
    "car",
    "boat",
    "walk",
    "visit",
    "meeting",
    "meal",
    "ceremony",
    "bed",
    "free",
    "clock",
    "late",
    "hourglass",
    "calendar",
    "pin",
    "finding",
    "promise",
    "recommendation",
    "hole",
    "clash",
    "warning",
    "two-values",
    "ripple",
    "proof",
    "priority",
    "second-person",
    "photo",
    "agreement",
    "gift",
    "mail",
    "print",
    "export",
    "pen",
    "refresh",
    "compare",
}


def test_each_name_has_a_drawing_and_each_drawing_a_name():
    drawn = {path.stem for path in resource("icons").glob("*.svg")}
    assert drawn == set(Icon)
    assert drawn >= WANTED


@pytest.mark.parametrize("name", Icon)
def test_drawings_keep_to_the_grid_and_the_line(name):
    root = ElementTree.fromstring(resource("icons", f"{name}.svg").read_text("utf-8"))
    assert root.get("viewBox") == "0 0 24 24"
    assert (root.get("stroke"), root.get("fill")) == ("currentColor", "none")
    assert root.get("stroke-width") == "1.5"
    assert (root.get("stroke-linecap"), root.get("stroke-linejoin")) == ("round", "round")
    colours = {part.get(paint) for part in root for paint in ("fill", "stroke") if part.get(paint)}
    assert colours <= {"currentColor", "none", "ground"}
    assert {part.tag.removeprefix(SVG) for part in root} <= {"path", "circle", "rect"}


@pytest.mark.parametrize("name", Icon)
@pytest.mark.parametrize("size", [12, 16])
def test_drawings_wear_the_ink_they_are_given(appearance, name, size):
    ink = QColor("#991d16")
    picture = icons.pixmap(name, ink, size).toImage()
    seen = (picture.pixelColor(x, y) for x in range(size) for y in range(size))
    assert any(colour.alpha() > 80 and _near(colour, ink) for colour in seen)


def _near(one: QColor, other: QColor) -> bool:
    return max(abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)) <= 4


def test_an_icon_on_a_button_follows_the_scheme(appearance):
    icon = icons.icon(Icon.DONE, Pigment.PINE)
    worn = [_middle(icon)]
    appearance.choose(scheme=Scheme.DARK)
    worn.append(_middle(icon))
    assert worn == ["#1f7067", "#8ae3d4"]


def test_the_line_is_no_stronger_on_a_fine_screen(appearance):
    coarse, fine = (
        icons.icon(Icon.BACK).pixmap(QSize(16, 16), ratio).toImage() for ratio in (1.0, 3.0)
    )
    assert _inked(fine) == pytest.approx(_inked(coarse), rel=0.2)


def _inked(picture: QImage) -> float:
    """Which part of the picture the line takes."""
    alpha = (
        picture.pixelColor(x, y).alphaF()
        for x in range(picture.width())
        for y in range(picture.height())
    )
    return sum(alpha) / (picture.width() * picture.height())


def test_what_is_disabled_is_paler(appearance):
    icon = icons.icon(Icon.DONE, Pigment.PINE)
    paler = icon.pixmap(QSize(24, 24), QIcon.Mode.Disabled).toImage()
    assert 80 < paler.pixelColor(12, 4).alpha() < 110


def _middle(icon: QIcon) -> str:
    return icon.pixmap(QSize(24, 24)).toImage().pixelColor(12, 4).name()


def test_the_line_is_as_strong_at_every_size(appearance, monkeypatch):
    widths = []

    def remember(drawing: object) -> object:
        found = re.search(r'stroke-width="([\d.]+)"', bytes(drawing.data()).decode())
        widths.append(float(found.group(1)))
        return original(drawing)

    original = icons.QSvgRenderer
    monkeypatch.setattr(icons, "QSvgRenderer", remember)
    ink = QColor("#123456")
    for size in (12, 14, 16, 24):
        icons.pixmap(Icon.CLOCK, ink, size)
    on_screen = [width * size / 22 for width, size in zip(widths, (12, 14, 16, 24), strict=True)]
    assert on_screen == pytest.approx([1.5] * 4, abs=0.01)
