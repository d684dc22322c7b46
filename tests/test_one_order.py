"""One ordered list of stops feeds screen, paper and calendar: they never drift apart."""

from collections.abc import Callable
from datetime import UTC, datetime

import icalendar
import pytest

from planner.domain.dossier import Dossier
from planner.exchange.calendar import CalendarOf, Share, write_calendar
from planner.papers.profiles import profile_of
from planner.papers.registry import template_named
from planner.papers.template import Commission
from planner.queries.dossiers import dossier
from planner.queries.itinerary import itinerary
from planner.store.database import Database
from planner.words import Words
from tests.papers.trees import text
from tests.rules.made_delegation import changed, sound, stop_of


@pytest.fixture
def stored(database: Database, keep: Callable[..., None]) -> Callable[[Dossier], Dossier]:
    """As it is read again, whatever order it was put in."""

    def _stored(made: Dossier) -> Dossier:
        keep(*made.organisations, *made.people)
        rest = [each for each in made.records() if each.kind not in ("organisation", "person")]
        keep(rest[0], *reversed(rest[1:]))
        with database.read() as session:
            return dossier(session, made.delegation.id)

    return _stored


def shuffled() -> Dossier:
    """Titles that sort otherwise than their times; parts of day and bare days among clock times."""
    stops = [
        stop.with_(title=f"站{(7 * number) % 31:02}", position=99 - number)
        for number, stop in enumerate(sound().stops, start=1)
    ]
    bare = stop_of(9).with_(title="站98", starts="2026-03-03", ends=None, position=50)
    part = stop_of(22).with_(title="站99", starts="2026-03-06/morning", ends=None)
    return changed(sound(), *stops, bare, part)


@pytest.mark.parametrize("made", [sound, shuffled])
def test_screen_paper_and_calendar_tell_the_same_stops_in_the_same_order(
    made: Callable[[], Dossier],
    stored: Callable[[Dossier], Dossier],
    database: Database,
) -> None:
    held = stored(made())
    with database.read() as session:
        shown = [stop.title for stop in itinerary(session, held.delegation.id).stops]
    assert len(shown) == 30
    assert len(set(shown)) == 30

    commission = Commission(held, profile_of("tw_central"), Words("zh_TW"), str.encode)
    printed = text(template_named("itinerary").document(commission))
    places = [printed.find(title) for title in shown]
    assert -1 not in places
    assert places == sorted(places)

    now = datetime(2026, 1, 1, tzinfo=UTC)
    content = write_calendar(CalendarOf(held, Share.STOPS), Words("zh_TW"), {}, now)
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert [_title(str(event["SUMMARY"]), shown) for event in events] == shown


def _title(summary: str, titles: list[str]) -> str:
    return next(title for title in titles if title in summary)
