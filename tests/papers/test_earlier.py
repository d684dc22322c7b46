"""Earlier delegations on paper: adoption in the next report, matters arising, visits, trips."""

from datetime import date

import pytest

from planner.domain.agreement import Agreement, AgreementKind
from planner.domain.dossier import Dossier
from planner.domain.follow_up import FollowUp, FollowUpState, Progress
from planner.domain.gift import Gift, GiftDirection
from planner.domain.manuscript import ChapterMeaning
from planner.domain.outcome import Question, Verdict
from planner.domain.values import Disclosure, Side
from planner.papers.template import Edition
from tests import builders as b
from tests.papers.conftest import Compose
from tests.papers.trees import headings, is_sound, items, table, tables, text

HOST = b.organisation("包頭稀土研究院", name_latin="Baotou Institute")
OTHER = b.organisation("內蒙古大學")
LIN, WU, ZHANG = b.person("林怡"), b.person("吳迪"), b.person("張志宏")


def past(year: int, **changes: object) -> Dossier:
    """A visit to the host with one recommendation, one promise and their follow-ups."""
    trip = b.delegation(
        f"trip {year}",
        title=f"{year}年參訪",
        starts_on=date(year, 8, 17),
        ends_on=date(year, 8, 19),
        countries=("CN",),
    )
    stop = b.stop(
        f"拜會{year}",
        f"{year}-08-18/morning",
        delegation_id=trip.id,
        host_id=HOST.id,
        people_met_ids=(ZHANG.id,),
    )
    advice = b.recommendation(1, f"交流{year}", delegation_id=trip.id)
    promise = b.promise(f"來訪{year}", delegation_id=trip.id, stop_id=stop.id, side=Side.HOST)
    task = b.follow_up(f"盤點{year}", delegation_id=trip.id, recommendation_id=advice.id)
    records: dict[str, object] = {
        "delegation": trip,
        "stops": (stop,),
        "members": (b.member(LIN, delegation_id=trip.id),),
        "recommendations": (advice,),
        "decisions": (b.decision(advice, Verdict.ADOPTED, decided_on=date(year, 12, 1)),),
        "promises": (promise,),
        "follow_ups": (task,),
        "progress": (Progress(follow_up_id=task.id, on=date(year + 1, 2, 1), text="已函詢。"),),
        "gifts": (
            Gift(
                delegation_id=trip.id,
                direction=GiftDirection.GIVEN,
                item="茶葉",
                quantity=2,
                stop_id=stop.id,
            ),
        ),
        "organisations": (HOST, OTHER),
        "people": (LIN, WU, ZHANG),
    }
    return Dossier(**(records | changes))


def now(**changes: object) -> Dossier:
    records: dict[str, object] = {
        "delegation": b.delegation(
            title="再訪", starts_on=date(2018, 8, 17), ends_on=date(2018, 8, 19)
        ),
        "stops": (b.stop("參訪研究院", "2018-08-18/morning", host_id=HOST.id),),
        "members": (b.member(LIN), b.member(WU)),
        "organisations": (HOST, OTHER),
        "people": (LIN, WU, ZHANG),
    }
    return b.dossier(**(records | changes))


def closed(task: FollowUp) -> FollowUp:
    return task.with_(
        state=FollowUpState.CLOSED, done="已辦理", closed_on=task.due_on or date(2018, 1, 2)
    )


EARLIER = (past(2017), past(2015))


def test_the_next_report_tells_what_became_of_earlier_recommendations(compose: Compose) -> None:
    done = past(2015)
    done = done.model_copy(update={"follow_ups": tuple(map(closed, done.follow_ups))})
    document = compose("visit-report", now(), earlier=(past(2017), done))
    assert is_sound(document)
    _, *rows = table(document, "前次建議辦理情形（截至107年2月1日）")
    assert rows == [
        ["2015年參訪（104年8月17日至19日）"],
        ["1. 交流2015", "採行", "盤點2015 105年2月1日：已函詢。 已辦理", "已結案", "107年1月2日"],
        ["2017年參訪（106年8月17日至19日）"],
        ["1. 交流2017", "採行", "盤點2017 107年2月1日：已函詢。", "尚未辦理", "107年2月1日"],
    ]


def test_a_report_tells_no_more_than_was_known_on_its_day(compose: Compose) -> None:
    delegation = now().delegation.with_(reported_on=date(2018, 1, 15))
    document = compose("visit-report", now(delegation=delegation), earlier=EARLIER)
    assert "已函詢" not in table(document, "截至107年1月15日")[-1][2]


