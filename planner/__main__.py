"""`planner` and `python -m planner`: the window at once where nothing else is asked for."""

import sys
from importlib.util import find_spec

from planner import paths


def main() -> None:
    """Without arguments the window opens; what the command line needs is not loaded for it."""
    if len(sys.argv) > 1 or find_spec("PySide6") is None:
        # 0.2 s that the window has no use for
        from planner.cli import main as command_line

        command_line()
    else:
        open_window()


def open_window() -> None:
    """The window on this user's store. Where Qt cannot load, the command line tells why."""
    try:
        from planner.start import run
    except ImportError:
        from planner.cli import main as command_line

        command_line([])
        return
    sys.exit(run(paths.store_place()))


if __name__ == "__main__":
    main()
