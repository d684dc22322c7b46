"""Writes the generated part of the corpus with its gold: `python tests/data/reports/make.py`.

Texts are put together from phrases, so that what stands in them is known beforehand; the reader
has no part in it. The untouched ones have names, phrases and layouts of their own.
"""

import json
import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
NUMERALS = "〇一二三四五六七八九"


@dataclass(frozen=True)
class Pool:
    """What one set of texts is made of."""

    titles: tuple[str, ...]
    own: tuple[str, ...]
    hosts: tuple[tuple[str, str], ...]  # name, city
    own_people: tuple[tuple[str, str], ...]
    host_people: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]
    visits: tuple[str, ...]
    asides: tuple[str, ...]
    promises: tuple[str, ...]
    advice: tuple[str, ...]
    captions: tuple[str, ...]


DEV = Pool(
    titles=(
        "赴{city}考察新興材料產業報告",
        "{city}學術交流參訪報告",
        "參加{city}產業論壇暨參訪報告",
    ),
    own=(
        "國立中央大學",
        "財團法人工業技術研究院",
        "國家同步輻射研究中心",
        "國立中山大學",
        "經濟部",
        "教育部",
    ),
    hosts=(
        ("浙江大學", "杭州市"),
        ("寧波材料技術與工程研究所", "寧波市"),
        ("上海硅酸鹽研究所", "上海市"),
        ("蘇州納米科技發展有限公司", "蘇州市"),
        ("南京工業大學", "南京市"),
        ("江蘇省產業技術研究院", "南京市"),
        ("無錫高新技術產業開發區", "無錫市"),
        ("中國科學技術大學", "合肥市"),
        ("安徽大學", "合肥市"),
        ("京東方科技集團股份有限公司", "北京市"),
    ),
    own_people=(
        ("陳怡君", "教授"),
        ("王志明", "處長"),
        ("歐陽德", "副研究員"),
        ("黃詩涵", "助理教授"),
        ("劉冠廷", "組長"),
        ("周佩儀", "研究員"),
    ),
    host_people=(
        ("孫國強", "院長"),
        ("趙麗娜", "教授"),
        ("諸葛平", "副校長"),
        ("馬文斌", "所長"),
        ("錢偉江", "高級工程師"),
        ("徐曉東", "總經理"),
        ("宋雅琴", "主任"),
        ("蔣大為", "副主任"),
    ),
    topics=(
        "鈣鈦礦太陽能電池之界面工程",
        "二維材料於感測器之應用",
        "高熵合金之相變態研究",
        "石墨烯散熱膜量產技術",
        "鋰電池固態電解質之現況",
        "Al-Sc合金於航太之應用",
        "生醫陶瓷之表面改質",
        "氮化鎵功率元件封裝技術",
    ),
    visits=(
        "參訪{host}，由{person}{post}接待並簡報該單位沿革{cite}。",
        "拜會{host}，{person}{post}親自率相關主管出席座談{cite}，雙方就人才培育交換意見。",
        "前往{host}，在{person}{post}導覽下參觀展示空間與中試線{cite}。",
        "赴{host}考察，{person}{post}說明近三年之研發重點{cite}，團員提問踴躍。",
    ),
    asides=(
        "沿途可見當地基礎建設發展快速，交通便捷。",
        "該單位設備新穎，管理制度完善，令團員印象深刻。",
        "中午於員工餐廳用餐，利用時間交換名片。",
        "團員並就智慧財產歸屬、經費分攤等議題請教對方。",
    ),
    promises=(
        "{person}{post}表示願意於明年率團來臺交流。",
        "雙方均表達簽署合作備忘錄之意願。",
        "會中達成共識，後續將由雙方指定窗口持續聯繫。",
    ),
    advice=(
        "建議逐年編列經費，支持青年學者赴當地短期研究。",
        "宜整合各部會資源，建立單一窗口推動材料領域合作。",
        "應鼓勵廠商參與標準制定，以掌握市場先機。",
        "可考慮與對方共同辦理年度研討會，輪流主辦。",
        "建議持續蒐集當地產業政策資訊，供業界參考。",
    ),
    captions=("座談情形", "展示空間", "實驗室設備", "團員合影", "簡報情形", "中試線", "致贈紀念品"),
)
FARMING = Pool(
    titles=(
        "{city}農業科技與生技園區考察報告書",
        "出席{city}國際研討會出國報告",
        "{city}高等教育機構訪問紀實報告",
    ),
    own=(
        "國立嘉義大學",
        "農業部農業試驗所",
        "國立中興大學",
        "財團法人生物技術開發中心",
        "外交部",
        "國家發展委員會",
    ),
    hosts=(
        ("雲南農業大學", "昆明市"),
        ("中國熱帶農業科學院", "海口市"),
        ("四川省農業科學院", "成都市"),
        ("華大基因股份有限公司", "深圳市"),
        ("廣東省農業廳", "廣州市"),
        ("廈門大學", "廈門市"),
        ("福建超大現代農業集團", "福州市"),
        ("成都天府國際生物城產業園區", "成都市"),
        ("西南大學", "重慶市"),
        ("海南大學", "海口市"),
    ),
    own_people=(
        ("簡玉珍", "副所長"),
        ("張簡宏達", "教授"),
        ("邱顯榮", "主任"),
        ("呂文琪", "副教授"),
        ("范姜秀英", "簡任技正"),
        ("蘇柏元", "專門委員"),
    ),
    host_people=(
        ("阿布都熱依木", "主任"),
        ("和向紅", "副院長"),
        ("段繼紅", "研究員"),
        ("刀志靈", "所長"),
        ("符瑞益", "副廳長"),
        ("令狐昌", "董事長"),
        ("農光標", "校長"),
        ("木森", "博士"),
    ),
    topics=(
        "咖啡葉鏽病之分子診斷",
        "香蕉黃葉病抗病育種之進展",
        "水稻耐旱基因之挖掘與利用",
        "茶樹病蟲害整合管理",
        "農業廢棄物之厭氧消化",
        "蘭花產業鏈之數位轉型",
        "以CRISPR/Cas9編輯番茄果實品質性狀",
        "熱帶果樹採後處理技術",
    ),
    visits=(
        "一行抵達{host}，受到{person}{post}熱誠歡迎，並聽取業務簡介{cite}。",
        "安排至{host}進行交流，會議由{person}{post}主持{cite}，氣氛融洽。",
        "團員轉往{host}，{person}{post}介紹種原庫與田間試驗{cite}。",
        "與{host}舉行座談{cite}，{person}{post}首先致詞，說明其組織架構與營運績效。",
    ),
    asides=(
        "當地氣候宜人，作物種類繁多，值得進一步觀察。",
        "其後由工作人員引導至溫室，解說自動化灌溉系統。",
        "綜觀其發展，政府投入資源甚鉅，惟人力老化問題亦日益明顯。",
        "晚間整理資料並討論翌日議題。",
    ),
    promises=(
        "{person}{post}承諾於三個月內寄送品種目錄。",
        "{person}{post}歡迎我方研究生前往實習。",
        "雙方約定於明年共同提出研究計畫。",
    ),
    advice=(
        "建議農業部建立熱帶作物種原交換平臺，強化種原安全。",
        "宜選派年輕研究人員赴對方機構進修半年以上。",
        "未來可邀請對方專家來臺指導果樹採後處理。",
        "應儘速檢討檢疫規定，以利試驗材料進出。",
        "建議比照此次模式，每兩年辦理一次互訪。",
    ),
    captions=(
        "業務簡介",
        "溫室自動灌溉",
        "種原庫參觀",
        "與會人員合影",
        "田間試驗",
        "會場一隅",
        "品嚐當地特產",
    ),
)


