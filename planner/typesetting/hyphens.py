"""Where words of Latin letters may be hyphenated, by language."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

_SHORTEST = 6
_BEFORE, _AFTER = 2, 3
_NOUNS_IN_CAPITALS = "de"
# Latin words in text of other scripts are mostly English.
_OTHERWISE = "en_US"


def hyphen_places(word: str, language: str) -> list[int]:
    """Offsets at which the word may part. Capitals tell a name or an acronym: it stays whole."""
    if len(word) < _SHORTEST or not word.isalpha():
        return []
    if not word.islower() and not (language.startswith(_NOUNS_IN_CAPITALS) and word.istitle()):
        return []
    return [
        place
        for place in _dictionary(language).positions(word)
        if _BEFORE <= place <= len(word) - _AFTER
    ]


@lru_cache(maxsize=8)
def _dictionary(language: str) -> Any:
    import pyphen  # reads its patterns from files: only when a word must part

    known = pyphen.language_fallback(language.replace("-", "_")) or _OTHERWISE
    return pyphen.Pyphen(lang=known)
