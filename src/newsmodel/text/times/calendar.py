"""Days and months that the calendar names, with the time of day, and hours with their day."""

import datetime as dt
from typing import Final

from newsmodel.model import TimeKind
from newsmodel.text.grammar.tagset import NAME
from newsmodel.text.times import values
from newsmodel.text.times.amounts import ends_phrase
from newsmodel.text.times.clock import with_clock, with_part
from newsmodel.text.times.holidays import holiday_value
from newsmodel.text.times.national import day_rule
from newsmodel.text.times.scan import Found, Scan, date
from newsmodel.text.times.tense import before_clock, direction, planned
from newsmodel.text.times.weeks import weekday_in_weeks

# So many tokens before the end of a range its "from" is looked for.
_REACH: Final = 12
_WEEK: Final = 7
# What shows that a number counts something else than days of the month.
_COUNTING: Final = frozenset(("number", "ordinal", "shift", "units"))
_AFTER_NUMBERS: Final = frozenset(("unit", "units", "meridiem", "month", "number"))


def month(scan: Scan, i: int) -> Found | None:
    """Find "Oct. 5", "October 5th, 2017", "Oct. 3-5", "October 2017", "October last year", "October"."""
    if not scan.is_capital(i) and "-" not in scan.word(i):
        return None
    number = _value(scan, i)
    day = day_number(scan, i + 1)
    if day:
        if found := _to_day(scan, i, day):
            return found
        end, year = year_after(scan, i + 2)
        if year is None and (shifted := shifted_year(scan, i + 2)) and shifted[1].isdigit():
            year = int(shifted[1])  # "March 15 last year"
        year = year or _shared_year(scan, i + 2) or _year_before(scan, i, (number, day), (i + 3, i + 4))
        start = scan.date if year is None and _ends_range(scan, i, i - 3) else None
        value = values.month_day(start or scan.anchor, number, day, year, 1 if start else _direction(scan, i))
        if value is not None and scan.word(end) not in ("%", "percent"):
            return with_clock(scan, date(end, value))
    if scan.kind(i + 1) == "days":
        return _days(scan, i)
    if scan.kind(i + 1) == "day-month":
        return _to_month(scan, i)
    end, year = year_after(scan, i + 2 if scan.word(i + 1) == "of" else i + 1)
    if year is not None:
        return date(end, f"{year:04}-{number:02}")
    years = shifted_year(scan, i + 1)
    if years is not None:
        end, value = years
        return date(end, f"{value}-{number:02}") if len(value) == 4 else None
    if not _stands_alone(scan, i):
        return None
    if year := _shared_year(scan, i + 1):
        return date(i + 1, f"{year:04}-{number:02}")
    way = _direction(scan, i)
    return date(i + 1, values.month_of(scan.anchor, number, ahead=way > 0 or scan.is_ahead(i), back=way < 0))


def _direction(scan: Scan, i: int) -> int:
    """Return which way the day at token *i* lies of publication: -1 back, 1 ahead, 0 where nothing tells."""
    return -1 if scan.is_word(i - 1, "back-to") else direction(scan, i)


def _stands_alone(scan: Scan, i: int) -> bool:
    """Tell whether a month without day and year is the month, and no verb, name or part of a name."""
    if scan.is_capital(i + 1) and scan.kind(i + 1) == "":
        return False  # "June Carter"
    if i and scan.is_capital(i - 1) and scan.kind(i - 1) == "" and scan.document.tags[i - 1] == NAME:
        return False  # "Kim Jun"
    if scan.is_word(i - 1, "before-month") or not scan.is_word(i, "ambiguous-month"):
        return True
    if scan.is_word(i - 1, "noun-month"):
        return scan.word(i + 1).isalpha()  # "a June agreement"
    return scan.word(i - 1) == "," and scan.kind(i - 2) == "month"


