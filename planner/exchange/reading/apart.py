"""Reads a report in a process of its own: a crash there is a refusal here, and no more.

Libraries for PDF and Word are written in C; a hostile file may end the process that runs them.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from pydantic import TypeAdapter

from planner.domain.errors import UnreadableFile
from planner.exchange.reading.formats import MOST_BYTES, text_of
from planner.exchange.reading.found import ReadReport

SECONDS = 60
_MOST_MEMORY = 2 * 2**30
_WAKES = 0.1  # seconds between two looks whether it was cancelled
_REFUSED = 3


@dataclass(frozen=True)
class ReadText:
    """The text of a file, and everything found in it."""

    name: str
    text: str
    report: ReadReport


def read_apart(
    path: Path, still_wanted: Callable[[], None] = lambda: None, seconds: float = SECONDS
) -> ReadText:
    """The same as `reader.read`, whatever the file does to the libraries that read it.

    `still_wanted` is called now and then and may raise; the other process is ended then. Raises
    UnreadableFile, also where reading takes too long, too much memory, or the process down.
    """
    command = [sys.executable, "-m", "planner.exchange.reading.apart", str(path)]
    with TemporaryFile() as answer:
        process = subprocess.Popen(command, stdout=answer, stderr=subprocess.DEVNULL)
        try:
            _wait(process, still_wanted, seconds, path.name)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        answer.seek(0)
        written = answer.read()
    return _understood(written, process.returncode, path.name)


def _wait(
    process: subprocess.Popen[bytes], still_wanted: Callable[[], None], seconds: float, name: str
) -> None:
    waited = 0.0
    while True:
        try:
            process.wait(_WAKES)
        except subprocess.TimeoutExpired:
            waited += _WAKES
            if waited > seconds:
                raise UnreadableFile("report_file.too_slow", name=name, seconds=seconds) from None
            still_wanted()
        else:
            return


def _understood(written: bytes, status: int, name: str) -> ReadText:
    try:
        told = json.loads(written)
    except ValueError:
        raise UnreadableFile("report_file.took_reader_down", name=name) from None
    if status == _REFUSED:
        raise UnreadableFile(told["code"], **told["context"])
    report = TypeAdapter(ReadReport).validate_python(told["report"])
    return ReadText(name, told["text"], report)


def _main(path: Path) -> int:
    """In the other process: one JSON object on standard output."""
    _bound()
    try:
        told: dict[str, Any] = _read(path)
        status = 0
    except UnreadableFile as refused:
        told, status = {"code": refused.code, "context": refused.context}, _REFUSED
    sys.stdout.buffer.write(json.dumps(told, default=str).encode())
    return status


def _read(path: Path) -> dict[str, Any]:
    # it compiles hundreds of patterns, which the window's process never uses
    from planner.exchange.reading.reader import read_text

    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableFile("report_file.cannot_open", name=path.name) from error
    text = text_of(content, path.name)
    return {"text": text, "report": read_text(text).to_json()}


def _bound() -> None:
    """Memory within bounds, where the system can hold a process to it."""
    try:
        import resource  # not on Windows
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _MOST_MEMORY if hard == resource.RLIM_INFINITY else min(_MOST_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


if __name__ == "__main__":
    sys.exit(_main(Path(sys.argv[1])))
