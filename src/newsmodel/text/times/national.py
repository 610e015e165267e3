"""Days of the same name that countries keep on days of their own, and the country that a text speaks of."""

from collections import Counter
from functools import cache
from itertools import compress
from typing import Final

from newsmodel.lexicon import rows
from newsmodel.text.document import Document
from newsmodel.text.times.scan import Scan
from newsmodel.text.times.vocabulary import Term

# So much more often than the next one is the country named of which a text speaks.
_CLEAR_LEAD: Final = 2
_LONGEST_NAME: Final = 6
_CODE: Final = 2


def day_rule(scan: Scan, i: int, term: Term) -> str:
    """
    Return the rule for the day of the holiday *term* at token *i*, as `holidays` reads it; empty where none is told.

    The country is told by the words beside the name ("Ukraine's Independence Day", "Independence Day in Ghana"), else
    by the whole text: it is the one, of those with such a day, that is named more than twice as often as any other.
    """
    rule, _, name = term.value.partition("|")
    if not name:
        return rule
    days = scan.known.national[name]
    beside = _beside(scan, i, i + term.size)
    if beside is not None:
        return days.get(beside, "")
    if scan.countries is None:
        scan.countries = _countries_of(scan.document)
    told = Counter({code: count for code, count in scan.countries.items() if code in days}).most_common(2)
    if not told or (len(told) == 2 and told[0][1] <= _CLEAR_LEAD * told[1][1]):
        return rule
    return days[told[0][0]]


def _beside(scan: Scan, first: int, last: int) -> str | None:
    """Return the country right before or after the tokens from *first* to *last*: "Ghana's", "Indian", "of Ukraine"."""
    end = first - (scan.word(first - 1) == "'s")
    for start in range(max(scan.document.sentences[scan.sentence][0], end - _LONGEST_NAME), end):
        code = _country_at(scan.document, start, end)
        if code is not None and code[0] == end:
            return code[1]
    if scan.word(last) in ("in", "of"):
        start = last + 1 + (scan.word(last + 1) == "the")
        code = _country_at(scan.document, start, scan.limit)
        return code[1] if code else None
    return None


def _countries_of(document: Document) -> Counter[str]:
    """Return how often each country is named, by its name, a place in it or its people."""
    found: Counter[str] = Counter()
    last, after = len(document.words), 0
    for first in compress(range(last), document.capitals):
        named = _country_at(document, first, last) if first >= after else None
        if named is not None:
            after, code = named
            found[code] += 1
    return found


def _country_at(document: Document, first: int, limit: int) -> tuple[int, str] | None:
    """Return the token after what tells of a country at token *first*: its name, its people, a place; and its code."""
    if first >= limit or not document.is_capitalized(first):
        return None
    words = document.words
    for name, rest, code in _country_names(document.language or "").get(words[first], ()):
        last = first + 1 + len(rest)
        initials = name.isupper() and document.surface(first, last) != name  # "Us"
        if last <= limit and words[first + 1 : last] == rest and not initials:
            return last, code
    return None


@cache
def _country_names(language: str) -> dict[str, tuple[tuple[str, list[str], str], ...]]:
    """Return by their first words the names that can mean one country only, with that country; the longest first."""
    sure = [(row[0], row[2]) for row in rows(language, "gazetteer") if len(row) == 3 and len(row[2]) == _CODE]
    peoples = [(word, country) for word, country in rows(language, "demonyms")]
    found: dict[str, list[tuple[str, list[str], str]]] = {}
    for name, country in sure + peoples:
        first, *rest = name.lower().split()
        found.setdefault(first, []).append((name, rest, country))
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry[1]))) for first, entries in found.items()}
