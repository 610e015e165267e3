"""Headings and labels that are left when what they headed has been dropped."""

from itertools import islice
from typing import Final

from newsmodel.html import marks as m
from newsmodel.html.boxes import HEADING, PARAGRAPH, Passage
from newsmodel.html.furniture import is_label, is_lone_link
from newsmodel.html.live import ENTRY
from newsmodel.html.walk import Walk

__all__ = ["without_orphans"]

_ELSEWHERE: Final = m.RELATED | m.NEWSLETTER | m.FORM | m.COMMENTS | m.BIO | m.SIDEBAR
"""What has headings of its own. An advertisement has none: it stands between a heading and its text."""
_MOST_BELOW: Final = 12
"""So many passages below a heading are looked at."""


def without_orphans(walk: Walk, passages: list[Passage]) -> list[Passage]:
    """
    Drop the headings and labels of boxes in which nothing else is kept but what pointed elsewhere has stood.

    What stands before the box of the article, or is its standfirst, heads no byline.
    """
    kept = set(passages)
    return [p for p in passages if not (_may_head(p) and _is_orphan(walk, p, kept))]


def _may_head(passage: Passage) -> bool:
    if passage.line == ENTRY or passage.box.marks & m.LEAD or passage.box.inner < 0:
        return False
    return passage.kind is HEADING or (passage.kind is PARAGRAPH and is_label(passage.text))


def _is_orphan(walk: Walk, passage: Passage, kept: set[Passage]) -> bool:
    """Tell whether what follows a line in its box is dropped, and other than a button or a share bar."""
    around, pointed = passage.box.parent, False
    for below in islice(walk.passages, passage.at + 1, passage.at + _MOST_BELOW):
        if not below.box.is_in(around):
            break
        if below in kept:
            return False
        pointed = pointed or (below.box.inner >= 0 and below.box.inner & _ELSEWHERE != 0) or is_lone_link(below)
    return pointed
