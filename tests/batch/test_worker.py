"""The worker's side: what it says, in which order, and that no page ends it."""

import operator
from collections.abc import Callable
from multiprocessing import get_context

import pytest

from newsmodel.batch import Failure, FailureCode, Limits, Page, _worker, parse_page
from newsmodel.batch._worker import BEAT, READY, Refused, Replied, serve

MakePage = Callable[[int], bytes]


def test_a_worker_tells_of_each_page_and_ends_with_its_connection(make_page: MakePage) -> None:
    """It is ready, tells that a chunk came, tells of each page, replies or says why it cannot, and ends when left."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    second = operator.itemgetter(1)
    process = context.Process(target=serve, args=(theirs, second, Limits()), kwargs={"annotate": False})
    process.start()
    theirs.close()
    assert ours.recv_bytes() == READY
    gone = Failure(code=FailureCode.UNREADABLE, message="gone")
    ours.send((Page(make_page(1)), gone))
    assert [ours.recv_bytes() for _ in range(3)] == [BEAT] * 3
    assert ours.recv() == Replied(gone)
    ours.send((gone,))
    assert [ours.recv_bytes() for _ in range(2)] == [BEAT] * 2
    assert ours.recv() == Refused("IndexError: list index out of range")
    ours.close()
    process.join(60)
    assert process.exitcode == 0


def test_a_mistake_of_ours_costs_its_page_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever parsing raises, a page that is parsed gives an article or a failure with its name."""

    def mistaken(*_: object, **__: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr(_worker, "parse_html", mistaken)
    assert parse_page(Page(b"<p>It rained.", name="a.html")) == Failure(
        code=FailureCode.FAILED, message="IndexError: list index out of range", name="a.html"
    )
