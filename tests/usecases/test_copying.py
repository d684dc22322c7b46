"""A delegation copied for the next trip keeps its plan and leaves behind what came of it."""

from collections.abc import Callable
from datetime import date

import pytest

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation, DelegationState, Member, Objective, WorkShare
from planner.domain.errors import InvalidInput
from planner.domain.outcome import Finding
from planner.domain.stop import Stop, StopStatus
from planner.store.database import Database
from planner.usecases.copying import copy_delegation
from tests import builders as b

NAME = EditName("edit")
WHO = b.person("曹申")
AIM = b.objective(1, "增進瞭解")
GOER = b.member(WHO, visa="A1", visa_expires_on=date(2015, 12, 1))
VISIT = b.stop(
    "參訪",
    "2015-08-18T14:00[Asia/Shanghai]",
    ends="2015-08-18T15:00[Asia/Shanghai]",
    objective_ids=(AIM.id,),
    is_for_all=False,
    member_ids=(GOER.id,),
    status=StopStatus.HELD,
    seen="展示館",
    booking_reference="ABC",
)
HELD = b.delegation(
    state=DelegationState.FILED, system_number="C10400001", reported_on=date(2015, 11, 1)
)


@pytest.fixture
def copy(database: Database, keep: Callable[..., None]) -> Delegation:
    keep(
        HELD,
        WHO,
        AIM,
        GOER,
        VISIT,
        b.stop("取消", "2015-08-18", status=StopStatus.DROPPED),
        b.finding(1, "所見", stop_id=VISIT.id),
        b.work_share("籌備", due_on=date(2015, 8, 1), done_on=date(2015, 7, 30)),
    )
    with database.begin(NAME) as work:
        return copy_delegation(work, HELD.id, "次年參訪", date(2016, 8, 17))


def test_it_is_a_draft_of_the_same_length_on_the_new_days(copy: Delegation):
    assert (copy.title, copy.state) == ("次年參訪", DelegationState.DRAFT)
    assert (copy.starts_on, copy.day_count) == (date(2016, 8, 17), HELD.day_count)
    assert (copy.system_number, copy.reported_on) == ("", None)


def test_stops_come_along_as_ideas_with_their_own_members_and_objectives(database, copy):
    with database.begin(NAME) as work:
        (stop,) = work.where(Stop, delegation_id=copy.id)
        (aim,) = work.where(Objective, delegation_id=copy.id)
        (goer,) = work.where(Member, delegation_id=copy.id)
    assert str(stop.starts) == "2016-08-18T14:00[Asia/Shanghai]"
    assert str(stop.ends) == "2016-08-18T15:00[Asia/Shanghai]"
    assert (stop.objective_ids, stop.member_ids) == ((aim.id,), (goer.id,))
    assert (stop.status, stop.seen, stop.booking_reference) == (StopStatus.IDEA, "", "")
    assert (goer.person_id, goer.visa, goer.visa_expires_on) == (WHO.id, "", None)


def test_work_is_due_as_much_later_and_nothing_found_comes_along(database, copy):
    with database.begin(NAME) as work:
        (share,) = work.where(WorkShare, delegation_id=copy.id)
        assert (share.due_on, share.done_on) == (date(2016, 8, 1), None)
        assert work.where(Finding, delegation_id=copy.id) == ()


def test_the_one_copied_stays_as_it_was(database, copy):
    with database.begin(NAME) as work:
        assert work.get(Delegation, HELD.id) == HELD
        assert work.get(Stop, VISIT.id) == VISIT


def test_a_copy_without_day_or_title_is_refused(database, keep):
    keep(HELD)
    for title, day in (("次年", None), ("", date(2016, 8, 17))):
        with pytest.raises(InvalidInput), database.begin(NAME) as work:
            copy_delegation(work, HELD.id, title, day)
