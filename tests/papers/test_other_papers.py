"""Every other paper: what it must tell, in both languages, with much and with nothing."""

from datetime import date

import pytest

from planner.domain.agreement import Activity, Agreement, AgreementKind
from planner.domain.delegation import Role
from planner.domain.dossier import Dossier
from planner.domain.follow_up import FollowUpState, Progress
from planner.domain.gift import Gift, GiftDirection
from planner.domain.outcome import Question, Verdict
from planner.domain.seminar import Session
from planner.domain.stop import StopKind, StopStatus
from planner.domain.values import ContactKind, ContactPoint, Quantity, Side
from planner.papers.registry import templates
from planner.papers.template import Edition
from planner.typesetting.document import (
    Chart,
    Checkbox,
    Document,
    Grid,
    Heading,
    KeepTogether,
    PageBreak,
    Table,
    inlines,
    mm,
    walk,
)
from tests import builders as b
from tests.papers.conftest import Compose
from tests.papers.trees import headings, is_sound, items, paragraphs, tables, text

MOBILE = ContactPoint(kind=ContactKind.MOBILE, value="0912345678")
BODY = b.organisation("經濟部", name_latin="Ministry of Economic Affairs")
HOST = b.organisation(
    "包頭稀土研究院", name_simplified="包头稀土研究院", address="黃河大街36號", city="包頭市"
)
CAO = b.person("曹申", name_latin="Tsao Shen", contacts=(MOBILE,), consents_to_publish=True)
LIN = b.person("林怡", contacts=(ContactPoint(kind=ContactKind.MOBILE, value="0987654321"),))
ZHANG = b.person("張志宏", reading="Zhang Zhihong", consents_to_publish=True)
LEADER = b.member(
    CAO, role=Role.LEADER, body_id=BODY.id, post_title="司長", grade="簡任12職等", is_contact=True
)
LATER = b.member(LIN, body_id=BODY.id, post_title="科長", precedence=2)
AIM = b.objective(1, "增進產業瞭解", text="實地走訪。")
FLIGHT = b.stop(
    "",
    "2015-08-17T09:00[Asia/Taipei]",
    ends="2015-08-17T12:30[Asia/Shanghai]",
    stop_kind=StopKind.FLIGHT,
    from_place="桃園",
    place="呼和浩特",
    service="CI 123",
    booking_reference="ABC123",
)
VISIT = b.stop(
    "參訪研究院",
    "2015-08-18/morning",
    host_id=HOST.id,
    people_met_ids=(ZHANG.id,),
    objective_ids=(AIM.id,),
    talking_points="強調互惠。",
    dress="正式服裝",
    questions=("中試規模？",),
)
APART = b.stop("拜會商會", "2015-08-18/afternoon", is_for_all=False, member_ids=(LATER.id,))
NIGHT = b.stop("包頭賓館", "2015-08-18", stop_kind=StopKind.LODGING, position=9)
DROPPED = b.stop("取消之行程", "2015-08-18", status=StopStatus.DROPPED)
TALKS_AT = b.stop("研討會", "2015-08-19/morning", stop_kind=StopKind.SEMINAR, host_id=HOST.id)
SEMINAR = b.seminar(
    "海峽兩岸研討會",
    title_latin="Cross-Strait Symposium",
    stop_id=TALKS_AT.id,
    edition=3,
    organiser_ids=(HOST.id,),
    venue="第一會議室",
    languages=("zh-TW",),
)
SESSION = Session(
    id=b.key("session"),
    seminar_id=SEMINAR.id,
    title="第一場",
    starts_at="2015-08-19T09:00[Asia/Shanghai]",
    chair_id=ZHANG.id,
)
ADVICE = b.recommendation(1, "推動雙向交流", addressee_id=BODY.id)
PROMISE = b.promise("願意來臺", stop_id=VISIT.id, by_body_ids=(HOST.id,))
TASK = b.follow_up(
    "盤點法規", recommendation_id=ADVICE.id, owner_name="科技部", due_on=date(2016, 6, 30)
)
CALL = b.follow_up("回覆邀請", promise_id=PROMISE.id, owner_body_id=BODY.id)


