"""Names that were typed are told before the public edition tells them."""

import pytest

from planner.domain.dossier import Dossier
from planner.domain.person import Person
from planner.domain.values import Disclosure
from planner.rules.withheld_names import withheld_name_notices
from tests.builders import dossier, person, section, stop

SECRET = Disclosure.INTERNAL


def told(held: Dossier) -> list[tuple[str, str]]:
    return [(each.where.field, each.context["written"]) for each in withheld_name_notices(held)]


def with_text(text: str, **values: object) -> Dossier:
    given = {"name": "李明", "name_latin": "Li Ming", "disclosure": SECRET}
    li = Person(**{**given, **values})
    return dossier(people=(li,), sections=(section("過程", text=text),))


@pytest.mark.parametrize("name", ["李明", "Li Ming"])
def test_a_typed_name_is_told_with_its_place(name: str) -> None:
    (notice,) = withheld_name_notices(with_text(f"會後由{name}送行。"))
    assert notice.where.span == (3, 3 + len(name))
    assert notice.context["written"] == name


def test_other_records_that_are_printed_are_looked_through_too() -> None:
    li = person("李明", disclosure=SECRET)
    assert told(dossier(people=(li,), stops=(stop("拜會李明"),))) == [("title", "李明")]


def test_a_part_of_another_word_is_no_name() -> None:
    assert told(with_text("They went on to Li Mingpu.")) == []


def test_one_han_character_is_no_name_of_somebody() -> None:
    assert told(with_text("李樹成蔭。", name="李", name_latin="")) == []


def test_what_is_not_published_may_tell_it() -> None:
    assert told(with_text("公開。\n\n李明不願具名。{internal:paragraph}\n\n尾。")) == []


def test_who_is_public_may_be_named() -> None:
    assert told(with_text("李明送行。", disclosure=Disclosure.PUBLIC)) == []
