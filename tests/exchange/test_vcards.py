"""Cards go out as telephones read them, and those of any program come in."""

import base64
import io
import quopri
import re
from contextlib import suppress
from typing import Any

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image

from planner.domain.errors import UnreadableFile
from planner.domain.organisation import Organisation
from planner.domain.person import Person, Post
from planner.domain.values import ContactKind, ContactPoint
from planner.exchange.portraits import portrait_kept, portrait_of
from planner.exchange.staged import ReadFile
from planner.exchange.vcard_reading import read_vcards
from planner.exchange.vcards import Version, family_and_given, write_vcards
from planner.words import Words
from tests import builders as b
from tests.strategies import arbitrary

BOTH = pytest.mark.parametrize("version", Version)


def people(read: ReadFile) -> list[Person]:
    return [found.record for found in read.found if isinstance(found.record, Person)]


def card(*lines: str) -> bytes:
    return "\r\n".join(("BEGIN:VCARD", *lines, "END:VCARD", "")).encode()


@pytest.mark.parametrize(
    ("person", "parts"),
    [
        (b.person("王小明"), ("王", "小明")),
        (b.person("歐陽菲菲"), ("歐陽", "菲菲")),
        (b.person("Ada Lovelace", is_family_first=False), ("Lovelace", "Ada")),
        (b.person("Nagy Anna"), ("Nagy", "Anna")),
        (b.person("董同力嘎木"), ("", "董同力嘎木")),
    ],
)
def test_family_names_are_told_apart(person: Person, parts: tuple[str, str]) -> None:
    assert family_and_given(person) == parts


@BOTH
def test_another_program_reads_our_cards(version: Version) -> None:
    wang = b.person(
        "王小明",
        reading="Wang Xiaoming",
        contacts=(ContactPoint(kind=ContactKind.EMAIL, value="wang@example.org"),),
        notes="一；二, 三\n四",
    )
    body = b.organisation("工業技術研究院")
    dossier = b.dossier(
        people=(wang, b.person("李四")),
        organisations=(body,),
        posts=(b.post(wang, "所長", organisation_id=body.id),),
    )
    text = write_vcards(dossier, version).decode()
    first, second = vobject.readComponents(text)
    assert first.version.value == version
    assert (first.n.value.family, first.n.value.given) == ("王", "小明")
    assert (first.fn.value, second.fn.value) == ("王小明", "李四")
    assert first.email.value == "wang@example.org"
    assert first.org.value == ["工業技術研究院"]
    assert first.title.value == "所長"
    assert first.note.value == "一；二, 三\n四"
    assert first.x_phonetic_last_name.value == "Wang"
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_cards_of_another_program_come_in() -> None:
    made = vobject.vCard()
    made.add("fn").value = "王小明"
    made.add("n").value = vobject.vcard.Name(family="王", given="小明")
    made.add("org").value = ["工業技術研究院", "材料所"]
    made.add("title").value = "所長, 教授"
    made.add("tel").value = "+886-3-591-0000"
    made.tel.type_param = "CELL"
    made.add("adr").value = vobject.vcard.Address(street="中興路四段195號", city="新竹")
    read = read_vcards(made.serialize().encode(), "a.vcf")
    (person,) = people(read)
    assert person.name == "王小明"
    assert [(point.kind, point.value) for point in person.contacts] == [
        (ContactKind.MOBILE, "+886-3-591-0000"),
        (ContactKind.ADDRESS, "新竹中興路四段195號"),
    ]
    bodies = [each.record for each in read.found if isinstance(each.record, Organisation)]
    assert [body.name for body in bodies] == ["工業技術研究院", "材料所"]
    assert bodies[1].parent_id == bodies[0].id
    (post,) = [each.record for each in read.found if isinstance(each.record, Post)]
    assert (post.title, post.organisation_id) == ("所長, 教授", bodies[1].id)


def test_a_card_of_version_two_in_quoted_printable_is_read() -> None:
    name = quopri.encodestring("王小明".encode()).decode().replace("=\n", "")
    read = read_vcards(
        card("VERSION:2.1", f"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{name}", "TEL;CELL:0912"),
        "old.vcf",
    )
    (person,) = people(read)
    assert person.name == "王小明"
    assert person.contacts[0].kind is ContactKind.MOBILE


