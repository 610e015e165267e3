"""
A light part-of-speech tagger: one coarse tag a token, from the lexicon, the ending and the words around.

It knows the closed classes, the inflections of the verbs of the lexicon, and how words end; where a word may be
several things ("report", "killed", "moving"), `tag_rules` asks its neighbours. Headlines whose words are all
capitalised are read as if they were not.
"""

import re
from collections.abc import Sequence
from itertools import compress
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
# Maps the numbers of codes to whether a capital may make the word a name.
_MAY_BE_NAME: Final = bytes(number != UNKNOWN and number not in _CLOSED for number in range(256))
_STARTS_NAME: Final = frozenset({NOUN, ADJECTIVE, VERB})
_NO_NAME: Final = AS_ING | AS_VERB_S
_CAPITAL: Final = bytes([1])
_IS_UNKNOWN: Final = re.compile(re.escape(bytes([UNKNOWN])))
# Where a sentence or a quotation may open, so that a capital says nothing.
_OPENERS: Final = frozenset("\"'“‘„«([:•–—-*#>") | {"''", "``", "--"}
# A word that title case would have written with a capital.
_LOWER_WORD: Final = re.compile(r"(?<![\w'’.@-])[^\W\dA-Z_][^\W\d_]{4,}")


def tag(
    text: str,
    tokens: Tokens,
    capitals: bytes,
    kinds: bytes,
    sentences: Sequence[tuple[int, int]],
    known: WordKinds | None,
) -> bytes:
    """
    Return the tag of each token, one of the constants of `tagset`, one byte each; *kinds* are those of its words.

    The *capitals* are 1 for each token that starts with one.

    Participles that stand before a noun are tagged as adjectives, and what "the" or "his" makes a noun ("the
    killing of") as a noun. Where no words are *known* every tag is PUNCTUATION.
    """
    if known is None:
        return bytes(len(tokens.words))
    numbers = _numbers(text, tokens, capitals, kinds, sentences, known)
    return settle_tags(Neighbours(tokens.words, numbers, known.codes, known.language), sentences)


def _numbers(
    text: str, tokens: Tokens, capitals: bytes, kinds: bytes, sentences: Sequence[tuple[int, int]], known: WordKinds
) -> bytes:
    """Return for each token the number of its code."""
    words = tokens.words
    numbers = bytearray(kinds.translate(known.numbers))
    unknown = [match.start() for match in _IS_UNKNOWN.finditer(numbers)]
    firsts = {first for first, _ in sentences}
    titled: set[int] = set()
    for first, last in sentences:
        if words[last - 1] != "." and _is_title_case(text, tokens, capitals, first, last, known):
            titled.update(range(first, last))

    named: set[str] = set()
    opening: list[int] = []
    for i in compress(range(len(words)), capitals):
        number, listed = numbers[i], known.capitalized.get(words[i])
        if (listed is None and not _MAY_BE_NAME[number]) or i in titled:
            continue
        shown = i not in firsts and words[i - 1] not in _OPENERS
        ends = capitals[i + 1 : i + 2] != _CAPITAL
        if shown and listed is not None:
            # "in May", not of "Theresa May" or "May Day"
            in_name = capitals[i - 1] and numbers[i - 1] not in _CLOSED
            in_name = in_name or (not ends and numbers[i - 1] != PREPOSITION)
            numbers[i] = NAME if in_name else listed
        elif listed == NAME and _is_capitals(text, tokens, i):
            numbers[i] = NAME  # "US troops" at the start of a sentence
        elif _MAY_BE_NAME[number]:
            if shown or (not ends and i + 1 not in firsts and _starts_name(known.codes[number])):
                numbers[i] = NAME
                if shown and ends:
                    named.add(words[i])
            else:
                opening.append(i)
    again = [i for i in opening if words[i] in named]
    if again:  # "Bright pleaded not guilty", of a "Mr. Bright" elsewhere
        small = {word for word, initial in zip(words, tokens.initials, strict=True) if initial.islower()}
        for i in again:
            if words[i] not in small:
                numbers[i] = NAME

    for i in unknown:
        if not capitals[i]:
            numbers[i] = guess(words[i], known.language)
        else:
            shown = not (i in firsts or i in titled or words[i - 1] in _OPENERS)
            numbers[i] = NAME if shown else _guess_capital(words[i], known.language)
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


def _is_title_case(text: str, tokens: Tokens, capitals: bytes, first: int, last: int, known: WordKinds) -> bool:
    """Tell whether the sentence is written like a headline: all its longer words with a capital."""
    if last - first < 3:
        return False
    start, end = tokens.starts[first], tokens.ends[last - 1]
    if any(known.number(match.group()) > THAT for match in _LOWER_WORD.finditer(text, start, end)):
        return False
    letters = sum(map(str.isalpha, tokens.initials[first:last]))
    return capitals.count(1, first, last) * 5 >= letters * 3
