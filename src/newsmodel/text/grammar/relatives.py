"""Relative clauses without commas: "The nurse whose car was stolen sued", "The man police arrested fled"."""

from collections.abc import Container, Sequence
from typing import Final

from newsmodel.text.document import Document
from newsmodel.text.grammar.clause_bounds import BREAKS
from newsmodel.text.grammar.inflection import singulars
from newsmodel.text.grammar.phrases import Phrase, Phrases
from newsmodel.text.grammar.small_words import SmallWords
from newsmodel.text.grammar.tagset import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DATE,
    FINITE,
    HEADS,
    INSIDE_GROUPS,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    SUBORDINATOR,
    TO,
    VERB,
    VERBAL,
)

# After a verb that lacks no object: "the man he wanted to see", "the house that looked empty".
_TAKEN: Final = frozenset({TO, ADJECTIVE})
_DATES: Final = HEADS | {DATE}
# What a preposition without its phrase stands before.
_NO_PHRASE: Final = FINITE | {PUNCTUATION, CONJUNCTION, ADVERB}
_CLOSING: Final = frozenset({")", "”", ";", "—", "–", "--"})
# So many tokens before a phrase the verb may stand whose content "that" opens.
_LONGEST_SAYING: Final = 8
_LEADS_GROUP: Final = AUXILIARY | {TO}
# What may open a clause or be its verb, beside some prepositions; marks of punctuation may end it.
_DECIDING: Final = FINITE | {RELATIVE, SUBORDINATOR, CONJUNCTION, PUNCTUATION}
# The base form alone rather follows an object: "a law that helps banks lend".
_TENSED: Final = FINITE - {VERB}