UNTOUCHED = Pool(
    titles=(
        "赴{city}考察長照與智慧醫療出國報告",
        "{city}文化資產保存研習報告",
        "出席{city}防災科技年會報告書",
    ),
    own=(
        "國立陽明交通大學",
        "衛生福利部",
        "國家災害防救科技中心",
        "高雄醫學大學",
        "文化部",
        "國立成功大學",
    ),
    hosts=(
        ("首爾市立大學", "首爾"),
        ("韓國科學技術院", "大田"),
        ("釜山發展研究院", "釜山"),
        ("三星電子股份有限公司", "水原"),
        ("慶北大學", "大邱"),
        ("韓國文化財廳", "大田"),
        ("全州市政府", "全州"),
        ("韓國保健產業振興院", "首爾"),
        ("浦項工科大學", "浦項"),
        ("仁川自由經濟區開發廳", "仁川"),
    ),
    own_people=(
        ("葉俊榮", "副司長"),
        ("司徒惠康", "教授"),
        ("顏秀玲", "科長"),
        ("龔明鑫", "副主任"),
        ("塗建國", "簡任視察"),
        ("藍文君", "副教授"),
    ),
    host_people=(
        ("崔成民", "院長"),
        ("南宮哲", "教授"),
        ("裴秀智", "部長"),
        ("權五鉉", "副總裁"),
        ("文在淑", "組長"),
        ("河正宇", "廳長"),
        ("禹炳國", "室長"),
        ("皇甫仁", "研究員"),
    ),
    topics=(
        "失智照護場域之感測網路",
        "AI判讀胸部X光之臨床驗證",
        "木造古蹟之蟲害防治",
        "社區韌性指標之建構",
        "地震早期預警與鐵道安全",
        "3D列印植入物之法規",
        "長照機構感染管制之實務",
        "遠距醫療給付制度之比較",
    ),
    visits=(
        "首站來到{host}，{person}{post}代表該單位致贈紀念品{cite}，並說明未來規劃。",
        "訪問團至{host}拜會，承蒙{person}{post}撥冗接見{cite}，就法規面提供寶貴意見。",
        "實地走訪{host}，現場由{person}{post}擔任解說{cite}。",
        "與{person}{post}會面於{host}{cite}，討論人員交流事宜。",
    ),
    asides=(
        "其資訊公開程度及民眾參與機制，均為我國可參考之處。",
        "席間並播放影片，介紹歷年成果。",
        "結束後搭乘地鐵返回住宿處所。",
        "該項制度自2008年實施以來，已服務逾30萬人。",
    ),
    promises=(
        "{person}{post}應允提供問卷原始資料。",
        "雙方同意於半年內召開視訊會議。",
        "{person}{post}表達來訪意願。",
    ),
    advice=(
        "建議衛生福利部參考韓國經驗，建立遠距照護給付標準。",
        "宜逐步整合地方災防資訊平臺，縮短應變時間。",
        "應培訓古蹟木構件檢測人員，並建立證照制度。",
        "可透過駐外館處協助，與韓方簽署備忘錄。",
        "未來宜納入第一線照護人員參加考察。",
    ),
    captions=(
        "致贈紀念品",
        "撥冗接見",
        "現場解說",
        "全體合影",
        "展示中心",
        "示範病房",
        "古蹟修復現場",
    ),
)


