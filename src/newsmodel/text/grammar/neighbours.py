"""What stands around a word whose tag is not settled yet, as the rules of tags ask it."""

from collections.abc import Sequence
from typing import Final

from newsmodel.lexicon import pairs
from newsmodel.text.grammar.asides import ends_aside, ends_origin
from newsmodel.text.grammar.inflection import intransitive_pasts, may_be_plural
from newsmodel.text.grammar.reporting import addressing_pasts, telling_pasts
from newsmodel.text.grammar.small_words import small_words
from newsmodel.text.grammar.tagset import (
    ADJECTIVE,
    ADVERB,
    AS_ADJECTIVE,
    AS_FINITE,
    AS_ING,
    AS_NOUN,
    AS_PARTICIPLE,
    AS_PAST,
    AS_VERB,
    AS_VERB_S,
    AUXILIARY,
    BE,
    CONJUNCTION,
    DATE,
    DETERMINER,
    FINITE,
    GENITIVE,
    HAVE,
    HEADS,
    INSIDE_GROUPS,
    MODAL,
    NAME,
    NOUN,
    NUMBER,
    PAST,
    PHRASE_STARTS,
    POSSESSIVE,
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
    may_be_noun,
)
from newsmodel.text.grammar.word_classes import word_classes

_PRESENT: Final = AS_VERB | AS_VERB_S
_PASTS: Final = AS_PAST | AS_PARTICIPLE
_PAST_ONLY: Final = frozenset({AS_PAST})
_PAST_OR_BOTH: Final = frozenset({AS_PAST, _PASTS})
_PHRASE_PARTS: Final = frozenset({NOUN, NAME, ADJECTIVE})
_PHRASE_INSIDE: Final = frozenset({NOUN, ADJECTIVE, DETERMINER})
_ADDRESSED: Final = frozenset({NOUN, NAME, ADJECTIVE, DETERMINER, POSSESSIVE, NUMBER, GENITIVE})
_OPENS_PHRASE: Final = frozenset({DETERMINER, POSSESSIVE})
_BEFORE_SUBJECTS: Final = HEADS | {SUBORDINATOR}
_IN_ADJUNCT: Final = frozenset({PREPOSITION, DATE, DETERMINER, POSSESSIVE})
# So many tokens after a participle the verb of its noun may stand.
_REDUCED_REACH: Final = 7
_AFTER_VERBS: Final = frozenset({PREPOSITION, ADVERB, DATE})
# So many tokens before "and" the verb may stand that it joins another to.
_JOINED_REACH: Final = 8
_MAY_RESUME: Final = AS_FINITE | 1 << BE | 1 << HAVE | 1 << MODAL
_AFTER_SUBJECTS: Final = frozenset({BE, HAVE, MODAL})
_CLAUSE_ENDS: Final = frozenset({SUBORDINATOR, RELATIVE, THAT, TO, PUNCTUATION})
_STOPS: Final = frozenset({".", "?", "!", '"', "”", "''"})
_LONGEST_HEADLINE: Final = 25
_LONGEST_RELATIVE: Final = 20
_LONGEST_BRACKETS: Final = 60


