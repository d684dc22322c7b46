"""What a chapter is for, as far as the words of its heading tell."""

import re

_MEANINGS = {
    "summary": r"摘\s?要|提\s?要|(?:executive\s)?summary|abstract|overview",
    "annex": (
        r"附\s?:.{0,6}[圖照相表].{0,6}|附\s?錄.*|附\s?件.*|附\s?圖.*|.{0,8}(?:相|照)片.{0,6}|活動(?:剪影|花絮)|"
        r"參考(?:文獻|資料)|圖片(?:集|附錄)?"
        r"|(?:annex|appendix|appendices|attachment|photo(?:graph)?s|references|picture)\b.*"
        r"|(?:list of )?(?:figures|illustrations|plates|pictures|"
        r"contacts|people met|persons met|abbreviations)\b.*|"
        r"acknowledge?ments?|(?:words of )?(?:appreciation|thanks)"
    ),
    "recommendations": (
        r".{0,14}建議(?:事項|意見)?|.{0,8}(?:改進|因應)(?:作法|措施|方向)"
        r"|(?:we |the (?:delegation|group|team|mission) )?recommend(?:s|ed)?(?: that)?"
        r"|what (?:we|the \w+) (?:should|could|propose to|recommend) ?(?:do)?(?: next)?|what next"
        r"|.{0,30}\b(?:recommendations?|suggestions|advice|next steps|follow[- ]?ups?|"
        r"action points|(?:suggested|proposed) actions?|proposals|way forward)\b.{0,20}"
    ),
    "findings": (
        r".{0,8}(?:心得|觀察|發現|結論|結語|成果|效益|收穫|感想)(?:與感想|分享|重點|與檢討)?"
        r"|.{0,20}\b(?:findings|observations|conclusions?|lessons(?: learn(?:ed|t))?|"
        r"impressions|outcomes|results)\b.{0,16}"
    ),
    "aim": (
        r".{0,10}(?:目的|緣起|宗旨|目標|緣由|前言|動機|依據|背景(?:說明)?|引言|序言)"
        r"|(?:the\s)?.{0,22}\b(?:purposes?|objectives?|aims?|background|introduction|"
        r"goals|origin|rationale|terms of reference)\b.{0,20}"
    ),
    "hosts": (
        r".{0,12}(?:單位|機構|機關|學校|廠商|對象|企業|大學|公司)(?:簡介|介紹|概況|概述|"
        r"簡述)|.{0,6}簡介|.{0,10}(?:背景|概況)(?:介紹|簡介)"
        r"|(?:the\s)?(?:hosts?|host (?:institutions|organi[sz]ations)|(?:institutions|"
        r"organi[sz]ations|places|sites) visited"
        r"|profiles?(?: of .{0,30})?|about the hosts?)"
    ),
    "proceedings": (
        r".{0,12}(?:過程|紀要|經過|紀實|行程|日程|日誌|活動(?:紀錄|記錄|內容)|"
        r"參訪(?:內容|紀錄|記錄|活動)|參訪情形|實錄|記事|議程)(?:紀要|紀實|表|安排|說明|"
        r"概要|摘要|及內容|與內容|紀錄|記錄|記述|報告)?"
        r"|(?:the\s)?.{0,16}\b(?:proceedings|programme|program|itinerary|(?:daily )"
        r"?(?:account|log|diary|journal)|activities|visits?|schedule|agenda|"
        r"course of the visit|meetings?|chronology|day by day|narrative)\b.{0,16}"
    ),
}
_MEANING = {meaning: re.compile(pattern, re.IGNORECASE) for meaning, pattern in _MEANINGS.items()}


def meaning_of(title: str) -> str | None:
    """What a chapter with this title is for; None where its words do not tell."""
    if bracketed := re.fullmatch(r"[(「《]([^()]{2,20})[)」》][\s:]*", title):
        return meaning_of(bracketed[1])
    bare = re.sub(r"[\s:]+$", "", re.sub(r"\([^()]{1,16}\)[\s:]*$", "", title))
    if not 2 <= len(bare) <= 70:
        return None
    for meaning, pattern in _MEANING.items():
        if pattern.fullmatch(bare):
            if meaning == "recommendations" and re.search(
                "心得|觀察|結論|findings", bare.casefold()
            ):
                return "recommendations"
            return meaning
    head = re.split(r"[:]", bare)[0]
    if head != bare and len(head) <= 12:
        return meaning_of(head)
    return None