@dataclass
class Draft:
    """A text under way with its gold."""

    lines: list[str] = field(default_factory=list)
    days: list[tuple[str, list[int]]] = field(default_factory=list)
    figures: dict[str, str] = field(default_factory=dict)
    talks: list[tuple[str, str]] = field(default_factory=list)
    advice: list[str] = field(default_factory=list)
    bodies: dict[str, list[str]] = field(default_factory=dict)
    people: dict[str, None] = field(default_factory=dict)

    def body(self, name: str) -> str:
        self.bodies.setdefault(name, [name])
        return name

    def person(self, name: str) -> str:
        self.people.setdefault(name)
        return name


def numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("十" if tens == 1 else NUMERALS[tens] + "十")
    return head + (NUMERALS[ones] if ones else "")


def dated(day: date, style: int) -> str:
    week = "一二三四五六日"[day.weekday()]
    roc = day.year - 1911
    return (
        f"{numeral(day.month)}月{numeral(day.day)}日",
        f"{day.month}月{day.day}日（星期{week}）",
        f"{roc}/{day.month:02}/{day.day:02}",
        f"{roc}年{day.month}月{day.day}日",
        f"{day.month}/{day.day} ({week})",
        f"{day.year}年{day.month}月{day.day}日，星期{week}",
    )[style % 6]


