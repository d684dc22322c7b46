"""Words before the name of a body: those that lead to it, and those that only seem to."""

import re

from planner.exchange.reading.dictionary import one_of, words_of
from planner.exchange.reading.places import PLACE

_ONE_SIGN = (
    "可與和及至到在於由自從為向以經並暨或是有將對受請邀率抵赴的之該本此其續再則也亦而且等使讓令被把跟"
    "我前後往即乃係入出如依據按派時俾爰擬曾已盼同供屬繼早宜"
)
# words in which such a sign leads to nothing; a sign within one of them parts no name
_WITHIN = one_of(words_of("whole_words"))
_SOFT = (
    "兩岸|合作|服務|評估|推動|學習|投資|供應|整合|協調|配合|代表|輔導|協助|補助|鼓勵|加強|參考|提供|引進|導入|"
    "聯合|共同|教授|博士|工程師|導覽|座談|討論|簡介|介紹|觀摩|接待|蒐集|認識|瞭解|歡迎|加入|"
    "爭取|安排|考察|訪問|訪視|持有|研究員|經理|投入|經營"
)
_HARD = (
    "取得|又稱|亦稱|俗稱|升格為|合併為|館內|院內|園內|廠內|設立|成立|建立|宜設|應設|增設|設置|第[一二三四五六七八九十]{1,2}[章節]|仿效|效法|仿照|本校|本院|本會|本部(?!長)|本所|本團|本局|"
    "本署|本處|本館|本公司|本單位|本校|該校|該院|該會|該所|該館|該公司|比照|開設|參訪|參觀|拜會|拜訪|前往|造訪|走訪|"
    "轉往|轉赴|抵達|位於|座落於|坐落於|隸屬於|隸屬|改隸|歸屬|會同|偕同|偕|邀請|以及|參加|出席|包括|包含|例如|其中|"
    "分別|簡稱|下稱|透過|經由|藉由|由於|離開|返回|回到|前身|現為|改為|更名為|原名|主辦|承辦|協辦|舉辦|舉行|委託|"
    "設有|率領|就讀|任職|擔任|現任|曾任|來自|所屬|各該|與會|我國|我方|大陸方面|臺灣方面|陸方|對方|雙方|接著|"
    "隨後|隨即|之後|最後|首先|首站|下午|上午|晚間|早上|中午|傍晚|清晨|同時|主任|院長|所長|校長|董事長|總經理|處長|"
    "局長|先生|女士|簡報|結合|結束|搭車|搭機|辦理|洽談|希望|期盼|建議|建請|指出|說明|表示|感謝|聽取|實地|團員|一行|"
    "新任|歷任|時任|入股|收購|創立|籌設|籌組|興建|建置|借鑑|借鑒|促成|洽請|敦請|函請|提請|督導|督促|商請|簽署|簽訂|"
    "順訪|順道|回訪|接洽|洽訪|會見|會晤|晤談|蒞臨|進駐|獲得|榮獲|搭乘|入住|下榻|驅車|途經|行經|路經|鄰近|緊鄰|"
    "選派|選送|派遣|借展|根據|委由|交由|直屬|附設|下設|轄下|旗下|使用|採用|解說|講解|講述|研議|擇定|我國|近年|當地|如有|聯繫|洽商|拜謁|請教|"
    "致函|轉請|協請|請求|商借|出借|贈送|致贈|移轉|爰|俾|宴請|款待|設宴|應邀|獲邀|告訴|隨團|率團|智庫(?!中心)|"
    "受邀|詢問|告知|答覆|負責|主持|致詞|陪同|帶領|引導|召開|公布|發布|宣布|頒布|修正|核准|核定|許可|認證"
)
LEAD = re.compile(f"(?P<hard>{_HARD})|(?P<soft>{_SOFT})|(?P<one>[{_ONE_SIGN}])")
_HOLDS_A_SIGN = re.compile(_WITHIN)
WHOLE_WORD = re.compile(
    "服務(?:部|協會|社|學院|基金會|公司|科技|聯盟|業|中心|處)|供應(?:鏈|商|公司|中心)|評估(?:中心|院|協會)|"
    "推動(?:中心|小組|委員會)|學習(?:中心|型|網)|投資(?:部|局|司|署|銀行|基金|管理|企業|公司|控股|有限|處|促進|發展|股份|委員會|審議|業務)|"
    "整合(?:中心|研究)|合作(?:中心|委員會|基金會|組織|協會|聯盟|發展|社|金庫|會議|銀行|局|部|司|署|處)|代表(?:處|團|大會|會)|"
    "聯合(?:會|國|大學|研究|實驗室|技術|總會|報|醫院|航空|利華)|控股(?:公司|股份|有限|集團)|輔導(?:委員會|中心|處|會)|"
    "協調(?:會|中心|委員會)|設置(?:條例|辦法)|共同(?:體|市場)|成立大學|應用|應變|應急|應對|反應|感應|供應|效應|"
    "均質|已婚|盼望|尚武|高尚|和尚|時尚|仍舊|皆春|曾文|曾厝垵|許可|認證(?:中心|院|基金會|公司|協會)|負責人|宣布欄|主持人"
)
"""What holds a leading word and is none, as 代表 in 代表處."""


def leads_in(name: str, stem_end: int) -> list[re.Match[str]]:
    """The leading words before the end of a name, but those in whole words and names of places."""
    held = {"one": [match.span() for match in _HOLDS_A_SIGN.finditer(name)]}
    held["soft"] = held["hard"] = [match.span() for match in WHOLE_WORD.finditer(name)]
    places = [match.span() for match in PLACE.finditer(name)]
    return [
        match
        for match in LEAD.finditer(name, 0, stem_end)
        if not any(
            start <= match.start() < end for start, end in (*held[match.lastgroup or ""], *places)
        )
    ]