def full(**changes: object) -> Dossier:
    records: dict[str, object] = {
        "delegation": b.delegation(
            lead_body_id=BODY.id, origin="兩岸座談後成行。", budget_note="另案辦理。"
        ),
        "organisations": (BODY, HOST),
        "people": (CAO, LIN, ZHANG),
        "posts": (b.post(ZHANG, "副院長", organisation_id=HOST.id),),
        "members": (LEADER, LATER),
        "objectives": (AIM,),
        "work_shares": (b.work_share("籌備", body_id=BODY.id),),
        "stops": (FLIGHT, VISIT, APART, NIGHT, DROPPED, TALKS_AT),
        "seminars": (SEMINAR,),
        "sessions": (SESSION,),
        "talks": (
            b.talk(
                1, "金屬精煉", SEMINAR, speaker_ids=(CAO.id,), session_id=SESSION.id, minutes=30
            ),
            b.talk(2, "鎂合金", SEMINAR, speaker_ids=(ZHANG.id,), side=Side.HOST),
        ),
        "promises": (PROMISE,),
        "recommendations": (ADVICE,),
        "decisions": (b.decision(ADVICE, Verdict.ADOPTED),),
        "follow_ups": (TASK, CALL),
        "progress": (
            Progress(follow_up_id=TASK.id, on=date(2016, 2, 1), text="已函詢。", by="林怡"),
        ),
        "facts": (b.fact(HOST, "員工", quantity=Quantity.read("700+人")),),
        "gifts": (
            Gift(
                delegation_id=b.key("delegation"),
                direction=GiftDirection.GIVEN,
                item="茶葉",
                stop_id=VISIT.id,
            ),
        ),
    }
    return b.dossier(**(records | changes))


KINDS = [template.key for template in templates()]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["zh_TW", "en"])
@pytest.mark.parametrize("edition", Edition)
def test_every_paper_is_sound_with_much_and_with_nothing(
    compose: Compose, kind: str, language: str, edition: Edition
) -> None:
    for dossier in (full(), b.dossier()):
        document = compose(kind, dossier, language=language, edition=edition)
        assert is_sound(document)
        assert document.title
        assert document.blocks
        assert "paper." not in text(document)


@pytest.mark.parametrize("kind", set(KINDS) - {"badges"})
def test_every_paper_of_nothing_shows_that_something_is_missing(
    compose: Compose, kind: str
) -> None:
    said = text(compose(kind, b.dossier()))
    assert "（未填）" in said or "無" in said


def test_the_summary_sheet_holds_every_line_of_the_form(compose: Compose) -> None:
    document = compose("summary-sheet", full())
    first, travellers, rest = tables(document)
    assert [row[0] for row in (*first, *rest)] == [
        "系統識別號",
        "計畫名稱",
        "報告名稱",
        "計畫主辦機關",
        "出國人數",
        "派赴國家／地區",
        "參訪機關（構）",
        "出國類別",
        "出國期間",
        "報告日期",
        "頁數",
        "關鍵詞",
        "主題分類",
        "內容摘要",
        "附件",
    ]
    assert travellers[1] == ["曹申 Tsao Shen", "經濟部", "（未填）", "司長", "簡任12職等"]
    assert "經費" not in text(document).replace("本表不列經費", "")


def test_the_review_form_has_ten_checks_for_two_and_three_to_sign(compose: Compose) -> None:
    document = compose("review-form", full())
    head, checks, signed = tables(document)
    assert len(checks) == 11
    boxes = [
        part
        for block in walk(document.blocks)
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
        if not isinstance(cell, str)
        for part in inlines(cell.content)
        if isinstance(part, Checkbox)
    ]
    assert len(boxes) == 9 + 2 * 10 + 6 + 3
    assert [box.ticked for box in boxes[:9]] == [True] + [False] * 8
    assert len(signed[0]) == 3
    assert head[1][1] == "曹申等2人"


def test_the_itinerary_tells_each_day_with_times_people_and_nights(compose: Compose) -> None:
    (rows,) = tables(compose("itinerary", full()))
    said = [" ".join(row) for row in rows]
    assert said[1] == "第一天（8月17日，星期一）"
    assert said[2] == "09:00–12:30 搭機 桃園 → 呼和浩特 桃園 → 呼和浩特（CI 123） 全團"
    assert "上午 參訪 參訪研究院 包頭稀土研究院 會見：張志宏副院長 服裝：正式服裝 全團" in said
    assert " 住宿 包頭賓館 " in said
    assert not any("取消之行程" in line for line in said)


