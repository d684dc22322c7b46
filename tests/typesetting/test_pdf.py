"""The file: whole, tagged, archivable, the same each time, and readable by machines."""

import io
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from planner.typesetting.document import (
    Box,
    Cell,
    Chart,
    ChartKind,
    Checkbox,
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
    Link,
    ListBlock,
    ListItem,
    ListOfFigures,
    ListOfTables,
    Metadata,
    PageBreak,
    PageSetup,
    Paragraph,
    Reference,
    ReferenceForm,
    Row,
    Rule,
    Run,
    SectionBreak,
    Series,
    Spacer,
    Table,
    mm,
)
from planner.typesetting.keeping import ExportCache
from planner.typesetting.pdf import lacking, render
from planner.typesetting.pictures import Pictures
from planner.typesetting.problems import Unprintable
from planner.typesetting.terms import DECIMAL_LIST, DECIMAL_NUMBERING, Numerals

MADE_AT = datetime(2015, 11, 17, 8, 30, tzinfo=UTC)
BODY = PageSetup(head_left="{title}", head_right="{chapter}", number="第{page}頁，共{pages}頁")
PHRASE = "雙方就「合作研究」、「人員互訪」及「資源回收」等議題交換意見；後續將由各單位分別落實。"
TEXT = f"本次考察由三個單位共同組團，並於研討會中發表論文，{PHRASE}NdFeB magnets 用途甚廣。"
SHOWS_OR_PAINTS = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh"}


@pytest.fixture(scope="module")
def everything():
    """A document with every kind of block and inline."""

    def build(photo):
        photos = [photo(700 + n, 500) for n in range(6)]
        table = Table(
            (Column(width=80), Column(), Column()),
            (
                *(Row((f"單位{n}", TEXT[: 20 + n], "備註")) for n in range(30)),
                Row((Cell("跨列", down=2), Cell("跨欄", across=2))),
                Row((Cell("", blocks=(Paragraph("段", "plain"),)), "")),
            ),
            head=(Row(("機關", "分工內容", "備註")),),
            caption="各單位分工",
            label="t",
            row_heads=1,
            summary="各單位的分工",
        )
        chart = Chart(
            ChartKind.BAR,
            ("甲", "乙"),
            (Series("產量", (3, 4)), Series("出口", (1, 2))),
            "長條",
            "產量",
        )
        front = PageSetup(number="{page}", numerals=Numerals.ROMAN)
        blocks = (
            *(Spacer(fill=True), Paragraph("考察報告", "title"), Spacer(fill=True)),
            *(SectionBreak(front, 1), Contents(), ListOfFigures(), ListOfTables()),
            *(SectionBreak(BODY, 1), Heading(1, "緣起", label="h")),
            Paragraph((TEXT, Footnote(("參", Link("網站", "https://example.org/a")))), label="p"),
            Paragraph(
                (TEXT * 3, "見", Reference("f0"), "、", Reference("f1", "f3"), "及", Reference("t"))
            ),
            Paragraph(
                (
                    Run("Scope", language="en"),
                    "與",
                    Run("要", bold=True),
                    Run("2", superscript=True),
                )
            ),
            Paragraph(("見", Reference("h"), Reference("h", form=ReferenceForm.PAGE))),
            *(Heading(2, "過程"), ListBlock((ListItem("甲", (ListBlock((ListItem("乙"),)),)),))),
            ListBlock((ListItem("點"),), ordered=False),
            *(table, chart, Rule()),
            Box((Paragraph((Checkbox(True), "是 ", Checkbox(), "否"), "plain"),)),
            Figure(photos[0], "數人並立", "合影", label="f0", width=0.5),
            FigureRow(
                (Figure(photos[1], "甲景", "甲"), Figure(photos[2], "乙景", "乙", label="f1"))
            ),
            KeepTogether((Heading(3, "小節"), Paragraph(TEXT))),
            *(SectionBreak(BODY.turned()), Heading(1, "附表"), Paragraph(TEXT)),
            *(SectionBreak(BODY), Heading(1, "附錄", numbered=False)),
            Gallery(
                tuple(
                    Figure(one, "照片", f"第{n}張", f"f{n + 2}") for n, one in enumerate(photos[3:])
                )
            ),
            Grid(
                (GridCell((Paragraph("甲"),)), GridCell((Paragraph("乙"),), turned=True)),
                mm(60),
                mm(40),
                2,
            ),
            PageBreak(),
            Figure(photos[5], "", width=0.2),
        )
        metadata = Metadata("王大明", "考察", ("稀土", "R&D"), MADE_AT)
        return Document(
            "考察 <報告> & 附件", blocks, metadata=metadata, watermark="草稿", line_numbers=True
        )

    return build


