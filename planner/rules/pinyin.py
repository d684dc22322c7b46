"""How a Han character is read, in every way it can be, without tones."""

from functools import cache


@cache
def letter_readings(letter: str) -> tuple[str, ...]:
    """The usual reading first: 曾 is ceng, and zeng as a surname."""
    # loading the readings of all characters takes longer than most runs of the program
    from pypinyin import Style, pinyin

    return tuple(pinyin(letter, style=Style.NORMAL, heteronym=True)[0])
