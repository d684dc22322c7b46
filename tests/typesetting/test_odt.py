"""OpenDocument texts: what they say, and what LibreOffice can reckon anew in them."""

import io
from dataclasses import replace
from pathlib import Path

import odfdo
import pytest
from openxml_audit import OdfValidator, ValidationSeverity

from planner.typesetting.document import (
    Column,
    Document,
    Figure,
    Footnote,
    Grid,
    GridCell,
    Heading,
    ListBlock,
    ListItem,
    Metadata,
    PageSetup,
    Paragraph,
    Reference,
    Row,
    Run,
    SectionBreak,
    Table,
    mm,
)
from planner.typesetting.fonts import PaperFonts
from planner.typesetting.odt import render
from planner.typesetting.problems import Problem, Unprintable
from tests.typesetting.every_block import chinese_paper, english_paper, photo
from tests.typesetting.office_files import found, parts, root

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
CONTENT, STYLES = "content.xml", "styles.xml"
# The validator knows the outline only as such; LibreOffice itself writes headings as items of it.
_ALLOWED = ("list style 'Outline'",)


@pytest.fixture(scope="module")
def chinese(paper_fonts: PaperFonts) -> bytes:
    return render(chinese_paper(), paper_fonts)


def paper(*blocks: object, **more: object) -> Document:
    return Document("文件", blocks, **more)  # type: ignore[arg-type]


def text_of(element: object) -> str:
    return "".join(found(element, ".//text()"))  # type: ignore[arg-type]


@pytest.mark.parametrize("make", [chinese_paper, english_paper])
def test_files_keep_to_the_schema_of_opendocument(
    make: object, paper_fonts: PaperFonts, tmp_path: Path
) -> None:
    path = tmp_path / "paper.odt"
    path.write_bytes(render(make(), paper_fonts))  # type: ignore[operator]
    faults = [
        str(error.description)
        for error in OdfValidator().validate(path).errors
        if error.severity is ValidationSeverity.ERROR
        if not any(allowed in str(error.description) for allowed in _ALLOWED)
    ]
    assert faults == []


def test_another_library_reads_the_same_words(chinese: bytes) -> None:
    document = odfdo.Document(io.BytesIO(chinese))
    headings = [header.inner_text for header in document.body.headers]
    assert headings[:4] == ["目的", "緣起", "國內需求", "國際情勢"]
    assert document.body.tables[0].get_values()[0] == ["日期", "行程", "人員"]