@pytest.fixture(scope="module")
def english():
    blocks = (
        Contents(),
        *(Heading(1, "Purpose"), Heading(2, "Scope")),
        Paragraph(
            (
                "The delegation visited institutes. ",
                Footnote("A note."),
                Run("目的", language="zh-TW"),
            )
        ),
        ListBlock((ListItem("First", (ListBlock((ListItem("Inner"),)),)),)),
    )
    return Document(
        *("Trip report", blocks, "en"),
        numbering=DECIMAL_NUMBERING,
        list_numbering=DECIMAL_LIST,
        page=PageSetup(number="Page {page} of {pages}"),
    )


@pytest.fixture
def files(everything, english, photo, paper_fonts):
    return {
        "chinese": render(everything(photo), paper_fonts),
        "english": render(english, paper_fonts),
    }


@pytest.fixture(params=["chinese", "english"])
def data(request, files):
    return files[request.param]


@pytest.fixture
def pdf(data):
    with pikepdf.open(io.BytesIO(data)) as opened:
        yield opened


def kids_of(node):
    kids = node.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids] if kids != [] else []


def elements(node):
    """Every element below a node of the structure tree, in order."""
    for kid in kids_of(node):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def read_in_order(node):
    """All content below a node as it is read: page and MCID."""
    for kid in kids_of(node):
        if isinstance(kid, int):
            yield node.Pg.objgen, kid
        elif kid.get("/Type") == "/MCR":
            yield kid.Pg.objgen, int(kid.MCID)
        elif "/S" in kid:
            yield from read_in_order(kid)


def items(node):
    """The kids of an element as (kind, value)."""
    for kid in kids_of(node):
        if isinstance(kid, int):
            yield "content", (node.Pg.objgen, kid)
        elif kid.get("/Type") == "/MCR":
            yield "content", (kid.Pg.objgen, int(kid.MCID))
        elif kid.get("/Type") == "/OBJR":
            yield "object", kid.Obj


def marked(page):
    """The MCIDs of a page in order; fails on anything painted outside marked content."""
    depth, found = 0, []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            depth += 1
            if name == "BDC" and "/MCID" in operands[1]:
                assert depth == 1, "marked content inside marked content"
                found.append(int(operands[1]["/MCID"]))
        elif name == "EMC":
            depth -= 1
        elif name in SHOWS_OR_PAINTS:
            assert depth > 0, "painted, but neither content nor artifact"
    assert depth == 0
    return found


def test_qpdf_finds_nothing_wrong(data, tmp_path):
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed")
    path = tmp_path / "paper.pdf"
    path.write_bytes(data)
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_every_font_is_embedded_and_can_be_copied_from(pdf):
    fonts = {
        font.objgen: font
        for page in pdf.pages
        for font in page.Resources.get("/Font", pikepdf.Dictionary()).values()
    }
    assert fonts
    for font in fonts.values():
        assert font.Subtype == "/Type0"
        assert "/ToUnicode" in font
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


def test_no_character_is_shown_by_the_empty_glyph(pdf):
    for page in pdf.pages:
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "TJ":
                shown = b"".join(
                    bytes(part) for part in operands[0] if isinstance(part, pikepdf.String)
                )
                codes = {shown[place : place + 2] for place in range(0, len(shown), 2)}
                assert b"\0\0" not in codes


def test_all_that_is_painted_is_content_or_artifact_and_owned(pdf):
    tree = pdf.Root.StructTreeRoot
    owned = [value for node in elements(tree) for kind, value in items(node) if kind == "content"]
    painted = [(page.obj.objgen, mcid) for page in pdf.pages for mcid in marked(page)]
    assert sorted(owned) == sorted(painted)
    assert len(set(owned)) == len(owned)


