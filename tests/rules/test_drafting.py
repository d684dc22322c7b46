"""What came from the records is updated on request; the writer's words are never overwritten."""

from planner.domain.manuscript import Drafted, Section
from planner.rules.drafting import DraftState, draft_changes, drafted_spans, filled
from tests.builders import section


def passage(key: str, text: str) -> Drafted:
    return Drafted(key=key, text=text)


def states(held: Section, *fresh: Drafted) -> dict[str, DraftState]:
    return {change.key: change.state for change in draft_changes(held, fresh)}


ONE, TWO = passage("one", "甲。"), passage("two", "乙。")
FILLED = filled(section("過程"), (ONE, TWO), {"one", "two"})


def test_an_empty_section_takes_all_passages_in_order() -> None:
    assert FILLED.text == "甲。\n\n乙。"
    assert states(FILLED, ONE, TWO) == {}
    assert [key for key, _, _ in drafted_spans(FILLED)] == ["one", "two"]


def test_the_words_of_the_writer_stay_where_a_passage_changes() -> None:
    held = FILLED.with_(text="前言。\n\n甲。\n\n我的話。\n\n乙。")
    after = filled(held, (passage("one", "甲甲。"), TWO), {"one"})
    assert after.text == "前言。\n\n甲甲。\n\n我的話。\n\n乙。"


def test_a_passage_that_the_writer_changed_is_his_own() -> None:
    held = FILLED.with_(text="甲，改寫。\n\n乙。")
    assert states(held, ONE, TWO) == {}
    fresh = (passage("one", "甲甲。"), TWO)
    assert states(held, *fresh) == {"one": DraftState.OWN}
    assert filled(held, fresh, {"one"}).text == "甲，改寫。\n\n乙。\n\n甲甲。"


def test_a_new_passage_stands_behind_the_one_told_before_it() -> None:
    between = passage("between", "中。")
    assert states(FILLED, ONE, between, TWO) == {"between": DraftState.NEW}
    assert filled(FILLED, (ONE, between, TWO), {"between"}).text == "甲。\n\n中。\n\n乙。"


def test_what_the_records_no_longer_say_goes_on_request_only() -> None:
    assert states(FILLED, TWO) == {"one": DraftState.GONE}
    assert filled(FILLED, (TWO,), ()).text == FILLED.text
    after = filled(FILLED, (TWO,), {"one"})
    assert (after.text, after.drafted) == ("乙。", (TWO,))


def test_what_is_not_chosen_is_left_as_it_was() -> None:
    fresh = (passage("one", "甲甲。"), passage("two", "乙乙。"))
    assert filled(FILLED, fresh, {"two"}).text == "甲。\n\n乙乙。"
