"""
The kinds of words: what a word may be, and which steps look for it.

There are so few kinds that those of a text are bytes: one look-up a token tells the tagger and every step at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import Final, final

from newsmodel.text.events.lexicon import event_lexicon
from newsmodel.text.grammar.codes import UNKNOWN, codes_of
from newsmodel.text.grammar.reporting import cue_words, speaking_words
from newsmodel.text.places.gazetteer import gazetteer
from newsmodel.text.times.vocabulary import vocabulary

PLACES: Final = 1
"""The words that may begin a place. The steps are bits, for a word may be looked for by several."""
TIMES: Final = 2
"""The words that may begin a time."""
CUES: Final = 4
"""The words that may report."""
QUOTES: Final = 8
"""The words and marks that may make a quote without a word that reports."""
EVENTS: Final = 16
"""The words that may name an event, beside verbs."""


@final
@dataclass(frozen=True, slots=True)
class WordKinds:
    """The words of a language by their kinds."""

    language: str
    """The folder of the lexicon."""
    kinds: dict[str, int]
    """The kind of every word that the tagger knows or a step looks for; that of the others is `UNKNOWN`."""
    numbers: bytes
    """Maps kinds to the numbers of codes."""
    codes: tuple[int, ...]
    """By number the code: a tag, which is its own number, or the mask of the tags that a word may have."""
    capitalized: dict[str, int]
    """By the word in lower case, the number of the code that it has with a capital inside a sentence: "May"."""
    steps: bytes
    """Maps kinds to the steps that look for the word."""

    def of(self, words: Iterable[str]) -> bytes:
        """Return the kind of each word, one byte each."""
        return bytes(map(self.kinds.get, words, repeat(UNKNOWN)))

    def number(self, word: str) -> int:
        """Return the number of the code of a word."""
        return self.numbers[self.kinds.get(word, UNKNOWN)]


@cache
def word_kinds(language: str) -> WordKinds:
    """Return the words of a language by their kinds: of those that no step looks for, the number of the code is it."""
    kinds, codes, capitalized = codes_of(language)
    number_of = kinds.get
    kind_of = {(number, 0): number for number in range(len(codes))}
    for word, steps in _steps(language).items():
        kinds[word] = kind_of.setdefault((number_of(word, UNKNOWN), steps), len(kind_of))
    numbers, listed = zip(*kind_of, strict=True)
    return WordKinds(
        language, kinds, bytes(numbers).ljust(256, b"\0"), codes, capitalized, bytes(listed).ljust(256, b"\0")
    )


def _steps(language: str) -> dict[str, int]:
    """Return the steps that look for a word."""
    events = event_lexicon(language)
    found: dict[str, int] = {}
    for step, listed in (
        (PLACES, gazetteer(language).starters),
        (TIMES, vocabulary(language).terms),
        (CUES, cue_words(language)),
        (QUOTES, speaking_words(language)),
        (EVENTS, events.nouns.keys() | events.noun_tails | events.adjectives.keys()),
    ):
        for word in listed:
            found[word] = found.get(word, 0) | step
    return found
