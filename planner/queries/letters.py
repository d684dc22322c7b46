"""Letters as search compares them, for what is looked through in memory."""

from planner.store.search import fold


def folded(text: str) -> str:
    """Width, case, accents, script, 臺/台 make no difference."""
    return fold(text)


def speaks_of(text: str, typed: str) -> bool:
    """Do the letters stand in the text?"""
    return fold(typed) in fold(text)