class Neighbours:
    """
    The sentence around a word: its words, what each of them may be, and the tags of those that are settled.

    Attributes:
        words: The words of the document.
        numbers: The number of the code of each.
        codes: By number the code, a tag or the mask of the tags that a word may have.
        tags: The tag of each word up to the one that is asked about.
        first: The first token of the sentence.
        last: The token after its last.
    """

    __slots__ = (
        "_addressing", "_bounds", "_degrees", "_intransitive", "_language", "_measures", "_no_modifiers",
        "_object_pronouns", "_owners", "_persons", "_relatives", "_singular", "_telling", "codes", "first",
        "last", "numbers", "tags", "words",
    )  # fmt: skip

    def __init__(self, words: Sequence[str], numbers: bytes, codes: Sequence[int], language: str) -> None:
        """Take the words of a document, the number of the code of each, and the codes: tags or masks."""
        self.words: Sequence[str] = words
        self.numbers: bytes = numbers
        self.codes: Sequence[int] = codes
        self.tags: bytearray = bytearray(numbers)
        self.first: int = 0
        self.last: int = 0
        self._bounds = pairs(language, "count_bounds")
        small = small_words(language)
        self._relatives, self._measures = small.relatives, small.measures
        self._object_pronouns, self._no_modifiers = small.object_pronouns, small.no_modifiers
        self._singular, self._degrees, self._owners = small.singular, small.degrees, small.owners
        self._telling, self._addressing = telling_pasts(language), addressing_pasts(language)
        self._intransitive = intransitive_pasts(language)
        self._persons = word_classes(language).persons
        self._language = language

    def before(self, i: int) -> int:
        """Return the tag of the last word before token *i* that is no adverb; of brackets, what stands before them."""
        tags, first = self.tags, self.first
        i -= 1
        while i >= first and tags[i] in INSIDE_GROUPS:
            i -= 1
        if i >= first and self.words[i] == ")":
            for k in range(i - 1, max(first, i - _LONGEST_BRACKETS), -1):
                if self.words[k] == "(":
                    return tags[k - 1]
            return PUNCTUATION
        return tags[i] if i >= first else PUNCTUATION

    def following(self, i: int) -> int:
        """Return the code of the token after token *i*, PUNCTUATION at the end of the sentence."""
        return self.codes[self.numbers[i + 1]] if i + 1 < self.last else PUNCTUATION

    def owns(self, i: int) -> bool:
        """Tell whether the "'s" at token *i* tells whose what follows is: "somebody's old car", no "somebody's old"."""
        if self.words[i - 1] not in self._owners:
            return False
        code, after = self.following(i), i + 1
        while after + 1 < self.last and not may(code, AS_NOUN) and may(code, AS_ADJECTIVE):
            code, after = self.following(after), after + 1
        return may(code, AS_NOUN)

    def is_relative(self, i: int) -> bool:
        """Tell whether token *i* opens a relative clause."""
        return self.tags[i] == RELATIVE or self.words[i] in self._relatives

    def is_addressed(self, i: int) -> bool:
        """Tell whether the phrase before token *i* is who something is told: "reporters" of "told reporters that"."""
        left = i - 1
        while left > self.first and self.tags[left] in _ADDRESSED:
            left -= 1
        return self.words[left] in self._addressing

    def opens_clause(self, i: int) -> bool:
        """Tell whether token *i* is the subject of the verb after it: "whom police arrested"."""
        code = self.following(i)
        if code in AUXILIARY:
            return True
        verb = may(code, AS_PAST) and not may(code, AS_NOUN)
        verb = verb or (i + 1 < self.last and self.words[i + 1] in self._no_modifiers)  # "who witnesses say"
        return verb and self.plural(i + 1) and not self.modifies(i + 1)

    def takes_no_object(self, i: int) -> bool:
        """Tell whether token *i* is a form of a verb without a passive, so that it is no participle: "died"."""
        return self.words[i] in self._intransitive

    def is_object(self, i: int) -> bool:
        """Tell whether token *i* is a pronoun that follows verbs: "him"."""
        return i < self.last and self.words[i] in self._object_pronouns

    def has_object(self, i: int) -> bool:
        """Tell whether a noun phrase starts right after token *i*: it has an object."""
        return self.following(i) in PHRASE_STARTS or self._is_degree(i + 1) or self.counts(i)

    def _is_degree(self, i: int) -> bool:
        return i < self.last and self.words[i] in self._degrees

    def counts(self, i: int) -> bool:
        """Tell whether a count or an age follows token *i*: "killing more than 30", "killing 10-year-old Ann"."""
        if i + 2 >= self.last:
            return False
        return self.words[i + 1][0].isdigit() or f"{self.words[i + 1]} {self.words[i + 2]}" in self._bounds

    def is_no_modifier(self, i: int) -> bool:
        """Tell whether token *i* is a form of a verb that stands before no noun as its adjective: "said"."""
        return self.words[i] in self._no_modifiers

    def modifies(self, i: int) -> bool:
        """Tell whether token *i* may stand before a noun as its adjective."""
        if self.words[i] in self._no_modifiers or self._is_degree(i + 1):
            return False
        code = self.following(i)
        if code in _PHRASE_PARTS:
            return True
        return code > RATHER_NOUN and bool(code & (AS_NOUN | AS_ADJECTIVE)) and not code & AS_ING

    def agent_follows(self, i: int) -> bool:
        """Tell whether "by" follows token *i* and says by whom, not by how much: "won by 12 points"."""
        words, last = self.words, self.last
        if i + 1 >= last or words[i + 1] != "by":
            return False
        return i + 3 >= last or self.numbers[i + 2] != NUMBER or words[i + 3] not in self._measures

    def is_reduced(self, i: int) -> bool:
        """
        Tell whether what token *i* says of the noun before it is less than a clause, for the verb follows.

        So it is in "the officers arrested were freed", but not in "the bridge the army attacked was rebuilt" or "the
        man police arrested was freed", where it has a subject of its own.
        """
        tags, left = self.tags, i - 1
        if not self._goes_on(i + 1):
            return False
        while left > self.first and tags[left] in _PHRASE_PARTS:
            if tags[left] == NAME and tags[left - 1] == NOUN:
                return False  # "the law Congress passed was dropped"
            left -= 1
        if left < i - 2 and self.plural(i):
            singular = not self._singular.isdisjoint(self.words[i + 1 : i + _REDUCED_REACH])
            if singular or self.plural(i - 1):
                return False
        if tags[left] in _OPENS_PHRASE:
            left -= 1
        return left < self.first or not (tags[left] in _BEFORE_SUBJECTS or self.is_relative(left))

    def _goes_on(self, i: int) -> bool:
        """Tell whether the clause has its verb at token *i* or, after a preposition or a day, a little further on."""
        code = self.codes[self.numbers[i]] if i < self.last else PUNCTUATION
        if code in (PREPOSITION, DATE):
            for k in range(i, min(i + _REDUCED_REACH, self.last)):
                code = self.codes[self.numbers[k]]
                if code not in _IN_ADJUNCT and not may_be_noun(code):
                    tells = self.words[i - 1] in self._telling  # "said in May sales fell"
                    return code in _AFTER_SUBJECTS or (not tells and self._is_clear_past(k, code))
        return code in _AFTER_SUBJECTS

    def _is_clear_past(self, i: int, code: int) -> bool:
        """Tell whether token *i* is the past tense after an adjunct: "fled" of "the men accused of fraud fled"."""
        if code == PAST:
            return True
        ends = self.words[i + 1 : i + 2] == ["."]
        return may(code, AS_PAST) and (ends or self.takes_no_object(i) or self.is_object(i + 1) or self.has_object(i))

    def in_adjunct(self, i: int) -> bool:
        """Tell whether the noun before token *i* follows a preposition, so that it has no verb: "with a gun shot"."""
        while i > self.first and self.tags[i - 1] in _PHRASE_INSIDE:
            i -= 1
        return i > self.first and self.tags[i - 1] == PREPOSITION

    def before_bare_noun(self, i: int) -> bool:
        """Tell whether a noun in the singular follows right away: "operating profit", not "carrying guns"."""
        if not may(self.following(i), AS_NOUN):
            return False
        return not (self.words[i + 1].endswith("s") or may_be_plural(self.words[i + 1], self._language))

    def plural(self, i: int) -> bool:
        """Tell whether the noun before token *i* may be a plural subject."""
        return may_be_plural(self.words[i - 1], self._language)

    def shows_verb(self, i: int) -> bool:
        """Tell whether token *i* is followed as verbs are: by an object, "that", or "to" in a clause without verb."""
        following = self.following(i)
        if following in PHRASE_STARTS or following == THAT or self.counts(i):
            return self.words[i + 1] not in self._relatives  # "rebels who fled"
        return following == TO and not self.any_verb(i)

    def resumes(self, i: int, code: int) -> bool:
        """Tell whether token *i* after "and" is a second verb, by the first: "open at 7 and close at 8"."""
        tags, wanted = self.tags, VERB_S if code & AS_VERB_S else VERB
        before = tags[max(i - 3, self.first) : max(i - 1, self.first)]
        # not "tax and trade with"
        at_time = len(before) > 0 and (before[-1] not in HEADS or NUMBER in before)
        if not at_time or self.following(i) not in _AFTER_VERBS:
            return False
        for tag in reversed(tags[max(self.first, i - _JOINED_REACH) : i - 1]):
            if tag in FINITE or tag in _CLAUSE_ENDS:
                return tag == wanted
        return False

    def awaits_verb(self, i: int) -> bool:
        """Tell whether the sentence has a subject and no finite verb so far, by the last twenty tags."""
        recent = self.tags[max(self.first, i - 20) : i]
        return NOUN in recent and not self.any_verb(i) and VERBAL.isdisjoint(recent[:-8])

    def follows_team(self, i: int) -> bool:
        """Tell whether a name that opens the clause stands before token *i*, as that of a team: "Ulm host Bern"."""
        tags, left = self.tags, i - 1
        while left >= self.first and tags[left] == NAME:
            left -= 1
        if left == i - 1 or self.any_verb(i) or (self.words[i] in self._persons and not self._meets(i)):
            return False
        return left < self.first or tags[left] in (SUBORDINATOR, CONJUNCTION) or self.words[left] == ","

    def _meets(self, i: int) -> bool:
        """Tell whether when or where follows the name after token *i*: "host Ulm on Sunday", no "host Jane Roe, 43"."""
        while self.following(i) == NAME:
            i += 1
        return self.following(i) in (PREPOSITION, DATE)

    def ends_aside(self, i: int) -> bool:
        """Tell whether an aside ends right before token *i*, and its subject awaits a verb."""
        if ends_aside(self.words, self.tags, self.first, i, self._relatives, self._telling):
            return True
        origin = ends_origin(self.words, self.tags, self.first, i)
        return origin and not (self._resumes_later(i) or self.verb_follows(i))

    def ends_apposition(self, i: int) -> bool:
        """Tell whether a name added to a noun ends before token *i*, the verb: "and the chief, Dan Hale, quit"."""
        tags, words, left = self.tags, self.words, i - 2
        if words[i - 1] != ",":
            return False
        while left > self.first and tags[left] == NAME:
            left -= 1
        if left in (i - 2, self.first) or words[left] != "," or tags[left - 1] != NOUN:
            return False
        for k in range(left - 1, self.first - 1, -1):
            if tags[k] in SURELY_FINITE:
                return False
            if tags[k] in _CLAUSE_ENDS or tags[k] == CONJUNCTION:
                break
        return not self._resumes_later(i)  # "Dan Hale, 43, arrested in May, was"

    def _resumes_later(self, i: int) -> bool:
        """Tell whether a verb may stand after the next comma, so that token *i* opens what is added."""
        mark = next((k for k in range(i + 1, self.last - 1) if self.numbers[k] == PUNCTUATION), -1)
        return mark >= 0 and may(self.following(mark), _MAY_RESUME)

    def ends_relative(self, i: int) -> bool:
        """Tell whether a relative clause with a verb ends before token *i*, and its sentence has no verb but *i*."""
        first = max(self.first, i - _LONGEST_RELATIVE)
        for k in range(i - 1, first, -1):
            if self.tags[k] == PUNCTUATION:
                return False
            if self.is_relative(k) or (self.tags[k] == SUBORDINATOR and self.tags[k - 1] in HEADS):
                inside, before = self.tags[k:i], self.tags[first:k]
                ends = not SURELY_FINITE.isdisjoint(inside) and SURELY_FINITE.isdisjoint(before)
                return ends and first == self.first and not self.verb_follows(i)
        return False

    def verb_follows(self, i: int) -> bool:
        """
        Tell whether a finite verb may stand after token *i* in its clause.

        In a headline, whose verbs are in the present, what may be a participle is one: "police arrest man accused of".
        """
        past = _PAST_ONLY if self.is_headline() else _PAST_OR_BOTH
        for number in self.numbers[i + 1 : min(i + 13, self.last)]:
            if number in _CLAUSE_ENDS:
                return False
            if number in AUXILIARY:
                return True
            code = self.codes[number]
            if code > RATHER_NOUN and (code & _PASTS in past or (code & _PRESENT and not code & AS_NOUN)):
                return True
        return False

    def is_headline(self) -> bool:
        """Tell whether the sentence ends without a full stop, as headlines do."""
        return self.words[self.last - 1] not in _STOPS and self.last - self.first < _LONGEST_HEADLINE

    def any_verb(self, i: int) -> bool:
        """Tell whether a finite verb stands among the ten tags before token *i*."""
        return not SURELY_FINITE.isdisjoint(self.tags[max(self.first, i - 10) : i])
