"""Every screen looks as it was last looked at; a change of looks is made on purpose.

`python -m tests.journeys.screens` makes the pictures again; look at each before it is committed.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.journeys.screens import KEPT, Screen, Studio, difference, screens

ALLOWED = 0.01  # of the picture
WANTED = [screen for screen in screens() if screen.path.exists()]


@pytest.fixture(scope="module")
def differences(
    sample: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[Screen, float]]:
    """How far each screen is from its picture; those too far are saved to be looked at."""
    studio = Studio(sample, tmp_path_factory.mktemp("studio"))
    found: dict[Screen, float] = {}
    for screen, picture in studio.pictures(WANTED):
        with Image.open(screen.path) as kept:
            found[screen] = difference(picture, kept)
        if found[screen] > ALLOWED:
            picture.save(_seen(screen, tmp_path_factory))
    yield found
    studio.close()


def _seen(screen: Screen, folder: pytest.TempPathFactory) -> Path:
    return folder.getbasetemp() / screen.path.with_suffix(".png").name


@pytest.mark.timeout(900)  # the first one waits for all pictures
@pytest.mark.parametrize("screen", WANTED, ids=lambda screen: screen.path.stem)
def test_a_screen_looks_as_it_did(differences, screen, tmp_path_factory):
    if differences[screen] > ALLOWED:
        pytest.fail(
            f"{differences[screen]:.1%} of {screen.path.name} is different: look at "
            f"{_seen(screen, tmp_path_factory)}; where it is meant, make the kept one again: "
            f"python -m tests.journeys.screens {screen.name}"
        )


def test_every_screen_is_kept():
    assert screens() == WANTED


def test_no_picture_is_of_what_is_no_more():
    assert {path.name for path in KEPT.iterdir()} <= {screen.path.name for screen in screens()}


def test_all_pictures_together_are_small():
    assert sum(path.stat().st_size for path in KEPT.iterdir()) < 6 * 2**20


def test_a_difference_is_told():
    plain = Image.new("RGB", (100, 100), "white")
    moved = plain.copy()
    moved.paste((200, 20, 20), (0, 0, 20, 20))
    assert difference(plain, plain) == 0
    assert difference(plain, moved) == pytest.approx(0.04)
    assert difference(plain, Image.new("RGB", (100, 90), "white")) == 1
