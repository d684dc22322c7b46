"""Between us and one host over the years."""

from datetime import date
from decimal import Decimal

import pytest

from planner.domain.dossier import Dossier
from planner.domain.errors import InvalidInput
from planner.domain.gift import Gift, GiftDirection, GiftHandling
from planner.domain.inbound_visit import InboundVisit
from planner.domain.values import Side
from planner.rules.exchange_balance import Event, balance, gift_notices, last_gifts, timeline
from planner.rules.transfers import Allowances
from tests.builders import (
    delegation,
    dossier,
    follow_up,
    key,
    organisation,
    promise,
    seminar,
    stop,
    talk,
)

LIMITS = Allowances(gift_limits={"TWD": Decimal(3000)}, given_gift_limits={"CNY": Decimal(400)})
HOST, OTHER = organisation("包頭稀土研究院"), organisation("內蒙古農業大學")


def gift(item: str, direction: GiftDirection, **values: object) -> Gift:
    given = {"delegation_id": key("delegation"), "item": item, "direction": direction}
    return Gift(id=key(f"gift {item}"), **{**given, **values})


def journey(year: int) -> Dossier:
    visit = stop(f"參訪 {year}", f"{year}-08-19", host_id=HOST.id)
    elsewhere = stop(f"他處 {year}", f"{year}-08-18", host_id=OTHER.id)
    meeting = seminar(f"研討會 {year}", stop_id=visit.id)
    ours = promise(f"回覆技術問題 {year}", stop_id=visit.id, side=Side.OWN)
    theirs = promise(f"來臺訪問 {year}", stop_id=visit.id, side=Side.HOST)
    return dossier(
        delegation=delegation(
            f"journey {year}", starts_on=date(year, 8, 17), ends_on=date(year, 8, 22)
        ),
        organisations=(HOST, OTHER),
        stops=(visit, elsewhere),
        seminars=(meeting,),
        talks=(
            talk(1, f"我方論文 {year}", meeting),
            talk(2, f"對方論文 {year}", meeting, side=Side.HOST),
        ),
        promises=(ours, theirs),
        follow_ups=(
            follow_up(
                f"回函 {year}",
                promise_id=ours.id,
                state="closed",
                done="已函復",
                closed_on=date(year, 12, 1),
            ),
        ),
        gifts=(
            gift(f"茶葉 {year}", GiftDirection.GIVEN, stop_id=visit.id, on=date(year, 8, 19)),
            gift(f"書 {year}", GiftDirection.GIVEN, received_by_body_id=OTHER.id),
        ),
    )


def test_the_timeline_holds_all_with_one_host_by_day() -> None:
    entries = timeline((journey(2016), journey(2015)), HOST.id)
    assert [entry.on.year for entry in entries] == [2015] * 6 + [2016] * 6
    assert {entry.event for entry in entries} == {
        Event.VISIT,
        Event.TALK,
        Event.PROMISE,
        Event.GIFT,
    }
    assert not any("他處" in entry.where.name for entry in entries)


def test_the_balance_counts_what_either_side_still_owes() -> None:
    (year, _) = balance((journey(2015), journey(2016)), HOST.id)
    assert (year.year, year.visits, year.own_talks, year.host_talks) == (2015, 1, 1, 1)
    assert (year.owed_by_us, year.owed_by_host) == (0, 1)


def test_the_last_gifts_are_those_of_the_last_time() -> None:
    past = (journey(2015), journey(2016))
    names = [each.item for each in last_gifts(past, HOST.id, date(2017, 1, 1))]
    assert names == ["茶葉 2016"]
    assert [each.item for each in last_gifts(past, HOST.id, date(2016, 1, 1))] == ["茶葉 2015"]
    assert last_gifts(past, HOST.id, date(2015, 1, 1)) == ()


def test_a_gift_kept_may_not_be_worth_more_than_allowed() -> None:
    def rules(**values: object) -> list[str]:
        held = dossier(gifts=(gift("銀盤", GiftDirection.RECEIVED, **values),))
        return [each.rule for each in gift_notices(held, LIMITS)]

    assert rules() == ["gift.no_handling"]
    kept = {"handling": GiftHandling.KEPT, "currency": "TWD"}
    assert rules(**kept, value=3000) == []
    assert rules(**kept, value=3001) == ["gift.over_threshold"]
    assert rules(**{**kept, "handling": GiftHandling.HANDED_OVER}, value=9000) == []
    assert rules(**{**kept, "currency": "CNY"}, value=9000) == []


def test_a_gift_given_may_be_worth_more_than_its_limit_only_with_a_reason() -> None:
    def rules(value: int) -> list[str]:
        given = gift("琉璃", GiftDirection.GIVEN, currency="CNY", value=value)
        return [each.rule for each in gift_notices(dossier(gifts=(given,)), LIMITS)]

    assert rules(400) == []
    assert rules(401) == ["gift.too_dear"]


def test_limits_are_read_as_people_type_them() -> None:
    read = Allowances.checked({"gift_limits": "TWD 3,000; USD 100.50"})
    assert read.gift_limits == {"TWD": Decimal(3000), "USD": Decimal("100.50")}
    with pytest.raises(InvalidInput) as refusal:
        Allowances.checked({"gift_limits": "three thousand"})
    assert refusal.value.problems[0].code == "sums.not_read"


def test_visits_count_both_ways_and_one_to_us_is_told_once() -> None:
    came = InboundVisit(organisation_id=HOST.id, starts_on=date(2016, 5, 2), purpose="回訪")
    both = tuple(
        Dossier(**{**dict(held), "inbound_visits": (came,)})
        for held in (journey(2015), journey(2016))
    )
    assert [(year.year, year.visits, year.inbound) for year in balance(both, HOST.id)] == [
        (2015, 1, 0),
        (2016, 1, 1),
    ]
    assert balance(both, OTHER.id)[-1].inbound == 0
