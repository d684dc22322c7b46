"""What the first window needs is light to import."""

import subprocess
import sys

HEAVY = ("pydantic", "sqlalchemy", "sqlmodel", "alembic", "reportlab", "PIL")


def test_the_frame_brings_nothing_heavy():
    script = (
        "import sys, planner.ui.main_frame, planner.ui.components.row_table,"
        " planner.ui.components.board, planner.ui.crash_dialog, planner.ui.jobs,"
        " planner.ui.translation, planner.ui.window_state, planner.ui.focus;"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
