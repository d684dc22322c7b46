"""Background is read with its sources; two values for one thing are marked, both kept."""

from planner.domain.briefing import Relation
from planner.queries.briefing import briefing, source_name, unattached_sources
from tests.builders import delegation, fact, key, organisation, source

TRIP = key("delegation")
HOST = organisation("稀奧科")
LISTED, CITED, OTHER = source("月報"), source("官網"), source("年報")


def quantity(number: int) -> dict[str, object]:
    return {"number": number, "unit": "噸"}


def kept(keep):
    keep(
        HOST,
        LISTED,
        CITED,
        OTHER,
        delegation(briefing_source_ids=(LISTED.id,), lead_body_id=HOST.id),
        fact(HOST, "年產", quantity=quantity(3000), source_id=LISTED.id).with_(id=key("a")),
        fact(HOST, "年產", quantity=quantity(1500), source_id=CITED.id).with_(id=key("b")),
        fact(HOST, "人數", quantity=quantity(40)).with_(id=key("c")),
        Relation(id=key("r"), subject="馬達", verb="使用", object="Nd", source_id=LISTED.id),
    )


def test_conflicts_stand_side_by_side_and_are_numbered(database, keep):
    kept(keep)
    with database.read() as session:
        facts = briefing(session, TRIP).facts
    assert [(line.subject, line.fact.metric, line.conflict) for line in facts] == [
        ("稀奧科", "人數", None),
        ("稀奧科", "年產", 0),
        ("稀奧科", "年產", 0),
    ]


def test_attached_sources_come_first_with_what_they_tell(database, keep):
    kept(keep)
    with database.read() as session:
        found = briefing(session, TRIP)
        left = unattached_sources(session, found.attached)
    assert [
        (source_name(line.source), line.is_attached, line.fact_count, line.relation_count)
        for line in found.sources
    ] == [("月報", True, 1, 1), ("官網", False, 1, 0)]
    assert [line.name for line in left] == ["官網", "年報"]


def test_an_article_without_title_is_known_by_author_and_issue():
    article = source("", author="芮嘉瑋", publisher="北美智權報", issue="388")
    assert source_name(article) == "芮嘉瑋, 北美智權報 388"