def test_the_tree_reads_each_page_in_the_order_it_is_painted(pdf):
    order = list(read_in_order(pdf.Root.StructTreeRoot))
    for page in pdf.pages:
        read = [mcid for objgen, mcid in order if objgen == page.obj.objgen]
        assert read == marked(page)


def test_the_parent_tree_leads_back_to_the_owners(pdf):
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    by_page = {
        page.obj.objgen: parents[int(page.StructParents)]
        for page in pdf.pages
        if "/StructParents" in page
    }
    for node in elements(pdf.Root.StructTreeRoot):
        for kind, value in items(node):
            if kind == "content":
                objgen, mcid = value
                assert by_page[objgen][mcid].objgen == node.objgen
            else:
                assert parents[int(value.StructParent)].objgen == node.objgen


def test_every_link_is_in_the_tree_and_says_where_it_leads(pdf):
    in_tree = {
        value.objgen
        for node in elements(pdf.Root.StructTreeRoot)
        if node.S == "/Link"
        for kind, value in items(node)
        if kind == "object"
    }
    links = [link for page in pdf.pages for link in page.get("/Annots", [])]
    assert links
    assert {link.objgen for link in links} == in_tree
    for link in links:
        assert str(link.Contents)
        assert int(link.F) == 4
        assert ("/Dest" in link) != ("/A" in link)
    assert all(page.Tabs == "/S" for page in pdf.pages if "/Annots" in page)


def test_headings_skip_no_level(pdf):
    levels = [
        int(str(node.S)[2:])
        for node in elements(pdf.Root.StructTreeRoot)
        if re.fullmatch(r"/H\d", str(node.S))
    ]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_notes_have_names_of_their_own(pdf):
    notes = [node for node in elements(pdf.Root.StructTreeRoot) if node.S == "/Note"]
    names = [str(note.ID) for note in notes]
    assert names
    assert len(set(names)) == len(names)
    assert len(pdf.Root.StructTreeRoot.IDTree.Names) == 2 * len(names)


def test_the_file_says_that_it_is_archivable_and_accessible(pdf):
    packet = pdf.Root.Metadata.read_bytes().decode()
    for statement in (
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "http://www.aiim.org/pdfua/ns/id/",
    ):
        assert statement in packet
    root = pdf.Root
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    assert str(root.Lang) in ("zh-TW", "en")
    assert root.OutputIntents[0].DestOutputProfile.N == 3
    assert pdf.pdf_version == "1.7"
    assert pdf.trailer.ID[0] == pdf.trailer.ID[1]


def test_information_and_metadata_say_the_same(files):
    with pikepdf.open(io.BytesIO(files["chinese"])) as pdf:
        metadata = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
        assert metadata["dc:title"] == str(pdf.docinfo.Title) == "考察 <報告> & 附件"
        assert metadata["dc:creator"] == [str(pdf.docinfo.Author)]
        assert metadata["dc:description"] == str(pdf.docinfo.Subject)
        assert metadata["pdf:Keywords"] == str(pdf.docinfo.Keywords) == "稀土, R&D"
        assert metadata["xmp:CreateDate"] == "2015-11-17T08:30:00Z"
        assert str(pdf.docinfo.CreationDate) == "D:20151117083000Z"


def test_figures_say_what_is_seen_and_where(files):
    with pikepdf.open(io.BytesIO(files["chinese"])) as pdf:
        figures = [node for node in elements(pdf.Root.StructTreeRoot) if node.S == "/Figure"]
        assert [str(figure.Alt) for figure in figures] == [
            *("長條", "數人並立", "甲景", "乙景", "照片", "照片", "照片"),
        ]
        for figure in figures:
            left, bottom, right, top = map(float, figure.A.BBox)
            assert 0 < left < right < 842
            assert 0 < bottom < top < 842


