"""XML elements of office files, made in one line each, and the archives they are kept in."""

import io
import zipfile
from collections.abc import Iterable, Mapping

from lxml import etree
from lxml.etree import _Element

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # that an archive can tell: the same for every file

Element = _Element
Content = Element | str | None


class Vocabulary:
    """Makes elements: `make("w:jc", w_val="center")`.

    An attribute is named by its prefix, an underscore and its name, in which further underscores
    stand for hyphens (`fo_margin_left`). What is None is left out.
    """

    def __init__(self, namespaces: Mapping[str, str]) -> None:
        self._namespaces = dict(namespaces)

    def __call__(self, tag: str, *content: Content, **attributes: object) -> Element:
        element = etree.Element(self.name(tag), nsmap=self._namespaces)
        for key, value in attributes.items():
            if value is not None:
                element.set(self._attribute(key), str(value))
        self.fill(element, content)
        return element

    def fill(self, element: Element, content: Iterable[Content]) -> None:
        """Put content at the end of an element."""
        for part in content:
            if isinstance(part, str):
                _add_text(element, part)
            elif part is not None:
                element.append(part)

    def name(self, tag: str) -> str:
        """A prefixed name as lxml knows it."""
        prefix, _, local = tag.partition(":")
        return f"{{{self._namespaces[prefix]}}}{local}" if local else tag

    def _attribute(self, key: str) -> str:
        prefix, _, local = key.partition("_")
        if prefix == "xml":
            return f"{{http://www.w3.org/XML/1998/namespace}}{local}"
        if local and prefix in self._namespaces:
            return f"{{{self._namespaces[prefix]}}}{local.replace('_', '-')}"
        return key


def _add_text(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def serialized(root: Element) -> bytes:
    """A whole XML file."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=[prefix for prefix in root.nsmap if prefix])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def zipped(members: Iterable[tuple[str, bytes]], stored: frozenset[str] = frozenset()) -> bytes:
    """An archive in which the same contents make the same bytes; pictures are not packed again."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members:
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            is_stored = name in stored or name.endswith((".jpeg", ".png"))
            entry.compress_type = zipfile.ZIP_STORED if is_stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return file.getvalue()
