"""`run`: from inputs to a folder of parts, errors and a manifest; what was ended can be resumed."""

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Final, final

import attrs

from newsmodel._version import __version__
from newsmodel.batch._inputs import Source, sources
from newsmodel.batch._manifest import Manifest, Row
from newsmodel.batch._many import CHUNK_BYTES, CHUNK_PAGES, size_of, worker_count
from newsmodel.batch._packing import Packed, pack_columns, pack_lines
from newsmodel.batch._pages import MEGABYTE, Failure, Limits, Page, path_of, several
from newsmodel.batch._parts import ColumnsWriter, Counts, LinesWriter, Part
from newsmodel.batch._pool import Pool
from newsmodel.batch._worker import Chunk, Pack
from newsmodel.errors import BatchError, InvariantError, Problem, UnknownFormatError
from newsmodel.model.forms import expect

PART_PAGES: Final = 1000
# A part of large pages ends earlier, so that its columns fit into memory.
_PART_BYTES: Final = 500 * MEGABYTE

_FORMATS: Final[Mapping[str, tuple[Pack[Packed], type[LinesWriter | ColumnsWriter]]]] = {
    "jsonl": (pack_lines, LinesWriter),
    "parquet": (pack_columns, ColumnsWriter),
}


@final
@attrs.frozen(kw_only=True)
class Summary:
    """What became of the inputs of a run, as far as it has come."""

    pages: int
    """Inputs that were accounted for: articles and errors."""
    articles: int
    """Pages that were written, those that are no news articles among them."""
    not_articles: int
    """Pages that were written and have an issue that says they are no article: an index, a form, an empty page."""
    quotes: int
    """Quotes in all of them."""
    errors: Mapping[str, int]
    """How many inputs failed, by `FailureCode`, in alphabetical order."""
    seconds: float
    """How long this run took; what an earlier one that it resumed took is not in it."""
    pages_per_second: float
    """How fast this run was."""
    fraction: float | None
    """How much of the bytes of the inputs was read; None where that is not known, as of standard input."""


@attrs.frozen
class _Planned:
    """A chunk that was sent to the workers, and where in the inputs it ends."""

    chunk: Chunk
    cursor: Row
    is_last: bool
    """Whether a part ends with it."""


class _Reader:
    """The inputs of a run in chunks, from where an earlier run came to."""

    def __init__(self, inputs: tuple[str, ...], limits: Limits, cursor: Row | None, part_pages: int) -> None:
        self._inputs, self._limits, self._part_pages = inputs, limits, part_pages
        self._cursor: Row = cursor or {"source": 0, "item": 0, "name": None}
        self.planned: deque[_Planned] = deque()
        self.bytes_read = 0

    def chunks(self) -> Iterator[Chunk]:
        """Yield chunks to parse, and note each in `planned`; a chunk does not go beyond the end of a part."""
        chunk: list[Page | Failure] = []
        chunk_bytes = part_bytes = part_pages = 0
        for item in self._items():
            chunk.append(item)
            chunk_bytes += size_of(item)
            part_bytes += size_of(item)
            part_pages += 1
            is_last = part_pages == self._part_pages or part_bytes >= _PART_BYTES
            if is_last or len(chunk) == CHUNK_PAGES or chunk_bytes >= CHUNK_BYTES:
                yield self._plan(tuple(chunk), is_last=is_last)
                chunk, chunk_bytes = [], 0
                part_bytes, part_pages = (0, 0) if is_last else (part_bytes, part_pages)
        if chunk:
            yield self._plan(tuple(chunk), is_last=False)

    def _plan(self, chunk: Chunk, *, is_last: bool) -> Chunk:
        self.planned.append(_Planned(chunk, dict(self._cursor), is_last))
        return chunk

    def _items(self) -> Iterator[Page | Failure]:
        """Yield the inputs that are left, keeping count of where they are."""
        begin, skip, name = self._cursor["source"], self._cursor["item"], self._cursor["name"]
        assert isinstance(begin, int)  # noqa: S101 - a manifest of ours
        assert isinstance(skip, int)  # noqa: S101
        number, before = -1, 0
        for number, source in enumerate(sources(self._inputs)):
            size = source.size or 0 if isinstance(source, Source) else 0
            if number == begin and name not in {None, source.name}:
                message = f"the inputs have changed: {name} was read here, now there is {source.name}"
                raise BatchError(message)
            if number >= begin:
                items = source.items(self._limits) if isinstance(source, Source) else iter((source,))
                for index, item in enumerate(items):
                    if number > begin or index >= skip:
                        self._cursor = {"source": number, "item": index + 1, "name": source.name}
                        self.bytes_read = before + min(item.offset, size)
                        yield item
            before += size
            self.bytes_read = before
        if name is not None and number < begin:
            message = f"the inputs have changed: {name} is no longer among them"
            raise BatchError(message)


