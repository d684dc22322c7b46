"""Numbers of a profile or an article: metric, value, unit, and the source the sentence names."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from planner.exchange.reading.found import FoundFact
from planner.exchange.reading.lines import HAN, Passage, Text
from planner.exchange.reading.places import PLACE
from planner.exchange.reading.scripts import HAN_SIGN

_UNITS = (
    "萬公噸|公噸|萬噸|噸|頓|公斤|公克|公里|公尺|公頃|平方公里|平方公尺|平方米|"
    "萬平方米|畝|千瓦|萬千瓦|兆瓦|億元|萬元|元|億美元|萬美元|美元|人民幣|人|名|位|"
    "個|所|"
    "家|項|件|間|座|處|種|門|篇|冊|臺|套|度|年|公升|瓦|倍|床|戶|支|次|棟|條|組|班|"
    "隻|頭|株|kg|km|MW|kW|GW|°C|℃|%|％"
)
_VALUE = re.compile(
    rf"(?P<before>逾|超過|約|近|達|共|高達)?\s?(?P<value>[0-9][0-9,]*(?:\.[0-9]+)"
    rf"?(?:\s?[至到-]\s?[0-9][0-9,.]*)?\s?[百千萬億]{{0,3}}(?:餘|多)?|一半以上|"
    rf"半數以上)\s?(?P<unit>{_UNITS}|大)?(?P<plus>以上|以下|左右|多|餘)"
    rf"?(?:[項人名個家位件種](?=[{HAN}，。、]))?"
)
_LATIN_VALUE = re.compile(
    r"(?P<before>over|more than|about|some|nearly|around|up to)"
    r"?\s?(?P<value>(?:US\$|\$|€|NT\$)?[0-9][0-9,]*(?:\.[0-9]+)?(?:\s?(?:-|to)"
    r"\s?[0-9][0-9,.]*)?)\s?(?P<unit>%|per ?cent|million|billion|tonnes|tons|kg|km|"
    r"MW|kW|°C|[a-z]+(?:\s[a-z]+)?)?"
)
_YEAR_AFTER = re.compile(r"\s?(?:年|月|日|世紀|級|號|th|st|nd)")
_SOURCE = re.compile(
    rf"(?:根據|依據|依|據)(?P<source>[{HAN}A-Za-z()（）\s]{{2,30}}?)"
    rf"(?:[0-9]{{2,4}}年)?(?:的)?(?:資料|統計|報告|公布|估計|數據|調查(?!局|所|中心)|指出|顯示)|"
    rf"(?:[Aa]ccording to|[Aa]s reported by)\s(?:the\s)"
    rf"?(?P<latin>[A-Z][\w\s.]{{2,40}}?)(?:,|\sdata|\sin\s)"
)
_AS_OF = re.compile(r"(?P<year>(?:19|20)[0-9]{2})\s?年|(?:in|of)\s(?P<latin>(?:19|20)[0-9]{2})\b")
_METRIC_END = re.compile(
    rf"(?:[，。;:()]|年(?!產)|^)(?P<metric>[{HAN}A-Za-z、\-]{{2,16}}?)(?:為|達|有|共|計|約|逾|"
    rf"超過|的|是|高達|占|佔)*\s*$"
)
_METRIC_NEXT = re.compile(
    rf"\s?(?P<metric>[{HAN}]{{1,12}}?)"
    r"(?=[、，。;:()]|及|和|與|$|，其中|中(?![心國央學文小部東西南北]))"
)
_VERBS = re.compile(
    "^(?:現有|設有|擁有|具有|共有|另有|並有|其中|包括|包含|下設|目前|現|共|有|具|"
    "設|達|計|為|占|佔|獲得|取得|完成|承擔|培養|開設|總)+"
)
_SHARE = re.compile(rf"(?:約|即)?[占佔](?P<of>[{HAN}]{{0,10}}?)(?:的|之|約|達|逾|比例)*\s*$")
_YEARLY = re.compile("(?P<rate>[年月日]產)(?:量|能)?(?:約|達|可達|為)?$")
_COUNTERS = frozenset("個所家項間座處種門名位人件噸頓大") | {"公噸"}
_MOST_FACTS = 60


def facts_of(text: Text, passages: Sequence[Passage]) -> list[FoundFact]:
    """The numbers of a profile with what they count."""
    found: list[FoundFact] = []
    for passage in passages:
        told = ""
        for clause_start, clause_end in _clauses(passage.key):
            in_clause = list(_in_clause(text, passage, clause_start, clause_end, told))
            told = in_clause[-1].metric if in_clause else told
            found += in_clause
    return found[:_MOST_FACTS]


def _clauses(key: str) -> Iterator[tuple[int, int]]:
    """Between commas; a comma within a number parts nothing, nor one between two nouns."""
    start = 0
    for match in re.finditer(r"[，。;、(]|(?<![0-9]),|,(?![0-9])|\.\s", key):
        if match[0] == "、" and not re.search("[0-9]", key[start : match.start()]):
            continue
        yield start, match.end()
        start = match.end()
    if start < len(key):
        yield start, len(key)


def _in_clause(
    text: Text, passage: Passage, start: int, end: int, told: str = ""
) -> Iterator[FoundFact]:
    """`told` is what the clause before counted, of which this one may tell a share."""
    clause = passage.key[start:end]
    pattern = _VALUE if HAN_SIGN.search(clause) else _LATIN_VALUE
    for match in pattern.finditer(clause):
        tail = clause[match.end("value") :]
        if _YEAR_AFTER.match(tail) or re.search("[圖表第照片/.-]$", clause[: match.start("value")]):
            continue
        metric = _metric(clause, match, pattern is _LATIN_VALUE, told)
        if not metric or len(metric) < 2:
            continue
        value = "".join(
            filter(
                None,
                (
                    match["before"]
                    if match["before"] in ("逾", "超過", "約", "近", "over", "more than", "about")
                    else "",
                    match["value"],
                    match.groupdict().get("plus"),
                ),
            )
        ).strip()
        where = text.span(passage, start + match.start(), start + match.end())
        yield FoundFact(metric, value, match["unit"] or "", where, 0.7)


def _metric(clause: str, match: re.Match[str], is_latin: bool, told: str) -> str:
    """The noun behind the number, or the one before it."""
    if is_latin:
        behind = re.match(r"\s?([a-z]+(?:\s[a-z]+){0,2})", clause[match.end("value") :])
        return behind[1] if behind else ""
    unit, ahead = match["unit"] or "", clause[: match.start()]
    share = _SHARE.match(ahead)
    if share and told and unit in ("%", "％"):
        return f"{told}占{share['of'].removesuffix(told)}"
    behind = _METRIC_NEXT.match(clause[match.end() :])
    before = _METRIC_END.search(ahead)
    lead = _VERBS.sub("", before["metric"]) if before else ""
    if behind and (not unit or unit in _COUNTERS):
        noun = behind["metric"]
        if len(noun) >= 2 and not re.match("的|以上|左右|之", noun):
            rate = _YEARLY.search(ahead)
            return f"{rate['rate']}{noun}" if rate else noun
    return lead or (behind["metric"] if behind and unit else "")


def article_facts(text: Text, passages: Sequence[Passage]) -> tuple[FoundFact, ...]:
    """Numbers of a background article, each with the subject, time and source of its sentence."""
    found = []
    for passage in passages:
        source = ""
        for start, end in _sentences(passage.key):
            sentence = passage.key[start:end]
            named = _SOURCE.search(sentence)
            if named:
                source = (named["source"] or named["latin"] or "").strip()
            year = _AS_OF.search(sentence)
            told_from = start + (named.end() if named else 0)  # 美國地質調查局 is no place
            for fact in (
                fact
                for a, b in _clauses(sentence)
                for fact in _in_clause(text, passage, start + a, start + b)
            ):
                at = bisect_left(passage.places, fact.where.start)
                places = PLACE.findall(passage.key, told_from, max(at, told_from))
                subject = places[-1] if places else ""
                found.append(
                    FoundFact(
                        fact.metric,
                        fact.value,
                        fact.unit,
                        fact.where,
                        0.6,
                        subject,
                        (year["year"] or year["latin"]) if year else "",
                        subject,
                        source,
                    )
                )
    return tuple(found)


def _sentences(key: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in re.finditer(r"[。!;]|\.\s(?=[A-Z])", key):
        yield start, match.end()
        start = match.end()
    if start < len(key):
        yield start, len(key)
