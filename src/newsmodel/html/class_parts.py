"""What class names say of author and date, by their parts: class names are made up, but of a few words."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import accumulate
from typing import Final

from newsmodel import lexicon

__all__ = ["says", "with_clue"]

_LONGEST: Final = 500
"""What is kept of a class attribute, so that what is known of it stays small."""


_BUILT_WITH: Final = "elementor-widget"
"""What everything on a page is called that was put together with Elementor, the text included."""


@cache
def _pattern(what: str) -> re.Pattern[str]:
    parts = (part for part, says in lexicon.rows("web", "class_parts") if says == what)
    escaped = (r"(?:^|\s)" + re.escape(p[1:]) if p.startswith("^") else re.escape(p) for p in parts)
    return re.compile("|".join(escaped))


def says(names: str, what: str) -> bool:
    """
    Tell whether the class names of an element say something of it.

    Args:
        names: The class attribute, in lower case.
        what: One of the kinds of ``class_parts.txt``.
    """
    return _says(names[:_LONGEST], what)


@lru_cache(maxsize=2048)
def _says(names: str, what: str) -> bool:
    return _pattern(what).search(names.replace(_BUILT_WITH, "")) is not None


@cache
def _clues() -> tuple[str, ...]:
    return tuple(row[0] for row in lexicon.rows("web", "class_clues"))


def with_clue(values: Iterable[str]) -> dict[str, str]:
    """Return the class attributes that hold a clue, each with its lower case; all are searched at once."""
    unique = list(dict.fromkeys(values))
    everything = "\n".join(unique).replace("İ", "i").lower()  # no other letter becomes two
    ends = list(accumulate([len(value) + 1 for value in unique]))
    told: dict[str, str] = {}
    for clue in _clues():
        at = everything.find(clue)
        while at >= 0:
            place = bisect_right(ends, at)
            told[unique[place]] = everything[ends[place] - len(unique[place]) - 1 : ends[place] - 1]
            at = everything.find(clue, ends[place])
    return told
