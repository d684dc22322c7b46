"""Where nodes of the thread stand: in order, without overlap, level with their neighbours."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.queries.thread_picture import ThreadLink, ThreadNode, ThreadPicture
from planner.rules.thread import Column
from planner.ui.delegation.thread_layout import Sizes, lay_out, settled
from tests import builders as b

SIZES = Sizes(line=18, pad=3, gap=4, column_gap=38)


def node(column: Column, name: str) -> ThreadNode:
    return ThreadNode(b.key(name), column, column.value, b.key(name), name)


@given(st.lists(st.floats(-500, 1500), max_size=20))
def test_settled_nodes_keep_their_order_and_their_gap(wanted):
    heights = [24.0 + 18 * (place % 2) for place in range(len(wanted))]
    room = sum(heights) + 4 * len(heights) + 100
    tops = settled(wanted, heights, 4, room)
    for (top, height), below in pairwise(zip(tops, heights, strict=True)):
        assert top + height + 4 <= below[0] + 1e-6
    assert all(
        -1e-6 <= top <= room - height + 1e-6 for top, height in zip(tops, heights, strict=True)
    )


def test_a_node_with_room_stands_where_it_wants():
    assert settled([50, 200], [20, 20], 4, 400) == [40, 190]


def test_nodes_that_want_the_same_place_share_the_way():
    assert settled([100, 100], [20, 20], 0, 400) == [80, 100]


def test_a_node_is_level_with_what_it_is_linked_to():
    stops = [node(Column.STOP, f"s{n}") for n in range(5)]
    aim = node(Column.OBJECTIVE, "aim")
    picture = ThreadPicture(
        (aim, *stops), (ThreadLink(aim.key, stops[1].key), ThreadLink(aim.key, stops[3].key))
    )
    layout = lay_out(picture, 1000, SIZES, lambda node, width: 1)
    assert layout.boxes[aim.key].middle == pytest.approx(layout.boxes[stops[2].key].middle)


def test_outcomes_follow_the_order_of_their_stops():
    stops = [node(Column.STOP, f"s{n}") for n in range(3)]
    seen = [node(Column.OUTCOME, f"o{n}") for n in range(3)]
    links = [ThreadLink(stops[2 - n].key, seen[n].key) for n in range(3)]
    layout = lay_out(ThreadPicture((*stops, *seen), tuple(links)), 1000, SIZES, lambda n, w: 1)
    assert layout.order[Column.OUTCOME] == tuple(each.key for each in reversed(seen))


def test_long_columns_are_set_closer_and_words_cut_before_they_grow():
    stops = tuple(node(Column.STOP, f"s{n}") for n in range(20))
    tasks = tuple(node(Column.FOLLOW_UP, f"f{n}") for n in range(20))
    layout = lay_out(ThreadPicture((*stops, *tasks)), 1000, SIZES, lambda n, w: 2)
    assert layout.height == 20 * 22 + 19 * 2
    assert {layout.boxes[task.key].lines for task in tasks} == {1}


def test_nothing_to_show_takes_no_room():
    assert lay_out(ThreadPicture(), 1000, SIZES, lambda n, w: 1).height == 0
