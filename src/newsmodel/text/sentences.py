"""Sentences, found on the tokens of one block."""

from collections.abc import Mapping, Sequence

_ENDS = frozenset({".", "?", "!", "…", "...", "....", "..", "。", "！", "？", "؟", "۔", "।"})
_WIDE_ENDS = frozenset({"。", "！", "？"})
_CLOSERS = frozenset("\"'”’»)]}›」』") | {"''"}
_OPENERS = frozenset("\"'“‘„«([{‹¿¡–—-•「『") | {"''", "``", "--"}


def sentence_ends(
    text: str,
    starts: Sequence[int],
    ends: Sequence[int],
    words: Sequence[str],
    first: int,
    last: int,
    abbreviations: Mapping[str, str],
    starters: frozenset[str],
) -> list[int]:
    """
    Return the token index after the last token of each sentence between the tokens *first* and *last*.

    A sentence ends after a full stop, question mark, exclamation mark or ellipsis and the closing marks that touch
    it, where white space and then a capital, a digit or an opening mark follow. An abbreviation's stop ends one only
    where what follows shows it: see `_abbreviation_ends`.
    """
    found: list[int] = []
    i = first
    while i < last:
        word = words[i]
        i += 1
        if word in _ENDS:
            while i < last and words[i] in _ENDS and starts[i] == ends[i - 1]:
                i += 1
        elif (
            len(word) < 2
            or word[-1] != "."
            or not _abbreviation_ends(text, starts, words, i, last, abbreviations, starters)
        ):
            continue
        while i < last and words[i] in _CLOSERS and starts[i] == ends[i - 1]:
            i += 1
        if i < last and (word in _WIDE_ENDS or (starts[i] > ends[i - 1] and _may_start(text, starts, words, i, last))):
            found.append(i)
    if last > first:
        found.append(last)
    return found


def _may_start(text: str, starts: Sequence[int], words: Sequence[str], i: int, last: int) -> bool:
    """Tell whether a sentence may start with token *i*: a capital, digit or caseless letter, behind opening marks."""
    while i < last and words[i] in _OPENERS:
        i += 1
    if i == last:
        return False
    letter = text[starts[i]]
    return not letter.islower() and (letter.isalnum() or letter in "$€£¥@#")


def _abbreviation_ends(
    text: str,
    starts: Sequence[int],
    words: Sequence[str],
    after: int,
    last: int,
    abbreviations: Mapping[str, str],
    starters: frozenset[str],
) -> bool:
    """
    Tell whether the abbreviation before token *after* also ends its sentence.

    A title never does ("Mr.", "Gen."), nor does an initial; others do where a word follows that hardly stands there
    but at the start of a sentence ("in the U.S. The ..."), or an opening quotation mark.
    """
    word = words[after - 1].rstrip(".")
    follows = abbreviations.get(word, "any")
    if after == last or follows == "name" or (len(word) == 1 and word != "i"):
        return False
    following = words[after]
    if following in _CLOSERS or following in _OPENERS:
        return following in "\"“''" and "." in word
    ordinary = follows == "number" and text[starts[after - 1]].islower()  # "She teaches art. Nobody minds."
    return text[starts[after]].isupper() and (ordinary or following in starters)
