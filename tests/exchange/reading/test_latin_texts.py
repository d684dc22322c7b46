"""What English prose, and Latin letters in Chinese, tell of people and bodies."""

import pytest

from planner.exchange.reading.reader import read_text


def people_in(text: str) -> set[str]:
    return {person.name for person in read_text(text).people}


def bodies_in(text: str) -> dict[str, set[str]]:
    return {body.name: set(body.aliases) for body in read_text(text).organisations}


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("We met Senior Assistant Commissioner Rani Velusamy.", "Rani Velusamy"),
        ("The Hon. Delegate Lucio Ngiraiwet spoke first.", "Lucio Ngiraiwet"),
        ("Mag. Sandra Gott-Karlbauer led the tour.", "Sandra Gott-Karlbauer"),
        ("DI (FH) Markus Markowitsch led the tour.", "Markus Markowitsch"),
        ("Prof. em. Ulrich Weidmann spoke.", "Ulrich Weidmann"),
        ("We called on H.E. Amb. Mohamed Ali-Nur Haji.", "Mohamed Ali-Nur Haji"),
        ("It was opened by Section Chief Wu Chun-ying.", "Wu Chun-ying"),
        ("由署長 Senior Assistant Commissioner Rani Velusamy 女士接待。", "Rani Velusamy"),
    ],
)
def test_ranks_and_courtesies_are_no_part_of_a_name(told: str, name: str) -> None:
    assert people_in(told) == {name}


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Minister of Foreign Affairs Ghzirok Haavisto was there.", "Ghzirok Haavisto"),
        ("It was opened by Ghzirok Sen (陳立國) in the morning.", "Ghzirok Sen"),
        ("We spoke with Ghzirok Kroon, board member of a union.", "Ghzirok Kroon"),
        ("The visit was led by President Tsai, Ying-wen herself.", "Tsai, Ying-wen"),
        ("The Mayor of Kigali Ghzirok Rubingisa attended.", "Ghzirok Rubingisa"),
        ("drs. Saskia van 't Hof spoke.", "Saskia van 't Hof"),
        ("We were hosted by its owner Ghzirok Sigurd Skovbo.", "Ghzirok Sigurd Skovbo"),
    ],
)
def test_an_unknown_name_is_told_by_what_stands_beside_it(told: str, name: str) -> None:
    assert people_in(told) == {name}


def test_most_of_a_list_being_known_for_people_all_are() -> None:
    told = "Members were Anneli Ott, Aivar Kokk, Ghzirok Palm and Urve Tiidus."
    assert people_in(told) == {"Anneli Ott", "Aivar Kokk", "Ghzirok Palm", "Urve Tiidus"}


@pytest.mark.parametrize(
    "told",
    [
        "Speaker\tTitle\nThe list follows.",
        "We met the Commissioner Responsible for Budget.",
        "A seminar on Electronic Invoicing and Real-Time Reporting.",
        "The fight for Win-Win Solutions goes on.",
    ],
)
def test_headings_and_things_are_no_people(told: str) -> None:
    assert people_in(told) == set()


def test_a_family_name_of_two_words_is_the_same_person() -> None:
    told = "We met Ms. Fatima El Idrissi.\n\nLater Ms. El Idrissi showed the port."
    assert people_in(told) == {"Fatima El Idrissi"}


def test_rows_of_a_party_stand_apart() -> None:
    rows = (
        "Delegates of the party that travelled to the seminar in the autumn of 2022:\n"
        "  Chin-Hua Hsueh, Deputy Director-General, Fiscal Information Agency, Taipei\n"
        "  Wei-Ting Ting, Systems Analyst, Fiscal Information Agency, Taipei, Taiwan\n"
        "Mission dates: Monday, October 3, 2022 to Sunday, October 9, 2022, in all.\n"
    )
    assert people_in(rows) == {"Chin-Hua Hsueh", "Wei-Ting Ting"}
    assert set(bodies_in(rows)) == {"Fiscal Information Agency"}


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("A member of the Portuguese Court of Auditors spoke.", "Portuguese Court of Auditors"),
        (
            "Mr. Wu of the Taipei Economic and Cultural Center in Portugal received us.",
            "Taipei Economic and Cultural Center in Portugal",
        ),
        (
            "The Taipei Mission in the Republic of Latvia helped.",
            "Taipei Mission in the Republic of Latvia",
        ),
        (
            "Ms. Ba of the French Directorate General of Public Finance spoke.",
            "French Directorate General of Public Finance",
        ),
        (
            "An officer of the Ministry of Agriculture, Livestock and Fisheries came.",
            "Ministry of Agriculture, Livestock and Fisheries",
        ),
        ("We crossed on a Tallink ferry.", "Tallink"),
        ("The group saw Septima, a small company that makes maps.", "Septima"),
        ("The party called on Bolt, where two managers spoke.", "Bolt"),
        ("At the headquarters of Sonae MC in Matosinhos we had lunch.", "Sonae MC"),
        ("We visited the Lyndon B. Johnson Space Center.", "Lyndon B. Johnson Space Center"),
    ],
)
def test_bodies_are_whole(told: str, name: str) -> None:
    assert set(bodies_in(told)) == {name}


@pytest.mark.parametrize(
    "told",
    [
        "The Swiss Labour Force Survey is taken each year.",
        "It joined as a Peppol Authority in spring.",
        "An agency, whose Division of Occupational Safety and Health is small, was seen.",
        "The boats of Papua New Guinea (PNG) were counted.",
    ],
)
def test_surveys_roles_own_parts_and_countries_are_no_bodies(told: str) -> None:
    assert bodies_in(told) == {}


def test_a_body_goes_by_its_name_in_its_own_language_and_by_letters() -> None:
    told = (
        "At the Ministry of Public Health (Ministerio de Salud Pública, MSP) we were received.\n\n"
        "The Estonian Labour Inspectorate (Tööinspektsioon) was next."
    )
    assert {frozenset({name, *others}) for name, others in bodies_in(told).items()} == {
        frozenset({"Ministry of Public Health", "Ministerio de Salud Pública", "MSP"}),
        frozenset({"Estonian Labour Inspectorate", "Tööinspektsioon"}),
    }


def test_letters_behind_a_ministry_may_be_those_of_its_agency() -> None:
    told = "The Occupational Safety and Health Administration, Ministry of Labor (OSHA) came."
    assert bodies_in(told)["Occupational Safety and Health Administration"] == {"OSHA"}


def test_the_name_of_a_person_behind_a_body_is_no_part_of_it() -> None:
    told = "Chairman of the Defence Committee of the Eduskunta Ilkka Kanerva spoke."
    assert set(bodies_in(told)) == {"Defence Committee of the Eduskunta"}
