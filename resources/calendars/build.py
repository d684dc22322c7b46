"""Writes tw.toml: Taiwan's holidays and make-up workdays of the years the library knows for sure.

Run it after a new year's calendar is announced and the library has it:
python resources/calendars/build.py
"""

import importlib.metadata
from pathlib import Path

import holidays

FIRST, LAST = 2010, 2026  # the library compared these years with the announced calendars

HEAD = """\
# Taiwan's working days: the calendar announced each year by the Directorate-General of Personnel
# Administration (行政院人事行政總處), taken from the library holidays {version} (MIT licence),
# which was compared with it for these years. Edit a copy where your office differs; a year not
# listed here has plain weekends and nothing else.
country = "TW"
source = "行政院人事行政總處「政府行政機關辦公日曆表」，取自holidays {version}"
years = {years}
weekend = [5, 6]
"""


def taiwan() -> str:
    years = list(range(FIRST, LAST + 1))
    found = holidays.country_holidays("TW", years=years, language="zh_TW")
    lines = [HEAD.format(version=importlib.metadata.version("holidays"), years=years)]
    worked = [day for day in sorted(found.weekend_workdays) if day.year in years]
    lines.append("# Saturdays worked for a day off elsewhere.")
    lines.append("make_up_workdays = [")
    lines += [f"  {day}," for day in worked]
    lines.append("]\n")
    lines.append("[holidays]")
    lines += [f'{day} = "{found[day]}"' for day in sorted(found) if day.year in years]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    Path(__file__).with_name("tw.toml").write_text(taiwan(), encoding="utf-8")
