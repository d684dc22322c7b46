"""What changed since a kept programme is told to those it concerns, and to nobody else."""

from collections.abc import Callable
from datetime import date
from email import message_from_bytes
from email.policy import default

import pytest

from planner.change_messages import Draft, change_line, drafts, message_file
from planner.domain.changes import EditName
from planner.domain.dossier import Dossier
from planner.domain.stop import StopStatus
from planner.queries.dossiers import dossier as stored_dossier
from planner.queries.programme_versions import programme_of, programme_versions
from planner.rules.differences import differences
from planner.store.database import Database
from planner.usecases.programme_versions import keep_version
from planner.words import Words
from tests.builders import (
    delegation,
    dossier,
    member,
    organisation,
    person,
    seminar,
    session,
    stop,
    talk,
)

MAIL = {"contacts": [{"kind": "email", "value": "wang@example.org"}]}
HOST, OTHER = organisation("稀土研究院"), organisation("農業大學")
MET = person("王處長").with_(**MAIL)
LIN = person("林研究員")
FIRST = stop(
    "拜會",
    "2015-08-17T10:00[Asia/Shanghai]",
    host_id=HOST.id,
    people_met_ids=(MET.id,),
    status=StopStatus.CONFIRMED,
    is_for_all=True,
)
SECOND = stop(
    "座談",
    "2015-08-18T10:00[Asia/Shanghai]",
    host_id=OTHER.id,
    status=StopStatus.CONFIRMED,
    is_for_all=True,
)
BEFORE = dossier(
    stops=(FIRST, SECOND),
    organisations=(HOST, OTHER),
    people=(MET, LIN),
    members=(member(LIN),),
)


def with_first(**values: object) -> Dossier:
    return Dossier(**{**dict(BEFORE), "stops": (FIRST.with_(**values), SECOND)})


MOVED = with_first(starts="2015-08-17T14:00[Asia/Shanghai]")


def test_only_those_concerned_are_written_to() -> None:
    found = drafts(BEFORE, MOVED, Words())
    assert [each.to.name for each in found] == ["王處長", "林研究員"]
    assert [each.address for each in found] == ["wang@example.org", ""]
    assert "農業大學" not in "".join(each.text for each in found)
    assert drafts(BEFORE, BEFORE, Words()) == ()


@pytest.mark.parametrize("language", ["zh_TW", "en"])
def test_a_message_tells_the_time_before_and_after(language: str) -> None:
    text = drafts(BEFORE, MOVED, Words(language))[0].text
    assert text.index("10:00") < text.index("14:00")
    assert "拜會" in text


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (with_first(place="二樓會議室"), ["10:00", "地點改為二樓會議室"]),
        (with_first(is_for_all=False), ["變更"]),
        (with_first(status=StopStatus.DROPPED), ["取消拜會", "10:00"]),
    ],
)
def test_each_kind_of_change_has_its_sentence(after: Dossier, words: list[str]) -> None:
    (change,) = differences(BEFORE, after)
    told = change_line(change, BEFORE, after, Words())
    assert all(each in told for each in words)
    assert told.endswith("。")


def test_a_new_stop_is_told_as_new() -> None:
    without = Dossier(**{**dict(BEFORE), "stops": (SECOND,)})
    (change,) = differences(without, BEFORE)
    assert change_line(change, without, BEFORE, Words()).startswith("新增拜會")


def test_a_mail_program_reads_the_draft_as_it_was_written() -> None:
    draft: Draft = drafts(BEFORE, MOVED, Words())[0]
    read = message_from_bytes(message_file(draft), policy=default)
    assert (read["To"], read["Subject"]) == (draft.address, draft.subject)
    assert read["X-Unsent"] == "1"
    assert read.get_content().splitlines() == draft.text.splitlines()  # type: ignore[attr-defined]


def test_a_kept_version_stays_as_it_was(database: Database, keep: Callable[..., None]) -> None:
    trip = delegation()
    keep(trip, HOST, OTHER, MET, LIN, member(LIN), FIRST, SECOND)
    with database.read() as session:
        held = stored_dossier(session, trip.id)
    with database.begin(EditName("keep")) as work:
        keep_version(work, held, "寄送版", date(2015, 8, 1), "lin")
    with database.begin(EditName("move")) as work:
        work.replace(FIRST.with_(starts="2015-08-17T14:00[Asia/Shanghai]"))
    with database.read() as session:
        (version,) = programme_versions(session, trip.id)
        now = stored_dossier(session, trip.id)
    kept = programme_of(version, database.files)
    assert kept.stops == (FIRST, SECOND)
    assert [each.stop.id for each in differences(kept, now)] == [FIRST.id]


def test_a_speaker_who_follows_a_longer_talk_hears_the_new_time() -> None:
    held = seminar(stop_id=SECOND.id, venue="演講廳")
    morning = session("上午", held, starts_at="2015-08-18T10:00[Asia/Shanghai]")
    given = {"session_id": morning.id, "minutes": 20}
    first = talk(1, "精煉", held, **given)
    second = talk(2, "循環", held, speaker_ids=(MET.id,), **given)
    parts = {"seminars": (held,), "sessions": (morning,)}
    before = Dossier(**{**dict(BEFORE), **parts, "talks": (first, second)})
    after = Dossier(**{**dict(before), "talks": (first.with_(minutes=50), second)})
    (draft,) = drafts(before, after, Words())
    assert draft.to.name == "王處長"
    assert "循環" in draft.text
    assert "10:50" in draft.text
