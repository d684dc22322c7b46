"""The picture of the thread: what is linked, where it breaks, and what a strand holds."""

from datetime import date

from planner.domain.dossier import Dossier
from planner.domain.follow_up import FollowUpState, Progress
from planner.queries.thread_picture import ThreadPicture, thread_picture
from planner.rules.thread import Column
from tests import builders as b

BEFORE, AFTER = date(2015, 8, 1), date(2015, 10, 26)
HOST, OTHER = b.organisation("內蒙古師範大學"), b.organisation("包頭稀土研究院")
AIM = b.objective(1, "增進瞭解")
VISIT = b.stop("參訪師大", "2015-08-18", host_id=HOST.id, objective_ids=(AIM.id,))
HALL = b.stop("參訪展示館", "2015-08-18", host_id=OTHER.id, objective_ids=(AIM.id,))
PLANT = b.stop("參訪中試廠", "2015-08-19", host_id=OTHER.id)
SEEN = b.finding(1, "願意來臺", stop_id=VISIT.id)
ADVICE = b.recommendation(1, "雙向交流", finding_ids=(SEEN.id,))
TASK = b.follow_up("研提人選", recommendation_id=ADVICE.id, owner_name="科技部")


def pictured(*, today: date = AFTER, **records: tuple[object, ...]) -> ThreadPicture:
    whole = {
        "objectives": (AIM,),
        "stops": (VISIT,),
        "findings": (SEEN,),
        "recommendations": (ADVICE,),
        "follow_ups": (TASK,),
        "organisations": (HOST, OTHER),
    }
    held = Dossier.model_validate({"delegation": b.delegation(), **whole, **records})
    return thread_picture(held, today)


def rules(picture: ThreadPicture) -> set[str]:
    return {hole.rule for hole in picture.holes}


def test_a_whole_thread_has_no_hole():
    picture = pictured()
    assert picture.holes == ()
    assert picture.along(AIM.id) == {AIM.id, VISIT.id, SEEN.id, ADVICE.id, TASK.id}


def test_a_hole_stands_in_its_column_tied_to_the_record_beside_it():
    picture = pictured(stops=(VISIT, PLANT))
    (hole,) = picture.holes
    assert (hole.rule, hole.column, hole.record) == (
        "thread.stop_without_finding",
        Column.OUTCOME,
        PLANT.id,
    )
    assert hole.remedy == "add_finding"
    assert picture.onward[PLANT.id] == (hole.key,)
    assert [link.is_broken for link in picture.links if link.end == hole.key] == [True]


def test_grounds_that_lack_stand_before_their_recommendation():
    picture = pictured(recommendations=(ADVICE.with_(finding_ids=()),))
    (hole,) = picture.holes
    assert picture.back[ADVICE.id] == (hole.key,)


def test_a_follow_up_without_owner_is_itself_the_hole():
    picture = pictured(follow_ups=(TASK.with_(owner_name=""),))
    (hole,) = picture.holes
    assert (hole.key, hole.remedy) == (TASK.id, "set_owner")
    assert [link.is_broken for link in picture.links if link.end == TASK.id] == [True]


def test_before_the_journey_nothing_found_is_missed():
    unseen = {"findings": (), "recommendations": (), "follow_ups": ()}
    assert rules(pictured(today=BEFORE, **unseen)) == set()
    assert rules(pictured(today=AFTER, **unseen)) == {
        "thread.objective_without_finding",
        "thread.stop_without_finding",
    }


def test_the_same_hole_keeps_its_key():
    first, again = pictured(stops=(VISIT, PLANT)), pictured(stops=(VISIT, PLANT))
    assert [hole.key for hole in first.holes] == [hole.key for hole in again.holes]


def test_a_visit_goes_by_its_host_unless_that_one_is_visited_twice():
    names = [node.name for node in pictured(stops=(VISIT, HALL, PLANT)).column(Column.STOP)]
    assert names == ["內蒙古師範大學", "參訪展示館", "參訪中試廠"]


def test_only_holes_keeps_the_strands_they_break():
    picture = pictured(stops=(VISIT, PLANT)).only_holes()
    assert {node.record for node in picture.nodes} == {PLANT.id}
    assert len(picture.links) == 1


def test_what_waits_tells_since_when():
    waiting = TASK.with_(state=FollowUpState.WAITING, opened_on=date(2015, 9, 1))
    entry = Progress(follow_up_id=TASK.id, on=date(2015, 9, 14), text="已去函")
    picture = pictured(follow_ups=(waiting,), progress=(entry,))
    assert picture.by_key[TASK.id].days_waiting == 42
