"""What goes into an archive is known before it is read."""

from planner.domain.changes import EditName
from planner.queries.archived import has_photos
from planner.store.database import Database
from tests.builders import delegation, key, photo


def test_whether_there_are_photos_is_told_of_one_delegation_and_of_all(database: Database) -> None:
    other = delegation().with_(id=key("other"))
    with database.begin(EditName("add")) as work:
        work.add(delegation(), other)
    with database.read() as session:
        assert not has_photos(session, None)
    with database.begin(EditName("add")) as work:
        work.add(photo("a"))
    with database.read() as session:
        assert has_photos(session, None)
        assert has_photos(session, delegation().id)
        assert not has_photos(session, other.id)
