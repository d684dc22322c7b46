"""FtsIndex: words found by SQLite's FTS5."""

from collections import Counter
from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.engine import Connection

from planner.store.tokens import LONGEST, Hit, Lines, is_han

_BREAK = "\ue000"  # stands between lines: no phrase runs over it, and nobody asks for it


def indexed(lines: Lines) -> str:
    """What the index holds: each Han character a word, each Latin word with all its endings.

    So one Han character, or any letters inside a Latin word, are found.
    """
    words: list[str] = []
    for line in lines:
        for token in line:
            words += (token[start : start + LONGEST] for start in range(len(token)))
        words.append(_BREAK)
    return " ".join(words)


def question(asked: Sequence[str]) -> str:
    """The phrases as FTS5 is asked for them."""
    return " ".join(
        f'"{" ".join(phrase)}"' if is_han(phrase) else f'"{phrase}"*' for phrase in asked
    )


class FtsIndex:
    """A contentless table: it keeps words only, by the number of their document."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def learn(self, number: int, lines: Lines) -> None:
        self._connection.execute(
            text("INSERT INTO search_index (rowid, words) VALUES (:number, :words)"),
            {"number": number, "words": indexed(lines)},
        )

    def forget(self, number: int, lines: Lines) -> None:
        # a contentless table on SQLite before 3.43 must be told what it held
        self._connection.execute(
            text(
                "INSERT INTO search_index (search_index, rowid, words) "
                "VALUES ('delete', :number, :words)"
            ),
            {"number": number, "words": indexed(lines)},
        )

    def clear(self) -> None:
        self._connection.exec_driver_sql(
            "INSERT INTO search_index (search_index) VALUES ('delete-all')"
        )

    def ask(self, asked: Sequence[str], *, kind: str | None, most: int) -> Iterator[Hit]:
        # never ORDER BY rank: for common characters it costs 30 ms, rowid costs nothing
        rows = self._connection.execute(
            text(
                "SELECT d.kind, d.key, d.delegation_id, d.title FROM search_index "
                "JOIN search_document d ON d.number = search_index.rowid "
                "WHERE search_index MATCH :asked AND (:kind IS NULL OR d.kind = :kind) "
                "ORDER BY search_index.rowid DESC LIMIT :most"
            ),
            {"asked": question(asked), "kind": kind, "most": most},
        )
        for found, key, delegation, title in rows:
            yield Hit(found, UUID(key), UUID(delegation) if delegation else None, title)

    def delegations(self, asked: Sequence[str]) -> list[UUID]:
        rows = self._connection.execute(
            text(
                "SELECT DISTINCT d.delegation_id FROM search_index "
                "JOIN search_document d ON d.number = search_index.rowid "
                "WHERE search_index MATCH :asked AND d.delegation_id IS NOT NULL"
            ),
            {"asked": question(asked)},
        )
        return [UUID(key) for key in rows.scalars()]

    def words_of(self, lines: Lines) -> frozenset[str]:
        return frozenset(indexed(lines).split())

    def held_words(self) -> Counter[str]:
        """Makes a table for a moment."""
        self._connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE temp.held USING fts5vocab(main, search_index, row)"
        )
        rows = self._connection.exec_driver_sql("SELECT term, doc FROM temp.held").all()
        self._connection.exec_driver_sql("DROP TABLE temp.held")
        return Counter({row.term: row.doc for row in rows})
