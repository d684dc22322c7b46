"""Members are added by name, put in order of precedence, and leave no gap of meaning."""

from collections.abc import Callable

import pytest

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation, Member, Role
from planner.domain.errors import InvalidInput
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.store.database import Database
from planner.usecases.members import add_member, change_member, place_member, remove_members
from planner.usecases.naming import Named

NAME = EditName("edit")


@pytest.fixture
def plan(osaka: Delegation, keep: Callable[..., None]) -> Delegation:
    keep(osaka)
    return osaka


@pytest.fixture
def join(database: Database, plan: Delegation) -> Callable[..., Member]:
    def _join(name: str, **values: object) -> Member:
        told = {"delegation_id": plan.id, "person_id": Named(name), **values}
        with database.begin(NAME) as work:
            return add_member(work, told)

    return _join


def order(database: Database, plan: Delegation) -> list[str]:
    with database.begin(NAME) as work:
        members = work.where(Member, delegation_id=plan.id)
        found = sorted(members, key=lambda member: member.precedence)
        return [work.get(Person, member.person_id).name for member in found]


def test_a_new_member_comes_last_and_brings_a_new_person_along(database, plan, join):
    join("曹申")
    member = join("張添晉", body_id=Named("臺北科大"), role=Role.LEADER)
    assert order(database, plan) == ["曹申", "張添晉"]
    with database.begin(NAME) as work:
        assert work.get(Organisation, member.body_id).name == "臺北科大"


def test_a_known_person_is_not_added_twice(database, join):
    first, second = join("曹申"), join("曹申")
    assert first.person_id == second.person_id


@pytest.mark.parametrize(("index", "expected"), [(0, "丙甲乙"), (1, "甲丙乙"), (2, "甲乙丙")])
def test_a_member_is_put_in_any_place(database, plan, join, index, expected):
    join("甲")
    join("乙")
    moved = join("丙")
    with database.begin(NAME) as work:
        place_member(work, moved.id, index)
    assert "".join(order(database, plan)) == expected


def test_a_refused_change_leaves_the_member_as_it_was(database, join):
    member = join("曹申")
    with pytest.raises(InvalidInput), database.begin(NAME) as work:
        change_member(work, member.id, body_id=Named("新機關"), passport_expires_on="abc")
    with database.begin(NAME) as work:
        assert work.get(Member, member.id) == member
        assert work.where(Organisation, name="新機關") == ()


def test_a_removed_member_leaves_the_person(database, plan, join):
    member = join("曹申")
    with database.begin(NAME) as work:
        remove_members(work, [member.id])
        assert work.find(Member, member.id) is None
        assert work.get(Person, member.person_id).name == "曹申"
