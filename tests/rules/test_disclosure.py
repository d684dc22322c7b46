"""The public edition holds nothing restricted and nothing that points at it."""

from uuid import UUID

from planner.domain.dossier import Dossier
from planner.domain.follow_up import Progress
from planner.domain.manuscript import ChapterMeaning, Drafted
from planner.domain.records import referred
from planner.domain.review import Comment, ReportVersion
from planner.domain.values import ContactKind, ContactPoint, Disclosure
from planner.rules.disclosure import public_edition
from planner.rules.figures import numbers
from tests.builders import (
    DAY,
    dossier,
    finding,
    follow_up,
    key,
    member,
    person,
    photo,
    post,
    recommendation,
    section,
    stop,
)

SECRET = Disclosure.INTERNAL
PHOTOS = tuple(photo(name, position=index) for index, name in enumerate("甲乙丙丁"))


def restricted() -> Dossier:
    chapter = section("過程", ChapterMeaning.PROCEEDINGS, position=0)
    closed = section("密件", parent_id=chapter.id, disclosure=SECRET)
    secret_finding = finding(1, "機密所見", disclosure=SECRET)
    advice = recommendation(1, "公開建議", finding_ids=(secret_finding.id, key("finding 所見")))
    hidden_advice = recommendation(2, "密件建議", disclosure=SECRET)
    work = follow_up("辦理密件建議", recommendation_id=hidden_advice.id)
    return dossier(
        sections=(chapter, closed, section("密件細節", parent_id=closed.id)),
        findings=(secret_finding, finding(2, "所見")),
        recommendations=(advice, hidden_advice),
        follow_ups=(work,),
        progress=(Progress(follow_up_id=work.id, on=DAY, text="聯繫中"),),
        photos=PHOTOS,
    )


def with_text(text: str, *hidden: int) -> str:
    photos = tuple(
        each.with_(disclosure=SECRET) if index in hidden else each
        for index, each in enumerate(PHOTOS)
    )
    public = public_edition(dossier(photos=photos, sections=(section("過程", text=text),)))
    return public.dossier.sections[0].text


def figures(first: int, last: int) -> str:
    return f"{{figures:{PHOTOS[first].id}..{PHOTOS[last].id}}}"


def figure(index: int) -> str:
    return f"{{figure:{PHOTOS[index].id}}}"


def test_what_is_restricted_is_out_with_all_its_parts() -> None:
    edition = public_edition(restricted())
    assert [each.heading for each in edition.dossier.sections] == ["過程"]
    assert [each.title for each in edition.dossier.findings] == ["所見"]
    assert [each.title for each in edition.dossier.recommendations] == ["公開建議"]
    assert edition.dossier.follow_ups == ()
    assert edition.dossier.progress == ()


def test_what_was_withheld_is_listed() -> None:
    names = {spot.name for spot in public_edition(restricted()).withheld}
    assert names == {"密件", "密件細節", "機密所見", "密件建議", "辦理密件建議", "聯繫中"}


def test_no_reference_leads_to_anything_withheld() -> None:
    edition = public_edition(restricted())
    withheld: set[UUID] = {spot.key for spot in edition.withheld}
    for record in edition.dossier.records():
        assert not withheld & {key_ for _, key_ in referred(record)}


def test_numbers_of_figures_close_up() -> None:
    photos = (PHOTOS[0], PHOTOS[1].with_(disclosure=SECRET), PHOTOS[2])
    public = public_edition(dossier(photos=photos)).dossier
    assert [numbers(public)[each.id] for each in (PHOTOS[0], PHOTOS[2])] == [1, 2]


def test_a_reference_to_a_withheld_figure_goes_with_its_brackets() -> None:
    assert with_text(f"參觀實驗室（{figure(1)}）。", 1) == "參觀實驗室。"
    assert with_text(f"參觀（{figure(0)}、{figure(1)}）。", 1) == f"參觀（{figure(0)}）。"
    assert with_text(f"參觀（{figure(0)}、{figure(1)}）。", 0) == f"參觀（{figure(1)}）。"


def test_a_range_shrinks_to_what_is_left() -> None:
    assert with_text(f"（{figures(0, 3)}）", 0) == f"（{figures(1, 3)}）"
    assert with_text(f"（{figures(0, 3)}）", 3, 2) == f"（{figures(0, 1)}）"
    assert with_text(f"（{figures(0, 3)}）", 1) == f"（{figures(0, 3)}）"
    assert with_text(f"（{figures(0, 1)}）", 0) == f"（{figure(1)}）"
    assert with_text(f"參觀（{figures(0, 1)}）。", 0, 1) == "參觀。"


