"""The rules that choose among the tags a word may have by the words around it."""

from collections.abc import Iterable
from itertools import compress
from typing import Final

from newsmodel.text.grammar.neighbours import Neighbours
from newsmodel.text.grammar.tagset import (
    ADJECTIVE,
    ADVERB,
    AS_ADJECTIVE,
    AS_FINITE,
    AS_ING,
    AS_NOUN,
    AS_PARTICIPLE,
    AS_PAST,
    AS_RATHER_NOUN,
    AS_VERB,
    AS_VERB_S,
    AUXILIARY,
    BE,
    CONJUNCTION,
    DATE,
    DETERMINER,
    DO,
    GENITIVE,
    HAVE,
    HEADS,
    HER,
    ING,
    MODAL,
    NAME,
    NOT,
    NOUN,
    NUMBER,
    PARTICIPLE,
    PAST,
    PHRASE_STARTS,
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
    VERBAL,
    finite,
    may,
    may_be_noun,
)

# What is one thing whatever stands around it.
_SETTLED: Final = frozenset(range(GENITIVE)) | {ADVERB, NOUN, NAME, VERB_S, PAST, PARTICIPLE, ING, DATE}
# Maps the numbers of codes to whether the words around decide.
_UNSETTLED: Final = bytes(number not in _SETTLED for number in range(256))
_AFTER_ING: Final = PHRASE_STARTS | {TO, THAT, ADVERB}
# Right before a word, these may hide what it follows: an adverb, a closing bracket.
_UNCLEAR: Final = frozenset({ADVERB, NOT, PUNCTUATION})
# What "'s" is short for "is" after.
_CONTRACTS: Final = frozenset({PRONOUN, RELATIVE, THAT, ADVERB})
_BEFORE_BASES: Final = frozenset({TO, MODAL, DO})
_BEFORE_PARTICIPLES: Final = frozenset({HAVE, BE})
_OPENERS: Final = frozenset({PRONOUN, RELATIVE, SUBORDINATOR})
_BEFORE_HEADS: Final = frozenset({DETERMINER, POSSESSIVE, GENITIVE, ADJECTIVE, NUMBER})
_OWNING: Final = frozenset({DETERMINER, POSSESSIVE, GENITIVE})
_BEFORE_NOUNS: Final = frozenset({DETERMINER, POSSESSIVE, GENITIVE, PREPOSITION, ADJECTIVE})
_BARE: Final = frozenset({NOUN, ADJECTIVE})
_BEFORE_MODIFIERS: Final = frozenset({ADJECTIVE, PREPOSITION, DETERMINER})
_PASTS: Final = frozenset({PARTICIPLE, PAST})
_SUBJECTS: Final = frozenset({PRONOUN, RELATIVE})


def settle_tags(near: Neighbours, sentences: Iterable[tuple[int, int]]) -> bytes:
    """Return the tags of the words."""
    numbers, codes, tags = near.numbers, near.codes, near.tags
    sentences = iter(sentences)
    for i in compress(range(len(numbers)), numbers.translate(_UNSETTLED)):
        while i >= near.last:
            near.first, near.last = next(sentences)
        before = tags[i - 1] if i > near.first else PUNCTUATION
        if before in _UNCLEAR:
            before = near.before(i)
        code = codes[numbers[i]]
        tags[i] = _choose(near, i, code, before) if code > RATHER_NOUN else _tag(near, i, code, before)
    return bytes(tags)


def _tag(near: Neighbours, i: int, code: int, before: int) -> int:
    """Return the tag of token *i*, whose code is one tag that the words before may still change."""
    if code == HER:
        return POSSESSIVE if may_be_noun(near.following(i)) else PRONOUN
    if code == THAT:
        return _that(near, i)
    if code == GENITIVE:
        return BE if before in _CONTRACTS and not near.owns(i) else GENITIVE
    if code == VERB:
        return NOUN if before in _BEFORE_NOUNS else VERB
    if before == TO:  # an adjective: "to better serve"
        return ADVERB
    return NOUN if before in _OWNING and not near.modifies(i) else ADJECTIVE


def _that(near: Neighbours, i: int) -> int:
    """Tell the "that" of "that day" from the one of "the man that came" and of "said that"."""
    following = near.following(i)
    opens = i == near.first
    if not opens and near.tags[i - 1] in HEADS and (following in AUXILIARY or may(following, AS_FINITE)):
        return SUBORDINATOR if may_be_noun(following) and near.is_addressed(i) else RELATIVE
    if following in _BARE and not near.words[i + 1].endswith("s"):
        after = near.following(i + 1)
        if opens or not (after in AUXILIARY or may(after, AS_FINITE)):
            return DETERMINER
    if following == PUNCTUATION or following in AUXILIARY:
        return PRONOUN
    return SUBORDINATOR


