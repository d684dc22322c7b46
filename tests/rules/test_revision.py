"""What changed since a version was sent is told word by word."""

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.review import KeptSection, ReportVersion
from planner.rules.revision import changes_since, compared
from tests.builders import DAY, dossier, key, section

texts = st.text(st.sampled_from("甲乙丙 ab1。\n"), max_size=30)


def version(*kept: KeptSection) -> ReportVersion:
    return ReportVersion(delegation_id=key("delegation"), number=1, sent_on=DAY, sections=kept)


def kept(heading: str, text: str) -> KeptSection:
    return KeptSection(section=section(heading).id, heading=heading, text=text)


@given(texts, texts)
def test_both_texts_can_be_read_from_their_comparison(before: str, after: str) -> None:
    stretches = compared(before, after)
    assert "".join(each.text for each in stretches if not each.is_new) == before
    assert "".join(each.text for each in stretches if not each.is_old) == after


def test_only_sections_that_differ_are_told() -> None:
    sent = version(kept("甲", "原文一段。"), kept("乙", "不變。"))
    told = dossier(
        sections=(
            section("甲", text="新文一段，加一句。"),
            section("乙", text="不變。", position=1),
        )
    )
    (change,) = changes_since(sent, told)
    assert (change.heading, change.count) == ("甲", 2)


def test_sections_that_came_and_went_are_told() -> None:
    sent = version(kept("舊章", "已刪。"))
    changes = changes_since(sent, dossier(sections=(section("新章", text="新寫。"),)))
    assert [(each.heading, each.where is None) for each in changes] == [
        ("新章", False),
        ("舊章", True),
    ]


def test_a_mark_is_no_change() -> None:
    sent = version(kept("甲", "所見一。"))
    marked = section("甲", text=f"所見一{{outcome:{key('finding')}}}。")
    assert changes_since(sent, dossier(sections=(marked,))) == ()
