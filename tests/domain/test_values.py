"""Times, dates as far as known, quantities and places: written, read back, refused."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from planner.domain.values import (
    Attachment,
    Comparison,
    ContactPoint,
    CountryCode,
    LanguageTag,
    LocalTime,
    Moment,
    PartialDate,
    PartOfDay,
    Place,
    Quantity,
    Value,
    ZoneName,
    zone,
)
from tests.strategies import local_times, moments, partial_dates, quantities

MONDAY = date(2015, 8, 17)


def codes(refused: pytest.ExceptionInfo[ValidationError]) -> list[str]:
    return [error["type"] for error in refused.value.errors()]


def at(written: str) -> LocalTime:
    return LocalTime.model_validate(written)


def moment(written: str) -> Moment:
    return Moment.model_validate(written)


@given(local_times)
def test_a_local_time_is_read_back_as_it_is_written(local: LocalTime) -> None:
    assert at(str(local)) == local
    assert LocalTime.model_validate_json(local.model_dump_json()) == local
    assert local.instant.tzinfo is UTC


@given(moments)
def test_a_moment_is_read_back_as_it_is_written(found: Moment) -> None:
    assert moment(str(found)) == found
    assert Moment.model_validate_json(found.model_dump_json()) == found


@given(partial_dates)
def test_a_partial_date_is_kept_as_far_as_it_is_known(written: str) -> None:
    assert TypeAdapter(PartialDate).validate_python(written) == written


@given(quantities)
def test_a_quantity_is_read_back_from_its_plain_values(quantity: Quantity) -> None:
    assert Quantity.model_validate_json(quantity.model_dump_json()) == quantity


def test_a_local_time_knows_its_instant() -> None:
    assert at("2015-08-17T14:05[Asia/Shanghai]").instant == datetime(2015, 8, 17, 6, 5, tzinfo=UTC)
    assert str(at("2015-08-17T14:05:30[Asia/Taipei]")) == "2015-08-17T14:05:30[Asia/Taipei]"


def test_a_time_that_clocks_skip_is_read_as_after_the_leap() -> None:
    # on 2015-03-29 Berlin's clocks went from 02:00 to 03:00
    skipped, after = at("2015-03-29T02:30[Europe/Berlin]"), at("2015-03-29T03:30[Europe/Berlin]")
    assert skipped.instant == after.instant
    assert str(skipped) == "2015-03-29T02:30[Europe/Berlin]"


def test_an_hour_that_clocks_show_twice_means_the_first() -> None:
    first = at("2015-10-25T02:30[Europe/Berlin]")
    assert first.instant == datetime(2015, 10, 25, 0, 30, tzinfo=UTC)
    second = datetime(2015, 10, 25, 2, 30, fold=1)
    assert LocalTime(at=second, zone="Europe/Berlin").instant == first.instant


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2015-08-17T14:05", "time.unreadable"),
        ("2015-08-17T25:05[Asia/Taipei]", "datetime_from_date_parsing"),
        ("2015-08-17T14:05[Asia/Atlantis]", "zone.unknown"),
        ("2015-08-17T14:05[../../etc/passwd]", "zone.unknown"),
        ("0001-01-01T00:00[Asia/Taipei]", "date.out_of_reach"),
        ("9999-12-31T23:59[America/New_York]", "date.out_of_reach"),
    ],
)
def test_what_is_no_local_time_is_refused(written: str, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        at(written)
    assert codes(refused) == [code]


def test_a_local_time_takes_no_offset() -> None:
    with pytest.raises(ValidationError) as refused:
        LocalTime.model_validate({"at": datetime(2015, 8, 17, tzinfo=UTC), "zone": "Asia/Taipei"})
    assert codes(refused) == ["timezone_naive"]


def test_a_zone_is_one_that_clocks_follow() -> None:
    assert zone("Asia/Taipei") == ZoneInfo("Asia/Taipei")
    for name in ("Asia/Atlantis", "", "/etc/localtime", "Asia"):
        with pytest.raises(PydanticCustomError):
            zone(name)
        with pytest.raises(ValidationError):
            TypeAdapter(ZoneName).validate_python(name)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2015-08-17", Moment(day=MONDAY)),
        ("104/8/17", Moment(day=MONDAY)),
        ("2015-08-17/morning", Moment(day=MONDAY, part=PartOfDay.MORNING)),
        ("民國104年8月17日/evening", Moment(day=MONDAY, part=PartOfDay.EVENING)),
        (
            "2015-08-17T14:05[Asia/Shanghai]",
            Moment(day=MONDAY, clock=time(14, 5), zone="Asia/Shanghai"),
        ),
    ],
)
def test_a_moment_says_no_more_than_is_known(written: str, expected: Moment) -> None:
    assert moment(written) == expected
    assert Moment.model_validate(MONDAY) == Moment(day=MONDAY)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"day": MONDAY, "clock": time(9)}, "moment.clock_needs_zone"),
        ({"day": MONDAY, "zone": "Asia/Taipei"}, "moment.clock_needs_zone"),
        (
            {"day": MONDAY, "clock": time(9), "zone": "Asia/Taipei", "part": "morning"},
            "moment.clock_or_part",
        ),
        ({"day": MONDAY, "clock": time(9, tzinfo=UTC), "zone": "Asia/Taipei"}, "timezone_naive"),
        ("2015-08-17/noon", "date.unreadable"),
        ("2015-08-17T25:00[Asia/Taipei]", "time_parsing"),
        (20150817, "model_type"),
    ],
)
def test_what_is_no_moment_is_refused(value: Any, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Moment.model_validate(value)
    assert codes(refused) == [code]


@pytest.mark.parametrize(
    ("clock", "part"), [("00:00", "morning"), ("12:00", "afternoon"), ("18:00", "evening")]
)
def test_the_clock_tells_the_part_of_the_day(clock: str, part: str) -> None:
    assert moment(f"2015-08-17T{clock}[Asia/Taipei]").part_of_day == part
    assert moment("2015-08-17").part_of_day is None


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2015-08-17", "2015-08-18"),
        ("2015-08-17/morning", "2015-08-17/afternoon"),
        ("2015-08-17/morning", "2015-08-17T14:00[Asia/Taipei]"),
        # noon in Taipei is before one o'clock of the same day in Tokyo is over
        ("2015-08-17T12:00[Asia/Taipei]", "2015-08-17T13:30[Asia/Tokyo]"),
        ("2015-08-17T13:30[Asia/Tokyo]", "2015-08-17T13:00[Asia/Taipei]"),
    ],
)
def test_moments_stand_in_order_as_far_as_they_tell(earlier: str, later: str) -> None:
    assert moment(earlier).is_before(moment(later))
    assert not moment(later).is_before(moment(earlier))


def test_moments_that_do_not_tell_stand_beside_each_other() -> None:
    day, evening = moment("2015-08-17"), moment("2015-08-17/evening")
    assert not day.is_before(evening)
    assert not evening.is_before(day)


def test_a_moment_moves_by_days_and_by_minutes() -> None:
    late = moment("2015-08-17T23:50[Asia/Taipei]")
    assert str(late.on(date(2015, 8, 20))) == "2015-08-20T23:50[Asia/Taipei]"
    assert str(late.later(20)) == "2015-08-18T00:10[Asia/Taipei]"
    assert moment("2015-08-17/morning").later(20) == moment("2015-08-17/morning")


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (1963, "1963"),
        (date(2015, 5, 12), "2015-05-12"),
        ("民國52年", "1963"),
        ("1963年", "1963"),
        ("104年1月", "2015-01"),
        ("一百零四年一月", "2015-01"),
        ("104/5/12", "2015-05-12"),
        ("104", "2015"),
        ("104/5", "2015-05"),
        ("2015/5", "2015-05"),
        ("May 2015", "2015-05"),
        ("12 May 2015", "2015-05-12"),
    ],
)
def test_a_partial_date_is_read_as_people_write_it(value: Any, kept: str) -> None:
    assert TypeAdapter(PartialDate).validate_python(value) == kept


@pytest.mark.parametrize("value", ["2015-13", "2015-02-30", "0000", "民國0年", "spring", "", None])
def test_what_is_no_partial_date_is_refused(value: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(PartialDate).validate_python(value)


def quantity(
    number: str, unit: str = "", upper: str | None = None, comparison: str = "exact"
) -> Quantity:
    return Quantity(
        number=Decimal(number),
        upper=None if upper is None else Decimal(upper),
        comparison=Comparison(comparison),
        unit=unit,
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("35000+", quantity("35000", comparison="over")),
        ("35,000 t", quantity("35000", "t")),
        ("3.5萬餘人", quantity("35000", "人", comparison="over")),
        ("120公頃以上", quantity("120", "公頃", comparison="over")),
        ("over 90%", quantity("90", "%", comparison="over")),
        ("約3百件", quantity("300", "件", comparison="about")),
        ("less than 5 MW", quantity("5", "MW", comparison="under")),
        ("2 to 3.4 kg", quantity("2", "kg", upper="3.4")),
        ("2至3萬人", quantity("20000", "人", upper="30000")),
        ("2萬至3萬人", quantity("20000", "人", upper="30000")),
        ("3萬億元", quantity("3000000000000", "元")),
        ("-3 °C", quantity("-3", "°C")),
    ],
)
def test_a_quantity_is_read_as_people_write_it(written: str, expected: Quantity) -> None:
    assert Quantity.read(written) == expected


@pytest.mark.parametrize(
    "written", ["", "many", "2015-08-17", "5 to 3", "1億2千萬", "3,50 kg", "9" * 60]
)
def test_what_is_no_quantity_is_not_guessed(written: str) -> None:
    assert Quantity.read(written) is None


def test_a_range_does_not_fall() -> None:
    with pytest.raises(ValidationError) as refused:
        quantity("3", upper="2")
    assert codes(refused) == ["quantity.range_falls"]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1E+400", "0." + "1" * 13])
def test_a_number_that_cannot_be_printed_is_refused(number: str) -> None:
    with pytest.raises(ValidationError):
        quantity(number)


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(91, 0), (-91, 0), (0, 181), (0, -181), (float("nan"), 0)]
)
def test_a_place_is_on_the_earth(latitude: float, longitude: float) -> None:
    with pytest.raises(ValidationError):
        Place(latitude=latitude, longitude=longitude)


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (CountryCode, ["TW", "JP"], ["tw", "TWN", "T", "TW\n"]),
        (LanguageTag, ["zh-TW", "zh_TW", "en", "zh-Hant-TW"], ["中文", "e", "en-", "zh TW"]),
    ],
)
def test_codes_have_their_shape(kind: Any, right: list[str], wrong: list[str]) -> None:
    adapter = TypeAdapter(kind)
    assert [adapter.validate_python(code) for code in right] == right
    for code in wrong:
        with pytest.raises(ValidationError):
            adapter.validate_python(code)


@pytest.mark.parametrize(
    "value",
    [
        lambda: ContactPoint.model_validate({"kind": "email", "value": "a@b\x00"}),
        lambda: Attachment(name="a\x1bb.pdf", content="0" * 64),
        lambda: Attachment(name="a.pdf", content="../../etc/passwd"),
        lambda: Quantity(number=Decimal(1), unit="\x07"),
    ],
)
def test_values_take_no_control_characters_and_no_paths(value: Any) -> None:
    with pytest.raises(ValidationError):
        value()


def test_a_value_does_not_change_and_is_equal_by_what_it_holds() -> None:
    here, same = Place(latitude=25.0, longitude=121.5), Place(latitude=25.0, longitude=121.5)
    assert here == same
    assert hash(here) == hash(same)
    with pytest.raises(ValidationError):
        here.latitude = 0.0  # type: ignore[misc]
    assert isinstance(here, Value)
