"""What an import would do, in sentences: a verdict for each row, and why rows are left out."""

from collections.abc import Iterator
from typing import Any

from planner.domain.entity import Entity
from planner.domain.errors import Problem
from planner.exchange.speech import Speech
from planner.exchange.staged import Staged, StagedFile, Verdict


def preview(file: StagedFile, speech: Speech) -> Iterator[str]:
    for staged in sorted(file.staged, key=lambda each: each.line):
        if staged.verdict is not Verdict.SAME:
            yield staged_line(staged, speech)
            yield from clash_lines(staged, speech)
    for left in file.left_out:
        sentence = problem_sentence(left.problem, speech)
        yield speech("import.left_out", file=file.name, line=left.line, sentence=sentence)
    counts = {verdict.value: len(file.of(verdict)) for verdict in Verdict}
    yield speech("import.summary", file=file.name, left_out=len(file.left_out), **counts)


def staged_line(staged: Staged, speech: Speech) -> str:
    return speech(
        "import.verdict_line",
        verdict=speech(f"verdict.{staged.verdict}"),
        kind=speech.kind(staged.kept.kind),
        title=title_of(staged.kept, speech),
        place=speech("import.line", line=staged.line),
    )


def clash_lines(staged: Staged, speech: Speech) -> Iterator[str]:
    for name in staged.clashes:
        yield speech(
            "import.clash",
            field=speech.field(name, staged.kept.kind),
            mine=getattr(staged.stored, name),
            theirs=getattr(staged.taken, name),
        )


def problem_sentence(problem: Problem, speech: Speech) -> str:
    return speech.problem(problem)


def title_of(record: Entity, speech: Speech) -> str:
    """What a record is called where there is no dossier to look names up in."""
    for field in ("name", "title", "text", "post_title", "place", "task"):
        found: Any = getattr(record, field, "")
        if found:
            return str(found)
    starts = getattr(record, "starts", None)
    return speech.text(starts) if starts else speech.kind(record.kind)
