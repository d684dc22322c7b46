"""A report carries its delegation; the public one tells nothing restricted, wherever one looks."""

import io
import zipfile
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from planner.domain.changes import EditName
from planner.domain.dossier import Dossier
from planner.domain.errors import UnreadableFile
from planner.domain.manuscript import Section
from planner.domain.review import Comment, ReportVersion
from planner.domain.values import Disclosure
from planner.exchange.bundle import read_bundle
from planner.papers.template import Edition
from planner.printing import Order, make_paper
from planner.queries.dossiers import dossier
from planner.resources import resource
from planner.store.database import Database
from planner.usecases.imports import import_bundle
from tests.builders import DAY

SAMPLE = resource("samples", "rare-earth-2015.planner")
NAME = EditName("edit")
SECRETS = (
    "密件底價三萬",
    "機密會談紀要",
    "未公開之圖說",
    "內部批註一則",
    "不宜公開之護照",
    "旅行社代號甲乙",
)


@pytest.fixture
def told(database: Database) -> Dossier:
    """The sample with something restricted in every place that can hold it."""
    bundle = read_bundle(SAMPLE)
    key = bundle.delegations[0]
    with database.begin(NAME) as work:
        import_bundle(work, bundle)
    with database.read() as session:
        found = dossier(session, key)
    price, talks, caption, comment, passport, agency = SECRETS
    first = next(section for section in found.sections if section.text)
    photo, member, stop = found.photos[0], found.members[0], found.stops[0]
    with database.begin(NAME) as work:
        work.replace(
            first.with_(text=f"{first.text}\n\n{price}{{internal:paragraph}}。"),
            photo.with_(caption=caption, alt_text=caption, disclosure=Disclosure.INTERNAL),
            member.with_(passport_name=passport),
            stop.with_(booking_reference=agency),
        )
        hidden = Section(
            delegation_id=key,
            heading=talks,
            text=talks,
            disclosure=Disclosure.INTERNAL,
            position=90,
        )
        work.add(
            hidden,
            Comment(delegation_id=key, text=comment, written_on=DAY),
            ReportVersion(delegation_id=key, number=1, sent_on=DAY, sent_to=comment),
        )
    with database.read() as session:
        return dossier(session, key)


def printed(
    database: Database, told: Dossier, edition: str, tmp_path: Path, *, has_traces: bool = False
) -> Path:
    order = Order("visit-report", edition=edition, has_archive=True, has_traces=has_traces)
    path = tmp_path / f"{edition}.pdf"
    path.write_bytes(make_paper(told, order, database.files).content)
    return path


def whole_text(path: Path) -> str:
    """Everything in a PDF: words of its pages, metadata, strings, and what its archive holds."""
    pages = pypdfium2.PdfDocument(path)
    parts = [page.get_textpage().get_text_range() for page in pages]
    pages.close()
    with pikepdf.open(path) as pdf:
        parts += map(str, pdf.docinfo.values())
        for found in pdf.objects:
            if isinstance(found, pikepdf.Stream):
                parts.append(_decoded(found))
            elif not isinstance(found, pikepdf.Dictionary | pikepdf.Array):
                parts.append(str(found))
            else:
                parts += (str(each) for each in _strings(found))
        for name, file in pdf.attachments.items():
            parts.append(name)
            archive = zipfile.ZipFile(io.BytesIO(file.get_file().read_bytes()))
            parts += (archive.read(each).decode("utf-8", "ignore") for each in archive.namelist())
    return "\n".join(parts).replace("\r", "").replace("\n", "")


def _decoded(stream: pikepdf.Stream) -> str:
    try:
        return stream.read_bytes().decode("utf-8", "ignore")
    except pikepdf.PdfError:  # a picture
        return ""


def _strings(found: pikepdf.Object) -> list[str]:
    held = found.values() if isinstance(found, pikepdf.Dictionary) else list(found)
    return [str(each) for each in held if isinstance(each, pikepdf.String)]


def test_the_internal_report_gives_the_delegation_back_field_by_field(
    database, told, tmp_path
) -> None:
    path = printed(database, told, Edition.INTERNAL, tmp_path, has_traces=True)
    bundle = read_bundle(path)
    assert {record.id: record for record in bundle.records} == told.by_id
    other = Database(tmp_path / "other.sqlite")
    with other.begin(NAME) as work:
        import_bundle(work, bundle)
    with other.read() as session:
        assert dossier(session, told.delegation.id) == told
    other.close()


def test_the_public_report_holds_no_restricted_word_anywhere(database, told, tmp_path) -> None:
    internal = whole_text(printed(database, told, Edition.INTERNAL, tmp_path))
    public = whole_text(printed(database, told, Edition.PUBLIC, tmp_path))
    assert [secret for secret in SECRETS if secret not in internal] == []
    assert [secret for secret in SECRETS if secret in public] == []


def test_the_public_archive_can_be_read_and_points_at_nothing_gone(
    database, told, tmp_path
) -> None:
    bundle = read_bundle(printed(database, told, Edition.PUBLIC, tmp_path))
    other = Database(tmp_path / "other.sqlite")
    with other.begin(NAME) as work:
        import_bundle(work, bundle)
    other.close()


def test_a_file_within_makes_it_pdf_a_3(database, told, tmp_path) -> None:
    with pikepdf.open(printed(database, told, Edition.PUBLIC, tmp_path)) as pdf:
        packet = pdf.Root.Metadata.read_bytes()
        (file,) = pdf.Root.AF
        assert b"<pdfaid:part>3</pdfaid:part>" in packet
        assert (file.AFRelationship, file.EF.F.Subtype) == ("/Source", "/application/zip")
        assert file.EF.F.Params.Size == len(file.EF.F.read_bytes())


def test_the_same_data_give_the_same_file(database, told, tmp_path) -> None:
    first = printed(database, told, Edition.PUBLIC, tmp_path).read_bytes()
    assert printed(database, told, Edition.PUBLIC, tmp_path).read_bytes() == first


def test_a_report_without_an_archive_says_so(database, told, tmp_path) -> None:
    path = tmp_path / "plain.pdf"
    path.write_bytes(make_paper(told, Order("visit-report"), database.files).content)
    with pytest.raises(UnreadableFile) as refusal:
        read_bundle(path)
    assert refusal.value.code == "archive.not_within"
