"""Records that are gone: an archive tells of them, so that who merges it can let them go too."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from planner.domain.changes import Image
from planner.domain.entity import Entity
from planner.domain.errors import InvalidInput
from planner.domain.photo import Photo
from planner.domain.records import BY_KIND, references


@dataclass(frozen=True, slots=True)
class Removed:
    """A record that was removed, and by digests what it ever was: who has one of these knows it."""

    kind: str
    key: UUID
    was: tuple[str, ...]

    def knew(self, record: Entity) -> bool:
        return digest_of(record) in self.was


_OF_THE_CAMERA = frozenset(
    {"content", "media_type", "width", "height", "camera", "place", "position_at", "utc_offset"}
)
"""What a photo loses when it is given to others; who edits it changes none of these."""


def digest_of(record: Entity) -> str:
    apart = set(_OF_THE_CAMERA) if isinstance(record, Photo) else None
    plain = json.dumps(record.model_dump(mode="json", exclude=apart), sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()


def removed_of(kind: str, key: UUID, images: Iterable[Image]) -> Removed:
    """By all that the journal has of it; what no version can read any more is left out."""
    entity = BY_KIND[kind]
    was: list[str] = []
    for image in images:
        try:
            was += [digest_of(entity.checked(dict(image)))] if image is not None else []
        except InvalidInput:
            continue
    return Removed(kind, key, tuple(dict.fromkeys(was)))


def belonging(
    gone: Mapping[tuple[str, UUID], Mapping[str, Any]], kept: Collection[UUID]
) -> frozenset[UUID]:
    """Those that were part of what is kept, or of one another. `gone` has what each was last."""
    found: set[UUID] = set()
    while True:
        more = {
            key
            for (kind, key), image in gone.items()
            if key not in found and _is_part(kind, image, kept, found)
        }
        if not more:
            return frozenset(found)
        found |= more


def _is_part(
    kind: str, image: Mapping[str, Any], kept: Collection[UUID], found: Collection[UUID]
) -> bool:
    wholes = (image.get(name) for name, mark in references(BY_KIND[kind]).items() if mark.is_part)
    keys = {UUID(str(whole)) for whole in wholes if whole}
    return any(key in kept or key in found for key in keys)
