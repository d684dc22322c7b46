"""A line is read as people write it, and says no more than they wrote."""

from datetime import date

import pytest

from planner.domain.stop import StopKind
from planner.domain.values import PartOfDay
from planner.ui.itinerary.quick_entry import Period, QuickStop, Unreadable, read_line

PERIOD = Period(date(2015, 8, 17), date(2015, 8, 22), "Asia/Shanghai")
TUESDAY = date(2015, 8, 18)


def read(line: str) -> QuickStop:
    return read_line(line, PERIOD, TUESDAY)


def test_a_visit_names_day_time_host_and_people() -> None:
    stop = read("8/18 14:00 拜會 內蒙古師範大學 特古斯")
    assert stop.stop_kind is StopKind.VISIT
    assert str(stop.starts) == "2015-08-18T14:00[Asia/Shanghai]"
    assert stop.ends is None
    assert (stop.host, stop.people) == ("內蒙古師範大學", ("特古斯",))


def test_a_flight_names_service_airports_and_the_day_it_lands() -> None:
    stop = read("8/17 CI511 TPE-HET 08:25-13:10 +1")
    assert (stop.stop_kind, stop.service) == (StopKind.FLIGHT, "CI511")
    assert (stop.from_place, stop.place) == ("TPE", "HET")
    assert str(stop.starts) == "2015-08-17T08:25[Asia/Shanghai]"
    assert str(stop.ends) == "2015-08-18T13:10[Asia/Shanghai]"


def test_a_flight_without_arrival_still_says_the_day() -> None:
    assert str(read("CI511 TPE-HET 08:25 +1").ends) == "2015-08-19"


@pytest.mark.parametrize(
    ("line", "starts"),
    [
        ("拜會 甲", "2015-08-18"),
        ("104/8/20 拜會 甲", "2015-08-20"),
        ("2015-08-20 拜會 甲", "2015-08-20"),
        ("八月二十日下午 拜會 甲", "2015-08-20/afternoon"),
        ("8月20日上午 拜會 甲", "2015-08-20/morning"),
        ("20 Aug visit A", "2015-08-20"),
        ("8/20 下午2點半 拜會 甲", "2015-08-20T14:30[Asia/Shanghai]"),
        ("8/20 晚上7點 晚宴", "2015-08-20T19:00[Asia/Shanghai]"),
        ("8/20 evening dinner", "2015-08-20/evening"),
        ("8/20 9：05 拜會 甲", "2015-08-20T09:05[Asia/Shanghai]"),
    ],
)
def test_days_and_times_are_read_as_people_write_them(line: str, starts: str) -> None:
    assert str(read(line).starts) == starts


def test_a_span_past_midnight_ends_on_the_next_day() -> None:
    assert str(read("22:30-01:15 車 → 包頭").ends) == "2015-08-19T01:15[Asia/Shanghai]"


def test_a_day_without_year_is_the_one_within_the_journey() -> None:
    around = Period(date(2015, 12, 28), date(2016, 1, 3), "Asia/Taipei")
    assert read_line("1/2 拜會 甲", around, around.starts_on).starts.day == date(2016, 1, 2)
    assert read_line("12/30 拜會 甲", around, around.starts_on).starts.day == date(2015, 12, 30)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("參訪包頭稀土研究院", StopKind.VISIT),
        ("座談 包頭稀土產業園區", StopKind.MEETING),
        ("研討會 包頭稀土研究院", StopKind.SEMINAR),
        ("午餐", StopKind.MEAL),
        ("hotel Shangri-La", StopKind.LODGING),
        ("呼和浩特 → 包頭", StopKind.CAR),
        ("G123 北京 → 呼和浩特", StopKind.TRAIN),
        ("自由活動", StopKind.FREE),
        ("包頭稀土研究院", StopKind.VISIT),
    ],
)
def test_a_word_tells_the_kind(line: str, kind: StopKind) -> None:
    assert read(line).stop_kind is kind


def test_a_kind_joined_to_the_host_is_told_from_it() -> None:
    assert read("參訪包頭稀土研究院").host == "包頭稀土研究院"


def test_names_in_english_are_parted_by_commas_and_quotes() -> None:
    stop = read("14:00-15:30 visit Osaka University, Ken Tanaka")
    assert (stop.host, stop.people) == ("Osaka University", ("Ken Tanaka",))
    assert str(stop.ends) == "2015-08-18T15:30[Asia/Shanghai]"
    stop = read('visit "Foo Co., Ltd" Li')
    assert (stop.host, stop.people) == ("Foo Co., Ltd", ("Li",))


def test_a_meal_keeps_its_word_and_place() -> None:
    stop = read("8/19 12:00 午餐 香格里拉")
    assert (stop.title, stop.place, stop.host) == ("午餐", "香格里拉", "")


def test_nothing_is_made_up() -> None:
    stop = read("8/18")
    assert stop.is_empty
    assert (stop.starts.clock, stop.starts.part, stop.ends) == (None, None, None)
    assert read("8/18 上午").starts.part is PartOfDay.MORNING


def test_a_day_that_is_none_is_told() -> None:
    with pytest.raises(Unreadable, match="2/30"):
        read("2/30 拜會 甲")
