"""Former names that the profile of a body tells of it: 原名, 前身為, established as the."""

import re
from collections.abc import Iterator, Sequence

from planner.exchange.reading.mentions import Mention

_FORMERLY = re.compile(
    r"(?:原名|舊名|前身[為是]|當時稱|時稱|改制前為|[創源設立]於(?:[0-9]{4}|[0-9]{2,3}|昭和[0-9]{1,2})年(?:[創設]立)?之|"
    r"(?:^|[，。:])[0-9]{4}年為|"
    r"(?:[Ff]ormerly|(?:[Ee]stablished|[Ff]ounded|[Cc]reated) (?:in [0-9]{4} )?as) (?:the )?)$"
)
_ENDS = re.compile(r"\W|$")
"""A name that goes on, as 醫院附設醫學校, is not the former one."""
_NUMBER = re.compile(r"[\W0-9一二三四五六七八九十A-Za-z]{0,6}")
_ROOM_BEHIND_A_HEADING = 12


def former_names(found: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Pairs of a body and what it was called before, where its profile tells both."""
    subject: Mention | None = None
    for mention in sorted(found, key=lambda each: each.begins):
        key = mention.passage.key
        if subject is not None and _FORMERLY.search(key[: mention.start][-40:]):
            is_whole = _ENDS.match(key, mention.end) is not None
            if is_whole and subject.name != mention.name and _is_of(subject, mention):
                yield subject.name, mention.name
            continue
        if _NUMBER.fullmatch(key[: mention.start]):
            subject = mention


def _is_of(subject: Mention, former: Mention) -> bool:
    """Told in the passage that its name begins, or right below the heading that it is."""
    if subject.passage is former.passage:
        return True
    below = former.passage.places[0] - subject.passage.places[-1]
    length = len(subject.passage.key) - (subject.end - subject.start)
    return length <= _ROOM_BEHIND_A_HEADING and 0 < below <= 8
