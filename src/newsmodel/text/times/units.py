"""Units of time: "a year", "the quarter", "the week beginning 3 June", "the year before last"."""

from typing import Final

from newsmodel.model import TimeKind
from newsmodel.text.grammar.tagset import DETERMINER, NAME, NUMBER, POSSESSIVE, PRONOUN
from newsmodel.text.times import values
from newsmodel.text.times.amounts import ends_phrase, is_rate, measured, read_number
from newsmodel.text.times.calendar import month, shifted_year
from newsmodel.text.times.moments import day_at
from newsmodel.text.times.scan import Found, Scan, date
from newsmodel.text.times.values import NO_INTERVAL

_TWICE: Final = frozenset((("before", "last"), ("after", "next")))
# What begins a noun phrase.
_PHRASES: Final = frozenset((DETERMINER, POSSESSIVE, PRONOUN, NUMBER, NAME))


def unit(scan: Scan, i: int) -> Found | None:
    """Find "a year", "a year ago", "the quarter", "the weekend", "the year 2000"."""
    term = scan.terms[i]
    before = scan.word(i - 1)
    end = i + term.size
    if term.value == "Y" and scan.kind(end) in ("year", "years"):
        return date(end + 1, scan.terms[end].value, article=True)
    if term.value == "Y" and (read := read_number(scan, end)) is not None and 1900 <= (read[1] or 0) < 2100:
        return date(read[0], f"{int(read[1] or 0)}", article=True)
    if before in ("a", "an") and scan.is_word(i - 2, "often"):
        return Found(end, TimeKind.SET, values.duration(1, term.value), article=True)  # "twice a week"
    if term.value == "CE" and scan.is_word(i - 2, "scoring"):
        return None  # a batsman "hit a century"
    if before in ("a", "an", "one"):
        part = 0.5 if scan.word(i - 2) == "half" else 0.25 if scan.words[i - 3 : i - 1] == ["quarter", "of"] else 1.0
        found = measured(scan, i - 1, i, part)
        plain = found is not None and found.kind is TimeKind.DURATION
        return None if plain and (term.value == "Q" or is_rate(scan, i - 2)) else found
    if scan.word(i - 2) in ("a", "an") and before in scan.known.contexts["between"]:
        return measured(scan, i - 2, i, 1.0)
    if scan.is_word(i - 1, "of-full"):
        before = scan.word(i - 2)
    if term.value == "W" and (week := _week_of(scan, end)) is not None:
        return date(end, week, article=True)
    if before != "the" or scan.word(end) == "of" or (scan.is_capital(i) and not scan.is_capital(i - 1)):
        return None  # "Player of the Year"
    return _of_story(scan, i, end)


def _of_story(scan: Scan, i: int, end: int) -> Found | None:
    """Find what "the" makes a time of the story or of publication: "the weekend", "the day before", "the year"."""
    term = scan.terms[i]
    if scan.word(end) in ("before", "after"):
        return _aside(scan, i, end)
    if term.value == "WE":
        return date(end, values.weekend(scan.anchor, 0, ahead=scan.is_ahead(i - 1)), article=True)
    if term.value == "D" and scan.word(i - 2) in ("in", "of") and scan.is_word(i - 3, "of-day"):
        return date(end, values.period(scan.story_day("D"), "D"), article=True)
    if term.value == "Q":
        ended = _quarter_ended(scan, end)
        if ended is not None and scan.quarter is None:  # else it may be a quarter of a fiscal year
            return date(end, ended, article=True)
        years = shifted_year(scan, end)
        if years is not None and scan.quarter and len(years[1]) == 4:
            return date(years[0], years[1] + scan.quarter[4:], article=True)
        return date(end, scan.quarter or values.period(scan.anchor, "Q", -1), article=True)
    if term.value == "Y" and (scan.is_word(end, "ended") or _runs_to_day(scan, end)):
        return Found(end, TimeKind.DURATION, "P1Y", article=True)
    edged = term.value in ("DE", "CE") and scan.word(i - 2) == "of" and scan.is_word(i - 3, "of-day")
    if edged or term.value in ("W", "M", "Y"):  # "the end of the decade", not "spent the decade in jail"
        return date(end, values.period(scan.anchor, term.value), article=True)
    return None


def _aside(scan: Scan, i: int, end: int) -> Found | None:
    """Find "the day before", "the year before last"; "the day after" of his birthday, which nobody knows, is open."""
    term, ahead = scan.terms[i], scan.word(end) == "after"
    if not values.is_period(term.value):
        return None
    if (scan.word(end), scan.word(end + 1)) in _TWICE and ends_phrase(scan, end + 2):
        count = 2 if ahead else -2
        if term.value == "WE":
            return date(end + 2, values.weekend(scan.anchor, count), article=True)
        return date(end + 2, values.period(scan.anchor, term.value, count), article=True)
    if term.value not in ("D", "W", "M", "Y") or scan.word(i - 2) == "to":
        return None  # "30 years to the day after the quake"
    origin = scan.story_day(term.value) if _stands_after(scan, end + 1) else None
    return date(end + 1, values.period(origin, term.value, 1 if ahead else -1), article=True)


def _stands_after(scan: Scan, i: int) -> bool:
    """Tell whether nothing follows "the day before" at token *i* that it is counted from."""
    return ends_phrase(scan, i) and (i >= scan.limit or scan.document.tags[i] not in _PHRASES)


def _runs_to_day(scan: Scan, i: int) -> bool:
    """Tell whether a year runs up to a day or month: "the year to 2 March", "the year to June"."""
    return scan.word(i) == "to" and "month" in (scan.kind(i + 1), scan.kind(i + 2))


def _week_of(scan: Scan, i: int) -> str | None:
    """Return the week that the words at token *i* date: "beginning 3 June", "of Oct. 5", "ending on Sunday, Oct. 8"."""
    if not scan.is_word(i, "week-of"):
        return None
    j = i + 1
    while scan.is_word(j, "to-day"):
        j += 1
    day = day_at(scan, j)
    start, _ = values.interval(day.value) if day is not None and day.kind is TimeKind.DATE else NO_INTERVAL
    return values.period_of(start, "W") if start is not None else None


def _quarter_ended(scan: Scan, i: int) -> str | None:
    """Return the value of the quarter that "ended Sept. 30", as the words at token *i* say."""
    if not scan.is_word(i, "ended") or scan.kind(i + 1) != "month":
        return None
    last = month(scan, i + 1)
    start, _ = values.interval(last.value) if last else NO_INTERVAL
    return values.period_of(start, "Q") if start else None
