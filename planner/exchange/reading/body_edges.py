"""Words before the name of a body: those that lead to it, and those that only seem to."""

import re

from planner.exchange.reading.dictionary import one_of, quick, words_of
from planner.exchange.reading.known_bodies import AGENCY
from planner.exchange.reading.places import PLACE

_ONE_SIGN = (
    "可與和及至到在於由自從為向以經並暨或是有將對受請邀率抵赴的之該本此其續再則也亦而且等使讓令被把跟"
    "我前後往即乃係入出如依據按派時俾爰擬曾已盼同供屬繼早宜應另兼予獲帶含訪了"
)
# words in which such a sign leads to nothing; a sign within one of them parts no name
_WITHIN = one_of(words_of("whole_words"))
_SOFT = (
    "兩岸|合作|服務|評估|推動|學習|投資|供應|整合|協調|配合|代表|輔導|協助|補助|鼓勵|加強|參考|提供|引進|導入|"
    "聯合|共同|接待|蒐集|認識|加入|持有|經理|投入|經營"
)
_HARD = (
    quick(words_of("leads")) + "|第[一二三四五六七八九十]{1,2}[章節]|本部(?!長)|智庫(?!中心)|表示若"
    r"|(?<![\u4e00-\u9fff])會後(?=[與和赴])"
)
_DATE = "(?:[0-9]{2,4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?|[0-9]{2,4}年(?![期制級])|年(?=[0-9])"
LEAD = re.compile(f"(?P<hard>{_HARD}|{_DATE})|(?P<soft>{_SOFT})|(?P<one>[{_ONE_SIGN}])")
_HOLDS_A_SIGN = re.compile(_WITHIN)
WHOLE_WORD = re.compile(
    "服務(?:部|協會|社|學院|基金會|公司|科技|聯盟|業|中心|處)|供應(?:鏈|商|公司|中心)|評估(?:中心|院|協會)|"
    "推動(?:中心|小組|委員會)|學習(?:中心|型|網)|投資(?:部|局|司|署|銀行|基金|管理|企業|公司|控股|有限|處|促進|發展|股份|委員會|審議|業務)|"
    "整合(?:中心|研究)|合作(?:中心|委員會|基金會|組織|協會|聯盟|發展|社|金庫|會議|銀行|局|部|司|署|處)|代表(?:處|團|大會|會)|"
    "聯合(?:會|國|大學|研究|實驗室|技術|總會|報|醫院|航空|利華)|控股(?:公司|股份|有限|集團)|輔導(?:委員會|中心|處|會)|"
    "協調(?:會|中心|委員會)|設置(?:條例|辦法)|共同(?:體|市場)|成立大學|應用|應變|應急|應對|反應|感應|供應|效應|"
    "均質|已婚|盼望|尚武|高尚|和尚|時尚|仍舊|皆春|曾文|曾厝垵|許可|認證(?:中心|院|基金會|公司|協會)|負責人|宣布欄|主持人|器官捐贈|骨髓捐贈|鏈結(?:中心|辦公室)|聯絡(?:處|中心|辦公室|所)|"
    "臺商(?:協會|會|聯誼|總會|學校|投資|企業)|會員(?:大會|國|代表|委員會|會)|增進(?:會|協會)|協同(?:中心|創新|組合)|招聘中心|訪問學[者人]|(?:代理|製造|營運|開發|經銷|承包)商(?:業|協|公會|工會)|導覽(?:中心|協會)|座談會|業者協會|廠商(?:協|聯)"
)
"""What holds a leading word and is none, as 代表 in 代表處."""


def leads_in(name: str, stem_end: int) -> list[re.Match[str]]:
    """The leading words before the end of a name, but those in whole words and names of places."""
    held = {"one": [match.span() for match in _HOLDS_A_SIGN.finditer(name)]}
    held["soft"] = held["hard"] = [match.span() for match in WHOLE_WORD.finditer(name)]
    places = [match.span() for known in (PLACE, AGENCY) for match in known.finditer(name)]
    return [
        match
        for match in LEAD.finditer(name, 0, stem_end)
        if not any(
            start <= match.start() < end for start, end in (*held[match.lastgroup or ""], *places)
        )
    ]
