"""The gazetteer and the words that make or unmake a place, as the search for places asks them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeVar, final

import attrs

from newsmodel.lexicon import pairs, rows, words
from newsmodel.text.tokens import tokenize

T = TypeVar("T")

_NO_COUNTRY: Final = "-"


@final
@attrs.define(eq=False)
class Entry:
    """A place of the gazetteer."""

    name: str
    kind: str
    """country, capital, state, city, region or area."""
    countries: tuple[str, ...]
    """The countries it may lie in, likeliest first."""
    doubtful: bool
    """Whether the name is as often something else."""


@final
@dataclass(frozen=True, slots=True)
class Gazetteer:
    """What a language knows of places."""

    names: dict[str, tuple[tuple[list[str], Entry], ...]]
    """First token of a name, to the tokens that follow it and the place; the longest first."""
    states: dict[str, tuple[tuple[list[str], str], ...]]
    """First token of what may follow a comma, to the tokens that follow it and the country."""
    demonyms: dict[str, str]
    """Words for the people and things of a country, to its code."""
    neighbours: dict[str, tuple[str, ...]]
    """By a country of an ambiguous name those that speak for it (see ``neighbours.txt``)."""
    classes: dict[str, frozenset[str]]
    """The words of each class of ``place_words.txt``, lower case."""
    starters: frozenset[str]
    """All words that the search for places stops at."""
    leading: frozenset[str]
    """Words that may stand between a preposition and its name: "the", "downtown", "northern"."""
    functions: frozenset[str]
    """Words of the closed classes."""
    given_names: frozenset[str]
    titles: frozenset[str]
    """First words of the titles of people."""
    organizations: frozenset[str]


@cache
def gazetteer(language: str) -> Gazetteer:
    """Return the places of *language*, read from its lexicon."""
    stops = frozenset(pairs(language, "abbreviations"))
    names: dict[str, tuple[tuple[list[str], Entry], ...]] = {}
    listed_codes = {row[2] for row in rows(language, "gazetteer")}
    codes_of = {codes: () if codes == _NO_COUNTRY else tuple(codes.split(",")) for codes in listed_codes}
    alone: list[str] = []
    for row in rows(language, "gazetteer"):
        name = row[0]
        entry = Entry(name, row[1], codes_of[row[2]], len(row) > 3)
        first, rest = name.lower(), alone
        if not name.isalpha():  # most names are one word, which needs no tokenizer
            first, *rest = first.split() if name.replace(" ", "").isalpha() else tokenize(name, stops).words
        names[first] = (*names.get(first, ()), (rest, entry))
    states: dict[str, list[tuple[list[str], str]]] = {}
    for written, country, _ in rows(language, "states"):
        tokens = tokenize(written, stops).words
        states.setdefault(tokens[0], []).append((tokens[1:], country))
    classes: dict[str, list[str]] = {}
    for name, listed in rows(language, "place_words"):
        classes.setdefault(name, []).extend(listed.lower().split())
    dates = (word for word, kind, _ in rows(language, "calendar") if kind in ("month", "weekday", "season"))
    classes["no-place"].extend(dates)
    locative = (word for name in ("in", "at", "site", "mount") for word in classes[name])
    demonyms = {word.lower(): country for word, country in rows(language, "demonyms")}
    return Gazetteer(
        {first: _longest_first(found) if len(found) > 1 else found for first, found in names.items()},
        {first: _longest_first(found) for first, found in states.items()},
        demonyms,
        {country: tuple(near.split(",")) for country, near in rows(language, "neighbours")},
        {name: frozenset(listed) for name, listed in classes.items()},
        frozenset([*names, *demonyms, *locative, "of"]),
        frozenset([*classes["before"], *classes["leads"]]),
        words(language, "function_words"),
        words(language, "first_names"),
        frozenset(title.split()[0].rstrip(".") for title in words(language, "titles")),
        words(language, "organization_words"),
    )


def _longest_first(found: Sequence[tuple[list[str], T]]) -> tuple[tuple[list[str], T], ...]:
    return tuple(sorted(found, key=lambda entry: -len(entry[0])))
