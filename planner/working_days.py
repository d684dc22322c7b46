"""The calendar of working days in force: the user's own file, else the one that ships."""

from functools import cache

from planner import paths
from planner.resources import resource
from planner.rules.calendars import WorkCalendar, read_calendar


@cache
def working_days() -> WorkCalendar:
    """Read once. Raises UnreadableFile where the user's own file is wrong."""
    own = paths.calendar_path()
    path = own if own.is_file() else resource("calendars", "tw.toml")
    return read_calendar(path.read_text(encoding="utf-8"))
