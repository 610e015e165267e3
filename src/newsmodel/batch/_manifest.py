"""
The manifest of a run: what was asked for, a line for each part that counts, and a last line when all is done.

It holds no clock time and no machine's name, so that a run that was ended and resumed leaves the same bytes as one that
was not.
"""

import contextlib
import json
from collections import Counter
from pathlib import Path
from typing import BinaryIO, Final, cast

from newsmodel.batch._parts import ERRORS, Counts, remove_beyond, sync, sync_folder
from newsmodel.errors import BatchError

MANIFEST: Final = "manifest.jsonl"
Row = dict[str, object]


class Manifest:
    """The manifest of a folder, and beside it the file of errors."""

    def __init__(self, folder: Path, asked: Row, *, resume: bool) -> None:
        """
        Begin the output in *folder*, or find where to go on.

        Raises:
            BatchError: There is output of another run, or of this one and *resume* is not set.
        """
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / MANIFEST
        rows = _rows(path)
        if len(rows) == 1:  # a run that ended before its first part: nothing is lost by beginning anew
            rows = []
        if rows and not resume:
            message = f"{folder} holds the output of a run; resume it or choose another folder"
            raise BatchError(message)
        if rows and rows[0] != asked:
            other = ", ".join(key for key in asked if rows[0].get(key) != asked[key])
            message = f"{folder} holds the output of a run that was asked for something else: {other}"
            raise BatchError(message)
        self._parts = [row for row in rows if "part" in row]
        self.is_complete = bool(rows) and "complete" in rows[-1]
        with contextlib.ExitStack() as undo:
            self._file: BinaryIO = undo.enter_context(path.open("ab"))
            _lock(self._file)
            self._file.truncate(sum(len(_line(row)) for row in rows))
            remove_beyond(folder, len(self._parts))
            self.errors: BinaryIO = undo.enter_context((folder / ERRORS).open("ab"))
            self.errors.truncate(cast("int", self._parts[-1]["errors_bytes"]) if self._parts else 0)
            self.errors.seek(0, 2)
            if not rows:
                self._add(asked)
                sync_folder(folder)
            undo.pop_all()

    @property
    def parts(self) -> int:
        """How many parts there are."""
        return len(self._parts)

    @property
    def cursor(self) -> Row | None:
        """Where in the inputs the last part ended; None before the first."""
        return cast("Row", self._parts[-1]["cursor"]) if self._parts else None

    def counts(self) -> Counts:
        """Return what became of the inputs of all parts so far."""
        total = Counts()
        for row in self._parts:
            numbers = {name: cast("int", row[name]) for name in ("pages", "articles", "not_articles", "quotes")}
            total.add_all(Counts(**numbers, errors=Counter(cast("dict[str, int]", row["errors"]))))
        return total

    def add(self, part: Row) -> None:
        """Let a part count."""
        self._parts.append(part)
        self._add(part)

    def complete(self) -> None:
        """Say that there is nothing more to come."""
        self._add({"complete": True, "parts": len(self._parts)})
        self.is_complete = True

    def _add(self, row: Row) -> None:
        self._file.write(_line(row))
        sync(self._file)

    def close(self) -> None:
        """Let go of the files."""
        for file in (self._file, self.errors):
            with contextlib.suppress(OSError):  # a full disk again
                file.close()


def _rows(path: Path) -> list[Row]:
    """Return the rows of a manifest, up to the first that was not written to its end."""
    rows: list[Row] = []
    if path.exists():
        for line in path.read_bytes().splitlines(keepends=True):
            try:
                row = cast("object", json.loads(line))
            except ValueError:
                break
            if not isinstance(row, dict) or _line(cast("Row", row)) != line:
                break
            rows.append(cast("Row", row))
    return rows


def _line(row: Row) -> bytes:
    return json.dumps(row).encode() + b"\n"


def _lock(file: BinaryIO) -> None:
    """Keep another run out of the folder, where the system can; the lock ends with the process."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ModuleNotFoundError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        message = "another run is writing into this folder"
        raise BatchError(message) from None