def test_private_matter_of_members_and_stops_is_out() -> None:
    traveller = person("王立邦", notes="不公開")
    held = dossier(
        people=(traveller,),
        members=(member(traveller, passport_name="WANG LI-BANG", diet="素食", visa="J-1"),),
        stops=(stop("參訪", booking_reference="ABC123", talking_points="底線"),),
    )
    public = public_edition(held).dossier
    assert (public.members[0].passport_name, public.members[0].diet) == ("", "")
    assert (public.stops[0].booking_reference, public.stops[0].talking_points) == ("", "")
    assert public.people[0].notes == ""
    assert public.members[0].person_id == traveller.id


def test_contact_data_stays_only_with_consent() -> None:
    mail = (ContactPoint(kind=ContactKind.EMAIL, value="a@example.org"),)
    for consent, left in ((True, mail), (False, ()), (None, ())):
        held = dossier(people=(person("甲", contacts=mail, consents_to_publish=consent),))
        assert public_edition(held).dossier.people[0].contacts == left


def test_nothing_restricted_changes_nothing() -> None:
    held = dossier(photos=PHOTOS, sections=(section("過程", text=f"參觀（{figures(0, 3)}）。"),))
    edition = public_edition(held)
    assert edition.withheld == ()
    assert list(edition.dossier.records()) == list(held.records())


def test_the_internal_dossier_is_left_as_it_was() -> None:
    held = restricted()
    before = held.model_dump()
    public_edition(held)
    assert held.model_dump() == before


def test_marked_paragraphs_and_items_fall_out_and_are_told() -> None:
    text = (
        "公開。\n\n底價{internal:paragraph}三萬元。\n\n# 甲\n# 乙{internal:paragraph}\n# 丙\n\n尾。"
    )
    edition = public_edition(dossier(sections=(section("過程", text=text),)))
    assert edition.dossier.sections[0].text == "公開。\n\n# 甲\n# 丙\n\n尾。"
    assert [text[slice(*spot.span)].strip() for spot in edition.withheld if spot.span] == [
        "底價{internal:paragraph}三萬元。",
        "# 乙{internal:paragraph}",
    ]


def test_a_paragraph_tied_to_a_withheld_outcome_goes_with_it() -> None:
    secret, known = finding(1, "密件所見", disclosure=SECRET), finding(2, "所見")
    text = f"前言。\n\n密件。{{outcome:{secret.id}}}\n\n可公開。{{outcome:{known.id}}}"
    told = section("心得", ChapterMeaning.FINDINGS, text=text)
    edition = public_edition(dossier(sections=(told,), findings=(secret, known)))
    (left,) = edition.dossier.sections
    assert left.text == f"前言。\n\n可公開。{{outcome:{known.id}}}"
    assert [spot.span for spot in edition.withheld if spot.kind == "section"] == [
        (text.index("密件"), text.index("可公開"))
    ]


def test_a_restricted_person_is_named_nowhere() -> None:
    guide, other = person("林嚮導", disclosure=SECRET), person("王大明")
    visit = stop("參訪", people_met_ids=(guide.id, other.id))
    chapter = section(
        "過程",
        ChapterMeaning.PROCEEDINGS,
        text=f"由{{titled:{guide.id}}}、{{titled:{other.id}}}接待。",
    )
    told = dossier(
        people=(guide, other),
        posts=(post(guide, "處長"),),
        members=(member(guide), member(other)),
        stops=(visit,),
        sections=(chapter,),
        photos=(photo("合影", people_ids=(guide.id, other.id)),),
    )
    public = public_edition(told).dossier
    assert public.people == (other,)
    assert (public.posts, [each.person_id for each in public.members]) == ((), [other.id])
    assert public.stops[0].people_met_ids == public.photos[0].people_ids == (other.id,)
    assert public.sections[0].text == f"由{{titled:{other.id}}}接待。"


def test_a_text_without_marks_is_left_as_it_was_typed() -> None:
    text = "甲 \n\n\n乙"
    edition = public_edition(dossier(sections=(section("過程", text=text),)))
    assert (edition.dossier.sections[0].text, edition.withheld) == (text, ())


def test_comments_versions_and_wordings_of_drafts_stay_inside() -> None:
    told = section("過程", drafted=(Drafted(key="stop:1", text="密件行程"),))
    comment = Comment(delegation_id=key("delegation"), text="密", written_on=DAY)
    sent = ReportVersion(delegation_id=key("delegation"), number=1, sent_on=DAY)
    public = public_edition(
        dossier(sections=(told,), comments=(comment,), report_versions=(sent,))
    ).dossier
    assert (public.comments, public.report_versions, public.sections[0].drafted) == ((), (), ())
