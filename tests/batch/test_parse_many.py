"""`parse_many`: in order, lazily, with failures in place of what cannot be parsed."""

import contextlib
import multiprocessing
import operator
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import SupportsIndex

import attrs
import pytest

from newsmodel.batch import Failure, FailureCode, Limits, Page, _pool, parse_many, parse_page, read_pages
from newsmodel.batch._pool import Pool
from newsmodel.errors import BatchError, InvariantError, WrongTypeError
from newsmodel.model import Article
from newsmodel.pipeline import parse_html

MakePage = Callable[[int], bytes]


class Deadly(bytes):
    """A page that ends the worker which takes it up."""

    def __reduce_ex__(self, _: SupportsIndex) -> tuple[object, ...]:
        return signal.raise_signal, (signal.SIGKILL,)


class Slow(bytes):
    """A page that a worker is never done with."""

    def __reduce_ex__(self, _: SupportsIndex) -> tuple[object, ...]:
        return time.sleep, (600,)


def kill_a_worker() -> None:
    """Kill a worker as soon as there is one."""
    while not (workers := multiprocessing.active_children()):
        time.sleep(0.01)
    with contextlib.suppress(ProcessLookupError):
        os.kill(workers[0].pid or 0, signal.SIGKILL)
    workers[0].join()


def code(outcome: Article | Failure) -> str | None:
    """Return the code of a failure."""
    return outcome.code.value if isinstance(outcome, Failure) else None


def test_articles_come_in_order_and_are_what_parse_html_gives(make_page: MakePage) -> None:
    """Two workers give what a loop gives, and failures stand in their place."""
    pages: list[Page | Failure | bytes | str] = [make_page(i) for i in range(30)]
    pages[3] = b"%PDF-1.7"
    pages[5] = b"x" * 100_001
    pages[7] = Page("<p>It rained in Lyon, Ada Grey said.", url="https://example.org/r", name="r.html", offset=7)
    passed = pages[9] = Failure(code=FailureCode.UNREADABLE, message="Permission denied", name="n.html")
    found = list(parse_many(pages, workers=2, limits=Limits(max_bytes=100_000)))
    assert [code(one) for one in found if isinstance(one, Failure)] == ["not-html", "too-large", "unreadable"]
    assert [i for i, one in enumerate(found) if isinstance(one, Failure)] == [3, 5, 9]
    assert found[9] == passed
    assert found[7] == parse_html("<p>It rained in Lyon, Ada Grey said.", url="https://example.org/r")
    assert all(found[i] == parse_html(page) for i, page in enumerate(pages) if i > 9 and isinstance(page, bytes))


def test_a_page_that_stops_its_worker_costs_itself_alone(make_page: MakePage) -> None:
    """A page on which a worker dies is tried twice, one that it is never done with once; all others are parsed."""
    pages = [make_page(i) for i in range(20)]
    pages[2], pages[11] = Deadly(b"<p>"), Slow(b"<p>")
    found = list(parse_many(pages, workers=1, limits=Limits(max_seconds=1.5), annotate=False))
    assert {i: code(one) for i, one in enumerate(found) if isinstance(one, Failure)} == {
        2: "worker-lost",
        11: "too-slow",
    }


def test_a_page_too_long_to_parse_in_time_costs_itself_alone(make_page: MakePage) -> None:
    """The worker is stopped in the middle of the page, and goes on with the next one."""
    pages = [make_page(0), b"<p>" + b"The mayor said on Monday that it rained in Lyon. " * 200_000, make_page(1)]
    found = list(parse_many(pages, workers=1, limits=Limits(max_seconds=2, max_bytes=20_000_000)))
    assert list(map(code, found)) == [None, "too-slow", None]


def test_a_worker_killed_from_outside_costs_nothing(make_page: MakePage) -> None:
    """The page that a killed worker was on is parsed again, and one that is killed as it starts is started again."""
    headlines: list[str | None] = []
    for i, found in enumerate(parse_many(map(make_page, range(100)), workers=1, annotate=False)):
        assert isinstance(found, Article)
        headlines.append(found.headline)
        if i in {5, 50}:
            kill_a_worker()
            kill_a_worker()
    assert headlines == [f"Bridge {i} closed" for i in range(100)]


