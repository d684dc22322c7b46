"""The trials of trust, each for a moment; README tells how to run them at length."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the trials fork")
@pytest.mark.parametrize(
    "trial",
    [
        ("kills", "--count", "8", "--seed", "7"),
        ("eight", "--programs", "3", "--seconds", "1"),
        ("flips", "--count", "40", "--seed", "7"),
        ("edits", "--count", "60", "--seed", "7"),
        ("secrets",),
    ],
    ids=lambda trial: trial[0],
)
def test_nothing_is_lost(trial: tuple[str, ...]) -> None:
    name, *given = trial
    ran = subprocess.run(
        [sys.executable, "-m", f"tests.trust.{name}", *given],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
