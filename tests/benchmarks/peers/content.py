"""The same report for every engine: text, tables, contents, photos; as long as one asks."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

TITLE = "赴外考察暨學術交流報告"
_SENTENCES = (
    "本次考察由三個機關共同組團，前往當地大學、研究院及企業參訪，為期6天，並於研討會中發表4篇論文。",
    "雙方就「合作研究」、「人員互訪」及「資源回收」等議題交換意見；後續由各機關分別落實，並按季彙報。",
    "該院設立於民國52年，現有員工逾700人，承擔研究計畫1,600餘項，其中NdFeB磁體之年產量約15,000公噸。",
    "依院方說明（詳見簡報），新製程可使能耗下降12.5%，良率由87%提高至93%以上，惟量產時程尚待確認。",
    "參訪人員詢及回收來源，對方答以「以廢舊馬達為主，消費性電子產品為輔」，並允諾於會後提供統計資料。",
    "The symposium is held every year, alternately by both sides; this was the third edition.",
    "綜觀全程，由材料、零組件以至終端產品，研究與產業之銜接均有可供借鏡之處，謹就所見分述如下。",
)
_TABLE = (
    ("機關", "分工內容", "期限"),
    ("第一組", "前期作業、平臺建置及與對方之聯繫", "104年9月30日"),
    ("第二組", "資源分配、部會間之協調及經費管考", "104年10月31日"),
    ("第三組", "研究規劃與推動，並彙整各組成果", "104年12月31日"),
)


@dataclass(frozen=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True)
class Text:
    """A paragraph; with `figure` it ends in a reference to that figure."""

    text: str
    figure: int | None = None


@dataclass(frozen=True)
class Rows:
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Photo:
    number: int
    path: Path
    caption: str


Part = Heading | Text | Rows | Photo


def report(chapters: int, photos: list[Path]) -> Iterator[Part]:
    """Chapters of four sections with three paragraphs each, then the photos."""
    chance = random.Random(2015)
    for chapter in range(1, chapters + 1):
        yield Heading(1, f"考察紀要之{chapter}")
        for section in range(1, 5):
            yield Heading(2, f"參訪單位{section}")
            for _ in range(3):
                count = chance.randint(5, 9)
                figure = chance.randint(1, len(photos)) if photos else None
                yield Text("".join(chance.choices(_SENTENCES, k=count)), figure)
        if chapter % 5 == 0:
            yield Rows(_TABLE)
    yield Heading(1, "附錄：活動相片")
    for number, path in enumerate(photos, 1):
        yield Photo(number, path, f"參訪單位合影（第{number}張）")


def make_photos(folder: Path, count: int) -> list[Path]:
    """Photos already scaled for print: 1,300 × 870 pixels, each different, about 150 kB."""
    made = []
    for number in range(1, count + 1):
        path = folder / f"photo-{number:03}.jpg"
        if not path.exists():
            _draw(number).save(path, "JPEG", quality=85)
        made.append(path)
    return made


def _draw(number: int) -> Image.Image:
    chance = random.Random(number)
    picture = Image.effect_noise((1300, 870), 28).convert("RGB")
    pencil = ImageDraw.Draw(picture, "RGBA")
    for _ in range(60):
        x, y, r = chance.randint(0, 1300), chance.randint(0, 870), chance.randint(20, 260)
        colour = (*(chance.randint(30, 230) for _ in range(3)), 150)
        pencil.ellipse((x - r, y - r, x + r, y + r), fill=colour)
    return picture.filter(ImageFilter.GaussianBlur(0.8))