def test_the_kind_of_file_stands_first_and_unpacked(chinese: bytes) -> None:
    assert chinese[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument.text")
    assert root(chinese, CONTENT).get(f"{{{OFFICE}}}version") == "1.3"


def test_equal_documents_make_equal_files(paper_fonts: PaperFonts, chinese: bytes) -> None:
    assert render(chinese_paper(), paper_fonts) == chinese


def test_a_file_lists_all_it_holds(chinese: bytes) -> None:
    manifest = found(root(chinese, "META-INF/manifest.xml"), "//@manifest:full-path")
    assert set(manifest) == {"/", *parts(chinese)} - {"mimetype", "META-INF/manifest.xml"}


def test_a_file_says_what_it_is(paper_fonts: PaperFonts) -> None:
    metadata = Metadata("林大同", "稀土", ("回收", "日本"))
    told = root(render(paper(metadata=metadata), paper_fonts), "meta.xml")
    assert found(told, "//dc:title/text()") == ["文件"]
    assert found(told, "//dc:creator/text()") == ["林大同"]
    assert found(told, "//meta:keyword/text()") == ["回收", "日本"]
    assert found(told, "//dc:language/text()") == ["zh-TW"]


def test_headings_are_numbered_by_the_outline_in_the_official_way(chinese: bytes) -> None:
    levels = found(root(chinese, STYLES), "//text:outline-style/text:outline-level-style")
    told = [
        tuple(
            "".join(found(level, f"@style:num-{part}")) for part in ("prefix", "format", "suffix")
        )
        for level in levels[:4]
    ]
    assert told == [
        ("", "壹, 貳, 參, ...", "、"),
        ("", "一, 二, 三, ...", "、"),
        ("（", "一, 二, 三, ...", "）"),
        ("", "1", "、"),
    ]


def test_counts_are_told_where_they_do_not_follow(paper_fonts: PaperFonts) -> None:
    blocks = (Heading(1, "甲"), Heading(1, "附錄", numbered=False), Heading(1, "乙"))
    more = tuple(Heading(1, f"章{n}") for n in range(2, 12))
    headings = found(root(render(paper(*blocks, *more), paper_fonts), CONTENT), "//text:h")
    assert found(headings[1], "@text:is-list-header") == ["true"]
    assert found(headings[2], "@text:start-value") == ["1"]
    assert text_of(headings[-2]) == "拾、章10"


def test_words_in_cells_have_an_asian_font_of_their_own(chinese: bytes) -> None:
    styles = root(chinese, STYLES)
    cell = found(styles, "//style:style[@style:name='Table_20_Contents']")[0]
    assert found(cell, "style:text-properties/@style:font-name-asian") == ["標楷體"]
    used = found(root(chinese, CONTENT), "//table:table-cell/text:p/@text:style-name")
    assert "Standard" not in used


def test_captions_are_counted_and_references_follow(chinese: bytes) -> None:
    content = root(chinese, CONTENT)
    counted = found(content, "//text:sequence[@text:name='圖']")
    assert [text_of(number) for number in counted] == [str(n) for n in range(1, 8)]
    wanted = set(found(content, "//text:sequence-ref/@text:ref-name"))
    assert wanted
    assert wanted <= set(found(content, "//text:sequence/@text:ref-name"))


def test_every_reference_and_link_finds_its_bookmark(chinese: bytes) -> None:
    content = root(chinese, CONTENT)
    marks = found(content, "//text:bookmark-start/@text:name | //text:bookmark/@text:name")
    links = found(content, "//text:a[starts-with(@xlink:href, '#')]/@xlink:href")
    wanted = {link.removeprefix("#") for link in links}
    wanted |= set(found(content, "//text:bookmark-ref/@text:ref-name"))
    wanted |= set(found(root(chinese, STYLES), "//text:bookmark-ref/@text:ref-name"))
    assert wanted <= set(marks)
    assert len(set(marks)) == len(marks)


def test_contents_are_an_index_filled_with_the_pages_of_the_pdf(chinese: bytes) -> None:
    index = found(root(chinese, CONTENT), "//text:table-of-content/text:index-body")[0]
    entries = [text_of(entry) for entry in found(index, "text:p")]
    assert entries[:3] == ["壹、目的1", "一、緣起1", "（一）國內需求1"]
    assert "座談" not in "".join(entries)
    lists = found(root(chinese, CONTENT), "//text:illustration-index-source")
    names = [found(one, "@text:caption-sequence-name")[0] for one in lists]
    assert names == ["圖", "表"]


def test_footnotes_spans_and_languages_are_marked(paper_fonts: PaperFonts) -> None:
    content = Paragraph(("文", Run("Bericht", language="de"), Footnote("註")))
    told = root(render(paper(content), paper_fonts), CONTENT)
    assert [text_of(body) for body in found(told, "//text:note-body")] == ["註"]
    assert found(told, "//style:text-properties/@fo:language") == ["de"]


def test_spaces_are_kept(paper_fonts: PaperFonts) -> None:
    told = root(render(paper(Paragraph(" 甲   乙", "plain")), paper_fonts), CONTENT)
    assert found(told, "//text:p/text:s/@text:c") == ["1", "2"]


def test_lists_are_nested_lists_and_tables_under_items_keep_their_numbers(
    paper_fonts: PaperFonts,
) -> None:
    inner = ListBlock((ListItem("內"),))
    told = root(render(paper(ListBlock((ListItem("外", (inner,)),))), paper_fonts), CONTENT)
    assert len(found(told, "//text:list/text:list-item/text:list/text:list-item")) == 1
    table = Table((Column(),), (Row(("格",)),))
    told = root(render(paper(ListBlock((ListItem("外", (table,)),))), paper_fonts), CONTENT)
    assert text_of(found(told, "//text:p")[0]) == "一、外"


def test_heads_of_tables_repeat_and_spans_cover(chinese: bytes) -> None:
    table = found(root(chinese, CONTENT), "//table:table[svg:desc]")[0]
    assert len(found(table, "table:table-header-rows/table:table-row")) == 1
    assert found(table, ".//@table:number-rows-spanned") == ["2"]
    assert found(table, ".//@table:number-columns-spanned") == ["2"]
    rows = found(table, ".//table:table-row")
    assert {len(row) for row in rows} == {3}


def test_equal_pictures_are_kept_once_with_words_for_them(paper_fonts: PaperFonts) -> None:
    figures = [Figure(photo("red"), "紅色的圓", f"圖說{n}", width=0.5) for n in range(3)]
    data = render(paper(*figures), paper_fonts)
    assert len([name for name in parts(data) if name.startswith("Pictures/")]) == 1
    assert found(root(data, CONTENT), "//draw:frame/svg:desc/text()") == ["紅色的圓"] * 3


def test_sections_have_pages_and_numbers_of_their_own(chinese: bytes) -> None:
    layouts = found(root(chinese, STYLES), "//style:page-layout-properties")
    kinds = [found(layout, "@style:print-orientation")[0] for layout in layouts]
    assert kinds == ["portrait"] * 5 + ["landscape", "portrait"]
    assert [found(layout, "@style:num-format")[0] for layout in layouts][1:5] == ["i"] * 3 + ["1"]
    starts = found(root(chinese, CONTENT), "//@style:page-number")
    assert starts == ["1", "1"]


def test_heads_show_the_chapter_and_feet_the_number(chinese: bytes) -> None:
    masters = found(root(chinese, STYLES), "//style:master-page")
    assert found(masters[4], "style:header//text:chapter/@text:display") == ["number-and-name"]
    assert text_of(found(masters[4], "style:footer")[0]) == "第1頁，共10頁"
    assert text_of(found(masters[0], "style:footer")[0]) == "-1-"


def test_a_draft_counts_its_lines_and_bears_its_mark(paper_fonts: PaperFonts) -> None:
    data = render(paper(Paragraph("文"), watermark="草稿", line_numbers=True), paper_fonts)
    styles = root(data, STYLES)
    assert found(styles, "//text:linenumbering-configuration/@text:restart-on-page") == ["true"]
    assert text_of(found(styles, "//style:header//draw:custom-shape")[0]) == "草稿"


def test_a_turned_card_stands_upside_down(paper_fonts: PaperFonts) -> None:
    cells = (GridCell((Paragraph("林"),), turned=True), GridCell((Paragraph("林"),)))
    told = root(render(paper(Grid(cells, mm(80), mm(40), 1)), paper_fonts), CONTENT)
    assert found(told, "//draw:custom-shape/@draw:transform")[0].startswith("rotate (3.14159")


def test_a_document_of_one_run_tells_how_many_pages_it_has(paper_fonts: PaperFonts) -> None:
    setup = PageSetup(number="{page}/{pages}")
    blocks = (Paragraph("文"), SectionBreak(setup.turned()), Paragraph("文"))
    styles = root(render(paper(*blocks, page=setup), paper_fonts), STYLES)
    assert len(found(styles, "//style:footer//text:page-count")) == 2


def test_what_cannot_be_set_as_asked_is_told(paper_fonts: PaperFonts) -> None:
    document = paper(Paragraph(("見", Reference("nowhere"))), Figure(b"no picture", "無"))
    with pytest.raises(Unprintable):
        render(document, paper_fonts)
    problems: list[Problem] = []
    render(document, paper_fonts, problems=problems)
    assert {problem.code for problem in problems} == {"reference.dangling", "picture.unreadable"}


def test_headings_in_styles_of_a_paper_are_counted(paper_fonts: PaperFonts) -> None:
    base = paper(Heading(1, "附件", style="annex-head"), Heading(1, "文"))
    styles = base.styles.with_(annex_head=replace(base.styles["heading-1"], size=30))
    told = root(render(replace(base, styles=styles), paper_fonts), CONTENT)
    assert len(found(told, "//text:list[@text:style-name='Outline']//text:h")) == 1
