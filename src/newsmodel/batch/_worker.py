"""
The worker's side: a process that parses chunks of pages, and tells after each page that it is alive.

A conversation is: the worker says `READY`; then, for each chunk it is sent, a `BEAT` when it has come, one after each
page, and a reply.
"""

import gc
import os
import signal
import threading
from collections.abc import Callable, Sequence
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from typing import Final, TypeVar

import attrs

from newsmodel.batch._pages import Failure, FailureCode, Limits, Page, failure_of
from newsmodel.errors import NewsmodelError, ParseError
from newsmodel.model import Article
from newsmodel.model.forms import expect
from newsmodel.pipeline import parse_html

READY: Final = b"ready"
BEAT: Final = b""

T = TypeVar("T")
Chunk = tuple[Page | Failure, ...]
Pack = Callable[[Sequence[Article | Failure]], T]
"""Turns the outcomes of a chunk into what the worker replies with; picklable, runs in the worker."""


@attrs.frozen
class Replied:
    """What a worker made of a chunk."""

    value: object


@attrs.frozen
class Refused:
    """Why a worker could not pack what it made of a chunk."""

    message: str


def parse_page(page: Page, limits: Limits | None = None, *, annotate: bool = True) -> Article | Failure:
    """
    Return the article of *page*, or why it has none; no page raises anything.

    Args:
        page: The page.
        limits: How many bytes it may have; its seconds are not limited, for want of another process.
        annotate: Whether to find quotes, speakers, times, places and events too.

    Raises:
        WrongTypeError: *page* is no `Page`.
    """
    expect("page", page, Page)
    expect("limits", limits, Limits, type(None))
    limits = limits or Limits()
    size = len(page.html) if isinstance(page.html, bytes) else len(page.html.encode("utf-8", "surrogatepass"))
    if size > limits.max_bytes:
        message = f"the page has {size} bytes; the limit is {limits.max_bytes}"
        return failure_of(page, FailureCode.TOO_LARGE, message)
    try:
        return parse_html(page.html, url=page.url, encoding=page.encoding, annotate=annotate)
    except ParseError as error:
        return failure_of(page, FailureCode.NOT_HTML, str(error))
    except (NewsmodelError, MemoryError, Exception) as error:  # noqa: BLE001 - one page must not end a batch
        return failure_of(page, FailureCode.FAILED, f"{type(error).__name__}: {error}")


def serve(connection: Connection, pack: Pack[object], limits: Limits, *, annotate: bool) -> None:
    """Answer chunks until the parent closes its end or is gone."""
    _live_as_long_as_the_parent()
    # the first page reads the lexicon, which must not count against that page's limit
    parse_html("<p>The council met on Monday, the mayor said.", annotate=annotate)
    gc.collect()
    gc.freeze()  # nor be looked through again and again for what could be freed
    try:
        connection.send_bytes(READY)
        while True:
            chunk: Chunk = connection.recv()
            connection.send_bytes(BEAT)
            connection.send(_reply(chunk, connection, pack, limits, annotate=annotate))
    except (EOFError, OSError):
        return


def _reply(
    chunk: Chunk, connection: Connection, pack: Pack[object], limits: Limits, *, annotate: bool
) -> Replied | Refused:
    outcomes: list[Article | Failure] = []
    for item in chunk:
        outcomes.append(item if isinstance(item, Failure) else parse_page(item, limits, annotate=annotate))
        connection.send_bytes(BEAT)
    try:
        return Replied(pack(outcomes))
    except (MemoryError, Exception) as error:  # noqa: BLE001 - the parent finds the page that it is about
        return Refused(f"{type(error).__name__}: {error}")


def _live_as_long_as_the_parent() -> None:
    """End with the parent, however it ends; leave it to the parent what Ctrl-C in a terminal means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    assert parent is not None  # noqa: S101 - this is a worker
    threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
