"""Search: any characters in any record, however they are written, and only what is there now."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.briefing import Fact
from planner.domain.changes import EditName
from planner.domain.delegation import Delegation, Member
from planner.domain.entity import Entity
from planner.domain.organisation import Organisation
from planner.domain.person import Person
from planner.domain.stop import Stop
from planner.domain.values import Quantity
from planner.store.database import Database
from planner.store.search import SearchHit, SearchIndex, fold, title_of
from planner.store.tokens import phrases
from tests.strategies import world

EDIT = EditName("test")
DELEGATION = Delegation(title="考察稀土", starts_on=date(2015, 8, 17), ends_on=date(2015, 8, 22))


@pytest.fixture(scope="module")
def index(lasting: Database) -> Database:
    return lasting


class TakenBack(Exception):
    """Ends an edit without storing it."""


def found(index: Database, words: str, *records: Entity) -> list[UUID]:
    hits: list[SearchHit] = []
    with pytest.raises(TakenBack), index.begin(EDIT) as work:
        work.add(*records)
        hits = work._search.ask(words)  # noqa: SLF001
        raise TakenBack
    return [hit.key for hit in hits]


def finds(index: Database, words: str, text: str) -> bool:
    body = Organisation(name="x", notes=text)
    return found(index, words, body) == [body.id]


@pytest.mark.parametrize("words", ["稀", "稀土", "稀土研", "包頭稀土研究院", "頭稀", "院"])
def test_one_two_and_more_han_characters_are_found(index: Database, words: str) -> None:
    assert finds(index, words, "包頭稀土研究院")


@pytest.mark.parametrize("words", ["B", "bao", "AOTO", "ou", "baotou rare", "earth B"])
def test_letters_are_found_inside_words_and_in_any_order(index: Database, words: str) -> None:
    assert finds(index, words, "Baotou Research Institute of Rare Earths")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("台灣", "臺灣大學"),
        ("臺灣", "台灣大學"),
        ("湾大学", "臺灣大學"),
        ("臺灣", "台湾大学"),
        ("機關", "机关"),
        ("机关", "機關"),
        ("ＡＢＣ１２", "abc12"),
        ("abc12", "ＡＢＣ１２"),
        ("ｶﾅ", "カナ"),
        ("STRASSE", "Straße"),
        ("café", "CAFE"),
        ("cafe", "Café"),
        ("が", "か\u3099"),
        ("㈱", "(株)"),
        ("①", "1"),
        ("𠮷野", "𠮷野家"),
        ("𬎆", "王𬎆"),
        ("㐀", "㐀"),
    ],
)
def test_how_it_is_written_makes_no_difference(index: Database, words: str, text: str) -> None:
    assert finds(index, words, text)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("土稀", "稀土"),
        ("稀 磁", "稀土"),
        ("ab", "a b"),
        ("か", "が"),
        # nothing is found over the end of a line or a field
        ("北京大", "北京\n大學"),
        ("x稀土y", "稀土"),
    ],
)
def test_what_is_not_there_is_not_found(index: Database, words: str, text: str) -> None:
    assert not finds(index, words, text)


def test_nothing_is_found_over_two_fields(index: Database) -> None:
    assert found(index, "北大學生", Organisation(name="北大", notes="學生")) == []


@pytest.mark.parametrize("words", ["", "  ", "！？", '"', "*", "()", "\x00", "—"])
def test_a_question_without_words_finds_nothing(index: Database, words: str) -> None:
    assert phrases(fold(words)) == []
    assert found(index, words, Organisation(name="工業局")) == []


@pytest.mark.parametrize(
    "words", ['稀土" OR "x', "name:稀土", "稀土 NOT x", "NEAR(稀 土)", "稀土*"]
)
def test_signs_of_the_index_s_language_mean_nothing(index: Database, words: str) -> None:
    assert finds(index, words, "name 稀土 or x not near 土")


def test_a_long_question_is_answered(index: Database) -> None:
    assert finds(index, "稀土 " * 3000, "稀土")
    assert finds(index, "土" * 5000, "土" * 5000)


def test_a_word_without_end_is_found_and_does_not_fill_the_disk(index: Database) -> None:
    endless = "x" * 50_000 + "end"
    assert finds(index, "x" * 100, endless)
    assert finds(index, "xend", endless)


def test_a_name_with_blanks_is_found_without_them(index: Database) -> None:
    assert finds(index, "王小明", "王 小明")


def test_a_changed_or_removed_text_is_no_longer_found(database: Database) -> None:
    body = Organisation(name="工業局")

    def hits(words: str) -> int:
        with database.read() as session:
            return len(SearchIndex(session.connection()).ask(words))

    with database.begin(EDIT) as work:
        work.add(body)
    assert hits("工業") == 1
    with database.begin(EDIT) as work:
        work.replace(body.with_(name="產業發展署"))
    assert (hits("工業"), hits("產業")) == (0, 1)
    with database.begin(EDIT) as work:
        work.remove(Organisation, [body.id])
    assert (hits("工業"), hits("產業")) == (0, 0)


def test_a_hit_says_its_new_title_where_its_words_are_the_same(database: Database) -> None:
    person = Person(name="甲", aliases=("乙",))
    with database.begin(EDIT) as work:
        work.add(person)
    with database.begin(EDIT) as work:
        work.replace(person.with_(name="乙", aliases=["甲"]))
    with database.read() as session:
        (hit,) = SearchIndex(session.connection()).ask("甲")
    assert hit.title == "乙"


MARK = "獨角獸Q"
SILENT = {"media_type", "profile", "currency", "content", "system_number", "hours", "fingerprint"}


def written_fields() -> list[object]:
    return [
        pytest.param(kind, name, id=f"{kind}.{name}")
        for kind, record in world().items()
        for name, info in type(record).model_fields.items()
        if info.annotation is str and name not in SILENT
    ]


@pytest.mark.parametrize(("kind", "name"), written_fields())
def test_every_text_of_every_record_is_found(index: Database, kind: str, name: str) -> None:
    made = world()
    made[kind] = made[kind].with_(**{name: MARK})
    assert found(index, "角獸q", *made.values()) == [made[kind].id]


@pytest.mark.parametrize(
    "record",
    [
        Person(name="x", aliases=("獨角獸",)),
        Person.checked({"name": "x", "contacts": [{"kind": "email", "value": "獨角獸"}]}),
        Fact(subject="x", metric="y", quantity=Quantity(number="35000", unit="獨角獸")),  # type: ignore[arg-type]
    ],
)
def test_texts_within_values_are_found(index: Database, record: Entity) -> None:
    assert found(index, "獨角獸", record) == [record.id]


def test_numbers_of_a_quantity_are_found(index: Database) -> None:
    fact = Fact.checked(
        {"subject": "x", "metric": "y", "quantity": {"number": "35000", "unit": "t"}}
    )
    assert found(index, "35000", fact) == [fact.id]


def test_marks_of_the_manuscript_are_not_found(index: Database) -> None:
    assert not finds(index, "figure", "如{figure:1}所示")
    assert finds(index, "所示", "如{figure:1}所示")


def test_a_hit_tells_what_it_is_and_where_it_belongs(index: Database) -> None:
    stop = Stop.checked(
        {
            "delegation_id": DELEGATION.id,
            "stop_kind": "visit",
            "starts": "2015-08-18",
            "title": "參訪稀土高新區\n下午",
        }
    )
    with pytest.raises(TakenBack), index.begin(EDIT) as work:
        work.add(DELEGATION, stop)
        latest, first = work._search.ask("稀土")  # noqa: SLF001
        assert latest == SearchHit("stop", stop.id, DELEGATION.id, "參訪稀土高新區")
        assert first == SearchHit("delegation", DELEGATION.id, DELEGATION.id, "考察稀土")
        assert work._search.ask("稀土", kind="delegation") == [first]  # noqa: SLF001
        assert work._search.ask("稀土", limit=1) == [latest]  # noqa: SLF001
        assert work._search.delegations("高新") == [DELEGATION.id]  # noqa: SLF001
        assert work._search.delegations("，") == []  # noqa: SLF001
        raise TakenBack


@pytest.mark.parametrize(
    ("record", "title"),
    [
        (Fact(subject="內蒙古", metric="儲量", text="x"), "內蒙古 儲量"),
        (Member(delegation_id=DELEGATION.id, post_title="組長"), "組長"),
        (Member(delegation_id=DELEGATION.id), ""),
    ],
)
def test_a_record_without_a_title_is_told_by_what_it_has(record: Entity, title: str) -> None:
    assert title_of(record) == title


HAN = "稀土永磁臺台灣湾"
LETTERS = "abAＢé1"
written = st.text(st.sampled_from(HAN + LETTERS + " ，\n"), max_size=12)


def is_in(words: str, text: str) -> bool:
    """What the index should say, by looking at every character."""
    return all(
        any(stands_in(phrase, line) for line in fold(text).split("\n"))
        for phrase in pieces(fold(words))
    )


def stands_in(phrase: str, line: str) -> bool:
    if is_latin(phrase):
        return any(phrase in word for word in pieces(line) if is_latin(word))
    # punctuation between Han characters makes no difference, letters do
    without = "".join(
        character for character in line if not character.isspace() and character != ","
    )
    return phrase in without


def pieces(folded: str) -> Sequence[str]:
    """Runs of Han characters and of others, without what stands between."""
    runs: list[str] = []
    before = " "
    for character in folded:
        if character.isspace() or character == ",":
            before = " "
            continue
        if before == " " or is_latin(before) != is_latin(character):
            runs.append("")
        runs[-1] += character
        before = character
    return runs


def is_latin(piece: str) -> bool:
    return piece[0].isascii()


askable = written.filter(lambda words: phrases(fold(words)))


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts=st.lists(written, min_size=1, max_size=5), words=askable)
def test_search_agrees_with_looking_at_every_character(
    index: Database, texts: list[str], words: str
) -> None:
    bodies = [Organisation(name="-", notes=text) for text in texts]
    expected = {body.id for body in bodies if is_in(words, body.notes)}
    assert set(found(index, words, *bodies)) == expected
