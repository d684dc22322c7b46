"""ProgrammeVersion: the programme as it was sent out on a day, to tell later what changed."""

from typing import ClassVar

from planner.domain.dates import Day
from planner.domain.entity import Entity, Fields, Line, Title
from planner.domain.references import OfDelegation
from planner.domain.values import Attachment


class ProgrammeVersionFields(Fields):
    """`snapshot` is an archive of the plan's records; nothing in it is changed any more."""

    delegation_id: OfDelegation
    name: Title
    taken_on: Day
    taken_by: Line = ""
    snapshot: Attachment


class ProgrammeVersion(ProgrammeVersionFields, Entity):
    kind: ClassVar[str] = "programme_version"
