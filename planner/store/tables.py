"""The SQLModel tables: one a kind of record, made from the record's own fields; links; journal."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from pydantic import ConfigDict
from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Text,
    Uuid,
    text,
)
from sqlmodel import Field, SQLModel
from sqlmodel.main import SQLModelMetaclass

from planner.domain.entity import Entity
from planner.domain.records import RECORDS, references
from planner.store.columns import bounds, column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(SQLModel):
    """Base of every table of the store, with names for constraints that migrations can rely on."""

    # rows are never made, only their columns named: a check for each would cost a tenth of a second
    model_config = ConfigDict(defer_build=True)  # type: ignore[assignment]
    metadata = MetaData(naming_convention=NAMING)


def _table(name: str, namespace: dict[str, Any]) -> type[SQLModel]:
    made: type[SQLModel] = SQLModelMetaclass(name, (Row,), namespace, table=True)  # type: ignore[assignment]
    return made


_RULES: Mapping[str, tuple[CheckConstraint | Index, ...]] = {
    "delegation": (CheckConstraint("ends_on >= starts_on", name="ends_after_start"),),
    # Today asks over all delegations for the few that are not closed, or that tick off a clock;
    # these hold all it needs to know, and nothing that would tempt other questions
    "follow_up": (
        Index(
            "ix_follow_up_open",
            *("state", "due_on", "opened_on", "review_every_months", "delegation_id", "id"),
            sqlite_where=text("state <> 'closed'"),
            postgresql_where=text("state <> 'closed'"),
        ),
        Index(
            "ix_follow_up_clock",
            *("clock", "delegation_id", "state"),
            sqlite_where=text("clock <> ''"),
            postgresql_where=text("clock <> ''"),
        ),
    ),
}


def _row_type(entity: type[Entity]) -> type[SQLModel]:
    """The table of one kind: each field is declared once, on the record."""
    columns = {
        name: Field(sa_column=column(name, info)) for name, info in entity.model_fields.items()
    }
    checks = [check for name, info in entity.model_fields.items() for check in bounds(name, info)]
    namespace: dict[str, Any] = {
        "__module__": __name__,
        "__tablename__": entity.kind,
        "__table_args__": (*_RULES.get(entity.kind, ()), *checks),
        "__annotations__": dict.fromkeys(columns, Any),
        **columns,
    }
    return _table(f"{entity.__name__}Row", namespace)


ROWS: Mapping[str, type[SQLModel]] = MappingProxyType(
    {entity.kind: _row_type(entity) for entity in RECORDS}
)


def columns_of(entity: type[Entity]) -> Any:
    """The columns of a kind's table, for queries: `columns_of(Stop).host_id`."""
    return table_of(entity.kind).c


def table_of(kind: str) -> Any:
    return ROWS[kind].__table__  # type: ignore[attr-defined]


def _link_type(kind: str) -> type[SQLModel]:
    """Which records name several of this kind: the foreign keys of fields that hold many ids.

    The ids themselves, in their order, stand in the owner's row; this table is kept beside it.
    """
    namespace: dict[str, Any] = {
        "__module__": __name__,
        "__tablename__": f"{kind}_link",
        "__annotations__": dict.fromkeys(("owner_kind", "owner_id", "field", "target_id"), Any),
        "owner_kind": Field(sa_column=Column("owner_kind", Text(), primary_key=True)),
        "owner_id": Field(sa_column=Column("owner_id", Uuid(), primary_key=True)),
        "field": Field(sa_column=Column("field", Text(), primary_key=True)),
        "target_id": Field(
            sa_column=Column(
                "target_id",
                Uuid(),
                ForeignKey(f"{kind}.id", deferrable=True, initially="DEFERRED"),
                primary_key=True,
                index=True,
            )
        ),
    }
    return _table(f"{kind.title()}Link", namespace)


def many_valued(entity: type[Entity]) -> Mapping[str, str]:
    """The fields of a kind that hold several ids, and the kind of record these stand for."""
    return {
        name: mark.kind
        for name, mark in references(entity).items()
        if entity.model_fields[name].default == ()
    }


LINKS: Mapping[str, type[SQLModel]] = MappingProxyType(
    {
        kind: _link_type(kind)
        for kind in sorted({kind for entity in RECORDS for kind in many_valued(entity).values()})
    }
)


def link_table(kind: str) -> Any:
    return LINKS[kind].__table__  # type: ignore[attr-defined]


class EditRow(Row, table=True):
    """One edit, undo or redo; `of_edit` is the one undone or redone."""

    __tablename__ = "edit"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    who: str
    nature: str
    of_edit: int | None = Field(default=None, foreign_key="edit.id")
    name: str
    name_values: str


class ChangeRow(Row, table=True):
    """One record before and after one edit, as JSON."""

    __tablename__ = "change"
    __table_args__ = (Index("ix_change_record", "kind", "key"),)

    edit_id: int = Field(foreign_key="edit.id", primary_key=True)
    position: int = Field(primary_key=True)
    kind: str
    key: UUID
    before: str | None = Field(default=None, sa_type=Text)
    after: str | None = Field(default=None, sa_type=Text)


class SearchDocumentRow(Row, table=True):
    """The folded text of one record, and the number it has in the index."""

    __tablename__ = "search_document"
    __table_args__ = (Index("ix_search_document_record", "kind", "key", unique=True),)

    number: int | None = Field(
        default=None, sa_column=Column("number", Integer(), primary_key=True)
    )
    kind: str
    key: UUID
    delegation_id: UUID | None = Field(default=None, index=True)
    title: str = Field(sa_type=Text)
    text: str = Field(sa_type=Text)
