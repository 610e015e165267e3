"""The rules that choose among the tags a word may have by the words around it."""

from collections.abc import Iterable
from itertools import compress
from typing import Final

from newsmodel.text.grammar.neighbours import Neighbours
from newsmodel.text.grammar.tagset import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
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

_NOUN, _ADJECTIVE, _VERB, _VERB_S = 1 << NOUN, 1 << ADJECTIVE, 1 << VERB, 1 << VERB_S
_PAST, _PARTICIPLE, _ING, _RATHER_NOUN = 1 << PAST, 1 << PARTICIPLE, 1 << ING, 1 << RATHER_NOUN
_FINITE: Final = _VERB | _VERB_S | _PAST
# What is one thing whatever stands around it.
_SETTLED: Final = frozenset(range(GENITIVE)) | {ADVERB, NOUN, NAME, VERB_S, PAST, PARTICIPLE, ING, DATE}
# Maps the numbers of codes to whether the words around decide.
_UNSETTLED: Final = bytes(number not in _SETTLED for number in range(256))
_NOMINAL: Final = frozenset({NOUN, NAME})
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


class TagRules(Neighbours):
    """What the words around make of those that may be several things: one sentence after the other."""

    __slots__ = ()

    def settle(self, sentences: Iterable[tuple[int, int]]) -> bytes:
        """Return the tags of the words."""
        numbers, codes, tags = self._numbers, self._codes, self._tags
        sentences = iter(sentences)
        for i in compress(range(len(numbers)), numbers.translate(_UNSETTLED)):
            while i >= self._last:
                self._first, self._last = next(sentences)
            before = tags[i - 1] if i > self._first else PUNCTUATION
            if before in _UNCLEAR:
                before = self._before(i)
            code = codes[numbers[i]]
            tags[i] = self._choose(i, code, before) if code > RATHER_NOUN else self._tag(i, code, before)
        return bytes(tags)

    def _tag(self, i: int, code: int, before: int) -> int:
        """Return the tag of token *i*, whose code is one tag that the words before may still change."""
        if code == HER:
            return POSSESSIVE if may_be_noun(self._following(i)) else PRONOUN
        if code == THAT:
            return self._that(i)
        if code == GENITIVE:
            return BE if before in _CONTRACTS else GENITIVE
        if code == VERB:
            return NOUN if before in _BEFORE_NOUNS else VERB
        if code == ADJECTIVE:
            if before == TO:
                return ADVERB
            return NOUN if before in _OWNING and not self._modifies(i) else ADJECTIVE
        return code

    def _that(self, i: int) -> int:
        """Tell the "that" of "that day" from the one of "the man that came" and of "said that"."""
        following = self._following(i)
        opens = i == self._first
        if not opens and self._tags[i - 1] in _NOMINAL and (following in AUXILIARY or may(following, _FINITE)):
            return RELATIVE
        if following in _BARE and not self._words[i + 1].endswith("s"):
            after = self._following(i + 1)
            if opens or not (after in AUXILIARY or may(after, _FINITE)):
                return DETERMINER
        if following == PUNCTUATION or following in AUXILIARY:
            return PRONOUN
        return SUBORDINATOR

    def _choose(self, i: int, code: int, before: int) -> int:
        """Return the tag of token *i*, which may be any of the mask *code*; *before* is the tag it follows."""
        if before in _BEFORE_BASES:
            if code & _VERB:
                return VERB
            if before == TO and code & _ING:
                return self._ing(i, code)
            return self._nominal(i, code)
        if before in _BEFORE_PARTICIPLES:
            return self._after_auxiliary(i, code, before)
        if before == ADJECTIVE and code & _FINITE and i > self._first + 1 and self._tags[i - 2] in _SUBJECTS:
            return finite(code)  # "who first won"
        if before in _BEFORE_HEADS:
            if before == NUMBER and "-" in self._words[i - 1]:
                return self._nominal(i, code)  # "a 9-2 run"
            if before == NUMBER and code & (_PAST | _PARTICIPLE) and not self._modifies(i):
                return PAST if code & _PAST and self._has_object(i) else PARTICIPLE
            if before == NUMBER and not code & (_NOUN | _ADJECTIVE | _ING | _PARTICIPLE):
                return finite(code)
            return self._nominal(i, code)
        if before == PREPOSITION:
            return self._ing(i, code) if code & _ING else self._nominal(i, code)
        if before in _OPENERS:
            return self._after_pronoun(i, code, before)
        if before in _NOMINAL:
            return self._after_noun(i, code)
        if before in VERBAL:
            return self._after_verb(i, code)
        if before == CONJUNCTION:
            return self._after_conjunction(i, code)
        return self._after_pause(i, code)

    def _nominal(self, i: int, code: int) -> int:
        """Return the tag inside a noun phrase."""
        if code & (_ADJECTIVE | _PARTICIPLE | _PAST | _ING) and self._modifies(i):
            if code & _NOUN and not code & _ADJECTIVE:
                return NOUN
            return ADJECTIVE
        if code & _NOUN or not code & _ADJECTIVE:
            return NOUN if code & (_NOUN | _ING | _VERB | _VERB_S) else PARTICIPLE if code & _PARTICIPLE else PAST
        return ADJECTIVE

    def _ing(self, i: int, code: int) -> int:
        """Tell the verb of "by killing three" from the noun of "after training" and from "in leading roles"."""
        following = self._following(i)
        if following == NAME and code & _ADJECTIVE:
            return ADJECTIVE
        if following in _AFTER_ING or self._counts(i):
            return ING
        if code & _NOUN:
            return NOUN
        if code & _ADJECTIVE and self._modifies(i):
            return ADJECTIVE
        return ING

    def _after_auxiliary(self, i: int, code: int, before: int) -> int:
        if before == BE and code & _ADJECTIVE and not code & (_ING | _PARTICIPLE):
            return ADJECTIVE
        if code & _PARTICIPLE:
            return PARTICIPLE
        if before == BE and code & _ING:
            return ING
        return PARTICIPLE if before == HAVE and code & _PAST else self._nominal(i, code)

    def _after_pronoun(self, i: int, code: int, before: int) -> int:
        if before == SUBORDINATOR and not (code & _PAST and not code & _PARTICIPLE):
            if code & _ING:
                return ING
            if code & _PARTICIPLE and not self._modifies(i):
                return PARTICIPLE
            return self._nominal(i, code)
        if before == PRONOUN and self._words[i - 1] in self._object_pronouns:
            if code & _VERB:
                return VERB
            if code & _ING:
                return ING
            if code & _PARTICIPLE:
                return PARTICIPLE
        if before == RELATIVE and code & _NOUN and self._following(i) in AUXILIARY:
            return NOUN  # "a claim that courts have rejected"
        if code & _FINITE:
            return finite(code)
        if code & _ING:
            return ING
        return self._nominal(i, code)

    def _after_noun(self, i: int, code: int) -> int:
        following = self._following(i)
        if code & _PAST:
            if code & _NOUN and following == PUNCTUATION and self._in_adjunct(i):
                return NOUN
            if code & _PARTICIPLE and self._agent_follows(i):
                return PARTICIPLE
            if not code & _NOUN or following in PHRASE_STARTS or not code & _RATHER_NOUN:
                return PAST
        elif code & _PARTICIPLE:
            if code & _VERB and self._plural(i):
                return VERB
            return PARTICIPLE
        if code & _VERB_S:
            if not code & _NOUN:
                return VERB_S
            if self._verb_follows(i) or self._any_verb(i):
                return VERB_S if self._shows_verb(i) and not code & _RATHER_NOUN else NOUN
            return VERB_S if self._shows_verb(i) or self._is_headline() else NOUN
        if code & _VERB:
            return self._base_after_noun(i, code)
        if code & _ING:
            if code & _NOUN and following not in PHRASE_STARTS:
                return NOUN
            return ADJECTIVE if self._before_bare_noun(i) else ING
        return self._nominal(i, code)

    def _base_after_noun(self, i: int, code: int) -> int:
        """Tell the verb of "rebels attack the town" from the noun of "the rebel attack"."""
        if not code & (_NOUN | _ADJECTIVE):
            return VERB
        nominal = NOUN if code & _NOUN else ADJECTIVE
        if self._verb_follows(i) or i + 1 >= self._last or self._words[i + 1] in {"'s", "'"}:
            return nominal
        if self._shows_verb(i):
            return VERB if self._plural(i) or (self._is_headline() and not self._any_verb(i)) else nominal
        if self._plural(i) and (not code & _RATHER_NOUN or (self._is_headline() and not self._any_verb(i))):
            return VERB
        return nominal

    def _after_verb(self, i: int, code: int) -> int:
        if code & _ING:
            return self._ing(i, code)
        if code & _PAST and self._words[i] in self._no_modifiers:
            return PAST  # "who asked not to speak publicly said inspectors had found cracks"
        if code & _PARTICIPLE and not code & _NOUN:
            if self._modifies(i):
                return ADJECTIVE
            return PAST if code & _PAST and self._ends_relative(i) else PARTICIPLE
        if code & _PAST and not code & _NOUN:
            return PAST
        return self._nominal(i, code)

    def _after_conjunction(self, i: int, code: int) -> int:
        """Give both sides of "and" the same tag where they may have it."""
        joined = self._tags[i - 2] if i > self._first + 1 else PUNCTUATION
        if joined in VERBAL and code & (1 << joined):
            return joined
        if code & (_PAST | _PARTICIPLE):
            return self._coordinated_past(i, code, joined)
        if code & _ING:
            return self._ing(i, code)
        if code & _FINITE and (not code & (_NOUN | _ADJECTIVE) or self._shows_verb(i)):
            return VERB_S if code & _VERB_S else VERB
        return self._nominal(i, code)

    def _coordinated_past(self, i: int, code: int, joined: int) -> int:
        if not code & _PARTICIPLE:
            return PAST
        if not code & _PAST or (self._modifies(i) and joined in _BEFORE_MODIFIERS):
            return ADJECTIVE if self._modifies(i) else PARTICIPLE
        for tag in reversed(self._tags[max(self._first, i - 12) : i]):
            if tag in _PASTS:
                return tag
        return PAST

    def _after_pause(self, i: int, code: int) -> int:
        """Return the tag at the start of a sentence, after a comma or after a day."""
        if code & _PAST and ((code & _VERB and self._awaits_verb(i)) or self._ends_aside(i)):
            return PAST
        if code & _ING:
            if self._shows_verb(i) or not code & _NOUN:
                return ADJECTIVE if code & _ADJECTIVE and self._modifies(i) else ING
            return NOUN
        if code & _PARTICIPLE and not code & _VERB:
            if self._modifies(i) and not self._has_object(i):
                awaited = code & _PAST and self._tags[i - 1] == PUNCTUATION and self._awaits_verb(i)
                return PAST if awaited else ADJECTIVE
            return PAST if code & _PAST and self._has_object(i) and i > self._first else PARTICIPLE
        if code & _PAST and not code & _VERB:
            return PAST
        if code & _VERB_S and (not code & _NOUN or self._shows_verb(i)):
            return VERB_S
        if code & _VERB and (not code & (_NOUN | _ADJECTIVE) or self._shows_verb(i)):
            return VERB
        return self._nominal(i, code)