def _to_day(scan: Scan, i: int, day: int) -> Found | None:
    """Find "Oct. 20 to 29": both days included."""
    last = day_number(scan, i + 3)
    if last <= day or not scan.is_word(i + 2, "until-day") or scan.kind(i + 4) in _AFTER_NUMBERS:
        return None
    return _from_to(scan, i, (_value(scan, i), day), (_value(scan, i), last), i + 4)


def _shared_year(scan: Scan, i: int) -> int | None:
    """Return the year that a range gives at its end: "from Oct. 20 to Nov. 3, 2016", "between March and May 2016"."""
    if not (scan.is_word(i, "until-day") or scan.word(i) == "and") or scan.kind(i + 1) != "month":
        return None
    at = i + 3 if day_number(scan, i + 2) else i + 2
    _, year = year_after(scan, at)
    shifted = shifted_year(scan, at) if year is None else None
    return int(shifted[1]) if shifted and shifted[1].isdigit() else year


def _ends_range(scan: Scan, i: int, month_at: int) -> bool:
    """Tell whether the day at token *i* ends a range that begins with another: "from 31 May to 2 June"."""
    return scan.is_word(i - 1, "until-day") and scan.kind(month_at) == "month" and scan.date_sentence == scan.sentence


def _year_before(scan: Scan, i: int, day: tuple[int, int], end: tuple[int, int]) -> int | None:
    """Return the year of a *day* that begins a range of the past: its *end*, a month and its day at two tokens, was."""
    month_at, day_at = end
    last = day_number(scan, day_at)
    if scan.anchor is None or not scan.is_word(min(end) - 1, "until-day") or scan.kind(month_at) != "month" or not last:
        return None
    if direction(scan, i) >= 0:
        return None
    number = _value(scan, month_at)
    there = values.month_day(scan.anchor, number, last, direction=-1)
    return int(there[:4]) - (day > (number, last)) if there else None


def _days(scan: Scan, i: int) -> Found | None:
    """Find "Oct. 3-5": both days included."""
    number, (first, last) = _value(scan, i), map(int, scan.terms[i + 1].value.split("/"))
    return _from_to(scan, i, (number, first), (number, last), i + 2)


def _to_month(scan: Scan, i: int) -> Found | None:
    """Find "May 3-June 5": both days included."""
    first, number = map(int, scan.terms[i + 1].value.split("/"))
    last = day_number(scan, i + 2)
    return _from_to(scan, i, (_value(scan, i), first), (number, last), i + 3) if last else None


def months(scan: Scan, i: int) -> Found | None:
    """Find "April-May", "Nov.-Jan. 2016": both months included."""
    if not scan.is_capital(i):
        return None
    first, last = map(int, scan.terms[i].value.split("/"))
    end, year = year_after(scan, i + 1)
    turn = int(first > last)
    known = values.month_of(scan.anchor, last, ahead=scan.is_ahead(i))[:4]
    if year is not None or known.isdigit():
        year = year if year is not None else int(known)
        return date(end, f"{year - turn:04}-{first:02}/{year:04}-{last:02}") if year > turn else None
    return date(end, f"XXXX-{first:02}/XXXX-{last:02}")


def day_month(scan: Scan, i: int) -> Found | None:
    """Find "5 October", "5th October 2017", "the 5th of October"."""
    day = day_number(scan, i)
    j = i + 2 if scan.kind(i) == "ordinal" and scan.word(i + 1) == "of" else i + 1
    if day and scan.is_word(i + 1, "until-day") and scan.kind(i + 3) == "month" and scan.is_capital(i + 3):
        last = day_number(scan, i + 2)
        number = _value(scan, i + 3)
        return _from_to(scan, i, (number, day), (number, last), i + 4) if last > day else None  # "3 to 5 October"
    if day and j > i + 1 and scan.kind(j) == "shift":
        return _of_shifted_month(scan, j, day)
    if not day or scan.kind(j) != "month" or not scan.is_capital(j):
        return None
    end, year = year_after(scan, j + 1)
    year = year or _year_before(scan, i, (_value(scan, j), day), (i + 4, i + 3))
    start = scan.date if year is None and _ends_range(scan, i, i - 2) else None
    way = 1 if start else direction(scan, i)
    value = values.month_day(start or scan.anchor, _value(scan, j), day, year, way)
    return with_clock(scan, date(end, value, article=True)) if value is not None else None


