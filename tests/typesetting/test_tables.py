"""Tables: widths, spans, and how they go on over pages."""

import pytest

from planner.typesetting.document import (
    Cell,
    Column,
    Document,
    Footnote,
    ListBlock,
    ListItem,
    PageSetup,
    Paragraph,
    Row,
    Ruling,
    Table,
    mm,
)
from planner.typesetting.pages import LineMark, RectMark, TextMark
from planner.typesetting.styles import Align
from planner.typesetting.tables import column_widths

SMALL = PageSetup(width=mm(105), height=mm(100), number="")
HEAD = (Row(("機關", "分工")),)


def document(*blocks):
    return Document("考察報告", blocks, page=SMALL)


def table(rows, **options):
    return Table((Column(1), Column(2)), tuple(rows), **options)


def boxes(page):
    return [mark for mark in page.marks if isinstance(mark, RectMark)]


@pytest.mark.parametrize(
    ("columns", "widths"),
    [
        ((Column(1), Column(3)), [50, 150]),
        ((Column(width=80), Column(), Column()), [80, 60, 60]),
        ((Column(width=100), Column(width=60)), [100, 60]),
        ((Column(width=300), Column(width=100)), [150, 50]),
        ((Column(width=200), Column()), [200, 0]),
    ],
)
def test_widths_are_given_or_shared(columns, widths):
    assert column_widths(columns, 200) == pytest.approx(widths)


def test_a_long_table_repeats_its_head_and_says_that_it_goes_on(laid_out, texts, printed):
    long = table((Row((f"單位{n}", "工作")) for n in range(20)), head=HEAD, caption="分工")
    pages = laid_out(document(long)).pages
    assert len(pages) > 3
    assert texts(pages[0])[:3] == ["表1　分工", "機關", "分工"]
    for page in pages[1:]:
        assert printed(page)[:3] == ["表1　分工（續）", "機關", "分工"]
        # printed again, not read again
        assert "機關" not in texts(page)
    assert [text for page in pages for text in texts(page) if text.startswith("單位")] == [
        f"單位{n}" for n in range(20)
    ]


def test_a_row_of_few_lines_is_not_parted(laid_out):
    rows = [Row(("甲", "字" * 130)) for _ in range(30)]
    pages = laid_out(Document("考察報告", (table(rows),), page=PageSetup(number=""))).pages
    assert len(pages) > 2
    for page in pages:
        assert {len(mark.lines) for mark in page.marks if isinstance(mark, TextMark)} == {1, 5}


def test_a_row_higher_than_a_page_goes_on_over_pages(laid_out, texts):
    pages = laid_out(document(table([Row(("甲", "字" * 300))]))).pages
    assert len(pages) > 2
    assert sum(len(text) for page in pages for text in texts(page)) == 301


def test_rows_joined_by_a_span_share_a_page(laid_out, texts):
    def days():
        for day in range(8):
            yield Row((Cell(f"日{day}", down=2), "上午"))
            yield Row(("下午",))

    for page in laid_out(document(table(days()))).pages:
        read = texts(page)
        assert read.count("上午") == read.count("下午")


def test_many_rows_under_a_span_go_on_with_its_cell_set_again(laid_out, texts, printed):
    rows = [Row((Cell("我方", down=12), "第1場"))]
    rows += [Row((f"第{n}場",)) for n in range(2, 13)]
    first, *others = laid_out(document(table(rows))).pages
    assert texts(first)[:2] == ["我方", "第1場"]
    for page in others:
        assert printed(page)[0] == "我方"
        assert "我方" not in texts(page)  # printed again, not read again
        assert len(texts(page)) >= 2
    read = [text for page in (first, *others) for text in texts(page)]
    assert read == ["我方", *(f"第{n}場" for n in range(1, 13))]


def test_a_span_is_not_parted_where_its_words_would_not_fit(laid_out, printed):
    rows = [Row((Cell("字" * 15, down=4), "一")), *(Row((each,)) for each in "二三四")]
    pages = laid_out(document(*[Paragraph("字")] * 4, table(rows))).pages
    assert [page for page in pages if "一" in printed(page)] == [pages[-1]]


def test_a_note_stands_below_the_last_row_and_never_alone(laid_out, texts):
    for lines_before in range(12):
        above = [Paragraph("字")] * lines_before
        rows = [Row((f"單位{n}", "工作")) for n in range(4)]
        pages = laid_out(document(*above, table(rows, note="資料來源：年鑑"))).pages
        (page,) = (page for page in pages if "資料來源：年鑑" in texts(page))
        read = texts(page)
        assert read.index("資料來源：年鑑") == read.index("單位3") + 2


