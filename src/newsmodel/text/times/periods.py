"""Years and what is made of them or makes them: quarters, seasons, decades, centuries."""

from collections.abc import Sequence
from typing import Final

from newsmodel.text.times import values
from newsmodel.text.times.amounts import (
    coming_quarter,
    ends_phrase,
    latest_quarter,
    measured,
    quarter_a_year_ago,
    read_number,
)
from newsmodel.text.times.calendar import shifted_year, year_after
from newsmodel.text.times.moments import clock
from newsmodel.text.times.scan import Found, Scan, date
from newsmodel.text.times.tense import direction

_APOSTROPHES: Final = frozenset("'’‘")
# The year up to which two digits are of this century where no day of publication tells.
_UNANCHORED: Final = 2000
_DASHES: Final = frozenset("-–—")
# A year that stands alone is one within these; others need a preposition.
_LIKELY_YEARS: Final = ("1900", "2060")
_LAST_CENTURY: Final = 30
# So many tokens around a quarter may tell that it is one of a game.
_NEAR: Final = 30
_SHARES: Final = frozenset(("%", "percent"))
# TIMEX3 writes years in four digits.
_LAST_OF_ERA: Final = 9999


def year(scan: Scan, i: int) -> Found | None:
    """Find "2016", "the 1988 third quarter", "1914–18"; also "1400 GMT"."""
    term = scan.terms[i]
    found = clock(scan, i)
    if found is not None or not _is_year(scan, i):
        return found
    quarter_found = quarter_of(scan, i + 1, term.value)
    if quarter_found is not None:
        return quarter_found
    if scan.word(i + 1) in _DASHES and scan.touches(i + 1) and scan.touches(i + 2):
        last = scan.term(i + 2)
        if last is not None and last.value.isdigit() and len(last.value) in (2, 4):
            until = term.value[: 4 - len(last.value)] + last.value
            if until > term.value:
                return date(i + 3, f"{term.value}/{until}")
    return date(i + 1, term.value)


def short_year(scan: Scan, i: int) -> Found | None:
    """Find "'09" in "early '09" and "the summer of '69"."""
    value = scan.terms[i].value
    if len(value) != 2 or not value.isdigit() or scan.word(i - 1) not in _APOSTROPHES or not scan.touches(i):
        return None
    if not scan.is_word(i - 2, "before-year"):
        return None
    newest = scan.anchor.year if scan.anchor else _UNANCHORED
    return date(i + 1, f"20{value}" if 2000 + int(value) <= newest + 10 else f"19{value}")


def _is_year(scan: Scan, i: int) -> bool:
    before, after, value = scan.word(i - 1), scan.word(i + 1), scan.terms[i].value
    if scan.is_word(i - 1, "not-year-after") or scan.is_word(i + 1, "not-year-before") or scan.kind(i + 1) == "units":
        return False
    if not _LIKELY_YEARS[0] <= value <= _LIKELY_YEARS[1]:
        return scan.is_word(i - 1, "before-year")
    # "2000 people" counts; "the 2000 election" and "in 2000 voters" do not.
    counts = after.isalpha() and not scan.is_capital(i + 1) and after.endswith("s") and value.endswith("00")
    return not counts or scan.is_word(i - 1, "before-year") or before in ("the", "'s")


def era(scan: Scan, i: int) -> Found | None:
    """Find "AD 79"."""
    number = scan.term(i + 1)
    if scan.terms[i].value != "AD" or number is None or number.kind not in ("number", "year"):
        return None
    return _of_era(scan, i, i + 2, (number.value,))


def year_of_era(scan: Scan, i: int) -> Found | None:
    """Find "44 BC", "79 AD", "106–43 BC"."""
    years = [scan.terms[i].value]
    if scan.word(i + 1) in _DASHES and scan.touches(i + 1) and scan.touches(i + 2) and (last := scan.term(i + 2)):
        years.append(last.value)
    at = i + 2 * len(years) - 1
    before = scan.word(i - 1) in _DASHES and scan.touches(i)  # "1000-44 BC", of which the first is no year
    return None if before or scan.kind(at) != "era" else _of_era(scan, at, at + 1, years)


