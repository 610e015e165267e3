"""The clock and the parts of the day, as they stand before and after a day."""

import datetime as dt
from typing import Final

from newsmodel.model import TimeKind
from newsmodel.text.times import values
from newsmodel.text.times.scan import Found, Scan

# A value of a day is no shorter, a week's with its day.
_DAY: Final = 9


def with_part(scan: Scan, found: Found) -> Found:
    """Add the part of the day or the clock time that follows a day: "Friday night", "tomorrow morning"."""
    i = found.end
    term = scan.term(i)
    if term is not None and term.kind == "part":
        return found._replace(end=i + term.size, kind=TimeKind.TIME, value=values.time_of(found.value, term.value))
    if scan.kind(i + 1) == "part" and scan.is_word(i, "before-part"):
        return found._replace(end=i + 2, kind=TimeKind.TIME, value=values.time_of(found.value, scan.terms[i + 1].value))
    return with_clock(scan, found)


def with_clock(scan: Scan, found: Found) -> Found:
    """Add the clock time that follows a day: "Oct. 5 at 10 p.m."."""
    i = found.end
    j = i + 1 if scan.word(i) == "," or scan.is_word(i, "at-clock") else i
    if scan.is_word(j, "at-clock"):
        j += 1
    read = clock_at(scan, j, sure=j > i)
    is_day = len(found.value) >= _DAY and "/" not in found.value and "T" not in found.value
    if read is None or not (is_day or found.value in (values.PAST, values.FUTURE)):
        return found
    end, time, zone = read
    return Found(end, TimeKind.TIME, values.time_of(found.value, time), zone=zone)


def clock_at(scan: Scan, i: int, *, sure: bool) -> tuple[int, str, dt.tzinfo | None] | None:
    """
    Read a clock time at token *i*: the token after it, "22:00", and its zone.

    Args:
        scan: The state.
        i: The token.
        sure: Whether hours and minutes alone are a time here.
    """
    term = scan.term(i)
    if term is None:
        return None
    if term.kind == "clock":
        return i + 1, term.value, None
    if term.kind not in ("number", "time", "year"):
        return None
    digits = term.value.rstrip("apm")
    hour, _, minute = digits.replace(".", ":").partition(":")
    end = i + 1
    meridiem = scan.term(end)
    if digits != term.value:
        half = 12 if term.value[len(digits)] == "p" else 0
    elif meridiem is not None and meridiem.kind == "meridiem":
        half, end = int(meridiem.value), end + 1
    elif scan.word(end) == "o'clock":
        half, end = None, end + 1
    else:
        half = None
        named = sure and len(digits) <= 2 and _part_after(scan, end) != ""  # "at 10 in the morning"
        if term.kind in ("number", "year") and len(digits) == 4 and digits.isdigit():
            hour, minute = digits[:2], digits[2:]
            named = sure and scan.word(i).isdigit() and scan.is_word(end, "clock-hours")  # "at 1500 hours"
            end += named
            sure = False
        zone_end, _ = _zone(scan, end)
        if not (sure and term.kind == "time") and zone_end == end and not named:
            return None
    return _clock_value(scan, end, hour, minute, half)


def _clock_value(
    scan: Scan, end: int, hour: str, minute: str, half: int | None
) -> tuple[int, str, dt.tzinfo | None] | None:
    if not hour.isdigit():
        return None
    hours, minutes = int(hour), minute[:2] or "00"
    if half is not None:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + half
    if hours > 23 or minutes > "59" or len(minutes) < 2:
        return None
    part = _part_after(scan, end)
    if half is None and hours < 12 and part:
        hours += 0 if part == "MO" else 12
        end += 3
    end, zone = _zone(scan, end)
    return end, f"{hours:02}:{minutes}", zone


def _part_after(scan: Scan, i: int) -> str:
    """Return the part of the day that "in the" at token *i* names; empty where it names none."""
    part = scan.term(i + 2) if scan.word(i) == "in" and scan.word(i + 1) == "the" else None
    return part.value if part is not None and part.kind == "part" and part.size == 1 else ""


def _zone(scan: Scan, i: int) -> tuple[int, dt.tzinfo | None]:
    """Return the token after the time zone at token *i*, and the zone where its words fix one."""
    for rest, hours in scan.known.zones.get(scan.word(i), ()):
        end = i + 1 + len(rest)
        written = scan.document.surface(i, i + 1)[-1].isupper() or rest
        if written and end <= scan.limit and scan.words[i + 1 : end] == rest:
            return end, None if hours == "-" else dt.timezone(dt.timedelta(hours=int(hours)))
    return i, None