def test_tables_have_heads_with_scope_and_spans(files):
    with pikepdf.open(io.BytesIO(files["chinese"])) as pdf:
        table = next(node for node in elements(pdf.Root.StructTreeRoot) if node.S == "/Table")
        parts = [str(kid.S) for kid in table.K]
        assert parts == ["/Caption", "/THead", "/TBody"]
        heads = [node for node in elements(table) if node.S == "/TH"]
        scopes = [str(head.A.Scope) for head in heads]
        assert scopes[:3] == ["/Column"] * 3
        assert set(scopes[3:]) == {"/Row"}
        assert [int(head.A.RowSpan) for head in heads if "/RowSpan" in head.A] == [2]
        wide = [node for node in elements(table) if node.S == "/TD" and "/A" in node]
        assert [int(cell.A.ColSpan) for cell in wide] == [2]
        # a head that is printed again on the next page is not there twice
        assert len([node for node in elements(table) if node.S == "/THead"]) == 1


def test_runs_of_another_language_are_marked(pdf):
    spans = [node for node in elements(pdf.Root.StructTreeRoot) if "/Lang" in node]
    assert {str(span.Lang) for span in spans} == {
        "en" if str(pdf.Root.Lang) == "zh-TW" else "zh-TW"
    }


def test_a_heading_all_in_another_language_is_one_stretch_that_says_so(opened):
    heading = Heading(1, Run("緣起", language="zh-TW"))
    pdf = opened(Document("T", (heading,), language="en", numbering=DECIMAL_NUMBERING))
    (element,) = (node for node in elements(pdf.Root.StructTreeRoot) if node.S == "/H1")
    assert str(element.Lang) == "zh-TW"
    assert element.K == 0


def test_bookmarks_follow_the_headings(files):
    with pikepdf.open(io.BytesIO(files["chinese"])) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        assert titles == ["目次", "圖次", "表次", "壹、緣起", "貳、附表", "附錄"]
        (process,) = outline.root[3].children
        assert process.title == "一、過程"
        assert [child.title for child in process.children] == ["（一）小節"]


def test_pages_are_labelled_as_they_are_numbered(files):
    with pikepdf.open(io.BytesIO(files["chinese"])) as pdf:
        labels = [page.label for page in pdf.pages]
    assert labels[:5] == ["1", "i", "ii", "iii", "1"]
    assert labels[5:] == [str(count) for count in range(2, len(labels) - 3)]


def test_numerals_without_a_style_of_their_own_are_labelled_as_printed(opened):
    setup = PageSetup(number="{page}", numerals=Numerals.CHINESE)
    pdf = opened(Document("題", (Paragraph("甲"), PageBreak(), Paragraph("乙")), page=setup))
    assert [page.label for page in pdf.pages] == ["一", "二"]


def text_of(data):
    with pypdfium2.PdfDocument(data) as document:
        return ["".join(page.get_textpage().get_text_range()) for page in document]


def test_phrases_are_found_across_justified_lines(paper_fonts):
    blocks = tuple(Paragraph("甲" * start + PHRASE * 3) for start in range(12))
    (page,) = text_of(render(Document("題", blocks[:4]), paper_fonts))
    flowing = re.sub(r"\s", "", page)
    assert flowing.count(PHRASE) == 12


def test_poppler_finds_phrases_too(paper_fonts, tmp_path):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    path = tmp_path / "paper.pdf"
    blocks = tuple(Paragraph("甲" * start + PHRASE * 3) for start in range(12))
    path.write_bytes(render(Document("題", blocks), paper_fonts))
    command = ["pdftotext", "-raw", path, "-"]
    page = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert re.sub(r"\s", "", page).count(PHRASE) == 36


def test_latin_words_keep_their_spaces(paper_fonts):
    sentence = "The delegation of three bodies visited universities and institutes for six days."
    document = Document("T", (Paragraph(" ".join([sentence] * 6)),), language="en")
    (page,) = text_of(render(document, paper_fonts))
    flowing = page.replace("\r\n", " ").replace("\n", " ")
    assert flowing.count("three bodies visited universities") + flowing.count("￾") >= 5


def test_the_same_document_makes_the_same_file(everything, photo, paper_fonts):
    document = everything(photo)
    assert render(document, paper_fonts) == render(document, paper_fonts)


def test_another_word_makes_another_identifier(paper_fonts):
    one, two = (render(Document("題", (Paragraph(word),)), paper_fonts) for word in "甲乙")
    identifiers = [pikepdf.open(io.BytesIO(data)).trailer.ID[0] for data in (one, two)]
    assert bytes(identifiers[0]) != bytes(identifiers[1])


