"""Talks: who spoke on what, alone or in a list that shares its titles out."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from planner.exchange.reading.agenda import Programme
from planner.exchange.reading.found import FoundTalk
from planner.exchange.reading.lines import HAN, Passage, Text
from planner.exchange.reading.people import People
from planner.exchange.reading.person_words import POST, TITLES
from planner.exchange.reading.talk_places import family_name, talk_at
from planner.exchange.reading.talks_in_english import told_in_english

_VERB = (
    "作了|做了|作題為|分享|分別|各別|各自|以|就|針對|發表|主講|報告|演講|演說|講述|專題|簡報|介紹|題目|"
    "講題|為題|論文|宣讀|講授|授課|闡述|演示|發言|引言|導讀|解說"
)
_QUOTED_FOLLOWS = re.compile(rf"(?:{_VERB}|:)[^。「《〈]{{0,24}}[「《〈]")
_TITLE_LABEL = re.compile(
    r"^(?:[0-9一二三四五六七八九十]+[、.)]\s?|\([0-9一二三四五六七八九十]+\)\s?)"
    r"?(?:演講|報告|專題|論文|講演)?(?:題目|講題|主題|題名|[Tt]itle|[Tt]opic)"
    r"(?:名稱)?[一二三四五六七八九十0-9]{0,2}\s?[:\t]\s?(?P<title>.+)$"
)
_SPEAKER_LABEL = re.compile(
    r"^(?:[0-9一二三四五六七八九十]+[、.)]\s?|\([0-9一二三四五六七八九十]+\)\s?)?"
    r"(?:主?講(?:者|人|員)|演講(?:者|人)|報告(?:者|人)|發表(?:者|人)|[Ss]peaker|"
    r"[Pp]resenter)\s?[:\t]\s?(?P<speaker>.+)$"
)
_INLINE_LABEL = re.compile(
    r"(?P<title>「[^」]{4,90}」|《[^》]{4,90}》|[^。，;:()]{6,80}?)"
    r"\s?(?:\((?:主?講(?:者|人)|報告(?:者|人)|發表(?:者|人)|演講(?:者|人))\s?:\s?|"
    r"[，;\t\s]\s?(?:主?講(?:者|人)|報告(?:者|人)|演講(?:者|人)|發表(?:者|人))"
    r"\s?:\s?)(?P<speaker>[^)。;]{2,40})"
)
_ITEM = re.compile(
    rf"^(?:[0-9]{{1,2}}[.、)]|\([0-9一二三四五六七八九十]{{1,2}}\)|"
    rf"[一二三四五六七八九十]{{1,2}}、|[•●▪◆■-])"
    rf"?\s?(?P<who>[{HAN}·\0]{{2,40}}?(?:{TITLES})?|[A-Z][A-Za-zÀ-ÿ .-]{{4,40}}?)(?:\s?:|\s-\s|\t)"
    rf"\s?[「《]?(?P<title>[^。]{{6,90}}?)[」》]?[。;]?$"
)


def talks_of(
    text: Text, passages: Sequence[Passage], people: People, programme: Programme
) -> tuple[FoundTalk, ...]:
    names = sorted((person.name for person in people.found), key=len, reverse=True)
    keys = {text.key_of(name): name for name in names}
    for name in names:
        if " " in name:  # Simmer after Clemens Simmer
            keys.setdefault(family_name(name), name)
    for person in people.found:
        for title in person.titles:  # 呂局長 after 呂建德局長
            if re.fullmatch(f"[{HAN}]{{3}}", person.name):
                keys.setdefault(text.key_of(person.name[0] + title), person.name)
    author = _author(passages, people)
    if author:
        keys |= dict.fromkeys(("本人", "筆者"), author)
    latin = [name for name in names if not re.search(f"[{HAN}]", name)]
    found: list[FoundTalk] = []
    for passage in passages:
        found += _told_in_prose(text, passage, keys, people)
        found += _paired(text, passage, keys, people)
        if author:
            found += _of_author(text, passage, author, keys, people)
        found += told_in_english(text, passage, latin, people)
        found += _labelled_inline(text, passage, keys, people)
    found += _labelled_lines(text, passages, keys, people)
    found += _programmed(text, programme, keys, people)
    found += _lists(text, passages, keys, people)
    return _unique(found)


def quoted(key: str, start: int = 0) -> list[tuple[int, int]]:
    """Spans inside the outer quotes; quotes of the same kind may be nested."""
    spans = []
    depth = 0
    opened = start
    closing = {"「": "」", "《": "》", "『": "』", "〈": "〉"}
    outer = ""
    for at in range(start, len(key)):
        sign = key[at]
        if depth == 0 and sign in closing:
            outer, depth, opened = sign, 1, at + 1
        elif depth and sign == outer:
            depth += 1
        elif depth and sign == closing[outer]:
            depth -= 1
            if depth == 0:
                spans.append((opened, at))
    return spans


def _sentences(key: str) -> Iterator[tuple[int, int]]:
    """Sentences, a full stop inside quotes not counted."""
    start = depth = 0
    for at, sign in enumerate(key):
        depth += (sign in "「《『") - (sign in "」》』")
        if sign in "。;" and depth <= 0:
            yield start, at + 1
            start, depth = at + 1, 0
    if start < len(key):
        yield start, len(key)


def _told_in_prose(
    text: Text, passage: Passage, names: dict[str, str], people: People
) -> Iterator[FoundTalk]:
    """`A、B分別以「a」、「b」為題` and `A以「a」為題`: people in order, titles in order."""
    for start, end in _sentences(passage.key):
        sentence = passage.key[start:end]
        spans = [span for span in quoted(sentence) if _is_title(sentence, span)]
        if not spans or not _QUOTED_FOLLOWS.search(sentence):
            continue
        speakers = _speakers(sentence, spans, names) or _by_post(sentence, spans[0][0], people)
        yield from _shared_out(text, passage, start, sentence, spans, speakers, people)


_PAIR = re.compile(
    rf"(?:^|[:;。、])(?P<who>[{HAN}A-Za-zÀ-ỹ·.’ -]{{2,40}}?)(?:\([^()]*\))?[，,:]\s?"
    r"[「《〈](?P<title>[^」》〉]{4,120})[」》〉]"
)
_OF_SPEAKER = re.compile(
    rf"(?P<who>[{HAN}]{{2,4}})(?:{TITLES})[的之][「《〈](?P<title>[^」》〉]{{4,120}})[」》〉]"
)
_SPEAKS = re.compile("演講|演說|發表|報告|講題|題目|主講|講座|論文|分享")


def _paired(
    text: Text, passage: Passage, names: dict[str, str], people: People
) -> Iterator[FoundTalk]:
    """`講題：A，〈a〉；B，〈b〉`: each name before its title."""
    pairs = list(_PAIR.finditer(passage.key))
    if _SPEAKS.search(passage.key):
        for match in _OF_SPEAKER.finditer(passage.key):
            if speaker := _known(match["who"], names):
                yield talk_at(text, passage, *match.span("title"), speaker, people, 0.8)
    if len(pairs) > 1 and _SPEAKS.search(passage.key):
        for pair in pairs:
            if speaker := _known(pair["who"], names):
                yield talk_at(text, passage, *pair.span("title"), speaker, people, 0.88)


_LABELS_AUTHOR = re.compile(
    r"(?:出國人員?|報告人員?|撰寫人|撰稿人|參加人員?|出席人員?|計畫主持人|研習人員|姓名)"
    r"(?:姓名)?(?:及?職稱)?(?=[:\t ]|$)"
)
_OWN = re.compile("(?:發表|報告|演講|主講|分享|宣讀|講授)(?:題為|題目為)?(?=[「《〈])")
_OF_ANOTHER = re.compile("由|聽取|聆聽|邀請|(?<![在於至])該|他|她|對方|由於|請到|主持人")


def _author(passages: Sequence[Passage], people: People) -> str | None:
    """The only traveller that the cover names: whoever tells of 本人 means that one."""
    named: list[str] = []
    for passage, after in pairwise([*passages[:60], *passages[:1]]):
        if _LABELS_AUTHOR.match(passage.key):
            beside = passage.key + (after.key if passage.key.endswith(("名", ":", "稱")) else "")
            named += [person.name for person in people.found if person.name in beside]
    return named[0] if len(set(named)) == 1 else None


def _of_author(
    text: Text, passage: Passage, author: str, names: dict[str, str], people: People
) -> Iterator[FoundTalk]:
    """A talk told without any speaker is the author's own."""
    for start, end in _sentences(passage.key):
        sentence = passage.key[start:end]
        verb = _OWN.search(sentence)
        if verb is None or _OF_ANOTHER.search(sentence[: verb.start()]):
            continue
        spans = [span for span in quoted(sentence, verb.end()) if _is_title(sentence, span)]
        if spans and not _speakers(sentence, spans, names):
            first, last = spans[0]
            yield talk_at(text, passage, start + first, start + last, author, people, 0.75)


