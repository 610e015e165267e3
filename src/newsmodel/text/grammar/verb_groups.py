"""Verb groups: a verb with its auxiliaries, its voice and its tense."""

import re
from itertools import chain
from typing import Final

from newsmodel.text.document import Document
from newsmodel.text.grammar.small_words import SmallWords
from newsmodel.text.grammar.tagset import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BE,
    FINITE,
    HAVE,
    ING,
    MODAL,
    NOT,
    PARTICIPLE,
    PAST,
    TO,
    VERB,
    VERBAL,
)

_SEMI_MODAL: Final = frozenset({HAVE, BE})
# A verb or auxiliary that may be more than a group of one word in the active voice.
_MAY_BE_LONGER: Final = re.compile(
    b"(?<=[%b])[%b]|%c"
    % (re.escape(bytes(AUXILIARY | {TO, NOT, ADVERB})), re.escape(bytes(VERBAL | AUXILIARY)), PARTICIPLE)
)
_TENSED: Final = FINITE | {PARTICIPLE, ING}
# Further off than this nothing of the clause is looked for.
REACH: Final = 40
# More words than any group has: "may not yet have been going to be seen".
_LONGEST: Final = 16


class VerbGroups:
    """
    The verb groups of one document: "had not been seen", "have to go", "is going to go".

    Attributes:
        firsts: The first token of the group that ends with a verb or auxiliary, where that is not the verb itself.
        passive: The verbs in the passive voice, and the participles after the noun they belong to.
    """

    __slots__ = ("_sentence_of", "_sentences", "_small_words", "_tags", "_words", "firsts", "passive")

    def __init__(self, document: Document, small_words: SmallWords) -> None:
        """Take the document and the small words of its language."""
        self._words: list[str] = document.words
        self._tags: bytes = document.tags
        self._sentences: list[tuple[int, int]] = document.sentences
        self._sentence_of: list[int] = document.sentence_of
        self._small_words: SmallWords = small_words
        self.firsts: dict[int, int] = {}
        self.passive: set[int] = set()
        for match in _MAY_BE_LONGER.finditer(document.tags):
            verb = match.end() - 1
            first, passive = self._read(verb)
            if first != verb:
                self.firsts[verb] = first
            if passive:
                self.passive.add(verb)

    def first(self, verb: int) -> int:
        """Return the first token of the group that ends with a verb, or with an adjective: "could be guilty"."""
        return self._read(verb)[0] if self._tags[verb] == ADJECTIVE else self.firsts.get(verb, verb)

    def _read(self, verb: int) -> tuple[int, bool]:
        """Return the first token of the group that ends with *verb*, and whether it is passive."""
        tags, words = self._tags, self._words
        start = max(self._sentences[self._sentence_of[verb]][0], verb - _LONGEST)
        first, passive, seen = verb, False, False
        i = verb - 1
        while i >= start:
            tag = tags[i]
            if tag in AUXILIARY:
                passive = passive or (not seen and tag == BE and tags[verb] == PARTICIPLE)
                seen = True
                first = i
            elif tag == TO and i > start and (tags[i - 1] in _SEMI_MODAL or words[i - 1] == "going"):
                first = i = i - 1
            elif tag == NOT:
                first = i
            elif tag != ADVERB:
                break
            i -= 1
        if tags[verb] == PARTICIPLE and not seen:
            if i >= start and words[i] in self._small_words.passives:
                return self.firsts.get(i, i), True
            passive = i < start or tags[i] not in VERBAL
        return first, passive

    def tense(self, token: int) -> int:
        """Return the tense around a token: PAST, HAVE for what has or had happened, VERB for the rest."""
        first, last = self._sentences[self._sentence_of[token]]
        for i in chain(range(token, max(first - 1, token - REACH), -1), range(token + 1, min(last, token + REACH))):
            if self._tags[i] in _TENSED:
                start = self.firsts.get(i, i)
                group = self._tags[start : i + 1]
                if HAVE in group[:-1]:
                    return HAVE
                if not FINITE.isdisjoint(group):
                    told = group[-1] == PAST or not self._small_words.past.isdisjoint(self._words[start : i + 1])
                    return PAST if told and MODAL not in group else VERB
        return VERB
