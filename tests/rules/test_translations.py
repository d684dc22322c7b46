"""An English paper hints at names that have no Latin letters; a Chinese one does not ask."""

from datetime import date

import pytest

from planner.domain.organisation import Organisation
from planner.papers.profiles import shipped_profiles
from planner.rules.check import check
from planner.rules.notice import Severity
from planner.rules.translations import translation_notices
from tests import builders as b


def fields(**records: object) -> list[tuple[str, str]]:
    found = translation_notices(b.dossier(**records))
    return [(each.where.kind, each.where.field) for each in found]


def test_each_name_without_latin_letters_is_hinted_at_once() -> None:
    told = fields(
        organisations=(b.organisation("包頭稀土研究院"),),
        people=(b.person("魯飛"),),
        seminars=(b.seminar("學術研討會"),),
    )
    assert told == [
        ("delegation", "title_latin"),
        ("seminar", "title_latin"),
        ("organisation", "name_latin"),
        ("person", "name_latin"),
    ]


@pytest.mark.parametrize(
    "body",
    [b.organisation("包頭稀土研究院", name_latin="Baotou Institute"), b.organisation("ADB")],
)
def test_what_reads_in_english_needs_nothing(body: Organisation) -> None:
    delegation = b.delegation(title_latin="Visit")
    assert fields(delegation=delegation, organisations=(body,)) == []


def test_a_reading_will_do_for_a_person() -> None:
    delegation = b.delegation(title_latin="Visit")
    assert fields(delegation=delegation, people=(b.person("魯飛", reading="Lu Fei"),)) == []


@pytest.mark.parametrize(("language", "hints"), [("", 0), ("zh_TW", 0), ("en", 1)])
def test_only_the_report_in_english_asks(language: str, hints: int) -> None:
    profile = shipped_profiles()["tw_central"]
    dossier = b.dossier(sections=(b.section("目的", text="了解產業。"),))
    found = check(dossier, profile, date(2015, 10, 1), language=language)
    told = [each for each in found if each.rule == "translation.missing"]
    assert len(told) == hints
    assert all(each.severity is Severity.HINT for each in told)