def _choose(near: Neighbours, i: int, code: int, before: int) -> int:
    """Return the tag of token *i*, which may be any of the mask *code*; *before* is the tag it follows."""
    if before in _BEFORE_BASES:
        if code & AS_VERB:
            return VERB
        if before == TO and code & AS_ING:
            return _ing(near, i, code)
        return _nominal(near, i, code)
    if before in _BEFORE_PARTICIPLES:
        return _after_auxiliary(near, i, code, before)
    if before == ADJECTIVE and code & AS_FINITE and i > near.first + 1 and near.tags[i - 2] in _SUBJECTS:
        return finite(code)  # "who first won"
    if before in _BEFORE_HEADS:
        if before == NUMBER and "-" in near.words[i - 1]:
            return _nominal(near, i, code)  # "a 9-2 run"
        if before == NUMBER and not code & (AS_NOUN | AS_ADJECTIVE | AS_ING | AS_PARTICIPLE):
            return finite(code)  # "twelve lay in the hall"
        if before == NUMBER and code & (AS_PAST | AS_PARTICIPLE) and not near.modifies(i):
            past = near.has_object(i) or near.takes_no_object(i)  # "thousands marched"
            return PAST if code & AS_PAST and past else PARTICIPLE
        if near.words[i - 1] == "the" and code & AS_PARTICIPLE and near.following(i) in AUXILIARY:
            return NOUN  # "the injured were taken"
        return _nominal(near, i, code)
    if before == PREPOSITION:
        return _ing(near, i, code) if code & AS_ING else _nominal(near, i, code)
    if before in _OPENERS:
        return _after_pronoun(near, i, code, before)
    if before in HEADS:
        return _after_noun(near, i, code)
    if before in VERBAL:
        return _after_verb(near, i, code)
    if before == CONJUNCTION:
        return _after_conjunction(near, i, code)
    return _after_pause(near, i, code)


def _nominal(near: Neighbours, i: int, code: int) -> int:
    """Return the tag inside a noun phrase."""
    if code & (AS_ADJECTIVE | AS_PARTICIPLE | AS_PAST | AS_ING) and near.modifies(i):
        if code & AS_NOUN and not code & AS_ADJECTIVE:
            return NOUN
        return ADJECTIVE
    if code & AS_NOUN or not code & AS_ADJECTIVE:
        return NOUN if code & (AS_NOUN | AS_ING | AS_VERB | AS_VERB_S) else PARTICIPLE if code & AS_PARTICIPLE else PAST
    return ADJECTIVE


def _ing(near: Neighbours, i: int, code: int) -> int:
    """Tell the verb of "by killing three" from the noun of "after training" and from "in leading roles"."""
    following = near.following(i)
    if following == NAME and code & AS_ADJECTIVE:
        return ADJECTIVE
    if following in _AFTER_ING or near.counts(i):
        return ING
    if code & AS_NOUN:
        return NOUN
    if code & AS_ADJECTIVE and near.modifies(i):
        return ADJECTIVE
    return ING


def _after_auxiliary(near: Neighbours, i: int, code: int, before: int) -> int:
    if before == BE and code & AS_ADJECTIVE and not code & (AS_ING | AS_PARTICIPLE):
        return ADJECTIVE
    if code & AS_PARTICIPLE:
        return PARTICIPLE
    if before == BE and code & AS_ING:
        return ING
    return PARTICIPLE if before == HAVE and code & AS_PAST else _nominal(near, i, code)


def _after_pronoun(near: Neighbours, i: int, code: int, before: int) -> int:
    if before == SUBORDINATOR and not (code & AS_PAST and not code & AS_PARTICIPLE):
        if code & AS_ING:
            return NOUN if code & AS_NOUN and near.following(i) in AUXILIARY else ING  # "said that fighting has"
        if code & AS_PARTICIPLE and not near.modifies(i):
            return PARTICIPLE
        return _nominal(near, i, code)
    if before == PRONOUN and near.is_object(i - 1):
        if code & AS_VERB:
            return VERB
        if code & AS_ING:
            return ING
        if code & AS_PARTICIPLE:
            return PARTICIPLE
    if code & AS_NOUN and near.is_relative(i - 1) and near.opens_clause(i):
        return NOUN  # "a claim that courts have rejected"
    if code & AS_FINITE:
        return finite(code)
    if code & AS_ING:
        return ING
    return _nominal(near, i, code)