def _of_shifted_month(scan: Scan, j: int, day: int) -> Found | None:
    """Find the rest of "the 5th of this month", which begins at token *j*."""
    count, unit = scan.terms[j].value.partition(" ")[0], scan.term(j + 1)
    if scan.anchor is None or unit is None or unit.value != "M" or count not in ("-1", "0", "1"):
        return None
    there = values.period(scan.anchor, "M", int(count))
    value = values.month_day(None, int(there[5:7]), day, int(there[:4])) if len(there) == 7 else None
    return date(j + 2, value, article=True) if value else None


def days_month(scan: Scan, i: int) -> Found | None:
    """Find "3-5 October": both days included."""
    if scan.kind(i + 1) != "month" or not scan.is_capital(i + 1):
        return None
    number, (first, last) = _value(scan, i + 1), map(int, scan.terms[i].value.split("/"))
    return _from_to(scan, i, (number, first), (number, last), i + 2)


def _from_to(scan: Scan, i: int, first: tuple[int, int], last: tuple[int, int], after: int) -> Found | None:
    """
    Return the days from *first* to *last*, each a month and its day; the year of the last stands at *after*.

    Without a year one of the two is dated by publication, the first where the past is told, and the other follows it.
    """
    end, year = year_after(scan, after)
    turn = int(first > last)
    if year is None and scan.anchor is not None:
        way = direction(scan, i)
        known = values.month_day(scan.anchor, *(first if way < 0 else last), direction=way)
        if known is None:
            return None
        year = int(known[:4]) + (turn if way < 0 else 0)
    start = values.month_day(None, *first, year - turn if year else None)
    stop = values.month_day(None, *last, year)
    return date(end, f"{start}/{stop}") if start and stop else None


def numeric(scan: Scan, i: int) -> Found | None:
    """Find "10/5/2017" and "5.10.2017"."""
    year, month_number, day = map(int, scan.terms[i].value.split("-"))
    value = values.month_day(None, month_number, day, year)
    return with_clock(scan, date(i + 1, value)) if value else None


def weekday(scan: Scan, i: int) -> Found | None:
    """Find "Friday", "Friday night", "Friday, Oct. 5, 2017", "Wednesday at 10 p.m.", "Monday of last week"."""
    named = scan.is_word(i - 1, "not-weekday-after") and scan.is_capital(i - 1)
    if named or (not scan.is_capital(i) and "." in scan.word(i)):
        return None
    if scan.kind(i + 1) == "parts":
        return weekdays(scan, i)
    number = _value(scan, i)
    full = date_after(scan, i + 1)
    if full is not None:
        return full
    week = _week_after(scan, i + 1)
    if week is not None:
        end, monday = week
        there = values.shift_days(monday, number - 1)
        return date(end, there.isoformat()) if there else None
    in_weeks = weekday_in_weeks(scan, i)
    if in_weeks is not None:
        return in_weeks
    before = _day_before(scan, i, number)
    if before is not None:
        return with_part(scan, date(i + 1, values.weekday(before, number, ahead=True)))  # "Monday through Friday"
    return with_part(scan, date(i + 1, values.weekday(scan.anchor, number, ahead=planned(scan, i))))


