"""People whose name right behind a post is told by its signs, whatever follows."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.lines import HAN, Passage
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.name_judgement import FIELD, NOT_FIRST_GIVEN, SURNAME, is_name
from planner.exchange.reading.person_words import (
    COMPOUND_SURNAMES,
    JAPANESE_SURNAMES,
    NEVER_GIVEN,
    OFTEN_GIVEN,
    SURE_SURNAMES,
    TITLES,
    TRANSLITERATED,
)
from planner.exchange.reading.sightings import Seen, body_of, is_taken

_NEVER = "".join(sorted(NEVER_GIVEN.difference(TRANSLITERATED)))
_FIRST = rf"(?![{NOT_FIRST_GIVEN}])[{HAN}]"
_SECOND = rf"(?![{NOT_FIRST_GIVEN}人位名團])[{HAN}]"
_OF_COUPLES = (
    "陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴周徐"
    "蘇葉莊呂羅蕭潘簡朱鍾彭游詹施沈余盧梁顏柯翁魏孫戴范鄧阮裴黎"
)
_NAMES = (
    # 陳黃秀蓁: the family names of husband and wife
    rf"[{_OF_COUPLES}]{{2}}(?![{_NEVER}])[{HAN}](?![{_NEVER}])[{HAN}](?=[{_NEVER}，。、;()等及與盼]|$)",
    rf"(?:{COMPOUND_SURNAMES}){_FIRST}(?:(?![{_NEVER}]){_SECOND})?",
    # 蔣怡參與: no name holds the sign behind
    rf"[{SURE_SURNAMES}]{_FIRST}(?=全程|親自|[{_NEVER}])",
    rf"(?:{JAPANESE_SURNAMES}){_FIRST}{_SECOND}",
    rf"[{SURE_SURNAMES}]{_FIRST}(?!全程){_SECOND}",
    # 方定安帶隊, 白為民15日: the family name may be a word, so the end must be told
    rf"{SURNAME}{_FIRST}[{HAN}](?=[{_NEVER}0-9]|$)",
    rf"{SURNAME}[{OFTEN_GIVEN}]{{2}}",
)
_BEHIND = re.compile(rf"(?P<titles>{TITLES})\)?(?P<name>{'|'.join(_NAMES)})")
_LED = re.compile(
    rf"(?:^|(?<=[\0，、由經蒙獲請與和及:;。]))(?P<titles>{TITLES})(?P<name>[{HAN}]{{2,8}}?)"
    r"(?=\([A-Z]|來接|親自|接待|陪同|解說|介紹|簡報|致詞|說明|熱情|親切|全程|主持|導覽|引導|接機|會見|講解|表示|迎接|率領)"
)


def people_behind_posts(
    passage: Passage, key: str, taken: list[tuple[int, int]], mentions: Sequence[Mention]
) -> Iterator[Seen]:
    """校長鍾任琴: three signs behind a post, the first a common surname, whatever follows."""
    for match in (*_LED.finditer(key), *_BEHIND.finditer(key)):
        start, end = match.span("name")
        if is_taken(taken, match.start(), end):
            continue
        if not is_name(match["name"]) or FIELD.search(match["name"]):
            continue
        taken.append((match.start(), end))
        body = body_of(passage, key, start, match, mentions)
        yield Seen(passage.text[start:end], match["titles"], passage, start, end, body, 0.7)