def _after_noun(near: Neighbours, i: int, code: int) -> int:
    following = near.following(i)
    if code & AS_PAST:
        if code & AS_NOUN and following == PUNCTUATION and near.in_adjunct(i):
            return NOUN
        if code & AS_PARTICIPLE and (near.agent_follows(i) or (not code & AS_NOUN and near.is_reduced(i))):
            return PARTICIPLE
        if not code & AS_NOUN or following in PHRASE_STARTS or not code & AS_RATHER_NOUN:
            return PAST
    elif code & AS_PARTICIPLE:
        if code & AS_VERB and near.plural(i):
            return VERB
        return PARTICIPLE
    if code & AS_VERB_S:
        if near.verb_follows(i) or near.any_verb(i):
            return VERB_S if near.shows_verb(i) and not code & AS_RATHER_NOUN else NOUN
        return VERB_S if near.shows_verb(i) or near.is_headline() else NOUN
    if code & AS_VERB:
        return _base_after_noun(near, i, code)
    if code & AS_ING:
        if code & AS_NOUN and following not in PHRASE_STARTS:
            return NOUN
        return ADJECTIVE if near.before_bare_noun(i) else ING
    return _nominal(near, i, code)


def _base_after_noun(near: Neighbours, i: int, code: int) -> int:
    """Tell the verb of "rebels attack the town" from the noun of "the rebel attack"."""
    nominal = NOUN if code & AS_NOUN else ADJECTIVE
    if nominal == ADJECTIVE and near.following(i) == DATE:
        return ADJECTIVE  # "killed Ann Banks last May"
    if code & AS_ADJECTIVE and near.following(i) == TO and near.following(i + 1) in PHRASE_STARTS:
        return ADJECTIVE  # "people close to the mayor"
    if near.verb_follows(i) or i + 1 >= near.last or near.words[i + 1] in {"'s", "'"}:
        return nominal
    if near.shows_verb(i):
        return (
            VERB if near.plural(i) or near.follows_team(i) or (near.is_headline() and not near.any_verb(i)) else nominal
        )
    if near.plural(i) and (not code & AS_RATHER_NOUN or (near.is_headline() and not near.any_verb(i))):
        return VERB
    return nominal


def _after_verb(near: Neighbours, i: int, code: int) -> int:
    if code & AS_ING:
        return _ing(near, i, code)
    if code & AS_PAST and near.is_no_modifier(i):
        return PAST  # "who asked not to speak publicly said inspectors had found cracks"
    if code & AS_PARTICIPLE and not code & AS_NOUN:
        if near.modifies(i):
            return ADJECTIVE
        return PAST if code & AS_PAST and near.ends_relative(i) else PARTICIPLE
    if code & AS_PAST and not code & AS_NOUN:
        return PAST
    return _nominal(near, i, code)


def _after_conjunction(near: Neighbours, i: int, code: int) -> int:
    """Give both sides of "and" the same tag where they may have it."""
    joined = near.tags[i - 2] if i > near.first + 1 else PUNCTUATION
    if joined in VERBAL and code & (1 << joined):
        return joined
    if code & (AS_PAST | AS_PARTICIPLE):
        return _coordinated_past(near, i, code, joined)
    if code & AS_ING:
        return _ing(near, i, code)
    if code & AS_FINITE and (not code & (AS_NOUN | AS_ADJECTIVE) or near.shows_verb(i) or near.resumes(i, code)):
        return VERB_S if code & AS_VERB_S else VERB
    return _nominal(near, i, code)


def _coordinated_past(near: Neighbours, i: int, code: int, joined: int) -> int:
    if not code & AS_PARTICIPLE:
        return PAST
    if not code & AS_PAST or (near.modifies(i) and joined in _BEFORE_MODIFIERS):
        return ADJECTIVE if near.modifies(i) else PARTICIPLE
    for tag in reversed(near.tags[max(near.first, i - 12) : i]):
        if tag in _PASTS:
            return tag
    return PAST


def _after_pause(near: Neighbours, i: int, code: int) -> int:
    """Return the tag at the start of a sentence, after a comma or after a day."""
    if code & AS_PAST and (
        (code & AS_VERB and near.awaits_verb(i))
        or near.ends_aside(i)
        or near.ends_apposition(i)
        or (near.takes_no_object(i) and not near.modifies(i))
    ):
        return PAST
    if code & AS_ING:
        if near.shows_verb(i) or not code & AS_NOUN:
            return ADJECTIVE if code & AS_ADJECTIVE and near.modifies(i) else ING
        return NOUN
    if code & AS_PARTICIPLE and not code & AS_VERB:
        if near.modifies(i) and not near.has_object(i):
            awaited = code & AS_PAST and near.tags[i - 1] == PUNCTUATION and near.awaits_verb(i)
            return PAST if awaited else ADJECTIVE
        return PAST if code & AS_PAST and near.has_object(i) and i > near.first else PARTICIPLE
    if code & AS_VERB_S and near.shows_verb(i):
        return VERB_S
    if code & AS_VERB and (not code & (AS_NOUN | AS_ADJECTIVE) or near.shows_verb(i)):
        return VERB
    return _nominal(near, i, code)
