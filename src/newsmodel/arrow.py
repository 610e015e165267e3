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
        FormatError: *batch* has no column ``html``, or one of another type. A page never raises anything.
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
    """
    left = iter(pages)
    while some := list(islice(left, _PAGES)):
        outcomes = [parse_page(item, limits) if isinstance(item, Page) else item for item in some]
        whole = arrow.to_batch(outcome for outcome in outcomes if isinstance(outcome, Article))
        yield _with_errors(whole, outcomes)


def _pages(batch: pa.RecordBatch) -> Iterator[Page | Failure]:
    """Yield the page of each row."""
    if "html" not in batch.schema.names:
        raise FormatError(_HTML, "missing")
    columns = {
        name: batch.column(name).to_pylist() for name in ("html", "url", "encoding") if name in batch.schema.names
    }
    nothing: list[object] = [None] * len(batch)
    urls, encodings = columns.get("url", nothing), columns.get("encoding", nothing)
    for row, (html, url, encoding) in enumerate(zip(columns["html"], urls, encodings, strict=True)):
        if html is None:
            yield Failure(code=FailureCode.UNREADABLE, message="there is no page", url=url)
        elif isinstance(html, bytes | str):
            yield Page(html, url=url, encoding=encoding)
        else:
            reason = f"row {row}: expected a string or a binary, got {brief(html)}"
            raise FormatError(_HTML, reason)


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
