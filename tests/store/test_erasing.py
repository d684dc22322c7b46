"""One person's data goes from every corner of the store, and nothing else does."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation, Member
from planner.domain.errors import NotFound, StaleEdit
from planner.domain.organisation import Organisation
from planner.domain.person import Person, Post
from planner.domain.values import Attachment, ContactKind, ContactPoint
from planner.queries.personal import falling_due, mentions, personal_data, persons_named
from planner.store.database import Database
from planner.store.erasing import Erased


@pytest.fixture
def place(store_path: Path) -> Path:
    """What is tested here is done to files."""
    return store_path


SECRETS = ("特古斯", "Tegus", "0471-5551234", "素食", "E12345678", "副校長")
PLACEHOLDER = "（已刪除）"


@pytest.fixture
def person(database: Database, osaka: Delegation) -> Person:
    """A person with a post, on a journey, whose record was changed twice and named in an edit."""
    body = Organisation(name="內蒙古師範大學")
    person = Person(
        name="特古斯",
        name_latin="Tegus",
        contacts=(ContactPoint(kind=ContactKind.PHONE, value="0471-5551234"),),
    )
    post = Post(person_id=person.id, organisation_id=body.id, title="副校長")
    member = Member(
        delegation_id=osaka.id, person_id=person.id, diet="素食", passport_name="E12345678"
    )
    with database.begin(EditName("add", {"kind": "特古斯"})) as work:
        work.add(body, person, osaka, post, member)
    with database.begin(EditName("change", {"kind": "特古斯"})) as work:
        work.replace(person.with_(notes="特古斯之備註"))
        work.remove(Post, [post.id])
    return person


def bytes_of(path: Path) -> bytes:
    return b"".join(
        file.read_bytes() for file in path.parent.glob(path.name + "*") if file.is_file()
    )


def test_no_byte_of_the_person_stays_in_the_file(database: Database, person: Person) -> None:
    before = bytes_of(database.path)
    assert all(secret.encode() in before for secret in SECRETS)
    assert database.erase_person(person.id, PLACEHOLDER) == Erased(2)
    after = bytes_of(database.path)
    assert [secret for secret in SECRETS if secret.encode() in after] == []
    assert "內蒙古師範大學".encode() in after


def test_every_portrait_goes_but_one_that_is_somebody_elses(
    database: Database, person: Person
) -> None:
    first, second, shared = (database.files.put(content) for content in (b"1", b"2", b"3"))
    for number, content in enumerate((first, second, shared)):
        portrait = Attachment(name="portrait.jpg", content=content)
        with database.begin(EditName("change", {"kind": "a"})) as work:
            work.replace(work.get(Person, person.id).with_(portrait=portrait))
            if number == 2:
                work.add(Person(name="王小明", portrait=portrait))
    database.erase_person(person.id, PLACEHOLDER)
    assert [database.files.holds(content) for content in (first, second, shared)] == [
        False,
        False,
        True,
    ]
    assert database.verify() == []


def test_a_portrait_that_the_disk_keeps_is_told_of(
    database: Database, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = database.files.put(b"1")
    with database.begin(EditName("change", {"kind": "a"})) as work:
        work.replace(
            work.get(Person, person.id).with_(portrait=Attachment(name="1.jpg", content=content))
        )

    def refuse(_digest: str) -> None:
        raise PermissionError

    monkeypatch.setattr(database.files, "discard", refuse)
    erased = database.erase_person(person.id, PLACEHOLDER)
    assert erased.portraits_left == (database.files.path(content),)


def test_a_store_that_cannot_be_packed_is_erased_all_the_same_and_packed_the_next_time(
    database: Database, person: Person
) -> None:
    # a program that reads the state before keeps it in the log
    with closing(sqlite3.connect(database.path, isolation_level=None)) as elsewhere:
        elsewhere.execute("BEGIN")
        elsewhere.execute("SELECT * FROM person").fetchall()
        with closing(Database(database.path, patience=0.1)) as hurried:
            assert not hurried.erase_person(person.id, PLACEHOLDER).is_packed
    with database.begin(EditName("look")) as work:
        assert work.get(Person, person.id).names == (PLACEHOLDER,)
    assert database.erase_person(person.id, PLACEHOLDER).is_packed
    assert b"0471-5551234" not in bytes_of(database.path)


def test_the_store_is_sound_afterwards(database: Database, person: Person) -> None:
    database.erase_person(person.id, PLACEHOLDER)
    assert database.verify() == []


def test_nothing_brings_the_person_back(database: Database, person: Person) -> None:
    database.erase_person(person.id, PLACEHOLDER)
    with pytest.raises(StaleEdit):
        database.undo(2)
    with database.begin(EditName("look")) as work:
        assert work.get(Person, person.id).names == (PLACEHOLDER,)
        (member,) = work.where(Member)
        assert (member.person_id, member.diet) == (person.id, "")


def test_a_person_who_is_not_there_cannot_be_erased(database: Database) -> None:
    with pytest.raises(NotFound):
        database.erase_person(UUID(int=1), PLACEHOLDER)


def test_all_that_is_kept_of_a_person_is_told(database: Database, person: Person) -> None:
    with database.read() as session:
        told = personal_data(session, persons_named(session, "Tegus")[0])
    assert told["person"]["contacts"][0]["value"] == "0471-5551234"
    assert told["records"]["member"][0]["diet"] == "素食"
    assert [entry["after"]["notes"] for entry in told["history"]] == ["特古斯之備註", ""]


def test_texts_that_still_name_a_person_are_listed(database: Database, person: Person) -> None:
    with database.begin(EditName("add")) as work:
        work.add(Organisation(name="特古斯工作室"))
    database.erase_person(person.id, PLACEHOLDER)
    with database.read() as session:
        assert [mention.title for mention in mentions(session, person.names)] == ["特古斯工作室"]


def test_data_falls_due_when_nobody_has_needed_it_for_long(
    database: Database, person: Person
) -> None:
    other = Person(name="張添晉")
    with database.begin(EditName("add")) as work:
        work.add(other)
    with closing(sqlite3.connect(database.path)) as connection, connection:
        moment = datetime(2010, 1, 1, tzinfo=UTC).replace(tzinfo=None)
        connection.execute("UPDATE edit SET at = ?", (str(moment) + ".000000",))
    with database.read() as session:
        due = falling_due(session, date(2016, 1, 1))
        later = falling_due(session, date(2027, 1, 1))
    assert [(kept.name, kept.last_needed) for kept in due] == [("張添晉", date(2010, 1, 1))]
    assert [kept.name for kept in later] == ["張添晉", "特古斯"]
