"""
The output of a run, part by part: a part appears whole or not at all, and what appeared is in the manifest.

A part is a run of inputs, cut by their number and bytes alone, so that the same inputs give the same parts. Its files
are written under names that begin with a dot, then renamed; then its failures are added to ``errors.jsonl``; then its
line is added to the manifest, and from then on it counts. What a run that was ended left behind beyond the manifest is
removed when it is resumed.
"""

import contextlib
import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final, Protocol

import attrs

from newsmodel.batch._packing import Packed, Parsed
from newsmodel.batch._pages import Failure, Page

ERRORS: Final = "errors.jsonl"
INPUTS: Final = "inputs"


@attrs.define
class Counts:
    """What became of a number of inputs."""

    pages: int = 0
    articles: int = 0
    not_articles: int = 0
    quotes: int = 0
    errors: Counter[str] = attrs.field(factory=Counter[str])

    def add(self, outcome: Parsed | Failure) -> None:
        """Count one more."""
        self.pages += 1
        if isinstance(outcome, Failure):
            self.errors[outcome.code.value] += 1
        else:
            self.articles += 1
            self.not_articles += not outcome.is_article
            self.quotes += outcome.quotes

    def add_all(self, other: "Counts") -> None:
        """Count what *other* counted."""
        self.pages += other.pages
        self.articles += other.articles
        self.not_articles += other.not_articles
        self.quotes += other.quotes
        self.errors.update(other.errors)


class Writer(Protocol):
    """Writes the articles of one part."""

    def add(self, data: bytes) -> None:
        """Take packed articles."""
        ...

    def finish(self, ids: list[str]) -> Iterator[tuple[Path, Path]]:
        """Write what is left; yield each file's path, and the path it is to be renamed to."""
        ...

    def close(self) -> None:
        """Let go of what is open."""
        ...


class LinesWriter:
    """Writes a part as JSON Lines."""

    def __init__(self, folder: Path, name: str) -> None:
        self._path = folder / "articles" / f"{name}.jsonl"
        self._path.parent.mkdir(exist_ok=True)
        self._file = _hidden(self._path).open("wb")

    def add(self, data: bytes) -> None:
        """Write the lines."""
        self._file.write(data)

    def finish(self, ids: list[str]) -> Iterator[tuple[Path, Path]]:  # noqa: ARG002 - a line says by its place whose it is
        """Yield the file, where it has a line."""
        is_empty = not self._file.tell()
        self._file.close()
        if is_empty:
            _hidden(self._path).unlink()
        else:
            yield _hidden(self._path), self._path

    def close(self) -> None:
        """Close the file."""
        self._file.close()


class ColumnsWriter:
    """Writes a part as Parquet."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name
        self._streams: list[bytes] = []

    def add(self, data: bytes) -> None:
        """Keep the batch; columns are written when all of them are there."""
        self._streams.append(data)

    def finish(self, ids: list[str]) -> Iterator[tuple[Path, Path]]:
        """Write the files of each table and month."""
        from newsmodel.batch._columns import write_months  # noqa: PLC0415 - pyarrow may be missing

        return write_months(self._folder, self._name, self._streams, ids) if ids else iter(())

    def close(self) -> None:
        """Let the batches go."""
        self._streams.clear()


class Part:
    """The part that is being written."""

    def __init__(self, folder: Path, number: int, first: int, writer: type[LinesWriter | ColumnsWriter]) -> None:
        self._folder, self._number, self._first = folder, number, first
        self.counts = Counts()
        self._name = name_of(number)
        self._writer: Writer = writer(folder, self._name)
        self._errors: list[str] = []
        self._ids: list[str] = []
        self._inputs = folder / INPUTS / f"{self._name}.jsonl"
        self._inputs.parent.mkdir(exist_ok=True)
        self._ledger = _hidden(self._inputs).open("w", encoding="utf-8", newline="\n")

    def add(self, items: Iterable[Page | Failure], pieces: Iterable[Packed | Failure]) -> None:
        """Take the outcomes of *items*, in order."""
        left = iter(items)
        for piece in pieces:
            if isinstance(piece, Packed):
                self._writer.add(piece.data)
            for outcome in (piece,) if isinstance(piece, Failure) else piece.outcomes:
                self._note(next(left), outcome)
                self.counts.add(outcome)

    def _note(self, item: Page | Failure, outcome: Parsed | Failure) -> None:
        """Write down what became of an input."""
        row: dict[str, object] = {"name": item.name, "offset": item.offset, "url": item.url}
        if isinstance(outcome, Failure):
            row |= {"code": outcome.code.value, "message": outcome.message}
            self._errors.append(_line(row))
        else:
            row["article_id"] = f"{self._first + self.counts.pages:010}"
            self._ids.append(str(row["article_id"]))
        self._ledger.write(_line(row))

    def finish(self, errors: BinaryIO) -> dict[str, object]:
        """Make the part appear; return its line of the manifest."""
        self._ledger.close()
        pairs = [*self._writer.finish(self._ids), (_hidden(self._inputs), self._inputs)]
        files = [_described(written, final, self._folder) for written, final in pairs]
        for written, final in pairs:
            written.replace(final)
        for folder in sorted({final.parent for _, final in pairs}):
            sync_folder(folder)
        errors.write("".join(self._errors).encode())
        sync(errors)
        return {
            "part": self._number,
            "first": self._first,
            **attrs.asdict(self.counts, filter=lambda field, _: field.name != "errors"),
            "errors": dict(sorted(self.counts.errors.items())),
            "errors_bytes": errors.tell(),
            "files": files,
        }

    def close(self) -> None:
        """Let go of what is open; what was written stays, hidden, until the run is resumed."""
        with contextlib.suppress(OSError):  # a full disk again
            self._ledger.close()
        with contextlib.suppress(OSError):
            self._writer.close()


def _described(written: Path, final: Path, folder: Path) -> dict[str, object]:
    """Return what the manifest says of a file, once the file is safely on disk."""
    with written.open("rb+") as file:
        sync(file)
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return {"path": final.relative_to(folder).as_posix(), "bytes": file.tell(), "sha256": digest}


def name_of(number: int) -> str:
    """Return the name of a part, without its suffix."""
    return f"part-{number:05}"


def remove_beyond(folder: Path, parts: int) -> None:
    """Remove the files of all parts but the first *parts*, and those that were not finished."""
    for path in sorted(folder.glob("**/*part-*.*")):
        hidden, _, rest = path.name.partition("part-")
        number = rest.partition(".")[0]
        if hidden in {"", "."} and number.isdigit() and (hidden or int(number) >= parts):
            path.unlink()
            with contextlib.suppress(OSError):  # it holds other files
                path.parent.rmdir()


def sync(file: BinaryIO) -> None:
    """See to it that what was written is on disk, whatever happens to the machine."""
    file.flush()
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """See to it that the names in a folder are on disk, where the system can."""
    with contextlib.suppress(OSError):  # Windows opens no folder
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _hidden(path: Path) -> Path:
    return path.with_name(f".{path.name}")


def _line(row: dict[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"
