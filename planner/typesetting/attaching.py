"""A file within a PDF, in the way that PDF/A-3 allows: associated, described, with its kind."""

import hashlib
import io
from dataclasses import dataclass
from datetime import UTC, datetime

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

_PART_2, _PART_3 = (f"<pdfaid:part>{part}</pdfaid:part>".encode() for part in (2, 3))


@dataclass(frozen=True)
class AttachedFile:
    """`made_at` is that of the paper: the same data give the same file."""

    name: str
    media_type: str
    description: str
    content: bytes
    made_at: datetime


def attach(content: bytes, file: AttachedFile) -> bytes:
    """The PDF with a file in it, which makes a PDF/A-2 a PDF/A-3: that one allows every kind."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        described = _described(pdf, file)
        names = Array([String(file.name), described])
        pdf.Root.Names = pdf.Root.get("/Names", Dictionary())
        pdf.Root.Names.EmbeddedFiles = Dictionary(Names=names)
        pdf.Root.AF = Array([described])
        packet = pdf.Root.Metadata.read_bytes()
        pdf.Root.Metadata.write(packet.replace(_PART_2, _PART_3))
        pdf.save(target, deterministic_id=True, linearize=False)
    return target.getvalue()


def _described(pdf: Pdf, file: AttachedFile) -> pikepdf.Object:
    stamp = String(file.made_at.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ"))
    stream = pdf.make_stream(file.content)
    stream.Type = Name.EmbeddedFile
    stream.Subtype = Name("/" + file.media_type)
    stream.Params = Dictionary(
        Size=len(file.content),
        ModDate=stamp,
        CreationDate=stamp,
        CheckSum=String(hashlib.md5(file.content, usedforsecurity=False).digest()),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(file.name),
            UF=String(file.name),
            Desc=String(file.description),
            AFRelationship=Name.Source,
            EF=Dictionary(F=stream, UF=stream),
        )
    )
