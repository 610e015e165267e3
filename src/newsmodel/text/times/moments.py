"""Times of day with their day: "10 p.m. on Oct. 5", "the night of Oct. 5", "noon" of the day last named."""

from typing import Final

from newsmodel.model import TimeKind
from newsmodel.text.times import values
from newsmodel.text.times.calendar import day_month, month, numeric, weekday
from newsmodel.text.times.clock import clock_at
from newsmodel.text.times.scan import Found, Scan, date

_LATE_PARTS: Final = frozenset({"AF", "EV", "NI"})
# From this hour on a time without "p.m." is one of the second half of the day in its part; a night has small hours too.
_EARLIEST: Final = {"AF": 1, "EV": 1, "NI": 5}


def part(scan: Scan, i: int) -> Found | None:
    """Find "late afternoon Monday", "the morning of Oct. 5", "overnight", "the night" of the day last named."""
    term = scan.terms[i]
    end = j = i + term.size
    while scan.is_word(j, "to-day"):
        j += 1
    day = day_at(scan, j)
    if day is not None and day.kind is TimeKind.DATE:
        return Found(day.end, TimeKind.TIME, values.time_of(day.value, term.value), article=True)
    if scan.word(i) == "overnight":
        return Found(i + 1, TimeKind.TIME, f"{values.period(scan.anchor, 'D')}TNI")
    if term.size > 1 and scan.word(end) == "of" and scan.kind(end + 2) == "part":  # "the early hours of this morning"
        named = scan.anchor if scan.word(end + 1) == "this" else scan.story_day("D")
        value = values.time_of(values.period(named, "D"), scan.terms[end + 2].value)
        return Found(end + 3, TimeKind.TIME, value, article=True)
    if not _is_named(scan, i):
        return None
    if scan.word(i + 1) == "before" and scan.word(i + 2) == "last":
        return Found(
            i + 3, TimeKind.TIME, values.time_of(values.period(scan.anchor, "D", -2), term.value), article=True
        )
    if scan.is_word(end, "not-part-before"):
        return None
    return Found(end, TimeKind.TIME, f"{values.period(scan.story_day('D'), 'D')}T{term.value}", article=True)


def _is_named(scan: Scan, i: int) -> bool:
    """Tell whether the part of the day at token *i* is that of one day: "the night", "the late evening", "at dawn"."""
    before = scan.word(i - 1)
    if before in ("the", "mid") or scan.word(i).startswith("mid-"):
        return True
    if scan.word(i - 2) == "the" and before in scan.known.contexts["edge-prefix"]:
        return True
    if scan.date_sentence == scan.sentence and scan.date is not None:
        return False  # "on Oct. 5, before dawn"
    return scan.is_word(i, "bare-part") and scan.is_word(i - 1, "before-bare-part")


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
            return date(i + 2, values.period(scan.story_day("D"), "D", count))
        if unit is not None and unit.kind == "weekday" and term.value in ("-1", "1"):
            origin = scan.story_day("W") if scan.is_word(i, "in-story") else scan.anchor
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
    day = _day_after(scan, end)
    if day is not None:
        named, part = _day_and_part(day)
        value = values.time_of(named, _of_part(scan, i, time, part))
        return Found(day.end, TimeKind.TIME, value, zone=zone)
    near = scan.date if scan.date is not None and _goes_on(scan, i) else scan.anchor
    value = values.period(near, "D")
    if scan.is_word(end, "until-day") or scan.word(end) == "and":  # "from 6:30 a.m. to 7:30 p.m. on Nov. 5"
        until = clock_at(scan, end + 1, sure=True)
        day = _day_after(scan, until[0]) if until is not None else None
        value = _day_and_part(day)[0] if day is not None else value
    return Found(end, TimeKind.TIME, values.time_of(value, time), zone=zone)


def _day_after(scan: Scan, end: int) -> Found | None:
    """Find the day after a clock time that ends before token *end*, with its part: "tonight", "on Sunday evening"."""
    while scan.word(end) == "," or scan.is_word(end, "to-day"):
        end += 1
    days, _, part = scan.terms[end].value.partition(" ") if scan.kind(end) == "day" else ("", "", "")
    if part:
        there = values.time_of(values.period(scan.anchor, "D", int(days)), part)
        return Found(end + scan.terms[end].size, TimeKind.TIME, there)
    day = day_at(scan, end)
    return None if day is None or "/" in day.value else day


def _day_and_part(day: Found) -> tuple[str, str]:
    """Return the value of a day without the part of the day or the time found with it, and that one."""
    if day.value in (values.PAST, values.FUTURE):
        return day.value, ""
    named, _, part = day.value.partition("T")
    return named, part


def _of_part(scan: Scan, i: int, time: str, part: str) -> str:
    """Return a clock time that begins at token *i* as the part of the day tells it: "7:30" of an evening is 19:30."""
    hour = int(time[:2])
    told = scan.kind(i + 1) == "meridiem" or not scan.word(i)[-1].isdigit() or scan.word(i)[0] == "0"
    if told or part not in _LATE_PARTS or not (_EARLIEST[part] <= hour < 12):
        return time
    return f"{hour + 12}{time[2:]}"


def _goes_on(scan: Scan, i: int) -> bool:
    """
    Tell whether a clock time at token *i* belongs to the day last named.

    One that opens a block, as in a live report, belongs to no day of the text before it but a heading's.
    """
    document, named = scan.document, scan.date_sentence
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
