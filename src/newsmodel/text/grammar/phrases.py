"""Noun phrases without what follows their head: "the 12 soldiers", "Lt. Gen. Robert White", "more than 1,000 men"."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from typing import Final, final

from newsmodel.lexicon import pairs, words
from newsmodel.text.document import Document
from newsmodel.text.grammar.inflection import may_be_plural
from newsmodel.text.grammar.small_words import small_words
from newsmodel.text.grammar.tagset import (
    ADJECTIVE,
    ADVERB,
    BE,
    DATE,
    DETERMINER,
    GENITIVE,
    HAVE,
    HEADS,
    MODAL,
    NAME,
    NOUN,
    NUMBER,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
)


def _sign(*tags: int) -> bytes:
    return re.escape(bytes(tags))


# Tags are bytes, so that one regular expression finds the phrases. Possessive groups would be a little faster, but
# Python before 3.11.5 misreads them.
_MODIFIER: Final = b"(?:[%b]|%b(?=%b)|%b(?=[%b]))" % (
    _sign(NUMBER, ADJECTIVE), _sign(ADVERB), _sign(ADJECTIVE), _sign(DATE), _sign(NOUN, NAME),
)  # fmt: skip
_PHRASE: Final = re.compile(
    b"[%b]?(?:%b*[%b])+%b*" % (_sign(DETERMINER, POSSESSIVE), _MODIFIER, _sign(NOUN, NAME), _sign(NUMBER))
    + b"|[%b]?%b+" % (_sign(DETERMINER, POSSESSIVE), _MODIFIER)
    + b"|[%b]" % _sign(DETERMINER, PRONOUN)
)
# A second finite verb, with no more than one phrase before it that a preposition adds.
_GOES_ON: Final = re.compile(
    b"(?:%b[%b]{1,5})?[%b]"
    % (_sign(PREPOSITION), _sign(DATE, DETERMINER, POSSESSIVE, NUMBER, ADJECTIVE, NOUN, NAME), _sign(BE, HAVE, MODAL))
)
_BEFORE_DATES: Final = frozenset(bytes([tag]) for tag in (DETERMINER, POSSESSIVE, ADJECTIVE))
_NOUN: Final = bytes([NOUN])
_MODIFIERS: Final = frozenset({ADJECTIVE, ADVERB})
# Phrases that begin otherwise begin where they are found to begin, and have a head.
_MAY_BEGIN_BEFORE: Final = frozenset({NUMBER, ADJECTIVE, ADVERB})
# What opens that which may be added to a phrase.
_MAY_ADD: Final = frozenset({"of", ","})
# A score is no part of the name before it: "beat Arsenal 2-1".
_SCORE: Final = re.compile(r"\A1?\d{1,2}[-–]1?\d{1,2}\Z")
# Owners and parts further off than this are not taken into a phrase.
_LONGEST_CHAIN: Final = 4


@final
class Phrase:
    """
    A noun phrase.

    Attributes:
        first: Its first token.
        last: The token after its last.
        owns: Whether "'s" follows, so that it says whose the next phrase is.
    """

    __slots__ = ("first", "last", "owns")

    def __init__(self, first: int, last: int, *, owns: bool = False) -> None:
        self.first: int = first
        self.last: int = last
        self.owns: bool = owns

    @property
    def head(self) -> int:
        """Return the token of its head."""
        return self.last - 1


_Find = Callable[[int], Phrase | None]


class Phrases:
    """
    The noun phrases of a document.

    Attributes:
        found: The phrases, in order.
        starting: Gives the phrase that starts with a token, or None.
        ending: Gives the phrase whose last token is a token, or None.
    """

    __slots__ = ("_firsts", "_full", "_sentence_of", "_tags", "_words", "ending", "found", "starting")

    def __init__(self, document: Document, apart: Collection[int]) -> None:
        """Find the phrases; the tokens *apart* (of time expressions) belong to none."""
        self._words: list[str] = document.words
        self._tags: bytes = document.tags
        self._sentence_of: list[int] = document.sentence_of
        self._full: dict[Phrase, Phrase] = {}
        self.found: list[Phrase] = _find(document, apart)
        self._firsts: list[int] = [phrase.first for phrase in self.found]
        self.starting: _Find = dict(zip(self._firsts, self.found, strict=True)).get
        self.ending: _Find = {phrase.last - 1: phrase for phrase in self.found}.get

    def before(self, token: int) -> int:
        """Return the index of the last phrase that starts before *token*, -1 if there is none."""
        return bisect_right(self._firsts, token - 1) - 1

    def around(self, token: int) -> Phrase | None:
        """Return the phrase that *token* is part of, if any."""
        number = bisect_right(self._firsts, token) - 1
        if number >= 0 and token < self.found[number].last:
            return self.found[number]
        return None

    def owner(self, noun: int) -> Phrase | None:
        """Return whose event a noun names: "the company" of "the company's purchase"."""
        phrase = self.around(noun)
        first = phrase.first if phrase is not None else noun
        if self._tags[first] == POSSESSIVE:  # "his resignation"
            return Phrase(first, first + 1)
        before = self.ending(first - 2)
        if before is not None and before.owns:
            return before
        before = self.ending(first - 1)
        return before if before is not None and before.owns else None

    def named(self, noun: int) -> Phrase | None:
        """Return the names right before an event noun that say who takes part: "Iraqi" of "Iraqi invasion"."""
        phrase = self.around(noun)
        first = phrase.first if phrase is not None else noun
        i = noun - 1
        while i >= first and self._tags[i] == NAME:
            i -= 1
        return Phrase(i + 1, noun) if i + 1 < noun else None

    def full(self, phrase: Phrase) -> Phrase:
        """Return the phrase with whose it is, what "of" adds and its apposition: "the city's chief of police"."""
        first, last = phrase.first, phrase.last
        owner = self.ending(first - 2)
        if (owner is None or not owner.owns) and (last == len(self._words) or self._words[last] not in _MAY_ADD):
            return phrase
        found = self._full.get(phrase)
        if found is None:
            for _ in range(_LONGEST_CHAIN):
                owner = self.ending(first - 2)
                if owner is None or not owner.owns:
                    break
                first = owner.first
            last = self._apposition_end(self._with_parts(last))
            found = self._full[phrase] = Phrase(first, last, owns=phrase.owns)
        return found

    def _with_parts(self, last: int) -> int:
        """Return where what "of" adds to the phrase that ends at *last* ends."""
        for _ in range(_LONGEST_CHAIN):
            part = self.starting(last + 1) if self._goes_on(last, "of") else None
            if part is None or part.owns:
                break
            last = part.last
        return last

    def _goes_on(self, last: int, word: str) -> bool:
        """Tell whether the sentence of what ends at *last* goes on with a word."""
        return self._words[last : last + 1] == [word] and self._sentence_of[last] == self._sentence_of[last - 1]

    def _apposition_end(self, last: int) -> int:
        """Return where the apposition to the phrase that ends at *last* ends: ", a general," or ", 34,"."""
        if self._goes_on(last, ","):
            part = self.starting(last + 1)
            if part is not None:
                end = self._with_parts(part.last)
                closing, after = self._words[end : end + 1], self._words[end + 1 : end + 2]
                if closing == ["."] or (
                    closing == [","] and after not in (["and"], ["or"]) and not self.starting(end + 1)
                ):
                    return end
        return last


def _find(document: Document, apart: Collection[int]) -> list[Phrase]:
    language, tags = document.language or "", document.tags
    found, quantities, bounds = document.words, words(language, "quantity_nouns"), pairs(language, "count_bounds")
    bare, counted = small_words(language).bare, small_words(language).counted
    signs = _signs(found, tags, apart)
    phrases: list[Phrase] = []
    add = phrases.append
    for first, last in document.sentences:
        for match in _PHRASE.finditer(signs, first, last):
            start, end = match.span()
            while tags[end - 1] == NUMBER and end > start + 1 and _SCORE.match(found[end - 1]):
                end -= 1
            if end == start + 1 and found[start] in bare:
                continue
            own = _own_subject(found, tags, start, end, last, language) if end < last and tags[end] == PAST else 0
            if own > start:
                add(Phrase(start, own))
                start = own
            opening = tags[start]
            if found[start] in counted and phrases and phrases[-1].last == start and tags[start - 1] == NUMBER:
                start = phrases.pop().first  # "20 others"
            elif opening in _MAY_BEGIN_BEFORE:
                if tags[end - 1] == ADJECTIVE and opening in _MODIFIERS:
                    continue  # "very big" has no head
                if opening == NUMBER:
                    start = _with_bound(found, start, first, bounds)
                elif opening == ADJECTIVE and start > first and tags[start + 1] == NUMBER:  # "at least 12"
                    start = min(start, _with_bound(found, start + 1, first, bounds))
            if found[start - 1] == "of" and start > first + 1 and phrases:
                start = _with_quantity(found, tags, phrases, start, quantities)
            add(Phrase(start, end, owns=end < last and tags[end] == GENITIVE))
    return phrases


def _signs(found: Sequence[str], tags: bytes, apart: Collection[int]) -> bytearray:
    """Return the tags as phrases are found by: no time is part of one, but for "March" of "a March storm"."""
    signs = bytearray(tags)
    for i in apart:
        if not (i and tags[i] == DATE and tags[i - 1 : i] in _BEFORE_DATES and tags[i + 1 : i + 2] == _NOUN):
            signs[i] = PUNCTUATION
    if "%" in found:
        for i, word in enumerate(found):
            if word == "%" and i and tags[i - 1] == NUMBER:
                signs[i] = NOUN
    return signs


def _own_subject(found: Sequence[str], tags: bytes, start: int, end: int, last: int, language: str) -> int:
    """
    Return where in a phrase before a past form the subject of a relative clause begins, 0 where it holds none.

    Two finite verbs in a row are those of two clauses: "The man | police arrested was freed".
    """
    if tags[end - 1] not in HEADS or not _GOES_ON.match(tags, end + 1, last):
        return 0
    if tags[end - 1] == NOUN and not may_be_plural(found[end - 1], language):
        return 0
    first = end - 1
    while tags[first] == NAME and first > start and tags[first - 1] == NAME:
        first -= 1
    return first if first > start and tags[first - 1] == NOUN else 0


def _with_bound(found: Sequence[str], start: int, first: int, bounds: dict[str, str]) -> int:
    """Return where the phrase starts with the words that bound its number: "more than 1,000"."""
    for size in (3, 2, 1):
        if start - size >= first and " ".join(found[start - size : start]) in bounds:
            return start - size
    return start


def _with_quantity(
    found: Sequence[str], tags: bytes, phrases: list[Phrase], start: int, quantities: Collection[str]
) -> int:
    """Take "dozens of" and "Gulf of" into the phrase that starts at *start*, and return its new start."""
    before = phrases[-1]
    if before.last == start - 1 and (found[before.head] in quantities or (tags[before.head] == tags[start] == NAME)):
        phrases.pop()
        return before.first
    return start
