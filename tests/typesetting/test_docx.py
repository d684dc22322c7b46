"""Word files: what they say, and what Word can reckon anew in them."""

import io
import re
from dataclasses import replace
from pathlib import Path

import docx as python_docx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from planner.typesetting.document import (
    Cell,
    Checkbox,
    Column,
    Document,
    Figure,
    Footnote,
    Grid,
    GridCell,
    Heading,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    Metadata,
    PageBreak,
    PageSetup,
    Paragraph,
    Reference,
    Row,
    Run,
    SectionBreak,
    Spacer,
    Table,
    mm,
)
from planner.typesetting.docx import render
from planner.typesetting.fonts import PaperFonts
from planner.typesetting.problems import Problem, Unprintable
from tests.typesetting.every_block import chinese_paper, english_paper, photo
from tests.typesetting.office_files import found, instructions, parts, root

MAIN = "word/document.xml"
# What the validator finds although the standard allows it: a file without a theme, and list 0,
# which takes a number away.
_ALLOWED = ("relationships/theme' is missing", "Numbering definition '0'")


@pytest.fixture(scope="module")
def chinese(paper_fonts: PaperFonts) -> bytes:
    return render(chinese_paper(), paper_fonts)


def paper(*blocks: object, **more: object) -> Document:
    return Document("文件", blocks, **more)  # type: ignore[arg-type]


def words(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in python_docx.Document(io.BytesIO(data)).paragraphs]


@pytest.mark.parametrize("make", [chinese_paper, english_paper])
def test_files_keep_to_the_schema_of_word(
    make: object, paper_fonts: PaperFonts, tmp_path: Path
) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(render(make(), paper_fonts))  # type: ignore[operator]
    faults = [
        str(error.description)
        for error in OpenXmlValidator().validate(path).errors
        if not any(allowed in str(error.description) for allowed in _ALLOWED)
    ]
    assert faults == []


def test_equal_documents_make_equal_files(paper_fonts: PaperFonts, chinese: bytes) -> None:
    assert render(chinese_paper(), paper_fonts) == chinese


def test_nothing_in_a_file_runs_or_is_fetched(chinese: bytes) -> None:
    files = parts(chinese)
    assert not [name for name in files if "vba" in name.lower() or name.endswith(".bin")]
    relations = b"".join(data for name, data in files.items() if name.endswith(".rels"))
    assert b'TargetMode="External"' not in relations


def test_a_file_says_what_it_is(paper_fonts: PaperFonts) -> None:
    metadata = Metadata("林大同", "稀土", ("回收", "日本"))
    data = render(paper(Paragraph("文"), metadata=metadata), paper_fonts)
    told = python_docx.Document(io.BytesIO(data)).core_properties
    assert (told.title, told.author, told.subject) == ("文件", "林大同", "稀土")
    assert (told.keywords, told.language) == ("回收, 日本", "zh-TW")
    assert told.created == metadata.made_at.replace(tzinfo=told.created.tzinfo)


# styles and numbers


def test_headings_bear_the_styles_of_words_navigation_pane(chinese: bytes) -> None:
    headings = [
        (paragraph.style.name, paragraph.text)
        for paragraph in python_docx.Document(io.BytesIO(chinese)).paragraphs
        if paragraph.style.name.startswith("Heading")
    ]
    assert headings[:4] == [
        ("Heading 1", "目的"),
        ("Heading 2", "緣起"),
        ("Heading 3", "國內需求"),
        ("Heading 3", "國際情勢"),
    ]


def test_headings_are_numbered_by_word_in_the_official_way(chinese: bytes) -> None:
    numbering = root(chinese, "word/numbering.xml")
    levels = found(numbering, "w:abstractNum[@w:abstractNumId='0']/w:lvl")
    told = [
        (found(level, "w:numFmt/@w:val")[0], found(level, "w:lvlText/@w:val")[0])
        for level in levels
    ]
    assert told[:6] == [
        ("ideographLegalTraditional", "%1、"),
        ("taiwaneseCountingThousand", "%2、"),
        ("taiwaneseCountingThousand", "（%3）"),
        ("decimal", "%4、"),
        ("decimal", "（%5）"),
        ("ideographTraditional", "%6、"),
    ]


def test_decimal_headings_show_their_whole_path(paper_fonts: PaperFonts) -> None:
    numbering = root(render(english_paper(), paper_fonts), "word/numbering.xml")
    assert found(numbering, "w:abstractNum[@w:abstractNumId='0']/w:lvl[2]/w:lvlText/@w:val") == [
        "%1.%2"
    ]