class RelativeClauses:
    """The relative clauses of a document that end right before a verb of another clause, or lack an object."""

    __slots__ = (
        "_control", "_intransitive", "_openers", "_phrases", "_sentence_of", "_small_words", "_stating", "_tags",
        "_words",
    )  # fmt: skip

    def __init__(
        self,
        document: Document,
        phrases: Phrases,
        small_words: SmallWords,
        stating: Container[str],
        intransitive: Container[str],
        control: Container[str],
    ) -> None:
        """
        Take what was found in the document.

        Args:
            document: The text.
            phrases: Its noun phrases.
            small_words: The small words of its language.
            stating: The forms of verbs that take a clause: "say".
            intransitive: Those of verbs that take no object: "die".
            control: Those of verbs whose object is who is told something: "tell".
        """
        self._control: Container[str] = control
        self._phrases: Phrases = phrases
        self._intransitive: Container[str] = intransitive
        self._sentence_of: Sequence[int] = document.sentence_of
        self._words: Sequence[str] = document.words
        self._tags: bytes = document.tags
        self._small_words: SmallWords = small_words
        self._stating: Container[str] = stating
        self._openers: frozenset[str] = small_words.relatives | small_words.clause_prepositions | BREAKS

    def ending_before(self, first: int, start: int) -> int:
        """
        Return the first token of the relative clause which ends right before the verb group at *first*, or -1.

        Each clause has one finite verb: where one stands between the pronoun and the verb group, the clause has its
        own, and the verb says something of what the pronoun stands for. Of several clauses the outermost counts.
        """
        words, tags = self._words, self._tags
        found, verbs = -1, 0
        if tags[first] not in _TENSED or self._has_pronoun(first - 1):
            return -1
        openers = self._openers
        for i in range(first - 1, start, -1):
            tag, word = tags[i], words[i]
            if not verbs and tag not in _DECIDING and word not in openers:
                continue
            relative = self.opens(i) or (verbs > 0 and self._opens_bare(i))
            if word == "," or word in BREAKS or (not verbs and (relative or self._opens_clause(i))):
                break
            if relative:
                found, verbs = i, verbs - 1
            elif tag in FINITE and not self._goes_on(i, start):
                verbs += not (verbs and word in self._stating)  # what is said has a verb of its own
            elif tag == CONJUNCTION:
                verbs -= tags[i + 1] in FINITE
            elif word != "that" and self._opens_clause(i):
                verbs -= 1
        if verbs > 0:
            return -1  # the clause around has its verb already: "a man who had two dogs called"
        return found if found < 0 or words[found - 1] != "," else -1

    def opens(self, i: int) -> bool:
        """Tell whether a token opens a relative clause: a pronoun, or "that" and its like after a noun."""
        tag, word = self._tags[i], self._words[i]
        return (
            tag == RELATIVE
            or word in self._small_words.relatives
            or (tag == SUBORDINATOR and self._follows_noun(i, word))
        )

    def _opens_bare(self, i: int) -> bool:
        """Tell whether the subject of a relative clause without a pronoun begins at a token: "the bridge the army"."""
        tags, words, small = self._tags, self._words, self._small_words
        before, subject = self._phrases.ending(i - 1), self._phrases.starting(i)
        if before is None or subject is None or subject.owns or before.owns or words[i] in small.relatives:
            return False
        if tags[before.head] not in HEADS or tags[i] == ADJECTIVE or words[i] in small.object_pronouns:
            return False
        verb = subject.last
        while verb < len(tags) and tags[verb] in INSIDE_GROUPS:
            verb += 1
        return verb < len(tags) and tags[verb] in FINITE

    def object_before(self, subject: Phrase, verb: int, after: int) -> Phrase | None:
        """
        Return the object of a verb that stands before its relative clause, None where it has none.

        So is "the man" of "the man (that) police arrested", but neither "the plan" of "the plan that he voted for" nor
        "the day" of "the day he won".

        Args:
            subject: Its subject with all that belongs to it.
            verb: The verb.
            after: The token after the verb and its particle.
        """
        words, tags, small = self._words, self._tags, self._small_words
        if words[verb] in self._intransitive or self._is_taken(after):
            return None
        opening = subject.first - 1
        if opening > 0 and words[opening] in small.object_relatives and self.opens(opening):
            before = self._phrases.ending(opening - 1 - (words[opening - 1] == ","))
        elif self._opens_bare(subject.first):
            before = self._phrases.ending(opening)
        else:
            return None
        if before is None or self._sentence_of[before.first] != self._sentence_of[verb] or tags[before.head] == PRONOUN:
            return None
        if words[before.head] in small.adverbial_nouns or words[before.first - 1] in self._control:
            return None  # "told the man (that) police fled"
        return None if words[opening] == "that" and self._has_content(before) else before

    def _is_taken(self, after: int) -> bool:
        """Tell whether what stands at a token shows that the verb before it lacks no object."""
        words, tags = self._words, self._tags
        if after + 1 >= len(words) or self._sentence_of[after] != self._sentence_of[after - 1]:
            return False
        if tags[after] == PREPOSITION:  # "the plan that he voted for"
            return tags[after + 1] in _NO_PHRASE
        if tags[after] in _TAKEN or words[after] == "that":
            return tags[after] == TO or tags[after + 1] not in _DATES  # "the bill the House passed last week"
        return words[after] in BREAKS and words[after] not in _CLOSING

    def _has_content(self, before: Phrase) -> bool:
        """Tell whether "that" after a phrase opens what the phrase, or a verb before it, says: "the news that"."""
        words, head = self._words, self._words[before.head]
        if any(noun in self._small_words.content_nouns for noun in singulars(head)):
            return True
        for i in range(before.first - 1, max(before.first - _LONGEST_SAYING, -1), -1):
            if words[i] in self._stating and self._tags[i] in VERBAL:  # "said in an interview with a paper that"
                return self._tags[i + 1] == PREPOSITION
        return False

    def _follows_noun(self, i: int, word: str) -> bool:
        return word in ("that", "where") and self._tags[i - 1] in HEADS

    def _opens_clause(self, i: int) -> bool:
        """Tell whether a clause that no verb before ended opens at a token, or right after it."""
        tag, word = self._tags[i], self._words[i]
        if tag in (SUBORDINATOR, CONJUNCTION) or word in self._small_words.clause_prepositions:
            return True
        return tag in FINITE and word in self._stating

    def _goes_on(self, i: int, start: int) -> bool:
        """Tell whether a token is not the first of its verb group, or an infinitive."""
        i -= 1
        while i > start and self._tags[i] in INSIDE_GROUPS:
            i -= 1
        return self._tags[i] in _LEADS_GROUP

    def _has_pronoun(self, i: int) -> bool:
        """Tell whether a pronoun that is no object stands right before a verb."""
        pronoun = self._tags[i] == PRONOUN and self._words[i] not in self._small_words.relatives
        return pronoun and self._words[i] not in self._small_words.object_pronouns
