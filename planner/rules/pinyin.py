"""How Han characters are read, without tones; loaded when somebody first asks."""

import os
import re
import unicodedata
from functools import cache
from types import ModuleType


@cache
def _pypinyin() -> ModuleType:
    """Without its phrases: they take five times as long to load, and names are no phrases."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    # loading the readings of all characters takes longer than most runs of the program
    import pypinyin

    return pypinyin


def load_readings() -> None:
    """In a thread, before the window would wait for it."""
    _pypinyin()


@cache
def letter_readings(letter: str) -> tuple[str, ...]:
    """The usual reading first: 曾 is ceng, and zeng as a surname."""
    loaded = _pypinyin()
    return tuple(loaded.pinyin(letter, style=loaded.Style.NORMAL, heteronym=True)[0])


def spellings(name: str) -> tuple[tuple[str, ...], ...]:
    """The syllables of a name in pinyin and in Wade-Giles, bare letters only."""
    loaded = _pypinyin()
    return tuple(
        tuple(
            re.sub("[^a-z]", "", unicodedata.normalize("NFD", syllable.casefold()))
            for syllable in loaded.lazy_pinyin(name, style=style, errors="ignore")
        )
        for style in (loaded.Style.NORMAL, loaded.Style.WADEGILES)
    )
