"""A dossier holds all that is under a delegation and what that names, each in people's order."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from sqlalchemy import event

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation, Member, Objective
from planner.domain.dossier import Dossier
from planner.domain.entity import Entity
from planner.domain.errors import NotFound
from planner.domain.organisation import Organisation
from planner.domain.person import Person, Post
from planner.domain.records import RECORDS, referred
from planner.domain.stop import Stop
from planner.exchange.bundle import read_bundle
from planner.queries.dossiers import delegation_keys, dossier
from planner.resources import resource
from planner.store.database import Database
from planner.usecases.imports import import_bundle
from tests.strategies import world


def of(database: Database, delegation: Entity) -> Dossier:
    with database.read() as session:
        return dossier(session, delegation.id)


@pytest.fixture
def sample(database: Database) -> Dossier:
    bundle = read_bundle(resource("samples", "rare-earth-2015.planner"))
    with database.begin(EditName("import_archive")) as work:
        import_bundle(work, bundle)
    with database.read() as session:
        return dossier(session, bundle.delegations[0])


def test_nothing_that_is_named_is_missing(sample: Dossier) -> None:
    missing = {
        (record.kind, kind)
        for record in sample.records()
        for kind, key in referred(record)
        if key not in sample.by_id
    }
    assert missing == set()


def test_one_record_of_every_kind_under_a_delegation_is_found(
    database: Database, keep: Callable[..., None]
) -> None:
    made = world()
    keep(*made.values())
    found = {record.kind for record in of(database, made["delegation"]).records()}
    # what nothing of the delegation names is none of its business
    unnamed = {"organisation", "organisation_relation", "person", "post", "source", "fact"}
    assert {entity.kind for entity in RECORDS} - found <= unnamed | {
        "relation",
        "agreement",
        "activity",
        "inbound_visit",
    }


def test_hosts_and_people_come_with_what_is_part_of_them(
    database: Database, osaka: Delegation, keep: Callable[..., None]
) -> None:
    parent, host = Organisation(name="文部科學省"), Organisation(name="大阪大學")
    host = host.with_(parent_id=parent.id)
    person = Person(name="田中")
    post = Post(person_id=person.id, organisation_id=host.id, title="教授")
    stranger = Person(name="無關")
    stop = Stop.checked(
        {
            "delegation_id": osaka.id,
            "stop_kind": "visit",
            "starts": "2026-12-07",
            "people_met_ids": [person.id],
        }
    )
    keep(parent, host, person, post, stranger, osaka, stop)
    found = of(database, osaka)
    assert found.posts == (post,)
    assert {body.name for body in found.organisations} == {"文部科學省", "大阪大學"}
    assert found.people == (person,)


def test_rows_stand_in_the_order_people_expect(
    database: Database, osaka: Delegation, keep: Callable[..., None]
) -> None:
    objectives = [
        Objective(delegation_id=osaka.id, number=number, title=str(number)) for number in (3, 1, 2)
    ]
    members = [Member(delegation_id=osaka.id, precedence=place) for place in (2, 1)]
    stops = [
        Stop.checked(
            {
                "delegation_id": osaka.id,
                "stop_kind": "visit",
                "starts": starts,
                "title": title,
            }
        )
        for starts, title in (
            ("2026-12-08", "丙"),
            ("2026-12-07/afternoon", "乙"),
            ("2026-12-07T09:00[Asia/Tokyo]", "甲"),
        )
    ]
    keep(osaka, *objectives, *members, *stops)
    found = of(database, osaka)
    assert [objective.number for objective in found.objectives] == [1, 2, 3]
    assert [member.precedence for member in found.members] == [1, 2]
    assert [stop.title for stop in found.stops] == ["甲", "乙", "丙"]


def test_a_large_dossier_asks_no_more_questions_than_a_small_one(
    database: Database, osaka: Delegation, keep: Callable[..., None]
) -> None:
    def asked() -> int:
        count = 0

        def on_execute(*_arguments: object) -> None:
            nonlocal count
            count += 1

        with database.read() as session:
            connection = session.connection()
            event.listen(connection, "before_cursor_execute", on_execute)
            dossier(session, osaka.id)
        return count

    def visits(count: int) -> list[Entity]:
        made: list[Entity] = []
        for number in range(count):
            host = Organisation(name=f"機構{number}")
            made += [
                host,
                Stop.checked(
                    {
                        "delegation_id": osaka.id,
                        "stop_kind": "visit",
                        "starts": "2026-12-07",
                        "host_id": host.id,
                    }
                ),
            ]
        return made

    keep(osaka, *visits(1))
    few = asked()
    keep(*visits(60))
    assert asked() == few


def test_a_delegation_that_is_not_there_is_told(database: Database) -> None:
    with pytest.raises(NotFound), database.read() as session:
        dossier(session, uuid4())


def test_delegations_are_named_by_id_or_by_part_of_the_title(
    database: Database, osaka: Delegation, keep: Callable[..., None]
) -> None:
    kyoto = osaka.with_(id=uuid4(), title="京都會議")
    short = osaka.with_(id=uuid4(), title="會議")
    keep(osaka, kyoto, short)
    with database.read() as session:

        def named(text: str) -> set[str]:
            return {title for _, title in delegation_keys(session, text)}

        assert named("京都") == {"京都會議"}
        assert named("會議") == {"會議"}
        assert named("議") == {"大阪會議", "京都會議", "會議"}
        assert named(str(osaka.id)) == {"大阪會議"}
        assert named("東京") == named("") == named("  ") == set()
