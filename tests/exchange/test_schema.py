"""The schema of the archive says what archives hold: every kind, every field, and the sample."""

import json
import zipfile
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from planner.domain.records import RECORDS
from planner.exchange.schema import FILE, archive_schema
from planner.resources import resource

SAMPLE = resource("samples", "rare-earth-2015.planner")


def parts() -> dict[str, Any]:
    with zipfile.ZipFile(SAMPLE) as archive:
        return {name: json.loads(archive.read(name)) for name in ("manifest.json", "records.json")}


def test_the_schema_that_ships_is_that_of_the_records() -> None:
    shipped = json.loads(resource("schema", FILE).read_text("utf-8"))
    assert shipped == archive_schema(), "run python -m planner.exchange.schema > resources/schema/…"


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(archive_schema())


def test_the_sample_keeps_to_the_schema() -> None:
    Draft202012Validator(archive_schema()).validate(parts())


def test_a_field_nobody_knows_is_against_the_schema() -> None:
    held = parts()
    held["records.json"]["delegation"][0]["nonsense"] = 1
    with pytest.raises(ValidationError):
        Draft202012Validator(archive_schema()).validate(held)


def test_every_kind_of_record_is_in_the_schema() -> None:
    kinds = archive_schema()["properties"]["records.json"]["properties"]
    assert list(kinds) == [entity.kind for entity in RECORDS]
