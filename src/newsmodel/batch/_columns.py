"""A part of a run as Parquet: the flat tables of the format `arrow`, in a folder for each month of publication."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from newsmodel.formats import arrow
from newsmodel.model import Article

import pyarrow as pa  # isort: skip - after the import that names the extra where it is missing

# What Hive, and with it DuckDB, Spark and pyarrow, reads as null in the name of a folder.
_NO_MONTH: Final = "__HIVE_DEFAULT_PARTITION__"


def stream_of(articles: Sequence[Article]) -> bytes:
    """Return articles whole as the bytes of an Arrow stream; their ids are given when the part is written."""
    if not articles:
        return b""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, arrow.ARTICLE) as writer:
        writer.write_batch(arrow.to_batch(articles, ("",) * len(articles)))
    return sink.getvalue().to_pybytes()


def write_months(folder: Path, name: str, streams: Sequence[bytes], ids: Sequence[str]) -> Iterator[tuple[Path, Path]]:
    """
    Write the articles of *streams* into files of each table and month.

    Yields:
        The path that a file was written to, and the one that it is meant for.
    """
    batches = [batch for stream in streams if stream for batch in pa.ipc.open_stream(pa.py_buffer(stream))]
    whole = pa.Table.from_batches(batches, arrow.ARTICLE).set_column(0, "article_id", pa.array(ids, pa.string()))
    days = whole.column("published_day").to_pylist()
    months = [_NO_MONTH if day is None else f"{day:%Y-%m}" for day in days]
    order = sorted(range(len(months)), key=months.__getitem__)
    by_month = whole.combine_chunks().take(order).combine_chunks()  # once, since taking from nested columns is slow
    start = 0
    for month, count in sorted(Counter(months).items()):
        files = {table: folder / table / f"month={month}" / f".{name}.parquet" for table in arrow.TABLES}
        for file in files.values():
            file.parent.mkdir(parents=True, exist_ok=True)
        with arrow.TableWriter(files) as writer:
            for batch in by_month.slice(start, count).to_batches():
                writer.write(batch)
        start += count
        yield from ((file, file.with_name(f"{name}.parquet")) for file in files.values())
