"""Figures: numbers that close up, citations live and typed, ranges, the order the text asks for."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.dossier import Dossier
from planner.domain.manuscript import ChapterMeaning
from planner.rules.figures import (
    citations,
    figure_notices,
    in_order_of_citation,
    numbers,
    runs,
)
from planner.rules.manuscript import Manuscript
from planner.rules.moves import applied
from tests.builders import dossier, photo, section

PHOTOS = tuple(photo(name, position=index) for index, name in enumerate("甲乙丙丁"))
KEYS = [each.id for each in PHOTOS]


def made(text: str) -> Dossier:
    return dossier(
        photos=PHOTOS, sections=(section("過程", ChapterMeaning.PROCEEDINGS, text=text),)
    )


def rules(text: str) -> list[str]:
    held = made(text)
    return sorted(notice.rule for notice in figure_notices(held, Manuscript(held)))


def cited(text: str) -> list[list[int]]:
    held = made(text)
    number_of = numbers(held)
    return [
        [number_of[each] for each in citation.ids] for citation in citations(held, Manuscript(held))
    ]


ALL = f"{{figures:{KEYS[0]}..{KEYS[3]}}}"


def test_figures_cited_once_in_order_need_nothing() -> None:
    assert (
        rules(f"實驗室（{{figure:{KEYS[0]}}}），工廠（{{figures:{KEYS[1]}..{KEYS[3]}}}）。") == []
    )


def test_a_range_stands_for_all_between_its_ends() -> None:
    assert cited(f"（{ALL}）") == [[1, 2, 3, 4]]


def test_a_range_that_runs_backwards_is_unknown() -> None:
    assert "figure.unknown" in rules(f"{{figures:{KEYS[3]}..{KEYS[0]}}}")


def test_a_reference_to_a_photo_that_is_no_figure_is_unknown() -> None:
    assert "figure.unknown" in rules("{figure:00000000-0000-0000-0000-000000000000}")
    assert "figure.unknown" in rules("{figure:第一張}")


def test_typed_numbers_count_and_are_named() -> None:
    for text in ("（圖1至圖4）", "（圖1~4）", "（圖1∼圖4）", "(圖1－4)", "Figures 1–4"):
        assert rules(text.replace("－", "–")) == ["figure.typed_by_hand"], text


def test_a_typed_number_beyond_the_last_is_unknown() -> None:
    assert "figure.unknown" in rules(f"{ALL}圖5")


def test_a_year_after_the_word_for_figure_is_no_number() -> None:
    assert "figure.unknown" not in rules(f"{ALL}，見附圖 10.2015 年")


def test_citing_twice_is_a_hint() -> None:
    assert rules(f"{ALL}，再見{{figure:{KEYS[1]}}}") == ["figure.cited_again"]


def test_figures_cited_in_another_order_are_renumbered_so_that_nothing_remains() -> None:
    held = made("".join(f"{{figure:{KEYS[index]}}}" for index in (2, 0, 3, 1)))
    manuscript = Manuscript(held)
    assert "figure.out_of_order" in {each.rule for each in figure_notices(held, manuscript)}
    renumbered = applied(held, in_order_of_citation(held, manuscript))
    assert [numbers(renumbered)[KEYS[index]] for index in (2, 0, 3, 1)] == [1, 2, 3, 4]
    assert list(figure_notices(renumbered, Manuscript(renumbered))) == []


def test_figures_never_cited_keep_their_order_behind_the_others() -> None:
    held = made(f"{{figure:{KEYS[3]}}}")
    renumbered = applied(held, in_order_of_citation(held, Manuscript(held)))
    assert [numbers(renumbered)[each] for each in KEYS] == [2, 3, 4, 1]


def test_a_photo_left_out_of_the_report_has_no_number() -> None:
    left_out = PHOTOS[1].with_(is_figure=False)
    held = dossier(photos=(PHOTOS[0], left_out, PHOTOS[2]))
    assert list(numbers(held).values()) == [1, 2]
    assert left_out.id not in numbers(held)


@given(st.lists(st.integers(1, 30)))
def test_runs_hold_exactly_the_numbers_and_never_touch(found: list[int]) -> None:
    joined = runs(found)
    assert {number for first, last in joined for number in range(first, last + 1)} == set(found)
    assert all(last + 1 < first for (_, last), (first, _) in pairwise(joined))
