"""Notices: each rule has its sentence and remedy, the gravest come first, places stay the same."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import planner.rules
from planner.rules.notice import Notice, Severity, Spot, by_severity, parted
from planner.sentences import Language, sentences
from planner.words import Words
from tests.builders import section, stop

CHINESE = sentences(Language.CHINESE)


def constants() -> Iterator[str]:
    for path in Path(planner.rules.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
            elif isinstance(node, ast.JoinedStr):
                yield "".join(
                    part.value if isinstance(part, ast.Constant) else "*" for part in node.values
                )


WRITTEN = frozenset(constants())


def groups() -> set[str]:
    return {code.split(".")[1] for code in CHINESE if code.startswith("rule.")}


def test_every_rule_the_code_names_has_a_sentence() -> None:
    named = {
        text
        for text in WRITTEN
        if text.count(".") == 1 and text.split(".")[0] in groups() and "*" not in text
    }
    named = {text for text in named if re.fullmatch(r"[a-z_]+\.[a-z_]*[a-z]", text)}
    lacking = {text for text in named if f"rule.{text}" not in CHINESE}
    assert lacking == set()
    assert len(named) > 60


def test_no_sentence_is_left_over() -> None:
    patterns = {text.partition("*")[0] for text in WRITTEN if "*" in text and "." in text}
    left_over = [
        code
        for code in CHINESE
        if code.startswith("rule.")
        and code.removeprefix("rule.") not in WRITTEN
        and not any(code.removeprefix("rule.").startswith(start) for start in patterns if start)
    ]
    assert left_over == []


def test_every_remedy_has_a_name_and_no_name_is_left_over() -> None:
    remedies = {code.removeprefix("remedy.") for code in CHINESE if code.startswith("remedy.")}
    assert remedies <= WRITTEN


@pytest.mark.parametrize("language", list(Language))
def test_severities_have_names(language: Language) -> None:
    words = Words(language)
    assert len({words.value(severity) for severity in Severity}) == 3


def notice(severity: Severity, name: str) -> Notice:
    return Notice("text.tai", severity, Spot.of(stop(name)))


def test_the_gravest_come_first_and_others_keep_their_order() -> None:
    found = [
        notice(Severity.HINT, "甲"),
        notice(Severity.MUST, "乙"),
        notice(Severity.SHOULD, "丙"),
        notice(Severity.MUST, "丁"),
    ]
    assert [each.where.name for each in by_severity(found)] == ["乙", "丁", "丙", "甲"]


def test_a_notice_is_known_again_whatever_its_numbers() -> None:
    spots = Spot.of(stop("甲")), Spot.of(stop("乙"))
    one = Notice("schedule.overlap", Severity.MUST, spots[0], {"minutes": 30}, others=(spots[1],))
    turned = Notice(
        "schedule.overlap", Severity.MUST, spots[1], {"minutes": 45}, others=(spots[0],)
    )
    other = Notice("schedule.overlap", Severity.MUST, spots[0])
    assert one.fingerprint == turned.fingerprint
    assert one.fingerprint != other.fingerprint


def test_accepted_notices_are_set_apart_with_their_reasons() -> None:
    found = (notice(Severity.MUST, "甲"), notice(Severity.MUST, "乙"))
    left, accepted = parted(found, {found[1].fingerprint: "主辦單位已同意"})
    assert left == (found[0],)
    assert accepted == ((found[1], "主辦單位已同意"),)


def test_a_place_says_record_field_and_stretch() -> None:
    written = section("過程", text="台灣")
    spot = Spot.of(written, "text", span=(0, 2))
    assert str(spot) == f"section/{written.id}.text[0:2]"
    assert spot.name == "過程"
    assert str(spot.at("heading")) == f"section/{written.id}.heading"