def _of_era(scan: Scan, at: int, end: int, years: Sequence[str]) -> Found | None:
    """Return the years of the era at token *at*; None where it is none: "44 B.C. families", "44 ad clicks"."""
    if not scan.document.surface(at, at + 1).isupper() or not (scan.is_capital(end) or ends_phrase(scan, end)):
        return None
    if not all(year.isdigit() and 1 <= int(year) <= _LAST_OF_ERA for year in years):
        return None
    prefix = "BC" if scan.terms[at].value == "BC" else ""
    return date(end, "/".join(f"{prefix}{int(year):04}" for year in years))


def year_range(scan: Scan, i: int) -> Found:
    """Find "2015-16"."""
    return date(i + 1, scan.terms[i].value)


def quarter_of(scan: Scan, i: int, year_value: str) -> Found | None:
    """Find the quarter or half after its year: "1988['s] [fiscal] third quarter", "1988 quarter", "1988 period"."""
    if scan.word(i) == "'s":
        i += 1
    if scan.kind(i) == "fiscal":
        i += 1
    number, end = quarter_number(scan, i)
    if number:
        return date(end, f"{year_value}-{number}", article=True)
    if scan.word(i) in ("quarter", "period"):
        value = year_value + (scan.recent_quarter() or "")[4:]
        return date(i + 1, value, article=True)
    return None


def quarter_number(scan: Scan, i: int) -> tuple[str, int]:
    """Return the quarter or half year named at token *i* as "Q3" or "H1", and the token after it; or ("", i)."""
    term = scan.term(i)
    if term is None:
        return "", i
    if term.kind in ("quarter", "phase") and term.value != "H":
        letter = "Q" if term.kind == "quarter" else "H"
        end = i + 1
    elif term.kind == "ordinal" or scan.is_word(i, "last-half"):
        letter = {"quarter": "Q", "half": "H", "fiscal quarter": "Q"}.get(scan.word(i + 1), "")
        if scan.word(i + 1) == "fiscal" and scan.word(i + 2) == "quarter":
            return (f"Q{term.value}" if term.value in ("1", "2", "3", "4") else ""), i + 3
        end = i + 2
    else:
        return "", i
    number = term.value if term.kind != "shift" else {"Q": "4", "H": "2"}.get(letter, "")
    return (letter + number, end) if letter and number in ("1", "2", "3", "4")[: 4 if letter == "Q" else 2] else ("", i)


def quarter(scan: Scan, i: int) -> Found | None:
    """Find "third-quarter", "the first half of 2017", "the fourth quarter last year"."""
    number, end = quarter_number(scan, i)
    if not number:
        return None
    end_year, year_number = year_after(scan, end + 1 if scan.word(end) == "of" else end)
    if year_number is not None:
        return date(end_year, f"{year_number:04}-{number}", article=True)
    if scan.word(end) == "of" and scan.kind(end + 1) == "fiscal" and scan.kind(end + 2) == "year":
        return date(end + 3, f"{scan.terms[end + 2].value}-{number}", article=True)
    years = shifted_year(scan, end)
    if years is not None and len(years[1]) == 4:
        return date(years[0], f"{years[1]}-{number}", article=True)
    hyphened = end == i + 1
    if _in_game(scan, i):
        return None
    if number[0] == "H" and not hyphened:
        return None  # "the first half" without its year is as often a match's
    ahead = not hyphened and direction(scan, i - (scan.word(i - 1) == "the")) > 0
    return date(end, (coming_quarter if ahead else latest_quarter)(scan.anchor, number), article=not hyphened)


def _in_game(scan: Scan, i: int) -> bool:
    """Tell whether the words around a quarter at token *i* tell of a game: "it led 62-55 in the second quarter"."""
    first = scan.document.sentences[scan.sentence][0]
    near = range(max(first, i - _NEAR), min(scan.limit, i + _NEAR))
    return any(scan.is_word(k, "game") or _is_score(scan, k) for k in near)


def _is_score(scan: Scan, k: int) -> bool:
    ours, dash, theirs = scan.word(k).partition("-")
    return bool(dash) and ours.isdigit() and theirs.isdigit() and len(theirs) <= 3 and scan.word(k + 1) not in _SHARES


