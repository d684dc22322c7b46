"""Figures and charts on their pages."""

import pytest

from planner.typesetting.charts import number_text, ticks
from planner.typesetting.document import (
    Chart,
    ChartKind,
    Document,
    Figure,
    FigureRow,
    Gallery,
    Heading,
    PageSetup,
    Paragraph,
    Reference,
    Series,
    mm,
)
from planner.typesetting.pages import DrawingMark, PathMark, PictureMark, RectMark, TextMark
from planner.typesetting.styles import Align

PAGE = PageSetup(number="")


def document(*blocks):
    return Document("考察報告", blocks, page=PAGE)


def pictures(page):
    return [mark for mark in page.marks if isinstance(mark, PictureMark)]


def test_a_picture_keeps_its_proportions_in_its_share_of_the_measure(laid_out, photo):
    (page,) = laid_out(document(Figure(photo(800, 400), "樓", width=0.5))).pages
    (picture,) = pictures(page)
    assert picture.width == pytest.approx(page.measure / 2)
    assert picture.height == pytest.approx(picture.width / 2)


def test_a_small_picture_is_not_blown_up(laid_out, photo):
    (page,) = laid_out(document(Figure(photo(80, 60), "樓"))).pages
    assert pictures(page)[0].width == 80


def test_a_tall_picture_leaves_room_for_its_caption(laid_out, photo, texts):
    (page,) = laid_out(document(Figure(photo(500, 3000), "塔", "高塔"))).pages
    assert texts(page) == ["圖1　高塔"]
    assert pictures(page)[0].height < 600


@pytest.mark.parametrize(
    ("align", "share"), [(Align.LEFT, 0), (Align.CENTRE, 0.5), (Align.RIGHT, 1)]
)
def test_a_picture_stands_where_it_is_asked_to(laid_out, photo, align, share):
    (page,) = laid_out(document(Figure(photo(), "樓", width=0.4, align=align))).pages
    free = page.measure * 0.6
    assert pictures(page)[0].left == pytest.approx(PAGE.margins.left + free * share)


def test_picture_and_caption_share_a_page(laid_out, photo, texts):
    for filled in range(20, 28):
        fill = tuple(Paragraph("行", "plain") for _ in range(filled))
        figure = Figure(photo(800, 600), "樓", "研究院", width=0.6)
        for page in laid_out(document(*fill, figure)).pages:
            assert len(pictures(page)) == texts(page).count("圖1　研究院")


def test_figures_beside_each_other_have_one_height_and_their_own_numbers(laid_out, photo, texts):
    row = FigureRow((Figure(photo(800, 600), "甲", "左"), Figure(photo(600, 900), "乙", "右")))
    (page,) = laid_out(document(row)).pages
    left, right = pictures(page)
    assert left.height == right.height
    assert left.left + left.width < right.left
    assert right.left + right.width == pytest.approx(PAGE.width - PAGE.margins.right)
    assert texts(page) == ["圖1　左", "圖2　右"]


def test_a_gallery_sets_two_photos_on_a_page_in_reading_order(laid_out, photo, texts):
    photos = tuple(Figure(photo(900 + n, 600), f"照片{n}", f"第{n}張") for n in range(5))
    pages = laid_out(document(Heading(1, "附錄", numbered=False), Gallery(photos))).pages
    assert [len(pictures(page)) for page in pages] == [2, 2, 1]
    assert [text for page in pages for text in texts(page)] == [
        "附錄",
        *(f"圖{n + 1}　第{n}張" for n in range(5)),
    ]
    upper, lower = pictures(pages[0])
    assert upper.top + upper.height < lower.top


def test_four_photos_a_page_go_across_first(laid_out, photo):
    photos = tuple(Figure(photo(900 + n, 600), f"照片{n}") for n in range(4))
    (page,) = laid_out(document(Gallery(photos, across=2))).pages
    first, second, third, _ = pictures(page)
    assert first.top == pytest.approx(second.top, abs=0.5)
    assert first.top + first.height < third.top
    assert first.left == pytest.approx(third.left, abs=0.5)
    assert first.left + first.width < second.left


def test_text_goes_on_below_the_last_photo(laid_out, photo, texts):
    photos = tuple(Figure(photo(900 + n, 600), f"照片{n}") for n in range(3))
    pages = laid_out(document(Gallery(photos), Paragraph("後記"))).pages
    assert texts(pages[1]) == ["後記"]


