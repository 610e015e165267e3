"""The command line, ``newsmodel``; needs the extra ``cli``."""

import os
import sys

from newsmodel.errors import MissingExtraError

__all__ = ["main"]

_EXTRA = {"click", "rich"}


def main() -> None:
    """Run the command line on ``sys.argv`` and leave with its exit code."""
    try:
        from newsmodel.cli._commands import newsmodel  # noqa: PLC0415 - the extra may be missing
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in _EXTRA:
            raise
        sys.exit(str(MissingExtraError("cli", "the command newsmodel")))
    try:
        newsmodel(prog_name="newsmodel")
    except OSError as error:  # the commands name the files that they read and write; what is left is what is printed
        with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - what is left to print would fail again at the end
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        sys.exit(f"Error: standard output: {error.strerror or error}")
