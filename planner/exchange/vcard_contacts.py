"""The ways to reach somebody that a vCard tells: telephones, addresses, names of messengers."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from planner.domain.values import ContactKind
from planner.exchange.vcard_lines import Card, Property

LONGEST = 300
CONTACTS: Mapping[str, ContactKind] = MappingProxyType(
    {
        "TEL": ContactKind.PHONE,
        "EMAIL": ContactKind.EMAIL,
        "ADR": ContactKind.ADDRESS,
        "URL": ContactKind.WEB,
        "X-SOCIALPROFILE": ContactKind.WEB,
        "SOCIALPROFILE": ContactKind.WEB,
        "IMPP": ContactKind.MESSENGER,
    }
    | {
        f"X-{name}": ContactKind.MESSENGER
        for name in (
            "WECHAT",
            "LINE",
            "SKYPE",
            "QQ",
            "JABBER",
            "GOOGLE-TALK",
            "MSN",
            "MS-IMADDRESS",
        )
    }
)
HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_EXTENSION = re.compile(r";ext=([\d-]+)$", re.IGNORECASE)


def one_line(text: str) -> str:
    return " ".join(text.split())[:LONGEST]


def contacts_of(card: Card) -> Iterator[dict[str, Any]]:
    """Values of contact points. An address as printed on a label counts where no other stands."""
    for name, kind in CONTACTS.items():
        for held in card.properties.get(name, ()):
            value = one_line(_value_of(held, kind))
            types = held.marks.get("TYPE", "").casefold()
            is_mobile = kind is ContactKind.PHONE and re.search("cell|mobile", types)
            if value:
                note = one_line(held.marks.get("X-PLANNER-NOTE", "")) or _label_of(card, held)
                yield {
                    "kind": ContactKind.MOBILE if is_mobile else kind,
                    "value": value,
                    "note": note,
                }
    if "ADR" not in card.properties:
        for held in card.properties.get("LABEL", ()):
            if value := one_line(held.text):
                yield {"kind": ContactKind.ADDRESS, "value": value}


def _label_of(card: Card, held: Property) -> str:
    """What its owner calls it: Apple's label of the same group, or a type that is no usual one.

    Apple writes the labels of its own choice in signs: `_$!<HomePage>!$_`.
    """
    labels = card.properties.get("X-ABLABEL", ())
    called = next((each.text for each in labels if held.group and each.group == held.group), "")
    if called.startswith("_$!<"):
        called = ""
    types = held.marks.get("TYPE", "").split(",")
    own = (each[2:] for each in types if each[:2].casefold() == "x-")
    fax = ("Fax" for each in types if each.casefold() == "fax")
    service = held.marks.get("X-SERVICE-TYPE", "") or held.marks.get("SERVICE-TYPE", "")
    return one_line(called or next(own, "") or next(fax, "") or service)


def _value_of(held: Property, kind: ContactKind) -> str:
    if kind is ContactKind.ADDRESS:
        pieces = [*held.pieces(";"), *([""] * 7)][:7]
        box, more, street, city, region, code, country = pieces
        if not HAN.search(street + city):
            return ", ".join(filter(None, (box, more, street, city, region, code, country)))
        return "".join(filter(None, (code, country, region, city, street, more, box)))
    text = held.text
    if kind is not ContactKind.PHONE:
        return text
    return _EXTENSION.sub(r" ext. \1", text.removeprefix("tel:"))
