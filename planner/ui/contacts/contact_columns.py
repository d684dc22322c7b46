"""What the list and the tables of contacts show of each, column by column."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from planner.domain.organisation import OrganisationKind
from planner.queries.contacts_list import ContactLine, Mark
from planner.queries.contacts_rows import ContactRow
from planner.ui.appearance import Pigment
from planner.ui.contacts.faces import ContactFaces
from planner.ui.row_table_model import Column

Rename = Callable[[UUID, str], bool]
_KINDS = tuple(OrganisationKind)
_MARKS = tuple(Mark)


def line_column(faces: ContactFaces, rename: Rename) -> Column[ContactLine]:
    """The only one of the list."""
    return Column(
        QCoreApplication.translate("MasterList", "Name"),
        lambda line: line.name,
        edit=lambda line, name: rename(line.key, name),
        second=faces.note,
        chip=lambda line: faces.chip(line.mark),
    )


def people_columns(faces: ContactFaces, rename: Rename) -> Sequence[Column[ContactRow]]:
    words = faces.words
    return [
        _name_column(rename, width=120),
        _grey(words.field("reading"), lambda row: row.latin, width=120),
        Column(words.field("title", "post"), lambda row: row.post, width=150),
        Column(words.kind("organisation").capitalize(), lambda row: row.body),
        *_place_columns(faces, is_country_hidden=True),
        _day_column(QCoreApplication.translate("MasterList", "Last met"), faces),
        _reach_column(),
        Column(
            QCoreApplication.translate("MasterList", "Contact data"),
            lambda row: row.consents,
            lambda consents: "",
            width=116,
            # what nobody has asked yet stands in most rows: said on the page
            chip=lambda row: None if row.consents is None else faces.consent(row.consents),
        ),
    ]


def organisation_columns(faces: ContactFaces, rename: Rename) -> Sequence[Column[ContactRow]]:
    words = faces.words
    return [
        _name_column(rename),
        _grey(words.field("name_latin"), lambda row: row.latin, width=150),
        Column(
            QCoreApplication.translate("MasterList", "Kind"),
            lambda row: row.sort,
            words.value,
            width=136,
            sort=lambda row: None if row.sort is None else _KINDS.index(row.sort),
        ),
        *_place_columns(faces),
        Column(
            QCoreApplication.translate("MasterList", "People"),
            lambda row: row.people or None,
            lambda count: f"{count:,}",
            width=72,
            flush=True,
        ),
        _day_column(QCoreApplication.translate("MasterList", "Last visited"), faces),
        _reach_column(is_hidden=True),
        Column(
            QCoreApplication.translate("MasterList", "Mark"),
            lambda row: row.mark,
            lambda mark: "",
            width=116,
            chip=lambda row: faces.chip(row.mark),
            sort=lambda row: None if row.mark is None else _MARKS.index(row.mark),
        ),
    ]


def _name_column(rename: Rename, width: int = 0) -> Column[ContactRow]:
    return Column(
        QCoreApplication.translate("MasterList", "Name"),
        lambda row: row.name,
        edit=lambda row, name: rename(row.key, name),
        width=width,
        strong=True,
    )


def _place_columns(
    faces: ContactFaces, is_country_hidden: bool = False
) -> Sequence[Column[ContactRow]]:
    words = faces.words

    def country(row: ContactRow) -> str:
        return words.country(row.country) if row.country else ""

    return [
        Column(words.field("city"), lambda row: row.city, width=100),
        Column(words.field("country"), country, width=120, is_hidden=is_country_hidden),
    ]


def _day_column(heading: str, faces: ContactFaces) -> Column[ContactRow]:
    return Column(
        heading,
        lambda row: row.met_on,
        faces.formats.dated,
        width=104,
        flush=True,
    )


def _reach_column(is_hidden: bool = False) -> Column[ContactRow]:
    return _grey(
        QCoreApplication.translate("MasterList", "Telephone or mail"),
        lambda row: row.reach,
        width=150,
        is_hidden=is_hidden,
    )


def _grey(heading: str, value: Callable[[ContactRow], str], **held: Any) -> Column[ContactRow]:
    return Column(heading, value, pigment=Pigment.INK2, **held)
