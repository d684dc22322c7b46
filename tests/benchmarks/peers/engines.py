"""One engine each: from the same parts to a PDF, as a user of that engine would do it."""

import html
import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.benchmarks.peers.content import TITLE, Heading, Part, Photo, Rows, Text

FONTS = Path(__file__).parents[3] / "resources" / "fonts"

Engine = Callable[[Sequence[Part]], bytes]


def planner(parts: Sequence[Part]) -> bytes:
    """Ours: tagged, PDF/A-2a and PDF/UA-1."""
    from planner.typesetting import pdf
    from planner.typesetting.fonts import PaperFonts

    return pdf.render(planner_document(parts), PaperFonts.shipped(FONTS))


def planner_document(parts: Sequence[Part]):  # type: ignore[no-untyped-def]
    from planner.typesetting import document as d

    photos = [part for part in parts if isinstance(part, Photo)]
    blocks: list[d.Block] = [d.Paragraph(TITLE, "title"), d.PageBreak(), d.Contents(2)]
    setup = d.PageSetup(head_left="{title}", head_right="{chapter}", number="{page}")
    blocks.append(d.SectionBreak(setup, count_from=1))
    for part in parts:
        match part:
            case Heading(level, text):
                blocks.append(d.Heading(level, text))
            case Text(text, None):
                blocks.append(d.Paragraph(text))
            case Text(text, number):
                reference = d.Reference(f"figure-{number}")
                blocks.append(d.Paragraph((text, "（", reference, "）。")))
            case Rows(rows):
                head, *rest = (d.Row(row) for row in rows)
                columns = (d.Column(1), d.Column(3), d.Column(1.4))
                blocks.append(d.Table(columns, tuple(rest), head=(head,), caption="分工"))
    if photos:
        figures = tuple(
            d.Figure(each.path, each.caption, each.caption, f"figure-{each.number}")
            for each in photos
        )
        blocks.append(d.Gallery(figures))
    return d.Document(TITLE, tuple(blocks))


def typst(parts: Sequence[Part]) -> bytes:
    import typst

    lines = [
        f'#set document(title: "{TITLE}")',
        '#set text(font: ("Liberation Serif", "TW-Kai"), size: 12pt, lang: "zh", region: "TW")',
        "#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 0.65em)",
        f'#set page(paper: "a4", margin: 25mm, numbering: "1", header: [#text(9pt)[{TITLE}]])',
        f"#align(center)[#v(8cm)#text(20pt)[{TITLE}]]\n#pagebreak()\n#outline()\n#pagebreak()",
    ]
    for part in parts:
        match part:
            case Heading(level, text):
                lines.append("=" * level + " " + text)
            case Text(text, number):
                reference = "" if number is None else f"（@fig{number}）。"
                lines.append(_typst(text) + reference + "\n")
            case Rows(rows):
                cells = ", ".join(f"[{_typst(cell)}]" for row in rows for cell in row)
                lines.append(
                    f"#figure(table(columns: (1fr, 3fr, 1.4fr), {cells}), caption: [分工])"
                )
            case Photo(number, path, caption):
                lines.append(
                    f'#figure(image("{path.name}", width: 100%), caption: [{caption}])'
                    f" <fig{number}>"
                )
    folder = next((part.path.parent for part in parts if isinstance(part, Photo)), Path.cwd())
    source = folder / "report.typ"
    source.write_text("\n".join(lines), encoding="utf-8")
    return typst.compile(str(source), root=str(folder), font_paths=[str(FONTS)])


def _typst(text: str) -> str:
    return re.sub(r"([#$*_`<>@\\\[\]])", r"\\\1", text)


