"""Profiles: data files that are checked to the line, and the seven that ship."""

from pathlib import Path

import pytest

from planner.domain.delegation import Category
from planner.domain.errors import NotFound, UnreadableFile
from planner.domain.manuscript import ChapterMeaning
from planner.domain.profile import (
    Annex,
    CoverItem,
    NumberingStyle,
    PhotoPlace,
    load_profile,
    load_profiles,
)
from planner.papers.profiles import all_profiles, profile_of, shipped_profiles
from planner.words import Words

HEAD = 'key = "own"\nname = { zh_TW = "本校", en = "Ours" }\nlanguage = "zh_TW"\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "own.toml"
    path.write_text(text, "utf-8")
    return path


def refusal(folder: Path, text: str) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as refused:
        load_profile(written(folder, text))
    return refused.value


def test_seven_profiles_ship() -> None:
    assert sorted(shipped_profiles()) == [
        "blank",
        "mission_report",
        "trip_report",
        "tw_central",
        "tw_taipei",
        "tw_taoyuan",
        "tw_university",
    ]


def test_the_central_profile_holds_the_central_rules() -> None:
    central = profile_of("tw_central")
    assert [line.item for line in central.cover.lines] == list(CoverItem)
    assert (central.limits.summary_min, central.limits.summary_max) == (200, 300)
    assert central.page.margin == 25
    assert central.page.numbering is NumberingStyle.OFFICIAL
    assert set(central.required) == {
        ChapterMeaning.SUMMARY,
        ChapterMeaning.AIM,
        ChapterMeaning.PROCEEDINGS,
        ChapterMeaning.FINDINGS,
        ChapterMeaning.RECOMMENDATIONS,
    }
    filed = next(clock for clock in central.clocks if clock.key == "report_filed")
    assert filed.months == 3
    assert central.needs_full_report(Category.OTHER)


def test_taoyuan_parts_findings_from_recommendations() -> None:
    taoyuan = profile_of("tw_taoyuan")
    findings = taoyuan.chapter_for(ChapterMeaning.FINDINGS)
    assert findings is not taoyuan.chapter_for(ChapterMeaning.RECOMMENDATIONS)


def test_taipei_asks_for_three_recommendations_and_their_adoption() -> None:
    taipei = profile_of("tw_taipei")
    assert taipei.limits.min_recommendations == 3
    assert Annex.FOLLOW_UPS in taipei.annexes


def test_english_reports_show_photos_where_they_are_cited() -> None:
    trip = profile_of("trip_report")
    assert trip.language == "en"
    assert trip.page.photos is PhotoPlace.IN_TEXT
    assert trip.name.in_("en") == "Trip report"


def test_a_profile_of_the_user_wins_over_a_shipped_one(tmp_path: Path) -> None:
    written(tmp_path, HEAD.replace('"own"', '"blank"'))
    assert all_profiles(tmp_path)["blank"].name.zh_TW == "本校"
    assert profile_of("tw_central", tmp_path).key == "tw_central"
    assert all_profiles(tmp_path / "none").keys() == shipped_profiles().keys()


def test_an_unknown_profile_is_not_found() -> None:
    with pytest.raises(NotFound):
        profile_of("nowhere")


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        (HEAD + "[page]\nmargin = 2\n", 5, "page.margin"),
        (HEAD + "[page]\nmargins = 25\n", 5, "page.margins"),
        (
            HEAD + '[[cover.lines]]\nitem="title"\nsize=20\n[[cover.lines]]\nitem="sum"\nsize=9\n',
            8,
            "",
        ),
        (HEAD + "[limits]\nsummary_min = 300\nsummary_max = 200\n", 4, "limits"),
        (HEAD + "system_number = '('\n", 1, ""),
        ('key = "own"\nlanguage = "fr"\n' + HEAD.splitlines()[1], 2, "language"),
    ],
)
def test_a_wrong_value_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, key: str
) -> None:
    refused = refusal(tmp_path, text)
    assert refused.context["line"] == line
    assert refused.context["key"] == key or not key
    for words in (Words("zh_TW"), Words("en")):
        told = words.error(refused)
        assert "own.toml" in told
        assert str(line) in told


def test_what_is_no_toml_is_told_with_its_line(tmp_path: Path) -> None:
    assert refusal(tmp_path, HEAD + 'page = "\n').context["line"] == 4
    assert refusal(tmp_path, HEAD + "page = ").code == "profile.not_toml"


def test_a_clock_has_exactly_one_span(tmp_path: Path) -> None:
    clock = '[[clocks]]\nkey="a"\ntitle={zh_TW="甲",en="A"}\nanchor="return"\ndays=1\nmonths=1\n'
    assert refusal(tmp_path, HEAD + clock).context["reason"].code == "profile.one_span"


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        load_profile(tmp_path / "none.toml")
    path = tmp_path / "latin.toml"
    path.write_bytes(b'key = "\xe9"')
    with pytest.raises(UnreadableFile):
        load_profiles(tmp_path)


def test_a_line_without_a_key_is_passed_over(tmp_path: Path) -> None:
    text = HEAD + '[page]\nnumber = """\n{page}\n"""\nmargin = 2\n'
    assert refusal(tmp_path, text).context["line"] == 8
