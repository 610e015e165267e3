"""The flat tables of the format `arrow` as Parquet files and as streams, with no more in memory than a batch."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from newsmodel.errors import FormatError
from newsmodel.formats._arrow_schema import MEMBERS, TABLES
from newsmodel.formats._arrow_tables import ends_of, flatten, put_together, stray, typed
from newsmodel.formats._paths import Step, path_of
from newsmodel.formats._pyarrow import pa, pq

__all__ = ["SIZE", "TableFiles", "TableWriter", "nested", "read_batches"]

SIZE = 500
"""How many articles are held in memory at a time, where nothing else is asked for."""

TableFiles = str | PathLike[str] | Mapping[str, "str | PathLike[str] | BinaryIO"]
"""A folder, in which each table is a file named after it, or the path or open file of each table by its name."""


def _by_table(files: TableFiles) -> "Mapping[str, str | PathLike[str] | BinaryIO]":
    if isinstance(files, Mapping):
        return files
    return {name: Path(files) / f"{name}.parquet" for name in TABLES}


class TableWriter:
    """
    Writes batches of articles into Parquet files, one a table, each batch as one row group of each file.

    Use it in a ``with`` statement: the files are whole when it ends.
    """

    def __init__(self, files: TableFiles, *, compression: str = "zstd") -> None:
        """
        Open the files.

        Args:
            files: A folder that exists, or a path or an open binary file for each of the `TABLES`.
            compression: How columns are compressed: ``zstd``, ``snappy``, ``none``.
        """
        self._stack = ExitStack()
        places = _by_table(files)
        self._writers: dict[str, pq.ParquetWriter] = {}
        with ExitStack() as undo:
            for name, schema in TABLES.items():
                writer = undo.enter_context(pq.ParquetWriter(places[name], schema, compression=compression))
                self._writers[name] = writer
            self._stack = undo.pop_all()

    def write(self, batch: pa.RecordBatch) -> None:
        """Write articles whole, as `to_batch` gives them."""
        for name, rows in flatten(batch).items():
            if len(rows):
                self._writers[name].write_batch(rows)

    def close(self) -> None:
        """Finish the files."""
        self._stack.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def read_batches(files: TableFiles, size: int = SIZE) -> Iterator[pa.RecordBatch]:
    """
    Yield the articles of flat tables in Parquet files whole, up to *size* at a time.

    Raises:
        FormatError: A file is no Parquet, lacks a column, or its rows do not follow the order of the articles.
    """
    with ExitStack() as stack:
        sources: dict[str, Iterator[pa.RecordBatch]] = {}
        for name, place in _by_table(files).items():
            with _as_format_errors(name):
                file = stack.enter_context(pq.ParquetFile(place))
            sources[name] = _batches(name, file, size)
        yield from nested(sources)


def _batches(name: str, file: pq.ParquetFile, size: int) -> Iterator[pa.RecordBatch]:
    with _as_format_errors(name):
        yield from file.iter_batches(batch_size=size)


@contextmanager
def _as_format_errors(name: str) -> Generator[None, None, None]:
    """Turn what Arrow says of damaged data into an error that names the table; what the system says stays as it is."""
    try:
        yield
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise FormatError(path_of(Step(None, name)), f"not Parquet: {error}") from None


def nested(sources: Mapping[str, Iterator[pa.RecordBatch]]) -> Iterator[pa.RecordBatch]:
    """Yield the articles whole of the streams of all tables, a batch for each batch of the table of articles."""
    streams = {name: _Stream(name, sources[name]) for name in MEMBERS}
    for articles in sources["articles"]:
        tables = {"articles": typed(articles, TABLES["articles"])}
        ends: dict[str, list[int]] = {}
        for name, owner in MEMBERS.items():
            tables[name], ends[name] = streams[name].rows_of(tables[owner])
        yield put_together(tables, ends)
    for stream in streams.values():
        stream.finish()


class _Stream:
    """The rows of a table of members that have not been asked for yet."""

    def __init__(self, name: str, source: Iterator[pa.RecordBatch]) -> None:
        self._name, self._source = name, source
        self._rows = _joined(name, ())

    def rows_of(self, owners: pa.RecordBatch) -> tuple[pa.RecordBatch, list[int]]:
        """Take the rows that belong to *owners*, which come next, and tell where those of each end."""
        ids = set(owners.column("article_id").to_pylist())
        found = [self._rows]
        while not len(found[-1]) or found[-1].column("article_id")[-1].as_py() in ids:
            more = next(self._source, None)
            if more is None:
                break
            found.append(typed(more, TABLES[self._name]))
        rows = _joined(self._name, found)
        ends = ends_of(self._name, rows, owners)
        self._rows = rows.slice(ends[-1])
        return rows.slice(0, ends[-1]), ends

    def finish(self) -> None:
        """Refuse rows that are left."""
        if len(self._rows):
            raise stray(self._name, self._rows)
        more = next((batch for batch in self._source if len(batch)), None)
        if more is not None:
            raise stray(self._name, more)


def _joined(name: str, batches: Sequence[pa.RecordBatch]) -> pa.RecordBatch:
    """Return the rows of all batches in one."""
    whole = pa.Table.from_batches(batches, TABLES[name]).combine_chunks().to_batches()
    return whole[0] if whole else pa.RecordBatch.from_pylist([], TABLES[name])
