"""`planner --self-test`: opens every screen, makes every paper, in a folder of its own."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from planner.demo import make_demo
from planner.printing import Order, make_paper, paper_choices
from planner.queries.delegation_list import delegation_lines
from planner.queries.dossiers import dossier
from planner.store.database import Database
from planner.words import Language, Words

Tell = Callable[[str], None]


def self_test(tell: Tell) -> int:
    """Exit status: 0 where everything opened and printed. What goes wrong is raised."""
    with tempfile.TemporaryDirectory() as folder:
        made = make_demo(Path(folder))
        tell(f"sample: {made.page_count} pages")
        _print_every_paper(made.store, tell)
        _open_every_screen(made.store, Path(folder), tell)
    return 0


def _print_every_paper(store: Path, tell: Tell) -> None:
    database = Database(store)
    try:
        with database.read() as session:
            found = dossier(session, delegation_lines(session)[0].key)
        for key, _ in paper_choices(Words(Language.ENGLISH)):
            for language in Language:
                printed = make_paper(found, Order(key, language=language), database.files)
                tell(f"{key} {language}: {len(printed.content)} bytes")
    finally:
        database.close()


def _open_every_screen(store: Path, folder: Path, tell: Tell) -> None:
    # Qt looks for a screen when it is imported and started: a test needs none
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from planner.app import every_screen

    for name in every_screen(store, folder / "settings.json"):
        tell(f"screen: {name}")
