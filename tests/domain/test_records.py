"""Records: what each takes and refuses, how they point at one another, and that none changes."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from planner.domain.agreement import Agreement
from planner.domain.briefing import Fact
from planner.domain.delegation import Delegation, Member
from planner.domain.dossier import Dossier, field_of
from planner.domain.entity import Entity, Fields, RefersTo
from planner.domain.errors import InvalidInput
from planner.domain.follow_up import FollowUp, Proof
from planner.domain.gift import Gift
from planner.domain.manuscript import Section
from planner.domain.organisation import Organisation, OrganisationRelation
from planner.domain.outcome import Decision
from planner.domain.person import Person, Post
from planner.domain.photo import Photo
from planner.domain.records import BY_KIND, RECORDS, parts, references, referred
from planner.domain.seminar import Seminar, Session
from planner.domain.stop import Stop, StopKind
from tests.strategies import arbitrary, world

KEY = uuid4()
EVERY_KIND = pytest.mark.parametrize("entity", RECORDS, ids=lambda entity: entity.kind)
KEYS = {entity.kind: [uuid4(), uuid4()] for entity in RECORDS}


def refused(entity: type[Fields], **values: Any) -> dict[str, str]:
    """What is wrong with each field."""
    with pytest.raises(InvalidInput) as error:
        entity.checked(values)
    return {problem.field: problem.code for problem in error.value.problems}


DELEGATION = {"title": "赴大陸考察稀土", "starts_on": "104/8/17", "ends_on": "104/8/22"}


def test_a_delegation_counts_its_days() -> None:
    delegation = Delegation.checked(DELEGATION)
    assert delegation.day_count == 6
    assert delegation.holds(date(2015, 8, 22))
    assert not delegation.holds(date(2015, 8, 23))


def test_a_delegation_does_not_end_before_it_starts() -> None:
    wrong = refused(Delegation, **{**DELEGATION, "ends_on": "104/8/16"})
    assert wrong == {"": "delegation.ends_before_start"}


@pytest.mark.parametrize("number", ["C10412345", "C104AB001", ""])
def test_a_system_number_has_the_central_or_the_local_shape(number: str) -> None:
    assert Delegation.checked({**DELEGATION, "system_number": number}).system_number == number


@pytest.mark.parametrize("number", ["C1041234", "D10412345", "C104A1001", "C10412345x"])
def test_a_system_number_of_another_shape_is_refused(number: str) -> None:
    wrong = refused(Delegation, **{**DELEGATION, "system_number": number})
    assert wrong == {"system_number": "string_pattern_mismatch"}


def test_every_field_that_is_wrong_is_named() -> None:
    wrong = refused(Delegation, title=" ", starts_on="民國0年1月1日", hotel="")
    assert wrong == {
        "title": "string_too_short",
        "starts_on": "date.roc_year",
        "ends_on": "missing",
        "hotel": "extra_forbidden",
    }


def stop(starts: str, ends: str | None, kind: str = "visit") -> dict[str, Any]:
    return {"delegation_id": KEY, "stop_kind": kind, "starts": starts, "ends": ends}


@pytest.mark.parametrize(
    ("starts", "ends", "kind"),
    [
        ("2015-08-18T14:00[Asia/Shanghai]", "2015-08-18T13:59[Asia/Shanghai]", "visit"),
        # by the clock it lands later, yet earlier than it left
        ("2015-08-18T09:00[Asia/Taipei]", "2015-08-18T09:30[Asia/Tokyo]", "flight"),
        ("2015-08-18", "2015-08-17", "lodging"),
        ("2015-08-18/afternoon", "2015-08-18/morning", "meeting"),
        ("2015-08-18T14:00[Asia/Shanghai]", "2015-08-18/morning", "meal"),
    ],
)
def test_a_stop_does_not_end_before_it_starts(starts: str, ends: str, kind: str) -> None:
    assert refused(Stop, **stop(starts, ends, kind)) == {"": "stop.ends_before_start"}


@pytest.mark.parametrize(
    ("starts", "ends", "kind"),
    [
        # over the date line: lands the day before it left
        ("2015-08-18T00:30[Pacific/Auckland]", "2015-08-17T13:30[America/Los_Angeles]", "flight"),
        ("2015-08-18", "2015-08-17", "flight"),
        # the clocks go back while the train runs: 02:50 to 02:10 is twenty minutes
        ("2015-10-25T01:50[Europe/Berlin]", "2015-10-25T02:10[Europe/Berlin]", "train"),
        # the clocks leap while it runs
        ("2015-03-29T01:50[Europe/Berlin]", "2015-03-29T03:10[Europe/Berlin]", "train"),
        ("2015-08-18T22:00[Asia/Shanghai]", "2015-08-19", "lodging"),
        ("2015-08-18/evening", "2015-08-18/evening", "meal"),
        ("2015-08-18T14:00[Asia/Shanghai]", None, "visit"),
    ],
)
def test_a_stop_may_end_when_clocks_and_calendars_allow(
    starts: str, ends: str | None, kind: str
) -> None:
    assert str(Stop.checked(stop(starts, ends, kind)).starts) == starts


def test_a_stop_in_an_unknown_zone_is_refused() -> None:
    wrong = refused(Stop, **stop("2015-08-18T14:00[Asia/Baotou]", None))
    assert wrong == {"starts.zone": "zone.unknown"}


def test_only_ways_of_going_are_legs() -> None:
    legs = {kind for kind in StopKind if kind.is_leg}
    assert legs == {"flight", "train", "car", "boat", "walk"}


@pytest.mark.parametrize(
    ("entity", "values", "code"),
    [
        (
            Post,
            {"person_id": KEY, "title": "院長", "since": "2015", "until": "2014-12"},
            "post.ends_before_start",
        ),
        (
            OrganisationRelation,
            {"organisation_id": KEY, "tie": "shareholder", "since": "2015-05", "until": "2014"},
            "organisation_relation.ends_before_start",
        ),
        (
            Decision,
            {"recommendation_id": KEY, "decided_on": "105/1/4", "verdict": "not_adopted"},
            "decision.needs_reason",
        ),
        (
            Agreement,
            {
                "agreement_kind": "memorandum",
                "title": "合作備忘錄",
                "signed_on": "104/8/20",
                "expires_on": "104/8/19",
            },
            "agreement.expires_before_effect",
        ),
        (Fact, {"subject": "內蒙古", "metric": "稀土儲量"}, "fact.empty"),
        (Proof, {"follow_up_id": KEY, "title": "會議紀錄"}, "proof.empty"),
    ],
)
def test_a_rule_across_fields_is_named(
    entity: type[Entity], values: dict[str, Any], code: str
) -> None:
    assert refused(entity, **values) == {"": code}


@pytest.mark.parametrize(
    ("since", "until"), [("2015-05", "2015"), ("2015", "2015-03"), (None, "2015"), ("2015", None)]
)
def test_a_post_may_end_as_far_as_its_dates_tell(since: str | None, until: str | None) -> None:
    values = {"person_id": KEY, "title": "院長", "since": since, "until": until}
    assert Post.checked(values).until == until


FOLLOW_UP = {"delegation_id": KEY, "text": "邀請回訪"}
CLOSED = {**FOLLOW_UP, "state": "closed", "done": "已於十月回訪", "closed_on": "104/10/30"}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"done": " "}, "follow_up.needs_done"),
        ({"closed_on": None}, "follow_up.needs_closing_day"),
        ({"is_priority": True}, "follow_up.needs_second_person"),
    ],
)
def test_a_follow_up_is_closed_only_with_what_was_done_when_and_seen_by_whom(
    change: dict[str, Any], code: str
) -> None:
    assert FollowUp.checked(CLOSED).state == "closed"
    assert refused(FollowUp, **{**CLOSED, **change}) == {"": code}


def test_a_priority_follow_up_is_closed_by_a_second_person() -> None:
    closed = FollowUp.checked({**CLOSED, "is_priority": True, "confirmed_by": "林科長"})
    assert closed.is_priority


@pytest.mark.parametrize("owner", ["owner_person_id", "owner_body_id", "owner_name"])
def test_a_follow_up_has_an_owner_with_or_without_an_account(owner: str) -> None:
    assert not FollowUp.checked(FOLLOW_UP).has_owner
    value = "包頭市政府" if owner == "owner_name" else uuid4()
    assert FollowUp.checked({**FOLLOW_UP, owner: value}).has_owner


@pytest.mark.parametrize("entity", [Person, Organisation])
def test_names_in_every_script_are_given_once_the_printed_first(entity: Any) -> None:
    named = entity.checked(
        {
            "name": "中國科學院",
            "name_simplified": "中国科学院",
            "name_latin": "Chinese Academy of Sciences",
            "aliases": ["中科院", "中國科學院"],
        }
    )
    assert named.names == ("中國科學院", "中国科学院", "Chinese Academy of Sciences", "中科院")


@pytest.mark.parametrize(
    ("entity", "values", "field"),
    [
        (Gift, {"delegation_id": KEY, "direction": "given", "item": "茶", "value": "-1"}, "value"),
        (
            Gift,
            {"delegation_id": KEY, "direction": "given", "item": "茶", "value": "1.005"},
            "value",
        ),
        (
            Gift,
            {"delegation_id": KEY, "direction": "given", "item": "茶", "currency": "NT$"},
            "currency",
        ),
        (
            Photo,
            {
                "delegation_id": KEY,
                "content": "0" * 63,
                "media_type": "image/jpeg",
                "file_name": "1.jpg",
                "width": 1,
                "height": 1,
            },
            "content",
        ),
        (Member, {"delegation_id": "me"}, "delegation_id"),
    ],
)
def test_a_value_out_of_its_bounds_is_refused(
    entity: type[Entity], values: dict[str, Any], field: str
) -> None:
    assert list(refused(entity, **values)) == [field]


@EVERY_KIND
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_record_is_equal_after_a_way_through_json(
    entity: type[Entity], data: st.DataObject
) -> None:
    record = data.draw(arbitrary(entity, KEYS))
    assert entity.model_validate_json(record.model_dump_json()) == record
    assert entity.checked(record.model_dump(mode="json")) == record
    assert hash(record) == hash(record.with_())


@EVERY_KIND
def test_no_record_changes_or_takes_what_it_does_not_know(entity: type[Entity]) -> None:
    record = world()[entity.kind]
    with pytest.raises(ValidationError):
        record.id = uuid4()
    with pytest.raises(InvalidInput):
        record.with_(colour="red")


def test_a_copy_is_checked_and_the_first_stays_as_it_was() -> None:
    delegation = Delegation.checked(DELEGATION)
    moved = delegation.with_(ends_on="104/8/25")
    assert (moved.day_count, delegation.day_count, moved.id) == (9, 6, delegation.id)
    with pytest.raises(InvalidInput):
        delegation.with_(ends_on="104/8/1")


def written_fields() -> list[Any]:
    """Every field in which a person writes."""
    made = world()
    return [
        pytest.param(made[entity.kind], name, id=f"{entity.kind}.{name}")
        for entity in RECORDS
        for name, info in entity.model_fields.items()
        if info.annotation is str
    ]


@pytest.mark.parametrize(("record", "name"), written_fields())
@pytest.mark.parametrize("character", ["\x00", "\x1b", "\ud800", "\ufffe"])
def test_no_field_takes_characters_that_cannot_be_printed(
    record: Entity, name: str, character: str
) -> None:
    with pytest.raises(InvalidInput):
        record.with_(**{name: f"a{character}b"})


def test_texts_lose_the_blanks_around_them_and_keep_the_lines_within() -> None:
    section = Section.checked({"delegation_id": KEY, "text": " \u3000一、\n\t二、 \n"})
    assert section.text == "一、\n\t二、"


def test_every_kind_is_known_by_its_name() -> None:
    assert len(BY_KIND) == len(RECORDS)
    assert all(BY_KIND[entity.kind] is entity for entity in RECORDS)


@EVERY_KIND
def test_every_id_in_a_record_says_what_it_points_at(entity: type[Entity]) -> None:
    for name in entity.model_fields:
        if name.endswith(("_id", "_ids")):
            assert references(entity)[name].kind in BY_KIND
        else:
            assert name not in references(entity)


@EVERY_KIND
def test_every_kind_comes_after_those_it_needs(entity: type[Entity]) -> None:
    before = RECORDS[: RECORDS.index(entity)]
    for name, mark in references(entity).items():
        if entity.model_fields[name].is_required():
            assert BY_KIND[mark.kind] in before


def test_parts_go_with_their_whole() -> None:
    assert (Session, "seminar_id") in parts("seminar")
    assert (Section, "parent_id") in parts("section")
    assert (Fact, "organisation_id") in parts("organisation")
    assert {entity for entity, _ in parts("delegation")} >= {Stop, Member, Seminar, Photo}
    assert parts("photo") == ()


def test_everything_that_needs_a_whole_is_part_of_it() -> None:
    for entity in RECORDS:
        for name, mark in references(entity).items():
            if entity.model_fields[name].is_required():
                assert (entity, name) in parts(mark.kind)


def test_a_record_names_all_it_points_at() -> None:
    host, unit = uuid4(), uuid4()
    visit = Stop.checked({**stop("2015-08-18", None), "host_id": host, "unit_ids": [unit]})
    assert set(referred(visit)) == {
        ("delegation", KEY),
        ("organisation", host),
        ("organisation", unit),
    }


def test_a_reference_is_no_part_unless_it_says_so() -> None:
    assert RefersTo("stop") == RefersTo("stop", is_part=False)


@EVERY_KIND
def test_a_dossier_has_a_place_for_every_kind(entity: type[Entity]) -> None:
    assert field_of(entity) in Dossier.model_fields


def dossier() -> Dossier:
    made = world()
    rest = {
        field_of(type(record)): (record,) for kind, record in made.items() if kind != "delegation"
    }
    return Dossier.model_validate({"delegation": made["delegation"], **rest})


def test_a_dossier_finds_every_record_it_holds() -> None:
    whole = dossier()
    assert len(list(whole.records())) == len(RECORDS)
    assert all(whole.by_id[record.id] is record for record in whole.records())
    assert next(whole.records()) is whole.delegation


def test_a_dossier_looks_up_by_kind_and_says_none_for_others() -> None:
    whole = dossier()
    body, person, visit = whole.organisations[0], whole.people[0], whole.stops[0]
    assert whole.organisation(body.id) is body
    assert whole.person(person.id) is person
    assert whole.stop(visit.id) is visit
    for look_up in (whole.organisation, whole.person, whole.stop):
        assert look_up(None) is None
        assert look_up(whole.delegation.id) is None
        assert look_up(UUID(int=0)) is None


def test_a_dossier_is_equal_after_a_way_through_json_whatever_was_looked_up() -> None:
    whole = dossier()
    assert whole.by_id
    assert Dossier.model_validate_json(whole.model_dump_json()) == whole


def test_a_seminar_may_have_no_languages_yet() -> None:
    assert Seminar.checked({"delegation_id": KEY, "title": "稀土研討會"}).languages == ()
