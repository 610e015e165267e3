"""Days and moments as the viewer writes them, whatever the locale."""

import datetime as dt

from newsmodel.model import TimeExpression

__all__ = ["day", "moment", "period"]

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ONE_DAY = dt.timedelta(days=1)


def day(when: dt.date) -> str:
    """Return a day in words."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def moment(when: dt.date) -> str:
    """Return a day in words, with the time of day and its offset from UTC where it has them."""
    if not isinstance(when, dt.datetime):
        return day(when)
    zone = when.isoformat()[-6:] if when.tzinfo else ""
    return f"{day(when)}, {when:%H:%M}" + (f" UTC{zone if zone != '+00:00' else ''}" if zone else "")


def period(time: TimeExpression) -> tuple[str, str, str] | None:
    """Return a key that sorts by first and last day, and the interval in words; None for a time without one."""
    if time.start is None:
        return None
    first, last = _day_of(time.start), _day_of(time.end or time.start)
    return first.isoformat(), last.isoformat(), _interval(first, last)


def _interval(first: dt.date, last: dt.date) -> str:
    if first == last:
        return day(first)
    whole_months = first.day == 1 and (last == dt.date.max or (last + _ONE_DAY).day == 1)
    if whole_months and (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if whole_months and (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    month = f" {_MONTHS[first.month - 1]} " if first.month != last.month else ""
    return f"{first.day}{month}–{' ' if month else ''}{day(last)}"


def _day_of(when: dt.date) -> dt.date:
    return when.date() if isinstance(when, dt.datetime) else when
