"""Helpers of the tests of times: sentences with a time in brackets and its value, for a day of publication."""

import datetime as dt
from typing import Final

from newsmodel.model import TimeExpression
from newsmodel.text.blocks import plain_blocks
from newsmodel.text.document import Document
from newsmodel.text.times.finding import find_times

THURSDAY: Final = dt.date(2017, 10, 19)
"""The day of publication where a test says no other."""


def times(text: str, published: dt.date | None = THURSDAY, language: str | None = "en") -> tuple[TimeExpression, ...]:
    """Return the times of a text."""
    return find_times(Document(text, plain_blocks(text), language, published))


def read(text: str, published: dt.date | None = THURSDAY) -> list[tuple[str, str]]:
    """Return the words and the value of each time of a text."""
    return [(time.span.of(text), time.value) for time in times(text, published)]


def table(rows: str) -> list[tuple[str, str, str]]:
    """Return a table of sentences, with the time in brackets, and values."""
    found = []
    for row in rows.strip().splitlines():
        marked, value = row.rsplit("|", 1)
        marked = marked.strip()
        words = marked[marked.index("[") + 1 : marked.index("]")]
        found.append((marked.replace("[", "").replace("]", ""), words, value.strip()))
    return found
