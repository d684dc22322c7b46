"""Pages: what stays together, what may be parted, and that nothing is lost or doubled."""

from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.typesetting.document import (
    Box,
    Column,
    Contents,
    Document,
    Figure,
    FigureRow,
    Footnote,
    Gallery,
    Grid,
    GridCell,
    Heading,
    KeepTogether,
    ListBlock,
    ListItem,
    ListOfFigures,
    ListOfTables,
    PageBreak,
    PageSetup,
    Paragraph,
    Reference,
    ReferenceForm,
    Row,
    Rule,
    Run,
    SectionBreak,
    Spacer,
    Table,
    mm,
)
from planner.typesetting.keeping import ExportCache
from planner.typesetting.layout import lay_out
from planner.typesetting.pages import LineMark, RectMark, TextMark, TurnedMark
from planner.typesetting.pictures import Pictures
from planner.typesetting.styles import DEFAULT_STYLES, Align, Style
from planner.typesetting.terms import Numerals

SMALL = PageSetup(width=mm(105), height=mm(100), number="")
WORDS = "考察團前往當地大學與研究院參訪並於研討會中發表論文雙方就合作研究交換意見"


def document(*blocks, **options):
    return Document("考察報告", blocks, **{"page": SMALL, **options})


def words(count):
    return (WORDS * (count // len(WORDS) + 1))[:count]


def test_an_empty_document_is_one_empty_page(laid_out, texts):
    (page,) = laid_out(document()).pages
    assert texts(page) == []


def test_a_page_break_begins_a_page_and_two_do_not_leave_one_empty(laid_out, texts):
    pages = laid_out(document(Paragraph("甲"), PageBreak(), PageBreak(), Paragraph("乙"))).pages
    assert [texts(page) for page in pages] == [["甲"], ["乙"]]


def test_a_heading_never_stands_alone_at_the_foot(laid_out, texts):
    for filled in range(8, 14):
        fill = tuple(Paragraph("行", "plain") for _ in range(filled))
        blocks = (*fill, Heading(1, "章"), Heading(2, "節"), Paragraph(words(90)))
        pages = laid_out(document(*blocks)).pages
        for page in pages:
            assert texts(page)[-1] not in ("節", "章", "壹、", "一、")


def test_paragraphs_are_parted_with_two_lines_at_least_on_each_side(laid_out):
    for filled in range(1, 9):
        fill = tuple(Paragraph("行", "plain") for _ in range(filled))
        for page in laid_out(document(*fill, Paragraph(words(20 * 9)))).pages:
            long = [mark for mark in page.marks if len(mark.lines) > 1 or mark.lines[0].width > 20]
            assert all(len(mark.lines) >= 2 for mark in long)


def test_three_lines_are_not_parted(laid_out):
    one_short = Paragraph(words(30))
    for filled in range(3, 9):
        fill = tuple(Paragraph("行", "plain") for _ in range(filled))
        pages = laid_out(document(*fill, one_short)).pages
        counts = [len(mark.lines) for page in pages for mark in page.marks]
        assert counts[-1] == 3


def test_blocks_kept_together_move_together(laid_out, texts):
    kept = KeepTogether(tuple(Paragraph(f"第{count}行", "plain") for count in range(6)))
    fill = tuple(Paragraph("行", "plain") for _ in range(6))
    first, second = laid_out(document(*fill, kept)).pages
    assert len(texts(first)) == 6
    assert len(texts(second)) == 6


def test_what_no_page_can_hold_together_is_parted_after_all(laid_out, texts):
    kept = KeepTogether(tuple(Paragraph(f"第{count}行", "plain") for count in range(30)))
    pages = laid_out(document(kept)).pages
    assert sum(len(texts(page)) for page in pages) == 30
    assert len(pages) > 1


def test_a_style_may_begin_a_new_page(laid_out, texts):
    sheet = DEFAULT_STYLES.with_(part=Style(new_page=True))
    blocks = (Paragraph("甲"), Paragraph("乙", "part"))
    pages = laid_out(document(*blocks, styles=sheet)).pages
    assert [texts(page) for page in pages] == [["甲"], ["乙"]]


def test_portrait_and_landscape_are_mixed(laid_out):
    turned = SectionBreak(SMALL.turned())
    blocks = (Paragraph("直"), turned, Paragraph("橫"), SectionBreak(SMALL), Paragraph("直"))
    widths = [page.setup.width for page in laid_out(document(*blocks)).pages]
    assert widths == [SMALL.width, SMALL.height, SMALL.width]


def test_lines_fill_the_measure_of_their_section(laid_out):
    turned = SectionBreak(replace(SMALL, width=mm(200)))
    pages = laid_out(document(Paragraph(words(100)), turned, Paragraph(words(100)))).pages
    for page in pages:
        right = page.setup.width - page.setup.margins.right
        widest = max(m.x + line.x + line.width for m in page.marks for line in m.lines)
        assert widest == pytest.approx(right, abs=7)


def test_page_numbers_run_on_or_begin_anew(laid_out, printed):
    front = replace(SMALL, number="{page}", numerals=Numerals.ROMAN)
    body = replace(SMALL, number="第{page}頁，共{pages}頁")
    blocks = (
        Paragraph("封面"),
        SectionBreak(front, 1),
        *(Paragraph("摘要"), PageBreak(), Paragraph("續")),
        SectionBreak(body, 1),
        *(Paragraph("甲"), SectionBreak(body.turned()), Paragraph("乙")),
    )
    last_lines = [printed(page)[-1] for page in laid_out(document(*blocks)).pages]
    assert last_lines == ["封面", "i", "ii", "第1頁，共2頁", "第2頁，共2頁"]


def test_the_running_head_names_the_chapter_that_begins_or_goes_on(laid_out, printed):
    setup = replace(SMALL, head_left="{title}", head_right="{chapter}")
    blocks = (
        Heading(1, "緣起"),
        *(Paragraph(words(60)) for _ in range(8)),
        *(PageBreak(), Heading(1, "過程"), Paragraph("甲")),
    )
    heads = [
        next(line for line in printed(page)[::-1] if "、" in line)
        for page in laid_out(document(*blocks, page=setup)).pages
    ]
    assert heads == ["壹、緣起"] * (len(heads) - 1) + ["貳、過程"]
    assert len(heads) > 2


def test_a_head_that_is_too_long_is_shortened(laid_out, printed):
    setup = PageSetup(head_left="{title}", number="")
    titles = {"內蒙古稀土產業參訪暨兩岸學術研討會" * 3: "zh-TW", "Visit to the industry " * 9: "en"}
    for title, language in titles.items():
        (page,) = laid_out(Document(title, (Paragraph("文"),), language, page=setup)).pages
        head = printed(page)[-1]
        assert head.endswith("…")
        assert title.startswith(head[:-1])
    assert head.removesuffix("…").split()[-1] in ("Visit", "to", "the", "industry")


def test_a_footnote_stands_on_the_page_of_its_mark(laid_out, texts):
    notes = [f"注{count}：{words(50)}" for count in range(12)]
    blocks = [Paragraph((words(40), Footnote(note), words(30))) for note in notes]
    for page in laid_out(document(*blocks)).pages:
        read = texts(page)
        marked = [mark for mark in page.marks if isinstance(mark, TextMark)]
        called = [
            piece.span.mark.note
            for mark in marked
            for line in mark.lines
            for piece in line.pieces
            if piece.span.mark is not None
        ]
        stand = [int(read[place - 1]) for place, text in enumerate(read) if text.startswith("注")]
        assert stand == called


def test_footnotes_end_at_the_foot_and_text_stays_above_them(laid_out):
    blocks = [Paragraph((words(70), Footnote(words(80)))) for _ in range(9)]
    pages = laid_out(document(*blocks)).pages
    with_notes = [page for page in pages if any(isinstance(m, LineMark) for m in page.marks)]
    assert with_notes
    for page in with_notes:
        bottom = page.setup.height - page.setup.margins.bottom
        rule = next(mark for mark in page.marks if isinstance(mark, LineMark))
        body = [mark for mark in page.marks if isinstance(mark, TextMark) and mark.size == 12]
        notes = [mark for mark in page.marks if isinstance(mark, TextMark) and mark.size == 9]
        assert max(mark.top + mark.leading * len(mark.lines) for mark in body) <= rule.top + 0.1
        ends = max(mark.top + mark.leading * len(mark.lines) for mark in notes)
        assert ends == pytest.approx(bottom, abs=1.5)


def test_footnotes_of_captions_and_cards_are_not_lost(laid_out, texts, photo):
    def captioned(place):
        return Figure(photo(900, 600), "景", ("圖說", Footnote(f"注於{place}")))

    blocks = (
        captioned("圖"),
        FigureRow((captioned("並列"), captioned("並列"))),
        Gallery((captioned("相片"), captioned("相片"))),
        Table((Column(),), (Row(("格",)),), caption=("表說", Footnote("注於表"))),
        Box((Paragraph(("箱", Footnote("注於箱"))),)),
        Grid((GridCell((Paragraph(("卡", Footnote("注於卡"))),)),), mm(40), mm(20), 1),
    )
    pages = laid_out(document(*blocks, page=PageSetup(number=""))).pages
    notes = [text for page in pages for text in texts(page) if text.startswith("注於")]
    assert notes == [f"注於{place}" for place in ("圖", "並列", "並列", "相片", "相片", *"表箱卡")]


def test_fillers_share_what_a_page_leaves_empty(laid_out):
    blocks = (
        Paragraph("上"),
        Spacer(fill=True),
        Paragraph("中"),
        Spacer(fill=True),
        Paragraph("下"),
    )
    (page,) = laid_out(document(*blocks)).pages
    upper, middle, lower = (mark.top for mark in page.marks)
    assert lower - middle == pytest.approx(middle - upper, abs=0.1)
    bottom = page.setup.height - page.setup.margins.bottom
    assert lower + page.marks[-1].leading == pytest.approx(bottom, abs=0.1)


def test_nested_lists_are_indented_and_numbered_in_the_official_way(laid_out, texts):
    inner = ListBlock((ListItem("丙項"), ListItem("丁項")))
    outer = ListBlock((ListItem("甲項"), ListItem("乙項", (inner,))))
    (page,) = laid_out(document(outer)).pages
    assert texts(page) == ["一、", "甲項", "二、", "乙項", "（一）", "丙項", "（二）", "丁項"]
    first, nested = page.marks[1], page.marks[5]
    assert nested.x > first.x


def test_bullets_and_starts_of_lists(laid_out, texts):
    bullets = ListBlock((ListItem("甲"),), ordered=False)
    later = ListBlock((ListItem("乙"),), start=4)
    (page,) = laid_out(document(bullets, later)).pages
    assert texts(page) == ["•", "甲", "四、", "乙"]


def test_the_last_line_of_a_list_does_not_stand_alone_on_a_page(laid_out, texts):
    for filled in range(7):
        fill = tuple(Paragraph("行", "plain") for _ in range(filled))
        points = ListBlock(tuple(ListItem(f"第{n}點") for n in range(3)))
        last = laid_out(document(*fill, points)).pages[-1]
        assert texts(last)[-4:] == ["二、", "第1點", "三、", "第2點"]


def test_a_paragraph_that_announces_stays_with_what_it_announces(laid_out, texts):
    for filled in range(7):
        fill = tuple(Paragraph("行", "plain") for _ in range(filled))
        rows = tuple(Row((f"列{n}",)) for n in range(2))
        for page in laid_out(document(*fill, Paragraph("如下："), Table((Column(),), rows))).pages:
            assert texts(page)[-1] != "如下："


def test_a_box_frames_its_blocks(laid_out, texts):
    (page,) = laid_out(document(Box((Paragraph("簽名："),), min_height=80))).pages
    (frame,) = (mark for mark in page.marks if isinstance(mark, RectMark))
    assert frame.height == 80
    assert texts(page) == ["簽名："]


def test_a_rule_spans_its_share_of_the_measure(laid_out):
    (page,) = laid_out(document(Rule(width=0.5))).pages
    (line,) = page.marks
    assert line.right - line.left == pytest.approx(page.measure / 2)


def test_cards_fill_pages_row_by_row_and_may_be_turned(laid_out, texts):
    cells = tuple(GridCell((Paragraph(f"名{count}"),), turned=count == 3) for count in range(7))
    pages = laid_out(document(Grid(cells, mm(25), mm(20), 2))).pages
    assert [len(texts(page)) for page in pages] == [3, 3]
    (turned,) = (mark for mark in pages[0].marks if isinstance(mark, TurnedMark))
    assert turned.angle == 180


def test_a_card_that_holds_too_much_is_told(problems_of):
    crowded = GridCell((Paragraph(words(200)),))
    (problem,) = problems_of(document(Grid((crowded,), mm(40), mm(20), 1)))
    assert problem.code == "card.overflow"


def test_what_is_higher_than_a_page_is_told_and_not_lost(problems_of):
    (problem,) = problems_of(document(Spacer(1000)))
    assert (problem.code, problem.where) == ("page.overflow", "page 1")


def test_references_to_pages_agree_with_the_pages(laid_out, texts):
    there = Reference("there", form=ReferenceForm.PAGE)
    fill = tuple(Paragraph(words(100)) for _ in range(12))
    setup = replace(SMALL, number="{page}")
    blocks = (Paragraph(("見", there)), *fill, Paragraph("此處", label="there"))
    pages = laid_out(document(*blocks, page=setup)).pages
    assert texts(pages[0])[0] == f"見第{len(pages)}頁"
    assert "此處" in texts(pages[-1])


def test_contents_know_the_pages_of_what_follows(laid_out, texts):
    heads = [(Heading(1, f"章{count}"), Paragraph("文"), PageBreak()) for count in range(3)]
    blocks = (Contents(), PageBreak(), *(block for three in heads for block in three))
    first = laid_out(document(*blocks)).pages[0]
    assert texts(first) == [
        "目次",
        *("壹、", "章0", "2"),
        *("貳、", "章1", "3"),
        *("參、", "章2", "4"),
    ]


def test_contents_go_down_to_the_level_asked_and_leave_out_what_is_not_listed(laid_out, texts):
    blocks = (
        Contents(levels=1),
        *(Heading(1, "甲"), Heading(2, "乙"), Heading(1, "丙", in_contents=False), Paragraph("文")),
    )
    read = [text for page in laid_out(document(*blocks)).pages for text in texts(page)]
    assert read[: read.index("甲") + 2] == ["目次", "壹、", "甲", "2"]
    assert read.count("乙") == read.count("丙") == 1


def test_lists_of_figures_and_tables_name_only_their_kind(laid_out, texts):
    listed = Table((Column(),), (Row(("格",)),), caption="分工")
    blocks = (ListOfFigures(), ListOfTables(title="表目錄"), PageBreak(), listed)
    pages = laid_out(document(*blocks)).pages
    assert texts(pages[0]) == ["圖次"]
    assert texts(pages[1]) == ["表目錄", "表1　", "分工", "3"]


def test_a_draft_numbers_its_lines_and_bears_its_mark(laid_out, printed):
    blocks = (Paragraph(words(30)), Paragraph("行"))
    (page,) = laid_out(document(*blocks, line_numbers=True, watermark="草稿")).pages
    assert isinstance(page.marks[0], TurnedMark)
    numbers = [line for line in printed(page) if line.isdigit()]
    assert numbers == ["1", "2", "3", "4"]


def test_progress_may_stop_the_work(paper_fonts):
    class Stopped(Exception):
        pass

    def stop(done, total):
        if done == 2:
            raise Stopped

    blocks = tuple(Paragraph("文") for _ in range(5))
    with pytest.raises(Stopped):
        lay_out(document(*blocks), paper_fonts, Pictures(), ExportCache(), stop)


def test_centred_headings_bear_their_number_in_the_line(laid_out, texts):
    sheet = DEFAULT_STYLES.with_(heading_1=Style(align=Align.CENTRE))
    (page,) = laid_out(document(Heading(1, "緣起"), Paragraph("文"), styles=sheet)).pages
    assert texts(page)[0] == "壹、緣起"


# Whatever is put in comes out: once, and in order

paragraphs = st.builds(
    lambda count, style: Paragraph(words(count), style),
    st.integers(1, 400),
    st.sampled_from(["body", "plain", "quote", "note"]),
)
headings = st.builds(Heading, st.integers(1, 4), st.just("標題"))
items = st.builds(lambda count: ListItem(words(count)), st.integers(1, 120))
lists = st.builds(lambda many: ListBlock(tuple(many)), st.lists(items, min_size=1, max_size=4))
rows = st.builds(
    lambda one, two: Row((words(one), words(two))), st.integers(1, 90), st.integers(1, 90)
)
tables = st.builds(
    lambda many: Table((Column(), Column()), tuple(many), head=(Row(("甲", "乙")),)),
    st.lists(rows, min_size=1, max_size=12),
)
simple = paragraphs | headings | lists | tables
kept = st.builds(lambda many: KeepTogether(tuple(many)), st.lists(simple, max_size=3))
breaks = st.sampled_from([PageBreak(), SectionBreak(SMALL.turned()), Spacer(10), Rule()])


def expected(blocks):
    """What is read, numbers left out."""
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield block.content
            case ListBlock():
                yield from (item.content for item in block.items)
            case Table():
                yield from (cell for row in (*block.head, *block.rows) for cell in row.cells)
            case KeepTogether():
                yield from expected(block.blocks)


def read_aloud(layout):
    """The words of each element in the order of the structure tree, numbers left out."""
    said = defaultdict(list)
    for page in layout.pages:
        for mark in page.marks:
            if isinstance(mark, TextMark) and mark.node is not None:
                text = "".join(line.text for line in mark.lines)
                if not text.endswith(("、", "）")):
                    said[mark.node].append(text)

    def read(node):
        yield from said.pop(node, [])
        for kid in node.kids:
            yield from read(kid)

    yield from read(layout.root)
    assert not said, "printed, but not in the tree"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(simple | kept | breaks, max_size=14))
def test_nothing_is_lost_nothing_doubled_and_order_is_kept(paper_fonts, export_cache, blocks):
    # the same block may come twice here: it is the pages that are looked at, not the numbers
    copies = [replace(block) for block in blocks]
    given_document = document(*copies)
    layout, problems = lay_out(given_document, paper_fonts, Pictures(), export_cache)
    assert "".join(read_aloud(layout)) == "".join(expected(blocks))
    assert [problem for problem in problems if problem.code != "block.repeated"] == []


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(paragraphs | headings | lists, min_size=1, max_size=12))
def test_no_mark_leaves_the_type_area_and_none_overlap(paper_fonts, export_cache, blocks):
    layout, _ = lay_out(document(*blocks), paper_fonts, Pictures(), export_cache)
    for page in layout.pages:
        margins = page.setup.margins
        bottom = margins.top
        for mark in page.marks:
            assert mark.top >= margins.top - 0.01
            end = mark.top + mark.leading * len(mark.lines)
            assert end <= page.setup.height - margins.bottom + 0.1
            # a number stands beside the first line of its text
            assert mark.top >= bottom - mark.leading - 0.01
            bottom = max(bottom, end)


