"""Times told from another time: "yesterday", "the quarter", "last week", "the past three months"."""

import datetime as dt
from typing import Final, NamedTuple

from newsmodel.model import TimeKind
from newsmodel.text.times import values
from newsmodel.text.times.amounts import ends_phrase, measured, plain, read_number
from newsmodel.text.times.calendar import date_after, shifted_year
from newsmodel.text.times.clock import with_part
from newsmodel.text.times.holidays import day_in, holiday_value
from newsmodel.text.times.national import day_rule
from newsmodel.text.times.periods import quarter_of
from newsmodel.text.times.scan import Found, Scan, date
from newsmodel.text.times.values import NO_INTERVAL, Interval

_CLOCK_UNITS: Final = frozenset(("H", "MI", "S"))


def day(scan: Scan, i: int) -> Found:
    """Find "yesterday", "tomorrow morning", "tonight"."""
    term = scan.terms[i]
    days, _, part = term.value.partition(" ")
    value = values.period(scan.anchor, "D", int(days))
    end = i + term.size
    if part:
        return Found(end, TimeKind.TIME, values.time_of(value, part), article=True)
    return with_part(scan, Found(end, TimeKind.DATE, value, article=term.size > 1))


def ref(scan: Scan, i: int) -> Found | None:
    """Find "now", "recently", "soon": times that have no place in the calendar."""
    term = scan.terms[i]
    end = i + term.size
    if term.value == values.FUTURE and scan.word(i).startswith("future") and not ends_phrase(scan, end):
        return None  # "future plans"
    if scan.word(i) == "soon" and scan.is_word(end, "not-soon"):
        return None
    return date(end, term.value, article=True)


class _Shifted(NamedTuple):
    """A word such as "last" at the token *first*, the token that it shifts, and its value."""

    first: int
    what: int
    value: str


def shift(scan: Scan, i: int) -> Found | None:
    """Find what "last", "this", "next", "the same", "the past" and their like make with the words after them."""
    term = scan.terms[i]
    j = i + term.size
    j += scan.kind(j) == "fiscal"
    value, _, alone = term.value.partition(" ")
    follows = scan.term(j)
    found = None
    if follows is not None:
        found = _SHIFTS[follows.kind](scan, _Shifted(i, j, value)) if follows.kind in _SHIFTS else None
    elif value == "same" and scan.word(j) == "period" and (quarter := scan.recent_quarter()):
        years = shifted_year(scan, j + 1)
        end, year = years if years is not None and len(years[1]) == 4 else (j + 1, quarter[:4])
        found = date(end, year + quarter[4:], article=True)
    elif scan.word(j) == "period" and value == "latest":
        found = date(j + 1, scan.quarter or values.period(scan.anchor, "Q", -1), article=True)
    if found is None and alone and not (value == "-1" and not _past_alone(scan, i)):
        return date(i + term.size, alone, article=True)
    return found


def _past_alone(scan: Scan, i: int) -> bool:
    return scan.word(i - 1) == "the" and ends_phrase(scan, i + 1)


def _shift_number(scan: Scan, shifted: _Shifted) -> Found | None:
    """Find "the past two weeks", "the next few years": a length of time that ends or begins at the anchor."""
    _, j, value = shifted
    read = read_number(scan, j)
    found = measured(scan, j, *read) if read else None
    if found is None or found.kind is not TimeKind.DURATION or value in ("0", "same"):
        return found if value == "latest" else None
    return found._replace(interval=_reach(scan.anchor, found.value, forward=value == "1"), article=True)


def _reach(anchor: dt.date | None, value: str, *, forward: bool) -> Interval:
    """Return the interval of a length of time up to the anchor or from it on."""
    if anchor is None or not value[1:-1].isdigit() or value[0] != "P":
        return NO_INTERVAL
    other = values.shift(anchor, value[-1], int(value[1:-1]) * (1 if forward else -1))
    if other is None:
        return NO_INTERVAL
    return (anchor, other) if forward else (other, anchor)


def _shift_unit(scan: Scan, shifted: _Shifted) -> Found | None:
    i, j, value = shifted
    term = scan.terms[j]
    end, name = j + term.size, term.value
    if name in _CLOCK_UNITS or name == "FN" or (scan.word(end) == "of" and value == "-1"):
        return None
    word = scan.word(i)
    if word == "past" and name != "WE":
        return Found(
            end,
            TimeKind.DURATION,
            values.duration(1, name),
            interval=_reach(scan.anchor, values.duration(1, name), forward=False),
            article=True,
        )
    if word == "that" and scan.day_sentence < scan.sentence - 1:
        return None
    in_story = scan.is_word(i, "in-story") or (name == "D" and value == "1")
    origin = scan.story_day(name) if in_story else scan.anchor
    count = {"-1": -1, "0": 0, "1": 1, "same": 0, "latest": -1}.get(value)
    if count is None or (name == "D" and (word == "last" or scan.is_word(i, "coming"))):
        return None
    if name == "WE":
        return date(end, values.weekend(origin, count, this=word == "this"), article=True)
    if name == "Q" and value == "same" and scan.quarter:
        return date(end, scan.quarter, article=True)
    found = date(end, values.period(origin, name, count), article=True)
    if name == "Y" and scan.word(end) == "'s":
        return quarter_of(scan, end, found.value) or found
    return found


