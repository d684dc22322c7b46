"""The faces of a machine's fonts are found, with the weights of variable ones."""

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from planner.resources import resource
from planner.typesetting.fonts import UnusableFont
from planner.typesetting.installed import FaceChoice, font_folders, installed_faces, styles_of


@pytest.fixture
def folder(tmp_path):
    fonts = tmp_path / "fonts" / "of many kinds"
    fonts.mkdir(parents=True)
    (fonts / "broken.ttf").write_text("not a font")
    (fonts / "notes.txt").write_text("not a font either")
    (fonts / "Serif.TTF").write_bytes(resource("fonts", "LiberationSerif-Bold.ttf").read_bytes())
    made = FontBuilder(1000)
    made.setupGlyphOrder([".notdef"])
    made.setupCharacterMap({})
    made.setupGlyf({".notdef": TTGlyphPen(None).glyph()})
    made.setupHorizontalMetrics({".notdef": (500, 0)})
    made.setupHorizontalHeader()
    made.setupNameTable({"familyName": "Made", "styleName": "Regular", "psName": "Made"})
    made.setupOS2()
    made.setupPost()
    weights = [
        {"location": {"wght": weight}, "stylename": name} for name, weight in WEIGHTS.items()
    ]
    made.setupFvar([("wght", 100, 400, 900, "Weight")], weights)
    made.save(fonts / "variable.ttf")
    return tmp_path / "fonts"


WEIGHTS = {"Regular": 400, "Black": 900}


def test_faces_are_found_in_every_folder_below(folder):
    found = list(installed_faces([folder, folder / "missing"]))
    assert [(choice.family, choice.style) for choice in found] == [
        ("Liberation Serif", "Bold"),
        ("Made", "Regular"),
        ("Made", "Black"),
    ]


def test_a_choice_opens_its_face_in_its_weight(folder):
    serif, regular, black = installed_faces([folder])
    assert serif.face().has("A")
    assert not regular.face().is_bold
    assert black.face().variations == {"wght": 900}
    assert black.face().is_bold


def test_a_choice_whose_file_has_gone_is_refused(tmp_path):
    with pytest.raises(UnusableFont):
        FaceChoice("Gone", "Regular", tmp_path / "gone.ttf").face()


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"HOME": "/home/wang"}, "/home/wang/.local/share/fonts"),
        ("linux", {"HOME": "/home/wang", "XDG_DATA_HOME": "/data"}, "/data/fonts"),
        ("darwin", {"HOME": "/Users/wang"}, "/Users/wang/Library/Fonts"),
        ("win32", {"LOCALAPPDATA": "C:/Wang/Local"}, "C:/Wang/Local/Microsoft/Windows/Fonts"),
    ],
)
def test_the_fonts_of_the_person_come_first(platform, environment, folder):
    assert font_folders(platform, environment)[0] == Path(folder)


def test_a_latin_face_comes_with_the_nearest_styles_of_its_family():
    found = list(installed_faces([resource("fonts")]))
    regular = next(each for each in found if each.style == "Regular" and "Serif" in each.family)
    faces = styles_of(regular, found)
    assert [(face.is_bold, face.italic_angle < 0) for face in faces] == [
        (False, False),
        (True, False),
        (False, True),
        (True, True),
    ]


def test_a_han_face_comes_alone():
    found = list(installed_faces([resource("fonts")]))
    sung = next(each for each in found if each.family == "TW-Sung")
    assert len(styles_of(sung, found)) == 1


def test_a_style_that_a_family_lacks_is_the_chosen_face(folder):
    found = list(installed_faces([folder]))
    bold, *others = styles_of(found[0], found)
    assert {face.path for face in others} == {bold.path}
