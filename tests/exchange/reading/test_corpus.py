"""What the corpus measures does not get worse."""

import pytest

from tests.benchmarks.reading import PARTS, measure

FLOOR = 0.95
# what the parts written last have reached until now
LOWER = {
    ("ninth", "organisations"): 0.9,
    ("tenth", "organisations"): 0.92,
    ("eleventh", "organisations"): 0.89,
    ("twelfth", "organisations"): 0.91,
    ("thirteenth", "organisations"): 0.87,
    ("fourteenth", "organisations"): 0.88,
    ("fifteenth", "organisations"): 0.89,
    ("fifteenth", "recommendations"): 0.89,
    ("sixteenth", "organisations"): 0.84,
    ("sixteenth", "recommendations"): 0.89,
    ("sixteenth", "talks"): 0.94,
    ("seventeenth", "organisations"): 0.84,
    ("seventeenth", "recommendations"): 0.91,
    ("seventeenth", "talks"): 0.81,
    ("eighteenth", "organisations"): 0.88,
}
KINDS = ("days", "day figures", "figures", "talks", "recommendations", "organisations", "people")


@pytest.mark.parametrize("part", PARTS)
def test_precision_and_recall_stay_where_they_are(part: str) -> None:
    tallies = measure(part)
    low = {
        kind: (round(tallies[kind].precision, 3), round(tallies[kind].recall, 3))
        for kind in KINDS
        if min(tallies[kind].precision, tallies[kind].recall) < LOWER.get((part, kind), FLOOR)
    }
    assert low == {}