def decade(scan: Scan, i: int) -> Found | None:
    """Find "the 1980s", "the '80s", "the eighties"; not "in his eighties" or "in the 80s" of a temperature."""
    value = scan.terms[i].value
    if len(value) == 3:
        return date(i + 1, value, article=True)
    before, word = scan.word(i - 1), scan.word(i)
    in_words = word[-1].isalpha() and not word[-2].isdigit()
    shown = scan.is_word(i - 1, "before-decade") if in_words else before in _APOSTROPHES
    if not shown and not word.startswith("mid-"):
        return None
    newest = scan.anchor.year if scan.anchor else _UNANCHORED
    century = "20" if 2000 + int(value) * 10 <= newest else "19"
    return date(i + 1, century + value, article=True)


def century(scan: Scan, i: int) -> Found | None:
    """Find "the 20th century", "the fifth century BC"."""
    term, unit = scan.terms[i], scan.term(i + 1)
    if unit is None or unit.value != "CE" or not 1 <= int(term.value) <= _LAST_CENTURY:
        return None
    return _century(scan, i + 2, term.value, article=True)


def century_before_noun(scan: Scan, i: int) -> Found | None:
    """Find "19th-century", "fifth-century BC"."""
    number = scan.terms[i].value
    return _century(scan, i + 1, number, article=False) if 1 <= int(number) <= _LAST_CENTURY else None


def _century(scan: Scan, end: int, number: str, *, article: bool) -> Found:
    value = f"{int(number) - 1:02}"
    if scan.kind(end) == "era" and scan.document.surface(end, end + 1).isupper():
        return date(end + 1, f"BC{value}" if scan.terms[end].value == "BC" else value, article=article)
    return date(end, value, article=article)


def season(scan: Scan, i: int) -> Found | None:
    """Find "the summer", "summer 2017", "the winter of 1994", "the winter of 2013-14"."""
    value = scan.terms[i].value
    years_at = i + 2 if scan.word(i + 1) == "of" else i + 1
    if scan.kind(years_at) == "years":
        return date(years_at + 1, f"{scan.terms[years_at].value[:4]}-{value}", article=True)
    end, year_number = year_after(scan, i + 2 if scan.word(i + 1) == "of" else i + 1)
    if year_number is not None:
        return date(end, f"{year_number:04}-{value}", article=True)
    years = shifted_year(scan, i + 1)
    if years is not None and len(years[1]) == 4:
        return date(years[0], f"{years[1]}-{value}", article=True)
    before, after = scan.word(i - 1), scan.word(i + 1)
    plain = scan.is_word(i - 1, "before-season") and scan.word(i) != "fall"
    if (
        not (plain or before == "the")
        or scan.is_word(i + 1, "not-season-before")
        or (scan.word(i) == "fall" and after == "in")
    ):
        return None
    return date(i + 1, f"{scan.anchor.year:04}-{value}" if scan.anchor else f"XXXX-{value}", article=True)


def yearly(scan: Scan, i: int) -> Found | None:
    """Find "year-ago", "the year-earlier quarter", "the year-earlier nine months"."""
    year_before = values.period(scan.anchor, "Y", -1)
    read = read_number(scan, i + 1)
    if read is not None and (found := measured(scan, i + 1, *read)) is not None:
        return found._replace(article=True)
    found = quarter_of(scan, i + 1, year_before) if len(year_before) == 4 else None
    if found is not None:
        return found
    return date(i + 1, quarter_a_year_ago(scan) or year_before, article=True)


def fiscal(scan: Scan, i: int) -> Found | None:
    """Find "fiscal 1989", "fiscal third quarter"."""
    if scan.kind(i + 1) == "year":
        return date(i + 2, scan.terms[i + 1].value)
    year = values.period(scan.anchor, "Y")
    return quarter_of(scan, i, year) if len(year) == 4 and scan.word(i + 1) not in ("quarter", "period") else None


def year_end(scan: Scan, i: int) -> Found:
    """Find "year-end": its last day."""
    year = values.period(scan.anchor, "Y")
    return date(i + scan.terms[i].size, f"{year}-12-31")
