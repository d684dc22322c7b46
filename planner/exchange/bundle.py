"""Our own archive (`.planner`): lossless, versioned, photos within.

A ZIP file with `manifest.json` (format, version, counts), `records.json` (kind → list of records
with the field names of the records), `removed.json` (kind → list of what was removed, with digests
of what it was) and `files/<sha-256>` (contents of photos and papers).
"""

import hashlib
import io
import json
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Any
from uuid import UUID

from planner.domain.entity import Entity
from planner.domain.errors import InvalidInput, UnreadableFile
from planner.domain.person import Person
from planner.domain.photo import Photo
from planner.domain.records import BY_KIND, RECORDS, files_of
from planner.domain.values import Attachment
from planner.exchange.attached import archive_within
from planner.exchange.bundle_upgrades import VERSION, upgraded
from planner.exchange.pictures import picture_facts
from planner.exchange.removals import Removed

FORMAT = "delegation-planner"
_PIECES = 500  # records that are written at once
_DEEPER = "\n  "  # a line of a record, where it stands in the list of its kind
SUFFIX = ".planner"
MOST_RECORDS_BYTES = 512 * 2**20
MOST_FILE_BYTES = 128 * 2**20
MOST_FILES = 20_000
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a ZIP can say: same records, same bytes


@dataclass(frozen=True)
class Bundle:
    """What an archive holds. `files` gives the content of each by its hash."""

    records: tuple[Entity, ...]
    files: Mapping[str, bytes]
    removed: tuple[Removed, ...] = ()

    @property
    def delegations(self) -> tuple[UUID, ...]:
        return tuple(record.id for record in self.records if record.kind == "delegation")


def write_bundle(
    records: Iterable[Entity],
    content_of: Callable[[str], bytes],
    removed: Iterable[Removed] = (),
) -> bytes:
    """The archive of these records and of every file they name; `removed` are gone for good."""
    by_kind: dict[str, list[Entity]] = defaultdict(list)
    for record in records:
        by_kind[record.kind].append(record)
    hashes = sorted(
        {digest for held in by_kind.values() for record in held for digest in files_of(record)}
    )
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "records": {
            entity.kind: len(by_kind[entity.kind]) for entity in RECORDS if by_kind[entity.kind]
        },
        "files": len(hashes),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        _put_json(archive, "manifest.json", manifest)
        _put_text(archive, "records.json", _written(by_kind))
        if gone := _removed_plain(removed):
            _put_json(archive, "removed.json", gone)
        for digest in hashes:
            # pictures are compressed already
            archive.writestr(_part(f"files/{digest}", zipfile.ZIP_STORED), content_of(digest))
    return target.getvalue()


def read_bundle(path: Path) -> Bundle:
    """Read and check an archive whole, or the one that a report carries.

    Raises UnreadableFile, naming what is wrong and where.
    """
    try:
        if path.suffix.lower() == ".pdf":
            return read_archive(archive_within(path, SUFFIX), path.name)
        with path.open("rb") as stream:
            return _read(stream, path.name)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableFile("archive.cannot_open", name=path.name, reason=reason) from error


def read_archive(content: bytes, name: str) -> Bundle:
    """The same of an archive that is held already; `name` is for what is said of it."""
    return _read(io.BytesIO(content), name)


def _read(source: IO[bytes], name: str) -> Bundle:
    try:
        archive = zipfile.ZipFile(source)
    except Exception as error:
        # zipfile raises a dozen kinds for packages that are forged
        raise UnreadableFile("archive.damaged", name=name) from error
    with archive:
        return _Reader(archive, name).read()


