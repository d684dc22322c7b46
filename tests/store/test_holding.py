"""One machine at a time writes into a store others can reach; the second is told who has it."""

import json
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from planner.store import holding
from planner.store.holding import STALE_AFTER, HeldElsewhere, Hold, holder, note_of
from planner.words import Words

NOW = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "planner.sqlite"


def as_of(store: Path, host: str) -> None:
    """Make the note say that another machine wrote it."""
    found = holder(store)
    assert found is not None
    note_of(store).write_text(json.dumps(asdict(replace(found, host=host))), "utf-8")


def test_the_note_says_who_where_and_since_when(store: Path) -> None:
    Hold(store, NOW)
    found = holder(store)
    assert found is not None
    assert found.is_here
    assert found.user
    assert datetime.fromisoformat(found.since) == NOW
    assert note_of(store).stat().st_mode & 0o077 == 0


def test_a_second_machine_is_told_who_has_it(store: Path) -> None:
    Hold(store, NOW)
    as_of(store, "LIN-PC")
    with pytest.raises(HeldElsewhere) as told:
        Hold(store, NOW + timedelta(minutes=1))
    for language in ("zh_TW", "en"):
        sentence = Words(language).error(told.value)
        assert "LIN-PC" in sentence
        assert "2026-11-22" in sentence


def test_it_may_be_taken_over_and_the_first_machine_is_told(store: Path) -> None:
    first = Hold(store, NOW)
    as_of(store, "LIN-PC")
    Hold(store, NOW, takes_over=True)
    found = holder(store)
    assert found is not None
    assert found.is_here
    as_of(store, "WU-PC")  # so it looks to the first
    with pytest.raises(HeldElsewhere):
        first.renew(NOW)


def test_a_note_that_nobody_renews_is_passed_over(store: Path) -> None:
    Hold(store, NOW)
    as_of(store, "LIN-PC")
    with pytest.raises(HeldElsewhere):
        Hold(store, NOW + STALE_AFTER)
    Hold(store, NOW + STALE_AFTER + timedelta(seconds=1))


def test_one_that_is_renewed_is_not_stale(store: Path) -> None:
    hold = Hold(store, NOW)
    hold.renew(NOW + timedelta(hours=1))
    as_of(store, "LIN-PC")
    with pytest.raises(HeldElsewhere):
        Hold(store, NOW + timedelta(hours=1, minutes=1))


def test_a_clock_that_goes_ahead_is_no_sign_that_a_machine_stopped(store: Path) -> None:
    Hold(store, NOW + timedelta(days=2))
    as_of(store, "LIN-PC")
    with pytest.raises(HeldElsewhere):
        Hold(store, NOW)


def test_programs_of_one_machine_share_the_store(store: Path) -> None:
    first = Hold(store, NOW)
    second = Hold(store, NOW)
    first.end()
    assert holder(store) is not None  # the second still has it
    second.end()
    assert holder(store) is None
    assert list(store.parent.iterdir()) == []


@pytest.mark.parametrize("note", ["", "{}", "[]", '{"host": 1}', "\ufffd"])
def test_a_note_that_cannot_be_read_holds_nobody_off(store: Path, note: str) -> None:
    note_of(store).write_text(note)
    assert holder(store) is None
    Hold(store, NOW)
    assert holder(store) is not None


def test_where_no_note_can_be_written_the_store_opens_all_the_same(tmp_path: Path) -> None:
    hold = Hold(tmp_path / "away" / "planner.sqlite", NOW)
    hold.renew(NOW)
    hold.end()


def test_a_user_without_a_name_is_no_reason_to_stop(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError

    monkeypatch.setattr(holding.getpass, "getuser", nobody)
    Hold(store, NOW)
    found = holder(store)
    assert found is not None
    assert found.user == ""
