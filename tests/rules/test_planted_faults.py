"""Faults planted one at a time in a sound delegation: each is found, the sound one is silent."""

from collections.abc import Callable
from datetime import date

import pytest

from planner.domain.delegation import Category, Objective
from planner.domain.dossier import Dossier
from planner.domain.entity import Entity
from planner.domain.profile import Limits, ReportProfile
from planner.domain.stop import Stop, StopKind, StopStatus
from planner.domain.values import LocalTime, Place
from planner.rules.check import check
from planner.sentences import Language
from planner.words import Words
from tests.builders import fact, key
from tests.rules.made_delegation import (
    DELEGATION,
    HOSTS,
    OURS,
    THEIRS,
    TODAY,
    central_profile,
    changed,
    section_of,
    sound,
    stop_of,
)

Fault = Callable[[], Dossier]


def of(name: str) -> Entity:
    return sound().by_id[key(name)]


def with_stop(number: int, **values: object) -> Dossier:
    return changed(sound(), stop_of(number).with_(**values))


def with_record(name: str, **values: object) -> Dossier:
    return changed(sound(), of(name).with_(**values))


def with_text(heading: str, old: str, new: str) -> Dossier:
    section = section_of(heading)
    assert old in section.text
    return changed(sound(), section.with_(text=section.text.replace(old, new)))


def with_more(heading: str, more: str) -> Dossier:
    section = section_of(heading)
    return changed(sound(), section.with_(text=f"{section.text}\n\n{more}"))


def at(day: int, clock: str, zone: str = "Asia/Shanghai") -> str:
    return f"2026-03-{day:02d}T{clock}[{zone}]"


def train(name: str, starts: str, ends: str) -> Stop:
    """One member goes alone on the day of the seminar."""
    return stop_of(14).with_(
        id=key(f"train of {name}"),
        starts=at(4, starts),
        ends=at(4, ends),
        is_for_all=False,
        member_ids=(key(f"member {name}"),),
    )


FIRST_DAY = "第1天（3月2日，星期一）"
SECOND_DAY = "第2天（3月3日，星期二）"
THIRD_DAY = "第3天（3月4日，星期三）"
SIXTH_DAY = "第6天（3月7日，星期六）"
FAR = Place(latitude=31.2, longitude=121.5)

