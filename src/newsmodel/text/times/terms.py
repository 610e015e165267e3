"""The terms of which time expressions are made: words of the calendar, numbers, and digits in their many shapes."""

import re
from itertools import zip_longest
from typing import Final

from newsmodel.text.document import Document
from newsmodel.text.times.vocabulary import Term, Vocabulary
from newsmodel.text.word_kinds import TIMES


def terms_of(document: Document, known: Vocabulary, first: int, last: int) -> dict[int, Term]:
    """Return the terms of *document* that begin between two tokens, by their first token, in order."""
    words, table = document.words, known.terms
    found: dict[int, Term] = {}
    candidates = _candidates(document, first, last)
    for i, following in zip_longest(candidates, candidates[1:], fillvalue=last):
        word = words[i]
        entries = table.get(word)
        if entries is None:
            term = _composed(word, known)
        else:
            rest, term = entries[0]
            if rest:
                term = _listed(words, i, entries)
        if term is None:
            continue
        if term.kind == "shift" and " " not in term.value:
            after = i + term.size
            if following > after and words[after : after + 1] != ["period"]:
                continue  # "this" and "that" of anything but times
        found[i] = term
    return found


def _candidates(document: Document, first: int, last: int) -> list[int]:
    """Return the tokens that may begin a term: listed words, and words with a digit in front or a hyphen inside."""
    if first == last:
        return []
    found = set(document.sought(TIMES, first, last))
    found.update([match.start() for match in _DIGIT.finditer(document.initials, first, last)])
    hyphens = _HYPHEN.finditer(document.text, document.starts[first], document.ends[last - 1])
    found.update([document.token_at(match.start()) for match in hyphens])
    return sorted(found)


def _listed(words: list[str], i: int, entries: tuple[tuple[list[str], Term], ...]) -> Term | None:
    following = words[i + 1] if i + 1 < len(words) else ""
    for rest, term in entries:
        if not rest or (rest[0] == following and words[i + 1 : i + 1 + len(rest)] == rest):
            return term
    return None


# -- terms that no list can hold: digits, and words joined by hyphens ---------------------------------------------

_DIGIT: Final = re.compile(r"[0-9]")
_HYPHEN: Final = re.compile(r"-")
_YEAR: Final = re.compile(r"[12]\d{3}")
_ISO_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_NUMBER: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,3})?")
_CLOCK: Final = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?(am|pm|a|p)?")
_ORDINAL: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_NUMERIC_DATE: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)")
_YEARS: Final = re.compile(r"([12]\d{3})[-/](\d{4}|\d\d)")
_DAYS: Final = re.compile(r"(\d{1,2})-(\d{1,2})")
_DECADE: Final = re.compile(r"((?:[12]\d)?\d)0s")
_NUMBERED: Final = {"Q": "quarter", "CE": "century"}
_FRACTIONS: Final = {"1/2": "0.5", "1/4": "0.25", "3/4": "0.75"}


def _composed(word: str, known: Vocabulary) -> Term | None:
    if len(word) > 30:
        return None
    if not "0" <= word[0] <= "9":
        return _hyphened(word, known)
    if not word.isascii():
        return None
    return _year_like(word) or _digits(word) or (_hyphened(word, known) if "-" in word else None)


def _year_like(word: str) -> Term | None:
    if _ISO_DAY.match(word):
        return Term("iso", word)
    if _YEAR.fullmatch(word):
        return Term("year", word)
    if match := _DECADE.fullmatch(word):
        return Term("decade", match[1])
    if match := _YEARS.fullmatch(word):
        last = match[2] if len(match[2]) == 4 else match[1][:2] + match[2]
        return Term("years", f"{match[1]}/{last}") if match[1] < last else None
    return None


def _digits(word: str) -> Term | None:
    if _NUMBER.fullmatch(word):
        return Term("number", word.replace(",", ""))
    if word in _FRACTIONS:
        return Term("fraction", _FRACTIONS[word])
    if match := _ORDINAL.fullmatch(word):
        return Term("ordinal", match[1])
    if match := _DAYS.fullmatch(word):
        return Term("days", f"{match[1]}/{match[2]}") if int(match[1]) < int(match[2]) <= 31 else None
    if match := _NUMERIC_DATE.fullmatch(word):
        return _numeric_date(match)
    if match := _CLOCK.fullmatch(word):
        return Term("time", word)
    return None


def _numeric_date(match: re.Match[str]) -> Term | None:
    """Read a date in digits: month first with slashes unless only day first can be, day first with "." and "-"."""
    first, second, year = int(match[1]), int(match[3]), match[4]
    if len(year) == 2:
        year = ("19" if year > "50" else "20") + year
    day_first = match[2] != "/" or first > 12
    month, day = (second, first) if day_first else (first, second)
    return Term("numeric", f"{year}-{month:02}-{day:02}") if 1 <= month <= 12 and 1 <= day <= 31 else None


def _hyphened(word: str, known: Vocabulary) -> Term | None:
    """Read "14-day", "third-quarter", "19th-century", "mid-1990s", "ninety-six", "twenty-first", "3-June"."""
    first, _, rest = word.partition("-")
    after = _known_word(rest, known)
    before = _known_word(first, known)
    if rest == "long" and before is not None and before.kind in ("unit", "units"):
        return Term("span", f"{'1' if before.kind == 'unit' else 'x'} {before.value}")  # "month-long"
    if first in known.contexts["edge-prefix"] and rest:
        return after or _composed(rest, known)
    if after is None:
        unit, _, tail = rest.partition("-")
        after = _known_word(unit, known)
        return _span(first, after, tail, known) if tail in known.contexts["span-end"] else None
    ordinal = _ORDINAL.fullmatch(first)
    number = ordinal[1] if ordinal else known.ordinals.get(first)
    if number is not None:
        kind = _NUMBERED.get(after.value, after.kind)
        return Term(kind, number) if kind in ("quarter", "phase", "century") else None
    if before is not None and before.kind == after.kind == "number" and before.value + after.value != "xx":
        tens, ones = before.value, after.value
        return Term("number", str(int(tens) + int(ones))) if tens.isdigit() and ones.isdigit() else None
    if before is not None and before.kind == after.kind == "month":
        return Term("months", f"{before.value}/{after.value}")  # "April-May"
    if after.kind == "month" and first.isdecimal():
        return Term("day-month", f"{first}/{after.value}")  # of "May 3-June 5"
    return _span(first, after, "", known)


def _span(first: str, after: Term | None, tail: str, known: Vocabulary) -> Term | None:
    """Return an amount of units in one word: "14-day", "two-year", "8-month-old"."""
    if after is None or after.kind not in ("unit", "units") or (after.kind == "units" and after.value == "Q"):
        return None  # "three-quarters" are a fraction
    number = known.numbers.get(first) or (first.replace(",", "") if _NUMBER.fullmatch(first) else None)
    if number is None and first in ("half", "multi"):
        number = "0.5" if first == "half" else "x"
    return Term("aged" if tail == "old" else "span", f"{number} {after.value}") if number else None


def _known_word(word: str, known: Vocabulary) -> Term | None:
    entries = known.terms.get(word)
    return entries[-1][1] if entries and not entries[-1][0] else None
