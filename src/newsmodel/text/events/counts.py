"""How many a noun phrase says there are: "at least 12", "dozens of", "no"."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from newsmodel.lexicon import pairs, rows
from newsmodel.model import Bound
from newsmodel.text.grammar.small_words import small_words


class Count(NamedTuple):
    """A number and how it is meant."""

    value: int
    bound: Bound


@cache
def _multipliers(language: str) -> dict[str, tuple[int, bool]]:
    return {row[0]: (int(row[1]), len(row) > 2) for row in rows(language, "multipliers")}


@cache
def _bound_starts(language: str) -> frozenset[str]:
    """Return the first words of the bounds."""
    return frozenset(bound.partition(" ")[0] for bound in pairs(language, "count_bounds"))


def count_of(words: Sequence[str], first: int, last: int, language: str) -> Count | None:
    """
    Return how many the phrase from token *first* up to *last* says there are, None where it does not say.

    Money, shares and numbers that do not open the phrase are no counts.
    """
    bound, i = _bound(words, first, last, language)
    value, end, vague = _value(words, i, last, language)
    if value is None or (end < last and words[end] in small_words(language).measures) or words[first] == "$":
        return None
    if bound is None:
        bound = Bound.ABOUT if vague else Bound.EXACT
    return Count(value, bound)


def _bound(words: Sequence[str], first: int, last: int, language: str) -> tuple[Bound | None, int]:
    """Return how the number is meant and where it starts."""
    start = first + (words[first] in small_words(language).before_counts)
    if start >= last or words[start] not in _bound_starts(language):
        return None, start
    bounds = pairs(language, "count_bounds")
    for size in (4, 3, 2, 1):
        end = start + size
        if end < last:
            bound = bounds.get(" ".join(words[start:end]))
            if bound is not None:
                return Bound(bound), end
    return None, start


def _value(words: Sequence[str], i: int, last: int, language: str) -> tuple[int | None, int, bool]:
    """Return the number that starts at *i*, where it ends, and whether it is a vague one."""
    numbers, multipliers = pairs(language, "numbers"), _multipliers(language)
    value: float | None = None
    vague = False
    if i < last and words[i] in small_words(language).no_counts:
        return 0, i + 1, False
    while i < last:
        word = words[i]
        single: float | None = _digits(word)
        if single is None and numbers.get(word, "x").isdigit():
            single = int(numbers[word])
        if word in multipliers:
            factor, plural = multipliers[word]
            vague = vague or plural
            value = (1 if value is None else value) * factor
        elif single is not None:
            value = single if value is None else value + single
        else:
            break
        i += 1
    return (int(value) if value is not None and value == int(value) else None), i, vague


def _digits(word: str) -> float | None:
    """Return the number written in digits, None for anything else ("5th", "2017-10-05", "10:30")."""
    plain = word.replace(",", "")
    if not plain.isascii() or len(plain) > 15 or not plain.replace(".", "", 1).isdigit():
        return None
    return float(plain)
