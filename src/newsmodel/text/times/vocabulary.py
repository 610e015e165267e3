"""The words that tell of time in one language, as the search for times asks them."""

from dataclasses import dataclass
from functools import cache
from typing import TypeVar, final

from newsmodel.lexicon import pairs, rows
from newsmodel.text.tokens import tokenize

T = TypeVar("T")


@final
@dataclass(frozen=True, slots=True)
class Term:
    """One term: what kind of word it is (see ``time_words.txt`` and its like), its value, and its tokens."""

    kind: str
    value: str
    size: int = 1


@final
@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms of one language."""

    terms: dict[str, tuple[tuple[list[str], Term], ...]]
    """First token of a term, to the tokens that follow it and the term; the longest first."""
    edges: dict[str, tuple[tuple[list[str], str], ...]]
    """Last token of what stands before a time and belongs to it, to the tokens before it and its kind."""
    numbers: dict[str, str]
    ordinals: dict[str, str]
    zones: dict[str, tuple[tuple[list[str], str], ...]]
    """First token of a time zone, to the tokens that follow it and its hours from UTC."""
    ahead: dict[str, str]
    """Words that tell what is to come: "to" for those that need one after them, "-" for the others."""
    contexts: dict[str, frozenset[str]]
    """Words that decide about a time beside them, by what they do (see ``time_contexts.txt``)."""
    pasts: frozenset[str]
    """Past tenses and participles of the irregular verbs, without those that are the base form too."""
    unchanging: frozenset[str]
    """Verbs that are their own past tense: "they cut"."""
    national: dict[str, dict[str, str]]
    """By the name of a day that each country keeps on another: by country the day (see ``national_days.txt``)."""
    aged: frozenset[str]
    """Things of which an age is a length of time: "a 12-year-old law"."""


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the terms of *language*, read from its lexicon."""
    stops = frozenset(pairs(language, "abbreviations"))
    numbers, ordinals = pairs(language, "numbers"), pairs(language, "ordinals")
    listed = [(words, kind, value) for words, kind, value in rows(language, "calendar")]
    listed += [(words, kind, value) for words, kind, value in rows(language, "time_words")]
    national = _national(language)
    holidays = {**dict.fromkeys(national, ""), **pairs(language, "holidays")}
    listed += [(name, "holiday", f"{day}|{name}" if name in national else day) for name, day in holidays.items()]
    listed += [(word, "number", value) for word, value in numbers.items()]
    listed += [(word, "ordinal", value) for word, value in ordinals.items()]
    terms: dict[str, list[tuple[list[str], Term]]] = {}
    edges: dict[str, list[tuple[list[str], str]]] = {}
    ahead: dict[str, str] = {}
    zones: dict[str, list[tuple[list[str], str]]] = {}
    for words, kind, value in listed:
        tokens = _tokens(words, stops)
        if kind == "edge":
            edges.setdefault(tokens[-1], []).append((tokens[:-1], value))
        elif kind == "ahead":
            ahead[words] = value
        else:
            terms.setdefault(tokens[0], []).append((tokens[1:], Term(kind, value, len(tokens))))
    for words, value in rows(language, "zones"):
        tokens = _tokens(words, stops)
        zones.setdefault(tokens[0], []).append((tokens[1:], value))
    return Vocabulary(
        {first: _longest_first(found) for first, found in terms.items()},
        {last: _longest_first(found) for last, found in edges.items()},
        numbers,
        ordinals,
        {first: _longest_first(found) for first, found in zones.items()},
        ahead,
        _contexts(language),
        _pasts(language),
        frozenset(base for base, past, *_ in rows(language, "irregular_verbs") if base in past.split(",")),
        national,
        frozenset(word for word, *_ in rows(language, "aged_nouns")),
    )


def _national(language: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for name, countries, day in rows(language, "national_days"):
        found.setdefault(name, {}).update(dict.fromkeys(countries.split(","), day))
    return found


def _contexts(language: str) -> dict[str, frozenset[str]]:
    found: dict[str, list[str]] = {}
    for context, listed in rows(language, "time_contexts"):
        found.setdefault(context, []).extend(listed.split())
    return {context: frozenset(words) for context, words in found.items()}


def _pasts(language: str) -> frozenset[str]:
    forms = ((base, form) for base, *past in rows(language, "irregular_verbs") for form in ",".join(past).split(","))
    return frozenset(form for base, form in forms if form != base)


def _tokens(words: str, stops: frozenset[str]) -> list[str]:
    return tokenize(words, stops).words


def _longest_first(found: list[tuple[list[str], T]]) -> tuple[tuple[list[str], T], ...]:
    return tuple(sorted(found, key=lambda entry: -len(entry[0])))
