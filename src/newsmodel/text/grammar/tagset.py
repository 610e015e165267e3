"""
The tags: coarse parts of speech as small integers.

A word that may be several things has a mask in their stead, a larger integer with one bit for each; a finished list
of tags holds none.
"""

from typing import Final

# Closed classes: what stands in the lexicon as one of them is one of them.
PUNCTUATION: Final = 0
NUMBER: Final = 1
DETERMINER: Final = 2
POSSESSIVE: Final = 3
PRONOUN: Final = 4
PREPOSITION: Final = 5
CONJUNCTION: Final = 6
SUBORDINATOR: Final = 7
RELATIVE: Final = 8
MODAL: Final = 9
BE: Final = 10
HAVE: Final = 11
DO: Final = 12
TO: Final = 13
NOT: Final = 14
GENITIVE: Final = 15
"""The "'s" of "the city's"."""
HER: Final = 16
"""Not yet known whether possessive or pronoun; never in a result."""
THAT: Final = 17
"""Not yet known whether determiner, relative or subordinator; never in a result."""
# Open classes.
ADVERB: Final = 18
NOUN: Final = 19
NAME: Final = 20
ADJECTIVE: Final = 21
VERB: Final = 22
"""The base form, and the present tense that looks like it."""
VERB_S: Final = 23
"""The third person singular of the present tense."""
PAST: Final = 24
PARTICIPLE: Final = 25
"""The past participle, in a verb group or after the noun it belongs to."""
ING: Final = 26
DATE: Final = 27
"""The name of a weekday or month."""
RATHER_NOUN: Final = 28
"""A bit of a mask, no tag: where nothing decides, the word is a noun."""

CLASSES: Final = {
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
"""The tags by their names in function_words.txt of a lexicon."""
CLOSED: Final = frozenset(CLASSES.values()) - {ADVERB}
"""The tags of the closed classes."""
VERBAL: Final = frozenset({VERB, VERB_S, PAST, PARTICIPLE, ING})
AUXILIARY: Final = frozenset({BE, HAVE, DO, MODAL})
FINITE: Final = AUXILIARY | {VERB, VERB_S, PAST}
SURELY_FINITE: Final = AUXILIARY | {VERB_S, PAST}
"""Those that no infinitive has."""
PHRASE_STARTS: Final = frozenset({DETERMINER, POSSESSIVE, PRONOUN, HER, NUMBER, NAME})
"""What begins a noun phrase, and so shows that the word before it takes an object."""
HEADS: Final = frozenset({NOUN, NAME})
"""What a noun phrase has as its head, but for pronouns."""
INSIDE_GROUPS: Final = frozenset({ADVERB, NOT})
"""What may stand between the words of a verb group."""

# The bits of masks.
AS_NOUN: Final = 1 << NOUN
AS_ADJECTIVE: Final = 1 << ADJECTIVE
AS_VERB: Final = 1 << VERB
AS_VERB_S: Final = 1 << VERB_S
AS_PAST: Final = 1 << PAST
AS_PARTICIPLE: Final = 1 << PARTICIPLE
AS_ING: Final = 1 << ING
AS_RATHER_NOUN: Final = 1 << RATHER_NOUN
AS_FINITE: Final = AS_VERB | AS_VERB_S | AS_PAST


_NOMINAL: Final = frozenset({NOUN, NAME, ADJECTIVE, NUMBER})
_MAY_BE_NOMINAL: Final = AS_NOUN | AS_ADJECTIVE


def settle(code: int) -> int:
    """Return the tag of a mask with one tag only, else the mask; participles stay masks, for they may be adjectives."""
    single = code & (code - 1) == 0 and not code & (AS_ING | AS_PARTICIPLE)
    return code.bit_length() - 1 if single else code


def may_be_noun(code: int) -> bool:
    """Tell whether a word may be part of a noun phrase after its first word."""
    return code in _NOMINAL or (code > RATHER_NOUN and bool(code & _MAY_BE_NOMINAL))


def may(code: int, possible: int) -> bool:
    """Tell whether a word of this code may be one of the tags of the mask *possible*."""
    return bool((code if code > RATHER_NOUN else 1 << code) & possible)


def finite(code: int) -> int:
    """Return the finite verb tag of a mask, the past tense first."""
    if code & AS_PAST:
        return PAST
    return VERB_S if code & AS_VERB_S else VERB
