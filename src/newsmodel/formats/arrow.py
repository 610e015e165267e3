"""
Apache Arrow and Parquet: articles as columns, for data frames, DuckDB, Spark and whatever else reads them. Lossless.

Needs the extra ``arrow`` (pyarrow). There are two forms of the same columns, and the way between them is exact:

* **Articles whole** (`ARTICLE`): a row an article, its speakers, quotes, times, places and events in columns of lists.
  `to_batch` and `from_batch` write and read them; `dumps` and `loads` do so for one article, as the bytes of an Arrow
  IPC stream with one row.
* **Flat tables** (`TABLES`): ``articles``, and ``quotes``, ``speakers``, ``mentions``, ``events``, ``participants``,
  ``times`` and ``places`` with the keys of what they belong to. `write_parquet` and `read_parquet` hold one batch of
  them in memory at a time, `to_tables` and `from_tables` all of them; `flatten` and `nest` turn one form into the
  other.

An article is known by ``article_id``, which the caller gives or which is made of its address, date, headline and text.
What belongs to it is numbered from 0 in its order: a quote by ``quote_id``, with which an event tells by which quote it
is reported, and its speaker by ``speaker_id``, so that tables are joined ``USING (article_id, speaker_id)``. Rows keep
the order of the articles, which reading asks for.

Offsets are code points of the article's ``text``, as everywhere; the words they cover stand beside them and are held
against the text on reading. Days and times are strings as in the native format, which tell a day from a time and keep
its zone; for queries, ``…_day`` is the day there, and ``…_at`` the moment in UTC, null where the zone is unknown. An
article with a number of more than 63 bits stands as a native document in ``native``, and that number is null.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from newsmodel.errors import FormatError
from newsmodel.formats._arrow_files import SIZE, TableFiles, TableWriter, nested, read_batches
from newsmodel.formats._arrow_reading import Row, article_of
from newsmodel.formats._arrow_schema import ARTICLE, TABLES
from newsmodel.formats._arrow_stream import only_row
from newsmodel.formats._arrow_tables import flatten, missing, nest, typed
from newsmodel.formats._arrow_writing import article_id, row_of
from newsmodel.formats._pyarrow import pa
from newsmodel.model import Article
from newsmodel.model.forms import expect

__all__ = [
    "ARTICLE",
    "TABLES",
    "TableFiles",
    "TableWriter",
    "article_id",
    "dumps",
    "flatten",
    "from_batch",
    "from_tables",
    "loads",
    "losses",
    "nest",
    "read_batches",
    "read_parquet",
    "to_batch",
    "to_batches",
    "to_tables",
    "write_parquet",
]

_FEW = 10


def dumps(article: Article) -> bytes:
    """Return *article* as an Arrow IPC stream of one row, with the columns of `ARTICLE`."""
    expect("article", article, Article)
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, ARTICLE) as writer:
        writer.write_batch(to_batch([article]))
    return sink.getvalue().to_pybytes()


def loads(data: bytes) -> Article:
    """
    Return the article of an Arrow IPC stream of one row.

    Raises:
        FormatError: It is no such stream, its columns are not those of `ARTICLE` or are compressed, or a value does
            not fit; names the path and the value.
    """
    expect("data", data, bytes)
    return article_of(only_row(data))


def losses(article: Article) -> tuple[str, ...]:
    """Return no field: an article comes back from its columns as it is."""
    expect("article", article, Article)
    return ()


def to_batch(articles: Iterable[Article], ids: Iterable[str] | None = None) -> pa.RecordBatch:
    """
    Return articles whole, a row each, with the columns of `ARTICLE`.

    Args:
        articles: The articles; all of them are held in memory.
        ids: The ``article_id`` of each; None for the one that `article_id` makes of what it says.
    """
    expect("articles", articles, Iterable)
    if ids is None:
        rows = [row_of(_article(article), article_id(article)) for article in articles]
    else:
        rows = [row_of(_article(article), id_) for article, id_ in zip(articles, ids, strict=True)]
    return pa.RecordBatch.from_pylist(rows, ARTICLE)


def _article(article: Article) -> Article:
    expect("articles", article, Article)
    return article


def to_batches(articles: Iterable[Article], size: int = SIZE) -> Iterator[pa.RecordBatch]:
    """Yield articles whole, *size* at a time, each batch as soon as it is full."""
    source = iter(articles)
    while batch := list(islice(source, size)):
        yield to_batch(batch)


def from_batch(batch: pa.RecordBatch) -> Iterator[Article]:
    """
    Yield the articles of rows with the columns of `ARTICLE`, in any order and of any type that can be cast to theirs.

    Raises:
        FormatError: A column is missing, or a value does not fit; the path starts with the row, "row 3: $.quotes[0]";
            that of a day out of Python's range with the few rows it is among, "rows 0 to 9".
    """
    expect("batch", batch, pa.RecordBatch)
    for number, row in enumerate(_rows(typed(batch, ARTICLE))):
        try:
            yield article_of(row)
        except FormatError as error:
            path = f"row {number}: {error.path}"
            raise FormatError(path, error.reason) from None


def _rows(batch: pa.RecordBatch) -> Iterator[Row]:
    # Rows are let go of while few are there: thousands of dicts are what the garbage collector would look through.
    for start in range(0, len(batch), _FEW):
        few = batch.slice(start, _FEW)
        try:
            rows = few.to_pylist()
        except (OverflowError, ValueError) as error:
            path = f"rows {start} to {start + len(few) - 1}"
            raise FormatError(path, f"a day or moment is out of range: {error}") from None
        yield from rows


def to_tables(articles: Iterable[Article]) -> dict[str, pa.Table]:
    """Return the flat tables of the articles by name."""
    parts = [flatten(batch) for batch in to_batches(articles)]
    return {name: pa.Table.from_batches([part[name] for part in parts], schema) for name, schema in TABLES.items()}


def from_tables(tables: Mapping[str, pa.Table]) -> Iterator[Article]:
    """
    Yield the articles of flat tables.

    Raises:
        FormatError: A table or column is missing, a value does not fit, or rows do not follow the order of the
            articles.
    """
    for name in TABLES:
        if name not in tables:
            raise missing(name)
    streams = {name: iter(tables[name].to_batches(max_chunksize=SIZE)) for name in TABLES}
    for batch in nested(streams):
        yield from from_batch(batch)


def write_parquet(articles: Iterable[Article], files: TableFiles) -> int:
    """
    Write articles as flat tables into Parquet files: ``articles.parquet``, ``quotes.parquet`` and so on.

    Args:
        articles: The articles; a few hundred are held in memory at a time.
        files: A folder that exists, or a path or an open binary file for each of the `TABLES`.

    Returns:
        How many articles were written.
    """
    count = 0
    with TableWriter(files) as writer:
        for batch in to_batches(articles):
            writer.write(batch)
            count += len(batch)
    return count


def read_parquet(files: TableFiles) -> Iterator[Article]:
    """
    Yield the articles of the flat tables in Parquet files, a few hundred held in memory at a time.

    Args:
        files: The folder they are in, or the path or an open binary file of each of the `TABLES`.

    Raises:
        FormatError: A file is no Parquet, a column is missing, a value does not fit, or rows do not follow the order
            of the articles.
    """
    for batch in read_batches(files):
        yield from from_batch(batch)
