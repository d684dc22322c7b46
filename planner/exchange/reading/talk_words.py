"""Words beside a title in Chinese prose that tell of a talk, and those that tell of none."""

import re

SPEAKS_OF_TALKS = re.compile(
    "演講|講座|座談|研討|發表|報告|講題|論文|議程|論壇|專題|簡報|講習|課程|工作坊|年會|"
    r"\b(?:talks?|papers?|presentations?|lectures?|speakers?|seminar|symposium|workshop|programme|"
    r"program|session|agenda|forum|keynotes?)\b",
    re.IGNORECASE,
)
# 主講「a」, 題目為「a」, 發表題為「a」
_TELLS_BEFORE = re.compile(
    "(?:題為|分享|分別|各別|各自|發表|主講|報告|演講|演說|講述|專題|簡報|介紹|題目|講題|為題|論文|宣[讀講]|講授|"
    "授課|[匯彙]報|闡述|演示|發言|引言|導讀|解說|講解|所作|談|主題|:)[^。「《〈]{0,24}[「《〈]?$|"
    "[續接再開]?講[「《〈]?$"
)
# 以「a」為題, 就「a」進行簡報, 「a」一文, 「a」專題演講
_TELLS_AFTER = re.compile(
    "[」》〉]?(?:為(?:主|講)?題|一文|(?:之|的)?(?:進行|提出|[作做]了?|發表|予以|加以)?"
    "(?:專題|主題|大會|主旨|特別|學術|精[彩采])?(?:之|的)?(?:演講|報告|簡報|論文|演說|講座|講題|發表|分享|說明|介紹|論述|"
    "發言|講話|致辭|回應|開場|作結|接續|收尾|宣講|授課|講授))"
)
_ON_SUBJECT = re.compile("以[「《〈]$")
_TELLS_NONE = re.compile(
    "(?:工作坊|研討會|論壇|座談會?|年會|會議|大會|活動|展覽|特展|營隊?)[^。「]{0,8}主題|"
    "致贈|贈送|回贈|出版|著作|著有|出示|展出|展示|簽署|頒|觀賞|參觀|獲贈|"
    "(?:[說道稱]|[談論言提述]及|表示|指出|認為|強調|直言|坦言|回憶|感嘆|寫道|呼籲|笑稱|提到|談到):?[^。「，]{0,4}[「《〈]?$"
)


def is_told(sentence: str, lead: str, last: int) -> bool:
    """Whether the words before a title, or behind its end, speak of a talk."""
    if _TELLS_NONE.search(lead):
        return False
    is_subject = _ON_SUBJECT.search(lead) and "為題" in sentence[last:]
    return bool(_TELLS_BEFORE.search(lead) or _TELLS_AFTER.match(sentence, last) or is_subject)
