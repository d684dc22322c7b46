"""The words of both languages: the same codes, the same places, dates as people write them."""

import ast
import errno
import os
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

import pytest

import planner
from planner.domain import (
    agreement,
    briefing,
    delegation,
    follow_up,
    gift,
    manuscript,
    organisation,
    outcome,
    stop,
    values,
)
from planner.domain.delegation import Delegation, Role
from planner.domain.errors import InvalidInput, NotFound, PlannerError, UnreadableFile
from planner.domain.records import RECORDS
from planner.domain.stop import StopKind
from planner.domain.values import (
    Comparison,
    ContactKind,
    ContactPoint,
    LocalTime,
    Moment,
    PartOfDay,
    Place,
    Quantity,
)
from planner.sentences import Language, Sentence, sentences
from planner.words import Words

CHINESE = Words("zh_TW")
ENGLISH = Words("en")
BOTH = pytest.mark.parametrize("words", [CHINESE, ENGLISH], ids=["zh_TW", "en"])
MONDAY = date(2015, 8, 17)


def places(sentence: Sentence) -> set[str]:
    forms = [sentence] if isinstance(sentence, str) else list(sentence.values())
    return {name for form in forms for name in re.findall(r"{(\w+)}", form)}


def test_both_languages_have_the_same_codes() -> None:
    assert set(sentences(Language.CHINESE)) == set(sentences(Language.ENGLISH))


def test_both_languages_have_the_same_places() -> None:
    chinese, english = sentences(Language.CHINESE), sentences(Language.ENGLISH)
    # dates name months and eras each in its own way
    codes = [code for code in chinese if not code.startswith("date.")]
    assert [code for code in codes if places(chinese[code]) != places(english[code])] == []


@BOTH
def test_every_kind_and_field_has_a_label(words: Words) -> None:
    for entity in RECORDS:
        assert f"kind.{entity.kind}" in words
        lacking = [name for name in entity.model_fields if f"field.{name}" not in words]
        assert lacking == []


def enumerations() -> Iterator[type[Enum]]:
    modules = (agreement, briefing, delegation, follow_up, gift, manuscript)
    for module in (*modules, organisation, outcome, stop, values):
        for found in vars(module).values():
            if isinstance(found, type) and issubclass(found, Enum) and found.__members__:
                yield found


@BOTH
@pytest.mark.parametrize("enumeration", sorted(set(enumerations()), key=lambda kind: kind.__name__))
def test_every_choice_has_a_label(words: Words, enumeration: type[Enum]) -> None:
    for member in enumeration:
        assert words.value(member)


def raised_codes() -> Iterator[str]:
    """The codes that our own code gives to refusals, read from its syntax trees."""
    makers = {"PydanticCustomError", "_refusal", "Problem", "PlannerError"}
    makers |= {kind.__name__ for kind in PlannerError.__subclasses__()} - {"InvalidInput"}
    for path in Path(planner.__file__).parent.rglob("*.py"):
        if {"typesetting", "rules"} & set(path.parts):
            continue  # what they find is not a refusal and has words of its own
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            place = 1 if node.func.id == "Problem" else 0
            code = node.args[place] if len(node.args) > place else None
            if node.func.id in makers and isinstance(code, ast.Constant):
                yield str(code.value)


@BOTH
def test_every_refusal_has_a_sentence(words: Words) -> None:
    assert sorted({code for code in raised_codes() if f"error.{code}" not in words}) == []


def test_days_are_printed_in_the_years_of_the_language() -> None:
    assert CHINESE.day(MONDAY, weekday=True) == "104年8月17日（星期一）"
    assert CHINESE.day(MONDAY, year=False) == "8月17日"
    assert ENGLISH.day(MONDAY, weekday=True) == "Monday, 17 August 2015"
    assert CHINESE.day(date(1901, 3, 2)) == "民國前11年3月2日"


@pytest.mark.parametrize(
    ("end", "chinese", "english"),
    [
        (MONDAY, "104年8月17日", "17 August 2015"),
        (date(2015, 8, 22), "104年8月17日至22日", "17–22 August 2015"),
        (date(2015, 9, 2), "104年8月17日至9月2日", "17 August – 2 September 2015"),
        (date(2016, 1, 2), "104年8月17日至105年1月2日", "17 August 2015 – 2 January 2016"),
    ],
)
def test_a_period_says_once_what_both_days_share(end: date, chinese: str, english: str) -> None:
    assert CHINESE.period(MONDAY, end) == chinese
    assert ENGLISH.period(MONDAY, end) == english


@pytest.mark.parametrize(
    ("written", "chinese", "english"),
    [
        ("1963", "民國52年（西元1963年）", "1963"),
        ("1901", "民國前11年（西元1901年）", "1901"),
        ("2015-01", "104年1月", "January 2015"),
        ("2015-05-12", "104年5月12日", "12 May 2015"),
    ],
)
def test_a_date_is_printed_as_far_as_it_is_known(written: str, chinese: str, english: str) -> None:
    assert CHINESE.partial_date(written) == chinese
    assert "（西元" not in CHINESE.partial_date(written, is_past=False)
    assert ENGLISH.partial_date(written) == english


def test_half_years_are_named_as_each_language_does() -> None:
    june, july = date(2015, 6, 30), date(2015, 7, 1)
    assert [CHINESE.half_year(day) for day in (june, july)] == ["104年上半年", "104年下半年"]
    assert [ENGLISH.half_year(day) for day in (june, july)] == ["Jan–Jun 2015", "Jul–Dec 2015"]


