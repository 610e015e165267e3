"""Days and months that the calendar names, with the time of day, and hours with their day."""

import datetime as dt
from typing import Final

from newsmodel.model import TimeKind
from newsmodel.text.grammar.tagset import NAME
from newsmodel.text.times import values
from newsmodel.text.times.amounts import ends_phrase
from newsmodel.text.times.clock import clock_at, with_clock, with_part
from newsmodel.text.times.holidays import holiday_value
from newsmodel.text.times.national import day_rule
from newsmodel.text.times.scan import Found, Scan, date
from newsmodel.text.times.tense import direction, planned

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
        year = year or _shared_year(scan, i + 2)
        value = values.month_day(scan.anchor, number, day, year, _direction(scan, i))
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
    if _direction(scan, i) < 0:
        return date(i + 1, values.month_of(scan.anchor, number, back=True))
    return date(i + 1, values.month_of(scan.anchor, number, ahead=scan.is_ahead(i)))


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


def _days(scan: Scan, i: int) -> Found | None:
    """Find "Oct. 3-5": both days included."""
    number, (first, last) = _value(scan, i), map(int, scan.terms[i + 1].value.split("/"))
    return _from_to(scan, i, (number, first), (number, last), i + 2)


def _to_month(scan: Scan, i: int) -> Found | None:
    """Find "May 3-June 5": both days included."""
    first, number = map(int, scan.terms[i + 1].value.split("/"))
    last = day_number(scan, i + 2)
    return _from_to(scan, i, (_value(scan, i), first), (number, last), i + 3) if last else None


def day_month(scan: Scan, i: int) -> Found | None:
    """Find "5 October", "5th October 2017", "the 5th of October"."""
    day = day_number(scan, i)
    j = i + 2 if scan.kind(i) == "ordinal" and scan.word(i + 1) == "of" else i + 1
    if day and scan.is_word(i + 1, "until-day") and scan.kind(i + 3) == "month" and scan.is_capital(i + 3):
        last = day_number(scan, i + 2)
        number = _value(scan, i + 3)
        return _from_to(scan, i, (number, day), (number, last), i + 4) if last > day else None  # "3 to 5 October"
    if not day or scan.kind(j) != "month" or not scan.is_capital(j):
        return None
    end, year = year_after(scan, j + 1)
    value = values.month_day(scan.anchor, _value(scan, j), day, year, direction(scan, i))
    return with_clock(scan, date(end, value, article=True)) if value is not None else None


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
    if not scan.is_capital(i) and "." in scan.word(i):
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
    follows = scan.kind(i - 2) == "weekday" and scan.day is not None
    if follows and scan.word(i - 1) in ("and", "or"):
        follows = _value(scan, i - 2) < number  # "Monday and Tuesday", and not "Friday and Thursday"
    elif follows:
        follows = scan.is_word(i - 1, "until-day")
    if follows and scan.day is not None:
        return with_part(scan, date(i + 1, values.weekday(scan.day, number, ahead=True)))  # "Monday through Friday"
    return with_part(scan, date(i + 1, values.weekday(scan.anchor, number, ahead=planned(scan, i))))


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
    origin = scan.day or scan.anchor if term.value == "same" else scan.anchor
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
    if scan.kind(i + 1) == "parts":
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
            return j + 2 + abs(count), values.period(scan.day or scan.anchor, "Y", count)
        return None
    count = int(term.value) if term.value in ("-1", "0", "1") else 0
    return j + 1 + unit.size, values.period(scan.anchor, "Y", count)


def _value(scan: Scan, i: int) -> int:
    return int(scan.terms[i].value)


def part(scan: Scan, i: int) -> Found | None:
    """Find "late afternoon Monday", "the morning of Oct. 5", "overnight", "the night" of the day last named."""
    term = scan.terms[i]
    j = i + 1
    while scan.is_word(j, "to-day"):
        j += 1
    day = day_at(scan, j)
    if day is not None and day.kind is TimeKind.DATE:
        return Found(day.end, TimeKind.TIME, f"{day.value}T{term.value}", article=True)
    if scan.word(i) == "overnight":
        return Found(i + 1, TimeKind.TIME, f"{values.period(scan.anchor, 'D')}TNI")
    if scan.word(i - 1) != "the" and not scan.word(i).startswith("mid-") and scan.word(i - 1) != "mid":
        return None
    if scan.is_word(i + 1, "not-part-before"):
        return None
    return Found(i + 1, TimeKind.TIME, f"{values.period(scan.day or scan.anchor, 'D')}T{term.value}", article=True)


def day_at(scan: Scan, i: int) -> Found | None:
    """Find a date of one day at token *i*, in whatever way it is written."""
    rules = {"month": month, "number": day_month, "ordinal": day_month, "numeric": numeric, "weekday": weekday}
    kind = scan.kind(i)
    if kind == "day":
        days = scan.terms[i].value
        return date(i + scan.terms[i].size, values.period(scan.anchor, "D", int(days))) if " " not in days else None
    if kind == "shift":
        term, unit = scan.terms[i], scan.term(i + 1)
        if unit is not None and unit.value == "D" and term.value in ("-1", "1", "same"):
            count = int(term.value) if term.value != "same" else 0
            return date(i + 2, values.period(scan.day or scan.anchor, "D", count))
        if unit is not None and unit.kind == "weekday" and term.value in ("-1", "1"):
            origin = scan.day or scan.anchor if scan.is_word(i, "in-story") else scan.anchor
            return date(i + 2, values.weekday(origin, int(unit.value), int(term.value)))
        return None
    rule = rules.get(kind)
    found = rule(scan, i) if rule else None
    return found if found is not None and len(found.value) >= 9 else None


def clock(scan: Scan, i: int) -> Found | None:
    """Find "10 p.m.", "5:30 a.m. EST on Oct. 5", "noon Thursday", "22:30", "2:30 the next day"."""
    read = clock_at(scan, i, sure=scan.is_word(i - 1, "before-clock"))
    if read is None:
        return None
    end, time, zone = read
    j = end
    while scan.word(j) == "," or scan.is_word(j, "to-day"):
        j += 1
    day = day_at(scan, j)
    if day is None or "/" in day.value:
        near = scan.day if scan.day is not None and _goes_on(scan, i) else scan.anchor
        return Found(end, TimeKind.TIME, f"{values.period(near, 'D')}T{time}", zone=zone)
    if day.kind is TimeKind.TIME:
        day = day._replace(value=day.value.partition("T")[0])
    return Found(day.end, TimeKind.TIME, f"{day.value}T{time}", zone=zone)


def _goes_on(scan: Scan, i: int) -> bool:
    """
    Tell whether a clock time at token *i* belongs to the day last named.

    One that opens a block, as in a live report, belongs to no day of the text before it but a heading's.
    """
    document, named = scan.document, scan.day_sentence
    blocks = document.block_of
    if (
        i == document.sentences[scan.sentence][0]
        and scan.sentence
        and blocks[scan.sentence - 1] != blocks[scan.sentence]
    ):
        alone = blocks[named - 1] != blocks[named] if named else True
        last = document.words[document.sentences[named][1] - 1]
        return alone and blocks[named + 1] != blocks[named] and last not in (".", "!", "?")
    return named >= scan.sentence - 2