def test_a_spanning_cell_is_as_high_and_wide_as_what_it_covers(laid_out):
    rows = (
        Row((Cell("甲", down=2), "一")),
        Row(("二",)),
        Row((Cell("全", across=2),)),
    )
    (page,) = laid_out(document(table(rows))).pages
    tall, first, second, wide = boxes(page)
    assert tall.height == pytest.approx(first.height + second.height)
    assert wide.width == pytest.approx(tall.width + first.width)


def test_a_span_makes_its_last_row_as_high_as_it_needs(laid_out):
    rows = (Row((Cell("字" * 18, down=2), "一")), Row(("二",)))
    (page,) = laid_out(document(table(rows))).pages
    tall, first, second = boxes(page)
    assert second.height > first.height
    assert tall.height == pytest.approx(first.height + second.height)


def test_cells_hold_blocks_of_any_kind(laid_out, texts):
    inside = ListBlock((ListItem("子項"),))
    cell = Cell("前言", blocks=(Paragraph("段落", "plain"), inside, table([Row(("內", "表"))])))
    (page,) = laid_out(document(table([Row(("甲", cell))]))).pages
    assert texts(page) == ["甲", "前言", "段落", "一、", "子項", "內", "表"]


def test_columns_and_cells_align(laid_out):
    columns = (Column(align=Align.RIGHT), Column())
    rows = (Row(("右", Cell("中", align=Align.CENTRE))),)
    (page,) = laid_out(document(Table(columns, rows))).pages
    right, centre = (mark for mark in page.marks if isinstance(mark, TextMark))
    assert right.lines[0].x > 50
    assert 20 < centre.lines[0].x < 50


def test_a_footnote_of_a_cell_stands_on_the_page_of_its_row(laid_out, texts):
    rows = [Row((f"行{n}", ("字", Footnote(f"注{n}")))) for n in range(12)]
    pages = laid_out(document(table(rows))).pages
    assert len(pages) > 1
    for page in pages:
        read = texts(page)
        rows_here = [text.removeprefix("行") for text in read if text.startswith("行")]
        notes_here = [text.removeprefix("注") for text in read if text.startswith("注")]
        assert rows_here == notes_here


@pytest.mark.parametrize(
    ("ruling", "lines"), [(Ruling.GRID, 0), (Ruling.ROWS, 4), (Ruling.OPEN, 3), (Ruling.NONE, 0)]
)
def test_rulings(laid_out, ruling, lines):
    rows = (Row(("甲", "乙")), Row(("丙", "丁")))
    (page,) = laid_out(document(table(rows, head=HEAD, ruling=ruling))).pages
    assert len([mark for mark in page.marks if isinstance(mark, LineMark)]) == lines
    stroked = [box for box in boxes(page) if box.stroke]
    assert len(stroked) == (6 if ruling is Ruling.GRID else 0)


def test_a_row_may_ask_for_height_and_for_its_successor(laid_out, texts):
    rows = [Row(("簽名", ""), min_height=40, keep_with_next=n % 2 == 0) for n in range(6)]
    pages = laid_out(document(table(rows))).pages
    assert [len(texts(page)) for page in pages] == [2, 2, 2]


def test_surplus_cells_are_left_out_rather_than_drawn_outside(laid_out, texts):
    (page,) = laid_out(document(table([Row(("甲", "乙", "丙"))]))).pages
    assert texts(page) == ["甲", "乙"]


def test_missing_cells_are_empty_and_spans_end_with_the_table(laid_out):
    rows = (Row(("甲",)), Row((Cell("乙", down=5), Cell("丙", across=9))))
    layout = laid_out(document(table(rows, row_heads=1)))
    drawn = boxes(layout.pages[0])
    assert len(drawn) == 4
    assert drawn[2].height == pytest.approx(drawn[3].height)
    (element,) = layout.root.kids
    assert element.tag == "Table"
    assert [len(row.kids) for row in element.kids] == [2, 2]
    assert all("RowSpan" not in cell.attributes for row in element.kids for cell in row.kids)


def test_a_table_without_heads_is_read_as_text(laid_out):
    (plain, data) = laid_out(
        document(table([Row(("甲", "乙"))]), table([Row((Cell("丙", is_head=True), "丁"))]))
    ).root.kids
    assert plain.tag == "Div"
    assert data.tag == "Table"
    assert [cell.tag for cell in data.kids[0].kids] == ["TH", "TD"]


def test_heads_of_rows_do_not_outnumber_the_data(laid_out):
    few = table([Row(("甲", "乙")) for _ in range(3)], head=HEAD, row_heads=1)
    many = Table((Column(),) * 4, (Row("甲乙丙丁"),) * 4, head=(Row("一二三四"),), row_heads=1)
    layout = laid_out(document(few, many))
    tags = [[cell.tag for cell in part.kids[-1].kids[0].kids] for part in layout.root.kids]
    assert tags == [["TD", "TD"], ["TH", "TD", "TD", "TD"]]
