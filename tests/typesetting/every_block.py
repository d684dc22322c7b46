"""A paper that uses every block, for tests that compare the writers."""

import io

from PIL import Image, ImageDraw

from planner.typesetting.document import (
    Block,
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
    LineBreak,
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
    Ruling,
    Run,
    SectionBreak,
    Series,
    Spacer,
    Table,
    Vertical,
    mm,
)
from planner.typesetting.styles import Align
from planner.typesetting.terms import DECIMAL_LIST, DECIMAL_NUMBERING, Numerals

COVER = PageSetup(number="")
FRONT = PageSetup(head_left="{title}", head_right="{chapter}", numerals=Numerals.ROMAN)
BODY = PageSetup(head_left="{title}", head_right="{chapter}", number="第 {page} 頁，共 {pages} 頁")


def photo(colour: str, size: tuple[int, int] = (640, 480)) -> bytes:
    """A picture that differs from those of other colours."""
    image = Image.new("RGB", size, colour)
    pen = ImageDraw.Draw(image)
    pen.ellipse((size[0] * 0.2, size[1] * 0.2, size[0] * 0.8, size[1] * 0.8), "white", "black", 4)
    data = io.BytesIO()
    image.save(data, "JPEG", quality=85)
    return data.getvalue()


def chinese_paper() -> Document:
    """A report in Chinese with cover, contents, chapters, a wide table and photos."""
    return Document(
        "赴日本稀土回收技術考察報告",
        (
            *_cover(),
            SectionBreak(FRONT, count_from=1),
            Contents(),
            ListOfFigures(),
            ListOfTables(),
            SectionBreak(BODY, count_from=1),
            *_purpose(),
            *_visit(),
            SectionBreak(BODY.turned()),
            *_wide(),
            SectionBreak(BODY),
            *_forms(),
            *_annex(),
        ),
        metadata=Metadata("考察團", "稀土回收", ("稀土", "回收")),
    )


def english_paper() -> Document:
    """A short report in English with decimal numbers."""
    words = (
        "The delegation visited four laboratories and agreed upon a joint programme of work. "
        "Representatives of 台灣 and 日本 signed a memorandum – the first of its kind – in Sendai."
    )
    return Document(
        "Mission to Japan: Rare Earth Recycling",
        (
            Paragraph("Mission to Japan", "title"),
            Paragraph("Rare Earth Recycling", "subtitle"),
            Contents(),
            Heading(1, "Purpose", label="purpose"),
            Paragraph((words, " See ", Reference("result"), " and ", Reference("f1"), ".")),
            Heading(2, "Background"),
            Paragraph((words, Footnote("As told by Dr Sato on 3 March."), " ", words)),
            ListBlock(
                (
                    ListItem("first aim", (ListBlock((ListItem("in detail"),)),)),
                    ListItem("second aim"),
                )
            ),
            Heading(2, "Result", label="result"),
            Figure(photo("steelblue"), "A blue sheet", "The laboratory in Sendai", "f1", 0.4),
            Paragraph(("As ", Run("emphasised", emphasis=True), " in ", Reference("purpose"), ".")),
        ),
        language="en",
        page=PageSetup(head_left="{chapter}", number="{page} / {pages}"),
        numbering=DECIMAL_NUMBERING,
        list_numbering=DECIMAL_LIST,
    )


def _cover() -> tuple[Block, ...]:
    return (
        Spacer(fill=True),
        Paragraph("赴日本稀土回收技術", "title"),
        Paragraph("考察報告", "title"),
        Paragraph("第一冊", "subtitle"),
        Spacer(fill=True),
        Paragraph(("服務機關：某某研究院", LineBreak(), "姓名職稱：林大同主任"), "cover"),
        Spacer(40),
        Paragraph("中華民國一百十五年三月", "cover"),
    )


def _purpose() -> tuple[Block, ...]:
    return (
        Heading(1, "目的", label="purpose"),
        Paragraph(
            (
                "本次出國考察係為瞭解日本稀土元素回收技術之現況，並與東北大學、產業技術總合研究所"
                "及相關企業建立合作關係。詳見",
                Reference("visit"),
                "及",
                Reference("plant"),
                "（",
                Reference("plant", form=ReferenceForm.PAGE),
                "），成果見",
                Reference("plant", until="yield"),
                "與",
                Reference("schedule"),
                "。",
            )
        ),
        Heading(2, "緣起"),
        Paragraph(
            (
                "依據",
                Run("行政院", bold=True),
                "核定計畫辦理，每年回收量約",
                Run("35 公噸", together=True),
                "，成本降低",
                Run("百分之十二", colour="#aa0000"),
                "，CO",
                Run("2", subscript=True),
                "減量",
                Run("10", together=True),
                Run("6", superscript=True),
                "公克",
                Footnote(("見", Link("該院年報", "https://example.org/report?a=1&b=2"), "第3頁。")),
                "。",
                Run("Kreislaufwirtschaft", language="de"),
                "一詞源自德國",
                Footnote("本項由考察團自行翻譯。"),
                "。",
            )
        ),
        Paragraph("「回收不是終點，而是起點。」——東北大學校長致詞。", "quote"),
        Heading(3, "國內需求"),
        Paragraph("國內永久磁石產業每年需要釹鐵硼合金，其中鏑與鋱多仰賴進口……"),
        Heading(3, "國際情勢"),
        Paragraph("各國皆視稀土為戰略物資。"),
        Heading(2, "目標", label="aims"),
        ListBlock(
            (
                ListItem(
                    "技術面",
                    (
                        ListBlock(
                            (
                                ListItem("瞭解溶劑萃取法。"),
                                ListItem(
                                    "瞭解選擇性沉澱法，並評估其在國內之可行性、成本、環境影響及"
                                    "所需之設備與人力，作為後續計畫之參考依據。",
                                    label="selective",
                                ),
                            )
                        ),
                    ),
                ),
                ListItem("合作面", (Paragraph("簽署合作備忘錄，互派研究人員。", "plain"),)),
            )
        ),
        ListBlock((ListItem("無序項目甲"), ListItem("無序項目乙")), ordered=False),
        KeepTogether(
            (Paragraph("以下各項請參閱：", "plain"), Paragraph(("見", Reference("aims"), "。")))
        ),
    )


