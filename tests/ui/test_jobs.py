"""Long work tells how far it is, stops when asked, and never takes the window with it."""

import gc
import threading
import weakref
from threading import Event

import pytest

from planner.ui.collector import Collector
from planner.ui.jobs import Job, Jobs


@pytest.fixture
def jobs(qapp):
    jobs = Jobs()
    yield jobs
    assert jobs.close()


def test_work_reports_and_hands_over_its_result(qtbot, jobs):
    def count(job: Job) -> int:
        for done in range(3):
            job.report(done, 3)
        return 3

    job, seen, results = Job(count), [], []
    job.succeeded.connect(results.append)
    job.progressed.connect(lambda done, total: seen.append((done, total)))
    with qtbot.waitSignal(job.finished):
        jobs.start(job)
    assert results == [3]
    assert seen == [(0, 3), (1, 3), (2, 3)]
    qtbot.waitUntil(lambda: jobs.is_idle)


def test_a_cancelled_job_ends_without_a_result(qtbot, jobs):
    begun, told = Event(), []

    def endless(job: Job) -> None:
        while True:
            begun.set()
            job.report(0, 1)

    job = Job(endless)
    job.succeeded.connect(told.append)
    job.failed.connect(told.append)
    with qtbot.waitSignal(job.finished):
        jobs.start(job)
        begun.wait(5)
        job.cancel()
    assert told == []


def test_a_fault_in_the_work_is_told(qtbot, jobs, caplog):
    def fail(job: Job) -> None:
        raise ValueError("no page")

    job = Job(fail)
    with qtbot.waitSignal(job.failed) as failed:
        jobs.start(job)
    assert str(failed.args[0]) == "no page"
    assert "job failed" in caplog.text


def test_closing_stops_what_runs(qtbot, qapp):
    begun = Event()

    def endless(job: Job) -> None:
        while True:
            begun.set()
            job.report(0, 1)

    jobs = Jobs()
    jobs.start(Job(endless))
    begun.wait(5)
    assert jobs.close()
    qtbot.waitUntil(lambda: jobs.is_idle)


def test_a_job_goes_in_the_main_thread(qtbot, jobs, monkeypatch):
    monkeypatch.setattr("planner.ui.jobs._LINGERS", 0)
    threads = []

    class Watched(Job):
        def __del__(self) -> None:
            threads.append(threading.current_thread())

    job = Watched(lambda job: None)
    with qtbot.waitSignal(job.finished):
        jobs.start(job)
    del job
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.main_thread()]


def test_cycles_are_looked_for_in_the_main_thread_only(qapp):
    collector = Collector(qapp)
    assert not gc.isenabled()
    thresholds = gc.get_threshold()
    try:
        gc.set_threshold(1, 1, 1)
        kept = weakref.ref(cycle())
        collector.look()
        gc.collect(1)
        assert kept() is None
    finally:
        gc.set_threshold(*thresholds)


def test_nothing_is_looked_through_before_the_start_has_settled(qtbot, qapp, monkeypatch):
    frozen, looks = [], []
    monkeypatch.setattr("planner.ui.collector._EVERY", 1)
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(True))
    monkeypatch.setattr(Collector, "look", lambda collector: looks.append(bool(frozen)))
    collector = Collector(qapp)
    qtbot.wait(20)
    assert looks == []
    collector.settle()
    qtbot.waitUntil(lambda: bool(looks))
    assert all(looks)
    collector.deleteLater()


def cycle() -> set[object]:
    """Something that only a search for cycles finds gone."""

    class Ring(set[object]):
        pass

    ring = Ring()
    ring.add(id)
    ring.self = ring  # type: ignore[attr-defined]
    return ring