PLAN: dict[str, tuple[str, Fault]] = {
    "overlap": (
        "schedule.overlap",
        lambda: with_stop(8, starts=at(3, "11:00"), ends=at(3, "12:00")),
    ),
    "host_in_two_places": (
        "schedule.person_twice",
        lambda: with_stop(6, people_met_ids=(key(THEIRS[2]),)),
    ),
    "interpreter_twice": (
        "schedule.person_twice",
        lambda: with_record("made talk 14", interpreter_id=key("蔡志遠")),
    ),
    "room_twice": (
        "schedule.room_twice",
        lambda: with_record("made session 2", room="甲會議室"),
    ),
    "too_late_for_the_flight": (
        "schedule.connection_short",
        lambda: with_stop(18, starts=at(5, "13:00"), ends=at(5, "14:00")),
    ),
    "too_far_in_the_time": (
        "schedule.connection_impossible",
        lambda: with_stop(3, place_position=FAR),
    ),
    "speaker_lands_too_late": (
        "talk.speaker_late",
        lambda: changed(sound(), train(OURS[0], "07:00", "09:20")),
    ),
    "speaker_leaves_before_the_end": (
        "talk.speaker_leaves",
        lambda: changed(sound(), train(OURS[1], "09:55", "11:00")),
    ),
    "talk_without_slot": ("talk.no_slot", lambda: with_record("made talk 7", session_id=None)),
    "talk_without_room": (
        "talk.no_room",
        lambda: changed(
            sound(),
            of("made seminar").with_(venue=""),
            of("made talk 7").with_(session_id=None),
        ),
    ),
    "visit_on_a_holiday": ("schedule.holiday", lambda: with_record(HOSTS[1], country="BG")),
    "visit_on_a_weekend": (
        "schedule.weekend",
        lambda: with_stop(
            25, starts=at(7, "10:00", "Asia/Tokyo"), ends=at(7, "11:00", "Asia/Tokyo")
        ),
    ),
    "visit_outside_the_host_s_hours": (
        "schedule.outside_hours",
        lambda: with_record(HOSTS[3], hours="09:00–15:00"),
    ),
    "night_without_lodging": (
        "schedule.no_lodging",
        lambda: changed(sound(), without=(stop_of(16),)),
    ),
    "stop_outside_the_period": (
        "schedule.outside_period",
        lambda: with_stop(
            30, starts=at(8, "17:30", "Asia/Taipei"), ends=at(8, "18:30", "Asia/Taipei")
        ),
    ),
    "leg_without_traveller": (
        "schedule.leg_without_traveller",
        lambda: with_stop(28, is_for_all=False),
    ),
    "too_long_on_the_road": (
        "schedule.long_road",
        lambda: with_stop(14, ends=at(5, "01:30")),
    ),
    "no_meal_in_nine_hours": (
        "schedule.no_meal",
        lambda: with_stop(8, status=StopStatus.DROPPED),
    ),
    "passport_too_short": (
        "member.passport_expires",
        lambda: with_record(f"member {OURS[2]}", passport_expires_on=date(2026, 9, 6)),
    ),
    "visa_missing": ("member.visa_missing", lambda: with_record(f"member {OURS[3]}", visa="")),
    "visa_too_short": (
        "member.visa_expires",
        lambda: with_record(f"member {OURS[4]}", visa_expires_on=date(2026, 3, 5)),
    ),
    "host_without_contact": ("host.no_contact", lambda: with_record(HOSTS[4], contacts=())),
    "objective_without_stop": (
        "thread.objective_without_stop",
        lambda: changed(
            sound(),
            Objective(
                id=key("objective 3"), delegation_id=DELEGATION, number=3, title="建立聯繫窗口"
            ),
        ),
    ),
    "follow_up_late": (
        "follow_up.late",
        lambda: with_record("made follow-up", due_on=date(2026, 2, 9)),
    ),
    "follow_up_without_owner": (
        "thread.follow_up_without_owner",
        lambda: with_record("made follow-up", owner_body_id=None),
    ),
}

SEMINAR: dict[str, tuple[str, Fault]] = {
    "two_talks_in_one_room": (
        "talk.room_twice",
        lambda: with_record("made talk 9", starts_at=at(4, "13:40")),
    ),
    "talk_into_the_break": (
        "talk.outside_session",
        lambda: with_record("made talk 12", starts_at=at(4, "15:20")),
    ),
}

