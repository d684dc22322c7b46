"""Talks whose speaker and title stand behind labels, in one line or in lines of their own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from planner.exchange.reading.entries import TO_COME, entry_of
from planner.exchange.reading.lines import Passage
from planner.exchange.reading.person_words import TITLES
from planner.exchange.reading.programme import Row, is_aside
from planner.exchange.reading.speaker_cells import (
    BREAK,
    DASH,
    HAN_NAME,
    LATIN_NAME,
    Speaker,
    labelled_speaker,
    surely_speaks,
    who_speaks,
)
from planner.exchange.reading.table_rows import cells_of, is_key
from planner.exchange.reading.wrapped_cells import joined

_COUNT = (
    r"(?:\s?[/(]?\s?[A-Z][a-z]{2,12}\)?)?\s?[(#]?(?:[0-9一二三四五六七八九十]{1,3}|[IV]{1,4}\b)?\)?"
)
"""A number, or the same once more in English: 講者 Speaker, 講題 2, 演講 II."""
_MARK = (
    r"(?:[0-9一二三四五六七八九十]{1,2}[、.)]\s?|\([0-9一二三四五六七八九十]{1,2}\)\s?|"
    r"第[0-9一二三四五六七八九十]{1,2}(?:場次?|位|講|篇)?\s?|[-•●▪◆■※*]\s?)?"
)
_SPEAKER = (
    r"(?:主?講(?:者|人|員|師|座|嘉賓|貴賓)|主講|(?:演講|演說|授課|分享|引言|簡報)(?:者|人員?|嘉賓|貴賓|講師)|"
    r"(?:論文)?(?:報告|發表)(?:者|人)|"
    r"(?:[Kk]eynote |[Ii]nvited |[Gg]uest )?[Ss]peakers?|[Pp]resent(?:er|ed by)|[Ll]ecturer)"
)
_TITLE = (
    r"(?:(?:主題|專題)?(?:演講|報告|專題|論文|講演|講座|發表|分享|簡報|演說|課程)?(?:題目|講題|主題|題名|標題)(?:名稱)?|"
    r"議題|子題|(?:論文|課程|報告|演講|簡報)名稱|"
    r"(?:[Tt]alk |[Pp]aper |[Ll]ecture |[Pp]resentation )?[Tt]itle|[Tt]opic)"
)
_TALK = (
    r"(?:(?:專題|主題|大會|特邀|邀請|主旨|開幕|閉幕)?(?:演講|講座|報告|簡報|演說)|(?:論文)?發表|"
    r"(?:(?:[Oo]pening |[Cc]losing )?(?:Keynote|Plenary|Invited|Special|keynote|lecture)"
    r"(?: [Ss]peech| [Ll]ecture| [Aa]ddress| [Tt]alk| [Pp]resentation)?)|"
    r"Talk|Presentation|Lecture|Paper)"
)
_COLON = r"\s?[:\t]\s?"
_SPEAKER_LINE = re.compile(rf"{_MARK}{_SPEAKER}{_COUNT}{_COLON}(?P<speaker>.+)$")
_TITLE_LINE = re.compile(rf"{_MARK}{_TITLE}{_COUNT}{_COLON}(?P<title>.+)$")
_TALK_LINE = re.compile(rf"{_MARK}{_TALK}{_COUNT}{_COLON}(?P<title>.+)$")
# 【專題演講】, above the title
_TALK_ABOVE = re.compile(rf"[{{(【\[]?{_TALK}{_COUNT}[)】\]]?$")
# 服務單位：…, 時間：…, between the speaker and the title
_BESIDE = re.compile(
    r"(?:服務單位|(?:主|協|承|指導)辦?(?:單位|機關)|內容(?:簡介|摘要)|系統號|單位|職稱|現職|時間|日期|地點|場地|主持人|主席|與談人|Affiliation|Chair|Moderator|"
    r"Time|Venue)\s?[0-9一二三]?\s?[:\t]"
)
# 報告人：廖俊傑 議題：…
_SPEAKER_THEN_TITLE = re.compile(
    rf"(?:^|[0-9]{{1,2}}[、.)]\s?|\s){_SPEAKER}{_COUNT}{_COLON}(?P<speaker>[^:\t，。]{{2,40}}?)"
    rf"[，;\s]?\s?(?:{_TITLE}|議題){_COUNT}{_COLON}(?P<title>[^。]{{4,120}})$"
)
# 題目「…」(主講人：…), …，講者：…
_TITLE_THEN_SPEAKER = re.compile(
    r"(?P<title>「[^」]{4,120}」|《[^》]{4,120}》|〈[^〉]{4,120}〉|[^。，;:()「」《》]{6,80}?)"
    rf"\s?(?:\({_SPEAKER}\s?:\s?|(?:[，;:\t\s]|(?<=[」》〉]))\s?{_SPEAKER}\s?:\s?)"
    r"(?P<speaker>[^)。;]{2,60})"
)
# Maria Westerbos女士(講題:Plastic and health)
_TITLE_IN_BRACKETS = re.compile(
    rf"(?P<speaker>(?:{HAN_NAME}(?:{TITLES})?|{LATIN_NAME})(?:先生|女士|博士|教授)?)\s?"
    rf"\({_TITLE}\s?:\s?(?P<title>[^()]{{4,120}})\)"
)
_LEADS_TITLE = re.compile(rf"{_MARK}(?:{_TITLE}{_COUNT}{_COLON})?")
_LONGEST, _SHORTEST_TITLE = 200, 4


def labelled_rows(passages: Sequence[Passage]) -> Iterator[Row]:
    lines = list(_with_values(passages))
    for passage in lines:
        yield from _in_one_line(passage)
    yield from _on_lines(lines)


_LABEL_ALONE = re.compile(rf"{_MARK}(?:{_SPEAKER}|{_TITLE}){_COUNT}\s?:|[^:。，\t]{{2,6}}:")


def _with_values(passages: Sequence[Passage]) -> Iterator[Passage]:
    """A label alone on its line, and the line below that it is for, as one."""
    label: Passage | None = None
    for passage in passages:
        is_label = _LABEL_ALONE.fullmatch(passage.key)
        if label is not None:
            yield label if is_label or len(passage.key) > _LONGEST else joined(label, passage)
            if not is_label and len(passage.key) <= _LONGEST:
                label = None
                continue
        label = passage if is_label else None
        if not is_label:
            yield passage
    if label is not None:
        yield label


_ANY_LABEL = re.compile(rf"(?:{_SPEAKER}|{_TITLE}){_COUNT}{_COLON}")


def _in_one_line(passage: Passage) -> Iterator[Row]:
    if not (":" in passage.key or "\t" in passage.key) or not _ANY_LABEL.search(passage.key):
        return
    if told := _SPEAKER_THEN_TITLE.search(passage.key):
        yield from _row(passage.part(*told.span("speaker")), passage.part(*told.span("title")))
        return
    for told in _TITLE_IN_BRACKETS.finditer(passage.key):
        yield from _row(passage.part(*told.span("speaker")), passage.part(*told.span("title")))
    for told in _TITLE_THEN_SPEAKER.finditer(passage.key):
        title = passage.part(*told.span("title"))
        lead = _LEADS_TITLE.match(title.key)
        yield from _row(passage.part(*told.span("speaker")), title.part(lead.end() if lead else 0))


@dataclass(slots=True)
class _Told:
    """What the labels have told of a talk so far."""

    speaker: Speaker | None = None
    title: Passage | None = None
    is_title_next: bool = False


def _on_lines(passages: Sequence[Passage]) -> Iterator[Row]:
    """Speaker and title on lines of their own, whichever comes first."""
    told = _Told()
    for index, passage in enumerate(passages):
        if len(passage.key) > _LONGEST:
            told = _Told()
        elif match := _TITLE_LINE.match(passage.key):
            told.title = _without_speaker(passage.part(*match.span("title")))
        elif match := _SPEAKER_LINE.match(passage.key):
            told.speaker = labelled_speaker(passage.part(*match.span("speaker")))
            is_reported = _REPORTS.match(passage.key)
            if told.title is None and not is_reported and not _titled_below(passages, index):
                told.title = _bare_title(passages[index - 1]) if index else None
        elif match := _TALK_LINE.match(passage.key):
            told = _headed(passage.part(*match.span("title")))
        elif _TALK_ABOVE.match(passage.key):
            told = _Told(is_title_next=True)
        elif told.is_title_next:
            told = _below_head(told, passage)
        elif told.title is not None and told.speaker is None and (who := who_speaks(passage)):
            told.speaker = who  # the line below the title
        elif not _BESIDE.match(passage.key):
            told = _Told()
        if told.speaker is not None and told.title is not None:
            if not TO_COME.search(told.title.key):
                yield Row(told.speaker, (told.title,))
            told = _Told()


def _without_speaker(title: Passage) -> Passage:
    """`【演講】卓以寧：海圖的語言` as a title names the speaker once more."""
    kind = _KIND_FIRST.match(title.key)
    bare = title.part(kind.end()) if kind else title
    before, colon, _ = bare.key.partition(":")
    is_named = colon and who_speaks(bare.part(0, len(before)))
    return bare.part(len(before) + 1) if is_named else bare


_KIND_FIRST = re.compile(rf"[(\[{{]{_TALK}{_COUNT}[)\]}}]\s?")


def _titled_below(passages: Sequence[Passage], index: int) -> bool:
    """Whether a title stands behind its own label right below the speaker."""
    below = passages[index + 1 : index + 1 + _FURTHEST_TITLE]
    lines = takewhile(lambda line: not _SPEAKER_LINE.match(line.key), below)
    return any(_TITLE_LINE.match(line.key) for line in lines)


def _bare_title(passage: Passage) -> Passage | None:
    """A line that may be a title with no label before it."""
    title = passage.part(mark.end()) if (mark := _NUMBER.match(passage.key)) else passage
    title = cells_of(title)[-1] if "\t" in title.key else title
    is_line = _SHORTEST_LINE <= len(title.key) <= _LONGEST_LINE and not _SENTENCE.search(title.key)
    is_other = _NONE.match(title.key) or BREAK.match(title.key) or is_aside(title)
    is_key_of_row = is_key(title) or _ANY_LABEL.match(title.key) or _BESIDE.match(title.key)
    return title if is_line and not is_other and not is_key_of_row else None


_CLOCK = r"(?:[0-9]{1,2}:[0-9]{2}(?:\s?-\s?[0-9]{1,2}:[0-9]{2})?\s?)?"
_NUMBER = re.compile(rf"{_CLOCK}{_MARK}(?:[A-Z]{{1,2}}[0-9]{{0,2}}(?:[-.][0-9]{{1,2}})?[.:)]?\s)?")
_SENTENCE = re.compile(r"[。;:]$|。|，.*，")
_NONE = re.compile(
    r"(?:主持|主席|議程|場次|時間|日期|地點|參加|出席|講者|會議|論壇|Session|Panel|Track|Day)"
)
# 報告人, who has written the whole report as often as spoken
_REPORTS = re.compile(rf"{_MARK}(?:論文)?(?:報告|發表)")
_SHORTEST_LINE, _LONGEST_LINE, _FURTHEST_TITLE = 6, 100, 4
_APART = re.compile(rf"{DASH}|\t|\s/\s|:\s?")


def _headed(rest: Passage) -> _Told:
    """`演講一：Dr. Hannah Wolff — 森林療癒`, or only the title, its speaker below."""
    for sign in _APART.finditer(rest.key):
        if rest.key.count("(", 0, sign.start()) > rest.key.count(")", 0, sign.start()):
            continue
        before, after = rest.part(0, sign.start()), rest.part(sign.end())
        if speaker := _surely(before):
            return _Told(speaker, None if is_aside(after) else after, is_aside(after))
        if speaker := who_speaks(after):
            return _Told(speaker, before)
    if (row := entry_of(rest)) and (row.speaker.body or _surely(row.speaker.name)):
        return _Told(row.speaker, row.title[0])
    if (speaker := _surely(rest)) and (speaker.post or speaker.body or " " in rest.key):
        return _Told(speaker, is_title_next=True)
    return _Told(None, rest) if len(rest.key) >= _SHORTEST_TITLE else _Told()


def _surely(words: Passage) -> Speaker | None:
    """Who speaks, where the words are known for a name or tell post and body too."""
    speaker = who_speaks(words)
    is_told = speaker is not None and (speaker.post or speaker.body)
    return speaker if is_told else surely_speaks(words)


def _below_head(told: _Told, passage: Passage) -> _Told:
    """The title below 【專題演講】, or the speaker and the title below that."""
    if told.speaker is None:
        return _headed(passage)
    if is_aside(passage):
        return told
    return _Told(told.speaker, passage) if _bare_title(passage) else _Told()


def _row(speaker: Passage, title: Passage) -> Iterator[Row]:
    if len(title.key) >= _SHORTEST_TITLE:
        yield Row(labelled_speaker(speaker), (title,))
