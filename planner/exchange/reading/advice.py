"""Words that advise: what should be done, and what may yet come of it."""

import re

from planner.exchange.reading.marks import MARK

_ADVICE = re.compile(
    "建議|應|宜|可(?:以|考慮|透過|藉|由|加強|持續|研議|規劃|洽)|須|需|俾|期能|爭取|"
    "鼓勵|推動|加強|持續|強化|建立|規劃|研議|擴大|促進|整合|培育|落實"
    r"|\b(?:should|recommend|suggest|propose|could|need to|must|encourage|consider|advis)"
)
STRONG = re.compile(
    r"建議|(?<![反對相因適供響效回呼感])應(?!用|邀|對|屬|力|答|運|變)|"
    r"(?<![便事適權合])宜(?!蘭|人|昌|居)|建請|可考慮|可(?:透過|藉|循序|逐步|參考|仿效|納入|與|請|洽)|得(?:透過|與|請|洽|由|參考|委託)|"
    r"\b(?:should|recommend|suggest|propose|advis(?:es?|ed) that)",
    re.I,
)
_OUTLOOK = re.compile(
    r"未來|後續|今後|爾後|可(?:擴|與|就|由|從|望|再|考|結合|參)|\bfuture\b|\bnext\b", re.I
)
_BEGINS_ADVICE = re.compile(
    "^(?:[洽函商協委籲]?請|持續|賡續|接續|加強|推動|建立|鼓勵|邀請|選派|強化|爭取|規劃|研議|擴大|辦理|提升|落實|增加|編列|協助|促成|引進|導入|"
    "設置|成立|訂定|修訂|開放|鬆綁|結合|培育|積極|儘速|定期|逐年|仿效|參考|善用|深化|研擬|輔導|支持|加快|組織|選送|購置|繼續|增設|補助|兩岸)"
)
IMPERATIVE = (
    r"^\s?(?:Establish|Cooperate|Invite|Send|Consider|Support|Continue|Explore|Develop|Encourage|"
    r"Create|Provide|Organi[sz]e|Hold|Host|Set|Build|Strengthen|Increase|Improve|Promote|Prepare|"
    r"Write|Ask|Fund|Offer|Keep|Extend|Arrange|Sign|Join|Train|Translate|Add|Review|Adopt|Begin|"
    r"Start|Maintain|Share|Publish|Plan|Introduce|Expand|Follow|Launch|Draft|Nominate)\b"
)


def advises(key: str) -> bool:
    """In a chapter of impressions and advice: advice, or at least what is yet to come."""
    return bool(
        STRONG.search(key)
        or _BEGINS_ADVICE.match(MARK.sub("", key, count=1))
        or (_OUTLOOK.search(key) and ("可" in key or _ADVICE.search(key)))
    )


def advises_alone(sentence: str) -> bool:
    return bool(STRONG.search(sentence) or re.match(IMPERATIVE, sentence))
