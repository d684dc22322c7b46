"""Names are completed by any part or alias, with what tells them from others."""

from collections.abc import Callable

from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.queries.names import Nameable, NameLine, name_lines, named
from planner.store.database import Database
from tests.builders import organisation, person, post


def found(database: Database, entity: Nameable, containing: str) -> list[NameLine]:
    with database.read() as session:
        return name_lines(session, entity, containing)


def test_names_that_begin_with_the_words_stand_first(
    database: Database, keep: Callable[..., None]
) -> None:
    keep(organisation("國立大阪大學"), organisation("大阪大學", city="吹田市"))
    lines = found(database, Organisation, "大阪")
    assert [(line.name, line.note) for line in lines] == [
        ("大阪大學", "吹田市"),
        ("國立大阪大學", ""),
    ]
    assert found(database, Organisation, "  ") == []


def test_a_name_is_found_by_its_alias(database: Database, keep: Callable[..., None]) -> None:
    keep(organisation("工業技術研究院", aliases=("工研院",)))
    assert [line.name for line in found(database, Organisation, "工研")] == ["工業技術研究院"]


def test_a_person_is_told_by_the_last_post(database: Database, keep: Callable[..., None]) -> None:
    wang, body = person("王偉"), organisation("大阪大學")
    keep(
        wang,
        body,
        post(wang, "副教授", since="2010"),
        post(wang, "教授", since="2015", organisation_id=body.id),
    )
    assert [line.note for line in found(database, Person, "王")] == ["大阪大學 教授"]


def test_lines_come_in_the_order_of_their_keys(
    database: Database, keep: Callable[..., None]
) -> None:
    people = [person(name) for name in "甲乙丙"]
    keep(*people)
    keys = [people[2].id, people[0].id]
    with database.read() as session:
        assert [line.name for line in named(session, Person, keys)] == ["丙", "甲"]
