"""Days told by the weeks to them: "Friday week", "a week on Friday", "a week ago today", "the Sunday after next"."""

import datetime as dt
from typing import Final

from newsmodel.text.times import values
from newsmodel.text.times.scan import Found, Scan, date

_WEEK: Final = 7


def _there(anchor: dt.date | None, number: int, weeks: int) -> str:
    """Return the weekday *number* after the anchor, or before it where *weeks* are less than 0, and so many further."""
    if anchor is None:
        return values.weekday(None, number)
    near = (number - anchor.isoweekday()) % _WEEK
    if weeks < 0:
        near -= _WEEK if near else 0
    there = values.shift_days(anchor, near + _WEEK * weeks)
    return there.isoformat() if there is not None else values.weekday(None, number)


def weekday_in_weeks(scan: Scan, i: int) -> Found | None:
    """Find "Friday week", "the Sunday after next", "the Sunday before last" at a weekday."""
    number = int(scan.terms[i].value)
    after = scan.words[i + 1 : min(i + 3, scan.limit)]
    if after[:1] == ["week"] and not scan.word(i + 2)[:1].isalnum() and scan.word(i - 1) != "the":
        return date(i + 2, _there(scan.anchor, number, 1))
    if scan.word(i - 1) == "the" and after in (["after", "next"], ["before", "last"]):
        return date(i + 3, _there(scan.anchor, number, 1 if after[1] == "next" else -1), article=True)
    return None


def day_in_weeks(scan: Scan, i: int, j: int, weeks: float | None) -> Found | None:
    """
    Find the day after so many *weeks*, which begin at token *i* and end before *j*.

    "A week on Friday", "two weeks from today", "a week tomorrow", "a week ago today".
    """
    if weeks is None or weeks != int(weeks):
        return None
    word = scan.word(j)
    at = j + 1 if word in ("on", "from", "ago") else j
    named = scan.term(at)
    if named is None or scan.word(i - 1) in ("for", "in", "of", "over"):
        return None
    count = -int(weeks) if word == "ago" else int(weeks)
    if named.kind == "day" and " " not in named.value and word != "on":
        return date(at + named.size, values.period(scan.anchor, "D", int(named.value) + _WEEK * count), article=True)
    if named.kind == "weekday" and at > j:
        return date(at + 1, _there(scan.anchor, int(named.value), count), article=True)
    return None
