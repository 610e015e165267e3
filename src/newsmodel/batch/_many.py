"""`parse_many`: articles or failures of many pages, lazily and in order."""

import os
from collections.abc import Iterable, Iterator
from typing import Final

from newsmodel.batch._pages import MEGABYTE, Failure, Limits, Page, several
from newsmodel.batch._pool import Pool
from newsmodel.batch._sending import received, sent
from newsmodel.batch._worker import Chunk
from newsmodel.errors import InvariantError, Problem
from newsmodel.model import Article
from newsmodel.model.forms import expect

# A chunk is what a worker gets at a time: small enough that the first articles come soon, large enough that talking
# about it costs little.
CHUNK_PAGES: Final = 8
CHUNK_BYTES: Final = MEGABYTE


def parse_many(
    pages: Iterable[Page | Failure | bytes | str],
    *,
    workers: int | None = None,
    limits: Limits | None = None,
    annotate: bool = True,
) -> Iterator[Article | Failure]:
    """
    Yield the article of each page, or why it has none, in the order of the pages; parse in worker processes.

    Pages are taken lazily, a few ahead of the article that is due, so that any number of them fits. What cannot be
    parsed is a `Failure`, never an exception. A script that calls this must do so under
    ``if __name__ == "__main__":``, as with every use of processes.

    Args:
        pages: The pages: `Page` objects, or HTML as it is; a `Failure`, as `read_pages` yields, passes through.
        workers: How many processes parse; as many as this one may use cores where it is None.
        limits: How much one page may take.
        annotate: Whether to find quotes, speakers, times, places and events too.

    Raises:
        BatchError: The worker processes do not start.
        InvariantError: *workers* is below 1.
        WrongTypeError: *pages* is one page, or one of them is none.
    """
    several("pages", pages)
    expect("limits", limits, Limits, type(None))
    pool = Pool(sent, workers=worker_count(workers), limits=limits or Limits(), annotate=annotate)
    return _parsed(pool, pages)


def _parsed(pool: Pool[bytes], pages: Iterable[Page | Failure | bytes | str]) -> Iterator[Article | Failure]:
    try:
        for found in pool.map(chunks(map(_page, pages))):
            for piece in found:
                yield from (piece,) if isinstance(piece, Failure) else received(piece)
    finally:
        pool.close()


def worker_count(workers: int | None) -> int:
    """Return how many workers to start: as many as asked for, else as this process may use cores."""
    expect("workers", workers, int, type(None))
    if workers is None:
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if workers < 1:
        raise InvariantError(Problem("workers", workers, "1 or more"))
    return workers


def chunks(items: Iterable[Page | Failure]) -> Iterator[Chunk]:
    """Yield *items* in chunks of at most so many, and of about at most so many bytes."""
    chunk: list[Page | Failure] = []
    size = 0
    for item in items:
        chunk.append(item)
        size += size_of(item)
        if len(chunk) == CHUNK_PAGES or size >= CHUNK_BYTES:
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)


def size_of(item: Page | Failure) -> int:
    """Return how many bytes or characters an input holds."""
    return len(item.html) if isinstance(item, Page) else 0


def _page(item: Page | Failure | bytes | str) -> Page | Failure:
    expect("pages", item, Page, Failure, bytes, str)
    return Page(item) if isinstance(item, bytes | str) else item