def _is_title(sentence: str, span: tuple[int, int]) -> bool:
    """Quotes also hold short terms and names of events."""
    inside = sentence[span[0] : span[1]]
    after = sentence[span[1] + 1 : span[1] + 8]
    before = sentence[max(0, span[0] - 12) : span[0] - 1]
    if len(inside) < 4:
        return False
    if re.match(
        "(?:學術)?(?:研討會|座談會|論壇|會議|計畫|展覽|一書|協議|備忘錄|制度|政策|活動|"
        "專案|工程|平臺|中心|展|館)",
        after,
    ):
        return False
    if re.search(
        "(?:研討會|座談會|論壇|年會|工作坊|會議|備忘錄|協議書|意向書)$", inside
    ) and not re.search("為題|報告|演講|主講", after):
        return False
    if len(inside) < 8 and before.endswith("介紹"):
        return False
    return not re.search(
        "(?:(?:合辦|辦理|開設|設立|推動|實施|開發|建置|提出)(?:之|的)|(?:議題|子題|單元|場次)[一二三四五六七八九十0-9]{0,2}:?|簡稱|下稱|稱為|所謂|名為|舉辦|召開|參加|出席|主辦|簽署|簽訂|執行|推動)$",
        before,
    )


def _speakers(
    sentence: str, spans: Sequence[tuple[int, int]], names: dict[str, str]
) -> list[tuple[int, int, str]]:
    """People in the sentence outside the quotes, in order."""
    if not names:
        return []
    pattern = re.compile("|".join(map(re.escape, names)))
    return [
        (match.start(), match.end(), names[match[0]])
        for match in pattern.finditer(sentence)
        if not any(start <= match.start() < end for start, end in spans)
    ]


