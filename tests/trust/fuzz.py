"""Fuzzes the readers of files from outside: `python -m tests.trust.fuzz report --minutes 60`.

Atheris changes real files, guided by the coverage of `planner.exchange`. A refusal is an answer;
anything else that is raised is printed once and its file kept, and so is a file that took too long
in processor time. More than 1 GiB ends the run. `--list` names the readers.
"""

import argparse
import hashlib
import io
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

import atheris

with atheris.instrument_imports(include=["planner.exchange", "planner.domain.profile"]):
    from planner.domain.delegation import Delegation
    from planner.domain.errors import UnreadableFile
    from planner.domain.profile import ReportProfile, load_profile
    from planner.exchange.booking_text import read_booking_text
    from planner.exchange.bundle import read_archive
    from planner.exchange.incoming import USUAL_ZONE, read_content
    from planner.exchange.pictures import PICTURE_ENDINGS, read_picture
    from planner.exchange.reading.formats import text_of
    from planner.exchange.reading.reader import read as read_report
    from planner.exchange.staged import ReadFile

DATA = Path(__file__).parents[1] / "data"
RESOURCES = Path(__file__).parents[2] / "resources"
JOURNEY = Delegation(
    id=UUID(int=1), title="考察", starts_on=date(2015, 8, 17), ends_on=date(2015, 8, 22)
)
MOST_SECONDS = 5.0  # of the processor, for a file of at most LONGEST bytes
HANGING = 120  # seconds after which libFuzzer ends the run
MEGABYTES = 1024
LONGEST = 300_000


@dataclass(frozen=True)
class Target:
    """A reader, and the files that are changed for it."""

    read: Callable[[bytes], object]
    seeds: Callable[[], Iterable[Path]]


def corpus(*suffixes: str, folder: Path = DATA) -> Callable[[], Iterable[Path]]:
    return lambda: (path for path in sorted(folder.rglob("*")) if path.suffix in suffixes)


def incoming(suffix: str, *seeds: str) -> Target:
    """A file of another program, read as one with that ending."""
    return Target(
        lambda content: read_content(content, f"file{suffix}", JOURNEY),
        corpus(*(seeds or (suffix,))),
    )


def _profile(content: bytes) -> ReportProfile:
    with tempfile.NamedTemporaryFile(suffix=".toml") as file:
        file.write(content)
        file.flush()
        return load_profile(Path(file.name))


def _booking(content: bytes) -> ReadFile:
    text = text_of(content, "booking.txt")
    return read_booking_text(text, "booking.txt", JOURNEY, USUAL_ZONE)


TARGETS = {
    "report": Target(
        lambda content: read_report(content, "report"), corpus(".txt", ".docx", ".odt", ".pdf")
    ),
    "ics": incoming(".ics"),
    "vcf": incoming(".vcf"),
    "xlsx": incoming(".xlsx", ".xlsx", ".ods"),
    "csv": incoming(".csv"),
    "pkpass": incoming(".pkpass"),
    "eml": incoming(".eml"),
    "booking": Target(_booking, corpus(".txt", folder=DATA / "exchange")),
    "archive": Target(lambda content: read_archive(content, "a.planner"), corpus(".planner")),
    "image": Target(
        lambda content: read_picture(content, "picture"),
        corpus(*PICTURE_ENDINGS, folder=DATA / "exchange"),
    ),
    "profile": Target(_profile, corpus(".toml", folder=RESOURCES / "profiles")),
}


