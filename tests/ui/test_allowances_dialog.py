"""What the rules reckon with is set in a dialog, and the plan is judged by it at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner import paths
from planner.allowances import allowances
from planner.rules.transfers import Allowances
from planner.ui.settings.allowances_dialog import AllowancesDialog
from planner.words import Words

pytestmark = pytest.mark.usefixtures("appearance")


@pytest.fixture
def dialog(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[AllowancesDialog]:
    monkeypatch.setattr(paths, "settings_path", lambda: tmp_path / "settings.json")
    allowances.cache_clear()
    home = QWidget()
    qtbot.addWidget(home)
    shown = AllowancesDialog(Words("en"), home)
    shown.open()
    yield shown
    allowances.cache_clear()


def test_what_is_typed_is_in_force(dialog: AllowancesDialog) -> None:
    dialog.form.input("border").show_value("75")
    dialog.form.input("gift_limits").show_value("TWD 3,000; USD 100")
    dialog.act.click()
    assert not dialog.isVisible()
    assert allowances().border == 75
    assert set(allowances().gift_limits) == {"TWD", "USD"}
    again = AllowancesDialog(Words("en"), dialog.parentWidget())
    assert again.form.input("gift_limits").value() == "TWD 3000; USD 100"
    again.form.input("border").show_value("")
    again.act.click()
    assert allowances().border == Allowances().border


def test_what_cannot_be_is_told_beside_its_field(dialog: AllowancesDialog) -> None:
    dialog.form.input("border").show_value("soon")
    dialog.form.input("gift_limits").show_value("a lot")
    dialog.act.click()
    assert dialog.isVisible()
    assert dialog.form.problem("border")
    assert "TWD 3000" in dialog.form.problem("gift_limits")
    assert allowances() == Allowances()
    dialog.reject()
