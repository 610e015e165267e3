"""Verb groups: a verb with its auxiliaries, its voice and its tense."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from newsmodel.text.grammar.small_words import Grammar
from newsmodel.text.grammar.tagset import (
    ADVERB,
    BE,
    DO,
    HAVE,
    ING,
    MODAL,
    NOT,
    PARTICIPLE,
    PAST,
    TO,
    VERB,
    VERB_S,
)

VERBAL = frozenset({VERB, VERB_S, PAST, PARTICIPLE, ING})
AUXILIARY = frozenset({BE, HAVE, DO, MODAL})
FINITE = frozenset({VERB, VERB_S, PAST, BE, HAVE, DO, MODAL})
_SEMI_MODAL = frozenset({HAVE, BE})
_TENSED = FINITE | {PARTICIPLE, ING}
# Further off than this nothing of the clause is looked for.
REACH = 40


class Group(NamedTuple):
    """The verb group around a verb: "had not been seen"."""

    first: int
    """Its first token."""
    passive: bool
    """Whether it is in the passive voice, or a participle after the noun it belongs to."""


class VerbGroups:
    """The verb groups of one document, each found once."""

    __slots__ = ("_grammar", "_groups", "_sentence_of", "_sentences", "_tags", "_words")

    def __init__(
        self,
        words: Sequence[str],
        tags: Sequence[int],
        sentences: Sequence[tuple[int, int]],
        sentence_of: Sequence[int],
        grammar: Grammar,
    ) -> None:
        """Take the tokens, where the sentences are, and the small words."""
        self._words = words
        self._tags = tags
        self._sentences = sentences
        self._sentence_of = sentence_of
        self._grammar = grammar
        self._groups: dict[int, Group] = {}

    def ending(self, verb: int) -> Group:
        """Return the verb group that ends with the verb *verb*; "have to", "is going to" and "is to" belong to it."""
        found = self._groups.get(verb)
        if found is None:
            found = self._groups[verb] = self._find_group(verb)
        return found

    def _find_group(self, verb: int) -> Group:
        tags, words = self._tags, self._words
        start = self._sentences[self._sentence_of[verb]][0]
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
            if i >= start and words[i] in self._grammar.passives:
                return Group(self.ending(i).first, passive=True)
            passive = i < start or tags[i] not in VERBAL
        return Group(first, passive)

    def tense(self, token: int) -> int:
        """Return the tense around a token: PAST, HAVE for what has or had happened, VERB for the rest."""
        first, last = self._sentences[self._sentence_of[token]]
        for i in chain(range(token, max(first - 1, token - REACH), -1), range(token + 1, min(last, token + REACH))):
            if self._tags[i] in _TENSED:
                start = self.ending(i).first
                group = self._tags[start : i + 1]
                if HAVE in group[:-1]:
                    return HAVE
                if not FINITE.isdisjoint(group):
                    told = group[-1] == PAST or not self._grammar.past.isdisjoint(self._words[start : i + 1])
                    return PAST if told and MODAL not in group else VERB
        return VERB
