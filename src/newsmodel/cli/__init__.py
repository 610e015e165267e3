"""The command line, ``newsmodel``; needs the extra ``cli``."""

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
    newsmodel(prog_name="newsmodel")
