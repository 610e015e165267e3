"""Where the clauses of a document begin and end."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import compress
from typing import Final

from newsmodel.text.document import Document
from newsmodel.text.grammar.phrases import Phrase, Phrases
from newsmodel.text.grammar.small_words import SmallWords
from newsmodel.text.grammar.tagset import (
    ADVERB,
    CONJUNCTION,
    FINITE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    SUBORDINATOR,
)

BREAKS: Final = frozenset({";", ":", "—", "–", "--", "“", "”", '"', "''", "``", "(", ")"})
"""The marks that clauses do not go over."""
_LONGEST_APPOSITION: Final = 8
_LONGEST_FRONTED: Final = 16
_MOST_WITHIN: Final = 4
"""So many clauses within a relative clause are looked at."""
_OPENS: Final = frozenset({SUBORDINATOR, RELATIVE})
# Maps tags to whether a clause may begin at or after a word with the tag.
_MAY_BOUND: Final = bytes(
    tag in {SUBORDINATOR, RELATIVE, PRONOUN, PUNCTUATION, CONJUNCTION, PREPOSITION} for tag in range(256)
)


class ClauseBounds:
    """The bounds of the clauses of a document, each sentence looked at when first asked for."""

    __slots__ = (
        "_bounds",
        "_joints",
        "_resumed",
        "_sentence_of",
        "_sentences",
        "_small_words",
        "_starting",
        "_tags",
        "_with_asides",
        "_words",
    )

    def __init__(self, document: Document, phrases: Phrases, small_words: SmallWords) -> None:
        """Take the document, its noun phrases and the small words of its language."""
        self._words: list[str] = document.words
        self._tags: bytes = document.tags
        self._sentences: list[tuple[int, int]] = document.sentences
        self._sentence_of: list[int] = document.sentence_of
        self._starting: Callable[[int], Phrase | None] = phrases.starting
        self._small_words: SmallWords = small_words
        self._bounds: dict[int, list[int]] = {}
        self._joints: dict[int, list[int]] = {}
        self._resumed: dict[int, int] = {}
        self._with_asides: set[int] = set()

    def around(self, token: int) -> tuple[int, int]:
        """Return the first token of the clause around *token*, and the token after its last."""
        sentence = self._sentence_of[token]
        bounds = self._bounds.get(sentence)
        if bounds is None:
            bounds = self._bounds[sentence] = self._clause_bounds(*self._sentences[sentence])
        at = bisect_right(bounds, token)
        return bounds[at - 1], bounds[at]

    def relative_ending(self, comma: int) -> int:
        """Return the pronoun of the relative clause that a comma ends and a verb follows; -1 where it ends none."""
        aside = self.aside_around(comma)
        return aside[0] if aside is not None and aside[1] == comma + 1 else -1

    def complex(self, token: int) -> tuple[int, int]:
        """Return the bounds of the clause around *token* with those that hang on it, not those joined by "and"."""
        sentence = self._sentence_of[token]
        joints = self._joints.get(sentence)
        if joints is None:
            self.around(token)
            first, *inner, last = self._bounds[sentence]
            joined = [i for i in inner if self._tags[i - 1] == CONJUNCTION or self._words[i - 1] == ";"]
            joints = self._joints[sentence] = [first, *joined, last]
        at = bisect_right(joints, token)
        return joints[at - 1], joints[at]

    def _clause_bounds(self, first: int, last: int) -> list[int]:
        """Return where the clauses of a sentence start, and where the last one ends."""
        tags, words, starting = self._tags, self._words, self._starting
        relatives, clause_prepositions = self._small_words.relatives, self._small_words.clause_prepositions
        bounds = [first]
        for i in compress(range(first, last), tags[first:last].translate(_MAY_BOUND)):
            tag, word = tags[i], words[i]
            if tag in _OPENS or word in relatives:
                bounds.append(i)
            elif word in BREAKS or (tag == CONJUNCTION and words[i + 1 : i + 2] == [","]):
                bounds.append(i + 1)
            elif word == "," and (relative := self._resumes(i, bounds, last)) >= 0:
                self._resumed[relative] = i + 1
                self._with_asides.add(self._sentence_of[i])
                bounds.append(i + 1)
            elif tag == CONJUNCTION or word == "," or word in clause_prepositions:
                phrase = starting(i + 1)
                if phrase is not None and not self._is_fronted(bounds[-1], i) and self.starts_clause(phrase, last):
                    bounds.append(i + 1)
        bounds.append(last)
        return bounds

    def _is_fronted(self, first: int, comma: int) -> bool:
        """Tell whether what a comma ends is no clause but tells when or where of the next: "On Monday in Bern, ..."."""
        return (
            self._words[comma] == ","
            and comma - first <= _LONGEST_FRONTED
            and FINITE.isdisjoint(self._tags[first:comma])
        )

    def _resumes(self, comma: int, bounds: list[int], last: int) -> int:
        """Return the pronoun of the relative clause that a comma ends in the middle of a sentence; -1 if none.

        A clause may hang on it: "the bank, which failed after its chief left, was sold".
        """
        tags = self._tags
        after = comma + 1
        while after < last and tags[after] == ADVERB:
            after += 1
        if after == last or tags[after] not in FINITE:
            return -1
        for opened in reversed(bounds[max(1, len(bounds) - _MOST_WITHIN) :]):
            if self._words[opened - 1] == "," and self._is_relative(opened):
                return opened if opened not in self._resumed and not FINITE.isdisjoint(tags[opened:comma]) else -1
        return -1

    def _is_relative(self, opened: int) -> bool:
        return self._tags[opened] == RELATIVE or self._words[opened] in self._small_words.relatives

    def is_aside(self, token: int, trigger: int) -> bool:
        """Tell whether *token* stands in what is added about a person, and *trigger* does not: ", who left in May"."""
        aside = self.aside_around(token)
        first = aside[0] if aside is not None else self.around(token)[0]
        if first == 0 or self._words[first] not in self._small_words.relatives:
            return False
        return trigger < first or trigger >= self.resumed(first)

    def aside_around(self, token: int) -> tuple[int, int] | None:
        """Return the bounds of the relative clause in the middle of another that holds *token*, however deep in it."""
        sentence = self._sentence_of[token]
        if sentence not in self._bounds:
            self.around(token)
        if sentence not in self._with_asides:
            return None
        bounds = self._bounds[sentence]
        at = bisect_right(bounds, token)
        for first in reversed(bounds[max(0, at - _MOST_WITHIN) : at]):
            last = self._resumed.get(first, -1)
            if last >= 0:
                return (first, last) if token < last else None
        return None

    def resumed(self, relative: int) -> int:
        """Return the token where the clause goes on after a relative clause in its middle, else one after all."""
        return self._resumed.get(relative, len(self._words))

    def is_apart(self, token: int) -> bool:
        """Tell whether *token* stands in a clause about a person: the times around tell nothing of it."""
        return self._words[self.around(token)[0]] in self._small_words.relatives

    def starts_clause(self, phrase: Phrase, last: int) -> bool:
        """Tell whether the phrase, with those that "and" joins to it, is the subject of a verb right after it."""
        i = phrase.last
        if i < last and self._words[i] == "and":
            joined = self._starting(i + 1)
            i = joined.last if joined is not None else i
        if i < last and self._words[i] == ",":  # "its chief, Mia Holt, left"
            closing = next((k for k in range(i + 1, min(last, i + _LONGEST_APPOSITION)) if self._words[k] == ","), i)
            i = closing + 1 if closing > i and FINITE.isdisjoint(self._tags[i:closing]) else i
        return i < last and self._tags[i] in FINITE
