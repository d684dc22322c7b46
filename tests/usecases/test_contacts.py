"""Bodies, posts and facts are filled in by name; of two values none goes silently."""

from collections.abc import Callable

import pytest

from planner.domain.briefing import Fact, Source
from planner.domain.changes import EditName
from planner.domain.errors import Refused
from planner.domain.organisation import Organisation
from planner.domain.person import Person, Post
from planner.domain.values import Quantity
from planner.store.database import Database
from planner.usecases.contacts import (
    add_contact,
    change_contact,
    choose_value,
    keep_both_values,
)
from planner.usecases.naming import Named
from tests import builders as b

EDIT = EditName("test")
BODY = b.organisation("稀奧科")
TWO = [
    b.fact(BODY, "貯氫合金粉", quantity=Quantity.read(written), as_of="2015")
    for written in ("3000公噸", "1500公噸")
]


def test_a_name_that_is_new_is_added_on_the_way(
    database: Database, keep: Callable[..., None]
) -> None:
    keep(BODY)
    values = {"person_id": Named("董同力嘎"), "organisation_id": BODY.id, "title": "院長"}
    with database.begin(EDIT) as work:
        post = add_contact(work, Post, values)
        assert work.get(Person, post.person_id).name == "董同力嘎"
        fact = {"subject": "甲", "metric": "員工", "text": "700", "source_id": Named("年報")}
        first = add_contact(work, Fact, fact)
        second = add_contact(work, Fact, fact)
        assert first.source_id == second.source_id
        assert [source.title for source in work.where(Source)] == ["年報"]


def test_nothing_is_part_of_its_own_part(database: Database, keep: Callable[..., None]) -> None:
    unit = b.organisation("材料所", parent_id=BODY.id)
    keep(BODY, unit)
    with pytest.raises(Refused), database.begin(EDIT) as work:
        change_contact(work, Organisation, BODY.id, parent_id=unit.id)


def test_two_values_stand_side_by_side_with_a_word_on_why(
    database: Database, keep: Callable[..., None]
) -> None:
    keep(BODY, *TWO)
    with database.begin(EDIT) as work:
        keep_both_values(work, [fact.id for fact in TWO], "口徑不同")
        assert {fact.doubt for fact in work.where(Fact)} == {"口徑不同"}


def test_choosing_a_value_writes_down_why(database: Database, keep: Callable[..., None]) -> None:
    keep(BODY.with_(notes="合資"), *TWO)
    with database.begin(EDIT) as work:
        choose_value(work, TWO[0].id, [TWO[1].id], "以公司來函為準")
        assert [fact.id for fact in work.where(Fact)] == [TWO[0].id]
        assert work.get(Organisation, BODY.id).notes == "合資\n以公司來函為準"
