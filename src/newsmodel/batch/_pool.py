"""
Chunks of pages through worker processes, in order; a page that stops its worker costs that page and no other.

Workers are started by *spawn* on every system: a fork would copy the locks that other threads hold (Arrow's, those of
a progress bar), and is not to be had everywhere. Each worker has a thread of ours that talks to it and does nothing
else, so that no write can wait on a worker that itself waits to write, and so that limits hold while the caller does
other things.
"""

import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing import get_context
from typing import Final, Generic, TypeVar, cast

import attrs

from newsmodel.batch._pages import Failure, FailureCode, Limits, Page, failure_of
from newsmodel.batch._worker import Chunk, Pack, Refused, Replied, serve
from newsmodel.errors import BatchError

T = TypeVar("T")

# Chunks that are read ahead of the one that is due, for each worker: enough that none waits for another's slow page.
_AHEAD: Final = 4
_SECONDS_TO_START: Final = 300.0
_SECONDS_TO_END: Final = 10.0


class _StoppedError(Exception):
    """A worker did not answer: it took too long over the page at `index`, or ended; -1 and the last are the whole."""

    def __init__(self, index: int, *, too_slow: bool) -> None:
        super().__init__(index)
        self.index = index
        self.too_slow = too_slow


@attrs.frozen
class _Work(Generic[T]):
    """What every worker of a pool is told when it starts."""

    pack: Pack[T]
    limits: Limits
    annotate: bool


@attrs.frozen
class _Part:
    """Pages of a chunk that are sent to a worker together."""

    chunk: Chunk
    is_second_try: bool = False


class _Worker(Generic[T]):
    """A worker process and our end of the line to it."""

    def __init__(self, work: _Work[T]) -> None:
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._limits = work.limits
        self._process = context.Process(
            target=serve, args=(theirs, work.pack, work.limits), kwargs={"annotate": work.annotate}, daemon=True
        )
        self._process.start()
        theirs.close()  # or we would wait for a worker that is gone

    def is_ready(self) -> bool:
        """
        Wait until the worker is ready for its first chunk; return False where it was killed before.

        Raises:
            BatchError: It ended by itself, as another one would.
        """
        try:
            if self._connection.poll(_SECONDS_TO_START):
                self._connection.recv_bytes()
                return True
        except (EOFError, OSError):
            self._process.join(_SECONDS_TO_END)
            # None where another thread has just taken the code, as `multiprocessing.active_children` does
            if self._process.exitcode is None or self._process.exitcode < 0:
                return False
        self.end()
        message = (
            "a worker process ended before it was ready; a script that parses in a batch must do so under "
            "`if __name__ == '__main__':`, since workers import it"
        )
        raise BatchError(message)

    def answer(self, chunk: Chunk) -> Replied | Refused:
        """
        Return what the worker makes of *chunk*.

        Raises:
            _StoppedError: The worker is of no more use.
        """
        index = -1
        try:
            self._connection.send(chunk)
            for index in range(-1, len(chunk)):
                self._wait(index)
                self._connection.recv_bytes()
            index = len(chunk)
            self._wait(index)
            return cast("Replied | Refused", self._connection.recv())
        except (EOFError, OSError):
            raise _StoppedError(index, too_slow=False) from None

    def _wait(self, index: int) -> None:
        if not self._connection.poll(self._limits.max_seconds):
            raise _StoppedError(index, too_slow=True)

    def end(self) -> None:
        """End the process at once; our end of the line is closed by the thread that holds it."""
        self._process.kill()
        self._process.join()