def test_an_export_with_what_the_last_one_left_is_the_same_file(everything, photo, paper_fonts):
    cache = ExportCache()
    document = everything(photo)
    other = Document(
        "另", (Paragraph("不換行\u00a0空格與連字\u2011號 - 甲"), *document.blocks[6:20])
    )
    fresh = render(document, paper_fonts)
    render(other, paper_fonts, cache=cache, problems=[])
    assert render(document, paper_fonts, cache=cache) == fresh
    assert render(document, paper_fonts, cache=cache) == fresh


def test_each_photo_is_stored_once(photo, paper_fonts):
    same = photo(700, 500)
    row = FigureRow((Figure(same, "甲", "甲"), Figure(same, "甲", "乙")))
    with pikepdf.open(io.BytesIO(render(Document("題", (row,)), paper_fonts))) as pdf:
        images = [
            one
            for one in pdf.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        ]
    assert len(images) == 1


def test_a_dangling_reference_is_refused_with_its_label(paper_fonts):
    document = Document("題", (Paragraph(("見", Reference("gone"))),))
    with pytest.raises(Unprintable) as refused:
        render(document, paper_fonts)
    assert [problem.where for problem in refused.value.problems] == ["gone"]


def test_a_preview_shows_what_dangles_and_tells_it(paper_fonts):
    problems = []
    document = Document("題", (Paragraph(("見", Reference("gone"), "。")),))
    (page,) = text_of(render(document, paper_fonts, problems=problems))
    assert "見??。" in page.replace(" ", "")
    assert [problem.code for problem in problems] == ["reference.dangling"]


def test_an_unreadable_photo_is_refused_by_name_but_shown_as_a_gap_in_a_preview(
    tmp_path, paper_fonts, photo
):
    broken = tmp_path / "合影.jpg"
    broken.write_bytes(photo(900, 700)[:2000])
    document = Document("題", (Figure(broken, "數人", "合影"),))
    with pytest.raises(Unprintable, match="合影"):
        render(document, paper_fonts)
    problems = []
    assert render(document, paper_fonts, problems=problems)
    assert {problem.where for problem in problems} == {"合影.jpg"}


def test_progress_runs_to_the_end_and_may_cancel(everything, photo, paper_fonts):
    seen = []
    render(everything(photo), paper_fonts, lambda done, total: seen.append(done / total))
    assert seen == sorted(seen)
    assert seen[-1] == 1

    class Cancelled(Exception):
        pass

    def cancel(done, total):
        if done > total / 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        render(everything(photo), paper_fonts, cancel)


def test_prints_of_photos_are_kept_where_they_are_asked_to_be(photo, paper_fonts, tmp_path):
    document = Document("題", (Figure(photo(3000, 2000), "樓"),))
    render(document, paper_fonts, pictures=Pictures(tmp_path / "prints"))
    assert len(list((tmp_path / "prints").iterdir())) == 1


def test_what_would_stay_blank_is_named_with_its_place(paper_fonts):
    unknown = "\U0001f9ff"
    blocks = (
        Paragraph(f"護身符{unknown}"),
        ListBlock((ListItem(("注", Footnote(f"見{unknown}"))),)),
        Chart(ChartKind.BAR, (f"類{unknown}",), (), "圖"),
    )
    problems = lacking(Document("題", blocks), paper_fonts)
    assert {problem.detail for problem in problems} == {unknown}
    assert [problem.where[:1] for problem in problems] == ["護", "見", "類"]
    assert lacking(Document("題", (Paragraph("常用字 and words"),)), paper_fonts) == ()


@pytest.mark.parametrize("checker", ["outloud", "pdfua"])
def test_checkers_of_accessibility_find_nothing(checker, data, tmp_path):
    program = shutil.which(checker, path=Path(sys.executable).parent)
    if program is None:
        pytest.skip(f"{checker} is not installed")
    path = tmp_path / "paper.pdf"
    path.write_bytes(data)
    command = {
        "outloud": [program, "--fail-on", "warning", path],
        "pdfua": [program, "check", path],
    }[checker]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout
    assert "skip ]" not in found.stdout
