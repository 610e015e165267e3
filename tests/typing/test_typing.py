"""The public face is typed as it is meant to be, to two type checkers."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FILES = [str(HERE / name) for name in ("correct.py", "incorrect.py")]


@pytest.mark.parametrize(
    "command",
    [
        ["mypy", "--strict", "--no-error-summary"],
        ["pyright", "--project", str(HERE / "pyrightconfig.json")],
    ],
    ids=lambda command: command[0],
)
def test_right_uses_pass_and_wrong_ones_do_not(command: list[str]) -> None:
    """A checker finds nothing wrong in the right uses, and something in each of the wrong ones."""
    pytest.importorskip(command[0])
    run = subprocess.run(
        [sys.executable, "-m", *command, *([] if command[0] == "pyright" else FILES)],
        capture_output=True,
        text=True,
        check=False,
        cwd=HERE.parent.parent,
    )
    assert run.returncode == 0, run.stdout + run.stderr
