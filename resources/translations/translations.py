"""Collects the words of the window into the .ts files, and compiles them.

python resources/translations/translations.py update     after a change of words
python resources/translations/translations.py compile    what the build hook does
"""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT))

from planner.ui.lrelease import release, tool  # noqa: E402 – the checkout need not be installed

UTF8 = {**os.environ, "LC_ALL": "C.UTF-8"}  # the tool wants it for Chinese
SOURCES = sorted(HERE.glob("planner_*.ts"))


def update() -> None:
    """English needs only its plurals: its other words stand in the code."""
    package = ROOT / "planner"
    files = [*sorted((package / "ui").rglob("*.py")), package / "start.py"]
    for source in SOURCES:
        plurals = ["-pluralonly"] if source.stem.endswith("_en") else []
        options = ["-locations", "none", "-no-obsolete", "-silent", *plurals, "-ts", source]
        subprocess.run([tool("lupdate"), *files, *options], check=True, env=UTF8)


def compile_all() -> None:
    for source in SOURCES:
        release(source, source.with_suffix(".qm"))


if __name__ == "__main__":
    {"update": update, "compile": compile_all}[sys.argv[1]]()
