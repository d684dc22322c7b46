"""Makes the store that stands for a released version, with a history to be kept.

Run it once, at the commit that is released, and commit what it writes; that is never made again:
`python tests/data/stores/make.py tests/data/stores/version-N`. It takes in the sample with small
photos, adds one record of every kind, and changes, undoes, redoes and removes.
"""

import io
import json
import sys
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from uuid import UUID

sys.path.insert(0, str(Path(__file__).parents[3]))

from PIL import Image

from planner.domain.changes import EditName
from planner.domain.delegation import Delegation
from planner.domain.entity import Entity
from planner.domain.follow_up import FollowUp
from planner.domain.organisation import Organisation
from planner.domain.photo import Photo
from planner.exchange.bundle import read_bundle
from planner.resources import resource
from planner.store.database import Database
from planner.usecases.records import change_record
from tests.strategies import world

BEGUN = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
SMALL = (160, 120)
NO_FILE = "0" * 64
EDIT = EditName("test")


def small(content: bytes) -> bytes:
    with Image.open(io.BytesIO(content)) as picture:
        picture.thumbnail(SMALL)
        target = io.BytesIO()
        picture.convert("RGB").save(target, "JPEG", quality=70)
    return target.getvalue()


def with_file(record: Entity, digest: str) -> Entity:
    """The record with a file that is there where it names one that is not."""
    written = json.dumps(record.model_dump(mode="json")).replace(NO_FILE, digest)
    return type(record).checked(json.loads(written))


def make(folder: Path) -> None:
    folder.mkdir(parents=True)
    minutes = count()
    database = Database(
        folder / "planner.sqlite",
        who="office",
        now=lambda: BEGUN + timedelta(minutes=next(minutes)),
    )
    bundle = read_bundle(resource("samples", "rare-earth-2015.planner"))
    photos = {record.content for record in bundle.records if isinstance(record, Photo)}
    with database.begin(EditName("import_archive", {"file": "2015", "count": "1"})) as work:
        kept = {
            digest: work.files.put(small(content) if digest in photos else content)
            for digest, content in bundle.files.items()
        }
        for record in bundle.records:
            if isinstance(record, Photo):
                record = record.with_(content=kept[record.content])
            work.add(record)
    made = world()
    with database.begin(EDIT) as work:
        digest = work.files.put(b"kept with the store")
        work.add(*(with_file(record, digest) for record in made.values()))
    change(database, made["delegation"].id, made["organisation"].id, made["follow_up"].id)
    database.close()


def change(database: Database, delegation: UUID, body: UUID, follow_up: UUID) -> None:
    """Something of each nature: edits, one undone, one undone and made again, one removal."""
    with database.begin(EDIT) as work:
        change_record(work, Delegation, delegation, title="稀土產業參訪（改）")
    numbers = []
    database.observe(lambda made: numbers.append(made.number))
    for notes in ("初稿", "二稿", "三稿"):
        with database.begin(EDIT) as work:
            change_record(work, Organisation, body, notes=notes)
    last = numbers[-1]
    database.undo(last)
    database.redo(last)
    database.undo(last)
    alone = Organisation(name="撤銷的機關")
    with database.begin(EDIT) as work:
        work.add(alone)
    with database.begin(EDIT) as work:
        work.remove(Organisation, [alone.id])
    with database.begin(EDIT) as work:
        change_record(work, FollowUp, follow_up, text="追蹤中")


make(Path(sys.argv[1]).absolute())
