"""A file is taken in once: three times change nothing more, and undo takes it back whole."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from planner.domain.delegation import Delegation, Member
from planner.domain.entity import Entity
from planner.domain.errors import StaleEdit
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.domain.stop import Stop
from planner.domain.values import ContactKind, ContactPoint
from planner.exchange.export import Surroundings, Wish, export
from planner.exchange.incoming import read_incoming
from planner.exchange.staged import StagedFile, Verdict
from planner.queries.dossiers import dossier
from planner.queries.history import undo_stack
from planner.queries.staging import staged
from planner.store.database import Database
from planner.usecases.imports import name_of_file, take_in
from planner.words import Words
from tests import builders as b

CSV = "姓名,服務機關,職稱,電話,飲食\r\n王小明,工業技術研究院,所長,03-591-0000,素食\r\n"
ICS = "\r\n".join(
    (
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1@x"),
        *("SUMMARY:拜會稀土學會", "DTSTART;TZID=Asia/Shanghai:20150818T090000"),
        *("END:VEVENT", "END:VCALENDAR", ""),
    )
)
VCF = "\r\n".join(
    (
        *("BEGIN:VCARD", "VERSION:3.0", "FN:王小明", "TEL:03-591-0000"),
        *("ORG:工研院", "TITLE:所長", "END:VCARD", ""),
    )
)
FILES = {"members.csv": CSV, "plan.ics": ICS, "cards.vcf": VCF}


@pytest.fixture
def delegation(keep: Callable[..., None]) -> Delegation:
    made = b.delegation()
    keep(made)
    return made


@pytest.fixture
def laid(database: Database, delegation: Delegation, tmp_path: Path) -> Callable[..., StagedFile]:
    """A file beside the store as it is now."""

    def _laid(name: str, content: str = "") -> StagedFile:
        path = tmp_path / name
        path.write_text(content or FILES[name], "utf-8")
        with database.read() as session:
            return staged(session, read_incoming(path, delegation))

    return _laid


def take(database: Database, file: StagedFile, **choice: Any) -> None:
    with database.begin(name_of_file(file.name)) as work:
        take_in(work, file, **choice)


def stored(database: Database, entity: type[Entity]) -> tuple[Any, ...]:
    with database.begin(name_of_file("look")) as work:
        return work.where(entity)


@pytest.mark.parametrize("name", FILES)
def test_the_second_and_third_import_change_nothing(
    name: str, laid: Callable[..., StagedFile], database: Database
) -> None:
    first = laid(name)
    assert first.of(Verdict.NEW)
    take(database, first)
    for _ in range(2):
        again = laid(name)
        assert {each.verdict for each in again.staged} == {Verdict.SAME}
        with database.begin(name_of_file(name)) as work:
            take_in(work, again)
            assert not work.changes


@pytest.mark.parametrize("name", FILES)
def test_an_import_is_taken_back_whole(
    name: str, laid: Callable[..., StagedFile], database: Database
) -> None:
    take(database, laid(name))
    with database.read() as session:
        number = undo_stack(session).done[-1].number
    database.undo(number)
    for entity in (Person, Organisation, Member, Stop):
        assert stored(database, entity) == ()


def test_what_the_store_has_stays_where_a_file_says_otherwise(
    laid: Callable[..., StagedFile], database: Database, keep: Callable[..., None]
) -> None:
    wang = b.person("王小明", reading="Wang Xiaoming")
    keep(wang, b.member(wang, post_title="組長"))
    file = laid("members.csv")
    (clash,) = file.of(Verdict.CLASHING)
    assert clash.clashes == ("post_title",)
    take(database, file)
    (member,) = stored(database, Member)
    assert (member.post_title, member.diet) == ("組長", "素食")


def test_the_files_value_is_taken_where_one_says_so(
    laid: Callable[..., StagedFile], database: Database, keep: Callable[..., None]
) -> None:
    wang = b.person("王小明")
    keep(wang, b.member(wang, post_title="組長"))
    file = laid("members.csv")
    take(database, file, theirs=[each.kept.id for each in file.staged])
    (member,) = stored(database, Member)
    assert member.post_title == "所長"
    assert not laid("members.csv").of(Verdict.CLASHING)


def test_a_person_known_already_is_added_to_and_not_doubled(
    laid: Callable[..., StagedFile], database: Database, keep: Callable[..., None]
) -> None:
    mail = ContactPoint(kind=ContactKind.EMAIL, value="wang@example.org")
    keep(b.person("王小明", contacts=(mail,)))
    take(database, laid("cards.vcf"))
    (person,) = stored(database, Person)
    assert [point.value for point in person.contacts] == ["wang@example.org", "03-591-0000"]


def test_what_is_dropped_stays_out_but_what_others_need_comes(
    laid: Callable[..., StagedFile], database: Database
) -> None:
    file = laid("members.csv")
    (member,) = (each for each in file.staged if isinstance(each.kept, Member))
    (person,) = (each for each in file.staged if isinstance(each.kept, Person))
    take(database, file, dropped=[person.kept.id])
    assert len(stored(database, Person)) == len(stored(database, Member)) == 1
    again = laid("members.csv", CSV.replace("王小明", "陳美麗"))
    (member,) = (each for each in again.staged if isinstance(each.kept, Member))
    take(database, again, dropped=[member.kept.id])
    assert len(stored(database, Person)) == 2
    assert len(stored(database, Member)) == 1


def test_a_store_that_changed_meanwhile_refuses(
    laid: Callable[..., StagedFile], database: Database, keep: Callable[..., None]
) -> None:
    wang = b.person("王小明")
    keep(wang)
    file = laid("cards.vcf")
    with database.begin(name_of_file("x")) as work:
        work.replace(wang.with_(notes="新"))
    with pytest.raises(StaleEdit):
        take(database, file)


def test_what_was_exported_is_the_same_on_import(
    database: Database, delegation: Delegation, keep: Callable[..., None], tmp_path: Path
) -> None:
    lin = b.person("林一", reading="Lin Yi")
    keep(lin, b.member(lin), b.stop("拜會", "2015-08-18/morning"), b.follow_up("寄送樣品"))
    with database.read() as session:
        held = dossier(session, delegation.id)
    around = Surroundings(Words("zh_TW"), datetime(2026, 1, 1, tzinfo=UTC), {}, lambda _: b"")
    for suffix in (".ics", ".vcf", ".xlsx", ".csv"):
        path = tmp_path / f"out{suffix}"
        path.write_bytes(export(held, Wish(suffix, is_public=False), around))
        with database.read() as session:
            file = staged(session, read_incoming(path, delegation))
        assert file.staged
        assert {each.verdict for each in file.staged} == {Verdict.SAME}, suffix
