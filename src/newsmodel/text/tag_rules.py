"""The tags, and the rules that choose among the tags a word may have by the words around it."""

from collections.abc import Callable, Sequence
from typing import Final

Add = Callable[..., None]

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


def mask(*tags: int) -> int:
    """Return the code of a word that may be any of *tags*; codes from `NOUN` on that are no tag are masks."""
    code = 0
    for tag in tags:
        code |= 1 << tag
    return code


_NOUN, _ADJECTIVE, _VERB, _VERB_S = 1 << NOUN, 1 << ADJECTIVE, 1 << VERB, 1 << VERB_S
_PAST, _PARTICIPLE, _ING, _RATHER_NOUN = 1 << PAST, 1 << PARTICIPLE, 1 << ING, 1 << RATHER_NOUN
_PRESENT = _VERB | _VERB_S
_PAST_ONLY = frozenset({_PAST})
_PAST_OR_BOTH = frozenset({_PAST, _PAST | _PARTICIPLE})
_FINITE = _VERB | _VERB_S | _PAST


def settle(code: int) -> int:
    """Return the tag of a mask with one tag only, else the mask; participles stay masks, for they may be adjectives."""
    single = code & (code - 1) == 0 and not code & (_ING | _PARTICIPLE)
    return code.bit_length() - 1 if single else code


# What begins a noun phrase, and so shows that the word before it takes an object.
_PHRASE_STARTS = frozenset({DETERMINER, POSSESSIVE, PRONOUN, HER, NUMBER, NAME})
_PASSED_OVER = frozenset({ADVERB, NOT})
# What "'s" is short for "is" after.
_CONTRACTS = frozenset({PRONOUN, RELATIVE, THAT, ADVERB})
_BEFORE_HEADS = frozenset({DETERMINER, POSSESSIVE, GENITIVE, ADJECTIVE, NUMBER})
_OWNING = frozenset({DETERMINER, POSSESSIVE, GENITIVE})
_BEFORE_NOUNS = frozenset({DETERMINER, POSSESSIVE, GENITIVE, PREPOSITION, ADJECTIVE})
_FINITE_AUXILIARIES = frozenset({BE, HAVE, MODAL, DO})
_FINITE_TAGS = _FINITE_AUXILIARIES | {VERB_S, PAST}
_CLAUSE_ENDS = frozenset({SUBORDINATOR, RELATIVE, THAT, TO, PUNCTUATION})
_STOPS = frozenset({".", "?", "!", '"', "”", "''"})
_VERBAL = frozenset({VERB, VERB_S, PAST, PARTICIPLE, ING})
_LONGEST_HEADLINE = 25
_SUBJECT_PLURALS = frozenset({"people", "police", "men", "women", "children", "media", "others", "youths"})
_ATTRIBUTIVE_PLURALS = frozenset(
    {"news", "sports", "arms", "sales", "savings", "earnings", "systems", "operations", "politics", "economics"}
)
_OBJECT_PRONOUNS = frozenset({"him", "them", "me", "us", "her", "itself", "himself", "themselves", "herself"})


def resolve(words: Sequence[str], codes: Sequence[int]) -> list[int]:
    """Return the tags of the words of one sentence, given their codes."""
    tags: list[int] = []
    before = outside = PUNCTUATION  # the tag of the last word that is no adverb; the same before an open bracket
    for i, code in enumerate(codes):
        if code < GENITIVE:
            tag = code
        elif code > RATHER_NOUN:
            tag = _choose(words, codes, tags, i, code, before)
        else:
            tag = _settle(words, codes, tags, i, code, before)
        tags.append(tag)
        if tag not in _PASSED_OVER:
            before = tag
        if words[i] == "(":
            outside = tags[i - 1] if i else PUNCTUATION
        elif words[i] == ")":
            before = outside
    return tags


def _settle(words: Sequence[str], codes: Sequence[int], tags: list[int], i: int, code: int, before: int) -> int:
    """Return the tag of token *i*, whose code is one tag that the words before may still change."""
    if code == HER:
        return POSSESSIVE if i + 1 < len(codes) and _may_be_noun(codes[i + 1]) else PRONOUN
    if code == THAT:
        return _that(words, codes, tags, i)
    if code == GENITIVE:
        return BE if before in _CONTRACTS else GENITIVE
    if code == VERB:
        return NOUN if before in _BEFORE_NOUNS else VERB
    if code == ADJECTIVE:
        if before == TO:
            return ADVERB
        return NOUN if before in _OWNING and not _modifies(codes, i) else ADJECTIVE
    return code