class Pool(Generic[T]):
    """Worker processes that turn chunks of pages into what *pack* makes of their outcomes."""

    def __init__(self, pack: Pack[T], *, workers: int, limits: Limits, annotate: bool) -> None:
        self._work = _Work(pack, limits, annotate)
        self._ahead = workers * _AHEAD
        self._own = threading.local()
        self._all: set[_Worker[T]] = set()
        self._lock = threading.Lock()
        self._closed = False
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="newsmodel-batch")

    def map(self, chunks: Iterable[Chunk]) -> Iterator[list[T | Failure]]:
        """
        Yield what becomes of each chunk, in order: packed outcomes, and failures of pages that stopped their worker.

        Takes no more chunks than keep the workers busy, and none before it is asked for the next result.
        """
        pending: deque[Future[list[T | Failure]]] = deque()
        for chunk in chunks:
            pending.append(self._threads.submit(self._outcomes, chunk))
            while pending and (len(pending) > self._ahead or pending[0].done()):
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()

    def close(self) -> None:
        """End all workers at once, whatever they do."""
        with self._lock:
            self._closed = True
            for worker in self._all:
                worker.end()
            self._all.clear()
        self._threads.shutdown(wait=True, cancel_futures=True)

    # -- in the threads ----------------------------------------------------------------------------------------------

    def _outcomes(self, chunk: Chunk) -> list[T | Failure]:
        """Return what becomes of *chunk*; parts of it are done again where a worker stopped."""
        found: list[T | Failure] = []
        todo: deque[_Part | Failure] = deque([_Part(chunk)])
        while todo:
            part = todo.popleft()
            if isinstance(part, Failure):
                found.append(part)
                continue
            try:
                answer = self._worker().answer(part.chunk)
            except _StoppedError as stopped:
                self._replace()
                todo.extendleft(reversed(_after(stopped, part, self._work.limits)))
                continue
            if isinstance(answer, Replied):
                found.append(cast("T", answer.value))
            else:
                todo.extendleft(reversed(_after_refusal(answer, part)))
        return found

    def _worker(self) -> _Worker[T]:
        worker = cast("_Worker[T] | None", getattr(self._own, "worker", None))
        while worker is None:
            with self._lock:
                if self._closed:
                    message = "the batch was closed"
                    raise BatchError(message)
                worker = _Worker(self._work)
                self._all.add(worker)
            self._own.worker = worker
            if not worker.is_ready():
                self._replace()
                worker = None
        return worker

    def _replace(self) -> None:
        worker = cast("_Worker[T]", self._own.worker)
        self._own.worker = None
        with self._lock:
            if worker in self._all:
                self._all.remove(worker)
                worker.end()


def _after(stopped: _StoppedError, part: _Part, limits: Limits) -> list[_Part | Failure]:
    """Return what to do after a worker stopped: what came before again, the page itself, what comes after."""
    at, count = stopped.index, len(part.chunk)
    if not 0 <= at < count:
        if count > 1:  # over the whole, no telling for which page
            return _singles(part)
        at = 0
    culprit: _Part | Failure
    if stopped.too_slow:
        message = f"the page took more than {limits.max_seconds:g} seconds"
        culprit = _failure(part.chunk[at], FailureCode.TOO_SLOW, message)
    elif part.is_second_try:
        culprit = _failure(part.chunk[at], FailureCode.WORKER_LOST, "the worker process ended over the page, twice")
    else:
        culprit = _Part(part.chunk[at : at + 1], is_second_try=True)
    before, after = part.chunk[:at], part.chunk[at + 1 :]
    return [*([_Part(before)] if before else []), culprit, *([_Part(after)] if after else [])]


def _after_refusal(refused: Refused, part: _Part) -> list[_Part | Failure]:
    """Return what to do with pages that cannot be packed together: try each alone, and give up the one that fails."""
    if len(part.chunk) > 1:
        return _singles(part)
    return [_failure(item, FailureCode.FAILED, refused.message) for item in part.chunk]


def _singles(part: _Part) -> list[_Part | Failure]:
    return [_Part((item,)) for item in part.chunk]


def _failure(item: Page | Failure, code: FailureCode, message: str) -> Failure:
    return item if isinstance(item, Failure) else failure_of(item, code, message)
