"""
A light part-of-speech tagger: one coarse tag a token, from the lexicon, the ending and the words around.

It knows the closed classes, the inflections of the verbs of the lexicon, and how words end; where a word may be
several things ("report", "killed", "moving"), `tag_rules` asks its neighbours. Headlines whose words are all
capitalised are read as if they were not.
"""

import re
from collections.abc import Sequence
from typing import Final

from newsmodel.text.grammar.codes import UNKNOWN, guess
from newsmodel.text.grammar.neighbours import Neighbours
from newsmodel.text.grammar.tag_rules import settle_tags
from newsmodel.text.grammar.tagset import (
    ADJECTIVE,
    AS_ING,
    AS_VERB_S,
    CLOSED,
    NAME,
    NOUN,
    PREPOSITION,
    PUNCTUATION,
    RATHER_NOUN,
    THAT,
    VERB,
)
from newsmodel.text.tokens import Tokens
from newsmodel.text.word_kinds import WordKinds

__all__ = ["tag"]

# The tags of words that the lexicon says are that and nothing else.
_CLOSED: Final = CLOSED | {PUNCTUATION}
_STARTS_NAME: Final = frozenset({NOUN, ADJECTIVE, VERB})
_NO_NAME: Final = AS_ING | AS_VERB_S
_IS_UNKNOWN: Final = re.compile(re.escape(bytes([UNKNOWN])))
_MAY_BE_CAPITAL: Final = re.compile(r"[A-Z]|[^\W\d_\x00-\x7f]")
# Where a sentence or a quotation may open, so that a capital says nothing.
_OPENERS: Final = frozenset("\"'“‘„«([:•–—-*#>") | {"''", "``", "--"}
# A word that title case would have written with a capital.
_LOWER_WORD: Final = re.compile(r"(?<![\w'’.@-])[^\W\dA-Z_][^\W\d_]{4,}")


def tag(
    text: str, tokens: Tokens, kinds: bytes, sentences: Sequence[tuple[int, int]], known: WordKinds | None
) -> bytes:
    """
    Return the tag of each token, one of the constants of `tagset`, one byte each; *kinds* are those of its words.

    Participles that stand before a noun are tagged as adjectives, and what "the" or "his" makes a noun ("the
    killing of") as a noun. Where no words are *known* every tag is PUNCTUATION.
    """
    if known is None:
        return bytes(len(tokens.words))
    numbers = _numbers(text, tokens, kinds, sentences, known)
    return settle_tags(Neighbours(tokens.words, numbers, known.codes, known.language), sentences)


def _numbers(text: str, tokens: Tokens, kinds: bytes, sentences: Sequence[tuple[int, int]], known: WordKinds) -> bytes:
    """Return for each token the number of its code."""
    words, initials = tokens.words, tokens.initials
    numbers = bytearray(kinds.translate(known.numbers))
    unknown = [match.start() for match in _IS_UNKNOWN.finditer(numbers)]
    firsts = {first for first, _ in sentences}
    titled: set[int] = set()
    for first, last in sentences:
        if words[last - 1] != "." and _is_title_case(text, tokens, first, last, known):
            titled.update(range(first, last))

    named: set[str] = set()
    opening: list[int] = []
    for match in _MAY_BE_CAPITAL.finditer(initials):
        i = match.start()
        number = numbers[i]
        shown = initials[i].isupper() and i not in firsts and words[i - 1] not in _OPENERS
        if shown and words[i] in known.capitalized and i not in titled:
            # "in May", not of "Theresa May" or "May Day"
            in_name = initials[i - 1].isupper() and numbers[i - 1] not in _CLOSED
            in_name = in_name or (initials[i + 1 : i + 2].isupper() and numbers[i - 1] != PREPOSITION)
            numbers[i] = NAME if in_name else known.capitalized[words[i]]
        elif known.capitalized.get(words[i]) == NAME and i not in titled and _is_capitals(text, tokens, i):
            numbers[i] = NAME  # "US troops" at the start of a sentence
        elif number != UNKNOWN and number not in _CLOSED and i not in titled and initials[i].isupper():
            ends = not initials[i + 1 : i + 2].isupper()
            if shown or (not ends and i + 1 not in firsts and _starts_name(known.codes[number])):
                numbers[i] = NAME
                if shown and ends:
                    named.add(words[i])
            else:
                opening.append(i)
    again = [i for i in opening if words[i] in named]
    if again:  # "Bright pleaded not guilty", of a "Mr. Bright" elsewhere
        small = {word for word, initial in zip(words, initials, strict=True) if initial.islower()}
        for i in again:
            if words[i] not in small:
                numbers[i] = NAME

    for i in unknown:
        if not initials[i].isupper():
            numbers[i] = guess(words[i], known.language)
        elif i in firsts or i in titled or words[i - 1] in _OPENERS:
            numbers[i] = _guess_capital(words[i], known.language)
        else:
            numbers[i] = NAME
    return bytes(numbers)


def _is_capitals(text: str, tokens: Tokens, i: int) -> bool:
    return text[tokens.starts[i] : tokens.ends[i]].isupper()


def _starts_name(code: int) -> bool:
    """Tell whether a first word of this code is part of the name that follows: "Islamic State", no "Using Twitter"."""
    return code in _STARTS_NAME or (code > RATHER_NOUN and not code & _NO_NAME)


def _guess_capital(word: str, language: str) -> int:
    """Return the number of a capitalised word that the lexicon does not hold, where its capital shows nothing."""
    number = guess(word, language)
    return NAME if number == NOUN else number


def _is_title_case(text: str, tokens: Tokens, first: int, last: int, known: WordKinds) -> bool:
    """Tell whether the sentence is written like a headline: all its longer words with a capital."""
    if last - first < 3:
        return False
    start, end = tokens.starts[first], tokens.ends[last - 1]
    if any(known.number(match.group()) > THAT for match in _LOWER_WORD.finditer(text, start, end)):
        return False
    letters = [letter for letter in tokens.initials[first:last] if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) * 5 >= len(letters) * 3
