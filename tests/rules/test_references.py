"""A live reference to what is gone is a finding."""

from planner.domain.outcome import Promise
from planner.rules.manuscript import Manuscript
from planner.rules.notice import Severity
from planner.rules.references import reference_notices
from tests.builders import dossier, finding, key, person, section

HE = person("張志宏")


def rules(text: str, **records: object) -> list[tuple[str, str]]:
    told = dossier(sections=(section("過程", text=text),), people=(HE,), **records)
    found = reference_notices(told, Manuscript(told))
    return [(notice.rule, str(notice.context["written"])) for notice in found]


def test_a_reference_to_what_is_there_is_fine() -> None:
    assert rules(f"由{{titled:{HE.id}}}導覽{{internal:paragraph}}，見{{table:talks}}。") == []


def test_a_reference_to_what_is_gone_must_be_mended() -> None:
    gone = f"{{person:{key('gone')}}}"
    told = dossier(sections=(section("過程", text=f"由{gone}導覽。"),))
    (notice,) = reference_notices(told, Manuscript(told))
    assert (notice.rule, notice.severity) == ("reference.dead", Severity.MUST)
    assert notice.where.span == (1, 1 + len(gone))


def test_a_reference_to_another_kind_of_record_leads_nowhere() -> None:
    assert rules(f"{{talk:{HE.id}}}") == [("reference.dead", f"{{talk:{HE.id}}}")]
    assert rules("{talk:third}") == [("reference.dead", "{talk:third}")]


def test_a_mark_stands_as_long_as_its_outcome() -> None:
    seen = finding(1, "所見")
    promised = Promise(delegation_id=key("delegation"), text="寄資料")
    text = f"甲{{outcome:{seen.id}}}乙{{outcome:{promised.id}}}"
    assert rules(text, findings=(seen,), promises=(promised,)) == []
    assert rules(text, promises=(promised,)) == [("reference.dead_mark", f"{{outcome:{seen.id}}}")]
