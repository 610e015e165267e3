"""What stands around a word whose tag is not settled yet, as the rules of tags ask it."""

from collections.abc import Sequence
from typing import Final

from newsmodel.lexicon import pairs
from newsmodel.lexicon import words as listed
from newsmodel.text.grammar.asides import ends_aside
from newsmodel.text.grammar.small_words import small_words
from newsmodel.text.grammar.tagset import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    DETERMINER,
    ING,
    NAME,
    NOT,
    NOUN,
    NUMBER,
    PARTICIPLE,
    PAST,
    PHRASE_STARTS,
    PREPOSITION,
    PUNCTUATION,
    RATHER_NOUN,
    RELATIVE,
    SUBORDINATOR,
    SURELY_FINITE,
    THAT,
    TO,
    VERB,
    VERB_S,
    VERBAL,
    may,
)

_NOUN, _ADJECTIVE, _VERB, _VERB_S = 1 << NOUN, 1 << ADJECTIVE, 1 << VERB, 1 << VERB_S
_PAST, _PARTICIPLE, _ING, _RATHER_NOUN = 1 << PAST, 1 << PARTICIPLE, 1 << ING, 1 << RATHER_NOUN
_PRESENT: Final = _VERB | _VERB_S
_PAST_ONLY: Final = frozenset({_PAST})
_PAST_OR_BOTH: Final = frozenset({_PAST, _PAST | _PARTICIPLE})
_PHRASE_PARTS: Final = frozenset({NOUN, NAME, ADJECTIVE})
_PHRASE_INSIDE: Final = frozenset({NOUN, ADJECTIVE, DETERMINER})
_PASSED_OVER: Final = frozenset({ADVERB, NOT})
_CLAUSE_ENDS: Final = frozenset({SUBORDINATOR, RELATIVE, THAT, TO, PUNCTUATION})
_STOPS: Final = frozenset({".", "?", "!", '"', "”", "''"})
_LONGEST_HEADLINE: Final = 25
_LONGEST_RELATIVE: Final = 20
_LONGEST_BRACKETS: Final = 60