def day_heading(number: int, day: date, style: int) -> tuple[str, bool]:
    """The heading, and whether the account follows on its line."""
    text = dated(day, style)
    return (
        (f"{numeral(number)}、第{numeral(number)}天({text})", False),
        (f"第{numeral(number)}天　{text}", False),
        (f"{number}. {text}", False),
        (f"{text}：", True),
        (f"   第{numeral(number)}天({text}) ", True),
        (f"（{numeral(number)}）{text}", False),
        (f"Day {number}  {text}", False),
        (f"{text}", False),
    )[style % 8]


def citation(first: int, last: int, style: int) -> str:
    if first == last:
        return (f"(圖{first})", f"（如圖{first}）", f"，見圖{first}", f"（圖 {first}）")[style % 4]
    if last == first + 1:
        return (f"(圖{first}、{last})", f"(圖{first}及圖{last})", f"（圖{first}、圖{last}）")[
            style % 3
        ]
    return (
        f"(圖{first}至圖{last})",
        f"(圖{first}~圖{last})",
        f"（圖{first}∼{last}）",
        f"(圖{first}－{last})",
    )[style % 4]


def caption(number: int, text: str, style: int) -> str:
    return (
        f"圖{number}.{text}",
        f"圖 {number}. {text}",
        f"圖{number}　{text}",
        f"圖{number}：{text}",
        f"圖{number} . {text}",
        f"圖{numeral(number)}、{text}",
    )[style % 6]


def report(pool: Pool, seed: int) -> Draft:
    dice = random.Random(seed)
    draft = Draft()
    style = seed
    hosts = dice.sample(pool.hosts, 5)
    start = date(2009 + seed % 14, 3 + seed % 8, 4 + seed % 20)
    days = [start + timedelta(days=index) for index in range(5)]
    own = dice.sample(pool.own[:4], 2)
    mine = dice.sample(pool.own_people, 3)
    theirs = dice.sample(pool.host_people, 6)
    title = dice.choice(pool.titles).format(city=hosts[0][1])
    chapters = heads(style)
    cover(draft, title, own, mine, days, style)
    line = draft.lines.append
    line(chapters[0])
    line(
        f"　　{draft.body(own[0])}與{draft.body(own[1])}為瞭解當地發展現況，於民國"
        f"{start.year - 1911}年"
        f"{start.month}月{start.day}日至{days[-1].month}月{days[-1].day}日組團前往考察。"
    )
    line(chapters[1])
    count = 0
    for number, day in enumerate(days, start=1):
        heading, goes_on = day_heading(number, day, style)
        text, figures = account(pool, draft, dice, number, hosts, own, mine, theirs, count, style)
        count += len(figures)
        draft.days.append((day.isoformat(), figures))
        if goes_on:
            line(heading + text)
        else:
            line(heading)
            line(text)
    line(chapters[2])
    advise(pool, draft, dice, style)
    line(chapters[3])
    for number in range(1, count + 1):
        words = pool.captions[(number + seed) % len(pool.captions)]
        draft.figures[str(number)] = words
        line(caption(number, words, style))
    return draft


