"""The sentences in resources/words as they stand there, by their dotted codes."""

import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from planner.resources import resource

_PLURAL = {"one", "other"}
Sentence = str | Mapping[str, str]


class Language(StrEnum):
    """The languages that have words. The value is the folder they stand in."""

    CHINESE = "zh_TW"
    ENGLISH = "en"

    @property
    def tag(self) -> str:
        """BCP 47, as documents name their language."""
        return self.value.replace("_", "-")


@cache
def sentences(language: Language, file: str = "*") -> Mapping[str, Sentence]:
    """All sentences of a language, or those of one file; no code may stand in two files."""
    found: dict[str, Sentence] = {}
    for path in sorted(resource("words", language).glob(f"{file}.toml")):
        for code, sentence in _flat(tomllib.loads(path.read_text("utf-8"))):
            if code in found:
                raise ValueError(f"{path.name} says {code} again")
            found[code] = sentence
    return MappingProxyType(found)


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Sentence]]:
    for name, value in table.items():
        code = prefix + name
        if isinstance(value, str) or value.keys() == _PLURAL:
            yield code, value
        else:
            yield from _flat(value, f"{code}.")
