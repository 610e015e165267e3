"""From the mentions of places to the places: which are the same, what they are called, where they lie."""

from collections import Counter
from typing import Final, NamedTuple

from newsmodel.model import Place, Span
from newsmodel.model.unchecked import unchecked_place
from newsmodel.text.document import Document
from newsmodel.text.places.gazetteer import Gazetteer

_LONGEST_INITIALS: Final = 4
# What is only named after "at" is mostly a university, and where other places lie tells little of it.
_TAUGHT_LEAD: Final = 2


class Mention(NamedTuple):
    """A place named once: its tokens, what tells it from others, and the countries it may lie in."""

    first: int
    last: int
    key: str
    countries: tuple[str, ...]
    canonical: str | None = None


def merged(document: Document, mentions: list[Mention], evidence: Counter[str], known: Gazetteer) -> tuple[Place, ...]:
    """Return one place for all mentions of the same one; *evidence* is how often each country is named."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(mention.key, []).append(mention)
    places = [_place(document, group, evidence, known) for group in groups.values()]
    return tuple(sorted(places, key=lambda place: (place.spans[0].start, place.spans[0].end)))


def _place(document: Document, group: list[Mention], evidence: Counter[str], known: Gazetteer) -> Place:
    spans: list[Span] = []
    names: list[str] = []
    for mention in group:
        spans.append(document.span(mention.first, mention.last))
        name = " ".join(document.surface(mention.first, mention.last).split())
        names.append(mention.canonical if mention.canonical and name.isupper() else _readable(name))
    certain = [mention.countries[0] for mention in group if len(mention.countries) == 1]
    possible = next((mention.countries for mention in group if mention.countries), ())
    taught = all(document.words[mention.first - 1 : mention.first] == ["at"] for mention in group)
    country = certain[0] if certain else _likeliest(possible, evidence, known.neighbours, _TAUGHT_LEAD * taught)
    return unchecked_place(max(names, key=len), tuple(spans), country)


def _readable(name: str) -> str:
    """Return a name without the capitals of a dateline: "ASTORIA, Ore." as "Astoria, Ore.", "ST. LOUIS" too."""
    place, comma, region = name.partition(",")
    several = place.isupper() and " " in place.strip()  # initials come alone: "UAE"
    shown = place.title() if several else _small(place)
    return f"{shown}{comma}{_small(region)}"


def _small(name: str) -> str:
    return " ".join(
        word.title() if word.isupper() and len(word) > _LONGEST_INITIALS else word for word in name.split(" ")
    )


def _likeliest(
    countries: tuple[str, ...], evidence: Counter[str], neighbours: dict[str, tuple[str, ...]], lead: int
) -> str | None:
    """
    Return the first country, unless the article speaks far more of another one that has a place of that name.

    By so many namings as *lead* says it must be ahead at the least. Where the article speaks of none of the countries,
    their neighbours speak for them.
    """
    if not countries:
        return None
    if not any(evidence[code] for code in countries):
        beside = {code: sum(evidence[near] for near in neighbours.get(code, ())) for code in countries}
        return max(countries, key=lambda code: beside[code])
    best = max(countries, key=lambda code: evidence[code])
    return best if evidence[best] > 2 * evidence[countries[0]] + lead else countries[0]