def _day_before(scan: Scan, i: int, number: int) -> dt.date | None:
    """Return the day of this sentence from which the weekday at token *i* is reckoned: it is the next one after it."""
    k = i - 1
    if scan.word(k) in ("and", "or"):  # "Monday and Tuesday", and not "Friday and Thursday"
        return scan.day if scan.kind(k - 1) == "weekday" and _value(scan, k - 1) < number else None
    k = before_clock(scan, k)
    if not scan.is_word(k, "until-day"):
        return None
    if scan.kind(k - 1) == "weekday" or (scan.kind(k - 1) == "part" and scan.kind(k - 2) == "weekday"):
        return scan.day
    if scan.date is None or scan.anchor is None or (scan.anchor - scan.date).days >= _WEEK:
        return None  # "from Sept. 14 to Thursday"
    reach = range(k - 1, max(scan.document.sentences[scan.sentence][0], k - _REACH) - 1, -1)
    named = scan.date_sentence == scan.sentence and any(scan.word(at) == "from" for at in reach)
    return scan.date if named else None  # "from 6 p.m. on Thursday until midday on Friday"


def date_after(scan: Scan, i: int) -> Found | None:
    """Find the month and day after a weekday."""
    j = i + 1 if scan.word(i) in (",", "the") else i
    if scan.word(j) == "the":
        j += 1
    kind = scan.kind(j)
    if kind == "month" and (day_number(scan, j + 1) or scan.kind(j + 1) == "days"):
        return month(scan, j)
    if kind in ("number", "ordinal"):
        return day_month(scan, j)
    return numeric(scan, j) if kind == "numeric" else None


def _week_after(scan: Scan, i: int) -> tuple[int, dt.date] | None:
    """Find "of last week", "of that week" after a weekday: the token after it and the week's Monday."""
    j = i + 1 if scan.word(i) == "of" else i
    term, unit = scan.term(j), scan.term(j + 1)
    if scan.anchor is None or term is None or unit is None or term.kind != "shift" or unit.value != "W":
        return None
    weeks = {"-1": -1, "0": 0, "same": 0, "1": 1}.get(term.value)
    if weeks is None:
        return None
    origin = (scan.day or scan.anchor) if term.value == "same" else scan.anchor
    monday = values.shift_days(origin, 7 * weeks - origin.weekday())
    return (j + 2, monday) if monday else None


def weekdays(scan: Scan, i: int) -> Found:
    """Find "Fridays" and "Tuesday nights": every one of them."""
    value = f"XXXX-WXX-{scan.terms[i].value}"
    if scan.kind(i + 1) in ("part", "parts"):
        return Found(i + 2, TimeKind.SET, f"{value}T{scan.terms[i + 1].value}")
    return Found(i + 1, TimeKind.SET, value)


def recurring(scan: Scan, i: int) -> Found | None:
    """Find "weekdays", "at weekends", "weekday mornings": those of every week, where they are not counted."""
    if scan.kind(i - 1) in _COUNTING:
        return None
    first, slash, last = scan.terms[i].value.partition("/")
    if scan.kind(i + 1) == "parts" and "T" not in first:
        part = f"T{scan.terms[i + 1].value}"
        return Found(i + 2, TimeKind.SET, f"{first}{part}{slash}{last and last + part}")
    return Found(i + 1, TimeKind.SET, scan.terms[i].value) if scan.word(i).endswith("s") else None


def nth_weekday(scan: Scan, i: int) -> Found | None:
    """Find "the first Monday of October", "the last Friday in May 2016"."""
    term, name = scan.terms[i], scan.term(i + 1)
    if name is None or name.kind != "weekday" or scan.word(i + 2) not in ("of", "in") or scan.kind(i + 3) != "month":
        return None
    found = month(scan, i + 3)
    if found is None or len(found.value) != 7 or not found.value[:4].isdigit():
        return None
    year, number = int(found.value[:4]), int(found.value[5:])
    if term.kind == "ordinal":
        first = dt.date(year, number, 1)
        day = 1 + (int(name.value) - first.isoweekday()) % 7 + 7 * (int(term.value) - 1)
    elif scan.word(i) == "last":
        last = values.last_day(year, number)
        day = last.day - (last.isoweekday() - int(name.value)) % 7
    else:
        return None
    value = values.month_day(None, number, day, year) if day <= 31 else None
    return date(found.end, value, article=True) if value else None