def _visit() -> tuple[Block, ...]:
    return (
        Heading(1, "過程", label="visit"),
        Table(
            (Column(width=70), Column(2), Column(1, align=Align.CENTRE)),
            (
                Row((Cell("三月二日", down=2), "上午抵達仙台，拜會東北大學。", "全員")),
                Row((Cell("下午參觀回收工廠。"), "甲組")),
                Row(("三月三日", Cell("返國（搭乘 CI 107 班機）。", across=2))),
            ),
            head=(Row(("日期", "行程", "人員")),),
            caption="考察行程",
            note="資料來源：團員紀錄",
            label="schedule",
            row_heads=1,
            summary="每日行程與參加人員",
        ),
        Paragraph(("行程如", Reference("schedule"), "所示。")),
        Heading(2, "參訪工廠"),
        Figure(photo("seagreen"), "綠色廠房與圓形標誌", "回收工廠外觀", "plant", 0.7),
        FigureRow(
            (
                Figure(photo("peru"), "褐色原料", "原料", "raw"),
                Figure(photo("plum", (480, 480)), "紫色產品", "產品", "product"),
            )
        ),
        Chart(
            ChartKind.BAR,
            ("2013年", "2014年", "2015年"),
            (Series("釹", (12.0, 18.5, 25.0)), Series("鏑", (3.0, None, 7.5))),
            "釹由十二公噸增至二十五公噸，鏑由三公噸增至七點五公噸",
            "歷年回收量",
            "yield",
            "公噸",
        ),
        Chart(
            ChartKind.LINE,
            ("第一季", "第二季", "第三季"),
            (Series("純度", (91.0, 95.5, 99.0)), Series("產率", (60.0, 72.0, 81.0))),
            "純度與產率逐季上升",
        ),
        Heading(2, "座談", in_contents=False),
        Paragraph("雙方就技術細節交換意見。"),
        Heading(2, "附記", numbered=False),
        Paragraph("本節不編號。"),
        Heading(2, "結語"),
        Paragraph(("詳如", Reference("selective", form=ReferenceForm.TITLE), "。")),
    )


def _wide() -> tuple[Block, ...]:
    columns = tuple(Column() for _ in range(8))
    rows = tuple(Row(tuple(f"{row}之{column}" for column in range(1, 9))) for row in range(1, 41))
    head = Row(tuple(f"欄{column}" for column in range(1, 9)))
    return (
        Heading(1, "資料"),
        Table(columns, rows, (head,), "寬表", "wide", ruling=Ruling.OPEN),
    )


def _forms() -> tuple[Block, ...]:
    return (
        Heading(1, "審核"),
        Box(
            (
                Paragraph((Checkbox(ticked=True), "同意　", Checkbox(), "不同意"), "plain"),
                Paragraph("審核人簽章：", "plain"),
            ),
            min_height=80,
        ),
        Rule(1.0, 0.5),
        Table(
            (Column(), Column(3)),
            (
                Row(("項目", Cell("內容完整", blocks=(Paragraph("附件齊全", "table"),)))),
                Row((Cell("簽章", is_head=True), ""), min_height=40),
            ),
            ruling=Ruling.ROWS,
        ),
        Spacer(12),
        Grid(
            tuple(
                GridCell((Paragraph(name, "card-name"), Paragraph("考察團", "card-line")))
                for name in ("林大同", "陳美玉", "佐藤一郎")
            ),
            mm(70),
            mm(40),
            2,
            gap=mm(5),
            vertical=Vertical.MIDDLE,
        ),
        Paragraph("靠右的一行", "right"),
    )


def _annex() -> tuple[Block, ...]:
    colours = ("tomato", "gold", "teal")
    return (
        PageBreak(),
        Heading(1, "附錄：活動照片", numbered=False),
        Gallery(
            tuple(
                Figure(photo(colour), f"{colour}色的圓", f"活動照片{place}")
                for place, colour in enumerate(colours, 1)
            )
        ),
    )
