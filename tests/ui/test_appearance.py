"""The tokens keep what the design promises: contrast, scale, and one scheme at a time."""

import re
import sys
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from planner.resources import resource
from planner.ui import appearance as looks
from planner.ui.appearance import Appearance, Pigment, Scheme, Type, px, scheme, tokens, typeface
from planner.ui.components.boxes import Row
from planner.ui.components.labels import Label

GROUNDS = ("chrome", "sheet", "card", "sunk", "hover", "selection")
SCHEMES = list(product((False, True), (False, True)))


def luminance(colour: QColor) -> float:
    parts = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: QColor | str, other: QColor | str) -> float:
    low, high = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("dark", "high"), SCHEMES)
@pytest.mark.parametrize("pigment", Pigment)
def test_every_ink_can_be_read_on_every_ground(pigment, dark, high):
    colours = scheme(dark, high)
    for ground in GROUNDS:
        assert contrast(colours.color(pigment), getattr(colours, ground)) >= 4.5, ground


@pytest.mark.parametrize(("dark", "high"), SCHEMES)
@pytest.mark.parametrize("pigment", Pigment)
def test_every_ink_can_be_read_on_its_tint(pigment, dark, high):
    colours = scheme(dark, high)
    assert contrast(colours.color(pigment), colours.tint(pigment)) >= 4.5


@pytest.mark.parametrize(("dark", "high"), SCHEMES)
def test_borders_and_primary_buttons_can_be_told(dark, high):
    colours = scheme(dark, high)
    assert all(contrast(colours.edge, getattr(colours, ground)) >= 2.95 for ground in GROUNDS)
    assert contrast(colours.on_indigo, colours.color(Pigment.INDIGO)) >= 7


@pytest.mark.parametrize("dark", [False, True])
def test_text_roles_of_the_palette_can_be_read(dark):
    made = looks.palette(scheme(dark))
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    pairs = [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.PlaceholderText, role.Base),
        (role.ToolTipText, role.ToolTipBase),
        (role.Link, role.Light),
        (role.BrightText, role.Light),
    ]
    for words, ground in pairs:
        for state in (group.Active, group.Inactive, group.Disabled):
            assert contrast(made.color(state, words), made.color(state, ground)) >= 4.5


@pytest.mark.parametrize(("dark", "high"), SCHEMES)
def test_the_palette_says_which_tokens_are_in_force(appearance, dark, high):
    chosen = Scheme.DARK if dark else Scheme.LIGHT
    appearance.choose(scheme=chosen, high_contrast=high)
    assert tokens() == scheme(dark, high)


def test_high_contrast_says_everything_in_ink():
    colours = scheme(dark=False, high_contrast=True)
    assert {colours.color(pigment).name() for pigment in Pigment} == {"#23211d"}
    assert colours.line == colours.edge


def test_sizes_follow_the_text_size(appearance):
    row = Row(margins=24, spacing=8)
    label = Label("十月", Type.TITLE)
    holder = QLabel()
    holder.setLayout(row)
    row.addWidget(label)
    assert QFontInfo(typeface(Type.BASE)).pixelSize() == 13
    for size in (1.0, 1.5, 2.0, 3.0):
        appearance.choose(text_size=size)
        assert px(100) == round(100 * size)
        assert abs(QFontInfo(label.font()).pixelSize() - 20 * size) <= 1
        assert row.contentsMargins().left() == round(24 * size)
        assert row.spacing() == round(8 * size)


def test_a_label_made_before_changes_its_ink_with_the_scheme(appearance):
    label = Label("逾期", pigment=Pigment.CINNABAR)
    worn = [label.palette().color(QPalette.ColorRole.WindowText).name()]
    appearance.choose(scheme=Scheme.DARK)
    worn.append(label.palette().color(QPalette.ColorRole.WindowText).name())
    assert worn == ["#991d16", "#f48b7b"]


def test_text_size_stays_within_reason(appearance):
    appearance.choose(text_size=40.0)
    assert appearance.text_size == 3.0


def test_faces_are_shipped_and_used(appearance: Appearance):
    assert set(looks.FACES) <= set(QFontDatabase.families())
    assert QFontInfo(QApplication.font()).family() == "Noto Sans TC"
    assert sum(path.stat().st_size for path in resource("fonts", "ui").iterdir()) < 16 * 2**20


def test_movements_stop_where_the_desktop_wants_none(appearance: Appearance):
    effect = looks.Qt.UIEffect.UI_General
    QApplication.setEffectEnabled(effect, True)
    assert looks.motion(140) == 140
    QApplication.setEffectEnabled(effect, False)
    assert looks.motion(140) == 0
    QApplication.setEffectEnabled(effect, True)


def test_no_view_names_a_colour_or_a_style_sheet():
    literal = re.compile(r"#[0-9A-Fa-f]{6}\b|setStyleSheet|QColor\(\d*[1-9]")
    rooms = Path(looks.__file__).parent
    found = {
        path.name
        for path in rooms.rglob("*.py")
        if path.name != "appearance.py" and literal.search(path.read_text("utf-8"))
    }
    assert found == set()


def test_qt_gives_none_back(appearance: Appearance):
    """PySide6 6.12.0 on Python below 3.12 lost a reference of None at each call."""
    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(1000):
        label.setText("x")
    assert abs(sys.getrefcount(None) - before) < 100


def test_margins_set_later_stay_through_a_change_of_looks(qtbot, appearance):
    page = QWidget()
    qtbot.addWidget(page)
    row = Row()
    page.setLayout(row)
    row.set_margins((8, 88, 16, 12))
    appearance.choose(text_size=2.0)
    margins = row.contentsMargins()
    assert (margins.left(), margins.top()) == (px(8), px(88))
    assert margins.top() > 88
