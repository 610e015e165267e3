"""The codes of words: the tag that a word has, or the mask of the tags it may have, by the lexicon or by its form."""

from functools import cache
from typing import Final, NamedTuple

from newsmodel.lexicon import rows
from newsmodel.text.grammar.inflection import plurals, verbs
from newsmodel.text.grammar.tagset import (
    ADJECTIVE,
    ADVERB,
    AS_ADJECTIVE,
    AS_ING,
    AS_NOUN,
    AS_PARTICIPLE,
    AS_PAST,
    AS_RATHER_NOUN,
    AS_VERB,
    AS_VERB_S,
    CLASSES,
    NAME,
    NOUN,
    NUMBER,
    PUNCTUATION,
    RATHER_NOUN,
    settle,
)

UNKNOWN: Final = RATHER_NOUN
"""The number of words that the lexicon does not hold, until they are guessed: one that is no tag."""
# The masks that are guessed, and their numbers in every language.
_GUESSED: Final = (AS_ING | AS_NOUN, AS_PAST | AS_PARTICIPLE)
_MAY_BE_ING, _MAY_BE_PAST = range(UNKNOWN + 1, UNKNOWN + 3)
_CURRENCIES: Final = frozenset("$€£¥")
# The commonest marks, which are looked up rather than guessed.
_MARKS: Final = "\"'“”‘’`,.;:?!…-–—()[]/&%#*$€£¥"
# What the words of an ending of word_endings.txt are.
_ENDED: Final = {"adverb": ADVERB, "adjective": ADJECTIVE, "ing": _MAY_BE_ING, "past": _MAY_BE_PAST}


class Codes(NamedTuple):
    """The codes of the words of a lexicon, numbered, so that those of a text are bytes."""

    numbers: dict[str, int]
    """The number of the code of every word form."""
    codes: tuple[int, ...]
    """By number a tag, which is its own number, or the mask of the tags that a word may have."""
    capitalized: dict[str, int]
    """By the word in lower case, the number of what it is with a capital inside a sentence: "May"."""


def codes_of(language: str) -> Codes:
    """Return the tag, or the mask of tags, of every word form of the lexicon."""
    masks = _verb_masks(language)
    verbal = frozenset(masks)
    known = masks.get
    for word, *_ in rows(language, "nouns"):
        masks[word] = known(word, 0) | AS_NOUN
        for form in plurals(word):
            if form in verbal:  # "allies", of "ally" the noun rather than the verb
                masks[form] |= AS_NOUN | AS_RATHER_NOUN
    for word, *_ in rows(language, "event_nouns"):
        for form in (word, *plurals(word)):
            masks[form] = known(form, 0) | AS_NOUN
    for word, *_ in rows(language, "adjectives"):
        masks[word] = known(word, 0) | AS_ADJECTIVE
    settled = {code: settle(code) for code in {*masks.values()}}
    several = sorted({code for code in settled.values() if code > RATHER_NOUN} - {*_GUESSED})
    codes = (*range(UNKNOWN), NOUN, *_GUESSED, *several)
    number_of = {code: number for number, code in enumerate(codes) if number != UNKNOWN}
    known_as = {code: number_of[tag] for code, tag in settled.items()}
    numbers = {word: known_as[code] for word, code in masks.items()}
    capitalized: dict[str, int] = {}
    for word, name in rows(language, "function_words"):
        if word[0].isupper():
            capitalized[word.lower()] = NAME if name == "name" else CLASSES[name]
        else:
            numbers[word] = CLASSES[name]
    numbers.update((mark, guess(mark, language)) for mark in _MARKS if mark not in numbers)
    return Codes(numbers, codes, capitalized)


def _verb_masks(language: str) -> dict[str, int]:
    """Return the masks of the forms of the verbs, with what else verbs.txt says they may be."""
    inflected = verbs(language)
    masks: dict[str, int] = {}
    known = masks.get
    for base, *also in rows(language, "verbs"):
        flags = also[0] if also else ""
        rather = AS_RATHER_NOUN if "N" in flags else 0
        noun = rather | AS_NOUN if "n" in flags or rather else 0
        adjective = AS_ADJECTIVE if "a" in flags else 0
        third, past, participle, ing = inflected[base]
        masks[base] = known(base, 0) | AS_VERB | noun | adjective
        for forms, code in (
            (third, AS_VERB_S | noun),
            (past, AS_PAST),
            (participle, AS_PARTICIPLE),
            (ing, AS_ING),
        ):
            for form in forms:
                masks[form] = known(form, 0) | code
    return masks


def guess(word: str, language: str) -> int:
    """Return the number of the code of a word that the lexicon does not hold, by its form."""
    first = word[0]
    if not first.isalpha():
        if first.isdigit():
            return ADJECTIVE if "-" in word and word[-1].isalpha() else NUMBER
        return NUMBER if first in _CURRENCIES else PUNCTUATION
    if "-" in word:
        return ADJECTIVE if word.rpartition("-")[2].endswith(_compound_endings(language)) else NOUN
    for shortest, endings, number in _endings(language):
        if word.endswith(endings) and len(word) >= shortest:
            return number
    return NOUN


@cache
def _compound_endings(language: str) -> tuple[str, ...]:
    """Return how the last parts of compound adjectives end: "-led" of "state-led"."""
    return tuple([row[0][1:] for row in rows(language, "word_endings") if row[0][0] == "-"])


@cache
def _endings(language: str) -> tuple[tuple[int, tuple[str, ...], int], ...]:
    """Return the letters of the shortest word, its endings, and the number of the code that these give."""
    kinds: dict[tuple[int, int], list[str]] = {}
    for ending, kind, *shortest in rows(language, "word_endings"):
        if ending[0] != "-":
            kinds.setdefault((int(shortest[0]), _ENDED[kind]), []).append(ending)
    return tuple([(shortest, tuple(endings), number) for (shortest, number), endings in kinds.items()])
