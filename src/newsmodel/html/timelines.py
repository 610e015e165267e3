"""Timelines: dates under one another, each with what happened on it."""

from collections.abc import Sequence
from typing import Final

from newsmodel.html import marks as m
from newsmodel.html.boxes import Box, Passage
from newsmodel.html.furniture import is_time_line

__all__ = ["timeline_dates"]

_FEWEST: Final = 3
_LONGEST: Final = 40
_SHORTEST: Final = 25
"""So many characters tell at least what happened."""


def timeline_dates(passages: Sequence[Passage]) -> set[Passage]:
    """Return the lines that are marked as dates and stand in boxes of one list, each above a line that is no link."""
    lists: dict[Box, list[Passage]] = {}
    for at, passage in enumerate(passages[:-1]):
        inner, below = passage.box.inner, passages[at + 1]
        if inner <= 0 or not inner & m.BYLINE or len(passage.text) > _LONGEST or passage.linked:
            continue
        item = passage.box.parent
        around = None if item is None else item.parent
        told = below.box.is_in(item) and not below.linked and len(below.text) >= _SHORTEST
        if around is not None and told and is_time_line(passage.text):
            lists.setdefault(around, []).append(passage)
    return {date for dates in lists.values() if len(dates) >= _FEWEST for date in dates}