def _that(words: Sequence[str], codes: Sequence[int], tags: list[int], i: int) -> int:
    """Tell the "that" of "that day" from the one of "the man that came" and of "said that"."""
    following = codes[i + 1] if i + 1 < len(codes) else PUNCTUATION
    if i > 0 and tags[-1] in {NOUN, NAME} and (following in {MODAL, BE, HAVE, DO} or _may(following, _FINITE)):
        return RELATIVE
    if following in {NOUN, ADJECTIVE} and not words[i + 1].endswith("s"):
        after = codes[i + 2] if i + 2 < len(codes) else PUNCTUATION
        if i == 0 or not (after in _FINITE_AUXILIARIES or _may(after, _FINITE)):
            return DETERMINER
    if following in {PUNCTUATION, BE, MODAL, HAVE, DO}:
        return PRONOUN
    return SUBORDINATOR


def _choose(words: Sequence[str], codes: Sequence[int], tags: list[int], i: int, code: int, before: int) -> int:
    """Return the tag of token *i*, which may be any of the mask *code*; *before* is the tag it follows."""
    if before in {TO, MODAL, DO}:
        if code & _VERB:
            return VERB
        if before == TO and code & _ING:
            return _ing(codes, i, code)
        return _nominal(codes, i, code)
    if before in {HAVE, BE}:
        return _after_auxiliary(codes, i, code, before)
    if before in _BEFORE_HEADS:
        if before == NUMBER and code & (_PAST | _PARTICIPLE) and not _modifies(codes, i):
            return PAST if code & _PAST and _has_object(codes, i) else PARTICIPLE
        if before == NUMBER and not code & (_NOUN | _ADJECTIVE | _ING | _PARTICIPLE):
            return _finite(code)
        return _nominal(codes, i, code)
    if before == PREPOSITION:
        return _ing(codes, i, code) if code & _ING else _nominal(codes, i, code)
    if before in {PRONOUN, RELATIVE, SUBORDINATOR}:
        return _after_pronoun(words, codes, i, code, before)
    if before in {NOUN, NAME}:
        return _after_noun(words, codes, tags, i, code)
    if before in _VERBAL:
        return _after_verb(codes, i, code)
    if before == CONJUNCTION:
        return _after_conjunction(codes, tags, i, code)
    return _after_pause(codes, tags, i, code)


def _has_object(codes: Sequence[int], i: int) -> bool:
    """Tell whether a noun phrase starts right after token *i*: it has an object."""
    return i + 1 < len(codes) and codes[i + 1] in _PHRASE_STARTS


def _finite(code: int) -> int:
    """Return the finite verb tag of a mask, the past tense first."""
    if code & _PAST:
        return PAST
    return VERB_S if code & _VERB_S else VERB


def _may(code: int, tags: int) -> bool:
    """Tell whether a word of this code may be one of *tags*, given as a mask."""
    return bool((code if code > RATHER_NOUN else 1 << code) & tags)


def _may_be_noun(code: int) -> bool:
    """Tell whether a word may be part of a noun phrase after its first word."""
    return code in {NOUN, NAME, ADJECTIVE, NUMBER} or (code > RATHER_NOUN and bool(code & (_NOUN | _ADJECTIVE)))


def _modifies(codes: Sequence[int], i: int) -> bool:
    """Tell whether token *i* may stand before a noun as its adjective."""
    if i + 1 >= len(codes):
        return False
    code = codes[i + 1]
    if code in {NOUN, NAME, ADJECTIVE}:
        return True
    return code > RATHER_NOUN and bool(code & (_NOUN | _ADJECTIVE)) and not code & _ING


def _nominal(codes: Sequence[int], i: int, code: int) -> int:
    """Return the tag inside a noun phrase."""
    if code & (_ADJECTIVE | _PARTICIPLE | _PAST | _ING) and _modifies(codes, i):
        if code & _NOUN and not code & _ADJECTIVE:
            return NOUN
        return ADJECTIVE
    if code & _NOUN or not code & _ADJECTIVE:
        return NOUN if code & (_NOUN | _ING | _VERB | _VERB_S) else PARTICIPLE if code & _PARTICIPLE else PAST
    return ADJECTIVE