class _Reader:
    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name

    def read(self) -> Bundle:
        manifest = self._object("manifest.json", 2**20)
        if manifest.get("format") != FORMAT:
            raise UnreadableFile("archive.not_ours", name=self._name)
        version = manifest.get("version")
        if not isinstance(version, int) or version < 1:
            raise UnreadableFile("archive.not_ours", name=self._name)
        if version > VERSION:
            raise UnreadableFile("archive.newer", name=self._name, found=version, known=VERSION)
        plain = upgraded(self._object("records.json", MOST_RECORDS_BYTES), version)
        records = tuple(self._records(plain))
        files = dict(self._files(records))
        for record in records:
            match record:
                case Photo():
                    picture_facts(files[record.content], record.file_name)
                case Person(portrait=Attachment() as portrait):
                    picture_facts(files[portrait.content], portrait.name)
        return Bundle(records, files, tuple(self._removed()))

    def _removed(self) -> Iterator[Removed]:
        if "removed.json" not in self._archive.namelist():
            return
        for kind, rows in self._object("removed.json", MOST_RECORDS_BYTES).items():
            if kind not in BY_KIND or not isinstance(rows, list):
                raise UnreadableFile("archive.unknown_kind", name=self._name, kind=str(kind))
            for row in rows:
                try:
                    yield Removed(kind, UUID(row["id"]), tuple(map(str, row["was"])))
                except (KeyError, TypeError, ValueError, AttributeError) as error:
                    raise UnreadableFile("archive.damaged", name=self._name) from error

    def _records(self, plain: Mapping[str, Any]) -> Iterator[Entity]:
        seen: set[UUID] = set()
        for kind, rows in plain.items():
            entity = BY_KIND.get(kind)
            if entity is None or not isinstance(rows, list):
                raise UnreadableFile("archive.unknown_kind", name=self._name, kind=str(kind))
            for number, row in enumerate(rows, 1):
                yield self._record(entity, row, number, seen)

    def _record(self, entity: type[Entity], row: Any, number: int, seen: set[UUID]) -> Entity:
        try:
            record = entity.checked(row)
        except InvalidInput as error:
            first = error.problems[0]
            raise UnreadableFile(
                "archive.bad_record",
                name=self._name,
                kind=entity.kind,
                number=number,
                problem=first,
            ) from error
        if "id" not in row or record.id in seen:
            raise UnreadableFile(
                "archive.no_identity", name=self._name, kind=entity.kind, number=number
            )
        seen.add(record.id)
        return record

    def _files(self, records: Iterable[Entity]) -> Iterator[tuple[str, bytes]]:
        wanted = dict.fromkeys(digest for record in records for digest in files_of(record))
        if len(wanted) > MOST_FILES:
            raise UnreadableFile("archive.too_large", name=self._name)
        for digest in wanted:
            content = self._entry(f"files/{digest}", MOST_FILE_BYTES)
            if hashlib.sha256(content).hexdigest() != digest:
                raise UnreadableFile("archive.file_changed", name=self._name, file=digest[:12])
            yield digest, content

    def _object(self, entry: str, most: int) -> dict[str, Any]:
        try:
            found = json.loads(self._entry(entry, most))
        except (ValueError, RecursionError) as error:
            raise UnreadableFile("archive.damaged", name=self._name) from error
        if not isinstance(found, dict):
            raise UnreadableFile("archive.not_ours", name=self._name)
        return found

    def _entry(self, entry: str, most: int) -> bytes:
        """The content of one entry, never more than it says and never more than allowed."""
        try:
            info = self._archive.getinfo(entry)
        except KeyError as error:
            code = "archive.file_missing" if entry.startswith("files/") else "archive.not_ours"
            raise UnreadableFile(code, name=self._name, file=entry) from error
        if info.file_size > most:
            raise UnreadableFile("archive.too_large", name=self._name)
        try:
            with self._archive.open(info) as stream:
                content = stream.read(most + 1)
        except Exception as error:
            # so do its decompressors
            raise UnreadableFile("archive.damaged", name=self._name) from error
        if len(content) > most:
            raise UnreadableFile("archive.too_large", name=self._name)
        return content


def _removed_plain(removed: Iterable[Removed]) -> dict[str, Any]:
    plain: dict[str, list[Any]] = defaultdict(list)
    for each in sorted(removed, key=lambda each: (each.kind, str(each.key))):
        plain[each.kind].append({"id": str(each.key), "was": sorted(each.was)})
    return plain


def _part(name: str, compression: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.external_attr = 0o600 << 16
    info.compress_type = compression
    return info


def _put_json(archive: zipfile.ZipFile, name: str, value: Mapping[str, Any]) -> None:
    _put_text(archive, name, iter([_json(value)]))


def _put_text(archive: zipfile.ZipFile, name: str, pieces: Iterator[str]) -> None:
    """Some at a time: a whole store in one text would hold up every thread while it is joined."""
    with archive.open(_part(name, zipfile.ZIP_DEFLATED), "w") as part:
        while text := "".join(islice(pieces, _PIECES)):
            part.write(text.encode())


def _written(by_kind: Mapping[str, Sequence[Entity]]) -> Iterator[str]:
    """Kind → list of records, as JSON, without holding all of them in another shape."""
    kinds = [entity.kind for entity in RECORDS if by_kind.get(entity.kind)]
    for place, kind in enumerate(kinds):
        yield f'{"," if place else "{"}\n "{kind}": ['
        records = sorted(by_kind[kind], key=lambda record: str(record.id))
        for number, record in enumerate(records):
            lines = _json(record.model_dump(mode="json")).split("\n")
            yield ("," if number else "") + _DEEPER + _DEEPER.join(lines)
        yield "\n ]"
    yield "\n}" if kinds else "{}"


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
