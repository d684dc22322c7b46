"""What makes a file one to keep: metadata twice over, and the meaning of its colours (PDF/A-2a)."""

from datetime import UTC
from functools import cache
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import ImageCms

from planner.typesetting.document import Document

PRODUCER = "Delegation Planner"
_PROFILE = "sRGB IEC61966-2.1"
_PROFILE_DATE = slice(24, 36)  # in the header of an ICC profile
_YEAR_2000 = bytes([0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
{properties}
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def write_metadata(pdf: Pdf, document: Document) -> None:
    """The document's own words of itself, as information dictionary and, equal to it, as XMP."""
    meta = document.metadata
    made = meta.made_at.astimezone(UTC)
    keywords = ", ".join(meta.keywords)
    info = {
        "/Title": document.title,
        "/Author": meta.author,
        "/Subject": meta.subject,
        "/Keywords": keywords,
        "/Creator": PRODUCER,
        "/Producer": PRODUCER,
        "/CreationDate": made.strftime("D:%Y%m%d%H%M%SZ"),
        "/ModDate": made.strftime("D:%Y%m%d%H%M%SZ"),
    }
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    for key, value in info.items():
        if value:
            pdf.docinfo[key] = String(value)
    stamp = made.strftime("%Y-%m-%dT%H:%M:%SZ")
    properties = [
        _alternative("dc:title", document.title),
        _sequence("dc:creator", meta.author),
        _alternative("dc:description", meta.subject),
        _element("pdf:Keywords", keywords),
        f"<dc:language><rdf:Bag><rdf:li>{escape(document.language)}</rdf:li></rdf:Bag></dc:language>",
        _element("xmp:CreateDate", stamp),
        _element("xmp:ModifyDate", stamp),
        _element("xmp:CreatorTool", PRODUCER),
        _element("pdf:Producer", PRODUCER),
    ]
    packet = _PACKET.format(properties="\n".join(filter(None, properties)))
    stream = pdf.make_stream(packet.encode())
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = stream


def write_output_intent(pdf: Pdf) -> None:
    """All colours are sRGB."""
    profile = pdf.make_stream(_srgb_profile())
    profile.N = 3
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String(_PROFILE),
                Info=String(_PROFILE),
                DestOutputProfile=profile,
            )
        ]
    )


@cache
def _srgb_profile() -> bytes:
    """Pillow's sRGB, with a fixed date in place of today's."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_PROFILE_DATE] = _YEAR_2000
    return bytes(profile)


def _element(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>" if value else ""


def _alternative(name: str, value: str) -> str:
    if not value:
        return ""
    item = f'<rdf:li xml:lang="x-default">{escape(value)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>"


def _sequence(name: str, value: str) -> str:
    if not value:
        return ""
    return f"<{name}><rdf:Seq><rdf:li>{escape(value)}</rdf:li></rdf:Seq></{name}>"