def test_lines_of_headings_and_of_centred_text_are_about_equally_long(laid_out):
    title = "第一天抵達呼和浩特參訪農業大學食品科學院"
    sheet = DEFAULT_STYLES.with_(heading_1=Style(keep_with_next=True, align=Align.LEFT))
    blocks = (Heading(1, title, numbered=False), Paragraph(title, "centre"), Paragraph("文"))
    (page,) = laid_out(document(*blocks, styles=sheet)).pages
    for mark in page.marks[:2]:
        first, second = mark.lines
        assert abs(len(first.text) - len(second.text)) <= 1
    centred = page.marks[1]
    middle = centred.x + centred.lines[0].x + centred.lines[0].width / 2
    assert middle == pytest.approx(page.setup.width / 2, abs=1)


def test_a_heading_of_two_lines_is_parted_where_its_sense_parts(laid_out):
    title = "第一天（星期一）：抵達呼和浩特市"
    sheet = DEFAULT_STYLES.with_(heading_1=Style(keep_with_next=True, align=Align.LEFT))
    heading = Heading(1, title, numbered=False)
    (page,) = laid_out(document(heading, Paragraph("文"), styles=sheet)).pages
    assert [line.text for line in page.marks[0].lines] == ["第一天（星期一）：", "抵達呼和浩特市"]


def test_emphasis_is_italic_in_latin_and_bold_in_han(laid_out):
    han, latin = Run("重點", emphasis=True), Run("point", emphasis=True, language="en")
    (page,) = laid_out(document(Paragraph((han, latin)))).pages
    first, second = page.marks[0].lines[0].pieces
    assert first.stroke > 0
    assert second.face.italic_angle != 0