def test_a_moment_says_no_more_than_is_known() -> None:
    morning = Moment(day=MONDAY, part=PartOfDay.MORNING)
    clock = Moment.model_validate("2015-08-17T14:05[Asia/Shanghai]")
    assert CHINESE.moment(morning) == "104年8月17日上午"
    assert ENGLISH.moment(clock) == "17 August 2015, 14:05"
    assert CHINESE.moment(Moment(day=MONDAY)) == "104年8月17日"


@pytest.mark.parametrize(
    ("quantity", "chinese", "english"),
    [
        (
            Quantity(number=Decimal(35000), comparison=Comparison.OVER, unit="人"),
            "逾35,000人",
            "over 35,000 people",
        ),
        (Quantity(number=Decimal("69.20"), unit="%"), "69.2%", "69.2%"),
        (Quantity(number=Decimal(2), upper=Decimal("3.4"), unit="kg"), "2至3.4公斤", "2–3.4 kg"),
        (
            Quantity(number=Decimal(5_100_000_000), unit="CNY"),
            "人民幣5,100,000,000元",
            "CNY 5,100,000,000",
        ),
        (Quantity(number=Decimal(21), unit="個"), "21個", "21"),
        (Quantity(number=Decimal(1), unit="人"), "1人", "1 person"),
        (Quantity(number=Decimal(3), unit="MW"), "3 MW", "3 MW"),
        (Quantity(number=Decimal(9)), "9", "9"),
    ],
)
def test_a_quantity_keeps_its_bound_and_its_unit(
    quantity: Quantity, chinese: str, english: str
) -> None:
    assert CHINESE.quantity(quantity) == chinese
    assert ENGLISH.quantity(quantity) == english


def test_names_are_joined_as_each_language_does() -> None:
    assert CHINESE.names(["特古斯", "", "松林"]) == "特古斯、松林"
    assert ENGLISH.names(["a", "b", "c"]) == "a, b and c"
    assert ENGLISH.names([]) == ""


def test_values_in_a_sentence_are_printed_in_its_language() -> None:
    assert CHINESE.text(StopKind.VISIT) == "參訪"
    assert ENGLISH.text((Role.LEADER, MONDAY)) == "Leader and 17 August 2015"
    assert CHINESE.text(None) == ""
    assert CHINESE.text(True) == "是"
    assert ENGLISH.text(LocalTime.model_validate("2015-08-17T14:05[Asia/Shanghai]")) == (
        "17 August 2015, 14:05"
    )
    assert CHINESE.text(Quantity(number=Decimal(3), unit="人")) == "3人"
    assert ENGLISH.text(7) == "7"


def test_ways_to_reach_somebody_places_and_files_are_told_in_words() -> None:
    fax = ContactPoint(kind=ContactKind.PHONE, value="02-1234", note="Fax")
    assert CHINESE.text(fax) == "電話：02-1234 (Fax)"
    assert ENGLISH.text((fax,)) == "Phone: 02-1234 (Fax)"
    assert ENGLISH.text(Place(latitude=40.65, longitude=109.84)) == "40.65, 109.84"


def test_what_the_system_says_is_told_in_the_language_of_the_sentence() -> None:
    for number, word in ((errno.ENOENT, "沒有這個檔案"), (errno.EACCES, "權限不足")):
        missing = UnreadableFile(
            "import_file.cannot_open", name="名單.vcf", reason=os.strerror(number)
        )
        assert word in CHINESE.error(missing)
        assert os.strerror(number) not in ENGLISH.error(missing)


def test_an_unlabelled_field_is_named_neutrally() -> None:
    assert ENGLISH.field("no_such_field") == "Value"
    assert CHINESE.field("title", "post") == "職稱"


def test_no_code_stands_in_two_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text('yes = "ja"\n', "utf-8")
    monkeypatch.setattr("planner.sentences.resource", lambda *_: tmp_path)
    with pytest.raises(ValueError, match="yes"):
        sentences.__wrapped__(Language.ENGLISH)


def test_a_country_without_a_name_shows_its_code() -> None:
    assert CHINESE.country("JP") == "日本"
    assert ENGLISH.country("QQ") == "QQ"
    assert CHINESE.tongue("zh-TW") == "中文"
    assert ENGLISH.tongue("tlh") == "tlh"


@BOTH
def test_invalid_input_names_every_field_without_a_code(words: Words) -> None:
    with pytest.raises(InvalidInput) as refused:
        Delegation.checked({"title": "", "starts_on": "民國0年8月1日", "system_number": "C1"})
    told = words.error(refused.value)
    for name in ("title", "starts_on", "ends_on", "system_number"):
        assert words.field(name, "delegation") in told
    assert not re.search(r"[a-z]+_[a-z]+", told)


def test_a_refusal_across_fields_gives_their_values() -> None:
    with pytest.raises(InvalidInput) as refused:
        Delegation.checked({"title": "參訪", "starts_on": "104/8/22", "ends_on": "104/8/17"})
    assert (
        CHINESE.error(refused.value)
        == "返國日期（104年8月17日）早於出國日期（104年8月22日），請更正。"
    )


@BOTH
def test_an_unknown_refusal_still_reads_as_a_sentence(words: Words) -> None:
    assert words.error(PlannerError("no.such_code")) == words("error.unknown")
    told = words.error(NotFound("not_found", kind="stop", key="1"))
    assert words.kind("stop") in told


def test_a_missing_word_is_logged_and_shown_by_its_code(caplog: pytest.LogCaptureFixture) -> None:
    assert CHINESE("no.such_code") == "no.such_code"
    assert "no.such_code" in caplog.text


def test_a_missing_value_leaves_a_visible_gap(caplog: pytest.LogCaptureFixture) -> None:
    assert ENGLISH("error.too_long") == "Too many entries; at most …."
    assert "max_length" in caplog.text


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        Words("fr")
