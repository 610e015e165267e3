"""The codes of words: the tag that a word has, or the mask of the tags it may have, by the lexicon or by its form."""

from typing import Final, NamedTuple

from newsmodel.lexicon import rows
from newsmodel.text.grammar.inflection import plurals, verbs
from newsmodel.text.grammar.tagset import (
    ADJECTIVE,
    ADVERB,
    BE,
    CONJUNCTION,
    DATE,
    DETERMINER,
    DO,
    GENITIVE,
    HAVE,
    HER,
    ING,
    MODAL,
    NOT,
    NOUN,
    NUMBER,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RATHER_NOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
    VERB_S,
    mask,
    settle,
)

_CLASSES: Final = {
    "determiner": DETERMINER,
    "possessive": POSSESSIVE,
    "genitive": GENITIVE,
    "pronoun": PRONOUN,
    "preposition": PREPOSITION,
    "conjunction": CONJUNCTION,
    "subordinator": SUBORDINATOR,
    "relative": RELATIVE,
    "modal": MODAL,
    "be": BE,
    "have": HAVE,
    "do": DO,
    "to": TO,
    "not": NOT,
    "adverb": ADVERB,
    "number": NUMBER,
    "date": DATE,
    "her": HER,
    "that": THAT,
}
CLOSED: Final = frozenset(_CLASSES.values()) - {ADVERB}
"""The tags of the closed classes: what the lexicon lists as one of them is one of them."""
UNKNOWN: Final = RATHER_NOUN
"""The number of words that the lexicon does not hold, until they are guessed: one that is no tag."""
# The masks that are guessed, and their numbers in every language.
_GUESSED: Final = (mask(ING, NOUN), mask(PAST, PARTICIPLE))
_MAY_BE_ING, _MAY_BE_PAST = range(UNKNOWN + 1, UNKNOWN + 3)
_CURRENCIES: Final = frozenset("$€£¥")
# The commonest marks, which are looked up rather than guessed.
_MARKS: Final = "\"'“”‘’`,.;:?!…-–—()[]/&%#*$€£¥"
_ADJECTIVE_ENDINGS: Final = (
    "ous", "ful", "less", "able", "ible", "ive", "ical", "ional", "ial", "ic", "ish", "ary", "ual", "ural",
)  # fmt: skip


class Codes(NamedTuple):
    """The codes of the words of a lexicon, numbered, so that those of a text are bytes."""

    numbers: dict[str, int]
    """The number of the code of every word form."""
    codes: tuple[int, ...]
    """By number a tag, which is its own number, or the mask of the tags that a word may have."""


def codes_of(language: str) -> Codes:
    """Return the tag, or the mask of tags, of every word form of the lexicon."""
    masks = _verb_masks(language)
    verbal = frozenset(masks)
    noun, rather_noun, adjective = mask(NOUN), mask(NOUN, RATHER_NOUN), mask(ADJECTIVE)
    known = masks.get
    for word, *_ in rows(language, "nouns"):
        masks[word] = known(word, 0) | noun
        for form in plurals(word):
            if form in verbal:  # "allies", of "ally" the noun rather than the verb
                masks[form] |= rather_noun
    for word, *_ in rows(language, "event_nouns"):
        for form in (word, *plurals(word)):
            masks[form] = known(form, 0) | noun
    for word, *_ in rows(language, "adjectives"):
        masks[word] = known(word, 0) | adjective
    settled = {code: settle(code) for code in {*masks.values()}}
    several = sorted({code for code in settled.values() if code > RATHER_NOUN} - {*_GUESSED})
    codes = (*range(UNKNOWN), NOUN, *_GUESSED, *several)
    number_of = {code: number for number, code in enumerate(codes) if number != UNKNOWN}
    known_as = {code: number_of[tag] for code, tag in settled.items()}
    numbers = {word: known_as[code] for word, code in masks.items()}
    numbers.update((word, _CLASSES[name]) for word, name in rows(language, "function_words"))
    numbers.update((mark, guess(mark)) for mark in _MARKS if mark not in numbers)
    return Codes(numbers, codes)


def _verb_masks(language: str) -> dict[str, int]:
    """Return the masks of the forms of the verbs, with what else verbs.txt says they may be."""
    inflected = verbs(language)
    masks: dict[str, int] = {}
    known = masks.get
    for base, *also in rows(language, "verbs"):
        flags = also[0] if also else ""
        rather = 1 << RATHER_NOUN if "N" in flags else 0
        noun = rather | 1 << NOUN if "n" in flags or rather else 0
        adjective = 1 << ADJECTIVE if "a" in flags else 0
        third, past, participle, ing = inflected[base]
        masks[base] = known(base, 0) | 1 << VERB | noun | adjective
        for forms, code in (
            (third, 1 << VERB_S | noun),
            (past, 1 << PAST),
            (participle, 1 << PARTICIPLE),
            (ing, 1 << ING),
        ):
            for form in forms:
                masks[form] = known(form, 0) | code
    return masks


def guess(word: str) -> int:
    """Return the number of the code of a word that the lexicon does not hold, by its form."""
    first = word[0]
    if not first.isalpha():
        if first.isdigit():
            return ADJECTIVE if "-" in word and word[-1].isalpha() else NUMBER
        return NUMBER if first in _CURRENCIES else PUNCTUATION
    if "-" in word:
        return _guess_compound(word)
    if word.endswith("ly") and len(word) > 4:
        return ADVERB
    if word.endswith("ing") and len(word) > 5:
        return _MAY_BE_ING
    if word.endswith("ed") and len(word) > 4:
        return _MAY_BE_PAST
    if word.endswith(_ADJECTIVE_ENDINGS) and len(word) > 5:
        return ADJECTIVE
    return NOUN


def _guess_compound(word: str) -> int:
    last = word.rpartition("-")[2]
    if last.endswith(
        ("ed", "old", "wide", "free", "ing", "based", "made", "led", "born", "style", "like", "run", "long")
    ):
        return ADJECTIVE
    return NOUN
