"""Titles of talks in running text: what stands in quotes, and what of that is a title."""

import re
from collections.abc import Iterator

_CLOSES = {"「": "」", "《": "》", "『": "』", "〈": "〉"}
_SHORTEST_TITLE, _SHORTEST_INTRODUCED = 4, 8
# 「…」研討會, 「…」計畫, 「…」盃全國論壇: the name of an event or thing goes on behind its quotes
_NAMES_A_THING = re.compile(
    "(?:(?!演講|報告|發表|分享|簡報|專題|主題|為|的|之|並|由|於|在|[進舉]行|做|作)[一-鿿]){0,18}"
    "(?:法案|條例|研討會|座談會|論壇|會議|大會|年會|計畫|展覽|競賽|比賽|大賽|一書|協議|備忘錄|論文集|"
    "(?:發表|說明|分享)會)|"
    "(?:制度|政策|活動|專案|工程|平臺|中心|展|館|盃|杯|獎|專題研究|"
    "系統|技術|模式|方法|架構|機制|指數|專區|網站|軟體|資料庫|程式|作法|概念|策略|原則|模型)"
)
# 「合同科研」額度, 「Remeliik II」及遠端船位監控: a term within a longer phrase
_GOES_ON = re.compile(
    "[及與和](?![「《〈由另以在於])|"
    "[之的](?!.{0,6}(?:演講|報告|專題|簡報|論文|演說|講座|發言|分享|課程|海報|題|講授|發表|研究))"
)
# 「快速審批」(Fast-track Approvals)法案
_IN_BRACKETS = re.compile(r"^\([^()]*\)")
# 與我國「一案一保證金」不同, 按「安全、臨界、超採」四級評價
_COMPARED = re.compile("不同|相同|相似|相近|類似|有別|[兩二三四五六七八九十][級類種階項]")
_IS_AN_EVENT = re.compile("(?:研討會|座談會|論壇|年會|工作坊|會議|備忘錄|協議書|意向書)$")
_TOLD_AS_A_TALK = re.compile("為題|報告|演講|主講")
# 簡稱「…」, 簽署「…」, 致贈「…」: a term, an agreement, a gift
_LEADS_TO_NO_TITLE = re.compile(
    "(?:(?:合辦|辦理|開設|設立|推動|實施|開發|建置|提出)(?:之|的)|"
    "(?:議題|子題|單元|場次)[一二三四五六七八九十0-9]{0,2}:?|簡稱|下稱|稱為|所謂|名為|舉辦|召開|參加|"
    "出席|主辦|簽署|簽訂|執行|推動|致贈|贈送|回贈|頒發|頒贈|獲頒|參觀|觀賞|欣賞|"
    "特展|展覽|展區|策略|政策|願景|綱領|指引|手冊|法案|標章|影片|紀錄片|作品|畫作|專書|計畫|方案|系統|平臺|品牌|制度|理念|概念|口號|精神|標語)$"
)
# 以臺灣海域分級管理為題, 講題為國家海洋資料庫的建置
_UNQUOTED = re.compile(
    r"以(?P<topic>[^，。；;:「」《》〈〉()]{4,40}?)為(?:題|題目|講題)(?=[，,。;]|進行|作|做|發表|演|報|分享|簡報|"
    r"專題|主講|向|與)|"
    r"(?:講題|題目)(?:為|是|:)\s?(?P<named>[^，。；;:「」《》〈〉]{4,60})(?=[，,。；;]|$)"
)


def titles_in(sentence: str, start: int = 0) -> list[tuple[int, int]]:
    """Where titles of talks stand in a sentence: in quotes, else as the words of 以…為題."""
    held = [span for span in quoted(sentence, start) if _is_title(sentence, span)]
    bare = [
        match.span("topic" if match["topic"] else "named")
        for match in _UNQUOTED.finditer(sentence, start)
    ]
    return sorted([*held, *bare])


def quoted(key: str, start: int = 0) -> list[tuple[int, int]]:
    """Spans inside the outer quotes; quotes of the same kind may be nested."""
    spans = []
    depth = 0
    opened = start
    outer = ""
    for at in range(start, len(key)):
        sign = key[at]
        if depth == 0 and sign in _CLOSES:
            outer, depth, opened = sign, 1, at + 1
        elif depth and sign == outer:
            depth += 1
        elif depth and sign == _CLOSES[outer]:
            depth -= 1
            if depth == 0:
                spans.append((opened, at))
    return spans


def sentences(key: str) -> Iterator[tuple[int, int]]:
    """Sentences, a full stop inside quotes not counted."""
    start = depth = 0
    for at, sign in enumerate(key):
        depth += (sign in "「《『") - (sign in "」》』")
        if sign in "。;" and depth <= 0:
            yield start, at + 1
            start, depth = at + 1, 0
    if start < len(key):
        yield start, len(key)


def _is_title(sentence: str, span: tuple[int, int]) -> bool:
    """Quotes also hold short terms and names of events."""
    inside = sentence[span[0] : span[1]]
    after = sentence[span[1] + 1 : span[1] + 40]
    before = sentence[max(0, span[0] - 12) : span[0] - 1]
    if len(inside) < _SHORTEST_TITLE or inside.endswith("。"):
        return False
    if _NAMES_A_THING.match(_IN_BRACKETS.sub("", after)) or _COMPARED.match(after):
        return False
    if _GOES_ON.match(after):
        return False
    if _IS_AN_EVENT.search(inside) and not _TOLD_AS_A_TALK.search(after):
        return False
    if len(inside) < _SHORTEST_INTRODUCED and before.endswith("介紹"):
        return False
    return not _LEADS_TO_NO_TITLE.search(before)