def run(  # noqa: PLR0913 - each is an option of its own
    inputs: Iterable[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    *,
    format: str = "jsonl",  # noqa: A002 - the word that fits
    workers: int | None = None,
    limits: Limits | None = None,
    part_pages: int = PART_PAGES,
    annotate: bool = True,
    resume: bool = False,
    progress: Callable[[Summary], None] | None = None,
) -> Summary:
    """
    Parse all *inputs* into the folder *out*, in parts that appear whole or not at all.

    Every input is accounted for: it is in a part, or in ``errors.jsonl`` with its code. The same inputs and arguments
    give the same bytes, whether the run was ended and resumed or not, with any number of workers.

    Args:
        inputs: What to read, as `read_pages` takes it.
        out: The folder to write; made where it is missing.
        format: ``jsonl``, or ``parquet`` (extra ``arrow``): the flat tables of `newsmodel.formats.arrow`, in a folder
            for each month of publication.
        workers: How many processes parse; as many as this one may use cores where it is None.
        limits: How much one page may take.
        part_pages: How many inputs make a part.
        annotate: Whether to find quotes, speakers, times, places and events too.
        resume: Whether to go on with what an earlier run of the same arguments left in *out*.
        progress: Called now and then with what has become of the inputs so far.

    Raises:
        BatchError: *out* holds another run's output, or the inputs have changed since, or no worker starts.
        UnknownFormatError: *format* is neither of the two.
        MissingExtraError: An extra that is needed is not installed.
        WrongTypeError: An argument has the wrong type, such as one path for *inputs*.
        OSError: *out* cannot be written, as on a full disk; the run can be resumed when it can.
    """
    several("inputs", inputs)
    expect("out", out, str, os.PathLike)
    expect("limits", limits, Limits, type(None))
    expect("part_pages", part_pages, int)
    if part_pages < 1:
        raise InvariantError(Problem("part_pages", part_pages, "1 or more"))
    pack, writer = _format(format)
    limits, names = limits or Limits(), tuple(map(path_of, inputs))
    asked: Row = {
        "newsmodel": __version__,
        "inputs": list(names),
        "format": format,
        "part_pages": part_pages,
        **attrs.asdict(limits),
        "annotate": annotate,
    }
    manifest = Manifest(Path(out), asked, resume=resume)
    try:
        pool = Pool(pack, workers=worker_count(workers), limits=limits, annotate=annotate)
        reader = _Reader(names, limits, manifest.cursor, part_pages)
        try:
            return _Run(Path(out), manifest, reader, writer, _total(names) if progress else None).finish(pool, progress)
        finally:
            pool.close()
    finally:
        manifest.close()


def _format(name: str) -> tuple[Pack[Packed], type[LinesWriter | ColumnsWriter]]:
    """Return what packs and writes a format, refusing one that is not known, or whose extra is missing."""
    if name not in _FORMATS:
        raise UnknownFormatError(name, tuple(_FORMATS))
    if name == "parquet":
        import_module("newsmodel.batch._columns")  # says now, and here, that the extra is missing
    return _FORMATS[name]


class _Run:
    """A run that is under way."""

    def __init__(
        self,
        out: Path,
        manifest: Manifest,
        reader: _Reader,
        writer: type[LinesWriter | ColumnsWriter],
        total: int | None,
    ) -> None:
        self._out, self._manifest, self._reader, self._writer, self._total = out, manifest, reader, writer, total
        self._counts = manifest.counts()
        self._before = self._counts.pages
        self._part: Part | None = None
        self._began = time.monotonic()

    def finish(self, pool: Pool[Packed], progress: Callable[[Summary], None] | None) -> Summary:
        """Parse and write all that is left."""
        try:
            if not self._manifest.is_complete:
                self._parse(pool, progress)
        finally:
            if self._part:
                self._part.close()
        return self._summary(Counts())

    def _parse(self, pool: Pool[Packed], progress: Callable[[Summary], None] | None) -> None:
        last: _Planned | None = None
        for pieces in pool.map(self._reader.chunks()):
            last = self._reader.planned.popleft()
            if self._part is None:
                self._part = Part(self._out, self._manifest.parts, self._counts.pages, self._writer)
            self._part.add(last.chunk, pieces)
            if progress:
                progress(self._summary(self._part.counts))
            if last.is_last:
                self._end_part(self._part, last)
        if self._part and last:
            self._end_part(self._part, last)
        self._manifest.complete()

    def _end_part(self, part: Part, last: _Planned) -> None:
        row = part.finish(self._manifest.errors)
        self._manifest.add({**row, "cursor": last.cursor})
        self._counts.add_all(part.counts)
        self._part = None

    def _summary(self, open_part: Counts) -> Summary:
        counts = Counts()
        counts.add_all(self._counts)
        counts.add_all(open_part)
        seconds = time.monotonic() - self._began
        return Summary(
            pages=counts.pages,
            articles=counts.articles,
            not_articles=counts.not_articles,
            quotes=counts.quotes,
            errors=dict(sorted(counts.errors.items())),
            seconds=seconds,
            pages_per_second=(counts.pages - self._before) / seconds if seconds else 0.0,
            fraction=self._reader.bytes_read / self._total if self._total else None,
        )


def _total(inputs: tuple[str, ...]) -> int | None:
    """Return how many bytes there are to read; None where that cannot be known."""
    total = 0
    for source in sources(inputs):
        if isinstance(source, Source):
            if source.size is None:
                return None
            total += source.size
    return total
