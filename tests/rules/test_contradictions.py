"""One quantity with two values: on record, against the text, within the text."""

import pytest

from planner.domain.values import Quantity
from planner.rules.contradictions import agree, contradiction_notices
from planner.rules.manuscript import Manuscript
from tests.builders import dossier, fact, organisation, section

HOST = organisation("稀奧科貯氫合金有限公司", aliases=("稀奧科",))
OTHER = organisation("磁性材料有限責任公司")


def output(number: int, **values: object):  # type: ignore[no-untyped-def]
    quantity = Quantity(number=number, unit="公噸/年")
    return fact(HOST, "貯氫合金粉", quantity=quantity, **{"as_of": "2015", **values})


def rules(*texts: str, facts: tuple[object, ...] = ()) -> list[str]:
    sections = tuple(
        section(f"第{number}節", text=text, position=number) for number, text in enumerate(texts)
    )
    held = dossier(organisations=(HOST, OTHER), facts=facts, sections=sections)
    return sorted(notice.rule for notice in contradiction_notices(held, Manuscript(held)))


def test_two_values_of_one_year_conflict_and_those_of_two_years_do_not() -> None:
    assert rules(facts=(output(3000), output(1500))) == ["fact.two_values"]
    assert rules(facts=(output(3000), output(1500, as_of="2014"))) == []
    assert rules(facts=(output(3000), output(1500, place="二廠"))) == []


def test_a_conflict_lists_every_value() -> None:
    held = dossier(facts=(output(3000), output(1500)))
    (notice,) = contradiction_notices(held, Manuscript(held))
    assert [value.number for value in notice.context["values"]] == [3000, 1500]
    assert len(notice.others) == 1


def test_the_text_is_held_against_the_record() -> None:
    facts = (output(3000),)
    assert rules("稀奧科生產貯氫合金粉每年1,500公噸。", facts=facts) == ["fact.text_differs"]
    assert rules("稀奧科生產貯氫合金粉每年3,000噸。", facts=facts) == []
    assert rules("稀奧科生產貯氫合金粉共15人。", facts=facts) == []


def test_a_number_said_of_another_host_is_no_contradiction() -> None:
    text = "稀奧科之後，再訪磁性材料有限責任公司，其貯氫合金粉每年1,500公噸。"
    assert rules(text, facts=(output(3000),)) == []


def test_the_text_may_say_either_value_of_a_conflict() -> None:
    text = "稀奧科之貯氫合金粉每年1,500公噸。"
    assert rules(text, facts=(output(3000), output(1500))) == ["fact.two_values"]


def test_two_sections_with_two_numbers_for_the_same_words_are_told() -> None:
    said = "稀奧科之高溫合金產能為{}公噸。"
    assert rules(said.format(600), said.format(900)) == ["text.two_values"]
    assert rules(said.format(600), said.format("約620")) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("35000+人", "3.5萬餘人", True),
        ("逾4,000人", "4183人", True),
        ("4183人", "4182人", False),
        ("約620噸", "600噸", True),
        ("2至3.4公斤", "3公斤", True),
        ("over 90%", "69%", False),
        ("不到50家", "49家", True),
    ],
)
def test_bounds_and_round_numbers_leave_room(one: str, other: str, same: bool) -> None:
    first, second = Quantity.read(one), Quantity.read(other)
    assert first is not None
    assert second is not None
    assert agree(first, second) is same
    assert agree(second, first) is same
