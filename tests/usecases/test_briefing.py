"""Background keeps where it comes from: no fact and no relation without a source."""

from collections.abc import Callable

import pytest

from planner.domain.briefing import Fact, Relation, ReprintPermission, Source
from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.domain.errors import InvalidInput
from planner.store.database import Database
from planner.usecases.briefing import (
    add_fact,
    add_relation,
    add_source,
    attach_sources,
    change_fact,
    change_source,
    detach_sources,
    remove_relations,
    set_permission,
)
from planner.usecases.naming import Named
from tests.builders import delegation, key, organisation, source

EDIT = EditName("test")
TRIP = key("delegation")
ARTICLE = source("稀土月報")
HOST = organisation("稀奧科")


@pytest.fixture
def held(database: Database, keep: Callable[..., None]) -> Database:
    keep(HOST, ARTICLE, delegation())
    return database


def attached(database: Database) -> tuple[object, ...]:
    with database.begin(EDIT) as work:
        return work.get(Delegation, TRIP).briefing_source_ids


def test_a_new_source_is_listed_by_the_delegation(held):
    with held.begin(EDIT) as work:
        made = add_source(work, TRIP, {"title": "統計年報"})
    assert attached(held) == (made.id,)


def test_a_source_is_known_by_title_author_or_publisher(held):
    with held.begin(EDIT) as work:
        made = add_source(work, TRIP, {"author": "芮嘉瑋"})
    with pytest.raises(InvalidInput) as refused, held.begin(EDIT) as work:
        change_source(work, made.id, author="")
    assert [each.code for each in refused.value.problems] == ["source.unnamed"]


def test_detaching_keeps_the_source_and_its_facts(held):
    with held.begin(EDIT) as work:
        attach_sources(work, TRIP, [ARTICLE.id])
    with held.begin(EDIT) as work:
        detach_sources(work, TRIP, [ARTICLE.id])
        assert work.get(Source, ARTICLE.id) == ARTICLE
    assert attached(held) == ()


def test_permission_is_set_for_several_at_once(held):
    with held.begin(EDIT) as work:
        other = add_source(work, TRIP, {"title": "統計年報"})
        set_permission(work, [ARTICLE.id, other.id], ReprintPermission.ASKED)
        states = {each.reprint_permission for each in work.where(Source)}
    assert states == {ReprintPermission.ASKED}


def test_a_fact_takes_the_organisation_its_subject_names_and_a_new_source(held):
    values = {
        "subject": Named("稀奧科"),
        "metric": "年產",
        "text": "甚多",
        "source_id": Named("官網"),
    }
    with held.begin(EDIT) as work:
        made = add_fact(work, TRIP, values)
        named = work.get(Source, made.source_id)
    assert (made.organisation_id, made.subject) == (HOST.id, "稀奧科")
    assert named.title == "官網"
    assert attached(held) == (named.id,)


def test_a_fact_of_nobody_from_nowhere_is_refused_and_leaves_nothing(held):
    values = {"subject": Named("全球"), "metric": "產量", "text": "甚多", "source_id": None}
    with pytest.raises(InvalidInput) as refused, held.begin(EDIT) as work:
        add_fact(work, TRIP, values)
    assert [each.code for each in refused.value.problems] == ["fact.no_source"]
    with held.begin(EDIT) as work:
        assert work.where(Fact) == ()


def test_a_fact_changed_in_one_field_keeps_its_organisation(held):
    values = {"subject": Named("稀奧科"), "metric": "年產", "text": "甚多"}
    with held.begin(EDIT) as work:
        made = add_fact(work, TRIP, values)
    with held.begin(EDIT) as work:
        assert change_fact(work, TRIP, made.id, doubt="未證實").organisation_id == HOST.id


def test_a_cell_is_marked_once_and_never_without_a_source(held):
    cell = {"subject": "馬達", "verb": "使用", "object": "Nd"}
    with pytest.raises(InvalidInput), held.begin(EDIT) as work:
        add_relation(work, TRIP, cell)
    with held.begin(EDIT) as work:
        one = add_relation(work, TRIP, {**cell, "source_id": ARTICLE.id})
        two = add_relation(work, TRIP, {**cell, "source_id": ARTICLE.id})
        assert one == two
    with held.begin(EDIT) as work:
        remove_relations(work, [one.id])
        assert work.where(Relation) == ()
