"""Noun phrases without what follows their head: "the 12 soldiers", "Lt. Gen. Robert White", "more than 1,000 men"."""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import NamedTuple

from newsmodel.lexicon import pairs, words
from newsmodel.text.document import Document
from newsmodel.text.grammar.small_words import grammar
from newsmodel.text.grammar.tagset import (
    ADJECTIVE,
    ADVERB,
    DETERMINER,
    GENITIVE,
    NAME,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PRONOUN,
    PUNCTUATION,
)


def _sign(*tags: int) -> str:
    return "".join(f"\\x{tag:02x}" for tag in tags)


# Tags are read as characters, so that one regular expression finds the phrases.
_MODIFIER = f"(?:[{_sign(NUMBER, ADJECTIVE)}]|{_sign(ADVERB)}(?={_sign(ADJECTIVE)}))"
_PHRASE = re.compile(
    f"[{_sign(DETERMINER, POSSESSIVE)}]?(?:{_MODIFIER}*[{_sign(NOUN, NAME)}])+{_sign(NUMBER)}*"
    f"|[{_sign(DETERMINER, POSSESSIVE)}]?{_MODIFIER}+|{_sign(DETERMINER)}|{_sign(PRONOUN)}"
)
_MODIFIERS = frozenset({ADJECTIVE, ADVERB})
# What opens that which may be added to a phrase.
_MAY_ADD = frozenset({"of", ","})
# Owners and parts further off than this are not taken into a phrase.
_LONGEST_CHAIN = 4


class Phrase(NamedTuple):
    """A noun phrase."""

    first: int
    """Its first token."""
    last: int
    """The token after its last."""
    owns: bool = False
    """Whether "'s" follows, so that it says whose the next phrase is."""

    @property
    def head(self) -> int:
        """Return the token of its head."""
        return self.last - 1


class Phrases:
    """
    The noun phrases of a document.

    Attributes:
        found: The phrases, in order.
    """

    __slots__ = ("_ending", "_firsts", "_full", "_starting", "_words", "found")

    def __init__(self, document: Document, tags: Sequence[int], apart: Collection[int]) -> None:
        """Find the phrases; the tokens *apart* (of time expressions) belong to none."""
        self._words = document.words
        self._full: dict[Phrase, Phrase] = {}
        self.found = _find(document, tags, apart)
        self._firsts = [first for first, _, _ in self.found]
        self._starting = dict(zip(self._firsts, self.found, strict=True))
        self._ending = {phrase[1] - 1: phrase for phrase in self.found}

    def before(self, token: int) -> int:
        """Return the index of the last phrase that starts before *token*, -1 if there is none."""
        return bisect_right(self._firsts, token - 1) - 1

    def around(self, token: int) -> Phrase | None:
        """Return the phrase that *token* is part of, if any."""
        number = bisect_right(self._firsts, token) - 1
        if number >= 0 and token < self.found[number].last:
            return self.found[number]
        return None

    def starting(self, token: int) -> Phrase | None:
        """Return the phrase that starts with *token*, if any."""
        return self._starting.get(token)

    def full(self, phrase: Phrase) -> Phrase:
        """Return the phrase with whose it is, what "of" adds and its apposition: "the city's chief of police"."""
        first, last, _ = phrase
        owner = self._ending.get(first - 2)
        if (owner is None or not owner.owns) and (last == len(self._words) or self._words[last] not in _MAY_ADD):
            return phrase
        found = self._full.get(phrase)
        if found is None:
            for _ in range(_LONGEST_CHAIN):
                owner = self._ending.get(first - 2)
                if owner is None or not owner.owns:
                    break
                first = owner.first
            last = self._apposition_end(self._with_parts(last))
            found = self._full[phrase] = Phrase(first, last, phrase.owns)
        return found

    def _with_parts(self, last: int) -> int:
        """Return where what "of" adds to the phrase that ends at *last* ends."""
        for _ in range(_LONGEST_CHAIN):
            part = self.starting(last + 1) if self._words[last : last + 1] == ["of"] else None
            if part is None or part.owns:
                break
            last = part.last
        return last

    def _apposition_end(self, last: int) -> int:
        """Return where the apposition to the phrase that ends at *last* ends: ", a general," or ", 34,"."""
        if last + 1 < len(self._words) and self._words[last] == ",":
            part = self.starting(last + 1)
            if part is not None:
                end = self._with_parts(part.last)
                closing, after = self._words[end : end + 1], self._words[end + 1 : end + 2]
                if closing == ["."] or (
                    closing == [","] and after not in (["and"], ["or"]) and not self.starting(end + 1)
                ):
                    return end
        return last

    def ending(self, token: int) -> Phrase | None:
        """Return the phrase whose last token is *token*, if any."""
        return self._ending.get(token)


def _find(document: Document, tags: Sequence[int], apart: Collection[int]) -> list[Phrase]:
    language = document.language or ""
    found, quantities, bounds = document.words, words(language, "quantity_nouns"), pairs(language, "count_bounds")
    bare = grammar(language).bare
    signs = bytearray(tags)
    for i in apart:
        signs[i] = PUNCTUATION
    read = signs.decode("latin-1")
    phrases: list[Phrase] = []
    for first, last in document.sentences:
        for match in _PHRASE.finditer(read, first, last):
            start, end = match.span()
            if end == start + 1 and found[start] in bare:
                continue
            if tags[end - 1] == ADJECTIVE and tags[start] in _MODIFIERS:
                continue  # "very big" has no head
            if tags[start] == NUMBER:
                start = _with_bound(found, start, first, bounds)
            elif tags[start] == ADJECTIVE and start > first and tags[start + 1] == NUMBER:  # "at least 12"
                start = min(start, _with_bound(found, start + 1, first, bounds))
            if found[start - 1] == "of" and start > first + 1 and phrases:
                start = _with_quantity(found, tags, phrases, start, quantities)
            phrases.append(Phrase(start, end, end < last and tags[end] == GENITIVE))
    return phrases


def _with_bound(found: Sequence[str], start: int, first: int, bounds: dict[str, str]) -> int:
    """Return where the phrase starts with the words that bound its number: "more than 1,000"."""
    for size in (3, 2, 1):
        if start - size >= first and " ".join(found[start - size : start]) in bounds:
            return start - size
    return start


def _with_quantity(
    found: Sequence[str], tags: Sequence[int], phrases: list[Phrase], start: int, quantities: Collection[str]
) -> int:
    """Take "dozens of" and "Gulf of" into the phrase that starts at *start*, and return its new start."""
    before = phrases[-1]
    if before.last == start - 1 and (found[before.head] in quantities or (tags[before.head] == tags[start] == NAME)):
        phrases.pop()
        return before.first
    return start
