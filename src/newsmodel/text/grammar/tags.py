"""
A light part-of-speech tagger: one coarse tag a token, from the lexicon, the ending and the words around.

It knows the closed classes, the inflections of the verbs of the lexicon, and how words end; where a word may be
several things ("report", "killed", "moving"), `tag_rules` asks its neighbours. Headlines whose words are all
capitalised are read as if they were not.
"""

import re
from collections.abc import Sequence
from functools import cache

from newsmodel.lexicon import rows
from newsmodel.text.grammar.inflection import plurals, verbs
from newsmodel.text.grammar.tag_rules import Neighbours
from newsmodel.text.grammar.tagset import (
    ADJECTIVE,
    ADVERB,
    BE,
    CONJUNCTION,
    DATE,
    DETERMINER,
    DO,
    GENITIVE,
    HAVE,
    HER,
    ING,
    MODAL,
    NAME,
    NOT,
    NOUN,
    NUMBER,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RATHER_NOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
    VERB_S,
    mask,
    settle,
)
from newsmodel.text.tokens import Tokens

__all__ = ["tag"]

_CLASSES = {
    "determiner": DETERMINER,
    "possessive": POSSESSIVE,
    "genitive": GENITIVE,
    "pronoun": PRONOUN,
    "preposition": PREPOSITION,
    "conjunction": CONJUNCTION,
    "subordinator": SUBORDINATOR,
    "relative": RELATIVE,
    "modal": MODAL,
    "be": BE,
    "have": HAVE,
    "do": DO,
    "to": TO,
    "not": NOT,
    "adverb": ADVERB,
    "number": NUMBER,
    "date": DATE,
    "her": HER,
    "that": THAT,
}
_CLOSED = frozenset(_CLASSES.values()) - {ADVERB} | {PUNCTUATION}
_STARTS_NAME = frozenset({NOUN, ADJECTIVE, VERB})
_NO_NAME = mask(ING, VERB_S)
_CURRENCIES = frozenset("$€£¥")
# The commonest marks, which are looked up rather than guessed.
_MARKS = "\"'“”‘’`,.;:?!…-–—()[]/&%#*$€£¥"
_MAY_BE_CAPITAL = re.compile(r"[A-Z]|[^\W\d_\x00-\x7f]")
_ADJECTIVE_ENDINGS = (
    "ous", "ful", "less", "able", "ible", "ive", "ical", "ional", "ial", "ic", "ish", "ary", "ual", "ural",
)  # fmt: skip
# Where a sentence or a quotation may open, so that a capital says nothing.
_OPENERS = frozenset("\"'“‘„«([:•–—-*#>") | {"''", "``", "--"}
# A word that title case would have written with a capital.
_LOWER_WORD = re.compile(r"(?<![\w'’.@-])[^\W\dA-Z_][^\W\d_]{4,}")


def tag(text: str, tokens: Tokens, sentences: Sequence[tuple[int, int]], language: str | None) -> bytes:
    """
    Return the tag of each token, one of the constants of `tagset`, one byte each.

    Participles that stand before a noun are tagged as adjectives, and what "the" or "his" makes a noun ("the
    killing of") as a noun. Without a lexicon for the language every tag is PUNCTUATION.
    """
    if language is None:
        return bytes(len(tokens.words))
    codes = _codes(text, tokens, sentences, _table(language))
    return bytes(Neighbours(tokens.words, codes, language).settle(sentences))


def _codes(text: str, tokens: Tokens, sentences: Sequence[tuple[int, int]], table: dict[str, int]) -> list[int]:
    """Return for each token its tag, or the mask of the tags it may have."""
    words, initials = tokens.words, tokens.initials
    found = list(map(table.get, words))
    codes = [NOUN if code is None else code for code in found]
    firsts = {first for first, _ in sentences}
    titled: set[int] = set()
    for first, last in sentences:
        if words[last - 1] != "." and _is_title_case(text, tokens, first, last, table):
            titled.update(range(first, last))

    named: set[str] = set()
    opening: list[int] = []
    for match in _MAY_BE_CAPITAL.finditer(initials):
        i = match.start()
        code = found[i]
        if code is not None and code not in _CLOSED and i not in titled and initials[i].isupper():
            shown = i not in firsts and words[i - 1] not in _OPENERS
            ends = not initials[i + 1 : i + 2].isupper()
            if shown or (not ends and i + 1 not in firsts and _starts_name(code)):
                codes[i] = NAME
                if shown and ends:
                    named.add(words[i])
            else:
                opening.append(i)
    again = [i for i in opening if words[i] in named]
    if again:  # "Bright pleaded not guilty", of a "Mr. Bright" elsewhere
        small = {word for word, initial in zip(words, initials, strict=True) if initial.islower()}
        for i in again:
            if words[i] not in small:
                codes[i] = NAME

    for i in [i for i, code in enumerate(found) if code is None]:
        if not initials[i].isupper():
            codes[i] = _guess(words[i])
        elif i in firsts or i in titled or words[i - 1] in _OPENERS:
            codes[i] = _guess_capital(words[i])
        else:
            codes[i] = NAME
    return codes


