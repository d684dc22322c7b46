"""What a profile asks of a report: chapters by meaning, the summary's length, counts."""

import re
from collections.abc import Collection, Iterator

from planner.domain.dossier import Dossier
from planner.domain.manuscript import ChapterMeaning
from planner.domain.profile import Chapter, ReportProfile
from planner.rules.figures import figures
from planner.rules.manuscript import Manuscript, han_count
from planner.rules.notice import Notice, Severity, Spot

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


def limit_notices(
    dossier: Dossier, manuscript: Manuscript, profile: ReportProfile
) -> Iterator[Notice]:
    yield from _chapters(dossier, manuscript, profile)
    yield from _summary(dossier, manuscript, profile)
    limits = profile.limits
    for rule, held, least in (
        ("report.few_recommendations", len(dossier.recommendations), limits.min_recommendations),
        ("report.few_photos", len(figures(dossier)), limits.min_photos),
    ):
        if held < least:
            spot = Spot.of(dossier.delegation, rule.rpartition("few_")[2])
            context = {"count": held, "least": least}
            yield Notice(rule, Severity.MUST, spot, context, "write")


def summary_length(manuscript: Manuscript, profile: ReportProfile) -> int:
    """Han characters, or words in a language of words."""
    text = "\n".join(passage.plain for passage in manuscript.of(ChapterMeaning.SUMMARY))
    return han_count(text) if profile.language.startswith("zh") else len(_WORD.findall(text))


def _chapters(dossier: Dossier, manuscript: Manuscript, profile: ReportProfile) -> Iterator[Notice]:
    """Whatever its writer calls it, a required chapter must be there and say something."""
    for chapter in profile.chapters:
        if not chapter.is_required or ChapterMeaning.SUMMARY in chapter.meanings:
            continue
        passages = manuscript.of(*chapter.meanings)
        if any(passage.plain.strip() for passage in passages) or _from_records(dossier, chapter):
            continue
        context = {"chapter": chapter.meanings}
        if passages:
            spot = Spot.of(passages[0].section, "text")
            yield Notice("report.chapter_empty", Severity.MUST, spot, context, "write")
        else:
            spot = Spot.of(dossier.delegation, "sections")
            yield Notice("report.chapter_missing", Severity.MUST, spot, context, "write")


def _from_records(dossier: Dossier, chapter: Chapter) -> bool:
    """Whether the chapter is printed from records even where nothing is written."""
    held: dict[ChapterMeaning, Collection[object]] = {
        ChapterMeaning.FINDINGS: dossier.findings,
        ChapterMeaning.RECOMMENDATIONS: dossier.recommendations,
        ChapterMeaning.HOSTS: dossier.facts,
    }
    return any(held.get(meaning) for meaning in chapter.meanings)


def _summary(dossier: Dossier, manuscript: Manuscript, profile: ReportProfile) -> Iterator[Notice]:
    least, most = profile.limits.summary_min, profile.limits.summary_max
    is_required = least > 0 or ChapterMeaning.SUMMARY in profile.required
    count = summary_length(manuscript, profile)
    passages = manuscript.of(ChapterMeaning.SUMMARY)
    context = {"count": count, "least": least, "most": most or least}
    if not count:
        if is_required:
            spot = Spot.of(dossier.delegation, "sections")
            yield Notice("report.summary_missing", Severity.MUST, spot, context, "write")
        return
    spot = Spot.of(passages[0].section, "text")
    if count < least:
        yield Notice("report.summary_short", Severity.MUST, spot, context, "write")
    elif most is not None and count > most:
        yield Notice("report.summary_long", Severity.MUST, spot, context, "shorten")
