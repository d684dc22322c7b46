"""No restricted word is in a public file: not in its text, its metadata, nor its archive."""

import io
import zipfile
from collections.abc import Iterator
from enum import Enum

import pikepdf
import pypdfium2
import pytest
from PIL import ExifTags, Image

from planner.domain.briefing import FactChart
from planner.domain.changes import EditName
from planner.domain.dossier import Dossier
from planner.domain.entity import Entity
from planner.domain.errors import InvalidInput
from planner.domain.judgement import Acceptance
from planner.domain.records import RECORDS
from planner.domain.review import Comment, ReportVersion
from planner.domain.values import ContactKind, ContactPoint, Disclosure
from planner.exchange.bundle import read_bundle
from planner.papers.template import Edition
from planner.printing import WRITERS, Order, make_paper
from planner.queries.dossiers import dossier
from planner.resources import resource
from planner.store.database import Database
from planner.usecases.imports import import_bundle
from tests import builders as b

NAME = EditName("edit")
SERIAL = "SN-0042-KAMERA"
PLACES = ("paragraph", "item", "cell", "tied")


class Planted:
    """Restricted words, each of its own, and where they were put."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}

    def word(self, place: str) -> str:
        made = f"密{len(self.words):03d}件"
        self.words[made] = place
        return made

    def filled(self, record: Entity) -> Entity:
        """With a word in every field that takes any words."""
        for name, held in record:
            if isinstance(held, str) and not isinstance(held, Enum):
                try:
                    record = record.with_(**{name: self.word(f"{record.kind}.{name}")})
                except InvalidInput:  # a hash, a zone, an address: no place for words
                    self.words.popitem()
        return record

    def left_in(self, text: str) -> list[str]:
        return [place for word, place in self.words.items() if word in text]


def photo_content() -> bytes:
    marks = Image.Exif()
    marks.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] = SERIAL
    target = io.BytesIO()
    Image.new("RGB", (400, 300), "teal").save(target, "JPEG", exif=marks)
    return target.getvalue()


@pytest.fixture
def planted() -> Planted:
    return Planted()


@pytest.fixture
def told(database: Database, planted: Planted) -> Dossier:
    """The sample with one internal record of every kind that can be, and its own private matter."""
    bundle = read_bundle(resource("samples", "rare-earth-2015.planner"))
    key = bundle.delegations[0]
    with database.begin(NAME) as work:
        import_bundle(work, bundle)
        content = work.files.put(photo_content())
    with database.read() as session:
        found = dossier(session, key)
    chart = FactChart(delegation_id=key, title="圖", fact_ids=(found.facts[0].id,))
    restricted = [
        planted.filled(record).with_(disclosure=Disclosure.INTERNAL)
        for record in (*firsts(found), chart)
    ]
    with database.begin(NAME) as work:
        for record in restricted:
            (work.add if record.id == chart.id else work.replace)(record)
        shown = found.photos[1]
        work.replace(shown.with_(content=content, camera=planted.word("photo.camera")))
        work.replace(*private(found, planted))
        work.replace(marked(found, restricted, planted))
        work.add(*ours(found, planted))
    with database.read() as session:
        return dossier(session, key)


def firsts(found: Dossier) -> Iterator[Entity]:
    """One of each kind that can be internal; sections that others are parts of stay."""
    for entity in RECORDS:
        if "disclosure" in entity.model_fields:
            held = [record for record in found.records() if type(record) is entity]
            parents = {getattr(record, "parent_id", None) for record in held}
            yield from [record for record in held if record.id not in parents][-1:]


def private(found: Dossier, planted: Planted) -> Iterator[Entity]:
    """What no public paper tells of members, stops and people."""
    member, stop, person = found.members[0], found.stops[0], found.people[0]
    yield member.with_(
        **{name: planted.word(name) for name in ("passport_name", "visa", "diet", "insurance")}
    )
    yield stop.with_(
        booking_reference=planted.word("booking"), talking_points=planted.word("points")
    )
    line = ContactPoint(kind=ContactKind.ADDRESS, value=planted.word("person.contacts"))
    yield person.with_(
        notes=planted.word("person.notes"), contacts=(line,), consents_to_publish=False
    )


def marked(found: Dossier, restricted: list[Entity], planted: Planted) -> Entity:
    """A public part with internal paragraphs, items and tables, and one of a withheld finding."""
    hidden = {record.id for record in restricted}
    parents = {section.parent_id for section in found.sections}
    section = next(each for each in found.sections if each.text and each.id not in hidden | parents)
    finding = next(record for record in restricted if record.kind == "finding")
    sign = "{internal:paragraph}"
    paragraph, item, cell, tied = (planted.word(place) for place in PLACES)
    return section.with_(
        text=f"{section.text}\n\n{paragraph}{sign}\n\n# 公開\n# {item}{sign}\n\n"
        f"| 欄 | 值 |\n|---|---|\n| 甲 | {cell}{sign} |\n\n{tied}{{outcome:{finding.id}}}",
    )


def ours(found: Dossier, planted: Planted) -> Iterator[Entity]:
    """How the report came about."""
    key = found.delegation.id
    yield planted.filled(Comment(delegation_id=key, text="x", written_on=b.DAY))
    yield planted.filled(ReportVersion(delegation_id=key, number=1, sent_on=b.DAY))
    yield Acceptance(
        delegation_id=key,
        notice=planted.word("acceptance.notice"),
        reason=planted.word("acceptance.reason"),
        accepted_on=b.DAY,
    )


def text_of_pdf(content: bytes) -> str:
    """Its pages, metadata, strings and decoded streams, and all that is attached to it."""
    with pypdfium2.PdfDocument(content) as pages:
        parts = [page.get_textpage().get_text_range() for page in pages]
    with pikepdf.open(io.BytesIO(content)) as pdf:
        parts += [str(value) for value in pdf.docinfo.values()]
        parts.append(pdf.Root.Metadata.read_bytes().decode())
        for found in pdf.objects:
            parts += strings(found)
        for name, file in pdf.attachments.items():
            parts += [name, text_of_package(file.get_file().read_bytes())]
    return flat("".join(parts))


def strings(found: pikepdf.Object) -> Iterator[str]:
    if isinstance(found, pikepdf.Stream):
        try:
            yield readable(found.read_bytes())
        except pikepdf.PdfError:  # a picture
            yield readable(found.read_raw_bytes())
    if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        yield from (str(each) for each in found.values() if isinstance(each, pikepdf.String))
    elif isinstance(found, pikepdf.Array):
        yield from (str(each) for each in found if isinstance(each, pikepdf.String))
    elif isinstance(found, pikepdf.String):
        yield str(found)


def text_of_package(content: bytes) -> str:
    """Names and contents of all that is in an archive, core properties and pictures included."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = package.namelist()
        return flat("".join([*names, *(readable(package.read(name)) for name in names)]))


def readable(content: bytes) -> str:
    """However the words may be written: as they are, or as PDF strings write them."""
    return content.decode("utf-8", "ignore") + content.decode("utf-16-be", "ignore")


def flat(text: str) -> str:
    return "".join(text.split())


def printed(database: Database, told: Dossier, edition: str, ending: str) -> str:
    order = Order("visit-report", edition=edition, ending=ending, has_archive=True, has_traces=True)
    content = make_paper(told, order, database.files).content
    return text_of_pdf(content) if ending == ".pdf" else text_of_package(content)


def test_every_planted_word_is_in_the_internal_file(database, told, planted) -> None:
    text = printed(database, told, Edition.INTERNAL, ".pdf")
    assert SERIAL in text
    assert set(planted.words.values()) == set(planted.left_in(text))


@pytest.mark.parametrize("ending", WRITERS)
def test_no_planted_word_is_in_any_public_file(database, told, planted, ending) -> None:
    text = printed(database, told, Edition.PUBLIC, ending)
    assert planted.left_in(text) == []
    assert SERIAL not in text