def test_the_itinerary_of_one_member_leaves_out_what_others_do(compose: Compose) -> None:
    alone = text(compose("itinerary", full(), member_id=LEADER.id))
    assert "曹申（團長）" in alone
    assert "拜會商會" not in alone
    assert "拜會商會" in text(compose("itinerary", full(), member_id=LATER.id))


def test_the_pocket_card_is_one_small_page_a_day(compose: Compose) -> None:
    document = compose("pocket-card", full())
    assert (document.page.width, document.page.height) == (mm(105), mm(148))
    assert sum(isinstance(block, PageBreak) for block in document.blocks) == 2
    assert len([block for block in document.blocks if isinstance(block, Heading)]) == 3


def test_the_pocket_card_tells_what_one_needs_on_the_way(compose: Compose) -> None:
    said = text(compose("pocket-card", full()))
    for needed in (
        "包头稀土研究院",
        "黃河大街36號",
        "會見：張志宏副院長",
        "致贈：茶葉",
        "服裝：正式服裝",
    ):
        assert needed in said
    assert "訂位代號：ABC123" in said
    assert "本團聯絡人：曹申 0912345678" in said


def test_the_public_pocket_card_tells_no_booking(compose: Compose) -> None:
    assert "ABC123" not in text(compose("pocket-card", full(), edition=Edition.PUBLIC))


def test_the_member_list_stands_in_precedence_with_partial_joining(compose: Compose) -> None:
    (rows,) = tables(compose("member-list", full()))
    assert rows[1][:5] == ["1", "團長", "曹申 Tsao Shen", "經濟部", "司長"]
    assert rows[2][5] == "8月18日拜會商會"


def test_the_host_dossier_tells_who_what_and_what_is_open(compose: Compose) -> None:
    document = compose("host-dossier", full(organisations=(BODY, HOST)))
    said = text(document)
    assert "包頭稀土研究院" in headings(document)
    for needed in ("張志宏", "逾700人", "強調互惠。", "願意來臺", "回覆邀請"):
        assert needed in said
    assert items(document) == ["增進產業瞭解", "中試規模？"]


def test_a_reading_is_no_name_in_a_chinese_paper(compose: Compose) -> None:
    for kind in KINDS:
        assert "Zhang Zhihong" not in text(compose(kind, full()))
    assert "Zhang Zhihong 張志宏" in text(compose("contact-list", full(), language="en"))


def test_the_host_dossier_tells_agreements_and_what_was_done_under_them(compose: Compose) -> None:
    agreement = Agreement(
        agreement_kind=AgreementKind.MEMORANDUM,
        title="交流備忘錄",
        party_ids=(HOST.id,),
        signed_on=date(2013, 5, 1),
        expires_on=date(2018, 5, 1),
    )
    done = tuple(
        Activity(agreement_id=agreement.id, on=date(year, 5, 1), text="研討會")
        for year in (2013, 2014)
    )
    document = compose("host-dossier", full(agreements=(agreement,), activities=done))
    assert "交流備忘錄（合作備忘錄），102年5月1日簽署，效期至107年5月1日" in items(document)
    assert [["日期", "往來"], ["103年5月1日", "研討會"], ["102年5月1日", "研討會"]] in tables(
        document
    )


def test_a_question_that_was_answered_is_not_asked_again(compose: Compose) -> None:
    def asked(text: str, answer: str) -> Question:
        return Question(
            delegation_id=b.key("delegation"), stop_id=VISIT.id, text=text, answer=answer
        )

    questions = (asked("產量？", ""), asked("人數？", "七百"))
    found = items(compose("host-dossier", full(questions=questions)))
    assert "產量？" in found
    assert "人數？" not in found


def test_what_was_done_is_no_longer_open_with_the_host(compose: Compose) -> None:
    closed = CALL.with_(state=FollowUpState.CLOSED, done="已回覆", closed_on=date(2016, 1, 1))
    assert "回覆邀請" not in text(compose("host-dossier", full(follow_ups=(closed,))))


def test_the_seminar_programme_counts_local_times(compose: Compose) -> None:
    document = compose("seminar-programme", full())
    rows = tables(document)[-1]
    assert rows[1] == ["09:00", "第一場\u3000主持人：張志宏"]
    assert rows[2] == ["09:00–09:30", "金屬精煉", "曹申（Tsao Shen） 經濟部司長", "我方"]
    assert rows[3] == ["", "鎂合金", "張志宏 包頭稀土研究院副院長", "對方"]
    assert "Cross-Strait Symposium" in paragraphs(document)