@dataclass
class Trial:
    """One reader under fuzz, and what it has answered so far."""

    target: Target
    kept: Path
    runs: int = 0
    refused: int = 0
    slowest: float = 0.0
    failures: set[str] = field(default_factory=set)

    def run(self, content: bytes) -> None:
        self.runs += 1
        started = time.process_time()
        try:
            self.target.read(content)
        except UnreadableFile:
            self.refused += 1
        except Exception as error:  # the very thing that is looked for
            self._tell(_place_of(error), traceback.format_exc(), content)
        taken = time.process_time() - started
        if taken > max(self.slowest, MOST_SECONDS):
            self._tell(f"slow {taken:.0f}", f"{taken:.1f} s for {len(content):,} bytes\n", content)
        self.slowest = max(self.slowest, taken)

    def _tell(self, failure: str, story: str, content: bytes) -> None:
        if failure in self.failures:
            return
        self.failures.add(failure)
        file = self.kept / hashlib.sha256(failure.encode()).hexdigest()[:12]
        file.write_bytes(content)
        sys.stderr.write(f"{story}kept as {file}\n")

    def summary(self) -> str:
        return (
            f"{self.runs:,} files, {self.refused:,} refused, {len(self.failures)} failures,"
            f" slowest {self.slowest:.2f} s\n"
        )


def _place_of(error: Exception) -> str:
    """Where it was raised: one slip is told once, however many files show it."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} {frame.filename}:{frame.lineno}"


def changed(content: bytes, longest: int, seed: int) -> bytes:
    """The bytes changed; of a package one part, so that its checksums hold; of a text its lines."""
    chance = random.Random(seed)
    if content.startswith(b"PK\x03\x04") and chance.random() < 0.8:
        return _changed_package(content, longest, chance)
    if chance.random() < 0.5:
        return _changed_lines(content, chance)[:longest]
    return bytes(atheris.Mutate(content, longest))


def _changed_package(content: bytes, longest: int, chance: random.Random) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
    except Exception:  # a package that is damaged already, in one of a dozen ways
        return bytes(atheris.Mutate(content, longest))
    if not parts:
        return content
    chosen = chance.choice(list(parts))
    parts[chosen] = bytes(atheris.Mutate(parts[chosen], max(longest, len(parts[chosen]))))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return packed.getvalue()


def _changed_lines(content: bytes, chance: random.Random) -> bytes:
    """Lines left out, doubled, exchanged, joined or cut: the layout that readers rely on."""
    lines = content.split(b"\n")
    for _ in range(chance.randint(1, 8)):
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(5):
            case 0 if len(lines) > 1:
                del lines[one]
            case 1:
                lines[one:one] = lines[other : other + chance.randint(1, 20)]
            case 2:
                lines[one], lines[other] = lines[other], lines[one]
            case 3:
                lines[one] += lines[other]
            case _:
                cut = chance.randint(0, len(lines[one]))
                lines[one : one + 1] = [lines[one][:cut], lines[one][cut:]]
    return b"\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reader", nargs="?", choices=sorted(TARGETS), default="report")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--kept", type=Path, default=None, help="folder for files that failed")
    parser.add_argument("--list", action="store_true")
    asked = parser.parse_args()
    if asked.list:
        sys.stdout.write("\n".join(sorted(TARGETS)) + "\n")
        return
    kept = asked.kept or Path(tempfile.mkdtemp(prefix="fuzz_"))
    kept.mkdir(parents=True, exist_ok=True)
    fuzz(TARGETS[asked.reader], kept, asked.minutes)


def fuzz(target: Target, kept: Path, minutes: float) -> None:
    """Until the time is over. LibFuzzer would end the process without a word, so we do."""
    trial = Trial(target, kept)
    ends = time.monotonic() + minutes * 60
    with tempfile.TemporaryDirectory(prefix="fuzz_seeds_") as folder:
        for number, seed in enumerate(target.seeds()):
            Path(folder, f"{number:04}").write_bytes(seed.read_bytes())

        def run(content: bytes) -> None:
            trial.run(content)
            if time.monotonic() > ends:
                shutil.rmtree(folder)
                sys.stderr.write(trial.summary())
                os._exit(bool(trial.failures))

        flags = (
            f"-max_len={LONGEST}",
            f"-rss_limit_mb={MEGABYTES}",
            f"-timeout={HANGING}",
            f"-artifact_prefix={kept}/",
            "-verbosity=0",
        )
        atheris.Setup([sys.argv[0], *flags, folder], run, custom_mutator=changed)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