def test_a_count_that_begins_anew_is_told(paper_fonts: PaperFonts) -> None:
    blocks = (Heading(1, "甲"), Heading(1, "附錄", numbered=False), Heading(1, "乙"))
    data = render(paper(*blocks), paper_fonts)
    lists = found(root(data, MAIN), "//w:p/w:pPr/w:numPr/w:numId/@w:val")
    assert lists[0] == "0"
    starts = found(
        root(data, "word/numbering.xml"),
        f"w:num[@w:numId='{lists[1]}']/w:lvlOverride[@w:ilvl='0']/w:startOverride/@w:val",
    )
    assert starts == ["1"]


def test_a_number_that_word_would_write_otherwise_is_written_out(paper_fonts: PaperFonts) -> None:
    data = render(paper(*(Heading(1, f"章{n}") for n in range(1, 12))), paper_fonts)
    assert words(data)[8:] == ["章9", "拾、章10", "拾壹、章11"]


def test_fonts_are_named_for_both_scripts_and_first_lines_indent_by_characters(
    chinese: bytes,
) -> None:
    styles = root(chinese, "word/styles.xml")
    body = found(styles, "w:style[w:name/@w:val='Body Text']")[0]
    assert found(body, "w:rPr/w:rFonts/@w:eastAsia") == ["標楷體"]
    assert found(body, "w:rPr/w:rFonts/@w:ascii") == ["Times New Roman"]
    assert found(body, "w:pPr/w:ind/@w:firstLineChars") == ["200"]


def test_runs_tell_their_language(paper_fonts: PaperFonts) -> None:
    runs = (Run("Bericht", language="de"), Run("報告", language="ja"))
    data = render(paper(Paragraph(runs)), paper_fonts)
    assert found(root(data, MAIN), "//w:r/w:rPr/w:lang/@*") == ["de", "ja-JP"]


def test_lists_are_counted_by_word_each_from_its_own_start(paper_fonts: PaperFonts) -> None:
    inner = ListBlock((ListItem("內"),))
    data = render(
        paper(ListBlock((ListItem("外", (inner,)), ListItem("次")), start=3)), paper_fonts
    )
    levels = found(root(data, MAIN), "//w:body/w:p/w:pPr/w:numPr/w:ilvl/@w:val")
    assert levels == ["0", "1", "0"]
    starts = found(root(data, "word/numbering.xml"), "w:num/w:lvlOverride/w:startOverride/@w:val")
    assert sorted(starts) == ["1", "3"]


# fields


def test_every_field_and_link_finds_its_bookmark(chinese: bytes) -> None:
    body = root(chinese, MAIN)
    bookmarks = set(found(body, "//w:bookmarkStart/@w:name"))
    codes = instructions(chinese) + [
        code for name in parts(chinese) if "footer" in name for code in instructions(chinese, name)
    ]
    wanted = {code.split()[1] for code in codes if code.startswith(("REF ", "PAGEREF "))}
    assert wanted
    assert wanted | set(found(body, "//w:hyperlink/@w:anchor")) <= bookmarks
    assert len(bookmarks) == len(found(body, "//w:bookmarkStart"))


def test_captions_are_counted_and_references_follow(chinese: bytes) -> None:
    codes = instructions(chinese)
    assert sum(code == "SEQ 圖 \\* ARABIC" for code in codes) == 7
    assert sum(code == "SEQ 表 \\* ARABIC" for code in codes) == 2
    text = next(paragraph for paragraph in words(chinese) if paragraph.startswith("本次出國"))
    assert text.endswith("及圖1（第2頁），成果見圖1至圖4與表1。")


def test_contents_are_a_field_filled_with_the_pages_of_the_pdf(chinese: bytes) -> None:
    assert 'TOC \\o "1-3" \\h \\z' in instructions(chinese)
    entries = found(root(chinese, MAIN), "//w:sdtContent/w:p")
    told = ["".join(found(entry, ".//w:t/text()")) for entry in entries]
    assert told[:4] == ["目次", "壹、目的1", "一、緣起1", "（一）國內需求1"]
    assert told[-1] == "附錄：活動照片9"


def test_a_heading_outside_the_contents_has_a_style_they_do_not_gather(chinese: bytes) -> None:
    paragraph = found(root(chinese, MAIN), "//w:p[w:r/w:t='座談']")[0]
    assert found(paragraph, "w:pPr/w:pStyle/@w:val") == ["Heading2Unlisted"]
    styles = root(chinese, "word/styles.xml")
    level = "w:style[@w:styleId='Heading2Unlisted']/w:pPr/w:outlineLvl/@w:val"
    assert found(styles, level) == ["1"]


def test_pages_are_counted_by_fields(chinese: bytes) -> None:
    feet = [instructions(chinese, name) for name in sorted(parts(chinese)) if "footer" in name]
    assert ["PAGE"] in feet
    assert any(code.startswith("PAGEREF _Ref9") for foot in feet for code in foot)
    heads = [
        code for name in parts(chinese) if "header" in name for code in instructions(chinese, name)
    ]
    assert {"STYLEREF 1 \\n", "STYLEREF 1", 'STYLEREF "TOC Heading"'} <= set(heads)


