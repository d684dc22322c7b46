"""The profile of each organisation that a text names: since when it is there, and where."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from planner.exchange.reading.body_forms import without_country
from planner.exchange.reading.found import FoundOrganisation
from planner.exchange.reading.lines import Passage, Text, folded
from planner.exchange.reading.mentions import Mention
from planner.exchange.reading.organisations import Bodies
from planner.exchange.reading.places import PLACE
from planner.exchange.reading.written_days import western_year

_FOUNDED = (
    re.compile(
        r"(?:創辦|創建|創立|成立|設立|建立|建|始建|籌建|創校|建校|建院)於(?:西元|民國)"
        r"?(?P<year>[0-9]{2,4}|[一二三四五六七八九〇零]{4})年(?:\s?(?P<month>[0-9]{1,2})"
        r"月(?:\s?(?P<day>[0-9]{1,2})日)?)?"
    ),
    re.compile(
        r"(?:西元|民國)?(?P<year>[0-9]{2,4}|[一二三四五六七八九〇零]{4})"
        r"年(?:\s?(?P<month>[0-9]{1,2})月(?:\s?(?P<day>[0-9]{1,2})日)?)?"
        r"(?:正式|共同|聯合|，?由[^。]{0,60}?(?:共同|聯合)?)?"
        r"(?:創辦|創建|創立|成立|設立|建立|組建|共建|建校|建院|揭牌|掛牌)"
    ),
    re.compile(
        r"(?:founded|established|set up|created|opened) (?:in|on) (?:[A-Z][a-z]+ )"
        r"?(?:[0-9]{1,2},? )?(?:[A-Z][a-z]+ )?(?P<year>[12][0-9]{3})"
    ),
)
_SEATED = re.compile(rf"(?:位於|座落於|坐落於|設於|地處|總部(?:設)?在|在)(?P<city>{PLACE.pattern})")


def staged(
    text: Text, bodies: Bodies, profiles: dict[str, Sequence[Passage]]
) -> list[FoundOrganisation]:
    """One for each body, its facts from the part of the text that is about it."""
    grouped: dict[str, list[Mention]] = defaultdict(list)
    for mention in bodies.mentions:
        grouped[bodies.whole(mention.name)].append(mention)
    found = []
    for whole, mentions in grouped.items():
        first = min(mentions, key=lambda mention: mention.passage.places[mention.start])
        profile = profiles.get(whole, ())
        sure = 0.95 if profile else min(0.9, 0.6 + 0.1 * len(mentions))
        found.append(
            FoundOrganisation(
                whole,
                text.span(first.passage, first.start, first.end),
                sure,
                aliases=_others(whole, (*bodies.aliases.get(whole, ()), *without_country(whole))),
                founded=founded(profile, bodies, whole),
                city=_city(whole, profile),
                profiled=bool(profile),
            )
        )
    return sorted(found, key=lambda body: body.where.start)


def _others(whole: str, aliases: Iterable[str]) -> list[str]:
    """Longest first; names whose signs only have another width or script are one."""
    kept = {folded(name): name for name in sorted(aliases)}
    kept.pop(folded(whole), None)
    return sorted(kept.values(), key=lambda name: (-len(name), name))


def founded(profile: Sequence[Passage], bodies: Bodies, whole: str) -> str | None:
    """The first founding the profile tells of that is not of another body."""
    if not profile:
        return None
    others = [name for name, other in bodies.names.items() if other != whole]
    from_text = (
        match
        for passage in profile
        for pattern in _FOUNDED
        for match in pattern.finditer(passage.key)
        if not re.sub("[於在係]$", "", passage.key[: match.start()]).endswith(tuple(others))
    )
    match = next(from_text, None)
    if match is None:
        return None
    year = western_year(match["year"])
    if year is None:
        return None
    groups = match.groupdict()
    written = f"{year:04d}"
    for part in ("month", "day"):
        if not groups.get(part):
            break
        written += f"-{int(groups[part]):02d}"
    return written


def _city(name: str, profile: Sequence[Passage]) -> str | None:
    for passage in profile:
        if (match := _SEATED.search(passage.key)) and match["city"][-1] in "市縣":
            return match["city"]
    for place in PLACE.finditer(name.replace("台", "臺")):
        if place[0].endswith("市"):
            return place[0]
    return None