def _by_post(sentence: str, before: int, people: People) -> list[tuple[int, int, str]]:
    """副署長隨後以「…」為題: who alone in the report has that post."""
    holders: dict[str, list[str]] = {}
    for person in people.found:
        for title in person.titles:
            holders.setdefault(title, []).append(person.name)
    return [
        (match.start(), match.end(), holders[match[0]][0])
        for match in POST.finditer(sentence, 0, before)
        if len(holders.get(match[0], ())) == 1
    ]


_TOGETHER = re.compile("共同(?!體)|(?:聯合|合作)(?:發表|報告|主講|簡報|演講)|合著")


def _shared_out(
    text: Text,
    passage: Passage,
    offset: int,
    sentence: str,
    spans: Sequence[tuple[int, int]],
    speakers: Sequence[tuple[int, int, str]],
    people: People,
) -> Iterator[FoundTalk]:
    """Groups of people before groups of titles; as many of one as of the other are paired."""
    at = 0
    held: list[str] = []
    index = 0
    while index < len(spans):
        group = [spans[index]]
        while index + 1 < len(spans) and not any(
            group[-1][1] < speaker[0] < spans[index + 1][0] for speaker in speakers
        ):
            index += 1
            group.append(spans[index])
        index += 1
        ahead = [name for start, _, name in speakers if at <= start < group[0][0]]
        held = list(dict.fromkeys(reversed(ahead)))[::-1]  # as they stand nearest the titles
        after = [name for start, end, name in speakers if start >= group[-1][1]]
        at = group[-1][1]
        if not held and after and re.match("」?(?:\\(|為題|，由|由|,by)", sentence[at : at + 4]):
            held = after[:1]
        if len(held) > len(group) and len(group) == 1:
            held = held[:1] if _TOGETHER.search(sentence) else held[-1:]
        if len(held) >= len(group) > 1:
            held = held[-len(group) :]
        verb = re.search(_VERB, sentence[: group[-1][1]] + sentence[group[-1][1] :][:12])
        if not held or not verb:
            continue
        for name, span in zip(held, group, strict=False):
            yield talk_at(text, passage, offset + span[0], offset + span[1], name, people, 0.92)


