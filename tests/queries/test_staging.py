"""What a file tells that cannot stand here is left out with a sentence, and the rest is taken."""

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.exchange.staged import Found, ReadFile
from planner.queries.staging import staged
from planner.store.database import Database
from planner.words import Words
from tests import builders as b


def test_a_talk_of_a_seminar_that_is_not_here_is_left_out_and_the_rest_stands(
    database: Database, osaka: Delegation
) -> None:
    talk = b.talk(1, "稀土永磁", b.seminar(delegation_id=osaka.id))
    stop = b.stop(title="拜會", delegation_id=osaka.id)
    told = tuple(Found(each, frozenset({"title"}), line) for line, each in enumerate((stop, talk)))
    with database.begin(EditName("add")) as work:
        work.add(osaka)
    with database.read() as session:
        file = staged(session, ReadFile("a.ics", told))
    assert [each.kept for each in file.staged] == [stop]
    (left,) = file.left_out
    assert left.line == 1
    assert "talk belongs to a seminar" in Words("en").problem(left.problem)
    assert "研討會" in Words("zh_TW").problem(left.problem)