def weasyprint(parts: Sequence[Part]) -> bytes:
    from weasyprint import HTML

    style = f"""
        @font-face {{ font-family: Kai; src: url('{FONTS / "TW-Kai.ttf"}') }}
        @font-face {{ font-family: Serif; src: url('{FONTS / "LiberationSerif-Regular.ttf"}') }}
        @page {{ size: A4; margin: 25mm;
            @bottom-center {{ content: counter(page) }} @top-left {{ content: '{TITLE}' }} }}
        body {{ font: 12pt/20pt Serif, Kai }}
        p {{ text-align: justify; text-indent: 2em; margin: 0 0 4pt }}
        h1 {{ break-before: page }} img {{ width: 100% }}
        .toc a::after {{ content: leader('.') target-counter(attr(href), page) }}
        td, th {{ border: .5pt solid }} table {{ width: 100%; border-collapse: collapse }}
    """
    body, contents = [], []
    for place, part in enumerate(parts):
        match part:
            case Heading(level, text):
                body.append(f'<h{level} id="h{place}">{text}</h{level}>')
                contents.append(f'<div><a href="#h{place}">{text}</a></div>')
            case Text(text, number):
                link = "" if number is None else f'（<a href="#f{number}">圖{number}</a>）。'
                body.append(f"<p>{html.escape(text)}{link}</p>")
            case Rows(rows):
                cells = "".join(
                    "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows
                )
                body.append(f"<table>{cells}</table>")
            case Photo(number, path, caption):
                body.append(
                    f'<figure id="f{number}"><img src="file://{path}" alt="{caption}">'
                    f"<figcaption>圖{number} {caption}</figcaption></figure>"
                )
    page = (
        f'<html lang="zh-TW"><style>{style}</style><h1>{TITLE}</h1>'
        f'<div class="toc">{"".join(contents)}</div>{"".join(body)}</html>'
    )
    written: bytes = HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
    return written


def reportlab(parts: Sequence[Part]) -> bytes:
    from reportlab import platypus as p
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus.tableofcontents import TableOfContents

    pdfmetrics.registerFont(TTFont("kai", str(FONTS / "TW-Kai.ttf")))
    body = ParagraphStyle(
        "body", fontName="kai", fontSize=12, leading=20, wordWrap="CJK", firstLineIndent=24
    )
    heads = {
        level: ParagraphStyle(
            f"h{level}", body, fontSize=size, leading=size * 1.5, firstLineIndent=0
        )
        for level, size in ((1, 18), (2, 14))
    }

    class Template(p.BaseDocTemplate):
        def afterFlowable(self, flowable: p.Flowable) -> None:  # noqa: N802
            if isinstance(flowable, p.Paragraph) and flowable.style.name in ("h1", "h2"):
                level = int(flowable.style.name[1]) - 1
                self.notify("TOCEntry", (level, flowable.getPlainText(), self.page))

    story: list[p.Flowable] = [p.Paragraph(TITLE, heads[1]), TableOfContents(), p.PageBreak()]
    for part in parts:
        match part:
            case Heading(level, text):
                story.append(p.Paragraph(text, heads[level]))
            case Text(text, number):
                link = "" if number is None else f'（<a href="#f{number}">圖{number}</a>）。'
                story.append(p.Paragraph(html.escape(text) + link, body))
            case Rows(rows):
                cells = [[p.Paragraph(cell, body) for cell in row] for row in rows]
                story.append(p.Table(cells, style=[("GRID", (0, 0), (-1, -1), 0.5, "black")]))
            case Photo(number, path, caption):
                story.append(p.Image(str(path), 150 * mm, 100 * mm))
                story.append(p.Paragraph(f'<a name="f{number}"/>圖{number} {caption}', body))
    target = io.BytesIO()
    frame = p.Frame(25 * mm, 25 * mm, A4[0] - 50 * mm, A4[1] - 50 * mm)
    template = Template(target, pagesize=A4, pageTemplates=[p.PageTemplate(frames=[frame])])
    template.multiBuild(story)
    return target.getvalue()


ENGINES: dict[str, Engine] = {
    "planner": planner,
    "typst": typst,
    "weasyprint": weasyprint,
    "reportlab": reportlab,
}
