"""The application as the window dresses it, and nothing of one test left for the next."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from planner.ui.appearance import Appearance, Scheme
from planner.ui.collector import Collector
from planner.ui.focus import FocusRing
from planner.ui.style import PlannerStyle


@pytest.fixture(scope="session", autouse=True)
def _collected(qapp: QApplication) -> Iterator[None]:
    """Cycles are looked for as in the program: never while a thread of a job runs."""
    Collector(qapp)
    yield
    gc.enable()


@pytest.fixture(scope="module", autouse=True)
def _swept() -> Iterator[None]:
    """What a module leaves goes with it: a fault in going shows where it was made."""
    yield
    gc.collect()


@pytest.fixture(scope="session")
def _dressed(qapp: QApplication) -> Appearance:
    qapp.setStyle(PlannerStyle())
    FocusRing(qapp)
    return Appearance(qapp)


@pytest.fixture
def appearance(_dressed: Appearance) -> Iterator[Appearance]:
    _dressed.choose(scheme=Scheme.LIGHT, high_contrast=False, text_size=1.0)
    yield _dressed
    _dressed.choose(scheme=Scheme.LIGHT, high_contrast=False, text_size=1.0)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Widgets that were to be deleted later are deleted now."""
    yield
    if QCoreApplication.instance():
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
