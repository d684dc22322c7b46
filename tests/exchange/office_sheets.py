"""Lists and itineraries as offices really keep them: each as rows, merges and what is hidden."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from types import MappingProxyType

from openpyxl import Workbook

Cell = str | int | float | date | datetime | time | None


@dataclass(frozen=True)
class OfficeSheet:
    """What stands in it, from A1; what is merged, hidden; the sheets beside it."""

    rows: Sequence[Sequence[Cell]]
    merged: Sequence[str] = ()
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[str] = ()
    others: Mapping[str, Sequence[Sequence[Cell]]] = field(default_factory=dict)
    title: str = "工作表1"

    def save(self, path: Path) -> Path:
        book = Workbook()
        for name, rows in self.others.items():
            other = book.create_sheet(name)
            other.sheet_state = "hidden"
            for row in rows:
                other.append(list(row))
        sheet = book.worksheets[0]
        sheet.title = self.title
        for row in self.rows:
            sheet.append(list(row))
        for span in self.merged:
            sheet.merge_cells(span)
        for number in self.hidden_rows:
            sheet.row_dimensions[number].hidden = True
        for letter in self.hidden_columns:
            sheet.column_dimensions[letter].hidden = True
        book.save(path)
        return path


MEMBERS: Mapping[str, OfficeSheet] = MappingProxyType(
    {
        "roster with body and post in one cell": OfficeSheet(
            [
                ["赴內蒙古考察團團員名冊"],
                ["填表日期：104年7月1日"],
                [
                    "編號",
                    "姓名",
                    None,
                    "服務機關及職稱",
                    "出生年月日",
                    "聯絡方式",
                    None,
                    "飲食習慣",
                ],
                [None, "中文", "英文（同護照）", None, None, "辦公室電話", "行動電話", None],
                [
                    1,
                    "林一",
                    "LIN, YI",
                    "經濟部工業局 組長",
                    "58.3.2",
                    "(02)2754-1255轉2123",
                    "0912-345-678",
                    "素",
                ],
                [
                    2,
                    "王小明",
                    "WANG, HSIAO-MING",
                    "工業技術研究院材化所 研究員",
                    "67.11.30",
                    "(03)5916-800",
                    "０９２２－１２３－４５６",
                    None,
                ],
                ["備註：本名冊僅供辦理簽證及訂位使用，請勿外流。"],
                ["製表人：", None, None, "單位主管："],
            ],
            merged=(
                "A1:H1",
                "A2:H2",
                "A3:A4",
                "B3:C3",
                "D3:D4",
                "E3:E4",
                "F3:G3",
                "H3:H4",
                "A7:H7",
            ),
        ),
        "name and title in one cell": OfficeSheet(
            [
                ["序號", None, "機關（構）", "姓名職稱", "電話"],
                [1, None, "大陸委員會", "林一處長", "02-23975589 分機 7001"],
                [2, None, None, "陳大文 科長", "02-23975589#7002"],
                [3, None, "臺北科技大學", "王小明 教授", "02-27712171 ext. 2701"],
            ],
            merged=("C2:C3",),
        ),
        "name over its Latin spelling": OfficeSheet(
            [
                ["團內職務", "姓名\n(英文姓名)", "性別", None, "現職"],
                ["團長", "林一\nLIN YI", "男", None, "國立成功大學教授"],
                [
                    "團員兼秘書",
                    "王小明\nWANG HSIAO-MING",
                    "男",
                    None,
                    "財團法人金屬工業研究發展中心副處長",
                ],
                ["團員", "陳大文\nCHEN TA-WEN", "男", None, "已取消"],
                ["團員", "趙美麗\nCHAO MEI-LI", "女", None, "經濟部專員"],
            ],
            hidden_rows=(4,),
        ),
        "family and given name apart": OfficeSheet(
            [
                ["Delegation to Inner Mongolia, 17–20 August 2015"],
                [],
                [
                    "No.",
                    "Title",
                    "Family name",
                    "Given name",
                    "Organization",
                    "Position",
                    "E-mail",
                    "Mobile",
                ],
                [
                    1,
                    "Dr.",
                    "Lin",
                    "Yi",
                    "Industrial Development Bureau",
                    "Director",
                    "yi.lin@example.org",
                    "+886 912 345 678",
                ],
                [2, "Ms.", "Wang", "Hsiao-Ming", "ITRI", "Researcher", "hm.wang@example.org", None],
                [],
                ["* Please inform the secretariat of any change by 1 August."],
            ],
            merged=("A1:H1",),
            others={"old": [["姓名", "職稱"], ["舊人", "所長"]]},
        ),
        "columns that are hidden and a sum at the foot": OfficeSheet(
            [
                ["項次", "單位名稱", "職稱", "姓名", "身分證字號", "E-MAIL"],
                ["一", "經濟部國際貿易局", "副局長", "林一", "A100000001", "lin@example.org"],
                ["二", "經濟部國際貿易局", "科員", "王小明", "A100000002", "wang@example.org"],
                ["共計2人"],
            ],
            hidden_columns=("E",),
        ),
    }
)

ITINERARIES: Mapping[str, OfficeSheet] = MappingProxyType(
    {
        "day merged over rows, times without a colon": OfficeSheet(
            [
                ["行程表（草案）"],
                ["日期", "時間", "行程", "地點", "備註"],
                ["8/17\n(一)", "0930-1130", "拜會稀土學會", "呼和浩特", None],
                [None, "1400~1600", "參訪內蒙古農業大學", "呼和浩特", "張校長主持"],
                ["8/18\n(二)", "09：30～11：30", "參訪包頭稀土研究院", "包頭", None],
                [None, "１４：００－１７：００", "座談會", "包頭", None],
                ["註：行程視實際情況調整。"],
            ],
            merged=("A1:E1", "A3:A4", "A5:A6", "A7:E7"),
        ),
        "many items in one cell": OfficeSheet(
            [
                ["天數", "日期（星期）", "行程內容", "住宿"],
                [
                    "第一天",
                    "8月17日（星期一）",
                    "09:30 搭機前往呼和浩特\n14:00 拜會稀土學會\n18:00 歡迎晚宴",
                    "內蒙古飯店",
                ],
                ["第二天", "8月18日（星期二）", "09:00 參訪包頭稀土研究院\n下午 座談", "包頭賓館"],
            ],
        ),
        "days across": OfficeSheet(
            [
                ["考察行程一覽表"],
                ["時段", "8/17（一）", "8/18（二）", "8/19（三）"],
                ["上午", "搭機前往呼和浩特", "參訪包頭稀土研究院", "整理資料"],
                ["下午", "拜會稀土學會", "座談會", "搭機返臺"],
                ["晚上", "歡迎晚宴", None, None],
                ["住宿", "內蒙古飯店", "包頭賓館", "－"],
            ],
            merged=("A1:D1",),
        ),
        "in English with am and pm": OfficeSheet(
            [
                ["Programme"],
                ["Date", "Time", "Activity", "Venue", "Remarks"],
                [
                    "Mon 17 Aug",
                    "9.30 am – 11.30 am",
                    "Visit to the Rare Earth Society",
                    "Hohhot",
                    None,
                ],
                [None, "2 pm - 4 pm", "Meeting with Prof. Zhang", "Hohhot", "TBC"],
                ["Tue 18 Aug", "1400 hrs", "Tour of the institute", "Baotou", None],
            ],
        ),
        "ROC days without separators": OfficeSheet(
            [
                ["日期", "起", "迄", "工作項目", "地點"],
                ["1040817", "上午9時30分", "上午11時", "拜會稀土學會", "呼和浩特"],
                [1040818, "下午2時", "下午4時30分", "座談會", "包頭"],
                ["104.08.19", time(9, 0), time(10, 30), "參訪研究院", "包頭"],
            ],
        ),
        "a day as a bar over its items": OfficeSheet(
            [
                ["時間", "行程內容", "地點"],
                ["8月17日（一）　臺北→呼和浩特"],
                ["07:30", "桃園機場集合", "桃園機場"],
                ["09:30-12:45", "搭機", None],
                ["8月18日（二）　呼和浩特→包頭"],
                ["09:00-11:00", "參訪包頭稀土研究院", "包頭"],
                ["全日", "自由活動", None],
            ],
            merged=("A2:C2", "A5:C5"),
        ),
    }
)