class Neighbours:
    """The sentence around a word: its words, what each of them may be, and the tags of those that are settled."""

    __slots__ = (
        "_attributive_plurals", "_bounds", "_codes", "_first", "_last", "_measures", "_no_modifiers", "_numbers",
        "_object_pronouns", "_plurals", "_relatives", "_tags", "_words",
    )  # fmt: skip

    def __init__(self, words: Sequence[str], numbers: bytes, codes: Sequence[int], language: str) -> None:
        """Take the words of a document, the number of the code of each, and the codes: tags or masks."""
        self._words = words
        self._numbers = numbers
        self._codes = codes
        self._tags = bytearray(numbers)
        self._first = self._last = 0
        self._bounds = pairs(language, "count_bounds")
        small = small_words(language)
        self._relatives, self._measures = small.relatives, small.measures
        self._object_pronouns, self._no_modifiers = small.object_pronouns, small.no_modifiers
        self._plurals = listed(language, "irregular_plurals")
        self._attributive_plurals = listed(language, "attributive_plurals")

    def _before(self, i: int) -> int:
        """Return the tag of the last word before token *i* that is no adverb; of brackets, what stands before them."""
        tags, first = self._tags, self._first
        i -= 1
        while i >= first and tags[i] in _PASSED_OVER:
            i -= 1
        if i >= first and self._words[i] == ")":
            for k in range(i - 1, max(first, i - _LONGEST_BRACKETS), -1):
                if self._words[k] == "(":
                    return tags[k - 1]
            return PUNCTUATION
        return tags[i] if i >= first else PUNCTUATION

    def _following(self, i: int) -> int:
        """Return the code of the token after token *i*, PUNCTUATION at the end of the sentence."""
        return self._codes[self._numbers[i + 1]] if i + 1 < self._last else PUNCTUATION

    def _has_object(self, i: int) -> bool:
        """Tell whether a noun phrase starts right after token *i*: it has an object."""
        return self._following(i) in PHRASE_STARTS or self._counts(i)

    def _counts(self, i: int) -> bool:
        """Tell whether the bound of a count follows token *i*: "killing more than 30"."""
        return i + 2 < self._last and f"{self._words[i + 1]} {self._words[i + 2]}" in self._bounds

    def _modifies(self, i: int) -> bool:
        """Tell whether token *i* may stand before a noun as its adjective."""
        if self._words[i] in self._no_modifiers:
            return False
        code = self._following(i)
        if code in _PHRASE_PARTS:
            return True
        return code > RATHER_NOUN and bool(code & (_NOUN | _ADJECTIVE)) and not code & _ING

    def _agent_follows(self, i: int) -> bool:
        """Tell whether "by" follows token *i* and says by whom, not by how much: "won by 12 points"."""
        words, last = self._words, self._last
        if i + 1 >= last or words[i + 1] != "by":
            return False
        return i + 3 >= last or self._numbers[i + 2] != NUMBER or words[i + 3] not in self._measures

    def _in_adjunct(self, i: int) -> bool:
        """Tell whether the noun before token *i* follows a preposition, so that it has no verb: "with a gun shot"."""
        while i > self._first and self._tags[i - 1] in _PHRASE_INSIDE:
            i -= 1
        return i > self._first and self._tags[i - 1] == PREPOSITION

    def _before_bare_noun(self, i: int) -> bool:
        """Tell whether a noun in the singular follows right away: "operating profit", not "carrying guns"."""
        if not may(self._following(i), _NOUN):
            return False
        return not self._words[i + 1].endswith("s") and self._words[i + 1] not in self._plurals

    def _plural(self, i: int) -> bool:
        """Tell whether the noun before token *i* may be a plural subject."""
        word = self._words[i - 1]
        if word in self._plurals:
            return True
        return word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in self._attributive_plurals

    def _shows_verb(self, i: int) -> bool:
        """Tell whether token *i* is followed as verbs are: by an object, "that", or "to" in a clause without verb."""
        following = self._following(i)
        if following in PHRASE_STARTS or following == THAT or self._counts(i):
            return True
        return following == TO and not self._any_verb(i)

    def _awaits_verb(self, i: int) -> bool:
        """Tell whether the sentence has a subject and no finite verb so far, by the last twenty tags."""
        recent = self._tags[max(self._first, i - 20) : i]
        return NOUN in recent and not self._any_verb(i) and VERBAL.isdisjoint(recent[:-8])

    def _ends_aside(self, i: int) -> bool:
        return ends_aside(self._words, self._tags, self._first, i, self._relatives)

    def _ends_relative(self, i: int) -> bool:
        """Tell whether a relative clause with a verb ends before token *i*, and its sentence has no verb but *i*."""
        first = max(self._first, i - _LONGEST_RELATIVE)
        for k in range(i - 1, first, -1):
            if self._tags[k] == PUNCTUATION:
                return False
            if self._tags[k] == RELATIVE or self._words[k] in self._relatives:
                inside, before = self._tags[k:i], self._tags[first:k]
                ends = not SURELY_FINITE.isdisjoint(inside) and SURELY_FINITE.isdisjoint(before)
                return ends and first == self._first and not self._verb_follows(i)
        return False

    def _verb_follows(self, i: int) -> bool:
        """
        Tell whether a finite verb may stand after token *i* in its clause.

        In a headline, whose verbs are in the present, what may be a participle is one: "police arrest man accused of".
        """
        past = _PAST_ONLY if self._is_headline() else _PAST_OR_BOTH
        for number in self._numbers[i + 1 : min(i + 13, self._last)]:
            if number in _CLAUSE_ENDS:
                return False
            if number in AUXILIARY:
                return True
            code = self._codes[number]
            if code > RATHER_NOUN and (code & (_PAST | _PARTICIPLE) in past or (code & _PRESENT and not code & _NOUN)):
                return True
        return False

    def _is_headline(self) -> bool:
        """Tell whether the sentence ends without a full stop, as headlines do."""
        return self._words[self._last - 1] not in _STOPS and self._last - self._first < _LONGEST_HEADLINE

    def _any_verb(self, i: int) -> bool:
        """Tell whether a finite verb stands among the ten tags before token *i*."""
        return not SURELY_FINITE.isdisjoint(self._tags[max(self._first, i - 10) : i])