REPORT: dict[str, tuple[str, Fault]] = {
    "summary_too_short": (
        "report.summary_short",
        lambda: changed(sound(), section_of("摘要").with_(text="本次考察以永磁材料為題。")),
    ),
    "summary_too_long": (
        "report.summary_long",
        lambda: changed(sound(), section_of("摘要").with_(text="永磁材料之研發" * 43)),
    ),
    "chapter_missing": (
        "report.chapter_missing",
        lambda: changed(sound(), without=(section_of("目的"),)),
    ),
    "chapter_empty": (
        "report.chapter_empty",
        lambda: changed(sound(), section_of("目的").with_(text=" ")),
    ),
    "no_leader": ("cover.no_leader", lambda: with_record(f"member {OURS[0]}", role="member")),
    "no_post": ("member.no_post", lambda: with_record(f"member {OURS[1]}", post_title="")),
    "no_report_date": ("cover.no_reported_on", lambda: with_record("delegation", reported_on=None)),
    "system_number_of_another_form": (
        "cover.system_number_shape",
        lambda: with_record("delegation", system_number="C115AB001"),
    ),
    "talk_without_speaker": (
        "talk.no_speaker",
        lambda: with_record("made talk 9", speaker_ids=()),
    ),
    "recommendation_without_addressee": (
        "recommendation.no_addressee",
        lambda: with_record("made recommendation", addressee_id=None),
    ),
    "recommendation_without_grounds": (
        "thread.recommendation_without_grounds",
        lambda: with_record("made recommendation", finding_ids=()),
    ),
    "objective_without_finding": (
        "thread.objective_without_finding",
        lambda: changed(
            sound(),
            *(finding.with_(objective_ids=(key("objective 1"),)) for finding in sound().findings),
        ),
    ),
    "host_not_described": (
        "host.not_described",
        lambda: changed(sound(), without=(of(f"fact {HOSTS[3]}"),)),
    ),
    "host_not_in_the_account": (
        "host.not_in_account",
        lambda: with_text(SECOND_DAY, f"、{HOSTS[4]}", ""),
    ),
    "described_but_not_visited": (
        "host.not_visited",
        lambda: changed(sound(), stop_of(25).with_(host_id=None), _profile_of(HOSTS[9])),
    ),
    "figure_without_alt_text": (
        "figure.no_alt_text",
        lambda: with_record("made photo 3", alt_text=""),
    ),
    "figure_without_caption": (
        "figure.no_caption",
        lambda: with_record("made photo 3", caption=""),
    ),
    "figure_never_cited": (
        "figure.uncited",
        lambda: with_text(SIXTH_DAY, f"（{{figure:{key('made photo 6')}}}）", ""),
    ),
    "figure_out_of_order": (
        "figure.out_of_order",
        lambda: with_record("made photo 1", position=9),
    ),
    "figure_unknown": ("figure.unknown", lambda: with_more(FIRST_DAY, "餐後合影如圖9所示。")),
    "range_left_open": ("figure.open_range", lambda: with_more(SIXTH_DAY, "合影（圖6至）。")),
    "weekday_against_date": (
        "text.weekday",
        lambda: changed(sound(), section_of(THIRD_DAY).with_(heading="第3天（3月4日，星期四）")),
    ),
    "day_outside_the_journey": (
        "text.day_outside",
        lambda: with_more(THIRD_DAY, "會後於3月14日再行參觀。"),
    ),
    "no_such_day": ("text.no_such_day", lambda: with_more("目的", "原訂2月30日出發。")),
    "section_under_another_day": (
        "section.day_differs",
        lambda: changed(sound(), section_of(THIRD_DAY).with_(day=date(2026, 3, 5))),
    ),
    "placeholder": ("text.placeholder", lambda: with_more("目的", "經費共○○元。")),
    "tai": ("text.tai", lambda: with_more("目的", "台灣與日本均有需求。")),
    "half_width": ("text.half_width", lambda: with_more("目的", "本案重要,應續辦。")),
    "unit_slip": ("text.unit_slip", lambda: with_more("目的", "年產3,000頓。")),
    "no_keywords": ("sheet.no_keywords", lambda: with_record("delegation", keywords=())),
    "no_subject_class": (
        "sheet.no_subject_class",
        lambda: with_record("delegation", subject_class=""),
    ),
    "day_in_chinese_numerals": (
        "text.han_number",
        lambda: with_more("目的", "原訂三月二日出發。"),
    ),
    "sum_in_chinese_numerals": (
        "text.han_number",
        lambda: with_more("目的", "經費計五十六萬元。"),
    ),
    "number_typed_into_a_heading": (
        "text.typed_number",
        lambda: changed(sound(), section_of("目的").with_(heading="壹、目的")),
    ),
    "name_spelt_two_ways": (
        "name.two_spellings",
        lambda: with_text(THIRD_DAY, HOSTS[5], "長河磁料研究院"),
    ),
    "unknown_person": ("person.unknown", lambda: with_more(SECOND_DAY, "會後由沈家驊院長送行。")),
    "withheld_person_named_in_the_text": (
        "disclosure.name_typed",
        lambda: changed(
            with_more(SECOND_DAY, f"會後由{THEIRS[0]}送行。"),
            sound().by_id[key(THEIRS[0])].with_(disclosure="internal"),
        ),
    ),
    "unknown_organisation": (
        "organisation.unknown",
        lambda: with_more(SECOND_DAY, "會後參訪松江電機股份有限公司。"),
    ),
    "two_values_on_record": (
        "fact.two_values",
        lambda: changed(
            sound(),
            fact(
                sound().by_id[key(HOSTS[0])],
                "研究人員",
                quantity={"number": 180, "unit": "人"},
                as_of="2025",
            ),
        ),
    ),
    "text_against_record": (
        "fact.text_differs",
        lambda: with_more(FIRST_DAY, f"{HOSTS[0]}現有研究人員約500人。"),
    ),
    "two_values_in_the_text": (
        "text.two_values",
        lambda: changed(
            sound(),
            *(
                section_of(heading).with_(
                    text=f"{section_of(heading).text}{HOSTS[0]}之燒結磁體產能為{number}公噸。"
                )
                for heading, number in ((FIRST_DAY, "3,000"), ("心得及建議", "1,500"))
            ),
        ),
    ),
}


