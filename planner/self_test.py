"""`planner --self-test`: opens every screen, makes every paper, in a folder of its own."""

import os
import tempfile
from collections.abc import Callable
from itertools import product
from pathlib import Path

from planner.demo import make_demo
from planner.printing import WRITERS, Order, make_paper, paper_choices
from planner.queries.delegation_list import delegation_lines
from planner.queries.dossiers import dossier
from planner.queries.earlier import earlier_dossiers
from planner.sentences import Language
from planner.store.database import Database
from planner.words import Words

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
            earlier = earlier_dossiers(session, found)
        keys = [key for key, _ in paper_choices(Words(Language.ENGLISH))]
        for key, language, ending in product(keys, Language, WRITERS):
            order = Order(key, language=language, ending=ending)
            printed = make_paper(found, order, database.files, earlier=earlier)
            tell(f"{key} {language}: {len(printed.content)} bytes of {ending}")
    finally:
        database.close()


def _open_every_screen(store: Path, folder: Path, tell: Tell) -> None:
    # Qt looks for a screen when it is imported and started: a test needs none
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from planner.app import every_screen

    for name in every_screen(store, folder / "settings.json"):
        tell(f"screen: {name}")
