"""Sentences, found on the tokens of one block."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import Final, final

from newsmodel.lexicon import pairs, rows, words
from newsmodel.text.tokens import Tokens

_ENDS: Final = frozenset({".", "?", "!", "…", "...", "....", "..", "。", "！", "？", "؟", "۔", "।"})
_WIDE_ENDS: Final = frozenset({"。", "！", "？"})
# The last letter of a sentence, but for closing marks; an abbreviation ends with a full stop too.
_LAST: Final = re.compile("[" + "".join(sorted({word[-1] for word in _ENDS})) + "]")
_CLOSERS: Final = frozenset("\"'”’»)]}›」』") | {"''"}
_OPENERS: Final = frozenset("\"'“‘„«([{‹¿¡–—-•「『") | {"''", "``", "--"}


@final
@dataclass(frozen=True, slots=True)
class SentenceRules:
    """The words of one language that decide where a sentence ends."""

    abbreviations: dict[str, str]
    """Words that take a full stop of their own, and what may follow it (see ``abbreviations.txt``)."""
    starters: frozenset[str]
    """Words that, capitalised after such a full stop, show that a sentence has begun."""
    with_clock: frozenset[str]
    """Capitalised words that may go on after "5 p.m.": zones, days, months, holidays."""
    networks: frozenset[str]
    """Words after which a letter with a stop is a name and no initial: "on X."."""
    letters: frozenset[str]
    """Letters that are words: "I"."""
    zones: frozenset[str]
    """Words that make a zone of the name before them: "Lagos time"."""


@cache
def sentence_rules(language: str | None) -> SentenceRules:
    """Return the rules of *language*, empty without a lexicon."""
    if language is None:
        return SentenceRules({}, *[frozenset[str]()] * 5)
    dates = (words for words, kind, _ in rows(language, "calendar") if kind in ("weekday", "month", "season", "day"))
    named = (row[0] for name in ("zones", "holidays") for row in rows(language, name))
    with_clock = frozenset(date.lower().replace(".", "").split()[0] for date in (*dates, *named))
    starters = words(language, "sentence_starters")
    classes = {name: frozenset(listed.split()) for name, listed in rows(language, "sentence_words")}
    return SentenceRules(
        pairs(language, "abbreviations"),
        starters,
        with_clock - starters,
        classes["before-network"],
        classes["no-initial"],
        classes["zone"],
    )


def sentence_ends(text: str, tokens: Tokens, first: int, last: int, rules: SentenceRules) -> list[int]:
    """
    Return the token index after the last token of each sentence between the tokens *first* and *last*.

    A sentence ends after a full stop, question mark, exclamation mark or ellipsis and the closing marks that touch
    it, where white space and then a capital, a digit or an opening mark follow. An abbreviation's stop ends one only
    where what follows shows it: see `_abbreviation_ends`.
    """
    starts, ends, words, _ = tokens
    found: list[int] = []
    after = first
    for match in _LAST.finditer(text, starts[first], ends[last - 1]):
        i = bisect_left(ends, match.end(), after, last)
        if i == last or ends[i] != match.end():
            continue  # behind what was read already, or inside a token: "3.5"
        word = words[i]
        after = i + 1
        if word in _ENDS:
            while after < last and words[after] in _ENDS and starts[after] == ends[after - 1]:
                after += 1
        elif not _abbreviation_ends(tokens, after, last, rules):
            continue
        while after < last and words[after] in _CLOSERS and starts[after] == ends[after - 1]:
            after += 1
        if after < last and (
            word in _WIDE_ENDS or (starts[after] > ends[after - 1] and _may_start(tokens, after, last))
        ):
            found.append(after)
    return [*found, last]


def _may_start(tokens: Tokens, i: int, last: int) -> bool:
    """Tell whether a sentence may start with token *i*: a capital, digit or caseless letter, behind opening marks."""
    while i < last and tokens.words[i] in _OPENERS:
        i += 1
    if i == last:
        return False
    letter = tokens.initials[i]
    return not letter.islower() and (letter.isalnum() or letter in "$€£¥@#")


def _abbreviation_ends(tokens: Tokens, after: int, last: int, rules: SentenceRules) -> bool:
    """
    Tell whether the abbreviation before token *after* also ends its sentence.

    A title never does ("Mr.", "Gen."), nor does an initial; others do where a word follows that hardly stands there
    but at the start of a sentence ("in the U.S. The ..."), or an opening quotation mark. A time does before any
    capital but that of its zone or day ("at 5 p.m. Officials ...").
    """
    words, initials = tokens.words, tokens.initials
    word = words[after - 1].rstrip(".")
    follows = rules.abbreviations.get(word, "any")
    named = len(word) == 1 and word not in rules.letters and words[after - 2] not in rules.networks
    if after == last or follows == "name" or named:
        return False
    if word[1:2] == "-":  # "Speaker Ann Roe, R-Ohio. Roe ..."
        return True
    following = words[after]
    if following in _CLOSERS or following in _OPENERS:
        return following in "\"“''" and "." in word
    if follows == "clock":
        zone = following.replace(".", "") in rules.with_clock or (after + 1 < last and words[after + 1] in rules.zones)
        return initials[after].isupper() and not zone
    ordinary = follows == "number" and initials[after - 1].islower()  # "She teaches art. Nobody minds."
    return initials[after].isupper() and (ordinary or following in rules.starters)