def _profile_of(name: str) -> Entity:
    section = section_of("目的")
    return section.with_(id=key("profile"), meaning="hosts", heading=name, text="該會成立甚早。")


FAULTS = PLAN | SEMINAR | REPORT


def rules(dossier: Dossier, today: date = TODAY) -> set[str]:
    return {notice.rule for notice in check(dossier, central_profile(), today)}


def test_the_sound_delegation_is_silent() -> None:
    assert rules(sound()) == set()


def test_the_made_delegation_is_as_large_as_asked_for() -> None:
    zones = {stop.starts.zone for stop in sound().stops if stop.starts.zone}
    assert len(sound().stops) == 30
    assert len(sound().members) == 12
    assert len(sound().talks) == 18
    assert len(zones) == 3


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault: str) -> None:
    rule, plant = FAULTS[fault]
    assert rule in rules(plant())


def test_25_faults_of_the_plan_at_once_are_all_found() -> None:
    """Planted together, none hides another."""
    together = sound()
    for _, plant in PLAN.values():
        together = planted_too(together, plant())
    assert len(PLAN) == 25
    assert {rule for rule, _ in PLAN.values()} - rules(together) == set()


def planted_too(dossier: Dossier, planted: Dossier) -> Dossier:
    """The dossier with what another planting changed in the sound one."""
    before = sound().by_id
    records = []
    for record in planted.records():
        was = before.get(record.id)
        if was is None:
            records.append(record)
        elif was != record:
            fresh = {name: value for name, value in record if getattr(was, name) != value}
            records.append(dossier.by_id[record.id].with_(**fresh))
    gone = tuple(record for record in before.values() if record.id not in planted.by_id)
    return changed(dossier, *records, without=gone)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("fault", FAULTS)
def test_every_notice_reads_as_a_whole_sentence(
    fault: str, language: Language, caplog: pytest.LogCaptureFixture
) -> None:
    words = Words(language)
    for notice in check(FAULTS[fault][1](), central_profile(), TODAY):
        sentence = words(f"rule.{notice.rule}", **notice.context)
        assert sentence.endswith(("。", "."))
        assert words(f"remedy.{notice.remedy}")
        assert words.value(notice.severity)
    assert caplog.records == []


def test_checking_changes_nothing() -> None:
    before = sound().model_dump()
    rules(sound())
    assert sound().model_dump() == before


def test_a_past_journey_is_not_told_what_its_plan_lacked() -> None:
    lacking = with_record(f"member {OURS[2]}", visa="", passport_expires_on=None)
    assert not any(rule.startswith("member.") for rule in rules(lacking, date(2026, 5, 4)))


