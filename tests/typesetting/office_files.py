"""Office files as tests look at them: their parts, and what LibreOffice makes of them."""

import io
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from planner.resources import resource

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""
_LEADERS = re.compile(r"\.{3,}")


def parts(data: bytes) -> dict[str, bytes]:
    """The members of an archive by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def root(data: bytes, name: str) -> etree._Element:
    """One XML file of an archive."""
    return etree.fromstring(parts(data)[name])


def found(element: etree._Element, path: str) -> list[etree._Element]:
    """What an XPath finds, with the prefixes of the element."""
    spaces = {prefix: uri for prefix, uri in element.nsmap.items() if prefix}
    return element.xpath(path, namespaces=spaces)


def instructions(data: bytes, part: str = "word/document.xml") -> list[str]:
    """The instructions of all fields of a Word file, in reading order."""
    return [(code.text or "").strip() for code in root(data, part).iter(f"{_W}instrText")]


def converted(data: bytes, suffix: str, folder: Path) -> bytes:
    """A file opened by LibreOffice and saved as a PDF, with the fonts we ship and no others."""
    assert SOFFICE is not None
    home = folder.parent  # shared by the tests of a run: a new profile takes a second
    fonts = home / "fonts.conf"
    fonts.write_text(_FONTS.format(fonts=resource("fonts"), cache=home / "fonts"))
    source = folder / f"paper.{suffix}"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(home / 'libreoffice').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    environment = os.environ | {"FONTCONFIG_FILE": str(fonts)}
    subprocess.run(
        [*command, str(source)], check=True, capture_output=True, timeout=100, env=environment
    )
    return (folder / "paper.pdf").read_bytes()


def said(pdf: bytes) -> list[str]:
    """What each page of a PDF says, without white space and leaders."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return [_LEADERS.sub("", re.sub(r"\s", "", text)) for text in texts]


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    """The sizes of the pages of a PDF, in whole points."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [(round(page.get_width()), round(page.get_height())) for page in document]