def test_a_version_four_card_with_a_picture_keeps_its_other_lines() -> None:
    read = read_vcards(
        card(
            "VERSION:4.0",
            'N;SORT-AS="Wang,Xiaoming":王;小明;;;',
            "FN:王小明",
            "PHOTO:data:image/png;base64,iVBORw0KGgo=",
            'TEL;VALUE=uri;TYPE="work,cell":tel:+886-2-1234',
        ),
        "a.vcf",
    )
    (person,) = people(read)
    assert (person.reading, person.contacts[0].value) == ("Wang Xiaoming", "+886-2-1234")


def test_a_card_without_a_name_is_left_out_with_its_line() -> None:
    read = read_vcards(card("VERSION:3.0", "FN:甲") + card("VERSION:3.0", "TEL:1"), "a.vcf")
    assert [person.name for person in people(read)] == ["甲"]
    assert [(left.line, left.problem.code) for left in read.left_out] == [(5, "vcard.no_name")]


def test_a_card_in_big5_is_read() -> None:
    content = card("VERSION:3.0", "FN:王小明").decode().encode("cp950")
    assert people(read_vcards(content, "a.vcf"))[0].name == "王小明"


def test_a_file_without_cards_is_refused_by_name() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_vcards(b"hello", "nothing.vcf")
    assert "nothing.vcf" in Words("en").error(refused.value)


@BOTH
@settings(max_examples=80, deadline=None)
@given(person=arbitrary(Person, {}))
def test_people_come_back_as_they_went(version: Version, person: Person) -> None:
    content = write_vcards(b.dossier(people=(person,)), version)
    (came,) = people(read_vcards(content, "a.vcf"))
    assert came.id == person.id
    for name in ("name", "name_simplified", "name_latin", "name_native", "reading", "honorific"):
        assert getattr(came, name).split() == getattr(person, name).split(), name
    assert came.is_family_first is person.is_family_first
    assert [alias.split() for alias in came.aliases] == [alias.split() for alias in person.aliases]
    was = {(point.kind, *point.value.split()) for point in person.contacts}
    assert {(point.kind, *point.value.split()) for point in came.contacts} == was


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused(inside: bytes) -> None:
    with suppress(UnreadableFile):
        read_vcards(card("FN:甲") + b"BEGIN:VCARD\r\n" + inside + b"\r\nEND:VCARD", "a.vcf")


def photograph(**kept: Any) -> bytes:
    target = io.BytesIO()
    Image.radial_gradient("L").convert("RGB").resize((1200, 900)).save(target, "JPEG", **kept)
    return target.getvalue()


def portrait() -> bytes:
    return portrait_of(photograph(), "王.jpg")


def pictured(line: str) -> ReadFile:
    return read_vcards(card("VERSION:3.0", "FN:王小明", line, "TEL:1"), "a.vcf")


@BOTH
def test_a_portrait_comes_back_byte_for_byte(version: Version) -> None:
    kept = portrait_kept(portrait())
    dossier = b.dossier(people=(b.person("王小明", portrait=kept),))
    content = write_vcards(dossier, version, content_of=lambda digest: portrait())
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    read = read_vcards(content, "a.vcf")
    assert people(read)[0].portrait == kept
    assert read.contents == {kept.content: portrait()}
    assert not read.left_out


@BOTH
def test_another_program_sees_our_portrait(version: Version) -> None:
    dossier = b.dossier(people=(b.person("王小明", portrait=portrait_kept(portrait())),))
    written = write_vcards(dossier, version, content_of=lambda digest: portrait()).decode()
    if version is Version.THREE:
        assert next(iter(vobject.readComponents(written))).photo.value == portrait()
    else:
        line = re.sub(r"\r\n ", "", written).split("PHOTO:data:image/jpeg;base64,")[1]
        assert base64.b64decode(line.split("\r\n")[0]) == portrait()