def _shift_units(scan: Scan, shifted: _Shifted) -> Found | None:
    """Find "recent years", "the coming weeks"."""
    i, j, value = shifted
    term = scan.terms[j]
    if scan.word(i) == "this" and scan.word(j) == "years":  # a common slip for "this year's"
        return date(j + 1, values.period(scan.anchor, "Y"))
    if value not in ("-1", "1", "recent") or term.value == "WE" or scan.word(i) == "last":
        return None
    return Found(j + term.size, TimeKind.DURATION, values.duration(*plain(None, term.value)), article=True)


def _shift_weekday(scan: Scan, shifted: _Shifted) -> Found | None:
    i, j, value = shifted
    number = int(scan.terms[j].value)
    word = scan.word(i)
    origin = scan.anchor
    if scan.is_word(i, "in-story") or scan.is_word(i, "coming"):
        if scan.word(i - 1) not in ("the", "this") and word != "that":
            return None  # "following Monday's attack"
        origin = scan.story_day("W") if scan.is_word(i, "in-story") else origin
    full = date_after(scan, j + 1)
    if full is not None:
        return full._replace(article=True)
    if value == "0" and origin is not None:
        there = values.shift_days(origin, number - origin.isoweekday())
        return with_part(scan, date(j + 1, there.isoformat() if there else values.FUTURE))
    if value == "recent":
        return date(j + 1, values.weekday(None, number), article=True)  # on which, the story leaves open
    direction = {"-1": -1, "1": 1, "same": 0, "0": 0}.get(value)
    if direction is None:
        return None
    return with_part(scan, date(j + 1, values.weekday(origin, number, direction), article=True))


def _shift_month(scan: Scan, shifted: _Shifted) -> Found | None:
    i, j, value = shifted
    if value not in ("-1", "0", "1") or scan.word(i) == "following" or not scan.is_capital(j):
        return None
    return date(j + 1, values.month_of(scan.anchor, int(scan.terms[j].value), int(value)))


def _shift_season(scan: Scan, shifted: _Shifted) -> Found | None:
    _, j, value = shifted
    season = scan.terms[j].value
    if value not in ("-1", "0", "1"):
        return None
    if scan.anchor is None:
        return date(j + 1, f"XXXX-{season}", article=True)
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    year, month = scan.anchor.year, scan.anchor.month
    if season == "WI" and month < 3:
        year -= 1  # it began in the year before
        month += 12
    if value == "-1":
        year -= month < begins + 3
    elif value == "1":
        year += month >= begins
    return date(j + 1, values.season_of(year, season), article=True)


def _shift_part(scan: Scan, shifted: _Shifted) -> Found | None:
    i, j, value = shifted
    part = scan.terms[j].value
    word = scan.word(i)
    if value not in ("-1", "0", "1", "same") or (word == "last" and part == "MO"):
        return None
    in_story = scan.is_word(i, "in-story") or word == "next"
    origin = scan.story_day("D") if in_story else scan.anchor
    count = 0 if value == "same" else int(value)
    return Found(j + 1, TimeKind.TIME, values.time_of(values.period(origin, "D", count), part), article=in_story)


def _shift_holiday(scan: Scan, shifted: _Shifted) -> Found | None:
    _, j, value = shifted
    term = scan.terms[j]
    if value not in ("-1", "0", "1") or not scan.is_capital(j):
        return None
    rule = day_rule(scan, j, term)
    if not rule:
        return date(j + term.size, "XXXX-XX-XX")
    year = None
    if scan.anchor is not None:
        there = day_in(rule, scan.anchor.year)
        passed = there is not None and there < scan.anchor
        year = scan.anchor.year + {"-1": -(not passed), "0": 0, "1": passed}[value]
    holiday = holiday_value(rule, scan.anchor, year)
    return date(j + term.size, holiday) if holiday else None


_SHIFTS: Final = {
    "number": _shift_number,
    "unit": _shift_unit,
    "units": _shift_units,
    "weekday": _shift_weekday,
    "month": _shift_month,
    "season": _shift_season,
    "part": _shift_part,
    "holiday": _shift_holiday,
}
