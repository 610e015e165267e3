"""Live blogs: entries under one another, each with the time at which it was written."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from newsmodel import lexicon
from newsmodel.html.boxes import HEADING, LIST_ITEM, PARAGRAPH, Box, Passage
from newsmodel.html.metadata import Metadata
from newsmodel.html.walk import Walk

__all__ = ["ENTRY", "count_entries", "open_entries", "says_live"]

ENTRY: Final = "entry"
"""What `Passage.line` is for the time and the heading of an entry, which are no furniture."""
_TYPE: Final = "LiveBlogPosting"
_FEWEST: Final = 3
_LEAST: Final = 30
"""An entry has so many characters of prose, on average; those of list items count half."""
_HIGHEST: Final = 6
"""So many boxes up from its time an entry is looked for."""
_LONGEST: Final = 40
_CLOCK: Final = re.compile(r"(?<![\d.:,])(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d|[.:]\d)", re.ASCII)
_TIME: Final = re.compile(rf"{_CLOCK.pattern}(?:\s?(?:[ap]\.?m\.?|Uhr|[A-Z]{{2,4}}\b))?")
"""The same, with what may follow it."""
_MOST_BESIDE: Final = 24
_LEVEL: Final = 2
"""Of a time that stands for a heading."""
_WORD: Final = re.compile(r"\w+(?:-\w+)?")


def says_live(metadata: Metadata) -> bool:
    """Tell whether the page says by its type that it is a live blog."""
    return _TYPE in metadata.types


def count_entries(passages: Sequence[Passage]) -> int:
    """Return how many of the passages are the time of an entry."""
    return sum([passage.line == ENTRY and _is_clock(passage.text) for passage in passages])


def open_entries(walk: Walk, container: Box, metadata: Metadata) -> None:
    """
    Find the entries of a live blog and mark what opens each: its time, and its heading.

    The time is the heading where there is no other. Other times of the blog, those of its table of contents or of
    changes, are left to be dropped as furniture.
    """
    if not (says_live(metadata) or _calls_itself_live(metadata.headline)):
        return
    inside = _boxes_in(walk, container)
    clocks = [passage for passage in walk.passages if passage.box in inside and _is_clock(passage.text)]
    if len(clocks) < _FEWEST:
        return
    for box, clock in _entries(clocks, container).items():
        box.headed = True  # by its own heading: it is not the teaser of another article
        _open(walk, box, clock)


def _boxes_in(walk: Walk, container: Box) -> set[Box]:
    """Return the container and the boxes in it: teasers beside it may have times, too."""
    inside = {container}
    for box in islice(walk.boxes, walk.boxes.index(container) + 1, None):
        if box.parent not in inside:
            break
        inside.add(box)
    return inside


def _open(walk: Walk, entry: Box, clock: Passage) -> None:
    """Mark what opens an entry; an item of a list that has a time of its own is a section, and no item."""
    found = _TIME.search(clock.text)
    if found is not None and clock.text[found.end() : found.end() + 1].isalpha():  # glued to the writer's name
        clock.text, clock.links, clock.linked = clock.text[: found.end()], (), 0
    clock.line = ENTRY
    flat = entry is clock.box
    headed = False
    for at in range(max(0, clock.at - 1), len(walk.passages)):
        passage = walk.passages[at]
        beside = at <= clock.at + 1
        if not (passage.box.is_in(entry) or (flat and beside)):
            if at > clock.at:
                break
        elif beside and passage.kind is HEADING:
            passage.line, headed = ENTRY, True
        elif passage.kind is LIST_ITEM and passage.level == (entry.level or 1) and entry.tag == "li":
            passage.kind, passage.level = PARAGRAPH, None
    if not headed:
        clock.kind, clock.level = HEADING, _LEVEL


def _calls_itself_live(headline: str | None) -> bool:
    words = _WORD.findall((headline or "").lower())
    return not lexicon.words("web", "live_words").isdisjoint(words)


def _is_clock(text: str) -> bool:
    """Tell whether a line is a time of day and little else."""
    if len(text) > _LONGEST or (found := _CLOCK.search(text)) is None:
        return False
    return len(text) - (found.end() - found.start()) <= _MOST_BESIDE


def _entries(clocks: list[Passage], container: Box) -> dict[Box, Passage]:
    """Return the boxes that are entries, with the first time in each: the most boxes that are kin."""
    lists: dict[tuple[Box, str], dict[Box, Passage]] = {}
    for clock in clocks:
        inner = clock.box
        for _ in range(_HIGHEST):
            if inner is container or inner.parent is None:
                break
            lists.setdefault((inner.parent, inner.tag), {}).setdefault(inner, clock)
            inner = inner.parent
    best: dict[Box, Passage] = {}
    for (around, _), boxes in lists.items():
        mass = sum(box.mass for box in boxes) or around.mass  # else an entry is what follows its time
        if len(boxes) >= _FEWEST and len(boxes) > len(best) and mass >= _LEAST * len(boxes):
            best = boxes
    return best
