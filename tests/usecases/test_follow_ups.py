"""Follow-ups tell how they go, and close only with what closing needs."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.domain.errors import InvalidInput, Refused
from planner.domain.follow_up import FollowUpState, Progress, Proof
from planner.queries.follow_up_list import FollowUpLine, follow_up_lines
from planner.store.database import Database
from planner.usecases.follow_ups import (
    change_follow_up,
    close_follow_up,
    note_progress,
    open_follow_up,
    reopen_follow_up,
)

TODAY = date(2027, 1, 4)


@pytest.fixture
def opened(database: Database, osaka: Delegation, keep: Callable[..., None]) -> Callable[..., UUID]:
    keep(osaka)

    def _open(text: str, **values: object) -> UUID:
        told = {"delegation_id": osaka.id, "text": text, **values}
        with database.begin(EditName("open")) as work:
            return open_follow_up(work, told, TODAY).id

    return _open


def lines(database: Database, **asked: date) -> list[FollowUpLine]:
    with database.read() as session:
        return follow_up_lines(session, **asked)


def test_a_new_follow_up_tells_when_it_was_opened(
    database: Database, opened: Callable[..., UUID]
) -> None:
    opened("寄送紀錄", due_on="116/2/1", owner_name="大阪大學")
    (line,) = lines(database)
    assert (line.opened_on, line.due_on, line.owner) == (TODAY, date(2027, 2, 1), "大阪大學")


def test_progress_begins_what_had_not_begun(
    database: Database, opened: Callable[..., UUID]
) -> None:
    key = opened("寄送紀錄")
    with database.begin(EditName("note")) as work:
        note_progress(work, key, TODAY, "已寄出")
    assert lines(database)[0].state is FollowUpState.IN_PROGRESS
    with database.begin(EditName("look")) as work:
        assert [entry.text for entry in work.where(Progress, follow_up_id=key)] == ["已寄出"]


def test_closing_asks_what_was_done(database: Database, opened: Callable[..., UUID]) -> None:
    key = opened("寄送紀錄")
    with pytest.raises(InvalidInput) as refusal, database.begin(EditName("close")) as work:
        close_follow_up(work, key, done="", on=TODAY)
    assert refusal.value.problems[0].code == "follow_up.needs_done"
    with database.begin(EditName("close")) as work:
        close_follow_up(work, key, done="已寄達", on=TODAY)
    assert not lines(database)[0].is_open
    with database.begin(EditName("reopen")) as work:
        reopen_follow_up(work, key)
    assert lines(database)[0].is_open


def test_a_priority_item_also_needs_proof_and_a_second_person(
    database: Database, opened: Callable[..., UUID]
) -> None:
    key = opened("寄送紀錄", is_priority=True)
    with pytest.raises(Refused) as refusal, database.begin(EditName("close")) as work:
        close_follow_up(work, key, done="已寄達", on=TODAY, confirmed_by="陳")
    assert refusal.value.code == "follow_up.needs_proof"
    with database.begin(EditName("prove")) as work:
        work.add(Proof(follow_up_id=key, title="收據", link="https://example.org/1"))
    with pytest.raises(InvalidInput), database.begin(EditName("close")) as work:
        close_follow_up(work, key, done="已寄達", on=TODAY)
    with database.begin(EditName("close")) as work:
        close_follow_up(work, key, done="已寄達", on=TODAY, confirmed_by="陳")
    assert lines(database)[0].proof_count == 1


def test_only_open_ones_whose_day_has_passed_are_overdue(
    database: Database, opened: Callable[..., UUID]
) -> None:
    late = opened("遲", due_on="2027-01-03")
    opened("今", due_on="2027-01-04")
    opened("未定")
    done = opened("畢", due_on="2027-01-02")
    with database.begin(EditName("close")) as work:
        close_follow_up(work, done, done="辦畢", on=TODAY)
        change_follow_up(work, late, waiting_for="對方")
    assert [line.key for line in lines(database, overdue_on=TODAY)] == [late]
    assert [line.text for line in lines(database)] == ["畢", "遲", "今", "未定"]


def test_what_is_open_for_six_months_is_red_without_a_due_day(
    database: Database, opened: Callable[..., UUID]
) -> None:
    key = opened("未定")
    (line,) = lines(database)
    assert not line.is_red(date(2027, 7, 3))
    assert line.is_red(date(2027, 7, 4))
    assert [each.key for each in lines(database, overdue_on=date(2027, 7, 4))] == [key]


def test_what_must_be_done_before_is_named_while_it_is_open(
    database: Database, opened: Callable[..., UUID]
) -> None:
    first = opened("先辦")
    second = opened("後辦", depends_on_ids=(first,))
    held = {line.key: line for line in lines(database)}
    assert held[second].depends_on == ("先辦",)
    with database.begin(EditName("close")) as work:
        close_follow_up(work, first, done="辦畢", on=TODAY)
    assert all(line.depends_on == () for line in lines(database))


def test_nothing_waits_for_itself(database: Database, opened: Callable[..., UUID]) -> None:
    first = opened("先辦")
    second = opened("次辦", depends_on_ids=(first,))
    third = opened("後辦", depends_on_ids=(second,))
    with pytest.raises(Refused) as refusal, database.begin(EditName("circle")) as work:
        change_follow_up(work, first, depends_on_ids=(third,))
    assert refusal.value.code == "follow_up.waits_for_itself"
    assert all(line.key != first or line.depends_on == () for line in lines(database))
