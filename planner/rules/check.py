"""All rules over one delegation, the gravest first."""

from collections.abc import Iterator, Sequence
from datetime import date

from planner.domain.delegation import DelegationState
from planner.domain.dossier import Dossier
from planner.domain.profile import NumberingStyle, PhotoPlace, ReportProfile
from planner.rules.calendars import WorkCalendar
from planner.rules.completeness import host_notices, record_notices
from planner.rules.contradictions import contradiction_notices
from planner.rules.copying import copying_notices
from planner.rules.deadlines import late_report
from planner.rules.exchange_balance import gift_notices
from planner.rules.figures import figure_notices
from planner.rules.follow_through import follow_up_notices
from planner.rules.host_days import unreachable_hosts
from planner.rules.limits import limit_notices
from planner.rules.manuscript import Manuscript
from planner.rules.names import name_notices
from planner.rules.notice import Notice, by_severity
from planner.rules.plan import plan_notices
from planner.rules.references import reference_notices
from planner.rules.schedule import clashes
from planner.rules.thread import thread_notices
from planner.rules.timetable import Timetable
from planner.rules.transfers import Allowances
from planner.rules.translations import translation_notices
from planner.rules.travel_papers import travel_paper_notices
from planner.rules.unknowns import unknown_notices
from planner.rules.withheld_names import withheld_name_notices
from planner.rules.writing import writing_notices
from planner.rules.written_days import day_notices


def check(
    dossier: Dossier,
    profile: ReportProfile,
    today: date,
    *,
    earlier: Sequence[Dossier] = (),
    allowances: Allowances | None = None,
    calendar: WorkCalendar | None = None,
    language: str = "",
) -> tuple[Notice, ...]:
    """What cannot work in the plan until the journey is over, and what the report lacks from then
    on, or as soon as something of it is written. `language` is that of the paper, where it is not
    the profile's.
    """
    delegation = dossier.delegation
    if delegation.state is DelegationState.CANCELLED:
        return ()
    allowances = allowances or Allowances()
    timetable = Timetable(dossier)
    is_reported = today > delegation.ends_on or bool(dossier.sections)
    found = [*clashes(timetable)]
    if today <= delegation.ends_on:
        found += plan_notices(timetable, allowances)
        found += unreachable_hosts(timetable)
        found += travel_paper_notices(dossier, allowances)
    else:
        found += unknown_notices(timetable)
    if is_reported:
        found += report_notices(dossier, profile, earlier)
        if not (language or profile.language).startswith("zh"):
            found += translation_notices(dossier)
    found += gift_notices(dossier, allowances)
    found += late_report(delegation, profile, today, calendar or WorkCalendar())
    found += thread_notices(dossier, is_reported=is_reported)
    found += follow_up_notices(dossier, today)
    return by_severity(found)


def report_notices(
    dossier: Dossier, profile: ReportProfile, earlier: Sequence[Dossier] = ()
) -> Iterator[Notice]:
    """The report's health."""
    manuscript = Manuscript(dossier)
    yield from record_notices(dossier, profile)
    if profile.needs_full_report(dossier.delegation.category):
        yield from limit_notices(dossier, manuscript, profile)
        yield from host_notices(dossier, manuscript)
        in_text = profile.page.photos is PhotoPlace.IN_TEXT
        yield from figure_notices(dossier, manuscript, photos_in_text=in_text)
        yield from contradiction_notices(dossier, manuscript)
    yield from reference_notices(dossier, manuscript)
    yield from copying_notices(dossier, manuscript, earlier)
    yield from withheld_name_notices(dossier)
    is_chinese = profile.language.startswith("zh")
    is_numbered = profile.page.numbering is not NumberingStyle.NONE
    yield from writing_notices(dossier, manuscript, is_chinese=is_chinese, is_numbered=is_numbered)
    if is_chinese:
        yield from name_notices(dossier, manuscript)
    yield from day_notices(dossier.delegation, manuscript)
