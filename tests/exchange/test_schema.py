"""The schema of the archive says what archives hold: every kind, every field, and the sample."""

import io
import json
import zipfile
from pathlib import Path
from typing import IO, Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from planner.domain.records import RECORDS
from planner.exchange.bundle import read_archive, read_bundle, write_bundle
from planner.exchange.removals import removed_of
from planner.exchange.schema import FILE, archive_schema
from planner.resources import resource
from planner.store.unit_of_work import image_of
from tests import builders as b

SAMPLE = resource("samples", "rare-earth-2015.planner")
FIRST = Path(__file__).parents[1] / "data" / "exchange" / "version-1.planner"


def parts(source: Path | IO[bytes] = SAMPLE) -> dict[str, Any]:
    with zipfile.ZipFile(source) as archive:
        names = [name for name in archive.namelist() if name.endswith(".json")]
        return {name: json.loads(archive.read(name)) for name in names}


def test_the_schema_that_ships_is_that_of_the_records() -> None:
    shipped = json.loads(resource("schema", FILE).read_text("utf-8"))
    assert shipped == archive_schema(), "run python -m planner.exchange.schema > resources/schema/…"


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(archive_schema())


def test_the_sample_keeps_to_the_schema() -> None:
    Draft202012Validator(archive_schema()).validate(parts())


def test_an_archive_of_the_first_version_keeps_to_the_schema_and_is_read() -> None:
    held = parts(FIRST)
    assert held["manifest.json"]["version"] == 1
    Draft202012Validator(archive_schema()).validate(held)
    bundle = read_bundle(FIRST)
    assert len(bundle.records) == sum(held["manifest.json"]["records"].values())
    assert len(bundle.files) == held["manifest.json"]["files"]


def test_what_is_written_now_keeps_to_the_schema_with_all_it_holds() -> None:
    wang = b.person("王小明")
    gone = removed_of("person", wang.id, [image_of(wang), None])
    written = write_bundle([b.delegation(), wang], lambda _: b"", [gone])
    held = parts(io.BytesIO(written))
    assert held["removed.json"] == {"person": [{"id": str(wang.id), "was": list(gone.was)}]}
    Draft202012Validator(archive_schema()).validate(held)
    assert read_archive(written, "a.planner").removed == (gone,)


@pytest.mark.parametrize("was", ["text", [1], ["x"]])
def test_a_removal_that_is_none_is_against_the_schema(was: object) -> None:
    held = parts(FIRST) | {"removed.json": {"person": [{"id": "x", "was": was}]}}
    with pytest.raises(ValidationError):
        Draft202012Validator(archive_schema()).validate(held)


def test_a_field_nobody_knows_is_against_the_schema() -> None:
    held = parts()
    held["records.json"]["delegation"][0]["nonsense"] = 1
    with pytest.raises(ValidationError):
        Draft202012Validator(archive_schema()).validate(held)


def test_every_kind_of_record_is_in_the_schema() -> None:
    kinds = archive_schema()["properties"]["records.json"]["properties"]
    assert list(kinds) == [entity.kind for entity in RECORDS]