def test_the_table_stands_where_the_writer_cites_it_and_only_there(compose: Compose) -> None:
    sections = (
        b.section("緣起", ChapterMeaning.AIM, text="見{table:earlier}。"),
        b.section("建議", ChapterMeaning.RECOMMENDATIONS, text="無。", position=1),
    )
    document = compose("visit-report", now(sections=sections), earlier=EARLIER)
    assert is_sound(document)
    assert text(document).count("前次建議辦理情形") == 1
    assert text(document).index("前次建議辦理情形") < text(document).index("無。")


def test_a_report_without_earlier_ones_has_no_such_table(compose: Compose) -> None:
    elsewhere = past(2017, stops=(), members=())
    for earlier in ((), (elsewhere.model_copy(update={"recommendations": ()}),)):
        assert "前次建議" not in text(compose("visit-report", now(), earlier=earlier))


@pytest.mark.parametrize("kind", ["itinerary", "host-dossier"])
def test_what_is_open_arises_again_and_what_is_settled_does_not(
    compose: Compose, kind: str
) -> None:
    said = text(compose(kind, now(), earlier=EARLIER))
    for matter in ("來訪2017", "來訪2015", "交流2017", "盤點2015"):
        assert matter in said
    settled = past(2017)
    kept = b.follow_up("已來訪", promise_id=settled.promises[0].id)
    tasks = tuple(map(closed, (*settled.follow_ups, kept)))
    settled = settled.model_copy(update={"follow_ups": tasks})
    refused = past(2015, promises=(), follow_ups=())
    no = b.decision(refused.recommendations[0], Verdict.NOT_ADOPTED, reason="無預算")
    refused = refused.model_copy(update={"decisions": (no,)})
    said = text(compose(kind, now(), earlier=(settled, refused)))
    for matter in ("來訪2017", "交流2017", "交流2015"):
        assert matter not in said


def test_matters_with_other_hosts_do_not_arise(compose: Compose) -> None:
    elsewhere = past(2017)
    stops = tuple(stop.with_(host_id=OTHER.id) for stop in elsewhere.stops)
    earlier = (elsewhere.model_copy(update={"stops": stops}),)
    assert "來訪2017" not in text(compose("itinerary", now(), earlier=earlier))
    assert "前次待續事項" in headings(compose("itinerary", now(), earlier=EARLIER))


def test_the_host_dossier_tells_earlier_visits_the_latest_first(compose: Compose) -> None:
    document = compose("host-dossier", now(), earlier=EARLIER)
    assert [
        ["日期", "往來", "接待人員", "禮品"],
        ["106年8月18日", "拜會2017 2017年參訪", "張志宏", "致贈：茶葉2份"],
        ["104年8月18日", "拜會2015 2015年參訪", "張志宏", "致贈：茶葉2份"],
    ] in tables(document)


def test_the_host_dossier_brings_up_agreements_and_questions_of_before(compose: Compose) -> None:
    trip = past(2017)
    agreement = Agreement(
        agreement_kind=AgreementKind.MEMORANDUM, title="備忘錄", party_ids=(HOST.id,)
    )
    asked = [
        Question(delegation_id=trip.delegation.id, stop_id=trip.stops[0].id, text=put, answer=said)
        for put, said in (("產量？", ""), ("人數？", "七百"))
    ]
    told = trip.model_copy(update={"agreements": (agreement,), "questions": tuple(asked)})
    assert items(compose("host-dossier", now(), earlier=(told,))) == [
        "產量？",
        "備忘錄（合作備忘錄）",
    ]


def test_the_approval_packet_tells_each_members_trips_of_two_years(compose: Compose) -> None:
    document = compose("approval-packet", now(), earlier=EARLIER)
    (rows,) = (each for each in tables(document) if "近二年" in each[0][-1])
    trips = {row[1]: row[-1] for row in rows[1:]}
    assert trips == {"林怡": "106年8月17日至19日，中國大陸，2017年參訪", "吳迪": ""}


def test_the_public_report_leaves_out_what_earlier_ones_withheld(compose: Compose) -> None:
    trip = past(2017)
    secret = trip.recommendations[0].with_(disclosure=Disclosure.INTERNAL)
    trip = trip.model_copy(update={"recommendations": (secret,)})
    shown = {
        edition: "交流2017"
        in text(compose("visit-report", now(), earlier=(trip,), edition=edition))
        for edition in Edition
    }
    assert shown == {Edition.INTERNAL: True, Edition.PUBLIC: False}


def test_the_adoption_table_tells_of_one_period_where_asked(compose: Compose) -> None:
    held = past(2015)
    whole = text(compose("follow-up-table", held))
    assert "已函詢" in whole
    half = text(compose("follow-up-table", held, reported=(date(2015, 7, 1), date(2015, 12, 31))))
    assert "填報期間：104年7月1日至12月31日" in half
    assert "已函詢" not in half
    assert "採行" in half
