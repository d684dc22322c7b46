"""The JSON Schema of the archive's parts: `python -m planner.exchange.schema` prints it."""

import json
import sys
from typing import Any

from pydantic.json_schema import models_json_schema

from planner.domain.records import RECORDS
from planner.exchange.bundle import FORMAT
from planner.exchange.bundle_upgrades import VERSION

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILE = "archive.schema.json"


def archive_schema() -> dict[str, Any]:
    """Of `manifest.json` and `records.json` within an archive, made from the records themselves."""
    references, held = models_json_schema(
        [(entity, "serialization") for entity in RECORDS], ref_template="#/$defs/{model}"
    )
    kinds = {
        entity.kind: {"type": "array", "items": references[entity, "serialization"]}
        for entity in RECORDS
    }
    counts = {"type": "integer", "minimum": 0}
    manifest = {
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"type": "integer", "minimum": 1, "maximum": VERSION},
            "records": {"type": "object", "additionalProperties": counts},
            "files": counts,
        },
        "required": ["format", "version", "records", "files"],
    }
    gone = {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "id": {"type": "string", "format": "uuid"},
                "was": {"type": "array", "items": {"type": "string", "pattern": "^[0-9a-f]{64}$"}},
            },
            "required": ["id", "was"],
        },
    }
    removed = {"type": "object", "properties": dict.fromkeys(kinds, gone)}
    records = {"type": "object", "properties": kinds, "additionalProperties": False}
    return {
        "$schema": DIALECT,
        "title": "Archive of the Delegation Planner (.planner)",
        "description": (
            "An archive is a ZIP file with manifest.json, records.json (lists of records by kind),"
            " removed.json where records were removed (lists by kind; “was” holds the SHA-256 of"
            " each state of the record as JSON with sorted keys) and files/<SHA-256> (the contents"
            " of photos and papers). This describes an object with the JSON parts under their"
            " names."
        ),
        "type": "object",
        "properties": {
            "manifest.json": manifest,
            "records.json": records,
            "removed.json": removed | {"additionalProperties": False},
        },
        "required": ["manifest.json", "records.json"],
        "$defs": held["$defs"],
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(archive_schema(), ensure_ascii=False, indent=1) + "\n")