@pytest.mark.parametrize(
    "head",
    [
        "PHOTO;ENCODING=b;TYPE=JPEG:",
        "PHOTO;TYPE=JPEG;ENCODING=BASE64;X-ABCROP-RECTANGLE=ABClipRect_1&0&0&9&9&abc:",
        "PHOTO;JPEG;BASE64:",
        "PHOTO;ENCODING=BASE64;JPEG:",
        "PHOTO:data:image/jpeg;base64,",
        "PHOTO;VALUE=uri:data:image/jpeg;base64\\,",
    ],
)
def test_a_photo_in_a_card_of_any_program_becomes_a_bare_portrait(head: str) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.BodySerialNumber.value] = "SN-4711"
    content = photograph(exif=exif, comment=b"from the office") + b"behind the picture"
    read = pictured(f"{head}{base64.b64encode(content).decode()}")
    (person,) = people(read)
    assert person.portrait is not None
    kept = read.contents[person.portrait.content]
    for trace in (b"SN-4711", b"from the office", b"behind"):
        assert trace in content
        assert trace not in kept
    with Image.open(io.BytesIO(kept)) as picture:
        assert picture.size == (640, 480)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("PHOTO;VALUE=uri:https://example.org/wang.jpg", "vcard.picture_elsewhere"),
        ("PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRg", "picture.not_a_picture"),
        ("PHOTO;ENCODING=b:%%%", "picture.not_a_picture"),
    ],
)
def test_a_card_is_taken_without_a_picture_that_cannot_be_had(line: str, code: str) -> None:
    read = pictured(line)
    (person,) = people(read)
    assert (person.portrait, person.contacts[0].value) == (None, "1")
    assert [(left.line, left.problem.code) for left in read.left_out] == [(1, code)]
    assert "王小明" in Words("en").problem(read.left_out[0].problem)


def test_marks_that_never_end_are_read_at_once() -> None:
    line = "X" + ";a=b=c" * 4000
    assert people(read_vcards(card("FN:甲", line), "a.vcf"))


def test_a_card_of_an_old_telephone_is_read_in_the_charset_it_names() -> None:
    quoted = quopri.encodestring("穆清扬".encode("gbk")).decode().strip()
    note = quopri.encodestring("领队\r\n不吃海鲜".encode("gbk")).decode().replace("\r\n", "=0D=0A")
    read = read_vcards(
        card(
            "VERSION:2.1",
            f"FN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:{quoted}",
            f"NOTE;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:{note}",
        ),
        "a.vcf",
    )
    (person,) = people(read)
    assert (person.name, person.notes) == ("穆清扬", "领队\n不吃海鲜")
    assert read.left_out == ()


@pytest.mark.parametrize("charset", ["X-NOBODY-KNOWS", "base64", ""])
def test_a_charset_that_nobody_knows_is_taken_for_utf_8(charset: str) -> None:
    quoted = quopri.encodestring("王小明".encode()).decode().strip()
    read = read_vcards(
        card("VERSION:2.1", f"FN;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:{quoted}"), "a.vcf"
    )
    assert [person.name for person in people(read)] == ["王小明"]


def test_labels_of_the_owner_are_kept_beside_what_they_label() -> None:
    read = read_vcards(
        card(
            "VERSION:3.0",
            "FN:宋語桐",
            "item1.TEL;type=pref:02 2311 7788",
            "item1.X-ABLabel:辦公室",
            "item2.URL:https://a.example",
            "item2.X-ABLabel:_$!<HomePage>!$_",
            "TEL;type=WORK;type=FAX:02 2311 7789",
            "TEL;X-WhatsApp:+1-514-555-0163",
            "TEL;type=CELL:0918-440-327",
        ),
        "a.vcf",
    )
    (person,) = people(read)
    labels = {point.value: point.note for point in person.contacts}
    assert labels == {
        "02 2311 7788": "辦公室",
        "https://a.example": "",
        "02 2311 7789": "Fax",
        "+1-514-555-0163": "WhatsApp",
        "0918-440-327": "",
    }


@pytest.mark.parametrize(
    "lines",
    [
        ("FN:包頭稀土研究院", "N:;;;;", "ORG:包頭稀土研究院;"),
        ("FN:包頭稀土研究院", "N:;;;;", "ORG:包頭稀土研究院", "X-ABShowAs:COMPANY"),
        ("KIND:org", "FN:包頭稀土研究院"),
    ],
)
def test_the_card_of_a_body_is_no_person(lines: tuple[str, ...]) -> None:
    read = read_vcards(card(*lines, "TEL:+86 472 000 0000", "NOTE:總機"), "院.vcf")
    (found,) = read.found
    assert isinstance(found.record, Organisation)
    assert found.record.name == "包頭稀土研究院"
    assert [each.value for each in found.record.contacts] == ["+86 472 000 0000"]
    assert found.record.notes == "總機"
    assert {"name", "contacts", "notes"} <= found.told


