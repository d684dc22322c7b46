"""Changes: their fields, their inverse, and the kinds they touch."""

from uuid import uuid4

from planner.domain.changes import Change, ChangeSet
from planner.domain.delegation import Delegation
from planner.domain.stop import Stop

KEY = uuid4()
RENAMED = Change("stop", KEY, {"title": "a", "place": "b"}, {"title": "c", "place": "b"})
ADDED = Change("stop", KEY, None, {"title": "a", "place": "b"})


def test_a_change_names_the_fields_that_differ() -> None:
    assert RENAMED.fields == ("title",)
    assert ADDED.fields == ("title", "place")
    assert ADDED.inverse().fields == ("title", "place")


def test_the_inverse_takes_back_the_last_change_first() -> None:
    both = ChangeSet((ADDED, RENAMED))
    assert both.inverse().changes == (RENAMED.inverse(), ADDED.inverse())
    assert both.inverse().inverse() == both


def test_a_change_set_touches_the_kinds_it_changes() -> None:
    assert ChangeSet((ADDED,)).touches(Stop)
    assert ChangeSet((ADDED,)).touches(Delegation, Stop)
    assert not ChangeSet((ADDED,)).touches(Delegation)


def test_a_change_set_without_changes_is_nothing() -> None:
    assert not ChangeSet()
    assert ChangeSet((ADDED,))