def _ing(codes: Sequence[int], i: int, code: int) -> int:
    """Tell the verb of "by killing three" from the noun of "after training" and from "in leading roles"."""
    following = codes[i + 1] if i + 1 < len(codes) else PUNCTUATION
    if following == NAME and code & _ADJECTIVE:
        return ADJECTIVE
    if following in _PHRASE_STARTS or following in {TO, THAT, ADVERB}:
        return ING
    if code & _NOUN:
        return NOUN
    if code & _ADJECTIVE and _modifies(codes, i):
        return ADJECTIVE
    return ING


def _after_auxiliary(codes: Sequence[int], i: int, code: int, before: int) -> int:
    if before == BE and code & _ADJECTIVE and not code & (_ING | _PARTICIPLE):
        return ADJECTIVE
    if code & _PARTICIPLE:
        return PARTICIPLE
    if before == BE and code & _ING:
        return ING
    if before == HAVE and code & _PAST:
        return PARTICIPLE
    return _nominal(codes, i, code)


def _after_pronoun(words: Sequence[str], codes: Sequence[int], i: int, code: int, before: int) -> int:
    if before == SUBORDINATOR and not (code & _PAST and not code & _PARTICIPLE):
        if code & _ING:
            return ING
        if code & _PARTICIPLE and not _modifies(codes, i):
            return PARTICIPLE
        return _nominal(codes, i, code)
    if before == PRONOUN and words[i - 1] in _OBJECT_PRONOUNS:
        if code & _VERB:
            return VERB
        if code & _ING:
            return ING
        if code & _PARTICIPLE:
            return PARTICIPLE
    if code & _FINITE:
        return _finite(code)
    if code & _ING:
        return ING
    return _nominal(codes, i, code)


def _after_noun(words: Sequence[str], codes: Sequence[int], tags: list[int], i: int, code: int) -> int:
    following = codes[i + 1] if i + 1 < len(codes) else PUNCTUATION
    if code & _PAST:
        if code & _PARTICIPLE and i + 1 < len(codes) and words[i + 1] == "by":
            return PARTICIPLE
        if not code & _NOUN or following in _PHRASE_STARTS or not code & _RATHER_NOUN:
            return PAST
    elif code & _PARTICIPLE:
        if code & _VERB and _plural(words, i):
            return VERB
        return PARTICIPLE
    if code & _VERB_S:
        if not code & _NOUN:
            return VERB_S
        if _verb_follows(words, codes, i) or _any_verb(tags, i):
            return VERB_S if _shows_verb(codes, tags, i) and not code & _RATHER_NOUN else NOUN
        return VERB_S if _shows_verb(codes, tags, i) or _is_headline(words) else NOUN
    if code & _VERB:
        return _base_after_noun(words, codes, tags, i, code)
    if code & _ING:
        if code & _NOUN and following not in _PHRASE_STARTS:
            return NOUN
        return ADJECTIVE if _before_bare_noun(words, codes, i) else ING
    return _nominal(codes, i, code)


def _before_bare_noun(words: Sequence[str], codes: Sequence[int], i: int) -> bool:
    """Tell whether a noun in the singular follows right away: "operating profit", not "carrying guns"."""
    if i + 1 >= len(codes) or not (codes[i + 1] == NOUN or _may(codes[i + 1], _NOUN)):
        return False
    return not words[i + 1].endswith("s") and words[i + 1] not in _SUBJECT_PLURALS


def _base_after_noun(words: Sequence[str], codes: Sequence[int], tags: list[int], i: int, code: int) -> int:
    """Tell the verb of "rebels attack the town" from the noun of "the rebel attack"."""
    if not code & (_NOUN | _ADJECTIVE):
        return VERB
    nominal = NOUN if code & _NOUN else ADJECTIVE
    if _verb_follows(words, codes, i) or i + 1 >= len(codes) or words[i + 1] in {"'s", "'"}:
        return nominal
    if _shows_verb(codes, tags, i):
        return VERB if _plural(words, i) or (_is_headline(words) and not _any_verb(tags, i)) else nominal
    if _plural(words, i) and (not code & _RATHER_NOUN or (_is_headline(words) and not _any_verb(tags, i))):
        return VERB
    return nominal


def _plural(words: Sequence[str], i: int) -> bool:
    """Tell whether the noun before token *i* may be a plural subject."""
    word = words[i - 1]
    if word in _SUBJECT_PLURALS:
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in _ATTRIBUTIVE_PLURALS


