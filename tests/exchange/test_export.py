"""Exports hold what is said before, in the edition asked for."""

import json
from datetime import UTC, datetime

import pytest
from lxml import etree

from planner.domain.dossier import Dossier
from planner.domain.errors import Refused
from planner.domain.values import ContactKind, ContactPoint, Disclosure, LocalTime, Place
from planner.exchange.export import SUFFIXES, Surroundings, Wish, contents, contents_text, export
from planner.words import Words
from tests import builders as b

AROUND = Surroundings(Words("en"), datetime(2026, 1, 1, tzinfo=UTC), {}, lambda _: b"")


@pytest.fixture
def dossier() -> Dossier:
    mail = ContactPoint(kind=ContactKind.EMAIL, value="wang@example.org")
    wang, lin = b.person("王二", contacts=(mail,)), b.person("林一")
    seminar = b.seminar(venue="包頭")
    starts = LocalTime.model_validate("2015-08-18T09:00[Asia/Shanghai]")
    talk = b.talk(1, "永磁材料", seminar, starts_at=starts, minutes=20, speaker_ids=(wang.id,))
    return b.dossier(
        people=(wang, lin),
        members=(b.member(lin, passport_name="LIN YI"),),
        stops=(
            b.stop(
                "拜會",
                "2015-08-18",
                place_position=Place(latitude=40.6, longitude=109.8),
                booking_reference="ABC123",
            ),
        ),
        seminars=(seminar,),
        talks=(talk,),
        findings=(b.finding(1, "限閱", disclosure=Disclosure.INTERNAL),),
    )


@pytest.mark.parametrize("suffix", [each for each in SUFFIXES if each != ".planner"])
def test_the_public_edition_tells_nothing_restricted(suffix: str, dossier: Dossier) -> None:
    content = export(dossier, Wish(suffix), AROUND)
    for secret in ("wang@example.org", "LIN YI", "ABC123", "限閱"):
        assert secret.encode() not in content


def test_what_is_kept_back_is_said_before(dossier: Dossier) -> None:
    held = contents(dossier, Wish(".json"))
    assert (held.withheld, held.without_consent) == (1, 1)
    told = " ".join(contents_text(held, "out.json", Words("en")))
    assert "1 × talk" in told
    assert "finding" not in told


def test_the_internal_edition_tells_all(dossier: Dossier) -> None:
    content = export(dossier, Wish(".json", is_public=False), AROUND)
    plain = json.loads(content)
    assert plain["edition"] == "internal"
    assert plain["records"]["finding"][0]["title"] == "限閱"


def test_a_route_has_longitude_before_latitude(dossier: Dossier) -> None:
    (feature,) = json.loads(export(dossier, Wish(".geojson"), AROUND))["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [109.8, 40.6]}
    root = etree.fromstring(export(dossier, Wish(".kml"), AROUND))
    assert root.findtext(".//{*}Point/{*}coordinates") == "109.8,40.6"


def test_frab_has_days_rooms_and_events(dossier: Dossier) -> None:
    root = etree.fromstring(export(dossier, Wish(".xml"), AROUND))
    event = root.find("day[@date='2015-08-18']/room[@name='包頭']/event")
    assert event is not None
    told = {name: event.findtext(name) for name in ("title", "start", "duration", "date")}
    assert told == {
        "title": "永磁材料",
        "start": "09:00",
        "duration": "00:20",
        "date": "2015-08-18T09:00:00+08:00",
    }
    assert event.findtext("persons/person") == "王二"


def test_linked_data_is_an_event_with_its_parts(dossier: Dossier) -> None:
    plain = json.loads(export(dossier, Wish(".jsonld"), AROUND))
    assert plain["@context"] == "https://schema.org"
    assert [each["name"] for each in plain["subEvent"]] == ["拜會", "研討會"]


def test_an_empty_export_is_refused_with_a_remedy() -> None:
    for suffix, code in ((".kml", "export.no_places"), (".xml", "export.no_programme")):
        with pytest.raises(Refused) as refused:
            export(b.dossier(), Wish(suffix), AROUND)
        assert refused.value.code == code
        assert b.delegation().title in Words("zh_TW").error(refused.value)
