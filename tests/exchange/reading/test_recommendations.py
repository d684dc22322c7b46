"""Recommendations as reports really list them: numbered, run together, labelled, led in."""

import pytest

from planner.exchange.reading.reader import read_text

CHINESE = "赴外考察報告\n壹、目的\n為瞭解制度。\n貳、過程\n3月1日\n參訪大學。\n"
ENGLISH = "Report on a visit\n\n1. Purpose\nTo learn.\n2. Programme\n1 March 2024\nA visit.\n"


def advice(text: str) -> list[str]:
    before = ENGLISH if text.isascii() else CHINESE
    return [found.text for found in read_text(before + text).recommendations]


def test_a_chapter_in_one_line_holds_its_items() -> None:
    told = advice("伍、建議：(1)增加派訓名額。(2)延長研習期間至兩週。(3)建立分享機制。\n")
    assert told == ["增加派訓名額。", "延長研習期間至兩週。", "建立分享機制。"]


@pytest.mark.parametrize("label", ["建議一：", "建議1、", "(一)", "一、", "第一，", "一是"])
def test_a_label_is_no_part_of_what_is_advised(label: str) -> None:
    labels = (label, label.replace("一", "二").replace("1", "2"))
    told = advice(f"六、建議\n{labels[0]}擴大採購在地食材。\n{labels[1]}辦理營養師互訪。\n")
    assert told == ["擴大採購在地食材。", "辦理營養師互訪。"]


def test_a_paragraph_below_a_labelled_item_belongs_to_it() -> None:
    told = advice(
        "6. Recommendations\nRecommendation 1 - Adopt the list at all stations.\n"
        "It takes ten minutes.\nRecommendation 2 - Train two instructors a year.\n"
    )
    assert told == [
        "Adopt the list at all stations. It takes ten minutes.",
        "Train two instructors a year.",
    ]


def test_labels_count_outside_of_any_chapter_too() -> None:
    told = advice("Recommendation 26-6\nThe Agency should plan.\n\nRecommendation 26-7\nGo on.\n")
    assert told == ["The Agency should plan.", "Go on."]


def test_advice_run_together_begins_anew_behind_its_lead_in() -> None:
    told = advice(
        "伍、建議\n本次與會所得，謹提建議如下。建議將監測成果製作專書，以提升能見度。"
        "另宜由水利署與對方簽訂備忘錄。再者，補償機制應委託研究。最後，建議寬列預算。\n"
    )
    assert [text[:4] for text in told] == ["建議將監", "宜由水利", "補償機制", "建議寬列"]


def test_what_leads_in_is_no_advice() -> None:
    told = advice(
        "Chapter 5: Strategies and Recommendations\n\nThe timing is good, as openings exist.\n\n"
        "The team has developed the following recommendations on further work:\n\n"
        "A data exchange for benchmarking. Several agencies hold records.\n\n"
        "A demonstration on safety. The best was seen in Victoria.\n"
    )
    assert [text[:8] for text in told] == ["A data e", "A demons"]


@pytest.mark.parametrize(
    "text",
    [
        "伍、結論\n此行收穫豐富。\n本次考察之建議如下：\n一、建請修正作業手冊。\n二、增列人力。\n",
        "伍、結論\n副院長提出二點建議：\n一是修正作業手冊；\n二是增列巡查人力。\n",
        "伍、心得\n收穫豐富。\n六、建議\n一、修正作業手冊。\n二、增列巡查人力。\n",
    ],
)
def test_a_list_led_in_or_numbered_otherwise_is_read(text: str) -> None:
    assert len(advice(text)) == 2


def test_an_impression_among_advice_is_none() -> None:
    told = advice(
        "伍、心得與建議\n一、官員反應迅速，顯見市場之重要性；惟監督僅一次，似有不足。\n"
        "二、建議修正輸入條件，明定比例。\n三、建議每年召開視訊會議。\n"
    )
    assert [text[:4] for text in told] == ["建議修正", "建議每年"]


def test_groups_by_term_are_no_items() -> None:
    told = advice(
        "七、建議事項\n（一）立即可行建議\n1.修訂標準作業程序。\n2.辦理橋檢員回訓。\n"
        "（二）中長期建議\n1.建立全國橋梁資料庫。\n"
    )
    assert [text[:4] for text in told] == ["修訂標準", "辦理橋檢", "建立全國"]


def test_a_table_of_advice_may_stand_behind_paragraphs() -> None:
    told = advice(
        "伍、心得與建議\n兩國均重視紀錄。\n\n項次\n建議事項\n期程\n主辦\n\n1\n訂定三方會簽表\n立即可行\n"
        "圖書館\n\n2\n建置微氣候監測網\n中期\n圖書館\n"
    )
    assert told == ["訂定三方會簽表", "建置微氣候監測網"]


def test_each_sentence_of_a_proposing_paragraph_proposes() -> None:
    told = advice(
        "Recommendations\n\nWe propose that training be raised. The Agency should publish a model. "
        "The station might start a group. Finally, a guest should be invited.\n"
    )
    assert [text[:10] for text in told] == ["We propose", "The Agency", "The statio", "a guest sh"]


def test_impressions_and_advice_in_paragraphs_are_parted_by_sentence() -> None:
    told = advice(
        "伍、心得與建議\n收案後之第一週最為關鍵，建請試辦風險問卷。其次，法官權限宜再擴大，建議修正規定。\n"
        "值班律師成效顯著，建議設置服務台。\n"
    )
    assert [text[:4] for text in told] == ["收案後之", "法官權限", "值班律師"]


def test_items_behind_the_term_of_their_group_are_read() -> None:
    told = advice(
        "肆、心得及建議\n一、心得：場主多為企業。\n二、建議：\n（一）短期：1.儘速續簽備忘錄。2.選派二名人員學習。\n"
        "（二）中長期：1.檢討認證制度。2.編列預算。\n"
    )
    assert told == ["儘速續簽備忘錄。", "選派二名人員學習。", "檢討認證制度。", "編列預算。"]


def test_items_on_the_line_of_their_heading_are_read() -> None:
    told = advice(
        "四、心得與建議\n心得：資料公開。\n建議：1.參考該制成立基金。 2.簽訂意向書。\n\n"
        "附：圖片\n圖1 會場\n"
    )
    assert told == ["參考該制成立基金。", "簽訂意向書。"]


def test_a_short_numbered_line_may_lead_in() -> None:
    told = advice(
        "四、心得與建議\n4.1 彈性不足。\n4.2 建議如下：\n a. 得與對方定期對話。\n"
        " d、 補助雙邊計畫。\n"
    )
    assert told == ["得與對方定期對話。", "補助雙邊計畫。"]


def test_numbers_of_years_in_a_table_are_no_running_heads() -> None:
    rows = "".join(f"\n{n}\nOrder {n} lines of peas\nARI\n202{n // 2}\n" for n in range(1, 6))
    told = advice(f"Recommendations\nNo\nRecommendation\nLead\nWhen\n{rows}")
    assert told == [f"Order {n} lines of peas" for n in range(1, 6)]