def test_a_plan_without_a_word_of_report_is_not_asked_for_one() -> None:
    planned = changed(sound(), without=sound().sections)
    assert rules(planned) == set()
    assert "report.chapter_missing" in rules(planned, date(2026, 3, 8))


def test_before_travel_nothing_need_be_found_yet() -> None:
    planned = changed(sound(), without=(*sound().sections, *sound().findings))
    assert rules(planned) == set()
    assert "thread.objective_without_finding" in rules(planned, date(2026, 3, 8))


def test_what_nobody_wrote_down_is_told_once_a_kind_when_the_journey_is_over() -> None:
    vague = changed(
        sound(),
        *(stop.with_(starts=stop.starts.day, ends=None) for stop in sound().stops),
        without=tuple(stop for stop in sound().stops if stop.stop_kind is StopKind.LODGING),
    )
    told = {
        notice.rule: notice.context.get("count")
        for notice in check(vague, central_profile(), date(2026, 3, 8))
        if notice.rule.startswith("journey.")
    }
    assert told == {
        "journey.no_times": 27,
        "journey.no_services": 4,
        "journey.no_lodging": 5,
        "journey.no_budget": None,
    }


def test_a_cancelled_journey_is_left_alone() -> None:
    cancelled = with_record("delegation", state="cancelled")
    assert rules(changed(cancelled, without=cancelled.members), date(2026, 9, 1)) == set()


def test_a_dropped_stop_clashes_with_nothing() -> None:
    clashing = stop_of(8).with_(starts=at(3, "11:00"), ends=at(3, "12:00"))
    dropped = clashing.with_(status=StopStatus.DROPPED)
    assert "schedule.overlap" not in rules(changed(sound(), dropped))


def test_a_meal_with_the_host_within_its_visit_is_no_clash() -> None:
    within = stop_of(13)
    assert within.stop_kind is StopKind.MEAL
    elsewhere = within.with_(host_id=key(HOSTS[0]))
    assert "schedule.overlap" in rules(changed(sound(), elsewhere))


def test_a_talk_may_have_its_own_time() -> None:
    own = LocalTime.model_validate(at(4, "15:10"))
    assert rules(with_record("made talk 18", starts_at=own)) == set()


def test_hours_are_read_from_the_notes_where_none_are_on_record() -> None:
    noted = with_record(HOSTS[3], notes="參觀時間：09:00–15:00，週一公休")
    assert "schedule.outside_hours" in rules(noted)
    both = with_record(HOSTS[3], notes="參觀時間：09:00–15:00", hours="08:00–18:00")
    assert "schedule.outside_hours" not in rules(both)


def test_numerals_that_are_no_figures_stand_as_they_are() -> None:
    text = "其中三個單位、第十二屆年會、十二五計畫及第二十一條，均屬一般。"
    assert "text.han_number" not in rules(with_more("目的", text))


@pytest.mark.parametrize("heading", ["一帶一路之影響", "2.5公釐磁粉", "十二五計畫", "第1天"])
def test_a_heading_that_only_looks_numbered_is_left_alone(heading: str) -> None:
    held = changed(sound(), section_of("目的").with_(heading=heading))
    assert "text.typed_number" not in rules(held)


def test_a_profile_knows_its_categories_and_what_advice_must_rest_on() -> None:
    few = central_profile().model_copy(update={"categories": (Category.STUDY_TOUR,)})
    strict = few.model_copy(update={"limits": Limits(min_recommendations=1)})

    def found(dossier: Dossier, profile: ReportProfile) -> set[str]:
        return {notice.rule for notice in check(dossier, profile, TODAY)}

    assert found(sound(), strict) == set()
    elsewhere = with_record("delegation", category=Category.VISIT)
    assert found(elsewhere, few) == {"cover.category_unknown"}
    aimless = changed(sound(), stop_of(3).with_(objective_ids=()))
    assert "recommendation.off_plan" in found(aimless, strict)
    assert "recommendation.off_plan" not in found(aimless, few)
