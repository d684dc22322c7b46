"""The loaded store goes from a file to a server and back: is it the same, and how fast is that?

python -m tests.office.copies --file STORE [--keep FOLDER] [--photos 300]

Beside it stands what the server's own COPY takes for the same rows, which nobody translates: out of
one store on the server into another, with the same indexes, triggers and foreign keys.
"""

import argparse
import random
import time
from contextlib import closing
from hashlib import blake2b
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

import psycopg

from planner.paths import Place, ServerAddress
from planner.store.copying import Copied, copy
from planner.store.database import Database
from planner.store.server.setting_up import set_up
from planner.store.tables import Row
from tests.office.dumps import dump
from tests.office.kept import DURABLE, ask_for_store
from tests.office.server import Server, running

PHOTO = 400_000  # bytes


def sum_of(path: Path) -> tuple[int, int]:
    """How many lines a store's dump has, and a sum that tells any two dumps apart."""
    count = total = 0
    for line in dump(path):
        count += 1
        total += int.from_bytes(blake2b(line.encode(), digest_size=16).digest())
    return count, total


def photos_of(path: Path) -> set[str]:
    with closing(Database(path)) as database:
        assert list(database.files.damaged()) == []
        return set(database.files.hashes())


def took(name: str, source: Place, target: Place) -> None:
    begun = time.perf_counter()
    with closing(Database(source)) as first, closing(Database(target)) as second:
        told: Copied = copy(first, second)
    whole = time.perf_counter() - begun
    print(
        f"{name}: {told.rows} rows in {told.seconds:.1f} s, {told.speed:.0f} rows/s; "
        f"with {told.files} photos and the comparison row by row {whole:.1f} s"
    )


def tell_own_speed(source: ServerAddress, target: ServerAddress) -> None:
    """COPY of the same tables, as bytes."""
    names = [table.name for table in Row.metadata.sorted_tables]
    names.sort(key=("edit", "change", "search_document").__contains__)
    rows, out, back = 0, 0.0, 0.0
    with psycopg.connect(source.url) as reading, psycopg.connect(target.url) as writing:
        for name in names:
            begun = time.perf_counter()
            with reading.cursor().copy(f'COPY "{name}" TO STDOUT'.encode()) as taken:
                data = b"".join(map(bytes, taken))
            out += time.perf_counter() - begun
            begun = time.perf_counter()
            with writing.cursor() as cursor:
                with cursor.copy(f'COPY "{name}" FROM STDIN'.encode()) as given:
                    given.write(data)
                rows += cursor.rowcount
            writing.commit()
            back += time.perf_counter() - begun
    print(f"COPY itself, without the search index: {rows} rows, ", end="")
    print(f"into a store {rows / back:.0f} rows/s, out of it {rows / out:.0f} rows/s")


def fresh(server: Server, name: str) -> ServerAddress:
    server.drop(name)
    server.run(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    set_up(server.address(name))
    return server.address(name)


def run(arguments: argparse.Namespace, server: Server, folder: Path) -> None:
    source, back = folder / "source.sqlite", folder / "back.sqlite"
    copyfile(arguments.file, source)
    chance = random.Random(7)
    with closing(Database(source)) as database:
        for _ in range(arguments.photos):
            database.files.put(chance.randbytes(PHOTO))
    address = fresh(server, "planner_copied")
    took("file → server", source, address)
    took("server → file", address, back)
    first, second = sum_of(source), sum_of(back)
    print(
        f"dumps of {first[0]} and {second[0]} lines: {'equal' if first == second else 'NOT EQUAL'}"
    )
    same = photos_of(source) == photos_of(back)
    print(f"photos by hash and content: {'equal' if same else 'NOT EQUAL'}")
    tell_own_speed(address, fresh(server, "planner_copied_again"))
    for name in ("planner_copied", "planner_copied_again"):
        server.drop(name)


def _told(is_equal: bool) -> str:
    return "equal" if is_equal else "NOT EQUAL"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    ask_for_store(parser)
    parser.add_argument("--photos", type=int, default=300)
    arguments = parser.parse_args()
    keeps = arguments.keep is not None
    with running(DURABLE, arguments.keep, keeps=keeps) as server, TemporaryDirectory() as folder:
        run(arguments, server, Path(folder))


if __name__ == "__main__":
    main()
