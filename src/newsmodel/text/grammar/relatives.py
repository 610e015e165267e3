"""Relative clauses without commas between a subject and its verb: "The nurse whose car was stolen sued"."""

from collections.abc import Container, Sequence
from typing import Final

from newsmodel.text.document import Document
from newsmodel.text.grammar.clause_bounds import BREAKS
from newsmodel.text.grammar.small_words import SmallWords
from newsmodel.text.grammar.tagset import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    FINITE,
    NAME,
    NOT,
    NOUN,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    TO,
    VERB,
)

_INSIDE_GROUP: Final = frozenset({ADVERB, NOT})
_LEADS_GROUP: Final = AUXILIARY | {TO}
# The base form alone rather follows an object: "a law that helps banks lend".
_TENSED: Final = FINITE - {VERB}
_NOUNS: Final = frozenset({NOUN, NAME})


class RelativeClauses:
    """The relative clauses of a document that end right before a verb of another clause."""

    __slots__ = ("_small_words", "_stating", "_tags", "_words")

    def __init__(self, document: Document, small_words: SmallWords, stating: Container[str]) -> None:
        """Take the document, the small words of its language and the forms of verbs that take a clause."""
        self._words: Sequence[str] = document.words
        self._tags: bytes = document.tags
        self._small_words: SmallWords = small_words
        self._stating: Container[str] = stating

    def ending_before(self, first: int, start: int) -> int:
        """
        Return the pronoun that opens the relative clause which ends right before the verb group at *first*, or -1.

        Each clause has one finite verb: where one stands between the pronoun and the verb group, the clause has its
        own, and the verb says something of what the pronoun stands for. Of several clauses the outermost counts.
        """
        words, tags = self._words, self._tags
        found, verbs = -1, 0
        if tags[first] not in _TENSED or self._has_pronoun(first - 1):
            return -1
        for i in range(first - 1, start, -1):
            tag, word = tags[i], words[i]
            relative = self.opens(i)
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

    def _follows_noun(self, i: int, word: str) -> bool:
        return word in ("that", "where") and self._tags[i - 1] in _NOUNS

    def _opens_clause(self, i: int) -> bool:
        """Tell whether a clause that no verb before ended opens at a token, or right after it."""
        tag, word = self._tags[i], self._words[i]
        if tag in (SUBORDINATOR, CONJUNCTION) or word in self._small_words.clause_prepositions:
            return True
        return tag in FINITE and word in self._stating

    def _goes_on(self, i: int, start: int) -> bool:
        """Tell whether a token is not the first of its verb group, or an infinitive."""
        i -= 1
        while i > start and self._tags[i] in _INSIDE_GROUP:
            i -= 1
        return self._tags[i] in _LEADS_GROUP

    def _has_pronoun(self, i: int) -> bool:
        """Tell whether a pronoun that is no object stands right before a verb."""
        pronoun = self._tags[i] == PRONOUN and self._words[i] not in self._small_words.relatives
        return pronoun and self._words[i] not in self._small_words.object_pronouns
