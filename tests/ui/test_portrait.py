"""A portrait is chosen, pasted or dropped on the form, shown on the card, and taken away."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.domain.changes import EditName
from planner.domain.person import Person
from planner.queries.contacts_page import person_page
from planner.store.database import Database
from planner.ui.contacts.asking import ContactAsking, ContactDialog
from planner.ui.contacts.business_card import BusinessCard
from planner.ui.contacts.faces import ContactFaces
from planner.ui.contacts.portrait_input import PortraitInput
from planner.ui.editor import Editor
from planner.ui.formats import Formats
from planner.words import Words
from tests import builders as b

pytestmark = pytest.mark.usefixtures("appearance")

WORDS = Words("zh_TW")
TEGUS = b.person("特古斯")


@pytest.fixture
def editor(database: Database) -> Editor:
    return Editor(database, lambda name: WORDS(f"edit.{name.code}", **{"kind": "", **name.values}))


@pytest.fixture
def dialog(
    qtbot: QtBot, database: Database, editor: Editor, keep: Callable[..., None]
) -> ContactDialog:
    keep(TEGUS)
    faces = ContactFaces(Formats(WORDS), b.DAY)
    home = BusinessCard(faces, database.files.path)
    qtbot.addWidget(home)
    home.show()
    return ContactAsking(database, editor, faces, home).contact(Person, TEGUS.id)


@pytest.fixture
def chosen(dialog: ContactDialog) -> PortraitInput:
    found = dialog.form.input("portrait")
    assert isinstance(found, PortraitInput)
    return found


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "特古斯.png"
    Image.new("RGB", (900, 1200), "teal").save(path)
    return path


def stored(database: Database) -> Person:
    with database.begin(EditName("look")) as work:
        return work.get(Person, TEGUS.id)


def test_a_chosen_picture_is_kept_small_and_taken_back(
    dialog: ContactDialog, chosen: PortraitInput, photo: Path, database: Database, editor: Editor
) -> None:
    chosen.take_file(photo)
    QTest.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    portrait = stored(database).portrait
    assert portrait is not None
    with Image.open(io.BytesIO(database.files.read(portrait.content))) as kept:
        assert (kept.format, kept.size) == ("JPEG", (480, 640))
    editor.undo_stack.undo()
    assert stored(database).portrait is None


def test_what_is_on_the_card_is_the_picture(
    dialog: ContactDialog, chosen: PortraitInput, photo: Path, database: Database
) -> None:
    card = dialog.parent().findChild(BusinessCard) or dialog.parent()
    assert isinstance(card, BusinessCard)
    with database.read() as session:
        card.show_person(person_page(session, TEGUS.id))
    without = card.grab().toImage()
    chosen.take_file(photo)
    QTest.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    with database.read() as session:
        card.show_person(person_page(session, TEGUS.id))
    shown = card.grab().toImage()
    place = QPoint(shown.width() - 40, 60)
    assert without.pixelColor(place) != shown.pixelColor(place)
    assert shown.pixelColor(place).green() > 100 > shown.pixelColor(place).red()


def test_a_picture_is_pasted_and_removed_again(
    dialog: ContactDialog, chosen: PortraitInput, database: Database
) -> None:
    image = QImage(60, 80, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    carried = QMimeData()
    carried.setImageData(image)
    chosen.take_carried(carried)
    assert chosen.value() is not None
    assert not chosen.portrait.is_empty
    QTest.mouseClick(chosen.remove, Qt.MouseButton.LeftButton)
    assert chosen.value() is None
    assert chosen.portrait.is_empty


def test_a_file_is_dropped(chosen: PortraitInput, photo: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(photo))])
    chosen.dropEvent(
        QDropEvent(
            QPointF(1, 1),
            Qt.DropAction.CopyAction,
            carried,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert not chosen.portrait.is_empty


@pytest.mark.parametrize("content", [b"", b"no picture", b"\xff\xd8\xff\xe0 cut"])
def test_what_is_no_picture_is_told_beside_it(
    chosen: PortraitInput, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "壞.jpg"
    path.write_bytes(content)
    chosen.take_file(path)
    assert "壞.jpg" in chosen.problem.text()
    assert chosen.value() is None


def test_an_empty_clipboard_is_told(chosen: PortraitInput) -> None:
    QGuiApplication.clipboard().clear()
    chosen.setFocus()
    QTest.keyClick(chosen.choose, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not chosen.problem.isHidden()
