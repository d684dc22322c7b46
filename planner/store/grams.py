"""GramIndex: words found on a server by grams of one to three letters.

The grams are ours and not pg_trgm's: that one knows no gram of one or two letters, none of Han
characters in a database of the locale C, and is not everywhere to be had.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.engine import Connection

from planner.store.tokens import Hit, Lines, is_han

_LONGEST_HAN, _LONGEST_LATIN = 2, 3


def spelled(lines: Lines) -> str:
    """The text as it is looked through: Han characters adjoin, a blank stands by other words."""
    return "\n".join(" ".join(_runs(line)) for line in lines)


def grams(lines: Lines) -> set[str]:
    """Every gram of a text: a question's are among them where the text may answer it."""
    return {
        run[start : start + length]
        for line in lines
        for run in _runs(line)
        for length in range(1, _longest(run) + 1)
        for start in range(len(run) - length + 1)
    }


def asked_grams(phrase: str) -> set[str]:
    """The longest grams of a phrase: the fewest documents have them."""
    length = min(_longest(phrase), len(phrase))
    return {phrase[start : start + length] for start in range(len(phrase) - length + 1)}


def _longest(run: str) -> int:
    return _LONGEST_HAN if is_han(run) else _LONGEST_LATIN


def _runs(line: Sequence[str]) -> list[str]:
    """The words of a line, with Han characters that follow each other as one."""
    runs: list[str] = []
    for token in line:
        if runs and is_han(token) and is_han(runs[-1]):
            runs[-1] += token
        else:
            runs.append(token)
    return runs


class GramIndex:
    """A table with a GIN index; it is asked through functions that keep to what one may see."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def learn(self, number: int, lines: Lines) -> None:
        self._connection.execute(
            text(
                "INSERT INTO search_index (number, words, grams) "
                "VALUES (:number, :words, CAST(:grams AS text[]))"
            ),
            {"number": number, "words": spelled(lines), "grams": sorted(grams(lines))},
        )

    def forget(self, number: int, lines: Lines) -> None:
        self._connection.execute(
            text("DELETE FROM search_index WHERE number = :number"), {"number": number}
        )

    def clear(self) -> None:
        self._connection.execute(text("DELETE FROM search_index"))

    def ask(self, asked: Sequence[str], *, kind: str | None, most: int) -> Iterator[Hit]:
        rows = self._connection.execute(
            text("SELECT * FROM planner_ask(:patterns, :grams, :kind, :most)"),
            {**_question(asked), "kind": kind, "most": most},
        )
        return (Hit(*row) for row in rows)

    def delegations(self, asked: Sequence[str]) -> list[UUID]:
        rows = self._connection.execute(
            text("SELECT * FROM planner_ask_delegations(:patterns, :grams)"), _question(asked)
        )
        return list(rows.scalars())

    def words_of(self, lines: Lines) -> frozenset[str]:
        return frozenset(grams(lines))

    def held_words(self) -> Counter[str]:
        rows = self._connection.execute(
            text(
                "SELECT gram, count(*) AS records "
                "FROM search_index, unnest(grams) AS gram GROUP BY gram"
            )
        )
        return Counter({row.gram: row.records for row in rows})


def _question(asked: Sequence[str]) -> dict[str, list[str]]:
    wanted = {gram for phrase in asked for gram in asked_grams(phrase)}
    # no phrase has a sign that LIKE knows: they are of letters only
    return {"patterns": [f"%{phrase}%" for phrase in asked], "grams": sorted(wanted)}
