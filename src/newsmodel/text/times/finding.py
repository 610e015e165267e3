"""Time expressions and their TIMEX3 values, in one pass from left to right, the longest at each place."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Final

from newsmodel.model import Dateline, TimeExpression, TimeKind
from newsmodel.model.events import day_of
from newsmodel.text.document import Document
from newsmodel.text.times import amounts, calendar, moments, periods, relative, units
from newsmodel.text.times.scan import Found, Scan
from newsmodel.text.times.values import Interval, interval
from newsmodel.text.times.vocabulary import vocabulary

Rule = Callable[[Scan, int], Found | None]

_ISO: Final = re.compile(
    r"(\d{4}-(?:0\d|1[0-2])-[0-3]\d)(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?"
    r"(Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?(?!\w|-\d)"
)

# What may start with a term of each kind; the rule that reads furthest wins, the first of equals.
_RULES: dict[str, tuple[Rule, ...]] = {
    "month": (calendar.month,),
    "months": (calendar.months,),
    "weekday": (calendar.weekday,),
    "weekdays": (calendar.weekdays,),
    "holiday": (calendar.holiday,),
    "date": (calendar.fixed,),
    "number": (
        moments.clock,
        calendar.day_month,
        calendar.spoken_year,
        periods.short_year,
        periods.year_of_era,
        amounts.amount,
    ),
    "fraction": (amounts.amount,),
    "time": (moments.clock,),
    "clock": (moments.clock,),
    "year": (moments.clock, periods.year, periods.year_of_era, amounts.amount),
    "years": (periods.year_range,),
    "days": (calendar.days_month,),
    "numeric": (calendar.numeric,),
    "decade": (periods.decade,),
    "ordinal": (calendar.day_month, calendar.nth_weekday, periods.quarter, periods.century, amounts.ordinal),
    "quarter": (periods.quarter,),
    "phase": (periods.quarter,),
    "season": (periods.season,),
    "part": (moments.part,),
    "day": (relative.day,),
    "ref": (relative.ref,),
    "shift": (calendar.nth_weekday, periods.quarter, relative.shift),
    "each": (amounts.each,),
    "often": (amounts.often,),
    "unit": (units.unit,),
    "units": (amounts.units,),
    "span": (amounts.span,),
    "aged": (amounts.aged,),
    "yearly": (periods.yearly,),
    "fiscal": (periods.fiscal,),
    "century": (periods.century_before_noun,),
    "era": (periods.era,),
    "recurring": (calendar.recurring,),
    "yearend": (periods.year_end,),
}
_APOSTROPHES: Final = frozenset("'’‘")
_NO_SENTENCE: Final = -1000


def find_times(document: Document, dateline: Dateline | None = None) -> tuple[TimeExpression, ...]:
    """
    Return the time expressions of *document*, in order.

    They are reckoned from the day of publication, else from the dateline's, else from the first full date of the
    text; without any of these their values stay open ("XXXX-10-05"). In a language without a lexicon only ISO dates
    are found.
    """
    if document.language is None:
        return tuple(_iso_dates(document))
    scan = Scan(document, vocabulary(document.language), _anchor(document, dateline))
    found = tuple(_found(scan))
    if scan.anchor is None:
        days = (time.start for time in found if time.kind is not TimeKind.DURATION and time.start == time.end)
        first = next((day for day in days if day is not None), None)
        if first is not None:
            scan.restart(day_of(first))
            found = tuple(_found(scan))
    return found


def _anchor(document: Document, dateline: Dateline | None) -> dt.date | None:
    if document.published is not None:
        return day_of(document.published)
    return dateline.date if dateline is not None else None


def _found(scan: Scan) -> Iterator[TimeExpression]:
    document, done = scan.document, 0
    for i, term in scan.terms.items():
        if i < done:
            continue
        scan.enter(i)
        if term.kind == "none":
            done = i + term.size
            continue
        if term.kind == "number" and not _is_measured(scan, i):
            continue
        found = _iso_at(document, i) if term.kind == "iso" else _longest(scan, i, term.kind)
        if found is None:
            continue
        first = _first(scan, i, done, found)
        done = found.end
        start, end = interval(found.value, found.zone) if found.interval[0] is None else found.interval
        _remember(scan, i, found, (start, end))
        yield TimeExpression(span=document.span(first, done), kind=found.kind, value=found.value, start=start, end=end)


def _is_measured(scan: Scan, i: int) -> bool:
    """Tell whether what stands beside a number can make a time of it: most count other things."""
    following = scan.word(i + 1)
    return (
        i + 1 in scan.terms
        or following in scan.known.contexts["after-number"]
        or following in scan.known.contexts["between"]
        or following in scan.known.zones
        or scan.word(i - 1) in _APOSTROPHES
        or (following == "in" and scan.kind(i + 3) == "part")
    )


def _longest(scan: Scan, i: int, kind: str) -> Found | None:
    best = None
    for rule in _RULES.get(kind, ()):
        found = rule(scan, i)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best


def _remember(scan: Scan, i: int, found: Found, denoted: Interval) -> None:
    """
    Keep what later expressions may refer to.

    What compares with another year ("a year ago", "the year-earlier quarter") is not what the story goes on from, nor
    is the day on which something was said of another: "it struck on Friday, officials said Saturday".
    """
    value, (start, end) = found.value, denoted
    kind = scan.terms[i].kind
    if (
        scan.date_sentence == scan.sentence
        and scan.date is not None
        and scan.is_word(i - 1 - scan.is_word(i - 1, "on-day"), "saying")
    ):
        return
    is_quarter = value[4:6] in ("-Q", "-H") and value[0].isdigit()
    looks_aside = scan.word(found.end - 1) in ("before", "after")  # "the day before"
    compares = looks_aside or (kind not in ("year", "decade", "date") and (len(value) < 7 or is_quarter))
    if start is not None and found.kind in (TimeKind.DATE, TimeKind.TIME) and not compares:
        scan.day, scan.day_sentence = day_of(start), scan.sentence
        if end is not None and day_of(end) == scan.day:
            scan.date, scan.date_sentence = scan.day, scan.sentence
    if is_quarter:
        if scan.quarter is None or value[4:] != scan.quarter[4:]:
            scan.quarter = value
        scan.quarter_sentence = scan.sentence
    elif value in ("P9M", "P6M") or (kind == "unit" and (value == "P1Y" or len(value) == 4)):
        scan.quarter_sentence = _NO_SENTENCE  # the report has gone on to half a year or more


def _first(scan: Scan, i: int, done: int, found: Found) -> int:
    """Return the first token of the expression: with its article, and with "about", "early", "the end of"."""
    words, edges = scan.words, scan.known.edges
    floor = max(done, scan.document.sentences[scan.sentence][0])
    article = found.article
    while True:
        before = words[i - 1] if i > floor else ""
        if before in _APOSTROPHES and scan.words[i][0].isdigit() and scan.touches(i):
            i -= 1  # "'80s"
            continue
        if article and before in ("the", "a", "an"):
            i -= 1
            article = False
            continue
        for rest, kind in edges.get(before, ()):
            size = len(rest) + 1
            if i - size >= floor and words[i - size : i - 1] == rest and _fits(kind, before, words[i], found):
                i -= size
                article = True
                break
        else:
            return i


def _fits(kind: str, word: str, after: str, found: Found) -> bool:
    """Tell whether what stands before a time belongs to it: "about" to any, "over" to amounts, "early" to dates."""
    if kind == "=":
        return found.kind is TimeKind.SET
    if kind == "~~":
        return True
    if kind == "~":
        if after == "the" and word in ("over", "under"):
            return False  # "over the past two weeks"
        return found.kind is TimeKind.DURATION
    return found.kind in (TimeKind.DATE, TimeKind.TIME) and not found.value.endswith("_REF")


# -- ISO dates, in any language ---------------------------------------------------------------------------------


def _iso_dates(document: Document) -> Iterator[TimeExpression]:
    done = 0
    for i, word in enumerate(document.words):
        if i >= done and word[0].isdigit() and "-" in word and (found := _iso_at(document, i)) is not None:
            done = found.end
            start, end = interval(found.value, found.zone)
            yield TimeExpression(span=document.span(i, done), kind=found.kind, value=found.value, start=start, end=end)


def _iso_at(document: Document, i: int) -> Found | None:
    match = _ISO.match(document.text, document.starts[i])
    if match is None or interval(match[1])[0] is None:
        return None
    end = document.token_from(match.end())
    if document.ends[end - 1] != match.end():
        return None
    if match[2] is None:
        return Found(end, TimeKind.DATE, match[1])
    zone = dt.datetime.fromisoformat(f"2000-01-01T00:00{match[4]}").tzinfo if match[4] else None
    return Found(end, TimeKind.TIME, f"{match[1]}T{match[2]}:{match[3]}", zone=zone)
