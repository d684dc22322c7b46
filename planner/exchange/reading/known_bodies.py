"""Bodies that are known by name: ministries, agencies, universities by their short names."""

import re

from planner.exchange.reading.dictionary import lines_of, quick, words_of

MINISTRIES = "|".join(words_of("bodies"))
"""Never without being a body, whatever stands before."""
SCHOOLS = frozenset(words_of("schools"))
"""Universities by their full names: no word before them is a part of the name but a place."""
AGENCIES = frozenset(words_of("agencies"))
"""A body where the name stands alone or right behind that of the ministry above."""
ABBREVIATIONS = dict(lines_of("short_names"))
"""Short names of bodies, and how the full ones end."""
SHORT_SCHOOLS = dict(lines_of("short_schools"))
"""Short names of universities, too much like other words to be looked for."""
AGENCY = re.compile(quick(AGENCIES))


_LONGEST = max(map(len, SCHOOLS))


def school_at(name: str) -> int | None:
    """Where a known university begins that the name ends with: 2 in 承接清華大學."""
    begins = range(max(0, len(name) - _LONGEST), len(name) - 3)
    return next((at for at in begins if name[at:] in SCHOOLS), None)


def agency_of(name: str) -> str | None:
    """航港局 of 交通部航港局."""
    return next((name[at:] for at in range(1, len(name) - 1) if name[at:] in AGENCIES), None)


_SHORT = words_of("universities")
_BESIDE_A_SCHOOL = (
    r"(?=副?校長|教授|師生|團隊|代表|學生|同學|國際|研發|[學醫理工文商法農]學院|、|與|及|和|，|。|來訪|簽|"
    r"[\u4e00-\u9fff]{1,3}(?:副?校長|教授|院長)|[\u4e00-\u9fff]{2,8}(?:學院|研究所|學系|系|中心))"
)
_UNMISTAKABLE = quick([name for name in _SHORT if len(name) > 2 and name.endswith("大")])
UNIVERSITY = re.compile(
    rf"(?<![臺中南嘉](?=.科大))(?:{_UNMISTAKABLE})(?![樓道廈門會廳學陸模數氣戰])|"
    rf"(?:(?<![\u4e00-\u9fff])|(?<=[與和及由至赴訪於在對請會長]))"
    rf"(?:{quick(_SHORT)})(?!大學){_BESIDE_A_SCHOOL}"
)
"""A university by its short name: one of three signs, or where its neighbours tell that it is."""