def test_badges_are_for_members_and_table_cards_for_speakers_too(compose: Compose) -> None:
    badges, cards = [block for block in compose("badges", full()).blocks if isinstance(block, Grid)]
    assert len(badges.cells) == 2
    assert [cell.turned for cell in cards.cells] == [True, False] * 3


def test_the_contact_list_holds_only_what_was_consented_to(compose: Compose) -> None:
    for edition in Edition:
        said = text(compose("contact-list", full(), edition=edition))
        assert "0912345678" in said
        assert "0987654321" not in said
        assert "張志宏" in said


@pytest.mark.parametrize("paper", [each.key for each in templates()])
@pytest.mark.parametrize("edition", Edition)
def test_no_paper_prints_contact_data_without_consent(
    compose: Compose, paper: str, edition: Edition
) -> None:
    for consent in (None, False):
        people = tuple(
            each.with_(contacts=(MOBILE,), consents_to_publish=consent) for each in full().people
        )
        document = compose(paper, full(people=people), edition=edition)
        assert MOBILE.value not in str(document)


def test_the_follow_up_table_tells_decision_progress_and_state(compose: Compose) -> None:
    document = compose("follow-up-table", full())
    adoption, others = tables(document)
    assert adoption[1] == [
        "1",
        "推動雙向交流",
        "採行",
        "盤點法規",
        "科技部",
        "105年2月1日：已函詢。",
        "105年6月30日",
        "尚未辦理",
    ]
    assert others[1][:4] == ["1", "承諾：願意來臺", "回覆邀請", "經濟部"]
    assert document.page.width > document.page.height
    assert tables(compose("follow-up-table", full(), language="en"))[0][0][1] == "Recommendation"


def test_a_recommendation_without_follow_up_still_has_its_line(compose: Compose) -> None:
    adoption = tables(compose("follow-up-table", full(follow_ups=())))[0]
    assert adoption[1][:5] == ["1", "推動雙向交流", "採行", "（未填）", "經濟部"]


def test_a_few_other_matters_stand_on_one_page_under_their_heading(compose: Compose) -> None:
    few, many = (
        compose("follow-up-table", full(follow_ups=tuple(map(b.follow_up, words)))).blocks
        for words in ("甲乙", "甲乙丙丁戊己庚辛")
    )
    assert any(isinstance(block, KeepTogether) for block in few)
    assert not any(isinstance(block, KeepTogether) for block in many)


def test_many_follow_ups_are_also_drawn_by_state(compose: Compose) -> None:
    closed = {"state": FollowUpState.CLOSED, "done": "辦畢", "closed_on": date(2016, 1, 4)}
    held = (*(b.follow_up(words) for words in "甲乙丙"), b.follow_up("丁", **closed))
    (chart,) = (
        block
        for block in compose("follow-up-table", full(follow_ups=held)).blocks
        if isinstance(block, Chart)
    )
    assert chart.series[0].values == (3.0, 0.0, 0.0, 0.0, 1.0)
    assert "已結案1件" in chart.alt
    few = compose("follow-up-table", full(follow_ups=held[:3]))
    assert not any(isinstance(block, Chart) for block in few.blocks)
    alike = compose("follow-up-table", full(follow_ups=tuple(map(b.follow_up, "甲乙丙丁戊"))))
    assert not any(isinstance(block, Chart) for block in alike.blocks)


def test_the_approval_packet_argues_and_is_signed(compose: Compose) -> None:
    document = compose("approval-packet", full())
    said = text(document)
    for needed in ("兩岸座談後成行。", "增進產業瞭解", "另案辦理。", "共3天", "機關首長或其授權人"):
        assert needed in said
    programme = next(rows for rows in tables(document) if "上午" in rows[0])
    assert programme[2][1:] == ["參訪研究院", "拜會商會"]


def test_an_english_paper_prefers_latin_names(compose: Compose) -> None:
    said = text(compose("member-list", full(), language="en"))
    assert "Ministry of Economic Affairs" in said
    assert "Tsao Shen" in said
    assert "17–19 August 2015" in said


def test_a_document_with_a_watermark_carries_it(compose: Compose) -> None:
    document: Document = compose("itinerary", full(), watermark="草稿")
    assert document.watermark == "草稿"
