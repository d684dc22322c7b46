"""The texts of calendar entries, and what entries tell that no record has a place for."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from html import unescape

from icalendar import Component

from planner.domain.errors import Problem
from planner.exchange.content_lines import unescaped
from planner.exchange.staged import LeftOut

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_MARKUP = re.compile(r"</?(?:a|b|i|u|p|br|div|span|strong|em|ul|ol|li|html-blob)\b[^<>]*>", re.I)
_BREAKS = re.compile(r"<(?:br|/p|/div|/li)\b[^<>]*>", re.I)
_MEETINGS = ("url", "conference", "x-google-conference", "x-microsoft-skypeteamsmeetingurl")
_OURS = "x-planner-state"


class EntryPart(StrEnum):
    """What entries of others tell and no record keeps."""

    ATTENDEES = "ATTENDEE"
    ORGANISER = "ORGANIZER"
    ATTACHMENTS = "ATTACH"
    COMMENTS = "COMMENT"
    CONTACTS = "CONTACT"
    RESOURCES = "RESOURCES"
    ALARMS = "VALARM"
    TASK_DETAILS = "DESCRIPTION"


def plain(component: Component, name: str) -> str:
    """The first value of a name, without signs that nobody sees."""
    held = component.get(name)
    if isinstance(held, list):
        held = held[0]
    written = "" if held is None else str(held)
    if name.startswith("x-"):
        # the library leaves the values of names it does not know as written
        written = unescaped(written)
    return _CONTROLS.sub("", written).strip()


def told_of(component: Component) -> str:
    """The description without the markup of Google, and where one meets on the network."""
    text = plain(component, "description")
    if _MARKUP.search(text):
        text = unescape(_MARKUP.sub("", _BREAKS.sub("\n", text))).replace("\xa0", " ").strip()
    links = dict.fromkeys(link for name in _MEETINGS if (link := plain(component, name)))
    return "\n".join(filter(None, (text, *(link for link in links if link not in text))))


def without_place(lines: Sequence[int], components: Sequence[Component]) -> Iterator[LeftOut]:
    """One for the whole file, at the first entry that tells such a thing."""
    told = [(line, _unread(each)) for line, each in zip(lines, components, strict=False)]
    parts = [part for part in EntryPart if any(part in found for _, found in told)]
    if parts:
        line = next(line for line, found in told if found)
        yield LeftOut(line, Problem("", "ics.parts_unread", {"parts": parts}))


def _unread(component: Component) -> set[EntryPart]:
    names = {name.upper() for name in component} | {each.name for each in component.subcomponents}
    if component.name != "VTODO" or component.get(_OURS):  # ours only says again who the owner is
        names.discard(EntryPart.TASK_DETAILS)
    return {part for part in EntryPart if part in names}