def _shows_verb(codes: Sequence[int], tags: Sequence[int], i: int) -> bool:
    """Tell whether what follows token *i* is what follows a verb: an object, "that", "to" in a clause without verb."""
    if i + 1 >= len(codes):
        return False
    following = codes[i + 1]
    return following in _PHRASE_STARTS or following == THAT or (following == TO and not _any_verb(tags, i))


def _awaits_verb(tags: Sequence[int]) -> bool:
    """Tell whether the sentence has a subject and no finite verb so far, by the last twenty tags."""
    recent = tags[-20:]
    return NOUN in recent and not _any_verb(tags, len(tags)) and not any(tag in _VERBAL for tag in recent[:-8])


def _verb_follows(words: Sequence[str], codes: Sequence[int], i: int) -> bool:
    """
    Tell whether a finite verb may stand after token *i* in its clause.

    In a headline, whose verbs are in the present, what may be a participle is one: "police arrest man accused of".
    """
    past = _PAST_ONLY if _is_headline(words) else _PAST_OR_BOTH
    for code in codes[i + 1 : i + 13]:
        if code in _CLAUSE_ENDS:
            return False
        if code in _FINITE_AUXILIARIES:
            return True
        if code > RATHER_NOUN and (code & (_PAST | _PARTICIPLE) in past or (code & _PRESENT and not code & _NOUN)):
            return True
    return False


def _is_headline(words: Sequence[str]) -> bool:
    """Tell whether the sentence ends without a full stop, as headlines do."""
    return words[-1] not in _STOPS and len(words) < _LONGEST_HEADLINE


def _any_verb(tags: Sequence[int], i: int) -> bool:
    """Tell whether a finite verb stands among the ten tags before token *i*."""
    return any(tag in _FINITE_TAGS for tag in tags[max(0, i - 10) : i])


def _after_verb(codes: Sequence[int], i: int, code: int) -> int:
    if code & _ING:
        return _ing(codes, i, code)
    if code & _PARTICIPLE and not code & _NOUN:
        return ADJECTIVE if _modifies(codes, i) else PARTICIPLE
    if code & _PAST and not code & _NOUN:
        return PAST
    return _nominal(codes, i, code)


def _after_conjunction(codes: Sequence[int], tags: list[int], i: int, code: int) -> int:
    """Give both sides of "and" the same tag where they may have it."""
    joined = tags[i - 2] if i > 1 else PUNCTUATION
    if joined in _VERBAL and code & (1 << joined):
        return joined
    if code & (_PAST | _PARTICIPLE):
        return _coordinated_past(codes, tags, i, code)
    if code & _ING:
        return _ing(codes, i, code)
    if code & _FINITE and _shows_verb(codes, tags, i):
        return VERB_S if code & _VERB_S else VERB
    if code & _FINITE and not code & (_NOUN | _ADJECTIVE):
        return VERB_S if code & _VERB_S else VERB
    return _nominal(codes, i, code)


def _coordinated_past(codes: Sequence[int], tags: list[int], i: int, code: int) -> int:
    if not code & _PARTICIPLE:
        return PAST
    if not code & _PAST or (_modifies(codes, i) and tags[i - 2] in {ADJECTIVE, PREPOSITION, DETERMINER}):
        return ADJECTIVE if _modifies(codes, i) else PARTICIPLE
    for tag in reversed(tags[max(0, i - 12) : i]):
        if tag in {PARTICIPLE, PAST}:
            return tag
    return PAST


def _after_pause(codes: Sequence[int], tags: list[int], i: int, code: int) -> int:
    """Return the tag at the start of a sentence or after a comma."""
    if code & _PAST and code & _VERB and tags and _awaits_verb(tags):
        return PAST
    if code & _ING:
        if _shows_verb(codes, tags, i) or not code & _NOUN:
            return ADJECTIVE if code & _ADJECTIVE and _modifies(codes, i) else ING
        return NOUN
    if code & _PARTICIPLE and not code & _VERB:
        if _modifies(codes, i) and not _has_object(codes, i):
            return PAST if code & _PAST and tags and tags[-1] == PUNCTUATION and _awaits_verb(tags) else ADJECTIVE
        return PAST if code & _PAST and _has_object(codes, i) and tags else PARTICIPLE
    if code & _PAST and not code & _VERB:
        return PAST
    if code & _VERB_S and (not code & _NOUN or _shows_verb(codes, tags, i)):
        return VERB_S
    if code & _VERB and (not code & (_NOUN | _ADJECTIVE) or _shows_verb(codes, tags, i)):
        return VERB
    return _nominal(codes, i, code)
