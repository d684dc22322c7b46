"""What an import would do, in sentences: a verdict for each row, and why rows are left out."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from planner.domain.entity import Entity
from planner.domain.person import Person
from planner.domain.stop import Stop
from planner.exchange.speech import Speech
from planner.exchange.staged import Absence, LeftOut, Staged, StagedFile, Verdict


def preview(file: StagedFile, speech: Speech) -> Iterator[str]:
    titles = titles_of(file, speech)
    for staged in sorted(file.staged, key=lambda each: each.line):
        if staged.verdict not in (Verdict.SAME, Verdict.GONE):
            yield speech(
                "import.verdict_line",
                verdict=speech(f"verdict.{staged.verdict}"),
                kind=speech.kind(staged.kept.kind),
                title=titles[staged.kept.id],
                place=place_of(staged, speech),
            )
            yield from clash_lines(staged, speech)
    for left in file.left_out:
        sentence = speech.problem(left.problem)
        place = place_of(left, speech)
        yield speech("import.left_out", file=file.name, place=place, sentence=sentence)
    counts = {verdict.value: len(file.of(verdict)) for verdict in Verdict}
    yield speech("import.summary", file=file.name, left_out=len(file.left_out), **counts)


def place_of(each: Staged | LeftOut, speech: Speech) -> str:
    """Where in the file it stands; in a workbook by sheet, row and column."""
    column = getattr(each, "column", "")
    if not each.line:
        return speech("import.removals")
    if not each.sheet and not column:
        return speech("import.line", line=each.line)
    parts = [speech("import.sheet", sheet=each.sheet)] if each.sheet else []
    parts.append(speech("import.row", line=each.line))
    if column:
        parts.append(speech("import.column", column=column))
    return speech("import.joint").join(parts)


def clash_lines(staged: Staged, speech: Speech) -> Iterator[str]:
    if staged.absence is not None and staged.is_asked:
        yield f"    {absence_line(staged.absence, speech)}"
    if staged.fills:
        yield f"    {fills_line(staged, speech)}"
    for name in staged.clashes:
        yield speech(
            "import.clash",
            field=speech.field(name, staged.kept.kind),
            mine=speech.text(getattr(staged.stored, name)),
            theirs=speech.text(getattr(staged.taken, name)),
        )


def fills_line(staged: Staged, speech: Speech) -> str:
    fields = speech.names([speech.field(name, staged.kept.kind) for name in staged.fills])
    return speech("import.fills", fields=fields)


def absence_line(absence: Absence, speech: Speech) -> str:
    return speech(f"import.absent_{absence}")


def titles_of(file: StagedFile, speech: Speech) -> Mapping[UUID, str]:
    """What people call the records of a file; members and posts by the person's name."""
    held = {staged.kept.id: staged.kept for staged in file.staged}
    return {key: _title(record, held, speech) for key, record in held.items()}


def _title(record: Entity, held: Mapping[UUID, Entity], speech: Speech) -> str:
    if isinstance(record, Stop):
        ways = "–".join(filter(None, (record.from_place, record.place)))
        leg = " ".join(filter(None, (record.service, ways))) if record.stop_kind.is_leg else ""
        told = record.title or leg or record.place
        return " ".join(filter(None, (speech.text(record.starts), told)))
    person = held.get(getattr(record, "person_id", None) or record.id)
    names = [person.name] if isinstance(person, Person) else []
    fields = ("name", "title", "text", "post_title", "place", "task")
    own = next((str(found) for field in fields if (found := getattr(record, field, ""))), "")
    return " ".join(dict.fromkeys(filter(None, (*names, own)))) or speech.kind(record.kind)
