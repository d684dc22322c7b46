"""Earlier delegations: whose hosts or people come again, and how often the store is asked."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event

from planner.domain.delegation import Delegation, DelegationState, Member
from planner.domain.dossier import Dossier
from planner.domain.entity import Entity
from planner.domain.outcome import Verdict
from planner.domain.stop import Stop, StopStatus
from planner.queries.dossiers import dossier, dossiers
from planner.queries.earlier import earlier_dossiers
from planner.store.database import Database
from tests import builders as b

HOST, OTHER = b.organisation("包頭稀土研究院"), b.organisation("內蒙古大學")
LIN, WU = b.person("林怡"), b.person("吳迪")

Keep = Callable[..., None]


def trip(name: str, year: int, **values: Any) -> Delegation:
    given = {"starts_on": date(year, 8, 17), "ends_on": date(year, 8, 19), "title": name}
    return b.delegation(name, **{**given, **values})


def visit(of: Delegation, host: Entity = HOST, **values: Any) -> Stop:
    name = f"{of.title} {host.id}"
    return b.stop(name, str(of.starts_on), delegation_id=of.id, host_id=host.id, **values)


def joins(of: Delegation, person: Entity = LIN) -> Member:
    return Member(id=b.key(f"{of.title} {person.id}"), delegation_id=of.id, person_id=person.id)


NOW = trip("今年", 2020)


@pytest.fixture
def earlier(database: Database, keep: Keep) -> Callable[..., list[str]]:
    """Titles of those earlier, where these records are kept beside this year's."""

    def _earlier(*records: Entity) -> list[str]:
        keep(HOST, OTHER, LIN, WU, NOW, visit(NOW), joins(NOW), *records)
        with database.read() as session:
            found = earlier_dossiers(session, dossier(session, NOW.id))
        return [each.delegation.title for each in found]

    return _earlier


def test_those_of_the_same_hosts_or_people_come_the_latest_first(
    earlier: Callable[..., list[str]],
) -> None:
    first, second, third = trip("甲", 2016), trip("乙", 2018), trip("丙", 2017)
    shared = (first, visit(first), second, joins(second))
    alone = (third, visit(third, OTHER), joins(third, WU))
    assert earlier(*shared, *alone) == ["乙", "甲"]


def test_what_is_not_over_or_never_took_place_is_not_earlier(
    earlier: Callable[..., list[str]],
) -> None:
    later, same = trip("明年", 2021), trip("同時", 2020)
    cancelled = trip("取消", 2018, state=DelegationState.CANCELLED)
    dropped = trip("未訪", 2018)
    assert not earlier(
        later,
        visit(later),
        same,
        visit(same),
        cancelled,
        visit(cancelled),
        dropped,
        visit(dropped, status=StopStatus.DROPPED),
    )


def test_several_dossiers_are_the_same_as_each_alone(database: Database, keep: Keep) -> None:
    first, second = trip("甲", 2016), trip("乙", 2018)
    advice = b.recommendation(1, "交流", delegation_id=first.id)
    keep(HOST, OTHER, LIN, WU)
    keep(b.post(LIN, "科長", organisation_id=HOST.id), b.fact(HOST, "沿革", text="原屬部屬"))
    keep(
        first,
        visit(first),
        advice,
        b.decision(advice, Verdict.ADOPTED),
        second,
        visit(second, OTHER),
    )
    keep(joins(first), joins(second))
    with database.read() as session:
        together = dossiers(session, [first.id, second.id])
        assert together == (dossier(session, first.id), dossier(session, second.id))
    assert [len(each.decisions) for each in together] == [1, 0]


def test_many_earlier_ones_take_no_more_questions_than_one(database: Database, keep: Keep) -> None:
    trips = [trip(f"第{year}", year) for year in range(2000, 2010)]
    keep(HOST, LIN, *(record for each in trips for record in (each, visit(each), joins(each))))
    with database.read() as session:
        one = asked(session, lambda: dossiers(session, [trips[0].id]))
        assert asked(session, lambda: dossiers(session, [each.id for each in trips])) == one


def asked(session: Any, reads: Callable[[], tuple[Dossier, ...]]) -> int:
    connection, statements = session.connection(), list[str]()

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        statements.append(statement)

    event.listen(connection, "before_cursor_execute", note)
    reads()
    event.remove(connection, "before_cursor_execute", note)
    return len(statements)


def test_no_delegation_gives_no_dossier(database: Database) -> None:
    with database.read() as session:
        assert dossiers(session, list[UUID]()) == ()


def test_one_on_the_same_subject_to_other_hosts_with_other_people_counts_too(
    earlier: Callable[..., list[str]], database: Database, keep: Keep
) -> None:
    keep(trip("內蒙古稀土產業參訪", 2016), trip("農業教育考察", 2017))
    again = trip("內蒙古稀土產業再次參訪", 2021)
    assert earlier(again) == []
    with database.read() as session:
        found = earlier_dossiers(session, dossier(session, again.id))
    assert [each.delegation.title for each in found] == ["內蒙古稀土產業參訪"]