def heads(style: int) -> tuple[str, str, str, str]:
    names = (
        ("目的", "過程", "心得及建議", "附錄"),
        ("計畫緣起", "參訪紀要", "建議事項", "活動照片"),
        ("前言", "行程紀實", "心得與建議", "附件：照片"),
    )[style % 3]
    marks = ("壹貳參肆", "一二三四", "")[style // 3 % 3]
    if not marks:
        return names[0], names[1], names[2], names[3]
    first, second, third, fourth = (
        f"{mark}、{name}" for mark, name in zip(marks, names, strict=True)
    )
    return first, second, third, fourth


def cover(
    draft: Draft,
    title: str,
    own: list[str],
    mine: list[tuple[str, str]],
    days: list[date],
    style: int,
) -> None:
    if style % 4 == 3:
        draft.lines += [title, ""]
        return
    draft.lines += ["出國報告（出國類別：考察）", "", title, ""]
    if style % 2:
        draft.lines.append(f"服務機關：{draft.body(own[0])}")
        draft.lines += [f"姓名職稱：{draft.person(mine[0][0])} {mine[0][1]}"]
    else:
        draft.lines += ["姓名", "服務單位", "職稱"]
        for name, post in mine[:2]:
            draft.lines += [draft.person(name), draft.body(own[0]), post]
        draft.lines.append("")
    roc = [day.year - 1911 for day in days]
    first, last = days[0], days[-1]
    draft.lines.append(
        f"出國期間：{roc[0]}年{first.month}月{first.day}日至{roc[-1]}年{last.month}月{last.day}日"
    )
    draft.lines.append("")


def account(
    pool: Pool,
    draft: Draft,
    dice: random.Random,
    number: int,
    hosts: list[tuple[str, str]],
    own: list[str],
    mine: list[tuple[str, str]],
    theirs: list[tuple[str, str]],
    count: int,
    style: int,
) -> tuple[str, list[int]]:
    if number == 1:
        return f"搭機前往{hosts[0][1]}，晚間抵達，入住旅館休息。", []
    if number == 5:
        return "整理行李後搭機返回臺灣，結束本次行程。", []
    if number == 4:
        return seminar(pool, draft, dice, hosts, own, mine, theirs, count, style)
    texts: list[str] = []
    figures: list[int] = []
    for part in range(2 if number == 2 else 1):
        host = hosts[number - 2 + part]
        person, post = theirs[number - 2 + part]
        shown = dice.randint(1, 3)
        first = count + len(figures) + 1
        figures += range(first, first + shown)
        visit = dice.choice(pool.visits)
        draft.body(host[0])
        draft.person(person)
        cite = citation(first, first + shown - 1, style)
        texts.append(
            ("上午", "下午")[part] + visit.format(host=host[0], person=person, post=post, cite=cite)
        )
        texts.append(dice.choice(pool.asides))
        if part == 0:
            texts.append(dice.choice(pool.promises).format(person=person, post=post))
    return "".join(texts), figures


def seminar(
    pool: Pool,
    draft: Draft,
    dice: random.Random,
    hosts: list[tuple[str, str]],
    own: list[str],
    mine: list[tuple[str, str]],
    theirs: list[tuple[str, str]],
    count: int,
    style: int,
) -> tuple[str, list[int]]:
    titles = dice.sample(pool.topics, 4)
    (one, one_post), (two, two_post) = mine[0], mine[1]
    (three, three_post), (four, four_post) = theirs[4], theirs[5]
    host = draft.body(hosts[3][0])
    for name in (one, two, three, four):
        draft.person(name)
    draft.body(own[0])
    draft.talks += list(zip((one, two, three, four), titles, strict=True))
    cite = citation(count + 1, count + 1, style)
    opening = f"全日於{host}舉行研討會{cite}。"
    forms = (
        f"我方由{own[0]}{one}{one_post}、{two}{two_post}分別以「{titles[0]}」、「"
        f"{titles[1]}」為題發表演講；"
        f"對方由{three}{three_post}及{four}{four_post}以「{titles[2]}」與「{titles[3]}」為題報告。",
        f"首先由{own[0]}{one}{one_post}主講「{titles[0]}」，接著{two}{two_post}報告「"
        f"{titles[1]}」；"
        f"下午由{host}{three}{three_post}以「{titles[2]}」為題演講，{four}{four_post}則"
        f"介紹「{titles[3]}」。",
        f"演講題目及講者如下：\n1. 「{titles[0]}」（主講人：{one}{one_post}）\n2. 「"
        f"{titles[1]}」（主講人：{two}{two_post}）\n"
        f"3. 「{titles[2]}」（主講人：{three}{three_post}）\n4. 「{titles[3]}」（主講人"
        f"：{four}{four_post}）",
        f"講者\n題目\n{one}{one_post}\n{titles[0]}\n{two}{two_post}\n{titles[1]}\n"
        f"{three}{three_post}\n{titles[2]}\n"
        f"{four}{four_post}\n{titles[3]}",
    )
    body = forms[style % 4]
    return opening + ("\n" if style % 4 == 3 else "") + body, [count + 1]


def advise(pool: Pool, draft: Draft, dice: random.Random, style: int) -> None:
    chosen = dice.sample(pool.advice, 3)
    draft.advice = [text[:10] for text in chosen]
    for body in ("農業部", "衛生福利部"):
        if any(body in text for text in chosen):
            draft.body(body)
    forms = (
        [f"{numeral(n)}、{text}" for n, text in enumerate(chosen, 1)],
        [f"（{numeral(n)}）{text}" for n, text in enumerate(chosen, 1)],
        ["".join(f"({n}){text}" for n, text in enumerate(chosen, 1))],
        [f"{n}.{text}" for n, text in enumerate(chosen, 1)],
        chosen,
        [f"1、{chosen[0]}", f"二、{chosen[1]}", chosen[2]],
    )
    draft.lines += forms[style % 6]


def gold_of(draft: Draft) -> dict[str, Any]:
    return {
        "days": draft.days,
        "figures": draft.figures,
        "talks": draft.talks,
        "recommendations": draft.advice,
        "organisations": list(draft.bodies.values()),
        "people": list(draft.people),
    }


def wrapped(lines: list[str], width: int) -> list[str]:
    """Paragraphs broken at a width, as in text taken from a PDF."""
    broken = []
    for line in "\n".join(lines).split("\n"):
        while len(line) > width:
            broken.append(line[:width])
            line = line[width:]
        broken.append(line)
    return broken


def paged(lines: list[str]) -> list[str]:
    """A page number and a form feed after every 30 lines."""
    out: list[str] = []
    for index, line in enumerate(lines):
        if index and index % 30 == 0:
            out += [f"- {index // 30} -", "\f"]
        out.append(line)
    return out


def word(lines: list[str]) -> bytes:
    import docx  # only for one text of each part

    document = docx.Document()
    for line in "\n".join(lines).split("\n"):
        document.add_paragraph(line)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def open_document(lines: list[str]) -> bytes:
    from odfdo import Document, Paragraph  # only for one text of each part

    document = Document("text")
    document.body.clear()
    for line in "\n".join(lines).split("\n"):
        document.body.append(Paragraph(line))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def portable(lines: list[str]) -> bytes:
    from reportlab.pdfbase import pdfmetrics  # only for one text of each part
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    fonts = HERE.parents[2] / "resources" / "fonts"
    pdfmetrics.registerFont(TTFont("Kai", str(fonts / "TW-Kai.ttf")))
    stream = BytesIO()
    canvas = Canvas(stream)
    for page, start in enumerate(range(0, len(lines), 36), start=1):
        canvas.setFont("Kai", 12)
        for row, line in enumerate(lines[start : start + 36]):
            canvas.drawString(70, 780 - 20 * row, line.strip())
        canvas.drawString(290, 40, str(page))
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def write(part: str, name: str, draft: Draft, seed: int) -> None:
    text = "\n".join(draft.lines) + "\n"
    folder = HERE / part
    forms: dict[int, tuple[str, bytes]] = {
        1: ("txt", text.replace("\n", "\r\n").encode("utf-8-sig")),
        2: ("txt", text.encode("utf-16")),
        3: ("txt", text.encode("cp950", errors="replace")),
        4: ("txt", "\n".join(paged(wrapped(draft.lines, 34))).encode()),
        5: ("docx", word(draft.lines)),
        6: ("odt", open_document(draft.lines)),
        7: ("pdf", portable(wrapped(draft.lines, 36))),
        8: ("txt", text.encode("gb18030")),
    }
    ending, content = forms.get(seed % 10, ("txt", text.encode()))
    (folder / f"{name}.{ending}").write_bytes(content)
    gold = json.dumps(gold_of(draft), ensure_ascii=False, indent=1)
    (folder / f"{name}.gold.json").write_text(gold + "\n", "utf-8")


def main() -> None:
    for part, pool, seeds in (
        ("dev", DEV, range(17)),
        ("dev", FARMING, range(30, 40)),
        ("untouched", UNTOUCHED, range(50, 67)),
    ):
        for seed in seeds:
            write(part, f"made{seed:02}", report(pool, seed), seed)


if __name__ == "__main__":
    main()
