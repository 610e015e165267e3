"""The rules that choose among the tags a word may have by the words around it."""

from collections.abc import Sequence

from newsmodel.lexicon import words as listed
from newsmodel.text.grammar.small_words import grammar
from newsmodel.text.grammar.tagset import (
    ADJECTIVE,
    ADVERB,
    BE,
    CONJUNCTION,
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
)

_NOUN, _ADJECTIVE, _VERB, _VERB_S = 1 << NOUN, 1 << ADJECTIVE, 1 << VERB, 1 << VERB_S
_PAST, _PARTICIPLE, _ING, _RATHER_NOUN = 1 << PAST, 1 << PARTICIPLE, 1 << ING, 1 << RATHER_NOUN
_PRESENT = _VERB | _VERB_S
_PAST_ONLY = frozenset({_PAST})
_PAST_OR_BOTH = frozenset({_PAST, _PAST | _PARTICIPLE})
_FINITE = _VERB | _VERB_S | _PAST


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


class Sentence:
    """One sentence whose words get their tags, from left to right."""

    __slots__ = ("attributive_plurals", "codes", "object_pronouns", "plurals", "tags", "words")

    def __init__(self, words: Sequence[str], codes: Sequence[int], language: str) -> None:
        """Take the words and the code of each: a tag or a mask."""
        self.words = words
        self.codes = codes
        self.tags: list[int] = []
        self.plurals = listed(language, "irregular_plurals")
        self.object_pronouns = grammar(language).object_pronouns
        self.attributive_plurals = listed(language, "attributive_plurals")

    def resolve(self) -> list[int]:
        """Return the tags of the words."""
        words, codes, tags = self.words, self.codes, self.tags
        before = outside = PUNCTUATION  # the tag of the last word that is no adverb; the same before an open bracket
        for i, code in enumerate(codes):
            if code < GENITIVE:
                tag = code
            elif code > RATHER_NOUN:
                tag = self._choose(i, code, before)
            else:
                tag = self._settle(i, code, before)
            tags.append(tag)
            if tag not in _PASSED_OVER:
                before = tag
            if tag == PUNCTUATION:
                if words[i] == "(":
                    outside = tags[i - 1] if i else PUNCTUATION
                elif words[i] == ")":
                    before = outside
        return tags

    def _settle(self, i: int, code: int, before: int) -> int:
        """Return the tag of token *i*, whose code is one tag that the self.words before may still change."""
        if code == HER:
            return POSSESSIVE if i + 1 < len(self.codes) and _may_be_noun(self.codes[i + 1]) else PRONOUN
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
        following = self.codes[i + 1] if i + 1 < len(self.codes) else PUNCTUATION
        if i > 0 and self.tags[-1] in {NOUN, NAME} and (following in {MODAL, BE, HAVE, DO} or _may(following, _FINITE)):
            return RELATIVE
        if following in {NOUN, ADJECTIVE} and not self.words[i + 1].endswith("s"):
            after = self.codes[i + 2] if i + 2 < len(self.codes) else PUNCTUATION
            if i == 0 or not (after in _FINITE_AUXILIARIES or _may(after, _FINITE)):
                return DETERMINER
        if following in {PUNCTUATION, BE, MODAL, HAVE, DO}:
            return PRONOUN
        return SUBORDINATOR

    def _choose(self, i: int, code: int, before: int) -> int:
        """Return the tag of token *i*, which may be any of the mask *code*; *before* is the tag it follows."""
        if before in {TO, MODAL, DO}:
            if code & _VERB:
                return VERB
            if before == TO and code & _ING:
                return self._ing(i, code)
            return self._nominal(i, code)
        if before in {HAVE, BE}:
            return self._after_auxiliary(i, code, before)
        if before in _BEFORE_HEADS:
            if before == NUMBER and code & (_PAST | _PARTICIPLE) and not self._modifies(i):
                return PAST if code & _PAST and self._has_object(i) else PARTICIPLE
            if before == NUMBER and not code & (_NOUN | _ADJECTIVE | _ING | _PARTICIPLE):
                return _finite(code)
            return self._nominal(i, code)
        if before == PREPOSITION:
            return self._ing(i, code) if code & _ING else self._nominal(i, code)
        if before in {PRONOUN, RELATIVE, SUBORDINATOR}:
            return self._after_pronoun(i, code, before)
        if before in {NOUN, NAME}:
            return self._after_noun(i, code)
        if before in _VERBAL:
            return self._after_verb(i, code)
        if before == CONJUNCTION:
            return self._after_conjunction(i, code)
        return self._after_pause(i, code)

    def _has_object(self, i: int) -> bool:
        """Tell whether a noun phrase starts right after token *i*: it has an object."""
        return i + 1 < len(self.codes) and self.codes[i + 1] in _PHRASE_STARTS

    def _modifies(self, i: int) -> bool:
        """Tell whether token *i* may stand before a noun as its adjective."""
        if i + 1 >= len(self.codes):
            return False
        code = self.codes[i + 1]
        if code in {NOUN, NAME, ADJECTIVE}:
            return True
        return code > RATHER_NOUN and bool(code & (_NOUN | _ADJECTIVE)) and not code & _ING

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
        following = self.codes[i + 1] if i + 1 < len(self.codes) else PUNCTUATION
        if following == NAME and code & _ADJECTIVE:
            return ADJECTIVE
        if following in _PHRASE_STARTS or following in {TO, THAT, ADVERB}:
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
        if before == HAVE and code & _PAST:
            return PARTICIPLE
        return self._nominal(i, code)

    def _after_pronoun(self, i: int, code: int, before: int) -> int:
        if before == SUBORDINATOR and not (code & _PAST and not code & _PARTICIPLE):
            if code & _ING:
                return ING
            if code & _PARTICIPLE and not self._modifies(i):
                return PARTICIPLE
            return self._nominal(i, code)
        if before == PRONOUN and self.words[i - 1] in self.object_pronouns:
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
        return self._nominal(i, code)

    def _after_noun(self, i: int, code: int) -> int:
        following = self.codes[i + 1] if i + 1 < len(self.codes) else PUNCTUATION
        if code & _PAST:
            if code & _NOUN and following == PUNCTUATION and self._in_adjunct(i):
                return NOUN
            if code & _PARTICIPLE and i + 1 < len(self.codes) and self.words[i + 1] == "by":
                return PARTICIPLE
            if not code & _NOUN or following in _PHRASE_STARTS or not code & _RATHER_NOUN:
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
            if code & _NOUN and following not in _PHRASE_STARTS:
                return NOUN
            return ADJECTIVE if self._before_bare_noun(i) else ING
        return self._nominal(i, code)

    def _in_adjunct(self, i: int) -> bool:
        """Tell whether the noun before token *i* follows a preposition, so that it has no verb: "with a gun shot"."""
        while i and self.tags[i - 1] in {NOUN, ADJECTIVE, DETERMINER}:
            i -= 1
        return i > 0 and self.tags[i - 1] == PREPOSITION

    def _before_bare_noun(self, i: int) -> bool:
        """Tell whether a noun in the singular follows right away: "operating profit", not "carrying guns"."""
        if i + 1 >= len(self.codes) or not (self.codes[i + 1] == NOUN or _may(self.codes[i + 1], _NOUN)):
            return False
        return not self.words[i + 1].endswith("s") and self.words[i + 1] not in self.plurals

    def _base_after_noun(self, i: int, code: int) -> int:
        """Tell the verb of "rebels attack the town" from the noun of "the rebel attack"."""
        if not code & (_NOUN | _ADJECTIVE):
            return VERB
        nominal = NOUN if code & _NOUN else ADJECTIVE
        if self._verb_follows(i) or i + 1 >= len(self.codes) or self.words[i + 1] in {"'s", "'"}:
            return nominal
        if self._shows_verb(i):
            return VERB if self._plural(i) or (self._is_headline() and not self._any_verb(i)) else nominal
        if self._plural(i) and (not code & _RATHER_NOUN or (self._is_headline() and not self._any_verb(i))):
            return VERB
        return nominal

    def _plural(self, i: int) -> bool:
        """Tell whether the noun before token *i* may be a plural subject."""
        word = self.words[i - 1]
        if word in self.plurals:
            return True
        return word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in self.attributive_plurals

    def _shows_verb(self, i: int) -> bool:
        """Tell whether token *i* is followed as verbs are: by an object, "that", or "to" in a clause without verb."""
        if i + 1 >= len(self.codes):
            return False
        following = self.codes[i + 1]
        return following in _PHRASE_STARTS or following == THAT or (following == TO and not self._any_verb(i))

    def _awaits_verb(self) -> bool:
        """Tell whether the sentence has a subject and no finite verb so far, by the last twenty self.tags."""
        recent = self.tags[-20:]
        return NOUN in recent and not self._any_verb(len(self.tags)) and not any(tag in _VERBAL for tag in recent[:-8])

    def _verb_follows(self, i: int) -> bool:
        """
        Tell whether a finite verb may stand after token *i* in its clause.

        In a headline, whose verbs are in the present, what may be a participle is one: "police arrest man accused of".
        """
        past = _PAST_ONLY if self._is_headline() else _PAST_OR_BOTH
        for code in self.codes[i + 1 : i + 13]:
            if code in _CLAUSE_ENDS:
                return False
            if code in _FINITE_AUXILIARIES:
                return True
            if code > RATHER_NOUN and (code & (_PAST | _PARTICIPLE) in past or (code & _PRESENT and not code & _NOUN)):
                return True
        return False

    def _is_headline(self) -> bool:
        """Tell whether the sentence ends without a full stop, as headlines do."""
        return self.words[-1] not in _STOPS and len(self.words) < _LONGEST_HEADLINE

    def _any_verb(self, i: int) -> bool:
        """Tell whether a finite verb stands among the ten self.tags before token *i*."""
        return any(tag in _FINITE_TAGS for tag in self.tags[max(0, i - 10) : i])

    def _after_verb(self, i: int, code: int) -> int:
        if code & _ING:
            return self._ing(i, code)
        if code & _PARTICIPLE and not code & _NOUN:
            return ADJECTIVE if self._modifies(i) else PARTICIPLE
        if code & _PAST and not code & _NOUN:
            return PAST
        return self._nominal(i, code)

    def _after_conjunction(self, i: int, code: int) -> int:
        """Give both sides of "and" the same tag where they may have it."""
        joined = self.tags[i - 2] if i > 1 else PUNCTUATION
        if joined in _VERBAL and code & (1 << joined):
            return joined
        if code & (_PAST | _PARTICIPLE):
            return self._coordinated_past(i, code)
        if code & _ING:
            return self._ing(i, code)
        if code & _FINITE and self._shows_verb(i):
            return VERB_S if code & _VERB_S else VERB
        if code & _FINITE and not code & (_NOUN | _ADJECTIVE):
            return VERB_S if code & _VERB_S else VERB
        return self._nominal(i, code)

    def _coordinated_past(self, i: int, code: int) -> int:
        if not code & _PARTICIPLE:
            return PAST
        if not code & _PAST or (self._modifies(i) and self.tags[i - 2] in {ADJECTIVE, PREPOSITION, DETERMINER}):
            return ADJECTIVE if self._modifies(i) else PARTICIPLE
        for tag in reversed(self.tags[max(0, i - 12) : i]):
            if tag in {PARTICIPLE, PAST}:
                return tag
        return PAST

    def _after_pause(self, i: int, code: int) -> int:
        """Return the tag at the start of a sentence or after a comma."""
        if code & _PAST and code & _VERB and self.tags and self._awaits_verb():
            return PAST
        if code & _ING:
            if self._shows_verb(i) or not code & _NOUN:
                return ADJECTIVE if code & _ADJECTIVE and self._modifies(i) else ING
            return NOUN
        if code & _PARTICIPLE and not code & _VERB:
            if self._modifies(i) and not self._has_object(i):
                return (
                    PAST
                    if code & _PAST and self.tags and self.tags[-1] == PUNCTUATION and self._awaits_verb()
                    else ADJECTIVE
                )
            return PAST if code & _PAST and self._has_object(i) and self.tags else PARTICIPLE
        if code & _PAST and not code & _VERB:
            return PAST
        if code & _VERB_S and (not code & _NOUN or self._shows_verb(i)):
            return VERB_S
        if code & _VERB and (not code & (_NOUN | _ADJECTIVE) or self._shows_verb(i)):
            return VERB
        return self._nominal(i, code)


def _finite(code: int) -> int:
    """Return the finite verb tag of a mask, the past tense first."""
    if code & _PAST:
        return PAST
    return VERB_S if code & _VERB_S else VERB


def _may_be_noun(code: int) -> bool:
    """Tell whether a word may be part of a noun phrase after its first word."""
    return code in {NOUN, NAME, ADJECTIVE, NUMBER} or (code > RATHER_NOUN and bool(code & (_NOUN | _ADJECTIVE)))


def _may(code: int, possible: int) -> bool:
    """Tell whether a word of this code may be one of the tags of the mask *possible*."""
    return bool((code if code > RATHER_NOUN else 1 << code) & possible)