def test_references_to_a_gallery_lead_to_its_photos(laid_out, photo):
    photos = (Figure(photo(), "照片", "合影", label="a"),)
    layout = laid_out(document(Paragraph(("見", Reference("a"))), Gallery(photos)))
    keys = [anchor.key for page in layout.pages for anchor in page.anchors]
    meant = layout.pages[0].marks[0].lines[0].pieces[-1].span.mark.key
    assert meant in keys


def test_a_picture_that_cannot_be_read_is_told_and_leaves_its_place(problems_of, tmp_path):
    (problem,) = problems_of(document(Figure(tmp_path / "失.jpg", "樓", "研究院")))
    assert (problem.code, problem.where) == ("picture.unreadable", "失.jpg")


# charts

SERIES = (Series("產量", (10, 12.5, None)), Series("出口", (4, -2, 6)))


def chart(kind, series=SERIES, **options):
    return Chart(kind, ("甲年", "乙年", "丙年"), series, "兩組數", "產銷", **options)


def drawn(laid_out, block):
    (page,) = laid_out(document(block)).pages
    (drawing,) = (mark for mark in page.marks if isinstance(mark, DrawingMark))
    return drawing


def words_of(drawing):
    return {
        line.text for mark in drawing.marks if isinstance(mark, TextMark) for line in mark.lines
    }


def test_bars_stand_on_zero_in_proportion_and_gaps_stay_empty(laid_out):
    drawing = drawn(laid_out, chart(ChartKind.BAR))
    bars = [mark for mark in drawing.marks if isinstance(mark, RectMark) and mark.height != 7.0]
    assert len(bars) == 5
    tallest, second, _, below, _ = bars[:5]
    assert second.height / tallest.height == pytest.approx(1.25)
    assert below.top == pytest.approx(tallest.top + tallest.height)


def test_a_line_is_parted_at_its_gaps(laid_out):
    gap = (Series("量", (1, None, 2)), Series("價", (1, 2, 3)))
    drawing = drawn(laid_out, chart(ChartKind.LINE, gap))
    lines = [mark for mark in drawing.marks if isinstance(mark, PathMark) and mark.thickness > 1.3]
    in_plot = [line for line in lines if len(line.points) > 2]
    assert [len(line.points) for line in in_plot] == [3]
    assert {line.dash for line in lines} != {()}  # told apart without colour


def test_a_chart_says_its_numbers_names_and_units(laid_out):
    drawing = drawn(laid_out, chart(ChartKind.BAR, value_title="千噸", category_title="年度"))
    assert {"產量", "出口", "甲年", "千噸", "年度", "12.5", "-2"} <= words_of(drawing)


def test_one_series_needs_no_legend(laid_out):
    drawing = drawn(laid_out, chart(ChartKind.BAR, SERIES[:1]))
    assert "產量" not in words_of(drawing)


def test_a_line_alone_says_its_values(laid_out):
    drawing = drawn(laid_out, chart(ChartKind.LINE, SERIES[:1]))
    assert {"10", "12.5"} <= words_of(drawing)


def test_few_bars_are_not_broad_blocks(laid_out):
    few = Chart(ChartKind.BAR, ("甲年",), (Series("產量", (10,)),), "一個數", "產銷")
    (bar,) = (mark for mark in drawn(laid_out, few).marks if isinstance(mark, RectMark))
    assert bar.width < 60


def test_a_chart_without_values_is_an_empty_frame(laid_out):
    drawing = drawn(laid_out, chart(ChartKind.LINE, ()))
    assert "甲年" in words_of(drawing)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 18, [0, 5, 10, 15, 20]),
        (3, 97, [0, 20, 40, 60, 80, 100]),
        (-2, 12.5, [-5, 0, 5, 10, 15]),
        (0, 0, [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
    ],
)
def test_axes_have_round_values_and_zero(low, high, expected):
    assert ticks(low, high) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("value", "text"), [(15000, "15,000"), (0.25, "0.25"), (3.0, "3"), (0, "0")]
)
def test_values_are_written_short(value, text):
    assert number_text(value) == text


def test_a_figure_narrower_than_a_card_still_fits(laid_out, photo):
    small = PageSetup(width=mm(105), height=mm(148), number="")
    layout = laid_out(Document("卡", (Figure(photo(900, 900), "樓"),), page=small))
    (picture,) = pictures(layout.pages[0])
    assert picture.left >= small.margins.left
