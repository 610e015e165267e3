"""
Tokens, as parallel lists of offsets and lower-cased words: no object for each.

A token is a word with its inner hyphens and apostrophes ("U.S.-led", "they're", "O'Brien", "14-day"), a number with
its separators ("1,000", "10:30", "2017-10-05"), an abbreviation with its full stop ("Lt.", "U.S.", "Oct."), the
possessive "'s", or one punctuation mark ("...", "--" and "''" count as one).
"""

import re

_TOKEN = re.compile(
    r"""
      ['’]s(?![^\W_])                                   # possessive, or "is"
    | (?:[^\W\d_]{1,2}\.){2,}(?:[^\W\d_](?![^\W_]))?(?:-[^\W_]+)*   # U.S., a.m., Ph.D., U.S.-led
    | [DRI]-(?:[^\W\d_]{1,5}\.)+                          # R-Wis., D-N.Y.
    | \d+(?:[.,:/]\d+)*[^\W_]*(?:-[^\W_]+)*             # 1,000  3.5  5th  10:30  14-day  2017-10-05
    | [^\W_]+(?:[-&][^\W_]+|['’](?!s(?![^\W_]))[^\W_]+|\.(?:com|org|net|gov|edu|co|uk|us|io)\b)*
    | -{2,} | \.{2,} | '' | `{1,2}
    | [^\w\s] | _
    """,
    re.VERBOSE,
)


def tokenize(
    text: str, abbreviations: frozenset[str], first: int = 0, last: int | None = None
) -> tuple[list[int], list[int], list[str]]:
    """
    Return where each token starts, where it ends, and its word: lower case, apostrophes straight.

    A full stop belongs to the word before it where that is one of *abbreviations* (without the stop; lower case, or
    with a capital where only that is the abbreviation) or a single capital letter.
    Only the code points of *text* from *first* up to, not including, *last*
    are read.
    """
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    for match in _TOKEN.finditer(text, first, len(text) if last is None else last):
        start, end = match.span()
        word = match.group()
        if (
            word == "."
            and ends
            and ends[-1] == start
            and _takes_stop(words[-1], text, starts[-1], start, abbreviations)
        ):
            ends[-1] = end
            words[-1] += "."
            continue
        starts.append(start)
        ends.append(end)
        words.append(word.lower() if word.isascii() else word.lower().replace("’", "'"))
    return starts, ends, words


def _takes_stop(word: str, text: str, start: int, end: int, abbreviations: frozenset[str]) -> bool:
    return word in abbreviations or text[start:end] in abbreviations or (len(word) == 1 and text[start].isupper())
