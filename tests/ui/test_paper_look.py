"""The look of a paper is chosen in the window, and is kept."""

from pathlib import Path

import pytest

from planner.printing import Watermark, font_choices
from planner.ui.report.paper_look import LookDialog, PaperLook
from planner.ui.window_state import WindowState
from planner.words import Words

pytestmark = pytest.mark.usefixtures("appearance")
LOOK = PaperLook("C059:Roman", "C059:Bold", "會前傳閱", has_line_numbers=True)


@pytest.fixture
def dialog(qtbot):
    def open_with(look: PaperLook) -> LookDialog:
        made = LookDialog(look, Words("en"))
        qtbot.addWidget(made)
        return made

    return open_with


@pytest.mark.parametrize("look", [PaperLook(), PaperLook(watermark=Watermark.DRAFT), LOOK])
def test_the_dialog_gives_back_the_look_it_was_shown(dialog, look):
    assert dialog(look).look == look


def test_a_look_is_kept(tmp_path: Path):
    state = WindowState(tmp_path / "window.ini")
    assert PaperLook.kept(state) == PaperLook()
    LOOK.keep(state)
    state.keep()
    assert PaperLook.kept(WindowState(tmp_path / "window.ini")) == LOOK


def test_found_fonts_are_offered_and_the_chosen_one_stays(dialog):
    made = dialog(PaperLook(body_font="Gone:Regular"))
    found = font_choices()
    made.offer_fonts(found)
    assert made.look.body_font == "Gone:Regular"
    offered = {made.heading_font.itemData(place) for place in range(made.heading_font.count())}
    assert {f"{choice.family}:{choice.style}" for choice in found} <= offered


def test_words_of_ones_own_are_asked_for_only_where_they_are_used(dialog):
    made = dialog(PaperLook())
    assert not made.own.isEnabled()
    made.watermark.setCurrentIndex(made.watermark.count() - 1)
    assert made.own.isEnabled()
    made.own.setText("  Not for the press ")
    assert made.look.watermark == "Not for the press"