def holiday(scan: Scan, i: int) -> Found | None:
    """Find "Christmas Day", "New Year's Eve 2016", "Thanksgiving", "Easter Sunday"."""
    term = scan.terms[i]
    if not scan.is_capital(i):
        return None
    end, year = year_after(scan, i + term.size)
    if year is None and (shifted := shifted_year(scan, end)) and shifted[1].isdigit():
        year = int(shifted[1])  # "Christmas Day last year"
    rule = day_rule(scan, i, term)
    if not rule:  # of which country it is, nothing tells; "a National Day of Prayer" is none
        named = scan.word(end) == "of"
        return None if named else date(end, f"{'XXXX' if year is None else year}-XX-XX")
    value = holiday_value(rule, scan.anchor, year, direction(scan, i - (scan.word(i - 1) == "the")))
    return with_part(scan, date(end, value)) if value else None


def fixed(scan: Scan, i: int) -> Found:
    """Find a day by another name."""
    term = scan.terms[i]
    return date(i + term.size, term.value)


def day_number(scan: Scan, i: int) -> int:
    """Return the day of the month that token *i* may name; 0 where it names none."""
    term = scan.term(i)
    if term is None or term.kind not in ("number", "ordinal") or len(term.value) > 2 or not term.value.isdigit():
        return 0
    if term.kind == "number" and scan.word(i).isalpha():
        return 0  # "May five", which nobody writes
    return int(term.value) if int(term.value) <= 31 else 0


def year_after(scan: Scan, i: int) -> tuple[int, int | None]:
    """Return the year after a month or day, with or without a comma, and the token after it."""
    j = i + 1 if scan.word(i) == "," else i
    term = scan.term(j)
    if term is None or term.kind != "year":
        spoken = spoken_year(scan, i)
        return (spoken.end, int(spoken.value)) if spoken else (i, None)
    return j + 1, int(term.value)


def spoken_year(scan: Scan, i: int) -> Found | None:
    """Find "nineteen ninety-six"."""
    hundreds, rest = scan.term(i), scan.term(i + 1)
    if hundreds is None or rest is None or hundreds.kind != "number" or rest.kind != "number":
        return None
    if not (scan.word(i).isalpha() and scan.word(i + 1)[0].isalpha() and hundreds.value.isdigit()):
        return None
    if not (13 <= int(hundreds.value) <= 20 and rest.value.isdigit() and 10 <= int(rest.value) <= 99):
        return None
    return date(i + 2, str(int(hundreds.value) * 100 + int(rest.value)))


def shifted_year(scan: Scan, i: int) -> tuple[int, str] | None:
    """Find "last year", "of this year" after a month or quarter: the token after it, and its value."""
    j = i + 1 if scan.word(i) == "of" else i
    term, unit = scan.term(j), scan.term(j + 1)
    if scan.word(j) == "a" and scan.kind(j + 1) == "unit" and scan.kind(j + 2) == "ago":
        return (j + 3, values.period(scan.anchor, "Y", -1)) if scan.terms[j + 1].value == "Y" else None
    if term is None or unit is None or term.kind != "shift" or (unit.kind, unit.value) != ("unit", "Y"):
        if scan.word(j) == "the" and unit is not None and (unit.kind, unit.value) == ("unit", "Y"):
            count = {"before": -1, "after": 1}.get(scan.word(j + 2), 0) if ends_phrase(scan, j + 3) else 0
            return j + 2 + abs(count), values.period(scan.story_day("Y"), "Y", count)
        return None
    count = int(term.value) if term.value in ("-1", "0", "1") else 0
    return j + 1 + unit.size, values.period(scan.anchor, "Y", count)


def _value(scan: Scan, i: int) -> int:
    return int(scan.terms[i].value)
