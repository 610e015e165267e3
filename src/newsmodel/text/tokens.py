"""
Tokens, as parallel lists of offsets and lower-cased words: no object for each.

A token is a word with its inner hyphens and apostrophes ("U.S.-led", "they're", "O'Brien", "14-day"), a number with
its separators ("1,000", "10:30", "2017-10-05"), an abbreviation with its full stop ("Lt.", "U.S.", "Oct."), the
possessive "'s", or one punctuation mark ("...", "--" and "''" count as one).
"""

import re
from collections.abc import Sequence
from itertools import accumulate
from operator import add, itemgetter
from typing import Final, NamedTuple

# A token with the white space behind it, so that the matches tile the text and no offset need be asked for.
_TOKEN: Final = re.compile(
    r"""
    (?: [A-Za-z][a-z]*+(?=[ ,\n])                           # most words, told at once
      | ['’]s(?![^\W_])                                     # possessive, or "is"
      | (?:[^\W\d_]{1,2}\.){2,}(?:[^\W\d_](?![^\W_]))?(?:-[^\W_]+)*   # U.S., a.m., Ph.D., U.S.-led
      | [DRI]-(?:[^\W\d_]{1,5}\.)+                          # R-Wis., D-N.Y.
      | \d+(?:[.,:/]\d+)*[^\W_]*(?:-[^\W_]+)*               # 1,000  3.5  5th  10:30  14-day  2017-10-05
      | [^\W_]+(?:[-&][^\W_]+|['’](?!s(?![^\W_]))[^\W_]+|\.(?:com|org|net|gov|edu|co|uk|us|io)\b)*
      | -{2,} | \.{2,} | '' | `{1,2}
      | [^\w\s] | _
    )\s*
    """,
    re.VERBOSE,
)
_SPACE: Final = re.compile(r"\s*")
_STOP: Final = re.compile(r"\.")


class Tokens(NamedTuple):
    """The tokens of a stretch of text."""

    starts: list[int]
    """Where each starts."""
    ends: list[int]
    """Where each ends."""
    words: list[str]
    """Each in lower case, with straight apostrophes."""
    initials: str
    """The first code point of each, as it is written."""


def tokenize(text: str, abbreviations: frozenset[str], first: int = 0, last: int | None = None) -> Tokens:
    """
    Return the tokens of *text* from the code point *first* up to, not including, *last*.

    A full stop belongs to the word before it where that is one of *abbreviations* (without the stop; lower case, or
    with a capital where only that is the abbreviation) or a single capital letter.
    """
    last = len(text) if last is None else last
    leading = _SPACE.match(text, first, last)
    first = leading.end() if leading else first
    pieces: list[str] = _TOKEN.findall(text, first, last)
    initials = "".join(map(itemgetter(0), pieces))
    stops = [m.start() for m in _STOP.finditer(initials, 1) if _takes_stop(pieces, m.start(), abbreviations)]
    if stops:
        pieces, initials = _joined(pieces, stops), _without(initials, stops)
    starts = list(accumulate(map(len, pieces), initial=first))
    starts.pop()
    bare = "\n".join(pieces)
    lowered = bare.lower()
    # Only a few letters, such as the Turkish dotted capital I, are longer in lower case.
    sized = lowered if len(lowered) == len(bare) else bare
    words = (lowered if lowered.isascii() else lowered.replace("’", "'")).split()
    ends = list(map(add, starts, map(len, words if sized is lowered else bare.split())))
    return Tokens(starts, ends, words, initials)


def _takes_stop(pieces: Sequence[str], i: int, abbreviations: frozenset[str]) -> bool:
    """Tell whether the token *i*, which starts with a full stop, is one that belongs to the word before it."""
    if len(pieces[i].rstrip()) > 1:
        return False
    before = pieces[i - 1]  # with white space, it is no abbreviation either
    return (
        before in abbreviations
        or before.lower().replace("’", "'") in abbreviations
        or (before[0].isdigit() and before.rpartition("-")[2].lower() in abbreviations)  # "July 28-Aug. 2"
        or (len(before) == 1 and before.isupper())
    )


def _joined(pieces: Sequence[str], stops: Sequence[int]) -> list[str]:
    """Return *pieces* with those at *stops* put to the ones before them."""
    found: list[str] = []
    done = 0
    for i in stops:
        found += pieces[done : i - 1]
        found.append(pieces[i - 1] + pieces[i])
        done = i + 1
    return found + list(pieces[done:])


def _without(initials: str, stops: Sequence[int]) -> str:
    return "".join(initials[a + 1 : b] for a, b in zip((-1, *stops), (*stops, len(initials)), strict=True))
