"""Copied passages: measured on made cases, each copied in one of the ways people copy."""

from planner.domain.briefing import ReprintPermission
from planner.domain.dossier import Dossier
from planner.domain.manuscript import ChapterMeaning
from planner.rules.copying import QUOTABLE, copying_notices
from planner.rules.manuscript import Manuscript
from planner.rules.notice import Notice
from tests.builders import delegation, dossier, organisation, section, source

EARLIER = (
    "該中心成立已逾二十年，初期以礦石選冶為主，近年轉向高純金屬之提煉與磁性材料之配方設計。",
    "參訪人員由展示廳出發，依序觀看選礦、萃取、電解及壓製成形各站，沿途均有專人解說。",
    "園區採單一窗口受理廠商申請，由用地、環評至用水用電，原則於三個月內完成審查。",
    "雙方同意先以短期訪問學者方式試辦，俟累積經驗後，再研議聯合培養研究生之可行性。",
    "廢棄馬達須先行退磁，方能拆解取出磁鐵，此一工序耗能甚高，為現階段回收成本之主要來源。",
    "測試中心備有完整之高低溫循環設備，可模擬馬達於嚴寒及酷熱環境下長時間運轉之情形。",
    "與會者指出，材料價格波動劇烈，下游業者多以長期契約避險，惟中小企業議價能力有限。",
    "建議主管機關彙整各研究單位既有設備清冊，建立共享預約制度，以提高貴重儀器使用率。",
)
WORDS = {
    "近年": "晚近",
    "均有": "都有",
    "先行": "先予",
    "備有": "設有",
    "指出": "表示",
    "原則": "一般",
}
OWN = (
    "本次所見之研究單位，多已將選冶列為次要業務，另設小組專責磁材配方。",
    "展示廳動線清楚，我方人員對電解一站提問最多，對方逐一答復。",
    "廠商進駐園區，須備妥用地及環評文件，據告三個月可得結果。",
    "短期訪問學者一案，仍待雙方主管機關表示意見，培養研究生尚未論及。",
    "退磁耗能一節，對方未提供數據，僅說明為成本較高之工序。",
    "該中心之高低溫設備，我方已有同型，無須重複購置。",
    "價格波動為各方關切，中小企業如何避險，未有定論。",
    "設備清冊如能共享，對校際合作當有助益，惟涉及經費分攤。",
    "包頭稀土研究院與國立臺北科技大學輪流主辦海峽兩岸學術研討會，本屆為第三屆。",
    "工業技術研究院材料與化工研究所派員參加，於研討會發表專題報告一篇。",
    "建議主管機關編列專款，補助大學與企業合作開發回收技術。",
    "參訪人員於上午九時集合出發，中午返回旅館用餐，下午召開檢討會議。",
)


def past(text: str) -> Dossier:
    return dossier(
        delegation=delegation("earlier", title="去年考察"),
        sections=(section("去年過程", text=text, delegation_id=delegation("earlier").id),),
    )


def found(text: str, **records: object) -> list[Notice]:
    held = dossier(
        sections=(section("過程", ChapterMeaning.PROCEEDINGS, text=text),),
        organisations=(
            organisation("包頭稀土研究院"),
            organisation("國立臺北科技大學"),
            organisation("工業技術研究院"),
        ),
        **records,
    )
    return list(copying_notices(held, Manuscript(held), (past("\n\n".join(EARLIER)),)))


def reworded(text: str) -> str:
    for old, new in WORDS.items():
        text = text.replace(old, new)
    return text


def copies() -> list[str]:
    """Whole, half, with words changed, with other punctuation, put between own sentences."""
    whole = list(EARLIER)
    halves = [text[: len(text) * 2 // 3] + "。" for text in EARLIER]
    changed = [reworded(text) for text in EARLIER]
    punctuated = [text.replace("，", "；").replace("、", "及") for text in EARLIER]
    between = [f"{own[:-1]}，{text}" for own, text in zip(OWN, EARLIER, strict=False)]
    return [*whole, *halves, *changed, *punctuated, *between]


def test_recall_and_precision_on_made_cases() -> None:
    """Recall at least 0.95 over 40 copies, no false one over 12 own sentences."""
    hits = sum(bool(found(text)) for text in copies())
    false = sum(bool(found(text)) for text in OWN)
    assert len(copies()) == 40
    assert hits / len(copies()) >= 0.95
    assert false == 0


def test_a_notice_shows_the_passage_and_its_original() -> None:
    (notice,) = found(f"第一段自撰。\n\n{EARLIER[2]}")
    assert notice.rule == "copying.earlier_report"
    assert notice.context["other"] == "去年考察"
    start, end = notice.where.span or (0, 0)
    text = f"第一段自撰。\n\n{EARLIER[2]}"
    assert text[start:end] in EARLIER[2]
    assert end - start > 30


def test_names_and_titles_in_common_are_no_copy() -> None:
    names = "包頭稀土研究院、國立臺北科技大學、工業技術研究院、包頭稀土研究院"
    assert found(names) == []


def test_a_delegation_does_not_copy_itself() -> None:
    held = dossier(sections=(section("過程", text=EARLIER[0]),))
    assert list(copying_notices(held, Manuscript(held), (held,))) == []


ARTICLE = source("稀土供應鏈", note=EARLIER[4] + EARLIER[5])


def sourced(text: str, permission: ReprintPermission = ReprintPermission.ASKED) -> set[str]:
    kept = ARTICLE.with_(reprint_permission=permission)
    held = dossier(sections=(section("心得", text=text),), sources=(kept,))
    return {notice.rule for notice in copying_notices(held, Manuscript(held), ())}


def test_a_source_s_words_without_quotation_are_a_copy() -> None:
    assert sourced(EARLIER[5]) == {"copying.source"}


def test_a_short_quotation_that_names_its_source_is_none() -> None:
    quoted = f"「{EARLIER[5][:30]}」（{{source:{ARTICLE.id}}}）"
    assert sourced(quoted) == set()


def test_a_long_quotation_needs_permission() -> None:
    quoted = f"> {ARTICLE.note}{{source:{ARTICLE.id}}}"
    assert len(ARTICLE.note) > QUOTABLE
    assert sourced(quoted) == {"source.quoted_without_permission"}
    assert sourced(quoted, ReprintPermission.GIVEN) == set()