def _starts_name(code: int) -> bool:
    """Tell whether a first word of this code is part of the name that follows: "Islamic State", no "Using Twitter"."""
    return code in _STARTS_NAME or (code > RATHER_NOUN and not code & _NO_NAME)


def _guess_capital(word: str) -> int:
    """Return the code of a capitalised word that the lexicon does not hold, where its capital shows nothing."""
    code = _guess(word)
    return NAME if code == NOUN else code


def _is_title_case(text: str, tokens: Tokens, first: int, last: int, table: dict[str, int]) -> bool:
    """Tell whether the sentence is written like a headline: all its longer words with a capital."""
    if last - first < 3:
        return False
    start, end = tokens.starts[first], tokens.ends[last - 1]
    if any(table.get(match.group(), NOUN) > THAT for match in _LOWER_WORD.finditer(text, start, end)):
        return False
    letters = [letter for letter in tokens.initials[first:last] if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) * 5 >= len(letters) * 3


def _guess(word: str) -> int:
    """Return the tag, or the mask of tags, of a word that the lexicon does not hold, by its form."""
    first = word[0]
    if not first.isalpha():
        if first.isdigit():
            return ADJECTIVE if "-" in word and word[-1].isalpha() else NUMBER
        return NUMBER if first in _CURRENCIES else PUNCTUATION
    if "-" in word:
        return _guess_compound(word)
    if word.endswith("ly") and len(word) > 4:
        return ADVERB
    if word.endswith("ing") and len(word) > 5:
        return mask(ING, NOUN)
    if word.endswith("ed") and len(word) > 4:
        return mask(PAST, PARTICIPLE)
    if word.endswith(_ADJECTIVE_ENDINGS) and len(word) > 5:
        return ADJECTIVE
    return NOUN


def _guess_compound(word: str) -> int:
    last = word.rpartition("-")[2]
    if last.endswith(
        ("ed", "old", "wide", "free", "ing", "based", "made", "led", "born", "style", "like", "run", "long")
    ):
        return ADJECTIVE
    return NOUN


@cache
def _table(language: str) -> dict[str, int]:
    """Return the tag, or the mask of tags, of every word form of the lexicon."""
    masks = _verb_masks(language)
    verbal = frozenset(masks)
    noun, rather_noun, adjective = mask(NOUN), mask(NOUN, RATHER_NOUN), mask(ADJECTIVE)
    known = masks.get
    for word, *_ in rows(language, "nouns"):
        masks[word] = known(word, 0) | noun
        for form in plurals(word):
            if form in verbal:  # "allies", of "ally" the noun rather than the verb
                masks[form] |= rather_noun
    for word, *_ in rows(language, "event_nouns"):
        for form in (word, *plurals(word)):
            masks[form] = known(form, 0) | noun
    for word, *_ in rows(language, "adjectives"):
        masks[word] = known(word, 0) | adjective
    settled = {code: settle(code) for code in {*masks.values()}}
    table = {word: settled[code] for word, code in masks.items()}
    table.update((word, _CLASSES[name]) for word, name in rows(language, "function_words"))
    table.update((mark, _guess(mark)) for mark in _MARKS if mark not in table)
    return table


def _verb_masks(language: str) -> dict[str, int]:
    """Return the masks of the forms of the verbs, with what else verbs.txt says they may be."""
    inflected = verbs(language)
    masks: dict[str, int] = {}
    known = masks.get
    for base, *also in rows(language, "verbs"):
        flags = also[0] if also else ""
        rather = 1 << RATHER_NOUN if "N" in flags else 0
        noun = rather | 1 << NOUN if "n" in flags or rather else 0
        adjective = 1 << ADJECTIVE if "a" in flags else 0
        third, past, participle, ing = inflected[base]
        masks[base] = known(base, 0) | 1 << VERB | noun | adjective
        for forms, code in (
            (third, 1 << VERB_S | noun),
            (past, 1 << PAST),
            (participle, 1 << PARTICIPLE),
            (ing, 1 << ING),
        ):
            for form in forms:
                masks[form] = known(form, 0) | code
    return masks