def test_pages_counted_together_from_first_to_last_are_numpages(paper_fonts: PaperFonts) -> None:
    data = render(paper(Paragraph("文"), page=PageSetup(number="{page}/{pages}")), paper_fonts)
    assert instructions(data, "word/footer2.xml") == ["PAGE", "NUMPAGES"]


# words


def test_marks_of_xml_are_only_characters(paper_fonts: PaperFonts) -> None:
    data = render(paper(Paragraph("研發 & 製造 <甲>  兩格", "plain")), paper_fonts)
    assert words(data) == ["研發 & 製造 <甲>  兩格"]


def test_footnotes_are_real(paper_fonts: PaperFonts) -> None:
    note = Footnote(("見", Link("網站", 'https://example.org/a?b="c"')))
    data = render(paper(Paragraph(("文", note, LineBreak(), "次行"))), paper_fonts)
    assert found(root(data, MAIN), "//w:footnoteReference/@w:id") == ["1"]
    notes = root(data, "word/footnotes.xml")
    assert "".join(found(notes, "w:footnote[@w:id='1']//w:t/text()")).strip() == "見網站"
    assert instructions(data, "word/footnotes.xml") == [
        'HYPERLINK "https://example.org/a?b=%22c%22"'
    ]


def test_boxes_can_be_ticked(paper_fonts: PaperFonts) -> None:
    data = render(paper(Paragraph((Checkbox(ticked=True), Checkbox()))), paper_fonts)
    assert found(root(data, MAIN), "//w14:checkbox/w14:checked/@w14:val") == ["1", "0"]


# tables, pictures, pages


def test_tables_keep_heads_spans_and_what_they_are_about(chinese: bytes) -> None:
    table = found(root(chinese, MAIN), "//w:tbl[w:tblPr/w:tblDescription]")[0]
    assert found(table, "w:tblPr/w:tblDescription/@w:val") == ["每日行程與參加人員"]
    assert len(found(table, "w:tr[w:trPr/w:tblHeader]")) == 1
    assert found(table, ".//w:vMerge/@w:val") == ["restart", "continue"]
    assert found(table, ".//w:gridSpan/@w:val") == ["2"]


def test_rows_with_too_few_cells_are_filled_up(paper_fonts: PaperFonts) -> None:
    rows = (Row((Cell("高", down=2), "甲", "乙")), Row(("丙",)))
    data = render(paper(Table((Column(), Column(), Column()), rows)), paper_fonts)
    assert [len(found(row, "w:tc")) for row in found(root(data, MAIN), "//w:tr")] == [3, 3]


def test_a_cell_ends_with_a_paragraph_even_after_a_table(paper_fonts: PaperFonts) -> None:
    inner = Table((Column(),), (Row(("內",)),))
    data = render(paper(Table((Column(),), (Row((Cell("外", (inner,)),)),))), paper_fonts)
    for cell in found(root(data, MAIN), "//w:tc"):
        assert cell[-1].tag.endswith("}p")


def test_equal_pictures_are_kept_once(paper_fonts: PaperFonts) -> None:
    figures = [Figure(photo("red"), "紅", f"圖說{n}", width=0.5) for n in range(3)]
    data = render(paper(*figures), paper_fonts)
    assert len([name for name in parts(data) if name.startswith("word/media/")]) == 1
    assert len(found(root(data, MAIN), "//w:drawing")) == 3


def test_pictures_tell_what_is_seen_and_decoration_says_so(paper_fonts: PaperFonts) -> None:
    data = render(paper(Figure(photo("red"), "紅色的圓"), Figure(photo("blue"), "")), paper_fonts)
    body = root(data, MAIN)
    assert found(body, "//wp:docPr/@descr") == ["紅色的圓"]
    assert len(found(body, "//wp:docPr[not(@descr)]//adec:decorative[@val='1']")) == 1


def test_a_picture_stays_with_its_caption(chinese: bytes) -> None:
    for paragraph in found(root(chinese, MAIN), "//w:p[w:r/w:drawing]"):
        following = paragraph.getnext()
        if following is not None and found(following, "w:pPr/w:pStyle/@w:val") == ["Caption"]:
            assert found(paragraph, "w:pPr/w:keepNext")


def test_a_chart_is_a_picture_with_words_for_it(chinese: bytes) -> None:
    assert "純度與產率逐季上升" in found(root(chinese, MAIN), "//wp:docPr/@descr")
    assert [name for name in parts(chinese) if name.endswith(".png")]


