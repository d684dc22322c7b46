"""Papers of other packages: taken where they fit, disabled with a reason where they do not."""

import sys
from dataclasses import replace
from importlib.metadata import EntryPoint
from types import ModuleType

import pytest

from planner.domain.errors import NotFound, Refused
from planner.papers.registry import GROUP, OURS, registry_of, template_named, templates
from planner.papers.template import API_VERSION
from planner.words import Words


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> tuple[EntryPoint, ...]:
    module = ModuleType("foreign_papers")
    own = replace(OURS[0], key="thank-you")
    vars(module).update(
        good=own,
        taken=replace(OURS[0]),
        newer=replace(own, key="newer", api_version=API_VERSION + 1),
        other="no template",
        unnamed=replace(own, key="Dear Sir"),
    )
    monkeypatch.setitem(sys.modules, "foreign_papers", module)
    names = ("good", "missing", "newer", "other", "taken", "unnamed")
    return tuple(EntryPoint(name, f"foreign_papers:{name}", GROUP) for name in names)


def test_ours_are_there_by_their_keys() -> None:
    assert [template.key for template in OURS] == [
        "visit-report",
        "summary-sheet",
        "review-form",
        "itinerary",
        "pocket-card",
        "member-list",
        "host-dossier",
        "seminar-programme",
        "badges",
        "contact-list",
        "follow-up-table",
        "approval-packet",
    ]
    assert template_named("badges") in templates()


def test_a_paper_of_another_package_is_offered(offered: tuple[EntryPoint, ...]) -> None:
    assert registry_of(offered).named("thank-you").key == "thank-you"


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("missing", "cannot_load"),
        ("newer", "other_version"),
        ("other", "not_a_template"),
        ("unnamed", "badly_named"),
    ],
)
def test_what_does_not_fit_is_disabled_with_its_reason(
    offered: tuple[EntryPoint, ...], key: str, reason: str
) -> None:
    with pytest.raises(Refused) as refused:
        registry_of(offered).named(key)
    for words in (Words("zh_TW"), Words("en")):
        told = words.error(refused.value)
        assert key in told
        assert told == words(f"error.paper.{reason}", paper=key)


def test_no_package_may_take_the_key_of_ours(offered: tuple[EntryPoint, ...]) -> None:
    found = registry_of(offered)
    assert found.named("visit-report") is OURS[0]
    assert [each.reason for each in found.disabled if each.key == "visit-report"] == [
        "paper.key_taken"
    ]


def test_an_unknown_paper_is_not_found() -> None:
    with pytest.raises(NotFound):
        template_named("thank-you")
