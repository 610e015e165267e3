"""
TIMEX3 values and the intervals they denote: arithmetic on the calendar, no words.

Anchors and results may lie anywhere between the years 1 and 9999; what would lie outside is `PAST` or `FUTURE`.
"""

import datetime as dt
import re
from typing import Final

PAST: Final = "PAST_REF"
PRESENT: Final = "PRESENT_REF"
FUTURE: Final = "FUTURE_REF"

# What stands for a calendar unit of which nothing is known.
_OPEN: Final = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}
_MONTHS: Final = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
_SEASON_MONTH: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_CLOCK_UNITS: Final = {"H": "H", "MI": "M", "S": "S"}

_VALUE: Final = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI))?(?P<time>T.+)?"
)
_CLOCK: Final = re.compile(r"T(\d\d):(\d\d)(?::(\d\d))?")

Interval = tuple[dt.date | None, dt.date | None]
NO_INTERVAL: Interval = (None, None)


def shift_months(day: dt.date, months: int) -> dt.date | None:
    """Return the day *months* later (earlier, if negative), or the last of its month; None outside the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return dt.date(year, month + 1, min(day.day, last_day(year, month + 1).day))


def shift_days(day: dt.date, days: int) -> dt.date | None:
    """Return the day *days* later (earlier, if negative); None outside the calendar."""
    try:
        return day + dt.timedelta(days)
    except OverflowError:
        return None


def shift_seconds(moment: dt.datetime, seconds: float) -> dt.datetime | None:
    """Return the moment *seconds* later (earlier, if negative); None outside the calendar."""
    try:
        return moment + dt.timedelta(seconds=seconds)
    except OverflowError:
        return None


def last_day(year: int, month: int) -> dt.date:
    """Return the last day of a month."""
    first_of_next = dt.date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else None
    return first_of_next - dt.timedelta(1) if first_of_next else dt.date.max


def shift(day: dt.date, unit: str, count: int) -> dt.date | None:
    """Return the day *count* calendar units later; None outside the calendar."""
    if unit in _MONTHS:
        return shift_months(day, _MONTHS[unit] * count)
    return shift_days(day, count * (1 if unit == "D" else 7))


def period(day: dt.date | None, unit: str, count: int = 0) -> str:
    """
    Return the value of the calendar unit that lies *count* units after the one of *day*.

    Args:
        day: The day to reckon from; None gives an open value.
        unit: D, W, WE (weekend), M, Q, Y, DE (decade) or CE (century).
        count: How many units later; negative for earlier.
    """
    if day is None:
        return _OPEN[unit]
    there = shift(day, unit, count)
    return period_of(there, unit) if there else (PAST if count < 0 else FUTURE)


def is_period(unit: str) -> bool:
    """Tell whether `period` knows a unit: an hour and a fortnight have no value in the calendar."""
    return unit in _OPEN


def time_of(day: str, part: str) -> str:
    """Return the value of a clock time or part of the day whose value is *day*, which stays where it lies outside."""
    return day if day in (PAST, FUTURE) else f"{day}T{part}"


def season_of(year: int, season: str) -> str:
    """Return the value of a season, open where its year lies outside."""
    return f"{year:04}-{season}" if dt.MINYEAR <= year <= dt.MAXYEAR else f"XXXX-{season}"


def period_of(day: dt.date, unit: str) -> str:
    """Return the value of the calendar unit in which *day* lies."""
    if unit == "D":
        return day.isoformat()
    if unit in ("W", "WE"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    if unit == "M":
        return f"{day.year:04}-{day.month:02}"
    if unit == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return f"{day.year:04}"[: {"Y": 4, "DE": 3, "CE": 2}[unit]]


def weekend(anchor: dt.date | None, count: int, *, this: bool = False, ahead: bool = False) -> str:
    """
    Return the value of a weekend: the one that is or was, *count* weeks on.

    "This weekend" is the coming one from Wednesday on, and *ahead* is what is told of as to come.
    """
    if anchor is None:
        return period(None, "WE")
    if count == 0 and not ahead and anchor.isoweekday() < (3 if this else 6):
        count = -1
    return period(anchor, "WE", count)


def weekday(anchor: dt.date | None, number: int, direction: int = 0, *, ahead: bool = False) -> str:
    """
    Return the value of a day of the week (1 to 7).

    Args:
        anchor: The day of publication; None gives an open value.
        number: The day, 1 for Monday.
        direction: -1 for the last one before the anchor, +1 for the next one after it, 0 for the last one up to and
            with it.
        ahead: Whether the direction 0 goes forward.
    """
    if anchor is None:
        return f"XXXX-WXX-{number}"
    if ahead:
        days = (number - anchor.isoweekday()) % 7
    elif direction > 0:
        days = (number - anchor.isoweekday() - 1) % 7 + 1
    else:
        days = -((anchor.isoweekday() - number + direction) % 7 - direction)
    there = shift_days(anchor, days)
    return there.isoformat() if there else PAST


def month_day(anchor: dt.date | None, month: int, day: int, year: int | None = None, direction: int = 0) -> str | None:
    """
    Return the value of a day of a month; None where there is no such day.

    Args:
        anchor: The day of publication; None gives an open value where there is no year.
        month: 1 to 12.
        day: 1 to 31.
        year: Its year; without one the direction decides.
        direction: -1 for the last such day up to the anchor, +1 for the next one from it on, 0 for the nearest.
    """
    if year is None and anchor is None:
        return f"XXXX-{month:02}-{day:02}" if 1 <= day <= last_day(2000, month).day else None
    if year is not None:
        there = _date(year, month, day)
        return there.isoformat() if there else None
    assert anchor is not None  # noqa: S101 - for the type checkers
    near = (_date(anchor.year + offset, month, day) for offset in (0, -1, 1))
    days = [there for there in near if there and direction * (there - anchor).days >= 0]
    return min(days, key=lambda there: abs((there - anchor).days)).isoformat() if days else None


def month_of(
    anchor: dt.date | None, month: int, direction: int | None = None, *, ahead: bool = False, back: bool = False
) -> str:
    """
    Return the value of a month without a year.

    Args:
        anchor: The day of publication; None gives an open value.
        month: 1 to 12.
        direction: -1 for the last one before the anchor's month, +1 for the next one after it, 0 for the anchor's
            year; None for the anchor's year too, unless the month is far ahead then, or far back and soon to come.
        ahead: Whether it is the next one, the anchor's month included.
        back: Whether it is the last one, the anchor's month included.
    """
    if anchor is None:
        return f"XXXX-{month:02}"
    year = anchor.year
    if ahead:
        year += month < anchor.month
    elif back:
        year -= month > anchor.month
    elif direction is None:
        months = month - anchor.month
        year += (months < -_FAR_BACK) - (months > _FAR_AHEAD)
    elif direction < 0:
        year -= month >= anchor.month
    elif direction > 0:
        year += month <= anchor.month
    return f"{year:04}-{month:02}" if 1 <= year <= 9999 else f"XXXX-{month:02}"


# A bare month more than this many months ahead of publication is last year's ("in December", read in February);
# one more than so many months back is next year's ("in January", read in November).
_FAR_AHEAD: Final = 6
_FAR_BACK: Final = 7


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def duration(number: float | None, unit: str) -> str:
    """
    Return the value of a length of time, in units of ISO 8601.

    Args:
        number: How many; None for an unknown number.
        unit: S, MI, H, D, W, M, Q, Y, DE or CE.
    """
    number, unit = _in_iso_units(number, unit)
    prefix, letter = ("PT", _CLOCK_UNITS[unit]) if unit in _CLOCK_UNITS else ("P", unit)
    if number is None:
        return f"{prefix}X{letter}"
    whole = int(number)
    if number != whole and unit in _PARTS:
        parts, part = _PARTS[unit]
        rest = round((number - whole) * parts)
        if abs((number - whole) * parts - rest) < 1e-6:
            return (f"{prefix}{whole}{letter}" if whole else prefix) + f"{rest}{part}"
    return f"{prefix}{whole if number == whole else number:}{letter}"


_PARTS: Final = {"Y": (12, "M"), "H": (60, "M"), "MI": (60, "S")}
_MULTIPLES: Final = {"Q": (3, "M"), "DE": (10, "Y"), "CE": (100, "Y")}


def _in_iso_units(number: float | None, unit: str) -> tuple[float | None, str]:
    if unit not in _MULTIPLES or number is None:
        return number, unit
    times, smaller = _MULTIPLES[unit]
    return number * times, smaller


def interval(value: str, zone: dt.tzinfo | None = None) -> Interval:
    """
    Return the first and last day that *value* denotes, twice the moment for a clock time, two times None for neither.

    Seasons are the meteorological ones of the northern half of the globe; a winter is the one that begins in its year.
    """
    if "/" in value:
        first, _, last = value.partition("/")
        return interval(first, zone)[0], interval(last, zone)[1]
    if value.isdigit() and len(value) in (2, 3):
        first_year = int(value.ljust(4, "0"))
        last_year = int(value.ljust(4, "9"))
        return dt.date(max(first_year, 1), 1, 1), dt.date(last_year, 12, 31)
    match = _VALUE.fullmatch(value)
    if match is None:
        return NO_INTERVAL
    try:
        return _interval(match, zone)
    except (ValueError, OverflowError):  # no such day, or none in the calendar
        return NO_INTERVAL


def _interval(match: re.Match[str], zone: dt.tzinfo | None) -> Interval:
    year = int(match["year"])
    if match["day"]:
        day = dt.date(year, int(match["month"]), int(match["day"]))
        return _moment(day, match["time"], zone)
    if match["week"]:
        first = dt.date.fromisocalendar(year, int(match["week"]), 6 if match["weekend"] else 1)
        return first, first + dt.timedelta(1 if match["weekend"] else 6)
    if match["season"]:
        first = dt.date(year, _SEASON_MONTH[match["season"]], 1)
        return first, _end_of(first, 3)
    if match["half"]:
        first = dt.date(year, 6 * int(match["half"]) - 5, 1)
        return first, _end_of(first, 6)
    if match["quarter"]:
        first = dt.date(year, 3 * int(match["quarter"]) - 2, 1)
        return first, _end_of(first, 3)
    first = dt.date(year, int(match["month"] or 1), 1)
    return first, _end_of(first, 1 if match["month"] else 12)


def _end_of(first: dt.date, months: int) -> dt.date:
    last = shift_months(first, months - 1) or first
    return last_day(last.year, last.month)


def _moment(day: dt.date, time: str | None, zone: dt.tzinfo | None) -> Interval:
    clock = _CLOCK.fullmatch(time) if time else None
    if clock is None:
        return day, day
    hour, minute, second = (int(part or 0) for part in clock.groups())
    moment = dt.datetime(day.year, day.month, day.day, hour % 24, minute, second, tzinfo=zone)
    if hour == 24:
        moment += dt.timedelta(1)
    return moment, moment