def test_contacts_of_a_unit_stand_with_the_unit() -> None:
    read = read_vcards(
        card("FN:國際處", "KIND:org", "ORG:某大學;國際處", "EMAIL:oia@x.edu"), "a.vcf"
    )
    university, office = (found.record for found in read.found)
    assert isinstance(university, Organisation)
    assert isinstance(office, Organisation)
    assert (university.name, university.contacts) == ("某大學", ())
    assert (office.name, office.parent_id) == ("國際處", university.id)
    assert [each.value for each in office.contacts] == ["oia@x.edu"]


def test_what_no_record_has_a_place_for_is_told_once_a_file() -> None:
    first = card("VERSION:3.0", "FN:甲", "PRODID:-//A//EN", "X-FILE-AS:甲")
    read = read_vcards(
        first + card("VERSION:3.0", "FN:乙", "BDAY:1970-01-02", "X-SHOE:42"), "a.vcf"
    )
    assert [person.name for person in people(read)] == ["甲", "乙"]
    (left,) = read.left_out
    assert (left.line, left.problem.code) == (7, "vcard.parts_unread")
    assert "birthday and X-SHOE" in Words("en").problem(left.problem)
    assert "生日" in Words("zh_TW").problem(left.problem)


def test_the_same_in_another_language_is_another_name_and_no_other_thing() -> None:
    read = read_vcards(
        card(
            "VERSION:4.0",
            "FN;ALTID=1;LANGUAGE=zh-Hant:王小明",
            "FN;ALTID=1;LANGUAGE=en:Hsiao-Ming Wang",
            "ORG;ALTID=2;LANGUAGE=zh-Hant:工業技術研究院;材料所",
            "ORG;ALTID=2;LANGUAGE=en:ITRI;Material Labs",
            "TITLE;ALTID=3;LANGUAGE=zh-Hant:所長",
            "TITLE;ALTID=3;LANGUAGE=en:Director",
        ),
        "a.vcf",
    )
    (person,) = people(read)
    assert (person.name, person.name_latin) == ("王小明", "Hsiao-Ming Wang")
    bodies = [each.record for each in read.found if isinstance(each.record, Organisation)]
    assert [(body.name, body.name_latin) for body in bodies] == [
        ("工業技術研究院", "ITRI"),
        ("材料所", "Material Labs"),
    ]
    (post,) = [each.record for each in read.found if isinstance(each.record, Post)]
    assert (post.title, post.note, post.organisation_id) == ("所長", "Director", bodies[1].id)


def test_how_somebody_is_addressed_is_no_part_of_the_name() -> None:
    read = read_vcards(card("VERSION:3.0", "N:張;志宏;;Dr.;", "FN:Dr. 張志宏"), "a.vcf")
    (person,) = people(read)
    assert (person.name, person.honorific) == ("張志宏", "Dr.")


@pytest.mark.parametrize(
    ("line", "kind", "value", "note"),
    [
        ("TEL;VALUE=uri:tel:+886-3-591-0000;ext=123", "phone", "+886-3-591-0000 ext. 123", ""),
        ("X-SKYPE:wang", "messenger", "wang", ""),
        ("IMPP;X-SERVICE-TYPE=Skype:skype:wang", "messenger", "skype:wang", "Skype"),
        ("X-SOCIALPROFILE;TYPE=x:https://x.example/w", "web", "https://x.example/w", ""),
        ("LABEL;TYPE=WORK:新竹中興路", "address", "新竹中興路", ""),
    ],
)
def test_every_way_to_reach_somebody_is_kept(line: str, kind: str, value: str, note: str) -> None:
    read = read_vcards(card("VERSION:3.0", "FN:王小明", line), "a.vcf")
    (person,) = people(read)
    (point,) = person.contacts
    assert (point.kind.value, point.value, point.note) == (kind, value, note)
    assert read.left_out == ()
