"""Files under a passphrase: only who knows it reads them, and a changed one is refused whole."""

from pathlib import Path

import pytest

from planner import sealing
from planner.sealing import Unsealable
from planner.words import Words

PASSPHRASE = "包頭 稀土 之 路 2015"
CONTENT = "出國報告".encode() * 20_000


@pytest.fixture(scope="module")
def sealed() -> bytes:
    """Made once: finding the key is meant to cost a second."""
    return sealing.sealed(CONTENT, PASSPHRASE)


def test_what_was_sealed_comes_back_and_shows_nothing_meanwhile(sealed: bytes) -> None:
    assert sealing.unsealed(sealed, PASSPHRASE, "a.age") == CONTENT
    assert "出國".encode() not in sealed
    assert sealed.startswith(b"age-encryption.org/v1\n")


def test_a_wrong_passphrase_is_told(sealed: bytes) -> None:
    with pytest.raises(Unsealable) as refused:
        sealing.unsealed(sealed, PASSPHRASE + "?", "a.age")
    assert refused.value.code == "sealing.wrong"


@pytest.mark.parametrize("place", [-1, 400, 70_000])
def test_one_changed_byte_is_refused(sealed: bytes, place: int) -> None:
    changed = bytearray(sealed)
    changed[place] ^= 1
    with pytest.raises(Unsealable) as refused:
        sealing.unsealed(bytes(changed), PASSPHRASE, "a.age")
    assert refused.value.code == "sealing.changed"


def test_a_file_cut_short_is_refused(sealed: bytes) -> None:
    with pytest.raises(Unsealable):
        sealing.unsealed(sealed[: len(sealed) // 2], PASSPHRASE, "a.age")


def test_a_short_passphrase_is_not_taken() -> None:
    with pytest.raises(Unsealable) as refused:
        sealing.sealed(CONTENT, "稀土" * 4)
    assert "10" in Words("zh_TW").error(refused.value)


def test_what_is_too_large_is_told(sealed: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "MOST_BYTES", 10)
    with pytest.raises(Unsealable) as refused:
        sealing.sealed(CONTENT, PASSPHRASE)
    assert refused.value.code == "sealing.too_large"


def test_a_file_is_opened_for_as_long_as_it_is_read(sealed: bytes, tmp_path: Path) -> None:
    path = tmp_path / "2015.planner.age"
    path.write_bytes(sealed)
    with sealing.plain(path, lambda: PASSPHRASE) as opened:
        assert opened.name == "2015.planner"
        assert opened.read_bytes() == CONTENT
        assert opened.stat().st_mode & 0o077 == 0
    assert not opened.exists()


def test_a_file_that_is_not_sealed_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "2015.planner"
    path.write_bytes(CONTENT)
    with sealing.plain(path, lambda: pytest.fail("nothing is to be asked")) as opened:
        assert opened == path
    with sealing.plain(tmp_path / "away", str) as opened:
        assert opened == tmp_path / "away"