def _labelled_inline(
    text: Text, passage: Passage, names: dict[str, str], people: People
) -> Iterator[FoundTalk]:
    for match in _INLINE_LABEL.finditer(passage.key):
        speaker = _known(match["speaker"], names)
        if speaker:
            start, end = match.span("title")
            mark = re.match(
                r"(?:[0-9一二三四五六七八九十]{1,2}[、.]|\([0-9一二三四五六七八九十]{1,2}\)|"
                r"題目:|講題:)\s?",
                passage.key[start:end],
            )
            yield talk_at(
                text, passage, start + (mark.end() if mark else 0), end, speaker, people, 0.9
            )


def _known(written: str, names: dict[str, str]) -> str | None:
    return next((name for key, name in names.items() if key in written), None)


def _labelled_lines(
    text: Text, passages: Sequence[Passage], names: dict[str, str], people: People
) -> Iterator[FoundTalk]:
    """`題目：… / 主講人：…` on lines of their own."""
    title: Passage | None = None
    title_start = 0
    speaker: str | None = None
    for passage in passages:
        if match := _TITLE_LABEL.match(passage.key):
            title, title_start = passage, match.start("title")
            if speaker:
                yield talk_at(text, passage, title_start, len(passage.key), speaker, people, 0.9)
                title = speaker = None
        elif match := _SPEAKER_LABEL.match(passage.key):
            speaker = _known(match["speaker"], names)
            if title is not None and speaker:
                yield talk_at(text, title, title_start, len(title.key), speaker, people, 0.9)
                title = speaker = None
        elif title is not None or speaker is not None:
            title = speaker = None


def _programmed(
    text: Text, programme: Programme, names: dict[str, str], people: People
) -> Iterator[FoundTalk]:
    for row in programme.headed:
        if speaker := _known(row.speaker.key, names):
            talk = talk_at(text, row.title[0], 0, len(row.title[0].key), speaker, people, 0.93)
            talk.title = row.written_title
            yield talk
    for row in programme.others:
        if speaker := _known(row.speaker.key, names):
            talk = talk_at(text, row.title[0], 0, len(row.title[0].key), speaker, people, 0.84)
            talk.title = row.written_title
            yield talk


def _lists(
    text: Text, passages: Sequence[Passage], names: dict[str, str], people: People
) -> Iterator[FoundTalk]:
    """`1. 曹申主任：…`, a line for each talk, below a sentence that speaks of talks."""
    is_open = False
    for passage in passages:
        if re.search(
            "(?:演講|報告|發表|講題|題目|專題|論文|研討會|議程)[^。]*(?:如下|如後|包括|"
            "分別為|:)[:。]?$",
            passage.key,
        ) or re.search(
            r"(?i)(?:talks|presentations|papers|lectures|speakers)[^.]*:?$", passage.key
        ):
            is_open = True
            continue
        match = _ITEM.match(passage.key)
        if is_open and match and (speaker := _known(match["who"], names)):
            yield talk_at(text, passage, *match.span("title"), speaker, people, 0.85)
        elif len(passage.key) > 100:
            is_open = False


def _unique(found: Sequence[FoundTalk]) -> tuple[FoundTalk, ...]:
    kept: dict[str, FoundTalk] = {}
    for talk in found:
        title = re.sub(r"\W", "", talk.title).casefold()
        if title and (title not in kept or kept[title].sure < talk.sure):
            kept[title] = talk
    return tuple(sorted(kept.values(), key=lambda talk: talk.where.start))
