"""The days of holidays: the same date every year, a weekday of a month or from a day on, or counted from Easter."""

import datetime as dt
from typing import Final

from newsmodel.text.times import values

_YEARS_NEAR: Final = (0, -1, 1)
# What a rule ends with whose day is looked forward to in years of even number.
_EVEN: Final = " even"


def holiday_value(rule: str, anchor: dt.date | None, year: int | None = None, direction: int = 0) -> str | None:
    """
    Return the value of a holiday; None where there is no such day.

    Args:
        rule: What ``holidays.txt`` says of it: "12-25", "11 4 4" for the fourth Thursday of November (-1 for the
            last), "05-18 1" for the first Monday from a day on (with "even" for one that is looked forward to in even
            years), "easter -2" and "orthodox -2" for the Friday before Easter.
        anchor: The day of publication.
        year: Its year; without one the direction decides.
        direction: -1 for the last such day up to the anchor, +1 for the next one from it on, 0 for the nearest.
    """
    if year is not None:
        day = day_in(rule, year)
        return day.isoformat() if day else None
    if anchor is None:
        return f"XXXX-{rule}" if "-" in rule and " " not in rule else "XXXX-XX-XX"
    if direction == 0 and rule.endswith(_EVEN) and anchor.year % 2 == 0:
        direction = 1 if (this := day_in(rule, anchor.year)) is not None and anchor <= this else 0
    near = [
        day
        for offset in _YEARS_NEAR
        if (day := day_in(rule, anchor.year + offset)) is not None and direction * (day - anchor).days >= 0
    ]
    return min(near, key=lambda day: abs((day - anchor).days)).isoformat() if near else None


def day_in(rule: str, year: int) -> dt.date | None:
    """Return the day of a holiday in a year, None outside the calendar or where there is none, as on leap days."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    name, *numbers = rule.removesuffix(_EVEN).split(" ")
    if name in _EASTERS:
        return values.shift_days(_EASTERS[name](year), int(numbers[0]))
    if len(numbers) == 2:
        return _nth_weekday(year, int(name), int(numbers[0]), int(numbers[1]))
    month, day = map(int, name.split("-"))
    if day > values.last_day(year, month).day:
        return None
    there = dt.date(year, month, day)
    return there + dt.timedelta((int(numbers[0]) - there.isoweekday()) % 7) if numbers else there


def _nth_weekday(year: int, month: int, which: int, weekday: int) -> dt.date:
    if which < 0:
        last = values.last_day(year, month)
        return last - dt.timedelta((last.isoweekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta((weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def _easter(year: int) -> dt.date:
    """Return Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher)."""
    golden = year % 19
    century, in_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * rest + 2 * (in_century // 4) - moon - in_century % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def _orthodox_easter(year: int) -> dt.date:
    """Return Easter Sunday as the eastern churches reckon it, by the Julian calendar (the algorithm of Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    behind = year // 100 - year // 400 - 2  # so many days is that calendar behind
    return dt.date(year, month, day + 1) + dt.timedelta(max(behind, 0))


_EASTERS: Final = {"easter": _easter, "orthodox": _orthodox_easter}