def test_pages_are_taken_as_they_are_needed(make_page: MakePage) -> None:
    """Of endless pages the first articles come, and few more pages have been taken; closing ends the workers."""
    taken = 0

    def pages() -> Iterator[bytes]:
        nonlocal taken
        while True:
            taken += 1
            yield make_page(taken)

    found = parse_many(pages(), workers=1, annotate=False)
    assert taken == 0
    first = next(found)
    assert isinstance(first, Article)
    assert taken <= 100
    found.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_an_error_of_the_pages_themselves_is_the_callers(make_page: MakePage) -> None:
    """What the iterable of pages raises comes out, as does a page of another type; no process stays behind."""

    def pages() -> Iterator[bytes]:
        yield make_page(1)
        raise KeyError("page")

    with pytest.raises(KeyError, match="page"):
        list(parse_many(pages(), workers=1))
    with pytest.raises(WrongTypeError, match="expected Page or Failure or bytes or str, got 7"):
        list(parse_many([7], workers=1))  # type: ignore[list-item]
    with pytest.raises(WrongTypeError, match=r"^pages: expected several, as in a list, got '<p>It rained.'$"):
        parse_many("<p>It rained.", workers=1)
    with pytest.raises(WrongTypeError, match=r"^limits: expected Limits or None, got 3$"):
        parse_many([], workers=1, limits=3)  # type: ignore[arg-type]
    with pytest.raises(InvariantError, match="workers: expected 1 or more, got 0"):
        parse_many([], workers=0)
    assert multiprocessing.active_children() == []


def test_a_page_holds_what_it_says() -> None:
    """A page, and what parses one, name the argument of the wrong type."""
    with pytest.raises(WrongTypeError, match=r"^Page.html: expected bytes or str, got 7$"):
        Page(7)  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError, match=r"^Page.url: expected str or None, got b'x'$"):
        Page("<p>It rained.", url=b"x")  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError, match=r"^page: expected Page, got 'x'$"):
        parse_page("x")  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError, match=r"^inputs: expected str or PathLike, got 7$"):
        list(read_pages(7))  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError, match=r"^Limits.max_seconds: expected int or float, got '30'$"):
        Limits(max_seconds="30")  # type: ignore[arg-type]


def test_limits_are_above_zero() -> None:
    """A limit of nothing is refused, naming field and value."""
    with pytest.raises(InvariantError, match=r"Limits.max_bytes: expected a number above 0, got 0"):
        Limits(max_bytes=0)
    with pytest.raises(InvariantError, match=r"Limits.max_seconds"):
        attrs.evolve(Limits(), max_seconds=float("nan"))


def test_a_script_without_a_main_guard_is_told_so(tmp_path: Path) -> None:
    """Where workers cannot start since they would run the script again, the error says what to write."""
    script = tmp_path / "script.py"
    script.write_text("from newsmodel.batch import parse_many\nlist(parse_many([b'<p>It rained.'], workers=1))\n")
    done = subprocess.run([sys.executable, script], check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert "under `if __name__ == '__main__':`" in done.stderr


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="what is no child of ours is waited for by its pidfd")
def test_workers_end_with_their_parent(tmp_path: Path) -> None:
    """When the parent is killed, its workers end by themselves."""
    script = tmp_path / "script.py"
    script.write_text(
        "import multiprocessing, time\nfrom newsmodel.batch import parse_many\n"
        "if __name__ == '__main__':\n"
        "    found = parse_many([b'<p>It rained.'] * 1000, workers=1)\n    next(found)\n"
        "    print(multiprocessing.active_children()[0].pid, flush=True)\n    time.sleep(600)\n"
    )
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        worker = os.pidfd_open(int(parent.stdout.readline()))
        parent.kill()
    assert select.select([worker], [], [], 60)[0] == [worker], "the worker has not ended"
    os.close(worker)


def test_pages_that_cannot_be_packed_fail_one_by_one(make_page: MakePage) -> None:
    """Where what the pages give cannot be packed together, each is tried alone, and that which fails is named."""
    pool = Pool(operator.itemgetter(2), workers=1, limits=Limits(), annotate=False)
    try:
        (found,) = pool.map([(Page(make_page(1)), Failure(code=FailureCode.UNREADABLE, message="gone", name="b"))])
    finally:
        pool.close()
    assert [(one.code.value, one.message) for one in found] == [
        ("failed", "IndexError: list index out of range"),
        ("unreadable", "gone"),
    ]


def test_a_worker_that_is_never_ready_ends_the_batch(make_page: MakePage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another would be no quicker: the error says what may be wrong, and no process stays behind."""
    monkeypatch.setattr(_pool, "_SECONDS_TO_START", 0)
    with pytest.raises(BatchError, match="a worker process ended before it was ready"):
        list(parse_many([make_page(1)], workers=1))
    assert multiprocessing.active_children() == []
