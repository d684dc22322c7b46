"""Compiles translations by the tool that comes with PySide6; imports nothing of Qt itself."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path


class NotCompiled(Exception):
    """The tool is missing here or refused the file; the message says which."""


def tool(name: str) -> Path:
    """`lrelease` or `lupdate`, as PySide6 ships it."""
    package = find_spec("PySide6")
    if package is None or not package.submodule_search_locations:
        raise NotCompiled("PySide6 is not installed")
    suffix = ".exe" if sys.platform == "win32" else ""
    found = Path(package.submodule_search_locations[0], name + suffix)
    if not found.exists():
        raise NotCompiled(f"PySide6 brings no {name}")
    return found


def release(source: Path, target: Path) -> None:
    """Write `target`, a .qm, whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(".part")
    command = [str(part) for part in (tool("lrelease"), "-silent", source, "-qm", draft)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotCompiled(done.stderr.strip() or f"lrelease refused {source.name}")
    draft.replace(target)
