"""A cell of hosts tells bodies and people apart, and people from their posts."""

import pytest

from planner.domain.organisation import Organisation
from planner.domain.person import Person, Post
from planner.exchange.sheet_hosts import hosts_of

Told = tuple[list[str], list[tuple[str, str, str]]]


def told(host: str, received_by: str) -> Told:
    """Bodies; and of each person the honorific, the name and the post."""
    records = [found.record for found in hosts_of(host, received_by, 1).found]
    posts = {each.person_id: each.title for each in records if isinstance(each, Post)}
    return (
        [each.name for each in records if isinstance(each, Organisation)],
        [
            (each.honorific, each.name, posts.get(each.id, ""))
            for each in records
            if isinstance(each, Person)
        ],
    )


@pytest.mark.parametrize(
    ("host", "received_by", "expected"),
    [
        ("包頭稀土研究院", "", (["包頭稀土研究院"], [])),
        ("", "紡織公會", (["紡織公會"], [])),
        ("", "校長 Pekka Vuori", ([], [("", "Pekka Vuori", "校長")])),
        ("", "技術課長 灰谷直子", ([], [("", "灰谷直子", "技術課長")])),
        ("教育局副局長 Ms. Aino Saarela", "", (["教育局"], [("Ms.", "Aino Saarela", "副局長")])),
        ("大同公司 總經理 陳一", "", (["大同公司"], [("", "陳一", "總經理")])),
        ("駐紐辦事處", "賀處長", (["駐紐辦事處"], [("", "賀處長", "")])),
        (
            "教育部",
            "王小明司長、李大華 科長",
            (["教育部"], [("", "王小明", "司長"), ("", "李大華", "科長")]),
        ),
        ("Prof. Joost van Amerdijk", "", ([], [("Prof.", "Joost van Amerdijk", "")])),
        ("Vice-Rector Prof. Wim Ostijn", "", ([], [("Prof.", "Wim Ostijn", "Vice-Rector")])),
        ("Delta Water School", "", (["Delta Water School"], [])),
        ("", "Eero Hallas", ([], [("", "Eero Hallas", "")])),
        ("", "", ([], [])),
    ],
)
def test_bodies_and_people_are_told_apart(host: str, received_by: str, expected: Told) -> None:
    assert told(host, received_by) == expected


def test_posts_of_hosts_are_held_at_the_body_of_the_row() -> None:
    hosts = hosts_of("教育部", "王小明司長", 1)
    (post,) = [each.record for each in hosts.found if isinstance(each.record, Post)]
    assert post.organisation_id == hosts.body_id
    assert (post.person_id,) == hosts.people
