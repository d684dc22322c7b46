"""The demonstration: a store with the sample, and the sample's visit report."""

from dataclasses import dataclass
from pathlib import Path

from planner.domain.delegation import Delegation
from planner.exchange.bundle import read_bundle
from planner.output import write_file
from planner.printing import Order, make_paper, page_count
from planner.queries.dossiers import dossier
from planner.queries.earlier import earlier_dossiers
from planner.resources import resource
from planner.store.database import Database
from planner.usecases.imports import import_bundle, name_of_import

SAMPLE = "rare-earth-2015.planner"


@dataclass(frozen=True)
class Demo:
    store: Path
    report: Path
    page_count: int


def make_demo(folder: Path) -> Demo:
    """Make both in the folder. A store that is there keeps the edits made in it."""
    store, report = folder / "demo.sqlite", folder / "visit-report.pdf"
    bundle = read_bundle(resource("samples", SAMPLE))
    (key,) = bundle.delegations
    database = Database(store)
    try:
        with database.begin(name_of_import(bundle, SAMPLE)) as work:
            if work.find(Delegation, key) is None:
                import_bundle(work, bundle)
        with database.read() as session:
            found = dossier(session, key)
            earlier = earlier_dossiers(session, found)
        printed = make_paper(found, Order("visit-report"), database.files, earlier=earlier)
    finally:
        database.close()
    write_file(report, printed.content)
    return Demo(store, report, page_count(printed.content))
