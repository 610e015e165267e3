"""What is named in a sentence, and which of it stands nearest to a token."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, TypeVar

from newsmodel.model import Span
from newsmodel.text.document import Document

T = TypeVar("T")
BySentence = dict[int, list[tuple[int, T]]]
"""Where something is named, by the number of the sentence: its first token, and what it is."""

# So many times or places on either side of an event are looked at.
_NEIGHBORS: Final = 8


def named_before(document: Document, named: BySentence[T], sentence: int) -> tuple[int, T] | None:
    """Return what is named last in the sentence before, with its token, where that is of the same paragraph."""
    before = named.get(sentence - 1)
    if before is None or document.block_of[sentence - 1] != document.block_of[sentence]:
        return None
    return before[-1]


def around(named: list[tuple[int, T]], token: int) -> list[tuple[int, T]]:
    """Return what is named next to *token*: all of a sentence that is not absurd."""
    if len(named) <= 2 * _NEIGHBORS:
        return named
    at = bisect_left(named, token, key=lambda pair: pair[0])
    return named[max(0, at - _NEIGHBORS) : at + _NEIGHBORS]


def closest(named: Sequence[tuple[int, T]], token: int) -> T | None:
    """Return what is named nearest to *token*, what follows before what precedes."""
    if len(named) < 2:
        return named[0][1] if named else None
    return min(named, key=lambda pair: abs(pair[0] - token - 0.5))[1]


def by_sentence(document: Document, named: list[tuple[Span, T]]) -> BySentence[T]:
    """Return what is named by the number of its sentence, in the order of the text."""
    found: BySentence[T] = {}
    for span, item in sorted(named, key=lambda pair: pair[0].start):
        token = document.token_from(span.start)
        found.setdefault(document.sentence_of[token], []).append((token, item))
    return found