def test_wide_pages_lie_on_their_side(chinese: bytes) -> None:
    pages = found(root(chinese, MAIN), "//w:sectPr/w:pgSz")
    wide = [found(page, "@w:orient") == ["landscape"] for page in pages]
    assert wide == [False, False, False, False, False, True, False]
    assert found(pages[5], "@w:w") == [str(round(mm(297) * 20))]


def test_numbers_of_pages_begin_anew_in_their_own_numerals(chinese: bytes) -> None:
    kinds = found(root(chinese, MAIN), "//w:sectPr/w:pgNumType")
    told = [(found(kind, "@w:fmt"), found(kind, "@w:start")) for kind in kinds]
    assert told[1:5] == [
        (["lowerRoman"], ["1"]),
        (["lowerRoman"], []),
        (["lowerRoman"], []),
        (["decimal"], ["1"]),
    ]


def test_fillers_spread_a_cover_over_its_page(paper_fonts: PaperFonts) -> None:
    blocks = (Spacer(fill=True), Paragraph("題目", "title"), Spacer(fill=True))
    data = render(paper(*blocks), paper_fonts)
    heights = found(root(data, MAIN), "//w:p[not(w:r)]/w:pPr/w:spacing/@w:line")
    assert heights[0] == heights[1]
    assert 300 < int(heights[0]) / 20 < 350


def test_a_draft_counts_its_lines_and_bears_its_mark(paper_fonts: PaperFonts) -> None:
    data = render(paper(Paragraph("文"), watermark="草稿", line_numbers=True), paper_fonts)
    assert found(root(data, MAIN), "//w:lnNumType/@w:restart") == ["newPage"]
    assert found(root(data, "word/header1.xml"), "//v:shape/v:textpath/@string") == ["草稿"]


def test_a_turned_card_stands_upside_down(paper_fonts: PaperFonts) -> None:
    cells = (GridCell((Paragraph("林"),), turned=True), GridCell((Paragraph("林"),)))
    data = render(paper(Grid(cells, mm(80), mm(40), 1)), paper_fonts)
    assert found(root(data, MAIN), "//wps:wsp/wps:spPr/a:xfrm/@rot") == ["10800000"]


def test_sections_without_words_make_no_pages(paper_fonts: PaperFonts) -> None:
    blocks = (SectionBreak(PageSetup()), SectionBreak(PageSetup().turned()), Paragraph("文"))
    data = render(paper(*blocks), paper_fonts)
    assert len(found(root(data, MAIN), "//w:sectPr")) == 1


def test_an_empty_document_is_a_file_too(paper_fonts: PaperFonts) -> None:
    assert "".join(words(render(paper(), paper_fonts))) == ""


def test_a_page_that_ends_with_a_table_is_followed_by_no_empty_one(paper_fonts: PaperFonts) -> None:
    table = Table((Column(),), (Row(("格",)),))
    data = render(paper(table, PageBreak(), table, PageBreak(), Heading(1, "章")), paper_fonts)
    body = found(root(data, MAIN), "w:body")[0]
    kinds = [etree.QName(part).localname for part in body]
    assert kinds == ["tbl", "p", "tbl", "p", "sectPr"]
    assert len(found(body, "w:p/w:pPr/w:pageBreakBefore")) == 2


# what goes wrong


def test_what_cannot_be_set_as_asked_is_told(paper_fonts: PaperFonts) -> None:
    document = paper(Paragraph(("見", Reference("nowhere"))), Figure(b"no picture", "無"))
    with pytest.raises(Unprintable):
        render(document, paper_fonts)
    problems: list[Problem] = []
    data = render(document, paper_fonts, problems=problems)
    assert {problem.code for problem in problems} == {"reference.dangling", "picture.unreadable"}
    assert words(data)[0] == "見??"


def test_progress_goes_from_nothing_to_all_and_can_stop_the_work(paper_fonts: PaperFonts) -> None:
    seen: list[int] = []
    render(
        chinese_paper(), paper_fonts, progress=lambda done, total: seen.append(done * 100 // total)
    )
    assert seen == sorted(seen)
    assert seen[-1] == 100

    def stop(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        render(chinese_paper(), paper_fonts, progress=stop)


def test_styles_of_a_paper_keep_their_names(paper_fonts: PaperFonts) -> None:
    base = paper(Heading(1, "附件", style="annex-head"), Paragraph("文"))
    styles = base.styles.with_(annex_head=replace(base.styles["heading-1"], size=30))
    data = render(replace(base, styles=styles), paper_fonts)
    style = found(root(data, "word/styles.xml"), "w:style[w:name/@w:val='Annex Head']")[0]
    assert found(style, "w:pPr/w:outlineLvl/@w:val") == ["0"]
    assert re.search("AnnexHead", parts(data)[MAIN].decode())
