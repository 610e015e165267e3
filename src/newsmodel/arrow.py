"""
Pages in, articles out, as batches of Arrow: what Spark, Dask, Ray and their like take.

Needs the extra ``arrow``. `parse_batch` is pure and pickles by its name, so an engine can send it to its workers;
`parse_pages` is for workers that read files or web archives themselves.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from newsmodel.batch import Failure, FailureCode, Limits, Page, parse_page
from newsmodel.errors import FormatError, UnknownFormatError, brief
from newsmodel.formats import arrow
from newsmodel.model import Article
from newsmodel.model.forms import expect

import pyarrow as pa  # isort: skip - after the import that names the extra where it is missing

__all__ = ["ERRORS", "PARSED", "parse_batch", "parse_pages"]

_HTML: Final = "$.html"
# Few enough that a batch of the largest pages fits into memory, and enough that a batch costs little.
_PAGES: Final = 64
_CODE: Final = "error_code"
_MESSAGE: Final = "error_message"

PARSED: Final = pa.schema([*arrow.ARTICLE, pa.field(_CODE, pa.string()), pa.field(_MESSAGE, pa.string())])
"""What `parse_batch` gives for each page: the columns of an article whole, or ``url`` and the two of an error."""

ERRORS: Final = pa.schema([pa.field(name, pa.string()) for name in ("url", _CODE, _MESSAGE)])
"""What `parse_batch` gives as the table ``errors``: a row for each page that has no article."""


def parse_batch(batch: pa.RecordBatch, *, table: str | None = None, limits: Limits | None = None) -> pa.RecordBatch:
    """
    Return the articles of a batch of pages.

    Args:
        batch: Pages, in a column ``html`` of strings or binaries; where they are known, their addresses in ``url``
            and the charsets that the transport declared in ``encoding``.
        table: None for articles whole, a row for each page, with the columns `PARSED`; the name of one of the flat
            tables of `newsmodel.formats.arrow` for its rows; ``errors`` for those of the pages that have no article.
        limits: How many bytes a page may have.

    Raises:
        FormatError: *batch* has no column ``html``, has one of the three twice, or one of another type. A page never
            raises anything.
        UnknownFormatError: *table* is none.
    """
    if table is not None and table != "errors" and table not in arrow.TABLES:
        raise UnknownFormatError(table, (*arrow.TABLES, "errors"))
    outcomes = [parse_page(item, limits) if isinstance(item, Page) else item for item in _pages(batch)]
    if table == "errors":
        failures = (outcome for outcome in outcomes if isinstance(outcome, Failure))
        return pa.RecordBatch.from_pylist([_error(failure) for failure in failures], ERRORS)
    whole = arrow.to_batch(outcome for outcome in outcomes if isinstance(outcome, Article))
    return _with_errors(whole, outcomes) if table is None else arrow.flatten(whole)[table]


def parse_pages(pages: Iterable[Page | Failure], *, limits: Limits | None = None) -> Iterator[pa.RecordBatch]:
    """
    Yield the articles of *pages*, a row for each page in their order, with the columns `PARSED`.

    Args:
        pages: Pages, and what could not be read of them, as `newsmodel.batch.read_pages` yields them; few are taken
            at a time. The message of an error begins with the file and the offset of its page, where it has these.
        limits: How many bytes a page may have.

    Raises:
        WrongTypeError: One of *pages* is none.
    """
    left = iter(pages)
    while some := list(islice(left, _PAGES)):
        for item in some:
            expect("pages", item, Page, Failure)
        outcomes = [parse_page(item, limits) if isinstance(item, Page) else item for item in some]
        whole = arrow.to_batch(outcome for outcome in outcomes if isinstance(outcome, Article))
        yield _with_errors(whole, outcomes)


def _pages(batch: pa.RecordBatch) -> Iterator[Page | Failure]:
    """Yield the page of each row."""
    if "html" not in batch.schema.names:
        raise FormatError(_HTML, "missing")
    columns = (_values(batch, name) for name in ("html", "url", "encoding"))
    for html, url, encoding in zip(*columns, strict=True):
        if html is None:
            yield Failure(code=FailureCode.UNREADABLE, message="there is no page", url=_text(url))
        else:
            yield Page(html, url=_text(url), encoding=_text(encoding))


def _values(batch: pa.RecordBatch, name: str) -> list[bytes | str | None]:
    """Return the values of a column, or as many times None; what is called a string and is no UTF-8 stays bytes."""
    path, count = f"$.{name}", batch.schema.names.count(name)
    if not count:
        return [None] * len(batch)
    if count > 1:
        raise FormatError(path, f"there are {count} columns of this name")
    column = batch.column(name)
    try:
        values = column.to_pylist()
    except UnicodeDecodeError:  # Spark, for one, takes any bytes for a string
        values = [value and _decoded(value) for value in column.cast(pa.large_binary()).to_pylist()]
    for row, value in enumerate(values):
        if value is not None and not isinstance(value, bytes | str):
            raise FormatError(path, f"row {row}: expected a string or a binary, got {brief(value)}")
    return values


def _decoded(value: bytes) -> bytes | str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value


def _text(value: bytes | str | None) -> str | None:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def _with_errors(whole: pa.RecordBatch, outcomes: Sequence[Article | Failure]) -> pa.RecordBatch:
    """Return articles whole with a row for each failure in its place."""
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    rows = pa.Table.from_batches(
        [
            pa.RecordBatch.from_arrays(
                [*whole.columns, *[pa.array([None] * len(whole), pa.string())] * 2], schema=PARSED
            ),
            pa.RecordBatch.from_pylist([_error(failure) for failure in failures], PARSED),
        ]
    )
    articles, errors = iter(range(len(whole))), iter(range(len(whole), len(outcomes)))
    order = [next(errors) if isinstance(outcome, Failure) else next(articles) for outcome in outcomes]
    batches = rows.take(order).combine_chunks().to_batches() if order else []
    return batches[0] if batches else pa.RecordBatch.from_pylist([], PARSED)


def _error(failure: Failure) -> dict[str, object]:
    place = "" if failure.name is None else f"{failure.name}, byte {failure.offset}: "
    return {"url": failure.url, _CODE: failure.code.value, _MESSAGE: place + failure.message}
