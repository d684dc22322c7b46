"""Every component in all its states, to be looked at: `python tests/ui/gallery.py DIR`.

Words stand in both languages, so that widths show; nothing here comes from a store.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QProgressBar,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QWidget,
)

from planner.paths import cache_path
from planner.ui.appearance import Appearance, Pigment, Scheme, Type, px
from planner.ui.components.board import Board, BoardColumn
from planner.ui.components.boxes import Column, Row, Surface, scrolled
from planner.ui.components.buttons import Button, IconButton, NavButton
from planner.ui.components.cards import Bar, Card, Chip, EmptyState, Figure, Milestone, Milestones
from planner.ui.components.choices import Choice, FilterTabs, SegmentedControl
from planner.ui.components.command_palette import Found, Group
from planner.ui.components.fields import Field, SearchField, TextArea, TextField
from planner.ui.components.labels import Label, SectionHeading
from planner.ui.components.notices import ProgressLine
from planner.ui.components.panels import Dialog, SidePanel
from planner.ui.components.row_table import RowTable
from planner.ui.components.sidebar import Place
from planner.ui.delegates import CardFace, CardFact
from planner.ui.drawing.states import Look
from planner.ui.focus import FocusRing
from planner.ui.icons import Icon
from planner.ui.main_frame import MainFrame
from planner.ui.row_table_model import ChipFace, RowTableModel, Section
from planner.ui.row_table_model import Column as Plan
from planner.ui.style import PlannerStyle
from planner.ui.translation import Translation

PLACES = (
    Place("today", "今日", Icon.TODAY),
    Place("delegations", "訪團", Icon.DELEGATIONS),
    Place("people", "人員與機關", Icon.PEOPLE),
    Place("itinerary", "行程", Icon.ROUTE, True),
    Place("seminar", "研討會", Icon.SEMINAR, True),
    Place("outcomes", "成果與追蹤", Icon.OUTCOMES, True),
    Place("report", "報告", Icon.REPORT, True),
    Place("briefing", "背景資料", Icon.BRIEFING, True),
)


# Qt's own fields, which a form names by the label it puts before them
BARE = {"QLineEdit", "QComboBox", "QSpinBox", "QDateEdit", "QTabBar"}


@dataclass(frozen=True)
class Due:
    key: int
    title: str
    source: str
    who: str
    day: str
    left: str
    icon: Icon
    late: bool = False


def buttons() -> QWidget:
    off = Button("匯出 PDF", Icon.EXPORT)
    off.refuse("尚有 3 項必須改")
    off_primary = Button("定稿", look=Look.PRIMARY)
    off_primary.setEnabled(False)
    busy = Button("匯出 PDF", Icon.EXPORT)
    busy.setFixedWidth(busy.sizeHint().width())
    busy.set_busy("匯出中…")
    chosen = IconButton(Icon.BOLD, "Bold", keys="Ctrl+B")
    chosen.setCheckable(True)
    chosen.setChecked(True)
    dead = IconButton(Icon.REDO, "Redo")
    dead.setEnabled(False)
    return _card(
        "Buttons",
        Row(
            Button("新增追蹤", Icon.PLUS, Look.PRIMARY),
            Button("採行情形表", Icon.TABLE),
            Button("取消", key="Esc"),
            Button("More", look=Look.QUIET),
            Button("加入團員", Icon.PLUS, Look.LINK),
            None,
        ),
        Row(
            off,
            off_primary,
            busy,
            Button("補填", small=True),
            Button("帶入", small=True),
            IconButton(Icon.UNDO, "Undo", keys="Ctrl+Z"),
            dead,
            chosen,
            None,
        ),
        Row(
            SegmentedControl(
                [
                    Choice("board", "看板", Icon.BOARD),
                    Choice("list", "清單", Icon.LIST),
                    Choice("time", "時間軸", Icon.TIMELINE),
                ],
                "View",
            ),
            None,
        ),
        Row(
            FilterTabs(
                [
                    Choice("all", "本團", count=15),
                    Choice("late", "逾期", count=3),
                    Choice("hole", "缺承辦", count=1),
                    Choice("half", "Half-year"),
                ],
                "Filters",
            ),
            None,
        ),
    )


def chips() -> QWidget:
    rows = [
        Row(
            Chip("撰寫報告", Icon.PEN, Pigment.INDIGO),
            Chip("4 處斷點", Icon.HOLE, Pigment.CINNABAR),
            Chip("建議改 3", Icon.WARNING, Pigment.GAMBOGE),
            Chip("已回填", Icon.DONE, Pigment.PINE),
            None,
        ),
        Row(
            Chip("拜會", Icon.VISIT, Pigment.AZURITE),
            Chip("用餐", Icon.MEAL, Pigment.OCHRE),
            Chip("研討會", Icon.SEMINAR, Pigment.WISTERIA),
            Chip("移動", Icon.FLIGHT),
            Chip("草案", Icon.HOLE, outlined=True),
            Chip("呼和浩特", removable=True),
            None,
        ),
    ]
    return _card("Chips", *rows)


def fields() -> QWidget:
    wrong = Field("結束日", TextField("結束日", "8/22 或 104/8/22"))
    wrong.editor.setText("104/8/16")
    wrong.set_problem("結束早於開始（8/17）。改成 8/17 以後。")
    read_only = QLineEdit("內蒙古師範大學")
    read_only.setReadOnly(True)
    dead = QLineEdit("disabled")
    dead.setEnabled(False)
    choice = QComboBox()
    choice.addItems(["拜會", "研討會"])
    done, half = QCheckBox("池建義 主任"), QCheckBox("團員 4 人")
    done.setChecked(True)
    half.setTristate(True)
    half.setCheckState(Qt.CheckState.PartiallyChecked)
    radio = QRadioButton("內部版")
    radio.setChecked(True)
    return _card(
        "Fields",
        Row(Field("&名稱", TextField("名稱", "例：內蒙古稀土產業參訪")), wrong, spacing=16),
        Row(SearchField("Search", "名稱、別名、拼音"), read_only, dead),
        Row(choice, QSpinBox(), QDateEdit(), None),
        Row(done, half, QCheckBox("全團"), radio, QRadioButton("公開版"), None, spacing=16),
        TextArea("日記", "上午由呼和浩特市乘車前往包頭市。"),
    )


def notices() -> QWidget:
    progress = ProgressLine()
    progress.start("匯出報告")
    progress.tell(12, 40)
    progress.show()
    tabs = QTabBar()
    for words in ("簡介", "關係", "往來"):
        tabs.addTab(words)
    nav = NavButton("成果與追蹤", Icon.OUTCOMES)
    nav.set_count(12)
    nav.setChecked(True)
    return _card(
        "Notices",
        Bar(
            "建議半年檢討：105 年 2 月 22 日，3 項建議待填採行情形。",
            Icon.CALENDAR,
            act=Button("開始檢討", small=True),
        ),
        Bar(
            "改到 14:30–15:30 不衝突",
            Icon.RECOMMENDATION,
            Pigment.INDIGO,
            Button("改用", small=True),
        ),
        Bar(
            "無法匯出：圖13 缺替代文字。補寫後再匯出。",
            Icon.MUST,
            Pigment.CINNABAR,
            Button("補寫", small=True),
        ),
        progress,
        EmptyState(
            "還沒有聯絡人",
            "8/21 拜會未記錄會見的人。",
            Icon.PERSON,
            [Button("加聯絡人", Icon.PLUS, small=True), Button("讀名片", small=True)],
        ),
        Row(tabs, None),
        nav,
    )


def _card(title: str, *items: object) -> QWidget:
    card = Card(title)
    card.body.setSpacing(px(10))
    for item in items:
        if isinstance(item, QWidget):
            card.body.addWidget(item)
        else:
            card.body.addLayout(item)
    return card


def parts() -> QWidget:
    page = Surface()
    left = Column(buttons(), chips(), notices(), None, spacing=16)
    right = Column(fields(), people(), None, spacing=16)
    page.setLayout(Row(left, right, margins=24, spacing=24))
    return page


def people() -> QWidget:
    @dataclass(frozen=True)
    class Organisation:
        key: int
        name: str
        note: str
        chip: ChipFace | None = None

    model = RowTableModel(
        [Plan("名稱", lambda row: row.name, second=lambda row: row.note, chip=lambda row: row.chip)]
    )
    model.show(
        [
            Organisation(1, "內蒙古農業大學", "呼和浩特市，8/17 拜會"),
            Organisation(
                2,
                "內蒙古師範大學",
                "呼和浩特市，8/18 拜會",
                ChipFace("等回復", Icon.HOURGLASS, outlined=True),
            ),
            Organisation(
                3,
                "內蒙古稀奧科貯氫合金有限公司",
                "包頭市，8/21 拜會",
                ChipFace("兩值", Icon.TWO_VALUES, Pigment.GAMBOGE),
            ),
            Organisation(
                4,
                "包頭稀土產業園區",
                "缺簡介，8/21 拜會",
                ChipFace("缺", Icon.HOLE, Pigment.CINNABAR),
            ),
        ]
    )
    table = RowTable(model, "機關", height=44, headed=False, grows=True, lined=False)
    table.choose(3)
    return table


def today_page() -> QWidget:
    def late(row: Due) -> Pigment:
        return Pigment.CINNABAR if row.late else Pigment.INK

    model = RowTableModel(
        [
            Plan(
                "事項",
                lambda row: row.title,
                icon=lambda row: row.icon,
                icon_pigment=lambda row: Pigment.CINNABAR if row.late else Pigment.INK2,
            ),
            Plan("來源", lambda row: row.source, width=96, pigment=Pigment.INK2),
            Plan("承辦", lambda row: row.who, width=112, pigment=Pigment.INK2),
            Plan("到期", lambda row: row.day, width=64, flush=True),
            Plan("剩餘", lambda row: row.left, width=80, flush=True, pigment=late),
        ]
    )
    model.show(
        [
            Section("逾期", 3, Icon.LATE, Pigment.CINNABAR),
            Due(
                1, "申報差旅費", "返國後 45 日", "蒙藏委員會", "10/6", "逾期 20 天", Icon.LATE, True
            ),
            Due(
                2,
                "查證貯氫合金粉年產量：3,000 或 1,500 噸",
                "資料兩值",
                "工研院材化所",
                "10/16",
                "逾期 10 天",
                Icon.LATE,
                True,
            ),
            Due(
                3,
                "寄會談紀錄請稀土產業園區確認",
                "8/21 會談",
                "蒙藏委員會",
                "10/23",
                "逾期 3 天",
                Icon.LATE,
                True,
            ),
            Section("今天", 2, Icon.TODAY),
            Due(
                4,
                "收齊研討會 6 篇簡報檔（已收 4 篇）",
                "研討會",
                "國立臺北科技大學",
                "10/26",
                "今天",
                Icon.UNDER_WAY,
            ),
            Due(
                5,
                "送報告初稿請單位主管審閱",
                "報告",
                "蒙藏委員會",
                "10/26",
                "今天",
                Icon.NOT_STARTED,
            ),
            Section("本週", 3, Icon.CALENDAR),
            Due(
                6,
                "回填分工辦理情形（6 機關已回 2）",
                "分工",
                "六機關",
                "10/28",
                "週三",
                Icon.UNDER_WAY,
            ),
            Due(
                7,
                "補寫風力發電廠、稀土產業園區兩節簡介",
                "報告",
                "蒙藏委員會",
                "10/30",
                "週五",
                Icon.NOT_STARTED,
            ),
            Section("等待他人", 3, Icon.HOURGLASS, note="滿 6 個月轉為逾期"),
            Due(
                8,
                "內蒙古師範大學：來臺時程",
                "8/18 承諾",
                "特古斯、松林",
                "9/14",
                "等 42 天",
                Icon.HOURGLASS,
            ),
            Due(
                9,
                "經濟部技術處：建議二採行決定",
                "建議二",
                "技術處",
                "9/30",
                "等 26 天",
                Icon.HOURGLASS,
            ),
        ]
    )
    table = RowTable(model, "事項", headed=False, grows=True)
    table.choose(1)
    table.setObjectName("first")
    deadline = Card("報告期限", "內蒙古訪團")
    deadline.body.addWidget(Figure("27", "天", "11 月 22 日，星期日"))
    bar = QProgressBar(value=71)
    bar.setTextVisible(False)
    deadline.body.addWidget(bar)
    deadline.body.addWidget(
        Milestones(
            [
                Milestone(Icon.DONE, "8/25", "禮品申報", "8/24 完成", Pigment.PINE),
                Milestone(Icon.DONE, "9/1", "返臺通報", "8/31 完成", Pigment.PINE),
                Milestone(
                    Icon.LATE,
                    "10/6",
                    "差旅費申報",
                    "逾期 20 天",
                    Pigment.CINNABAR,
                    Pigment.CINNABAR,
                ),
                Milestone(Icon.NOW, "10/26", "今天", "", Pigment.INDIGO),
                Milestone(Icon.NOT_STARTED, "11/22", "報告核定並上傳", "返國後 3 個月"),
                Milestone(Icon.NOT_STARTED, "2/22", "建議半年檢討", "105 年"),
            ]
        )
    )
    leaving = Card("下次出發", corner=Chip("草案", Icon.HOLE, outlined=True))
    leaving.body.addWidget(Figure("140", "天", "105 年 3 月 14 日，星期一"))
    leaving.body.addWidget(Label("福建、江西重稀土參訪"))
    leaving.body.addWidget(Label("由建議三產生，預定 6 天", Type.SMALL, Pigment.INK2))
    heading = Row(
        Label("10 月 26 日，星期一", Type.TITLE),
        Label("民國 104 年", Type.BASE, Pigment.INK2),
        None,
        spacing=12,
    )
    left = Column(
        heading,
        Label(
            "逾期 3 件，今天到期 2 件。先處理差旅費：期限是 10 月 6 日。", Type.BASE, Pigment.INK2
        ),
        margins=(8, 0),
        spacing=0,
    )
    left = Column(left, 8, table, None, spacing=0)
    right = Column(deadline, leaving, None, spacing=16)
    content = QWidget()
    row = Row(left, right, spacing=24, margins=(16, 24, 24, 24))
    row.setStretch(0, 2)
    row.setStretch(1, 1)
    content.setLayout(row)
    return scrolled(content)


def board_page() -> QWidget:
    def card(
        key: int, kicker: str, icon: Icon, title: str, *facts: CardFact, flag: str = ""
    ) -> CardFace:
        return CardFace(key, kicker, title, icon, facts, flag)

    council = CardFact(Icon.ORGANISATION, "蒙藏委員會")
    names = (
        ("未開始", Icon.NOT_STARTED),
        ("進行中", Icon.UNDER_WAY),
        ("等待他人", Icon.HOURGLASS),
        ("待第二人確認", Icon.SECOND_PERSON),
        ("已結案", Icon.DONE),
    )
    columns = [
        BoardColumn(
            words,
            icon,
            "拖到這裡改狀態",
            "新增" if place == 0 else "",
            Pigment.PINE if icon is Icon.DONE else Pigment.INK2,
        )
        for place, (words, icon) in enumerate(names)
    ]
    columns[0].show_cards(
        [
            card(
                1,
                "期限",
                Icon.CLOCK,
                "申報差旅費",
                council,
                CardFact(Icon.LATE, "10/6 逾期 20 天", Pigment.CINNABAR),
            ),
            card(
                2,
                "建議二",
                Icon.RECOMMENDATION,
                "接軌國際稀土議題",
                CardFact(Icon.HOLE, "缺承辦人", Pigment.CINNABAR),
                CardFact(Icon.CALENDAR, "10/30 週五"),
            ),
            card(
                3,
                "報告檢核",
                Icon.REPORT,
                "補兩處單位簡介：風力發電廠、稀土產業園區",
                council,
                CardFact(Icon.CALENDAR, "10/30 週五"),
            ),
        ]
    )
    columns[1].show_cards(
        [
            card(
                4,
                "資料兩值",
                Icon.TWO_VALUES,
                "查證貯氫合金粉年產量",
                CardFact(Icon.ORGANISATION, "工研院材化所"),
                CardFact(Icon.LATE, "10/16 逾期 10 天", Pigment.CINNABAR),
            ),
            card(
                5,
                "建議二",
                Icon.RECOMMENDATION,
                "盤點國內稀土研究團隊：回收、生醫、永磁核磁共振",
                CardFact(Icon.ORGANISATION, "工研院材化所"),
                CardFact(Icon.CALENDAR, "11/30 週一"),
                CardFact(Icon.PROOF, "證明 0，結案須附"),
                flag="優先",
            ),
        ]
    )
    columns[2].show_cards(
        [
            card(
                6,
                "8/18 承諾",
                Icon.PROMISE,
                "內蒙古師範大學來臺時程",
                CardFact(Icon.SIDE_HOST, "特古斯、松林", icon_pigment=Pigment.OCHRE),
                CardFact(Icon.HOURGLASS, "9/14 起，等 42 天"),
            ),
        ]
    )
    columns[3].show_cards([])
    columns[4].show_cards([card(7, "期限", Icon.CLOCK, "返臺通報", council)])
    columns[1].cards.setCurrentIndex(columns[1].model.index(0))
    top = Row(
        SegmentedControl(
            [
                Choice("board", "看板", Icon.BOARD),
                Choice("list", "清單", Icon.LIST),
                Choice("time", "時間軸", Icon.TIMELINE),
            ],
            "View",
        ),
        8,
        FilterTabs(
            [
                Choice("all", "本團", count=15),
                Choice("late", "逾期", count=3),
                Choice("hole", "缺承辦", count=1),
                Choice("host", "對方承諾", count=2),
                Choice("half", "半年檢討"),
            ],
            "Filters",
        ),
        None,
        Button("篩選", Icon.FILTER, Look.LINK),
    )
    bar = Bar(
        "建議半年檢討：105 年 2 月 22 日，3 項建議待填採行情形。",
        Icon.CALENDAR,
        act=Button("開始檢討", small=True),
    )
    page = QWidget()
    column = Column(top, bar, Board(columns), margins=(24, 10, 24, 10), spacing=12)
    column.setStretch(2, 1)
    page.setLayout(column)
    return page


def panel() -> SidePanel:
    side = SidePanel("移動前先看", Icon.RIPPLE)
    side.body.addWidget(Label("中國科學院包頭稀土研發中心"))
    side.body.addWidget(SectionHeading("會衝突", 2, pigment=Pigment.CINNABAR, kind=Type.STRONG))
    for words in ("池建義 主任", "張志宏 副院長", "團員 4 人"):
        box = QCheckBox(words)
        box.setChecked(True)
        side.body.addWidget(box)
    side.body.addStretch(1)
    side.body.addWidget(
        Bar(
            "改到 14:30–15:30 不衝突",
            Icon.RECOMMENDATION,
            Pigment.INDIGO,
            Button("改用", small=True),
        )
    )
    for button in (Button("取消", key="Esc"), Button("逐項選擇")):
        side.foot.addWidget(button)
    side.foot.insertStretch(1, 1)
    apply = Button("全部套用", look=Look.PRIMARY)
    apply.setObjectName("first")
    side.foot.addWidget(apply)
    return side


def frame() -> MainFrame:
    window = MainFrame(PLACES)
    for words in (
        "檔案(&F)",
        "編輯(&E)",
        "檢視(&V)",
        "前往(&G)",
        "訪團(&D)",
        "工具(&T)",
        "視窗(&W)",
        "說明(&H)",
    ):
        menu = window.menuBar().addMenu(words)
        menu.addActions([window.undo, window.redo])
        menu.addSeparator()
        menu.addAction(window.search)
    window.undo.setEnabled(True)
    window.redo.setEnabled(False)
    window.forward.setEnabled(False)
    side = window.sidebar
    side.show_delegation("內蒙古稀土產業參訪暨兩岸學術研討", "撰寫報告，剩 27 天", Icon.PEN)
    for key, count in (("today", 5), ("outcomes", 12), ("report", 6)):
        side.set_count(key, count)
    side.show_saved("已儲存 14:32")
    window.add_page("today", today_page())
    window.add_page("outcomes", board_page())
    window.add_page("parts", scrolled(parts()))
    window.show_page("today", [("today", "今日")])
    window.show_acts(Button("匯出日曆", Icon.EXPORT))
    window.show_keys(
        ("↑ ↓", "移動"), ("Enter", "開啟"), ("Space", "完成"), ("D", "改期限"), ("F1", "快速鍵")
    )
    window.show_totals("11 件，第 1 件")
    return window


def results() -> list[Group]:
    return [
        Group(
            "動作",
            (
                Found("a", "新增訪團", Icon.PLUS, shortcut="Ctrl N", matches=((2, 2),)),
                Found("b", "開啟訪團清單", Icon.DELEGATIONS, matches=((2, 2),)),
            ),
        ),
        Group(
            "人員",
            (
                Found("c", "特古斯", Icon.PERSON, "內蒙古師範大學 教授"),
                Found("d", "張志宏", Icon.PERSON, "包頭稀土研究院 副院長"),
            ),
        ),
    ]


def shots(app: QApplication, folder: Path) -> None:
    """Each page in both schemes, in high contrast, and large."""
    window = frame()
    window.resize(1280, 800)
    window.show()
    appearance = Appearance(app)
    ways = {
        "light": {"scheme": Scheme.LIGHT, "high_contrast": False, "text_size": 1.0},
        "dark": {"scheme": Scheme.DARK},
        "contrast": {"scheme": Scheme.LIGHT, "high_contrast": True},
        "large": {"high_contrast": False, "text_size": 1.5},
    }
    for name, way in ways.items():
        appearance.choose(**way)
        window.resize(px(1280), px(800))
        for page, trail in (
            ("today", ("今日",)),
            ("outcomes", ("訪團", "內蒙古稀土產業參訪暨兩岸學術研討", "成果與追蹤")),
            ("parts", ("元件",)),
        ):
            window.show_page(page, [(words, words) for words in trail])
            app.processEvents()
            first = window.pages.currentWidget().findChild(QWidget, "first")
            if first:
                first.setFocus()
            app.processEvents()
            _keep(window, folder / f"{page}-{name}.png")
    appearance.choose(scheme=Scheme.LIGHT, text_size=1.0)
    window.resize(1280, 800)
    window.show_page("outcomes", [("訪團", "訪團"), ("o", "成果與追蹤")])
    window.show_panel(panel())
    window.tell_done("已移動「研發中心」到 14:00", lambda: None)
    app.processEvents()
    window.findChild(SidePanel).findChild(QWidget, "first").setFocus()
    app.processEvents()
    _keep(window, folder / "panel.png")
    window.close_panel()
    window.search.trigger()
    window.palette_box.show_results(results())
    app.processEvents()
    _keep(window, folder / "palette.png")
    window.palette_box.dismiss()
    window.resize(1000, 700)
    menu = window.menuBar().actions()[1].menu()
    menu.popup(window.mapToGlobal(QPoint(60, 28)))
    app.processEvents()
    menu.grab().save(str(folder / "menu.png"))
    menu.close()
    dialog = Dialog("刪除訪團", "刪除", window, reason="連同 12 個行程與 3 篇講題。可復原。")
    dialog.body.addWidget(Field("理由", TextField("理由", "例：併入 105 年訪團")))
    dialog.open()
    app.processEvents()
    _keep(dialog, folder / "dialog.png")
    dialog.close()
    _keep(window, folder / "narrow.png")


def _keep(widget: QWidget, path: Path) -> None:
    picture: QImage = widget.grab().toImage()
    picture.save(str(path))


if __name__ == "__main__":
    application = QApplication([])
    application.setStyle(PlannerStyle())
    FocusRing(application)
    Translation(application, cache_path()).choose("zh_TW")
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    shots(application, target)
