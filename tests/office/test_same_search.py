"""Search on a server finds what search in a file finds, in the same order."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.changes import EditName
from planner.domain.organisation import Organisation
from planner.paths import ServerAddress
from planner.store.database import Database
from planner.store.search import SearchIndex
from tests.office.server import empty
from tests.strategies import texts

EDIT = EditName("test")
written = st.text(st.sampled_from("稀土永磁臺台ab1é ，\n"), max_size=12) | texts


@pytest.fixture(scope="module")
def both(
    server_store: ServerAddress, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Database, Database]]:
    file = Database(tmp_path_factory.mktemp("search") / "office.planner")
    server = Database(server_store)
    yield file, server
    file.close()
    server.close()
    empty(server_store)


class TakenBack(Exception):
    """Ends an edit without storing it."""


def found(database: Database, bodies: list[Organisation], words: list[str]) -> list[list[UUID]]:
    """The answers to each question, after one text took another's place."""
    answers: list[list[UUID]] = []
    with pytest.raises(TakenBack), database.begin(EDIT) as work:
        work.add(*bodies)
        work.replace(bodies[0].with_(notes=bodies[-1].notes))
        index = SearchIndex(work._connection)  # noqa: SLF001
        answers += [[hit.key for hit in index.ask(each)] for each in words]
        raise TakenBack
    return answers


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    notes=st.lists(written, min_size=1, max_size=6),
    questions=st.lists(written, min_size=1, max_size=6),
)
def test_both_engines_give_the_same_answers(
    both: tuple[Database, Database], notes: list[str], questions: list[str]
) -> None:
    bodies = [Organisation(name="-", notes=text) for text in notes]
    # what is asked for stands there in part, too
    words = [*questions, *(text[1:3] for text in notes), "稀", "土永", "b"]
    in_file, on_server = (found(database, bodies, words) for database in both)
    assert in_file == on_server
