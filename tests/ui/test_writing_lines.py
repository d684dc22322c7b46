"""What the editor shows and what is stored are the same manuscript."""

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.markup import Reference, parse
from planner.ui.report.writing.lines import kind_of, shown_lines, written

pieces = st.sampled_from(
    [
        "甲乙",
        "𠮷野",
        "\n",
        "\n\n",
        "# 一",
        "- 點",
        "## 二",
        "> 引",
        "| 格 | 格 |",
        "|---|---|",
        "{figure:1}",
        "{titled:2}",
        "*重*",
        "^[註]",
        "\\{",
        " ",
    ]
)
manuscripts = st.lists(pieces, max_size=14).map("".join)


def face(reference: Reference) -> str:
    return {"figure": "圖1", "titled": "張志宏副院長"}.get(reference.kind, reference.source)


@given(manuscripts)
def test_reading_back_what_is_shown_gives_the_same_blocks(text: str) -> None:
    back = written(shown_lines(text, face))
    assert parse(back.markup) == parse(text)
    assert written(shown_lines(back.markup, face)) == back


@given(manuscripts)
def test_every_place_of_the_text_is_found_again(text: str) -> None:
    back = written(shown_lines(text, face))
    for shown, _, piece in back.places:
        assert back.shown_at(back.source_at(shown)) == shown or not piece.source


def test_a_reference_shows_its_face_and_keeps_its_source() -> None:
    (line,) = shown_lines("見{figure:1}。", face)
    assert [piece.shown for piece in line] == ["見", "圖1", "。"]
    assert written((line,)).markup == "見{figure:1}。"


def test_a_place_behind_a_rare_character_is_found() -> None:
    back = written(shown_lines("𠮷{figure:1}野", face))
    assert back.shown_at(1) == 2
    assert back.source_at(4) == len("𠮷{figure:1}")


def test_paragraphs_part_and_list_items_do_not() -> None:
    assert written(shown_lines("甲\n\n# 一\n# 二\n\n乙", face)).markup == "甲\n\n# 一\n# 二\n\n乙"
    assert kind_of("# 一") == "items"
