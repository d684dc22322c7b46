"""Every word of the window stands in both languages, and is found at run time."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from planner.resources import resource
from planner.ui import translation as module
from planner.ui.components.panels import SidePanel
from planner.ui.lrelease import NotCompiled, release
from planner.ui.translation import Translation

FOLDER = resource("translations")
HOLE = re.compile(r"\{\w*\}|%n|%L?\d")
MNEMONIC = re.compile(r"&(\w)")


def messages(path: Path) -> list[tuple[str, str, ElementTree.Element]]:
    root = ElementTree.fromstring(path.read_text("utf-8"))
    return [
        (context.findtext("name") or "", message.findtext("source") or "", message)
        for context in root.iter("context")
        for message in context.iter("message")
    ]


def words_of(message: ElementTree.Element) -> list[str]:
    translation = message.find("translation")
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [translation.text or ""]


CHINESE = messages(FOLDER / "planner_zh_TW.ts")


@pytest.mark.parametrize(("context", "source", "message"), CHINESE)
def test_each_string_is_translated_with_its_places(context, source, message):
    assert message.find("translation").get("type") is None
    for words in words_of(message):
        assert words
        wanted = set(HOLE.findall(source))
        assert set(HOLE.findall(words)) == wanted
        assert len(MNEMONIC.findall(words)) == len(MNEMONIC.findall(source))


def test_chinese_keeps_to_full_width_signs():
    ascii_signs = re.compile(r"[一-鿿][,;:!?]|[,;!?][一-鿿]")
    spoiled = [words for *_, message in CHINESE for words in words_of(message)]
    assert [words for words in spoiled if ascii_signs.search(words) or "台" in words] == []


def test_english_plurals_are_given():
    for _, source, message in messages(FOLDER / "planner_en.ts"):
        assert all(words_of(message)), source


def test_the_collected_words_are_those_of_the_code(tmp_path, monkeypatch):
    """`translations.py update` would change nothing."""
    checkout = tmp_path / "checkout"
    folder = checkout / "resources" / "translations"
    shutil.copytree(FOLDER.parent.parent / "planner", checkout / "planner")
    shutil.copytree(FOLDER, folder)
    subprocess.run([sys.executable, folder / "translations.py", "update"], check=True)
    for name in ("planner_zh_TW.ts", "planner_en.ts"):
        kept = {(context, source) for context, source, _ in messages(FOLDER / name)}
        collected = {(context, source) for context, source, _ in messages(folder / name)}
        assert collected == kept


@pytest.fixture
def translation(qapp, tmp_path):
    translation = Translation(qapp, tmp_path)
    yield translation
    translation.choose("en")
    QLocale.setDefault(QLocale.c())


def test_words_change_with_the_language(qtbot, appearance, translation):
    names = []
    for language in ("zh_TW", "en"):
        translation.choose(language)
        panel = SidePanel("")
        qtbot.addWidget(panel)
        names.append(panel._close.accessibleName())  # noqa: SLF001
    assert names == ["關閉", "Close"]


def test_qt_speaks_the_language_too(translation):
    translation.choose("zh_TW")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """Translations that nobody compiled yet."""
    for source in FOLDER.glob("*.ts"):
        shutil.copy(source, tmp_path)
    monkeypatch.setattr(module, "resource", lambda _, name: tmp_path / name)


@pytest.mark.usefixtures("checkout")
def test_a_checkout_compiles_once(translation, tmp_path):
    translation.choose("zh_TW")
    (compiled,) = (tmp_path / "translations").glob("*.qm")
    made = compiled.stat().st_mtime_ns
    translation.choose("zh_TW")
    assert compiled.stat().st_mtime_ns == made
    assert QCoreApplication.translate("SidePanel", "Close") == "關閉"


@pytest.mark.usefixtures("checkout")
def test_an_installed_translation_is_used_as_it_is(translation, tmp_path):
    release(tmp_path / "planner_zh_TW.ts", tmp_path / "planner_zh_TW.qm")
    (tmp_path / "planner_zh_TW.ts").touch()
    translation.choose("zh_TW")
    assert not (tmp_path / "translations").exists()
    assert QCoreApplication.translate("SidePanel", "Close") == "關閉"


@pytest.mark.usefixtures("checkout")
def test_without_the_tool_the_window_speaks_english(translation, monkeypatch, caplog):
    def refuse(source: Path, target: Path) -> None:
        raise NotCompiled("PySide6 brings no lrelease")

    monkeypatch.setattr(module, "release", refuse)
    translation.choose("zh_TW")
    assert QCoreApplication.translate("SidePanel", "Close") == "Close"
    assert "no lrelease" in caplog.text


def test_a_broken_file_is_refused_whole(tmp_path):
    source = tmp_path / "planner_xx.ts"
    source.write_text("<TS", "utf-8")
    with pytest.raises(NotCompiled):
        release(source, tmp_path / "planner_xx.qm")
    assert not (tmp_path / "planner_xx.qm").exists()
