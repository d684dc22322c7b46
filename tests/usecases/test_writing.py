"""Writing a report: parts keep their order, marks become records, versions keep the text."""

from collections.abc import Callable

import pytest

from planner.domain.changes import EditName
from planner.domain.errors import InvalidInput, Refused
from planner.domain.manuscript import Drafted, Section
from planner.domain.outcome import Finding, Promise, Recommendation
from planner.domain.review import Comment, ReportVersion, ReturnReason
from planner.store.database import Database
from planner.usecases import writing
from tests import builders as b

NAME = EditName("edit")
PLAN = b.delegation()
CHAPTERS = tuple(
    b.section(name, position=at, text=f"{name}文。") for at, name in enumerate("甲乙丙")
)


@pytest.fixture(autouse=True)
def plan(keep: Callable[..., None]) -> None:
    keep(PLAN, *CHAPTERS)


def headings(database: Database) -> list[str]:
    with database.begin(NAME) as work:
        found = work.where(Section, delegation_id=PLAN.id)
    return [each.heading for each in sorted(found, key=lambda each: each.position)]


def test_a_new_part_takes_the_place_asked_for(database: Database):
    with database.begin(NAME) as work:
        writing.add_section(work, {"delegation_id": PLAN.id, "heading": "新"}, 1)
    assert headings(database) == ["甲", "新", "乙", "丙"]


def test_parts_move_among_their_like_and_not_past_the_ends(database: Database):
    with database.begin(NAME) as work:
        writing.move_section(work, CHAPTERS[2].id, -1)
        writing.move_section(work, CHAPTERS[0].id, -1)
    assert headings(database) == ["甲", "丙", "乙"]


@pytest.mark.parametrize("kind", ["finding", "promise", "recommendation"])
def test_a_mark_ties_the_text_to_its_record(database: Database, kind: str):
    values = {"text": "所言"} if kind == "promise" else {"title": "所言", "text": "所言甚長"}
    with database.begin(NAME) as work:
        made = writing.mark_outcome(work, CHAPTERS[0].id, kind, 1, values)
        assert work.get({c.kind: c for c in (Finding, Promise, Recommendation)}[kind], made.id)
        assert work.get(Section, CHAPTERS[0].id).text == f"甲{{outcome:{made.id}}}文。"


def test_a_mark_and_its_record_are_undone_together(database: Database):
    with database.begin(NAME) as work:
        made = writing.mark_outcome(work, CHAPTERS[0].id, "finding", 2, {"title": "所見"})
        changes = work.changes
    with database.begin(NAME) as work:
        work.apply(changes.inverse())
        assert work.find(Finding, made.id) is None
        assert work.get(Section, CHAPTERS[0].id) == CHAPTERS[0]


def test_a_part_is_filled_from_the_records(database: Database):
    fresh = (Drafted(key="stop", text="參訪。"),)
    with database.begin(NAME) as work:
        made = writing.fill_section(work, CHAPTERS[0].id, fresh, {"stop"})
    assert (made.text, made.drafted) == ("甲文。\n\n參訪。", fresh)


def test_a_version_keeps_the_text_as_it_was_sent(database: Database):
    with database.begin(NAME) as work:
        sent = writing.send_version(work, PLAN.id, b.DAY, to="處長")
        writing.store_text(work, CHAPTERS[0].id, "改。")
        second = writing.send_version(work, PLAN.id, b.DAY)
    assert [each.text for each in sent.sections] == ["甲文。", "乙文。", "丙文。"]
    assert (sent.number, second.number, second.sections[0].text) == (1, 2, "改。")


def test_nothing_is_sent_where_nothing_is_written(database: Database):
    with pytest.raises(Refused), database.begin(NAME) as work:
        for chapter in CHAPTERS:
            writing.store_text(work, chapter.id, "")
        writing.send_version(work, PLAN.id, b.DAY)


def test_a_version_is_returned_for_a_reason(database: Database):
    with database.begin(NAME) as work:
        sent = writing.send_version(work, PLAN.id, b.DAY, final=True)
    with pytest.raises(InvalidInput), database.begin(NAME) as work:
        writing.return_version(work, sent.id, b.DAY, ())
    with database.begin(NAME) as work:
        back = writing.return_version(work, sent.id, b.DAY, (ReturnReason.HOLLOW,), "補述")
    assert (back.return_reasons, back.is_final) == ((ReturnReason.HOLLOW,), False)


def test_a_comment_is_settled_and_opened_again(database: Database):
    values = {"delegation_id": PLAN.id, "section_id": CHAPTERS[0].id, "text": "請補數字"}
    with database.begin(NAME) as work:
        made = writing.add_comment(work, {**values, "written_on": b.DAY})
        assert writing.settle_comment(work, made.id, b.DAY, "黃").settled_by == "黃"
        assert writing.settle_comment(work, made.id, None, "黃").settled_by == ""


def test_comments_and_versions_outlive_a_chapter(database: Database):
    with database.begin(NAME) as work:
        made = writing.add_comment(
            work,
            {
                "delegation_id": PLAN.id,
                "section_id": CHAPTERS[0].id,
                "text": "請補",
                "written_on": b.DAY,
            },
        )
        sent = writing.send_version(work, PLAN.id, b.DAY)
        writing.remove_section(work, CHAPTERS[0].id)
        assert work.get(Comment, made.id).section_id is None
        assert work.get(ReportVersion, sent.id).sections[0].heading == "甲"
